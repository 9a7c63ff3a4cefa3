#!/usr/bin/env bash
# The answer verifier: speed, worst case, fuzzing.
#
#   tests/bench/verifier.sh speed [JMH option ...]   answers/s and bytes per answer with 1 and 2 threads (RAFT_DATA_HOME)
#   tests/bench/verifier.sh worst                    time and memory of every hostile case
#   tests/bench/verifier.sh fuzz [INPUTS [SEED]]     mutated answers against the rules; 1,000,000 by default
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
what="${1:-speed}"
shift || true
modules=raft-lib
if [ "$what" = speed ]; then modules=raft-lib,kernel-ext,tests; fi
mvn -q -B ${MVN_OPTIONS:-} -Dfast -pl "$modules" -DskipTests test-compile dependency:build-classpath \
  -Dmdep.outputFile=target/bench.classpath >&2
case "$what" in
  speed)
    path="tests/target/test-classes:$(cat tests/target/bench.classpath)"
    for threads in 1 2; do
      java -cp "$path" org.openjdk.jmh.Main VerifierBenchmark -t "$threads" -prof gc "$@" |
        grep -E "^(Benchmark|VerifierBenchmark\.[a-zA-Z]+ |.*gc.alloc.rate.norm)" | sed "s/$/   [$threads threads]/"
    done
    ;;
  worst) java -cp "raft-lib/target/test-classes:raft-lib/target/classes:$(cat raft-lib/target/bench.classpath)" \
    raftlab.verify.VerifierWorstCase ;;
  fuzz) java -cp "raft-lib/target/test-classes:raft-lib/target/classes:$(cat raft-lib/target/bench.classpath)" \
    raftlab.verify.VerifierFuzz "${1:-1000000}" "${2:-1}" ;;
  *)
    sed -n '2,7p' "$0" >&2
    exit 2
    ;;
esac
