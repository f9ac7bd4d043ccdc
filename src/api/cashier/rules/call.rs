//! The call itself: from when it exists, and what it takes.

use crate::api::cashier::gaps::{BELOW_MINIMUM, OPTIONS_TYPE};
use crate::api::cashier::outcomes::{NOTHING, REFUSED, THROWS};
use crate::api::cashier::scene::{FIRST, FIRST_OF_TITLE, exists};
use crate::api::world::BASE_LIBRARY;
use crate::ground::{Type, Value, Version};
use crate::spec::{About, Case, Check, Demand, Own, Patch, Refusal, Rule, Standing, Variant, Words};

use super::{cite, option};

/// The method exists from 1.19.4, or from 1.19.0.
pub(super) static MINIMUM_VERSION: Rule = Rule {
    id: "cashier/call/minimum-version",
    says: Words::new(
        "the method exists from base library 1.19.4 by the title, from 1.19.0 by the table",
        "本方法的最低基础库版本:标题为 1.19.4,表格为 1.19.0",
    ),
    cites: &[cite("", "tt.pay", "1.19.4+"), option("success", "1.19.0")],
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| Standing::kept(exists(at)),
            about: &[About::Fact(&BASE_LIBRARY)],
            edges: |base| {
                at_versions(base, &[FIRST_OF_TITLE, FIRST_OF_TITLE.after(), Version([1, 100, 0, 0])])
            },
            breaks: |_| vec![library(FIRST.before()), library(Version([1, 0, 0, 0]))],
            openings: |_| vec![library(FIRST), library(FIRST_OF_TITLE.before())],
            literals: &["1.19.4", "1.19.0"],
            variants: &[
                Variant { id: "later", judge: |at| Standing::kept(at.has(FIRST_OF_TITLE.after())) },
                Variant { id: "earlier", judge: |at| Standing::kept(at.has(FIRST.before())) },
            ],
            ..Own::PLAIN
        }),
        &[
            Refusal::row(&THROWS).under(&BELOW_MINIMUM, "throws"),
            Refusal::row(&REFUSED).under(&BELOW_MINIMUM, "fails"),
            Refusal::row(&NOTHING).under(&BELOW_MINIMUM, "nothing"),
        ],
    ),
    ..Rule::PLAIN
};

fn library(version: Version) -> Patch {
    Patch::fact(&BASE_LIBRARY, version.to_string())
}

/// Without the cashier a call needs a later version.
fn at_versions(base: &Case, versions: &[Version]) -> Vec<Patch> {
    let desk = base.steps.iter().all(|s| s.input.get("service").as_whole() == Some(1));
    if desk { versions.iter().map(|v| library(*v)).collect() } else { Vec::new() }
}

/// The options are an object.
pub(super) static OPTIONS_OBJECT: Rule = Rule {
    id: "cashier/call/options-object",
    says: Words::new("the options must be an object", "入参必须是对象"),
    cites: &[cite("输入", "object 类型", "object"), cite("", "tt.pay", "1.19.4+")],
    since: FIRST_OF_TITLE,
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
