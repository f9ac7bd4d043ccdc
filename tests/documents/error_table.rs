//! The error table and the outcomes say the same, in both directions.

use paystone::api::diamond::outcomes::{MISTYPED, ROWS, mistyped};
use paystone::api::documents::{DIAMOND, PAY_BUTTON};
use paystone::api::pay_button::outcomes as button;
use paystone::ground::{Type, Version};
use paystone::spec::{Force, Outcome, Refusal, Rule, Shape};

use super::claims::all_rules;
use super::library::Library;

const SECTION: &str = "错误码";

#[test]
fn the_outcomes_are_the_rows_of_the_error_table_field_by_field() {
    let Some(library) = Library::open() else { return };
    let (_, section) = library.section(DIAMOND, SECTION).unwrap();
    let (head, rows) = section.rows.split_first().expect("a table");
    assert_eq!(head.cells(), ["errCode", "errNo", "errMsg", "说明", "最低基础库版本"]);
    let documented: Vec<_> = rows.iter().map(|row| row.cells()[..3].join(" | ")).collect();
    let modelled: Vec<_> = ROWS.iter().map(|outcome| fields(outcome)).collect();
    assert_eq!(modelled, documented);
    for (outcome, row) in ROWS.iter().zip(rows) {
        assert_eq!(outcome.id, row.cells()[0]);
    }
    println!("{} rows of the error table are outcomes", rows.len());
    assert_ne!(rows.len(), 0);
}

#[test]
fn the_errors_of_the_button_are_the_rows_of_its_table() {
    let Some(library) = Library::open() else { return };
    let (_, section) = library.section(PAY_BUTTON, "bind:error 报错信息").unwrap();
    let documented: Vec<_> = section.rows[2..].iter().map(|row| row.cells()[0]).collect();
    let number = |outcome: &Outcome| match &*outcome.seen {
        [seen] if seen.name == "error" => match &*seen.fields {
            [("detail.errNo", Shape::Number(n))] => n.to_string(),
            other => panic!("{} is seen as {other:?}", outcome.id),
        },
        other => panic!("{} is seen as {other:?}", outcome.id),
    };
    let modelled: Vec<_> = button::ROWS.iter().map(|outcome| number(outcome)).collect();
    assert_eq!(modelled, documented);
    assert!(button::ROWS.iter().all(|outcome| number(outcome) == outcome.id));
    println!("{} rows of the error table of the button are outcomes", documented.len());
}

/// Code, number and text. The row of the type errors shows the text of one call; the outcome made for that call is compared.
fn fields(outcome: &Outcome) -> String {
    let made = (*outcome == MISTYPED).then(|| mistyped("buyQuantity", Type::Number, Type::Undefined));
    let seen = &made.as_ref().unwrap_or(outcome).seen;
    let [seen] = &**seen else { panic!("{} ends in more than one event", outcome.id) };
    assert_eq!(seen.name, "fail");
    let field = |wanted: &str| match seen.fields.iter().find(|(name, _)| *name == wanted) {
        Some((_, Shape::Number(n))) => n.to_string(),
        Some((_, Shape::Text(t))) => t.to_string(),
        other => panic!("{wanted} of {} is not pinned, but {other:?}", outcome.id),
    };
    ["errCode", "errNo", "errMsg"].map(field).join(" | ")
}

#[test]
fn no_rule_refuses_with_a_row_below_the_version_of_the_row() {
    let Some(library) = Library::open() else { return };
    let mut checked = 0;
    for rule in all_rules() {
        for refusal in rule.refusals().iter().filter(|r| is_listed(r)) {
            let (_, row) = library.row(&refusal.row_of().cites[0]).unwrap();
            let mut versions = row.cells().into_iter().filter(|cell| cell.contains('.'));
            let first = versions.find_map(|cell| cell.parse::<Version>().ok()).expect("a version");
            assert!(rule.since >= first, "{} refuses with {} below {first}", rule.id, refusal.row_of().id);
            checked += 1;
        }
    }
    println!("{checked} refusals are in force from the version of their row");
    assert_ne!(checked, 0);
}

#[test]
fn every_row_of_the_error_table_is_a_refusal_of_some_rule() {
    for row in ROWS.iter().chain(button::ROWS) {
        let used = |rule: &Rule| rule.refusals().iter().any(|r| std::ptr::eq(r.row_of(), *row));
        assert!(all_rules().any(used), "no rule refuses with {}", row.id);
    }
}

#[test]
fn a_refusal_that_no_row_names_stands_only_in_a_gap() {
    for rule in all_rules() {
        // What a document only asks for may be refused in any way: it is no more than a warning to accept it.
        let invented = |r: &Refusal| {
            let in_a_gap = r.under.is_some() || !rule.waivers.is_empty();
            r.row_of().cites.is_empty() && !in_a_gap && rule.force == Force::Must
        };
        assert!(!rule.refusals().iter().any(invented), "{} invents a refusal", rule.id);
    }
}

#[test]
fn a_refusal_outside_the_gaps_is_cited_by_its_rule() {
    for rule in all_rules() {
        let rows = || ROWS.iter().chain(button::ROWS);
        let listed = |r: &&Refusal| rows().any(|row| std::ptr::eq(*row, r.row_of()));
        for refusal in rule.refusals().iter().filter(listed).filter(|r| r.under.is_none()) {
            let row = refusal.row_of();
            let same_row =
                rule.cites.iter().any(|c| (c.section, c.row) == (row.cites[0].section, row.cites[0].row));
            assert!(same_row, "{} refuses with {} but does not cite its row", rule.id, row.id);
        }
    }
}

fn is_listed(refusal: &Refusal) -> bool {
    ROWS.iter().any(|row| std::ptr::eq(*row, refusal.row_of()))
}
