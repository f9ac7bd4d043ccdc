//! `success`: how a payment ended for which the cashier or a wallet was called.

use crate::api::cashier::gaps::CALLBACK_TYPE;
use crate::api::cashier::outcomes::{
    CANCELLED as CANCELLED_CODE, CLOSED as CLOSED_CODE, FAILED as FAILED_CODE, TIMED_OUT as TIMED_OUT_CODE,
    UNKNOWN as UNKNOWN_CODE,
};
use crate::api::cashier::scene::{FIRST_OF_TITLE, at_the_desk};
use crate::api::cashier::visit::{End, end};
use crate::api::world::{ALIPAY, CASHIER_USER, WECHAT};
use crate::ground::{Function, Object, Reply, Type, Value};
use crate::spec::{
    About, At, Bend, Case, Check, Demand, Event, Force, Kind, Own, Patch, Promise, Refusal, Rule, Standing,
    Trace, Waiver, Words,
};

use super::desk::{desks, is_desk_of};
use super::{asked, cite, option, set};

const SECTION: &str = "success 返回参数说明";

/// What every ending depends on.
pub(super) const ABOUT: &[About] = &[
    About::Fact(&CASHIER_USER),
    About::Fact(&WECHAT),
    About::Fact(&ALIPAY),
    About::Field(&["service"]),
    About::Field(&["getOrderStatus"]),
];

/// A function.
pub(super) static TYPE: Rule = Rule {
    waivers: &[Waiver { gap: &CALLBACK_TYPE, when: |_| true, readings: &["ignored"] }],
    ..asked(
        "cashier/success/type",
        Words::new("success must be a function", "success 必须是函数"),
        &[option("success", "function")],
        Demand::Typed(&["success"], Type::Function),
    )
};

