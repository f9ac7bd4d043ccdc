//! A run without secrets. Only what comes from cases and from implementations can hold one; our own words stay as they are.

use serde_json::Value as Json;

use crate::engine::{Departure, Secrets, Summary};

/// The members of a case that are long enough to be taken for a secret.
const OURS: [&str; 2] = ["operation", "payment_secret"];

/// A run without secrets.
pub fn redact(mut summary: Summary, secrets: &Secrets) -> Summary {
    let hide = |text: &mut String| *text = secrets.hide(text);
    let json = |json: &mut Json| hide_json(json, secrets);
    let Summary { run, rules, gaps, precedence, departures, findings, known, end } = &mut summary;
    hide(&mut run.implementation);
    hide(&mut run.version);
    run.capabilities.pins.values_mut().for_each(hide);
    let examples = gaps.iter_mut().flat_map(|gap| &mut gap.readings).filter_map(|r| r.example.as_mut());
    let departed = departures.iter_mut().filter_map(Departure::example_mut);
    for example in examples.chain(precedence.iter_mut().map(|p| &mut p.example)).chain(departed) {
        json(&mut example.case);
    }
    for rule in rules {
        hide(&mut rule.why.en);
        hide(&mut rule.why.zh);
    }
    for (why, n) in std::mem::take(&mut end.skipped) {
        *end.skipped.entry(secrets.hide(&why)).or_default() += n;
    }
    if let Some(trouble) = &mut end.trouble {
        hide(&mut trouble.text);
    }
    for finding in findings {
        hide(&mut finding.said);
        hide(&mut finding.group);
        json(&mut finding.case);
        json(&mut finding.got);
        json(&mut finding.shown);
        for change in finding.changes.iter_mut().chain(&mut finding.twin) {
            hide(&mut change.place);
            change.value.as_mut().map(json);
        }
        for allowed in &mut finding.expected {
            json(&mut allowed.events);
        }
    }
    for record in known {
        hide(&mut record.finding.outcome);
        hide(&mut record.finding.reason);
        record.finding.link.as_mut().map(hide);
    }
    // A baseline holds no secret either: what is known is matched with what is told.
    summary.match_known();
    summary
}

/// Hides secrets in the texts and the keys of what a case or an implementation holds.
fn hide_json(json: &mut Json, secrets: &Secrets) {
    match json {
        Json::String(text) => *text = secrets.hide(text),
        Json::Array(items) => items.iter_mut().for_each(|item| hide_json(item, secrets)),
        Json::Object(members) => {
            for (key, mut value) in std::mem::take(members) {
                hide_json(&mut value, secrets);
                // The names that a case is made of are ours, whatever the secret is.
                let key = if OURS.contains(&key.as_str()) { key } else { secrets.hide(&key) };
                members.insert(key, value);
            }
        }
        _ => {}
    }
}
