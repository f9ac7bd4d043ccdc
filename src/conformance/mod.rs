//! Rules as named tests of a Rust implementation, under `cargo test` and nextest.
//!
//! In `Cargo.toml` of the crate that holds the implementation:
//!
//! ```toml
//! [dev-dependencies]
//! paystone = { version = "0.1", default-features = false, features = ["conformance"] }
//!
//! [[test]]
//! name = "conformance"
//! harness = false
//! ```
//!
//! and in `tests/conformance.rs`, with an [`Adapter`] of yours:
//!
//! ```
//! # use paystone::spec::{Capabilities, Model};
//! # struct MyGateway;
//! # impl MyGateway {
//! #     fn new() -> Model<'static> {
//! #         Model::faithful(Capabilities::everything("mine", &[&paystone::api::signature::SIGN]))
//! #     }
//! # }
//! fn main() -> std::process::ExitCode {
//!     paystone::conformance::main(MyGateway::new)
//! }
//! ```
//!
//! What runs, for each operation that the adapter offers:
//!
//! | test | fails |
//! | --- | --- |
//! | `OPERATION::RULE`, for each rule | where the sweep found it broken, ended strangely in a case for it, or did not put it to the test |
//! | `OPERATION::sweep` | where the sweep showed something that no rule's test tells, or checked nothing at all |
//! | `OPERATION::exploration` | where random cases showed something beyond what the sweep did |
//!
//! So all of them pass only where `paystone run` would end with exit code 0; but what is found about nothing but rules that are declared
//! unsupported fails no test. A rule that the adapter cannot stage, cannot observe or
//! declares unsupported is ignored, with the reason; forced with `--ignored`, its test fails. What the adapter says of itself decides that, not
//! what it does: a rule all of whose cases it skips fails.
//!
//! A failure prints two lines that run its case alone, by an environment variable. `PAYSTONE_LANG=zh` makes all of it Chinese.

mod bench;
mod guarded;
mod harness;
mod phrases;
mod replay;
mod strange;
mod test;

use std::process::ExitCode;
use std::sync::Arc;

use crate::engine::Settings;
use crate::spec::{Adapter, Capabilities, Lang, Operation};

use bench::Bench;
use guarded::{Make, caught};

pub use test::Test;

/// The `main` of a test target without a harness: one test for each rule of each operation that the adapter offers.
///
/// The adapter is made where cases are to run, in the thread that runs them, and made anew after each panic.
pub fn main<A: Adapter + 'static>(make: impl Fn() -> A + Send + Sync + 'static) -> ExitCode {
    Conformance::of(make).main()
}

/// The tests of an implementation, to be adjusted before they run.
///
/// ```no_run
/// # use paystone::{api::signature::SIGN, conformance::Conformance, spec::{Capabilities, Model}};
/// # fn signer() -> Model<'static> { Model::faithful(Capabilities::everything("mine", &[&SIGN])) }
/// fn main() -> std::process::ExitCode {
///     Conformance::of(signer).operations(&[&SIGN]).cases(10_000).strict().main()
/// }
/// ```
#[derive(Clone)]
pub struct Conformance {
    make: Make,
    settings: Settings,
    lang: Lang,
}

/// Why there are no tests: what the adapter says of itself, or what is asked for, is wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unusable {
    /// No operation.
    #[error(
        "the adapter offers no operation, so nothing would be tested: list what it runs in `Capabilities::operations`"
    )]
    NothingOffered,
    /// An operation that is asked for.
    #[error(
        "the adapter does not offer {0}, which these tests are to cover: list it in `Capabilities::operations`, or leave it out of `Conformance::operations`"
    )]
    NotOffered(String),
    /// A rule that is declared unsupported.
    #[error(
        "`Capabilities::unsupported` names {0}, which is no rule of an operation that is tested: correct the id, or leave it out"
    )]
    NoSuchRule(String),
    /// A pinned fact.
    #[error("`Capabilities::pins` gives {0} a value that it cannot have: {1}")]
    Pin(String, String),
    /// The adapter panicked before it was given any case.
    #[error("the adapter cannot be made: it panicked: {0}")]
    Panicked(String),
    /// A case that is to be replayed.
    #[error("PAYSTONE_REPLAY: {0}")]
    Replay(String),
    /// The language.
    #[error("PAYSTONE_LANG: `{0}` is no language: `en` or `zh` is wanted")]
    Language(String),
}

