//! (long: the tiers and how they are missed) `buyQuantity`: how many game coins, and the price tiers that they must hit.

use crate::api::diamond::gaps::{
    DIAMONDS_OF_ITEM, DIAMONDS_WITHOUT_CURRENCY, PART_OF_A_COIN, PART_OF_A_DIAMOND, PRICE_UNSET,
    QUANTITY_OF_ITEM, TIER_CODE,
};
use crate::api::diamond::order::{fen, yuan_of_coins};
use crate::api::diamond::outcomes::{ILLEGAL, INTERNAL, QUANTITY, REFUSED, mistyped};
use crate::api::diamond::scene::{FIRST, Scene, buys_an_item, buys_coins, is_missing, scene};
use crate::api::documents::FACTS;
use crate::api::world::COIN_PRICE;
use crate::ground::{Decimal, Type, Value};
use crate::spec::{
    About, At, Basis, Bend, Case, Check, Cite, Demand, Draw, Kind, Own, Patch, Plain, Promise, Refusal, Rule,
    Standing, Trace, Variant, Waiver, Words,
};

use super::{TYPE_ERRORS, cite, parameter, refuse_type, should_be};

/// The price tiers, in yuan.
pub const TIERS: &[i64] = &[
    1, 3, 6, 8, 12, 18, 25, 30, 40, 45, 50, 60, 68, 73, 78, 88, 98, 108, 118, 128, 148, 168, 188, 198, 328,
    648, 998, 1288, 1998, 2998,
];

/// Coin prices to draw, in yuan: plain ones, ones that no double holds, and ones whose product with a quantity no double holds.
pub(in crate::api::diamond) const PRICES: &[&str] = &[
    "0.1", "1", "0.01", "0.07", "0.14", "0.035", "0.009", "0.56", "1.12", "0.3", "0.15", "2.5", "6", "0.0001",
];

/// A number.
pub(super) static TYPE: Rule = Rule {
    id: "diamond/buy-quantity/type",
    says: Words::new("buyQuantity must be a number", "buyQuantity 必须是数字"),
    cites: &[parameter("buyQuantity", "number"), TYPE_ERRORS],
    since: FIRST,
    check: Check::Demand(
        Demand::Typed(&["buyQuantity"], Type::Number),
        &[refuse_type(|at| should_be(at, "buyQuantity", Type::Number))],
    ),
    waivers: &[Waiver { gap: &QUANTITY_OF_ITEM, when: buys_an_item, readings: &["ignored"] }],
    ..Rule::PLAIN
};

/// Passed, where coins are bought.
pub(super) static REQUIRED: Rule = Rule {
    id: "diamond/buy-quantity/required",
    says: Words::new(
        "buyQuantity must be passed where game coins are bought",
        "游戏币场景必须传 buyQuantity",
    ),
    cites: &[
        cite("错误码", "99", "params.buyQuantity should be number, but got undefined"),
        parameter("buyQuantity", "游戏币购买数量"),
    ],
    since: FIRST,
    scope: buys_coins,
    about: &[About::Field(&["goodType"])],
    check: Check::Demand(
        Demand::Present(&["buyQuantity"]),
        &[refuse_type(|at| mistyped("buyQuantity", Type::Number, at.field("buyQuantity").type_of()))],
    ),
    ..Rule::PLAIN
};

/// Not passed, where an item is bought.
pub(super) static NOT_FOR_ITEMS: Rule = Rule {
    id: "diamond/buy-quantity/not-for-items",
    says: Words::new(
        "buyQuantity is not passed where an item is bought; what becomes of one that is, is open",
        "道具直购场景不传 buyQuantity;传了如何处理,文档未定",
    ),
    cites: &[
        parameter("buyQuantity", "游戏币购买数量"),
        Cite {
            document: FACTS,
            section: "## openAwemeCustomerService",
            row: "- `buyQuantity`",
            words: "not passed for item purchases (official)",
        },
    ],
    basis: Basis::Official,
    since: FIRST,
    scope: buys_an_item,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| Standing::kept(at.field("buyQuantity").is_undefined()),
            about: &[About::Field(&["buyQuantity"])],
            openings: |_| vec![Patch::set("buyQuantity", 600), Patch::set("buyQuantity", 7)],
            ..Own::PLAIN
        }),
        &[Refusal::row(&REFUSED)],
    ),
    waivers: &[Waiver { gap: &QUANTITY_OF_ITEM, when: |_| true, readings: &["ignored", "typed"] }],
    ..Rule::PLAIN
};

