//! `refund-id`: the developer's number of a refund.

use crate::api::pay_button::gaps::{EMPTY_ID, ID_LENGTH, UNUSED_PROPERTY};
use crate::api::pay_button::outcomes::REFUND_ID;
use crate::api::pay_button::scene::{FIRST, looks_at_a_refund};
use crate::ground::Type;
use crate::spec::{About, Check, Demand, Own, Patch, Refusal, Rule, Waiver, Words};

use super::{SINCE, WAITS, error, is_empty, property};

const PRESENT: Demand = Demand::Present(&["properties", "refund-id"]);

/// Passed, where it is needed.
pub(super) static REQUIRED: Rule = Rule {
    id: "pay-button/refund-id/required",
    says: Words::new("refund-id must be passed to look at a refund", "查看退款时必须传 refund-id"),
    cites: &[property("refund-id", "退款中(order-status 为 2)"), error("21523", "refund-id 非法"), SINCE],
    since: FIRST,
    scope: looks_at_a_refund,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| PRESENT.judge(at),
            about: &[About::Field(&["properties", "refund-id"])],
            breaks: |base| {
                let without = |status: i32| {
                    Patch::default()
                        .and_at(&["properties", "refund-id"], None)
                        .and_at(&["properties", "order-status"], Some(status.into()))
                };
                PRESENT.breaks(base).into_iter().chain([3, 4].map(without)).collect()
            },
            openings: |base| PRESENT.openings(base),
            ..Own::PLAIN
        }),
        &[Refusal::row(&REFUND_ID)],
    ),
    waivers: &[WAITS],
    ..Rule::PLAIN
};

/// A string.
pub(super) static TYPE: Rule = Rule {
    id: "pay-button/refund-id/type",
    says: Words::new("refund-id must be a string", "refund-id 必须是字符串"),
    cites: &[property("refund-id", "string"), error("21523", "refund-id 非法"), SINCE],
    since: FIRST,
    check: Check::Demand(
        Demand::Typed(&["properties", "refund-id"], Type::String),
        &[Refusal::row(&REFUND_ID)],
    ),
    waivers: &[
        WAITS,
        Waiver { gap: &UNUSED_PROPERTY, when: |at| !(looks_at_a_refund(at)), readings: &["ignored"] },
    ],
    ..Rule::PLAIN
};

/// Perhaps 1 to 64 bytes.
pub(super) static LENGTH: Rule = Rule {
    id: "pay-button/refund-id/length",
    says: Words::new(
        "refund-id may be limited to 1 to 64 bytes as goods-id is; the document does not say so",
        "refund-id 可能与 goods-id 同样限长 1~64 字节;文档未写",
    ),
    cites: &[
        property("refund-id", "string"),
        property("goods-id", "字段长度为1~64字节"),
        error("21523", "refund-id 非法"),
        SINCE,
    ],
    since: FIRST,
    scope: looks_at_a_refund,
    check: Check::Demand(Demand::Bytes(&["properties", "refund-id"], 1, 64, ""), &[Refusal::row(&REFUND_ID)]),
    waivers: &[
        WAITS,
        Waiver { gap: &ID_LENGTH, when: |at| !is_empty(at, "refund-id"), readings: &["unlimited"] },
        Waiver { gap: &EMPTY_ID, when: |at| is_empty(at, "refund-id"), readings: &["accepted"] },
    ],
    ..Rule::PLAIN
};
