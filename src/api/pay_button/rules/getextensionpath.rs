//! `bind:getextensionpath`: a handler of which the document shows nothing but its row.

use crate::api::pay_button::gaps::{EXTENSION_ORDER, EXTENSION_REJECTED};
use crate::api::pay_button::scene::{TRADE, first_reply, handler, taps_to_buy, user};
use crate::api::world::BASE_LIBRARY;
use crate::ground::{Reply, Value};
use crate::spec::{About, At, Bend, Check, Force, Kind, Promise, Rule, Standing, Words};

use super::{order_page, property, script};

/// Asked on the way to the order page.
pub(super) static ASKED: Rule = Rule {
    id: "pay-button/getextensionpath/asked",
    says: Words::new(
        "bind:getextensionpath is called on the way to the order page, from base library 2.76.0.0",
        "自基础库 2.76.0.0 起,进入提单页时调用 bind:getextensionpath",
    ),
    cites: &[property("bind:getextensionpath", "2.76.0.0")],
    force: Force::Should,
    since: TRADE,
    scope: |at| {
        taps_to_buy(at)
            && user(at) != "taps_twice"
            && handler(at, "getextensionpath").is_some()
            && !matches!(first_reply(at, "getextensionpath"), Some(Reply::Never))
    },
    about: &[About::Field(&["handlers", "getextensionpath"])],
    check: Check::Promise(Promise {
        holds: |at, trace| {
            let asked = trace.first(Kind::Called, "getextensionpath").is_some();
            let ordered = trace.0.iter().position(|e| e.is(Kind::Called, "getextensionpath"))
                < trace.0.iter().position(|e| e.is(Kind::Called, "placeorder"));
            if !asked {
                return if order_page(trace).is_some() { Standing::Broken } else { Standing::Apart };
            }
            if extension_fails(at) && order_page(trace).is_none() {
                return Standing::kept(at.reading(&EXTENSION_REJECTED) == "stops");
            }
            if extension_fails(at) && at.reading(&EXTENSION_REJECTED) == "stops" {
                return Standing::Broken;
            }
            Standing::kept(ordered == (at.reading(&EXTENSION_ORDER) == "before"))
        },
        needs: &[Kind::Called, Kind::Asked, Kind::Shown],
        stages: |_| {
            vec![
                script(&["handlers", "getextensionpath"], Reply::Resolves(Value::Undefined)),
                script(&["handlers", "getextensionpath"], Reply::Rejects("no".into())),
                script(&["handlers", "getextensionpath"], Reply::Never),
                script(&["handlers", "getextensionpath"], Reply::Resolves(Value::Undefined))
                    .and_fact(&BASE_LIBRARY, TRADE.before().to_string()),
            ]
        },
        bends: &[Bend {
            id: "never-asked",
            bend: |_, trace| trace.0.retain(|e| e.name != "getextensionpath"),
        }],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

fn extension_fails(at: &At<'_>) -> bool {
    matches!(first_reply(at, "getextensionpath"), Some(Reply::Rejects(_) | Reply::Throws(_)))
}
