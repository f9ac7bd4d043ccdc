//! Records: what a run tells, as data that can be written, read back, merged and shown. Everything a report needs is in them.

use std::collections::BTreeMap;
use std::time::Instant;

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::ground::to_json;
use crate::spec::{
    Case, Change, Check, Cite, Expectation, Finding, Force, Judge, Operation, Place, Readings, Reply, Rule, Tape, Trace,
    Words, Basis,
};

use super::blame::{Explained, explain};
use super::link::{Link, LinkError};
use super::run::{Haul, Shared, run_case};
use super::shrink::{Shrunk, findings, shrink};
use super::tally::RuleTally;
use super::worker::{Candidate, Unexpected};

/// One line of a recorded run.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
#[serde(tag = "event", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Record {
    /// What was run.
    Run(RunRecord),
    /// How a rule came out of it.
    Rule(RuleRecord),
    /// How a gap is read.
    Gap(GapRecord),
    /// Something that no document allows.
    Finding(Box<FindingRecord>),
    /// The end. A recorded run without it is not whole.
    End(EndRecord),
}

/// A sentence in both languages.
#[derive(Clone, Debug, Default, Serialize, Deserialize, PartialEq, Eq)]
pub struct Says {
    /// English.
    pub en: String,
    /// Chinese.
    pub zh: String,
}

/// What was run, against what.
#[derive(Clone, Debug, Default, Serialize, Deserialize, PartialEq, Eq)]
pub struct RunRecord {
    /// The version of Paystone.
    pub paystone: String,
    /// The fingerprint of the rule set.
    pub rule_set: String,
    /// The seed of exploration.
    pub seed: u64,
    /// How many cases were to be explored; `None` where time decided.
    pub cases: Option<u64>,
    /// Which part of the cases, counted from one, and of how many.
    pub shard: (u64, u64),
    /// The implementation, as it names itself.
    pub implementation: String,
    /// Its version, as it says.
    pub version: String,
    /// The operations that were run.
    pub operations: Vec<String>,
    /// Selected operations that the adapter does not run.
    pub missing: Vec<String>,
    /// Whether only some rules were selected.
    pub narrowed: bool,
    /// Whether warnings count as findings.
    pub strict: bool,
    /// Whether findings of exploration are told only.
    pub sweep_decides: bool,
}

/// How one rule came out of a run.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq, Eq)]
pub struct RuleRecord {
    /// The operation.
    pub operation: String,
    /// The rule.
    pub id: String,
    /// What it says.
    pub says: Says,
    /// `must` or `should`.
    pub force: String,
    /// How it came out.
    pub status: Status,
    /// Why it was not checked; empty where it was.
    pub why: String,
    /// Steps that kept it.
    pub kept: u64,
    /// Steps that broke it.
    pub broken: u64,
    /// Steps that depend on the readings.
    pub open: u64,
    /// Cases drawn for it that were not staged.
    pub skipped: u64,
}

/// How a rule came out of a run.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// It was put to the test.
    Checked,
    /// The adapter cannot stage what it needs.
    NotStaged,
    /// The adapter cannot see what it speaks about.
    NotObserved,
    /// The adapter says that its implementation does not support it.
    Unsupported,
    /// It applies, and no case reached it.
    NotReached,
}

/// How a gap is read.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq, Eq)]
pub struct GapRecord {
    /// The gap.
    pub id: String,
    /// What is open.
    pub says: Says,
    /// Steps that told something.
    pub told: u64,
    /// The readings.
    pub readings: Vec<ReadingRecord>,
}

/// What was seen of one reading.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq, Eq)]
pub struct ReadingRecord {
    /// The reading.
    pub id: String,
    /// What it takes the documents to mean.
    pub says: Says,
    /// Steps that agree with it.
    pub agrees: u64,
    /// Steps that agree with no other.
    pub only: u64,
}

