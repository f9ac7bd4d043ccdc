"""The kit from outside: an example adapter is spawned and spoken to."""

import json
import subprocess
import sys
import unittest

from drive import BYE, FOLDER, HELLO, case, result, talk
from paystone_kit.plain import PLAIN


def returned(operation, value=None, world=None):
    return result((operation, value), world=world)["traces"][0][0]["returned"]


def other(what):
    return {"$other": what}


class Values(unittest.TestCase):
    def test_what_json_lacks_goes_through_unchanged(self):
        value = {
            "a": {"$undefined": True},
            "b": [{"$number": name} for name in ("NaN", "Infinity", "-Infinity", "-0")],
            "c": {"$object": {"$number": "NaN"}},
            "d": {"__proto__": 1, "e": "é😀"},
            "f": {"$function": []},
        }
        self.assertEqual(returned("echo", value), value)

    def test_integral_floats_are_integers(self):
        self.assertEqual(
            json.dumps(returned("make", "numbers")),
            '[1, 1, 0.5, 1e+300, {"$number": "-0"}, {"$number": "NaN"}, {"$number": "Infinity"}, {"$number": "-Infinity"}, '
            '1152921504606846976, {"$other": "bigint"}, true]',
        )

    def test_hostile_values_have_a_name(self):
        self.assertEqual(
            returned("make", "odd"),
            [
                None, {"$undefined": True}, other("symbol"), {"$function": []}, other("not plain: bytes"), other("not plain: set"), ["a", "b"],
                other("lone surrogate"), other("not plain: dict with keys that are no text"), other("lone surrogate"),
                [1, other("cyclic")], other("threw"),
            ],
        )
        self.assertEqual(returned("make", "dollar"), [{"$object": {"$a": 1}}, {"$a": 1, "b": 2}])

    def test_64_levels_are_written_the_65th_is_too_deep(self):
        self.assertEqual(json.dumps(returned("make", "nested64")), "[" * 64 + '"end"' + "]" * 64)
        self.assertEqual(json.dumps(returned("make", "nested65")), "[" * 64 + '{"$other": "too deep"}' + "]" * 64)

    def test_what_exceeds_a_line_is_a_fault(self):
        for name in ("huge", "wide characters"):
            self.assertEqual(result(("make", name))["fault"]["kind"], "too large")

    def test_an_unknown_value_on_the_wire_is_skipped(self):
        for value in ({"$what": 1}, {"$number": "7"}, {"$object": []}):
            self.assertIn("cannot read the input", result(("echo", value))["skip"])
        deep = '{"type":"case","id":0,"world":{},"steps":[{"operation":"echo","input":%s}]}' % ("[" * 700 + "]" * 700)
        replies, _, _ = talk(deep, BYE)
        self.assertIn("too deep", json.dumps(replies[0]))


class Operations(unittest.TestCase):
    def test_a_trace_is_recorded_in_order_and_memory_lasts_for_the_case(self):
        events = [
            {"shown": {"desk": "diamond", "fen": 600}},
            {"sent": {"to": "order", "customId": "c1"}},
            {"called": "success", "with": {"code": 0}},
            {"called": "complete"},
            {"asked": "status", "with": 1, "answered": {"resolves": {"$undefined": True}}},
        ]
        pay = case(("pay", {}), ("pay", {}))
        replies, _, _ = talk(pay, {**pay, "id": 1}, BYE)
        for reply in replies:
            self.assertEqual(reply["traces"], [events + [{"returned": [0, 1]}], events + [{"returned": [1, 2]}]])

    def test_an_exception_is_a_fault(self):
        fault = result(("fail", {}))["fault"]
        self.assertEqual(fault["kind"], "exception")
        self.assertIn("broken inside", fault["detail"])

    def test_threw_and_skip_are_raised(self):
        self.assertEqual(result(("throw", {})), {"traces": [[{"threw": {"message": "documented"}}]]})
        self.assertEqual(result(("raise_in_trace", {})), {"traces": [[{"called": "success"}, {"threw": {"message": "after success"}}]]})
        self.assertEqual(result(("skip", {})), {"skip": "no wallet"})
        self.assertEqual(result(("skip_in_trace", {})), {"skip": "not here"})

    def test_events_without_end_are_a_fault(self):
        self.assertEqual(result(("endless", {}))["fault"]["kind"], "too many events")

    def test_what_is_printed_goes_to_standard_error(self):
        replies, stderr, _ = talk(case(("talk", {})), BYE)
        self.assertEqual(replies[0]["traces"], [[{"returned": None}]])
        self.assertIn("printed", stderr)
        self.assertIn("written", stderr)


