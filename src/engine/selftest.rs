//! The self-test: does the harness catch every mutant of the closed list, and blame the right rule?

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::spec::{
    Capabilities, Case, Evidence, Gap, Judge, Model, Mutant, Operation, Profile, Trace, mutants_of,
};

use super::link::{InProcess, LinkError};
use super::plan::{Plan, Planned};
use super::record::{FindingRecord, Summary};
use super::run::{Control, Settings, run, run_planned};

/// What became of one mutant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fate {
    /// `rule-id~what-is-wrong`.
    pub mutant: String,
    /// The operation.
    pub operation: &'static str,
    /// Whether it was caught.
    pub end: End,
    /// The suspects of the finding that caught it.
    pub suspects: Vec<String>,
    /// How many cases it took.
    pub cases: u64,
    /// How many cases were run to find the smallest one.
    pub evaluations: u32,
    /// In how many places the smallest case differs from a plain valid one.
    pub places: usize,
}

/// How a mutant ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// Caught, and its rule is a suspect.
    Dead,
    /// Caught, but its rule is none of the suspects.
    Misblamed,
    /// Not caught: every case that tells it from the faithful model lies in these gaps.
    Shielded(Vec<&'static str>),
    /// Not caught: no case of this operation tells it from the faithful model.
    Same,
    /// Not caught, although a case outside all gaps tells it from the faithful model.
    Alive,
}

