//! What is left out of the signature, and what is not.

use crate::api::signature::subject::Field;
use crate::ground::Value;
use crate::spec::{About, Basis, Bend, Check, Patch, Promise, Rule, Words};

use super::{PART, any_field, cite, explains, fields, is_signed, resign, sign_with};

const LEFT_OUT: &str = "Leave out `sign`, `risk_info`, and every field whose value is empty";

/// `sign`.
pub(super) static SIGN: Rule = Rule {
    id: "signature/excluded/sign",
    says: Words::new("a sign among the fields is not signed", "字段中已有的 sign 不参与签名"),
    cites: &[cite("1.", LEFT_OUT)],
    basis: Basis::Official,
    scope: |at| any_field(at, |k, v| k == "sign" && v.as_str().is_some_and(|s| !s.is_empty())),
    about: &[About::Field(&["fields", "sign"])],
    check: Check::Promise(Promise {
        holds: |at, trace| explains(at, trace, &[keeps_sign]),
        stages: |base| fields(base, &[&[("sign", "15aa99cd80878661a4d442b7540bdf96")]]),
        bends: &[Bend { id: "signs-it", bend: |at, trace| resign(at, trace, keeps_sign) }],
        ..PART
    }),
    ..Rule::PLAIN
};

fn keeps_sign(texts: &[Field<'_>], secret: &str) -> Option<String> {
    Some(sign_with(texts, secret, |k, v| k == "sign" || is_signed(k, v), |_| None))
}

/// `risk_info`.
pub(super) static RISK_INFO: Rule = Rule {
    id: "signature/excluded/risk-info",
    says: Words::new("risk_info is not signed", "risk_info 不参与签名"),
    cites: &[cite("1.", LEFT_OUT)],
    basis: Basis::Official,
    scope: |at| any_field(at, |k, v| k == "risk_info" && v.as_str().is_some_and(|s| !s.is_empty())),
    about: &[About::Field(&["fields", "risk_info"])],
    check: Check::Promise(Promise {
        holds: |at, trace| explains(at, trace, &[signs_risk_info]),
        stages: |base| fields(base, &[&[("risk_info", r#"{"ip":"127.0.0.1"}"#)]]),
        bends: &[Bend { id: "signs-it", bend: |at, trace| resign(at, trace, signs_risk_info) }],
        ..PART
    }),
    ..Rule::PLAIN
};

fn signs_risk_info(texts: &[Field<'_>], secret: &str) -> Option<String> {
    Some(sign_with(texts, secret, |k, v| k == "risk_info" || is_signed(k, v), |_| None))
}

/// Empty values.
pub(super) static EMPTY: Rule = Rule {
    id: "signature/excluded/empty",
    says: Words::new("a field whose value is the empty string is not signed", "值为空字符串的字段不参与签名"),
    cites: &[cite("1.", LEFT_OUT)],
    basis: Basis::Official,
    scope: |at| any_field(at, |_, v| *v == Value::from("")),
    about: &[About::Field(&["fields"])],
    check: Check::Promise(Promise {
        holds: |at, trace| explains(at, trace, &[signs_empty]),
        stages: |base| fields(base, &[&[("notify_url", "")], &[("a", ""), ("z", "")]]),
        bends: &[Bend { id: "signs-it", bend: |at, trace| resign(at, trace, signs_empty) }],
        ..PART
    }),
    ..Rule::PLAIN
};

fn signs_empty(texts: &[Field<'_>], secret: &str) -> Option<String> {
    Some(sign_with(texts, secret, |k, v| v.is_empty() || is_signed(k, v), |_| None))
}

/// Zero is something.
pub(super) static ZERO_IS_SIGNED: Rule = Rule {
    id: "signature/excluded/zero-is-signed",
    says: Words::new(
        "only the empty string is empty: \"0\" and 0 are signed",
        "只有空字符串算空:\"0\" 与 0 参与签名",
    ),
    cites: &[cite("Only the empty string is empty", "`\"0\"` and `0` are signed")],
    basis: Basis::Agreed,
    scope: |at| any_field(at, |_, v| *v == Value::from("0") || *v == Value::from(0)),
    about: &[About::Field(&["fields"])],
    check: Check::Promise(Promise {
        holds: |at, trace| explains(at, trace, &[drops_zero]),
        stages: |base| {
            let number = |n: i32| Patch::default().and_at(&["fields", "valid_time"], Some(n.into()));
            let mut patches = fields(base, &[&[("uid", "0")]]);
            if base.steps.iter().all(|s| s.operation.name == "sign") {
                patches.push(number(0));
            }
            patches
        },
        bends: &[Bend { id: "drops-it", bend: |at, trace| resign(at, trace, drops_zero) }],
        ..PART
    }),
    ..Rule::PLAIN
};

fn drops_zero(texts: &[Field<'_>], secret: &str) -> Option<String> {
    Some(sign_with(texts, secret, |k, v| v != "0" && is_signed(k, v), |_| None))
}

/// Everything else.
pub(super) static NOTHING_ELSE: Rule = Rule {
    id: "signature/excluded/nothing-else",
    says: Words::new(
        "everything else is signed: sign_type, timestamp, notify_url, wx_type, wx_url, alipay_url, and keys that nobody knows",
        "其余字段一律参与签名:sign_type、timestamp、notify_url、wx_type、wx_url、alipay_url 以及未知字段",
    ),
    cites: &[cite(
        "Everything else is signed",
        "`sign_type`, `timestamp`, `notify_url`, `wx_type`, `wx_url`, `alipay_url`",
    )],
    basis: Basis::Official,
    scope: |at| any_field(at, |k, _| EXTRAS.contains(&k) || !KNOWN.contains(&k)),
    about: &[About::Field(&["fields"])],
    check: Check::Promise(Promise {
        holds: |at, trace| {
            explains(
                at,
                trace,
                &[
                    |t, s| drops(t, s, |k| k == EXTRAS[0]),
                    |t, s| drops(t, s, |k| k == EXTRAS[1]),
                    |t, s| drops(t, s, |k| k == EXTRAS[2]),
                    |t, s| drops(t, s, |k| k == EXTRAS[3]),
                    |t, s| drops(t, s, |k| k == EXTRAS[4]),
                    |t, s| drops(t, s, |k| k == EXTRAS[5]),
                    |t, s| drops(t, s, |k| !KNOWN.contains(&k)),
                ],
            )
        },
        stages: |base| {
            let extras: Vec<_> = EXTRAS.iter().map(|key| [(*key, "x")]).collect();
            let mut sets: Vec<&[(&str, &str)]> = extras.iter().map(|e| &e[..]).collect();
            sets.push(&[("an_unknown_key", "x")]);
            fields(base, &sets)
        },
        bends: &[
            Bend {
                id: "drops-sign-type",
                bend: |at, trace| resign(at, trace, |t, s| drops(t, s, |k| k == EXTRAS[0])),
            },
            Bend {
                id: "drops-timestamp",
                bend: |at, trace| resign(at, trace, |t, s| drops(t, s, |k| k == EXTRAS[1])),
            },
            Bend {
                id: "drops-notify-url",
                bend: |at, trace| resign(at, trace, |t, s| drops(t, s, |k| k == EXTRAS[2])),
            },
            Bend {
                id: "drops-wx-type",
                bend: |at, trace| resign(at, trace, |t, s| drops(t, s, |k| k == EXTRAS[3])),
            },
            Bend {
                id: "drops-wx-url",
                bend: |at, trace| resign(at, trace, |t, s| drops(t, s, |k| k == EXTRAS[4])),
            },
            Bend {
                id: "drops-alipay-url",
                bend: |at, trace| resign(at, trace, |t, s| drops(t, s, |k| k == EXTRAS[5])),
            },
            Bend {
                id: "drops-unknown",
                bend: |at, trace| resign(at, trace, |t, s| drops(t, s, |k| !KNOWN.contains(&k))),
            },
        ],
        ..PART
    }),
    ..Rule::PLAIN
};

/// The fields that a signer may wrongly take for unsigned.
const EXTRAS: [&str; 6] = ["sign_type", "timestamp", "notify_url", "wx_type", "wx_url", "alipay_url"];

/// The fields of the cashier's table.
const KNOWN: [&str; 22] = [
    "alipay_url",
    "app_id",
    "body",
    "currency",
    "merchant_id",
    "notify_url",
    "out_order_no",
    "payment_type",
    "product_code",
    "risk_info",
    "sign",
    "sign_type",
    "subject",
    "timestamp",
    "total_amount",
    "trade_time",
    "trade_type",
    "uid",
    "valid_time",
    "version",
    "wx_type",
    "wx_url",
];

fn drops(texts: &[Field<'_>], secret: &str, drop: impl Fn(&str) -> bool) -> Option<String> {
    Some(sign_with(texts, secret, |k, v| !drop(k) && is_signed(k, v), |_| None))
}