/// On a price tier.
pub(super) static PRICE_TIER: Rule = Rule {
    id: "diamond/buy-quantity/price-tier",
    says: Words::new(
        "buyQuantity times the coin price must be one of the 30 price tiers, exactly",
        "buyQuantity × 游戏币单价必须恰好等于 30 个限定价格等级之一",
    ),
    cites: &[
        cite("buyQuantity 说明", "限定价格等级(单位:元)", "1 3 6 8 12 18 25 30 40 45 50 60"),
        cite("buyQuantity 说明", "- •限制说明", "buyQuantity * 游戏币单价 = 限定价格等级"),
        cite("错误码", "-17006", "buyQuantity参数异常"),
    ],
    since: FIRST,
    scope: buys_coins,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: on_a_tier,
            about: &[About::Field(&["buyQuantity"]), About::Fact(&COIN_PRICE)],
            edges: every_tier,
            breaks: beside_the_tiers,
            openings: parts_of_a_coin,
            draw: Some(some_quantity),
            literals: &[
                "1", "3", "6", "8", "12", "18", "25", "30", "40", "45", "50", "60", "68", "73", "78", "88",
                "98", "108", "118", "128", "148", "168", "188", "198", "328", "648", "998", "1288", "1998",
                "2998",
            ],
            variants: VARIANTS,
        }),
        &[
            Refusal::row(&QUANTITY).under(&TIER_CODE, "quantity"),
            Refusal::row(&ILLEGAL).under(&TIER_CODE, "illegal"),
        ],
    ),
    ..Rule::PLAIN
};

/// A price is configured.
pub(super) static PRICED: Rule = Rule {
    id: "diamond/buy-quantity/priced",
    says: Words::new(
        "the developer sets the price of a coin; without one no quantity hits a tier",
        "游戏币单价由开发者在“支付设置”中设置;未设置则任何数量都不符合档位",
    ),
    cites: &[parameter("buyQuantity", "开发者可以在开发者平台的“支付设置”tab 设置游戏币单价")],
    since: FIRST,
    scope: buys_coins,
    check: Check::Demand(
        Demand::Not(&COIN_PRICE, Plain::Null),
        &[
            Refusal::row(&QUANTITY).under(&PRICE_UNSET, "quantity"),
            Refusal::row(&INTERNAL).under(&PRICE_UNSET, "internal"),
        ],
    ),
    ..Rule::PLAIN
};

