//! `orderAmount`: the price of an item in a direct purchase, in fen.

use crate::api::diamond::gaps::{AMOUNT_BOUNDS, AMOUNT_MISSING, ITEM_PARAMETER_OF_COINS, PART_OF_A_DIAMOND};
use crate::api::diamond::outcomes::{ILLEGAL, REFUSED, mistyped, misvalued};
use crate::api::diamond::scene::{ITEMS, Scene, buys_an_item, buys_coins, scene};
use crate::api::documents::FACTS;
use crate::ground::Type;
use crate::spec::{
    About, At, Basis, Bend, Check, Cite, Demand, Kind, Own, Patch, Promise, Refusal, Rule, Standing, Waiver,
    Words,
};

use super::buy_quantity::{scale_shown, shift_shown, shows_the_price};
use super::{TYPE_ERRORS, cite, parameter, refuse_type, refuse_value, should_be};

/// A number.
pub(super) static TYPE: Rule = Rule {
    id: "diamond/order-amount/type",
    says: Words::new("orderAmount must be a number", "orderAmount 必须是数字"),
    cites: &[parameter("orderAmount", "number"), parameter("orderAmount", "3.47.0"), TYPE_ERRORS],
    since: ITEMS,
    check: Check::Demand(
        Demand::Typed(&["orderAmount"], Type::Number),
        &[refuse_type(|at| should_be(at, "orderAmount", Type::Number))],
    ),
    waivers: &[Waiver { gap: &ITEM_PARAMETER_OF_COINS, when: buys_coins, readings: &["ignored"] }],
    ..Rule::PLAIN
};

/// Passed, where an item is bought.
pub(super) static REQUIRED: Rule = Rule {
    id: "diamond/order-amount/required",
    says: Words::new(
        "orderAmount must be passed where an item is bought directly",
        "道具直购场景必须传 orderAmount",
    ),
    cites: &[parameter("orderAmount", "goodType为道具直购场景时必传"), parameter("orderAmount", "3.47.0")],
    since: ITEMS,
    scope: buys_an_item,
    about: &[About::Field(&["goodType"])],
    check: Check::Demand(
        Demand::Present(&["orderAmount"]),
        &[
            refuse_type(|at| mistyped("orderAmount", Type::Number, at.field("orderAmount").type_of()))
                .under(&AMOUNT_MISSING, "mistyped"),
            Refusal::row(&ILLEGAL).under(&AMOUNT_MISSING, "illegal"),
        ],
    ),
    ..Rule::PLAIN
};

/// A whole number of fen above zero.
pub(super) static WHOLE_FEN: Rule = Rule {
    id: "diamond/order-amount/whole-fen",
    says: Words::new(
        "orderAmount must be a whole number of fen above zero",
        "orderAmount 单位为分,必须是正整数",
    ),
    cites: &[
        parameter("orderAmount", "代表道具现金价格,单位为【分】"),
        parameter("orderAmount", "3.47.0"),
        cite("错误码", "-15002", "请求参数不合法"),
    ],
    since: ITEMS,
    scope: checks_parameters_of_items,
    check: Check::Demand(Demand::WholeFrom(&["orderAmount"], 1), &refuse_value(|_| misvalued("orderAmount"))),
    ..Rule::PLAIN
};

/// Below a bound, if there is one.
pub(super) static BOUNDS: Rule = Rule {
    id: "diamond/order-amount/bounds",
    says: Words::new(
        "orderAmount may have an upper bound above the highest price tier; none is known",
        "orderAmount 高于最高价格档位时可能受限;未见明文",
    ),
    cites: &[
        Cite {
            document: FACTS,
            section: "## openAwemeCustomerService",
            row: "- `orderAmount`",
            words: "no bounds known (official)",
        },
        parameter("orderAmount", "3.47.0"),
    ],
    basis: Basis::Official,
    since: ITEMS,
    scope: buys_an_item,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| match at.field("orderAmount").as_whole() {
                Some(fen) => Standing::kept(fen <= HIGHEST_TIER),
                None => Standing::Apart,
            },
            about: &[About::Field(&["orderAmount"])],
            edges: |_| vec![Patch::set("orderAmount", 299_800)],
            openings: |_| vec![Patch::set("orderAmount", 299_810), Patch::set("orderAmount", 1_000_000_000)],
            ..Own::PLAIN
        }),
        &[Refusal::row(&REFUSED)],
    ),
    waivers: &[Waiver { gap: &AMOUNT_BOUNDS, when: |_| true, readings: &["unbounded"] }],
    ..Rule::PLAIN
};

/// 2998 yuan, in fen.
const HIGHEST_TIER: i64 = 299_800;

/// A whole number of diamonds, if parts of one are refused.
pub(super) static WHOLE_DIAMONDS: Rule = Rule {
    id: "diamond/order-amount/whole-diamonds",
    says: Words::new(
        "orderAmount comes out as a whole number of diamonds, if parts of a diamond are refused",
        "若不接受不足整钻的金额,orderAmount 须能换算为整数钻石",
    ),
    cites: &[
        cite("buyQuantity 说明", "- •汇率转换说明", "平台按 1:10 汇率自动转换"),
        parameter("orderAmount", "单位为【分】"),
        parameter("orderAmount", "3.47.0"),
    ],
    since: ITEMS,
    scope: buys_an_item,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| {
                let whole = |n: i64| n <= 0 || n % 10 == 0;
                at.field("orderAmount").as_whole().map_or(Standing::Apart, |n| Standing::kept(whole(n)))
            },
            about: &[About::Field(&["orderAmount"])],
            edges: |_| vec![Patch::set("orderAmount", 20)],
            openings: |_| vec![Patch::set("orderAmount", 15), Patch::set("orderAmount", 1)],
            ..Own::PLAIN
        }),
        &[Refusal::row(&REFUSED)],
    ),
    waivers: &[Waiver { gap: &PART_OF_A_DIAMOND, when: |_| true, readings: &["fractional", "rounded"] }],
    ..Rule::PLAIN
};

/// The desk shows the amount.
pub(super) static DESK_PRICE: Rule = Rule {
    id: "diamond/order-amount/desk-price",
    says: Words::new("the desk asks for orderAmount fen", "收银台展示的金额等于 orderAmount(分)"),
    cites: &[parameter("orderAmount", "代表道具现金价格,单位为【分】"), parameter("orderAmount", "3.47.0")],
    since: ITEMS,
    scope: buys_an_item,
    about: &[About::Field(&["orderAmount"])],
    check: Check::Promise(Promise {
        holds: |at, trace| shows_the_price(at, trace),
        needs: &[Kind::Shown, Kind::Called],
        stages: |_| [10, 100, 12_340, 299_800].map(|fen| Patch::set("orderAmount", fen)).to_vec(),
        bends: &[
            Bend { id: "no-desk", bend: |_, trace| trace.0.retain(|e| e.kind != Kind::Shown) },
            Bend { id: "takes-it-for-yuan", bend: |_, trace| scale_shown(trace, "fen", 100.0) },
            Bend { id: "shows-a-fen-less", bend: |_, trace| shift_shown(trace, "fen", -1.0) },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// Whether the parameters of the item scene are checked: where an item is bought, and perhaps where they are passed although coins are.
pub(super) fn checks_parameters_of_items(at: &At<'_>) -> bool {
    let passed = || !at.field("orderAmount").is_undefined() || !at.field("goodName").is_undefined();
    match scene(at) {
        Scene::Item => true,
        Scene::Coins => passed() && at.reading(&ITEM_PARAMETER_OF_COINS) == "checked",
        Scene::Neither => false,
    }
}
