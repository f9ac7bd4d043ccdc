"""Adapters that write what is no line of the protocol."""

import sys

import core


def instead(line):
    """Answers every case with these bytes."""
    return lambda: core.serve(lambda _message: core.raw(line))


def log_line():
    print("INFO listening on port 8080", flush=True)
    core.serve(core.says_right)


def half_a_line():
    def half(message):
        core.raw(b'{"type":"result","id":%d,"tra' % message["id"])
        sys.exit(0)

    core.serve(half)


def huge_line():
    def huge(_message):
        for _ in range(100):
            core.raw(b"x" * (1 << 20))
        core.raw(b"\n")

    core.serve(huge)


def deep(message):
    nested = b"[" * 200_000 + b"]" * 200_000
    core.raw(b'{"type":"result","id":%d,"traces":[[{"returned":%s}]]}\n' % (message["id"], nested))


NAMES = {
    "garbage": instead(b"Traceback (most recent call last):\n"),
    "log-line": log_line,
    "half-a-line": half_a_line,
    "huge-line": huge_line,
    "deep": lambda: core.serve(deep),
    "invalid-utf-8": instead(b'{"type":"result","id":0,"skip":"\xff\xfe"}\n'),
    "unknown-type": instead(b'{"type":"verdict","id":0}\n'),
}
