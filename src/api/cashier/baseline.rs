//! Valid payments: the plainest ones, and how they vary.

use crate::api::world::{BASE_LIBRARY, CASHIER_USER, CLOCK, HOST, HOST_VERSION, OS};
use crate::ground::{Function, Object, Reply, Value};
use crate::spec::{Base, Case, Draw, Step, Words, World};

use super::PAY;
use super::scene::{DIRECT, FIRST_OF_TITLE};

const WX_URL: &str =
    "https://wx.tenpay.com/cgi-bin/mmpayweb-bin/checkmweb?prepay_id=wx25161122572189727&package=2746219290";
const ALIPAY_URL: &str =
    "app_id=2018061460417275&biz_content=%7B%22total_amount%22%3A%220.01%22%7D&sign_type=RSA2";

/// A payment at the cashier.
pub(super) static DESK: Base = Base {
    id: "desk",
    says: Words::new("payment at the cashier", "收银台支付"),
    make: |world| {
        let status = Function::scripted(vec![Reply::Resolves(Object::new().with("code", 0).into())]);
        let options = options(1)
            .with("getOrderStatus", Value::Function(status))
            .with("payChannel", Object::new().with("default_pay_channel", "alipay"));
        (world.base_library() >= FIRST_OF_TITLE).then(|| case(world, options))
    },
};

/// A payment in WeChat, without a desk.
pub(super) static WECHAT_DIRECTLY: Base = Base {
    id: "wechat",
    says: Words::new("payment in WeChat, without the cashier", "不拉起收银台的微信支付"),
    make: |world| (world.base_library() >= DIRECT).then(|| case(world, options(3))),
};

/// A payment in Alipay, without a desk.
pub(super) static ALIPAY_DIRECTLY: Base = Base {
    id: "alipay",
    says: Words::new("payment in Alipay, without the cashier", "不拉起收银台的支付宝支付"),
    make: |world| (world.base_library() >= DIRECT).then(|| case(world, options(4))),
};

/// The plain valid cases.
pub(super) static ALL: &[&Base] = &[&DESK, &WECHAT_DIRECTLY, &ALIPAY_DIRECTLY];

fn options(service: i32) -> Object {
    Object::new()
        .with("service", service)
        .with("success", Value::records())
        .with("fail", Value::records())
        .with("complete", Value::records())
}

fn case(world: &World, options: Object) -> Case {
    let info = Object::new()
        .with("merchant_id", "1300000004")
        .with("app_id", "800000040005")
        .with("sign_type", "MD5")
        .with("timestamp", "1566720681")
        .with("version", "2.0")
        .with("trade_type", "H5")
        .with("product_code", "pay")
        .with("payment_type", "direct")
        .with("out_order_no", "order-1")
        .with("uid", "800000040005")
        .with("total_amount", 100)
        .with("currency", "CNY")
        .with("subject", "microapp test")
        .with("body", "microapp test")
        .with("trade_time", "1566720681")
        .with("valid_time", "300")
        .with("notify_url", "https://tp-pay.snssdk.com/paycallback")
        .with("risk_info", r#"{"ip":"127.0.0.1"}"#)
        .with("wx_url", WX_URL)
        .with("wx_type", "MWEB")
        .with("alipay_url", ALIPAY_URL);
    let mut case =
        Case { world: world.clone(), steps: vec![Step::new(&PAY, options.with("orderInfo", info))] };
    case.settle();
    case
}

/// Turns a plain valid case into another one that keeps every rule and falls into no gap that decides its ending.
pub(super) fn vary(draw: &mut Draw, case: &mut Case) {
    vary_world(draw, &mut case.world, &case.steps);
    for (i, step) in case.steps.iter_mut().enumerate() {
        let Value::Object(options) = &mut step.input else { continue };
        vary_options(draw, options);
        if let Some(Value::Object(info)) = options.find_mut("orderInfo") {
            vary_info(draw, info);
            if i > 0 {
                info.set("out_order_no", format!("order-{}", i + 1));
            }
        }
    }
    case.settle();
}

fn vary_world(draw: &mut Draw, world: &mut World, steps: &[Step]) {
    let desk = steps.iter().all(|s| s.input.get("service").as_whole() == Some(1));
    if draw.once_in(2) {
        let older = if desk { ["1.19.4", "1.19.4.1", "1.20.0"] } else { ["1.35.0.1", "1.35.1", "1.100.0"] };
        let newer = ["2.0.0", "3.100.0", "10.0"];
        let library = if draw.once_in(2) { draw.pick(&older) } else { draw.pick(&newer) };
        world.set(&BASE_LIBRARY, (*library).into());
    }
    if draw.once_in(3) {
        world.set(&OS, "ios".into());
    }
    if draw.once_in(2) {
        let (host, version) = *draw.pick(&[
            ("toutiao", "7.4.3"),
            ("toutiao", "10.0"),
            ("douyin", "9.1.0"),
            ("douyin", "10.0.0"),
        ]);
        world.set(&HOST, host.into());
        world.set(&HOST_VERSION, version.into());
    }
    if desk && draw.once_in(2) {
        world.set(&CASHIER_USER, Value::Array(vec![(*draw.pick(&["wx", "alipay", "confirms"])).into()]));
    }
    if draw.once_in(4) {
        world.set(&CLOCK, 1_566_720_981.into());
    }
}

fn vary_options(draw: &mut Draw, options: &mut Object) {
    if options.get("service").as_whole() == Some(1) && draw.once_in(3) {
        options.set("payChannel", Object::new().with("default_pay_channel", *draw.pick(&["wx", "alipay"])));
    }
    if draw.once_in(6) {
        options.set("_debug", *draw.pick(&[0, 1]));
    }
    for callback in ["success", "fail", "complete"] {
        if draw.once_in(12) {
            options.remove(callback);
        }
    }
}

fn vary_info(draw: &mut Draw, info: &mut Object) {
    for name in ["merchant_id", "app_id", "out_order_no", "uid", "subject", "body"] {
        if draw.once_in(3) {
            let length = draw.below(24);
            // A blank value is a gap of its own.
            info.set(name, format!("{}x", draw.text(length)));
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "drawn amounts are far below 2^53")]
    info.set("total_amount", Value::Number(draw.between(1, 10_000_000) as f64));
    if draw.once_in(4) {
        info.set("valid_time", *draw.pick(&["300", "900", "86400"]));
    }
    if draw.once_in(4) {
        info.set("timestamp", *draw.pick(&["1566720681", "1600000000"]));
    }
    if draw.once_in(4) {
        info.set("extra_field", *draw.pick(&["1", "a&b", "订单"]));
    }
}
