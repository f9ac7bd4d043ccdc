//! (long: each way to damage a list) `itemOrderList`: which item orders are refunded, and how much of each.

use crate::api::pay_button::gaps::{ITEM_SHAPE, NEWER_ITEMS, OVER_REFUND};
use crate::api::pay_button::outcomes::{APPLYREFUND_TYPE, REFUND_FAILED, REFUND_FAILS};
use crate::api::pay_button::refund::{Item, asked, exhausted, items as refund_items, named, submitted};
use crate::api::pay_button::scene::{FIRST, ITEM_ORDERS, resolved};
use crate::api::world::{BASE_LIBRARY, BUTTON_USER, ITEM_1_PAID, ITEM_1_REFUNDED, ITEM_2_PAID};
use crate::ground::{Object, Value};
use crate::spec::{
    About, At, Bend, Check, Demand, Force, Kind, Own, Patch, Promise, Refusal, Rule, Standing, Trace,
    Variant, Waiver, Words,
};

use super::{SINCE, applyrefund::applies, cite, edit_refund, error, unnamed, unrefunded};

/// A list with one at least.
pub(super) static LIST: Rule = Rule {
    id: "pay-button/item-order-list/list",
    says: Words::new(
        "itemOrderList must be a list with at least one item order; undefined and null are none",
        "itemOrderList 必须是至少含一项的数组,不可为 undefined 或 null",
    ),
    cites: &[
        cite("指定金额退款", "itemOrderList 说明", "itemOrderList 是一个长度最少为 1 的数组"),
        cite("指定金额退款", "itemOrderId", "2.59.0.3"),
        error("21534", "bind:applyrefund 返回类型错误"),
        error("21535", "申请退款失败,服务端错误"),
    ],
    since: ITEM_ORDERS,
    scope: applies,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| {
                named(at).map_or(Standing::Apart, |list| {
                    Standing::kept(matches!(list, Value::Array(items) if !items.is_empty()))
                })
            },
            about: &[About::Field(&["handlers", "applyrefund"])],
            edges: |_| {
                vec![
                    items(&[("item-1", Some(1))]),
                    items(&[("item-1", None)]),
                    items(&[("item-1", Some(100)), ("item-2", None)]),
                ]
            },
            breaks: |_| {
                [
                    Value::Undefined,
                    Value::Null,
                    Value::Array(Vec::new()),
                    "item-1".into(),
                    Object::new().into(),
                    Object::new().with("itemOrderId", "item-1").with("refundAmount", 100).into(),
                    1.into(),
                ]
                .map(list)
                .to_vec()
            },
            literals: &["1", "undefined", "null"],
            variants: &[Variant {
                id: "admits-undefined",
                judge: |at| {
                    named(at).map_or(Standing::Apart, |list| {
                        Standing::kept(
                            list.is_undefined() || matches!(list, Value::Array(items) if !items.is_empty()),
                        )
                    })
                },
            }],
            ..Own::PLAIN
        }),
        &shape(),
    ),
    ..Rule::PLAIN
};

/// A text, always.
pub(super) static ITEM_ORDER_ID: Rule = Rule {
    id: "pay-button/item-order-list/item-order-id",
    says: Words::new(
        "each item order must have an itemOrderId that is a string",
        "每项必须有字符串类型的 itemOrderId",
    ),
    cites: &[
        cite("指定金额退款", "itemOrderId", "string"),
        cite("指定金额退款", "itemOrderList 说明", "itemOrderList 是一个长度最少为 1 的数组"),
        error("21534", "bind:applyrefund 返回类型错误"),
        error("21535", "申请退款失败,服务端错误"),
    ],
    since: ITEM_ORDERS,
    scope: applies,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| every(at, |item| item.get("itemOrderId").as_str().is_some()),
            about: &[About::Field(&["handlers", "applyrefund"])],
            breaks: |_| {
                let item = |id: Option<Value>| {
                    Value::from(id.map_or(Object::new(), |id| Object::new().with("itemOrderId", id)))
                };
                let wrong = [None, Some(1.into()), Some(Value::Null), Some(Value::Undefined)];
                wrong
                    .map(|id| list(Value::Array(vec![item(id)])))
                    .into_iter()
                    .chain([list(Value::Array(vec!["item-1".into()]))])
                    .collect()
            },
            literals: &["itemOrderId", "string"],
            ..Own::PLAIN
        }),
        &shape(),
    ),
    ..Rule::PLAIN
};

