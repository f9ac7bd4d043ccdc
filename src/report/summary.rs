//! How a run reads: its findings, how it reads the gaps, what was checked and what was not, and the verdict.

use std::collections::BTreeMap;
use std::fmt::Write;

use anstyle::{AnsiColor, Style};

use crate::engine::{
    FindingRecord, KnownRecord, KnownState, RuleRecord, RunRecord, Severity, Status, Summary,
};
use crate::spec::Lang;

use super::finding::{self, PLAIN, Replay};
use super::freedom;
use super::known;
use super::phrases::{self as say, said};
use super::printable::{block, printable};

/// How a run is shown.
#[derive(Clone, Debug, Default)]
pub struct View {
    /// In which language.
    pub lang: Lang,
    /// Whether in colours.
    pub colors: bool,
    /// What a replay line ends with: the implementation and its flags.
    pub target: String,
}

impl View {
    /// The command that replays a case.
    pub(super) fn command(&self, replay: Replay<'_>) -> String {
        match replay {
            Replay::Address(address) => format!("paystone replay {address} {}", self.target),
            Replay::Case(case) => format!("paystone replay --case {case} {}", self.target),
        }
    }

    pub(super) const fn bad(&self) -> Style {
        self.style(AnsiColor::Red, true)
    }

    pub(super) const fn good(&self) -> Style {
        self.style(AnsiColor::Green, false)
    }

    pub(super) const fn odd(&self) -> Style {
        self.style(AnsiColor::Yellow, true)
    }

    pub(super) const fn bold(&self) -> Style {
        if self.colors { Style::new().bold() } else { PLAIN }
    }

    pub(super) const fn dim(&self) -> Style {
        if self.colors { Style::new().dimmed() } else { PLAIN }
    }

    const fn style(&self, color: AnsiColor, bold: bool) -> Style {
        let style = Style::new().fg_color(Some(anstyle::Color::Ansi(color)));
        match (self.colors, bold) {
            (false, _) => PLAIN,
            (true, true) => style.bold(),
            (true, false) => style,
        }
    }
}

/// Shows a run.
pub fn show(summary: &Summary, view: &View) -> String {
    show_with(summary, view, &|replay| view.command(replay))
}

