//! What an implementation does where the documents leave it free: how it reads the gaps, and which of two refusals it puts first.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::engine::{Departure, GapRecord, PrecedenceRecord, Summary};

use super::finding::shell;
use super::phrases::{self as say, said};
use super::printable::printable;
use super::summary::View;

/// Shows it.
pub(super) fn show(out: &mut String, summary: &Summary, view: &View) {
    gaps(out, &summary.gaps, view);
    precedence(out, summary, view);
    departures(out, &summary.departures, view);
}

/// How a run departs from the profile that it was held to.
fn departures(out: &mut String, departures: &[Departure], view: &View) {
    if departures.is_empty() {
        return;
    }
    let bad = view.bad();
    let _ = writeln!(out, "\n{bad}{}{bad:#}", say::DEPARTURES.in_(view.lang));
    for departure in departures {
        departed(out, departure, view);
    }
}

/// One departure, as a line, and the line that replays it.
pub(super) fn departed(out: &mut String, departure: &Departure, view: &View) {
    let lang = view.lang;
    let (text, example) = match departure {
        Departure::Reading { gap, was, is, example } => {
            let is = if is.is_empty() { say::INCONSISTENT.in_(lang).to_owned() } else { is.join(", ") };
            (say::fill(say::READ_SO, lang, &[gap, &was.join(", "), &is]), example.as_ref())
        }
        Departure::Precedence { operation, rule, over, example } => {
            (say::fill(say::NOW_FIRST, lang, &[operation, rule, over]), Some(example))
        }
        Departure::Capability { kind, name, lost } => {
            let phrase = if *lost { say::LOST } else { say::GAINED };
            (say::fill(phrase, lang, &[say::capability(kind).in_(lang), &printable(name)]), None)
        }
    };
    let _ = writeln!(out, "  {text}");
    if let Some(example) = example {
        let dim = view.dim();
        let label = say::REPLAY.in_(lang);
        let _ = writeln!(
            out,
            "    {dim}{label}: paystone replay {} {}{dim:#}",
            shell(&example.address),
            view.target
        );
    }
}

fn gaps(out: &mut String, gaps: &[GapRecord], view: &View) {
    let told: Vec<_> = gaps.iter().filter(|g| g.told > 0).collect();
    if told.is_empty() {
        return;
    }
    let bold = view.bold();
    let _ = writeln!(out, "\n{bold}{}{bold:#}", say::READINGS.in_(view.lang));
    for gap in told {
        let agreeing: Vec<_> = gap.readings.iter().filter(|r| r.agrees == gap.told).collect();
        let _ = writeln!(out, "  {}: {}", gap.id, said(&gap.says, view.lang));
        if agreeing.is_empty() {
            torn_gap(out, gap, view);
        }
        for reading in agreeing {
            let _ = writeln!(out, "    {} = {} ({})", reading.id, said(&reading.says, view.lang), gap.told);
        }
    }
}

fn torn_gap(out: &mut String, gap: &GapRecord, view: &View) {
    let parts = gap.readings.iter().filter(|r| r.agrees > 0).map(|r| format!("{} ({})", r.id, r.agrees));
    let odd = view.odd();
    let told = say::INCONSISTENT.in_(view.lang);
    let _ = writeln!(out, "    {odd}{told}{odd:#}: {}", parts.collect::<Vec<_>>().join(", "));
    for (reading, example) in gap.readings.iter().filter_map(|r| Some((r, r.example.as_ref()?))) {
        example_line(out, &reading.id, &example.address, view);
    }
}

fn precedence(out: &mut String, summary: &Summary, view: &View) {
    if summary.precedence.is_empty() {
        return;
    }
    let (bold, odd) = (view.bold(), view.odd());
    let lang = view.lang;
    let _ = writeln!(out, "\n{bold}{}{bold:#}", say::PRECEDENCE.in_(lang));
    let mut told: BTreeMap<&str, u64> = BTreeMap::new();
    for record in &summary.precedence {
        *told.entry(&record.operation).or_default() += 1;
    }
    let torn = summary.inconsistencies();
    for (operation, pairs) in told {
        let torn: Vec<_> = torn.iter().filter(|(one, _)| one.operation == operation).collect();
        let pairs = say::pairs(pairs - torn.len() as u64, lang);
        let _ = writeln!(out, "  {operation}: {pairs}");
        for (one, other) in torn {
            let told = say::INCONSISTENT.in_(lang);
            let _ = writeln!(out, "    {odd}{told}{odd:#}: {} / {}", one.rule, one.over);
            for record in [one, other] {
                first(out, record, view);
            }
        }
    }
}

fn first(out: &mut String, record: &PrecedenceRecord, view: &View) {
    let what = say::fill(say::GOES_FIRST, view.lang, &[&record.rule, &record.told.to_string()]);
    example_line(out, &what, &record.example.address, view);
}

fn example_line(out: &mut String, what: &str, address: &str, view: &View) {
    let dim = view.dim();
    let _ = writeln!(out, "      {what}  {dim}paystone replay {} {}{dim:#}", shell(address), view.target);
}