/// A number.
pub(super) static AMOUNT_TYPE: Rule = Rule {
    id: "pay-button/item-order-list/amount-type",
    says: Words::new("refundAmount must be a number", "refundAmount 必须是数字"),
    cites: &[
        cite("指定金额退款", "refundAmount", "number"),
        error("21534", "bind:applyrefund 返回类型错误"),
        error("21535", "申请退款失败,服务端错误"),
    ],
    since: ITEM_ORDERS,
    scope: applies,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| {
                every(at, |item| matches!(item.get("refundAmount"), Value::Undefined | Value::Number(_)))
            },
            about: &[About::Field(&["handlers", "applyrefund"])],
            breaks: |_| ["100".into(), true.into(), Value::Array(Vec::new())].map(amount).to_vec(),
            literals: &["refundAmount", "number"],
            ..Own::PLAIN
        }),
        &shape(),
    ),
    ..Rule::PLAIN
};

/// A whole number of fen.
pub(super) static AMOUNT_WHOLE: Rule = Rule {
    id: "pay-button/item-order-list/amount-whole",
    says: Words::new(
        "refundAmount must be a whole number of fen above zero",
        "refundAmount 单位为分,必须是正整数",
    ),
    cites: &[
        cite("指定金额退款", "refundAmount", "单位:分"),
        cite("指定金额退款", "refundAmount", "2.59.0.3"),
        error("21534", "bind:applyrefund 返回类型错误"),
        error("21535", "申请退款失败,服务端错误"),
    ],
    force: Force::Should,
    since: ITEM_ORDERS,
    scope: applies,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| {
                every(at, |item| match item.get("refundAmount") {
                    Value::Number(_) => item.get("refundAmount").as_whole().is_some_and(|n| n > 0),
                    _ => true,
                })
            },
            about: &[About::Field(&["handlers", "applyrefund"])],
            edges: |_| vec![amount(1.into())],
            breaks: |_| [0.into(), (-1).into(), 0.5.into()].map(amount).to_vec(),
            ..Own::PLAIN
        }),
        &unnamed(),
    ),
    ..Rule::PLAIN
};

/// Not more than was paid.
pub(super) static AT_MOST_PAID: Rule = Rule {
    id: "pay-button/item-order-list/at-most-paid",
    says: Words::new(
        "refundAmount must not be more than was paid for the item order",
        "refundAmount 不能大于该商品单的实付金额",
    ),
    cites: &[
        cite("指定金额退款", "refundAmount", "不能大于该 itemOrderId 实付金额"),
        error("21535", "申请退款失败,服务端错误"),
        error("21534", "bind:applyrefund 返回类型错误"),
        cite("指定金额退款", "refundAmount", "2.59.0.3"),
    ],
    since: ITEM_ORDERS,
    scope: |at| applies(at) && exhausted(at).is_none(),
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| judged(at, |fen, most| fen <= most),
            about: &[
                About::Field(&["handlers", "applyrefund"]),
                About::Fact(&ITEM_1_PAID),
                About::Fact(&ITEM_2_PAID),
                About::Fact(&ITEM_1_REFUNDED),
                About::History,
            ],
            edges: |_| {
                vec![
                    items(&[("item-1", Some(10_000))]),
                    items(&[("item-2", Some(5_000))]),
                    items(&[("item-1", Some(9_999)), ("item-2", Some(5_000))]),
                    items(&[("item-1", Some(4_000))]).and_fact(&ITEM_1_REFUNDED, 6_000),
                    items(&[("item-1", Some(4_000)), ("item-1", Some(6_000))]),
                    items(&[("item-1", Some(4_000))]).after(items(&[("item-1", Some(6_000))])),
                ]
            },
            breaks: |_| {
                vec![
                    items(&[("item-1", Some(10_001))]),
                    items(&[("item-2", Some(5_001))]),
                    items(&[("item-1", Some(100)), ("item-2", Some(15_000))]),
                    items(&[("item-1", Some(6_000)), ("item-1", Some(4_001))]),
                    items(&[("item-1", Some(4_001))]).and_fact(&ITEM_1_REFUNDED, 6_000),
                    items(&[("item-1", Some(4_001))]).after(items(&[("item-1", Some(6_000))])),
                ]
            },
            openings: |_| {
                vec![
                    items(&[("item-1", Some(4_000)), ("item-1", None)]),
                    items(&[("item-1", Some(100))]).after(items(&[("item-1", None)])),
                    // The plain refund names no items: it is of the whole order.
                    items(&[("item-1", Some(100))]).after(Patch::default()),
                    items(&[("item-1", Some(10_000))]).after(items(&[("item-1", Some(10_001))])),
                    Patch::fact(&BUTTON_USER, Value::Array(vec!["submits".into(), "taps".into()]))
                        .after(Patch::default()),
                ]
            },
            variants: &[
                Variant { id: "bound-up", judge: |at| judged(at, |fen, most| fen <= most + 1) },
                Variant { id: "bound-down", judge: |at| judged(at, |fen, most| fen < most) },
                Variant { id: "looks-at-the-first-only", judge: first_only },
            ],
            ..Own::PLAIN
        }),
        &[
            Refusal::row(&REFUND_FAILED).under(&OVER_REFUND, "refused"),
            Refusal::row(&REFUND_FAILS).under(&OVER_REFUND, "refused"),
            Refusal::row(&APPLYREFUND_TYPE).under(&OVER_REFUND, "mistyped"),
        ],
    ),
    ..Rule::PLAIN
};