impl Conformance {
    /// The tests of what this makes. Nothing runs yet.
    pub fn of<A: Adapter + 'static>(make: impl Fn() -> A + Send + Sync + 'static) -> Self {
        let make: Make = Arc::new(move || Box::new(make()));
        Self { make, settings: Settings::default(), lang: Lang::En }
    }

    /// The operations that must be offered and are tested; otherwise all that the adapter offers.
    pub fn operations(mut self, operations: &[&'static Operation]) -> Self {
        self.settings.operations = operations.to_vec();
        self
    }

    /// How many cases to explore for each operation, 1000 otherwise. With 0 there is no `exploration` test.
    pub fn cases(mut self, cases: u64) -> Self {
        self.settings.cases = cases;
        self
    }

    /// The seed of exploration, 1 otherwise.
    pub fn seed(mut self, seed: u64) -> Self {
        self.settings.seed = seed;
        self
    }

    /// Whether a breach of what the documents only ask for fails its test too.
    pub fn strict(mut self) -> Self {
        self.settings.strict = true;
        self
    }

    /// The language of what the tests tell. [`main`](Self::main) reads it from `PAYSTONE_LANG`, where that is set.
    pub fn lang(mut self, lang: Lang) -> Self {
        self.lang = lang;
        self
    }

    /// Runs the tests that the command line asks for, as `cargo test` and nextest call it. The exit code is 101 where one failed, and 2 where
    /// nothing can run: the adapter offers nothing, or a setting is wrong.
    pub fn main(self) -> ExitCode {
        harness::main(self)
    }

    /// The tests, for a harness of your own: each operation's rules in the order of the document, then `sweep` and `exploration`.
    ///
    /// # Errors
    ///
    /// When there would be nothing to test, or what the adapter says of itself is wrong.
    pub fn tests(&self) -> Result<Vec<Test>, Unusable> {
        Ok(self.benches()?.into_iter().flat_map(|bench| Test::all(&Arc::new(bench))).collect())
    }

    fn benches(&self) -> Result<Vec<Bench>, Unusable> {
        let capabilities = self.capabilities()?;
        let operations = self.chosen(&capabilities)?;
        check(&capabilities, &operations)?;
        let bench = |operation| Bench::new(operation, &self.make, &capabilities, &self.settings, self.lang);
        Ok(operations.into_iter().map(bench).collect())
    }

    fn capabilities(&self) -> Result<Capabilities, Unusable> {
        caught(|| (self.make)().capabilities().clone()).map_err(Unusable::Panicked)
    }

    /// The operations to test, each once.
    fn chosen(&self, capabilities: &Capabilities) -> Result<Vec<&'static Operation>, Unusable> {
        let offered = &capabilities.operations;
        let asked = &self.settings.operations;
        if let Some(missing) = asked.iter().find(|o| !offered.contains(o)) {
            return Err(Unusable::NotOffered(missing.name.to_owned()));
        }
        let mut chosen: Vec<&'static Operation> = Vec::new();
        for operation in if asked.is_empty() { offered } else { asked } {
            if !chosen.contains(operation) {
                chosen.push(operation);
            }
        }
        if chosen.is_empty() { Err(Unusable::NothingOffered) } else { Ok(chosen) }
    }
}

/// What an adapter in another process is asked at its handshake.
fn check(capabilities: &Capabilities, operations: &[&'static Operation]) -> Result<(), Unusable> {
    let known = |id: &str| operations.iter().any(|operation| operation.rule(id).is_some());
    if let Some(wrong) = capabilities.unsupported.iter().find(|u| !known(&u.rule)) {
        return Err(Unusable::NoSuchRule(wrong.rule.clone()));
    }
    match capabilities.pins.iter().find(|(fact, value)| !fact.admits(value)) {
        Some((fact, value)) => {
            Err(Unusable::Pin(fact.name.to_owned(), crate::ground::to_json(value).to_string()))
        }
        None => Ok(()),
    }
}

impl std::fmt::Debug for Conformance {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Conformance").field("settings", &self.settings).finish_non_exhaustive()
    }
}
