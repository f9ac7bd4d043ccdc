//! From address to case to finding to record: aims, sweep, exploration, shrinking, explaining, tallies. Names no interface.

mod address;
mod asked;
mod blame;
mod compare;
mod counted;
mod distinct;
mod exit;
mod explore;
mod investigate;
mod kept;
mod known;
mod link;
mod narrowed;
mod order;
mod pairs;
mod plan;
mod profile;
mod record;
mod replay;
mod run;
mod same;
mod schedule;
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
pub use compare::{Comparison, Difference, Unlike, Why, compare};
pub use counted::counted;
pub use distinct::Distinct;
pub use investigate::expected;
pub use kept::Kept;
pub use known::{Known, KnownCase, KnownNote, KnownRecord, KnownState};
pub use link::{InProcess, Link, LinkError};
pub use narrowed::{Narrowed, OtherWorlds, common};
pub use order::Order;
pub use pairs::Pair;
pub use plan::{Goal, Plan, Planned, Selection, unstaged};
pub use profile::{CapabilitiesRecord, Departure, PROFILE_VERSION, Profile};
pub use record::{
    AllowedRecord, ChangeRecord, CiteRecord, Class, EndRecord, ExampleRecord, FindingRecord, GapRecord,
    PrecedenceRecord, ReadingRecord, Record, RuleRecord, RunRecord, Says, Severity, Status, Summary,
    SuspectRecord, Timing, Trouble, WhyRecord,
};
pub use replay::{Replayed, replay_case};
pub use run::{Control, Progress, Settings, run, run_case, run_over};
pub use same::Breached;
pub use secrets::Secrets;
pub use selftest::{End, Fate, control, selftest};
pub use shrink::Shrunk;
pub use strategy::{CaseTree, Cases};
pub use summarize::{capabilities_record, rule_set};
pub use tally::{GapTally, RuleTally, Sight, Tally};
pub use worker::{OTHER_FAULTS, is_of_a_fault};
