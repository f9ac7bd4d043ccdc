//! How departures read: gaps that are read in another way, refusals that go first now, and what can no longer be tested.

use std::fmt::Write;

use crate::engine::{Departure, ExampleRecord};

use super::finding::{Replay, shell};
use super::phrases as say;
use super::printable::printable;
use super::summary::View;

/// How a run departs from the profile that it was held to.
pub(super) fn of_a_profile(out: &mut String, departures: &[Departure], view: &View) {
    if departures.is_empty() {
        return;
    }
    let bad = view.bad();
    let _ = writeln!(out, "\n{bad}{}{bad:#}", say::DEPARTURES.in_(view.lang));
    show(out, departures.iter(), view);
}

/// Departures, each with the line that replays it. What goes before many others is told once.
pub(super) fn show<'a>(out: &mut String, departures: impl Iterator<Item = &'a Departure>, view: &View) {
    let lang = view.lang;
    let mut first: Option<(&str, &str)> = None;
    for departure in departures {
        match departure {
            Departure::Reading { gap, was, is, example } => {
                let is = if is.is_empty() { say::INCONSISTENT.in_(lang).to_owned() } else { is.join(", ") };
                let text = say::fill(say::READ_SO, lang, &[gap, &was.join(", "), &is]);
                let _ = writeln!(out, "  {text}");
                if let Some(example) = example {
                    replay(out, example, view);
                }
            }
            Departure::Precedence { operation, rule, over, example } => {
                let is_new = first != Some((operation, rule));
                first = Some((operation, rule));
                if is_new {
                    let _ = writeln!(out, "  {}", say::fill(say::NOW_FIRST, lang, &[operation, rule]));
                }
                let _ = writeln!(out, "    {over}");
                if is_new {
                    replay(out, example, view);
                }
            }
            Departure::Capability { kind, name, lost } => {
                let phrase = if *lost { say::LOST } else { say::GAINED };
                let text = say::fill(phrase, lang, &[say::capability(kind).in_(lang), &printable(name)]);
                let _ = writeln!(out, "  {text}");
            }
        }
    }
}

fn replay(out: &mut String, example: &ExampleRecord, view: &View) {
    let (dim, label) = (view.dim(), say::REPLAY.in_(view.lang));
    let _ =
        writeln!(out, "    {dim}{label}: {}{dim:#}", view.command(Replay::Address(&shell(&example.address))));
}
