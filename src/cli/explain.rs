//! `paystone explain`: what a rule, a gap or an error code says, where, and with live examples.

use crate::api::{self, OPERATIONS};
use crate::engine::{Goal, Plan};
use crate::ground::Version;
use crate::spec::{Capabilities, Cite, Gap, Lang, Model, Operation, Outcome, Rule, differences};

use super::args::{ExplainArgs, LangArg};
use super::exit::{Exit, Failure};

/// Explains it.
pub(super) fn explain(args: &ExplainArgs, lang: LangArg) -> Result<Exit, Failure> {
    let lang = lang.into();
    let what = args.what.as_str();
    let rules = api::rules();
    if let Some((rule, operations)) = rules.iter().find(|(rule, _)| rule.id == what) {
        explain_rule(rule, operations, lang);
        return Ok(Exit::Success);
    }
    if let Some(gap) = api::gaps().into_iter().find(|g| g.id == what) {
        explain_gap(gap, lang);
        return Ok(Exit::Success);
    }
    let named = |rule: &&(&'static Rule, Vec<&'static Operation>)| {
        rule.0.refusals().iter().any(|r| r.row_of().id == what && !r.row_of().cites.is_empty())
    };
    let users: Vec<_> = rules.iter().filter(named).collect();
    let Some((first, _)) = users.first() else {
        let near: Vec<_> = rules.iter().map(|(r, _)| r.id).filter(|id| id.contains(what)).take(5).collect();
        let hint =
            if near.is_empty() { String::new() } else { format!("; did you mean {}?", near.join(", ")) };
        return Err(Failure::usage(format!(
            "`{what}` is no rule, no gap and no error code{hint}\n`paystone list rules` and `paystone list gaps` name them"
        )));
    };
    if let Some(row) = first.refusals().iter().map(crate::spec::Refusal::row_of).find(|o| o.id == what) {
        explain_code(row, users.iter().map(|(rule, _)| *rule), lang);
    }
    Ok(Exit::Success)
}

fn word(lang: Lang, en: &'static str, zh: &'static str) -> &'static str {
    if lang == Lang::Zh { zh } else { en }
}

fn cites(cites: &[Cite]) {
    for cite in cites {
        let section = if cite.section.is_empty() { String::new() } else { format!(" > {}", cite.section) };
        println!("  {}{section} > {}: {}", cite.document, cite.row, cite.words);
    }
}

fn explain_rule(rule: &'static Rule, operations: &[&'static Operation], lang: Lang) {
    let names: Vec<_> = operations.iter().map(|o| o.name).collect();
    println!("{}  ({}, {})", rule.id, rule.force.name(), rule.basis.name());
    println!("  {}", rule.says.in_(lang));
    println!("  {}: {}", word(lang, "operations", "操作"), names.join(", "));
    if rule.since != Version([0; 4]) {
        println!("  {}: {}", word(lang, "from base library", "最低基础库"), rule.since);
    }
    cites(rule.cites);
    for refusal in rule.refusals() {
        let under =
            refusal.under.map_or_else(String::new, |(gap, reading)| format!("  [{} = {reading}]", gap.id));
        println!("  {}: {}{under}", word(lang, "else", "否则"), refusal.row_of().says.in_(lang));
    }
    for waiver in rule.waivers {
        println!(
            "  {}: {} = {}",
            word(lang, "kept under the reading", "以下读法视为遵守"),
            waiver.gap.id,
            waiver.readings.join(", ")
        );
    }
    for operation in operations {
        examples(rule, operation, lang);
    }
}

/// Edges, breaks and openings of a rule, with what the model answers.
fn examples(rule: &'static Rule, operation: &'static Operation, lang: Lang) {
    const MOST: usize = 4;
    let capabilities = Capabilities::everything("model", OPERATIONS);
    let plan = Plan::new(operation, &capabilities);
    let model = Model::faithful(capabilities);
    let goals = [
        (Goal::Edge, word(lang, "keeps it by a hair", "恰好遵守")),
        (Goal::Break, word(lang, "breaks it", "违反")),
        (Goal::Opening, word(lang, "falls into a gap", "落入空白")),
    ];
    for (goal, label) in goals {
        let own = |i: &usize| {
            let planned = &plan.sweep[*i];
            planned.goal == goal && planned.rule.is_some_and(|r| operation.rules[r].id == rule.id)
        };
        for case in (0..plan.sweep.len()).filter(own).take(MOST).filter_map(|i| plan.swept(i)) {
            let base = plan.bases().iter().min_by_key(|b| differences(&case, b).len());
            let changes = base.map(|b| differences(&case, b)).unwrap_or_default();
            let changes: Vec<_> = changes
                .iter()
                .map(|c| match &c.value {
                    Some(value) => format!("{} = {}", c.place, crate::ground::to_json(value)),
                    None => format!("{} -", c.place),
                })
                .collect();
            let traces = model.traces(&case);
            let ending = traces.last().and_then(|t| t.0.iter().find(|e| (operation.decides)(e)));
            let ending = ending.map_or_else(|| "-".to_owned(), |e| e.to_json().to_string());
            println!("  {label}: {}\n    -> {ending}", changes.join(", "));
        }
    }
}

fn explain_gap(gap: &'static Gap, lang: Lang) {
    println!("{}\n  {}", gap.id, gap.says.in_(lang));
    cites(gap.cites);
    for reading in gap.readings {
        println!("  {}: {}", reading.id, reading.says.in_(lang));
    }
    let asks = |rule: &Rule| {
        rule.waivers.iter().any(|w| w.gap == gap)
            || rule.refusals().iter().any(|r| r.under.is_some_and(|(g, _)| g == gap))
    };
    for (rule, _) in api::rules().into_iter().filter(|(rule, _)| asks(rule)) {
        println!("  {}: {}", word(lang, "asked for by", "相关规则"), rule.id);
    }
}

fn explain_code<'a>(row: &'static Outcome, rules: impl Iterator<Item = &'a Rule>, lang: Lang) {
    println!("{}\n  {}", row.id, row.says.in_(lang));
    cites(row.cites);
    for event in row.example() {
        println!("  {}", event.to_json());
    }
    for rule in rules {
        println!(
            "  {}: {}\n    {}",
            word(lang, "refuses what breaks", "用于拒绝违反以下规则者"),
            rule.id,
            rule.says.in_(lang)
        );
    }
}
