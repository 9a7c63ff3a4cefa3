"""Tokens per second of llama.cpp for a model folder of the Qwen2 family, in the precision asked for.

    PYTHON tests/bench/llama_cpp_speed.py WORK.json

PYTHON has llama-cpp-python, gguf and numpy. WORK is what side_by_side.py writes: folder, prompts (token
ids, all of one length), count (completions, at most 64 at once), new (tokens each), ends (ids), dtype. The weights are
written as GGUF without a vocabulary, since token ids go in and come out. Each prompt is read once and its keys and
values copied to its completions; a completion that ends leaves the batch. Sampling is at temperature 1 from the whole
distribution, by llama.cpp's own sampler. The last line of output is one JSON object.
"""

import json
import os
import pathlib
import sys
import tempfile
import time

import gguf
import llama_cpp as lib
import numpy

MOST = 64  # sequences that a context of llama.cpp holds

NAMES = {
    "self_attn.q_proj": "attn_q", "self_attn.k_proj": "attn_k", "self_attn.v_proj": "attn_v",
    "self_attn.o_proj": "attn_output", "mlp.gate_proj": "ffn_gate", "mlp.up_proj": "ffn_up",
    "mlp.down_proj": "ffn_down", "input_layernorm": "attn_norm", "post_attention_layernorm": "ffn_norm",
}


def renamed(name):
    if name.startswith("model.layers."):
        _, _, layer, rest = name.split(".", 3)
        stem, kind = rest.rsplit(".", 1)
        return f"blk.{layer}.{NAMES[stem]}.{kind}"
    return {"model.embed_tokens.weight": "token_embd.weight", "model.norm.weight": "output_norm.weight",
            "lm_head.weight": "output.weight"}[name]


def tensors(file):
    """Names and float32 values of a safetensors file, whose bfloat16 numpy does not know."""
    with open(file, "rb") as stored:
        header = json.loads(stored.read(int.from_bytes(stored.read(8), "little")))
        start = stored.tell()
        for name, entry in header.items():
            if name == "__metadata__":
                continue
            begin, end = entry["data_offsets"]
            stored.seek(start + begin)
            raw = stored.read(end - begin)
            if entry["dtype"] == "BF16":
                values = (numpy.frombuffer(raw, "<u2").astype("<u4") << 16).view("<f4")
            else:
                values = numpy.frombuffer(raw, {"F32": "<f4", "F16": "<f2"}[entry["dtype"]]).astype("<f4")
            yield name, values.reshape(entry["shape"])


def convert(folder, target, dtype):
    config = json.loads((folder / "config.json").read_text())
    out = gguf.GGUFWriter(target, "qwen2")
    out.add_context_length(config["max_position_embeddings"])
    out.add_embedding_length(config["hidden_size"])
    out.add_block_count(config["num_hidden_layers"])
    out.add_feed_forward_length(config["intermediate_size"])
    out.add_head_count(config["num_attention_heads"])
    out.add_head_count_kv(config["num_key_value_heads"])
    out.add_layer_norm_rms_eps(config["rms_norm_eps"])
    out.add_rope_freq_base(config.get("rope_theta", 10000.0))
    out.add_vocab_size(config["vocab_size"])
    out.add_tokenizer_model("no_vocab")
    for file in sorted(folder.glob("*.safetensors")):
        for name, values in tensors(file):
            if dtype == "bfloat16" and values.ndim == 2:
                kind = gguf.GGMLQuantizationType.BF16
                out.add_tensor(renamed(name), gguf.quants.quantize(values, kind), raw_dtype=kind)
            else:
                out.add_tensor(renamed(name), values)
    out.write_header_to_file()
    out.write_kv_data_to_file()
    out.write_tensors_to_file()
    out.close()


class Drawing:
    """The completions of some prompts in one context."""

    def __init__(self, model, rows, length, dtype, seed):
        params = lib.llama_context_default_params()
        params.n_ctx = rows * length
        params.n_batch = params.n_ubatch = 512
        params.n_seq_max = rows
        params.n_threads = params.n_threads_batch = os.cpu_count()
        params.kv_unified = False
        if dtype == "float32":
            params.type_k = params.type_v = lib.GGML_TYPE_F32  # its own choice is half precision
        self.context = lib.llama_init_from_model(model, params)
        self.sampler = lib.llama_sampler_chain_init(lib.llama_sampler_chain_default_params())
        lib.llama_sampler_chain_add(self.sampler, lib.llama_sampler_init_dist(seed))
        self.batch = lib.llama_batch_init(512, 0, 1)

    def decode(self, entries):
        """Reads entries (token, place, row, whether a token is drawn from it)."""
        self.batch.n_tokens = len(entries)
        for i, (token, place, row, drawn) in enumerate(entries):
            self.batch.token[i] = token
            self.batch.pos[i] = place
            self.batch.n_seq_id[i] = 1
            self.batch.seq_id[i][0] = row
            self.batch.logits[i] = drawn
        if lib.llama_decode(self.context, self.batch) != 0:
            raise RuntimeError("llama_decode failed")

    def draw(self, place):
        return lib.llama_sampler_sample(self.sampler, self.context, place)

    def complete(self, prompts, count, new, ends):
        """Returns how many tokens were drawn: `count` completions of each prompt, of at most `new` tokens."""
        memory = lib.llama_get_memory(self.context)
        last, tokens = {}, 0
        for p, prompt in enumerate(prompts):
            home = p * count
            self.decode([(token, i, home, i + 1 == len(prompt)) for i, token in enumerate(prompt)])
            for row in range(home, home + count):
                last[row] = self.draw(len(prompt) - 1)
                if row > home:
                    lib.llama_memory_seq_cp(memory, home, row, -1, -1)
        place = len(prompts[0])
        tokens += len(last)
        active = {row: token for row, token in last.items() if token not in ends}
        for step in range(1, new):
            if not active:
                break
            rows = sorted(active)
            self.decode([(active[row], place + step - 1, row, True) for row in rows])
            drawn = {row: self.draw(i) for i, row in enumerate(rows)}
            tokens += len(drawn)
            active = {row: token for row, token in drawn.items() if token not in ends}
        lib.llama_memory_clear(memory, True)
        return tokens


def main():
    work = json.loads(pathlib.Path(sys.argv[1]).read_text())
    quiet = lib.llama_log_callback(lambda *_: None)
    lib.llama_log_set(quiet, None)
    lib.llama_backend_init()
    prompts, each, ends = work["prompts"], work["count"] // len(work["prompts"]), set(work["ends"])
    if each > MOST or len({len(prompt) for prompt in prompts}) > 1:
        raise SystemExit(f"llama.cpp gets at most {MOST} completions of a prompt here, and prompts of one length")
    at_once = max(1, min(len(prompts), MOST // each))
    with tempfile.TemporaryDirectory() as scratch:
        file = os.path.join(scratch, "model.gguf")
        convert(pathlib.Path(work["folder"]), file, work["dtype"])
        model = lib.llama_model_load_from_file(file.encode(), lib.llama_model_default_params())
        drawing = Drawing(model, at_once * each, len(prompts[0]) + work["new"] + 1, work["dtype"], 7)
        drawing.complete(prompts[:at_once], each, 4, ends)
        start = time.perf_counter()
        tokens = sum(drawing.complete(prompts[at:at + at_once], each, work["new"], ends)
                     for at in range(0, len(prompts), at_once))
        seconds = time.perf_counter() - start
    print(json.dumps(dict(tokens=tokens, seconds=seconds, tokens_per_second=tokens / seconds)))


if __name__ == "__main__":
    main()
