"""Runs the quickstart's RAFT run for several seeds and evaluates base and final policies on Mini-500 and Mini-AIME.

Usage, on an otherwise idle machine, after ./raft build:

    python3 tests/bench/seeds.py [--seeds 1,2,3] [--work FOLDER]

The run's options are read from notebooks/quickstart.ipynb, so that the figures are those of the demo. Prints a table and
one JSON object as the last line. Python 3.10 or later, standard library only.
"""

import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

HOME = pathlib.Path(__file__).resolve().parents[2]


def options_of_the_quickstart() -> list[str]:
    cells = json.loads((HOME / "notebooks" / "quickstart.ipynb").read_text(encoding="utf-8"))["cells"]
    for cell in cells:
        found = re.match(r"%raft run \S+ (.*)", "".join(cell["source"]))
        if found:
            return found.group(1).split()
    sys.exit("the quickstart has no cell that begins with %raft run")


class Workspace:
    """The shell door, with names and runs in a folder of its own."""

    def __init__(self, folder: pathlib.Path):
        self.folder = folder
        self.env = dict(os.environ, RAFT_RUNS=str(folder / "runs"))

    def raft(self, *words: str) -> dict:
        command = [str(HOME / "raft"), *words, "--workspace", str(self.folder / "names")]
        done = subprocess.run(command, env=self.env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        if done.returncode != 0:
            sys.exit(f"{' '.join(words)} ended with {done.returncode}:\n{done.stderr[-2000:]}")
        lines = done.stdout.strip().splitlines()
        return json.loads(lines[-1]) if lines and lines[-1].startswith("{") else {}

    def evaluate(self, policy: str, data: str, samples: int) -> tuple[float, float, float]:
        found = self.raft("eval", "--policy", policy, "--data", data, "--n", str(samples), "--temperature", "1")
        return found["pass@1"], *found["ci95"]


def shown(estimate: tuple[float, float, float]) -> str:
    return "{:.1f} [{:.1f}, {:.1f}]".format(*(100 * each for each in estimate))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", default="1,2,3")
    parser.add_argument("--work", type=pathlib.Path, default=None)
    arguments = parser.parse_args()
    work = arguments.work or pathlib.Path(tempfile.mkdtemp(prefix="raft-seeds-"))
    space = Workspace(work)
    options = options_of_the_quickstart()
    for name, source in (("train", "minimath"), ("mini", "mini-500"), ("aime", "mini-aime")):
        space.raft("data", name, "--from", source, "-q")
    space.raft("model", "base", "--preset", "tiny", "-q")
    space.raft("reward", "exact", "--verifier", "math", "-q")
    base_aime = space.evaluate("base", "aime", 32)
    rows = []
    print("| seed | Mini-500 before | after | gain | Mini-AIME avg@32 before | after | seconds |")
    print("|---|---|---|---|---|---|---|")
    for seed in arguments.seeds.split(","):
        run = f"seed-{seed}"
        space.raft("run", run, *options, "--seed", seed)
        folder = work / "runs" / run
        result = json.loads((folder / "result.json").read_text(encoding="utf-8"))
        space.raft("model", f"final{seed}", "--from", str(folder / result["weights_folder"]), "-q")
        aime = space.evaluate(f"final{seed}", "aime", 32)
        before = (result["base_pass1"], *result["base_pass1_ci"])
        after = (result["final_pass1"], *result["final_pass1_ci"])
        gain = after[0] - before[0]
        rows.append({"seed": int(seed), "before": before, "after": after, "gain": gain, "aime_before": base_aime,
                     "aime_after": aime, "seconds": result["seconds_raft"]})
        print(f"| {seed} | {shown(before)} | {shown(after)} | {100 * gain:+.1f} | {shown(base_aime)} | {shown(aime)} "
              f"| {result['seconds_raft']:.0f} |", flush=True)
    print(json.dumps({"options": options, "rows": rows}))


if __name__ == "__main__":
    main()