/// Something that no document allows, or an implementation that broke.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
pub struct FindingRecord {
    /// What makes findings of many cases one, before shrinking.
    pub group: String,
    /// What kind it is.
    pub class: Class,
    /// How bad.
    pub severity: Severity,
    /// The operation.
    pub operation: String,
    /// Who may be to blame.
    pub suspects: Vec<SuspectRecord>,
    /// Where the first case comes from.
    pub address: String,
    /// The number of the first case in the run.
    pub number: u64,
    /// Whether that case is one of the sweep.
    pub swept: bool,
    /// How many cases showed it.
    pub count: u64,
    /// The smallest case.
    pub case: Json,
    /// The step that shows it, counted from zero.
    pub step: usize,
    /// The plain valid case that it differs from, after "a valid".
    pub base: Option<Says>,
    /// How it differs.
    pub changes: Vec<ChangeRecord>,
    /// What the documents allow.
    pub expected: Vec<AllowedRecord>,
    /// What was seen, one trace for each step; or how the implementation broke.
    pub got: Json,
    /// A case that differs in one place and passes: the place, and the value there.
    pub twin: Option<ChangeRecord>,
    /// What the implementation wrote for people.
    pub said: String,
    /// How many cases were run to find the smallest one.
    pub evaluations: u32,
}

/// What kind of finding it is.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Class {
    /// No document allows what was seen.
    WrongAnswer,
    /// The implementation crashed, hung, or said that it broke.
    Fault,
    /// The same case did not show the same again.
    Flaky,
}

/// How bad a finding is.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// It fails the run.
    Finding,
    /// It is told.
    Warning,
}

/// A rule that may be to blame.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq, Eq)]
pub struct SuspectRecord {
    /// The rule.
    pub rule: String,
    /// In what way it was breached.
    pub breach: String,
    /// What it says.
    pub says: Says,
    /// `must` or `should`.
    pub force: String,
    /// Where it comes from.
    pub standing: String,
    /// Where the documents say so.
    pub cites: Vec<CiteRecord>,
}

/// A place in a document.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq, Eq)]
pub struct CiteRecord {
    /// The document.
    pub document: String,
    /// The section.
    pub section: String,
    /// The row.
    pub row: String,
    /// The words that pin it.
    pub words: String,
}

/// One difference from a valid case.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
pub struct ChangeRecord {
    /// Where.
    pub place: String,
    /// The value there; `None` where there is nothing.
    pub value: Option<Json>,
}

/// An outcome that the documents allow.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
pub struct AllowedRecord {
    /// The outcome.
    pub id: String,
    /// What it means.
    pub says: Says,
    /// The events that tell it.
    pub events: Json,
    /// Why it is allowed.
    pub why: Vec<WhyRecord>,
}

/// One reason why an outcome is allowed.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq, Eq)]
pub struct WhyRecord {
    /// The rule that is broken; `None` where none is.
    pub rule: Option<String>,
    /// The readings that it takes: gap and reading.
    pub readings: Vec<(String, String)>,
}

/// How a run ended.
#[derive(Clone, Debug, Default, Serialize, Deserialize, PartialEq)]
pub struct EndRecord {
    /// Cases that were judged.
    pub judged: u64,
    /// Steps that were judged.
    pub steps: u64,
    /// Cases in which the implementation broke.
    pub faults: u64,
    /// Cases that were not staged, by the adapter's reason.
    pub skipped: BTreeMap<String, u64>,
    /// Rules named by `--require` that were not checked.
    pub required: Vec<String>,
    /// What cut the run short, if something did.
    pub trouble: Option<Trouble>,
    /// Whether the sweep was cut short.
    pub cut_short: bool,
    /// The exit code.
    pub exit: u8,
    /// How long it took: the one member that differs between equal runs.
    pub timing: Timing,
}

/// How long a run took.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, PartialEq)]
pub struct Timing {
    /// Seconds.
    pub seconds: f64,
}

/// What cut a run short.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq, Eq)]
pub struct Trouble {
    /// `protocol`, `restarts`, `interrupted`, `start`.
    pub kind: String,
    /// What happened, and what to do.
    pub text: String,
}

