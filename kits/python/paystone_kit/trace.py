"""What one case has shown so far: its traces, or the skip or fault that ended it early."""

import json
import traceback
from typing import Any, Callable, Dict, List, NoReturn, Optional, Sequence

from .scripts import Pending, Refused
from .values import TooLarge, encode, quote, well_formed

MAX_LINE = 1024 * 1024
MAX_EVENTS = 10_000
_ABSENT = object()


class Skip(Exception):
    """Raise it where a world or an operation cannot be staged."""


class Threw(Exception):
    """Raise it where the call of the step itself throws, with the message that a caller sees."""


class Halt(BaseException):
    """Leaves the implementation when its case is over; no error of anybody, so no `except Exception` may catch it."""


class Traced:
    """An operation that records its own trace."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self.function = function


def trace(function: Callable[[Any, Dict[str, Any], "Stage"], Any]) -> Traced:
    """Makes `function(input, world, stage)` an operation that records its own trace; what it returns is ignored."""
    return Traced(function)


class Stage:
    """Records the events of one case, in order."""

    def __init__(self) -> None:
        self.step = 0
        """Index of the step that runs, from 0."""
        self.memory: Dict[Any, Any] = {}
        """For the implementation: shared by the steps of one case, and by them alone."""
        self._traces: List[List[str]] = []
        self._room = MAX_LINE
        self._ending: Optional[str] = None  # the text of a skip or a fault; the first one stays

    def called(self, name: str, with_: Any = _ABSENT) -> None:
        """A callback of the caller was invoked, with this argument if any."""
        self._invoked(f'"called":{quote(name)}', with_)

    def asked(self, name: str, with_: Any = _ABSENT, *, answered: Any) -> None:
        """A handler of the caller was invoked; `answered` is the entry of its script."""
        self._invoked(f'"asked":{quote(name)}', with_, f',"answered":{json.dumps(answered, ensure_ascii=False)}')

    def shown(self, value: Any) -> None:
        """The user sees this."""
        self._record('{"shown":', value)

    def sent(self, value: Any) -> None:
        """A server receives this."""
        self._record('{"sent":', value)

    def returned(self, value: Any) -> None:
        """The call of the step returned this."""
        self._record('{"returned":', value)

    def threw(self, message: str) -> None:
        """The call of the step itself threw."""
        self._record('{"threw":', {"message": well_formed(str(message))})

    def skip(self, reason: str) -> NoReturn:
        """This case cannot be staged. Nothing after it runs."""
        self._end("skip", quote(_short(reason)))
        raise Halt

    def of_step(self, entries: Sequence[Any]) -> Any:
        """The entry for the step that runs of a fact that has one for each, such as `button_user`: later steps follow the last."""
        return entries[min(self.step, len(entries) - 1)]

    def _invoked(self, head: str, with_: Any, rest: str = "") -> None:
        if with_ is _ABSENT:
            self._add("{%s%s}" % (head, rest))
        else:
            self._record("{%s,\"with\":" % head, with_, rest + "}")

    def _record(self, head: str, value: Any, tail: str = "}") -> None:
        try:
            text = head + encode(value, self._room) + tail
        except TooLarge:
            self._too_large()
        self._add(text)

    def _add(self, text: str) -> None:
        if self._ending is not None:
            raise Halt
        events = self._traces[self.step]
        if len(events) >= MAX_EVENTS:
            self._fault("too many events", f"more than {MAX_EVENTS} events in one step")
        self._room -= len(text)
        if self._room < 0:
            self._too_large()
        events.append(text)

    def _begin(self, step: int) -> None:
        self.step = step
        self._traces.append([])

    def _fault(self, kind: str, detail: str) -> NoReturn:
        self._end("fault", '{"kind":%s,"detail":%s}' % (quote(kind), quote(_short(detail))))
        raise Halt

    def _too_large(self) -> NoReturn:
        self._fault("too large", f"the traces exceed {MAX_LINE} bytes")

    def _end(self, kind: str, text: str) -> None:
        if self._ending is None:
            self._ending = f'"{kind}":{text}'

    def _reply(self, id_: int) -> bytes:
        line = self._line(id_)
        if len(line) <= MAX_LINE:
            return line
        try:
            self._too_large()
        except Halt:
            return self._line(id_)

    def _line(self, id_: int) -> bytes:
        content = self._ending or '"traces":[%s]' % ",".join(f"[{','.join(events)}]" for events in self._traces)
        return ('{"type":"result","id":%d,%s}\n' % (id_, content)).encode("utf-8")


def perform(stage: Stage, operation: Any, value: Any, world: Dict[str, Any]) -> None:
    """Does one step on the stage. `Halt` means that the case is over."""
    try:
        if isinstance(operation, Traced):
            operation.function(value, world, stage)
        else:
            stage.returned(operation(value, world))
    except Skip as skip:
        stage.skip(str(skip))
    except (Threw, Refused) as threw:
        stage.threw(str(threw))
    except Pending:
        pass  # what was recorded is all there is
    except Exception:
        stage._fault("exception", traceback.format_exc()[-2000:])


def _short(text: Any) -> str:
    return well_formed(str(text))[:2000]
