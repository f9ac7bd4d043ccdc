//! `success`: what the caller hears of a payment.

use crate::api::diamond::gaps::CALLBACK_TYPE;
use crate::api::diamond::outcomes::OK_MESSAGE;
use crate::api::diamond::scene::FIRST;
use crate::ground::{Type, Value};
use crate::spec::{Bend, Check, Demand, Kind, Promise, Rule, Standing, Waiver, Words};

use super::fail::payload;
use super::{TYPE_ERRORS, cite, parameter, refuse_type, should_be};

/// Success must be a function.
pub(super) static TYPE: Rule = Rule {
    id: "diamond/success/type",
    says: Words::new("success must be a function", "success 必须是函数"),
    cites: &[parameter("success", "function"), TYPE_ERRORS],
    since: FIRST,
    check: Check::Demand(
        Demand::Typed(&["success"], Type::Function),
        &[refuse_type(|at| should_be(at, "success", Type::Function))],
    ),
    waivers: &[Waiver { gap: &CALLBACK_TYPE, when: |_| true, readings: &["ignored"] }],
    ..Rule::PLAIN
};

/// Its text.
pub(super) static ERR_MSG: Rule = Rule {
    id: "diamond/success/err-msg",
    says: Words::new(
        "success is called with errMsg \"openAwemeCustomerService:ok\"",
        "success 的 errMsg 为 \"openAwemeCustomerService:ok\"",
    ),
    cites: &[
        cite("回调成功", "errMsg", "\"openAwemeCustomerService:ok\""),
        cite("回调成功", "object 类型", "属性如下"),
    ],
    since: FIRST,
    check: Check::Promise(Promise {
        holds: |_, trace| {
            trace.first(Kind::Called, "success").map_or(Standing::Apart, |e| {
                Standing::kept(e.with.get("errMsg").as_str() == Some(OK_MESSAGE))
            })
        },
        field: Some("errMsg"),
        bends: &[
            Bend {
                id: "no-argument",
                bend: |_, trace| payload(trace, "success", |e| e.replace(Value::Undefined)),
            },
            Bend { id: "no-err-msg", bend: |_, trace| payload(trace, "success", |e| e.set("errMsg", None)) },
            Bend {
                id: "wrong-err-msg",
                bend: |_, trace| payload(trace, "success", |e| e.set("errMsg", Some("ok".into()))),
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};
