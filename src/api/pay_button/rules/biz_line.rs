//! `biz-line`: the line of business.

use crate::api::pay_button::gaps::{BIZ_LINE, NEWER_PROPERTY};
use crate::api::pay_button::outcomes::SOME_ERROR;
use crate::api::pay_button::scene::{FIRST, MARKETING, property as property_of};
use crate::api::world::BASE_LIBRARY;
use crate::ground::{Type, Value};
use crate::spec::{About, Check, Demand, Force, Literal, Own, Patch, Refusal, Rule, Standing, Waiver, Words};

use super::{SINCE, WAITS, property};

/// A number.
pub(super) static TYPE: Rule = Rule {
    id: "pay-button/biz-line/type",
    says: Words::new("biz-line must be a number", "biz-line 必须是数字"),
    cites: &[property("biz-line", "number"), property("biz-line", "2.54.0.0")],
    force: Force::Should,
    since: MARKETING,
    check: Check::Demand(
        Demand::Typed(&["properties", "biz-line"], Type::Number),
        &[Refusal::row(&SOME_ERROR)],
    ),
    waivers: &[WAITS, Waiver { gap: &BIZ_LINE, when: |_| true, readings: &["ignored"] }],
    ..Rule::PLAIN
};

/// 1 or 2.
pub(super) static ENUMERATION: Rule = Rule {
    id: "pay-button/biz-line/enumeration",
    says: Words::new(
        "biz-line must be 1 (group buying) or 2 (knowledge)",
        "biz-line 只能是 1(团购)或 2(泛知识)",
    ),
    cites: &[property("biz-line", "2:泛知识")],
    force: Force::Should,
    since: MARKETING,
    check: Check::Demand(
        Demand::OneOf(&["properties", "biz-line"], &[Literal::Number(1), Literal::Number(2)]),
        &[Refusal::row(&SOME_ERROR)],
    ),
    waivers: &[WAITS, Waiver { gap: &BIZ_LINE, when: |_| true, readings: &["ignored"] }],
    ..Rule::PLAIN
};

/// Not passed below its version.
pub(super) static NEWER: Rule = Rule {
    id: "pay-button/biz-line/newer",
    says: Words::new(
        "biz-line and marketing-ready are supported from base library 2.54.0.0 only",
        "biz-line、marketing-ready 自基础库 2.54.0.0 起才支持",
    ),
    cites: &[property("biz-line", "2.54.0.0"), property("marketing-ready", "2.54.0.0"), SINCE],
    since: FIRST,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| {
                let passed = |name| !property_of(at, name).is_undefined();
                Standing::kept(at.has(MARKETING) || !(passed("biz-line") || passed("marketing-ready")))
            },
            about: &[
                About::Fact(&BASE_LIBRARY),
                About::Field(&["properties", "biz-line"]),
                About::Field(&["properties", "marketing-ready"]),
            ],
            edges: |_| {
                vec![at_library("2.54.0.0", "biz-line", 1), at_library("2.54.0.0", "marketing-ready", true)]
            },
            openings: |_| {
                vec![
                    at_library("2.53.9.9", "biz-line", 1),
                    at_library("2.53.9.9", "biz-line", "x"),
                    at_library("2.43.0.0", "marketing-ready", true),
                ]
            },
            literals: &["2.54.0.0"],
            ..Own::PLAIN
        }),
        &[Refusal::row(&SOME_ERROR)],
    ),
    waivers: &[WAITS, Waiver { gap: &NEWER_PROPERTY, when: |_| true, readings: &["ignored"] }],
    ..Rule::PLAIN
};

fn at_library(version: &'static str, name: &'static str, value: impl Into<Value>) -> Patch {
    Patch::fact(&BASE_LIBRARY, version).and_at(&["properties", name], Some(value.into()))
}
