"""Turns a Python implementation into an adapter for Paystone. `serve` is where to start."""

from .scripts import Answer, Function, Pending, Refused
from .serve import serve
from .trace import Skip, Stage, Threw, trace
from .values import UNDEFINED, Other

__all__ = ["UNDEFINED", "Answer", "Function", "Other", "Pending", "Refused", "Skip", "Stage", "Threw", "serve", "trace"]
