"""Compares `./raft generate` and `./raft logprobs` with transformers on random checkpoints of odd configurations.

Usage, from the repository, with torch 2.7.1 and transformers 4.55.4:

    python tests/parity/commands.py [--keep FOLDER]

Each case is a checkpoint made on the spot (nothing is downloaded): tied or not, head width of its own, biases, shards,
bfloat16 and float16 files, lists of end tokens, sliding windows on some layers, every kind of rope scaling, a begin
token from the post-processor. Prints one line per case and ends with code 1 if one differs.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

import torch
from tokenizers import Tokenizer, models, pre_tokenizers, processors
from transformers import (AutoModelForCausalLM, AutoTokenizer, LlamaConfig, MistralConfig, PreTrainedTokenizerFast,
                          Qwen2Config, Qwen3Config)

ROOT = pathlib.Path(__file__).resolve().parents[2]
VOCABULARY = 96
SHAPE = dict(vocab_size=VOCABULARY, hidden_size=48, intermediate_size=80, num_hidden_layers=3, num_attention_heads=4,
             num_key_value_heads=2, max_position_embeddings=128, initializer_range=0.2, eos_token_id=0, pad_token_id=1,
             bos_token_id=2)
LLAMA3 = dict(rope_type="llama3", factor=4.0, low_freq_factor=1.0, high_freq_factor=4.0,
              original_max_position_embeddings=32)
CASES = {
    "qwen2-untied": Qwen2Config(rope_theta=1e6, rms_norm_eps=1e-5, **SHAPE),
    "qwen2-tied-window": Qwen2Config(tie_word_embeddings=True, use_sliding_window=True, sliding_window=9,
                                     max_window_layers=1, **SHAPE),
    "qwen3-head32": Qwen3Config(head_dim=32, tie_word_embeddings=True, **SHAPE),
    "qwen3-bias": Qwen3Config(head_dim=16, attention_bias=True, **SHAPE),
    "llama-llama3": LlamaConfig(rope_theta=5e5, rope_scaling=LLAMA3, **SHAPE),
    "llama-bias": LlamaConfig(attention_bias=True, mlp_bias=True, head_dim=20, **SHAPE),
    "llama-linear": LlamaConfig(rope_scaling=dict(rope_type="linear", factor=2.0), **SHAPE),
    "llama-dynamic": LlamaConfig(rope_scaling=dict(rope_type="dynamic", factor=2.0), **SHAPE),
    "llama-yarn": LlamaConfig(rope_scaling=dict(rope_type="yarn", factor=4.0, original_max_position_embeddings=32),
                              **SHAPE),
    "qwen2-yarn": Qwen2Config(rope_scaling=dict(type="yarn", factor=4.0, original_max_position_embeddings=32), **SHAPE),
    "mistral-window": MistralConfig(sliding_window=9, **SHAPE),
    "mistral-whole": MistralConfig(sliding_window=None, head_dim=16, **SHAPE),
}


def tokenizer(folder, begins):
    words = {"<end>": 0, "<pad>": 1, "<begin>": 2} | {f"t{i}": i for i in range(3, VOCABULARY)}
    made = Tokenizer(models.WordLevel(words, unk_token="<pad>"))
    made.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    if begins:
        made.post_processor = processors.TemplateProcessing(single="<begin> $A", special_tokens=[("<begin>", 2)])
    PreTrainedTokenizerFast(tokenizer_object=made, bos_token="<begin>", eos_token="<end>",
                            pad_token="<pad>").save_pretrained(folder)


def texts():
    draw = torch.Generator().manual_seed(11)
    return [" ".join(f"t{i}" for i in torch.randint(3, VOCABULARY, (n,), generator=draw).tolist())
            for n in (5, 17, 40, 1)]


def raft(*words):
    found = subprocess.run([str(ROOT / "raft"), *map(str, words)], capture_output=True, text=True)
    if found.returncode != 0:
        raise RuntimeError(found.stderr[-2000:])
    return json.loads(found.stdout.strip().splitlines()[-1])


def rows(file):
    return [json.loads(line) for line in file.read_text().splitlines()]


def make(name, config, folder, dtype, shards, ends):
    torch.manual_seed(sum(name.encode()))
    model = AutoModelForCausalLM.from_config(config).eval()
    with torch.no_grad():
        for each in model.parameters():
            if each.dim() == 1:
                each.add_(0.1 * torch.randn_like(each))
    model.generation_config.eos_token_id = ends
    model.to(dtype).save_pretrained(folder, max_shard_size="60KB" if shards else "5GB")
    return folder


def check(folder, dtype):
    """The largest difference of log-probabilities, and whether greedy continuations agree."""
    tok = AutoTokenizer.from_pretrained(folder)
    kind = torch.float32 if dtype == "float32" else torch.bfloat16
    model = AutoModelForCausalLM.from_pretrained(folder, torch_dtype=kind).eval()
    source = folder / "in.jsonl"
    source.write_text("".join(json.dumps(dict(text=t, prompt=t)) + "\n" for t in texts()))
    raft("logprobs", "--model", folder, "--in", source, "--out", folder / "scored.jsonl", "--dtype", dtype)
    raft("generate", "--model", folder, "--in", source, "--out", folder / "made.jsonl", "--greedy",
         "--max-new-tokens", "64", "--dtype", dtype)
    worst, same = 0.0, 0
    for text, scored, made in zip(texts(), rows(folder / "scored.jsonl"), rows(folder / "made.jsonl")):
        ids = tok(text, return_tensors="pt").input_ids
        with torch.no_grad():
            logp = torch.log_softmax(model(ids).logits[0, :-1].float(), -1).gather(1, ids[0, 1:, None]).squeeze(1)
            out = model.generate(ids, attention_mask=torch.ones_like(ids), max_new_tokens=64, do_sample=False)
        assert scored["token_ids"] == ids[0, 1:].tolist(), (scored["token_ids"], ids)
        if len(logp) > 0:
            worst = max(worst, (torch.tensor(scored["logprobs"]) - logp).abs().max().item())
        same += made["completions"][0]["token_ids"] == out[0, ids.size(1):].tolist()
    return worst, same, len(texts())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--keep")
    parser.add_argument("--only", default="")
    parser.add_argument("--bfloat16", action="store_true", help="also compute in bfloat16")
    chosen = parser.parse_args()
    root = pathlib.Path(chosen.keep or tempfile.mkdtemp())
    failed = 0
    stored = [torch.float32, torch.bfloat16, torch.float16]
    for number, (name, config) in enumerate(CASES.items()):
        if chosen.only not in name:
            continue
        folder = root / name
        folder.mkdir(parents=True, exist_ok=True)
        make(name, config, folder, stored[number % 3], number % 2 == 1, [0, 5] if number % 2 else 0)
        tokenizer(folder, number % 3 == 1)
        for dtype in ["float32"] + (["bfloat16"] if chosen.bfloat16 else []):
            worst, same, of = check(folder, dtype)
            fine = worst < (1e-4 if dtype == "float32" else 2e-2) and (same == of or dtype != "float32")
            failed += not fine
            print(f"{'ok  ' if fine else 'FAIL'} {name:20} {dtype:9} log-probs differ by {worst:.1e}, greedy the same in "
                  f"{same} of {of}", flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