/// Sent with its amounts.
pub(super) static SENT: Rule = Rule {
    id: "pay-button/item-order-list/sent",
    says: Words::new(
        "the refund is for the item orders that the page names, with their amounts; without an amount it is the most that can be had",
        "退款请求携带页面指定的商品单与金额;未填金额则为该子单最大退款金额",
    ),
    cites: &[
        cite("指定金额退款", "refundAmount", "未填入该字段,则默认为对应子单最大退款金额"),
        cite(
            "指定金额退款",
            "// bind:applyrefund 指定金额退使用示例",
            "{itemOrderId:'ot423412',refundAmount:100}",
        ),
        cite("指定金额退款", "refundAmount", "2.59.0.3"),
    ],
    since: ITEM_ORDERS,
    scope: applies,
    about: &[About::Field(&["handlers", "applyrefund"]), About::Fact(&ITEM_1_REFUNDED)],
    check: Check::Promise(Promise {
        holds: |at, trace| {
            let (Some(refund), Some(items)) = (submitted(trace).next(), refund_items(at)) else {
                return Standing::Apart;
            };
            let Some(amounts) = asked(at, &items).filter(|all| all.iter().all(|(fen, most)| fen <= most))
            else {
                return Standing::Apart;
            };
            let Value::Array(sent) = refund.with.get("itemOrderList") else { return Standing::Broken };
            let same = |((sent, item), (fen, _)): ((&Value, &Item<'_>), &(i64, i64))| {
                sent.get("itemOrderId").as_str() == Some(item.id)
                    && sent.get("refundAmount").as_whole() == Some(*fen)
            };
            Standing::kept(sent.len() == items.len() && sent.iter().zip(&items).zip(&amounts).all(same))
        },
        needs: &[Kind::Sent],
        stages: |_| {
            vec![
                items(&[("item-1", Some(100)), ("item-2", None)]),
                items(&[("item-1", None)]).and_fact(&ITEM_1_REFUNDED, 4_000),
                items(&[("item-2", Some(5_000)), ("item-1", Some(1))]),
            ]
        },
        bends: &[
            Bend {
                id: "drops-it",
                bend: |_, trace| edit_refund(trace, |refund| refund.remove("itemOrderList")),
            },
            Bend {
                id: "drops-the-last",
                bend: |_, trace| {
                    edit_refund(trace, |refund| {
                        if let Some(Value::Array(list)) = refund.find_mut("itemOrderList") {
                            list.pop();
                        }
                    });
                },
            },
            Bend { id: "amount-in-yuan", bend: |_, trace| edit_amounts(trace, |fen| fen / 100.0) },
            Bend { id: "always-all", bend: |_, trace| edit_amounts(trace, |_| 10_000.0) },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// Not given below its version.
pub(super) static NEWER: Rule = Rule {
    id: "pay-button/item-order-list/newer",
    says: Words::new(
        "itemOrderList is supported from base library 2.59.0.3 only",
        "itemOrderList 自基础库 2.59.0.3 起才支持",
    ),
    cites: &[
        cite("指定金额退款", "itemOrderId", "2.59.0.3"),
        cite("指定金额退款", "refundAmount", "2.59.0.3"),
        SINCE,
    ],
    since: FIRST,
    scope: applies,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| {
                let given = resolved(at, "applyrefund")
                    .and_then(Value::as_object)
                    .is_some_and(|o| o.find("itemOrderList").is_some());
                Standing::kept(at.has(ITEM_ORDERS) || !given)
            },
            about: &[About::Fact(&BASE_LIBRARY), About::Field(&["handlers", "applyrefund"])],
            edges: |_| vec![items(&[("item-1", Some(100))]).and_fact(&BASE_LIBRARY, "2.59.0.3")],
            openings: |_| {
                vec![
                    items(&[("item-1", Some(100))]).and_fact(&BASE_LIBRARY, "2.59.0.2"),
                    list(Value::Null).and_fact(&BASE_LIBRARY, "2.43.0.0"),
                    items(&[("item-1", Some(10_001))]).and_fact(&BASE_LIBRARY, "2.59.0.2"),
                ]
            },
            literals: &["2.59.0.3"],
            ..Own::PLAIN
        }),
        &unrefunded(&APPLYREFUND_TYPE),
    ),
    waivers: &[Waiver { gap: &NEWER_ITEMS, when: |_| true, readings: &["member"] }],
    ..Rule::PLAIN
};

/// The refusals of item orders that are damaged.
const fn shape() -> [Refusal; 3] {
    [
        Refusal::row(&APPLYREFUND_TYPE).under(&ITEM_SHAPE, "mistyped"),
        Refusal::row(&REFUND_FAILED).under(&ITEM_SHAPE, "refused"),
        Refusal::row(&REFUND_FAILS).under(&ITEM_SHAPE, "refused"),
    ]
}

fn every(at: &At<'_>, fits: impl Fn(&Value) -> bool) -> Standing {
    match named(at) {
        Some(Value::Array(items)) => Standing::kept(items.iter().all(fits)),
        _ => Standing::Apart,
    }
}

fn judged(at: &At<'_>, fits: impl Fn(i64, i64) -> bool) -> Standing {
    let amounts = refund_items(at).and_then(|items| asked(at, &items));
    amounts.map_or(Standing::Apart, |all| Standing::kept(all.into_iter().all(|(fen, most)| fits(fen, most))))
}

fn first_only(at: &At<'_>) -> Standing {
    let amounts = refund_items(at).and_then(|items| asked(at, &items[..1]));
    amounts.map_or(Standing::Apart, |all| Standing::kept(all.into_iter().all(|(fen, most)| fen <= most)))
}

fn list(value: Value) -> Patch {
    let given = Object::new().with("orderId", "order-1").with("itemOrderList", value);
    Patch::default().and_at(&["handlers", "applyrefund", "resolves"], Some(given.into()))
}

fn amount(value: Value) -> Patch {
    list(Value::Array(vec![Object::new().with("itemOrderId", "item-1").with("refundAmount", value).into()]))
}

fn items(named: &[(&'static str, Option<i32>)]) -> Patch {
    let item = |(id, fen): &(&'static str, Option<i32>)| {
        let item = Object::new().with("itemOrderId", *id);
        Value::from(fen.map_or(item.clone(), |fen| item.with("refundAmount", fen)))
    };
    list(Value::Array(named.iter().map(item).collect()))
}

fn edit_amounts(trace: &mut Trace, made: fn(f64) -> f64) {
    edit_refund(trace, |refund| {
        let Some(Value::Array(list)) = refund.find_mut("itemOrderList") else { return };
        for item in list {
            let fen = item.get("refundAmount").as_number().map(made);
            if let (Some(fen), Value::Object(item)) = (fen, item) {
                item.set("refundAmount", fen);
            }
        }
    });
}
