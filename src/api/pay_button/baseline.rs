//! Valid components: the plainest ones, and how they vary.

use crate::api::world::{BASE_LIBRARY, BUTTON_DESK, BUTTON_USER, ORDER_QUANTITY, STOCK};
use crate::ground::{Function, Object, Value};
use crate::spec::{Base, Case, Draw, Step, Words, World};

use super::PAY_BUTTON;
use super::scene::{FIRST, TRADE};

/// Goods of the library.
pub(super) static LIBRARY: Base = Base {
    id: "library",
    says: Words::new("purchase of goods of the library", "商品库商品购买"),
    make: |world| case(world, buying(1), buying_handlers(limited())),
};

/// Other goods.
pub(super) static OWN: Base = Base {
    id: "own-goods",
    says: Words::new("purchase of goods outside the library", "非商品库商品购买"),
    make: |world| {
        let labels = vec![label("EXPIRED_RETURNS", None), label("BOOK_IN_ADVANCE", Some(2))];
        let info = limited()
            .with("currentPrice", 9_900)
            .with("goodsName", "99元套餐")
            .with("goodsPhoto", "https://example.com/a.jpeg?from=1")
            .with("goodsLabels", Value::Array(labels))
            .with("extra", Object::new().with("scene", "1"));
        case(world, buying(2), buying_handlers(info))
    },
};

/// A payment that goes on.
pub(super) static CONTINUE: Base = Base {
    id: "continued-payment",
    says: Words::new("payment that goes on", "继续支付"),
    make: |world| {
        let properties = Object::new().with("order-status", 0).with("order-id", "order-1");
        case(world, properties, Object::new().with("pay", Value::records()))
    },
};

/// A refund.
pub(super) static REFUND: Base = Base {
    id: "refund",
    says: Words::new("request for a refund", "申请退款"),
    make: |world| {
        let properties = Object::new().with("order-status", 1).with("order-id", "order-1");
        let extra = Object::new().with("orderId", "order-1");
        let handlers = Object::new().with("refund", Value::records()).with("applyrefund", resolving(extra));
        case(world, properties, handlers)
    },
};

/// The details of a refund.
pub(super) static DETAIL: Base = Base {
    id: "refund-detail",
    says: Words::new("look at the details of a refund", "查看退款详情"),
    make: |world| {
        let properties = Object::new().with("order-status", 2).with("refund-id", "refund-1");
        case(world, properties, Object::new())
    },
};

/// The plain valid cases.
pub(super) static ALL: &[&Base] = &[&LIBRARY, &OWN, &CONTINUE, &REFUND, &DETAIL];

fn buying(goods_type: i32) -> Object {
    Object::new().with("mode", 2).with("goods-type", goods_type).with("goods-id", "7046")
}

fn limited() -> Object {
    let phone = Object::new().with("required", false);
    Object::new()
        .with("minLimits", 1)
        .with("maxLimits", 20)
        .with("dateRule", "周一至周日可用")
        .with("validation", Object::new().with("phoneNumber", phone))
}

fn buying_handlers(info: Object) -> Object {
    Object::new()
        .with("getgoodsinfo", resolving(info))
        .with("placeorder", resolving(Value::Undefined))
        .with("pay", Value::records())
}

/// A label.
pub(super) fn label(kind: &'static str, value: Option<i32>) -> Value {
    let label = Object::new().with("type", kind);
    value.map_or(label.clone(), |days| label.with("value", days)).into()
}

/// A handler whose promise resolves.
pub(super) fn resolving(with: impl Into<Value>) -> Value {
    Value::Function(Function::resolving(with))
}

fn case(world: &World, properties: Object, handlers: Object) -> Option<Case> {
    let handlers = handlers.with("error", Value::records());
    let input = Object::new().with("properties", properties).with("handlers", handlers);
    (world.base_library() >= FIRST)
        .then(|| Case { world: world.clone(), steps: vec![Step::new(&PAY_BUTTON, input)] })
}

/// Turns a plain valid case into another one that keeps every rule.
pub(super) fn vary(draw: &mut Draw, case: &mut Case) {
    if draw.once_in(2) {
        let libraries =
            ["2.43.0.0", "2.50.0.0", "2.54.0.0", "2.59.0.3", "2.76.0.0", "2.100.0", "4.0.0", "10.0"];
        case.world.set(&BASE_LIBRARY, (*draw.pick(&libraries)).into());
    }
    if draw.once_in(4) {
        case.world.set(&BUTTON_USER, Value::Array(vec![(*draw.pick(&["taps", "submits"])).into()]));
    }
    if draw.once_in(4) {
        let endings = ["times_out", "payment_fails", "closed", "cancels", "unknown", "leaves"];
        case.world.set(&BUTTON_DESK, Value::Array(vec![(*draw.pick(&endings)).into()]));
    }
    let buys = case.steps.iter().all(|step| !step.input.get("properties").get("goods-id").is_undefined());
    if buys && draw.once_in(4) {
        case.world.set(&STOCK, (*draw.pick(&[1, 2, 1_000])).into());
    }
    if buys && draw.once_in(4) {
        case.world.set(&ORDER_QUANTITY, (*draw.pick(&[20, 12, 20])).into());
    }
    let library = case.world.base_library();
    for step in &mut case.steps {
        vary_ids(draw, &mut step.input);
        let info = step.input.get_mut("handlers").and_then(|h| h.get_mut("getgoodsinfo"));
        if let Some(Value::Object(info)) = info.and_then(|f| f.get_mut("resolves")) {
            vary_goods(draw, info, library >= TRADE);
        }
    }
}

fn vary_ids(draw: &mut Draw, input: &mut Value) {
    let Some(Value::Object(properties)) = input.get_mut("properties") else { return };
    for name in ["goods-id", "order-id", "refund-id"] {
        if properties.find(name).is_some() && draw.once_in(2) {
            let length = draw.below(12);
            properties.set(name, format!("{}1", draw.text(length)));
        }
    }
}

fn vary_goods(draw: &mut Draw, info: &mut Object, trades: bool) {
    if info.find("currentPrice").is_some() {
        #[expect(clippy::cast_precision_loss, reason = "drawn amounts are far below 2^53")]
        info.set("currentPrice", Value::Number(draw.between(1, 999_999) as f64));
        let length = draw.below(40);
        info.set("goodsName", format!("{}x", draw.text(length)));
    }
    if draw.once_in(2) {
        info.set("maxLimits", *draw.pick(&[20, 21, 99, 99_999]));
    }
    if draw.once_in(3) {
        info.remove("dateRule");
    }
    if draw.once_in(3) {
        let length = draw.below(30);
        info.set("extra", Object::new().with("x", draw.text(length)));
    }
    if trades && draw.once_in(3) {
        info.set("marketingVersion", *draw.pick(&[1, 2]));
    }
}
