//! `tradeOption`: how an order is traded.

use crate::api::pay_button::gaps::{EXTRA_ARRAY, TRADE_LIMIT};
use crate::api::pay_button::goods::is_text_of;
use crate::api::pay_button::outcomes::GOODS_INFO_TYPE;
use crate::api::pay_button::scene::{TRADE, gives_info, resolved, submits_an_order};
use crate::ground::{Object, Type, Value};
use crate::spec::{
    About, At, Bend, Check, Demand, Force, Kind, Own, Patch, Promise, Rule, Standing, Variant, Waiver, Words,
};

use super::{
    WAITS, cause, edit_order, error,
    extra::{given, in_characters, is_list, sized, within},
    info, orders, unnamed,
};

/// An object.
pub(super) static TYPE: Rule = Rule {
    id: "pay-button/trade-option/type",
    says: Words::new("tradeOption must be an object", "tradeOption 必须是对象"),
    cites: &[
        info("tradeOption", "object"),
        error("21512", "bind:getgoodsinfo 传入数据类型错误"),
        error("21514", "点击按钮后触发,获取商品信息失败"),
    ],
    since: TRADE,
    scope: gives_info,
    check: Check::Demand(
        Demand::Typed(&["handlers", "getgoodsinfo", "resolves", "tradeOption"], Type::Object),
        &cause(&GOODS_INFO_TYPE),
    ),
    waivers: &[
        WAITS,
        Waiver { gap: &EXTRA_ARRAY, when: |at| is_list(at, "tradeOption"), readings: &["accepted"] },
    ],
    ..Rule::PLAIN
};

/// At most 2048 bytes of text.
pub(super) static LENGTH: Rule = Rule {
    id: "pay-button/trade-option/length",
    says: Words::new(
        "the JSON text of tradeOption must have at most 2048 bytes",
        "tradeOption 的 JSON 文本不超过 2048 字节",
    ),
    cites: &[
        info("tradeOption", "字段长度应小于或等于2048字节"),
        error("21512", "bind:getgoodsinfo 传入数据类型错误"),
        error("21514", "点击按钮后触发,获取商品信息失败"),
    ],
    since: TRADE,
    scope: gives_info,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| within(at, "tradeOption", 2048),
            about: &[About::Field(&["handlers", "getgoodsinfo", "resolves", "tradeOption"])],
            edges: |_| {
                sized("tradeOption", 2048, "a").into_iter().chain(sized("tradeOption", 2048, "\"")).collect()
            },
            breaks: |_| {
                sized("tradeOption", 2049, "a")
                    .into_iter()
                    .chain(sized("tradeOption", 2049, "汉"))
                    .chain(sized("tradeOption", 4000, "a"))
                    .collect()
            },
            openings: |_| {
                sized("tradeOption", 2048, "汉").into_iter().chain(sized("tradeOption", 2048, "😀")).collect()
            },
            literals: &["2048"],
            variants: &[
                Variant { id: "bound-down", judge: |at| within(at, "tradeOption", 2047) },
                Variant { id: "bound-up", judge: |at| within(at, "tradeOption", 2049) },
                Variant { id: "counts-characters", judge: |at| in_characters(at, "tradeOption", 2048) },
            ],
            ..Own::PLAIN
        }),
        &cause(&GOODS_INFO_TYPE),
    ),
    waivers: &[WAITS, Waiver { gap: &TRADE_LIMIT, when: |_| true, readings: &["unlimited"] }],
    ..Rule::PLAIN
};

