//! The order: that it is created, and what the server receives.

use crate::api::pay_button::goods::limits;
use crate::api::pay_button::outcomes::{ORDER_DATA, ORDER_FAILED};
use crate::api::pay_button::performance::{decides, price};
use crate::api::pay_button::scene::{FIRST, is_blocked, property as property_of, resolved, submits_an_order};
use crate::api::world::{LOGGED_IN, ORDER_CREATION, ORDER_QUANTITY};
use crate::ground::Value;
use crate::spec::{About, Bend, Check, Demand, Kind, Patch, Plain, Promise, Rule, Standing, Trace, Words};

use super::{SINCE, cite, edit_order, error, info, order_page, orders, untold};

/// Sent with what was asked for.
pub(super) static CREATED: Rule = Rule {
    id: "pay-button/order/created",
    says: Words::new(
        "the order that the server receives is for the goods, in the quantity that the user asked for or else the least one, at the price of so many pieces",
        "创建订单时服务端收到该商品、用户所选份数(默认起购份数)及相应总价",
    ),
    cites: &[
        info("currentPrice", "商品单价"),
        info("minLimits", "起购份数"),
        cite("bind:pay 说明", "立即抢购", "当用户在提单页点击「立即支付」按钮后"),
        SINCE,
    ],
    since: FIRST,
    scope: submits_an_order,
    about: &[
        About::Fact(&ORDER_QUANTITY),
        About::Field(&["handlers", "getgoodsinfo"]),
        About::Field(&["properties", "goods-id"]),
    ],
    check: Check::Promise(Promise {
        holds: |at, trace| {
            let Some(order) = orders(trace).next() else {
                let excused = !at.listens("error")
                    || !at.listens("pay")
                    || trace.0.iter().any(decides)
                    || is_blocked(at);
                let unseen = order_page(trace).is_none() || !at.world.flag(&LOGGED_IN);
                return if excused || unseen { Standing::Apart } else { Standing::Broken };
            };
            let given = resolved(at, "getgoodsinfo").unwrap_or(&Value::Undefined);
            let (Some((least, _)), Some(price)) = (limits(at, given), price(at, given)) else {
                return Standing::Apart;
            };
            let quantity = at.world.whole(&ORDER_QUANTITY).unwrap_or(least);
            let is = |name: &str, n: i64| order.with.get(name).as_whole() == Some(n);
            let right = order.with.get("goodsId") == property_of(at, "goods-id");
            Standing::kept(
                right
                    && is("quantity", quantity)
                    && is("fen", price * quantity)
                    && orders(trace).count() == 1,
            )
        },
        needs: &[Kind::Called, Kind::Shown, Kind::Sent],
        stages: |_| {
            let least = |n: i32| {
                Patch::default()
                    .and_at(&["handlers", "getgoodsinfo", "resolves", "minLimits"], Some(n.into()))
            };
            vec![least(1), least(3), least(3).and_fact(&ORDER_QUANTITY, 7)]
        },
        bends: &[
            Bend {
                id: "creates-none",
                bend: |_, trace| trace.0.retain(|e| e.with.get("to").as_str() != Some("order")),
            },
            Bend { id: "creates-two", bend: |_, trace| twice(trace) },
            Bend {
                id: "always-one-piece",
                bend: |_, trace| edit_order(trace, |order| order.set("quantity", 1)),
            },
            Bend {
                id: "price-of-one-piece",
                bend: |at, trace| {
                    if at.world.whole(&ORDER_QUANTITY).is_some() {
                        edit_order(trace, |order| order.set("fen", 9_900));
                    }
                },
            },
            Bend {
                id: "other-goods",
                bend: |_, trace| edit_order(trace, |order| order.set("goodsId", "other")),
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// The server creates it.
pub(super) static SERVER_ERROR: Rule = Rule {
    id: "pay-button/order/server-error",
    says: Words::new(
        "an error of the server that creates the order is told as 21517, or to bind:pay",
        "创建订单时服务端出错,报 21517 或回调 bind:pay",
    ),
    cites: &[
        error("21517", "创建订单(预下单),服务端错误"),
        cite("bind:pay 说明", "立即抢购", "以及预下单接口报错时"),
        SINCE,
    ],
    since: FIRST,
    scope: submits_an_order,
    check: Check::Demand(Demand::Not(&ORDER_CREATION, Plain::Text("internal_error")), &untold(&ORDER_FAILED)),
    ..Rule::PLAIN
};

/// The data make an order.
pub(super) static DATA: Rule = Rule {
    id: "pay-button/order/data",
    says: Words::new(
        "data of which no order can be made are told as 21518",
        "订单数据错误、无法生成订单时报 21518",
    ),
    cites: &[error("21518", "订单数据错误,无法生成订单"), SINCE],
    since: FIRST,
    scope: submits_an_order,
    check: Check::Demand(Demand::Not(&ORDER_CREATION, Plain::Text("bad_data")), &untold(&ORDER_DATA)),
    ..Rule::PLAIN
};

fn twice(trace: &mut Trace) {
    let again: Vec<_> = orders(trace).cloned().collect();
    trace.0.extend(again);
}
