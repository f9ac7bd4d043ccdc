"""Adapters whose process comes to a bad end, or to none."""

import json
import os
import subprocess
import sys
import time
import zlib

import core

FACTS = """base_library host os payment_open logged_in real_name spent spending_limit risk face network desk order_server user
coin_price payment_secret""".split()


def exits():
    print("licence not found", file=sys.stderr)
    sys.exit(7)


def silent():
    time.sleep(60)


def hang(_message):
    time.sleep(60)


def dies_of_a_few():
    """Dies of a few cases in a thousand, and of these whenever they come. `CRASHES` names a file that gets the cases it died of."""
    def answer(message):
        case = json.dumps({"world": message["world"], "steps": message["steps"]}, sort_keys=True)
        # Small cases come again and again; they are spared.
        if len(case) > 300 and zlib.crc32(case.encode()) % 100 < 2:
            with open(os.environ["CRASHES"], "a", encoding="utf-8") as crashes:
                crashes.write(case + "\n")
            os._exit(9)
        core.says_right(message)

    core.serve(answer)


def dies_of_a_customer():
    """A platform in name only: it dies of the customId "a b", with others before and behind it that it has not answered."""
    def answer(message):
        if any(core.plain(step["input"]).get("customId") == "a b" for step in message["steps"]):
            time.sleep(0.05)
            print("a last word", file=sys.stderr, flush=True)
            os._exit(9)
        core.write(core.result(message, traces=[[] for _ in message["steps"]]))

    core.serve(answer, operations=["tt.openAwemeCustomerService"], stages=FACTS)


def grandchild():
    """`SLEEPS` is how long the grandchild sleeps: a number that nobody else has."""
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.Popen(["sleep", os.environ["SLEEPS"]], **quiet)


def leaves_a_grandchild():
    grandchild()
    core.serve(core.says_right)


def leaves_a_grandchild_and_hangs():
    grandchild()
    core.serve(hang)


def noisy():
    for _ in range(10):
        sys.stderr.write("noise " * 174_763 + "\n")
    sys.stderr.flush()
    core.serve(core.says_right)


def slow(message):
    time.sleep(0.05)
    core.says_right(message)


NAMES = {
    "exits": exits,
    "silent": silent,
    "hangs": lambda: core.serve(hang),
    "hangs-from-the-probe-on": lambda: core.serve(hang, probe=None),
    "dies-of-a-few": dies_of_a_few,
    "dies-of-a-customer": dies_of_a_customer,
    "leaves-a-grandchild": leaves_a_grandchild,
    "leaves-a-grandchild-and-hangs": leaves_a_grandchild_and_hangs,
    "noisy": noisy,
    "slow": lambda: core.serve(slow, max_in_flight=1),
}
