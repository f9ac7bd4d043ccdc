//! `extraInfo`: what the developer wants back.

use crate::api::diamond::gaps::EXTRA_LENGTH;
use crate::api::diamond::outcomes::REFUSED;
use crate::api::diamond::scene::FIRST;
use crate::api::documents::FACTS;
use crate::ground::{Type, Unit};
use crate::spec::{
    About, At, Basis, Check, Cite, Demand, Own, Patch, Refusal, Rule, Standing, Waiver, Words,
};

use super::{TYPE_ERRORS, parameter, refuse_type, should_be};

/// The limit that is known from outside of the document.
const MOST: usize = 256;

/// `extraInfo` must be a string.
pub(super) static TYPE: Rule = Rule {
    id: "diamond/extra-info/type",
    says: Words::new("extraInfo must be a string", "extraInfo 必须是字符串"),
    cites: &[parameter("extraInfo", "string"), TYPE_ERRORS],
    since: FIRST,
    check: Check::Demand(
        Demand::Typed(&["extraInfo"], Type::String),
        &[refuse_type(|at| should_be(at, "extraInfo", Type::String))],
    ),
    ..Rule::PLAIN
};

/// Perhaps at most 256.
pub(super) static LENGTH: Rule = Rule {
    id: "diamond/extra-info/length",
    says: Words::new(
        "extraInfo may be limited to 256; the document does not say so, and nothing says in which unit",
        "extraInfo 可能限长 256;文档未写,单位也未说明",
    ),
    cites: &[
        Cite {
            document: FACTS,
            section: "## openAwemeCustomerService",
            row: "- `extraInfo`",
            words: "at most 256 (official; the unit is not stated)",
        },
        parameter("extraInfo", "2.64.0"),
    ],
    basis: Basis::Official,
    since: FIRST,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: within,
            about: &[About::Field(&["extraInfo"])],
            edges: |_| vec![Patch::set("extraInfo", "a".repeat(MOST)), Patch::set("extraInfo", "")],
            openings: |_| {
                let texts =
                    ["a".repeat(MOST + 1), "汉".repeat(100), "😀".repeat(200), "e\u{301}".repeat(MOST)];
                texts.map(|text| Patch::set("extraInfo", text)).to_vec()
            },
            ..Own::PLAIN
        }),
        &[Refusal::row(&REFUSED)],
    ),
    waivers: &[Waiver { gap: &EXTRA_LENGTH, when: |_| true, readings: &["unlimited"] }],
    ..Rule::PLAIN
};

fn within(at: &At<'_>) -> Standing {
    let Some(text) = at.field("extraInfo").as_str() else { return Standing::Apart };
    // Bytes are never fewer than any other unit.
    if text.len() <= MOST {
        return Standing::Holds;
    }
    let unit = match at.reading(&EXTRA_LENGTH) {
        "utf16" => Unit::Utf16,
        "code-points" => Unit::CodePoints,
        "graphemes" => Unit::Graphemes,
        // Whether there is a limit at all, the waiver knows.
        _ => Unit::Bytes,
    };
    Standing::kept(unit.is_within(text, MOST))
}
