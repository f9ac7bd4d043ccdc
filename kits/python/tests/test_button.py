"""A component that writes its traces itself, and the functions of the caller that it calls."""

import unittest

from drive import result
from paystone_kit import UNDEFINED, Function, Refused
from paystone_kit.values import Unreadable

GOODS = {"resolves": {"minLimits": 2}}


def script(*entries):
    return {"$function": list(entries)}


def step(goods=GOODS, order={"resolves": {"extra": {"a": 1}}}, **handlers):
    handlers = {"getgoodsinfo": script(goods), "placeorder": script(order), "pay": script(), "error": script(), **handlers}
    return "pay-button", {"properties": {"mode": 2, "goods-id": "1"}, "handlers": handlers}


def run(*steps, **world):
    reply = result(*steps, world=world, adapter="button.py")
    return reply.get("traces", reply)


def heads(events):
    """The kinds of what happened, short enough to compare."""
    fields = ("button", "page", "desk", "to", "message")
    return [next(iter(event.values())) if "with" in event else next(body[field] for body in event.values() for field in fields if field in body) for event in events]


SOLD = ["getgoodsinfo", "goods", "on_sale", "order", "placeorder", "order", "pay-button", "pay"]


class Component(unittest.TestCase):
    def test_a_purchase_is_seen_from_the_first_handler_to_the_last(self):
        self.assertEqual(
            run(step()),
            [[
                {"asked": "getgoodsinfo", "with": {"detail": {"goodsId": "1"}}, "answered": GOODS},
                {"sent": {"to": "goods", "goodsId": "1"}},
                {"shown": {"button": "on_sale"}},
                {"shown": {"page": "order", "goodsId": "1", "price": 9900, "minLimits": 2, "maxLimits": 20, "phoneRequired": False}},
                {"asked": "placeorder", "with": {"detail": {"goodsId": "1", "quantity": 2}}, "answered": {"resolves": {"extra": {"a": 1}}}},
                {"sent": {"to": "order", "goodsId": "1", "quantity": 2, "fen": 19800, "extra": '{"a": 1}'}},
                {"shown": {"desk": "pay-button", "fen": 19800}},
                {"called": "pay", "with": {"detail": {
                    "status": "success", "orderId": "douyin-order-1", "outOrderNo": "out-order-1", "result": {"code": 0},
                }}},
            ]],
        )

    def test_each_step_has_its_user_and_its_desk_later_ones_the_last(self):
        traces = run(step(), step(), step(), step(), button_user=["waits", "taps", "taps_twice", "submits"], button_desk=["pays", "leaves"])
        self.assertEqual([heads(events) for events in traces], [SOLD[:3], SOLD[:4], SOLD[:4], SOLD[:-1]])

    def test_what_one_step_sells_is_sold_for_the_next(self):
        first, second = run(step(), step(), stock=2)
        self.assertEqual([heads(first), heads(second)], [SOLD, ["getgoodsinfo", "goods", "sold_out"]])

    def test_a_phone_number_that_is_missing_keeps_the_page(self):
        goods = {"resolves": {"phoneRequired": True}}
        self.assertEqual(heads(run(step(goods), gives_phone=False)[0]), SOLD[:4])
        self.assertEqual(heads(run(step(goods))[0]), SOLD)

    def test_what_the_page_does_is_recorded_as_what_it_is(self):
        for goods, seen in (
            ({"rejects": "no goods"}, "no goods"), ({"rejects": {"message": "none"}}, "none"), ({"throws": "broken"}, "broken"),
            ({"rejects": {"$undefined": True}}, "undefined"), ({"rejects": None}, "null"),
        ):
            asked, error = run(step(goods))[0]
            self.assertEqual(asked["answered"], goods)
            self.assertEqual(error, {"called": "error", "with": {"detail": {"errNo": 21500, "errMsg": seen}}})
        self.assertEqual(heads(run(step("never"))[0]), ["getgoodsinfo"])
        self.assertEqual(heads(run(step({"returns": {}}))[0])[:3], SOLD[:3])

    def test_a_failure_that_nobody_catches_is_threw_and_a_promise_that_never_settles_ends_the_step(self):
        refused, pending = run(step(order={"rejects": "not now"}), step(order="never"))
        self.assertEqual(refused[-1], {"threw": {"message": "not now"}})
        self.assertEqual(heads(pending), SOLD[:5])

    def test_a_crash_is_a_fault(self):
        self.assertIn("KeyError", run(("pay-button", {"properties": {}, "handlers": {}}))["fault"]["detail"])

    def test_a_script_that_cannot_be_followed_is_skipped(self):
        for entry in ("dances", {"sings": 1}, {"resolves": {"$what": 1}}, 7):
            self.assertIn("cannot read the input", run(step(pay=script(entry)))["skip"])


class Recorder:
    """As much of a stage as a function needs."""

    def __init__(self):
        self.events = []

    def called(self, *event):
        self.events.append(event)

    def asked(self, *event, answered):
        self.events.append((*event, answered))


class Functions(unittest.TestCase):
    def test_the_nth_call_follows_the_nth_entry_later_ones_the_last(self):
        stage = Recorder()
        function = Function([{"returns": 1}, {"rejects": 2}, "records"], "ask", stage)
        self.assertEqual([function.call({"n": 1}).awaited(), function.call().kind, function(3).awaited(), function.call().value], [1, "rejects", UNDEFINED, UNDEFINED])
        self.assertEqual(stage.events, [("ask", {"n": 1}, {"returns": 1}), ("ask", {"rejects": 2}), ("ask", 3), ("ask",)])

    def test_an_answer_is_read_anew_for_each_call(self):
        function = Function([{"resolves": {"list": [1]}}], "ask", Recorder())
        function.call().awaited()["list"].append(2)
        self.assertEqual(function.call().awaited(), {"list": [1]})

    def test_a_function_in_an_answer_can_be_called(self):
        stage = Recorder()
        Function([{"returns": {"next": script()}}], "ask", stage).call().awaited()["next"].call()
        self.assertEqual(stage.events[-1], ("next",))

    def test_what_was_refused_keeps_its_value(self):
        with self.assertRaises(Refused) as caught:
            Function([{"rejects": {"code": 1}}], "ask", Recorder()).call().awaited()
        self.assertEqual((caught.exception.value, str(caught.exception)), ({"code": 1}, '{"code":1}'))

    def test_a_function_of_no_case_cannot_be_called_and_an_odd_script_cannot_be_made(self):
        self.assertRaises(TypeError, Function([]).call)
        self.assertRaises(Unreadable, Function, ["dances"])


if __name__ == "__main__":
    unittest.main()
