"""Writes target/demo/result.json: the run's own result with the whole demo's seconds, and says where to look.

Usage: demo_result.py DEMO_FOLDER SECONDS_TOTAL
"""

import json
import pathlib
import sys


def main(folder: str, seconds: str) -> None:
    demo = pathlib.Path(folder)
    results = sorted(demo.glob("runs/*/result.json"), key=lambda path: path.stat().st_mtime)
    if not results:
        sys.exit("raft: the notebook left no finished run under target/demo/runs.")
    result = json.loads(results[-1].read_text(encoding="utf-8"))
    result["seconds_total"] = int(seconds)
    path = demo / "result.json"
    path.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")

    def share(key: str) -> str:
        low, high = result[key + "_ci"]
        return f"{100 * result[key]:.1f} % [{100 * low:.1f}, {100 * high:.1f}]"

    print(f"pass@1 {share('base_pass1')} -> {share('final_pass1')} after {result['iterations']} iterations")
    print(f"look at {demo / 'quickstart.html'}")


if __name__ == "__main__":
    main(*sys.argv[1:])
