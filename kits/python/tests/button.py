"""An example adapter that is a small `<pay-button>`: goods of the library, the order page, the cashier. It writes its traces itself."""

import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from paystone_kit import Refused, serve, trace  # noqa: E402

PRICE = 9900  # fen for one of the goods of the library
CODES = {"pays": 0, "times_out": 1, "payment_fails": 2, "closed": 3, "cancels": 4, "unknown": 9}
PHONE = "13800000000"


@trace
def pay_button(input, world, stage):
    """One step: the button is attached, then the user does what the world says."""
    button = Button(input["properties"], input["handlers"], world, stage)
    user = stage.of_step(world["button_user"])
    if user != "waits":
        button.tap()
    if user == "taps_twice":
        button.tap()
    if user == "submits":
        button.submit(world["order_quantity"], PHONE if world["gives_phone"] else None)


class Button:
    def __init__(self, properties, handlers, world, stage):
        self.goods_id = properties.get("goods-id")
        self.handlers, self.world, self.stage = handlers, world, stage
        self.goods = self.page = None
        try:
            self.goods = handlers["getgoodsinfo"].call({"detail": {"goodsId": self.goods_id}}).awaited()
        except Refused as refused:
            self.tell("error", {"errNo": 21500, "errMsg": str(refused)})
            return
        stage.sent({"to": "goods", "goodsId": self.goods_id})
        stage.shown({"button": "on_sale" if self.left() > 0 else "sold_out"})

    def left(self):
        return self.world["stock"] - self.stage.memory.get("sold", 0)  # what one step sells is sold for the next

    def tell(self, event, detail):
        if event in self.handlers:
            self.handlers[event].call({"detail": detail})

    def tap(self):
        if self.page or not self.goods or self.left() <= 0:
            return
        self.page = {"minLimits": 1, "maxLimits": 20, "phoneRequired": False, **self.goods}
        self.stage.shown({"page": "order", "goodsId": self.goods_id, "price": PRICE, **self.page})

    def submit(self, quantity, phone):
        if not self.page or (self.page["phoneRequired"] and not phone):
            return
        quantity = quantity or self.page["minLimits"]
        # Not caught: a page that fails here fails what the user did, which is `threw`.
        placed = self.handlers["placeorder"].call({"detail": {"goodsId": self.goods_id, "quantity": quantity}}).awaited()
        fen = PRICE * quantity
        extra = {"extra": json.dumps(placed["extra"])} if "extra" in placed else {}
        self.stage.sent({"to": "order", "goodsId": self.goods_id, "quantity": quantity, "fen": fen, **extra})
        self.stage.memory["sold"] = self.stage.memory.get("sold", 0) + quantity
        self.stage.shown({"desk": "pay-button", "fen": fen})
        code = CODES.get(self.stage.of_step(self.world["button_desk"]))
        if code is not None:
            ids = {"orderId": self.world["order_id"], "outOrderNo": self.world["out_order_no"]}
            self.tell("pay", {"status": "success" if code == 0 else "fail", **ids, "result": {"code": code}})


serve(
    name="button",
    version="1.0.0",
    operations={"pay-button": pay_button},
    stages=["button_user", "button_desk", "order_quantity", "gives_phone", "stock"],
)
