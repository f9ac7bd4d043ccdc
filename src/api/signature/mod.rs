//! The signature of an `orderInfo`.
//!
//! Source: `facts`.

mod baseline;
mod gaps;
mod rules;
mod schema;
pub mod scheme;
mod subject;

use std::borrow::Cow;

use crate::ground::Object;
use crate::spec::{At, Event, Kind, Operation, Outcome, Role, Seen, Shape, Trace, Words};

use super::world;

pub(in crate::api) use gaps::ALL as GAPS;
pub(in crate::api) use rules::OF_AN_ORDER;

/// Signs fields with a secret.
pub static SIGN: Operation = Operation {
    name: "sign",
    api: "signature",
    says: Words::new("the signature of an orderInfo", "orderInfo 签名"),
    role: Role::Caller,
    facts: &[&world::PAYMENT_SECRET],
    rules: rules::OF_SIGN,
    gaps: gaps::ALL,
    cells: &[],
    bases: baseline::OF_SIGN,
    derived: None,
    mirrors: &[(&world::PAYMENT_SECRET, &["secret"])],
    produces: None,
    vary: baseline::vary_fields,
    succeed: signs,
    perform: sign,
    decides,
    decided_by: &[Kind::Returned],
    input: schema::sign_input,
    result: schema::sign_result,
};

/// A signature is returned; which one, the rules about it judge.
static SIGNS: Outcome = Outcome {
    id: "sign",
    says: Words::new("the signature is returned", "返回签名"),
    cites: &[],
    seen: Cow::Borrowed(&[Seen::returned(&[("sign", Shape::Any)])]),
    unseen: &[],
};

/// The call throws: what a signer may do with a value that no document defines.
static REFUSES: Outcome = Outcome {
    id: "throws",
    says: Words::new("the call throws", "调用抛出异常"),
    cites: &[],
    seen: Cow::Borrowed(&[Seen { kind: Kind::Threw, name: "", fields: Cow::Borrowed(&[]) }]),
    unseen: &[],
};

fn decides(event: &Event) -> bool {
    matches!(event.kind, Kind::Returned | Kind::Threw)
}

/// How a signer ends: with some signature, which the promise about it judges, or by refusing.
fn signs(at: &At<'_>) -> &'static [&'static Outcome] {
    let none = Object::new();
    let fields = at.field("fields").as_object().unwrap_or(&none);
    if subject::is_refused(at, fields) { const { &[&REFUSES] } } else { const { &[&SIGNS] } }
}

/// The trace of a faithful signer.
fn sign(at: &At<'_>, outcome: &Outcome) -> Trace {
    let none = Object::new();
    let fields = at.field("fields").as_object().unwrap_or(&none);
    match subject::signed(at, fields, at.field("secret").as_str().unwrap_or_default()) {
        subject::Signed::As(sign) => returned(sign),
        // Some signature: of what, nothing defines.
        subject::Signed::Somehow => returned(scheme::digest(b"")),
        subject::Signed::Refused => Trace(outcome.example().collect()),
    }
}

/// The signature of an `orderInfo`, by the readings of `at`; `None` where nothing defines it.
pub(in crate::api) fn sign_of(at: &At<'_>, info: &Object, secret: &str) -> Option<String> {
    match subject::signed(at, info, secret) {
        subject::Signed::As(sign) => Some(sign),
        subject::Signed::Somehow | subject::Signed::Refused => None,
    }
}

fn returned(sign: String) -> Trace {
    Trace(vec![Event::new(Kind::Returned, Object::new().with("sign", sign))])
}
