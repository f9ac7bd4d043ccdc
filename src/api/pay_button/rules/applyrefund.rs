//! `bind:applyrefund`: what the page passes through with a refund.

use crate::api::pay_button::gaps::{
    APPLY_AT, APPLY_NOTHING, CP_EXTRA_EMPTY, CP_EXTRA_LENGTH, EXTRA_ARRAY, NO_PROMISE,
};
use crate::api::pay_button::goods::{bytes, is_text_of, text_of, without_item_orders};
use crate::api::pay_button::outcomes::{APPLYREFUND_FAILED, APPLYREFUND_TYPE};
use crate::api::pay_button::refund::{named, submitted};
use crate::api::pay_button::scene::{
    FIRST, ITEM_ORDERS, first_reply, handler, property as property_of, refunds, resolved, submits,
};
use crate::ground::{Object, Reply, Type, Value};
use crate::spec::{
    About, At, Bend, Check, Demand, Kind, NULL, Own, Patch, Promise, Refusal, Rule, Standing, Waiver, Words,
};

use super::{
    SINCE, cite, details, edit_detail, edit_refund, error, failing, fails, info, plain_answers, property,
    returns_a_promise, unrefunded,
};

/// Asked with the order.
pub(super) static ASKED: Rule = Rule {
    id: "pay-button/applyrefund/asked",
    says: Words::new(
        "bind:applyrefund is called with the orderId that the page set, before the refund is submitted",
        "申请退款时以页面所设的 orderId 调用 bind:applyrefund",
    ),
    cites: &[
        cite("bind:applyrefund 说明", "orderId", "开发者传入的开发者系统交易订单号"),
        cite("bind:applyrefund 说明", "// bind:applyrefund 使用示例", "const { orderId } = event.detail"),
        cite("代码示例: 已下单", "使用交易系统生成的新订单:", "bind:applyrefund=\"applyRefund\""),
        SINCE,
    ],
    since: FIRST,
    scope: |at| refunds(at) && handler(at, "applyrefund").is_some(),
    check: Check::Promise(Promise {
        holds: |at, trace| {
            let about =
                details(trace, "applyrefund").all(|d| d.get("orderId") == property_of(at, "order-id"));
            let asked = trace.0.iter().position(|e| e.is(Kind::Called, "applyrefund"));
            let opened = trace.0.iter().position(|e| e.with.get("page").as_str() == Some("refund"));
            let sent = trace.0.iter().position(|e| e.with.get("to").as_str() == Some("refund"));
            match (asked, opened, sent) {
                (None, _, None) => Standing::Apart,
                (None, _, Some(_)) => Standing::Broken,
                (Some(asked), Some(opened), sent) => {
                    let at_tap = at.reading(&APPLY_AT) == "tap";
                    Standing::kept(
                        about && (asked < opened) == at_tap && sent.is_none_or(|sent| asked < sent),
                    )
                }
                (Some(_), None, _) => Standing::kept(about),
            }
        },
        needs: &[Kind::Called, Kind::Asked, Kind::Shown, Kind::Sent],
        bends: &[
            Bend { id: "never-asked", bend: |_, trace| trace.0.retain(|e| e.name != "applyrefund") },
            Bend {
                id: "without-order-id",
                bend: |_, trace| edit_detail(trace, "applyrefund", |d| d.remove("orderId")),
            },
            Bend {
                id: "with-another-order-id",
                bend: |_, trace| edit_detail(trace, "applyrefund", |d| d.set("orderId", "douyin-order-1")),
            },
            Bend {
                id: "after-the-refund",
                bend: |_, trace| trace.0.sort_by_key(|e| e.name == "applyrefund"),
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// It must not fail.
pub(super) static SUCCEEDS: Rule = Rule {
    id: "pay-button/applyrefund/succeeds",
    says: Words::new(
        "the promise of bind:applyrefund must not be rejected",
        "bind:applyrefund 的 promise 不得 reject",
    ),
    cites: &[
        error("21533", "bind:applyrefund 调用失败"),
        cite("bind:applyrefund 说明", "需要返回 promise", "将需要透传的退款参数作为返回值传入 resolve 函数"),
        SINCE,
    ],
    since: FIRST,
    scope: applies,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| Standing::kept(!fails(at, "applyrefund")),
            about: &[About::Field(&["handlers", "applyrefund"])],
            breaks: |_| failing(&["handlers", "applyrefund"]),
            ..Own::PLAIN
        }),
        &unrefunded(&APPLYREFUND_FAILED),
    ),
    ..Rule::PLAIN
};

/// A promise.
pub(super) static PROMISE: Rule = Rule {
    id: "pay-button/applyrefund/promise",
    says: Words::new("bind:applyrefund must return a promise", "bind:applyrefund 必须返回 promise"),
    cites: &[
        cite("bind:applyrefund 说明", "需要返回 promise", "需要返回 promise"),
        error("21533", "bind:applyrefund 调用失败"),
        error("21534", "bind:applyrefund 返回类型错误"),
        SINCE,
    ],
    since: FIRST,
    scope: applies,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| returns_a_promise(at, "applyrefund"),
            about: &[About::Field(&["handlers", "applyrefund"])],
            breaks: |base| plain_answers(base, &["handlers", "applyrefund"]),
            ..Own::PLAIN
        }),
        &[
            Refusal::row(&APPLYREFUND_FAILED).under(&NO_PROMISE, "failed"),
            Refusal::row(&APPLYREFUND_TYPE).under(&NO_PROMISE, "mistyped"),
        ],
    ),
    waivers: &[Waiver { gap: &NO_PROMISE, when: |_| true, readings: &["accepted"] }],
    ..Rule::PLAIN
};

