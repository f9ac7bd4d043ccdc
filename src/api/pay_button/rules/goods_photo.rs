//! `goodsPhoto`: the address of a photo of the goods.

use crate::api::pay_button::gaps::{PHOTO_CASE, PHOTO_NO_EXTENSION, PHOTO_TYPE};
use crate::api::pay_button::outcomes::GOODS_INFO_TYPE;
use crate::api::pay_button::scene::{FIRST, gives_info, gives_info_on_own_goods, goods_type};
use crate::ground::Type;
use crate::spec::{
    About, At, Bend, Check, Demand, Kind, Own, Patch, Promise, Rule, Standing, Variant, Words,
};

use super::{
    LIBRARY, LIBRARY_NEEDS_NONE, SINCE, WAITS, cause, cite, edit_page, error, given, info, page_shows,
    without,
};

/// Given for goods outside the library.
pub(super) static REQUIRED: Rule = Rule {
    id: "pay-button/goods-photo/required",
    says: Words::new(
        "goodsPhoto must be given for goods outside the library",
        "非商品库商品必须传 goodsPhoto",
    ),
    cites: &[
        info("goodsPhoto", "非商品库商品必传"),
        error("21512", "bind:getgoodsinfo 传入数据类型错误"),
        error("21514", "点击按钮后触发,获取商品信息失败"),
        SINCE,
    ],
    since: FIRST,
    scope: |at| gives_info(at) && goods_type(at).is_some(),
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| given(at, "goodsPhoto"),
            about: &[About::Field(&["handlers", "getgoodsinfo", "resolves", "goodsPhoto"])],
            breaks: |_| without(&["handlers", "getgoodsinfo", "resolves", "goodsPhoto"]),
            literals: &["goodsPhoto"],
            ..Own::PLAIN
        }),
        &cause(&GOODS_INFO_TYPE),
    ),
    waivers: &[WAITS, LIBRARY_NEEDS_NONE],
    ..Rule::PLAIN
};

/// A string.
pub(super) static TYPE: Rule = Rule {
    id: "pay-button/goods-photo/type",
    says: Words::new("goodsPhoto must be a string", "goodsPhoto 必须是字符串"),
    cites: &[
        info("goodsPhoto", "string"),
        error("21512", "bind:getgoodsinfo 传入数据类型错误"),
        error("21514", "点击按钮后触发,获取商品信息失败"),
        SINCE,
    ],
    since: FIRST,
    scope: gives_info,
    check: Check::Demand(
        Demand::Typed(&["handlers", "getgoodsinfo", "resolves", "goodsPhoto"], Type::String),
        &cause(&GOODS_INFO_TYPE),
    ),
    waivers: &[WAITS, LIBRARY],
    ..Rule::PLAIN
};

/// 1 to 512 bytes.
pub(super) static LENGTH: Rule = Rule {
    id: "pay-button/goods-photo/length",
    says: Words::new(
        "goodsPhoto must have 1 to 512 bytes of UTF-8",
        "goodsPhoto 的长度为 [1, 512] 字节(UTF-8)",
    ),
    cites: &[
        info("goodsPhoto", "字段长度为 [1, 512] 字节"),
        error("21512", "bind:getgoodsinfo 传入数据类型错误"),
        error("21514", "点击按钮后触发,获取商品信息失败"),
        SINCE,
        cite("Bug & Tip", "Tip:字符串是", "一个汉字 3 个字节"),
    ],
    since: FIRST,
    scope: gives_info,
    check: Check::Demand(
        Demand::Bytes(&["handlers", "getgoodsinfo", "resolves", "goodsPhoto"], 1, 512, ".jpg"),
        &cause(&GOODS_INFO_TYPE),
    ),
    waivers: &[WAITS, LIBRARY],
    ..Rule::PLAIN
};

