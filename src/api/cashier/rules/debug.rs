//! `_debug`: shows errors in between; for debugging only.

use crate::api::cashier::gaps::OPTION_TYPE;
use crate::ground::Type;
use crate::spec::{Demand, Rule, Waiver, Words};

use super::{asked, option};

/// A number.
pub(super) static TYPE: Rule = Rule {
    waivers: &[Waiver { gap: &OPTION_TYPE, when: |_| true, readings: &["ignored"] }],
    ..asked(
        "cashier/debug/type",
        Words::new("_debug must be a number", "_debug 必须是数字"),
        &[option("_debug", "number")],
        Demand::Typed(&["_debug"], Type::Number),
    )
};
