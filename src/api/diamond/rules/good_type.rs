//! `goodType`: what is being bought.

use crate::api::diamond::outcomes::misvalued;
use crate::api::diamond::scene::ITEMS;
use crate::ground::Type;
use crate::spec::{Check, Demand, Literal, Rule, Words};

use super::{TYPE_ERRORS, cite, parameter, refuse_type, refuse_value, should_be};

/// A number.
pub(super) static TYPE: Rule = Rule {
    id: "diamond/good-type/type",
    says: Words::new("goodType must be a number", "goodType 必须是数字"),
    cites: &[parameter("goodType", "number"), parameter("goodType", "3.47.0"), TYPE_ERRORS],
    since: ITEMS,
    check: Check::Demand(
        Demand::Typed(&["goodType"], Type::Number),
        &[refuse_type(|at| should_be(at, "goodType", Type::Number))],
    ),
    ..Rule::PLAIN
};

/// 0, 1 or 2.
pub(super) static ENUMERATION: Rule = Rule {
    id: "diamond/good-type/enumeration",
    says: Words::new(
        "goodType must be 0 or 1 (game coins) or 2 (direct purchase of an item)",
        "goodType 只能是 0、1(游戏币)或 2(道具直购)",
    ),
    cites: &[
        cite("goodType 说明", "0", "默认值,表示游戏币场景"),
        cite("goodType 说明", "1", "游戏币场景"),
        cite("goodType 说明", "2", "道具直购场景"),
        parameter("goodType", "3.47.0"),
        cite("错误码", "-15002", "请求参数不合法"),
    ],
    since: ITEMS,
    check: Check::Demand(
        Demand::OneOf(&["goodType"], &[Literal::Number(0), Literal::Number(1), Literal::Number(2)]),
        &refuse_value(|_| misvalued("goodType")),
    ),
    ..Rule::PLAIN
};
