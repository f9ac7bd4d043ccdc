//! `bind:placeorder`: what is done before the order page opens.

use crate::api::pay_button::gaps::{FAILURE_TOLD, NO_PROMISE, NOT_LOGGED_IN};
use crate::api::pay_button::outcomes::{NO_PLACEORDER, NOTHING, ORDER_FAILED, PAY_FAILS, PLACEORDER_FAILED};
use crate::api::pay_button::scene::{FIRST, buys, first_reply, handler, submits_an_order, taps_to_buy};
use crate::api::world::LOGGED_IN;
use crate::ground::{Object, Reply};
use crate::spec::{
    About, Bend, Check, Demand, Event, Kind, Own, Plain, Promise, Refusal, Rule, Standing, Waiver, Words,
};

use super::{
    SINCE, WAITS, cite, details, edit_detail, error, failing, fails, is_about_the_goods, order_page,
    plain_answers, property, returns_a_promise, script, unbound,
};

/// Bound, where goods are bought.
pub(super) static REQUIRED: Rule = Rule {
    id: "pay-button/placeorder/required",
    says: Words::new("bind:placeorder must be bound with mode 2", "mode 为 2 时必须绑定 bind:placeorder"),
    cites: &[
        property("bind:placeorder", "mode 为 2 时,该属性必传"),
        error("21504", "无 bind:placeorder"),
        SINCE,
    ],
    since: FIRST,
    scope: buys,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| Standing::kept(handler(at, "placeorder").is_some()),
            about: &[About::Field(&["handlers", "placeorder"])],
            breaks: |_| unbound(&["handlers", "placeorder"]),
            literals: &["bind:placeorder"],
            ..Own::PLAIN
        }),
        &[Refusal::row(&NO_PLACEORDER)],
    ),
    waivers: &[WAITS],
    ..Rule::PLAIN
};

/// Asked with the goods, before the page.
pub(super) static ASKED: Rule = Rule {
    id: "pay-button/placeorder/asked",
    says: Words::new(
        "bind:placeorder is called with the goodsId and goodsType that the page set, before the order page opens",
        "进入提单页前调用 bind:placeorder,detail 含页面所设的 goodsId、goodsType",
    ),
    cites: &[
        cite("bind:placeorder 说明: detail", "goodsId", "商品 id"),
        cite("bind:placeorder 说明: detail", "goodsType", "商品类型"),
        cite("bind:placeorder 说明", "goodsId", "商品id"),
        cite("bind:placeorder 说明", "userLogin(event)", "const { goodsId , goodsType } = event.detail"),
        property("bind:placeorder", "跳转至提单页前的准备工作"),
        SINCE,
    ],
    since: FIRST,
    scope: |at| buys(at) && handler(at, "placeorder").is_some(),
    check: Check::Promise(Promise {
        holds: |at, trace| {
            let page = trace
                .0
                .iter()
                .position(|e| e.kind == Kind::Shown && e.with.get("page").as_str() == Some("order"));
            let asked = trace.0.iter().position(|e| e.is(Kind::Called, "placeorder"));
            let about = details(trace, "placeorder").all(|detail| is_about_the_goods(at, detail));
            match (asked, page) {
                (None, None) => Standing::Apart,
                (Some(asked), page) => Standing::kept(about && page.is_none_or(|page| asked < page)),
                (None, Some(_)) => Standing::Broken,
            }
        },
        needs: &[Kind::Called, Kind::Asked, Kind::Shown],
        bends: &[
            Bend { id: "never-asked", bend: |_, trace| trace.0.retain(|e| e.name != "placeorder") },
            Bend { id: "after-the-page", bend: |_, trace| trace.0.sort_by_key(|e| e.name == "placeorder") },
            Bend {
                id: "without-goods-id",
                bend: |_, trace| edit_detail(trace, "placeorder", |d| d.remove("goodsId")),
            },
            Bend {
                id: "without-goods-type",
                bend: |_, trace| edit_detail(trace, "placeorder", |d| d.remove("goodsType")),
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// It must not fail.
pub(super) static SUCCEEDS: Rule = Rule {
    id: "pay-button/placeorder/succeeds",
    says: Words::new(
        "where the promise of bind:placeorder is rejected no order page opens, and 21510 is told",
        "bind:placeorder 的 promise 被 reject 时不进入提单页,并报 21510",
    ),
    cites: &[
        error("21510", "开发者 bind:placeorder 调用失败"),
        cite("bind:placeorder 说明", "若无法完成相关逻辑", "一定要触发 reject 方法"),
        SINCE,
    ],
    since: FIRST,
    scope: taps_to_buy,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| Standing::kept(!fails(at, "placeorder")),
            about: &[About::Field(&["handlers", "placeorder"])],
            breaks: |_| failing(&["handlers", "placeorder"]),
            ..Own::PLAIN
        }),
        &[Refusal::row(&PLACEORDER_FAILED)],
    ),
    ..Rule::PLAIN
};

/// A promise.
pub(super) static PROMISE: Rule = Rule {
    id: "pay-button/placeorder/promise",
    says: Words::new("bind:placeorder must return a promise", "bind:placeorder 必须返回 promise"),
    cites: &[
        cite("bind:placeorder 说明", "需要返回 promise", "需要返回 promise"),
        error("21510", "开发者 bind:placeorder 调用失败"),
        SINCE,
    ],
    since: FIRST,
    scope: taps_to_buy,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| returns_a_promise(at, "placeorder"),
            about: &[About::Field(&["handlers", "placeorder"])],
            breaks: |base| plain_answers(base, &["handlers", "placeorder"]),
            ..Own::PLAIN
        }),
        &[
            Refusal::row(&PLACEORDER_FAILED).under(&NO_PROMISE, "failed"),
            Refusal::row(&PLACEORDER_FAILED).under(&NO_PROMISE, "mistyped"),
        ],
    ),
    waivers: &[Waiver { gap: &NO_PROMISE, when: |_| true, readings: &["accepted"] }],
    ..Rule::PLAIN
};

