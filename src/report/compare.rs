//! How a comparison reads: what was broken, mended or changed from one run to the other.

use std::fmt::Write;

use serde_json::{Value as Json, json};

use crate::engine::{Class, Comparison, Departure, Difference, FindingRecord, RunRecord, Summary, Why};
use crate::spec::Words;

use super::departures;
use super::finding::{self, change, replay_briefly, short};
use super::phrases::{self as say, said};
use super::printable::{block, printable};
use super::summary::{View, named};

/// Two runs, and how they differ.
#[derive(Debug)]
pub struct Compared<'a> {
    /// The old run.
    pub old: &'a Summary,
    /// The new run.
    pub new: &'a Summary,
    /// How they differ.
    pub comparison: &'a Comparison,
    /// Whether what is changed where the documents leave room fails the comparison.
    pub strict: bool,
}

impl Compared<'_> {
    /// The exit code. Where several apply, the first of 130, 3, 1, 4, 5 wins.
    pub fn exit(&self) -> u8 {
        let runs = [self.old.exit(), self.new.exit()];
        let fails = self.comparison.differences.iter().any(|d| d.decides(self.strict));
        // What each run found is compared, and fails by itself nothing.
        [130, 3].into_iter().find(|code| runs.contains(code)).unwrap_or_else(|| {
            if fails { 1 } else { [4, 5].into_iter().find(|code| runs.contains(code)).unwrap_or(0) }
        })
    }

    /// As lines of JSON: one record a line, the first `compare`, the last `end`.
    pub fn lines(&self) -> String {
        let first =
            json!({ "event": "compare", "old": self.old.run, "new": self.new.run, "strict": self.strict });
        let differences = self.comparison.differences.iter().map(|difference| {
            let mut record = serde_json::to_value(difference).unwrap_or_default();
            if let Json::Object(members) = &mut record {
                members.insert("event".to_owned(), "difference".into());
            }
            record
        });
        let judged = [self.old, self.new].map(|run| run.end.judged);
        let last = json!({ "event": "end", "judged": judged, "exit": self.exit() });
        let lines = std::iter::once(first).chain(differences).chain([last]);
        lines.fold(String::new(), |text, line| text + &line.to_string() + "\n")
    }

    /// As text, for people. A line that replays a case ends with what leads to the old implementation, or to the new one.
    pub fn show(&self, old: &View, new: &View) -> String {
        let lang = new.lang;
        let run = |run: &RunRecord| named(run);
        let operations = self.new.run.operations.join(", ");
        let mut out = say::fill(
            say::COMPARES,
            lang,
            &[
                &self.new.run.paystone,
                &run(&self.old.run),
                &run(&self.new.run),
                &operations,
                &self.new.run.seed.to_string(),
            ],
        );
        out.push('\n');
        let mut number = 0;
        let mut rest = self.comparison.differences.as_slice();
        while let [difference, ..] = rest {
            let alike = rest.iter().take_while(|other| title(other) == title(difference)).count();
            let (group, others) = rest.split_at(if title(difference).is_some() { alike } else { 1 });
            rest = others;
            if let Some(title) = title(difference) {
                let bold = new.bold();
                let _ = writeln!(out, "\n{bold}{}{bold:#}", title.in_(lang));
            }
            match difference {
                Difference::Regressed { new: now } => {
                    number += 1;
                    finding::show_as(&mut out, (say::REGRESSED, new.bad()), now, number, new, &|replay| {
                        new.command(replay)
                    });
                }
                Difference::StillWrong { same: false, old: was, new: now } => {
                    number += 1;
                    finding::show_as(&mut out, (say::OTHERWISE, new.odd()), now, number, new, &|replay| {
                        new.command(replay)
                    });
                    before(&mut out, was, new);
                }
                _ => self::group(&mut out, group, old, new),
            }
        }
        self.verdict(&mut out, new);
        out
    }

    fn verdict(&self, out: &mut String, view: &View) {
        let lang = view.lang;
        let exit = self.exit();
        let style = if exit == 0 { view.good() } else { view.bad() };
        let count =
            |is: fn(&Difference) -> bool| self.comparison.differences.iter().filter(|d| is(d)).count();
        let counts = [
            (count(|d| matches!(d, Difference::Regressed { .. })), say::N_REGRESSED),
            (count(|d| matches!(d, Difference::Fixed { .. })), say::N_FIXED),
            (count(|d| matches!(d, Difference::StillWrong { .. })), say::N_STILL),
            (count(is_of_freedom), say::N_CHANGED),
            (count(|d| matches!(d, Difference::Changed { .. }) && !is_of_freedom(d)), say::N_CAPABILITIES),
            (count(|d| matches!(d, Difference::Inconclusive { .. })), say::N_INCONCLUSIVE),
        ];
        let told = counts
            .iter()
            .filter(|(n, _)| *n > 0)
            .map(|(n, phrase)| say::fill(*phrase, lang, &[&n.to_string()]));
        let told: Vec<_> = told.collect();
        let mut text =
            if told.is_empty() { say::NO_DIFFERENCE.in_(lang).to_owned() } else { told.join(", ") };
        let unsound =
            [(self.old, say::OLD), (self.new, say::NEW)].map(|(run, which)| (run.exit(), run, which));
        for (code, _, which) in &unsound {
            let wrong = match code {
                4 | 3 => say::INCOMPLETE,
                5 => say::NOTHING_CHECKED,
                130 => say::INTERRUPTED,
                _ => continue,
            };
            let _ = write!(text, "; {}: {}", which.in_(lang), wrong.in_(lang));
        }
        let _ = writeln!(out, "\n{style}{}: {text}{style:#}", say::VERDICT.in_(lang));
        for (_, run, which) in &unsound {
            if let Some(trouble) = run.end.trouble.as_ref().filter(|t| t.kind != "interrupted") {
                let _ = writeln!(out, "  {}: {}", which.in_(lang), block(&trouble.text, "  "));
            }
        }
    }
}

