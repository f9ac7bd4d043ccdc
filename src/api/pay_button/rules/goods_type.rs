//! `goods-type`: whether the goods are those of the library.

use crate::api::pay_button::gaps::{COERCED, KNOWLEDGE_TYPE, NOT_WHITELISTED, UNUSED_PROPERTY};
use crate::api::pay_button::outcomes::{GOODS_TYPE, NO_ABILITY, SOME_ERROR};
use crate::api::pay_button::scene::{
    FIRST, MARKETING, buys, buys_own_goods, goods_type, is_number_as_text, sells_knowledge,
};
use crate::api::world::GOODS_WHITELISTED;
use crate::ground::Type;
use crate::spec::{About, Check, Demand, Literal, Own, Patch, Plain, Refusal, Rule, Standing, Waiver, Words};

use super::{SINCE, WAITS, cite, error, property};

/// Passed, where goods are bought.
pub(super) static REQUIRED: Rule = Rule {
    id: "pay-button/goods-type/required",
    says: Words::new("goods-type must be passed with mode 2", "mode 为 2 时必须传 goods-type"),
    cites: &[property("goods-type", "mode 为 2 时,该属性必传"), error("21502", "goods-type 非法"), SINCE],
    since: FIRST,
    scope: buys,
    check: Check::Demand(Demand::Present(&["properties", "goods-type"]), &[Refusal::row(&GOODS_TYPE)]),
    waivers: &[WAITS],
    ..Rule::PLAIN
};

/// A number.
pub(super) static TYPE: Rule = Rule {
    id: "pay-button/goods-type/type",
    says: Words::new("goods-type must be a number", "goods-type 必须是数字"),
    cites: &[property("goods-type", "number"), error("21502", "goods-type 非法"), SINCE],
    since: FIRST,
    check: Check::Demand(
        Demand::Typed(&["properties", "goods-type"], Type::Number),
        &[Refusal::row(&GOODS_TYPE)],
    ),
    waivers: &[
        WAITS,
        Waiver { gap: &COERCED, when: |at| is_number_as_text(at, "goods-type"), readings: &["coerced"] },
        Waiver { gap: &UNUSED_PROPERTY, when: |at| !(buys(at)), readings: &["ignored"] },
    ],
    ..Rule::PLAIN
};

/// 1 or 2.
pub(super) static ENUMERATION: Rule = Rule {
    id: "pay-button/goods-type/enumeration",
    says: Words::new(
        "goods-type must be 1 (goods of the library) or 2 (other goods)",
        "goods-type 只能是 1(商品库商品)或 2(非商品库商品)",
    ),
    cites: &[
        property("goods-type", "2:非商品库商品传"),
        error("21502", "goods-type 非法"),
        cite("Bug & Tip", "Tip:商品库的商品", "必须按照传商品 id 下单"),
        SINCE,
    ],
    since: FIRST,
    check: Check::Demand(
        Demand::OneOf(&["properties", "goods-type"], &[Literal::Number(1), Literal::Number(2)]),
        &[Refusal::row(&GOODS_TYPE)],
    ),
    waivers: &[WAITS, Waiver { gap: &UNUSED_PROPERTY, when: |at| !(buys(at)), readings: &["ignored"] }],
    ..Rule::PLAIN
};

/// Knowledge is in the library.
pub(super) static KNOWLEDGE: Rule = Rule {
    id: "pay-button/goods-type/knowledge",
    says: Words::new(
        "goods-type must be 1 where the line of business is knowledge",
        "泛知识商品的 goods-type 必须为 1",
    ),
    cites: &[
        property("goods-type", "泛知识商品必须传 1"),
        property("biz-line", "2.54.0.0"),
        error("21502", "goods-type 非法"),
    ],
    since: MARKETING,
    scope: buys,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| Standing::kept(!sells_knowledge(at) || goods_type(at) != Some(2)),
            about: &[About::Field(&["properties", "biz-line"]), About::Field(&["properties", "goods-type"])],
            openings: |base| {
                let others = base
                    .steps
                    .iter()
                    .all(|s| s.input.get("properties").get("goods-type").as_whole() == Some(2));
                let knowledge = Patch::default().and_at(&["properties", "biz-line"], Some(2.into()));
                if others { vec![knowledge] } else { Vec::new() }
            },
            ..Own::PLAIN
        }),
        &[Refusal::row(&GOODS_TYPE)],
    ),
    waivers: &[WAITS, Waiver { gap: &KNOWLEDGE_TYPE, when: |_| true, readings: &["ignored"] }],
    ..Rule::PLAIN
};

/// Other goods need leave.
pub(super) static WHITELIST: Rule = Rule {
    id: "pay-button/goods-type/whitelist",
    says: Words::new("goods outside the library may be sold only by leave", "售卖非商品库商品需要申请白名单"),
    cites: &[property("goods-type", "非商品库商品需要申请白名单"), SINCE],
    since: FIRST,
    scope: buys_own_goods,
    check: Check::Demand(
        Demand::Not(&GOODS_WHITELISTED, Plain::Flag(false)),
        &[
            Refusal::row(&NO_ABILITY).under(&NOT_WHITELISTED, "ability"),
            Refusal::row(&GOODS_TYPE).under(&NOT_WHITELISTED, "goods-type"),
            Refusal::row(&SOME_ERROR).under(&NOT_WHITELISTED, "server"),
        ],
    ),
    waivers: &[WAITS],
    ..Rule::PLAIN
};
