//! `paystone explain`: what a rule, a gap or an error code says, where, and with live examples.

use crate::api::{self, OPERATIONS};
use crate::engine::{Goal, Plan, gaps_named};
use crate::ground::Version;
use crate::report::{force, standing};
use crate::spec::{
    Capabilities, Case, Change, Cite, Gap, Lang, Model, Operation, Outcome, Place, Rule, Shape, Step, World,
    differences,
};

use super::args::{ExplainArgs, LangArg};
use super::exit::{Exit, Failure};
use super::out::say;

/// Explains it.
pub(super) fn explain(args: &ExplainArgs, lang: LangArg) -> Result<Exit, Failure> {
    let lang = lang.into();
    let what = args.what.as_str();
    let rules = api::rules();
    if let Some((rule, operations)) = rules.iter().find(|(rule, _)| rule.id == what) {
        return explain_rule(rule, operations, lang).map(|()| Exit::Success);
    }
    if let Some(gap) = api::gaps().into_iter().find(|g| g.id == what) {
        return explain_gap(gap, lang).map(|()| Exit::Success);
    }
    let rows = rows();
    let refused =
        |row: &'static Outcome| rules.iter().map(|(rule, _)| *rule).filter(move |r| refuses_so(r, row));
    if let Some(row) = rows.iter().find(|row| row.id == what) {
        return explain_code(row, refused(row), lang).map(|()| Exit::Success);
    }
    let numbered: Vec<_> = rows.iter().filter(|row| has_number(row, what)).collect();
    if !numbered.is_empty() {
        for row in numbered {
            explain_code(row, refused(row), lang)?;
        }
        return Ok(Exit::Success);
    }
    let near: Vec<_> = rules.iter().map(|(r, _)| r.id).filter(|id| id.contains(what)).take(5).collect();
    let hint = if near.is_empty() { String::new() } else { format!("; did you mean {}?", near.join(", ")) };
    Err(Failure::usage(format!(
        "`{what}` is no rule, no gap and no error code{hint}\n`paystone list rules` and `paystone list gaps` name them"
    )))
}

/// The rows of the error tables, each once, in the order of the rules that are refused so.
fn rows() -> Vec<&'static Outcome> {
    let mut rows: Vec<&'static Outcome> = Vec::new();
    for refusal in api::rules().into_iter().flat_map(|(rule, _)| rule.refusals()) {
        let row = refusal.row_of();
        if !row.cites.is_empty() && !rows.iter().any(|known| std::ptr::eq(*known, row)) {
            rows.push(row);
        }
    }
    rows
}

fn refuses_so(rule: &Rule, row: &Outcome) -> bool {
    rule.refusals().iter().any(|refusal| std::ptr::eq(refusal.row_of(), row))
}

/// Whether a row carries a number besides its own code, as `errNo` is one.
fn has_number(row: &Outcome, what: &str) -> bool {
    let is_it = |shape: &Shape| matches!(shape, Shape::Number(n) if n.to_string() == what);
    row.seen.iter().flat_map(|seen| seen.fields.iter()).any(|(_, shape)| is_it(shape))
}

fn word(lang: Lang, en: &'static str, zh: &'static str) -> &'static str {
    if lang == Lang::Zh { zh } else { en }
}

fn cites(cites: &[Cite]) -> Result<(), Failure> {
    for cite in cites {
        let section = if cite.section.is_empty() { String::new() } else { format!(" > {}", cite.section) };
        say!("  {}{section} > {}: {}", cite.document, cite.row, cite.words);
    }
    Ok(())
}

fn explain_rule(rule: &'static Rule, operations: &[&'static Operation], lang: Lang) -> Result<(), Failure> {
    let names: Vec<_> = operations.iter().map(|o| o.name).collect();
    say!("{}  ({}, {})", rule.id, force(rule.force.name(), lang), standing(rule.basis.name(), lang));
    say!("  {}", rule.says.in_(lang));
    say!("  {}: {}", word(lang, "operations", "操作"), names.join(", "));
    if rule.since != Version([0; 4]) {
        say!("  {}: {}", word(lang, "from base library", "最低基础库"), rule.since);
    }
    cites(rule.cites)?;
    for refusal in rule.refusals() {
        let under =
            refusal.under.map_or_else(String::new, |(gap, reading)| format!("  [{} = {reading}]", gap.id));
        say!("  {}: {}{under}", word(lang, "else", "否则"), refusal.row_of().says.in_(lang));
    }
    for waiver in rule.waivers {
        say!(
            "  {}: {} = {}",
            word(lang, "kept under the reading", "按以下读法视为遵守"),
            waiver.gap.id,
            waiver.readings.join(", ")
        );
    }
    for operation in operations {
        examples(rule, operation, lang)?;
    }
    Ok(())
}

