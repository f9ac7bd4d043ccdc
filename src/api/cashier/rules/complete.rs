//! `complete`: what the caller hears in any case.

use crate::api::cashier::gaps::{CALLBACK_THROWS, CALLBACK_TYPE};
use crate::api::cashier::performance::may_stay_silent;
use crate::api::cashier::scene::FIRST_OF_TITLE;
use crate::ground::{Function, Reply, Type, Value};
use crate::spec::{
    At, Bend, Check, Demand, Event, Kind, Patch, Promise, Rule, Standing, Trace, Waiver, Words,
};

use super::{asked, cite, option, set};

/// A function.
pub(super) static TYPE: Rule = Rule {
    waivers: &[Waiver { gap: &CALLBACK_TYPE, when: |_| true, readings: &["ignored"] }],
    ..asked(
        "cashier/complete/type",
        Words::new("complete must be a function", "complete 必须是函数"),
        &[option("complete", "function")],
        Demand::Typed(&["complete"], Type::Function),
    )
};

/// Once, after success and after failure alike.
pub(super) static ONCE: Rule = Rule {
    id: "cashier/complete/once",
    says: Words::new(
        "complete is called once, whether the call succeeds or fails",
        "无论成功还是失败,complete 都执行一次",
    ),
    cites: &[
        option("complete", "接口调用结束的回调函数(调用成功、失败都会执行)"),
        cite("", "tt.pay", "1.19.4+"),
    ],
    since: FIRST_OF_TITLE,
    scope: |at| at.listens("complete"),
    check: Check::Promise(Promise {
        holds: once,
        stages: |_| {
            vec![
                Patch::default(),
                set("total_amount", 0.5),
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

fn once(at: &At<'_>, trace: &Trace) -> Standing {
    let calls = trace.0.iter().filter(|e| e.name == "complete").count();
    let ending = trace.0.iter().find(|e| matches!(e.name.as_ref(), "success" | "fail"));
    let hears_every_ending = at.listens("success") && at.listens("fail");
    if ending.is_none() && (hears_every_ending || may_stay_silent(at)) {
        return if calls > 1 { Standing::Broken } else { Standing::Apart };
    }
    let threw = ending.is_some_and(|e| at.throws(&e.name));
    let stopped = threw && at.reading(&CALLBACK_THROWS) == "stops";
    Standing::kept(calls == usize::from(!stopped))
}

fn throwing(callback: &'static str) -> Patch {
    let script = vec![Reply::Throws("the callback's own error".into())];
    Patch::set(callback, Value::Function(Function::scripted(script)))
}

fn drop_complete(trace: &mut Trace) {
    trace.0.retain(|e: &Event| e.name != "complete");
}

fn drop_after(trace: &mut Trace, ending: &str) {
    if trace.first(Kind::Called, ending).is_some() {
        drop_complete(trace);
    }
}
