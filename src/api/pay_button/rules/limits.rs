//! `minLimits` and `maxLimits`: how many pieces one order may take.

use crate::api::pay_button::gaps::LIMITS_RANGE;
use crate::api::pay_button::goods::{LEAST, MOST, limits};
use crate::api::pay_button::outcomes::GOODS_INFO_TYPE;
use crate::api::pay_button::scene::{
    FIRST, buys, gives_info, is_outside_the_limits, resolved, submits_an_order,
};
use crate::api::world::ORDER_QUANTITY;
use crate::ground::{Type, Value};
use crate::spec::{
    About, At, Bend, Check, Demand, Kind, Patch, Promise, Rule, Standing, Trace, Waiver, Words,
};

use super::{
    SINCE, WAITS, cause, cite, edit_page, error, info, makes_no_order, order_all_the_same, order_page,
};

/// A number.
pub(super) static LEAST_TYPE: Rule = Rule {
    id: "pay-button/limits/least-type",
    says: Words::new("minLimits must be a number", "minLimits 必须是数字"),
    cites: &[
        info("minLimits", "number"),
        error("21512", "bind:getgoodsinfo 传入数据类型错误"),
        error("21514", "点击按钮后触发,获取商品信息失败"),
        SINCE,
    ],
    since: FIRST,
    scope: gives_info,
    check: Check::Demand(
        Demand::Typed(&["handlers", "getgoodsinfo", "resolves", "minLimits"], Type::Number),
        &cause(&GOODS_INFO_TYPE),
    ),
    waivers: &[WAITS],
    ..Rule::PLAIN
};

/// Within the bounds.
pub(super) static LEAST_RANGE: Rule = Rule {
    id: "pay-button/limits/least-range",
    says: Words::new("minLimits must be a whole number from 1 to 99999", "minLimits 必须是 1 - 99999 的整数"),
    cites: &[
        info("minLimits", "范围是 1 - 99999"),
        error("21512", "bind:getgoodsinfo 传入数据类型错误"),
        error("21514", "点击按钮后触发,获取商品信息失败"),
        SINCE,
    ],
    since: FIRST,
    scope: gives_info,
    check: Check::Demand(
        Demand::WholeWithin(&["handlers", "getgoodsinfo", "resolves", "minLimits"], 1, 99_999),
        &cause(&GOODS_INFO_TYPE),
    ),
    waivers: &[
        WAITS,
        Waiver { gap: &LIMITS_RANGE, when: |at| is_whole(at, "minLimits"), readings: &["clamped"] },
    ],
    ..Rule::PLAIN
};

/// A number.
pub(super) static MOST_TYPE: Rule = Rule {
    id: "pay-button/limits/most-type",
    says: Words::new("maxLimits must be a number", "maxLimits 必须是数字"),
    cites: &[
        info("maxLimits", "number"),
        error("21512", "bind:getgoodsinfo 传入数据类型错误"),
        error("21514", "点击按钮后触发,获取商品信息失败"),
        SINCE,
    ],
    since: FIRST,
    scope: gives_info,
    check: Check::Demand(
        Demand::Typed(&["handlers", "getgoodsinfo", "resolves", "maxLimits"], Type::Number),
        &cause(&GOODS_INFO_TYPE),
    ),
    waivers: &[WAITS],
    ..Rule::PLAIN
};

/// Within the bounds.
pub(super) static MOST_RANGE: Rule = Rule {
    id: "pay-button/limits/most-range",
    says: Words::new("maxLimits must be a whole number from 1 to 99999", "maxLimits 必须是 1 - 99999 的整数"),
    cites: &[
        info("maxLimits", "范围是 1 - 99999"),
        error("21512", "bind:getgoodsinfo 传入数据类型错误"),
        error("21514", "点击按钮后触发,获取商品信息失败"),
        SINCE,
    ],
    since: FIRST,
    scope: gives_info,
    check: Check::Demand(
        Demand::WholeWithin(&["handlers", "getgoodsinfo", "resolves", "maxLimits"], 1, 99_999),
        &cause(&GOODS_INFO_TYPE),
    ),
    waivers: &[
        WAITS,
        Waiver { gap: &LIMITS_RANGE, when: |at| is_whole(at, "maxLimits"), readings: &["clamped"] },
    ],
    ..Rule::PLAIN
};

