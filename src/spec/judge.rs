//! The judge: compares what was seen after a step with what the documents allow. Pure; it keeps its scratch space from step to step.

use super::case::{At, Case};
use super::finding::{Breach, Finding, Suspect};
use super::gap::{Profile, Readings, Tape};
use super::operation::Operation;
use super::outcome::{Outcome, Refusal};
use super::paths::{Evidence, Paths};
use super::precedence::{Preference, preferences};
use super::rule::{Promise, Rule};
use super::standing::{Standing, produced_standing, waived};
use super::trace::{Kind, Trace};
use super::walk::{DemandStop, Known, Stop, Walk};

/// Judges steps, one after another.
#[derive(Debug)]
pub struct Judge {
    observes: Vec<Kind>,
    /// The one choice of readings to judge by; every one where there is none.
    profile: Option<Profile>,
    tape: Tape,
    walks: Vec<Walk>,
    hearing: Hearing,
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

/// The judgement of one step.
#[derive(Debug, Default)]
struct Hearing {
    known: Known,
    paths: Paths,
    marks: Vec<Mark>,
    evidence: Vec<Evidence>,
    preferences: Vec<Preference>,
    /// The demands that are broken on every path: they asked for no reading.
    fixed: Vec<DemandStop>,
    /// The refusals of those that the step ended in: so it did on every path.
    seen: Vec<&'static Refusal>,
    /// The demands that asked for a reading, and how each stands on this path.
    asking: Vec<(DemandStop, Mark)>,
    /// The members of callbacks that are judged by themselves.
    ignored: Vec<&'static str>,
}

/// One step, what was seen after it, what is looked at, and the readings on the way.
#[derive(Debug)]
struct Matter<'a> {
    at: At<'a>,
    trace: &'a Trace,
    walk: &'a Walk,
    tape: &'a Tape,
}

impl Judge {
    /// A judge of what an adapter that observes these kinds of events saw.
    pub fn new(observes: &[Kind]) -> Self {
        Self {
            observes: observes.to_vec(),
            profile: None,
            tape: Tape::default(),
            walks: Vec::new(),
            hearing: Hearing::default(),
        }
    }

    /// The same, but one that reads every gap in one way only.
    pub fn reading(self, profile: Profile) -> Self {
        Self { profile: Some(profile), ..self }
    }

    /// How each rule of the operation stood towards the step that was judged last, in the order of its rules.
    pub fn marks(&self) -> &[Mark] {
        &self.hearing.marks
    }

    /// What the step that was judged last tells about how gaps are read.
    pub fn evidence(&self) -> &[Evidence] {
        &self.hearing.evidence
    }

    /// What the step that was judged last tells about the precedence of refusals.
    pub fn preferences(&self) -> &[Preference] {
        &self.hearing.preferences
    }

    /// Whether an adapter like this one can see what a rule speaks about.
    pub fn observes(&self, operation: &Operation, rule: &Rule) -> bool {
        let needs = rule.promise().map_or(operation.decided_by, |p| p.needs);
        needs.iter().all(|kind| self.observes.contains(kind))
    }

    /// Judges one step of a case by what was seen after each of its steps: what no document allows.
    pub fn judge(&mut self, case: &Case, traces: &[Trace], now: usize) -> Vec<Finding> {
        let operation = case.steps[now].operation;
        let place = self.walks.iter().position(|w| std::ptr::eq(w.operation, operation));
        let place = place.unwrap_or_else(|| {
            self.walks.push(Walk::of(operation, &self.observes));
            self.walks.len() - 1
        });
        let readings = self.profile.as_ref().map_or(Readings::Each(&self.tape), Readings::Of);
        self.hearing.hear(&Matter {
            at: case.at(now, traces, readings),
            trace: &traces[now],
            walk: &self.walks[place],
            tape: &self.tape,
        })
    }
}

impl Hearing {
    fn hear(&mut self, matter: &Matter<'_>) -> Vec<Finding> {
        self.marks.clear();
        self.marks.resize(matter.walk.operation.rules.len(), Mark::Apart);
        self.evidence.clear();
        self.preferences.clear();
        self.ignored.clear();
        self.known.clear(matter.walk);
        let mut findings = Vec::new();
        // What an interface demands of its callers says more of a call than what the call was made for.
        self.produced(matter, &mut findings);
        self.promises(matter, &mut findings);
        if let Some(demands) = &matter.walk.demands {
            findings.extend(self.outcome(matter, demands));
        }
        findings
    }

