//! `complete`: what the caller hears in any case.

use crate::api::diamond::gaps::{CALLBACK_THROWS, CALLBACK_TYPE, COMPLETE_ARGUMENT, COMPLETE_ORDER};
use crate::api::diamond::scene::{FIRST, may_stay_silent};
use crate::ground::{Object, Reply, Type, Value};
use crate::spec::{
    At, Bend, Check, Demand, Event, Force, Kind, Patch, Promise, Rule, Standing, Trace, Waiver, Words,
};

use super::{TYPE_ERRORS, parameter, refuse_type, should_be};

/// Complete must be a function.
pub(super) static TYPE: Rule = Rule {
    id: "diamond/complete/type",
    says: Words::new("complete must be a function", "complete 必须是函数"),
    cites: &[parameter("complete", "function"), TYPE_ERRORS],
    since: FIRST,
    check: Check::Demand(
        Demand::Typed(&["complete"], Type::Function),
        &[refuse_type(|at| should_be(at, "complete", Type::Function))],
    ),
    waivers: &[Waiver { gap: &CALLBACK_TYPE, when: |_| true, readings: &["ignored"] }],
    ..Rule::PLAIN
};

/// Once, after success and after failure alike.
pub(super) static ONCE: Rule = Rule {
    id: "diamond/complete/once",
    says: Words::new(
        "complete is called once, whether the call succeeds or fails",
        "无论成功还是失败,complete 都执行一次",
    ),
    cites: &[parameter("complete", "接口调用结束的回调函数(调用成功、失败都会执行)")],
    since: FIRST,
    scope: |at| at.listens("complete"),
    check: Check::Promise(Promise {
        holds: once,
        stages: |_| {
            let failure = Patch::fact(&crate::api::world::LOGGED_IN, false);
            vec![
                Patch::default(),
                failure,
                throwing("success"),
                Patch::without("success").and("fail", Value::records()),
            ]
        },
        bends: &[
            Bend { id: "dropped", bend: |_, trace| drop_complete(trace) },
            Bend { id: "dropped-after-failure", bend: |_, trace| drop_after(trace, "fail") },
            Bend { id: "dropped-after-success", bend: |_, trace| drop_after(trace, "success") },
            Bend {
                id: "doubled",
                bend: |_, trace| {
                    let again: Vec<_> = trace.all(Kind::Called, "complete").cloned().collect();
                    trace.0.extend(again);
                },
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// What it is called with.
pub(super) static ARGUMENT: Rule = Rule {
    id: "diamond/complete/argument",
    says: Words::new(
        "complete is called with what success or fail is called with, its errMsg alone, or nothing",
        "complete 的入参与 success/fail 相同、仅含 errMsg,或没有入参",
    ),
    cites: &[parameter("complete", "接口调用结束的回调函数")],
    force: Force::Should,
    since: FIRST,
    check: Check::Promise(Promise {
        holds: argument,
        bends: &[Bend {
            id: "something-else",
            bend: |_, trace| {
                for event in trace.0.iter_mut().filter(|e| e.name == "complete") {
                    event.with = Object::new().with("errMsg", "done").into();
                }
            },
        }],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// When it is called.
pub(super) static ORDER: Rule = Rule {
    id: "diamond/complete/order",
    says: Words::new(
        "complete is called after success and fail, or before them: the document does not say",
        "complete 在 success/fail 之后或之前执行:文档未定",
    ),
    cites: &[parameter("complete", "接口调用结束的回调函数")],
    force: Force::Should,
    since: FIRST,
    check: Check::Promise(Promise {
        holds: |at, trace| {
            let place = |name: &[&str]| trace.0.iter().position(|e| name.contains(&e.name.as_ref()));
            match (place(&["success", "fail"]), place(&["complete"])) {
                (Some(ending), Some(complete)) => {
                    let after = at.reading(&COMPLETE_ORDER) == "after";
                    Standing::kept((ending < complete) == after)
                }
                _ => Standing::Apart,
            }
        },
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

fn once(at: &At<'_>, trace: &Trace) -> Standing {
    let calls = trace.0.iter().filter(|e| e.name == "complete").count();
    let ending = trace.0.iter().find(|e| matches!(e.name.as_ref(), "success" | "fail"));
    if ending.is_none() && (may_stay_silent(at) || !hears_no_ending(at)) {
        return if calls > 1 { Standing::Broken } else { Standing::Apart };
    }
    // One that goes before the ending is called before anything is thrown.
    let first = trace.0.iter().find(|e| matches!(e.name.as_ref(), "success" | "fail" | "complete"));
    let threw = first.is_some_and(|e| e.name != "complete" && at.throws(&e.name));
    let stopped = threw && at.reading(&CALLBACK_THROWS) == "stops";
    Standing::kept(calls == usize::from(!stopped))
}

/// Whether a call can end without the caller hearing of it but through `complete`.
fn hears_no_ending(at: &At<'_>) -> bool {
    !at.listens("success") || !at.listens("fail")
}

fn throwing(callback: &'static str) -> Patch {
    let script = vec![Reply::Throws("the callback's own error".into())];
    Patch::set(callback, Value::Function(crate::ground::Function::scripted(script)))
}

fn argument(at: &At<'_>, trace: &Trace) -> Standing {
    let ending = trace.0.iter().find(|e| matches!(e.name.as_ref(), "success" | "fail"));
    let (Some(ending), Some(complete)) = (ending, trace.0.iter().find(|e| e.name == "complete")) else {
        return Standing::Apart;
    };
    Standing::kept(match at.reading(&COMPLETE_ARGUMENT) {
        "same" => complete.with == ending.with,
        "none" => complete.with.is_undefined(),
        _ => {
            let members = complete.with.as_object().map_or(0, Object::len);
            members == 1 && complete.with.get("errMsg") == ending.with.get("errMsg")
        }
    })
}

fn drop_complete(trace: &mut Trace) {
    trace.0.retain(|e: &Event| e.name != "complete");
}

fn drop_after(trace: &mut Trace, ending: &str) {
    if trace.first(Kind::Called, ending).is_some() {
        drop_complete(trace);
    }
}
