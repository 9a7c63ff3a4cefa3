"""Our chat templates beside transformers' apply_chat_template, byte for byte, for every template of a folder.

    python tests/bench/chat_templates.py FOLDER [--classes CLASSPATH] [--show N] [--out FILE.json]

FOLDER holds templates (*.jinja, at any depth) or model folders (chat_template.jinja, chat_template.json or
tokenizer_config.json with a chat_template). They are other people's text and not part of this repository. The Python
needs transformers and jinja2 (pinned for our figures: transformers==4.55.4, jinja2==3.1.6); the Java side is the built
library (kernel-ext/target/lib after `mvn package`, or --classes).

Every template renders every conversation of chat_cases.py, with and without the assistant's turn opened, and with each
of the options that it names (enable_thinking and the like). A case is equal if both give the same text, or if both
refuse: then the template's own message must stand in ours. Ends with code 1 if one case differs.
"""

import argparse
import collections
import datetime
import json
import pathlib
import subprocess
import sys
import tempfile

import jinja2
from tokenizers import Tokenizer, models
from transformers import PreTrainedTokenizerFast
from transformers.utils import chat_template_utils

import chat_cases

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOKENS = dict(bos_token="<bos>", eos_token="<eos>", unk_token="<unk>", pad_token="<pad>")
NOW = datetime.datetime(2025, 3, 5, 7, 8, 9)


class FixedDate(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return NOW


def templates(folder):
    """Yields (name, text) of each template; a model folder with several named ones yields each."""
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        if path.suffix == ".jinja":
            yield name, path.read_bytes().decode("utf-8")
        elif path.name in ("tokenizer_config.json", "chat_template.json"):
            found = json.loads(path.read_text("utf-8")).get("chat_template")
            for each in found if isinstance(found, list) else [dict(name="", template=found)]:
                if each["template"]:
                    yield f"{name}:{each['name']}", each["template"]


def cases(named):
    for name, text in named:
        for label, context in chat_cases.matrix(text):
            yield dict(name=name, label=label, template=text, context=context)


def theirs(case, tokenizer):
    """Returns (text, None) or (None, (message, whether it is the template's own))."""
    context = dict(case["context"])
    messages = context.pop("messages")
    tokenizer.chat_template = case["template"]
    try:
        return tokenizer.apply_chat_template(messages, tokenize=False, **context), None
    except jinja2.exceptions.TemplateError as e:
        return None, (str(e), type(e) is jinja2.exceptions.TemplateError)
    except Exception as e:  # whatever Python raises inside a template is a refusal
        return None, (f"{type(e).__name__}: {e}", False)


def ours(all_cases, classes):
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        with open(scratch / "in.jsonl", "w", encoding="utf-8") as file:
            for case in all_cases:
                context = {**TOKENS, "tools": None, "documents": None, **case["context"]}
                file.write(json.dumps(dict(template=case["template"], context=context)) + "\n")
        subprocess.run(["java", "-cp", classes, "raftlab.infer.RenderChats", scratch / "in.jsonl", scratch / "out.jsonl",
                        NOW.isoformat()], check=True)
        return [json.loads(line) for line in (scratch / "out.jsonl").read_text("utf-8").split("\n") if line]


def verdict(expected, refusal, found):
    """Returns None if ours does as theirs, else what differs."""
    if refusal is None:
        if "text" not in found:
            return f"ours refuses: {found['error']}"
        return None if found["text"] == expected else f"\n  theirs {expected!r}\n  ours   {found['text']!r}"
    if "text" in found:
        return f"theirs refuses ({refusal[0]}), ours renders {found['text']!r}"
    message, own = refusal
    return f"ours says {found['error']!r}, not {message!r}" if own and message not in found["error"] else None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--classes", default=f"{ROOT}/kernel-ext/target/lib/*")
    parser.add_argument("--show", type=int, default=3, help="differences shown per template")
    parser.add_argument("--out", type=pathlib.Path, help="the counts per template, as JSON")
    options = parser.parse_args()

    chat_template_utils.datetime = FixedDate
    tokenizer = PreTrainedTokenizerFast(tokenizer_object=Tokenizer(models.BPE()), **TOKENS)
    all_cases = list(cases(templates(options.folder)))
    counts = collections.defaultdict(collections.Counter)
    for case, found in zip(all_cases, ours(all_cases, options.classes), strict=True):
        expected, refusal = theirs(case, tokenizer)
        count = counts[case["name"]]
        difference = verdict(expected, refusal, found)
        count["cases"] += 1
        count["refused"] += refusal is not None
        count["equal"] += difference is None
        if difference is not None and count["cases"] - count["equal"] <= options.show:
            print(f"DIFFERS {case['name']} [{case['label']}] {difference}")
    total = sum(counts.values(), collections.Counter())
    whole = sum(count["cases"] == count["equal"] for count in counts.values())
    print(f"{len(counts)} templates, {whole} equal in all cases; {total['cases']} cases, {total['equal']} equal "
          f"({total['refused']} of them refused by transformers)")
    if options.out:
        options.out.write_text(json.dumps(dict(total=total, templates=counts), indent=1))
    sys.exit(0 if total["cases"] == total["equal"] else 1)


if __name__ == "__main__":
    main()