class Worlds(unittest.TestCase):
    def test_unknown_operations_and_unstageable_worlds_are_skipped(self):
        self.assertEqual(result(("sing", {})), {"skip": "unknown operation: sing"})
        for world, fact in (
            ({"network": "offline", "paystone_probe": True}, "paystone_probe"),
            ({"os": "ios"}, "os"),
            ({"coin_price": "0.1"}, "coin_price"),
            ({"spent": False}, "spent"),
            ({"user": ["cancels"]}, "user"),
        ):
            self.assertEqual(result(("echo", {}), world=world), {"skip": f"cannot stage: {fact}"})

    def test_plain_pinned_and_staged_facts_are_fine_and_the_world_is_complete(self):
        world = {"network": "offline", "coin_price": "0.2", "user": ["pays"], "spending_limit": None}
        seen = returned("world", world=world)
        self.assertEqual({fact: seen[fact] for fact in world}, world)
        self.assertEqual(len(seen), len(PLAIN))


class Protocol(unittest.TestCase):
    def test_the_handshake_says_what_the_adapter_can_do(self):
        (hello,), _, _ = talk(HELLO, BYE)
        operations = hello.pop("operations")
        self.assertIn("echo", operations)
        self.assertEqual(
            hello,
            {
                "type": "hello", "protocol": 1, "implementation": {"name": "example", "version": "1.0.0", "language": "python"},
                "stages": ["network"], "pins": {"coin_price": "0.2"}, "max_in_flight": 64, "observes": ["returned"],
            },
        )

    def test_without_a_protocol_in_common_it_gives_up(self):
        replies, stderr, code = talk({**HELLO, "protocol": [2, 3]})
        self.assertEqual((replies, code), ([], 1))
        self.assertIn("no protocol in common", stderr)

    def test_what_is_no_message_ends_the_adapter(self):
        for line in ('{"type":', "7", '{"type":"case","id":true,"world":{},"steps":[]}'):
            _, stderr, code = talk(line)
            self.assertEqual(code, 1)
            self.assertIn("not a", stderr)

    def test_a_message_of_unknown_type_is_ignored(self):
        replies, stderr, code = talk({"type": "wave"}, case(("echo", 1)), BYE)
        self.assertEqual((len(replies), code), (1, 0))
        self.assertIn("unknown type", stderr)

    def test_bye_and_the_end_of_input_let_the_queue_finish(self):
        many = [case(("echo", {}), id=id) for id in range(3000)]
        for end in ([BYE], []):
            replies, _, code = talk(*many, *end)
            self.assertEqual((len(replies), code), (3000, 0))

    def test_a_reader_that_goes_away_ends_the_adapter_quietly(self):
        pipe = subprocess.PIPE
        child = subprocess.Popen([sys.executable, str(FOLDER / "adapter.py")], bufsize=0, stdin=pipe, stdout=pipe, stderr=pipe)
        child.stdout.close()
        try:
            for id in range(20_000):
                child.stdin.write(json.dumps(case(("echo", {}), id=id)).encode() + b"\n")
        except BrokenPipeError:
            pass
        child.stdin.close()
        self.assertEqual((child.stderr.read(), child.wait()), (b"", 0))
        child.stderr.close()


if __name__ == "__main__":
    unittest.main()
