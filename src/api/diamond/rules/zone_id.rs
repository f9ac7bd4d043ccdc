//! `zoneId`: the part of the game that the player is in, and the role.

use crate::api::diamond::gaps::{ZONE_EMPTY, ZONE_MISSING};
use crate::api::diamond::order::orders;
use crate::api::diamond::scene::FIRST;
use crate::ground::{Type, Value};
use crate::spec::{About, At, Bend, Check, Demand, Kind, Patch, Promise, Rule, Standing, Trace, Words};

use super::{TYPE_ERRORS, parameter, refuse_type, should_be};

/// A string.
pub(super) static TYPE: Rule = Rule {
    id: "diamond/zone-id/type",
    says: Words::new("zoneId must be a string", "zoneId 必须是字符串"),
    cites: &[parameter("zoneId", "string"), TYPE_ERRORS],
    since: FIRST,
    check: Check::Demand(
        Demand::Typed(&["zoneId"], Type::String),
        &[refuse_type(|at| should_be(at, "zoneId", Type::String))],
    ),
    ..Rule::PLAIN
};

/// The order carries the zone.
pub(super) static ORDER_ZONE: Rule = Rule {
    id: "diamond/zone-id/order-zone",
    says: Words::new(
        "the order carries the zone that the developer names, with the role behind an underscore; \"1\" stands for a game without zones",
        "订单携带开发者自定义的分区(角色 ID 以下划线接在其后);不分大区则默认为 \"1\"",
    ),
    cites: &[
        parameter("zoneId", "游戏服务区 id,开发者自定义"),
        parameter("zoneId", "默认  填写\"1\""),
        parameter("zoneId", "角色 ID 接在分区 ID 后,用\"_\"连接"),
    ],
    since: FIRST,
    about: &[About::Field(&["zoneId"])],
    check: Check::Promise(Promise {
        holds: carried,
        needs: &[Kind::Sent],
        stages: |_| {
            let zones = ["1", "2", "1_10086", "华东一区", ""];
            let named = zones.into_iter().map(|zone| Patch::set("zoneId", zone));
            std::iter::once(Patch::default()).chain(named).collect()
        },
        bends: &[
            Bend { id: "drops-zone", bend: |_, trace| edit(trace, |_| None) },
            Bend { id: "drops-role", bend: |_, trace| edit(trace, without_role) },
            Bend { id: "always-first-zone", bend: |_, trace| edit(trace, |_| Some("1".into())) },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

fn carried(at: &At<'_>, trace: &Trace) -> Standing {
    if orders(trace).next().is_none() {
        return Standing::Apart;
    }
    let is_missing = match at.field("zoneId") {
        Value::Undefined | Value::Null => true,
        Value::Text(s) => s.is_empty() && at.reading(&ZONE_EMPTY) == "missing",
        // What becomes of a value of a wrong type is another rule's matter.
        _ => return Standing::Apart,
    };
    Standing::kept(orders(trace).map(|order| order.with.get("zoneId")).all(|sent| match is_missing {
        true if at.reading(&ZONE_MISSING) == "filled" => sent.as_str() == Some("1"),
        true => sent.is_undefined(),
        false => sent == at.field("zoneId"),
    }))
}

fn edit(trace: &mut Trace, zone: fn(&Value) -> Option<Value>) {
    for event in trace.0.iter_mut().filter(|e| e.kind == Kind::Sent) {
        if let Value::Object(order) = &mut event.with {
            match zone(order.get("zoneId")) {
                Some(zone) => order.set("zoneId", zone),
                None => order.remove("zoneId"),
            }
        }
    }
}

fn without_role(zone: &Value) -> Option<Value> {
    zone.as_str().map(|s| s.split('_').next().unwrap_or_default().to_owned().into())
}
