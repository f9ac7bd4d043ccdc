//! `trade_time`: when the order was made.

use crate::api::cashier::gaps::{NUMERIC_TIMES, TIME_DIRECT, TIME_REMEMBERED};
use crate::api::cashier::info::field;
use crate::api::cashier::scene::directly;
use crate::api::world::CASHIER_USER;
use crate::ground::Value;
use crate::spec::{About, At, Case, Demand, Kind, Own, Patch, Rule, Standing, Trace, Variant, Waiver, Words};

use super::out_order_no::{earlier, is_paid};
use super::{
    NUMBER_OF_SECONDS, agreed, agreed_on, asked, info, is_number, no_seconds, other_seconds, seconds, set,
    string,
};

/// Passed.
pub(super) static REQUIRED: Rule = agreed_on(
    "cashier/trade-time/required",
    Words::new("trade_time must be passed, and not be empty", "必须传 trade_time,且不能为空"),
    &[agreed("`trade_time`"), info("trade_time", "下单时间戳")],
    &["orderInfo", "trade_time"],
);

/// A string.
pub(super) static TYPE: Rule = Rule {
    waivers: &[Waiver {
        gap: &NUMERIC_TIMES,
        when: |at| is_number(at, "trade_time"),
        readings: NUMBER_OF_SECONDS,
    }],
    ..string(
        "cashier/trade-time/type",
        Words::new("trade_time must be a string", "trade_time 必须是字符串"),
        &[info("trade_time", "string")],
        &["orderInfo", "trade_time"],
    )
};

/// In seconds.
pub(super) static SECONDS: Rule = asked(
    "cashier/trade-time/seconds",
    Words::new("trade_time is a time in seconds, in digits", "trade_time 为精确到秒的时间戳"),
    &[info("trade_time", "下单时间戳,精确到秒")],
    Demand::Own(&Own {
        judge: |at| seconds(at, "trade_time"),
        about: &[About::Field(&["orderInfo", "trade_time"])],
        edges: |_| vec![set("trade_time", "1566720680"), set("trade_time", "9999999999")],
        breaks: |_| no_seconds("trade_time"),
        openings: |_| other_seconds("trade_time"),
        ..Own::PLAIN
    }),
);

/// The same whenever an order is paid.
pub(super) static SAME_FOR_AN_ORDER: Rule = Rule {
    waivers: &[Waiver { gap: &TIME_DIRECT, when: directly, readings: &["free"] }],
    ..asked(
        "cashier/trade-time/same-for-an-order",
        Words::new(
            "two payments of the same out_order_no must have the same trade_time",
            "两次支付的 out_order_no 相同时,trade_time 也必须相同",
        ),
        &[info("trade_time", "则必须保证 trade_time 也相同")],
        Demand::Own(&Own {
            judge: |at| same(at, earlier(at)),
            about: &[
                About::Field(&["orderInfo", "trade_time"]),
                About::Field(&["orderInfo", "out_order_no"]),
                About::History,
            ],
            edges: |base| {
                if is_desk(base) {
                    vec![closed_first(Patch::default()), another_order()]
                } else {
                    vec![another_order()]
                }
            },
            breaks: |base| {
                let mut breaks = vec![Patch::default().after(earlier_time())];
                if is_desk(base) {
                    breaks.push(closed_first(earlier_time()));
                    breaks.push(Patch::default().after(earlier_time()).after(other_number()));
                }
                breaks
            },
            openings: |_| {
                let refused =
                    set("trade_time", "1566720600").and_at(&["orderInfo", "currency"], Some("USD".into()));
                vec![Patch::default().after(refused)]
            },
            variants: &[Variant { id: "looks-at-the-last-call-only", judge: last_only }],
            ..Own::PLAIN
        }),
    )
};

fn is_desk(base: &Case) -> bool {
    base.steps.iter().all(|s| s.input.get("service").as_whole() == Some(1))
}

fn earlier_time() -> Patch {
    set("trade_time", "1566720600")
}

fn other_number() -> Patch {
    set("out_order_no", "order-0")
}

fn another_order() -> Patch {
    Patch::default().after(earlier_time().and_at(&["orderInfo", "out_order_no"], Some("order-0".into())))
}

/// The desk is opened and closed first, unpaid; then the order is paid.
fn closed_first(first: Patch) -> Patch {
    let user = Value::Array(vec!["closes".into(), "alipay".into()]);
    Patch::fact(&CASHIER_USER, user).after(first)
}

fn same<'t>(at: &At<'_>, mut earlier: impl Iterator<Item = (usize, &'t Trace)>) -> Standing {
    let time = field(at, "trade_time");
    if time.is_undefined() {
        return Standing::Apart;
    }
    let differs = |i: usize| at.steps[i].input.get("orderInfo").get("trade_time") != time;
    Standing::kept(!earlier.any(|(i, trace)| differs(i) && is_remembered(at, trace)))
}

/// Whether the platform remembers the time of an earlier call. It does of one that was paid; what else is open.
fn is_remembered(at: &At<'_>, trace: &Trace) -> bool {
    if is_paid(trace) {
        return true;
    }
    match at.reading(&TIME_REMEMBERED) {
        "call" => true,
        "accepted" => trace.first(Kind::Called, "fail").is_none() && trace.first(Kind::Threw, "").is_none(),
        _ => false,
    }
}

fn last_only(at: &At<'_>) -> Standing {
    let last = at.now.checked_sub(1);
    same(at, earlier(at).filter(|(i, _)| Some(*i) == last))
}
