#!/usr/bin/env bash
# Each algorithm from the embedded model on MiniMath, at the same number of rounds, prompts and completions.
#
#   tests/bench/algorithms.sh [ALGORITHM ...]        all nine by default
#
# ROUNDS (3), PROMPTS (128), K (8), SEED (42), SAMPLES (2 per problem of Mini-500 before and after) and OUT
# (target/bench/algorithms) can be set. Prints one line per algorithm: pass@1 with 95 % intervals before and after,
# seconds, tokens sampled.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
out="${OUT:-target/bench/algorithms}"
rounds="${ROUNDS:-3}"
seed="${SEED:-42}"
mkdir -p "$out"
export RAFT_RUNS="$out/runs"
common=(--workspace "$out/workspace")
./raft data train --from minimath "${common[@]}" -q >&2
./raft model base --preset tiny "${common[@]}" -q >&2
algorithms=("$@")
if [ $# -eq 0 ]; then algorithms=(raft raft-top raft++ reinforce reinforce-rej grpo dr-grpo rloo dpo); fi
for algorithm in "${algorithms[@]}"; do
  name="${algorithm//+/p}-$seed"
  rm -rf "${RAFT_RUNS:?}/$name"
  ./raft run "$name" --algorithm "$algorithm" --policy base --data train --verifier math --iterations "$rounds" \
    --prompts "${PROMPTS:-128}" -k "${K:-8}" --every "$rounds" --n "${SAMPLES:-2}" --seed "$seed" --batch "${BATCH:-64}" \
    ${LR:+--lr "$LR"} "${common[@]}" -q >"$out/$name.log" 2>&1 || { cat "$out/$name.log" >&2; exit 1; }
  python3 - "$RAFT_RUNS/$name" "$algorithm" <<'PYTHON'
import json, pathlib, sys
run, algorithm = pathlib.Path(sys.argv[1]), sys.argv[2]
r = json.loads((run / "result.json").read_text())
tokens = sum(len(c["trace"]["ids"]) for f in run.glob("iteration-*/rollouts.jsonl")
             for line in f.read_text().splitlines()[1:] for c in json.loads(line)["completions"])
low, high = r["base_pass1_ci"]
low2, high2 = r["final_pass1_ci"]
print(f"{algorithm:14s} {100*r['base_pass1']:5.1f} [{100*low:.1f}, {100*high:.1f}] -> {100*r['final_pass1']:5.1f} "
      f"[{100*low2:.1f}, {100*high2:.1f}] %, {r['seconds_raft']:.0f} s, {tokens} tokens sampled")
PYTHON
done
