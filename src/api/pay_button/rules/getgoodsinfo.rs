//! `bind:getgoodsinfo`: how the page says what its goods are.

use crate::api::pay_button::gaps::{LIBRARY_NOTHING, NEWER_INFO, NO_PROMISE};
use crate::api::pay_button::outcomes::{
    GETGOODSINFO_FAILED, GOODS_INFO_TYPE, NO_GETGOODSINFO, SOME_ERROR, STILL_LOADING,
};
use crate::api::pay_button::scene::{
    FIRST, TRADE, buys, buys_from_library, first_reply, goods_type, handler, resolved, taps,
};
use crate::api::world::BASE_LIBRARY;
use crate::ground::{Object, Reply, Type, Value};
use crate::spec::{
    About, Bend, Check, Demand, Kind, Own, Patch, Promise, Refusal, Rule, Standing, Waiver, Words,
};

use super::{
    SINCE, WAITS, again, cause, cite, details, edit_detail, error, failing, fails, info, is_about_the_goods,
    plain_answers, property, returns_a_promise, script, unbound,
};

/// Bound, where goods are bought.
pub(super) static REQUIRED: Rule = Rule {
    id: "pay-button/getgoodsinfo/required",
    says: Words::new("bind:getgoodsinfo must be bound with mode 2", "mode 为 2 时必须绑定 bind:getgoodsinfo"),
    cites: &[
        property("bind:getgoodsinfo", "mode 为 2 时,该属性必传"),
        error("21503", "无 bind:getgoodsinfo"),
        SINCE,
    ],
    since: FIRST,
    scope: buys,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| Standing::kept(handler(at, "getgoodsinfo").is_some()),
            about: &[About::Field(&["handlers", "getgoodsinfo"])],
            breaks: |_| unbound(&["handlers", "getgoodsinfo"]),
            literals: &["bind:getgoodsinfo"],
            ..Own::PLAIN
        }),
        &[Refusal::row(&NO_GETGOODSINFO)],
    ),
    waivers: &[WAITS],
    ..Rule::PLAIN
};

/// Asked with the goods.
pub(super) static ASKED: Rule = Rule {
    id: "pay-button/getgoodsinfo/asked",
    says: Words::new(
        "bind:getgoodsinfo is called once with the goodsId and goodsType that the page set",
        "bind:getgoodsinfo 调用一次,detail 含页面所设的 goodsId、goodsType",
    ),
    cites: &[
        cite("bind:getgoodsinfo 说明", "goodsId", "商品 id"),
        cite("bind:getgoodsinfo 说明", "goodsType", "商品类型"),
        cite("bind:getgoodsinfo 说明", "// bind:getgoodsinfo 使用示例", "const { goodsId } = event.detail"),
        SINCE,
    ],
    since: FIRST,
    scope: |at| buys(at) && goods_type(at).is_some() && handler(at, "getgoodsinfo").is_some(),
    check: Check::Promise(Promise {
        holds: |at, trace| {
            let asked: Vec<_> = details(trace, "getgoodsinfo").collect();
            match asked.as_slice() {
                [] if trace.first(Kind::Called, "error").is_some() || !at.listens("error") => Standing::Apart,
                [detail] => Standing::kept(is_about_the_goods(at, detail)),
                _ => Standing::Broken,
            }
        },
        needs: &[Kind::Called, Kind::Asked],
        stages: |_| ["7046", "商品-1"].map(goods_id).to_vec(),
        bends: &[
            Bend { id: "never-asked", bend: |_, trace| trace.0.retain(|e| e.name != "getgoodsinfo") },
            Bend { id: "asked-twice", bend: |_, trace| again(trace, "getgoodsinfo") },
            Bend {
                id: "without-goods-id",
                bend: |_, trace| edit_detail(trace, "getgoodsinfo", |d| d.remove("goodsId")),
            },
            Bend {
                id: "without-goods-type",
                bend: |_, trace| edit_detail(trace, "getgoodsinfo", |d| d.remove("goodsType")),
            },
            Bend {
                id: "with-another-goods-type",
                bend: |_, trace| edit_detail(trace, "getgoodsinfo", |d| d.set("goodsType", "1")),
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// It must not fail.
pub(super) static SUCCEEDS: Rule = Rule {
    id: "pay-button/getgoodsinfo/succeeds",
    says: Words::new(
        "the promise of bind:getgoodsinfo must not be rejected",
        "bind:getgoodsinfo 的 promise 不得 reject",
    ),
    cites: &[
        error("21509", "开发者 bind:getgoodsinfo 调用失败"),
        cite("bind:getgoodsinfo 说明", "需要返回 promise", "将商品信息作为返回值传入 resolve 函数"),
        SINCE,
    ],
    since: FIRST,
    scope: buys,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| Standing::kept(!fails(at, "getgoodsinfo")),
            about: &[About::Field(&["handlers", "getgoodsinfo"])],
            breaks: |_| failing(&["handlers", "getgoodsinfo"]),
            ..Own::PLAIN
        }),
        &cause(&GETGOODSINFO_FAILED),
    ),
    waivers: &[WAITS],
    ..Rule::PLAIN
};

/// A promise.
pub(super) static PROMISE: Rule = Rule {
    id: "pay-button/getgoodsinfo/promise",
    says: Words::new("bind:getgoodsinfo must return a promise", "bind:getgoodsinfo 必须返回 promise"),
    cites: &[
        cite("bind:getgoodsinfo 说明", "需要返回 promise", "需要返回 promise"),
        error("21509", "开发者 bind:getgoodsinfo 调用失败"),
        error("21512", "bind:getgoodsinfo 传入数据类型错误"),
        SINCE,
    ],
    since: FIRST,
    scope: buys,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| returns_a_promise(at, "getgoodsinfo"),
            about: &[About::Field(&["handlers", "getgoodsinfo"])],
            breaks: |base| plain_answers(base, &["handlers", "getgoodsinfo"]),
            ..Own::PLAIN
        }),
        &[
            Refusal::row(&GETGOODSINFO_FAILED).under(&NO_PROMISE, "failed"),
            Refusal::row(&GOODS_INFO_TYPE).under(&NO_PROMISE, "mistyped"),
        ],
    ),
    waivers: &[WAITS, Waiver { gap: &NO_PROMISE, when: |_| true, readings: &["accepted"] }],
    ..Rule::PLAIN
};

