//! `tt.canIUse('openAwemeCustomerService.object.goodType')`: whether items can be bought directly.

use std::borrow::Cow;

use serde_json::json;

use crate::api::documents::DIAMOND;
use crate::api::world::BASE_LIBRARY;
use crate::ground::Value;
use crate::spec::{
    At, Base, Bend, Case, Check, Cite, Event, Kind, Operation, Outcome, Patch, Promise, Role, Rule, Seen,
    Shape, Standing, Step, Trace, Words,
};

use super::gaps::CAN_I_USE_OTHERS;
use super::scene::ITEMS;

const PATH: &str = "openAwemeCustomerService.object.goodType";

/// Whether something can be used.
pub static CAN_I_USE: Operation = Operation {
    name: "tt.canIUse",
    api: "diamond",
    says: Words::new("whether direct purchases can be used", "查询是否支持道具直购"),
    role: Role::Platform,
    facts: &[&BASE_LIBRARY],
    rules: &[&GOOD_TYPE],
    gaps: &[&CAN_I_USE_OTHERS],
    cells: &[],
    bases: &[&Base {
        id: "good-type",
        says: Words::new("question whether goodType can be used", "查询 goodType 是否可用"),
        make: |world| Some(Case { world: world.clone(), steps: vec![Step::new(&CAN_I_USE, PATH)] }),
    }],
    derived: None,
    mirrors: &[],
    produces: None,
    vary: |draw, case| {
        let versions = ["2.64.0", "3.46.99", "3.47", "3.47.0", "3.100.0", "10.0.0"];
        case.world.set(&BASE_LIBRARY, (*draw.pick(&versions)).into());
    },
    succeed: answers,
    perform: |_, outcome| Trace(outcome.example().collect()),
    decides: |event| matches!(event.kind, Kind::Returned | Kind::Threw),
    decided_by: &[Kind::Returned],
    input: || json!({ "description": "what to ask about", "type": "string" }),
    result: || json!({ "type": "boolean" }),
};

/// It knows `goodType` from 3.47.0.
static GOOD_TYPE: Rule = Rule {
    id: "diamond/can-i-use/good-type",
    says: Words::new(
        "tt.canIUse answers whether goodType is supported: true from base library 3.47.0, false below",
        "tt.canIUse 用于判断是否支持 goodType:基础库 3.47.0 及以上为 true,否则为 false",
    ),
    cites: &[
        Cite {
            document: DIAMOND,
            section: "goodType 说明",
            row: "由于 goodType",
            words: "基础库版本 3.47.0及以上才可支持,可使用",
        },
        Cite { document: DIAMOND, section: "orderAmount 说明", row: "tt.canIUse", words: PATH },
    ],
    scope: |at| at.input().as_str() == Some(PATH),
    check: Check::Promise(Promise {
        holds: |at, trace| match trace.0.iter().find(|e| e.kind == Kind::Returned) {
            Some(event) => Standing::kept(event.with == Value::Bool(at.has(ITEMS))),
            None => Standing::Broken,
        },
        field: Some(""),
        needs: &[Kind::Returned],
        stages: |_| {
            let libraries =
                ["3.47.0", "3.47.0.1", "3.46.99.99", "2.64.0", "3.100.0", "10.0.0", "3.5.0", "3.47"];
            let asked = libraries.map(|v| Patch::fact(&BASE_LIBRARY, v)).into_iter();
            let others = ["openAwemeCustomerService", "openAwemeCustomerService.object.nothing", ""];
            asked.chain(others.map(|path| Patch::default().and_at(&[], Some(path.into())))).collect()
        },
        bends: &[
            Bend { id: "always-true", bend: |_, trace| returned(trace, true.into()) },
            Bend { id: "always-false", bend: |_, trace| returned(trace, false.into()) },
            Bend { id: "gate-up", bend: |at, trace| returned(trace, at.has(ITEMS.after()).into()) },
            Bend { id: "gate-down", bend: |at, trace| returned(trace, at.has(ITEMS.before()).into()) },
            Bend {
                id: "compares-as-text",
                bend: |at, trace| {
                    returned(trace, (at.world.text(&BASE_LIBRARY) >= "3.47.0").into());
                },
            },
            Bend {
                id: "answers-with-text",
                bend: |at, trace| returned(trace, at.has(ITEMS).to_string().into()),
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

fn returned(trace: &mut Trace, value: Value) {
    trace.0 = vec![Event::new(Kind::Returned, value)];
}

const ANSWERED: Words = Words::new("a boolean is returned", "返回布尔值");

static KNOWN: Outcome = Outcome {
    id: "true",
    says: ANSWERED,
    cites: &[],
    seen: Cow::Borrowed(&[Seen::returned(&[("", Shape::Is(Value::Bool(true)))])]),
    unseen: &[],
};

static UNKNOWN: Outcome = Outcome {
    id: "false",
    says: ANSWERED,
    cites: &[],
    seen: Cow::Borrowed(&[Seen::returned(&[("", Shape::Is(Value::Bool(false)))])]),
    unseen: &[],
};

fn answers(at: &At<'_>) -> &'static [&'static Outcome] {
    let known = match at.input().as_str() {
        Some(PATH) => at.has(ITEMS),
        _ => at.reading(&CAN_I_USE_OTHERS) == "known",
    };
    if known { const { &[&KNOWN] } } else { const { &[&UNKNOWN] } }
}
