//! The floor in process: a bare loop. For each interface a hand-written generator builds like cases (the same fields in like
//! distribution, made by cloning a template and setting members, with one generator seeded once), the implementation runs, and
//! hand-written `if`s check the same rules on the fields and compare the answer with what they allow.
//!
//! What the bare loop has not: addresses, patches as data, rules as data, readings tried in turn, marks, tallies, evidence, findings.
//! Where a gap is open it takes any answer that some reading allows, rule by rule. It allocates the case and the answer, nothing else.

pub(crate) mod diamond;
pub(crate) mod sign;
