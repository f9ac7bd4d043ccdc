//! `goods-id`: which goods are bought.

use crate::api::pay_button::gaps::UNUSED_PROPERTY;
use crate::api::pay_button::outcomes::GOODS_ID;
use crate::api::pay_button::scene::{FIRST, buys};
use crate::ground::Type;
use crate::spec::{Check, Demand, Refusal, Rule, Waiver, Words};

use super::{SINCE, WAITS, cite, error, property};

/// Passed, where goods are bought.
pub(super) static REQUIRED: Rule = Rule {
    id: "pay-button/goods-id/required",
    says: Words::new("goods-id must be passed with mode 2", "mode 为 2 时必须传 goods-id"),
    cites: &[property("goods-id", "mode 为 2 时,该属性必传"), error("21501", "goods-id 非法"), SINCE],
    since: FIRST,
    scope: buys,
    check: Check::Demand(Demand::Present(&["properties", "goods-id"]), &[Refusal::row(&GOODS_ID)]),
    waivers: &[WAITS],
    ..Rule::PLAIN
};

/// A string, even where the number is one.
pub(super) static TYPE: Rule = Rule {
    id: "pay-button/goods-id/type",
    says: Words::new(
        "goods-id must be a string; a product_id is turned into one",
        "goods-id 必须是字符串,product_id 需转为字符串",
    ),
    cites: &[
        property("goods-id", "注意需要将product_id从int64类型转换成string传入"),
        error("21501", "goods-id 非法"),
        SINCE,
    ],
    since: FIRST,
    check: Check::Demand(
        Demand::Typed(&["properties", "goods-id"], Type::String),
        &[Refusal::row(&GOODS_ID)],
    ),
    waivers: &[WAITS, Waiver { gap: &UNUSED_PROPERTY, when: |at| !(buys(at)), readings: &["ignored"] }],
    ..Rule::PLAIN
};

/// 1 to 64 bytes.
pub(super) static LENGTH: Rule = Rule {
    id: "pay-button/goods-id/length",
    says: Words::new("goods-id must have 1 to 64 bytes of UTF-8", "goods-id 的长度为 1~64 字节(UTF-8)"),
    cites: &[
        property("goods-id", "字段长度为1~64字节"),
        error("21501", "goods-id 非法"),
        cite("Bug & Tip", "Tip:字符串是", "字符串是 UTF-8 编码"),
        SINCE,
    ],
    since: FIRST,
    check: Check::Demand(Demand::Bytes(&["properties", "goods-id"], 1, 64, ""), &[Refusal::row(&GOODS_ID)]),
    waivers: &[WAITS, Waiver { gap: &UNUSED_PROPERTY, when: |at| !(buys(at)), readings: &["ignored"] }],
    ..Rule::PLAIN
};
