"""Adapters that write the protocol and answer wrong."""

import json
import os
import select
import sys

import core


def answering(content, **how):
    """Answers every case with the same content."""
    return lambda: core.serve(lambda message: core.write(core.result(message, **content)), **how)


def wrong_id():
    core.serve(lambda message: core.write({**core.right(message), "id": message["id"] + 1000}))


def repeated_id():
    def twice(message):
        core.says_right(message)
        core.says_right(message)

    core.serve(twice)


def too_many_traces():
    def more(message):
        reply = core.right(message)
        core.write({**reply, "traces": reply["traces"] * 2})

    core.serve(more)


def skips_even_what_it_can():
    core.serve(lambda message: core.write(core.skip(message)), probe=core.anything)


def out_of_order():
    """Answers whatever has come in together, the newest first."""
    data = b""
    while True:
        # A moment of patience, so that more than one is there.
        select.select([0], [], [], 0.01)
        chunk = os.read(0, 1 << 20)
        if not chunk:
            return
        *whole, data = (data + chunk).split(b"\n")
        for message in map(json.loads, reversed(whole)):
            if message["type"] == "hello":
                core.write(core.HELLO)
            elif message["type"] == "case":
                core.write(core.skip(message) if core.is_probe(message) else core.right(message))


def errs_once():
    """Wrong the first time that a value is "0", and never again."""
    erred = []

    def answer(message):
        if erred or '"0"' not in json.dumps(message["steps"]):
            core.says_right(message)
        else:
            erred.append(message)
            core.write(core.result(message, traces=[[{"returned": {"sign": "once"}}] for _ in message["steps"]]))

    core.serve(answer)


def tells_its_secret():
    """Wrong wherever a value is "0", and tells the secret wherever it can."""
    def answer(message):
        secret = core.secret_of(message)
        print(f"signing with {secret}, that is {json.dumps(secret)}", file=sys.stderr, flush=True)
        if '"0"' in json.dumps(message["steps"]):
            core.write(core.result(message, traces=[[{"returned": {"sign": secret}}] for _ in message["steps"]]))
        else:
            core.says_right(message)

    core.serve(answer)


def behind_much(secret):
    """The secret where a text is cut, so that only a part of it is left."""
    return "x" * 105 + secret


def skips_with_its_secret():
    core.serve(lambda message: core.write(core.result(message, skip=behind_much(core.secret_of(message)))))


def logs_its_secret():
    core.serve(lambda message: core.raw(behind_much(core.secret_of(message)).encode() + b"\n"))


def names_each(content):
    """A name of its own for every case."""
    return lambda: core.serve(lambda message: core.write(core.result(message, **content(message["id"]))))


NAMES = {
    "wrong-id": wrong_id,
    "repeated-id": repeated_id,
    "too-many-traces": too_many_traces,
    "no-traces": answering({"traces": []}),
    "unknown-event": answering({"traces": [[{"smelled": "smoke"}]]}),
    "nothing": answering({}),
    "skips-all": answering({"skip": "no signer here"}),
    "skips-even-the-possible": skips_even_what_it_can,
    "ok": answering({"traces": [[{"returned": {"sign": "0" * 32}}]]}),
    "parrot": answering({"traces": [[{"threw": {"message": "system error"}}]]}),
    "fault": answering({"fault": {"kind": "panic", "detail": "index out of bounds"}}),
    "reasons": names_each(lambda n: {"skip": f"reason {n * 7919 % 1000:03}"}),
    "kinds": names_each(lambda n: {"fault": {"kind": f"kind {n * 7919 % 1000:03}", "detail": "broke"}}),
    "out-of-order": out_of_order,
    "errs-once": errs_once,
    "tells-its-secret": tells_its_secret,
    "skips-with-its-secret": skips_with_its_secret,
    "logs-its-secret": logs_its_secret,
}