/// Called with a code.
pub(super) static CODE: Rule = Rule {
    id: "cashier/success/code",
    says: Words::new(
        "success is called with a code that is 0, 1, 2, 3, 4 or 9",
        "success 的 code 为 0、1、2、3、4、9 之一",
    ),
    cites: &[cite(SECTION, "code", "number"), cite("", "tt.pay", "1.19.4+")],
    since: FIRST_OF_TITLE,
    check: Check::Promise(Promise {
        holds: |_, trace| match trace.first(Kind::Called, "success") {
            Some(e) => Standing::kept(matches!(e.with.get("code").as_whole(), Some(0..=4 | 9))),
            None => Standing::Apart,
        },
        field: Some("code"),
        bends: &[
            Bend { id: "no-code", bend: |_, trace| edit(trace, |with| with.remove("code")) },
            Bend { id: "code-as-text", bend: |_, trace| edit(trace, |with| with.set("code", "0")) },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

fn edit(trace: &mut Trace, change: fn(&mut Object)) {
    for event in trace.0.iter_mut().filter(|e| e.is(Kind::Called, "success")) {
        if let Value::Object(with) = &mut event.with {
            change(with);
        }
    }
}

/// Never `fail` once the desk is open.
pub(super) static AFTER_THE_DESK: Rule = Rule {
    id: "cashier/success/after-the-desk",
    says: Words::new(
        "once the cashier has opened, every payment status comes through success",
        "只要调起收银台成功,支付状态都通过 success 回调",
    ),
    cites: &[
        cite(SECTION, "code", "只要调起收银台成功,支付状态都会回调success返回"),
        cite("", "tt.pay", "1.19.4+"),
    ],
    since: FIRST_OF_TITLE,
    scope: at_the_desk,
    check: Check::Promise(Promise {
        holds: |at, trace| {
            if desks(trace).next().is_none() {
                return Standing::Apart;
            }
            let failed = trace.first(Kind::Called, "fail").is_some();
            Standing::kept(!failed || matches!(end(at), Some(End::Error(_) | End::Refused)))
        },
        needs: &[Kind::Called, Kind::Shown],
        stages: |base| if is_desk_of(base) { vec![user("closes")] } else { Vec::new() },
        bends: &[Bend {
            id: "cancelling-fails",
            bend: |at, trace| {
                let cancelled = |e: &&mut Event| {
                    e.is(Kind::Called, "success") && e.with.get("code").as_whole() == Some(4)
                };
                if at.listens("fail")
                    && let Some(event) = trace.0.iter_mut().find(cancelled)
                {
                    *event = Event::called("fail", Object::new().with("errMsg", "cancelled"));
                }
            },
        }],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// `success` or `fail`, once.
pub(super) static ONE_ENDING: Rule = Rule {
    id: "cashier/success/one-ending",
    says: Words::new(
        "a call succeeds or fails: success and fail together are called at most once",
        "一次调用非成功即失败:success 与 fail 合计至多回调一次",
    ),
    cites: &[
        option("success", "接口调用成功的回调函数"),
        option("fail", "接口调用失败的回调函数"),
        cite("", "tt.pay", "1.19.4+"),
    ],
    since: FIRST_OF_TITLE,
    check: Check::Promise(Promise {
        holds: |_, trace| match trace.0.iter().filter(|e| is_ending(e)).count() {
            0 => Standing::Apart,
            n => Standing::kept(n == 1),
        },
        stages: |_| vec![set("total_amount", 0.5)],
        bends: &[
            Bend { id: "ends-twice", bend: |_, trace| again(trace, None) },
            Bend {
                id: "fails-after-success",
                bend: |at, trace| {
                    if at.listens("fail") && trace.first(Kind::Called, "success").is_some() {
                        again(trace, Some("fail"))
                    }
                },
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

fn is_ending(event: &Event) -> bool {
    matches!(event.kind, Kind::Called | Kind::Asked) && matches!(event.name.as_ref(), "success" | "fail")
}

fn again(trace: &mut Trace, name: Option<&'static str>) {
    if let Some(event) = trace.0.iter().find(|e| is_ending(e)).cloned() {
        let name = name.map_or(event.name.clone(), Into::into);
        trace.0.push(Event { name, ..event });
    }
}

/// A payment that ends in a code.
macro_rules! ending {
    ($(#[$doc:meta])* $name:ident, $id:literal, $code:literal, $outcome:expr, $en:literal, $zh:literal, $words:literal, $breaks:expr) => {
        $(#[$doc])*
        pub(super) static $name: Rule = Rule {
            force: Force::Must,
            check: Check::Demand(
                Demand::Own(&Own {
                    judge: |at| Standing::kept(end(at) != Some(End::Code($code))),
                    about: ABOUT,
                    breaks: $breaks,
                    ..Own::PLAIN
                }),
                &[Refusal::row($outcome)],
            ),
            ..asked(concat!("cashier/success/", $id), Words::new($en, $zh), &[cite(SECTION, "code", $words)], Demand::Filled(&[]))
        };
    };
}

ending!(
    /// 1.
    TIMED_OUT, "timed-out", 1, &TIMED_OUT_CODE,
    "a payment that times out ends in success with 1", "支付超时以 success 1 结束", "1:支付超时",
    |base| told(base, 1, "times_out")
);
ending!(
    /// 2.
    FAILED, "failed", 2, &FAILED_CODE,
    "a payment that fails at the cashier ends in success with 2", "收银台支付失败以 success 2 结束", "2:支付失败",
    |base| told(base, 2, "payment_fails")
);
ending!(
    /// 3.
    CLOSED, "closed", 3, &CLOSED_CODE,
    "a payment whose order is closed ends in success with 3", "支付关闭以 success 3 结束", "3:支付关闭",
    |base| told(base, 3, "closed")
);
ending!(
    /// 4.
    CANCELLED, "cancelled", 4, &CANCELLED_CODE,
    "a payment that the user cancels ends in success with 4", "用户取消支付以 success 4 结束", "4:支付取消",
    |base| match service(base) {
        Some(1) => vec![user("closes")],
        Some(4) => vec![Patch::fact(&ALIPAY, "unpaid")],
        _ => Vec::new(),
    }
);
ending!(
    /// 9.
    UNKNOWN, "unknown", 9, &UNKNOWN_CODE,
    "a payment whose status the platform cannot know ends in success with 9",
    "平台无法得知的订单状态以 success 9 结束,由开发者自行获取", "9:订单状态开发者自行获取",
    |base| match service(base) {
        Some(3) => vec![Patch::default()],
        _ => Vec::new(),
    }
);

fn service(base: &Case) -> Option<i64> {
    base.steps.last()?.input.get("service").as_whole()
}

/// The user does this at the desk.
pub(super) fn user(does: &'static str) -> Patch {
    Patch::fact(&CASHIER_USER, Value::Array(vec![does.into()]))
}

/// `getOrderStatus` answers with these codes, one after another.
pub(super) fn status(codes: &[i32]) -> Value {
    let resolves = |code: &i32| Reply::Resolves(Object::new().with("code", *code).into());
    Value::Function(Function::scripted(codes.iter().map(resolves).collect::<Vec<_>>()))
}

/// A payment that ends in a code: as the merchant tells of WeChat, and as Alipay tells.
fn told(base: &Case, code: i32, alipay: &'static str) -> Vec<Patch> {
    let by_alipay = Patch::fact(&ALIPAY, alipay);
    match service(base) {
        Some(1) => vec![user("wx").and("getOrderStatus", status(&[code])), by_alipay],
        Some(4) => vec![by_alipay],
        _ => Vec::new(),
    }
}

/// How a step stands that must not end so.
pub(super) fn ends_otherwise(at: &At<'_>, ending: End) -> Standing {
    Standing::kept(end(at) != Some(ending))
}
