//! What a faithful platform does: the whole trace of an ending.

use crate::ground::{Object, Reply, Value};
use crate::spec::{At, Event, Kind, Outcome, Trace};

use super::gaps::CALLBACK_THROWS;
use super::info::field;
use super::outcomes::{
    CANCELLED, CLOSED, FAILED, NO_WECHAT, NOTHING, PAID, PAYMENT_FAILED, REFUSED, TIMED_OUT, UNKNOWN,
    WECHAT_FAILS,
};
use super::scene::{Channel, in_alipay, in_wechat};
use super::visit::{End, Moment, end, visit};

/// How a call may end when no rule is broken.
pub(super) fn succeed(at: &At<'_>) -> &'static [&'static Outcome] {
    match end(at) {
        // That a wallet cannot be called is what demands say; who forgets them tells what he tells of any payment.
        Some(End::Error(_) | End::Refused) if in_wechat(at) => const { &[&UNKNOWN] },
        Some(End::Error(_)) if in_alipay(at) => const { &[&FAILED] },
        Some(End::Refused) if in_alipay(at) => const { &[&PAID] },
        Some(End::Code(1)) => const { &[&TIMED_OUT] },
        Some(End::Code(2)) => const { &[&FAILED] },
        Some(End::Code(3)) => const { &[&CLOSED] },
        Some(End::Code(4)) => const { &[&CANCELLED] },
        Some(End::Code(9)) => const { &[&UNKNOWN] },
        Some(End::Error(10000)) => const { &[&PAYMENT_FAILED] },
        Some(End::Error(10001)) => const { &[&WECHAT_FAILS] },
        Some(End::Error(_)) => const { &[&NO_WECHAT] },
        Some(End::Refused) => const { &[&REFUSED] },
        Some(End::Left | End::Unsettled | End::Untold) => const { &[&NOTHING] },
        _ => const { &[&PAID] },
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
    if outcome.id == "throws" {
        return Trace(outcome.example().collect());
    }
    let mut events = Vec::with_capacity(6);
    events.push(Event::new(Kind::Returned, Value::Undefined));
    // The same words may end a call that was refused and a visit: what the visit comes to tells them apart.
    let goes_on = |end| ends_in(end, outcome) || succeed(at).iter().any(|o| **o == *outcome);
    if end(at).is_some_and(goes_on) {
        visit(at, &mut |moment| events.push(event(at, moment)));
    }
    let ending: Vec<_> = outcome.example().collect();
    let with = ending.first().map(|e| e.with.clone());
    let stops = ending.iter().any(|e| at.throws(&e.name)) && at.reading(&CALLBACK_THROWS) == "stops";
    events.extend(ending.into_iter().filter(|e| at.listens(&e.name)));
    if let Some(with) = with.filter(|_| at.listens("complete") && !stops) {
        events.push(Event::called("complete", with));
    }
    Trace(events)
}

/// Whether a visit that ends so ends in this outcome.
fn ends_in(end: End, outcome: &Outcome) -> bool {
    match end {
        End::Code(code) | End::Error(code) => outcome.id.parse() == Ok(code),
        End::Left | End::Unsettled | End::Untold => *outcome == NOTHING,
        End::Refused => *outcome == REFUSED,
    }
}

fn event(at: &At<'_>, moment: Moment) -> Event {
    match moment {
        Moment::Desk(ticked) => Event::new(Kind::Shown, desk(at, ticked)),
        Moment::Wallet(channel) => Event::new(Kind::Shown, Object::new().with("wallet", channel.name())),
        Moment::Result(code) => Event::new(Kind::Shown, Object::new().with("result", code)),
        Moment::Asked(n) => {
            let answer = match at.field("getOrderStatus") {
                Value::Function(f) => f.script().get(n).or(f.script().last()).map(answered),
                _ => None,
            };
            let with = Object::new().with("out_order_no", field(at, "out_order_no").clone());
            let kind = if answer.is_some() { Kind::Asked } else { Kind::Called };
            Event { kind, name: "getOrderStatus".into(), with: with.into(), answered: answer }
        }
    }
}

/// An entry of a script, as an adapter tells of it.
fn answered(reply: &Reply) -> Value {
    let entry = |name: &'static str, value: &Value| Object::new().with(name, value.clone()).into();
    match reply {
        Reply::Records => "records".into(),
        Reply::Never => "never".into(),
        Reply::Returns(value) => entry("returns", value),
        Reply::Resolves(value) => entry("resolves", value),
        Reply::Rejects(value) => entry("rejects", value),
        Reply::Throws(text) => entry("throws", &Value::Text(text.clone())),
    }
}

fn desk(at: &At<'_>, ticked: Option<Channel>) -> Object {
    let mut desk = Object::new()
        .with("desk", "cashier")
        .with("fen", field(at, "total_amount").clone())
        .with("wx", Channel::Wx.is_offered(at))
        .with("alipay", Channel::Alipay.is_offered(at));
    if let Some(channel) = ticked {
        desk.set("ticked", channel.name());
    }
    desk
}

/// Whether a call that somebody listens to may end without a word: nothing comes to an end.
pub(super) fn may_stay_silent(at: &At<'_>) -> bool {
    end(at).is_none_or(|end| matches!(end, End::Left | End::Unsettled | End::Untold))
}
