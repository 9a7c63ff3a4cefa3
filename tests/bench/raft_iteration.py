"""A whole RAFT iteration on the embedded model: RAFT Lab beside transformers + math-verify + trl's SFTTrainer.

    python3 tests/bench/raft_iteration.py [--python PYTHON] [--prompts 64] [-k 8] [--rounds 3] [--problems 500]
        [--samples 4] [--out FILE.json]

PYTHON has torch, transformers, trl, peft, datasets and math-verify. Both take the same MiniMath prompts, draw K
completions each at temperature 1 (at most 128 tokens), grade them, keep the best of each prompt (the first among
equals), and train one epoch on those in batches of 64 at a linear rate from 2e-4. A figure is the seconds of sampling,
grading, selection and training, without start and loading, in the median over rounds with other seeds. Then pass@1 of
every trained model over the problems of mini-500, sampled and graded in one and the same way, with a 95 % interval
(clusters of a problem's samples). Not part of CI.
"""

import argparse
import json
import math
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
NEW = 128


# ---- inside the environment with torch ----

def right(completion, answer):
    from math_verify import parse, verify
    return verify(parse(f"${answer}$"), parse(completion, parsing_timeout=None), timeout_seconds=None)


def theirs(folder, prompts, k, seed, out):
    import time
    import torch
    import transformers
    from datasets import Dataset
    from transformers import AutoModelForCausalLM, AutoTokenizer
    from trl import SFTConfig, SFTTrainer
    transformers.set_seed(seed)
    torch.set_num_threads(os.cpu_count())
    prompts = json.loads(pathlib.Path(prompts).read_text())["prompts"]
    tokenizer = AutoTokenizer.from_pretrained(folder, padding_side="left")
    model = AutoModelForCausalLM.from_pretrained(folder)
    seconds = {}
    start = time.perf_counter()
    drawn = []
    for at in range(0, len(prompts), 8):  # the usual batch of 64 sequences
        batch = tokenizer([p["text"] for p in prompts[at:at + 8]], return_tensors="pt", padding=True,
                          add_special_tokens=False)
        with torch.no_grad():
            made = model.generate(batch["input_ids"], attention_mask=batch["attention_mask"], do_sample=True,
                                  temperature=1.0, top_p=1.0, top_k=0, max_new_tokens=NEW, num_return_sequences=k)
        drawn += tokenizer.batch_decode(made[:, batch["input_ids"].size(1):], skip_special_tokens=True)
    seconds["sample"] = time.perf_counter() - start
    start = time.perf_counter()
    rewards = [right(text, prompts[i // k]["columns"]["answer"]) for i, text in enumerate(drawn)]
    kept = []
    for i, prompt in enumerate(prompts):
        own = rewards[i * k:(i + 1) * k]
        kept.append(dict(prompt=prompt["text"], completion=drawn[i * k + own.index(max(own))]))
    seconds["score"] = time.perf_counter() - start
    start = time.perf_counter()
    config = SFTConfig(output_dir=str(out), per_device_train_batch_size=64, num_train_epochs=1, learning_rate=2e-4,
                       lr_scheduler_type="linear", report_to=[], use_cpu=True, bf16=False, save_strategy="no",
                       disable_tqdm=True, gradient_checkpointing=False, logging_strategy="no", seed=seed)
    SFTTrainer(model=model, args=config, train_dataset=Dataset.from_list(kept), processing_class=tokenizer).train()
    seconds["finetune"] = time.perf_counter() - start
    model.save_pretrained(out)
    tokenizer.save_pretrained(out)
    print(json.dumps(dict(seconds=seconds, reward=sum(map(bool, rewards)) / len(rewards))))


def grade(file):
    rows = [json.loads(line) for line in pathlib.Path(file).read_text().splitlines()]
    found = {}
    for row in rows:
        texts = row["completions"] if "completions" in row else [row["completion"]]
        for text in texts:
            text = text["text"] if isinstance(text, dict) else text
            found.setdefault(row["id"], []).append(bool(right(text, row["answer"])))
    means = [sum(each) / len(each) for each in found.values()]
    mean = statistics.fmean(means)
    half = 1.96 * statistics.stdev(means) / math.sqrt(len(means))
    print(json.dumps(dict(pass_at_1=mean, low=mean - half, high=mean + half, problems=len(means))))


# ---- outside ----

def run(command, **more):
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True, **more)
    if done.returncode != 0:
        raise SystemExit(f"{command} failed:\n{done.stdout[-1000:]}\n{done.stderr[-3000:]}")
    return done.stdout


def last_line(command):
    return json.loads(run(command).strip().splitlines()[-1])


class Ours:

    def __init__(self, raft, scratch, seed):
        self.raft = raft.split()
        self.scratch = scratch
        self.common = ["--workspace", scratch / "workspace", "--seed", seed]
        self.more = dict(env=os.environ | dict(RAFT_RUNS=str(scratch / "runs")))

    def __call__(self, *words):
        return run([*self.raft, *words, *self.common], **self.more)

    def iteration(self, prompts, k):
        self("run", "once", "--policy", "base", "--data", "train", "--eval", "few", "--n", 1, "--iterations", 1,
             "--prompts", prompts, "-k", k, "--max-new-tokens", NEW, "--batch", 64, "--lr", "2e-4")
        folder = self.scratch / "runs" / "once" / "iteration-001"
        metrics = json.loads((folder / "metrics.json").read_text())
        return dict(seconds={name: metrics[f"seconds/{name}"] for name in ("sample", "score", "finetune")},
                    reward=metrics["reward/mean"]), folder / "checkpoint"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--raft", default=str(ROOT / "raft"))
    parser.add_argument("--model", default=str(ROOT / "raft-lib/src/main/resources/raftlab/model/mini-base"))
    parser.add_argument("--prompts", type=int, default=64)
    parser.add_argument("-k", type=int, default=8)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--problems", type=int, default=500)
    parser.add_argument("--samples", type=int, default=4)
    parser.add_argument("--out")
    chosen = parser.parse_args()
    here = str(pathlib.Path(__file__).resolve())
    sides = dict(ours=[], theirs=[])
    with tempfile.TemporaryDirectory() as scratch:
        for number in range(chosen.rounds):
            folder = pathlib.Path(scratch) / str(number)
            folder.mkdir()
            ours = Ours(chosen.raft, folder, number + 1)
            ours("model", "base", "--from", chosen.model)
            ours("data", "train", "--from", "minimath", "--limit", chosen.prompts, "--out", folder / "prompts.json")
            ours("data", "few", "--from", "mini-500", "--limit", 1)
            ours("data", "test", "--from", "mini-500", "--limit", chosen.problems, "--out", folder / "test.json")
            found, trained = ours.iteration(chosen.prompts, chosen.k)
            sides["ours"].append(found)
            other = folder / "theirs"
            sides["theirs"].append(last_line([chosen.python, here, "theirs", chosen.model, folder / "prompts.json",
                                              chosen.k, number + 1, other]))
            problems = json.loads((folder / "test.json").read_text())["prompts"]
            rows = [dict(id=p["id"], prompt=p["text"], answer=p["columns"]["answer"]) for p in problems]
            (folder / "test.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
            for side, model in [("ours", trained), ("theirs", other)]:
                drawn = folder / f"{side}.jsonl"
                run([*chosen.raft.split(), "generate", "--model", model, "--in", folder / "test.jsonl", "--out", drawn,
                     "-k", chosen.samples, "--max-new-tokens", NEW, "--seed", 7])
                sides[side][-1] |= last_line([chosen.python, here, "grade", drawn])
            print(json.dumps({side: runs[-1] for side, runs in sides.items()}), flush=True)
    totals = {side: statistics.median(sum(r["seconds"].values()) for r in runs) for side, runs in sides.items()}
    passed = {side: statistics.fmean(r["pass_at_1"] for r in runs) for side, runs in sides.items()}
    print(f"ours {totals['ours']:.2f} s, theirs {totals['theirs']:.2f} s: {totals['theirs'] / totals['ours']:.2f} times "
          f"as fast; pass@1 {passed['ours']:.3f} and {passed['theirs']:.3f}")
    if chosen.out:
        pathlib.Path(chosen.out).write_text(json.dumps(dict(sides=sides, seconds=totals), indent=1) + "\n")


if __name__ == "__main__":
    if sys.argv[1:2] == ["theirs"]:
        theirs(sys.argv[2], sys.argv[3], int(sys.argv[4]), int(sys.argv[5]), pathlib.Path(sys.argv[6]))
    elif sys.argv[1:2] == ["grade"]:
        grade(sys.argv[2])
    else:
        main()
