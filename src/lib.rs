//! Paystone tests implementations of the Douyin mini-program payment interfaces against their documents.
//!
//! Each floor may use only the floors before it:
//!
//! 1. [`ground`]: JavaScript values, versions, text lengths, exact decimals. Knows no payments.
//! 2. [`spec`]: the vocabulary: case, world, rule, demand, gap, expectation, trace, finding, adapter.
//! 3. [`api`]: the documents, one folder each; the only place where rules live.
//! 4. [`engine`]: from address to case to finding. Names no interface.
//! 5. `fixtures`: tests as files, for suites that have no Paystone. Names no interface.
//! 6. [`adapter`]: implementations outside of this process. Knows no rule.
//! 7. `report`: a recorded run, shown. Runs nothing, judges nothing.
//! 8. `cli`: reads the command line and wires the rest. Beside it, `conformance`: rules as named tests under `cargo test`.

#[cfg(feature = "subprocess")]
pub mod adapter;
pub mod api;
#[cfg(feature = "cli")]
pub mod cli;
#[cfg(feature = "conformance")]
pub mod conformance;
pub mod engine;
#[cfg(feature = "fixtures")]
pub mod fixtures;
pub mod ground;
#[cfg(feature = "report")]
pub mod report;
pub mod spec;
