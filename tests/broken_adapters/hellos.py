"""Adapters whose hello is not right."""

import core


def hello(**members):
    return lambda: core.serve(core.says_right, **members)


NAMES = {
    "right": hello(),
    "protocol-99": hello(protocol=99),
    "no-operations": hello(operations=["tt.teleport"]),
    "stages": hello(stages=["weather"]),
    "pins": hello(pins={"weather": "rain"}),
    "staged-and-pinned": hello(stages=["network", "coin_price"], pins={"coin_price": "0.1"}),
    "pinned-value": hello(pins={"network": "carrier pigeon"}),
    "observes": hello(observes=["smelled"]),
    "unsupported": hello(unsupported=[{"rule": "sign/nothing-such", "reason": "no"}]),
    "in-flight": hello(max_in_flight=0),
    "nameless": hello(implementation={}),
}
