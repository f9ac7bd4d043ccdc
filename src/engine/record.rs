//! (long: a table of records) Records: what a run tells, as data that can be written, read back, merged and shown. Everything a report needs is in them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::ground::to_json;
use crate::spec::{Change, Cite, Words};

use super::known::{KnownNote, KnownRecord};
use super::link::LinkError;
use super::profile::{CapabilitiesRecord, Departure};

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
    /// Which of two broken rules goes first.
    Precedence(PrecedenceRecord),
    /// How it departs from the profile that it was held to.
    Departure(Departure),
    /// Something that no document allows.
    Finding(Box<FindingRecord>),
    /// What became of a known finding.
    Known(Box<KnownRecord>),
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
    /// Whether rules were broken two at a time.
    pub pairs: bool,
    /// What its adapter can do.
    pub capabilities: CapabilitiesRecord,
    /// Whether what would be a warning is a finding in it.
    pub strict: bool,
    /// How many cases the corpus has, and their fingerprint; empty where there is none.
    #[serde(default)]
    pub corpus: String,
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
    pub why: Says,
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
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
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
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
pub struct ReadingRecord {
    /// The reading.
    pub id: String,
    /// What it takes the documents to mean.
    pub says: Says,
    /// Steps that agree with it.
    pub agrees: u64,
    /// Steps that agree with no other.
    pub only: u64,
    /// The first case with such a step.
    pub example: Option<ExampleRecord>,
}

/// A case that shows something.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
pub struct ExampleRecord {
    /// Its number in the run.
    pub number: u64,
    /// Its address.
    pub address: String,
    /// The case.
    pub case: Json,
}

/// Where one step broke two rules, the implementation refused it for the first.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
pub struct PrecedenceRecord {
    /// The operation.
    pub operation: String,
    /// The rule whose refusal was seen.
    pub rule: String,
    /// The rule whose refusal was not.
    pub over: String,
    /// In how many steps.
    pub told: u64,
    /// The first case with such a step.
    pub example: ExampleRecord,
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
    /// Whether that case was kept: in a corpus, or for a known finding.
    #[serde(default)]
    pub kept: bool,
    /// What is known of it, where it is known.
    #[serde(default)]
    pub known: Option<KnownNote>,
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
    /// What shows it: the part of what was seen in the failing step that its suspects speak of. Nothing where the implementation broke.
    pub shown: Json,
    /// A case that differs in one place and passes: the place, and the value there.
    pub twin: Option<ChangeRecord>,
    /// What the implementation wrote for people.
    pub said: String,
    /// How many cases were run to find the smallest one.
    pub evaluations: u32,
}

/// What kind of finding it is.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
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
    /// It is about rules that are not selected: it is counted.
    Elsewhere,
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
    /// Cases that were not staged, by the adapter's reason: the first fifty reasons in their order.
    pub skipped: BTreeMap<String, u64>,
    /// Cases that were not staged for reasons beyond the first ones, all together.
    pub skipped_otherwise: u64,
    /// How often a step showed something about rules that are not selected; what only looking into it showed so is a record of its own.
    pub elsewhere: u64,
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
    /// Which of two broken rules goes first, as far as cases told.
    pub precedence: Vec<PrecedenceRecord>,
    /// How it departs from the profile that it was held to.
    pub departures: Vec<Departure>,
    /// What no document allows, in the order of the cases.
    pub findings: Vec<FindingRecord>,
    /// What became of each known finding, in the order of the baseline.
    pub known: Vec<KnownRecord>,
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
    /// The lines of the recorded run.
    pub fn records(&self) -> Vec<Record> {
        let run = std::iter::once(Record::Run(self.run.clone()));
        let rules = self.rules.iter().cloned().map(Record::Rule);
        let gaps = self.gaps.iter().cloned().map(Record::Gap);
        let precedence = self.precedence.iter().cloned().map(Record::Precedence);
        let departures = self.departures.iter().cloned().map(Record::Departure);
        let findings = self.findings.iter().cloned().map(|f| Record::Finding(Box::new(f)));
        let known = self.known.iter().cloned().map(|k| Record::Known(Box::new(k)));
        run.chain(rules)
            .chain(gaps)
            .chain(precedence)
            .chain(departures)
            .chain(findings)
            .chain(known)
            .chain([Record::End(self.end.clone())])
            .collect()
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
                Record::Precedence(precedence) => summary.precedence.push(precedence),
                Record::Departure(departure) => summary.departures.push(departure),
                Record::Finding(finding) => summary.findings.push(*finding),
                Record::Known(known) => summary.known.push(*known),
                Record::End(end) => {
                    summary.end = end;
                    ended = true;
                }
            }
        }
        if ended { Ok(summary) } else { Err("it has no `end` record: the run that wrote it did not finish") }
    }
}
