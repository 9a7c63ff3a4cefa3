"""Resident memory over many RAFT rounds of a tiny setting: it must stay flat.

Usage, after ./raft build:

    python3 tests/bench/memory_over_rounds.py [--rounds 200] [--from-round 20]

Starts one run, reads the process' resident memory whenever a round is done, and compares the median around the first
round of the window with that around the last. Ends with 1 if it grew by 5 % or more. Linux, Python 3.10 or later.
"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

HOME = pathlib.Path(__file__).resolve().parents[2]
AROUND = 5
LIMIT = 0.05


def resident(pid: int) -> int:
    """Bytes of resident memory of the Java process (the launcher becomes it by exec)."""
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return 1024 * int(line.split()[1])
    return 0


def watch(process: subprocess.Popen, run: pathlib.Path, rounds: int) -> dict[int, int]:
    seen: dict[int, int] = {}
    while process.poll() is None:
        done = len(seen)
        if (run / f"iteration-{done:03d}" / "metrics.json").exists():
            try:
                seen[done] = resident(process.pid)
            except FileNotFoundError:
                break
        else:
            time.sleep(0.02)
    return seen


def around(seen: dict[int, int], middle: int) -> float:
    return statistics.median(seen[i] for i in seen if abs(i - middle) <= AROUND)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--from-round", type=int, default=20)
    arguments = parser.parse_args()
    work = pathlib.Path(tempfile.mkdtemp(prefix="raft-memory-"))
    env = dict(os.environ, RAFT_RUNS=str(work / "runs"))
    names = ["--workspace", str(work / "names")]
    raft = str(HOME / "raft")
    quiet = {"env": env, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    for words in (["data", "train", "--from", "minimath", "--limit", "256"], ["data", "few", "--from", "mini-500",
                  "--limit", "16"], ["model", "base", "--preset", "tiny"]):
        subprocess.run([raft, *words, *names], check=True, **quiet)
    words = ["run", "memory", "--policy", "base", "--data", "train", "--eval", "few", "--iterations",
             str(arguments.rounds), "--prompts", "16", "-k", "4", "--n", "1", "--every", "10", "--rule", "threshold"]
    process = subprocess.Popen([raft, *words, *names], **quiet)
    seen = watch(process, work / "runs" / "memory", arguments.rounds)
    if process.wait() != 0 or len(seen) < arguments.rounds:
        sys.exit(f"the run ended with {process.returncode} after {len(seen)} rounds")
    last = max(seen)
    first, end = around(seen, arguments.from_round), around(seen, last)
    growth = end / first - 1
    print(json.dumps({"rounds": last, "mb_first": round(first / 1e6), "mb_last": round(end / 1e6),
                      "growth": round(growth, 4), "mb_every_20": [round(seen[i] / 1e6) for i in sorted(seen)[::20]]}))
    sys.exit(1 if growth >= LIMIT else 0)


if __name__ == "__main__":
    main()
