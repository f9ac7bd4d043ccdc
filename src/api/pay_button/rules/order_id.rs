//! `order-id`: the developer's number of an order.

use crate::api::pay_button::gaps::{EMPTY_ID, ID_LENGTH, UNUSED_PROPERTY};
use crate::api::pay_button::outcomes::ORDER_ID;
use crate::api::pay_button::scene::{FIRST, continues, refunds};
use crate::ground::Type;
use crate::spec::{Check, Demand, Refusal, Rule, Waiver, Words};

use super::{SINCE, WAITS, error, is_empty, property};

/// Passed, where it is needed.
pub(super) static REQUIRED: Rule = Rule {
    id: "pay-button/order-id/required",
    says: Words::new(
        "order-id must be passed to go on paying and to ask for a refund",
        "继续支付、申请退款时必须传 order-id",
    ),
    cites: &[property("order-id", "继续支付(order-status 为 0)"), error("21522", "order-id 非法"), SINCE],
    since: FIRST,
    scope: |at| continues(at) || refunds(at),
    check: Check::Demand(Demand::Present(&["properties", "order-id"]), &[Refusal::row(&ORDER_ID)]),
    waivers: &[WAITS],
    ..Rule::PLAIN
};

/// A string.
pub(super) static TYPE: Rule = Rule {
    id: "pay-button/order-id/type",
    says: Words::new("order-id must be a string", "order-id 必须是字符串"),
    cites: &[property("order-id", "string"), error("21522", "order-id 非法"), SINCE],
    since: FIRST,
    check: Check::Demand(
        Demand::Typed(&["properties", "order-id"], Type::String),
        &[Refusal::row(&ORDER_ID)],
    ),
    waivers: &[
        WAITS,
        Waiver { gap: &UNUSED_PROPERTY, when: |at| !(continues(at) || refunds(at)), readings: &["ignored"] },
    ],
    ..Rule::PLAIN
};

/// Perhaps 1 to 64 bytes.
pub(super) static LENGTH: Rule = Rule {
    id: "pay-button/order-id/length",
    says: Words::new(
        "order-id may be limited to 1 to 64 bytes as goods-id is; the document does not say so",
        "order-id 可能与 goods-id 同样限长 1~64 字节;文档未写",
    ),
    cites: &[
        property("order-id", "string"),
        property("goods-id", "字段长度为1~64字节"),
        error("21522", "order-id 非法"),
        SINCE,
    ],
    since: FIRST,
    scope: |at| continues(at) || refunds(at),
    check: Check::Demand(Demand::Bytes(&["properties", "order-id"], 1, 64, ""), &[Refusal::row(&ORDER_ID)]),
    waivers: &[
        WAITS,
        Waiver { gap: &ID_LENGTH, when: |at| !is_empty(at, "order-id"), readings: &["unlimited"] },
        Waiver { gap: &EMPTY_ID, when: |at| is_empty(at, "order-id"), readings: &["accepted"] },
    ],
    ..Rule::PLAIN
};
