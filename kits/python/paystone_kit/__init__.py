"""Turns a Python implementation into an adapter for Paystone. `serve` is where to start."""

from .serve import serve
from .trace import Skip, Stage, Threw, trace
from .values import UNDEFINED, Function, Other

__all__ = ["UNDEFINED", "Function", "Other", "Skip", "Stage", "Threw", "serve", "trace"]
