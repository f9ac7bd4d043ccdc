//! The component itself.

use crate::api::pay_button::performance::decides;
use crate::api::pay_button::scene::{FIRST, Purpose, first_reply, purpose};
use crate::api::world::BASE_LIBRARY;
use crate::ground::{Object, Reply};
use crate::spec::{About, At, Bend, Check, Event, Kind, Patch, Promise, Rule, Standing, Words};

use super::cite;

/// It exists from 2.43.0.0.
pub(super) static MINIMUM_VERSION: Rule = Rule {
    id: "pay-button/component/minimum-version",
    says: Words::new(
        "the component exists from base library 2.43.0.0: below, nothing opens and no server receives anything",
        "基础库 2.43.0.0 起才有本组件:低于该版本不打开页面,也不请求服务端",
    ),
    cites: &[cite("", "基础库 2.43.0.0", "开始支持本组件")],
    scope: |at| !at.has(FIRST),
    about: &[About::Fact(&BASE_LIBRARY)],
    check: Check::Promise(Promise {
        holds: |_, trace| {
            let works = |e: &Event| {
                e.kind == Kind::Sent || (e.kind == Kind::Shown && e.with.get("button").is_undefined())
            };
            Standing::kept(!trace.0.iter().any(works))
        },
        needs: &[Kind::Shown, Kind::Sent],
        stages: |_| {
            ["2.42.99.99", "2.42.0", "1.0.0", "2.5.0"].map(|v| Patch::fact(&BASE_LIBRARY, v)).to_vec()
        },
        bends: &[Bend {
            id: "works-all-the-same",
            bend: |_, trace| trace.0.push(Event::new(Kind::Shown, Object::new().with("page", "order"))),
        }],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// It is there from then on.
pub(super) static EXISTS: Rule = Rule {
    id: "pay-button/component/exists",
    says: Words::new(
        "from base library 2.43.0.0 on the component is rendered",
        "基础库 2.43.0.0 及以上渲染本组件",
    ),
    cites: &[cite("", "基础库 2.43.0.0", "开始支持本组件")],
    since: FIRST,
    scope: |at| !pending(at) && purpose(at) != Purpose::None,
    about: &[About::Fact(&BASE_LIBRARY)],
    check: Check::Promise(Promise {
        holds: |at, trace| {
            let told = trace.0.iter().any(decides) || !at.listens("error");
            Standing::kept(told || trace.all(Kind::Shown, "").any(|e| !e.with.get("button").is_undefined()))
        },
        needs: &[Kind::Called, Kind::Shown],
        stages: |_| {
            ["2.43.0.0", "2.43.0.1", "2.100.0", "10.0.0"].map(|v| Patch::fact(&BASE_LIBRARY, v)).to_vec()
        },
        bends: &[
            Bend { id: "not-rendered", bend: |_, trace| trace.0.clear() },
            Bend {
                id: "gate-up",
                bend: |at, trace| {
                    if !at.has(FIRST.after()) {
                        trace.0.clear();
                    }
                },
            },
            Bend {
                id: "compares-as-text",
                bend: |at, trace| {
                    if at.world.text(&BASE_LIBRARY) < "2.43.0.0" {
                        trace.0.clear();
                    }
                },
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// Whether the goods information never arrives: then nothing may be displayed yet.
fn pending(at: &At<'_>) -> bool {
    matches!(first_reply(at, "getgoodsinfo"), Some(Reply::Never))
}
