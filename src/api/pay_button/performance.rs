//! (long: every flow from attaching to the end) What a faithful platform does: how a step may end, and the whole of what is seen of it.

use crate::api::world::{BUTTON_DESK, ORDER_ID, ORDER_QUANTITY, OUT_ORDER_NO, OUT_REFUND_NO, REFUND_ID};
use crate::ground::{Object, Reply, Value};
use crate::spec::{At, Event, Kind, Outcome, Trace};

use super::gaps::{
    APPLY_AT, BELOW_MINIMUM, BLOCKED, CONTINUED_ORDER_ID, CP_EXTRA_EMPTY, EXTENSION_ORDER,
    EXTENSION_REJECTED, NEVER_PAID, NEVER_SETTLES, REFUND_TOLD, TAPS_TWICE,
};
use super::goods::{LIBRARY_PRICE, limits, marketing, phone_required, text_of, without_item_orders};
use super::outcomes::{
    A_TEXT, APPLYREFUND_TYPE, NOTHING, NOTHING_TO_REFUND, ORDER_DATA, PAY_FAILS, QUIET, REFUND_FAILED,
    REFUND_FAILS, THROWS,
};
use super::refund::{asked, exhausted, items};
use super::scene::{
    FIRST, Purpose, TRADE, buys_from_library, display, display_of_order, first_reply, handler, is_blocked,
    is_merged, property, purpose, refunds, refunds_an_old_order, resolved, submits, submits_an_order, taps,
    user,
};

/// How a step may end when no rule is broken.
pub(super) fn succeed(at: &At<'_>) -> &'static [&'static Outcome] {
    if !at.has(FIRST) {
        return match at.reading(&BELOW_MINIMUM) {
            "error" => const { &[&A_TEXT] },
            "throws" => const { &[&THROWS] },
            _ => const { &[&NOTHING] },
        };
    }
    if submits_an_order(at) && is_blocked(at) {
        return match at.reading(&BLOCKED) {
            "error" => const { &[&ORDER_DATA] },
            "pay" => const { &[&PAY_FAILS] },
            _ => const { &[&NOTHING] },
        };
    }
    if let Some(gap) = exhausted(at).filter(|_| refunds(at) && taps(at)) {
        return match at.reading(gap) {
            // Where nothing is left there is no way to the refund page; all else is found out by refunding.
            "nothing-left" => const { &[&NOTHING_TO_REFUND] },
            _ if !submits(at) => const { &[&QUIET] },
            "mistyped" | "refused" if at.reading(&REFUND_TOLD) == "refund" => const { &[&REFUND_FAILS] },
            "mistyped" => const { &[&APPLYREFUND_TYPE] },
            "refused" => const { &[&REFUND_FAILED] },
            _ => const { &[&QUIET] },
        };
    }
    const { &[&QUIET] }
}

/// Whether an event decides how a step ended: an error, or a callback that tells of a failure.
pub(super) fn decides(event: &Event) -> bool {
    match event.kind {
        Kind::Called | Kind::Asked => match event.name.as_ref() {
            "error" => true,
            "pay" | "refund" => event.with.get("detail").get("status").as_str() == Some("fail"),
            _ => false,
        },
        Kind::Threw => true,
        _ => false,
    }
}

/// The trace of a platform that ends a step in this way.
pub(super) fn perform(at: &At<'_>, outcome: &Outcome) -> Trace {
    let mut play = Play { at, outcome, events: Vec::with_capacity(8) };
    if at.has(FIRST) {
        play.run();
    } else {
        play.events.extend(outcome.example());
    }
    let heard = |event: &Event| event.kind != Kind::Called || at.listens(&event.name);
    play.events.retain(heard);
    Trace(play.events)
}

/// Where a step can end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Attached,
    Loaded,
    Tapped,
    Prepared,
    Submitted,
}

