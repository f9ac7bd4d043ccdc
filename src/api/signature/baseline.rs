//! Plain inputs to sign, and how they vary.

use crate::api::world::PAYMENT_SECRET;
use crate::ground::{Object, Value};
use crate::spec::{Base, Case, Draw, Step, Words};

use super::SIGN;

/// The plain cases of `sign`.
pub(super) static OF_SIGN: &[&Base] = &[&Base {
    id: "fields",
    says: Words::new("set of fields to sign", "待签名字段"),
    make: |world| {
        let fields =
            Object::new().with("app_id", "800000000001").with("total_amount", 1).with("subject", "order");
        let secret = world.text(&PAYMENT_SECRET).to_owned();
        let input = Object::new().with("fields", fields).with("secret", secret);
        Some(Case { world: world.clone(), steps: vec![Step::new(&SIGN, input)] })
    },
}];

/// Other fields to sign, and another secret.
pub(super) fn vary_fields(draw: &mut Draw, case: &mut Case) {
    for step in &mut case.steps {
        let Value::Object(input) = &mut step.input else { continue };
        if let Some(Value::Object(fields)) = input.find_mut("fields") {
            for _ in 0..draw.below(6) {
                let key = *draw.pick(KEYS);
                let value = value(draw);
                fields.set(key, value);
            }
        }
        if draw.once_in(3) {
            let length = 1 + draw.below(40);
            input.set("secret", draw.text(length));
        }
    }
}

/// Keys that real signers stumble over: prefixes of each other, of both cases, known and unknown.
const KEYS: &[&str] = &[
    "a",
    "a1",
    "abc",
    "abcd",
    "abce",
    "abd",
    "b1",
    "ba",
    "A",
    "B",
    "sign",
    "risk_info",
    "sign_type",
    "timestamp",
    "notify_url",
    "wx_type",
    "wx_url",
    "alipay_url",
    "subject",
    "body",
    "total_amount",
    "z",
    "zz",
    "_x",
    "键",
];

fn value(draw: &mut Draw) -> Value {
    const HARD: &[&str] = &[
        "",
        "0",
        "1",
        "a&b",
        "a=b",
        "100%",
        "a%20b",
        "a+b",
        "x&",
        "&",
        "=",
        "测试订单",
        "😀",
        "é",
        "MD5",
        "null",
        "true",
        "{\"ip\":\"127.0.0.1\"}",
        "https://wx.tenpay.com/x?a=1&b=2",
    ];
    match draw.below(8) {
        0 => 0.into(),
        #[expect(clippy::cast_precision_loss, reason = "drawn numbers are far below 2^53")]
        1 => Value::Number(draw.between(-10, 4_000_000_000) as f64),
        2 | 3 => {
            let length = 1 + draw.below(60);
            // A blank value is a gap of its own.
            format!("{}.", draw.text(length)).into()
        }
        _ => (*draw.pick(HARD)).into(),
    }
}
