//! What a faithful platform does: how a call may succeed, and the whole trace of an ending.

use crate::api::world::{HOST, USER};
use crate::ground::{Object, Value};
use crate::spec::{At, Event, Kind, Outcome, Trace};

use super::gaps::{
    CALLBACK_THROWS, COMPLETE_ARGUMENT, COMPLETE_ORDER, DEVTOOLS, DIAMONDS_OF_ITEM,
    DIAMONDS_WITHOUT_CURRENCY, PART_OF_A_DIAMOND, ZONE_EMPTY, ZONE_MISSING,
};
use super::order::fen;
use super::outcomes::{ENDINGS, NOTHING, OK};
use super::scene::{FIRST, Scene, is_missing, scene};

/// How a call may end when no rule is broken.
pub(super) fn succeed(at: &At<'_>) -> &'static [&'static Outcome] {
    match (at.world.text(&HOST), at) {
        ("devtools", at) if at.reading(&DEVTOOLS) == "code" => const { &[&NOTHING] },
        ("devtools", _) => ENDINGS,
        _ => const { &[&OK] },
    }
}

/// Whether an event decides how a call ended.
pub(super) fn decides(event: &Event) -> bool {
    match event.kind {
        Kind::Called | Kind::Asked => event.name == "success" || event.name == "fail",
        Kind::Threw => true,
        _ => false,
    }
}

/// The trace of a platform that ends a call in this way.
pub(super) fn perform(at: &At<'_>, outcome: &Outcome) -> Trace {
    let mut events = Vec::with_capacity(5);
    if outcome.id == "throws" {
        return Trace(outcome.example().collect());
    }
    events.push(Event::new(Kind::Returned, Value::Undefined));
    let in_tools = at.world.text(&HOST) == "devtools";
    if in_tools && outcome.id == "nothing" && at.has(FIRST) && at.input().as_object().is_some() {
        events.push(Event::new(Kind::Shown, Object::new().with("qr", "diamond")));
    }
    if !in_tools && reaches_the_desk(at, outcome) {
        events.push(Event::new(Kind::Sent, order(at)));
        events.extend(desk(at).map(|desk| Event::new(Kind::Shown, desk)));
    }
    let ending: Vec<_> = outcome.example().filter(|e| at.listens(&e.name)).collect();
    let with = outcome.example().next().map(|e| e.with);
    let complete = with.filter(|_| at.listens("complete")).map(|with| complete(at, with));
    if at.reading(&COMPLETE_ORDER) == "before" {
        events.extend(complete);
        events.extend(ending);
    } else {
        let stops = ending.iter().any(|e| at.throws(&e.name)) && at.reading(&CALLBACK_THROWS) == "stops";
        events.extend(ending);
        events.extend(complete.filter(|_| !stops));
    }
    Trace(events)
}

fn complete(at: &At<'_>, with: Value) -> Event {
    let with = match at.reading(&COMPLETE_ARGUMENT) {
        "none" => Value::Undefined,
        "message" => Object::new().with("errMsg", with.get("errMsg").clone()).into(),
        _ => with,
    };
    Event::called("complete", with)
}

/// Whether an ending comes from the desk. What the user does there is known only once it is open.
fn reaches_the_desk(at: &At<'_>, outcome: &Outcome) -> bool {
    match outcome.id {
        "ok" | "-1" | "-2" => true,
        "4" => matches!(at.world.nth(&USER, at.now), "closes" | "times_out"),
        "nothing" => at.world.nth(&USER, at.now) == "leaves",
        _ => false,
    }
}

fn order(at: &At<'_>) -> Object {
    let mut order = Object::new().with("to", "order").with("customId", at.field("customId").clone());
    let missing = || (at.reading(&ZONE_MISSING) == "filled").then(|| Value::from("1"));
    let zone = match at.field("zoneId") {
        Value::Text(s) if s.is_empty() && at.reading(&ZONE_EMPTY) == "missing" => missing(),
        Value::Undefined | Value::Null => missing(),
        zone => Some(zone.clone()),
    };
    if let Some(zone) = zone {
        order.set("zoneId", zone);
    }
    order
}

fn desk(at: &At<'_>) -> Option<Object> {
    let fen = fen(at)?;
    #[expect(clippy::cast_precision_loss, reason = "prices are far below 2^53")]
    let (price, part) = (fen as f64, fen as f64 / 10.0);
    let mut desk = Object::new().with("desk", "diamond").with("fen", price);
    let converts = match scene(at) {
        Scene::Item => at.reading(&DIAMONDS_OF_ITEM) == "converted",
        _ => true,
    };
    let named = !is_missing(at, "currencyType");
    if converts && (named || at.reading(&DIAMONDS_WITHOUT_CURRENCY) == "converted") {
        let whole = fen % 10 == 0 || at.reading(&PART_OF_A_DIAMOND) == "fractional";
        desk.set("diamonds", if whole { part } else { part.round() });
    }
    Some(desk)
}
