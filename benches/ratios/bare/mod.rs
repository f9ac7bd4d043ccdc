//! The floor in process: a bare loop. It draws from the same rules, hands each case to the same implementation, and checks the answer by
//! hand-written `if`s on the fields.
//!
//! What the bare loop has not: addresses, rules as data, readings tried in turn, marks, tallies, evidence, findings. Where a gap is open
//! it takes any answer that some reading allows.

pub(crate) mod diamond;
pub(crate) mod sign;
