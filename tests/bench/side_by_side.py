"""Tokens per second of sampling: RAFT Lab beside transformers (and llama.cpp), in turn, on the same machine.

    python3 tests/bench/side_by_side.py [--quick] [--only a|b] [--dtype D] [--rounds 3] [--venv FOLDER]
        [--python PYTHON] [--llama PYTHON] [--out FILE.json]

Makes a virtual environment with pinned packages (target/bench-venv), with llama-cpp-python if that builds, unless
--python names one that has them (and --llama one with llama-cpp-python and gguf), makes a random-weight model of
Qwen2.5-0.5B's shape, then measures, each system in a process of its own and in turn:

  (a) the embedded model, 64 new tokens, batches of 8, 64 and 512 completions;
  (b) the 0.5B shape, 8 completions of 128 tokens for a prompt of 128 tokens, float32 and bfloat16.

Each figure is the median over the rounds. Ours is the whole of sampling as the command reports it (encoding, packing
weights, prefill, drawing, decoding) after it has drawn four tokens; theirs is the time of `generate` alone, after a call
for four tokens, and so is llama.cpp's (llama_cpp_speed.py; 64 completions at once are its most). Sampling is at temperature 1 from
the whole distribution on both sides. The share of the machine is tokens/s x 2 x weights over the measured rate of
matrix products, and steps/s x bytes of weights over the measured memory bandwidth. Not part of CI.
"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import venv

ROOT = pathlib.Path(__file__).resolve().parents[2]
LLAMA = ["llama-cpp-python==0.3.16", "gguf==0.19.0"]
PACKAGES = ["torch==2.7.1", "transformers==4.55.4", "safetensors", "numpy"]
SMALL = [("a", 8), ("a", 64), ("a", 512)]
LARGE = [("b", "float32"), ("b", "bfloat16")]
NEW = {"a": 64, "b": 128}


# ---- inside the virtual environment ----

def theirs(folder, prompts, count, new, dtype):
    import time
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer
    torch.set_num_threads(os.cpu_count())
    tok = AutoTokenizer.from_pretrained(folder)
    model = AutoModelForCausalLM.from_pretrained(folder, torch_dtype=getattr(torch, dtype)).eval()
    ids = torch.tensor([tok(p).input_ids for p in prompts]).repeat_interleave(count // len(prompts), 0)
    options = dict(attention_mask=torch.ones_like(ids), do_sample=True, temperature=1.0, top_p=1.0, top_k=0,
                   pad_token_id=0)
    model.generate(ids, max_new_tokens=4, **options)
    start = time.perf_counter()
    out = model.generate(ids, max_new_tokens=new, **options)
    seconds = time.perf_counter() - start
    ends = model.generation_config.eos_token_id
    ends = set(ends if isinstance(ends, list) else [ends])
    tokens = 0
    for row in out[:, ids.size(1):].tolist():
        stop = next((i + 1 for i, t in enumerate(row) if t in ends), len(row))
        tokens += stop
    print(json.dumps(dict(tokens=tokens, seconds=seconds, tokens_per_second=tokens / seconds)))


def ids(folder, prompts):
    from transformers import AutoConfig, AutoTokenizer
    tok = AutoTokenizer.from_pretrained(folder)
    ends = AutoConfig.from_pretrained(folder).eos_token_id
    ends = ends if isinstance(ends, list) else [] if ends is None else [ends]
    print(json.dumps(dict(prompts=[tok(p).input_ids for p in prompts], ends=ends)))


def machine():
    """Measured rates: multiply-adds of matrix products in GFLOP/s, memory in GB/s."""
    import time
    import torch
    torch.set_num_threads(os.cpu_count())
    found = {}
    for dtype in (torch.float32, torch.bfloat16):
        # A processor without units for bfloat16 would take a minute for each of the large products.
        for n in (256, 2048):
            x, y = torch.randn(n, n).to(dtype), torch.randn(n, n).to(dtype)
            found[str(dtype)[6:]] = best(lambda: torch.mm(x, y), lambda s: 2 * n**3 / s / 1e9)
            if found[str(dtype)[6:]] < 5:
                break
    big = torch.ones(1 << 27)
    found["memory"] = best(lambda: big.sum(), lambda s: big.numel() * 4 / s / 1e9)
    print(json.dumps(found))


def best(work, rate):
    import time
    times = []
    for _ in range(5):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return rate(min(times))


# ---- outside ----

def last_line(command, **more):
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True, **more)
    if done.returncode != 0:
        raise RuntimeError(f"{command} failed:\n{done.stderr[-3000:]}")
    return json.loads(done.stdout.strip().splitlines()[-1])


def environment(chosen):
    """A Python with torch and transformers, and one with llama.cpp or none."""
    other = pathlib.Path(chosen.llama) if chosen.llama else None
    if chosen.python:
        return pathlib.Path(chosen.python), other
    folder = pathlib.Path(chosen.venv)
    python = folder / "bin" / "python"
    wanted = " ".join(PACKAGES + LLAMA)
    ready = (folder / "ready").read_text().splitlines() if (folder / "ready").exists() else []
    if ready[:1] != [wanted]:
        venv.create(folder, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "-q", *PACKAGES], check=True)
        built = subprocess.run([python, "-m", "pip", "install", "-q", *LLAMA], capture_output=True)
        ready = [wanted, "with llama.cpp" if built.returncode == 0 else "without llama.cpp"]
        (folder / "ready").write_text("\n".join(ready))
    return python, other or (python if ready[1] == "with llama.cpp" else None)


def ours(folder, prompts, count, new, dtype, seed, scratch):
    source, target = scratch / "in.jsonl", scratch / "out.jsonl"
    source.write_text("".join(json.dumps({"prompt": p}) + "\n" for p in prompts))
    command = [ROOT / "raft", "generate", "--in", source, "--out", target, "-k", count // len(prompts),
               "--max-new-tokens", new, "--seed", seed, "--dtype", dtype, "--batch", count]
    return last_line(command + (["--model", folder] if folder else []))


def llama(python, me, folder, prompts, count, new, dtype, scratch, env):
    found = last_line(me + [json.dumps([str(folder), prompts])], env=env)
    work = scratch / "work.json"
    work.write_text(json.dumps(dict(found, folder=str(folder), count=count, new=new, dtype=dtype)))
    return last_line([python, ROOT / "tests/bench/llama_cpp_speed.py", work])


def case(kind, setting, random_model, embedded):
    if kind == "a":
        prompts = [f"Problem: What is {10 + i % 90} + {11 + i % 80}?\nSolution:" for i in range(max(1, setting // 8))]
        return embedded, prompts, setting, "float32"
    return random_model, [" ".join(f"t{7 * i + 1}" for i in range(128))], 8, setting


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--venv", default=str(ROOT / "target" / "bench-venv"))
    parser.add_argument("--python", help="a Python that has the packages")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--quick", action="store_true", help="one round, without the 0.5B shape")
    parser.add_argument("--only", choices=["a", "b"])
    parser.add_argument("--dtype", choices=["float32", "bfloat16"],
                        help="(b) in this one only: without units for it bfloat16 takes an hour on either side")
    parser.add_argument("--llama", help="a Python that has llama-cpp-python and gguf")
    parser.add_argument("--out")
    parser.add_argument("--inside", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.inside:
        work = json.loads(chosen.inside)
        return machine() if work == "machine" else ids(*work) if len(work) == 2 else theirs(*work)
    python, with_llama = environment(chosen)
    me = [python, pathlib.Path(__file__).resolve(), "--inside"]
    scratch = pathlib.Path(tempfile.mkdtemp(prefix="side-by-side-"))
    quiet = dict(os.environ, TRANSFORMERS_OFFLINE="1", TOKENIZERS_PARALLELISM="false")
    subprocess.run([ROOT / "raft", "build"], check=True)
    rates = last_line(me + ['"machine"'], env=quiet)
    embedded = ROOT / "raft-lib/src/main/resources/raftlab/model/mini-base"
    cases = [] if chosen.only == "b" else SMALL
    if not chosen.quick and chosen.only != "a":
        cases = cases + [each for each in LARGE if chosen.dtype in (None, each[1])]
        subprocess.run([python, ROOT / "tests/bench/random_model.py", scratch / "model"], check=True, env=quiet)
    rows = []
    for kind, setting in cases:
        folder, prompts, count, dtype = case(kind, setting, scratch / "model", embedded)
        mine, other, third = [], [], []
        for round_ in range(1 if chosen.quick else chosen.rounds):
            mine.append(ours(folder, prompts, count, NEW[kind], dtype, round_, scratch))
            other.append(last_line(me + [json.dumps([str(folder), prompts, count, NEW[kind], dtype])], env=quiet))
            if with_llama:
                try:
                    third.append(llama(with_llama, me, folder, prompts, count, NEW[kind], dtype, scratch, quiet))
                except RuntimeError as error:
                    print(f"llama.cpp is left out from here on: {error}", file=sys.stderr)
                    with_llama = None
        rows.append(row(kind, setting, folder, count, dtype, mine, other, third, rates))
        print(line(rows[-1]), flush=True)
    print(json.dumps(dict(machine=rates, cases=rows)))
    if chosen.out:
        pathlib.Path(chosen.out).write_text(json.dumps(dict(machine=rates, cases=rows), indent=1) + "\n")


def weights(folder):
    return (pathlib.Path(folder) / "model.safetensors").stat().st_size // (2 if "side-by-side-" in str(folder) else 4)


def row(kind, setting, folder, count, dtype, mine, other, third, rates):
    a, b = (statistics.median(m["tokens_per_second"] for m in each) for each in (mine, other))
    c = statistics.median(m["tokens_per_second"] for m in third) if third else None
    size = weights(folder)
    return dict(case=f"({kind}) {setting}", ours=a, transformers=b, ratio=a / b, llama_cpp=c,
                share_of_products=a * 2 * size / 1e9 / rates[dtype],
                share_of_memory=a / count * size * (2 if dtype == "bfloat16" else 4) / 1e9 / rates["memory"],
                peak_gb=max(m.get("peak_memory_bytes", 0) for m in mine) / 1e9)


def line(r):
    third = f"llama.cpp {r['llama_cpp']:9.1f}, ratio {r['ours'] / r['llama_cpp']:5.2f}; " if r["llama_cpp"] else ""
    return (f"{r['case']:14} ours {r['ours']:9.1f} tokens/s, transformers {r['transformers']:9.1f}, ratio "
            f"{r['ratio']:5.2f}; {third}{100 * r['share_of_products']:4.1f} % of matrix rate, "
            f"{100 * r['share_of_memory']:4.1f} % of memory rate, peak {r['peak_gb']:.1f} GB")


if __name__ == "__main__":
    sys.exit(main())
