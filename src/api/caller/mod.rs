//! The caller's side: what a merchant's software makes of an intent. What comes out is put into the call that it is meant for, which must
//! keep everything that the interface demands of its callers.
//!
//! The one folder that uses the others: it has no document of its own.

mod diamond_options;
mod goods_info;
mod order_info;
mod rules;

use std::borrow::Cow;

use crate::ground::{Object, Value};
use crate::spec::{At, Event, Field, Kind, Outcome, Seen, Trace, Words, at_path};

pub use diamond_options::DIAMOND_OPTIONS;
pub use goods_info::GOODS_INFO;
pub use order_info::ORDER_INFO;

/// Something is returned; what it is, the rules about it judge.
static RETURNS: Outcome = Outcome {
    id: "returns",
    says: Words::new("what belongs into the call is returned", "返回调用所需的内容"),
    cites: &[],
    seen: Cow::Borrowed(&[Seen::returned(&[])]),
    unseen: &[],
};

fn ends(_: &At<'_>) -> &'static [&'static Outcome] {
    const { &[&RETURNS] }
}

fn decides(event: &Event) -> bool {
    matches!(event.kind, Kind::Returned | Kind::Threw)
}

fn returned(value: Object) -> Trace {
    Trace(vec![Event::new(Kind::Returned, value)])
}

/// Puts what an intent says where the call carries it. What the intent leaves out is left out.
fn carry(intent: &Value, to: &mut Object, carries: &[(Field, Field)]) {
    for (from, there) in carries {
        let value = at_path(intent, from);
        if !value.is_undefined() {
            to.set(key(there), value.clone());
        }
    }
}

/// The name of the member that a place is.
fn key(place: Field) -> &'static str {
    place.last().copied().unwrap_or_default()
}