/// A whole run.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summary {
    /// What was run.
    pub run: RunRecord,
    /// How each rule came out.
    pub rules: Vec<RuleRecord>,
    /// How each gap is read.
    pub gaps: Vec<GapRecord>,
    /// What no document allows, in the order of the cases.
    pub findings: Vec<FindingRecord>,
    /// How it ended.
    pub end: EndRecord,
}

impl From<Words> for Says {
    fn from(words: Words) -> Self {
        Self { en: words.en.to_owned(), zh: words.zh.to_owned() }
    }
}

impl From<&Cite> for CiteRecord {
    fn from(cite: &Cite) -> Self {
        Self {
            document: cite.document.to_owned(),
            section: cite.section.to_owned(),
            row: cite.row.to_owned(),
            words: cite.words.to_owned(),
        }
    }
}

impl From<&Change> for ChangeRecord {
    fn from(change: &Change) -> Self {
        Self { place: change.place.to_string(), value: change.value.as_ref().map(to_json) }
    }
}

impl From<LinkError> for Trouble {
    fn from(error: LinkError) -> Self {
        let kind = match error {
            LinkError::Start(_) => "start",
            LinkError::Protocol(_) => "protocol",
            LinkError::Restarts(_) => "restarts",
            LinkError::Interrupted => "interrupted",
        };
        Self { kind: kind.to_owned(), text: error.to_string() }
    }
}

impl Summary {
    /// The exit code. Where several apply, the first of 130, 3, 1, 4, 5 wins.
    pub fn exit(&self) -> u8 {
        let trouble = self.end.trouble.as_ref().map(|t| t.kind.as_str());
        let whole = self.run.shard.1 == 1;
        let unreached = whole && self.rules.iter().any(|r| r.status == Status::NotReached);
        if trouble == Some("interrupted") {
            130
        } else if matches!(trouble, Some("protocol" | "start")) {
            3
        } else if self.findings.iter().any(|f| self.decides(f)) {
            1
        } else if self.end.judged == 0 || !self.rules.iter().any(|r| r.status == Status::Checked) {
            if trouble == Some("restarts") { 4 } else { 5 }
        } else if trouble.is_some() || self.end.cut_short || unreached || !self.end.required.is_empty() {
            4
        } else {
            0
        }
    }

    /// Whether a finding fails the run.
    pub fn decides(&self, finding: &FindingRecord) -> bool {
        let counts = finding.severity == Severity::Finding || self.run.strict;
        counts && (finding.swept || !self.run.sweep_decides)
    }

    /// The lines of the recorded run.
    pub fn records(&self) -> Vec<Record> {
        let run = std::iter::once(Record::Run(self.run.clone()));
        let rules = self.rules.iter().cloned().map(Record::Rule);
        let gaps = self.gaps.iter().cloned().map(Record::Gap);
        let findings = self.findings.iter().cloned().map(|f| Record::Finding(Box::new(f)));
        run.chain(rules).chain(gaps).chain(findings).chain([Record::End(self.end.clone())]).collect()
    }

    /// A run from its lines.
    ///
    /// # Errors
    ///
    /// When the run does not begin at its beginning or does not end at its end.
    pub fn from_records(records: Vec<Record>) -> Result<Self, &'static str> {
        let mut summary = Self::default();
        let mut ended = false;
        for (i, record) in records.into_iter().enumerate() {
            if ended {
                return Err("there is something behind the end of the run");
            }
            match record {
                Record::Run(run) if i == 0 => summary.run = run,
                Record::Run(_) => return Err("a second run begins"),
                _ if i == 0 => return Err("it does not begin with a `run` record"),
                Record::Rule(rule) => summary.rules.push(rule),
                Record::Gap(gap) => summary.gaps.push(gap),
                Record::Finding(finding) => summary.findings.push(*finding),
                Record::End(end) => {
                    summary.end = end;
                    ended = true;
                }
            }
        }
        if ended { Ok(summary) } else { Err("it has no `end` record: the run that wrote it did not finish") }
    }
}

