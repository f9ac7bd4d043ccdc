//! What a refund asks for, against what was paid and what was refunded before.

use crate::api::world::{ITEM_1_PAID, ITEM_1_REFUNDED, ITEM_2_PAID};
use crate::ground::Value;
use crate::spec::{At, Event, Gap, Kind, Trace};

use super::gaps::{EARLIER_REFUNDS, EXHAUSTED, ITEM_EXHAUSTED, ITEM_TWICE};
use super::scene::{ITEM_ORDERS, resolved};

/// One item order as the page names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item<'a> {
    /// Its number.
    pub(super) id: &'a str,
    /// The amount in fen; `None` for as much as there is.
    pub(super) fen: Option<i64>,
}

/// The item orders that a page names, as they are.
pub(super) fn named<'a>(at: &At<'a>) -> Option<&'a Value> {
    let given = resolved(at, "applyrefund")?;
    given.as_object().filter(|_| at.has(ITEM_ORDERS))?.find("itemOrderList")
}

/// The item orders that a page names, if they are whole.
pub(super) fn items<'a>(at: &At<'a>) -> Option<Vec<Item<'a>>> {
    let Value::Array(items) = named(at)? else { return None };
    let item = |item: &'a Value| {
        let fen = match item.get("refundAmount") {
            Value::Undefined => None,
            amount => Some(amount.as_whole().filter(|n| *n > 0)?),
        };
        Some(Item { id: item.get("itemOrderId").as_str()?, fen })
    };
    items.iter().map(item).collect::<Option<Vec<_>>>().filter(|items| !items.is_empty())
}

/// What was paid for an item order; `None` for one that the order does not have.
pub(super) fn paid(at: &At<'_>, id: &str) -> Option<i64> {
    match id {
        "item-1" => at.world.whole(&ITEM_1_PAID),
        "item-2" => at.world.whole(&ITEM_2_PAID),
        _ => None,
    }
}

/// What is asked for each item order, in turn: the amount, and what may be had. `None` where an item order is unknown.
pub(super) fn asked(at: &At<'_>, items: &[Item<'_>]) -> Option<Vec<(i64, i64)>> {
    let mut asked: Vec<(&str, i64, i64)> = Vec::new();
    for item in items {
        let before = match refunded(at, item.id) {
            0 => 0,
            n if at.reading(&EARLIER_REFUNDS) == "count" => n,
            _ => 0,
        };
        let whole = paid(at, item.id)? - before;
        let here: i64 = asked.iter().filter(|(id, ..)| *id == item.id).map(|(_, fen, _)| fen).sum();
        let fen = match item.fen {
            Some(fen) => fen,
            None if here > 0 && at.reading(&ITEM_TWICE) == "full" => whole,
            None => whole - here,
        };
        asked.push((item.id, fen, whole - here));
    }
    Some(asked.into_iter().map(|(_, fen, most)| (fen, most)).collect())
}

/// What was refunded of an item order before this step.
fn refunded(at: &At<'_>, id: &str) -> i64 {
    let before = if id == "item-1" { at.world.whole(&ITEM_1_REFUNDED).unwrap_or(0) } else { 0 };
    before + taken(at).map(|list| amount_of(list, id)).sum::<i64>()
}

/// The gap that a refund lies in after an earlier step refunded the whole order, or all that was paid for some item order: what is left then,
/// nothing says.
pub(super) fn exhausted(at: &At<'_>) -> Option<&'static Gap> {
    let whole = |list: &Value| !matches!(list, Value::Array(_));
    let gone = |id| paid(at, id).is_some_and(|paid| paid <= refunded(at, id));
    taken(at).next()?;
    let items = [gone("item-1"), gone("item-2")];
    if taken(at).any(whole) || items == [true, true] {
        return Some(&EXHAUSTED);
    }
    items.contains(&true).then_some(&ITEM_EXHAUSTED)
}

/// The item orders of each refund that an earlier step brought about; undefined where it named none.
fn taken<'a>(at: &At<'a>) -> impl Iterator<Item = &'a Value> + use<'a> {
    at.before()
        .flat_map(|(_, trace)| submitted(trace).filter(|_| !failed(trace)))
        .map(|e| e.with.get("itemOrderList"))
}

fn failed(trace: &Trace) -> bool {
    let told = trace.first(Kind::Called, "error").is_some();
    told || trace
        .all(Kind::Called, "refund")
        .any(|e| e.with.get("detail").get("status").as_str() == Some("fail"))
}

fn amount_of(list: &Value, id: &str) -> i64 {
    let Value::Array(items) = list else { return 0 };
    let own = items.iter().filter(|item| item.get("itemOrderId").as_str() == Some(id));
    own.filter_map(|item| item.get("refundAmount").as_whole()).sum()
}

/// The refunds that the server received.
pub(super) fn submitted(trace: &Trace) -> impl Iterator<Item = &Event> {
    trace.all(Kind::Sent, "").filter(|e| e.with.get("to").as_str() == Some("refund"))
}
