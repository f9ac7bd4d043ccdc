//! What lies between a page and the component: a framework must hand properties and events through, and answers back.

use std::borrow::Cow;

use serde_json::{Value as Json, json};

use crate::ground::{Function, Object, Reply, Value};
use crate::spec::{At, Base, Case, Draw, Event, Kind, Operation, Outcome, Role, Step, Trace, Words};

use super::gaps::{self, BRIDGE_PLAIN, BRIDGE_THROWS};
use super::rules::bridge as rules;
use super::schema;

/// The way between a page and the component.
pub static BRIDGE: Operation = Operation {
    name: "pay-button.bridge",
    api: "pay-button",
    says: Words::new("the way between a page and pay-button", "页面与 pay-button 组件之间的透传"),
    role: Role::Bridge,
    facts: &[],
    rules: rules::ALL,
    gaps: gaps::OF_BRIDGE,
    cells: &[],
    bases: &[&BUYING, &REFUNDING],
    derived: None,
    mirrors: &[],
    produces: None,
    vary,
    succeed: |_| const { &[&HANDED] },
    perform: |at, _| hand(at),
    decides: |_| false,
    decided_by: &[Kind::Shown, Kind::Sent],
    input: schema::page,
    result: schema::nothing,
};

/// Everything was handed through; whether unchanged, the rules judge.
static HANDED: Outcome = Outcome {
    id: "handed",
    says: Words::new("what is set and returned is handed through", "透传属性与返回值"),
    cites: &[],
    seen: Cow::Borrowed(&[]),
    unseen: &[],
};

static BUYING: Base = Base {
    id: "page-that-sells",
    says: Words::new("page that sells goods", "售卖商品的页面"),
    make: |world| {
        let properties = Object::new()
            .with("mode", 2)
            .with("goods-id", "7046")
            .with("goods-type", 1)
            .with("biz-line", 1)
            .with("marketing-ready", true);
        let goods = || Object::new().with("goodsId", "7046").with("goodsType", 1);
        let paid = Object::new().with("status", "success").with("orderId", "1");
        let fires = vec![
            fire("getgoodsinfo", goods()),
            fire("placeorder", goods()),
            fire("getextensionpath", goods()),
            fire("pay", paid),
        ];
        let handlers = Object::new()
            .with("getgoodsinfo", answering(Object::new().with("minLimits", 1).with("maxLimits", 2)))
            .with("placeorder", answering(Value::Undefined))
            .with("getextensionpath", answering("pages/extension"))
            .with("pay", Value::records());
        Some(case(world, properties, handlers, fires))
    },
};

static REFUNDING: Base = Base {
    id: "page-that-refunds",
    says: Words::new("page that asks for refunds", "申请退款的页面"),
    make: |world| {
        let properties = Object::new()
            .with("order-status", 1)
            .with("order-id", "order-1")
            .with("refund-id", "refund-1")
            .with("refund-total-amount", 20_000);
        let order = Object::new().with("orderId", "order-1");
        let refunded = Object::new().with("status", "success");
        let failed = Object::new().with("errNo", 21_500).with("errMsg", "mode");
        let fires = vec![fire("applyrefund", order.clone()), fire("refund", refunded), fire("error", failed)];
        let handlers = Object::new()
            .with("applyrefund", answering(order))
            .with("refund", Value::records())
            .with("error", Value::records());
        Some(case(world, properties, handlers, fires))
    },
};

fn answering(with: impl Into<Value>) -> Value {
    Value::Function(Function::resolving(with))
}

/// An event that the native component fires.
pub(super) fn fire(event: &'static str, detail: Object) -> Value {
    Object::new().with("event", event).with("detail", detail).into()
}

fn case(world: &crate::spec::World, properties: Object, handlers: Object, fires: Vec<Value>) -> Case {
    let input = Object::new()
        .with("properties", properties)
        .with("handlers", handlers)
        .with("fires", Value::Array(fires));
    Case { world: world.clone(), steps: vec![Step::new(&BRIDGE, input)] }
}

/// Another page that is as valid.
fn vary(draw: &mut Draw, case: &mut Case) {
    for step in &mut case.steps {
        let Some(Value::Object(properties)) = step.input.get_mut("properties") else { continue };
        for name in ["goods-id", "order-id", "refund-id"] {
            if properties.find(name).is_some() && draw.once_in(2) {
                let length = 1 + draw.below(20);
                properties.set(name, draw.text(length));
            }
        }
    }
}

/// The events of a step, each with its detail and with what its handler does this time, if it has one.
pub(super) fn fired<'a>(at: &At<'a>) -> Vec<(&'a str, &'a Value, Option<&'a Reply>)> {
    let Value::Array(fires) = at.field("fires") else { return Vec::new() };
    let mut all: Vec<(&str, &Value, Option<&Reply>)> = Vec::new();
    for fire in fires {
        let name = fire.get("event").as_str().unwrap_or_default();
        let before = all.iter().filter(|(other, ..)| *other == name).count();
        let reply = if let Value::Function(f) = at.field("handlers").get(name) {
            Some(f.script().get(before).or(f.script().last()).unwrap_or(&Reply::Records))
        } else {
            None
        };
        all.push((name, fire.get("detail"), reply));
    }
    all
}

/// What a handler's invocation is for the component, as a script entry.
pub(super) fn answer_of(at: &At<'_>, reply: &Reply) -> Value {
    let entry = |name: &'static str, value: &Value| Value::from(Object::new().with(name, value.clone()));
    match reply {
        Reply::Records => "records".into(),
        Reply::Never => "never".into(),
        Reply::Returns(v) if at.reading(&BRIDGE_PLAIN) == "promise" => entry("resolves", v),
        Reply::Returns(v) => entry("returns", v),
        Reply::Resolves(v) => entry("resolves", v),
        Reply::Rejects(v) => entry("rejects", v),
        Reply::Throws(message) => match at.reading(&BRIDGE_THROWS) {
            "thrown" => entry("throws", &Value::Text(message.clone())),
            "rejected" => entry("rejects", &Value::Text(message.clone())),
            _ => "records".into(),
        },
    }
}

/// What a faithful framework does.
fn hand(at: &At<'_>) -> Trace {
    let native = Object::new().with("native", at.field("properties").clone());
    let mut events = vec![Event::new(Kind::Shown, native)];
    for (name, detail, reply) in fired(at) {
        let mut sent = Object::new().with("to", "native").with("event", name.to_owned());
        if let Some(reply) = reply {
            let with = Object::new().with("detail", detail.clone());
            let kind = if *reply == Reply::Records { Kind::Called } else { Kind::Asked };
            events.push(Event { kind, ..Event::called(name.to_owned(), with) });
            sent.set("answer", answer_of(at, reply));
        }
        events.push(Event::new(Kind::Sent, sent));
    }
    Trace(events)
}

/// JSON Schema of the events to fire.
pub(super) fn fires() -> Json {
    json!({
        "type": "array",
        "items": {
            "type": "object",
            "properties": { "event": { "type": "string" }, "detail": { "type": "object" } },
            "required": ["event"]
        }
    })
}
