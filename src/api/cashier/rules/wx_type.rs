//! `wx_type`: the kind of payment in WeChat.

use crate::api::cashier::gaps::{WX_TYPE_ALONE, WX_TYPE_EMPTY};
use crate::api::cashier::info::{field, filled};
use crate::ground::Value;
use crate::spec::{About, Case, Demand, Own, Patch, Rule, Standing, Variant, Waiver, Words};

use super::{asked, info, set, string, without};

/// A string.
pub(super) static TYPE: Rule = string(
    "cashier/wx-type/type",
    Words::new("wx_type must be a string", "wx_type 必须是字符串"),
    &[info("wx_type", "string")],
    &["orderInfo", "wx_type"],
);

/// `MWEB`, beside a `wx_url`.
pub(super) static MWEB: Rule = asked(
    "cashier/wx-type/mweb",
    Words::new("wx_type must be MWEB where wx_url is not empty", "wx_url 非空时 wx_type 必须为 MWEB"),
    &[info("wx_type", "wx_url 非空时传 'MWEB'")],
    Demand::Own(&Own {
        judge: |at| {
            if filled(at, "wx_url").is_none() {
                return Standing::Apart;
            }
            match field(at, "wx_type") {
                Value::Undefined | Value::Null => Standing::Broken,
                Value::Text(kind) => Standing::kept(kind == "MWEB"),
                _ => Standing::Apart,
            }
        },
        about: &[About::Field(&["orderInfo", "wx_type"]), About::Field(&["orderInfo", "wx_url"])],
        breaks: |_| {
            let kinds = ["", "JSAPI", "mweb", "MWEB "].map(|kind| set("wx_type", kind));
            std::iter::once(without("wx_type")).chain(kinds).collect()
        },
        literals: &["MWEB"],
        variants: &[Variant {
            id: "ignores-case",
            judge: |at| {
                let is_mweb = |kind: &str| kind.eq_ignore_ascii_case("MWEB");
                filled(at, "wx_url").map_or(Standing::Apart, |_| {
                    Standing::kept(field(at, "wx_type").as_str().is_some_and(is_mweb))
                })
            },
        }],
        ..Own::PLAIN
    }),
);

/// Not passed without a `wx_url`.
pub(super) static NOT_ALONE: Rule = Rule {
    waivers: &[Waiver { gap: &WX_TYPE_ALONE, when: |_| true, readings: &["ignored"] }],
    ..asked(
        "cashier/wx-type/not-alone",
        Words::new("wx_type is not passed where wx_url is empty", "wx_url 为空时不传 wx_type"),
        &[info("wx_type", "wx_url 为空时,该字段不传")],
        Demand::Own(&Own {
            judge: |at| {
                if filled(at, "wx_url").is_some()
                    || !matches!(field(at, "wx_url"), Value::Text(_) | Value::Undefined)
                {
                    return Standing::Apart;
                }
                match field(at, "wx_type") {
                    Value::Undefined => Standing::Holds,
                    Value::Text(kind) if kind.is_empty() => {
                        Standing::kept(at.reading(&WX_TYPE_EMPTY) == "missing")
                    }
                    Value::Text(_) => Standing::Broken,
                    _ => Standing::Apart,
                }
            },
            about: &[About::Field(&["orderInfo", "wx_type"]), About::Field(&["orderInfo", "wx_url"])],
            edges: |base| {
                if is_offered_elsewhere(base) { vec![no_url(None), no_url(Some(""))] } else { Vec::new() }
            },
            breaks: |base| {
                if is_offered_elsewhere(base) {
                    return vec![set("wx_url", ""), without("wx_url")];
                }
                Vec::new()
            },
            openings: |base| {
                let empty = without("wx_url").and_at(&["orderInfo", "wx_type"], Some("".into()));
                if is_offered_elsewhere(base) { vec![empty] } else { Vec::new() }
            },
            ..Own::PLAIN
        }),
    )
};

fn no_url(url: Option<&'static str>) -> Patch {
    let patch = url.map_or_else(|| without("wx_url"), |url| set("wx_url", url));
    patch.and_at(&["orderInfo", "wx_type"], None)
}

/// Whether WeChat can be left out: the call does not ask for it.
fn is_offered_elsewhere(base: &Case) -> bool {
    base.steps.iter().all(|s| s.input.get("service").as_whole() != Some(3))
}
