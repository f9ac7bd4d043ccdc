//! `refund-total-amount`: how much of an old order is refunded.

use crate::api::pay_button::gaps::{COERCED, REFUND_TOTAL_MOST, REFUND_TOTAL_TYPE};
use crate::api::pay_button::outcomes::{NO_REFUND_TOTAL, REFUND_FAILED, SOME_ERROR};
use crate::api::pay_button::scene::{
    FIRST, is_number_as_text, property as property_of, refunds_an_old_order, submits,
};
use crate::api::world::{ITEM_1_PAID, ITEM_2_PAID, OLD_ORDER};
use crate::ground::Value;
use crate::spec::{About, Case, Check, Demand, NULL, Own, Patch, Refusal, Rule, Standing, Waiver, Words};

use super::{SINCE, WAITS, cite, error, property};

/// Passed for old orders.
pub(super) static REQUIRED: Rule = Rule {
    id: "pay-button/refund-total-amount/required",
    says: Words::new(
        "refund-total-amount must be passed to refund an order from before the trading system",
        "退交易系统之前的老订单必须传 refund-total-amount",
    ),
    cites: &[
        property("refund-total-amount", "针对交易系统之前的老订单申请退款"),
        error("21524", "缺少 refund-total-amount"),
        cite("Bug & Tip", "Tip:在接入该模板之前", "需要通过传入 refund-total-amount 指定退款金额"),
        cite("代码示例: 已下单", "对于交易系统之前的老订单", "需传入 refund-total-amount"),
        SINCE,
    ],
    since: FIRST,
    scope: refunds_an_old_order,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| Standing::kept(!property_of(at, "refund-total-amount").is_undefined()),
            about: &[About::Fact(&OLD_ORDER), About::Field(&["properties", "refund-total-amount"])],
            edges: |base| {
                old(base, Some(15_000.into()))
                    .and_then(|p| Some(vec![p, old(base, Some(1.into()))?]))
                    .unwrap_or_default()
            },
            breaks: |base| old(base, None).into_iter().chain(old(base, Some(Value::Undefined))).collect(),
            literals: &["refund-total-amount"],
            ..Own::PLAIN
        }),
        &[Refusal::row(&NO_REFUND_TOTAL)],
    ),
    waivers: &[WAITS],
    ..Rule::PLAIN
};

/// A whole number of fen.
pub(super) static AMOUNT: Rule = Rule {
    id: "pay-button/refund-total-amount/amount",
    says: Words::new(
        "refund-total-amount of an old order must be a whole number of fen above zero",
        "老订单的 refund-total-amount 单位为分,必须是正整数",
    ),
    cites: &[
        property("refund-total-amount", "单位:分"),
        property("refund-total-amount", "number"),
        error("21524", "缺少 refund-total-amount"),
        SINCE,
    ],
    since: FIRST,
    scope: refunds_an_old_order,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| match property_of(at, "refund-total-amount") {
                Value::Undefined => Standing::Apart,
                Value::Null if at.reading(&NULL) == "missing" => Standing::Apart,
                value => Standing::kept(value.as_whole().is_some_and(|n| n > 0)),
            },
            about: &[About::Fact(&OLD_ORDER), About::Field(&["properties", "refund-total-amount"])],
            breaks: |base| {
                let wrong = [
                    0.into(),
                    (-1).into(),
                    0.5.into(),
                    true.into(),
                    "x".into(),
                    "20000".into(),
                    Value::Array(Vec::new()),
                ];
                wrong.into_iter().filter_map(|v| old(base, Some(v))).collect()
            },
            openings: |base| old(base, Some(Value::Null)).into_iter().collect(),
            literals: &["refund-total-amount", "number"],
            ..Own::PLAIN
        }),
        &[
            Refusal::row(&NO_REFUND_TOTAL).under(&REFUND_TOTAL_TYPE, "missing"),
            Refusal::row(&SOME_ERROR).under(&REFUND_TOTAL_TYPE, "refused"),
        ],
    ),
    waivers: &[
        WAITS,
        Waiver {
            gap: &COERCED,
            when: |at| is_number_as_text(at, "refund-total-amount"),
            readings: &["coerced"],
        },
    ],
    ..Rule::PLAIN
};

/// Not more than was paid, if anybody looks.
pub(super) static AT_MOST_PAID: Rule = Rule {
    id: "pay-button/refund-total-amount/at-most-paid",
    says: Words::new(
        "refund-total-amount may be refused above what was paid; the document does not say so",
        "refund-total-amount 超过实付金额可能被拒;文档未写",
    ),
    cites: &[property("refund-total-amount", "退款金额"), error("21535", "申请退款失败,服务端错误"), SINCE],
    since: FIRST,
    scope: |at| refunds_an_old_order(at) && submits(at),
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| {
                let paid =
                    at.world.whole(&ITEM_1_PAID).unwrap_or(0) + at.world.whole(&ITEM_2_PAID).unwrap_or(0);
                property_of(at, "refund-total-amount")
                    .as_whole()
                    .map_or(Standing::Apart, |n| Standing::kept(n <= paid))
            },
            about: &[
                About::Fact(&OLD_ORDER),
                About::Fact(&ITEM_1_PAID),
                About::Fact(&ITEM_2_PAID),
                About::Field(&["properties", "refund-total-amount"]),
            ],
            edges: |base| old(base, Some(15_000.into())).into_iter().collect(),
            openings: |base| old(base, Some(15_001.into())).into_iter().collect(),
            ..Own::PLAIN
        }),
        &[Refusal::row(&REFUND_FAILED)],
    ),
    waivers: &[Waiver { gap: &REFUND_TOTAL_MOST, when: |_| true, readings: &["accepted"] }],
    ..Rule::PLAIN
};

/// A refund of an old order, with this total.
fn old(base: &Case, total: Option<Value>) -> Option<Patch> {
    let refunds =
        base.steps.iter().all(|s| s.input.get("properties").get("order-status").as_whole() == Some(1));
    refunds.then(|| Patch::fact(&OLD_ORDER, true).and_at(&["properties", "refund-total-amount"], total))
}
