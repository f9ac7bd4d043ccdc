"""The caller's functions: they follow the script of the case, and record each invocation."""

from typing import Any, List

from .values import UNDEFINED, Unreadable, decode, encode

ANSWERS = ("returns", "resolves", "rejects", "throws")


class Pending(BaseException):
    """
    Waits for a promise that never settles. Left alone it ends the step, since nothing more happens in it.
    No error of anybody, so no `except Exception` may catch it.
    """


class Refused(Exception):
    """A function of the caller threw, or its promise was rejected. `value` is what with; the text of this exception is its message."""

    def __init__(self, value: Any) -> None:
        super().__init__(_message(value))
        self.value = value


class Answer:
    """What an invocation of a function answered."""

    def __init__(self, kind: str, value: Any = UNDEFINED) -> None:
        self.kind = kind
        """`returns`, `resolves`, `rejects`, `throws` (then `value` is the message) or `never`."""
        self.value = value

    def awaited(self) -> Any:
        """The answer as `await` in JavaScript gives it. Raises `Refused`, or `Pending` where it never comes."""
        if self.kind == "never":
            raise Pending
        if self.kind in ("rejects", "throws"):
            raise Refused(self.value)
        return self.value


class Function:
    """
    A function of the caller, with its script: the n-th invocation follows the n-th entry, later ones the last.
    One that came with a case can be called and is then recorded by itself, so nobody has to report it to the stage.
    """

    def __init__(self, script: List[Any], name: str = "", stage: Any = None) -> None:
        self.script = script
        self.name = name
        self._stage = stage
        self._invocations = 0
        for entry in script:
            self._answer(entry)  # a script that cannot be followed is found before the case begins

    def call(self, *values: Any) -> Answer:
        """Invokes the function: records `called` or `asked`, as its script says, with the first of `values` if any."""
        if self._stage is None:
            raise TypeError("a function that came with no case cannot be called")
        entry = self.script[min(self._invocations, len(self.script) - 1)] if self.script else "records"
        self._invocations += 1
        if entry == "records":
            self._stage.called(self.name, *values[:1])
        else:
            self._stage.asked(self.name, *values[:1], answered=entry)
        return self._answer(entry)

    __call__ = call

    def _answer(self, entry: Any) -> Answer:
        if entry == "records":
            return Answer("returns")
        if entry == "never":
            return Answer("never")
        kind = next((kind for kind in ANSWERS if isinstance(entry, dict) and kind in entry), None)
        if kind is None:
            raise Unreadable(f"unknown script entry: {entry!r:.100}")
        if kind == "throws":
            return Answer(kind, entry[kind])
        # Read anew each time: whoever gets an answer may change it.
        return Answer(kind, decode(entry[kind], lambda script, name: Function(script, name, self._stage), self.name))

    def __repr__(self) -> str:
        return f"Function({self.script!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Function) and self.script == other.script

    __hash__ = None  # type: ignore[assignment]


def _message(value: Any) -> str:
    """What JavaScript takes for the message of a value that was thrown."""
    if isinstance(value, dict) and "message" in value:
        return _message(value["message"])
    if value is UNDEFINED:
        return "undefined"
    return value if isinstance(value, str) else encode(value)
