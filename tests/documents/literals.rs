//! Every literal of a rule or an outcome stands in a row that it cites.

use paystone::api::diamond::TIERS;
use paystone::ground::Version;
use paystone::spec::{Cite, Demand, Outcome, Rule, Shape};

use super::claims::{all_outcomes, all_rules};
use super::library::Library;
use super::row::Row;

#[test]
fn every_literal_of_a_rule_stands_in_a_row_that_it_cites() {
    let Some(library) = Library::open() else { return };
    let (mut checked, mut missing) = (0, Vec::new());
    for rule in all_rules() {
        let rows = cited(&library, rule.cites);
        for (literal, stands) in literals(rule, &rows) {
            checked += 1;
            if !stands {
                missing.push(format!("{}: no row that it cites holds {literal}", rule.id));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
    println!("{checked} literals of rules stand in the rows that they cite");
    assert_ne!(checked, 0);
}

/// The literals of a rule, its first version among them, each with whether some row holds it.
fn literals(rule: &Rule, rows: &[&Row]) -> Vec<(String, bool)> {
    let in_some_row = |literal: String| {
        // Documents write a version with three parts or with four.
        let longer = literal.parse::<Version>().is_ok_and(|_| literal.matches('.').count() == 2);
        let holds = |row: &&Row| row.holds(&literal) || (longer && row.holds(&format!("{literal}.0")));
        let stands = rows.iter().any(holds);
        (literal, stands)
    };
    let since = (rule.since != Version([0; 4])).then(|| rule.since.to_string());
    let mut all: Vec<_> = since.into_iter().map(in_some_row).collect();
    match rule.demand() {
        // The name and the type must stand in one row, or another parameter's type would do.
        Some(Demand::Typed([.., name], wanted)) => {
            let row = rows.iter().any(|row| row.is_named(name) && row.cells().contains(&wanted.name()));
            all.push((format!("{name}: {}", wanted.name()), row));
        }
        Some(demand) => all.extend(demand.literals().into_iter().map(in_some_row)),
        None => {}
    }
    all
}

#[test]
fn every_literal_of_an_outcome_stands_in_the_row_that_it_cites() {
    let Some(library) = Library::open() else { return };
    let mut checked = 0;
    for outcome in all_outcomes().iter().filter(|o| !o.cites.is_empty()) {
        let rows = cited(&library, outcome.cites);
        for literal in shapes(outcome) {
            assert!(
                rows.iter().all(|row| row.holds(&literal)),
                "outcome {}: {literal:?} is not there",
                outcome.id
            );
            checked += 1;
        }
    }
    println!("{checked} literals of outcomes stand in the rows that they cite");
    assert_ne!(checked, 0);
}

fn shapes(outcome: &Outcome) -> Vec<String> {
    let fields = outcome.seen.iter().flat_map(|seen| seen.fields.iter());
    let literal = |(_, shape): &(&str, Shape)| match shape {
        Shape::Number(n) => Some(n.to_string()),
        Shape::Text(t) | Shape::TextFrom(t) => Some(t.to_string()),
        _ => None,
    };
    fields.filter_map(literal).collect()
}

#[test]
fn the_price_tiers_are_those_of_their_row_in_order() {
    let Some(library) = Library::open() else { return };
    let rule =
        all_rules().find(|r| r.id == "diamond/buy-quantity/price-tier").expect("the rule about price tiers");
    let rows = cited(&library, rule.cites);
    let row =
        rows.iter().find(|row| row.is_named("限定价格等级(单位:元)")).expect("the row of the price tiers");
    let documented: Vec<_> = row.cells()[1].split_whitespace().collect();
    assert_eq!(documented.len(), 30);
    assert_eq!(TIERS.iter().map(i64::to_string).collect::<Vec<_>>(), documented);
    assert_eq!(rule.demand().map(Demand::literals).unwrap_or_default(), documented);
}

/// The rows that are cited. Wrong citations fail elsewhere.
fn cited<'a>(library: &'a Library, cites: &[Cite]) -> Vec<&'a Row> {
    cites.iter().filter_map(|cite| library.row(cite).ok()).map(|(_, row)| row).collect()
}
