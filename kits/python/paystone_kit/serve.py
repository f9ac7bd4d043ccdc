"""The adapter: reads messages, runs the cases one after another, answers each."""

import json
import sys
from typing import Any, Callable, Dict, List, Mapping, NoReturn, Optional, Sequence, Union

from .plain import Worlds
from .scripts import Function
from .trace import Halt, Stage, Traced, perform
from .values import Unreadable, decode, encode
from .wire import Wire

PROTOCOL = 1
Operation = Union[Callable[[Any, Dict[str, Any]], Any], Traced]


def serve(
    *,
    name: str,
    version: str,
    operations: Mapping[str, Operation],
    stages: Sequence[str] = (),
    pins: Optional[Mapping[str, Any]] = None,
    observes: Optional[Sequence[str]] = None,
    max_in_flight: int = 64,
    unsupported: Optional[Sequence[Mapping[str, str]]] = None,
    language: str = "python",
) -> None:
    """Serves the operations until `bye` or the end of standard input."""
    pins = dict(pins or {})
    hello = {
        "type": "hello",
        "protocol": PROTOCOL,
        "implementation": {"name": name, "version": version, "language": language},
        "operations": list(operations),
        "stages": list(stages),
        "pins": pins,
        "max_in_flight": max_in_flight,
    }
    if observes is not None:
        hello["observes"] = list(observes)
    if unsupported is not None:
        hello["unsupported"] = list(unsupported)
    _Adapter(hello, operations, Worlds(stages, pins)).run()


class _Adapter:
    def __init__(self, hello: Dict[str, Any], operations: Mapping[str, Operation], worlds: Worlds) -> None:
        self.hello = hello
        self.operations = operations
        self.worlds = worlds
        self.wire = Wire()

    def run(self) -> None:
        for line in self.wire.lines():
            if line.strip() and not self.receive(_parse(line)):
                break
        self.wire.flush()

    def receive(self, message: Dict[str, Any]) -> bool:
        """Answers one message. False: it was the last."""
        kind = message.get("type")
        if kind == "bye":
            return False
        if kind == "hello":
            self.greet(message.get("protocol"))
        elif kind == "case":
            _check_case(message)
            stage = Stage()
            try:
                self.play(message, stage)
            except Halt:
                pass  # the stage knows why
            self.wire.send(stage._reply(message["id"]))
        else:
            print(f"paystone_kit: a message of unknown type: {kind!r:.200}", file=sys.stderr)
        return True

    def greet(self, offered: Any) -> None:
        try:
            lowest, highest = offered
            agreed = lowest <= PROTOCOL <= highest
        except (TypeError, ValueError):
            agreed = False
        if not agreed:
            _die(f"no protocol in common: offered is {offered!r}, spoken is {PROTOCOL}")
        self.wire.send((encode(self.hello) + "\n").encode("utf-8"))

    def play(self, message: Dict[str, Any], stage: Stage) -> None:
        steps = message["steps"]
        for step in steps:
            if step["operation"] not in self.operations:
                stage.skip(f"unknown operation: {step['operation']}")
        fact = self.worlds.unstageable(message["world"])
        if fact is not None:
            stage.skip(f"cannot stage: {fact}")

        def function(script: List[Any], name: str) -> Function:
            return Function(script, name, stage)

        try:
            inputs = [decode(step.get("input", {"$undefined": True}), function) for step in steps]
        except Unreadable as unreadable:
            stage.skip(f"cannot read the input: {unreadable}")
        except RecursionError:
            stage.skip("cannot read the input: too deep")
        world = self.worlds.complete(message["world"])
        for index, (step, value) in enumerate(zip(steps, inputs)):
            stage._begin(index)
            perform(stage, self.operations[step["operation"]], value, world)


def _parse(line: bytes) -> Dict[str, Any]:
    try:
        message = json.loads(line)
    except (ValueError, RecursionError):
        message = None
    if not isinstance(message, dict):
        _die(f"not a message: {line[:200]!r}")
    return message


def _check_case(message: Dict[str, Any]) -> None:
    id_, world, steps = (message.get(member) for member in ("id", "world", "steps"))
    fine = (
        type(id_) is int
        and 0 <= id_ < 2**53
        and isinstance(world, dict)
        and isinstance(steps, list)
        and steps
        and all(isinstance(step, dict) and isinstance(step.get("operation"), str) for step in steps)
    )
    if not fine:
        _die(f"not a case: id {id_!r}")


def _die(why: str) -> NoReturn:
    print(f"paystone_kit: {why}", file=sys.stderr)
    sys.exit(1)
