"""Writes target/demo/result.json: the run's own result with the whole demo's seconds, and says where to look.

Usage: demo_result.py DEMO_FOLDER SECONDS_TOTAL
"""

import decimal
import json
import pathlib
import sys


def percent(share: float) -> decimal.Decimal:
    """Rounds half up from the digits as written, as the notebook does: 0.6935 is 69.4 there."""
    return (100 * decimal.Decimal(repr(share))).quantize(decimal.Decimal("0.1"), decimal.ROUND_HALF_UP)


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
        return f"{percent(result[key])} % [{percent(low)}, {percent(high)}]"

    print(f"pass@1 {share('base_pass1')} -> {share('final_pass1')} after {result['iterations']} iterations")
    print(f"look at {demo / 'quickstart.html'}")


if __name__ == "__main__":
    main(*sys.argv[1:])
