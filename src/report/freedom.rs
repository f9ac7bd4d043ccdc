//! What an implementation does where the documents leave it free: how it reads the gaps, and which of two refusals it puts first.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::engine::{GapRecord, PrecedenceRecord, Summary};

use super::departures;
use super::finding::{Replay, shell};
use super::phrases::{self as say, said};
use super::summary::View;

/// Shows it.
pub(super) fn show(out: &mut String, summary: &Summary, view: &View) {
    gaps(out, &summary.gaps, view);
    precedence(out, summary, view);
    departures::of_a_profile(out, &summary.departures, view);
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
    let (dim, command) = (view.dim(), view.command(Replay::Address(&shell(address))));
    let _ = writeln!(out, "      {what}  {dim}{command}{dim:#}");
}
