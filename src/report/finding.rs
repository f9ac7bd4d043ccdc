//! How one finding reads.

use std::fmt::Write;

use anstyle::Style;
use serde_json::Value as Json;

use crate::engine::{AllowedRecord, ChangeRecord, Class, FindingRecord, OTHER_FAULTS, Severity};
use crate::spec::Lang;

use super::phrases::{self as say, said};
use super::printable::{block, printable};
use super::summary::View;

/// Shows a finding.
pub(super) fn show(out: &mut String, finding: &FindingRecord, number: usize, view: &View) {
    let lang = view.lang;
    let (label, style) = match finding.severity {
        Severity::Finding => (say::FINDING, view.bad()),
        Severity::Warning | Severity::Elsewhere => (say::WARNING, view.odd()),
    };
    let first = finding.suspects.first();
    let name = first.map_or(finding.operation.as_str(), |s| s.rule.as_str());
    let breach = match (finding.class, first) {
        (Class::WrongAnswer, Some(s)) => {
            format!("{} ({}, {})", say::breach(&s.breach).in_(lang), s.force, s.standing)
        }
        (class, _) => say::class(class).in_(lang).to_owned(),
    };
    let place = if finding.swept { say::SWEPT } else { say::EXPLORED }.in_(lang);
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
    suspects(out, finding, view);
    case(out, finding, view);
    if !finding.expected.is_empty() {
        expected(out, &finding.expected, view);
    }
    got(out, &finding.got, view);
    if let Some(twin) = &finding.twin {
        let _ = writeln!(out, "  {} {}", say::PASSES.in_(lang), change(twin, lang));
    }
    if !finding.said.trim().is_empty() {
        let _ = writeln!(out, "  {}:", say::SAID.in_(lang));
        let lines: Vec<_> = finding.said.trim_end().lines().collect();
        for line in &lines[lines.len().saturating_sub(12)..] {
            let _ = writeln!(out, "    | {}", printable(line));
        }
    }
    replay(out, finding, view);
}

fn suspects(out: &mut String, finding: &FindingRecord, view: &View) {
    let dim = view.dim();
    if finding.suspects.is_empty() && finding.class == Class::WrongAnswer {
        let _ = writeln!(out, "  {}", say::NO_SUSPECT.in_(view.lang));
    }
    for (i, suspect) in finding.suspects.iter().enumerate() {
        if i > 0 {
            let breach = say::breach(&suspect.breach).in_(view.lang);
            let _ = writeln!(out, "  {} {}  {breach}", say::ALSO.in_(view.lang), suspect.rule);
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
    let _ = write!(out, "\n  {} {}", say::VALID.in_(lang), said(base, lang));
    if finding.changes.is_empty() {
        let _ = writeln!(out, ", {}", say::NOTHING_CHANGED.in_(lang));
        return;
    }
    let _ = writeln!(out, ", {}", say::EXCEPT.in_(lang));
    let strong = view.bold();
    for it in finding.changes.iter().filter(|c| c.place != "steps") {
        let _ = writeln!(out, "    {strong}{}{strong:#}", change(it, lang));
    }
    let steps = finding.case.get("steps").and_then(Json::as_array).map_or(&[][..], Vec::as_slice);
    for (i, step) in steps.iter().enumerate().take(steps.len().saturating_sub(1)) {
        let input = step.get("input").unwrap_or(&Json::Null);
        let _ = writeln!(out, "    {} {}: {}", say::BEFORE_IT.in_(lang), i + 1, short(input));
    }
}

fn change(change: &ChangeRecord, lang: Lang) -> String {
    if change.place == "steps" {
        return say::WITHOUT_EARLIER.in_(lang).to_owned();
    }
    match &change.value {
        Some(value) => format!("{} {} {}", printable(&change.place), say::IS.in_(lang), short(value)),
        None => format!("{} {}", printable(&change.place), say::NOT_PASSED.in_(lang)),
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
            let _ = writeln!(out, "      {}", short(event));
        }
        let mut reasons: Vec<String> = outcome.why.iter().map(|why| reason(why, lang)).collect();
        reasons.dedup();
        let more = reasons.len().saturating_sub(3);
        reasons.truncate(3);
        for reason in reasons {
            let _ = writeln!(out, "      {dim}{} {reason}{dim:#}", say::BECAUSE.in_(lang));
        }
        if more > 0 {
            let _ = writeln!(out, "      {dim}+{more}{dim:#}");
        }
    }
}

fn reason(why: &crate::engine::WhyRecord, lang: Lang) -> String {
    let mut text = match &why.rule {
        Some(rule) => format!("{rule} {}", say::IS_BROKEN.in_(lang)),
        None => say::NO_RULE_BROKEN.in_(lang).to_owned(),
    };
    for (gap, reading) in &why.readings {
        let _ = write!(text, "; {} {gap} = {reading}", say::READING.in_(lang));
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
            let _ = writeln!(out, "    {} {}", say::STEP.in_(view.lang), i + 1);
        }
        for event in trace.as_array().into_iter().flatten() {
            let _ = writeln!(out, "      {}", short(event));
        }
    }
}

fn replay(out: &mut String, finding: &FindingRecord, view: &View) {
    let label = say::REPLAY.in_(view.lang);
    let dim = view.dim();
    let tail = &view.target;
    let case = shell(&printable(&finding.case.to_string()));
    if !finding.address.is_empty() {
        let _ = writeln!(out, "  {dim}{label}: paystone replay {} {tail}{dim:#}", shell(&finding.address));
    }
    let _ = writeln!(out, "  {dim}{label}: paystone replay --case {case} {tail}{dim:#}");
}

/// A text as one word of a shell command.
fn shell(text: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:=@,+~".contains(c);
    if !text.is_empty() && text.chars().all(plain) {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', r"'\''"))
    }
}

/// JSON on one line, not longer than a reader takes in.
fn short(json: &Json) -> String {
    const MOST: usize = 400;
    let text = printable(&json.to_string());
    if text.chars().count() <= MOST {
        return text;
    }
    let head: String = text.chars().take(MOST).collect();
    format!("{head}... ({} characters)", text.chars().count())
}

/// Nothing, where colours are off.
pub(super) const PLAIN: Style = Style::new();