/// Shows a run. `command` makes the command that replays a finding.
pub fn show_with(summary: &Summary, view: &View, command: &dyn Fn(Replay<'_>) -> String) -> String {
    let mut out = String::new();
    let run = &summary.run;
    let lang = view.lang;
    let name = named(run);
    let (operations, seed) = (run.operations.join(", "), run.seed.to_string());
    out.push_str(&say::fill(say::RUN, lang, &[&run.paystone, &name, &operations, &seed]));
    if run.shard.1 > 1 {
        out.push_str(&say::fill(say::SHARD, lang, &[&run.shard.0.to_string(), &run.shard.1.to_string()]));
    }
    out.push('\n');
    let (elsewhere, about): (Vec<_>, Vec<_>) =
        summary.findings.iter().partition(|f| f.severity == Severity::Elsewhere);
    let findings = folded(about.into_iter().filter(|f| !f.is_known()));
    all(&mut out, &findings, view, command);
    known::show(&mut out, summary, view);
    freedom::show(&mut out, summary, view);
    rules(&mut out, summary, view);
    let elsewhere = summary.end.elsewhere + elsewhere.iter().map(|f| f.count).sum::<u64>();
    if elsewhere > 0 {
        let _ = writeln!(out, "  {}", say::elsewhere(elsewhere, view.lang));
    }
    verdict(&mut out, summary, &findings, view);
    out
}

/// What was run, by its name and version.
pub(super) fn named(run: &RunRecord) -> String {
    let parts = [&run.implementation, &run.version].map(|part| printable(part));
    parts.join(" ").trim_end().to_owned()
}

/// Shows findings alone. `command` makes the command that replays one.
pub fn show_findings(
    findings: Vec<&FindingRecord>,
    view: &View,
    command: &dyn Fn(Replay<'_>) -> String,
) -> String {
    let mut out = String::new();
    all(&mut out, &folded(findings.into_iter()), view, command);
    out
}

fn all(out: &mut String, findings: &[FindingRecord], view: &View, command: &dyn Fn(Replay<'_>) -> String) {
    for (i, finding) in findings.iter().enumerate() {
        finding::show(out, finding, i + 1, view, command);
    }
}

/// Findings of unlike cases that came out the same are shown once, with the first case.
fn folded<'a>(findings: impl Iterator<Item = &'a FindingRecord>) -> Vec<FindingRecord> {
    let mut shown: Vec<FindingRecord> = Vec::new();
    for finding in findings {
        let same = |f: &&mut FindingRecord| {
            f.class == finding.class
                && f.operation == finding.operation
                && f.suspects == finding.suspects
                && (!f.suspects.is_empty() || f.group == finding.group)
        };
        match shown.iter_mut().find(same) {
            Some(known) => known.count += finding.count,
            None => shown.push(finding.clone()),
        }
    }
    shown
}

fn rules(out: &mut String, summary: &Summary, view: &View) {
    let bold = view.bold();
    let _ = writeln!(out, "\n{bold}{}{bold:#}", say::RULES.in_(view.lang));
    let mut operations: BTreeMap<&str, Vec<&RuleRecord>> = BTreeMap::new();
    for rule in &summary.rules {
        operations.entry(&rule.operation).or_default().push(rule);
    }
    for (operation, rules) in operations {
        let mut counts: BTreeMap<Status, usize> = BTreeMap::new();
        for rule in &rules {
            *counts.entry(rule.status).or_default() += 1;
        }
        let counts: Vec<_> = counts.iter().map(|(s, n)| say::counted_as(*n, *s, view.lang)).collect();
        let _ = writeln!(out, "  {operation}: {}", counts.join(", "));
        // Where the run was cut short, most rules are not reached: the count says enough.
        let listed = |r: &&&RuleRecord| {
            r.status != Status::Checked && !(summary.end.cut_short && r.status == Status::NotReached)
        };
        for rule in rules.iter().filter(listed) {
            let status = say::status(rule.status).in_(view.lang);
            let _ = writeln!(out, "    {status} {}: {}", rule.id, printable(said(&rule.why, view.lang)));
        }
    }
    for operation in &summary.run.missing {
        let _ = writeln!(out, "  {operation}: {}", say::MISSING.in_(view.lang));
    }
    let end = &summary.end;
    let skipped: u64 = end.skipped.values().sum::<u64>() + end.skipped_otherwise;
    let (cases, all_skipped, faults) =
        (say::cases(end.judged, view.lang), skipped.to_string(), end.faults.to_string());
    let _ = writeln!(out, "  {}", say::fill(say::JUDGED, view.lang, &[&cases, &all_skipped, &faults]));
    let mut rest = skipped;
    for (reason, n) in end.skipped.iter().take(10) {
        rest -= n;
        let _ = writeln!(out, "    {n}: {}", reason_in(reason, view.lang));
    }
    if rest > 0 {
        let _ = writeln!(out, "    {rest}: {}", say::OTHER_REASONS.in_(view.lang));
    }
}

/// A reason to skip. Paystone and its kits give one in the same words, which are known in both languages.
fn reason_in(reason: &str, lang: Lang) -> String {
    let known = say::fill(say::CANNOT_STAGE, Lang::En, &[""]);
    match reason.strip_prefix(&known) {
        Some(fact) => say::fill(say::CANNOT_STAGE, lang, &[&printable(fact)]),
        None => printable(reason),
    }
}

fn verdict(out: &mut String, summary: &Summary, findings: &[FindingRecord], view: &View) {
    let lang = view.lang;
    let checked = summary.rules.iter().filter(|r| r.status == Status::Checked);
    let good = checked.filter(|r| !is_blamed(summary, r)).count();
    let torn = summary.inconsistencies().len();
    let (torn_hard, torn_soft) = if summary.run.strict { (torn, 0) } else { (0, torn) };
    let hard = findings.iter().filter(|f| f.decides()).count() + summary.departures.len() + torn_hard;
    let warnings = findings.iter().filter(|f| f.severity == Severity::Warning).count() + torn_soft;
    let exit = summary.end.exit;
    let style = if exit == 0 { view.good() } else { view.bad() };
    let conforms = say::conforms(good as u64, summary.rules.len() as u64, lang);
    let mut text = match exit {
        0 => conforms,
        1 => broke(summary, hard as u64, &conforms, lang),
        5 => say::NOTHING_CHECKED.in_(lang).to_owned(),
        130 => say::INTERRUPTED.in_(lang).to_owned(),
        _ => say::INCOMPLETE.in_(lang).to_owned(),
    };
    let known = summary.known.iter().filter(|k| k.state == KnownState::Occurs).count();
    if known > 0 {
        let _ = write!(text, ", {}", say::known(known as u64, lang));
    }
    if warnings > 0 {
        let _ = write!(text, ", {}", say::warnings(warnings as u64, lang));
    }
    let _ = writeln!(out, "\n{style}{}: {text}{style:#}", say::VERDICT.in_(lang));
    for rule in &summary.end.required {
        let _ = writeln!(out, "  {}: {rule}", say::REQUIRED.in_(lang));
    }
    if let Some(trouble) = summary.end.trouble.as_ref().filter(|t| t.kind != "interrupted") {
        if let Some(what) = say::trouble(&trouble.kind, lang) {
            let _ = writeln!(out, "  {what}");
        }
        let _ = writeln!(out, "  {}", block(&trouble.text, "  "));
    }
}

/// Whether a rule is broken as far as is known: that it is known does not make it conform.
fn is_blamed(summary: &Summary, rule: &RuleRecord) -> bool {
    let found = summary.findings.iter().filter(|f| f.is_grave() && f.operation == rule.operation);
    let occurs = |known: &&KnownRecord| matches!(known.state, KnownState::Occurs | KnownState::Expired);
    let counts = rule.force == "must" || summary.run.strict;
    let known = summary.known.iter().filter(occurs).map(|known| &known.finding);
    let known = known.filter(|finding| counts && finding.operation == rule.operation);
    found.flat_map(|f| &f.suspects).any(|s| s.rule == rule.id)
        || known.flat_map(|finding| &finding.suspects).any(|s| s.rule == rule.id)
}

/// What makes a run fail.
fn broke(summary: &Summary, hard: u64, conforms: &str, lang: Lang) -> String {
    let stale = summary.known.iter().filter(|known| known.fails()).count() as u64;
    let stale = (stale > 0).then(|| say::fill(say::OUT_OF_DATE, lang, &[&say::known(stale, lang)]));
    match (hard, stale) {
        (0, Some(stale)) => say::fill(say::STALE, lang, &[&stale, conforms]),
        (_, stale) => {
            let all: Vec<_> = std::iter::once(say::findings(hard, lang)).chain(stale).collect();
            say::fill(say::BROKE, lang, &[&all.join(", "), conforms])
        }
    }
}
