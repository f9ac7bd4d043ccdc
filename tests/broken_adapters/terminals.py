"""Adapters that say to a terminal what it would obey."""

import sys

import core

CLEAR = "\x1b[2J"

HELLO = {
    "implementation": {"name": f"bro{CLEAR}ken", "version": f"1{CLEAR}"},
    "unsupported": [{"rule": "signature/order/by-key", "reason": f"la{CLEAR}ter"}],
}


def answering(content):
    return lambda: core.serve(lambda message: core.write(core.result(message, **content)), **HELLO)


def wrong(message):
    print("lo\x7fg", file=sys.stderr, flush=True)
    core.write(core.result(message, traces=[[{"returned": {"sign": f"wro{CLEAR}ng"}}]] * len(message["steps"])))


NAMES = {
    "steers-by-a-skip": answering({"skip": f"{CLEAR}no\x9b signer"}),
    "steers-by-a-fault": answering({"fault": {"kind": f"pa{CLEAR}nic", "detail": f"index\nout of {CLEAR}bounds"}}),
    "steers-by-an-answer": lambda: core.serve(wrong, **HELLO),
    "steers-by-garbage": lambda: core.serve(lambda _message: core.raw(f"{CLEAR}\n".encode()), **HELLO),
}
