"""A correct signer over the raw line protocol, for adapters that break it in one way."""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "signers"))

from signature import signer  # noqa: E402  (found only now)

SIGNER = signer()
HELLO = {
    "type": "hello",
    "protocol": 1,
    "implementation": {"name": "broken", "version": "1"},
    "operations": ["sign"],
    "max_in_flight": 64,
}


def is_undefined(value):
    return isinstance(value, dict) and "$undefined" in value


def plain(value):
    """An object, or nothing."""
    return value if isinstance(value, dict) else {}


def is_probe(message):
    unknown = any(step["operation"] == "paystone.probe" for step in message["steps"])
    return unknown or "paystone_probe" in message["world"]


def raw(line):
    """Writes bytes as they are."""
    sys.stdout.buffer.write(line)
    sys.stdout.buffer.flush()


def write(message):
    raw(json.dumps(message).encode() + b"\n")


def sign(step):
    given = step["input"]
    fields = {key: value for key, value in given["fields"].items() if not is_undefined(value)}
    return SIGNER.sign(fields, given["secret"])


def secret_of(message):
    return message["steps"][-1]["input"]["secret"]


def result(message, **content):
    return {"type": "result", "id": message["id"], **content}


def right(message):
    """The right answer."""
    return result(message, traces=[[{"returned": {"sign": sign(step)}}] for step in message["steps"]])


def skip(message):
    return result(message, skip="cannot stage this")


def anything(message):
    """An answer to what nobody can do."""
    return result(message, traces=[[{"returned": {}}] for _ in message["steps"]])


def messages():
    for line in sys.stdin:
        message = json.loads(line)
        if message["type"] == "bye":
            return
        yield message


def serve(answer, probe=skip, **hello):
    """Says hello, answers the probe, and leaves every case to `answer`."""
    for message in messages():
        if message["type"] == "hello":
            write({**HELLO, **hello})
        elif probe and is_probe(message):
            write(probe(message))
        else:
            answer(message)


def says_right(message):
    write(right(message))