    fn promises(&mut self, matter: &Matter<'_>, findings: &mut Vec<Finding>) {
        let mut whole = Mark::Apart;
        let mut unexplained: Option<Finding> = None;
        for stop in &matter.walk.promises {
            let Stop { place, rule, check: promise, .. } = *stop;
            if promise.part_of.is_none() {
                findings.extend(unexplained.take());
            } else if whole != Mark::Broken {
                let speaks = whole != Mark::Apart && self.speaks(matter, stop);
                self.marks[place] = if speaks { whole } else { Mark::Apart };
                continue;
            }
            let mut mark = self.promise(matter, stop);
            // The whole is broken for certain: a part that explains it under any reading does.
            if promise.part_of.is_some() && self.paths.any_misfit() {
                mark = Mark::Broken;
            }
            self.marks[place] = mark;
            if promise.part_of.is_none() {
                whole = mark;
            }
            if mark != Mark::Broken {
                self.paths.gather(&mut self.evidence);
                continue;
            }
            self.ignored.extend(promise.field);
            let finding = matter.finding(vec![Suspect { rule, breach: Breach::Promise }]);
            if promise.part_of.is_some() {
                unexplained = None;
                findings.push(finding);
            } else {
                unexplained = Some(finding);
            }
        }
        findings.extend(unexplained);
    }

    /// How the call that was produced stands towards what is demanded of callers.
    fn produced(&mut self, matter: &Matter<'_>, findings: &mut Vec<Finding>) {
        if matter.walk.produced.is_empty() {
            return;
        }
        let Some(call) = matter.walk.operation.produced(&matter.at, matter.trace) else { return };
        for stop in &matter.walk.produced {
            let mark =
                self.over_readings(matter, |_| produced_standing(stop.check, &call, matter.at.readings));
            self.marks[stop.place] = mark;
            if mark == Mark::Broken {
                findings.push(matter.finding(vec![Suspect { rule: stop.rule, breach: Breach::Produced }]));
            } else {
                self.paths.gather(&mut self.evidence);
            }
        }
    }

    /// How one promise stands, over all readings; leaves the paths behind.
    fn promise(&mut self, matter: &Matter<'_>, stop: &Stop<&Promise>) -> Mark {
        self.over_readings(matter, |hearing| {
            let speaks = hearing.speaks(matter, stop);
            if speaks { (stop.check.holds)(&matter.at, matter.trace) } else { Standing::Apart }
        })
    }

    /// Goes to the beginning of the first path.
    fn set_out(&mut self, tape: &Tape) {
        tape.clear();
        self.paths.clear();
        self.known.leave_path();
    }

    /// Goes to the beginning of the next path, if there is one.
    fn advance(&mut self, tape: &Tape) -> bool {
        self.known.leave_path();
        tape.advance()
    }

    /// How something stands, over all readings; leaves the paths behind.
    fn over_readings(&mut self, matter: &Matter<'_>, mut stands: impl FnMut(&mut Self) -> Standing) -> Mark {
        self.set_out(matter.tape);
        let mut all: Option<Mark> = None;
        loop {
            let standing = stands(self);
            let mark = Mark::of(standing);
            let joined = all.map_or(mark, |all| all.or(mark));
            all = Some(joined);
            if matter.tape.is_empty() {
                return joined;
            }
            self.paths.add(matter.tape, standing != Standing::Broken);
            if !self.advance(matter.tape) {
                return joined;
            }
        }
    }

    /// How the step ended: the finding, where no choice of readings allows it.
    fn outcome(&mut self, matter: &Matter<'_>, demands: &[DemandStop]) -> Option<Finding> {
        self.set_out(matter.tape);
        self.fixed.clear();
        self.seen.clear();
        self.asking.clear();
        for stop in demands {
            let asks = matter.tape.asks();
            let mark = self.stands(matter, stop);
            self.marks[stop.place] = mark;
            if matter.tape.asks() != asks {
                self.asking.push((*stop, mark));
            } else if mark == Mark::Broken {
                self.fixed.push(*stop);
                let refusals = stop.check.1.iter();
                self.seen.extend(refusals.filter(|r| matter.ends_in(r, &self.ignored)));
            }
        }
        let mut fits = false;
        loop {
            let path_fits = self.fits_path(matter);
            fits |= path_fits;
            if matter.tape.is_empty() {
                break;
            }
            self.paths.add(matter.tape, path_fits);
            if !self.advance(matter.tape) {
                break;
            }
            for i in 0..self.asking.len() {
                let (stop, _) = self.asking[i];
                let mark = self.stands(matter, &stop);
                self.asking[i].1 = mark;
                self.marks[stop.place] = self.marks[stop.place].or(mark);
            }
        }
        if fits {
            self.paths.gather(&mut self.evidence);
            self.prefer(matter);
            return None;
        }
        Some(matter.finding(suspects(matter, &self.marks, &self.ignored)))
    }

