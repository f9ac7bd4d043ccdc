//! The cashier itself: that it opens, and what a user does who does not pay.

use crate::api::cashier::gaps::{DESK_OFFLINE, NO_CHANNEL};
use crate::api::cashier::outcomes::{CANCELLED, FAILED, REFUSED};
use crate::api::cashier::scene::{Channel, FIRST_OF_TITLE, at_the_desk};
use crate::api::world::{CASHIER_USER, NETWORK as NETWORK_FACT};
use crate::ground::{Object, Value};
use crate::spec::{
    About, At, Bend, Case, Check, Demand, Event, Kind, Own, Patch, Plain, Promise, Refusal, Rule, Standing,
    Trace, Words,
};

use super::valid_time::is_over;
use super::{asked, cite, option, without};

/// Opened with service 1.
pub(super) static OPENS: Rule = Rule {
    id: "cashier/desk/opens",
    says: Words::new("with service 1 the cashier opens", "service=1 拉起小程序收银台"),
    cites: &[option("service", "固定值:1 (拉起小程序收银台)"), cite("", "tt.pay", "1.19.4+")],
    since: FIRST_OF_TITLE,
    scope: at_the_desk,
    about: &[About::Field(&["service"])],
    check: Check::Promise(Promise {
        holds: |at, trace| match desks(trace).count() {
            0 if was_refused(at, trace) => Standing::Apart,
            n => Standing::kept(n == 1),
        },
        needs: &[Kind::Called, Kind::Shown],
        stages: |base| {
            let leaves = Patch::fact(&CASHIER_USER, Value::Array(vec!["leaves".into()]));
            if is_desk_of(base) { vec![leaves] } else { Vec::new() }
        },
        bends: &[
            Bend { id: "no-desk", bend: |_, trace| trace.0.retain(|e| !is_desk(e)) },
            Bend {
                id: "two-desks",
                bend: |_, trace| {
                    let again: Vec<_> = desks(trace).cloned().collect();
                    trace.0.splice(0..0, again);
                },
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// With something to pay with, if that matters.
pub(super) static SOME_CHANNEL: Rule = Rule {
    scope: at_the_desk,
    about: &[About::Field(&["service"])],
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| {
                let some = Channel::BOTH.into_iter().any(|channel| channel.is_offered(at));
                Standing::kept(some || at.reading(&NO_CHANNEL) == "empty")
            },
            about: &[About::Field(&["orderInfo", "alipay_url"]), About::Field(&["orderInfo", "wx_url"])],
            edges: |base| {
                if is_desk_of(base) { vec![no_alipay(), no_wechat(Patch::default())] } else { Vec::new() }
            },
            openings: |base| if is_desk_of(base) { vec![no_wechat(no_alipay())] } else { Vec::new() },
            ..Own::PLAIN
        }),
        &[Refusal::row(&REFUSED).under(&NO_CHANNEL, "refused")],
    ),
    ..asked(
        "cashier/desk/some-channel",
        Words::new(
            "the cashier offers at least one channel, if an empty one is refused",
            "收银台至少提供一种支付方式(若不接受空的收银台)",
        ),
        &[cite("说明:", "  • alipay_url", "如果开发者在小程序开发者平台开通了支付宝支付")],
        Demand::Filled(&[]),
    )
};

fn no_alipay() -> Patch {
    without("alipay_url")
}

fn no_wechat(patch: Patch) -> Patch {
    patch.and_at(&["orderInfo", "wx_url"], None).and_at(&["orderInfo", "wx_type"], None)
}

/// The network is there.
pub(super) static NETWORK: Rule = Rule {
    id: "cashier/desk/network",
    says: Words::new(
        "without a network the cashier cannot be opened, or the payment fails or is cancelled",
        "离线时收银台无法拉起,或支付失败、取消",
    ),
    cites: &[
        cite("success 返回参数说明", "code", "2:支付失败"),
        cite("代码示例", "tt.pay({", "调起收银台失败"),
    ],
    scope: at_the_desk,
    about: &[About::Field(&["service"])],
    check: Check::Demand(
        Demand::Not(&NETWORK_FACT, Plain::Text("offline")),
        &[
            Refusal::row(&REFUSED).under(&DESK_OFFLINE, "fails"),
            Refusal::row(&FAILED).under(&DESK_OFFLINE, "failed"),
            Refusal::row(&CANCELLED).under(&DESK_OFFLINE, "cancelled"),
        ],
    ),
    ..Rule::PLAIN
};

/// Whether a valid case pays at the cashier.
pub(super) fn is_desk_of(base: &Case) -> bool {
    base.steps.iter().all(|s| s.input.get("service").as_whole() == Some(1))
}

/// Whether an event shows the desk.
pub(super) fn is_desk(event: &Event) -> bool {
    event.kind == Kind::Shown && event.with.get("desk").as_str() == Some("cashier")
}

/// The desks that were shown.
pub(super) fn desks(trace: &Trace) -> impl Iterator<Item = &Event> {
    trace.0.iter().filter(|e| is_desk(e))
}

/// Edits what is shown at the desk.
pub(super) fn edit_desks(trace: &mut Trace, edit: impl Fn(&mut Object)) {
    for event in trace.0.iter_mut().filter(|e| is_desk(e)) {
        if let Value::Object(desk) = &mut event.with {
            edit(desk);
        }
    }
}

/// Whether something that may stop a payment before it begins is in the way, and may end it with a code of its own.
pub(super) fn is_stopped(at: &At<'_>) -> bool {
    at.world.text(&NETWORK_FACT) == "offline" || is_over(at)
}

/// Whether a call came to nothing before a wallet or the desk could be called, or may have and nobody heard of it.
pub(super) fn was_refused(at: &At<'_>, trace: &Trace) -> bool {
    if is_stopped(at) {
        return true;
    }
    let failed = trace.first(Kind::Called, "fail").is_some() || trace.first(Kind::Threw, "").is_some();
    let succeeded = trace.first(Kind::Called, "success").is_some();
    let heard = at.listens("fail") && at.listens("success");
    failed || !(succeeded || heard)
}
