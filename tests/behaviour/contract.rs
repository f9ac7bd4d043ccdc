//! What no case shows: each operation, and each rule of it, as it is declared.

use std::fmt::Write;

use md5::{Digest, Md5};
use paystone::api::OPERATIONS;
use paystone::ground::Value;
use paystone::spec::{About, Check, Event, Kind, Lang, Operation, Rule, Source};

use super::{hex, snapshot};

#[test]
fn the_contract_reads_as_it_read() {
    let mut text = String::new();
    for operation in OPERATIONS {
        let (name, role) = (operation.name, operation.role.name());
        let _ = writeln!(text, "{name}: {role}, decided by {}; {}", deciding(operation), declared(operation));
        for rule in operation.rules {
            let _ = writeln!(text, "  {}", declaration(rule));
        }
    }
    snapshot("contract", &text);
}

/// The events that decide how a step ended.
fn deciding(operation: &Operation) -> String {
    let events = Kind::ALL.into_iter().flat_map(|kind| {
        let names: &[&str] =
            if kind.has_name() { &["success", "fail", "complete", "pay", "error"] } else { &[""] };
        names.iter().map(move |name| Event { name: (*name).into(), ..Event::new(kind, Value::Undefined) })
    });
    let deciding = events.filter(|event| (operation.decides)(event));
    list(deciding.map(|event| format!("{} {}", event.kind.name(), event.name).trim_end().to_owned()))
}

fn declared(operation: &Operation) -> String {
    let mut digest = Md5::new();
    digest.update(format!("{:?} {} {}", operation.says, (operation.input)(), (operation.result)()));
    for fact in operation.facts {
        digest.update(format!("{} {:?} {:?} {:?}", fact.name, fact.says, fact.plain, fact.range));
    }
    digest.update(format!("{:?}", operation.gaps));
    hex(digest)
}

fn declaration(rule: &Rule) -> String {
    let mut words = Md5::new();
    words.update(format!("{} {} {:?}", rule.says.in_(Lang::En), rule.says.in_(Lang::Zh), rule.cites));
    let mut text = format!("{} {} {} since {}", rule.id, rule.force.name(), rule.basis.name(), rule.since);
    let _ = write!(text, "; about {}; ", list(rule.depends_on().into_iter().map(about)));
    text += &check(rule);
    for waiver in rule.waivers {
        let _ = write!(text, "; waived by {} {}", waiver.gap.id, waiver.readings.join("|"));
    }
    let _ = write!(text, "; words {}", hex(words));
    text
}

fn about(about: About) -> String {
    match about {
        About::Fact(fact) => format!("world.{}", fact.name),
        About::Field(field) => format!("input.{}", field.join(".")),
        About::History => "history".to_owned(),
    }
}

fn check(rule: &Rule) -> String {
    match &rule.check {
        Check::Demand(demand, refusals) => {
            let refused = refusals.iter().map(|refusal| {
                let (Source::Row(row) | Source::Made(row, _)) = &refusal.source;
                let under = refusal.under.map(|(gap, reading)| format!(" under {}={reading}", gap.id));
                format!("{}{}", row.id, under.unwrap_or_default())
            });
            format!("demand {}, refused by {}", list(demand.literals()), list(refused))
        }
        Check::Promise(promise) => {
            let whole = promise.part_of.map(|whole| format!(", part of {}", whole.id));
            let field = promise.field.map(|field| format!(", in {field}"));
            let needs = list(promise.needs.iter().map(|kind| kind.name().to_owned()));
            format!("promise that needs {needs}{}{}", whole.unwrap_or_default(), field.unwrap_or_default())
        }
        Check::Produced(_) => "produced".to_owned(),
    }
}

fn list(texts: impl IntoIterator<Item = String>) -> String {
    format!("[{}]", texts.into_iter().collect::<Vec<_>>().join(", "))
}
