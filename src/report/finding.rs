//! How one finding reads.

use std::fmt::Write;

use anstyle::Style;
use serde_json::Value as Json;

use crate::engine::{AllowedRecord, ChangeRecord, Class, FindingRecord, OTHER_FAULTS, Severity};
use crate::spec::{Lang, Words};

use super::phrases::{self as say, said};
use super::printable::{block, printable};
use super::summary::View;

/// What leads to the case of a finding again. Each text is one word of a shell command.
#[derive(Clone, Copy, Debug)]
pub enum Replay<'a> {
    /// The address of the case.
    Address(&'a str),
    /// The case itself, as JSON.
    Case(&'a str),
}

/// Shows a finding of a run. `command` makes the command that replays it.
pub(super) fn show(
    out: &mut String,
    finding: &FindingRecord,
    number: usize,
    view: &View,
    command: &dyn Fn(Replay<'_>) -> String,
) {
    let label = match finding.severity {
        Severity::Finding => (say::FINDING, view.bad()),
        Severity::Warning | Severity::Elsewhere => (say::WARNING, view.odd()),
    };
    show_as(out, label, finding, number, view, command);
}

/// Shows a finding under a label.
pub(super) fn show_as(
    out: &mut String,
    (label, style): (Words, Style),
    finding: &FindingRecord,
    number: usize,
    view: &View,
    command: &dyn Fn(Replay<'_>) -> String,
) {
    let lang = view.lang;
    let first = finding.suspects.first();
    let name = first.map_or(finding.operation.as_str(), |s| s.rule.as_str());
    let breach = match (finding.class, first) {
        (Class::WrongAnswer, Some(s)) => {
            let (force, standing) = (say::force(&s.force, lang), say::standing(&s.standing, lang));
            format!("{} ({force}, {standing})", say::breach(&s.breach).in_(lang))
        }
        (class, _) => say::class(class).in_(lang).to_owned(),
    };
    let place = match (finding.kept, finding.swept) {
        (true, _) if finding.address.is_empty() => say::BASELINE,
        (true, _) => say::CORPUS,
        (false, true) => say::SWEPT,
        (false, false) => say::EXPLORED,
    };
    let place = place.in_(lang);
    let bold = view.bold();
    let _ = writeln!(
        out,
        "\n{style}{} {number}{style:#}  {bold}{name}{bold:#}  {breach}  [{place}, {}]",
        label.in_(lang),
        say::cases(finding.count, lang)
    );
    if finding.group == OTHER_FAULTS {
        let _ = writeln!(out, "  {}", say::OTHER_KINDS.in_(lang));
    }
    if let Some(note) = &finding.known {
        let day = note.expires.as_deref().unwrap_or_default();
        let _ = writeln!(out, "  {}", say::fill(say::WAS_KNOWN, lang, &[day, &printable(&note.reason)]));
    }
    suspects(out, finding, view);
    case(out, finding, view);
    if !finding.expected.is_empty() {
        expected(out, &finding.expected, view);
    }
    got(out, &finding.got, view);
    if let Some(twin) = &finding.twin {
        let _ = writeln!(out, "  {}", say::fill(say::PASSES, lang, &[&change(twin, lang)]));
    }
    if !finding.said.trim().is_empty() {
        let _ = writeln!(out, "  {}:", say::SAID.in_(lang));
        let lines: Vec<_> = finding.said.trim_end().lines().collect();
        for line in &lines[lines.len().saturating_sub(12)..] {
            let _ = writeln!(out, "    | {}", printable(line));
        }
    }
    replay(out, finding, view, command);
}

fn suspects(out: &mut String, finding: &FindingRecord, view: &View) {
    let dim = view.dim();
    if finding.suspects.is_empty() && finding.class == Class::WrongAnswer {
        let _ = writeln!(out, "  {}", say::NO_SUSPECT.in_(view.lang));
    }
    for (i, suspect) in finding.suspects.iter().enumerate() {
        if i > 0 {
            let breach = say::breach(&suspect.breach).in_(view.lang);
            let _ = writeln!(out, "  {}", say::fill(say::ALSO, view.lang, &[&suspect.rule, breach]));
        }
        let _ = writeln!(out, "  {}", said(&suspect.says, view.lang));
        for cite in &suspect.cites {
            let section =
                if cite.section.is_empty() { String::new() } else { format!(" > {}", cite.section) };
            let _ = writeln!(out, "  {dim}{}{section} > {}: {}{dim:#}", cite.document, cite.row, cite.words);
        }
    }
}

fn case(out: &mut String, finding: &FindingRecord, view: &View) {
    let lang = view.lang;
    let Some(base) = &finding.base else { return };
    let how = if finding.changes.is_empty() { say::AS_IT_IS } else { say::VALID };
    let _ = writeln!(out, "\n  {}", say::fill(how, lang, &[said(base, lang)]));
    let strong = view.bold();
    for it in finding.changes.iter().filter(|c| c.place != "steps") {
        let _ = writeln!(out, "    {strong}{}{strong:#}", change(it, lang));
    }
    let steps = finding.case.get("steps").and_then(Json::as_array).map_or(&[][..], Vec::as_slice);
    for (i, step) in steps.iter().enumerate().take(steps.len().saturating_sub(1)) {
        let input = step.get("input").unwrap_or(&Json::Null);
        let before = say::fill(say::BEFORE_IT, lang, &[&(i + 1).to_string(), &short(input, lang)]);
        let _ = writeln!(out, "    {before}");
    }
}

pub(super) fn change(change: &ChangeRecord, lang: Lang) -> String {
    if change.place == "steps" {
        return say::WITHOUT_EARLIER.in_(lang).to_owned();
    }
    match &change.value {
        Some(value) => say::fill(say::IS, lang, &[&printable(&change.place), &short(value, lang)]),
        None => say::fill(say::NOT_PASSED, lang, &[&printable(&change.place)]),
    }
}

fn expected(out: &mut String, allowed: &[AllowedRecord], view: &View) {
    let lang = view.lang;
    let label = if allowed.len() == 1 { say::EXPECTED } else { say::ONE_OF };
    let good = view.good();
    let dim = view.dim();
    let _ = writeln!(out, "\n  {}", label.in_(lang));
    for outcome in allowed {
        let _ = writeln!(out, "    {good}{}{good:#}", said(&outcome.says, lang));
        for event in outcome.events.as_array().into_iter().flatten() {
            let _ = writeln!(out, "      {}", short(event, lang));
        }
        let mut reasons: Vec<String> = outcome.why.iter().map(|why| reason(why, lang)).collect();
        reasons.dedup();
        let more = reasons.len().saturating_sub(3);
        reasons.truncate(3);
        for reason in reasons {
            let _ = writeln!(out, "      {dim}{}{dim:#}", say::fill(say::BECAUSE, lang, &[&reason]));
        }
        if more > 0 {
            let _ = writeln!(out, "      {dim}+{more}{dim:#}");
        }
    }
}

fn reason(why: &crate::engine::WhyRecord, lang: Lang) -> String {
    let mut text = match &why.rule {
        Some(rule) => say::fill(say::IS_BROKEN, lang, &[rule]),
        None => say::NO_RULE_BROKEN.in_(lang).to_owned(),
    };
    for (gap, reading) in &why.readings {
        text.push_str(&say::fill(say::READING, lang, &[gap, reading]));
    }
    text
}

fn got(out: &mut String, got: &Json, view: &View) {
    if got.is_null() {
        return;
    }
    let bad = view.bad();
    let _ = writeln!(out, "  {bad}{}{bad:#}", say::GOT.in_(view.lang));
    let traces = got.as_array();
    if let Some(fault) = got.get("fault") {
        let text = |name: &str| fault.get(name).and_then(Json::as_str).unwrap_or_default().to_owned();
        let _ = writeln!(out, "    {}: {}", printable(&text("kind")), block(&text("detail"), "    "));
    }
    for (i, trace) in traces.into_iter().flatten().enumerate() {
        if traces.is_some_and(|t| t.len() > 1) {
            let _ = writeln!(out, "    {}", say::step(i + 1, view.lang));
        }
        for event in trace.as_array().into_iter().flatten() {
            let _ = writeln!(out, "      {}", short(event, view.lang));
        }
    }
}

fn replay(out: &mut String, finding: &FindingRecord, view: &View, command: &dyn Fn(Replay<'_>) -> String) {
    let label = say::REPLAY.in_(view.lang);
    let dim = view.dim();
    let (address, case) = (shell(&finding.address), shell(&printable(&finding.case.to_string())));
    if !finding.address.is_empty() {
        let _ = writeln!(out, "  {dim}{label}: {}{dim:#}", command(Replay::Address(&address)));
    }
    let _ = writeln!(out, "  {dim}{label}: {}{dim:#}", command(Replay::Case(&case)));
}

/// The shorter of the two lines that replay a finding.
pub(super) fn replay_briefly(out: &mut String, finding: &FindingRecord, view: &View) {
    let (dim, label) = (view.dim(), say::REPLAY.in_(view.lang));
    let command = match finding.address.as_str() {
        "" => view.command(Replay::Case(&shell(&printable(&finding.case.to_string())))),
        address => view.command(Replay::Address(&shell(address))),
    };
    let _ = writeln!(out, "    {dim}{label}: {command}{dim:#}");
}

/// A text as one word of a shell command.
pub(super) fn shell(text: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:=@,+~".contains(c);
    if !text.is_empty() && text.chars().all(plain) {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', r"'\''"))
    }
}

/// JSON on one line, not longer than a reader takes in.
pub(super) fn short(json: &Json, lang: Lang) -> String {
    const MOST: usize = 400;
    let text = printable(&json.to_string());
    if text.chars().count() <= MOST {
        return text;
    }
    let head: String = text.chars().take(MOST).collect();
    say::fill(say::LONG, lang, &[&head, &text.chars().count().to_string()])
}

/// Nothing, where colours are off.
pub(super) const PLAIN: Style = Style::new();
