//! `diamond-options`: a purchase becomes the options of a `tt.openAwemeCustomerService`.

use serde_json::{Value as Json, json};

use crate::api::diamond::{self, OPEN_AWEME_CUSTOMER_SERVICE};
use crate::api::world::COIN_PRICE;
use crate::ground::{Object, Value};
use crate::spec::{At, Base, Case, Draw, Field, Kind, Operation, Produces, Role, Step, Words, World};

use super::{carry, decides, ends, returned, rules};

/// Builds the options of a diamond payment from a purchase.
pub static DIAMOND_OPTIONS: Operation = Operation {
    name: "diamond-options",
    api: "caller",
    says: Words::new(
        "the options of a diamond payment, built from a purchase",
        "由购买意图生成钻石支付的调用参数",
    ),
    role: Role::Caller,
    facts: &[&COIN_PRICE],
    rules: &rules::OF_DIAMOND_OPTIONS,
    gaps: &[],
    cells: &[],
    bases: BASES,
    derived: None,
    mirrors: &[],
    produces: Some(Produces { call, place: &[], carries: CARRIES }),
    vary,
    succeed: ends,
    perform: |at, _| returned(build(at)),
    decides,
    decided_by: &[Kind::Returned],
    input,
    result,
};

/// What a purchase says, and where it stands in the call.
pub(super) const CARRIES: &[(Field, Field)] = &[
    (&["coins"], &["buyQuantity"]),
    (&["fen"], &["orderAmount"]),
    (&["name"], &["goodName"]),
    (&["customId"], &["customId"]),
    (&["zoneId"], &["zoneId"]),
    (&["extraInfo"], &["extraInfo"]),
];

fn call(at: &At<'_>, options: &Value) -> Case {
    Case { world: at.world.clone(), steps: vec![Step::new(&OPEN_AWEME_CUSTOMER_SERVICE, options.clone())] }
}

/// What a faithful caller makes of a purchase.
fn build(at: &At<'_>) -> Object {
    let mut options = Object::new().with("currencyType", "DIAMOND");
    if !at.field("fen").is_undefined() {
        options.set("goodType", 2);
    }
    carry(at.input(), &mut options, CARRIES);
    options
}

static BASES: &[&Base] = &[
    &Base {
        id: "coins",
        says: Words::new("purchase of game coins", "游戏币购买"),
        make: |world| {
            let coins = diamond::some_quantity(world)?;
            Some(case(world, Object::new().with("coins", Value::Number(coins))))
        },
    },
    &Base {
        id: "item",
        says: Words::new("direct purchase of an item", "道具直购"),
        make: |world| Some(case(world, Object::new().with("fen", 10).with("name", "道具名称"))),
    },
];

fn case(world: &World, purchase: Object) -> Case {
    let purchase = purchase.with("customId", "order-1").with("zoneId", "1").with("extraInfo", "shop=1");
    Case { world: world.clone(), steps: vec![Step::new(&DIAMOND_OPTIONS, purchase)] }
}

/// Other purchases.
fn vary(draw: &mut Draw, case: &mut Case) {
    for step in &mut case.steps {
        let Value::Object(purchase) = &mut step.input else { continue };
        for (name, most) in [("customId", 40), ("zoneId", 10), ("extraInfo", 60)] {
            if draw.once_in(2) {
                let length = 1 + draw.below(most);
                purchase.set(name, format!("{}.", draw.text(length)));
            } else if name != "customId" && draw.once_in(3) {
                purchase.remove(name);
            }
        }
        if !purchase.get("fen").is_undefined() {
            #[expect(clippy::cast_precision_loss, reason = "drawn amounts are far below 2^53")]
            purchase.set("fen", Value::Number((10 * draw.between(1, 64_800)) as f64));
        }
    }
}

fn input() -> Json {
    let common = json!({
        "customId": { "type": "string", "description": "the developer's number of the order" },
        "zoneId": { "type": "string" },
        "extraInfo": { "type": "string" }
    });
    let purchase = |own: Json, required: &[&str]| {
        let mut all = common.clone();
        if let (Some(all), Some(own)) = (all.as_object_mut(), own.as_object()) {
            all.extend(own.clone());
        }
        json!({ "type": "object", "properties": all, "required": required })
    };
    json!({
        "oneOf": [
            purchase(json!({ "coins": { "type": "number", "description": "game coins" } }), &["coins", "customId"]),
            purchase(
                json!({
                    "fen": { "type": "integer", "description": "the price of the item, in fen" },
                    "name": { "type": "string", "description": "the name of the item" }
                }),
                &["fen", "name", "customId"]
            )
        ]
    })
}

fn result() -> Json {
    json!({
        "type": "object",
        "description": "the options of tt.openAwemeCustomerService, without callbacks",
        "properties": {
            "currencyType": { "const": "DIAMOND" },
            "goodType": { "enum": [0, 1, 2] },
            "buyQuantity": { "type": "number" },
            "orderAmount": { "type": "integer", "description": "fen" },
            "goodName": { "type": "string" },
            "customId": { "type": "string" },
            "zoneId": { "type": "string" },
            "extraInfo": { "type": "string" }
        },
        "required": ["customId"]
    })
}
