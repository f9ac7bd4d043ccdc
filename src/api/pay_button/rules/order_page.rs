//! The order page: that it opens, once, for the goods that were asked for.

use crate::api::pay_button::gaps::{EXTENSION_REJECTED, TAPS_TWICE};
use crate::api::pay_button::performance::decides;
use crate::api::pay_button::scene::{
    FIRST, first_reply, handler, property as property_of, taps, taps_to_buy, user,
};
use crate::api::world::BUTTON_USER;
use crate::ground::{Object, Reply, Value};
use crate::spec::{About, At, Bend, Check, Event, Force, Kind, Patch, Promise, Rule, Standing, Words};

use super::{SINCE, cite, edit_page, order_page};

/// A tap leads there.
pub(super) static OPENS: Rule = Rule {
    id: "pay-button/order-page/opens",
    says: Words::new(
        "a tap leads to the order page of the goods where nothing stands in the way",
        "点击后进入该商品的提单页",
    ),
    cites: &[
        cite("效果示例", "操作效果:点击后进入提单页", "点击后进入提单页"),
        cite("", "前端模板提供了一个入口组件", "实现从小程序跳转到交易模板页面"),
        cite("代码示例: 未下单", "<!-- 商品库商品 -->", "mode=\"{{2}}\""),
        SINCE,
    ],
    since: FIRST,
    scope: taps_to_buy,
    about: &[About::Field(&["properties", "goods-id"])],
    check: Check::Promise(Promise {
        holds: |at, trace| match order_page(trace) {
            Some(page) => Standing::kept(page.get("goodsId") == property_of(at, "goods-id")),
            None if may_stop(at) || !at.listens("error") || trace.0.iter().any(decides) => Standing::Apart,
            None => Standing::Broken,
        },
        needs: &[Kind::Called, Kind::Shown],
        stages: |_| vec![Patch::default(), Patch::fact(&BUTTON_USER, Value::Array(vec!["taps".into()]))],
        bends: &[
            Bend {
                id: "no-page",
                bend: |_, trace| trace.0.retain(|e| e.with.get("page").as_str() != Some("order")),
            },
            Bend {
                id: "other-goods",
                bend: |_, trace| edit_page(trace, |page| page.set("goodsId", "other")),
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// A second tap.
pub(super) static SECOND_TAP: Rule = Rule {
    id: "pay-button/order-page/second-tap",
    says: Words::new(
        "a second tap while the first goes on is ignored, or begins a second run; no more pages open than taps were made",
        "首次点击处理中再次点击,或忽略或再次执行;打开的页面不多于点击次数",
    ),
    cites: &[cite("效果示例", "操作效果:点击后进入提单页", "点击后进入提单页"), SINCE],
    force: Force::Should,
    since: FIRST,
    scope: |at| taps_to_buy(at) && user(at) == "taps_twice",
    about: &[About::Fact(&BUTTON_USER)],
    check: Check::Promise(Promise {
        holds: |at, trace| {
            let pages =
                trace.all(Kind::Shown, "").filter(|e| e.with.get("page").as_str() == Some("order")).count();
            match pages {
                0 => Standing::Apart,
                1 => Standing::kept(at.reading(&TAPS_TWICE) == "ignored"),
                2 => Standing::kept(at.reading(&TAPS_TWICE) == "again"),
                _ => Standing::Broken,
            }
        },
        needs: &[Kind::Shown],
        stages: |_| vec![Patch::fact(&BUTTON_USER, Value::Array(vec!["taps_twice".into()]))],
        bends: &[Bend {
            id: "opens-three",
            bend: |_, trace| {
                for _ in 0..3 {
                    trace.0.push(Event::new(Kind::Shown, Object::new().with("page", "order")));
                }
            },
        }],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// Not by itself.
pub(super) static NOT_BEFORE_A_TAP: Rule = Rule {
    id: "pay-button/order-page/not-before-a-tap",
    says: Words::new("nothing opens before the button is tapped", "未点击时不打开任何页面"),
    cites: &[cite("", "前端模板提供了一个入口组件", "通过这个组件实现从小程序跳转到交易模板页面"), SINCE],
    since: FIRST,
    scope: |at| !taps(at),
    about: &[About::Fact(&BUTTON_USER)],
    check: Check::Promise(Promise {
        holds: |_, trace| {
            let opened = |e: &Event| !e.with.get("page").is_undefined() || !e.with.get("desk").is_undefined();
            Standing::kept(!trace.all(Kind::Shown, "").any(opened))
        },
        needs: &[Kind::Shown],
        stages: |_| vec![Patch::fact(&BUTTON_USER, Value::Array(vec!["waits".into()]))],
        bends: &[Bend {
            id: "opens-by-itself",
            bend: |_, trace| trace.0.push(Event::new(Kind::Shown, Object::new().with("page", "order"))),
        }],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// Whether a handler keeps the way to the page closed without an error.
fn may_stop(at: &At<'_>) -> bool {
    let never = |name| matches!(first_reply(at, name), Some(Reply::Never));
    let extended = handler(at, "getextensionpath").is_some();
    let fails = matches!(first_reply(at, "getextensionpath"), Some(Reply::Rejects(_) | Reply::Throws(_)));
    never("placeorder")
        || never("getgoodsinfo")
        || (extended && never("getextensionpath"))
        || (fails && at.reading(&EXTENSION_REJECTED) == "stops")
}