/// The desk shows the price.
pub(super) static DESK_PRICE: Rule = Rule {
    id: "diamond/buy-quantity/desk-price",
    says: Words::new(
        "the desk asks for buyQuantity times the coin price",
        "收银台展示的金额等于 buyQuantity × 游戏币单价",
    ),
    cites: &[
        cite("buyQuantity 说明", "- •限制说明", "buyQuantity * 游戏币单价"),
        parameter("buyQuantity", "2.64.0"),
    ],
    since: FIRST,
    scope: buys_coins,
    about: &[About::Field(&["buyQuantity"]), About::Fact(&COIN_PRICE)],
    check: Check::Promise(Promise {
        holds: |at, trace| shows_the_price(at, trace),
        needs: &[Kind::Shown, Kind::Called],
        stages: every_tier,
        bends: &[
            Bend { id: "no-desk", bend: |_, trace| trace.0.retain(|e| e.kind != Kind::Shown) },
            Bend { id: "shows-yuan", bend: |_, trace| scale_shown(trace, "fen", 0.01) },
            Bend { id: "shows-a-fen-less", bend: |_, trace| shift_shown(trace, "fen", -1.0) },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// One yuan is ten diamonds.
pub(super) static TEN_DIAMONDS: Rule = Rule {
    id: "diamond/buy-quantity/ten-diamonds",
    says: Words::new(
        "where currencyType is DIAMOND, the platform converts one yuan to ten diamonds",
        "currencyType 为 DIAMOND 时,平台按 1:10 将人民币换算为钻石",
    ),
    cites: &[
        cite(
            "buyQuantity 说明",
            "- •汇率转换说明",
            "当 currencyType 为 “DIAMOND” 时,平台按 1:10 汇率自动转换",
        ),
        parameter("currencyType", "2.64.0"),
    ],
    since: FIRST,
    about: &[About::Field(&["buyQuantity"]), About::Field(&["currencyType"]), About::Field(&["orderAmount"])],
    check: Check::Promise(Promise {
        holds: shows_the_diamonds,
        needs: &[Kind::Shown],
        stages: |base| {
            let mut patches = vec![Patch::without("currencyType")];
            if base.steps.iter().any(|s| !s.input.get("orderAmount").is_undefined()) {
                patches.extend([15, 1, 999].map(|fen| Patch::set("orderAmount", fen)));
            }
            patches
        },
        bends: &[
            Bend { id: "one-to-one", bend: |_, trace| scale_shown(trace, "diamonds", 0.1) },
            Bend { id: "one-to-a-hundred", bend: |_, trace| scale_shown(trace, "diamonds", 10.0) },
            Bend { id: "no-diamonds", bend: |_, trace| each_shown(trace, |desk| desk.remove("diamonds")) },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// The quantity that costs so many yuan, if one does.
pub(in crate::api::diamond) fn quantity_for(price: Decimal, yuan: i64) -> Option<f64> {
    #[expect(clippy::cast_precision_loss, reason = "bounded just below")]
    price.whole_factor_of(yuan).filter(|n| (1..1 << 53).contains(n)).map(|n| n as f64)
}

fn on_a_tier(at: &At<'_>) -> Standing {
    on_tiers(at, yuan_of_coins, |yuan| TIERS.contains(&yuan))
}

/// Whether the quantity is a number, as `NaN` and the infinities are read.
fn is_a_number(at: &At<'_>) -> bool {
    let quantity = at.field("buyQuantity").as_number();
    quantity.is_some_and(|n| n.is_finite() || at.reading(&crate::spec::NAN) == "value")
}

fn on_tiers(at: &At<'_>, yuan: fn(&At<'_>) -> Option<Decimal>, is_tier: impl Fn(i64) -> bool) -> Standing {
    let Value::Number(quantity) = at.field("buyQuantity") else { return Standing::Apart };
    if !is_a_number(at) {
        return Standing::Apart;
    }
    if at.world.text(&COIN_PRICE).is_empty() {
        // Such a quantity hits no tier whatever the price is.
        return if *quantity > 0.0 && quantity.is_finite() { Standing::Apart } else { Standing::Broken };
    }
    let hit = yuan(at).and_then(Decimal::as_whole).is_some_and(is_tier);
    let part = hit && quantity.fract() != 0.0;
    Standing::kept(hit && (!part || at.reading(&PART_OF_A_COIN) == "accepted"))
}

/// Knows every tier but one.
macro_rules! without {
    ($($yuan:literal)+) => {
        &[
            Variant { id: "float-arithmetic", judge: in_floats },
            Variant { id: "rounds-to-fen", judge: rounded_to_fen },
            Variant {
                id: "any-price-in-range",
                judge: |at| on_tiers(at, yuan_of_coins, |yuan| (1..=2998).contains(&yuan)),
            },
            Variant {
                id: "one-tier-too-many",
                judge: |at| on_tiers(at, yuan_of_coins, |yuan| TIERS.contains(&yuan) || yuan == 100),
            },
            Variant { id: "no-price", judge: |at| on_tiers(at, coins_as_yuan, |yuan| TIERS.contains(&yuan)) },
            $(Variant {
                id: concat!("drops-tier-", $yuan),
                judge: |at| on_tiers(at, yuan_of_coins, |yuan| yuan != $yuan && TIERS.contains(&yuan)),
            }),+
        ]
    };
}

const VARIANTS: &[Variant] = without! {
    1 3 6 8 12 18 25 30 40 45 50 60 68 73 78 88 98 108 118 128 148 168 188 198 328 648 998 1288 1998 2998
};

fn coins_as_yuan(at: &At<'_>) -> Option<Decimal> {
    Decimal::from_number(at.field("buyQuantity").as_number()?)
}

/// What a program does that multiplies doubles.
fn in_floats(at: &At<'_>) -> Standing {
    float_price(at, |yuan| yuan)
}

/// What a program does that multiplies doubles and rounds to the fen.
fn rounded_to_fen(at: &At<'_>) -> Standing {
    float_price(at, |yuan| (yuan * 100.0).round() / 100.0)
}

fn float_price(at: &At<'_>, round: fn(f64) -> f64) -> Standing {
    let Value::Number(quantity) = at.field("buyQuantity") else { return Standing::Apart };
    let price: f64 = at.world.text(&COIN_PRICE).parse().unwrap_or(f64::NAN);
    #[expect(clippy::float_cmp, clippy::cast_precision_loss, reason = "the mistake that is imitated")]
    Standing::kept(TIERS.iter().any(|tier| round(price * quantity) == *tier as f64))
}

/// Every tier, at every coin price that may be staged.
fn every_tier(base: &Case) -> Vec<Patch> {
    if !is_of_coins(base) {
        return Vec::new();
    }
    let mut patches = Vec::new();
    for price in prices(base) {
        let Ok(decimal) = price.parse::<Decimal>() else { continue };
        for quantity in TIERS.iter().filter_map(|yuan| quantity_for(decimal, *yuan)) {
            patches.push(priced(base, &price, quantity));
        }
    }
    patches
}

/// Beside every tier at the price of the case, and far from any; and prices at which doubles go wrong.
fn beside_the_tiers(base: &Case) -> Vec<Patch> {
    if !is_of_coins(base) {
        return Vec::new();
    }
    let here = base.world.text(&COIN_PRICE).to_owned();
    let decimal: Decimal = here.parse().unwrap_or(Decimal::whole(1));
    let mut quantities = vec![0.0, -10.0, 1e9, 9_007_199_254_740_991.0];
    for quantity in TIERS.iter().filter_map(|yuan| quantity_for(decimal, *yuan)) {
        quantities.extend([quantity - 1.0, quantity + 1.0]);
    }
    quantities.extend([2.0, 5.0, 100.0, 2000.0, 2997.0].map(|yuan| yuan / decimal.to_number()));
    let is_off = |quantity: &f64| {
        let yuan = Decimal::from_number(*quantity).and_then(|q| q.times(decimal)).and_then(Decimal::as_whole);
        !yuan.is_some_and(|yuan| TIERS.contains(&yuan))
    };
    let mut patches: Vec<_> =
        quantities.into_iter().filter(is_off).map(|q| Patch::set("buyQuantity", q)).collect();
    // Just beside a tier: a product of doubles, or one rounded to the fen, is on it.
    for (price, quantity) in
        [("0.3333333333333333333", 3.0), ("0.1000000000000000001", 600.0), ("0.33333", 9.0)]
    {
        patches.push(priced(base, price, quantity));
    }
    patches
}

/// Parts of a coin on a tier; and what hits no tier whatever the price is, where there is none.
fn parts_of_a_coin(base: &Case) -> Vec<Patch> {
    if !is_of_coins(base) {
        return Vec::new();
    }
    let parts =
        [("0.4", 2.5), ("0.8", 7.5), ("2", 1.5)].map(|(price, quantity)| priced(base, price, quantity));
    let nothing = [0.0, -1.0].map(|n| Patch::set("buyQuantity", n).and_fact(&COIN_PRICE, Value::Null));
    parts.into_iter().chain(nothing).collect()
}

fn some_quantity(draw: &mut Draw, base: &Case) -> Patch {
    let price = draw.pick(PRICES);
    if draw.once_in(2) {
        // What costs a whole number of yuan, on a tier or not.
        let yuan = draw.between(1, 3_000);
        let quantity = price.parse().ok().and_then(|price| quantity_for(price, yuan));
        return priced(base, price, quantity.unwrap_or(1.0));
    }
    #[expect(clippy::cast_precision_loss, reason = "drawn quantities are far below 2^53")]
    let quantity = draw.between(-5, 400_000) as f64;
    priced(base, price, quantity)
}

fn priced(base: &Case, price: &str, quantity: f64) -> Patch {
    let patch = Patch::set("buyQuantity", quantity);
    if base.world.text(&COIN_PRICE) == price { patch } else { patch.and_fact(&COIN_PRICE, price.to_owned()) }
}

/// The price of the case first.
fn prices(base: &Case) -> Vec<String> {
    let here = base.world.text(&COIN_PRICE).to_owned();
    let others = PRICES.iter().filter(|p| **p != here).map(|p| (*p).to_owned());
    std::iter::once(here.clone()).chain(others).collect()
}

fn is_of_coins(base: &Case) -> bool {
    base.steps.iter().all(|s| !s.input.get("buyQuantity").is_undefined())
}

/// The desks that a step showed.
fn desks(trace: &Trace) -> impl Iterator<Item = &Value> {
    trace.all(Kind::Shown, "").map(|e| &e.with).filter(|v| v.get("desk").as_str() == Some("diamond"))
}

/// Whether every desk asks for the price, and a payment went through one.
pub(super) fn shows_the_price(at: &At<'_>, trace: &Trace) -> Standing {
    let shown = desks(trace).next().is_some();
    if !shown && !paid_outside_the_tools(at, trace) {
        return Standing::Apart;
    }
    let Some(price) = fen(at) else { return Standing::Apart };
    Standing::kept(shown && desks(trace).all(|desk| desk.get("fen").as_whole() == Some(price)))
}

fn paid_outside_the_tools(at: &At<'_>, trace: &Trace) -> bool {
    at.world.text(&crate::api::world::HOST) != "devtools" && trace.first(Kind::Called, "success").is_some()
}

fn shows_the_diamonds(at: &At<'_>, trace: &Trace) -> Standing {
    if desks(trace).next().is_none() {
        return Standing::Apart;
    }
    let Some(price) = fen(at) else { return Standing::Apart };
    Standing::kept(desks(trace).all(|desk| are_diamonds(at, desk.get("diamonds"), price)))
}

/// Whether a desk shows as many diamonds as a price in fen is worth.
fn are_diamonds(at: &At<'_>, diamonds: &Value, price: i64) -> bool {
    let unconverted = (is_missing(at, "currencyType") && at.reading(&DIAMONDS_WITHOUT_CURRENCY) == "none")
        || (scene(at) == Scene::Item && at.reading(&DIAMONDS_OF_ITEM) == "none");
    if unconverted {
        return diamonds.is_undefined();
    }
    #[expect(clippy::cast_precision_loss, reason = "prices are far below 2^53")]
    let exact = price as f64 / 10.0;
    if price % 10 != 0 && at.reading(&PART_OF_A_DIAMOND) == "rounded" {
        return diamonds.as_whole().is_some_and(|n| n == price / 10 || n == price / 10 + 1);
    }
    *diamonds == Value::Number(exact)
}

pub(super) fn each_shown(trace: &mut Trace, edit: impl Fn(&mut crate::ground::Object)) {
    for event in trace.0.iter_mut().filter(|e| e.kind == Kind::Shown) {
        if let Value::Object(desk) = &mut event.with {
            edit(desk);
        }
    }
}

pub(super) fn scale_shown(trace: &mut Trace, name: &'static str, by: f64) {
    each_shown(trace, |desk| {
        if let Some(n) = desk.get(name).as_number() {
            desk.set(name, n * by);
        }
    });
}

pub(super) fn shift_shown(trace: &mut Trace, name: &'static str, by: f64) {
    each_shown(trace, |desk| {
        if let Some(n) = desk.get(name).as_number() {
            desk.set(name, n + by);
        }
    });
}
