//! `customId`: the developer's own order number.

use crate::api::diamond::gaps::{CUSTOM_ID_BLANK, CUSTOM_ID_MISSING, CUSTOM_ID_USED};
use crate::api::diamond::order::{orders, paid};
use crate::api::diamond::outcomes::{CUSTOM_ID, mistyped};
use crate::api::diamond::scene::FIRST;
use crate::ground::{Object, Type, Value};
use crate::spec::{
    About, At, Bend, Case, Check, Demand, Kind, Own, Patch, Promise, Refusal, Rule, Standing, Trace, Variant,
    Waiver, Words,
};

use super::{TYPE_ERRORS, cite, parameter, refuse_type, should_be};

/// A string.
pub(super) static TYPE: Rule = Rule {
    id: "diamond/custom-id/type",
    says: Words::new("customId must be a string", "customId 必须是字符串"),
    cites: &[parameter("customId", "string"), TYPE_ERRORS],
    since: FIRST,
    check: Check::Demand(
        Demand::Typed(&["customId"], Type::String),
        &[refuse_type(|at| should_be(at, "customId", Type::String))],
    ),
    ..Rule::PLAIN
};

/// Passed.
pub(super) static REQUIRED: Rule = Rule {
    id: "diamond/custom-id/required",
    says: Words::new("customId must be passed", "必须传 customId"),
    cites: &[parameter("customId", "是"), cite("错误码", "-15101", "customId 为空或者不唯一")],
    since: FIRST,
    check: Check::Demand(
        Demand::Present(&["customId"]),
        &[
            Refusal::row(&CUSTOM_ID).under(&CUSTOM_ID_MISSING, "empty"),
            refuse_type(|at| mistyped("customId", Type::String, at.field("customId").type_of()))
                .under(&CUSTOM_ID_MISSING, "mistyped"),
        ],
    ),
    waivers: &[Waiver { gap: &CUSTOM_ID_MISSING, when: |_| true, readings: &["accepted"] }],
    ..Rule::PLAIN
};

/// Not empty.
pub(super) static NOT_EMPTY: Rule = Rule {
    id: "diamond/custom-id/not-empty",
    says: Words::new("customId must not be empty", "customId 不能为空"),
    cites: &[cite("错误码", "-15101", "customId 为空或者不唯一")],
    since: FIRST,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| match at.field("customId").as_str() {
                None => Standing::Apart,
                Some("") => Standing::Broken,
                Some(s) if s.trim().is_empty() => Standing::kept(at.reading(&CUSTOM_ID_BLANK) == "filled"),
                Some(_) => Standing::Holds,
            },
            about: &[About::Field(&["customId"])],
            edges: |_| ["0", "x", "订单", "a b"].map(|id| Patch::set("customId", id)).to_vec(),
            breaks: |_| vec![Patch::set("customId", "")],
            openings: |_| vec![Patch::set("customId", " "), Patch::set("customId", "\t")],
            variants: &[
                Variant { id: "refuses-zero", judge: |at| not(at, &["", "0"]) },
                Variant { id: "asks-for-two-characters", judge: two_characters },
            ],
            ..Own::PLAIN
        }),
        &[Refusal::row(&CUSTOM_ID)],
    ),
    ..Rule::PLAIN
};

/// Never the same twice.
pub(super) static UNIQUE: Rule = Rule {
    id: "diamond/custom-id/unique",
    says: Words::new("customId must not be one that was used before", "customId 必须唯一,不能与已使用的重复"),
    cites: &[
        cite("错误码", "-15101", "customId 为空或者不唯一"),
        cite("代码示例", "if (tt.canIUse(", "开发者自定义唯一订单号"),
    ],
    since: FIRST,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| unused(at, |a, b| a == b),
            about: &[About::Field(&["customId"]), About::History],
            edges: |_| {
                let other = || Patch::default().after(Patch::set("customId", "order-0"));
                let case = Patch::default().after(Patch::set("customId", "ORDER-1"));
                let longer = Patch::default().after(Patch::set("customId", "order-12"));
                vec![other(), case, longer, other().after(Patch::set("customId", "order-00"))]
            },
            breaks: |_| {
                let again = Patch::default().after(Patch::default());
                let later = Patch::default().after(Patch::default()).after(Patch::set("customId", "order-0"));
                vec![again, later]
            },
            openings: unpaid_before,
            literals: &[],
            draw: None,
            variants: &[
                Variant { id: "looks-at-the-last-call-only", judge: last_only },
                Variant { id: "ignores-case", judge: |at| unused(at, str::eq_ignore_ascii_case) },
            ],
        }),
        &[Refusal::row(&CUSTOM_ID)],
    ),
    ..Rule::PLAIN
};

