"""Adapters that are broken in one way each: broken.py NAME"""

import os
import subprocess
import sys
import time

import core

HERE = os.path.dirname(os.path.abspath(__file__))


def never():
    """Waits longer than anybody does, and ends with its caller."""
    sys.stdin.read()
    time.sleep(60)


def hangs(_message):
    time.sleep(60)


def exits_at_once():
    print("licence not found", file=sys.stderr)
    sys.exit(7)


def says_no_hello():
    time.sleep(60)


def prints_a_log_line():
    print("INFO listening on port 8080", flush=True)
    core.serve(core.says_right)


def writes_half_a_line():
    def half(message):
        core.raw(b'{"type":"result","id":%d,"tra' % message["id"])
        sys.exit(0)

    core.serve(half)


def writes_a_huge_line():
    def huge(_message):
        for _ in range(100):
            core.raw(b"x" * (1 << 20))
        core.raw(b"\n")

    core.serve(huge)


def replies_twice():
    def twice(message):
        core.says_right(message)
        core.says_right(message)

    core.serve(twice)


def crashes_on_one_in_a_thousand():
    """Dies of one case, whoever runs it: the one whose subject ends in three zeros when hashed is not known, so one by its id."""
    def answer(message):
        if message["id"] == 77:
            os._exit(9)
        core.says_right(message)

    core.serve(answer)


def crashes_with_others(wanted="order-1"):
    """Dies of a value while others wait behind it: the answers are held until eight are there."""
    held = []

    def answer(message):
        held.append(message)
        if len(held) >= 8 and any(is_nasty(m) for m in held):
            os._exit(9)
        while held:
            core.says_right(held.pop(0))

    def is_nasty(message):
        return wanted in str(message["steps"])

    core.serve(answer)


def leaves_a_grandchild_behind():
    child = subprocess.Popen(["sleep", os.environ["GRANDCHILD_SLEEPS"]], stdin=subprocess.DEVNULL)
    print(child.pid, file=sys.stderr, flush=True)
    core.serve(core.says_right)


def leaves_a_grandchild_and_hangs():
    subprocess.Popen(["sleep", os.environ["GRANDCHILD_SLEEPS"]], stdin=subprocess.DEVNULL)
    core.serve(hangs)


def writes_much_to_standard_error():
    for _ in range(10):
        sys.stderr.write("noise " * 174763 + "\n")
    sys.stderr.flush()
    core.serve(core.says_right)


def replies_out_of_order():
    """Holds replies back where more cases wait, and answers the newest first."""
    import select

    held = []
    data = b""
    while True:
        ready, _, _ = select.select([0], [], [], 0 if data or not held else 0.02)
        if not ready:
            while held:
                core.write(held.pop())
            select.select([0], [], [])
        chunk = os.read(0, 1 << 16)
        if not chunk:
            return
        *lines, data = (data + chunk).split(b"\n")
        for line in lines:
            message = core.json.loads(line)
            if message["type"] == "hello":
                core.write(core.HELLO)
            elif message["type"] == "case":
                held.append(core.skip(message) if core.is_probe(message) else core.right(message))
            else:
                return


def is_slow():
    def slow(message):
        time.sleep(0.05)
        core.says_right(message)

    core.serve(slow)
