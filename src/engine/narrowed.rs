//! What two adapters can both do, and a link that is held to it: so that both get the same cases.

use std::cell::OnceCell;

use crate::spec::{Capabilities, Case, Reply};

use super::link::{Link, LinkError};

/// Why nothing can be staged alike by two adapters.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{fact} is fixed in both, as {one} in the one and as {other} in the other: they live in other worlds"
)]
pub struct OtherWorlds {
    fact: &'static str,
    one: String,
    other: String,
}

/// What both adapters can do: as the first names itself, and with what it says it does not support.
///
/// # Errors
///
/// When both pin a fact, to unlike values.
pub fn common(one: &Capabilities, other: &Capabilities) -> Result<Capabilities, OtherWorlds> {
    let mut pins = one.pins.clone();
    for (fact, value) in &other.pins {
        match pins.iter().find(|(known, _)| known == fact) {
            Some((_, known)) if known == value => {}
            Some((_, known)) => {
                let text = |value| crate::ground::to_json(value).to_string();
                return Err(OtherWorlds { fact: fact.name, one: text(known), other: text(value) });
            }
            None => pins.push((*fact, value.clone())),
        }
    }
    let mut both = one.clone();
    both.operations.retain(|operation| other.operations.contains(operation));
    both.stages.retain(|fact| other.stages.contains(fact));
    both.observes.retain(|kind| other.observes.contains(kind));
    both.pins = pins;
    Ok(both)
}

/// A link that is asked for no more than another adapter can do as well.
#[derive(Debug)]
pub struct Narrowed<L> {
    link: L,
    to: Capabilities,
    own: OnceCell<Capabilities>,
}

impl<L: Link> Narrowed<L> {
    /// A link held to what both can do.
    pub const fn new(link: L, to: Capabilities) -> Self {
        Self { link, to, own: OnceCell::new() }
    }
}

impl<L: Link> Link for Narrowed<L> {
    fn capabilities(&self) -> &Capabilities {
        self.own.get_or_init(|| {
            let own = self.link.capabilities();
            Capabilities {
                implementation: own.implementation.clone(),
                unsupported: own.unsupported.clone(),
                max_in_flight: own.max_in_flight,
                ..self.to.clone()
            }
        })
    }

    fn window(&self) -> usize {
        self.link.window()
    }

    fn submit(&mut self, id: u64, case: &Case) -> Result<(), LinkError> {
        self.link.submit(id, case)
    }

    fn next(&mut self) -> Result<(u64, Reply), LinkError> {
        self.link.next()
    }

    fn said(&mut self) -> String {
        self.link.said()
    }
}
