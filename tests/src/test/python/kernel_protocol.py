"""Drives the kernel over the real protocol; prints one line per check and exits 1 if any failed.

Usage: kernel_protocol.py JAVA CLASS_PATH
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import KernelManager

TIMEOUT = 120

# The promise is one second on a machine of our own; a build machine may run other things too.
STOP_SECONDS = 3


def flags(java: str) -> list[str]:
    """The flags that `raft kernel install` writes into the specification for this Java."""
    told = subprocess.run([java, "-XshowSettings:properties", "-version"], capture_output=True, text=True).stderr
    version = int(re.search(r"java\.specification\.version = (\d+)", told).group(1))
    native = ["--enable-native-access=ALL-UNNAMED"] if version >= 22 else []
    return native + (["--sun-misc-unsafe-memory-access=allow"] if version >= 24 else [])


class Session:
    def __init__(self, java: str, class_path: str):
        self.manager = KernelManager()
        self.manager._kernel_spec = KernelSpec(
            argv=[java, *flags(java), "-Dfile.encoding=UTF-8", "-cp", class_path, "raftlab.kernel.jshell.KernelMain",
                  "{connection_file}"],
            display_name="Java (RAFT)", language="java", interrupt_mode="message")
        self.manager.start_kernel(env=dict(os.environ, RAFT_RUNS=os.path.join(os.getcwd(), "runs")))
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=TIMEOUT)

    def close(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)

    def run(self, code: str):
        return self.collect(self.client.execute(code))

    def collect(self, request: str):
        """Returns the reply and the messages up to idle."""
        outputs = []
        while True:
            message = self.client.get_iopub_msg(timeout=TIMEOUT)
            if message["parent_header"].get("msg_id") != request:
                continue
            content = message["content"]
            if message["msg_type"] == "status" and content["execution_state"] == "idle":
                break
            outputs.append((message["msg_type"], content))
        while True:
            reply = self.client.get_shell_msg(timeout=TIMEOUT)
            if reply["parent_header"].get("msg_id") == request:
                return reply["content"], outputs


def stream(outputs, name="stdout"):
    return "".join(c["text"] for kind, c in outputs if kind == "stream" and c["name"] == name)


def kinds(outputs, kind):
    return [content for each, content in outputs if each == kind]


def value_is_shown(session):
    reply, outputs = session.run("int x = 20;\nx + 1")
    assert reply["status"] == "ok", reply
    assert kinds(outputs, "execute_result")[0]["data"]["text/plain"] == "21", outputs


def all_lines_arrive(session):
    reply, outputs = session.run("for (int i = 0; i < 20000; i++) System.out.println(\"line \" + i);")
    assert reply["status"] == "ok", reply
    assert stream(outputs) == "".join(f"line {i}\n" for i in range(20000)), len(stream(outputs))
    assert len(kinds(outputs, "stream")) < 1000, len(kinds(outputs, "stream"))


def loops_are_interrupted(session):
    for body in ["Thread.sleep(50);", ""]:
        request = session.client.execute("int n = 0; while (n >= 0) { n = (n + 1) % 7; " + body + " }")
        time.sleep(2)
        session.manager.interrupt_kernel()
        began = time.monotonic()
        reply, _ = session.collect(request)
        seconds = time.monotonic() - began
        assert reply["status"] == "error", reply
        assert seconds < 5, seconds
        print(f"  interrupted after {seconds:.2f} s")
        reply, outputs = session.run(
            'Thread.getAllStackTraces().keySet().stream().filter(t -> t.getName().equals("raft-cell")).count()')
        assert kinds(outputs, "execute_result")[0]["data"]["text/plain"] == "1", "the loop still takes a core"


def errors_end_the_cell(session):
    reply, outputs = session.run("System.out.println(\"before\");\nList.of(1).get(5);\nint never = 1;")
    assert reply["status"] == "error", reply
    assert stream(outputs) == "before\n", outputs
    assert "IndexOutOfBounds" in kinds(outputs, "error")[0]["traceback"][0], outputs
    reply, outputs = session.run("%raft helq")
    lines = kinds(outputs, "error")[0]["traceback"]
    assert len(lines) <= 3 and "Did you mean `help`?" in lines[0], lines


def compile_errors_name_the_line(session):
    reply, outputs = session.run("int a = 1;\nint b = nothing;\n")
    text = "\n".join(kinds(outputs, "error")[0]["traceback"])
    assert "line 2" in text and "nothing" in text, text


def commands_complete(session):
    def complete(code):
        request = session.client.complete(code, len(code))
        while True:
            reply = session.client.get_shell_msg(timeout=TIMEOUT)
            if reply["parent_header"].get("msg_id") == request:
                return reply["content"]["matches"]

    assert "doctor" in complete("%raft do"), complete("%raft do")
    assert "--prefix" in complete("int q = 1;\n%raft kernel install --pre")


def magics_show_their_value(session):
    for code in ["%raft status", "%%raft status", "\n// a comment\n%%raft status", "%raft status;"]:
        reply, outputs = session.run(code)
        assert reply["status"] == "ok", (code, reply)
        shown = kinds(outputs, "display_data")[0]["data"]
        assert shown["text/plain"].startswith("heap ") and "<table>" in shown["text/html"], shown


def magics_are_assigned(session):
    reply, outputs = session.run("raftlab.kernel.notebook.Report r = %raft status\nr.headline().substring(0, 4)")
    assert reply["status"] == "ok", outputs
    assert kinds(outputs, "execute_result")[0]["data"]["text/plain"] == "heap", outputs
    assert not kinds(outputs, "display_data"), outputs


def values_are_bound(session):
    reply, outputs = session.run("%raft status --as bound -q")
    assert reply["status"] == "ok" and not kinds(outputs, "display_data"), outputs
    reply, outputs = session.run("bound.headline().substring(0, 4)")
    assert reply["status"] == "ok", outputs


def percent_stays_java(session):
    reply, outputs = session.run('int k = 7\n  % 4;\nString.format("x=%d", k)')
    assert kinds(outputs, "execute_result")[0]["data"]["text/plain"] == "x=3", outputs


def displays_are_updated(session):
    reply, outputs = session.run("""
