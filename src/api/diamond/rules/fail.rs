//! `fail`: what the caller hears of a payment that failed.

use crate::api::diamond::gaps::CALLBACK_TYPE;
use crate::api::diamond::scene::FIRST;
use crate::ground::{Type, Value};
use crate::spec::{
    At, Bend, Case, Check, Demand, Event, Kind, Patch, Promise, Rule, Standing, Trace, Waiver, Words,
};

use super::{TYPE_ERRORS, cite, parameter, refuse_type, should_be};

/// Fail must be a function.
pub(super) static TYPE: Rule = Rule {
    id: "diamond/fail/type",
    says: Words::new("fail must be a function", "fail 必须是函数"),
    cites: &[parameter("fail", "function"), TYPE_ERRORS],
    since: FIRST,
    check: Check::Demand(
        Demand::Typed(&["fail"], Type::Function),
        &[refuse_type(|at| should_be(at, "fail", Type::Function))],
    ),
    waivers: &[Waiver { gap: &CALLBACK_TYPE, when: |_| true, readings: &["ignored"] }],
    ..Rule::PLAIN
};

/// Its text.
pub(super) static ERR_MSG: Rule = Rule {
    id: "diamond/fail/err-msg",
    says: Words::new(
        "fail is called with an errMsg that is \"openAwemeCustomerService:fail \" and what went wrong",
        "fail 的 errMsg 为 \"openAwemeCustomerService:fail \" 加错误详情",
    ),
    cites: &[
        cite("回调失败", "errMsg", "\"openAwemeCustomerService:fail \" + 错误详情"),
        cite("回调失败", "object 类型", "属性如下"),
    ],
    since: FIRST,
    check: Check::Promise(Promise {
        holds: |_, trace| {
            let text = |v: &Value| {
                let detail = v.as_str().and_then(|s| s.strip_prefix("openAwemeCustomerService:fail "));
                detail.is_some_and(|detail| !detail.is_empty())
            };
            member(trace, "errMsg", text)
        },
        field: Some("errMsg"),
        stages: some_failure,
        bends: &[
            Bend { id: "no-err-msg", bend: |_, trace| payload(trace, "fail", |e| e.set("errMsg", None)) },
            Bend {
                id: "no-prefix",
                bend: |_, trace| payload(trace, "fail", |e| e.set("errMsg", Some("支付失败".into()))),
            },
            Bend {
                id: "no-detail",
                bend: |_, trace| {
                    payload(trace, "fail", |e| e.set("errMsg", Some("openAwemeCustomerService:fail".into())));
                },
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// Its code.
pub(super) static ERR_CODE: Rule = Rule {
    id: "diamond/fail/err-code",
    says: Words::new("fail is called with an errCode that is a number", "fail 的 errCode 是数字"),
    cites: &[cite("回调失败", "errCode", "number")],
    since: FIRST,
    check: Check::Promise(Promise {
        holds: |_, trace| member(trace, "errCode", |v| v.type_of() == Type::Number),
        field: Some("errCode"),
        stages: some_failure,
        bends: &[
            Bend { id: "no-err-code", bend: |_, trace| payload(trace, "fail", |e| e.set("errCode", None)) },
            Bend {
                id: "err-code-as-text",
                bend: |_, trace| payload(trace, "fail", |e| e.as_text("errCode")),
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// Its number.
pub(super) static ERR_NO: Rule = Rule {
    id: "diamond/fail/err-no",
    says: Words::new("fail is called with an errNo that is a number", "fail 的 errNo 是数字"),
    cites: &[cite("回调失败", "errNo", "number")],
    since: FIRST,
    check: Check::Promise(Promise {
        holds: |_, trace| member(trace, "errNo", |v| v.type_of() == Type::Number),
        field: Some("errNo"),
        stages: some_failure,
        bends: &[
            Bend { id: "no-err-no", bend: |_, trace| payload(trace, "fail", |e| e.set("errNo", None)) },
            Bend { id: "err-no-as-text", bend: |_, trace| payload(trace, "fail", |e| e.as_text("errNo")) },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// `success` or `fail`, once.
pub(super) static ONE_ENDING: Rule = Rule {
    id: "diamond/fail/one-ending",
    says: Words::new(
        "a call succeeds or fails: success and fail together are called at most once",
        "一次调用非成功即失败:success 与 fail 合计至多回调一次",
    ),
    cites: &[parameter("success", "接口调用成功的回调函数"), parameter("fail", "接口调用失败的回调函数")],
    since: FIRST,
    check: Check::Promise(Promise {
        holds: |_, trace| match trace.0.iter().filter(|e| is_ending(e)).count() {
            0 => Standing::Apart,
            n => Standing::kept(n == 1),
        },
        stages: some_failure,
        bends: &[
            Bend { id: "ends-twice", bend: |_, trace| add(trace, Event::clone) },
            Bend { id: "fails-after-success", bend: |at, trace| add_other(at, trace, "success", "fail") },
            Bend { id: "succeeds-after-failure", bend: |at, trace| add_other(at, trace, "fail", "success") },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

fn is_ending(event: &Event) -> bool {
    matches!(event.kind, Kind::Called | Kind::Asked) && matches!(event.name.as_ref(), "success" | "fail")
}

fn some_failure(_: &Case) -> Vec<Patch> {
    vec![Patch::fact(&crate::api::world::LOGGED_IN, false)]
}

fn add(trace: &mut Trace, made: impl Fn(&Event) -> Event) {
    if let Some(event) = trace.0.iter().find(|e| is_ending(e)).map(made) {
        trace.0.push(event);
    }
}

fn add_other(at: &At<'_>, trace: &mut Trace, after: &str, other: &'static str) {
    if at.listens(other) && trace.first(Kind::Called, after).is_some() {
        add(trace, |event| Event { name: other.into(), ..event.clone() });
    }
}

/// How a member of the argument of `fail` stands, in a trace that has one.
fn member(trace: &Trace, name: &str, fits: impl Fn(&Value) -> bool) -> Standing {
    trace.first(Kind::Called, "fail").map_or(Standing::Apart, |e| Standing::kept(fits(e.with.get(name))))
}

/// Edits the argument of a callback.
pub(super) fn payload(trace: &mut Trace, callback: &str, edit: impl Fn(&mut Edit<'_>)) {
    for event in trace.0.iter_mut().filter(|e| e.is(Kind::Called, callback)) {
        edit(&mut Edit { event });
    }
}

/// A callback's argument, being edited.
pub(super) struct Edit<'a> {
    event: &'a mut Event,
}

impl Edit<'_> {
    /// Replaces the argument.
    pub(super) fn replace(&mut self, with: Value) {
        self.event.with = with;
    }

    /// Sets or removes a member.
    pub(super) fn set(&mut self, name: &'static str, value: Option<Value>) {
        if let Value::Object(argument) = &mut self.event.with {
            match value {
                Some(value) => argument.set(name, value),
                None => argument.remove(name),
            }
        }
    }

    /// Writes a number as text.
    pub(super) fn as_text(&mut self, name: &'static str) {
        let text = self.event.with.get(name).as_whole().map(|n| n.to_string().into());
        self.set(name, text);
    }
}
