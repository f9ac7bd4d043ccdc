//! What a component is for, by what the page sets, and what the user does with it.

use crate::api::world::{BUTTON_USER, GIVES_PHONE, MERGED_ORDER, OLD_ORDER, ORDER_QUANTITY, SALE, STOCK};
use crate::ground::{Function, Reply, Value, Version};
use crate::spec::{At, Cell, NULL};

use super::baseline;
use super::gaps::{COERCED, NO_PROMISE, SALE_BOUNDS, SOLD_OUT};
use super::goods;

/// The base library from which the component exists.
pub(super) const FIRST: Version = Version([2, 43, 0, 0]);
/// The base library that brought the label `NON_REFUNDABLE`.
pub(super) const NON_REFUNDABLE: Version = Version([2, 50, 0, 0]);
/// The base library that brought `biz-line` and `marketing-ready`.
pub(super) const MARKETING: Version = Version([2, 54, 0, 0]);
/// The base library that brought `itemOrderList`.
pub(super) const ITEM_ORDERS: Version = Version([2, 59, 0, 3]);
/// The base library that brought `tradeOption`, `marketingVersion` and `bind:getextensionpath`.
pub(super) const TRADE: Version = Version([2, 76, 0, 0]);

/// What a component is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Goods of the library are bought.
    Library,
    /// Other goods are bought.
    Own,
    /// The payment of an order goes on.
    Continue,
    /// An order is to be refunded.
    Refund,
    /// The details of a refund are looked at.
    Detail,
    /// None of these: what the page sets is illegal.
    None,
}

/// A property; absent reads as undefined.
pub(super) fn property<'a>(at: &At<'a>, name: &str) -> &'a Value {
    at.field("properties").get(name)
}

/// A property that is a whole number, as gaps are read. `None` where it is none.
fn number(at: &At<'_>, name: &str, default: Option<i64>) -> Option<i64> {
    match property(at, name) {
        Value::Undefined => default,
        Value::Null if at.reading(&NULL) == "missing" => default,
        Value::Text(s) => s.parse().ok().filter(|_| at.reading(&COERCED) == "coerced"),
        value => value.as_whole(),
    }
}

/// Whether a property is a number written as text.
pub(super) fn is_number_as_text(at: &At<'_>, name: &str) -> bool {
    property(at, name).as_str().is_some_and(|s| s.parse::<i64>().is_ok())
}

/// The `mode`, if it is legal.
pub(super) fn mode(at: &At<'_>) -> Option<i64> {
    number(at, "mode", Some(1)).filter(|n| (1..=2).contains(n))
}

/// The `goods-type`, if it is legal.
pub(super) fn goods_type(at: &At<'_>) -> Option<i64> {
    number(at, "goods-type", None).filter(|n| (1..=2).contains(n))
}

/// The `order-status`, if it is legal.
pub(super) fn order_status(at: &At<'_>) -> Option<i64> {
    number(at, "order-status", Some(0)).filter(|n| (0..=4).contains(n))
}

/// Whether the line of business is knowledge.
pub(super) fn sells_knowledge(at: &At<'_>) -> bool {
    at.has(MARKETING) && number(at, "biz-line", Some(1)) == Some(2)
}

/// What a component is for.
pub(super) fn purpose(at: &At<'_>) -> Purpose {
    match mode(at) {
        Some(2) => match goods_type(at) {
            Some(1) => Purpose::Library,
            Some(2) => Purpose::Own,
            _ => Purpose::None,
        },
        Some(1) => match order_status(at) {
            Some(0) => Purpose::Continue,
            Some(1) => Purpose::Refund,
            Some(_) => Purpose::Detail,
            None => Purpose::None,
        },
        _ => Purpose::None,
    }
}

/// Whether goods are bought.
pub(super) fn buys(at: &At<'_>) -> bool {
    mode(at) == Some(2)
}

/// Whether goods of the library are bought.
pub(super) fn buys_from_library(at: &At<'_>) -> bool {
    purpose(at) == Purpose::Library
}

/// Whether goods outside the library are bought.
pub(super) fn buys_own_goods(at: &At<'_>) -> bool {
    purpose(at) == Purpose::Own
}

/// Whether there is an order already.
pub(super) fn has_ordered(at: &At<'_>) -> bool {
    mode(at) == Some(1)
}

/// Whether the payment of an order goes on.
pub(super) fn continues(at: &At<'_>) -> bool {
    purpose(at) == Purpose::Continue
}

/// Whether an order is to be refunded.
pub(super) fn refunds(at: &At<'_>) -> bool {
    purpose(at) == Purpose::Refund
}

/// Whether the details of a refund are looked at.
pub(super) fn looks_at_a_refund(at: &At<'_>) -> bool {
    purpose(at) == Purpose::Detail
}

/// Whether an order is refunded that is from before the trading system.
pub(super) fn refunds_an_old_order(at: &At<'_>) -> bool {
    refunds(at) && at.world.flag(&OLD_ORDER)
}

/// Whether the order goes the merged way.
pub(super) fn is_merged(at: &At<'_>) -> bool {
    at.world.flag(&MERGED_ORDER)
}

/// What the user does.
pub(super) fn user<'a>(at: &At<'a>) -> &'a str {
    at.world.nth(&BUTTON_USER, at.now)
}