/// Sums up what the workers brought: shrinks and explains one case of each kind of finding, and says how each rule came out.
pub(super) fn summarize(shared: &Shared<'_>, mut haul: Haul, link: &mut dyn Link, started: Instant) -> Summary {
    let mut candidates: Vec<_> = std::mem::take(&mut haul.candidates).into_iter().collect();
    candidates.sort_by_key(|(_, candidate)| candidate.number);
    if let (true, Some(first)) = (shared.settings.fail_fast, candidates.first().map(|(_, c)| c.number)) {
        candidates.retain(|(_, candidate)| candidate.number == first);
    }
    let mut judge = Judge::new(&shared.capabilities.observes);
    let mut records: Vec<FindingRecord> = Vec::new();
    for (group, candidate) in candidates {
        let broken = haul.trouble.is_some();
        let record = finding_record(shared, link, &mut judge, group, candidate, broken, &mut haul.trouble);
        records.push(record);
    }
    let mut summary = Summary {
        run: run_record(shared),
        rules: rule_records(shared, &mut haul),
        gaps: gap_records(shared, &haul),
        findings: records,
        end: EndRecord {
            judged: haul.tally.judged,
            steps: haul.tally.steps,
            faults: haul.tally.faults,
            skipped: haul.tally.skipped,
            cut_short: haul.cut_short,
            ..EndRecord::default()
        },
    };
    if shared.control.is_stopped() {
        haul.trouble = Some(LinkError::Interrupted);
    }
    summary.end.trouble = haul.trouble.map(Trouble::from);
    summary.end.exit = summary.exit();
    summary.end.timing.seconds = started.elapsed().as_secs_f64();
    summary
}

fn run_record(shared: &Shared<'_>) -> RunRecord {
    let (settings, capabilities) = (shared.settings, shared.capabilities);
    let names = |run: bool| {
        let all = settings.operations.iter();
        all.filter(|o| capabilities.operations.contains(o) == run).map(|o| o.name.to_owned()).collect()
    };
    RunRecord {
        paystone: env!("CARGO_PKG_VERSION").to_owned(),
        rule_set: rule_set(&settings.operations),
        seed: settings.seed,
        cases: settings.time.is_none().then_some(settings.cases),
        shard: settings.shard,
        implementation: capabilities.implementation.name.clone(),
        version: capabilities.implementation.version.clone(),
        operations: names(true),
        missing: names(false),
        narrowed: settings.selection.rules.is_some(),
        strict: settings.strict,
        sweep_decides: settings.sweep_decides,
    }
}

