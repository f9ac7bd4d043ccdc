//! The judge: compares what was seen after a step with what the documents allow. Pure; it keeps its scratch space from step to step.

use super::case::{At, Case};
use super::finding::{Breach, Finding, Suspect};
use super::gap::{Gap, Profile, Readings, Tape};
use super::operation::Operation;
use super::rule::{Check, Rule};
use super::standing::{Standing, standing_of};
use super::trace::{Kind, Trace};

/// Judges steps, one after another.
#[derive(Debug)]
pub struct Judge {
    observes: Vec<Kind>,
    /// The one choice of readings to judge by; every one where there is none.
    profile: Option<Profile>,
    tape: Tape,
    paths: Vec<Path>,
    marks: Vec<Mark>,
    /// For each rule, whether it asked for a reading: else it stands alike on every path.
    asked: Vec<bool>,
    ignored: Vec<&'static str>,
}

/// What a judgement says, apart from how each rule stood.
#[derive(Clone, Debug, Default)]
pub struct Verdict {
    /// What no document allows.
    pub findings: Vec<Finding>,
    /// What the step tells about how gaps are read.
    pub evidence: Vec<Evidence>,
}

/// What one step tells about one gap.
#[derive(Clone, Copy, Debug)]
pub struct Evidence {
    /// The gap.
    pub gap: &'static Gap,
    /// The readings that were possible, as bits.
    pub asked: u32,
    /// The readings that what was seen agrees with, as bits.
    pub left: u32,
}

/// How a rule stood towards a step, over all readings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It did not speak, or could not be observed.
    Apart,
    /// It was kept, whatever the readings.
    Kept,
    /// It was broken, whatever the readings.
    Broken,
    /// It depends on the readings.
    Open,
}

#[derive(Debug)]
struct Path {
    readings: Vec<(&'static Gap, usize)>,
    fits: bool,
}

impl Judge {
    /// A judge of what an adapter that observes these kinds of events saw.
    pub fn new(observes: &[Kind]) -> Self {
        Self {
            observes: observes.to_vec(),
            profile: None,
            tape: Tape::default(),
            paths: Vec::new(),
            marks: Vec::new(),
            asked: Vec::new(),
            ignored: Vec::new(),
        }
    }

    /// The same, but one that reads every gap in one way only.
    pub fn reading(self, profile: Profile) -> Self {
        Self { profile: Some(profile), ..self }
    }

    fn readings(&self) -> Readings<'_> {
        self.profile.as_ref().map_or(Readings::Each(&self.tape), Readings::Of)
    }

    /// How each rule of the operation stood towards the step that was judged last, in the order of its rules.
    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// Whether an adapter like this one can see what a rule speaks about.
    pub fn observes(&self, operation: &Operation, rule: &Rule) -> bool {
        let needs = rule.promise().map_or(operation.decided_by, |p| p.needs);
        needs.iter().all(|kind| self.observes.contains(kind))
    }

    /// Judges one step of a case by what was seen after each of its steps.
    pub fn judge(&mut self, case: &Case, traces: &[Trace], now: usize) -> Verdict {
        let operation = case.steps[now].operation;
        self.marks.clear();
        self.marks.resize(operation.rules.len(), Mark::Apart);
        let mut verdict = Verdict::default();
        self.promises(case, traces, now, &mut verdict);
        if operation.decided_by.iter().all(|kind| self.observes.contains(kind)) {
            self.outcome(case, traces, now, &mut verdict);
        }
        verdict
    }

    fn promises(&mut self, case: &Case, traces: &[Trace], now: usize, verdict: &mut Verdict) {
        self.ignored.clear();
        let mut whole = Mark::Apart;
        let mut unexplained: Option<Finding> = None;
        for (i, rule) in case.steps[now].operation.rules.iter().enumerate() {
            let Check::Promise(promise) = &rule.check else { continue };
            if promise.part_of.is_none() {
                verdict.findings.extend(unexplained.take());
            }
            if !promise.needs.iter().all(|kind| self.observes.contains(kind)) {
                continue;
            }
            let at = case.at(now, traces, self.readings());
            if promise.part_of.is_some() && whole != Mark::Broken {
                self.marks[i] = if whole != Mark::Apart && rule.speaks(&at) { whole } else { Mark::Apart };
                continue;
            }
            let mut mark = self.promise(rule, case, traces, now);
            // The whole is broken for certain: a part that explains it under any reading does.
            if promise.part_of.is_some() && self.paths.iter().any(|p| !p.fits) {
                mark = Mark::Broken;
            }
            self.marks[i] = mark;
            if promise.part_of.is_none() {
                whole = mark;
            }
            if mark != Mark::Broken {
                gather(&self.paths, &mut verdict.evidence);
                continue;
            }
            self.ignored.extend(promise.field);
            let finding = Finding { step: now, suspects: vec![Suspect { rule, breach: Breach::Promise }] };
            if promise.part_of.is_some() {
                unexplained = None;
                verdict.findings.push(finding);
            } else {
                unexplained = Some(finding);
            }
        }
        verdict.findings.extend(unexplained);
    }

