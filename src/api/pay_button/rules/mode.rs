//! `mode`: whether an order is to be made, or there is one already.

use crate::api::pay_button::gaps::COERCED;
use crate::api::pay_button::outcomes::MODE;
use crate::api::pay_button::scene::{FIRST, is_number_as_text};
use crate::ground::Type;
use crate::spec::{Check, Demand, Literal, Refusal, Rule, Waiver, Words};

use super::{SINCE, WAITS, error, property};

/// A number.
pub(super) static TYPE: Rule = Rule {
    id: "pay-button/mode/type",
    says: Words::new("mode must be a number", "mode 必须是数字"),
    cites: &[property("mode", "number"), error("21500", "mode 非法"), SINCE],
    since: FIRST,
    check: Check::Demand(Demand::Typed(&["properties", "mode"], Type::Number), &[Refusal::row(&MODE)]),
    waivers: &[
        WAITS,
        Waiver { gap: &COERCED, when: |at| is_number_as_text(at, "mode"), readings: &["coerced"] },
    ],
    ..Rule::PLAIN
};

/// 1 or 2.
pub(super) static ENUMERATION: Rule = Rule {
    id: "pay-button/mode/enumeration",
    says: Words::new(
        "mode must be 1 (ordered already) or 2 (not ordered yet)",
        "mode 只能是 1(已下单)或 2(未下单)",
    ),
    cites: &[property("mode", "1:已下单"), error("21500", "mode 非法"), SINCE],
    since: FIRST,
    check: Check::Demand(
        Demand::OneOf(&["properties", "mode"], &[Literal::Number(1), Literal::Number(2)]),
        &[Refusal::row(&MODE)],
    ),
    waivers: &[WAITS],
    ..Rule::PLAIN
};
