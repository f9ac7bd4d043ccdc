//! How known findings read: one line each, those that fail the run first.

use std::fmt::Write;

use crate::engine::{Class, KnownRecord, KnownState, Summary};

use super::phrases::{self as say, said};
use super::printable::printable;
use super::summary::View;

/// Shows what became of the known findings.
pub(super) fn show(out: &mut String, summary: &Summary, view: &View) {
    if summary.known.is_empty() {
        return;
    }
    let bold = view.bold();
    let _ = writeln!(out, "\n{bold}{}{bold:#}", say::KNOWN.in_(view.lang));
    let (fail, pass): (Vec<_>, Vec<_>) = summary.known.iter().partition(|known| known.fails());
    for known in fail.into_iter().chain(pass) {
        line(out, known, view);
    }
}

fn line(out: &mut String, known: &KnownRecord, view: &View) {
    let (lang, dim, finding) = (view.lang, view.dim(), &known.finding);
    let day = finding.expires.as_deref().unwrap_or_default();
    let state = match known.state {
        KnownState::Occurs => say::OCCURS.in_(lang).to_owned(),
        KnownState::Gone => say::GONE.in_(lang).to_owned(),
        KnownState::Expired => say::fill(say::EXPIRED, lang, &[day]),
        KnownState::Stray => say::STRAY.in_(lang).to_owned(),
        KnownState::NotTried => say::fill(say::NOT_TRIED, lang, &[said(&known.why, lang)]),
    };
    let style = if known.fails() { view.bad() } else { dim };
    let first = finding.suspects.first();
    let breach = match (finding.class, first) {
        (Class::WrongAnswer, Some(suspect)) => say::breach(&suspect.breach),
        (class, _) => say::class(class),
    };
    let name = first.map_or(&finding.operation, |suspect| &suspect.rule);
    let link = finding.link.as_ref().map_or_else(String::new, |link| format!(" ({})", printable(link)));
    let (name, reason) = (printable(name), printable(&finding.reason));
    let _ = writeln!(out, "  {style}{state}{style:#}: {name}  {}: {reason}{link}", breach.in_(lang));
    if known.fails() {
        let _ = writeln!(out, "    {dim}{}{dim:#}", short(&finding.outcome));
    }
}

/// An outcome, not longer than a reader takes in.
fn short(outcome: &str) -> String {
    const MOST: usize = 200;
    let text = printable(outcome);
    if text.chars().count() <= MOST { text } else { text.chars().take(MOST).chain("...".chars()).collect() }
}
