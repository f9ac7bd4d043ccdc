//! `goodsName`: the name of the goods.

use crate::api::pay_button::outcomes::GOODS_INFO_TYPE;
use crate::api::pay_button::scene::{FIRST, gives_info, gives_info_on_own_goods, goods_type};
use crate::ground::Type;
use crate::spec::{About, Bend, Check, Demand, Kind, Own, Promise, Rule, Words};

use super::{
    LIBRARY, LIBRARY_NEEDS_NONE, SINCE, WAITS, cause, cite, edit_page, error, given, info, page_shows,
    without,
};

/// Given for goods outside the library.
pub(super) static REQUIRED: Rule = Rule {
    id: "pay-button/goods-name/required",
    says: Words::new("goodsName must be given for goods outside the library", "非商品库商品必须传 goodsName"),
    cites: &[
        info("goodsName", "非商品库商品必传"),
        error("21512", "bind:getgoodsinfo 传入数据类型错误"),
        error("21514", "点击按钮后触发,获取商品信息失败"),
        SINCE,
    ],
    since: FIRST,
    scope: |at| gives_info(at) && goods_type(at).is_some(),
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| given(at, "goodsName"),
            about: &[About::Field(&["handlers", "getgoodsinfo", "resolves", "goodsName"])],
            breaks: |_| without(&["handlers", "getgoodsinfo", "resolves", "goodsName"]),
            literals: &["goodsName"],
            ..Own::PLAIN
        }),
        &cause(&GOODS_INFO_TYPE),
    ),
    waivers: &[WAITS, LIBRARY_NEEDS_NONE],
    ..Rule::PLAIN
};

/// A string.
pub(super) static TYPE: Rule = Rule {
    id: "pay-button/goods-name/type",
    says: Words::new("goodsName must be a string", "goodsName 必须是字符串"),
    cites: &[
        info("goodsName", "string"),
        error("21512", "bind:getgoodsinfo 传入数据类型错误"),
        error("21514", "点击按钮后触发,获取商品信息失败"),
        SINCE,
    ],
    since: FIRST,
    scope: gives_info,
    check: Check::Demand(
        Demand::Typed(&["handlers", "getgoodsinfo", "resolves", "goodsName"], Type::String),
        &cause(&GOODS_INFO_TYPE),
    ),
    waivers: &[WAITS, LIBRARY],
    ..Rule::PLAIN
};

/// 1 to 256 bytes.
pub(super) static LENGTH: Rule = Rule {
    id: "pay-button/goods-name/length",
    says: Words::new(
        "goodsName must have 1 to 256 bytes of UTF-8",
        "goodsName 的长度为 [1, 256] 字节(UTF-8)",
    ),
    cites: &[
        info("goodsName", "字段长度为区间值 [1, 256] 字节"),
        error("21512", "bind:getgoodsinfo 传入数据类型错误"),
        error("21514", "点击按钮后触发,获取商品信息失败"),
        SINCE,
        cite("Bug & Tip", "Tip:字符串是", "一个汉字 3 个字节"),
    ],
    since: FIRST,
    scope: gives_info,
    check: Check::Demand(
        Demand::Bytes(&["handlers", "getgoodsinfo", "resolves", "goodsName"], 1, 256, ""),
        &cause(&GOODS_INFO_TYPE),
    ),
    waivers: &[WAITS, LIBRARY],
    ..Rule::PLAIN
};

/// Shown on the order page.
pub(super) static SHOWN: Rule = Rule {
    id: "pay-button/goods-name/shown",
    says: Words::new(
        "the order page shows goodsName as the page gave it",
        "提单页按页面传入的 goodsName 展示",
    ),
    cites: &[info("goodsName", "非商品库商品必传"), SINCE],
    since: FIRST,
    scope: gives_info_on_own_goods,
    about: &[About::Field(&["handlers", "getgoodsinfo", "resolves", "goodsName"])],
    check: Check::Promise(Promise {
        holds: |at, trace| page_shows(at, trace, "goodsName", "name"),
        needs: &[Kind::Shown],
        bends: &[
            Bend { id: "drops-it", bend: |_, trace| edit_page(trace, |page| page.remove("name")) },
            Bend { id: "shows-another", bend: |_, trace| edit_page(trace, |page| page.set("name", "other")) },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};
