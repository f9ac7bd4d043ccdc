//! `goods-info`: the information is about the goods that were meant.

use crate::api::caller::goods_info::{CARRIES, days, label};
use crate::api::caller::key;
use crate::api::documents::PAY_BUTTON;
use crate::ground::{Object, Value};
use crate::spec::{
    About, At, Bend, Case, Check, Cite, Field, Kind, Patch, Promise, Rule, Standing, Words, at_path,
};

use super::{change, edit};

const fn info(name: &'static str, words: &'static str) -> Cite {
    Cite { document: PAY_BUTTON, section: "bind:getgoodsinfo 说明", row: name, words }
}

/// The goods that were meant.
pub(super) static AS_DESCRIBED: Rule = Rule {
    id: "caller/goods-info/as-described",
    says: Words::new(
        "the information carries the price in fen, the name, photo, labels, limits and use of the goods, whether a phone number is needed, and what is passed through",
        "商品信息如实携带单价(分)、名称、图片、标签、起购与限购份数、使用规则、手机号要求与透传参数",
    ),
    cites: &[
        info("currentPrice", "商品单价"),
        info("goodsName", "商品名称"),
        info("minLimits", "起购份数"),
        info("maxLimits", "限购份数"),
        info("dateRule", "使用规则"),
        info("extra", "开发者透传参数"),
    ],
    about: &[
        About::Field(&["price"]),
        About::Field(&["name"]),
        About::Field(&["labels"]),
        About::Field(&["least"]),
        About::Field(&["most"]),
    ],
    check: Check::Promise(Promise {
        holds: |at, trace| {
            let Some(event) = trace.first(Kind::Returned, "") else { return Standing::Apart };
            let info = &event.with;
            let carries = |(from, there): &(Field, Field)| {
                let there = key(there);
                carried(at_path(at.input(), from), info.get(there), &default(there))
            };
            let phone = info.get("validation").get("phoneNumber").get("required");
            Standing::kept(
                CARRIES.iter().all(carries)
                    && labelled(at, info)
                    && carried(at.field("phoneRequired"), phone, &false.into()),
            )
        },
        needs: &[Kind::Returned],
        stages: intents,
        bends: &[
            Bend { id: "price-in-yuan", bend: |_, trace| change(trace, "currentPrice", 99) },
            Bend { id: "another-name", bend: |_, trace| change(trace, "goodsName", "x") },
            Bend {
                id: "another-photo",
                bend: |_, trace| change(trace, "goodsPhoto", "https://example.com/b.jpg"),
            },
            Bend { id: "loses-the-labels", bend: |_, trace| edit(trace, |info| info.remove("goodsLabels")) },
            Bend { id: "swaps-the-limits", bend: |_, trace| edit(trace, swap_limits) },
            Bend { id: "another-use", bend: |_, trace| change(trace, "dateRule", "x") },
            Bend { id: "loses-the-phone", bend: |_, trace| edit(trace, |info| info.remove("validation")) },
            Bend { id: "loses-extra", bend: |_, trace| edit(trace, |info| info.remove("extra")) },
            Bend {
                id: "loses-the-trade-option",
                bend: |_, trace| edit(trace, |info| info.remove("tradeOption")),
            },
            Bend { id: "another-marketing", bend: |_, trace| change(trace, "marketingVersion", 1) },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// What the document fills in for a member that is left out; undefined where it fills in nothing.
fn default(member: &str) -> Value {
    match member {
        "minLimits" | "marketingVersion" => 1.into(),
        "maxLimits" => 99_999.into(),
        "dateRule" => "周一至周日可用".into(),
        _ => Value::Undefined,
    }
}

/// Intents that careless software gets wrong.
fn intents(base: &Case) -> Vec<Patch> {
    let mut all = vec![
        Patch::set("phoneRequired", true),
        Patch::set("usage", "周一至周五可用").and("least", 2).and("most", 9),
        Patch::without("least").and_at(&["most"], None),
        Patch::without("usage").and_at(&["phoneRequired"], None),
        Patch::without("extra").and_at(&["trade"], None).and_at(&["marketing"], None),
        Patch::set("marketing", 1),
    ];
    if base.steps.iter().all(|step| !step.input.get("price").is_undefined()) {
        all.extend([
            labelled_as(&[("REFUNDABLE_DAYS", Some(1)), ("BOOK_IN_ADVANCE", Some(99))]),
            labelled_as(&[("REFUND_ANYTIME", None), ("RESERVATION_FREE", None), ("EXPIRED_RETURNS", None)]),
            labelled_as(&[("REFUNDABLE_DAYS", Some(31)), ("RESERVATION_FREE", None)]),
            labelled_as(&[("NON_REFUNDABLE", None)]),
            Patch::without("labels"),
            Patch::set("price", 2_900),
            Patch::set("price", 1_990),
            Patch::set("name", "汉".repeat(85)),
            Patch::set("name", "a".repeat(256)),
            Patch::set("photo", format!("https://example.com/{}.jpg", "a".repeat(480))),
        ]);
    }
    all
}

fn labelled_as(labels: &[(&'static str, Option<i32>)]) -> Patch {
    Patch::set("labels", Value::Array(labels.iter().map(|(kind, value)| days(kind, *value)).collect()))
}

/// Whether a member is what was wanted. What is left out, on either side, is as if filled in.
fn carried(wanted: &Value, got: &Value, default: &Value) -> bool {
    let [wanted, got] = [wanted, got].map(|value| if value.is_undefined() { default } else { value });
    wanted == got
}

/// Whether the labels are those of the goods, in their order.
fn labelled(at: &At<'_>, info: &Value) -> bool {
    let (wanted, got) = (list(at.field("labels")), list(info.get("goodsLabels")));
    wanted.len() == got.len() && wanted.iter().zip(got).all(|(wanted, got)| label(wanted) == *got)
}

fn list(value: &Value) -> &[Value] {
    if let Value::Array(items) = value { items } else { &[] }
}

fn swap_limits(info: &mut Object) {
    let (least, most) = (info.get("minLimits").clone(), info.get("maxLimits").clone());
    info.set("minLimits", most);
    info.set("maxLimits", least);
}
