//! `marketing-ready`: whether marketing is shown.

use crate::api::pay_button::gaps::MARKETING_READY;
use crate::api::pay_button::outcomes::SOME_ERROR;
use crate::api::pay_button::scene::MARKETING;
use crate::ground::Type;
use crate::spec::{Check, Demand, Force, Refusal, Rule, Waiver, Words};

use super::{WAITS, property};

/// A boolean.
pub(super) static TYPE: Rule = Rule {
    id: "pay-button/marketing-ready/type",
    says: Words::new("marketing-ready must be a boolean", "marketing-ready 必须是布尔值"),
    cites: &[property("marketing-ready", "boolean"), property("marketing-ready", "2.54.0.0")],
    force: Force::Should,
    since: MARKETING,
    check: Check::Demand(
        Demand::Typed(&["properties", "marketing-ready"], Type::Boolean),
        &[Refusal::row(&SOME_ERROR)],
    ),
    waivers: &[WAITS, Waiver { gap: &MARKETING_READY, when: |_| true, readings: &["false"] }],
    ..Rule::PLAIN
};
