//! `diamond-options`: the call asks for what was to be bought.

use crate::api::caller::diamond_options::CARRIES;
use crate::api::caller::key;
use crate::api::documents::DIAMOND;
use crate::spec::{
    About, Bend, Case, Check, Cite, Field, Kind, Patch, Promise, Rule, Standing, Words, at_path,
};

use super::{change, edit};

const fn parameter(name: &'static str, words: &'static str) -> Cite {
    Cite { document: DIAMOND, section: "参数说明", row: name, words }
}

/// The purchase that was wanted.
pub(super) static AS_WANTED: Rule = Rule {
    id: "caller/diamond-options/as-wanted",
    says: Words::new(
        "the options ask for the kind of goods, the quantity or the price and name, and carry the order's number, zone and extra information",
        "调用参数如实携带商品类型、数量或价格与名称,以及订单号、区服与透传信息",
    ),
    cites: &[
        parameter("goodType", "支付场景"),
        parameter("buyQuantity", "游戏币购买数量"),
        parameter("orderAmount", "单位为【分】"),
    ],
    about: &MEMBERS_OF_A_PURCHASE,
    check: Check::Promise(Promise {
        holds: |at, trace| {
            let Some(event) = trace.first(Kind::Returned, "") else { return Standing::Apart };
            let options = &event.with;
            let carries = |(from, there): &(Field, Field)| {
                let (wanted, got) = (at_path(at.input(), from), options.get(key(there)));
                match key(from) {
                    _ if !wanted.is_undefined() => wanted == got,
                    // A quantity beside the price of an item is another rule's matter; the zone of a game without zones is "1".
                    "coins" => true,
                    "zoneId" => got.is_undefined() || got.as_str() == Some("1"),
                    _ => got.is_undefined(),
                }
            };
            let item = options.get("goodType").as_whole() == Some(2);
            let wants_an_item = !at.field("fen").is_undefined();
            Standing::kept(item == wants_an_item && CARRIES.iter().all(carries))
        },
        needs: &[Kind::Returned],
        stages: intents,
        bends: &[
            Bend { id: "another-quantity", bend: |_, trace| change(trace, "buyQuantity", 60) },
            Bend { id: "another-price", bend: |_, trace| change(trace, "orderAmount", 100) },
            Bend { id: "another-name", bend: |_, trace| change(trace, "goodName", "x") },
            Bend { id: "another-kind", bend: |_, trace| change(trace, "goodType", 1) },
            Bend { id: "another-number", bend: |_, trace| change(trace, "customId", "x") },
            Bend { id: "another-zone", bend: |_, trace| change(trace, "zoneId", "2") },
            Bend {
                id: "loses-extra-info",
                bend: |_, trace| edit(trace, |options| options.remove("extraInfo")),
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// Intents that careless software gets wrong.
fn intents(base: &Case) -> Vec<Patch> {
    let mut all = vec![
        Patch::set("customId", "20261122001"),
        Patch::set("customId", "Order-a1"),
        Patch::set("zoneId", "3_role7"),
        Patch::set("zoneId", "12"),
        Patch::without("zoneId").and_at(&["extraInfo"], None),
        Patch::set("extraInfo", "{\"shop\":1}"),
        Patch::set("extraInfo", "a".repeat(256)),
    ];
    if base.steps.iter().all(|step| !step.input.get("fen").is_undefined()) {
        all.extend([
            Patch::set("fen", 2_900),
            Patch::set("fen", 1_990),
            Patch::set("fen", 650),
            Patch::set("name", "汉".repeat(10)),
            Patch::set("name", "a b&c=1%20"),
        ]);
    }
    all
}

const MEMBERS_OF_A_PURCHASE: [About; 6] = [
    About::Field(&["coins"]),
    About::Field(&["fen"]),
    About::Field(&["name"]),
    About::Field(&["customId"]),
    About::Field(&["zoneId"]),
    About::Field(&["extraInfo"]),
];
