"""The signature of orderInfo, from `facts`, and the mistakes about it that public implementations make.

`Signer` is right. Each mistake is a subclass that overrides the one method that it gets wrong.
"""

import hashlib
import json
import math
from decimal import Decimal


class Signer:
    """Signs fields with a secret: `Signer().sign({"a": "1"}, "secret")`."""

    unsigned = ("sign", "risk_info")

    def null_text(self):
        """`null` is undocumented: it is dropped here."""
        return ""

    def text(self, value):
        """What is signed of a value: numbers as decimal text, the empty text for what counts as empty."""
        if value is None:
            return self.null_text()
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, float):
            return self.float_text(value)
        if isinstance(value, (dict, list)):
            return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        return str(value)

    def float_text(self, value):
        """1.0 and 1 are one number; no exponent. What is no finite number is written as it is in JavaScript."""
        if math.isnan(value):
            return "NaN"
        if math.isinf(value):
            return "Infinity" if value > 0 else "-Infinity"
        if value == int(value):
            return str(int(value))
        return format(Decimal(repr(value)), "f")

    def takes_part(self, key, text):
        """Only the empty text is empty: "0" is signed."""
        return key not in self.unsigned and text != ""

    def rank(self, field):
        """By key, in the order of its UTF-8 bytes; a prefix comes first."""
        key, _text = field
        return key.encode("utf-8")

    def join(self, fields):
        texts = ((key, self.text(value)) for key, value in fields.items())
        signed = sorted((field for field in texts if self.takes_part(*field)), key=self.rank)
        return "&".join(f"{key}={text}" for key, text in signed)

    def sign(self, fields, secret):
        return hashlib.md5((self.join(fields) + secret).encode("utf-8")).hexdigest()


class SignsRiskInfo(Signer):
    """Leaves out `sign` only."""

    unsigned = ("sign",)


class KeepsStaleSign(Signer):
    """Signs a `sign` that is already there."""

    unsigned = ("risk_info",)


class SignsEmpty(Signer):
    """Signs `notify_url=`."""

    def takes_part(self, key, text):
        return key not in self.unsigned


class DropsZero(Signer):
    """Takes "0" and 0 for empty."""

    def takes_part(self, key, text):
        return super().takes_part(key, text) and text != "0"


class SortsJoined(Signer):
    """Sorts the joined texts: "a1=" comes before "a="."""

    def rank(self, field):
        return "=".join(field).encode("utf-8")


class NullWord(Signer):
    """Signs null as Python's own word."""

    def null_text(self):
        return str(None)


class NullWordGo(Signer):
    """Signs null as Go's own word."""

    def null_text(self):
        return "<nil>"


class TrimsTrailingAmp(Signer):
    """Writes `key=value&` for every field and trims at the end, also an & of the last value."""

    def join(self, fields):
        return super().join(fields).rstrip("&")


MISTAKES = {
    "signs-risk-info": SignsRiskInfo,
    "signs-empty": SignsEmpty,
    "drops-zero": DropsZero,
    "keeps-stale-sign": KeepsStaleSign,
    "sorts-joined": SortsJoined,
    "null-word": NullWord,
    "null-word-go": NullWordGo,
    "trims-trailing-amp": TrimsTrailingAmp,
}


def signer(mistake=None):
    return MISTAKES[mistake]() if mistake else Signer()
