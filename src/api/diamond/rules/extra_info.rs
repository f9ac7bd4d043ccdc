//! `extraInfo`: what the developer wants back.

use crate::api::diamond::scene::FIRST;
use crate::ground::Type;
use crate::spec::{Check, Demand, Rule, Words};

use super::{TYPE_ERRORS, parameter, refuse_type, should_be};

/// ExtraInfo must be a string.
pub(super) static TYPE: Rule = Rule {
    id: "diamond/extra-info/type",
    says: Words::new("extraInfo must be a string", "extraInfo 必须是字符串"),
    cites: &[parameter("extraInfo", "string"), TYPE_ERRORS],
    since: FIRST,
    check: Check::Demand(
        Demand::Typed(&["extraInfo"], Type::String),
        &[refuse_type(|at| should_be(at, "extraInfo", Type::String))],
    ),
    ..Rule::PLAIN
};
