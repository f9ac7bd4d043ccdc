//! `success`: how a payment ended for which the cashier or a wallet was called.

use crate::api::cashier::gaps::CALLBACK_TYPE;
use crate::api::cashier::scene::{FIRST_OF_TITLE, at_the_desk};
use crate::api::cashier::visit::{End, end};
use crate::api::world::{ALIPAY, CASHIER_USER, WECHAT};
use crate::ground::{Function, Object, Reply, Type, Value};
use crate::spec::{
    About, At, Bend, Case, Check, Cite, Demand, Event, Kind, Patch, Promise, Rule, Standing, Trace, Waiver,
    Words,
};

use super::desk::{desks, is_desk_of, is_stopped};
use super::{asked, cite, option, set};

const SECTION: &str = "success 返回参数说明";

/// What every ending depends on.
const ABOUT: &[About] = &[
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
            let told = trace.first(Kind::Called, "success").is_some() || !at.listens("success");
            Standing::kept(match end(at) {
                Some(End::Error(_) | End::Refused) => true,
                Some(End::Code(_)) if !is_stopped(at) => told && !failed,
                _ => !failed,
            })
        },
        needs: &[Kind::Called, Kind::Shown],
        stages: |base| if is_desk_of(base) { vec![user("closes")] } else { Vec::new() },
        bends: &[
            Bend { id: "says-nothing", bend: |_, trace| trace.0.retain(|e| e.name != "success") },
            Bend {
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
            },
        ],
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
                        again(trace, Some("fail"));
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

