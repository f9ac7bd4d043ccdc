//! Every citation, every literal and every exemption is held against the documents themselves.
//!
//! The texts are no part of the repository: they are read from the folder that `PAYSTONE_DOCUMENTS` names, and without it
//! these tests say that they skipped. To read another document, add it to `documents/sources.rs`.

mod documents {
    mod citations;
    mod claims;
    mod coverage;
    mod error_table;
    mod exempt;
    mod library;
    mod literals;
    mod row;
    mod sources;
}
