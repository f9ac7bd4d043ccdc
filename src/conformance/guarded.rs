//! A link to an adapter in this process whose panics are faults of its implementation: they end their case, and nothing else.

use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::{Arc, Once};

use crate::engine::{Link, LinkError};
use crate::spec::{Adapter, Capabilities, Case, Fault, Reply};

/// Makes the adapter.
pub(super) type Make = Arc<dyn Fn() -> Box<dyn Adapter> + Send + Sync>;

/// A link to what was made.
pub(super) struct Guarded {
    make: Make,
    adapter: Box<dyn Adapter>,
    reply: Option<(u64, Reply)>,
}

impl Guarded {
    pub(super) fn start(make: &Make) -> Result<Self, LinkError> {
        let adapter = caught(|| make()).map_err(|panic| again(&panic))?;
        Ok(Self { make: Arc::clone(make), adapter, reply: None })
    }
}

impl Link for Guarded {
    fn capabilities(&self) -> &Capabilities {
        self.adapter.capabilities()
    }

    fn submit(&mut self, id: u64, case: &Case) -> Result<(), LinkError> {
        let reply = match caught(|| self.adapter.run(case)) {
            Ok(reply) => reply,
            Err(detail) => {
                // A panic may leave anything behind: the next case gets an adapter that saw nothing of it.
                self.adapter = caught(|| (self.make)()).map_err(|panic| again(&panic))?;
                Reply::Fault(Fault { kind: "panic".to_owned(), detail })
            }
        };
        self.reply = Some((id, reply));
        Ok(())
    }

    fn next(&mut self) -> Result<(u64, Reply), LinkError> {
        self.reply.take().ok_or_else(|| LinkError::Protocol("no case is under way".to_owned()))
    }
}

fn again(panic: &str) -> LinkError {
    LinkError::Start(format!("the adapter cannot be made: it panicked: {panic}"))
}

thread_local! {
    /// Whether this thread is in the hands of an adapter.
    static WATCHED: Cell<bool> = const { Cell::new(false) };
    /// Where it panicked last.
    static PLACE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// What came of it, or what it panicked with and where. The panic is told with its case: standard error stays free of it.
pub(super) fn caught<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let usual = take_hook();
        set_hook(Box::new(move |panic| {
            if WATCHED.get() {
                let place = panic.location().map(|place| format!(", at {place}")).unwrap_or_default();
                PLACE.replace(place);
            } else {
                usual(panic);
            }
        }));
    });
    let before = WATCHED.replace(true);
    let ended = catch_unwind(AssertUnwindSafe(work));
    WATCHED.set(before);
    ended.map_err(|payload| {
        let text = payload.downcast_ref::<&str>().map(|text| (*text).to_owned());
        let text = text.or_else(|| payload.downcast_ref::<String>().cloned());
        text.unwrap_or_else(|| "no text".to_owned()) + &PLACE.take()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_tells_its_message_and_its_place() {
        let told = caught(|| panic!("out of {}", "coins")).unwrap_err();
        assert!(told.starts_with("out of coins, at src"), "{told}");
        assert_eq!(caught(|| 7), Ok(7));
        assert!(caught(|| std::panic::panic_any(7)).unwrap_err().starts_with("no text, at src"));
    }
}
