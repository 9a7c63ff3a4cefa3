"""Checks that TRL reads what `export` writes, and trains on the very texts that were sampled.

    python trl_export.py COMMAND...

COMMAND runs RAFT Lab, such as ./raft. Needs torch, transformers, datasets and trl 0.21. Ends with 0 if every check holds.

A run of one round of the embedded model is exported as trl-sft and trl-dpo, standard and conversational, and its start
with `--to hf`; `datasets` loads each file. SFTTrainer and DPOTrainer take two steps on each. Checked: the columns; that
the tokens SFTTrainer computes its loss on are the kept completion and one end token; that its first loss is that of
`./raft finetune` on the same file to 1e-3; that a chosen and a rejected text arrive whole; that DPOTrainer's first loss
is log 2 and its second one is lower.
"""

import json
import math
import pathlib
import subprocess
import sys
import tempfile

import torch
import transformers
from datasets import load_dataset
from transformers import AutoModelForCausalLM, AutoTokenizer
from trl import DPOConfig, DPOTrainer, SFTConfig, SFTTrainer

RATE = 1e-4
CHAT = ("{% for m in messages %}<{{ m['role'] }}>{{ m['content'] }}{% if m['role'] == 'assistant' %}{{ eos_token }}"
        "{% endif %}{% endfor %}{% if add_generation_prompt %}<assistant>{% endif %}")
HEADER = "<assistant>"
COMMON = dict(num_train_epochs=2, learning_rate=RATE, lr_scheduler_type="constant", logging_steps=1,
              save_strategy="no", report_to=[], use_cpu=True, disable_tqdm=True, bf16=False, gradient_checkpointing=False)


class Checks:

    def __init__(self, command, scratch):
        self.command = [str(pathlib.Path(command[0]).resolve()), *command[1:]]
        self.scratch = scratch
        self.failed = []

    def raft(self, *words):
        done = subprocess.run([*self.command, *map(str, words)], cwd=self.scratch, capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit(f"{words} ended with {done.returncode}:\n{done.stdout}\n{done.stderr}")

    def that(self, name, holds, figures=""):
        print(f"{name}: {'holds' if holds else 'FAILS'} {figures}", flush=True)
        if not holds:
            self.failed.append(name)

    def export(self, form, messages):
        file = self.scratch / f"{form}-{messages}.jsonl"
        self.raft("export", "r1", "--format", form, "--messages", messages, "--out", file)
        rows = [json.loads(line) for line in file.read_text().splitlines()]
        loaded = load_dataset("json", data_files=str(file), split="train", cache_dir=str(self.scratch / "cache"))
        self.that(f"{file.stem}: datasets reads every row", loaded.to_list() == rows, f"({len(rows)} rows)")
        return file, loaded

    def start(self):
        tokenizer = AutoTokenizer.from_pretrained(self.scratch / "model")
        tokenizer.chat_template = CHAT
        return AutoModelForCausalLM.from_pretrained(self.scratch / "model", torch_dtype=torch.float32), tokenizer


def text(field):
    return field if isinstance(field, str) else "".join(each["content"] for each in field)


def losses(trainer):
    trainer.train()
    return [each["loss"] for each in trainer.state.log_history if "loss" in each]


def supervised(checks, messages):
    file, rows = checks.export("trl-sft", messages)
    checks.that(f"{file.stem}: columns", sorted(rows.column_names) == ["completion", "prompt"])
    model, tokenizer = checks.start()
    # Every row in one batch, so that the mean over its tokens depends on no order.
    settings = SFTConfig(str(checks.scratch / "sft"), per_device_train_batch_size=len(rows), max_length=None, **COMMON)
    trainer = SFTTrainer(model, settings, train_dataset=rows, processing_class=tokenizer)
    # TRL counts the header that the template puts before a reply as part of the reply.
    begins, ends = "" if messages == "standard" else HEADER, tokenizer.eos_token
    learnt = [tokenizer.decode([i for i, own in zip(row["input_ids"], row["completion_mask"]) if own])
              for row in trainer.train_dataset]
    checks.that(f"{file.stem}: the loss is on the completion and one end",
                learnt == [begins + text(row["completion"]) + ends for row in rows])
    found = losses(trainer)
    checks.that(f"{file.stem}: two steps", len(found) == 2 and found[1] < found[0], f"(losses {found})")
    if messages == "standard":
        out = checks.scratch / "finetuned"
        checks.raft("finetune", "--model", checks.scratch / "model", "--data", file, "--out", out, "--batch", len(rows),
                    "--lr", RATE, "--schedule", "constant")
        ours = json.loads((out / "metrics.jsonl").read_text().splitlines()[0])["loss"]
        checks.that(f"{file.stem}: our first loss", abs(ours - found[0]) < 1e-3, f"({ours:.5f} and {found[0]})")


def preferences(checks, messages):
    file, rows = checks.export("trl-dpo", messages)
    checks.that(f"{file.stem}: columns", sorted(rows.column_names) == ["chosen", "prompt", "rejected"])
    model, tokenizer = checks.start()
    settings = DPOConfig(str(checks.scratch / "dpo"), per_device_train_batch_size=len(rows), max_length=None,
                         max_prompt_length=None, **COMMON)
    trainer = DPOTrainer(model, args=settings, train_dataset=rows, processing_class=tokenizer)
    for side in ("chosen", "rejected"):
        read = [tokenizer.decode(row[f"{side}_input_ids"]) for row in trainer.train_dataset]
        wanted = [text(row[side]) for row in rows]
        checks.that(f"{file.stem}: {side} texts arrive whole",
                    [each.replace(tokenizer.eos_token, "") for each in read] == wanted)
    found = losses(trainer)
    checks.that(f"{file.stem}: two steps", abs(found[0] - math.log(2)) < 1e-3 and found[1] < found[0],
                f"(losses {found})")


def main():
    transformers.logging.set_verbosity_error()
    torch.set_num_threads(1)
    with tempfile.TemporaryDirectory() as scratch:
        checks = Checks(sys.argv[1:], pathlib.Path(scratch))
        checks.raft("model", "base")
        checks.raft("data", "train", "--from", "minimath", "--limit", 8)
        checks.raft("run", "r1", "--policy", "base", "--data", "train", "--prompts", 8, "-k", 4, "--iterations", 1,
                    "--eval", "train", "--n", 1)
        checks.raft("export", "base", "--to", "hf", "--out", "model")
        for messages in ("standard", "conversational"):
            supervised(checks, messages)
            preferences(checks, messages)
    if checks.failed:
        raise SystemExit("failed: " + "; ".join(checks.failed))


if __name__ == "__main__":
    main()