/// An object.
pub(super) static OBJECT: Rule = Rule {
    id: "pay-button/applyrefund/object",
    says: Words::new(
        "the promise of bind:applyrefund must resolve with an object",
        "bind:applyrefund 的 promise 必须 resolve 对象",
    ),
    cites: &[
        property("bind:applyrefund", "通过返回一个对象,定义一些透传信息"),
        error("21534", "bind:applyrefund 返回类型错误"),
        SINCE,
    ],
    since: FIRST,
    scope: applies,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| match first_reply(at, "applyrefund") {
                Some(Reply::Resolves(value)) => Standing::kept(value.type_of() == Type::Object),
                _ => Standing::Apart,
            },
            about: &[About::Field(&["handlers", "applyrefund"])],
            edges: |_| vec![given(Object::new().with("orderId", "1"))],
            breaks: |_| [Value::from(1), "extra".into(), true.into()].map(given).to_vec(),
            openings: |_| [Value::Undefined, Value::Null, Value::Array(Vec::new())].map(given).to_vec(),
            ..Own::PLAIN
        }),
        &unrefunded(&APPLYREFUND_TYPE),
    ),
    waivers: &[
        Waiver { gap: &APPLY_NOTHING, when: gives_nothing, readings: &["no-extra"] },
        Waiver {
            gap: &EXTRA_ARRAY,
            when: |at| matches!(resolved(at, "applyrefund"), Some(Value::Array(_))),
            readings: &["accepted"],
        },
    ],
    ..Rule::PLAIN
};

/// Perhaps at most 2048 bytes.
pub(super) static LENGTH: Rule = Rule {
    id: "pay-button/applyrefund/length",
    says: Words::new(
        "cp_extra may be limited to 2048 bytes as extra is; the document does not say so",
        "cp_extra 可能与 extra 同样限长 2048 字节;文档未写",
    ),
    cites: &[
        property("bind:applyrefund", "序列化的字符串会作为申请退款时的 cp_extra 参数"),
        info("extra", "字段长度应小于或等于2048字节"),
        error("21534", "bind:applyrefund 返回类型错误"),
        SINCE,
    ],
    since: FIRST,
    scope: applies,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| match resolved(at, "applyrefund") {
                Some(value @ Value::Object(_)) => {
                    let rest = Value::from(without_item_orders(value));
                    bytes(&rest).map_or(Standing::Apart, |(plain, _)| Standing::kept(plain <= 2048))
                }
                _ => Standing::Apart,
            },
            about: &[About::Field(&["handlers", "applyrefund"])],
            edges: |_| vec![given(Object::new().with("x", "a".repeat(2000)))],
            openings: |_| vec![given(Object::new().with("x", "a".repeat(2048)))],
            literals: &["2048"],
            ..Own::PLAIN
        }),
        &unrefunded(&APPLYREFUND_TYPE),
    ),
    waivers: &[Waiver { gap: &CP_EXTRA_LENGTH, when: |_| true, readings: &["unlimited"] }],
    ..Rule::PLAIN
};