    /// How one promise stands, over all readings; leaves the paths behind.
    fn promise(&mut self, rule: &Rule, case: &Case, traces: &[Trace], now: usize) -> Mark {
        let Check::Promise(promise) = &rule.check else { return Mark::Apart };
        self.tape.clear();
        self.paths.clear();
        let mut kept = false;
        loop {
            let at = case.at(now, traces, self.readings());
            let standing =
                if rule.speaks(&at) { (promise.holds)(&at, &traces[now]) } else { Standing::Apart };
            kept |= standing != Standing::Broken;
            if self.tape.is_empty() {
                return match standing {
                    Standing::Apart => Mark::Apart,
                    Standing::Holds => Mark::Kept,
                    Standing::Broken => Mark::Broken,
                };
            }
            self.paths.push(Path { readings: self.tape.path(), fits: standing != Standing::Broken });
            if !self.tape.advance() {
                return if kept { Mark::Open } else { Mark::Broken };
            }
        }
    }

    fn outcome(&mut self, case: &Case, traces: &[Trace], now: usize, verdict: &mut Verdict) {
        let operation = case.steps[now].operation;
        self.tape.clear();
        self.paths.clear();
        self.asked.clear();
        self.asked.resize(operation.rules.len(), false);
        let mut fits = false;
        let mut first = true;
        loop {
            let readings = self.profile.as_ref().map_or(Readings::Each(&self.tape), Readings::Of);
            let at = case.at(now, traces, readings);
            let path_fits = fits_one(
                &at,
                &traces[now],
                &self.ignored,
                &mut self.marks,
                &mut self.asked,
                &self.tape,
                first,
            );
            fits |= path_fits;
            first = false;
            if self.tape.is_empty() {
                break;
            }
            self.paths.push(Path { readings: self.tape.path(), fits: path_fits });
            if !self.tape.advance() {
                break;
            }
        }
        if fits {
            gather(&self.paths, &mut verdict.evidence);
        } else {
            let suspects = suspects(operation, case, traces, now, &self.marks, &self.ignored);
            verdict.findings.push(Finding { step: now, suspects });
        }
    }
}

/// Whether a trace ends as one choice of readings allows; notes how each demand stood. After the first path only the rules that asked for a
/// reading are judged again.
fn fits_one(
    at: &At<'_>,
    trace: &Trace,
    ignored: &[&str],
    marks: &mut [Mark],
    asked: &mut [bool],
    tape: &Tape,
    first: bool,
) -> bool {
    let operation = at.step().operation;
    let mut broken = false;
    let mut fits = false;
    for ((rule, mark), asked) in operation.rules.iter().zip(marks).zip(asked) {
        let Check::Demand(_, refusals) = &rule.check else { continue };
        let now = if first || *asked {
            let asks = tape.asks();
            let now = match standing_of(rule, at, None) {
                Standing::Holds => Mark::Kept,
                Standing::Broken => Mark::Broken,
                Standing::Apart => Mark::Apart,
            };
            *asked |= tape.asks() != asks;
            *mark = if first || *mark == now { now } else { Mark::Open };
            now
        } else {
            *mark
        };
        if now == Mark::Broken {
            broken = true;
            fits = fits || refusals.iter().any(|r| r.stands(at) && r.outcome(at).matches(at, trace, ignored));
        }
    }
    if broken { fits } else { (operation.succeed)(at).iter().any(|o| o.matches(at, trace, ignored)) }
}

/// Who may be to blame for an ending that no reading allows: the rules that are broken, and those that are kept but would be refused so.
/// A refusal that a row names speaks for its rule before one that only a gap allows.
fn suspects(
    operation: &Operation,
    case: &Case,
    traces: &[Trace],
    now: usize,
    marks: &[Mark],
    ignored: &[&str],
) -> Vec<Suspect> {
    let tape = Tape::default();
    let at = case.at(now, traces, Readings::Each(&tape));
    let trace = &traces[now];
    let went_on = (operation.succeed)(&at).iter().any(|o| o.matches(&at, trace, ignored));
    let demands = || operation.rules.iter().zip(marks).filter(|(rule, _)| rule.demand().is_some());
    let is_broken = |mark: &Mark| matches!(mark, Mark::Broken | Mark::Open);
    let says = |rule: &Rule, named: bool| {
        let mut refusals = rule.refusals().iter().filter(|r| r.row_of().cites.is_empty() != named);
        refusals.any(|r| r.outcome(&at).matches(&at, trace, ignored))
    };
    let over = |named: bool| -> Vec<Suspect> {
        let kept = demands().filter(|(rule, mark)| !is_broken(mark) && !went_on && says(rule, named));
        kept.map(|(rule, _)| Suspect { rule, breach: Breach::OverEnforced }).collect()
    };
    let breach = if went_on { Breach::NotEnforced } else { Breach::WrongRefusal };
    let broken = demands().filter(|(_, mark)| is_broken(mark)).map(|(rule, _)| Suspect { rule, breach });
    let mut all: Vec<Suspect> = broken.collect();
    all.extend(over(true));
    if all.is_empty() { over(false) } else { all }
}

/// What the paths through the gaps tell: for each gap, the readings of the paths that fit. A gap that some fitting path does not even ask
/// for is told nothing of.
fn gather(paths: &[Path], evidence: &mut Vec<Evidence>) {
    let asks = |path: &Path, gap: &'static Gap| path.readings.iter().any(|(g, _)| *g == gap);
    for path in paths {
        for (gap, index) in &path.readings {
            if paths.iter().any(|p| p.fits && !asks(p, gap)) {
                continue;
            }
            let bit = 1 << index;
            let left = if path.fits { bit } else { 0 };
            match evidence.iter_mut().find(|e| e.gap == *gap) {
                Some(known) => {
                    known.asked |= bit;
                    known.left |= left;
                }
                None => evidence.push(Evidence { gap, asked: bit, left }),
            }
        }
    }
}
