"""Lines in and out. Standard output is the protocol's alone: everybody else who writes there reaches standard error."""

import os
import sys
from typing import Iterator, List

BATCH = 16  # replies in one write
CHUNK = 64 * 1024


class Wire:
    def __init__(self) -> None:
        sys.stdout.flush()
        self.output = os.dup(1)
        os.dup2(2, 1)  # for what writes to the descriptor: C code, child processes
        sys.stdout = sys.stderr
        self.pending: List[bytes] = []

    def lines(self) -> Iterator[bytes]:
        """The lines of standard input. What is pending goes out before it waits for more."""
        rest = b""
        while True:
            self.flush()
            chunk = os.read(0, CHUNK)
            if not chunk:
                break
            *lines, rest = (rest + chunk).split(b"\n")
            yield from lines
        yield rest

    def send(self, line: bytes) -> None:
        self.pending.append(line)
        if len(self.pending) >= BATCH:
            self.flush()

    def flush(self) -> None:
        data = memoryview(b"".join(self.pending))
        self.pending = []
        try:
            while data:
                data = data[os.write(self.output, data):]
        except BrokenPipeError:
            sys.exit(0)  # nobody reads any more