/// A fingerprint of the rules that were in force: runs under unlike rules do not belong together.
pub fn rule_set(operations: &[&'static Operation]) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325u64;
    for operation in operations {
        for rule in operation.rules {
            for byte in rule.id.bytes().chain(rule.says.en.bytes()) {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
            }
        }
    }
    format!("{hash:016x}")
}

fn rule_records(shared: &Shared<'_>, haul: &mut Haul) -> Vec<RuleRecord> {
    let judge = Judge::new(&shared.capabilities.observes);
    let mut records = Vec::new();
    for plan in shared.schedule.plans {
        let tallies = haul.tally.rules_of(plan.operation).clone();
        for (i, (rule, tally)) in plan.operation.rules.iter().zip(tallies).enumerate() {
            if !shared.settings.selection.has(rule.id) {
                continue;
            }
            let unstaged = plan.sweep.iter().filter(|p| p.rule == Some(i)).find_map(|p| p.unstaged);
            let declared = shared.capabilities.unsupported.iter().find(|u| u.rule == rule.id);
            let (status, why) = if let Some(declared) = declared {
                (Status::Unsupported, declared.reason.clone())
            } else if !judge.observes(plan.operation, rule) {
                (Status::NotObserved, "the adapter does not observe what it speaks about".to_owned())
            } else if is_checked(rule, tally) {
                (Status::Checked, String::new())
            } else if let Some(fact) = unstaged {
                (Status::NotStaged, format!("the adapter does not stage {}", fact.name))
            } else if tally.skipped > 0 {
                (Status::NotStaged, "the adapter skipped every case for it".to_owned())
            } else if plan.bases().is_empty() {
                (Status::NotStaged, "no plain valid case fits what the adapter pins".to_owned())
            } else if shared.capabilities.pins.iter().any(|(fact, _)| rule.is_about(&Place::Fact(fact))) {
                (Status::NotStaged, "no case for it fits what the adapter pins".to_owned())
            } else {
                (Status::NotReached, "no case reached it".to_owned())
            };
            records.push(RuleRecord {
                operation: plan.operation.name.to_owned(),
                id: rule.id.to_owned(),
                says: rule.says.into(),
                force: rule.force.name().to_owned(),
                status,
                why,
                kept: tally.kept,
                broken: tally.broken,
                open: tally.open,
                skipped: tally.skipped,
            });
        }
    }
    records
}

/// A demand is checked where it was broken; a promise where it was put to the test.
fn is_checked(rule: &Rule, tally: RuleTally) -> bool {
    match rule.check {
        Check::Demand(..) => tally.broken + tally.open > 0,
        Check::Promise(_) => tally.kept + tally.broken + tally.open > 0,
    }
}

fn gap_records(shared: &Shared<'_>, haul: &Haul) -> Vec<GapRecord> {
    let mut records: Vec<GapRecord> = Vec::new();
    for gap in shared.schedule.plans.iter().flat_map(|p| p.operation.gaps) {
        if records.iter().any(|r| r.id == gap.id) {
            continue;
        }
        let tally = haul.tally.gaps.get(gap.id);
        let count = |counts: Option<&Vec<u64>>, i: usize| counts.and_then(|c| c.get(i)).copied().unwrap_or(0);
        let reading = |(i, reading): (usize, &crate::spec::Reading)| ReadingRecord {
            id: reading.id.to_owned(),
            says: reading.says.into(),
            agrees: count(tally.map(|t| &t.agrees), i),
            only: count(tally.map(|t| &t.only), i),
        };
        records.push(GapRecord {
            id: gap.id.to_owned(),
            says: gap.says.into(),
            told: tally.map_or(0, |t| t.told),
            readings: gap.readings.iter().enumerate().map(reading).collect(),
        });
    }
    records
}

fn finding_record(
    shared: &Shared<'_>,
    link: &mut dyn Link,
    judge: &mut Judge,
    group: String,
    candidate: Candidate,
    broken: bool,
    trouble: &mut Option<LinkError>,
) -> FindingRecord {
    let Candidate { number, count, case, trouble: unexpected } = candidate;
    let item = shared.schedule.item(number);
    let address = item.as_ref().map(|i| shared.schedule.address(i).to_string()).unwrap_or_default();
    let plan = item.map(|i| i.plan());
    let bases = plan.map(|p| p.bases()).unwrap_or_default();
    let _ = link.said();
    let found = if broken {
        Ok(Found::raw(case.clone(), &unexpected))
    } else {
        investigate(link, judge, bases, case.clone(), &unexpected)
    };
    let found = found.unwrap_or_else(|error| {
        trouble.get_or_insert(error);
        Found::raw(case, &unexpected)
    });
    let step = found.finding.as_ref().map_or(0, |f| f.step);
    let suspects: Vec<_> = found.finding.iter().flat_map(|f| &f.suspects).collect();
    let hard = suspects.is_empty()
        || suspects.iter().any(|s| s.rule.force == Force::Must && s.rule.basis != Basis::Hint);
    let base = plan.zip(found.base.as_ref()).and_then(|(plan, base)| plan.says_of(base)).map(Says::from);
    FindingRecord {
        group,
        class: found.class,
        severity: if hard { Severity::Finding } else { Severity::Warning },
        operation: found.case.steps[step.min(found.case.steps.len() - 1)].operation.name.to_owned(),
        suspects: suspects
            .iter()
            .map(|s| SuspectRecord {
                rule: s.rule.id.to_owned(),
                breach: s.breach.name().to_owned(),
                says: s.rule.says.into(),
                force: s.rule.force.name().to_owned(),
                standing: s.rule.basis.name().to_owned(),
                cites: s.rule.cites.iter().map(CiteRecord::from).collect(),
            })
            .collect(),
        address,
        number,
        swept: shared.schedule.is_swept(number),
        count,
        step,
        base,
        changes: found.changes.iter().map(ChangeRecord::from).collect(),
        expected: if found.traces.is_empty() { Vec::new() } else { expected(&found.case, &found.traces, step) },
        case: found.case.to_json(),
        got: found.got,
        twin: found.twin.as_ref().map(ChangeRecord::from),
        said: link.said(),
        evaluations: found.evaluations,
    }
}

/// What the documents allow for a step, as a record.
pub fn expected(case: &Case, traces: &[Trace], step: usize) -> Vec<AllowedRecord> {
    let tape = Tape::default();
    let Expectation(allowed) = Expectation::of(&case.at(step, traces, Readings::Each(&tape)));
    let record = |allowed: &crate::spec::Allowed| AllowedRecord {
        id: allowed.outcome.id.to_owned(),
        says: allowed.outcome.says.into(),
        events: Json::Array(allowed.outcome.example().map(|e| e.to_json()).collect()),
        why: allowed
            .why
            .iter()
            .map(|why| WhyRecord {
                rule: why.rule.map(|r| r.id.to_owned()),
                readings: why
                    .readings
                    .iter()
                    .map(|(gap, i)| (gap.id.to_owned(), gap.readings[*i].id.to_owned()))
                    .collect(),
            })
            .collect(),
    };
    allowed.iter().map(record).collect()
}

/// What came of looking into a case.
struct Found {
    class: Class,
    case: Case,
    finding: Option<Finding>,
    traces: Vec<Trace>,
    got: Json,
    base: Option<Case>,
    changes: Vec<Change>,
    twin: Option<Change>,
    evaluations: u32,
}

impl Found {
    /// The case as it was, where nothing more can be run.
    fn raw(case: Case, unexpected: &Unexpected) -> Self {
        let (class, finding, got) = match unexpected {
            Unexpected::Finding(finding) => (Class::WrongAnswer, Some(finding.clone()), Json::Null),
            Unexpected::Fault(fault) => (Class::Fault, None, fault_json(fault)),
        };
        let (base, changes, traces) = (None, Vec::new(), Vec::new());
        Self { class, case, finding, traces, got, base, changes, twin: None, evaluations: 0 }
    }
}

fn fault_json(fault: &crate::spec::Fault) -> Json {
    serde_json::json!({ "fault": { "kind": fault.kind, "detail": fault.detail } })
}

fn investigate(
    link: &mut dyn Link,
    judge: &mut Judge,
    bases: &[Case],
    case: Case,
    unexpected: &Unexpected,
) -> Result<Found, LinkError> {
    let finding = match unexpected {
        Unexpected::Finding(finding) => finding.clone(),
        Unexpected::Fault(fault) => {
            // A crash is not shrunk: each try would cost a process. It is tried once more, to know whether it is steady.
            let again = run_case(link, &case)?;
            let mut found = Found::raw(case, unexpected);
            if !matches!(&again, Reply::Fault(f) if f.kind == fault.kind) {
                found.class = Class::Flaky;
            }
            return Ok(found);
        }
    };
    let Reply::Traces(traces) = run_case(link, &case)? else {
        return Ok(Found { class: Class::Flaky, ..Found::raw(case, unexpected) });
    };
    let again = findings(judge, &case, &traces);
    if !again.iter().any(|f| f.is_like(&finding)) {
        return Ok(Found { class: Class::Flaky, ..Found::raw(case, unexpected) });
    }
    let start = Shrunk { case, finding, traces, evaluations: 1 };
    let shrunk = shrink(link, judge, bases, start, Finding::is_like)?;
    let Explained { shrunk, base, changes, twin } = explain(link, judge, bases, shrunk)?;
    Ok(Found {
        class: Class::WrongAnswer,
        got: Json::Array(shrunk.traces.iter().map(Trace::to_json).collect()),
        case: shrunk.case,
        finding: Some(shrunk.finding),
        traces: shrunk.traces,
        base,
        changes,
        twin: twin.map(|(_, change)| change),
        evaluations: shrunk.evaluations,
    })
}
