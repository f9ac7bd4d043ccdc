//! `currencyType`: what is paid with.

use crate::api::diamond::outcomes::misvalued;
use crate::api::diamond::scene::FIRST;
use crate::ground::Type;
use crate::spec::{Check, Demand, Literal, Rule, Words};

use super::{TYPE_ERRORS, cite, parameter, refuse_type, refuse_value, should_be};

/// A string.
pub(super) static TYPE: Rule = Rule {
    id: "diamond/currency-type/type",
    says: Words::new("currencyType must be a string", "currencyType 必须是字符串"),
    cites: &[parameter("currencyType", "string"), TYPE_ERRORS],
    since: FIRST,
    check: Check::Demand(
        Demand::Typed(&["currencyType"], Type::String),
        &[refuse_type(|at| should_be(at, "currencyType", Type::String))],
    ),
    ..Rule::PLAIN
};

/// `DIAMOND`, for now.
pub(super) static DIAMOND_ONLY: Rule = Rule {
    id: "diamond/currency-type/diamond-only",
    says: Words::new(
        "currencyType must be DIAMOND: there is no other currency yet",
        "currencyType 目前只能是 DIAMOND",
    ),
    cites: &[
        parameter("currencyType", "币种,枚举值"),
        cite("代码示例", "if (tt.canIUse(", "币种:目前仅为\"DIAMOND\""),
        cite("代码示例", "tt.openAwemeCustomerService(", "币种:目前仅为\"DIAMOND\""),
        cite("错误码", "-15002", "请求参数不合法"),
    ],
    since: FIRST,
    check: Check::Demand(
        Demand::OneOf(&["currencyType"], &[Literal::Text("DIAMOND")]),
        &refuse_value(|_| misvalued("currencyType")),
    ),
    ..Rule::PLAIN
};
