"""Checks fine-tuning against transformers' Trainer and PEFT, and that both read what we write.

    python training_parity.py FOLDER_OF_GOLDEN_CHECKPOINTS COMMAND...

COMMAND runs RAFT Lab, such as ./raft. Needs torch, transformers and peft. Ends with 0 if every check holds.

For each family: the losses of 12 steps of Trainer (AdamW, linear rate, two batches accumulated, gradients clipped at 1,
rows in the file's order) to 1e-3; the log-probabilities of the folder we wrote, read by transformers, to 1e-4. With an
adapter that PEFT drew: the losses of 6 steps of PEFT to 1e-3, the log-probabilities of our adapter read by PEFT and of
our merged model to 1e-4. A sharded checkpoint in float16 and one in bfloat16: log-probabilities to 1e-4; computed in bfloat16: to 2e-2. Linear, YaRN and Llama 3 stretching of positions: to 1e-4.
"""

import json
import pathlib
import random
import subprocess
import sys
import tempfile

import peft
import torch
import transformers
from torch.utils.data import SequentialSampler
from transformers import AutoModelForCausalLM, Trainer, TrainerCallback, TrainingArguments

FAMILIES = ["qwen2-tied", "qwen3", "llama3", "mistral"]
END, PAD = 0, 1
RATE = 1e-3


class InOrder(Trainer):

    def _get_train_sampler(self, *_):
        return SequentialSampler(self.train_dataset)


class Losses(TrainerCallback):

    def __init__(self):
        self.losses = []

    def on_log(self, args, state, control, logs=None, **_):
        if "loss" in logs:
            self.losses.append(logs["loss"])


def rows(count):
    draw = random.Random(5)
    made = []
    for _ in range(count):
        prompt = [draw.randrange(2, 96) for _ in range(draw.randrange(2, 12))]
        made.append((prompt, [draw.randrange(2, 96) for _ in range(draw.randrange(3, 24))]))
    return made


def words(ids):
    return " ".join(f"t{i}" for i in ids)


def write(data, file):
    lines = [json.dumps(dict(prompt=words(p), completion=words(c))) for p, c in data]
    file.write_text("\n".join(lines) + "\n")


def collate(batch):
    longest = max(len(p) + len(c) + 1 for p, c in batch)
    ids, mask, labels = [], [], []
    for prompt, completion in batch:
        own = prompt + completion + [END]
        pad = longest - len(own)
        ids.append(own + [PAD] * pad)
        mask.append([1] * len(own) + [0] * pad)
        labels.append([-100] * len(prompt) + completion + [END] + [-100] * pad)
    return dict(input_ids=torch.tensor(ids), attention_mask=torch.tensor(mask), labels=torch.tensor(labels))


def trainer_losses(model, data, folder, **settings):
    kept = Losses()
    arguments = TrainingArguments(folder, learning_rate=RATE, logging_steps=1, save_strategy="no", report_to=[],
                                  use_cpu=True, disable_tqdm=True, remove_unused_columns=False, max_grad_norm=1.0,
                                  **settings)
    InOrder(model=model, args=arguments, train_dataset=data, data_collator=collate, callbacks=[kept]).train()
    return kept.losses


def peft_losses(model, data):
    optimizer = torch.optim.AdamW([p for p in model.parameters() if p.requires_grad], lr=RATE, weight_decay=0.0)
    found = []
    for at in range(0, len(data), 4):
        optimizer.zero_grad()
        loss = model(**collate(data[at:at + 4])).loss
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        found.append(loss.item())
    return found


def log_probs(model, data):
    model.eval()
    found = []
    with torch.no_grad():
        for prompt, completion in data:
            own = torch.tensor([prompt + completion])
            logp = torch.log_softmax(model(own).logits[0, :-1].float(), -1).gather(1, own[0, 1:, None]).squeeze(1)
            found.append(logp[len(prompt) - 1:].tolist())
    return found


