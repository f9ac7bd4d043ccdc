//! `order-status`: what becomes of an order.

use crate::api::pay_button::gaps::{COERCED, UNUSED_PROPERTY};
use crate::api::pay_button::outcomes::ORDER_STATUS;
use crate::api::pay_button::scene::{FIRST, has_ordered, is_number_as_text};
use crate::ground::Type;
use crate::spec::{Check, Demand, Literal, Refusal, Rule, Waiver, Words};

use super::{SINCE, WAITS, error, property};

/// A number.
pub(super) static TYPE: Rule = Rule {
    id: "pay-button/order-status/type",
    says: Words::new("order-status must be a number", "order-status 必须是数字"),
    cites: &[property("order-status", "number"), error("21521", "order-status 非法"), SINCE],
    since: FIRST,
    check: Check::Demand(
        Demand::Typed(&["properties", "order-status"], Type::Number),
        &[Refusal::row(&ORDER_STATUS)],
    ),
    waivers: &[
        WAITS,
        Waiver { gap: &COERCED, when: |at| is_number_as_text(at, "order-status"), readings: &["coerced"] },
        Waiver { gap: &UNUSED_PROPERTY, when: |at| !(has_ordered(at)), readings: &["ignored"] },
    ],
    ..Rule::PLAIN
};

/// 0 to 4.
pub(super) static ENUMERATION: Rule = Rule {
    id: "pay-button/order-status/enumeration",
    says: Words::new("order-status must be one of 0 to 4", "order-status 只能是 0 至 4"),
    cites: &[property("order-status", "4:退款失败"), error("21521", "order-status 非法"), SINCE],
    since: FIRST,
    check: Check::Demand(
        Demand::OneOf(
            &["properties", "order-status"],
            &[
                Literal::Number(0),
                Literal::Number(1),
                Literal::Number(2),
                Literal::Number(3),
                Literal::Number(4),
            ],
        ),
        &[Refusal::row(&ORDER_STATUS)],
    ),
    waivers: &[
        WAITS,
        Waiver { gap: &UNUSED_PROPERTY, when: |at| !(has_ordered(at)), readings: &["ignored"] },
    ],
    ..Rule::PLAIN
};
