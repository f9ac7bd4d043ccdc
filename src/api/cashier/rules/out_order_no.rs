//! `out_order_no`: the merchant's number of the order.

use crate::api::cashier::gaps::PAID_AGAIN;
use crate::api::cashier::info::field;
use crate::spec::{About, At, Check, Demand, Kind, Own, Patch, Refusal, Rule, Standing, Trace, Words};

use super::{asked, info, official, required, string};

/// Passed.
pub(super) static REQUIRED: Rule = required(
    "cashier/out-order-no/required",
    Words::new("out_order_no must be passed, and not be empty", "必须传 out_order_no,且不能为空"),
    &[official("`out_order_no`"), info("out_order_no", "商户订单号")],
    &["orderInfo", "out_order_no"],
);

/// A string.
pub(super) static TYPE: Rule = string(
    "cashier/out-order-no/type",
    Words::new("out_order_no must be a string", "out_order_no 必须是字符串"),
    &[info("out_order_no", "string")],
    &["orderInfo", "out_order_no"],
);

/// Not paid before, if that matters.
pub(super) static PAID_ONCE: Rule = Rule {
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| {
                let paid_before = earlier(at).any(|(_, trace)| is_paid(trace));
                Standing::kept(!paid_before || at.reading(&PAID_AGAIN) == "accepted")
            },
            about: &[About::Field(&["orderInfo", "out_order_no"]), About::History],
            edges: |_| {
                let other = Patch::default().and_at(&["orderInfo", "out_order_no"], Some("order-0".into()));
                vec![Patch::default().after(other)]
            },
            openings: |_| vec![Patch::default().after(Patch::default())],
            ..Own::PLAIN
        }),
        &[Refusal::row(&super::REFUSED).under(&PAID_AGAIN, "refused")],
    ),
    ..asked(
        "cashier/out-order-no/paid-once",
        Words::new(
            "an out_order_no that was paid is not paid again, if the platform looks at it",
            "已支付的 out_order_no 不应再次支付(若平台检查)",
        ),
        &[info("trade_time", "如果两次支付(调用 tt.pay)传入的订单号(out_order_no)相同")],
        Demand::Filled(&[]),
    )
};

/// The earlier steps with the same number, each with its place and what was seen.
pub(super) fn earlier<'a>(at: &At<'a>) -> impl Iterator<Item = (usize, &'a Trace)> {
    let number = field(at, "out_order_no");
    let same = move |input: &crate::ground::Value| input.get("orderInfo").get("out_order_no") == number;
    let before =
        at.before().enumerate().filter(move |(_, (step, _))| !number.is_undefined() && same(&step.input));
    before.map(|(i, (_, trace))| (i, trace))
}

/// Whether a step was paid, for all that was heard of it.
pub(super) fn is_paid(trace: &Trace) -> bool {
    let code = |name| trace.first(Kind::Called, name).and_then(|e| e.with.get("code").as_whole());
    code("success").or_else(|| code("complete")) == Some(0)
}
