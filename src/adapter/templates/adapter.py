"""A starting adapter: replace the body of `sign` with a call into your own program."""

import hashlib

import paystone_kit


def sign(call, world):
    fields, secret = call["fields"], call["secret"]
    signed = sorted(
        key for key, value in fields.items()
        if key not in ("sign", "risk_info") and value != "" and value is not None
    )
    text = "&".join(f"{key}={fields[key]}" for key in signed) + secret
    return {"sign": hashlib.md5(text.encode("utf-8")).hexdigest()}


paystone_kit.serve(name="my-implementation", version="0.0.1", operations={"sign": sign})
