"""An example adapter whose operations each do one thing that the kit has to see."""

import os
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from paystone_kit import UNDEFINED, Other, Skip, Threw, serve, trace  # noqa: E402

loop: list = [1]
loop.append(loop)


def nested(levels):
    value = "end"
    for _ in range(levels):
        value = [value]
    return value


class Bad(dict):
    def __iter__(self):
        raise RuntimeError("no")


MADE = {
    "numbers": [1, 1.0, 0.5, 1e300, -0.0, float("nan"), float("inf"), float("-inf"), 2**60, 2**70, True],
    "odd": [None, UNDEFINED, Other("symbol"), len, b"x", {1, 2}, ("a", "b"), "\ud800", {1: 2}, {"\ud800": 1}, loop, Bad(a=1)],
    "dollar": [{"$a": 1}, {"$a": 1, "b": 2}],
    "nested64": nested(64),
    "nested65": nested(65),
    "huge": "x" * 2**20,
    "wide characters": "\u4e2d" * 500_000,
}


def fail(input, world):
    raise ValueError("broken inside")


def throw(input, world):
    raise Threw("documented")


def skip(input, world):
    raise Skip("no wallet")


def talk(input, world):
    print("printed")
    os.write(1, b"written\n")


@trace
def pay(input, world, stage):
    stage.memory["paid"] = stage.memory.get("paid", 0) + 1
    stage.shown({"desk": "diamond", "fen": 600})
    stage.sent({"to": "order", "customId": "c1"})
    stage.called("success", {"code": 0})
    stage.called("complete")
    stage.asked("status", 1, answered={"resolves": {"$undefined": True}})
    stage.returned([stage.step, stage.memory["paid"]])


@trace
def raise_in_trace(input, world, stage):
    stage.called("success")
    raise Threw("after success")


@trace
def skip_in_trace(input, world, stage):
    try:
        stage.skip("not here")
    except Exception:
        stage.shown("swallowed")


@trace
def endless(input, world, stage):
    while True:
        stage.called("success")


serve(
    name="example",
    version="1.0.0",
    operations={
        "echo": lambda input, world: input,
        "make": lambda input, world: MADE[input],
        "world": lambda input, world: world,
        "fail": fail,
        "throw": throw,
        "skip": skip,
        "talk": talk,
        "pay": pay,
        "raise_in_trace": raise_in_trace,
        "skip_in_trace": skip_in_trace,
        "endless": endless,
    },
    stages=["network"],
    pins={"coin_price": "0.2"},
    observes=["returned"],
)
