#!/usr/bin/env python3
"""The adapter of a signer in Python: signer.py [--mistake NAME]"""

import argparse
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "kits" / "python"))

from paystone_kit import UNDEFINED, serve  # noqa: E402  (found only now)
from signature import MISTAKES, signer  # noqa: E402


def main():
    parser = argparse.ArgumentParser(description="A signer, right or with one mistake.")
    parser.add_argument("--mistake", choices=sorted(MISTAKES), metavar="NAME")
    mistake = parser.parse_args().mistake
    chosen = signer(mistake)

    def sign(given, _world):
        fields = {key: value for key, value in given["fields"].items() if value is not UNDEFINED}
        return {"sign": chosen.sign(fields, given["secret"])}

    serve(
        name=f"signer-that-{mistake}" if mistake else "signer",
        version="1.0.0",
        operations={"sign": sign},
    )


if __name__ == "__main__":
    main()
