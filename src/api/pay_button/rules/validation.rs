//! `validation`: what the buyer must say.

use crate::api::pay_button::goods::phone_required;
use crate::api::pay_button::scene::{
    FIRST, buys, gives_info, lacks_its_phone_number, resolved, submits_an_order,
};
use crate::api::world::GIVES_PHONE;
use crate::ground::{Object, Type, Value};
use crate::spec::{
    About, Bend, Check, Demand, Force, Kind, Own, Patch, Promise, Rule, Standing, Variant, Words,
};

use super::{SINCE, WAITS, cite, edit_page, error, makes_no_order, order_all_the_same, order_page, unnamed};

/// A boolean.
pub(super) static PHONE_TYPE: Rule = Rule {
    id: "pay-button/validation/phone-type",
    says: Words::new(
        "validation.phoneNumber.required must be a boolean",
        "validation.phoneNumber.required 必须是布尔值",
    ),
    cites: &[
        cite("bind:getgoodsinfo 说明", "// bind:getgoodsinfo 使用示例", "为 true则必填,false选填,默认选填"),
        error("21512", "bind:getgoodsinfo 传入数据类型错误"),
        error("21514", "点击按钮后触发,获取商品信息失败"),
        SINCE,
    ],
    force: Force::Should,
    since: FIRST,
    scope: gives_info,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| match phone_required(at.field("handlers").get("getgoodsinfo").get("resolves")) {
                Value::Undefined => Standing::Apart,
                value => Standing::kept(value.type_of() == Type::Boolean),
            },
            about: &[About::Field(&["handlers", "getgoodsinfo", "resolves", "validation"])],
            edges: |_| vec![required(true), required(false)],
            breaks: |_| vec![required(1), required("true"), required(Value::Array(Vec::new()))],
            literals: &["required", "true", "false"],
            variants: &[Variant {
                id: "drops-true",
                judge: |at| {
                    Standing::kept(
                        *phone_required(at.field("handlers").get("getgoodsinfo").get("resolves"))
                            != Value::Bool(true),
                    )
                },
            }],
            ..Own::PLAIN
        }),
        &unnamed(),
    ),
    waivers: &[WAITS],
    ..Rule::PLAIN
};

/// Asked for as the page says.
pub(super) static PHONE_SHOWN: Rule = Rule {
    id: "pay-button/validation/phone-shown",
    says: Words::new(
        "the order page asks for a phone number where validation.phoneNumber.required is true, and by default does not insist",
        "validation.phoneNumber.required 为 true 时手机号必填,默认选填",
    ),
    cites: &[cite("bind:getgoodsinfo 说明", "// bind:getgoodsinfo 使用示例", "手机号是否必填"), SINCE],
    since: FIRST,
    scope: buys,
    about: &[About::Field(&["handlers", "getgoodsinfo", "resolves", "validation"])],
    check: Check::Promise(Promise {
        holds: |at, trace| {
            let given = resolved(at, "getgoodsinfo").unwrap_or(&Value::Undefined);
            let wanted = match phone_required(given) {
                Value::Undefined => false,
                Value::Bool(yes) => *yes,
                _ => return Standing::Apart,
            };
            order_page(trace).map_or(Standing::Apart, |page| {
                Standing::kept(*page.get("phoneRequired") == Value::Bool(wanted))
            })
        },
        needs: &[Kind::Shown],
        stages: |_| {
            vec![
                required(true),
                required(false),
                Patch::default().and_at(&["handlers", "getgoodsinfo", "resolves", "validation"], None),
            ]
        },
        bends: &[
            Bend {
                id: "always-required",
                bend: |_, trace| edit_page(trace, |page| page.set("phoneRequired", true)),
            },
            Bend {
                id: "never-required",
                bend: |_, trace| edit_page(trace, |page| page.set("phoneRequired", false)),
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// Given where it is required.
pub(super) static PHONE_GIVEN: Rule = Rule {
    id: "pay-button/validation/phone-given",
    says: Words::new(
        "no order is made without a phone number where it is required",
        "手机号必填而未填时不能下单",
    ),
    cites: &[
        cite("bind:getgoodsinfo 说明", "// bind:getgoodsinfo 使用示例", "为 true则必填"),
        error("21518", "订单数据错误,无法生成订单"),
        SINCE,
    ],
    since: FIRST,
    scope: |at| submits_an_order(at) && lacks_its_phone_number(at),
    about: &[
        About::Fact(&GIVES_PHONE),
        About::Field(&["handlers", "getgoodsinfo", "resolves", "validation"]),
    ],
    check: Check::Promise(Promise {
        holds: |_, trace| makes_no_order(trace),
        needs: &[Kind::Shown, Kind::Sent],
        stages: |_| {
            vec![
                required(true),
                required(false).and_fact(&GIVES_PHONE, false),
                required(true).and_fact(&GIVES_PHONE, false),
            ]
        },
        bends: &[Bend { id: "orders-all-the-same", bend: |_, trace| order_all_the_same(trace) }],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

fn required(value: impl Into<Value>) -> Patch {
    let phone = Object::new().with("required", value);
    let validation = Object::new().with("phoneNumber", phone);
    Patch::default().and_at(&["handlers", "getgoodsinfo", "resolves", "validation"], Some(validation.into()))
}
