//! Known findings: what a team knows to be wrong, and whether a run still shows it. A finding is known by who is to blame and by what shows
//! it: another wrong answer under the same rule is a new finding.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::spec::{Case, Fault, Finding, Trace};

use super::kept::Kept;
use super::plan::Selection;
use super::record::{Class, FindingRecord, Says, Summary};
use super::same::{Breached, Matter};

/// A finding that is known.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq, Eq)]
pub struct Known {
    /// The operation.
    pub operation: String,
    /// What kind of finding it is. A flaky one is never known: what it shows changes.
    pub class: Class,
    /// Who may be to blame.
    pub suspects: BTreeSet<Breached>,
    /// What shows it, as [`FindingRecord::outcome`] tells it.
    pub outcome: String,
    /// Why it may stay for now.
    pub reason: String,
    /// Where more is said about it.
    pub link: Option<String>,
    /// The last day on which it may stay, as `2026-12-31`.
    pub expires: Option<String>,
}

/// A known finding with the case that shows it.
#[derive(Clone, Debug)]
pub struct KnownCase {
    /// The finding.
    pub known: Known,
    /// Whether its last day is over.
    pub expired: bool,
    /// The first of its rules that does not exist, if one does not.
    pub stray: Option<String>,
    /// Its smallest case.
    pub kept: Kept,
}

/// What became of a known finding in a run.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq, Eq)]
pub struct KnownRecord {
    /// The finding.
    pub finding: Known,
    /// Whether its last day is over.
    pub expired: bool,
    /// Whether it names a rule that does not exist.
    pub stray: bool,
    /// Whether its case showed it; `None` where it was not run.
    pub shows: Option<bool>,
    /// What became of it.
    pub state: KnownState,
    /// Why its case was not run; empty where it was.
    pub why: Says,
}

/// What became of a known finding.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "kebab-case")]
pub enum KnownState {
    /// It is still there.
    Occurs,
    /// It is still there, and its last day is over.
    Expired,
    /// It was tried and is no longer there.
    Gone,
    /// It names a rule that does not exist.
    Stray,
    /// Its case was not run.
    NotTried,
}

/// What is known of a finding.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq, Eq)]
pub struct KnownNote {
    /// Why it may stay for now.
    pub reason: String,
    /// Where more is said about it.
    pub link: Option<String>,
    /// The last day on which it may stay.
    pub expires: Option<String>,
    /// Whether that day is over: then the finding counts again.
    pub expired: bool,
}

/// What two findings that are the same share: their matter, and their outcome.
type Key = (Matter, String);

impl Known {
    /// A finding as one that is known for a reason. A flaky one cannot be.
    pub fn of(finding: &FindingRecord, reason: &str) -> Option<Self> {
        let (Matter { operation, class, suspects, .. }, outcome) = key_of(finding);
        (class != Class::Flaky).then(|| Self {
            operation,
            class,
            suspects,
            outcome,
            reason: reason.to_owned(),
            link: None,
            expires: None,
        })
    }

    /// Whether two are about the same finding.
    pub fn is_same(&self, other: &Self) -> bool {
        self.key() == other.key()
    }

    fn key(&self) -> Key {
        let Self { operation, class, suspects, outcome, .. } = self;
        (Matter::new(operation, *class, suspects, outcome), outcome.clone())
    }
}

fn key_of(finding: &FindingRecord) -> Key {
    (finding.matter(), finding.outcome())
}

impl KnownCase {
    /// Whether one of its rules is selected.
    pub(super) fn is_selected(&self, selection: &Selection) -> bool {
        selection.concerns(self.known.suspects.iter().map(|s| s.rule.as_str()))
    }

    /// Whether what no document allows about its case is this finding again.
    pub(super) fn shows(&self, case: &Case, finding: &Finding, traces: &[Trace]) -> bool {
        let Known { operation, class, suspects, outcome, .. } = &self.known;
        let blamed = |known: &Breached| finding.suspects.iter().any(|suspect| known.is_of(suspect));
        let called = case.steps[finding.step].operation;
        let shown = traces.get(finding.step).map(|trace| finding.shown(called, trace).to_json().to_string());
        *class == Class::WrongAnswer
            && called.name == *operation
            // Before it was narrowed down, others were suspected as well.
            && suspects.iter().all(blamed)
            && suspects.is_empty() == finding.suspects.is_empty()
            && shown.as_ref() == Some(outcome)
    }

    /// Whether a fault in its case is this finding again.
    pub(super) fn shows_fault(&self, fault: &Fault) -> bool {
        self.known.class == Class::Fault && self.known.outcome == format!("fault {}", fault.kind)
    }
}

impl KnownRecord {
    /// What is known before findings are matched.
    pub(super) fn new(case: &KnownCase, shows: Option<bool>, why: Says) -> Self {
        Self {
            finding: case.known.clone(),
            expired: case.expired,
            stray: case.stray.is_some(),
            shows,
            state: KnownState::NotTried,
            why: if shows.is_some() { Says::default() } else { why },
        }
    }

    /// Whether it fails the run.
    pub const fn fails(&self) -> bool {
        matches!(self.state, KnownState::Gone | KnownState::Expired | KnownState::Stray)
    }

    /// Adds what another part of the same run knows of it.
    pub fn add(&mut self, other: &Self) {
        self.shows = self.shows.max(other.shows);
        if self.shows.is_some() {
            self.why = Says::default();
        }
    }

    /// Whether a finding may be this one. Where its own case was run, that decides: another defect may show the same elsewhere.
    fn may_occur(&self) -> bool {
        self.shows != Some(false)
    }

    fn note(&self) -> KnownNote {
        let Known { reason, link, expires, .. } = self.finding.clone();
        KnownNote { reason, link, expires, expired: self.expired }
    }
}

impl FindingRecord {
    /// Whether it is known and may stay.
    pub fn is_known(&self) -> bool {
        self.known.as_ref().is_some_and(|note| !note.expired)
    }
}

impl Summary {
    /// Matches the findings with the known ones, and decides the exit code anew. After what was found has changed (parts were put together,
    /// secrets were hidden), it is to be done again.
    pub fn match_known(&mut self) {
        let known: BTreeMap<Key, usize> =
            self.known.iter().enumerate().map(|(i, record)| (record.finding.key(), i)).collect();
        let mut occurs: Vec<bool> = self.known.iter().map(|record| record.shows == Some(true)).collect();
        for finding in &mut self.findings {
            let place = if known.is_empty() { None } else { known.get(&key_of(finding)).copied() };
            let place = place.filter(|i| self.known[*i].may_occur());
            finding.known = place.map(|i| self.known[i].note());
            if let Some(i) = place {
                occurs[i] = true;
            }
        }
        for (record, occurs) in self.known.iter_mut().zip(occurs) {
            record.state = match (occurs, record.expired) {
                (true, true) => KnownState::Expired,
                (true, false) => KnownState::Occurs,
                (false, _) if record.stray => KnownState::Stray,
                (false, _) if record.shows.is_some() => KnownState::Gone,
                (false, _) => KnownState::NotTried,
            };
        }
        self.end.exit = self.exit();
    }
}
