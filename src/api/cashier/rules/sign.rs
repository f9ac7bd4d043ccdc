//! `sign`: the signature of the order.

use crate::api::cashier::gaps::SIGN_CASE;
use crate::api::cashier::info::{self as order, field};
use crate::api::world::PAYMENT_SECRET;
use crate::ground::{Object, Value};
use crate::spec::{About, At, Case, Demand, Force, Own, Patch, Rule, Standing, Variant, Words, World};

use super::{asked, info, official, option, required, set, string, without};

/// Passed.
pub(super) static REQUIRED: Rule = required(
    "cashier/sign/required",
    Words::new("sign must be passed, and not be empty", "必须传 sign,且不能为空"),
    &[official("`sign` required, not signed"), info("sign", "签名,具体签名方案见 服务端签名")],
    &["orderInfo", "sign"],
);

/// A string.
pub(super) static TYPE: Rule = string(
    "cashier/sign/type",
    Words::new("sign must be a string", "sign 必须是字符串"),
    &[info("sign", "string")],
    &["orderInfo", "sign"],
);

/// The signature of exactly this order.
pub(super) static MATCHES: Rule = Rule {
    force: Force::Must,
    ..asked(
        "cashier/sign/matches",
        Words::new(
            "sign is the signature of the other fields; an order that was changed afterwards fails",
            "sign 与其余字段一致;签名后修改 orderInfo 会导致验签失败",
        ),
        &[
            option("orderInfo", "请不要修改 orderInfo 上的字段,否则将会导致签名验证失败"),
            info("sign", "签名"),
        ],
        Demand::Own(&Own {
            judge: |at| judged(at),
            about: &[About::Field(&["orderInfo"]), About::Fact(&PAYMENT_SECRET)],
            edges: |_| {
                vec![
                    without("extra_field"),
                    set("extra_field", "a&b=c"),
                    set("risk_info", r#"{"ip":"10.0.0.1"}"#),
                ]
            },
            breaks,
            openings: |base| {
                let blank =
                    |read| set("extra_field", " ").and_at(&["orderInfo", "sign"], signed_blank(base, read));
                vec![
                    set("sign", signed(base, |_| ()).to_ascii_uppercase()),
                    blank(" "),
                    blank(""),
                    blank("  "),
                ]
            },
            variants: &[
                Variant {
                    id: "ignores-unknown-fields",
                    judge: |at| judged_otherwise(at, |o| o.remove("extra_field")),
                },
                Variant { id: "ignores-the-amount", judge: |at| ignoring(at, "total_amount") },
                Variant { id: "form-only", judge: form_only },
            ],
            ..Own::PLAIN
        }),
    )
};

/// How the signature stands, where one is defined.
fn judged(at: &At<'_>) -> Standing {
    let Some(sign) = field(at, "sign").as_str().filter(|sign| !sign.is_empty()) else {
        return Standing::Apart;
    };
    match order::sign_as_read(at, at.field("orderInfo")) {
        Some(Value::Text(right)) if sign == right => Standing::Holds,
        Some(Value::Text(right)) if sign.eq_ignore_ascii_case(&right) => {
            Standing::kept(at.reading(&SIGN_CASE) == "accepted")
        }
        Some(_) => Standing::Broken,
        None => Standing::Apart,
    }
}

/// The same for one who signs something else.
fn judged_otherwise(at: &At<'_>, change: fn(&mut Object)) -> Standing {
    let Some(sign) = field(at, "sign").as_str().filter(|sign| !sign.is_empty()) else {
        return Standing::Apart;
    };
    let Value::Object(mut changed) = at.field("orderInfo").clone() else { return Standing::Apart };
    change(&mut changed);
    let right = order::sign_as_read(at, &Value::Object(changed));
    Standing::kept(right.is_none_or(|right| right.as_str() == Some(sign)))
}

/// For one who does not look at a field: every value of it will do, for which the signature is right.
fn ignoring(at: &At<'_>, name: &'static str) -> Standing {
    let standing = judged(at);
    let tampered = standing == Standing::Broken
        && signed_with(at.world, at.field("orderInfo"), |o| o.set(name, TRUE_AMOUNT))
            == field(at, "sign").as_str().map(str::to_owned);
    if tampered { Standing::Holds } else { standing }
}

fn form_only(at: &At<'_>) -> Standing {
    let is_hex = |s: &str| s.len() == 32 && s.bytes().all(|b| b.is_ascii_hexdigit());
    field(at, "sign")
        .as_str()
        .filter(|s| !s.is_empty())
        .map_or(Standing::Apart, |s| Standing::kept(is_hex(s)))
}

/// The amount of the plain valid orders, in fen.
const TRUE_AMOUNT: i32 = 100;

fn rename(order: &mut Object, from: &str, to: &'static str) {
    if let Some(value) = order.find(from).cloned() {
        order.remove(from);
        order.set(to, value);
    }
}

/// Signatures of other orders, in other ways, and with another secret.
fn breaks(base: &Case) -> Vec<Patch> {
    let other_secret = {
        let mut case = base.clone();
        case.world.set(&PAYMENT_SECRET, "another-secret".into());
        signed(&case, |_| ())
    };
    let tampered = set("total_amount", 1).and_at(&["orderInfo", "sign"], Some(signed(base, |_| ()).into()));
    let signs = [
        other_secret,
        "0".repeat(32),
        signed(base, |o| o.set("total_amount", 1)),
        signed(base, |o| o.set("subject", "another")),
        signed(base, |o| o.remove("notify_url")),
        signed(base, |o| rename(o, "risk_info", "risk_infp")),
        "15aa99cd80878661a4d442b7540bdf96".to_owned(),
        "0".repeat(31),
        "z".repeat(32),
    ];
    std::iter::once(tampered).chain(signs.into_iter().map(|sign| set("sign", sign))).collect()
}

fn signed(base: &Case, change: fn(&mut Object)) -> String {
    let info = base.steps.last().map_or(&Value::Undefined, |s| s.input.get("orderInfo"));
    signed_with(&base.world, info, change).unwrap_or_default()
}

/// The signature of the base with a field of white space, by one who signs this in its place.
fn signed_blank(base: &Case, read: &'static str) -> Option<Value> {
    let mut info = base.steps.last()?.input.get("orderInfo").clone();
    if let Value::Object(order) = &mut info {
        order.set("extra_field", " ");
    }
    order::sign_with(&info, &base.world, |_| Some(read))
}

fn signed_with(world: &World, info: &Value, change: impl Fn(&mut Object)) -> Option<String> {
    let Value::Object(mut order) = info.clone() else { return None };
    change(&mut order);
    order::sign(&Value::Object(order), world)?.as_str().map(str::to_owned)
}