/// Shown on the order page.
pub(super) static SHOWN: Rule = Rule {
    id: "pay-button/goods-photo/shown",
    says: Words::new(
        "the order page shows goodsPhoto as the page gave it",
        "提单页按页面传入的 goodsPhoto 展示",
    ),
    cites: &[info("goodsPhoto", "非商品库商品必传"), SINCE],
    since: FIRST,
    scope: gives_info_on_own_goods,
    about: &[About::Field(&["handlers", "getgoodsinfo", "resolves", "goodsPhoto"])],
    check: Check::Promise(Promise {
        holds: |at, trace| page_shows(at, trace, "goodsPhoto", "photo"),
        needs: &[Kind::Shown],
        bends: &[
            Bend { id: "drops-it", bend: |_, trace| edit_page(trace, |page| page.remove("photo")) },
            Bend {
                id: "shows-another",
                bend: |_, trace| edit_page(trace, |page| page.set("photo", "other")),
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// jpg, jpeg, gif or webp.
pub(super) static IMAGE_TYPE: Rule = Rule {
    id: "pay-button/goods-photo/image-type",
    says: Words::new("the photo must be a jpg, jpeg, gif or webp", "图片类型只能是 jpg、jpeg、gif、webp"),
    cites: &[
        info("goodsPhoto", "图片类型支持 jpg、jpeg、gif、webp"),
        error("21512", "bind:getgoodsinfo 传入数据类型错误"),
        error("21514", "点击按钮后触发,获取商品信息失败"),
        cite("bind:getgoodsinfo 说明", "// bind:getgoodsinfo 使用示例", ".jpeg?from=3303174740"),
        SINCE,
    ],
    since: FIRST,
    scope: gives_info,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| of_type(at, &["jpg", "jpeg", "gif", "webp"]),
            about: &[About::Field(&["handlers", "getgoodsinfo", "resolves", "goodsPhoto"])],
            edges: |_| {
                ["a.jpg", "https://example.com/a.jpeg?from=1.png", "x/a.gif", "a.webp", "a.png.jpg"]
                    .map(photo)
                    .to_vec()
            },
            breaks: |_| {
                ["a.png", "https://example.com/a.svg?x=a.jpg", "a.bmp", "a.jpg.png", "a.", "a.jpg~noop"]
                    .map(photo)
                    .to_vec()
            },
            openings: |_| ["a", "https://example.com/a?x=1", "a.JPG"].map(photo).to_vec(),
            literals: &["jpg", "jpeg", "gif", "webp"],
            variants: &[
                Variant { id: "drops-jpg", judge: |at| of_type(at, &["jpeg", "gif", "webp"]) },
                Variant { id: "drops-jpeg", judge: |at| of_type(at, &["jpg", "gif", "webp"]) },
                Variant { id: "drops-gif", judge: |at| of_type(at, &["jpg", "jpeg", "webp"]) },
                Variant { id: "drops-webp", judge: |at| of_type(at, &["jpg", "jpeg", "gif"]) },
                Variant { id: "adds-png", judge: |at| of_type(at, &["jpg", "jpeg", "gif", "webp", "png"]) },
                Variant {
                    id: "reads-the-query",
                    judge: |at| {
                        Standing::kept(
                            address(at).is_none_or(|s| s.rsplit('.').next() != Some("png") && s.len() > 1),
                        )
                    },
                },
            ],
            ..Own::PLAIN
        }),
        &cause(&GOODS_INFO_TYPE),
    ),
    waivers: &[WAITS, LIBRARY],
    ..Rule::PLAIN
};

fn address<'a>(at: &At<'a>) -> Option<&'a str> {
    at.field("handlers")
        .get("getgoodsinfo")
        .get("resolves")
        .get("goodsPhoto")
        .as_str()
        .filter(|s| !s.is_empty())
}

/// Whether the path of the address ends in a known type, where the type is told by that.
fn of_type(at: &At<'_>, known: &[&str]) -> Standing {
    let Some(address) = address(at) else { return Standing::Apart };
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let name = path.rsplit('/').next().unwrap_or_default();
    let end = name.rsplit_once('.').map(|(_, end)| end);
    if end.is_some_and(|end| known.contains(&end)) {
        return Standing::Holds;
    }
    match end {
        None => Standing::kept(at.reading(&PHOTO_NO_EXTENSION) == "accepted"),
        Some(end) if known.contains(&end.to_ascii_lowercase().as_str()) => {
            Standing::kept(at.reading(&PHOTO_CASE) == "accepted")
        }
        Some(_) => Standing::kept(at.reading(&PHOTO_TYPE) == "content"),
    }
}

fn photo(address: &'static str) -> Patch {
    Patch::default().and_at(&["handlers", "getgoodsinfo", "resolves", "goodsPhoto"], Some(address.into()))
}