/// Sent as text.
pub(super) static SENT: Rule = Rule {
    id: "pay-button/trade-option/sent",
    says: Words::new(
        "tradeOption is sent to the server with the order as its JSON text",
        "tradeOption 以 JSON 文本随订单上传服务端",
    ),
    cites: &[info("tradeOption", "上传服务端时会对extra进行JSON.stringify处理")],
    since: TRADE,
    scope: submits_an_order,
    about: &[About::Field(&["handlers", "getgoodsinfo", "resolves", "tradeOption"])],
    check: Check::Promise(Promise {
        holds: |at, trace| {
            let given = resolved(at, "getgoodsinfo").map_or(&Value::Undefined, |v| v.get("tradeOption"));
            match (orders(trace).next(), given) {
                (Some(order), Value::Object(_)) => {
                    Standing::kept(is_text_of(order.with.get("tradeOption"), given))
                }
                _ => Standing::Apart,
            }
        },
        needs: &[Kind::Sent],
        stages: |_| given("tradeOption"),
        bends: &[
            Bend { id: "drops-it", bend: |_, trace| edit_order(trace, |order| order.remove("tradeOption")) },
            Bend {
                id: "sends-no-text",
                bend: |_, trace| edit_order(trace, |order| order.set("tradeOption", Object::new())),
            },
            Bend {
                id: "sends-an-empty-one",
                bend: |_, trace| edit_order(trace, |order| order.set("tradeOption", "{}")),
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// 0 or 1.
pub(super) static MERGED: Rule = Rule {
    id: "pay-button/trade-option/merged",
    says: Words::new("life_trade_flag must be 0 or 1", "life_trade_flag 只能是 0 或 1"),
    cites: &[
        info("tradeOption", "1:走融合链路"),
        error("21512", "bind:getgoodsinfo 传入数据类型错误"),
        error("21514", "点击按钮后触发,获取商品信息失败"),
    ],
    force: Force::Should,
    since: TRADE,
    scope: gives_info,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| match option(at, "life_trade_flag") {
                Value::Undefined => Standing::Apart,
                value => Standing::kept(matches!(value.as_whole(), Some(0 | 1))),
            },
            about: &[About::Field(&["handlers", "getgoodsinfo", "resolves", "tradeOption"])],
            edges: |_| vec![with("life_trade_flag", 0), with("life_trade_flag", 1)],
            breaks: |_| {
                vec![
                    with("life_trade_flag", 2),
                    with("life_trade_flag", -1),
                    with("life_trade_flag", "1"),
                    with("life_trade_flag", true),
                ]
            },
            literals: &["life_trade_flag", "0", "1"],
            variants: &[Variant {
                id: "drops-1",
                judge: |at| Standing::kept(option(at, "life_trade_flag").as_whole() != Some(1)),
            }],
            ..Own::PLAIN
        }),
        &unnamed(),
    ),
    waivers: &[WAITS],
    ..Rule::PLAIN
};

/// A boolean.
pub(super) static USES_RULES: Rule = Rule {
    id: "pay-button/trade-option/uses-rules",
    says: Words::new("is_use_tag must be a boolean", "is_use_tag 必须是布尔值"),
    cites: &[
        info("tradeOption", "true:接入交易规则"),
        error("21512", "bind:getgoodsinfo 传入数据类型错误"),
        error("21514", "点击按钮后触发,获取商品信息失败"),
    ],
    force: Force::Should,
    since: TRADE,
    scope: gives_info,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| match option(at, "is_use_tag") {
                Value::Undefined => Standing::Apart,
                value => Standing::kept(value.type_of() == Type::Boolean),
            },
            about: &[About::Field(&["handlers", "getgoodsinfo", "resolves", "tradeOption"])],
            edges: |_| vec![with("is_use_tag", true), with("is_use_tag", false)],
            breaks: |_| vec![with("is_use_tag", 1), with("is_use_tag", "true")],
            literals: &["is_use_tag", "true", "false"],
            variants: &[Variant {
                id: "drops-true",
                judge: |at| Standing::kept(*option(at, "is_use_tag") != Value::Bool(true)),
            }],
            ..Own::PLAIN
        }),
        &unnamed(),
    ),
    waivers: &[WAITS],
    ..Rule::PLAIN
};

fn option<'a>(at: &At<'a>, name: &str) -> &'a Value {
    at.field("handlers").get("getgoodsinfo").get("resolves").get("tradeOption").get(name)
}

fn with(name: &'static str, value: impl Into<Value>) -> Patch {
    let option = Object::new().with(name, value);
    Patch::default().and_at(&["handlers", "getgoodsinfo", "resolves", "tradeOption"], Some(option.into()))
}
