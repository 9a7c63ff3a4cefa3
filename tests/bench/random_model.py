"""Makes a checkpoint with random weights in a shape of choice, for benchmarks; nothing is downloaded.

    python tests/bench/random_model.py FOLDER [--shape qwen2.5-0.5b] [--dtype float32|bfloat16]

Its tokenizer knows the words t0, t1, ...; none of them ends a text, so that every completion has its full length.
"""

import argparse
import pathlib

import torch
from tokenizers import Tokenizer, models, pre_tokenizers
from transformers import PreTrainedTokenizerFast, Qwen2Config, Qwen2ForCausalLM

SHAPES = {
    "qwen2.5-0.5b": dict(vocab_size=151936, hidden_size=896, intermediate_size=4864, num_hidden_layers=24,
                         num_attention_heads=14, num_key_value_heads=2, max_position_embeddings=32768,
                         rope_theta=1e6, tie_word_embeddings=True),
    "tiny": dict(vocab_size=1000, hidden_size=64, intermediate_size=128, num_hidden_layers=2, num_attention_heads=4,
                 num_key_value_heads=2, max_position_embeddings=1024, tie_word_embeddings=True),
}


def make(folder, shape, dtype):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(0)
    config = Qwen2Config(bos_token_id=None, eos_token_id=None, **SHAPES[shape])
    torch.set_default_dtype(dtype)
    model = Qwen2ForCausalLM(config)
    torch.set_default_dtype(torch.float32)
    model.to(dtype).save_pretrained(folder)
    words = {f"t{i}": i for i in range(config.vocab_size)}
    made = Tokenizer(models.WordLevel(words, unk_token="t0"))
    made.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    PreTrainedTokenizerFast(tokenizer_object=made).save_pretrained(folder)
    return folder


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--shape", choices=SHAPES, default="qwen2.5-0.5b")
    parser.add_argument("--dtype", choices=["float32", "bfloat16"], default="bfloat16")
    chosen = parser.parse_args()
    make(chosen.folder, chosen.shape, getattr(torch, chosen.dtype))


if __name__ == "__main__":
    main()
