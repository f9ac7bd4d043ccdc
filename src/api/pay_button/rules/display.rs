//! What the button displays.

use crate::api::pay_button::scene::{
    FIRST, buys_from_library, buys_own_goods, display, display_of_order, has_ordered,
};
use crate::api::world::{SALE, STOCK};
use crate::ground::{Object, Value};
use crate::spec::{About, Bend, Check, Event, Kind, Patch, Promise, Rule, Standing, Step, Trace, Words};

use super::{SINCE, cite, order_page, orders, property};

/// By sale period and stock.
pub(super) static GOODS: Rule = Rule {
    id: "pay-button/display/goods",
    says: Words::new(
        "a button for goods of the library displays whether they are not on sale yet, on sale, not on sale any more, or sold out",
        "商品库商品按售卖时段与库存展示即将开始、立即抢购、已结束或已售罄",
    ),
    cites: &[
        cite("效果示例", "商品库商品:", "商品库商品"),
        cite("效果示例", "Case 2", "立即抢购"),
        cite("效果示例", "根据 goods-type", "商品类别分为"),
        cite("效果示例", "库存大于 0:", "展示状态分为:即将开始立即抢购已结束"),
        cite("效果示例", "库存等于 0:", "展示状态为已售罄"),
        SINCE,
    ],
    since: FIRST,
    scope: buys_from_library,
    about: &[About::Fact(&SALE), About::Fact(&STOCK)],
    check: Check::Promise(Promise {
        holds: |at, trace| displays(trace, |shown| shown == display(at)),
        needs: &[Kind::Shown],
        stages: |_| {
            let sales =
                ["on_sale", "not_started", "starts_now", "ends_now", "ended"].map(|s| Patch::fact(&SALE, s));
            let gone = ["on_sale", "not_started", "ended"].map(|s| Patch::fact(&SALE, s).and_fact(&STOCK, 0));
            sales.into_iter().chain(gone).chain([Patch::fact(&STOCK, 1)]).collect()
        },
        bends: &[
            Bend { id: "always-on-sale", bend: |_, trace| set_display(trace, |_| "on_sale") },
            Bend {
                id: "forgets-the-stock",
                bend: |_, trace| {
                    set_display(trace, |shown| if shown == "sold_out" { "on_sale" } else { shown });
                },
            },
            Bend {
                id: "swaps-start-and-end",
                bend: |_, trace| {
                    set_display(trace, |shown| match shown {
                        "not_started" => "ended",
                        "ended" => "not_started",
                        other => other,
                    });
                },
            },
            Bend {
                id: "sells-the-last-piece-never",
                bend: |at, trace| {
                    if at.world.whole(&STOCK) == Some(1) {
                        set_display(trace, |_| "sold_out");
                    }
                },
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// Always on sale.
pub(super) static OWN_GOODS: Rule = Rule {
    id: "pay-button/display/own-goods",
    says: Words::new(
        "a button for goods outside the library displays that they are on sale",
        "非商品库商品展示立即抢购",
    ),
    cites: &[
        cite("效果示例", "非商品库商品:", "非商品库商品"),
        cite("效果示例", "展示状态:立即抢购", "立即抢购"),
        SINCE,
    ],
    since: FIRST,
    scope: buys_own_goods,
    about: &[About::Fact(&SALE), About::Fact(&STOCK)],
    check: Check::Promise(Promise {
        holds: |_, trace| displays(trace, |shown| shown == "on_sale"),
        needs: &[Kind::Shown],
        stages: |_| vec![Patch::fact(&SALE, "ended"), Patch::fact(&STOCK, 0)],
        bends: &[
            Bend {
                id: "looks-at-the-stock",
                bend: |at, trace| {
                    if at.world.whole(&STOCK) == Some(0) {
                        set_display(trace, |_| "sold_out");
                    }
                },
            },
            Bend {
                id: "looks-at-the-period",
                bend: |at, trace| {
                    if at.world.text(&SALE) == "ended" {
                        set_display(trace, |_| "ended");
                    }
                },
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// By order-status.
pub(super) static ORDER: Rule = Rule {
    id: "pay-button/display/order",
    says: Words::new(
        "a button for an order displays what order-status says: pay on, refund, refunding, refunded, refund failed",
        "已下单场景按 order-status 展示继续支付、申请退款、退款中、退款成功、退款失败",
    ),
    cites: &[
        property("order-status", "已下单场景mode = 1下,细分订单状态order-status"),
        cite("效果示例", "Case 1 :mode 为 1 或 不填 (组件的使用模式:已下单)", "已下单"),
        SINCE,
    ],
    since: FIRST,
    scope: has_ordered,
    about: &[About::Field(&["properties", "order-status"])],
    check: Check::Promise(Promise {
        holds: |at, trace| displays(trace, |shown| Some(shown) == display_of_order(at)),
        needs: &[Kind::Shown],
        stages: |base| {
            if base.steps.iter().all(|s| !s.input.get("properties").get("refund-id").is_undefined()) {
                [2, 3, 4]
                    .map(|n| Patch::default().and_at(&["properties", "order-status"], Some(n.into())))
                    .to_vec()
            } else {
                let continued = Patch::default().and_at(&["properties", "order-status"], None);
                let continues =
                    |s: &Step| s.input.get("properties").get("order-status").as_whole() == Some(0);
                let more = base.steps.iter().any(continues).then_some(continued);
                std::iter::once(Patch::default()).chain(more).collect()
            }
        },
        bends: &[
            Bend {
                id: "always-refunding",
                bend: |_, trace| {
                    set_display(trace, |shown| {
                        if shown.starts_with("refund") && shown != "refund" { "refunding" } else { shown }
                    });
                },
            },
            Bend {
                id: "swaps-success-and-failure",
                bend: |_, trace| {
                    set_display(trace, |shown| match shown {
                        "refunded" => "refund_failed",
                        "refund_failed" => "refunded",
                        other => other,
                    });
                },
            },
            Bend { id: "always-pay", bend: |_, trace| set_display(trace, |_| "pay") },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// A tap on goods that are not on sale.
pub(super) static OFF_SALE: Rule = Rule {
    id: "pay-button/display/off-sale",
    says: Words::new(
        "a tap does nothing where the goods are not on sale",
        "不在售卖中的商品,点击后没有任何反应",
    ),
    cites: &[
        cite("效果示例", "操作效果:点击后进入提单页", "点击后进入提单页"),
        cite("效果示例", "库存等于 0:", "展示状态为已售罄"),
        SINCE,
    ],
    since: FIRST,
    scope: |at| buys_from_library(at) && display(at) != "on_sale",
    about: &[About::Fact(&SALE), About::Fact(&STOCK)],
    check: Check::Promise(Promise {
        holds: |_, trace| Standing::kept(order_page(trace).is_none() && orders(trace).next().is_none()),
        needs: &[Kind::Shown, Kind::Sent],
        stages: |_| {
            vec![Patch::fact(&SALE, "not_started"), Patch::fact(&SALE, "ended"), Patch::fact(&STOCK, 0)]
        },
        bends: &[Bend {
            id: "opens-all-the-same",
            bend: |_, trace| trace.0.push(Event::new(Kind::Shown, Object::new().with("page", "order"))),
        }],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// How the button was displayed last, if it ever was.
fn displays(trace: &Trace, fits: impl Fn(&str) -> bool) -> Standing {
    let last = trace.all(Kind::Shown, "").filter_map(|e| e.with.get("button").as_str()).last();
    last.map_or(Standing::Apart, |shown| Standing::kept(fits(shown)))
}

fn set_display(trace: &mut Trace, made: fn(&str) -> &str) {
    for event in trace.0.iter_mut().filter(|e| e.kind == Kind::Shown) {
        let shown = event.with.get("button").as_str().map(|shown| made(shown).to_owned());
        if let (Some(shown), Value::Object(fields)) = (shown, &mut event.with) {
            fields.set("button", shown);
        }
    }
}