class Checks:

    def __init__(self, command, scratch):
        self.command = command
        self.scratch = scratch
        self.failed = []

    def raft(self, *words):
        done = subprocess.run([*self.command, *map(str, words)], capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit(f"{words} ended with {done.returncode}:\n{done.stdout}\n{done.stderr}")
        return json.loads(done.stdout.strip().splitlines()[-1])

    def close(self, name, ours, theirs, tolerance):
        same = len(ours) == len(theirs)
        worst = max(abs(a - b) for a, b in zip(ours, theirs)) if same else float("inf")
        print(f"{name}: differs by at most {worst:.2e}, allowed {tolerance:g}", flush=True)
        if not worst <= tolerance:
            self.failed.append(name)

    def losses(self, out):
        return [json.loads(line)["loss"] for line in (out / "metrics.jsonl").read_text().splitlines()]

    def same_log_probs(self, name, folder, model, data, tolerance, *options):
        file = self.scratch / "logprobs.jsonl"
        write(data, self.scratch / "texts.jsonl")
        self.raft("logprobs", "--model", folder, "--in", self.scratch / "texts.jsonl", "--out", file, *options)
        ours = [json.loads(line)["logprobs"] for line in file.read_text().splitlines()]
        theirs = log_probs(model, data)
        self.close(name, sum(ours, []), sum(theirs, []), tolerance)


def full(checks, family, golden, data):
    out = checks.scratch / f"{family}-full"
    write(data, checks.scratch / "data.jsonl")
    checks.raft("finetune", "--model", golden, "--data", checks.scratch / "data.jsonl", "--out", out, "--lr", RATE,
                "--batch", 2, "--accumulate", 2, "--epochs", 2, "--schedule", "linear", "--no-shuffle", "--weight-decay",
                0.01, "--packing", "--checkpointing")
    model = AutoModelForCausalLM.from_pretrained(golden, torch_dtype=torch.float32)
    theirs = trainer_losses(model, data, str(checks.scratch / "trainer"), per_device_train_batch_size=2,
                            gradient_accumulation_steps=2, num_train_epochs=2, lr_scheduler_type="linear",
                            weight_decay=0.01)
    # Trainer rounds what it logs to four digits.
    checks.close(f"{family}: losses of Trainer", checks.losses(out), theirs, 1e-3)
    checks.same_log_probs(f"{family}: our checkpoint in transformers", out,
                          AutoModelForCausalLM.from_pretrained(out, torch_dtype=torch.float32), data[:8], 1e-4)


def adapter(checks, family, golden, data):
    start, out, merged = (checks.scratch / f"{family}-{each}" for each in ("start", "lora", "merged"))
    base = AutoModelForCausalLM.from_pretrained(golden, torch_dtype=torch.float32)
    shape = peft.LoraConfig(r=4, lora_alpha=16, target_modules=["q_proj", "v_proj", "gate_proj", "down_proj"],
                            lora_dropout=0.0, task_type="CAUSAL_LM")
    torch.manual_seed(0)
    model = peft.get_peft_model(base, shape)
    model.save_pretrained(start)
    write(data, checks.scratch / "data.jsonl")
    common = ["--data", checks.scratch / "data.jsonl", "--lr", RATE, "--batch", 4, "--schedule", "constant",
              "--no-shuffle"]
    checks.raft("finetune", "--model", start, "--out", out, *common)
    checks.raft("finetune", "--model", start, "--out", merged, "--merge", *common)
    checks.close(f"{family}: losses of PEFT", checks.losses(out), peft_losses(model.train(), data), 1e-3)
    read = peft.PeftModel.from_pretrained(AutoModelForCausalLM.from_pretrained(golden, torch_dtype=torch.float32), out)
    checks.same_log_probs(f"{family}: our adapter in PEFT", out, read, data[:8], 1e-4)
    checks.same_log_probs(f"{family}: our adapter merged", merged, read, data[:8], 1e-4)


def fresh(checks, golden, data):
    out = checks.scratch / "fresh"
    write(data, checks.scratch / "data.jsonl")
    checks.raft("finetune", "--model", golden, "--data", checks.scratch / "data.jsonl", "--out", out, "--lora", 8,
                "--lora-alpha", 4, "--target-modules", "k_proj,o_proj,up_proj")
    read = peft.PeftModel.from_pretrained(AutoModelForCausalLM.from_pretrained(golden, torch_dtype=torch.float32), out)
    checks.same_log_probs("a fresh adapter of ours in PEFT", out, read, data[:8], 1e-4)


def stored(checks, golden, data):
    for kind in (torch.float16, torch.bfloat16):
        folder = checks.scratch / f"sharded-{kind}".replace("torch.", "")
        model = AutoModelForCausalLM.from_pretrained(golden, torch_dtype=kind)
        model.save_pretrained(folder, max_shard_size="20KB")
        (folder / "tokenizer.json").write_bytes((golden / "tokenizer.json").read_bytes())
        checks.same_log_probs(f"shards in {kind}", folder, model.float(), data[:8], 1e-4)
    small = checks.scratch / "small"
    model = AutoModelForCausalLM.from_pretrained(golden, torch_dtype=torch.float32)
    with torch.no_grad():  # the tiny checkpoints' matrices are ten times as large as those of real ones
        for each in model.parameters():
            if each.dim() > 1:
                each.mul_(0.1)
    model.to(torch.bfloat16).save_pretrained(small)
    (small / "tokenizer.json").write_bytes((golden / "tokenizer.json").read_bytes())
    checks.same_log_probs("computed in bfloat16", small, model, data[:8], 2e-2, "--dtype", "bfloat16")


def stretched(checks, golden, data):
    """Rotary positions stretched in each way that is read, past the length before stretching."""
    shape = dict(vocab_size=96, hidden_size=32, intermediate_size=64, num_hidden_layers=2, num_attention_heads=4,
                 num_key_value_heads=2, max_position_embeddings=128, initializer_range=0.2, eos_token_id=END,
                 pad_token_id=PAD, bos_token_id=None, tie_word_embeddings=False)
    before = dict(original_max_position_embeddings=16)
    scalings = {
        "linear": dict(rope_type="linear", factor=4.0),
        "yarn": dict(rope_type="yarn", factor=8.0, beta_fast=16.0, beta_slow=2.0, **before),
        "llama3": dict(rope_type="llama3", factor=8.0, low_freq_factor=1.0, high_freq_factor=2.0, **before),
    }
    for name, scaling in scalings.items():
        for kind, config in [(transformers.LlamaForCausalLM, transformers.LlamaConfig),
                             (transformers.Qwen2ForCausalLM, transformers.Qwen2Config)]:
            folder = checks.scratch / f"{name}-{config.model_type}"
            torch.manual_seed(2)
            model = kind(config(rope_scaling=scaling, **shape)).eval()
            model.save_pretrained(folder)
            (folder / "tokenizer.json").write_bytes((golden / "tokenizer.json").read_bytes())
            checks.same_log_probs(f"{name} positions of {config.model_type}", folder, model, data, 1e-4)


def main():
    transformers.logging.set_verbosity_error()
    torch.set_num_threads(1)
    root, command = pathlib.Path(sys.argv[1]), sys.argv[2:]
    data = rows(24)
    with tempfile.TemporaryDirectory() as scratch:
        checks = Checks(command, pathlib.Path(scratch))
        for family in FAMILIES:
            full(checks, family, root / family, data)
        for family in ("qwen2-tied", "llama3"):
            adapter(checks, family, root / family, data)
        fresh(checks, root / "qwen3", data)
        stored(checks, root / "qwen2-untied", data)
        stretched(checks, root / "qwen2-untied", [(p * 3, c) for p, c in data[:8]])
    if checks.failed:
        raise SystemExit("failed: " + "; ".join(checks.failed))


if __name__ == "__main__":
    main()