/// No page before it resolves.
pub(super) static WAITED_FOR: Rule = Rule {
    id: "pay-button/placeorder/waited-for",
    says: Words::new(
        "no order page opens before the promise of bind:placeorder resolves",
        "bind:placeorder 的 promise resolve 之前不进入提单页",
    ),
    cites: &[
        cite("bind:placeorder 说明", "userLogin(event)", "则跳转提单页失败"),
        cite("bind:placeorder 说明", "需要返回 promise", "然后调用 resolve 函数"),
        SINCE,
    ],
    since: FIRST,
    scope: |at| {
        buys(at)
            && matches!(
                first_reply(at, "placeorder"),
                Some(Reply::Never | Reply::Rejects(_) | Reply::Throws(_))
            )
    },
    about: &[About::Field(&["handlers", "placeorder"])],
    check: Check::Promise(Promise {
        holds: |_, trace| Standing::kept(order_page(trace).is_none()),
        needs: &[Kind::Shown],
        stages: |_| {
            vec![
                script(&["handlers", "placeorder"], Reply::Never),
                script(&["handlers", "placeorder"], Reply::Rejects("no".into())),
            ]
        },
        bends: &[Bend {
            id: "does-not-wait",
            bend: |_, trace| trace.0.push(Event::new(Kind::Shown, Object::new().with("page", "order"))),
        }],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// A user who is logged in.
pub(super) static LOGIN: Rule = Rule {
    id: "pay-button/placeorder/login",
    says: Words::new("the user must be logged in to order", "下单需要用户处于登录状态"),
    cites: &[
        property("bind:placeorder", "下单需要用户处于登录状态"),
        cite("bind:placeorder 说明", "由于在前端模板中进行下单需要用户登录", "需要用户登录"),
        error("21517", "创建订单(预下单),服务端错误"),
        error("21510", "开发者 bind:placeorder 调用失败"),
        SINCE,
    ],
    since: FIRST,
    scope: submits_an_order,
    check: Check::Demand(
        Demand::Not(&LOGGED_IN, Plain::Flag(false)),
        &[
            Refusal::row(&ORDER_FAILED).under(&NOT_LOGGED_IN, "order"),
            Refusal::row(&PLACEORDER_FAILED).under(&NOT_LOGGED_IN, "placeorder"),
            Refusal::row(&NOTHING).under(&NOT_LOGGED_IN, "nothing"),
            Refusal::row(&PAY_FAILS).under(&FAILURE_TOLD, "pay"),
        ],
    ),
    ..Rule::PLAIN
};