    /// Notes which of several broken demands the step was refused for.
    fn prefer(&mut self, matter: &Matter<'_>) {
        let asking = self.asking.iter().map(|(stop, _)| stop);
        let broken = self.fixed.iter().chain(asking.filter(|stop| self.marks[stop.place] == Mark::Broken));
        if broken.clone().nth(1).is_some() {
            let broken: Vec<_> = broken.map(|stop| (stop.place, stop.rule)).collect();
            self.preferences = preferences(&matter.at, matter.trace, &broken, &self.ignored);
        }
    }

    /// How a demand stands on this path.
    #[inline]
    fn stands(&mut self, matter: &Matter<'_>, stop: &DemandStop) -> Mark {
        if !self.speaks(matter, stop) {
            return Mark::Apart;
        }
        let (demand, _) = stop.check;
        Mark::of(waived(stop.rule, &matter.at, demand.judge(&matter.at)))
    }

    fn speaks<T>(&mut self, matter: &Matter<'_>, stop: &Stop<T>) -> bool {
        self.known.speaks(matter.walk, stop, &matter.at, matter.tape)
    }

    /// Whether the step ended as this path allows: in a refusal of a broken demand, or else as it may where none is broken. A reading
    /// is asked for only where it matters: not for a refusal that is not the one that was seen.
    fn fits_path(&self, matter: &Matter<'_>) -> bool {
        let at = &matter.at;
        let mut asking = self.asking.iter().filter(|(_, mark)| *mark == Mark::Broken).peekable();
        if self.fixed.is_empty() && asking.peek().is_none() {
            let endings = (matter.walk.operation.succeed)(at);
            return endings.iter().any(|outcome| outcome.matches(at, matter.trace, &self.ignored));
        }
        let mut refusals = asking.flat_map(|(stop, _)| stop.check.1);
        self.seen.iter().any(|r| r.stands(at))
            || refusals.any(|r| matter.ends_in(r, &self.ignored) && r.stands(at))
    }
}

impl Matter<'_> {
    fn finding(&self, suspects: Vec<Suspect>) -> Finding {
        Finding { step: self.at.now, suspects }
    }

    /// Whether the step ended in a refusal, whatever the readings.
    fn ends_in(&self, refusal: &Refusal, ignored: &[&str]) -> bool {
        refusal.is_seen(&self.at, self.trace, ignored)
    }
}

impl Mark {
    const fn of(standing: Standing) -> Self {
        match standing {
            Standing::Apart => Self::Apart,
            Standing::Holds => Self::Kept,
            Standing::Broken => Self::Broken,
        }
    }

    /// How a rule stands that stands so on some paths and so on others. What can be broken and need not be depends on the readings; what
    /// speaks on some paths only, and is kept there, is kept.
    fn or(self, other: Self) -> Self {
        match (self, other) {
            (one, other) if one == other => one,
            (Self::Apart, Self::Kept) | (Self::Kept, Self::Apart) => Self::Kept,
            _ => Self::Open,
        }
    }
}

/// Who may be to blame for an ending that no reading allows: the rules that are broken, and those that are kept but would be refused so.
/// A refusal that a row names speaks for its rule before one that only a gap allows.
fn suspects(matter: &Matter<'_>, marks: &[Mark], ignored: &[&str]) -> Vec<Suspect> {
    let tape = Tape::default();
    let at = At { readings: Readings::Each(&tape), ..matter.at };
    let operation = matter.walk.operation;
    let ends_so = |outcome: &Outcome| outcome.matches(&at, matter.trace, ignored);
    let went_on = (operation.succeed)(&at).iter().any(|o| ends_so(o));
    let demands = || operation.rules.iter().zip(marks).filter(|(rule, _)| rule.demand().is_some());
    let is_broken = |mark: &Mark| matches!(mark, Mark::Broken | Mark::Open);
    let says = |rule: &Rule, named: bool| {
        let mut refusals = rule.refusals().iter().filter(|r| r.row_of().cites.is_empty() != named);
        refusals.any(|r| ends_so(&r.outcome(&at)))
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