/// Passed through as text.
pub(super) static CP_EXTRA: Rule = Rule {
    id: "pay-button/applyrefund/cp-extra",
    says: Words::new(
        "what bind:applyrefund gives is sent as cp_extra, as its JSON text, without itemOrderList",
        "bind:applyrefund 返回的对象去掉 itemOrderList 后,以 JSON 文本作为 cp_extra 透传",
    ),
    cites: &[
        property("bind:applyrefund", "序列化的字符串会作为申请退款时的 cp_extra 参数"),
        cite("指定金额退款", "// bind:applyrefund 指定金额退使用示例", "当中的 itemOrderList 会被删除"),
        cite("指定金额退款", "指定金额退时,需要通过", "bind:applyrefund 传入 itemOrderList"),
        cite("指定金额退款", "itemOrderList 可和其他透传参数", "一同通过 bind:applyrefund 传入"),
        cite("bind:applyrefund 说明", "若无需传入 extra 参数", "该方法可不填"),
        SINCE,
    ],
    since: FIRST,
    scope: |at| refunds(at) && submits(at),
    about: &[About::Field(&["handlers", "applyrefund"])],
    check: Check::Promise(Promise {
        holds: |at, trace| {
            let Some(refund) = submitted(trace).next() else { return Standing::Apart };
            let sent = refund.with.get("cp_extra");
            let rest: Value = match resolved(at, "applyrefund") {
                _ if handler(at, "applyrefund").is_none() => return Standing::kept(sent.is_undefined()),
                Some(given @ Value::Object(_)) if at.has(ITEM_ORDERS) => without_item_orders(given).into(),
                Some(given @ Value::Object(_)) => given.clone(),
                Some(Value::Undefined) => return Standing::kept(sent.is_undefined()),
                _ => return Standing::Apart,
            };
            let named_items = named(at).is_some();
            let empty = rest.as_object().is_some_and(Object::is_empty);
            if empty && named_items && at.reading(&CP_EXTRA_EMPTY) == "absent" {
                return Standing::kept(sent.is_undefined());
            }
            if empty && !named_items && sent.is_undefined() {
                return Standing::Holds;
            }
            Standing::kept(is_text_of(sent, &rest))
        },
        needs: &[Kind::Sent],
        stages: |_| {
            let items = || {
                Value::Array(vec![
                    Object::new().with("itemOrderId", "item-1").with("refundAmount", 100).into(),
                ])
            };
            let inner = Object::new().with("b", Value::Array(vec![1.into(), Value::Null]));
            vec![
                given(Object::new().with("orderId", "order-1").with("itemOrderList", items())),
                given(Object::new().with("itemOrderList", items())),
                given(Object::new().with("a", "\"汉\n😀").with("n", 1.5).with("o", inner).with("yes", false)),
                given(Object::new().with("a", Value::Undefined).with("b", 1)),
                Patch::default().and_at(&["handlers", "applyrefund"], None),
            ]
        },
        bends: &[
            Bend { id: "drops-it", bend: |_, trace| edit_refund(trace, |refund| refund.remove("cp_extra")) },
            Bend {
                id: "sends-no-text",
                bend: |_, trace| {
                    edit_refund(trace, |refund| {
                        if refund.find("cp_extra").is_some() {
                            refund.set("cp_extra", Object::new());
                        }
                    });
                },
            },
            Bend {
                id: "keeps-item-orders",
                bend: |at, trace| {
                    let whole = resolved(at, "applyrefund").and_then(text_of);
                    edit_refund(trace, |refund| {
                        if let Some(text) = &whole {
                            refund.set("cp_extra", text.clone());
                        }
                    });
                },
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// Whether bind:applyrefund gives nothing, as `null` is read.
fn gives_nothing(at: &At<'_>) -> bool {
    match resolved(at, "applyrefund") {
        Some(Value::Undefined) => true,
        Some(Value::Null) => at.reading(&NULL) == "missing",
        _ => false,
    }
}

/// Whether what bind:applyrefund gives is looked at.
pub(super) fn applies(at: &At<'_>) -> bool {
    refunds(at) && submits(at) && handler(at, "applyrefund").is_some()
}

fn given(value: impl Into<Value>) -> Patch {
    Patch::default().and_at(&["handlers", "applyrefund", "resolves"], Some(value.into()))
}
