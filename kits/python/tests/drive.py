"""Runs an example adapter on a list of messages and gives back what it said."""

import json
import pathlib
import subprocess
import sys

FOLDER = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(FOLDER.parent))  # the kit, without installing it

HELLO = {"type": "hello", "protocol": [1, 1], "paystone": "0.1.0"}
BYE = {"type": "bye"}


def talk(*messages, adapter="adapter.py"):
    """Feeds messages (values, or raw lines); gives the replies, standard error and the exit code."""
    lines = [message if isinstance(message, str) else json.dumps(message) for message in messages]
    done = subprocess.run(
        [sys.executable, str(FOLDER / adapter)], input="".join(f"{line}\n" for line in lines), capture_output=True, encoding="utf-8", timeout=60
    )
    return [json.loads(line) for line in done.stdout.splitlines()], done.stderr, done.returncode


def case(*steps, world=None, id=0):
    return {"type": "case", "id": id, "world": world or {}, "steps": [{"operation": name, "input": value} for name, value in steps]}


def result(*steps, world=None, adapter="adapter.py"):
    """What one case gave: its traces, its skip or its fault."""
    replies, stderr, code = talk(HELLO, case(*steps, world=world), BYE, adapter=adapter)
    assert code == 0, stderr
    reply = replies[1]
    del reply["type"], reply["id"]
    return reply