fn is_of_freedom(difference: &Difference) -> bool {
    matches!(
        difference,
        Difference::Changed { departure: Departure::Reading { .. } | Departure::Precedence { .. } }
    )
}

/// Differences under one heading, each in a line or two.
fn group(out: &mut String, group: &[Difference], old: &View, new: &View) {
    let changed = group.iter().filter_map(|difference| match difference {
        Difference::Changed { departure } => Some(departure),
        _ => None,
    });
    departures::show(out, changed, new);
    for difference in group {
        match difference {
            Difference::Fixed { old: finding } => brief(out, finding, old),
            Difference::StillWrong { new: finding, .. } => brief(out, finding, new),
            Difference::Inconclusive { finding, new: now, why } => {
                brief(out, finding, if *now { new } else { old });
                let _ = writeln!(out, "    {}", silent(*why, *now).in_(new.lang));
            }
            Difference::Regressed { .. } | Difference::Changed { .. } => {}
        }
    }
}

/// Under which heading a difference stands that is told in a line or two.
const fn title(difference: &Difference) -> Option<Words> {
    match difference {
        Difference::Regressed { .. } | Difference::StillWrong { same: false, .. } => None,
        Difference::StillWrong { .. } => Some(say::SAME),
        Difference::Fixed { .. } => Some(say::FIXED),
        Difference::Changed { departure: Departure::Capability { .. } } => Some(say::CAPABILITIES),
        Difference::Changed { .. } => Some(say::CHANGED),
        Difference::Inconclusive { .. } => Some(say::INCONCLUSIVE),
    }
}

/// What was seen in the old run.
fn before(out: &mut String, was: &FindingRecord, view: &View) {
    let events = was.got.get(was.step).and_then(Json::as_array);
    let bad = view.bad();
    let _ = writeln!(out, "  {bad}{}{bad:#} ({})", say::WAS.in_(view.lang), say::cases(was.count, view.lang));
    match events {
        Some(events) => {
            for event in events {
                let _ = writeln!(out, "    {}", short(event, view.lang));
            }
        }
        None => {
            let _ = writeln!(out, "    {}", printable(&was.outcome()));
        }
    }
}

/// A finding in a few lines: the rule, the case, how to run it again.
fn brief(out: &mut String, finding: &FindingRecord, view: &View) {
    let lang = view.lang;
    let first = finding.suspects.first();
    let name = first.map_or(finding.operation.as_str(), |s| s.rule.as_str());
    let how = match (finding.class, first) {
        (Class::WrongAnswer, Some(suspect)) => say::breach(&suspect.breach),
        (class, _) => say::class(class),
    };
    let _ = writeln!(out, "  {name}  {}  [{}]", how.in_(lang), say::cases(finding.count, lang));
    if let Some(base) = &finding.base {
        let but: Vec<_> = finding.changes.iter().map(|c| change(c, lang)).collect();
        let valid = if but.is_empty() { say::AS_IT_IS } else { say::VALID };
        let _ = writeln!(out, "    {} {}", say::fill(valid, lang, &[said(base, lang)]), but.join("; "));
    }
    replay_briefly(out, finding, view);
}

/// Why one run tells nothing of what the other found.
const fn silent(why: Why, new: bool) -> Words {
    match (why, new) {
        (Why::Flaky, _) => say::FLAKY,
        (Why::CutShort, true) => say::CUT_OLD,
        (Why::CutShort, false) => say::CUT_NEW,
        (Why::NotChecked, true) => say::UNCHECKED_OLD,
        (Why::NotChecked, false) => say::UNCHECKED_NEW,
    }
}