import raftlab.kernel.notebook.*;
try (var bar = new ProgressBar(Raft.frontEnd(), java.time.Clock.systemUTC())) {
  for (int i = 1; i <= 500; i++) bar.set(new Event.Progress("sample", i, 500, ""));
}""")
    assert reply["status"] == "ok", outputs
    first = kinds(outputs, "display_data")[0]
    updates = kinds(outputs, "update_display_data")
    assert 1 <= len(updates) < 50, len(updates)
    assert {u["transient"]["display_id"] for u in updates} == {first["transient"]["display_id"]}
    assert updates[-1]["data"]["text/plain"] == "sample 500/500", updates[-1]


def the_kernel_is_installed(session):
    with tempfile.TemporaryDirectory() as prefix:
        reply, outputs = session.run(f"%raft kernel install --prefix {prefix} --heap 900m")
        assert reply["status"] == "ok", outputs
        spec = json.loads((pathlib.Path(prefix) / "share/jupyter/kernels/raft/kernel.json").read_text())
        assert spec["interrupt_mode"] == "message" and "-Xmx900m" in spec["argv"], spec
        assert pathlib.Path(spec["argv"][0]).is_absolute(), spec


def interrupted(session, code, after):
    """Interrupts a cell some seconds after its first output and returns its reply, outputs and seconds to end."""
    request = session.client.execute(code)
    while True:
        message = session.client.get_iopub_msg(timeout=TIMEOUT)
        mine = message["parent_header"].get("msg_id") == request
        if mine and message["msg_type"] in ("display_data", "update_display_data"):
            break
        assert not (mine and message["msg_type"] == "status" and message["content"]["execution_state"] == "idle"), code
    time.sleep(after)
    session.manager.interrupt_kernel()
    began = time.monotonic()
    reply, outputs = session.collect(request)
    return reply, outputs, time.monotonic() - began


def commands_are_interrupted(session):
    """Every long command ends soon at a safe point, and the next command works at once."""
    def do(code):
        reply, outputs = session.run(code)
        assert reply["status"] == "ok", (code, outputs)

    do("%raft data many --from minimath --limit 2000 -q")
    do("%raft data some --from minimath --limit 64 -q")
    do("%raft model base -q")
    do("%%raft reward slow\n(p, c) -> { Thread.sleep(5); return c.sampleIndex(); }")
    do("%raft sample r --data some -k 8 --max-new-tokens 32 -q")
    do("%raft score r --reward slow -q")
    do("%raft select r --rule threshold --threshold 0 --per-prompt 0 -q")
    # Longer than the wait, or there would be nothing to interrupt.
    cells = {
        "sample": "%raft sample x --data many -k 8",
        "score": "%raft score r --reward slower",
        "finetune": "%raft finetune r --epochs 2000 --batch 8",
        "eval": "%raft eval --data many --n 8",
        "run": "%raft run stopped --data many --reward slow --iterations 50 --prompts 64 --eval some --n 1",
        "train-base": "%raft train-base t --steps 5000",
    }
    do("%%raft reward slower\n(p, c) -> { Thread.sleep(20); return c.sampleIndex(); }")
    slowest = 0
    for name, code in cells.items():
        reply, outputs, seconds = interrupted(session, code, 1)
        text = reply.get("evalue", "")
        assert reply["status"] == "error" and "stopped" in text, (name, reply)
        assert stream(outputs, "stderr").count("\n") < 6, (name, stream(outputs, "stderr"))
        print(f"  {name} ended {seconds:.2f} s after the interrupt: {text}")
        slowest = max(slowest, seconds)
        do("%raft status -q")
    assert slowest < STOP_SECONDS, slowest


def a_stopped_run_is_resumed(session):
    reply, outputs, _ = interrupted(
        session, "%raft run again --data some --iterations 2 --prompts 64 -k 4 --eval some --n 1 --reward slow", 2)
    text = reply.get("evalue", "")
    assert "continue with %raft resume again" in text, reply
    reply, outputs = session.run("%raft resume again")
    assert reply["status"] == "ok", outputs
    shown = kinds(outputs, "display_data")
    assert "image/svg+xml" in (shown[0]["data"] | kinds(outputs, "update_display_data")[-1]["data"]), shown[0]
    assert "after 2 iterations" in shown[-1]["data"]["text/plain"], shown[-1]


def the_next_command_waits_and_says_so(session):
    """A reward that heeds nothing is given up on the second interrupt; the next command says what still runs."""
    session.run("var gate = new java.util.concurrent.CompletableFuture<Integer>();")
    session.run("RewardFunction deaf = Raft.reward((p, c) -> gate.join());")
    request = session.client.execute("%raft score r --reward deaf")
    time.sleep(1)
    session.manager.interrupt_kernel()
    time.sleep(0.5)
    session.manager.interrupt_kernel()
    reply, _ = session.collect(request)
    assert reply["status"] == "error", reply
    reply, outputs = session.run("%raft score r --reward slow -q")
    text = reply.get("evalue", "")
    assert "`score r --reward deaf` is still running" in stream(outputs, "stderr"), outputs
    assert text.startswith("raft: `score r --reward deaf` is still running"), reply
    session.run("gate.complete(1)")
    reply, outputs = session.run("%raft score r --reward slow -q")
    assert reply["status"] == "ok", outputs


CHECKS = [displays_are_updated, the_kernel_is_installed,
          value_is_shown, all_lines_arrive, errors_end_the_cell, compile_errors_name_the_line, commands_complete,
          magics_show_their_value, magics_are_assigned, values_are_bound, percent_stays_java, loops_are_interrupted,
          commands_are_interrupted, a_stopped_run_is_resumed, the_next_command_waits_and_says_so]


def main(java: str, class_path: str) -> int:
    failed = 0
    session = Session(java, class_path)
    try:
        for check in CHECKS:
            try:
                check(session)
                print("ok", check.__name__, flush=True)
            except Exception as error:
                failed += 1
                print("FAILED", check.__name__, repr(error), flush=True)
    finally:
        session.close()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
