//! A worker: takes its share of the numbered cases over one link, judges, tallies, and keeps the first case of each kind of finding.

use std::sync::atomic::Ordering;
use std::time::Instant;

use crate::spec::{Case, Fault, Finding, Judge, Reply, Trace};

use super::distinct::name;
use super::link::{Link, LinkError};
use super::run::{Haul, Shared};
use super::schedule::Item;

/// The first case that showed a kind of finding, and how many did.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) number: u64,
    pub(super) count: u64,
    pub(super) case: Case,
    pub(super) trouble: Unexpected,
}

/// What was unexpected about a case.
#[derive(Clone, Debug)]
pub(super) enum Unexpected {
    /// No document allows what was seen.
    Finding(Finding, Vec<Trace>),
    /// The implementation broke.
    Fault(Fault),
}

/// How the group of a kind of faults begins.
const FAULT: &str = "fault ";

/// The group of all faults whose kinds are beyond the first ones.
pub const OTHER_FAULTS: &str = "faults of other kinds";

/// Whether a group of findings is that of one kind of faults.
pub fn is_of_a_fault(group: &str) -> bool {
    group.starts_with(FAULT)
}

struct UnderWay<'a> {
    number: u64,
    item: Item<'a>,
    case: Case,
}

/// How many cases pass between two looks at the clock and at what others did.
const BREATH: u64 = 64;

/// Takes every case of this job's share.
pub(super) fn work<'a>(shared: &'a Shared<'a>, link: &mut dyn Link, job: u64) -> Haul {
    let mut worker = Worker {
        shared,
        judge: Judge::new(&shared.capabilities.observes),
        haul: Haul::default(),
        under_way: Vec::with_capacity(link.window()),
    };
    if let Err(trouble) = worker.go(link, job) {
        worker.haul.trouble = Some(trouble);
        shared.enough.store(true, Ordering::Relaxed);
    }
    worker.haul
}

struct Worker<'a> {
    shared: &'a Shared<'a>,
    judge: Judge,
    haul: Haul,
    under_way: Vec<UnderWay<'a>>,
}

impl Worker<'_> {
    fn go(&mut self, link: &mut dyn Link, job: u64) -> Result<(), LinkError> {
        let Shared { schedule, settings, .. } = self.shared;
        let (shard, shards) = settings.shard;
        let stride = shards * settings.jobs.max(1);
        let mut number = (shard - 1) + shards * job;
        let end = schedule.len(settings.time.is_some());
        let mut breath = 0;
        while number < end {
            breath += 1;
            if breath % BREATH == 0 {
                self.shared.control.did(BREATH);
                if self.is_over(number) {
                    break;
                }
            }
            self.start(link, number)?;
            number += stride;
        }
        while !self.under_way.is_empty() {
            self.finish(link)?;
        }
        self.shared.control.did(breath % BREATH);
        Ok(())
    }

    /// Whether to stop before this case: on demand, on time, or because enough was found.
    fn is_over(&mut self, number: u64) -> bool {
        let due = self.shared.schedule.is_due(number);
        let late = self.shared.deadline.is_some_and(|deadline| Instant::now() >= deadline);
        if late && !due {
            return true;
        }
        let over = self.shared.control.is_stopped() || self.shared.enough.load(Ordering::Relaxed) || late;
        self.haul.cut_short |= over && due;
        over
    }

    fn start(&mut self, link: &mut dyn Link, number: u64) -> Result<(), LinkError> {
        let schedule = &self.shared.schedule;
        let item = schedule.item(number);
        if let Some(name) = item.unstaged() {
            self.haul.tally.skip(item.operation(), item.rule(), &format!("cannot stage: {name}"));
            return Ok(());
        }
        let Some(case) = schedule.case(&item, self.shared.capabilities) else { return Ok(()) };
        if self.under_way.len() >= link.window() {
            self.finish(link)?;
        }
        link.submit(number, &case)?;
        self.under_way.push(UnderWay { number, item, case });
        Ok(())
    }

    fn finish(&mut self, link: &mut dyn Link) -> Result<(), LinkError> {
        let (number, reply) = link.next()?;
        let place = self.under_way.iter().position(|u| u.number == number);
        let place = place.ok_or_else(|| {
            LinkError::Protocol(format!("a reply to case {number}, which is not under way"))
        })?;
        let UnderWay { item, case, .. } = self.under_way.swap_remove(place);
        let operation = item.operation();
        match reply {
            Reply::Skip(reason) => self.haul.tally.skip(operation, item.rule(), &reason),
            Reply::Fault(fault) => {
                self.haul.tally.faults += 1;
                let shows = |known: usize| self.shared.settings.known[known].shows_fault(&fault);
                if self.tried(&item).is_some_and(shows) {
                    self.haul.seen.extend(item.known());
                    return Ok(());
                }
                let group = format!("{FAULT}{} {}", operation.name, name(&fault.kind));
                let candidate = self.noticed(number, case, Unexpected::Fault(fault));
                self.haul.faults.add(group, candidate, Candidate::add);
            }
            Reply::Traces(traces) if traces.len() != case.steps.len() => {
                return Err(LinkError::traces(traces.len(), case.steps.len(), number));
            }
            Reply::Traces(traces) => {
                self.haul.tally.judged += 1;
                let known = self.tried(&item);
                self.judge(number, known, &case, &traces);
            }
        }
        Ok(())
    }

    /// Notes that the case of a known finding was run.
    fn tried(&mut self, item: &Item<'_>) -> Option<usize> {
        self.haul.tried.extend(item.known());
        item.known()
    }

    fn judge(&mut self, number: u64, known: Option<usize>, case: &Case, traces: &[Trace]) {
        let mut found = Vec::new();
        for now in 0..case.steps.len() {
            found.extend(self.judge.judge(case, traces, now));
            let operation = case.steps[now].operation;
            self.haul.tally.marks(operation, self.judge.marks());
            self.haul.tally.evidence(number, self.judge.evidence());
            self.haul.tally.preferences(number, operation, self.judge.preferences());
        }
        for finding in found {
            // A finding whose suspects are all outside the selection is somebody else's.
            if !self.shared.settings.selection.concerns(finding.suspects.iter().map(|s| s.rule.id)) {
                self.haul.tally.elsewhere += 1;
                continue;
            }
            // The very case of a known finding shows it again: there is nothing to look into.
            if let Some(known) = known
                && self.shared.settings.known[known].shows(case, &finding, traces)
            {
                self.haul.seen.insert(known);
                continue;
            }
            let key = format!("{} {}", case.steps[finding.step].operation.name, finding.key());
            // Of many like it only the first is kept: the others need no copy of what was seen.
            if let Some(known) = self.haul.candidates.get_mut(&key).filter(|known| known.number < number) {
                self.shared.control.saw_something();
                known.count += 1;
                continue;
            }
            let candidate = self.noticed(number, case.clone(), Unexpected::Finding(finding, traces.to_vec()));
            self.haul.keep(key, candidate);
        }
    }

    fn noticed(&self, number: u64, case: Case, trouble: Unexpected) -> Candidate {
        self.shared.control.saw_something();
        if self.shared.settings.fail_fast {
            self.shared.enough.store(true, Ordering::Relaxed);
        }
        Candidate { number, count: 1, case, trouble }
    }
}

impl Candidate {
    /// Adds a like one: the lowest number stays.
    pub(super) fn add(&mut self, other: Self) {
        let count = self.count + other.count;
        if other.number < self.number {
            *self = other;
        }
        self.count = count;
    }
}
