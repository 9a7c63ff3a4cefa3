"""Seconds of a fine-tuning step: RAFT Lab beside transformers' Trainer (and PEFT), in turn, on the same machine.

    python3 tests/bench/side_by_side_train.py [--python PYTHON] [--layers 24] [--rows 4] [--length 512] [--steps 4]
        [--dtype float32] [--checkpointing] [--rounds 3] [--out FILE.json]

PYTHON has torch, transformers and peft (side_by_side.py makes such an environment). A random-weight model of
Qwen2.5-0.5B's shape (fewer layers on request) is trained on batches of --rows x --length tokens, a quarter of each row
being prompt: full, and with adapters of rank 8 on all seven matrices. Each system runs in a process of its own. The
first step is left out on both sides; a figure is the median of the rest over the rounds. Not part of CI.
"""

import argparse
import json
import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]


# ---- inside the environment with torch ----

def make(folder, layers):
    sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
    import random_model
    import torch
    random_model.SHAPES["bench"] = dict(random_model.SHAPES["qwen2.5-0.5b"], num_hidden_layers=layers)
    random_model.make(folder, "bench", torch.float32)
    folder = pathlib.Path(folder)
    config = json.loads((folder / "config.json").read_text())
    config["eos_token_id"] = 1
    (folder / "config.json").write_text(json.dumps(config))


def theirs(folder, data, rank, dtype, checkpointing, rows):
    import time
    import torch
    from torch.utils.data import SequentialSampler
    from transformers import AutoModelForCausalLM, AutoTokenizer, Trainer, TrainerCallback, TrainingArguments
    torch.set_num_threads(os.cpu_count())
    tokenizer = AutoTokenizer.from_pretrained(folder)
    model = AutoModelForCausalLM.from_pretrained(folder, torch_dtype=getattr(torch, dtype))
    if rank:
        import peft
        names = ["q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"]
        model = peft.get_peft_model(model, peft.LoraConfig(r=rank, lora_alpha=2 * rank, target_modules=names))
        model.enable_input_require_grads()
    examples = []
    for line in pathlib.Path(data).read_text().splitlines():
        row = json.loads(line)
        prompt, completion = tokenizer(row["prompt"]).input_ids, tokenizer(row["completion"]).input_ids
        examples.append(dict(input_ids=prompt + completion, labels=[-100] * len(prompt) + completion))
    times, losses = [], []

    class Clock(TrainerCallback):

        def on_step_begin(self, *_, **__):
            times.append(time.perf_counter())

        def on_step_end(self, *_, **__):
            times[-1] = time.perf_counter() - times[-1]

        def on_log(self, args, state, control, logs=None, **_):
            if "loss" in logs:
                losses.append(logs["loss"])

    class InOrder(Trainer):

        def _get_train_sampler(self, *_):
            return SequentialSampler(self.train_dataset)

    with tempfile.TemporaryDirectory() as scratch:
        arguments = TrainingArguments(scratch, per_device_train_batch_size=rows, num_train_epochs=1, learning_rate=1e-5,
                                      lr_scheduler_type="constant", logging_steps=1, save_strategy="no", report_to=[],
                                      use_cpu=True, disable_tqdm=True, remove_unused_columns=False,
                                      gradient_checkpointing=checkpointing)
        stack = lambda batch: {k: torch.tensor([each[k] for each in batch]) for k in batch[0]}
        InOrder(model=model, args=arguments, train_dataset=examples, data_collator=stack, callbacks=[Clock()]).train()
    print(json.dumps(dict(times=times, losses=losses, peak_memory_bytes=peak())))


def peak():
    status = pathlib.Path("/proc/self/status").read_text()
    return 1024 * int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1])


# ---- outside ----

def last_line(command):
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"{command} failed:\n{done.stderr[-3000:]}")
    return json.loads(done.stdout.strip().splitlines()[-1])


def ours(chosen, model, data, out, rank):
    command = [*chosen.raft.split(), "finetune", "--model", model, "--data", data, "--out", out, "--batch", chosen.rows,
               "--lr", "1e-5", "--schedule", "constant", "--no-shuffle", "--no-end-token", "--dtype", chosen.dtype]
    command += ["--lora", rank] if rank else []
    command += ["--checkpointing"] if chosen.checkpointing else []
    found = last_line(command)
    lines = [json.loads(line) for line in (out / "metrics.jsonl").read_text().splitlines()]
    at = [line["seconds"] for line in lines]
    return dict(times=[b - a for a, b in zip([0] + at, at)], losses=[line["loss"] for line in lines],
                peak_memory_bytes=found["peak_memory_bytes"])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--raft", default=str(ROOT / "raft"))
    parser.add_argument("--layers", type=int, default=24)
    parser.add_argument("--rows", type=int, default=4)
    parser.add_argument("--length", type=int, default=512)
    parser.add_argument("--steps", type=int, default=4)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--rank", type=int, default=8)
    parser.add_argument("--dtype", default="float32")
    parser.add_argument("--checkpointing", action="store_true")
    parser.add_argument("--only", choices=["full", "lora"])
    parser.add_argument("--out")
    chosen = parser.parse_args()
    draw = random.Random(0)
    results = {}
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        here = str(pathlib.Path(__file__).resolve())
        subprocess.run([chosen.python, here, "make", scratch / "model", str(chosen.layers)], check=True)
        prompt = chosen.length // 4
        words = lambda n: " ".join(f"t{draw.randrange(2, 151000)}" for _ in range(n))
        rows = [dict(prompt=words(prompt), completion=words(chosen.length - prompt))
                for _ in range(chosen.rows * chosen.steps)]
        (scratch / "data.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
        for kind, rank in [("full", 0), ("lora", chosen.rank)]:
            if chosen.only not in (None, kind):
                continue
            sides = dict(ours=[], theirs=[])
            for number in range(chosen.rounds):
                out = scratch / f"out-{kind}-{number}"
                sides["ours"].append(ours(chosen, scratch / "model", scratch / "data.jsonl", out, rank))
                sides["theirs"].append(last_line(
                    [chosen.python, here, "theirs", scratch / "model", scratch / "data.jsonl", rank, chosen.dtype,
                     int(chosen.checkpointing), chosen.rows]))
            seconds = {side: statistics.median(t for run in runs for t in run["times"][1:])
                       for side, runs in sides.items()}
            results[kind] = dict(seconds=seconds, ratio=seconds["theirs"] / seconds["ours"], runs=sides)
            gigabytes = {side: max(r["peak_memory_bytes"] for r in runs) / 1e9 for side, runs in sides.items()}
            print(f"{kind}: ours {seconds['ours']:.2f} s, Trainer {seconds['theirs']:.2f} s per step, "
                  f"{results[kind]['ratio']:.2f} times as fast; peak {gigabytes['ours']:.2f} and "
                  f"{gigabytes['theirs']:.2f} GB; losses {sides['ours'][0]['losses']} and "
                  f"{sides['theirs'][0]['losses']}", flush=True)
    if chosen.out:
        pathlib.Path(chosen.out).write_text(json.dumps(results, indent=1) + "\n")


if __name__ == "__main__":
    if sys.argv[1:2] == ["make"]:
        make(sys.argv[2], int(sys.argv[3]))
    elif sys.argv[1:2] == ["theirs"]:
        theirs(sys.argv[2], sys.argv[3], int(sys.argv[4]), sys.argv[5], bool(int(sys.argv[6])), int(sys.argv[7]))
    else:
        main()
