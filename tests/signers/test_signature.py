"""Tests of the signature: python3 -m unittest discover -s tests/signers"""

import unittest

from signature import MISTAKES, signer

VECTOR = {
    "app_id": "800000000001",
    "merchant_id": "1900000001",
    "timestamp": 1570694312,
    "sign_type": "MD5",
    "out_order_no": "201900000000000001",
    "total_amount": 1,
    "product_code": "pay",
    "payment_type": "direct",
    "trade_type": "H5",
    "version": "2.0",
    "currency": "CNY",
    "subject": "测试订单",
    "body": "测试订单",
    "uid": "0000000000000001",
    "trade_time": 1570585744,
    "valid_time": 300,
    "notify_url": "",
    "risk_info": '{"ip":"120.230.0.0"}',
    "wx_type": "MWEB",
    "wx_url": "https://wx.tenpay.com/xxx",
    "alipay_url": "app_id=2019000000000006&biz_content=xxxx",
}

#: Fields that show each mistake.
SHOWN_BY = {
    "signs-risk-info": {"a": "1", "risk_info": "{}"},
    "signs-empty": {"a": ""},
    "drops-zero": {"a": 0},
    "keeps-stale-sign": {"a": "1", "sign": "old"},
    "sorts-joined": {"a": "1", "a1": "2"},
    "null-word": {"a": None},
    "null-word-go": {"a": None},
    "trims-trailing-amp": {"a": "1&"},
}


class Signature(unittest.TestCase):
    def test_published_vector(self):
        self.assertEqual(signer().sign(VECTOR, "a"), "0f1e3358a9898d7c4c6c23740251808a")

    def test_prefix_comes_first(self):
        self.assertEqual(signer().sign({"a1": "2", "a": "1"}, "x"), "695ec5224cda5f164e1b5fb6e373dc87")

    def test_numbers(self):
        joined = signer().join({"a": 1, "b": 1.0, "c": 0.1, "d": 1e21, "e": 1e-7, "f": 0})
        self.assertEqual(joined, "a=1&b=1&c=0.1&d=1000000000000000000000&e=0.0000001&f=0")

    def test_every_mistake_shows(self):
        self.assertEqual(MISTAKES.keys(), SHOWN_BY.keys())
        for name, fields in SHOWN_BY.items():
            with self.subTest(name):
                self.assertNotEqual(signer(name).sign(fields, "x"), signer().sign(fields, "x"))


if __name__ == "__main__":
    unittest.main()
