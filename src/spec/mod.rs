//! The vocabulary: what a case, a rule, a gap, an expectation and a finding are. Names no payment interface.

mod adapter;
mod case;
mod demand;
mod draw;
mod expect;
mod finding;
mod gap;
mod judge;
mod model;
mod mutant;
mod operation;
mod outcome;
mod patch;
mod rule;
mod standing;
mod trace;
mod words;
mod world;

pub use adapter::{Adapter, Capabilities, Fault, Implementation, Reply, Unsupported};
pub use case::{At, Case, CaseError, Step};
pub use demand::{Bent, Demand, Field, Literal, Own, Variant};
pub use draw::{Draw, mix};
pub use expect::{Allowed, Expectation, Why};
pub use finding::{Breach, Finding, Suspect};
pub use gap::{Gap, NAN, NULL, Profile, Reading, Readings, Tape};
pub use judge::{Evidence, Judge, Mark, Verdict};
pub use model::Model;
pub use mutant::{Mutant, Mutation, mutants_of};
pub use operation::{Base, Cell, Operation, Role};
pub use outcome::{Outcome, Refusal, Seen, Shape, Source};
pub use patch::{Change, Patch, Place, differences};
pub use rule::{About, Basis, Bend, Check, Force, Promise, Rule, Waiver};
pub use standing::{Standing, standing_of};
pub use trace::{Event, Kind, Trace, TraceError};
pub use words::{Cite, Lang, Words};
pub use world::{BASE_LIBRARY, Fact, Plain, Range, World};
