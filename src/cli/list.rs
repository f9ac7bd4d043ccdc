//! `paystone list`: rules, gaps, cases, operations.

use serde_json::{Value as Json, json};

use crate::api::{self, OPERATIONS};
use crate::engine::{Address, Aim, CiteRecord, Goal, Plan, Selection, gaps_asked, gaps_named};
use crate::ground::Version;
use crate::spec::{Capabilities, Lang, Operation, Rule, Words};

use super::args::{Format, LangArg, ListArgs, Listed};
use super::exit::{Exit, Failure};
use super::out::say;
use super::run::{operations, selection};

/// Lists it.
pub(super) fn list(args: &ListArgs, lang: LangArg) -> Result<Exit, Failure> {
    let operations = operations(&args.operation)?;
    let selection = selection(&args.rules, &operations)?;
    let rows: Vec<Row> = match args.what {
        Listed::Operations => operations.iter().map(|o| operation_row(o)).collect(),
        Listed::Gaps => gap_rows(&operations, &selection),
        Listed::Rules => api::rules()
            .into_iter()
            .filter(|(rule, of)| selection.has(rule.id) && of.iter().any(|o| operations.contains(o)))
            .map(|(rule, of)| rule_row(rule, &of))
            .collect(),
        Listed::Cases => operations.iter().flat_map(|o| case_rows(o, &|id| selection.has(id))).collect(),
    };
    for row in &rows {
        match args.format {
            Format::Json => say!("{}", row.json),
            Format::Terminal => say!("{}  {}", row.id, row.says(lang.into())),
        }
    }
    Ok(Exit::Success)
}

struct Row {
    id: String,
    en: String,
    zh: String,
    json: Json,
}

impl Row {
    fn new(id: impl Into<String>, says: Words, json: Json) -> Self {
        Self { id: id.into(), en: says.en.to_owned(), zh: says.zh.to_owned(), json }
    }

    fn says(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Zh => &self.zh,
        }
    }
}

fn says(words: Words) -> Json {
    json!({ "en": words.en, "zh": words.zh })
}

fn operation_row(operation: &Operation) -> Row {
    let facts: Vec<_> = operation.facts.iter().map(|f| f.name).collect();
    let json = json!({
        "operation": operation.name, "api": operation.api, "role": operation.role.name(),
        "says": says(operation.says), "facts": facts, "rules": operation.rules.len(),
    });
    Row::new(operation.name, operation.says, json)
}

/// A rule with everything that a reader of the list may want.
fn rule_row(rule: &'static Rule, of: &[&'static Operation]) -> Row {
    let cites: Vec<_> = rule.cites.iter().map(CiteRecord::from).collect();
    let mut gaps: Vec<_> = gaps_named(rule).map(|gap| gap.id).collect();
    gaps.dedup();
    let json = json!({
        "rule": rule.id,
        "says": says(rule.says),
        "cites": cites,
        "force": rule.force.name(),
        "standing": rule.basis.name(),
        "since": (rule.since != Version([0; 4])).then(|| rule.since.to_string()),
        "asks": if rule.demand().is_some() { "caller" } else { "implementation" },
        "operations": of.iter().map(|o| o.name).collect::<Vec<_>>(),
        "refusals": rule.refusals().iter().map(|r| r.row_of().id).collect::<Vec<_>>(),
        "gaps": gaps,
    });
    Row::new(rule.id, rule.says, json)
}

/// The gaps of some operations; where only some rules are selected, those that these ask about.
fn gap_rows(operations: &[&'static Operation], selection: &Selection) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let of = |operation: &&'static Operation| match selection.rules {
        Some(_) => gaps_asked(operation, |rule| selection.has(rule)),
        None => operation.gaps.to_vec(),
    };
    for gap in operations.iter().flat_map(of) {
        if rows.iter().any(|r| r.id == gap.id) {
            continue;
        }
        let readings: Vec<_> =
            gap.readings.iter().map(|r| json!({ "id": r.id, "says": says(r.says) })).collect();
        let cites: Vec<_> = gap.cites.iter().map(CiteRecord::from).collect();
        let json = json!({ "gap": gap.id, "says": says(gap.says), "cites": cites, "readings": readings });
        rows.push(Row::new(gap.id, gap.says, json));
    }
    rows
}

fn case_rows(operation: &'static Operation, selected: &dyn Fn(&str) -> bool) -> Vec<Row> {
    let plan = Plan::new(operation, &Capabilities::everything("list", OPERATIONS));
    let mut rows = Vec::new();
    for (index, planned) in plan.sweep.iter().enumerate() {
        let rule = planned.rule.map(|r| operation.rules[r]);
        if rule.is_some_and(|r| !selected(r.id)) {
            continue;
        }
        let Some(case) = plan.swept(index) else { continue };
        let address =
            Address { seed: 1, operation: operation.name.to_owned(), aim: Aim::Sweep, index: index as u64 };
        let (goal, zh) = match planned.goal {
            Goal::Plain => ("plain", "合法基准"),
            Goal::Edge => ("edge", "边界"),
            Goal::Break => ("break", "违反"),
            Goal::Opening => ("opening", "空白"),
        };
        let id = rule.map_or("", |r| r.id);
        let mut json = case.to_json();
        json["address"] = address.to_string().into();
        json["goal"] = goal.into();
        json["rule"] = rule.map(|r| r.id).into();
        rows.push(Row {
            id: address.to_string(),
            en: format!("{goal} {id}"),
            zh: format!("{zh} {id}"),
            json,
        });
    }
    rows
}