/// Runs every mutant of an operation over its sweep, as many at once as the settings name jobs. The fates stand in the order of the mutants.
pub fn selftest(operation: &'static Operation, settings: &Settings) -> Vec<Fate> {
    let capabilities = Capabilities::everything("mutant", &[operation]);
    let jobs = settings.jobs;
    let settings = &Settings { cases: 0, time: None, fail_fast: true, jobs: 1, ..only(operation, settings) };
    // One plan serves all: what an adapter can do is planned for, and not what it does.
    let bench = &Bench::new(Plan::new(operation, &capabilities), settings, capabilities);
    let mutants = &mutants_of(operation);
    let next = &AtomicUsize::new(0);
    let work = move || -> Vec<(usize, Fate)> {
        let turns = std::iter::repeat_with(|| next.fetch_add(1, Ordering::Relaxed));
        let mine = turns.map_while(|i| Some((i, mutants.get(i)?)));
        mine.map(|(i, mutant)| (i, Lab { bench, mutant }.try_all())).collect()
    };
    let mut fates = std::thread::scope(|scope| {
        let others: Vec<_> = (1..jobs).map(|_| scope.spawn(work)).collect();
        let mut fates = work();
        for other in others {
            fates.extend(other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        }
        fates
    });
    fates.sort_by_key(|(i, _)| *i);
    fates.into_iter().map(|(_, fate)| fate).collect()
}

/// Runs the model with nothing wrong: the control.
///
/// # Errors
///
/// None that an in-process link can have.
pub fn control(operation: &'static Operation, settings: &Settings) -> Result<Summary, LinkError> {
    let connect = || Ok(InProcess::new(Model::faithful(Capabilities::everything("model", &[operation]))));
    run(&only(operation, settings), &connect, &Control::default())
}

fn only(operation: &'static Operation, settings: &Settings) -> Settings {
    Settings { operations: vec![operation], ..settings.clone() }
}

fn shields(telling: &[(&'static Gap, Profile)]) -> Vec<&'static str> {
    telling.iter().map(|(gap, _)| gap.id).collect::<BTreeSet<_>>().into_iter().collect()
}

/// What all mutants of an operation are tried with.
struct Bench<'a> {
    plan: Plan,
    settings: &'a Settings,
    capabilities: Capabilities,
    cases: Vec<Swept>,
}

/// A case of the sweep.
struct Swept {
    /// The rule that it is about.
    rule: Option<usize>,
    case: Case,
    /// What the faithful model does that reads gaps as is likeliest.
    faithful: Vec<Trace>,
    /// The gaps that it comes to.
    met: Vec<&'static Gap>,
}

impl<'a> Bench<'a> {
    fn new(plan: Plan, settings: &'a Settings, capabilities: Capabilities) -> Self {
        let model = Model::faithful(capabilities.clone());
        let swept = |(i, planned): (usize, &Planned)| {
            let case = plan.swept(i)?;
            Some(Swept {
                rule: planned.rule,
                faithful: model.traces(&case),
                met: model.gaps_met(&case),
                case,
            })
        };
        let cases = plan.sweep.iter().enumerate().filter_map(swept).collect();
        Self { plan, settings, capabilities, cases }
    }
}

/// One mutant, and all that is needed to try it.
struct Lab<'a> {
    bench: &'a Bench<'a>,
    mutant: &'a Mutant,
}

impl<'a> Lab<'a> {
    /// What becomes of the mutant that reads gaps as is likeliest, or where nothing tells it then, as something tells it.
    fn try_all(&self) -> Fate {
        let fate = self.fate(&Profile::likeliest());
        if fate.end != End::Same {
            return fate;
        }
        // A rule that the likeliest readings never come to may matter to others.
        let telling = self.telling();
        let tried = telling.iter().map(|(_, profile)| self.fate(profile));
        let caught = tried.into_iter().find(|fate| matches!(fate.end, End::Dead | End::Misblamed));
        caught.unwrap_or_else(|| {
            let end = if telling.is_empty() { End::Same } else { End::Shielded(shields(&telling)) };
            Fate { end, ..fate }
        })
    }

    fn faithful(&self, profile: &Profile) -> Model<'a> {
        Model::faithful(self.bench.capabilities.clone()).reading(profile.clone())
    }

    fn wrong(&self, profile: &Profile) -> Model<'a> {
        self.faithful(profile).mutated(std::slice::from_ref(self.mutant))
    }

    /// The places in the sweep of the cases in which it does otherwise than a faithful model that reads gaps like this.
    fn otherwise(&self, profile: &Profile) -> Vec<usize> {
        let (faithful, wrong) = (self.faithful(profile), self.wrong(profile));
        let likeliest = *profile == Profile::likeliest();
        let differs = |swept: &Swept| {
            let traces = wrong.traces(&swept.case);
            if likeliest { traces != swept.faithful } else { traces != faithful.traces(&swept.case) }
        };
        let cases = self.bench.cases.iter().enumerate();
        cases.filter(|(_, swept)| differs(swept)).map(|(place, _)| place).collect()
    }

    /// What becomes of the mutant that reads gaps like this. In all cases but some it does what the faithful model does, of which the control
    /// finds nothing: it is run in those alone.
    fn fate(&self, profile: &Profile) -> Fate {
        let Bench { plan, settings, cases, .. } = self.bench;
        let places = self.otherwise(profile);
        let mut fate = Fate {
            mutant: self.mutant.id.clone(),
            operation: self.mutant.operation.name,
            end: End::Same,
            suspects: Vec::new(),
            cases: cases.len() as u64,
            evaluations: 0,
            places: 0,
        };
        if places.is_empty() {
            return fate;
        }
        let link = || InProcess::new(self.wrong(profile));
        let (control, now) = (Control::default(), std::time::Instant::now());
        let narrowed = [plan.narrowed(&places)];
        let summary = run_planned(&narrowed, settings, link(), &|| Ok(link()), &control, now);
        let suspects_it = |f: &&FindingRecord| f.suspects.iter().any(|s| s.rule == self.mutant.rule.id);
        let Some(finding) = summary.findings.iter().find(suspects_it).or(summary.findings.first()) else {
            fate.end = self.survivor(profile, &places);
            return fate;
        };
        fate.suspects = finding.suspects.iter().map(|s| s.rule.clone()).collect();
        let place = usize::try_from(finding.number).ok().and_then(|number| places.get(number));
        fate.cases = place.map_or(fate.cases, |place| *place as u64 + 1);
        fate.evaluations = finding.evaluations;
        fate.places = finding.changes.len();
        let blamed = fate.suspects.iter().any(|s| s == self.mutant.rule.id);
        fate.end = if blamed { End::Dead } else { End::Misblamed };
        fate
    }

    /// The readings with which some case tells it from a faithful model that reads alike, where no case does with the likeliest. A gap that
    /// the rule does not name is tried on the cases about the rule only.
    fn telling(&self) -> Vec<(&'static Gap, Profile)> {
        let Mutant { rule, operation, .. } = self.mutant;
        let named = |gap: &'static Gap| rule.waivers.iter().any(|waiver| waiver.gap == gap);
        let wrong = self.wrong(&Profile::likeliest());
        let mut telling = BTreeSet::new();
        for Swept { rule: about, case, met, .. } in &self.bench.cases {
            let own = about.is_some_and(|r| std::ptr::eq(operation.rules[r], *rule));
            let mut gaps = met.clone();
            gaps.extend(wrong.gaps_met(case));
            for (place, gap) in operation.gaps.iter().enumerate().filter(|(_, gap)| gaps.contains(*gap)) {
                for reading in (1..gap.readings.len()).filter(|_| own || named(gap)) {
                    let profile = Profile::likeliest().reading(gap, reading);
                    if !telling.contains(&(place, reading))
                        && self.faithful(&profile).traces(case) != self.wrong(&profile).traces(case)
                    {
                        telling.insert((place, reading));
                    }
                }
            }
        }
        let read = |(place, reading)| {
            let gap: &'static Gap = operation.gaps[place];
            (gap, Profile::likeliest().reading(gap, reading))
        };
        telling.into_iter().map(read).collect()
    }

    /// Why a mutant survived: the gaps in which the cases lie that tell it from the faithful model.
    fn survivor(&self, profile: &Profile, places: &[usize]) -> End {
        let wrong = self.wrong(profile);
        let observes = &self.bench.capabilities.observes;
        let mut judge = Judge::new(observes);
        let mut strict = Judge::new(observes).reading(profile.clone());
        let mut shields = BTreeSet::new();
        for case in places.iter().map(|place| &self.bench.cases[*place].case) {
            let traces = wrong.traces(case);
            for now in 0..case.steps.len() {
                if strict.judge(case, &traces, now).is_empty() {
                    continue;
                }
                // Its own readings alone would have caught it: the gaps in which it hides are those whose reading does not fit.
                judge.judge(case, &traces, now);
                let evidence = judge.evidence();
                let hides = |e: &&Evidence| e.left & 1 == 0;
                let narrow: Vec<_> = evidence.iter().filter(hides).collect();
                let gaps = if narrow.is_empty() { evidence.iter().collect() } else { narrow };
                shields.extend(gaps.into_iter().map(|e| e.gap.id));
            }
        }
        if shields.is_empty() { End::Alive } else { End::Shielded(shields.into_iter().collect()) }
    }
}
