//! Every citation stands in its document, and rests on a document of the right standing.

use paystone::api::documents::FACTS;
use paystone::spec::{Basis, Cite};

use super::claims::{all_rules, claims};
use super::library::Library;

#[test]
fn every_citation_stands_in_its_document() {
    let Some(library) = Library::open() else { return };
    let (mut checked, mut wrong) = (0, Vec::new());
    for claim in claims() {
        for cite in claim.cites {
            checked += 1;
            if let Err(why) = stands(&library, cite) {
                wrong.push(format!("{}: {why}", claim.by));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {checked} citations are wrong:\n{}", wrong.len(), wrong.join("\n"));
    println!("{checked} citations stand in their documents");
    assert_ne!(checked, 0);
}

fn stands(library: &Library, cite: &Cite) -> Result<(), String> {
    let (_, row) = library.row(cite)?;
    if !cite.words.is_empty() && row.text.contains(cite.words) {
        return Ok(());
    }
    Err(format!("the row that begins with {:?} does not say {:?}, but: {}", cite.row, cite.words, row.text))
}

#[test]
fn every_rule_cites_something_that_has_its_standing() {
    for rule in all_rules() {
        let from_facts = rule.cites.iter().any(|c| c.document == FACTS);
        let from_documents = rule.cites.iter().any(|c| c.document != FACTS);
        let rests = if rule.basis == Basis::Documented { from_documents } else { from_facts };
        assert!(rests, "{} is {} but cites no source of that standing", rule.id, rule.basis.name());
    }
}

#[test]
fn a_fact_has_the_standing_that_its_row_or_its_heading_names() {
    let Some(library) = Library::open() else { return };
    let mut checked = 0;
    for rule in all_rules().filter(|r| r.basis != Basis::Documented) {
        let named = |cite: &Cite| {
            let (first, rest) = rule.basis.name().split_at(1);
            let capital = first.to_uppercase() + rest;
            let row =
                library.row(cite).is_ok_and(|(_, row)| row.holds(rule.basis.name()) || row.holds(&capital));
            row || cite.section.contains(rule.basis.name())
        };
        let mut facts = rule.cites.iter().filter(|c| c.document == FACTS);
        assert!(facts.any(named), "{}: no fact that it cites is called {}", rule.id, rule.basis.name());
        checked += 1;
    }
    println!("{checked} rules that rest on facts have the standing of what they cite");
    assert_ne!(checked, 0);
}
