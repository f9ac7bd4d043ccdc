//! From address to case to finding to record: aims, sweep, exploration, shrinking, explaining, tallies. Names no interface.

mod address;
mod asked;
mod blame;
mod counted;
mod distinct;
mod exit;
mod explore;
mod investigate;
mod link;
mod plan;
mod record;
mod replay;
mod run;
mod secrets;
mod selftest;
mod shrink;
mod strategy;
mod summarize;
mod tally;
mod worker;

pub use address::{Address, AddressError, Aim, place_of};
pub use asked::{gaps_asked, gaps_named};
pub use blame::Explained;
pub use counted::counted;
pub use distinct::Distinct;
pub use investigate::expected;
pub use link::{InProcess, Link, LinkError};
pub use plan::{Goal, Plan, Planned, Selection, unstaged};
pub use record::{
    AllowedRecord, ChangeRecord, CiteRecord, Class, EndRecord, FindingRecord, GapRecord, ReadingRecord,
    Record, RuleRecord, RunRecord, Says, Severity, Status, Summary, SuspectRecord, Timing, Trouble,
    WhyRecord,
};
pub use replay::{Replayed, replay_case};
pub use run::{Control, Progress, Settings, run, run_case};
pub use secrets::Secrets;
pub use selftest::{End, Fate, control, selftest};
pub use shrink::Shrunk;
pub use strategy::{CaseTree, Cases};
pub use summarize::rule_set;
pub use tally::{GapTally, RuleTally, Tally};
pub use worker::{OTHER_FAULTS, is_of_a_fault};
