//! Reports: a recorded run, shown. Runs nothing, judges nothing.

mod compare;
mod departures;
mod finding;
mod freedom;
mod known;
mod lines;
mod merge;
mod phrases;
mod printable;
mod redact;
mod summary;

pub use compare::Compared;
pub use finding::Replay;
pub use lines::{ReadError, read, write};
pub use merge::{MergeError, merge};
pub use phrases::{fill, force, offer, said, standing, status, step};
pub use printable::{block, printable};
pub use redact::redact;
pub use summary::{View, show, show_findings, show_with};
