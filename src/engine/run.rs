//! A run: every case of the sweep and of exploration, over one or several links, into one summary.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use crate::spec::{Capabilities, Case, Operation, Reply};

use super::distinct::Distinct;
use super::kept::Kept;
use super::known::KnownCase;
use super::link::{Link, LinkError};
use super::plan::{Plan, Selection};
use super::record::Summary;
use super::schedule::Schedule;
use super::summarize::summarize;
use super::tally::Tally;
use super::worker::{Candidate, work};

/// What to run.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The operations.
    pub operations: Vec<&'static Operation>,
    /// The rules.
    pub selection: Selection,
    /// The seed of exploration.
    pub seed: u64,
    /// How many cases to explore, over all operations.
    pub cases: u64,
    /// How long to explore, in place of a number of cases.
    pub time: Option<Duration>,
    /// How many links to use at once.
    pub jobs: u64,
    /// Which part of the cases to run, counted from one, and of how many.
    pub shard: (u64, u64),
    /// Whether to stop at the first finding.
    pub fail_fast: bool,
    /// Whether warnings are findings.
    pub strict: bool,
    /// Whether to break rules two at a time, to learn which of them the implementation puts first.
    pub pairs: bool,
    /// Cases that run before the sweep.
    pub corpus: Vec<Kept>,
    /// Findings that are known. Their cases run after the sweep.
    pub known: Vec<KnownCase>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            operations: Vec::new(),
            selection: Selection::default(),
            seed: 1,
            cases: 1000,
            time: None,
            jobs: 1,
            shard: (1, 1),
            fail_fast: false,
            strict: false,
            pairs: false,
            corpus: Vec::new(),
            known: Vec::new(),
        }
    }
}

/// What a run looks at from time to time, and what it tells while it goes on.
#[derive(Debug, Default)]
pub struct Control {
    /// Set to stop; what was found until then is reported.
    pub stop: AtomicBool,
    done: AtomicU64,
    found: AtomicU64,
}

/// How far a run is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Cases that are done.
    pub done: u64,
    /// Cases with something unexpected.
    pub found: u64,
}

impl Control {
    /// How far the run is.
    pub fn progress(&self) -> Progress {
        Progress { done: self.done.load(Ordering::Relaxed), found: self.found.load(Ordering::Relaxed) }
    }

    pub(super) fn did(&self, cases: u64) {
        self.done.fetch_add(cases, Ordering::Relaxed);
    }

    pub(super) fn saw_something(&self) {
        self.found.fetch_add(1, Ordering::Relaxed);
    }

    pub(super) fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}

/// Everything that the workers of one run share.
#[derive(Debug)]
pub(super) struct Shared<'a> {
    pub(super) schedule: Schedule<'a>,
    pub(super) settings: &'a Settings,
    pub(super) control: &'a Control,
    pub(super) capabilities: &'a Capabilities,
    pub(super) deadline: Option<Instant>,
    /// Set when a worker broke off, or found something and that is enough.
    pub(super) enough: AtomicBool,
}

/// What one worker brings back.
#[derive(Debug, Default)]
pub(super) struct Haul {
    pub(super) tally: Tally,
    /// The first case of each kind of finding.
    pub(super) candidates: BTreeMap<String, Candidate>,
    /// The first case of each kind of fault.
    pub(super) faults: Distinct<Candidate>,
    /// The known findings whose cases were judged.
    pub(super) tried: BTreeSet<usize>,
    /// Those whose cases showed them.
    pub(super) seen: BTreeSet<usize>,
    pub(super) trouble: Option<LinkError>,
    pub(super) cut_short: bool,
}

/// Runs everything. `connect` makes a link; it is called once for each job.
///
/// # Errors
///
/// When the first link cannot be made. Whatever happens later is told in the summary.
pub fn run<L: Link>(
    settings: &Settings,
    connect: &(impl Fn() -> Result<L, LinkError> + Sync),
    control: &Control,
) -> Result<Summary, LinkError> {
    Ok(run_over(connect()?, settings, connect, control))
}

/// Runs everything over a link that was made before, and over those that `connect` makes for all jobs but the first.
pub fn run_over<L: Link>(
    first: L,
    settings: &Settings,
    connect: &(impl Fn() -> Result<L, LinkError> + Sync),
    control: &Control,
) -> Summary {
    let started = Instant::now();
    let capabilities = first.capabilities();
    let offered = |o: &&&'static Operation| capabilities.operations.contains(o);
    let operations = settings.operations.iter().filter(offered);
    let plans: Vec<Plan> = operations.map(|o| Plan::new(o, capabilities)).collect();
    run_planned(&plans, settings, first, connect, control, started)
}

/// Runs what was planned for adapters like this first one.
pub(super) fn run_planned<L: Link>(
    plans: &[Plan],
    settings: &Settings,
    mut first: L,
    connect: &(impl Fn() -> Result<L, LinkError> + Sync),
    control: &Control,
    started: Instant,
) -> Summary {
    let capabilities = first.capabilities().clone();
    let shared = Shared {
        schedule: Schedule::new(plans, settings, &capabilities),
        settings,
        control,
        capabilities: &capabilities,
        deadline: settings.time.map(|time| started + time),
        enough: AtomicBool::new(false),
    };
    let mut haul = Haul::default();
    std::thread::scope(|scope| {
        let others: Vec<_> = (1..settings.jobs.max(1))
            .map(|job| {
                let shared = &shared;
                scope.spawn(move || match connect() {
                    Ok(mut link) => work(shared, &mut link, job),
                    Err(trouble) => Haul { trouble: Some(trouble), ..Haul::default() },
                })
            })
            .collect();
        haul = work(&shared, &mut first, 0);
        for other in others {
            match other.join() {
                Ok(theirs) => haul.add(theirs),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
    });
    summarize(&shared, haul, &mut first, started)
}

/// Runs one case alone.
///
/// # Errors
///
/// When the link is broken for good.
pub fn run_case(link: &mut dyn Link, case: &Case) -> Result<Reply, LinkError> {
    link.submit(0, case)?;
    let (_, reply) = link.next()?;
    Ok(reply)
}

impl Haul {
    /// Adds what another worker brings. Of like candidates the one with the lowest number stays.
    fn add(&mut self, other: Self) {
        self.tally.add(other.tally);
        self.cut_short |= other.cut_short;
        self.tried.extend(other.tried);
        self.seen.extend(other.seen);
        if self.trouble.is_none() {
            self.trouble = other.trouble;
        }
        self.faults.add_all(other.faults, Candidate::add);
        for (key, theirs) in other.candidates {
            self.keep(key, theirs);
        }
    }

    /// Keeps the first case of a kind of finding.
    pub(super) fn keep(&mut self, key: String, candidate: Candidate) {
        match self.candidates.get_mut(&key) {
            Some(known) => known.add(candidate),
            None => drop(self.candidates.insert(key, candidate)),
        }
    }
}