/// Carried by the order.
pub(super) static ORDER_CARRIES_IT: Rule = Rule {
    id: "diamond/custom-id/order-carries-it",
    says: Words::new(
        "the order carries the customId, so that the developer is told of the payment by it",
        "订单携带 customId,支付结果回调据此通知开发者",
    ),
    cites: &[
        cite("代码示例", "if (tt.canIUse(", "如不填,支付结果回调将不包含此字段"),
        parameter("customId", "2.64.0"),
    ],
    since: FIRST,
    about: &[About::Field(&["customId"])],
    check: Check::Promise(Promise {
        holds: |at, trace| {
            let id = at.field("customId");
            if id.as_str().is_none() || orders(trace).next().is_none() {
                return Standing::Apart;
            }
            Standing::kept(orders(trace).all(|order| order.with.get("customId") == id))
        },
        needs: &[Kind::Sent],
        stages: |_| ["0", "订单-1"].map(|id| Patch::set("customId", id)).to_vec(),
        bends: &[
            Bend { id: "drops-it", bend: |_, trace| set_sent(trace, |order| order.remove("customId")) },
            Bend {
                id: "sends-another",
                bend: |_, trace| set_sent(trace, |order| order.set("customId", "other")),
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

fn set_sent(trace: &mut Trace, edit: fn(&mut Object)) {
    for event in trace.0.iter_mut().filter(|e| e.kind == Kind::Sent) {
        if let Value::Object(order) = &mut event.with {
            edit(order);
        }
    }
}

fn not(at: &At<'_>, ids: &[&str]) -> Standing {
    at.field("customId").as_str().map_or(Standing::Apart, |id| Standing::kept(!ids.contains(&id)))
}

fn two_characters(at: &At<'_>) -> Standing {
    at.field("customId").as_str().map_or(Standing::Apart, |id| Standing::kept(id.len() > 1))
}

fn unused(at: &At<'_>, same: fn(&str, &str) -> bool) -> Standing {
    let Some(id) = at.field("customId").as_str().filter(|s| !s.is_empty()) else { return Standing::Apart };
    let repeats =
        |step: &crate::spec::Step| step.input.get("customId").as_str().is_some_and(|other| same(id, other));
    let mut before = at.before().enumerate().filter(|(_, (step, _))| repeats(step));
    Standing::kept(!before.any(|(i, (_, trace))| used_up(&at.earlier(i), trace)))
}

fn last_only(at: &At<'_>) -> Standing {
    let last = at.now.saturating_sub(1);
    let repeated = at.now > 0 && at.steps[last].input.get("customId") == at.field("customId");
    Standing::kept(!repeated)
}

/// Whether a step used its id up. A payment does, for certain; what else does is open.
fn used_up(at: &At<'_>, trace: &Trace) -> bool {
    if paid(at, trace) {
        return true;
    }
    match at.reading(&CUSTOM_ID_USED) {
        "call" => true,
        "order" => ordered(trace),
        _ => false,
    }
}

/// Whether an order was created: the server received it, or the user had a desk to leave. Where neither can be seen the endings
/// that only a desk has tell.
fn ordered(trace: &Trace) -> bool {
    let sent = trace.all(Kind::Sent, "").any(|e| e.with.get("to") == &Value::from("order"));
    let shown = trace.all(Kind::Shown, "").any(|e| !e.with.get("desk").is_undefined());
    let code = trace.first(Kind::Called, "fail").and_then(|e| e.with.get("errCode").as_whole());
    sent || shown || matches!(code, Some(-1 | -2))
}

fn unpaid_before(_: &Case) -> Vec<Patch> {
    use crate::api::world::USER;
    let again = || Patch::default().after(Patch::default());
    let user = |first: &'static str| again().and_fact(&USER, Value::Array(vec![first.into(), "pays".into()]));
    let refused = Patch::default().after(Patch::set("currencyType", "UNKNOWN"));
    vec![user("cancels"), user("payment_fails"), user("leaves"), refused]
}
