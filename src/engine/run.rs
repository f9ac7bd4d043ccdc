//! A run: every case of the sweep and of exploration, over one or several links, into one summary.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use crate::spec::{Capabilities, Case, Operation, Reply};

use super::address::{Address, Aim, place_of};
use super::distinct::Distinct;
use super::link::{Link, LinkError};
use super::pairs::Pair;
use super::plan::{Plan, Planned, Selection, Slot};
use super::record::Summary;
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

/// The cases of a run, numbered: the sweep of each operation, then its pairs, then exploration, aim by aim in rounds.
#[derive(Debug)]
pub(super) struct Schedule<'a> {
    pub(super) plans: &'a [Plan],
    sweep: Vec<(usize, usize)>,
    pairs: Vec<(usize, usize, Pair)>,
    slots: Vec<(usize, &'a Slot)>,
    cases: u64,
    seed: u64,
}

/// One numbered case.
#[derive(Debug)]
pub(super) enum Item<'a> {
    Swept { plan: &'a Plan, index: usize, planned: &'a Planned },
    Paired { plan: &'a Plan, index: usize, pair: Pair },
    Drawn { plan: &'a Plan, slot: &'a Slot, index: u64 },
}

impl<'a> Schedule<'a> {
    fn new(plans: &'a [Plan], settings: &Settings) -> Self {
        let selection = &settings.selection;
        let (mut sweep, mut pairs, mut slots) = (Vec::new(), Vec::new(), Vec::new());
        for (i, plan) in plans.iter().enumerate() {
            let chosen = plan.sweep.iter().enumerate().filter(|(_, planned)| selection.sweeps(plan, planned));
            sweep.extend(chosen.map(|(j, _)| (i, j)));
            if settings.pairs {
                let chosen =
                    |pair: &Pair| pair.rules.iter().all(|r| selection.has(plan.operation.rules[*r].id));
                let chosen = plan.pairs().into_iter().enumerate().filter(|(_, pair)| chosen(pair));
                pairs.extend(chosen.map(|(j, pair)| (i, j, pair)));
            }
            let aimed = plan.slots.iter().filter(|slot| selection.aims(plan, slot));
            slots.extend(aimed.map(|slot| (i, slot)));
        }
        let cases = if slots.is_empty() { 0 } else { settings.cases };
        Self { plans, sweep, pairs, slots, cases, seed: settings.seed }
    }

    pub(super) fn len(&self, timed: bool) -> u64 {
        if timed && !self.slots.is_empty() { u64::MAX } else { self.listed().saturating_add(self.cases) }
    }

    /// How many cases are not drawn by chance: they are run whatever the time.
    pub(super) fn listed(&self) -> u64 {
        (self.sweep.len() + self.pairs.len()) as u64
    }

    pub(super) fn is_swept(&self, number: u64) -> bool {
        number < self.sweep.len() as u64
    }

    pub(super) fn item(&self, number: u64) -> Item<'a> {
        let place = usize::try_from(number).unwrap_or(usize::MAX);
        if let Some((plan, index)) = self.sweep.get(place) {
            let plan = &self.plans[*plan];
            return Item::Swept { plan, index: *index, planned: &plan.sweep[*index] };
        }
        if let Some((plan, index, pair)) = self.pairs.get(place - self.sweep.len()) {
            return Item::Paired { plan: &self.plans[*plan], index: *index, pair: *pair };
        }
        let (slots, drawn) = (self.slots.len() as u64, number - self.listed());
        let (round, turn) = (drawn / slots, drawn % slots);
        let (plan, slot) = self.slots[place_of(self.seed, round, turn, slots)];
        Item::Drawn { plan: &self.plans[plan], slot, index: round }
    }

    pub(super) fn address(&self, item: &Item<'_>) -> Address {
        let (plan, aim, index) = match item {
            Item::Swept { plan, index, .. } => (plan, Aim::Sweep, *index as u64),
            Item::Paired { plan, index, .. } => (plan, Aim::Precedence, *index as u64),
            Item::Drawn { plan, slot, index } => (plan, slot.aim.clone(), *index),
        };
        Address { seed: self.seed, operation: plan.operation.name.to_owned(), aim, index }
    }

    pub(super) fn case(&self, item: &Item<'_>, capabilities: &Capabilities) -> Option<Case> {
        match item {
            Item::Swept { plan, planned, .. } => Some(plan.patched(planned.base, &planned.patch)),
            Item::Paired { plan, pair, .. } => Some(plan.paired(pair)),
            Item::Drawn { plan, slot, index } => {
                plan.drawn(slot, &mut super::address::draw(self.seed, slot.salt, *index), capabilities)
            }
        }
    }
}

impl<'a> Item<'a> {
    pub(super) const fn plan(&self) -> &'a Plan {
        match self {
            Self::Swept { plan, .. } | Self::Paired { plan, .. } | Self::Drawn { plan, .. } => plan,
        }
    }

    /// The rule that the case is drawn for.
    pub(super) const fn rule(&self) -> Option<usize> {
        match self {
            Self::Swept { planned, .. } => planned.rule,
            Self::Paired { .. } => None,
            Self::Drawn { slot, .. } => match slot.aim {
                Aim::Edge(_) | Aim::Break(_) => Some(slot.rule),
                _ => None,
            },
        }
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
    let started = Instant::now();
    let first = connect()?;
    let capabilities = first.capabilities();
    let offered = |o: &&&'static Operation| capabilities.operations.contains(o);
    let operations = settings.operations.iter().filter(offered);
    let plans: Vec<Plan> = operations.map(|o| Plan::new(o, capabilities)).collect();
    Ok(run_planned(&plans, settings, first, connect, control, started))
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
        schedule: Schedule::new(plans, settings),
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