fn stage(outcome: &Outcome) -> Option<Stage> {
    Some(match outcome.id {
        "21505" | "21506" | "21507" | "21508" | "21509" | "21511" | "21512" => Stage::Loaded,
        "21513" | "21514" | "21515" | "21526" | "21527" | "21528" | "21529" | "21530" | "21531" | "21532"
        | "21536" | "21537" | "21546" | "21547" => Stage::Tapped,
        "21510" => Stage::Prepared,
        "21517" | "21518" | "21533" | "21534" | "21535" | "10000" | "10001" | "10002" | "pay-fail"
        | "refund-fail" => Stage::Submitted,
        "no-error" | "nothing" => return None,
        _ => Stage::Attached,
    })
}

/// A step being played. Each part ends early where the step does.
struct Play<'a> {
    at: &'a At<'a>,
    outcome: &'a Outcome,
    events: Vec<Event>,
}

impl Play<'_> {
    fn run(&mut self) -> Option<()> {
        self.end(Stage::Attached)?;
        match purpose(self.at) {
            Purpose::Library | Purpose::Own => self.buy(),
            Purpose::Continue => self.go_on(),
            Purpose::Refund => self.refund(),
            Purpose::Detail => self.look(),
            Purpose::None => None,
        }
    }

    fn buy(&mut self) -> Option<()> {
        self.ask("getgoodsinfo", self.goods());
        let info = resolved(self.at, "getgoodsinfo");
        if buys_from_library(self.at) && info.is_some() {
            self.send(
                Object::new().with("to", "goods").with("goodsId", property(self.at, "goods-id").clone()),
            );
        }
        self.end(Stage::Loaded)?;
        self.show(Object::new().with("button", display(self.at)));
        self.tapped()?;
        self.end(Stage::Tapped)?;
        if display(self.at) != "on_sale" || matches!(first_reply(self.at, "getgoodsinfo"), Some(Reply::Never))
        {
            return None;
        }
        let goods = info.unwrap_or(&Value::Undefined);
        for _ in 0..if self.runs_twice() { 2 } else { 1 } {
            self.prepare(goods)?;
        }
        self.order(goods)
    }

    fn runs_twice(&self) -> bool {
        user(self.at) == "taps_twice" && self.at.reading(&TAPS_TWICE) == "again"
    }

    fn prepare(&mut self, goods: &Value) -> Option<()> {
        let extended = handler(self.at, "getextensionpath").is_some() && self.at.has(TRADE);
        let before = extended && self.at.reading(&EXTENSION_ORDER) == "before";
        if before {
            self.ask("getextensionpath", self.goods());
        }
        self.ask("placeorder", self.goods());
        self.end(Stage::Prepared)?;
        if matches!(first_reply(self.at, "placeorder"), Some(Reply::Never)) {
            return None;
        }
        if extended && !before {
            self.ask("getextensionpath", self.goods());
        }
        if extended && extension_stops(self.at) {
            return None;
        }
        self.show(order_page(self.at, goods));
        Some(())
    }

    fn order(&mut self, goods: &Value) -> Option<()> {
        if !submits(self.at) || self.outcome.id == "nothing" {
            return None;
        }
        if is_blocked(self.at) {
            self.end(Stage::Submitted)?;
        }
        let (least, _) = limits(self.at, goods).unwrap_or((1, 1));
        let quantity = self.at.world.whole(&ORDER_QUANTITY).unwrap_or(least);
        let fen = price(self.at, goods).map(|price| price.saturating_mul(quantity));
        let mut order = Object::new()
            .with("to", "order")
            .with("goodsId", property(self.at, "goods-id").clone())
            .with("goodsType", property(self.at, "goods-type").clone())
            .with("quantity", amount(quantity));
        for name in ["extra", "tradeOption"] {
            if let Some(text) = text_of(goods.get(name)).filter(|_| name == "extra" || self.at.has(TRADE)) {
                order.set(name, text);
            }
        }
        if let Some(fen) = fen {
            order.set("fen", amount(fen));
        }
        self.send(order);
        self.pay(fen.unwrap_or(0), self.at.world.text(&OUT_ORDER_NO).to_owned().into(), true)
    }

    fn go_on(&mut self) -> Option<()> {
        self.end(Stage::Loaded)?;
        self.shown_of_order();
        self.tapped()?;
        self.end(Stage::Tapped)?;
        let with_id = self.at.reading(&CONTINUED_ORDER_ID) == "present";
        let twice = self.runs_twice() && self.outcome.id == "no-error";
        for _ in 0..if twice { 2 } else { 1 } {
            self.pay(19_800, property(self.at, "order-id").clone(), with_id);
        }
        None
    }

    fn pay(&mut self, fen: i64, out_order_no: Value, with_id: bool) -> Option<()> {
        self.end(Stage::Submitted)?;
        self.show(Object::new().with("desk", "pay-button").with("fen", amount(fen)));
        let code = ending(self.at)?;
        let number = self.at.world.text(&ORDER_ID).to_owned();
        let result = Object::new().with("code", code).with("orderId", number.clone());
        let mut detail =
            Object::new().with("status", "success").with("outOrderNo", out_order_no).with("result", result);
        if with_id {
            detail.set("orderId", number);
        }
        self.call("pay", detail);
        None
    }

    fn refund(&mut self) -> Option<()> {
        self.shown_of_order();
        self.tapped()?;
        let at_tap = self.at.reading(&APPLY_AT) == "tap";
        if at_tap {
            self.apply();
        }
        self.end(Stage::Tapped)?;
        self.show(
            Object::new().with("page", "refund").with("orderId", property(self.at, "order-id").clone()),
        );
        if !submits(self.at) {
            return None;
        }
        if !at_tap {
            self.apply();
        }
        let never = matches!(first_reply(self.at, "applyrefund"), Some(Reply::Never));
        if never || !matches!(self.outcome.id, "21535" | "refund-fail") {
            self.end(Stage::Submitted)?;
        }
        if never {
            return None;
        }
        self.send(refund_request(self.at));
        self.end(Stage::Submitted)?;
        let number = |fact| self.at.world.text(fact).to_owned();
        let mut result =
            Object::new().with("refundId", number(&REFUND_ID)).with("orderId", number(&ORDER_ID));
        if !is_merged(self.at) {
            result.set("outRefundNo", number(&OUT_REFUND_NO));
        }
        self.call("refund", Object::new().with("status", "success").with("result", result));
        None
    }

    fn apply(&mut self) {
        let order = Object::new().with("orderId", property(self.at, "order-id").clone());
        self.ask("applyrefund", order);
    }

    fn look(&mut self) -> Option<()> {
        self.shown_of_order();
        self.tapped()?;
        self.end(Stage::Tapped)?;
        let id = property(self.at, "refund-id").clone();
        self.show(Object::new().with("page", "refund_detail").with("refundId", id));
        None
    }

    fn goods(&self) -> Object {
        Object::new()
            .with("goodsId", property(self.at, "goods-id").clone())
            .with("goodsType", property(self.at, "goods-type").clone())
    }

    fn tapped(&self) -> Option<()> {
        taps(self.at).then_some(())
    }

    fn shown_of_order(&mut self) {
        if let Some(display) = display_of_order(self.at) {
            self.show(Object::new().with("button", display));
        }
    }

    fn show(&mut self, what: Object) {
        self.events.push(Event::new(Kind::Shown, what));
    }

    fn send(&mut self, what: Object) {
        self.events.push(Event::new(Kind::Sent, what));
    }

    fn call(&mut self, name: &'static str, detail: Object) {
        self.events.push(Event::called(name, Object::new().with("detail", detail)));
    }

    fn ask(&mut self, name: &'static str, detail: Object) {
        if handler(self.at, name).is_some() {
            let with = Object::new().with("detail", detail);
            self.events.push(Event { kind: Kind::Asked, ..Event::called(name, with) });
        }
    }

    /// Ends the step here, if it ends at this stage.
    fn end(&mut self, here: Stage) -> Option<()> {
        if stage(self.outcome) != Some(here) {
            return Some(());
        }
        self.events.extend(self.outcome.example().map(told));
        None
    }
}

