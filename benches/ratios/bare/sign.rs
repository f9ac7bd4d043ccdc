//! The bare loop for `sign`.

use std::cell::RefCell;

use md5::{Digest, Md5};
use paystone::api::signature::SIGN;
use paystone::ground::{Object, Value};
use paystone::spec::{Adapter, Case, Draw, Kind, Reply, Step, Trace, World};

use crate::sign::join;

type Sets = &'static [&'static [(&'static str, &'static str)]];

/// What each rule's cases set: the fields that put it to the test.
const STAGES: &[Sets] = &[
    &[&[("sign", "15aa99cd80878661a4d442b7540bdf96")]],
    &[&[("risk_info", r#"{"ip":"127.0.0.1"}"#)]],
    &[&[("notify_url", "")], &[("a", ""), ("z", "")]],
    &[&[("extra", "0")], &[("uid", "0")]],
    &[
        &[("sign_type", "x")],
        &[("timestamp", "x")],
        &[("notify_url", "x")],
        &[("wx_type", "x")],
        &[("wx_url", "x")],
        &[("alipay_url", "x")],
        &[("an_unknown_key", "x")],
    ],
    &[
        &[("a", "1"), ("a1", "2")],
        &[("abc", "1"), ("abcd", "2"), ("abd", "3"), ("b1", "4"), ("ba", "5")],
        &[("B", "1"), ("a", "2")],
        &[("a_b", "1"), ("aB", "2"), ("ab", "3")],
    ],
    &[
        &[("alipay_url", "app_id=1&biz_content=x")],
        &[("subject", "100%")],
        &[("subject", "a%20b")],
        &[("subject", "a+b c")],
        &[("subject", "a=b")],
        &[("subject", "测试/订单?")],
    ],
    &[&[("zz", "x&")], &[("zz", "x&&")], &[("zz", "&")], &[("wx_url", "https://wx.tenpay.com/x?a=1&")]],
    &[&[("subject", "测试订单")], &[("subject", "é")], &[("subject", "😀")], &[("键", "1")]],
];

thread_local! {
    static TEMPLATE: Case = {
        let fields = Object::new().with("app_id", "800000000001").with("total_amount", 1).with("subject", "order");
        let input = Object::new().with("fields", fields).with("secret", "paystone-example-secret".to_owned());
        Case { world: World::plain(), steps: vec![Step::new(&SIGN, input)] }
    };
    static TEXT: RefCell<String> = RefCell::new(String::with_capacity(8192));
}

/// Draws a case, runs it, checks it.
pub(crate) fn one(draw: &mut Draw, signer: &mut impl Adapter) -> bool {
    let case = TEMPLATE.with(|template| drawn(draw, template));
    let Reply::Traces(traces) = signer.run(&case) else { return false };
    case.steps.iter().zip(&traces).all(|(step, trace)| keeps(&step.input, trace))
}

/// One turn in twelve varies everything, the others put one rule to the test.
fn drawn(draw: &mut Draw, template: &Case) -> Case {
    let mut case = template.clone();
    let Value::Object(input) = &mut case.steps[0].input else { return case };
    let turn = draw.below(STAGES.len() + 3);
    let secret = if turn == 0 || draw.once_in(2) { draw.once_in(3) } else { false };
    if secret {
        let length = 1 + draw.below(40);
        input.set("secret", draw.text(length));
    }
    let Some(Value::Object(fields)) = input.find_mut("fields") else { return case };
    match turn {
        0 => {
            for _ in 0..draw.below(6) {
                let key = *draw.pick(KEYS);
                fields.set(key, value(draw));
            }
        }
        1 => match draw.below(9) {
            0 => {}
            1 => fields.set("extra", Value::Null),
            2 => fields.set("extra", true),
            3 => fields.set("extra", 0.5),
            4 => fields.set("extra", 1e21),
            5 => fields.set("extra", Value::Array(vec![1.into()])),
            6 => fields.set("extra", Object::new()),
            7 => fields.set("extra", " "),
            _ => fields.set("extra", "x".repeat(5_000)),
        },
        2 => {
            fields
                .set("extra", *draw.pick(&[7.0, 0.0, -1.0, 1e15, 9_007_199_254_740_991.0, 1_570_694_312.0]));
        }
        rule => {
            for (key, value) in *draw.pick(STAGES[rule - 3]) {
                fields.set(*key, *value);
            }
        }
    }
    case
}

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

fn value(draw: &mut Draw) -> Value {
    match draw.below(8) {
        0 => 0.into(),
        #[expect(clippy::cast_precision_loss, reason = "drawn numbers are far below 2^53")]
        1 => Value::Number(draw.between(-10, 4_000_000_000) as f64),
        2 | 3 => {
            let length = 1 + draw.below(60);
            let mut text = draw.text(length);
            text.push('.');
            text.into()
        }
        _ => (*draw.pick(HARD)).into(),
    }
}

/// Whether what came out is the signature of the input, or anything, where nothing defines it.
fn keeps(input: &Value, trace: &Trace) -> bool {
    let [event] = trace.0.as_slice() else { return false };
    let (Value::Object(fields), Some(secret)) = (input.get("fields"), input.get("secret").as_str()) else {
        return false;
    };
    let Some(sign) = event.with.get("sign").as_str().filter(|_| event.kind == Kind::Returned) else {
        return false;
    };
    let open = |value: &Value| match value {
        Value::Text(s) => !s.is_empty() && s.trim().is_empty(),
        Value::Undefined => false,
        Value::Number(_) => value.as_whole().is_none(),
        _ => true,
    };
    if fields.iter().any(|(key, value)| !matches!(key, "sign" | "risk_info") && open(value)) {
        return true;
    }
    TEXT.with_borrow_mut(|text| {
        text.clear();
        join(text, fields);
        text.push_str(secret);
        let mut hex = [0; 32];
        hex::encode_to_slice(Md5::digest(text.as_bytes()), &mut hex).is_ok() && sign.as_bytes() == hex
    })
}
