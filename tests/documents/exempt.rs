//! Why a row of a document need not be cited: a closed list of reasons, each with what it may be given for.

use super::row::Row;

/// A row that nothing has to cite.
#[derive(Debug)]
pub(super) struct Exempt {
    /// The heading of its section.
    pub(super) section: &'static str,
    /// Its first cell, or how its line begins.
    pub(super) row: &'static str,
    /// Why.
    pub(super) reason: Reason,
}

/// The reasons there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reason {
    /// A title, or the names of a table's columns.
    Heading,
    /// It leads elsewhere, or praises.
    NavigationOrAdvertising,
    /// The capture lost what it said.
    LostCell,
    /// It says that there is nothing to say.
    SaysNone,
    /// Another row, which is cited, says the same.
    RestatedElsewhere,
    /// It tells how to use the tools around the interface.
    ToolingAdvice,
}

/// Words by which a row demands something.
const DEMANDING: &[&str] =
    &["必须", "必传", "至少", "至多", "不能", "不得", "小于", "大于", "不超过", "以上才"];

impl Reason {
    /// Why it may not be given for a row, if it may not. A digit may belong to a code, a bound or a version: such a row is used.
    pub(super) fn refuses(self, row: &Row) -> Option<String> {
        if row.text.contains(|c: char| c.is_ascii_digit()) {
            return Some("it holds a code, a bound or a version".to_owned());
        }
        if let Some(word) = DEMANDING.iter().find(|word| row.text.contains(**word)) {
            return Some(format!("it demands something: {word}"));
        }
        let cells = row.cells();
        let beside = &cells[cells.len().min(1)..];
        match self {
            Self::LostCell if beside.is_empty() || beside.iter().any(|c| !c.is_empty()) => {
                Some("something is left of it".to_owned())
            }
            Self::SaysNone if cells.last() != Some(&"无") => Some("it says something".to_owned()),
            _ => None,
        }
    }
}

#[test]
fn a_reason_is_not_taken_for_rows_that_state_something() {
    let refused = |reason: Reason, text| reason.refuses(&Row::of_table(text)).is_some();
    assert!(refused(Reason::Heading, "| -15002 | x |"));
    assert!(refused(Reason::ToolingAdvice, "| a | since 2.64.0 |"));
    assert!(refused(Reason::RestatedElsewhere, "| a | 必传 |"));
    assert!(refused(Reason::LostCell, "| a | b |") && !refused(Reason::LostCell, "| a |  |"));
    assert!(refused(Reason::SaysNone, "| a | b |") && !refused(Reason::SaysNone, "| a | 无 |"));
}
