//! `timestamp`: when the request is sent.

use crate::api::cashier::gaps::NUMERIC_TIMES;
use crate::spec::{About, Demand, Own, Rule, Waiver, Words};

use super::{
    NUMBER_OF_SECONDS, asked, info, is_number, no_seconds, official, other_seconds, required, seconds, set,
    string,
};

/// Passed.
pub(super) static REQUIRED: Rule = required(
    "cashier/timestamp/required",
    Words::new("timestamp must be passed, and not be empty", "必须传 timestamp,且不能为空"),
    &[official("`timestamp`"), info("timestamp", "发送请求的时间戳")],
    &["orderInfo", "timestamp"],
);

/// A string.
pub(super) static TYPE: Rule = Rule {
    waivers: &[Waiver {
        gap: &NUMERIC_TIMES,
        when: |at| is_number(at, "timestamp"),
        readings: NUMBER_OF_SECONDS,
    }],
    ..string(
        "cashier/timestamp/type",
        Words::new("timestamp must be a string", "timestamp 必须是字符串"),
        &[info("timestamp", "string")],
        &["orderInfo", "timestamp"],
    )
};

/// In seconds.
pub(super) static SECONDS: Rule = asked(
    "cashier/timestamp/seconds",
    Words::new("timestamp is a time in seconds, in digits", "timestamp 为精确到秒的时间戳"),
    &[info("timestamp", "精确到秒")],
    Demand::Own(&Own {
        judge: |at| seconds(at, "timestamp"),
        about: &[About::Field(&["orderInfo", "timestamp"])],
        edges: |_| vec![set("timestamp", "1000000000"), set("timestamp", "9999999999")],
        breaks: |_| no_seconds("timestamp"),
        openings: |_| other_seconds("timestamp"),
        ..Own::PLAIN
    }),
);
