"""Compares our chat templates with Jinja as transformers sets it up, byte for byte.

    python tests/parity/chat.py FOLDER_OR_TEMPLATE.jinja ...

Each argument is a model folder with a chat template, or a template's file; they are other people's text and not part of
this repository. For each, prompts with quotes, blanks, other scripts and line ends are rendered by
ours (raftlab.infer.RenderChats) and by transformers. Ends with code 1 if one differs.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

from transformers.utils.chat_template_utils import render_jinja_template

ROOT = pathlib.Path(__file__).resolve().parents[2]
TALKS = [
    [dict(role="user", content="What is 2+2?")],
    [dict(role="system", content="Be brief."), dict(role="user", content=" 'Hi' \"there\"\n\n")],
    [dict(role="user", content="é 中文 😀"), dict(role="assistant", content="<think>\nhm\n</think>\n\nYes."),
     dict(role="user", content="And?")],
]
TOKENS = dict(bos_token="<bos>", eos_token="<eos>")


def source(path):
    if path.is_dir():
        if (path / "chat_template.jinja").exists():
            return (path / "chat_template.jinja").read_text()
        return json.loads((path / "tokenizer_config.json").read_text())["chat_template"]
    return path.read_text()


def ours(template):
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        (scratch / "t.jinja").write_text(template)
        (scratch / "in.jsonl").write_text("".join(json.dumps(dict(prompt=t)) + "\n" for t in TALKS))
        subprocess.run(["java", "-cp", f"{ROOT}/kernel-ext/target/lib/*", "raftlab.infer.RenderChats", scratch / "t.jinja",
                        scratch / "in.jsonl", scratch / "out.jsonl", json.dumps(TOKENS)], check=True)
        return [json.loads(line)["text"] for line in (scratch / "out.jsonl").read_text().splitlines()]


def main():
    failed = 0
    for name in sys.argv[1:]:
        template = source(pathlib.Path(name))
        for number, (talk, found) in enumerate(zip(TALKS, ours(template))):
            expected = render_jinja_template([talk], chat_template=template, add_generation_prompt=True, **TOKENS)[0][0]
            failed += expected != found
            print("ok  " if expected == found else f"FAIL\n{expected!r}\n{found!r}", name, number)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
