"""The world facts of the protocol with their plain values, and which worlds an adapter can stage."""

import json
from typing import Any, Dict, Iterable, Optional

PLAIN: Dict[str, Any] = {
    "base_library": "3.47.0",
    "host": "douyin",
    "host_version": "35.0.0",
    "os": "android",
    "payment_open": True,
    "logged_in": True,
    "real_name": True,
    "spent": 0,
    "spending_limit": None,
    "risk": False,
    "face": "passes",
    "network": "online",
    "desk": "opens",
    "order_server": "answers",
    "user": ["pays"],
    "coin_price": "0.1",
    "virtual_goods": False,
    "wechat": "pays",
    "alipay": "pays",
    "cashier_user": ["alipay"],
    "clock": 1566720690,
    "payment_secret": "paystone-example-secret",
    "button_user": ["submits"],
    "button_desk": ["pays"],
    "order_quantity": None,
    "gives_phone": True,
    "sale": "on_sale",
    "stock": 100,
    "goods_whitelisted": True,
    "goods_server": "answers",
    "ability_server": "answers",
    "order_creation": "answers",
    "order_query": "answers",
    "refund_query": "answers",
    "app_name_server": "answers",
    "refund_server": "answers",
    "refund_detail": "answers",
    "direct_order": "off",
    "old_order": False,
    "merged_order": False,
    "order_id": "douyin-order-1",
    "out_order_no": "out-order-1",
    "refund_id": "douyin-refund-1",
    "out_refund_no": "out-refund-1",
    "item_1_paid": 10000,
    "item_2_paid": 5000,
    "item_1_refunded": 0,
}


class Worlds:
    """Stages worlds within what the adapter declares."""

    def __init__(self, stages: Iterable[str], pins: Dict[str, Any]) -> None:
        self.stages = frozenset(stages)
        self.usual = {**PLAIN, **pins}
        self.usual_text = json.dumps(self.usual)

    def unstageable(self, world: Dict[str, Any]) -> Optional[str]:
        """The first fact that cannot be staged, if any. A pinned fact has no other value than its pin."""
        for fact, value in world.items():
            if fact not in self.stages and not (fact in self.usual and _same(value, self.usual[fact])):
                return fact
        return None

    def complete(self, world: Dict[str, Any]) -> Dict[str, Any]:
        """The world with every fact: those given, for the others their pin or plain value. A fresh copy."""
        return {**json.loads(self.usual_text), **world}


def _same(one: Any, another: Any) -> bool:
    # The types too, since Python holds that True is 1.
    return type(one) is type(another) and one == another
