//! What is being bought: the two scenes of the document, and where they are undecided.

use crate::api::world::{BASE_LIBRARY, HOST};
use crate::ground::{Value, Version};
use crate::spec::{At, Case, Cell, NULL, World};

use super::baseline;
use super::gaps::ILLEGAL_GOOD_TYPE;

/// The base library from which the method exists.
pub(super) const FIRST: Version = Version([2, 64, 0, 0]);
/// The base library from which items can be bought.
pub(super) const ITEMS: Version = Version([3, 47, 0, 0]);

/// What is being bought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scene {
    /// Game coins.
    Coins,
    /// An item, directly.
    Item,
    /// Neither: `goodType` is illegal.
    Neither,
}

/// What a step buys. Below the version that brought `goodType`, always coins.
pub(super) fn scene(at: &At<'_>) -> Scene {
    if !at.has(ITEMS) {
        return Scene::Coins;
    }
    match at.field("goodType") {
        Value::Undefined => Scene::Coins,
        Value::Null if is_missing(at, "goodType") => Scene::Coins,
        Value::Number(n) if n.to_bits() == 2f64.to_bits() => Scene::Item,
        Value::Number(n) if *n == 0.0 || n.to_bits() == 1f64.to_bits() => Scene::Coins,
        _ if at.reading(&ILLEGAL_GOOD_TYPE) == "coins" => Scene::Coins,
        _ => Scene::Neither,
    }
}

/// Whether a parameter is not passed, as `null` is read.
pub(super) fn is_missing(at: &At<'_>, name: &str) -> bool {
    match at.field(name) {
        Value::Undefined => true,
        Value::Null => at.reading(&NULL) == "missing",
        _ => false,
    }
}

/// Whether a step buys game coins.
pub(super) fn buys_coins(at: &At<'_>) -> bool {
    scene(at) == Scene::Coins
}

/// Whether a step buys an item.
pub(super) fn buys_an_item(at: &At<'_>) -> bool {
    scene(at) == Scene::Item
}

/// Whether a call is made on a phone: the developer tools check parameters, and no user, account or network.
pub(super) fn outside_the_tools(at: &At<'_>) -> bool {
    at.world.text(&HOST) != "devtools"
}

/// Whether a call that somebody listens to may end without a word: nobody finishes it.
pub(super) fn may_stay_silent(at: &At<'_>) -> bool {
    !outside_the_tools(at) || at.world.nth(&crate::api::world::USER, at.now) == "leaves"
}

fn good_type_is(at: &At<'_>, wanted: i32) -> bool {
    at.has(ITEMS) && at.field("goodType").as_number() == Some(f64::from(wanted))
}

fn coins_with(world: &World, good_type: Option<i32>) -> Option<Case> {
    let mut case = (baseline::COINS.make)(world)?;
    if let (Some(n), Some(Value::Object(input))) = (good_type, case.steps.last_mut().map(|s| &mut s.input)) {
        input.set("goodType", n);
    }
    Some(case)
}

/// The situations that a scope may wrongly leave out or take in.
pub(super) static CELLS: &[&Cell] = &[
    &Cell {
        id: "coins-by-default",
        holds: |at| at.has(ITEMS) && at.field("goodType").is_undefined(),
        sample: |world| coins_with(world, None),
    },
    &Cell { id: "good-type-0", holds: |at| good_type_is(at, 0), sample: |world| coins_with(world, Some(0)) },
    &Cell { id: "good-type-1", holds: |at| good_type_is(at, 1), sample: |world| coins_with(world, Some(1)) },
    &Cell { id: "items", holds: |at| good_type_is(at, 2), sample: |world| (baseline::ITEM.make)(world) },
    &Cell {
        id: "older-libraries",
        holds: |at| at.has(FIRST) && !at.has(ITEMS),
        sample: |world| coins_with(&world.clone().with(&BASE_LIBRARY, "2.64.0"), None),
    },
];
