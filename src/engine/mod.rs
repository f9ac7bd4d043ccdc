//! From address to case to finding: aims, sweep, exploration, batch loop, shrinking, explaining, tallies, events. Names no interface.

mod address;
mod blame;
mod explore;
mod link;
mod plan;
mod record;
mod run;
mod selftest;
mod shrink;
mod strategy;
mod tally;
mod worker;

pub use address::{Address, AddressError, Aim};
pub use blame::Explained;
pub use link::{InProcess, Link, LinkError};
pub use plan::{Goal, Plan, Planned, Selection};
pub use record::{
    AllowedRecord, ChangeRecord, CiteRecord, Class, EndRecord, FindingRecord, GapRecord, ReadingRecord, Record, RuleRecord, RunRecord,
    Says, Severity, Status, Summary, SuspectRecord, Timing, Trouble, WhyRecord, expected, rule_set,
};
pub use run::{Control, Progress, Settings, run, run_case};
pub use selftest::{End, Fate, control, selftest};
pub use shrink::Shrunk;
pub use strategy::{CaseTree, Cases};
pub use tally::{GapTally, RuleTally, Tally};
