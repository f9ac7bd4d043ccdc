//! What a call orders, in exact numbers: its price in fen, and what the user has spent.

use crate::api::world::{COIN_PRICE, SPENT, USER};
use crate::ground::Decimal;
use crate::spec::{At, Event, Kind, Trace};

use super::gaps::UNHEARD;
use super::outcomes::OK_MESSAGE;
use super::scene::{Scene, outside_the_tools, scene};

/// The price of the coins that a call buys, in yuan. `None` where there is none that a decimal holds.
pub(super) fn yuan_of_coins(at: &At<'_>) -> Option<Decimal> {
    let price: Decimal = at.world.text(&COIN_PRICE).parse().ok()?;
    price.times(Decimal::from_number(at.field("buyQuantity").as_number()?)?)
}

/// What a call costs, in fen.
pub(super) fn fen(at: &At<'_>) -> Option<i64> {
    match scene(at) {
        Scene::Coins => yuan_of_coins(at)?.times(Decimal::whole(100))?.as_whole(),
        Scene::Item => at.field("orderAmount").as_whole(),
        Scene::Neither => None,
    }
}

/// The orders that the server received.
pub(super) fn orders(trace: &Trace) -> impl Iterator<Item = &Event> {
    trace.all(Kind::Sent, "").filter(|e| e.with.get("to").as_str() == Some("order"))
}

/// What a call costs, in fen; parts of a fen count as a whole one.
pub(super) fn fen_at_least(at: &At<'_>) -> Option<i64> {
    match scene(at) {
        Scene::Coins => yuan_of_coins(at)?.times(Decimal::whole(100))?.rounded_up(),
        Scene::Item => Decimal::from_number(at.field("orderAmount").as_number()?)?.rounded_up(),
        Scene::Neither => None,
    }
}

/// What the user has paid before a step, in fen: before the case, and in its earlier steps.
pub(super) fn spent(at: &At<'_>) -> i64 {
    let before = at.world.whole(&SPENT).unwrap_or(0);
    let price = |(i, (_, trace)): (usize, (_, &Trace))| {
        let then = at.earlier(i);
        if paid(&then, trace) { fen(&then).unwrap_or(0) } else { 0 }
    };
    before.saturating_add(at.before().enumerate().map(price).sum())
}

/// Whether an earlier step was paid. Success may mean only that the desk opened, so the user must have paid there; and where nobody listened,
/// what `complete` was called with may tell.
pub(super) fn paid(at: &At<'_>, trace: &Trace) -> bool {
    // Nothing can be paid in the developer tools.
    if !outside_the_tools(at)
        || at.world.nth(&USER, at.now) != "pays"
        || trace.first(Kind::Called, "fail").is_some()
    {
        return false;
    }
    if trace.first(Kind::Called, "success").is_some() {
        return true;
    }
    if at.listens("success") {
        return false;
    }
    match trace.first(Kind::Called, "complete").and_then(|e| e.with.get("errMsg").as_str()) {
        Some(message) => message == OK_MESSAGE,
        None => at.reading(&UNHEARD) == "paid",
    }
}
