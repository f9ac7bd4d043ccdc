//! `currentPrice`: what one piece costs, in fen.

use crate::api::pay_button::outcomes::GOODS_INFO_TYPE;
use crate::api::pay_button::scene::{FIRST, gives_info, gives_info_on_own_goods, goods_type};
use crate::ground::Type;
use crate::spec::{About, Bend, Check, Demand, Kind, Own, Promise, Rule, Words};

use super::{
    LIBRARY, LIBRARY_NEEDS_NONE, SINCE, WAITS, cause, edit_page, error, given, info, page_shows, without,
};

/// Given for goods outside the library.
pub(super) static REQUIRED: Rule = Rule {
    id: "pay-button/current-price/required",
    says: Words::new(
        "currentPrice must be given for goods outside the library",
        "非商品库商品必须传 currentPrice",
    ),
    cites: &[
        info("currentPrice", "非商品库商品必传"),
        error("21512", "bind:getgoodsinfo 传入数据类型错误"),
        error("21514", "点击按钮后触发,获取商品信息失败"),
        SINCE,
    ],
    since: FIRST,
    scope: |at| gives_info(at) && goods_type(at).is_some(),
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| given(at, "currentPrice"),
            about: &[About::Field(&["handlers", "getgoodsinfo", "resolves", "currentPrice"])],
            breaks: |_| without(&["handlers", "getgoodsinfo", "resolves", "currentPrice"]),
            literals: &["currentPrice"],
            ..Own::PLAIN
        }),
        &cause(&GOODS_INFO_TYPE),
    ),
    waivers: &[WAITS, LIBRARY_NEEDS_NONE],
    ..Rule::PLAIN
};

/// A number.
pub(super) static TYPE: Rule = Rule {
    id: "pay-button/current-price/type",
    says: Words::new("currentPrice must be a number", "currentPrice 必须是数字"),
    cites: &[
        info("currentPrice", "number"),
        error("21512", "bind:getgoodsinfo 传入数据类型错误"),
        error("21514", "点击按钮后触发,获取商品信息失败"),
        SINCE,
    ],
    since: FIRST,
    scope: gives_info,
    check: Check::Demand(
        Demand::Typed(&["handlers", "getgoodsinfo", "resolves", "currentPrice"], Type::Number),
        &cause(&GOODS_INFO_TYPE),
    ),
    waivers: &[WAITS, LIBRARY],
    ..Rule::PLAIN
};

/// A whole number of fen within the bounds.
pub(super) static RANGE: Rule = Rule {
    id: "pay-button/current-price/range",
    says: Words::new(
        "currentPrice must be a whole number of fen from 1 to 999999999",
        "currentPrice 单位为分,必须是 1 - 999999999 的整数",
    ),
    cites: &[
        info("currentPrice", "价格范围是 1 - 999999999"),
        error("21512", "bind:getgoodsinfo 传入数据类型错误"),
        error("21514", "点击按钮后触发,获取商品信息失败"),
        SINCE,
    ],
    since: FIRST,
    scope: gives_info,
    check: Check::Demand(
        Demand::WholeWithin(&["handlers", "getgoodsinfo", "resolves", "currentPrice"], 1, 999_999_999),
        &cause(&GOODS_INFO_TYPE),
    ),
    waivers: &[WAITS, LIBRARY],
    ..Rule::PLAIN
};

/// Shown on the order page.
pub(super) static SHOWN: Rule = Rule {
    id: "pay-button/current-price/shown",
    says: Words::new(
        "the order page shows currentPrice as the page gave it",
        "提单页按页面传入的 currentPrice 展示",
    ),
    cites: &[info("currentPrice", "非商品库商品必传"), SINCE],
    since: FIRST,
    scope: gives_info_on_own_goods,
    about: &[About::Field(&["handlers", "getgoodsinfo", "resolves", "currentPrice"])],
    check: Check::Promise(Promise {
        holds: |at, trace| page_shows(at, trace, "currentPrice", "price"),
        needs: &[Kind::Shown],
        bends: &[
            Bend { id: "drops-it", bend: |_, trace| edit_page(trace, |page| page.remove("price")) },
            Bend { id: "shows-another", bend: |_, trace| edit_page(trace, |page| page.set("price", 1)) },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};