/// An object.
pub(super) static OBJECT: Rule = Rule {
    id: "pay-button/getgoodsinfo/object",
    says: Words::new(
        "the promise of bind:getgoodsinfo must resolve with an object",
        "bind:getgoodsinfo 的 promise 必须 resolve 对象",
    ),
    cites: &[
        cite("bind:getgoodsinfo 说明", "需要返回 promise", "将商品信息作为返回值传入 resolve 函数"),
        error("21512", "bind:getgoodsinfo 传入数据类型错误"),
        SINCE,
    ],
    since: FIRST,
    scope: buys,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| match first_reply(at, "getgoodsinfo") {
                Some(Reply::Resolves(value)) => Standing::kept(value.type_of() == Type::Object),
                _ => Standing::Apart,
            },
            about: &[About::Field(&["handlers", "getgoodsinfo"])],
            breaks: |_| {
                let wrong =
                    [Value::Undefined, Value::Null, "goods".into(), 1.into(), Value::Array(Vec::new())];
                wrong
                    .map(|v| Patch::default().and_at(&["handlers", "getgoodsinfo", "resolves"], Some(v)))
                    .to_vec()
            },
            ..Own::PLAIN
        }),
        &cause(&GOODS_INFO_TYPE),
    ),
    waivers: &[
        WAITS,
        Waiver {
            gap: &LIBRARY_NOTHING,
            when: |at| {
                buys_from_library(at)
                    && resolved(at, "getgoodsinfo")
                        .is_some_and(|v| matches!(v, Value::Undefined | Value::Null))
            },
            readings: &["accepted"],
        },
    ],
    ..Rule::PLAIN
};

/// Not tapped before it settles.
pub(super) static IN_TIME: Rule = Rule {
    id: "pay-button/getgoodsinfo/in-time",
    says: Words::new(
        "a tap while the goods information is on its way is told as 21513",
        "获取商品信息过程中点击按钮,报 21513",
    ),
    cites: &[error("21513", "点击按钮后触发,获取商品信息中"), SINCE],
    since: FIRST,
    scope: |at| buys(at) && taps(at),
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| {
                Standing::kept(
                    first_reply(at, "getgoodsinfo") != Some(&Reply::Never) || fails(at, "getgoodsinfo"),
                )
            },
            about: &[About::Field(&["handlers", "getgoodsinfo"])],
            breaks: |_| vec![script(&["handlers", "getgoodsinfo"], Reply::Never)],
            ..Own::PLAIN
        }),
        &[Refusal::row(&STILL_LOADING)],
    ),
    ..Rule::PLAIN
};

/// Not given below their version.
pub(super) static NEWER_MEMBERS: Rule = Rule {
    id: "pay-button/getgoodsinfo/newer-members",
    says: Words::new(
        "tradeOption and marketingVersion are supported from base library 2.76.0.0 only",
        "tradeOption、marketingVersion 自基础库 2.76.0.0 起才支持",
    ),
    cites: &[info("tradeOption", "2.76.0.0"), info("marketingVersion", "2.76.0.0"), SINCE],
    since: FIRST,
    scope: buys,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| {
                let given =
                    |name| !at.field("handlers").get("getgoodsinfo").get("resolves").get(name).is_undefined();
                Standing::kept(at.has(TRADE) || !(given("tradeOption") || given("marketingVersion")))
            },
            about: &[
                About::Fact(&BASE_LIBRARY),
                About::Field(&["handlers", "getgoodsinfo", "resolves", "tradeOption"]),
                About::Field(&["handlers", "getgoodsinfo", "resolves", "marketingVersion"]),
            ],
            edges: |_| {
                vec![
                    at_library("2.76.0.0", "marketingVersion", 2),
                    at_library("2.76.0.0", "tradeOption", Object::new()),
                ]
            },
            openings: |_| {
                vec![
                    at_library("2.75.9.9", "marketingVersion", 2),
                    at_library("2.75.9.9", "marketingVersion", "x"),
                    at_library("2.43.0.0", "tradeOption", Object::new()),
                ]
            },
            literals: &["2.76.0.0"],
            ..Own::PLAIN
        }),
        &[Refusal::row(&SOME_ERROR)],
    ),
    waivers: &[WAITS, Waiver { gap: &NEWER_INFO, when: |_| true, readings: &["ignored"] }],
    ..Rule::PLAIN
};

fn goods_id(id: &'static str) -> Patch {
    let buys = Patch::default().and_at(&["properties", "goods-id"], Some(id.into()));
    buys.and_at(&["properties", "mode"], Some(2.into()))
}

fn at_library(version: &'static str, name: &'static str, value: impl Into<Value>) -> Patch {
    Patch::fact(&BASE_LIBRARY, version)
        .and_at(&["handlers", "getgoodsinfo", "resolves", name], Some(value.into()))
}