/// A deciding event with the members that every event of its kind has.
fn told(mut event: Event) -> Event {
    let name = event.name.clone();
    if let Some(Value::Object(detail)) = event.with.get_mut("detail") {
        if name == "error" {
            detail.set("errMsg", "what went wrong");
        } else {
            detail.set("result", Object::new().with("errMsg", "10000 10001 10002"));
        }
        if name == "pay" {
            detail.set("orderId", "");
            detail.set("outOrderNo", "");
        }
    }
    event
}

/// The code that the cashier ends with; `None` where it never does.
pub(super) fn ending(at: &At<'_>) -> Option<i32> {
    Some(match at.world.nth(&BUTTON_DESK, at.now) {
        "times_out" => 1,
        "payment_fails" => 2,
        "closed" => 3,
        "cancels" => 4,
        "unknown" => 9,
        "leaves" => return (at.reading(&NEVER_PAID) == "timed-out").then_some(1),
        _ => 0,
    })
}

fn extension_stops(at: &At<'_>) -> bool {
    match first_reply(at, "getextensionpath") {
        Some(Reply::Rejects(_) | Reply::Throws(_)) => at.reading(&EXTENSION_REJECTED) == "stops",
        Some(Reply::Never) => {
            at.reading(&NEVER_SETTLES) == "waits" || at.reading(&EXTENSION_REJECTED) == "stops"
        }
        _ => false,
    }
}

