//! Every row of a document is cited, or exempt for a reason.

use std::collections::BTreeSet;

use super::claims::claims;
use super::exempt::Exempt;
use super::library::{Library, Place};
use super::row::Row;
use super::sources::{SOURCES, Source};

/// The documents whose every row counts, each with the rows that are exempt.
fn covered() -> impl Iterator<Item = (&'static Source, &'static [Exempt])> {
    SOURCES.iter().filter_map(|source| Some((source, source.exempt?)))
}

#[test]
fn every_row_is_cited_or_exempt() {
    let Some(library) = Library::open() else { return };
    let cited = cited_rows(&library);
    let (mut checked, mut forgotten) = (0, Vec::new());
    for (source, exempt) in covered() {
        let exempt: BTreeSet<Place> =
            exempt.iter().filter_map(|e| Some(find(&library, source, e).ok()?.0)).collect();
        for (s, section) in library.sections(source.id).unwrap().iter().enumerate() {
            for (r, row) in section.rows.iter().enumerate() {
                checked += 1;
                let place = (source.id, s, r);
                if !cited.contains(&place) && !exempt.contains(&place) {
                    forgotten.push(format!("{}, {:?}: {}", source.id, section.heading, row.text));
                }
            }
        }
    }
    assert!(forgotten.is_empty(), "nothing cites these rows:\n{}", forgotten.join("\n"));
    println!("{checked} rows are cited or exempt");
    assert_ne!(checked, 0);
}

#[test]
fn every_exemption_is_of_one_row_that_nothing_cites() {
    let Some(library) = Library::open() else { return };
    let (cited, mut seen) = (cited_rows(&library), BTreeSet::new());
    for (source, exempt) in covered() {
        for exempt in exempt {
            let (place, _) =
                find(&library, source, exempt).unwrap_or_else(|why| panic!("unused exemption: {why}"));
            assert!(!cited.contains(&place), "{exempt:?} is cited all the same");
            assert!(seen.insert(place), "{exempt:?} is exempt twice");
        }
    }
    println!("{} rows are exempt", seen.len());
    assert!(!seen.is_empty());
}

#[test]
fn no_row_with_a_code_a_bound_or_a_version_is_exempt() {
    let Some(library) = Library::open() else { return };
    let mut checked = 0;
    for (source, exempt) in covered() {
        for exempt in exempt {
            let (_, row) = find(&library, source, exempt).unwrap();
            let refused = exempt.reason.refuses(row);
            assert_eq!(refused, None, "{exempt:?} may not be exempt");
            checked += 1;
        }
    }
    assert_ne!(checked, 0);
}

fn cited_rows(library: &Library) -> BTreeSet<Place> {
    let cites = claims().into_iter().flat_map(|claim| claim.cites);
    cites.filter_map(|cite| Some(library.row(cite).ok()?.0)).collect()
}

fn find<'a>(library: &'a Library, source: &Source, exempt: &Exempt) -> Result<(Place, &'a Row), String> {
    let (s, section) = library.section(source.id, exempt.section)?;
    let r = section.find(exempt.row)?;
    Ok(((source.id, s, r), &section.rows[r]))
}
