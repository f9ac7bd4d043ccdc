"""Values to and from the wire. They are JavaScript values: what Python lacks has a stand-in here."""

import math
from json.encoder import encode_basestring as quote  # keeps what is not ASCII
from typing import Any, Callable, List

MAX_DEPTH = 64
MAX_EXACT = 2**53
MAX_INTEGER = 2**64
NUMBERS = {"NaN": math.nan, "Infinity": math.inf, "-Infinity": -math.inf, "-0": -0.0}


class _Undefined:
    """JavaScript's `undefined`. A key that is absent is something else."""

    def __repr__(self) -> str:
        return "UNDEFINED"

    def __bool__(self) -> bool:
        return False

    # There is one, also after a copy of what holds it.
    def __copy__(self) -> "_Undefined":
        return self

    def __deepcopy__(self, memo: Any) -> "_Undefined":
        return self


UNDEFINED = _Undefined()


class Other:
    """A value that the protocol cannot write; the text says what it is."""

    def __init__(self, text: str) -> None:
        self.text = text


class Unreadable(ValueError):
    """A value on the wire that the protocol does not know."""


class TooLarge(Exception):
    """The text would exceed its room."""


def decode(wire: Any, function: Callable[[List[Any], str], Any], name: str = "input") -> Any:
    """The value that `wire`, as parsed from JSON, stands for. `function` makes a function of its script and the key under which it stands."""
    if isinstance(wire, list):
        return [decode(item, function, str(index)) for index, item in enumerate(wire)]
    if not isinstance(wire, dict):
        return wire
    if len(wire) == 1:
        (tag, content), = wire.items()
        if tag.startswith("$"):
            return _decode_tagged(tag, content, function, name)
    return _decode_members(wire, function)


def _decode_members(wire: Any, function: Callable[[List[Any], str], Any]) -> Any:
    return {key: decode(value, function, key) for key, value in wire.items()}


def _decode_tagged(tag: str, content: Any, function: Callable[[List[Any], str], Any], name: str) -> Any:
    if tag == "$undefined":
        return UNDEFINED
    if tag == "$number" and isinstance(content, str) and content in NUMBERS:
        return NUMBERS[content]
    if tag == "$object" and isinstance(content, dict):
        return _decode_members(content, function)
    if tag == "$function" and isinstance(content, list):
        return function(content, name)
    raise Unreadable(f"unknown value: {tag}")


def encode(value: Any, room: float = math.inf) -> str:
    """The text of `value` on the wire, at most `room` characters long; else raises `TooLarge`."""
    return _Writer(room).write(value)


class _Writer:
    def __init__(self, room: float) -> None:
        self.room = room
        self.ancestors: List[int] = []  # identities of what is being written

    def write(self, value: Any) -> str:
        if value is None:
            return self._spend("null")
        if value is UNDEFINED:
            return self._spend('{"$undefined":true}')
        if isinstance(value, bool):
            return self._spend("true" if value else "false")
        if isinstance(value, str):
            return self._text(value)
        if isinstance(value, int):
            return self._spend(int.__repr__(value)) if abs(value) < MAX_INTEGER else self._other("bigint")
        if isinstance(value, float):
            return self._spend(_number(value))
        if isinstance(value, Other):
            return self._other(value.text)
        if isinstance(value, (dict, list, tuple)):
            return self._guarded(value)
        if callable(value):
            return self._spend('{"$function":[]}')
        return self._other(f"not plain: {type(value).__name__}")

    def _spend(self, text: str) -> str:
        self.room -= len(text)
        if self.room < 0:
            raise TooLarge
        return text

    def _other(self, what: str) -> str:
        return self._spend('{"$other":%s}' % quote(well_formed(what)))

    def _text(self, text: str) -> str:
        if len(text) > self.room:
            raise TooLarge
        return self._spend(quote(text)) if is_well_formed(text) else self._other("lone surrogate")

    def _guarded(self, value: Any) -> str:
        """A container whose own methods raise is written as `threw`."""
        if id(value) in self.ancestors:
            return self._other("cyclic")
        depth = len(self.ancestors)
        if depth >= MAX_DEPTH:
            return self._other("too deep")
        self.ancestors.append(id(value))
        try:
            return self._members(value) if isinstance(value, dict) else self._items(value)
        except TooLarge:
            raise
        except Exception:
            return self._other("threw")
        finally:
            del self.ancestors[depth:]

    def _items(self, items: Any) -> str:
        self._spend("[]")
        texts = []
        for item in items:
            texts.append(self.write(item))
            self.room -= 1
        return f"[{','.join(texts)}]"

    def _members(self, members: Any) -> str:
        names = list(members)
        if not all(isinstance(name, str) for name in names):
            return self._other("not plain: dict with keys that are no text")
        if not all(is_well_formed(name) for name in names):
            return self._other("lone surrogate")
        self._spend("{}")
        texts = []
        for name in names:
            texts.append(self._spend(f"{quote(name)}:") + self.write(members[name]))
            self.room -= 1
        text = "{%s}" % ",".join(texts)
        return '{"$object":%s}' % text if len(names) == 1 and names[0].startswith("$") else text


def _number(number: float) -> str:
    if number == 0 and math.copysign(1, number) < 0:
        return '{"$number":"-0"}'
    if math.isnan(number):
        return '{"$number":"NaN"}'
    if math.isinf(number):
        return '{"$number":"%sInfinity"}' % ("-" if number < 0 else "")
    # JavaScript knows no difference between 1 and 1.0.
    return repr(int(number)) if number.is_integer() and abs(number) < MAX_EXACT else float.__repr__(number)


def is_well_formed(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def well_formed(text: str) -> str:
    """The text with every lone surrogate, which has no UTF-8 form, replaced."""
    return text if is_well_formed(text) else "".join("\ufffd" if "\ud800" <= sign <= "\udfff" else sign for sign in text)
