//! The call itself: from when it exists, what it takes, and that it is asynchronous.

use crate::api::diamond::gaps::{BELOW_MINIMUM, NEWER_PARAMETER, OPTIONS_TYPE};
use crate::api::diamond::outcomes::{FAILS, NOTHING, REFUSED, THROWS};
use crate::api::diamond::scene::{FIRST, ITEMS};
use crate::api::world::BASE_LIBRARY;
use crate::ground::{Type, Value};
use crate::spec::{
    About, At, Bend, Case, Check, Demand, Kind, Own, Patch, Promise, Refusal, Rule, Standing, Trace, Waiver,
    Words,
};

use super::{cite, parameter};

/// The method exists from 2.64.0.
pub(super) static MINIMUM_VERSION: Rule = Rule {
    id: "diamond/call/minimum-version",
    says: Words::new("the method exists from base library 2.64.0", "基础库 2.64.0 起才有本方法"),
    cites: &[cite("", "基础库 2.64.0", "开始支持本方法")],
    check: Check::Demand(
        Demand::Since(FIRST),
        &[
            Refusal::row(&THROWS).under(&BELOW_MINIMUM, "throws"),
            Refusal::row(&FAILS).under(&BELOW_MINIMUM, "fails"),
            Refusal::row(&NOTHING).under(&BELOW_MINIMUM, "nothing"),
        ],
    ),
    ..Rule::PLAIN
};

/// The options are an object.
pub(super) static OPTIONS_OBJECT: Rule = Rule {
    id: "diamond/call/options-object",
    says: Words::new("the options must be an object", "options 必须是对象"),
    cites: &[
        cite("参数说明", "options 为 object 类型", "object"),
        cite("", "基础库 2.64.0", "开始支持本方法"),
    ],
    since: FIRST,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| Standing::kept(at.input().type_of() == Type::Object),
            about: &[About::Field(&[])],
            breaks: |_| {
                let values = [Value::Undefined, Value::Null, "options".into(), 1.into(), true.into()];
                values.into_iter().map(|v| Patch::default().and_at(&[], Some(v))).collect()
            },
            literals: &["object"],
            ..Own::PLAIN
        }),
        &[
            Refusal::row(&THROWS).under(&OPTIONS_TYPE, "throws"),
            Refusal::row(&NOTHING).under(&OPTIONS_TYPE, "nothing"),
        ],
    ),
    ..Rule::PLAIN
};

/// Parameters of 3.47.0 are not passed below it.
pub(super) static NEWER_PARAMETERS: Rule = Rule {
    id: "diamond/call/newer-parameters",
    says: Words::new(
        "goodType, orderAmount and goodName are supported from base library 3.47.0 only",
        "goodType、orderAmount、goodName 自基础库 3.47.0 起才支持",
    ),
    cites: &[
        parameter("goodType", "3.47.0"),
        parameter("orderAmount", "3.47.0"),
        parameter("goodName", "3.47.0"),
        cite("orderAmount 说明", "- •由于 goodType", "基础库版本 3.47.0及以上才可支持"),
        cite("", "基础库 2.64.0", "开始支持本方法"),
    ],
    since: FIRST,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| {
                let newer = ["goodType", "orderAmount", "goodName"];
                Standing::kept(at.has(ITEMS) || newer.iter().all(|name| at.field(name).is_undefined()))
            },
            about: &[
                About::Fact(&BASE_LIBRARY),
                About::Field(&["goodType"]),
                About::Field(&["orderAmount"]),
                About::Field(&["goodName"]),
            ],
            edges: at_the_gate,
            openings: below_the_gate,
            literals: &["3.47.0"],
            ..Own::PLAIN
        }),
        &[Refusal::row(&REFUSED)],
    ),
    waivers: &[Waiver { gap: &NEWER_PARAMETER, when: |_| true, readings: &["ignored"] }],
    ..Rule::PLAIN
};

fn at_the_gate(base: &Case) -> Vec<Patch> {
    let above = Patch::fact(&BASE_LIBRARY, "3.47.0.1");
    let coins = base.steps.iter().all(|s| s.input.get("goodType").is_undefined());
    if coins { vec![above.and("goodType", 0), Patch::set("goodType", 1)] } else { vec![above] }
}

fn below_the_gate(base: &Case) -> Vec<Patch> {
    let below = || Patch::fact(&BASE_LIBRARY, ITEMS.before().to_string());
    let mut patches =
        vec![below().and("goodType", 0), below().and("goodType", "2"), below().and("goodType", 3)];
    if base.steps.iter().any(|s| !s.input.get("buyQuantity").is_undefined()) {
        patches.push(below().and("goodName", 1));
        patches.push(below().and("orderAmount", "10"));
        patches.push(below().and("goodType", 2));
    } else {
        patches.push(below());
    }
    patches
}

/// The call is asynchronous.
pub(super) static ASYNCHRONOUS: Rule = Rule {
    id: "diamond/call/asynchronous",
    says: Words::new(
        "the method is asynchronous: no callback runs before the call has returned",
        "本方法为异步方法:调用返回之前不得执行回调",
    ),
    cites: &[cite("", "基础库 2.64.0", "这是一个异步方法")],
    since: FIRST,
    check: Check::Promise(Promise {
        holds: |_, trace| {
            let returned = trace.0.iter().position(|e| e.kind == Kind::Returned);
            let called = trace.0.iter().position(is_callback);
            match (returned, called) {
                (_, None) => Standing::Apart,
                (Some(returned), Some(called)) => Standing::kept(returned < called),
                (None, Some(_)) => Standing::Broken,
            }
        },
        needs: &[Kind::Called, Kind::Returned],
        bends: &[
            Bend { id: "synchronous", bend: synchronous },
            Bend { id: "complete-inside", bend: complete_inside },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

fn is_callback(event: &crate::spec::Event) -> bool {
    matches!(event.kind, Kind::Called | Kind::Asked)
}

fn synchronous(_: &At<'_>, trace: &mut Trace) {
    trace.0.sort_by_key(|e| e.kind == Kind::Returned);
}

fn complete_inside(_: &At<'_>, trace: &mut Trace) {
    trace.0.sort_by_key(|e| e.name != "complete");
}