/// Called with the code of how the payment ended.
pub(super) static CODE: Rule = Rule {
    id: "cashier/success/code",
    says: Words::new(
        "success is called with the code, a number, of how the payment ended",
        "success 的 code 为数字,表示支付结果",
    ),
    cites: &[cite(SECTION, "code", "number"), cite("", "tt.pay", "1.19.4+")],
    since: FIRST_OF_TITLE,
    about: ABOUT,
    check: Check::Promise(Promise {
        holds: |at, trace| match (told_code(at, trace), end(at)) {
            (Some(told), Some(End::Code(code))) => Standing::kept(told.as_whole() == Some(code.into())),
            // It should have failed, or not been heard of.
            (Some(_), Some(_)) => Standing::Broken,
            _ => Standing::Apart,
        },
        field: Some("code"),
        bends: &[
            Bend { id: "no-argument", bend: |_, trace| edit(trace, |_| Value::Undefined) },
            Bend { id: "no-code", bend: |_, trace| edit(trace, |_| Object::new().into()) },
            Bend { id: "code-as-text", bend: |_, trace| edit(trace, as_text) },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

fn edit(trace: &mut Trace, change: fn(&Value) -> Value) {
    for event in trace.0.iter_mut().filter(|e| e.is(Kind::Called, "success")) {
        event.with = change(&event.with);
    }
}

fn as_text(with: &Value) -> Value {
    let code = with.get("code").as_whole().map_or_else(String::new, |n| n.to_string());
    Object::new().with("code", code).into()
}

/// A payment that ends in a code, and is told as another by one who gets it wrong.
const fn ending<const CODE: i32, const OTHER: i32>(
    id: &'static str,
    says: Words,
    cites: &'static [Cite],
    stages: fn(&Case) -> Vec<Patch>,
) -> Rule {
    Rule {
        id,
        says,
        cites,
        since: FIRST_OF_TITLE,
        about: ABOUT,
        check: Check::Promise(Promise {
            holds: ends_in::<CODE>,
            part_of: Some(&self::CODE),
            field: Some("code"),
            stages,
            bends: &[Bend { id: "told-as-another", bend: tell::<CODE, OTHER> }],
            ..Promise::PLAIN
        }),
        ..Rule::PLAIN
    }
}

/// 0.
pub(super) static PAID: Rule = ending::<0, 2>(
    "cashier/success/paid",
    Words::new(
        "success with 0 tells of a payment that went through, and of no other",
        "支付成功以 success 0 结束,且仅在支付成功时为 0",
    ),
    &[cite(SECTION, "code", "0:支付成功"), cite("", "tt.pay", "1.19.4+")],
    |base| told(base, 0, "pays"),
);

/// 1.
pub(super) static TIMED_OUT: Rule = ending::<1, 0>(
    "cashier/success/timed-out",
    Words::new("a payment that times out ends in success with 1", "支付超时以 success 1 结束"),
    &[cite(SECTION, "code", "1:支付超时"), cite("", "tt.pay", "1.19.4+")],
    |base| told(base, 1, "times_out"),
);

/// 2.
pub(super) static FAILED: Rule = ending::<2, 0>(
    "cashier/success/failed",
    Words::new(
        "a payment that fails at the cashier ends in success with 2",
        "收银台支付失败以 success 2 结束",
    ),
    &[cite(SECTION, "code", "2:支付失败"), cite("", "tt.pay", "1.19.4+")],
    |base| told(base, 2, "payment_fails"),
);

/// 3.
pub(super) static CLOSED: Rule = ending::<3, 0>(
    "cashier/success/closed",
    Words::new("a payment whose order is closed ends in success with 3", "支付关闭以 success 3 结束"),
    &[cite(SECTION, "code", "3:支付关闭"), cite("", "tt.pay", "1.19.4+")],
    |base| told(base, 3, "closed"),
);

/// 4.
pub(super) static CANCELLED: Rule = ending::<4, 2>(
    "cashier/success/cancelled",
    Words::new("a payment that the user cancels ends in success with 4", "用户取消支付以 success 4 结束"),
    &[cite(SECTION, "code", "4:支付取消"), cite("", "tt.pay", "1.19.4+")],
    |base| match service(base) {
        Some(1) => vec![
            user("closes"),
            Patch::fact(&ALIPAY, "unpaid"),
            // Who is back at the desk can go on; whose payment has ended cannot.
            user("alipay wx").and_fact(&ALIPAY, "unpaid"),
        ],
        Some(4) => vec![Patch::fact(&ALIPAY, "unpaid")],
        _ => Vec::new(),
    },
);

/// 9.
pub(super) static UNKNOWN: Rule = ending::<9, 0>(
    "cashier/success/unknown",
    Words::new(
        "a payment whose status the platform cannot know ends in success with 9",
        "平台无法得知的订单状态以 success 9 结束,由开发者自行获取",
    ),
    &[cite(SECTION, "code", "9:订单状态开发者自行获取"), cite("", "tt.pay", "1.19.4+")],
    |base| match service(base) {
        Some(3) => vec![Patch::fact(&WECHAT, "unpaid"), Patch::fact(&WECHAT, "payment_fails")],
        _ => Vec::new(),
    },
);

/// How a step stands that should end in this code, if it succeeded with a number. That it was paid is told of a payment alone.
fn ends_in<const CODE: i32>(at: &At<'_>, trace: &Trace) -> Standing {
    match told_code(at, trace) {
        Some(told) if CODE == 0 && told.as_whole() == Some(0) => {
            Standing::kept(end(at) == Some(End::Code(0)))
        }
        Some(told) if told.as_number().is_some() && end(at) == Some(End::Code(CODE)) => {
            Standing::kept(told.as_whole() == Some(CODE.into()))
        }
        _ => Standing::Apart,
    }
}

/// The code that `success` was called with, where nothing may have stopped the payment before it began.
fn told_code<'t>(at: &At<'_>, trace: &'t Trace) -> Option<&'t Value> {
    let success = trace.first(Kind::Called, "success").filter(|_| !is_stopped(at))?;
    Some(success.with.get("code"))
}

/// Tells another code of a step that should end in one.
fn tell<const CODE: i32, const OTHER: i32>(at: &At<'_>, trace: &mut Trace) {
    if end(at) == Some(End::Code(CODE)) {
        edit(trace, |_| Object::new().with("code", OTHER).into());
    }
}

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
