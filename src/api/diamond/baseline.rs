//! Valid calls: the plainest ones, and how they vary.

use crate::api::world::{BASE_LIBRARY, COIN_PRICE, SPENDING_LIMIT, SPENT};
use crate::ground::{Decimal, Object, Value};
use crate::spec::{Base, Case, Draw, Step, Words, World};

use super::OPEN_AWEME_CUSTOMER_SERVICE;
use super::rules::buy_quantity::{PRICES, TIERS, quantity_for};
use super::scene::{FIRST, ITEMS};

/// A purchase of game coins.
pub(super) static COINS: Base = Base {
    id: "coins",
    says: Words::new("purchase of game coins", "游戏币购买"),
    make: |world| {
        let quantity = some_quantity(world)?;
        (world.base_library() >= FIRST)
            .then(|| case(world, call().with("buyQuantity", Value::Number(quantity))))
    },
};

/// A quantity that hits a tier at the price of a world; that of 60 yuan, if there is one.
pub(in crate::api) fn some_quantity(world: &World) -> Option<f64> {
    let price: Decimal = world.text(&COIN_PRICE).parse().ok()?;
    let sixty = TIERS.iter().position(|t| *t == 60).unwrap_or(0);
    let tiers = TIERS[sixty..].iter().chain(&TIERS[..sixty]);
    tiers.copied().find_map(|yuan| quantity_for(price, yuan))
}

/// A direct purchase of an item.
pub(super) static ITEM: Base = Base {
    id: "item",
    says: Words::new("direct purchase of an item", "道具直购"),
    make: |world| {
        let item = call().with("goodType", 2).with("orderAmount", 10).with("goodName", "道具名称");
        (world.base_library() >= ITEMS).then(|| case(world, item))
    },
};

/// The plain valid cases.
pub(super) static ALL: &[&Base] = &[&COINS, &ITEM];

fn call() -> Object {
    Object::new()
        .with("currencyType", "DIAMOND")
        .with("customId", "order-1")
        .with("success", Value::records())
        .with("fail", Value::records())
        .with("complete", Value::records())
}

fn case(world: &World, options: Object) -> Case {
    Case { world: world.clone(), steps: vec![Step::new(&OPEN_AWEME_CUSTOMER_SERVICE, options)] }
}

/// Turns a plain valid case into another one that keeps every rule and falls into no gap that decides its ending.
pub(super) fn vary(draw: &mut Draw, case: &mut Case) {
    vary_world(draw, &mut case.world, &case.steps);
    let world = case.world.clone();
    for (i, step) in case.steps.iter_mut().enumerate() {
        if let Value::Object(options) = &mut step.input {
            vary_call(draw, &world, options);
            if i > 0 {
                options.set("customId", format!("order-{}", i + 1));
            }
        }
    }
}

fn vary_world(draw: &mut Draw, world: &mut World, steps: &[Step]) {
    let items = steps.iter().any(|s| !s.input.get("goodType").is_undefined());
    if draw.once_in(2) {
        let newer = ["3.47.0.1", "3.100.0", "4.0.0", "10.0"];
        // The very first is where gates are missed.
        let older = ["2.64.0", "2.64.0", "2.64.0.1", "2.100.0"];
        let library = if items || draw.once_in(2) { draw.pick(&newer) } else { draw.pick(&older) };
        world.set(&BASE_LIBRARY, (*library).into());
    }
    if !items && draw.once_in(2) {
        world.set(&COIN_PRICE, (*draw.pick(PRICES)).into());
    }
    if draw.once_in(6) {
        world.set(&SPENT, 1_000.into());
        world.set(&SPENDING_LIMIT, 100_000_000.into());
    }
}

fn vary_call(draw: &mut Draw, world: &World, options: &mut Object) {
    let with_items = world.base_library() >= ITEMS;
    if options.get("goodType").is_undefined() {
        let price = world.text(&COIN_PRICE).parse().unwrap_or(Decimal::whole(1));
        let start = draw.below(TIERS.len());
        let tiers = TIERS[start..].iter().chain(&TIERS[..start]);
        if let Some(quantity) = tiers.copied().find_map(|yuan| quantity_for(price, yuan)) {
            options.set("buyQuantity", Value::Number(quantity));
        }
        match draw.below(3) {
            1 if with_items => options.set("goodType", 0),
            2 if with_items => options.set("goodType", 1),
            _ => {}
        }
    } else {
        #[expect(clippy::cast_precision_loss, reason = "drawn amounts are far below 2^53")]
        options.set("orderAmount", Value::Number((draw.between(1, 100_000) * 10) as f64));
        let length = 1 + draw.below(10);
        let name: String = (0..length).map(|_| *draw.pick(&['a', 'Z', '0', '道', '具', ' '])).collect();
        options.set("goodName", name);
    }
    if draw.once_in(2) {
        options.set("zoneId", *draw.pick(&["1", "2", "1_10086", "华东一区", "0"]));
    }
    if draw.once_in(2) {
        let length = draw.below(40);
        options.set("extraInfo", draw.text(length));
    }
    if draw.once_in(4) {
        options.remove("currencyType");
    }
    for callback in ["success", "fail", "complete"] {
        if draw.once_in(12) {
            options.remove(callback);
        }
    }
    if draw.once_in(2) {
        let length = 1 + draw.below(30);
        let mut id = draw.text(length);
        // An id of white space alone is a gap of its own.
        id.push('x');
        options.set("customId", id);
    }
}
