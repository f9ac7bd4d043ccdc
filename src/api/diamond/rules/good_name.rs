//! `goodName`: the name of an item in a direct purchase.

use crate::api::diamond::gaps::{ITEM_PARAMETER_OF_COINS, NAME_MISSING, NAME_UNIT, VALUE_CODE};
use crate::api::diamond::outcomes::{ILLEGAL, misvalued};
use crate::api::diamond::scene::{ITEMS, buys_an_item, buys_coins, is_missing};
use crate::ground::{Type, Value};
use crate::spec::{About, Check, Demand, Own, Patch, Refusal, Rule, Standing, Waiver, Words};

use super::order_amount::checks_parameters_of_items;
use super::{TYPE_ERRORS, cite, parameter, refuse_type, refuse_value, should_be};

/// A string.
pub(super) static TYPE: Rule = Rule {
    id: "diamond/good-name/type",
    says: Words::new("goodName must be a string", "goodName 必须是字符串"),
    cites: &[parameter("goodName", "string"), parameter("goodName", "3.47.0"), TYPE_ERRORS],
    since: ITEMS,
    check: Check::Demand(
        Demand::Typed(&["goodName"], Type::String),
        &[refuse_type(|at| should_be(at, "goodName", Type::String))],
    ),
    waivers: &[Waiver { gap: &ITEM_PARAMETER_OF_COINS, when: buys_coins, readings: &["ignored"] }],
    ..Rule::PLAIN
};

/// Passed, if a direct purchase needs a name.
pub(super) static PRESENT: Rule = Rule {
    id: "diamond/good-name/present",
    says: Words::new(
        "goodName tells items apart in a direct purchase; whether it may be missing or empty is open",
        "道具直购场景以 goodName 区分道具;能否缺失或为空,文档未定",
    ),
    cites: &[parameter("goodName", "代表道具名称"), parameter("goodName", "3.47.0")],
    since: ITEMS,
    scope: buys_an_item,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| {
                Standing::kept(!is_missing(at, "goodName") && *at.field("goodName") != Value::from(""))
            },
            about: &[About::Field(&["goodName"])],
            openings: |_| vec![Patch::without("goodName"), Patch::set("goodName", "")],
            ..Own::PLAIN
        }),
        &[Refusal::row(&ILLEGAL).under(&VALUE_CODE, "illegal"), MISSING.under(&VALUE_CODE, "type-family")],
    ),
    waivers: &[Waiver { gap: &NAME_MISSING, when: |_| true, readings: &["accepted"] }],
    ..Rule::PLAIN
};

/// At most ten characters, whatever a character is.
pub(super) static LENGTH: Rule = Rule {
    id: "diamond/good-name/length",
    says: Words::new("goodName must have at most ten characters", "goodName 不得超过 10 个字符"),
    cites: &[
        parameter("goodName", "长度限制小于等于10个字符"),
        parameter("goodName", "3.47.0"),
        cite("错误码", "-15002", "请求参数不合法"),
    ],
    since: ITEMS,
    scope: checks_parameters_of_items,
    check: Check::Demand(
        Demand::AtMost(&["goodName"], 10, &NAME_UNIT),
        &refuse_value(|_| misvalued("goodName")),
    ),
    ..Rule::PLAIN
};

/// The refusal of a name that is missing: it should be a string.
const MISSING: Refusal = refuse_type(|at| should_be(at, "goodName", Type::String));
