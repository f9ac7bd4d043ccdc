//! `dateRule`: when the goods can be used.

use crate::api::pay_button::gaps::DATE_RULE_EMPTY;
use crate::api::pay_button::outcomes::GOODS_INFO_TYPE;
use crate::api::pay_button::scene::{FIRST, buys, gives_info, resolved};
use crate::ground::{Type, Value};
use crate::spec::{About, Bend, Check, Demand, Kind, Own, Patch, Promise, Rule, Standing, Waiver, Words};

use super::{SINCE, WAITS, cause, cite, edit_page, error, info, order_page};

/// A string.
pub(super) static TYPE: Rule = Rule {
    id: "pay-button/date-rule/type",
    says: Words::new("dateRule must be a string", "dateRule 必须是字符串"),
    cites: &[
        info("dateRule", "string"),
        error("21512", "bind:getgoodsinfo 传入数据类型错误"),
        error("21514", "点击按钮后触发,获取商品信息失败"),
        SINCE,
    ],
    since: FIRST,
    scope: gives_info,
    check: Check::Demand(
        Demand::Typed(&["handlers", "getgoodsinfo", "resolves", "dateRule"], Type::String),
        &cause(&GOODS_INFO_TYPE),
    ),
    waivers: &[WAITS],
    ..Rule::PLAIN
};

/// At most 128 bytes.
pub(super) static LENGTH: Rule = Rule {
    id: "pay-button/date-rule/length",
    says: Words::new(
        "dateRule must have at most 128 bytes of UTF-8",
        "dateRule 的长度不超过 128 字节(UTF-8)",
    ),
    cites: &[
        info("dateRule", "字段长度最大长度为128字节"),
        error("21512", "bind:getgoodsinfo 传入数据类型错误"),
        error("21514", "点击按钮后触发,获取商品信息失败"),
        cite("Bug & Tip", "Tip:字符串是", "一个汉字 3 个字节"),
        SINCE,
    ],
    since: FIRST,
    scope: gives_info,
    check: Check::Demand(
        Demand::Bytes(&["handlers", "getgoodsinfo", "resolves", "dateRule"], 0, 128, ""),
        &cause(&GOODS_INFO_TYPE),
    ),
    waivers: &[WAITS],
    ..Rule::PLAIN
};

/// Perhaps not empty.
pub(super) static NOT_EMPTY: Rule = Rule {
    id: "pay-button/date-rule/not-empty",
    says: Words::new(
        "dateRule may have to say something; the document does not say so",
        "dateRule 是否可为空字符串,文档未定",
    ),
    cites: &[info("dateRule", "使用规则"), error("21512", "bind:getgoodsinfo 传入数据类型错误"), SINCE],
    since: FIRST,
    scope: gives_info,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| {
                Standing::kept(
                    at.field("handlers").get("getgoodsinfo").get("resolves").get("dateRule").as_str()
                        != Some(""),
                )
            },
            about: &[About::Field(&["handlers", "getgoodsinfo", "resolves", "dateRule"])],
            openings: |_| vec![rule(Some(""))],
            ..Own::PLAIN
        }),
        &cause(&GOODS_INFO_TYPE),
    ),
    waivers: &[WAITS, Waiver { gap: &DATE_RULE_EMPTY, when: |_| true, readings: &["accepted"] }],
    ..Rule::PLAIN
};

/// Shown, or its default.
pub(super) static SHOWN: Rule = Rule {
    id: "pay-button/date-rule/shown",
    says: Words::new(
        "the order page shows dateRule, by default that the goods can be used on all days of the week",
        "提单页展示 dateRule,默认「周一至周日可用」",
    ),
    cites: &[info("dateRule", "周一至周日可用"), SINCE],
    since: FIRST,
    scope: buys,
    about: &[About::Field(&["handlers", "getgoodsinfo", "resolves", "dateRule"])],
    check: Check::Promise(Promise {
        holds: |at, trace| {
            let given = resolved(at, "getgoodsinfo").map(|v| v.get("dateRule"));
            match (order_page(trace), given) {
                (Some(page), Some(Value::Undefined)) => {
                    Standing::kept(page.get("dateRule").as_str() == Some(DEFAULT))
                }
                (Some(page), Some(Value::Text(s))) if !s.is_empty() => {
                    Standing::kept(page.get("dateRule").as_str() == Some(s))
                }
                _ => Standing::Apart,
            }
        },
        needs: &[Kind::Shown],
        stages: |_| vec![rule(None), rule(Some("周一至周五可用")), rule(Some("非节假日可用"))],
        bends: &[
            Bend { id: "drops-it", bend: |_, trace| edit_page(trace, |page| page.remove("dateRule")) },
            Bend {
                id: "always-the-default",
                bend: |_, trace| edit_page(trace, |page| page.set("dateRule", DEFAULT)),
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

const DEFAULT: &str = "周一至周日可用";

fn rule(text: Option<&'static str>) -> Patch {
    Patch::default().and_at(&["handlers", "getgoodsinfo", "resolves", "dateRule"], text.map(Value::from))
}
