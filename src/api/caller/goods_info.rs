//! `goods-info`: goods become the information that `bind:getgoodsinfo` of a `<pay-button>` resolves with.

use serde_json::{Value as Json, json};

use crate::api::pay_button::PAY_BUTTON;
use crate::ground::{Function, Object, Value};
use crate::spec::{At, Base, Case, Draw, Field, Kind, Operation, Produces, Role, Step, Words, World};

use super::{carry, decides, ends, returned, rules};

/// Builds goods information from goods.
pub static GOODS_INFO: Operation = Operation {
    name: "goods-info",
    api: "caller",
    says: Words::new(
        "the information on goods for a pay-button, built from goods",
        "由商品生成 pay-button 的商品信息",
    ),
    role: Role::Caller,
    facts: &[],
    rules: &rules::OF_GOODS_INFO,
    gaps: &[],
    cells: &[],
    bases: BASES,
    derived: None,
    mirrors: &[],
    produces: Some(Produces { call, place: &["handlers", "getgoodsinfo", "resolves"], carries: CARRIES }),
    vary,
    succeed: ends,
    perform: |at, _| returned(build(at)),
    decides,
    decided_by: &[Kind::Returned],
    input,
    result,
};

const fn there(name: &'static str) -> [&'static str; 4] {
    ["handlers", "getgoodsinfo", "resolves", name]
}

/// What the goods say, and where it stands in the call.
pub(super) const CARRIES: &[(Field, Field)] = &[
    (&["price"], &there("currentPrice")),
    (&["name"], &there("goodsName")),
    (&["photo"], &there("goodsPhoto")),
    (&["least"], &there("minLimits")),
    (&["most"], &there("maxLimits")),
    (&["usage"], &there("dateRule")),
    (&["extra"], &there("extra")),
    (&["trade"], &there("tradeOption")),
    (&["marketing"], &there("marketingVersion")),
];

fn call(at: &At<'_>, info: &Value) -> Case {
    let of_the_library = at.field("price").is_undefined();
    let properties = Object::new()
        .with("mode", 2)
        .with("goods-type", if of_the_library { 1 } else { 2 })
        .with("goods-id", "7046");
    let handlers = Object::new()
        .with("getgoodsinfo", Value::Function(Function::resolving(info.clone())))
        .with("placeorder", Value::Function(Function::resolving(Value::Undefined)))
        .with("pay", Value::records())
        .with("error", Value::records());
    let input = Object::new().with("properties", properties).with("handlers", handlers);
    Case { world: at.world.clone(), steps: vec![Step::new(&PAY_BUTTON, input)] }
}

/// What a faithful caller makes of goods.
fn build(at: &At<'_>) -> Object {
    let mut info = Object::new();
    carry(at.input(), &mut info, CARRIES);
    if let Value::Array(labels) = at.field("labels") {
        info.set("goodsLabels", Value::Array(labels.iter().map(label).collect()));
    }
    if let Value::Bool(required) = at.field("phoneRequired") {
        let phone = Object::new().with("required", *required);
        info.set("validation", Object::new().with("phoneNumber", phone));
    }
    info
}

/// A label as the document has it: the days are its `value`.
pub(super) fn label(label: &Value) -> Value {
    let mut made = Object::new();
    carry(label, &mut made, &[(&["type"], &["type"]), (&["days"], &["value"])]);
    made.into()
}

static BASES: &[&Base] = &[
    &Base {
        id: "own-goods",
        says: Words::new("piece of goods outside the library", "非商品库商品"),
        make: |world| {
            let goods = plain()
                .with("price", 9_900)
                .with("name", "99元套餐")
                .with("photo", "https://example.com/a.jpeg?from=1")
                .with(
                    "labels",
                    Value::Array(vec![days("EXPIRED_RETURNS", None), days("BOOK_IN_ADVANCE", Some(2))]),
                );
            Some(case(world, goods))
        },
    },
    &Base {
        id: "library-goods",
        says: Words::new("piece of goods of the library", "商品库商品"),
        make: |world| Some(case(world, plain())),
    },
];

fn plain() -> Object {
    Object::new()
        .with("least", 1)
        .with("most", 20)
        .with("usage", "周一至周日可用")
        .with("phoneRequired", false)
        .with("extra", Object::new().with("scene", "1"))
        .with("trade", Object::new().with("life_trade_flag", 1))
        .with("marketing", 2)
}

/// A label of goods.
pub(super) fn days(kind: &'static str, days: Option<i32>) -> Value {
    let label = Object::new().with("type", kind);
    days.map_or(label.clone(), |days| label.with("days", days)).into()
}

fn case(world: &World, goods: Object) -> Case {
    Case { world: world.clone(), steps: vec![Step::new(&GOODS_INFO, goods)] }
}

/// Other goods.
fn vary(draw: &mut Draw, case: &mut Case) {
    for step in &mut case.steps {
        let Value::Object(goods) = &mut step.input else { continue };
        for name in ["least", "most", "usage", "phoneRequired", "extra", "trade", "marketing"] {
            if draw.once_in(4) {
                goods.remove(name);
            }
        }
        if draw.once_in(2) {
            let length = 1 + draw.below(20);
            goods.set("usage", format!("{}.", draw.text(length)));
        }
        if goods.get("price").is_undefined() {
            continue;
        }
        #[expect(clippy::cast_precision_loss, reason = "drawn prices are far below 2^53")]
        goods.set("price", Value::Number(draw.between(1, 999_999_999) as f64));
        let length = 1 + draw.below(40);
        goods.set("name", format!("{}.", draw.text(length)));
        let labels: &[&[(&str, Option<i32>)]] = &[
            &[("REFUND_ANYTIME", None), ("RESERVATION_FREE", None), ("EXPIRED_RETURNS", None)],
            &[("REFUNDABLE_DAYS", Some(1)), ("BOOK_IN_ADVANCE", Some(99))],
            &[("NON_REFUNDABLE", None)],
        ];
        let labels = draw.pick(labels).iter().map(|(kind, value)| days(kind, *value)).collect();
        goods.set("labels", Value::Array(labels));
    }
}

fn input() -> Json {
    json!({
        "type": "object",
        "description": "goods; those of the library have no price of their own",
        "properties": {
            "price": { "type": "integer", "description": "fen" },
            "name": { "type": "string" },
            "photo": { "type": "string", "description": "the address of a picture" },
            "labels": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": { "type": { "type": "string" }, "days": { "type": "integer" } },
                    "required": ["type"]
                }
            },
            "least": { "type": "integer", "description": "pieces in one order, at least" },
            "most": { "type": "integer", "description": "pieces in one order, at most" },
            "usage": { "type": "string", "description": "when the goods may be used" },
            "phoneRequired": { "type": "boolean" },
            "extra": { "type": "object" },
            "trade": { "type": "object", "description": "the tradeOption" },
            "marketing": { "type": "integer", "description": "the marketing version" }
        }
    })
}

fn result() -> Json {
    json!({
        "type": "object",
        "description": "what bind:getgoodsinfo resolves with",
        "properties": {
            "currentPrice": { "type": "integer", "description": "fen" },
            "goodsName": { "type": "string" },
            "goodsPhoto": { "type": "string" },
            "goodsLabels": { "type": "array" },
            "minLimits": { "type": "integer" },
            "maxLimits": { "type": "integer" },
            "dateRule": { "type": "string" },
            "validation": { "type": "object" },
            "extra": { "type": "object" },
            "tradeOption": { "type": "object" },
            "marketingVersion": { "enum": [1, 2] }
        }
    })
}