/// Whether the user taps the button.
pub(super) fn taps(at: &At<'_>) -> bool {
    user(at) != "waits"
}

/// Whether the user goes through with it.
pub(super) fn submits(at: &At<'_>) -> bool {
    user(at) == "submits"
}

/// Whether a tap leads on to the order page, if nothing fails.
pub(super) fn taps_to_buy(at: &At<'_>) -> bool {
    taps(at) && buys(at) && goods_type(at).is_some() && display(at) == "on_sale"
}

/// Whether an order is submitted, if nothing fails.
pub(super) fn submits_an_order(at: &At<'_>) -> bool {
    submits(at)
        && taps_to_buy(at)
        && resolved(at, "getgoodsinfo").is_some()
        && resolved(at, "placeorder").is_some()
}

/// Whether the cashier is to open, if nothing fails.
pub(super) fn goes_to_the_desk(at: &At<'_>) -> bool {
    submits_an_order(at) || (continues(at) && taps(at))
}

/// Whether the user asks the order page for what it does not take: a quantity outside the limits, or no phone number where it wants one.
pub(super) fn is_blocked(at: &At<'_>) -> bool {
    lacks_its_phone_number(at) || is_outside_the_limits(at)
}

/// Whether a phone number is missing that the order page wants.
pub(super) fn lacks_its_phone_number(at: &At<'_>) -> bool {
    let info = resolved(at, "getgoodsinfo").unwrap_or(&Value::Undefined);
    *goods::phone_required(info) == Value::Bool(true) && !at.world.flag(&GIVES_PHONE)
}

/// Whether the user asks for a quantity outside the limits.
pub(super) fn is_outside_the_limits(at: &At<'_>) -> bool {
    let Some(n) = at.world.whole(&ORDER_QUANTITY) else { return false };
    let info = resolved(at, "getgoodsinfo").unwrap_or(&Value::Undefined);
    goods::limits(at, info).is_some_and(|(low, high)| !(low..=high).contains(&n))
}

/// What the button displays where goods are bought.
pub(super) fn display(at: &At<'_>) -> &'static str {
    if !buys_from_library(at) {
        return "on_sale";
    }
    let period = match at.world.text(&SALE) {
        "not_started" => "not_started",
        "ended" => "ended",
        "ends_now" if at.reading(&SALE_BOUNDS) == "half-open" => "ended",
        _ => "on_sale",
    };
    let sold_out = at.world.whole(&STOCK) == Some(0);
    if sold_out && (period == "on_sale" || at.reading(&SOLD_OUT) == "sold-out") { "sold_out" } else { period }
}

/// What the button displays where there is an order already.
pub(super) fn display_of_order(at: &At<'_>) -> Option<&'static str> {
    Some(match order_status(at)? {
        0 => "pay",
        1 => "refund",
        2 => "refunding",
        3 => "refunded",
        _ => "refund_failed",
    })
}

/// A handler, if one is bound.
pub(super) fn handler<'a>(at: &At<'a>, name: &str) -> Option<&'a Function> {
    if let Value::Function(f) = at.field("handlers").get(name) { Some(f) } else { None }
}

/// What a handler does when it is called first.
pub(super) fn first_reply<'a>(at: &At<'a>, name: &str) -> Option<&'a Reply> {
    Some(handler(at, name)?.script().first().unwrap_or(&Reply::Records))
}

/// What a handler's promise resolves with, or what is taken for that. A handler that is not bound gives nothing.
pub(super) fn resolved<'a>(at: &At<'a>, name: &str) -> Option<&'a Value> {
    match first_reply(at, name) {
        Some(Reply::Resolves(value)) => Some(value),
        Some(Reply::Returns(value)) if at.reading(&NO_PROMISE) == "accepted" => Some(value),
        Some(Reply::Records) if at.reading(&NO_PROMISE) == "accepted" => Some(&Value::Undefined),
        _ => None,
    }
}

const fn cell(id: &'static str, holds: fn(&At<'_>) -> bool, base: &'static crate::spec::Base) -> Cell {
    Cell { id, holds, sample: base.make }
}

/// The situations that a scope may wrongly leave out or take in.
pub(super) static CELLS: &[&Cell] = &[
    &cell("library-goods", |at| at.has(FIRST) && buys_from_library(at), &baseline::LIBRARY),
    &cell("own-goods", |at| at.has(FIRST) && buys_own_goods(at), &baseline::OWN),
    &cell("continued-payments", |at| at.has(FIRST) && continues(at), &baseline::CONTINUE),
    &cell("refunds", |at| at.has(FIRST) && refunds(at), &baseline::REFUND),
    &cell("refund-details", |at| at.has(FIRST) && looks_at_a_refund(at), &baseline::DETAIL),
];

/// Whether bind:getgoodsinfo gives information on goods.
pub(super) fn gives_info(at: &At<'_>) -> bool {
    buys(at) && matches!(first_reply(at, "getgoodsinfo"), Some(Reply::Resolves(Value::Object(_))))
}

/// Whether it gives information on goods outside the library.
pub(super) fn gives_info_on_own_goods(at: &At<'_>) -> bool {
    gives_info(at) && buys_own_goods(at)
}