/// What one piece costs, in fen.
pub(super) fn price(at: &At<'_>, goods: &Value) -> Option<i64> {
    if buys_from_library(at) { Some(LIBRARY_PRICE) } else { goods.get("currentPrice").as_whole() }
}

#[expect(clippy::cast_precision_loss, reason = "amounts are far below 2^53")]
pub(super) fn amount(n: i64) -> Value {
    Value::Number(n as f64)
}

fn order_page(at: &At<'_>, goods: &Value) -> Object {
    let mut page = Object::new()
        .with("page", "order")
        .with("goodsId", property(at, "goods-id").clone())
        .with("phoneRequired", *phone_required(goods) == Value::Bool(true));
    if let Some(price) = price(at, goods) {
        page.set("price", amount(price));
    }
    if let Some((least, most)) = limits(at, goods) {
        page.set("minLimits", amount(least));
        page.set("maxLimits", amount(most));
    }
    if !buys_from_library(at) {
        for (name, from) in [("name", "goodsName"), ("photo", "goodsPhoto"), ("labels", "goodsLabels")] {
            if !goods.get(from).is_undefined() {
                page.set(name, goods.get(from).clone());
            }
        }
    }
    page.set(
        "dateRule",
        match goods.get("dateRule") {
            Value::Undefined => "周一至周日可用".into(),
            rule => rule.clone(),
        },
    );
    if let Some(Some(version)) = marketing(at, goods) {
        page.set("marketing", amount(version));
    }
    page
}

fn refund_request(at: &At<'_>) -> Object {
    let mut request = Object::new().with("to", "refund").with("orderId", property(at, "order-id").clone());
    let given = resolved(at, "applyrefund");
    if let Some(items) = items(at) {
        let amounts = asked(at, &items).unwrap_or_default();
        let list = items.iter().zip(amounts).map(|(item, (fen, _))| {
            let item =
                Object::new().with("itemOrderId", item.id.to_owned()).with("refundAmount", amount(fen));
            Value::Object(item)
        });
        request.set("itemOrderList", Value::Array(list.collect()));
    }
    let rest = given.filter(|given| !given.is_undefined()).map(|given| {
        if at.has(super::scene::ITEM_ORDERS) { without_item_orders(given).into() } else { given.clone() }
    });
    let nothing_left = rest.as_ref().and_then(Value::as_object).is_some_and(Object::is_empty);
    let text = rest.filter(|_| !nothing_left || at.reading(&CP_EXTRA_EMPTY) == "empty");
    if let Some(text) = text.and_then(|rest| text_of(&rest)) {
        request.set("cp_extra", text);
    }
    if refunds_an_old_order(at) {
        request.set("refundTotalAmount", property(at, "refund-total-amount").clone());
    }
    request
}