/// Edges, breaks and openings of a rule, with what the model answers.
fn examples(rule: &'static Rule, operation: &'static Operation, lang: Lang) -> Result<(), Failure> {
    const MOST: usize = 4;
    let capabilities = Capabilities::everything("model", OPERATIONS);
    let plan = Plan::new(operation, &capabilities);
    let model = Model::faithful(capabilities);
    let goals = [
        (Goal::Edge, word(lang, "keeps it by a hair", "刚好遵守")),
        (Goal::Break, word(lang, "breaks it", "违反")),
        (Goal::Opening, word(lang, "falls into a gap", "落入文档空白")),
    ];
    for (goal, label) in goals {
        let own = |i: &usize| {
            let planned = &plan.sweep[*i];
            planned.goal == goal && planned.rule.is_some_and(|r| operation.rules[r].id == rule.id)
        };
        for case in (0..plan.sweep.len()).filter(own).take(MOST).filter_map(|i| plan.swept(i)) {
            let base = plan.bases().iter().min_by_key(|b| differences(&case, b).len());
            let changes = base.map(|b| differences(&case, b)).unwrap_or_default();
            let now = changes.into_iter().filter(|c| c.place != Place::Step).map(|c| changed(&c, lang));
            let changes: Vec<_> = now.chain(before(&case, lang)).collect();
            let traces = model.traces(&case);
            let ending = traces.last().and_then(|t| t.0.iter().find(|e| (operation.decides)(e)));
            let ending = ending.map_or_else(|| "-".to_owned(), |e| e.to_json().to_string());
            say!("  {label}: {}\n    -> {ending}", changes.join(", "));
        }
    }
    Ok(())
}

fn changed(change: &Change, lang: Lang) -> String {
    match &change.value {
        Some(value) => format!("{} = {}", change.place, crate::ground::to_json(value)),
        None => format!("{} {}", change.place, word(lang, "is not passed", "未传")),
    }
}

/// The steps before the last one, each as what differs there.
fn before(case: &Case, lang: Lang) -> Vec<String> {
    let Some((last, earlier)) = case.steps.split_last() else { return Vec::new() };
    let alone = |step: &Step| Case { world: World::plain(), steps: vec![step.clone()] };
    let told = |step: &Step| {
        let other = differences(&alone(step), &alone(last));
        let other: Vec<_> = other.iter().map(|change| changed(change, lang)).collect();
        match (other.is_empty(), lang) {
            (true, _) => word(lang, "after the same call", "此前已有相同的调用").to_owned(),
            (false, Lang::En) => format!("after a call with {}", other.join(", ")),
            (false, Lang::Zh) => format!("此前已有一次调用, 其中 {}", other.join(", ")),
        }
    };
    earlier.iter().map(told).collect()
}

fn explain_gap(gap: &'static Gap, lang: Lang) -> Result<(), Failure> {
    say!("{}\n  {}", gap.id, gap.says.in_(lang));
    cites(gap.cites)?;
    for reading in gap.readings {
        say!("  {}: {}", reading.id, reading.says.in_(lang));
    }
    for (rule, _) in api::rules().into_iter().filter(|(rule, _)| gaps_named(rule).any(|named| named == gap)) {
        say!("  {}: {}", word(lang, "asked for by", "相关规则"), rule.id);
    }
    Ok(())
}

fn explain_code<'a>(
    row: &'static Outcome,
    rules: impl Iterator<Item = &'a Rule>,
    lang: Lang,
) -> Result<(), Failure> {
    say!("{}\n  {}", row.id, row.says.in_(lang));
    cites(row.cites)?;
    for event in row.example() {
        say!("  {}", event.to_json());
    }
    for rule in rules {
        say!(
            "  {}: {}\n    {}",
            word(lang, "refuses what breaks", "违反以下规则时可如此拒绝"),
            rule.id,
            rule.says.in_(lang)
        );
    }
    Ok(())
}