/// Defaults filled in, and converted.
pub(super) static CONVERTED: Rule = Rule {
    id: "pay-button/limits/converted",
    says: Words::new(
        "minLimits defaults to 1 and maxLimits to 99999; where minLimits is not below maxLimits, both become maxLimits",
        "minLimits 默认 1,maxLimits 默认 99999;minLimits 不小于 maxLimits 时二者均转换为 maxLimits",
    ),
    cites: &[
        info("minLimits", "1"),
        info("maxLimits", "99999"),
        cite("Bug & Tip", "Tip:minLimits 应小于", "均转换为 maxLimits"),
        SINCE,
    ],
    since: FIRST,
    scope: buys,
    about: &[About::Field(&["handlers", "getgoodsinfo"])],
    check: Check::Promise(Promise {
        holds: |at, trace| {
            let Some(page) = order_page(trace) else { return Standing::Apart };
            let given = resolved(at, "getgoodsinfo").unwrap_or(&Value::Undefined);
            let Some((least, most)) = limits(at, given) else {
                // Limits out of range are refused or clamped: a page that shows them as they are does neither.
                let unclamped = |name: &str| {
                    given
                        .get(name)
                        .as_whole()
                        .is_some_and(|n| !(LEAST..=MOST).contains(&n) && page.get(name).as_whole() == Some(n))
                };
                let shown = unclamped("minLimits") || unclamped("maxLimits");
                return if shown { Standing::Broken } else { Standing::Apart };
            };
            let shows = |name: &str, n| page.get(name).as_whole() == Some(n);
            Standing::kept(shows("minLimits", least) && shows("maxLimits", most))
        },
        needs: &[Kind::Shown],
        stages: |_| {
            vec![
                of(None, None),
                of(Some(3), None),
                of(None, Some(5)),
                of(Some(5), Some(2)),
                of(Some(6), Some(5)),
                of(Some(5), Some(5)),
                of(Some(1), Some(99_999)),
                of(Some(99_999), Some(1)),
                of(Some(0), None),
                of(None, Some(100_000)),
            ]
        },
        bends: &[
            Bend {
                id: "no-least-default",
                bend: |at, trace| set_limits(at, trace, |least, most, _| (least.unwrap_or(0), most)),
            },
            Bend {
                id: "no-most-default",
                bend: |at, trace| {
                    set_limits(at, trace, |least, most, given| {
                        (least.unwrap_or(1), given.unwrap_or(99).max(most.min(99)))
                    });
                },
            },
            Bend {
                id: "swaps-them",
                bend: |at, trace| {
                    set_limits(at, trace, |least, most, _| {
                        (least.unwrap_or(1).min(most), most.max(least.unwrap_or(1)))
                    });
                },
            },
            Bend {
                id: "converts-to-least",
                bend: |at, trace| {
                    set_limits(at, trace, |least, most, _| {
                        (least.unwrap_or(1), most.max(least.unwrap_or(1)))
                    });
                },
            },
            Bend {
                id: "does-not-convert",
                bend: |at, trace| set_limits(at, trace, |least, most, _| (least.unwrap_or(1), most)),
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// A quantity within them.
pub(super) static QUANTITY: Rule = Rule {
    id: "pay-button/limits/quantity",
    says: Words::new(
        "no order is made for a quantity outside the limits",
        "份数超出起购与限购范围时不能下单",
    ),
    cites: &[
        info("minLimits", "起购份数"),
        info("maxLimits", "限购份数"),
        error("21518", "订单数据错误,无法生成订单"),
        SINCE,
    ],
    since: FIRST,
    scope: |at| submits_an_order(at) && is_outside_the_limits(at),
    about: &[About::Fact(&ORDER_QUANTITY), About::Field(&["handlers", "getgoodsinfo"])],
    check: Check::Promise(Promise {
        holds: |_, trace| makes_no_order(trace),
        needs: &[Kind::Shown, Kind::Sent],
        stages: |_| {
            let within = [(1, 1, 2), (2, 1, 2), (3, 3, 9), (9, 3, 9), (5, 6, 5)];
            let outside = [(3, 1, 2), (2, 3, 9), (10, 3, 9), (4, 6, 5), (100_000, 1, 2)];
            let asking = |(n, least, most)| of(Some(least), Some(most)).and_fact(&ORDER_QUANTITY, n);
            within.into_iter().chain(outside).map(asking).collect()
        },
        bends: &[Bend { id: "orders-all-the-same", bend: |_, trace| order_all_the_same(trace) }],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

fn is_whole(at: &At<'_>, name: &str) -> bool {
    at.field("handlers").get("getgoodsinfo").get("resolves").get(name).as_whole().is_some()
}

fn of(least: Option<i32>, most: Option<i32>) -> Patch {
    Patch::default()
        .and_at(&["handlers", "getgoodsinfo", "resolves", "minLimits"], least.map(Value::from))
        .and_at(&["handlers", "getgoodsinfo", "resolves", "maxLimits"], most.map(Value::from))
}

/// Shows other limits, made of the least that was given, the most with its default, and the most that was given.
fn set_limits(at: &At<'_>, trace: &mut Trace, made: fn(Option<i64>, i64, Option<i64>) -> (i64, i64)) {
    let given = |name: &str| at.field("handlers").get("getgoodsinfo").get("resolves").get(name).as_whole();
    let most = given("maxLimits");
    let (least, most) = made(given("minLimits"), most.unwrap_or(99_999), most);
    #[expect(clippy::cast_precision_loss, reason = "limits are small")]
    let (least, most) = (least as f64, most as f64);
    edit_page(trace, |page| {
        page.set("minLimits", least);
        page.set("maxLimits", most);
    });
}
