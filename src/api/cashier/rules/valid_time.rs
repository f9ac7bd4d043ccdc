//! `valid_time`: for how long the order is valid.

use crate::api::cashier::gaps::{EXPIRED, NUMERIC_TIMES, VALID_ZERO};
use crate::api::cashier::info::field;
use crate::api::cashier::outcomes::{REFUSED, TIMED_OUT};
use crate::api::world::CLOCK;
use crate::ground::Value;
use crate::spec::{About, At, Check, Demand, Own, Patch, Refusal, Rule, Standing, Waiver, Words};

use super::{NUMBER_OF_SECONDS, agreed, agreed_on, asked, info, is_number, set, string};

/// Passed.
pub(super) static REQUIRED: Rule = agreed_on(
    "cashier/valid-time/required",
    Words::new("valid_time must be passed, and not be empty", "必须传 valid_time,且不能为空"),
    &[agreed("`valid_time`"), info("valid_time", "订单有效时间")],
    &["orderInfo", "valid_time"],
);

/// A string.
pub(super) static TYPE: Rule = Rule {
    waivers: &[Waiver {
        gap: &NUMERIC_TIMES,
        when: |at| is_number(at, "valid_time"),
        readings: NUMBER_OF_SECONDS,
    }],
    ..string(
        "cashier/valid-time/type",
        Words::new("valid_time must be a string", "valid_time 必须是字符串"),
        &[info("valid_time", "string")],
        &["orderInfo", "valid_time"],
    )
};

/// In seconds.
pub(super) static SECONDS: Rule = asked(
    "cashier/valid-time/seconds",
    Words::new("valid_time is a number of seconds, in digits", "valid_time 为秒数"),
    &[info("valid_time", "订单有效时间(单位 秒)")],
    Demand::Own(&Own {
        judge: |at| match time(at, "valid_time") {
            Time::Apart => Standing::Apart,
            Time::Wrong => Standing::Broken,
            Time::Of(0) => Standing::kept(at.reading(&VALID_ZERO) == "accepted"),
            Time::Of(_) => Standing::Holds,
        },
        about: &[About::Field(&["orderInfo", "valid_time"])],
        edges: |_| ["10", "900", "86400"].map(|s| set("valid_time", s)).to_vec(),
        breaks: |_| ["abc", "-300", "300.5", "5m", " 300"].map(|s| set("valid_time", s)).to_vec(),
        openings: |_| vec![set("valid_time", "0")],
        ..Own::PLAIN
    }),
);

/// A time, as a field gives it.
enum Time {
    /// This number of seconds.
    Of(i64),
    /// Something that is none.
    Wrong,
    /// Something that other rules speak of.
    Apart,
}

/// The time that a field gives: a text of digits, or a number where that is accepted.
fn time(at: &At<'_>, name: &str) -> Time {
    match field(at, name) {
        Value::Text(text) if text.is_empty() => Time::Apart,
        Value::Text(text) if text.bytes().all(|b| b.is_ascii_digit()) => {
            Time::Of(text.parse().unwrap_or(i64::MAX))
        }
        Value::Text(_) => Time::Wrong,
        value @ Value::Number(_) if at.reading(&NUMERIC_TIMES) == "accepted" => {
            value.as_whole().filter(|n| *n >= 0).map_or(Time::Wrong, Time::Of)
        }
        _ => Time::Apart,
    }
}

/// Whether the time of an order has passed.
pub(super) fn is_over(at: &At<'_>) -> bool {
    let (Time::Of(made), Time::Of(valid)) = (time(at, "trade_time"), time(at, "valid_time")) else {
        return false;
    };
    at.world.whole(&CLOCK).is_some_and(|now| now > made.saturating_add(valid))
}

/// Not over.
pub(super) static NOT_PASSED: Rule = Rule {
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| Standing::kept(!is_over(at) || at.reading(&EXPIRED) == "unchecked"),
            about: &[
                About::Fact(&CLOCK),
                About::Field(&["orderInfo", "trade_time"]),
                About::Field(&["orderInfo", "valid_time"]),
            ],
            edges: |_| vec![Patch::fact(&CLOCK, 1_566_720_981)],
            openings: |_| vec![Patch::fact(&CLOCK, 1_566_720_982), Patch::fact(&CLOCK, 1_600_000_000)],
            ..Own::PLAIN
        }),
        &[
            Refusal::row(&TIMED_OUT).under(&EXPIRED, "timed-out"),
            Refusal::row(&REFUSED).under(&EXPIRED, "refused"),
        ],
    ),
    ..asked(
        "cashier/valid-time/not-passed",
        Words::new(
            "an order is paid before its trade_time and valid_time have passed, if the platform looks at it",
            "订单应在 trade_time + valid_time 之前支付(若平台检查)",
        ),
        &[info("valid_time", "订单有效时间"), super::cite("success 返回参数说明", "code", "1:支付超时")],
        Demand::Filled(&[]),
    )
};
