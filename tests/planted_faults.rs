//! Paystone against an implementation that shares nothing with its model: it passes, and each fault planted in it is found.
//!
//! The platform is `tests/platform` and needs `node`; the signers are `tests/signers` and need `python3`. Where one of them is
//! missing the tests say that they skipped. What each fault must be blamed on is `planted_faults/expected.tsv`.

mod planted_faults {
    mod command;
    mod compared;
    mod faultless;
    mod faults;
    mod known;
    mod readings;
    mod signers;
    mod table;
    mod warnings;
}
