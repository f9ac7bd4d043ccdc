//! What a document consists of: sections, and in them rows of tables and lines of text.

/// What stands under one heading.
#[derive(Debug)]
pub(super) struct Section {
    /// The heading, as the document has it; empty for what comes before the first one.
    pub(super) heading: String,
    /// Its rows.
    pub(super) rows: Vec<Row>,
}

/// A row of a table, or a line of text with the lines that continue it.
#[derive(Debug)]
pub(super) struct Row {
    /// The whole of it.
    pub(super) text: String,
    /// Its cells, if it is a row of a table.
    pub(super) cells: Option<Vec<String>>,
}

impl Section {
    /// A section without rows.
    pub(super) fn new(heading: &str) -> Self {
        Self { heading: heading.to_owned(), rows: Vec::new() }
    }

    /// The place of the row with this name: the citation of a name that two rows share would pin neither.
    pub(super) fn find(&self, name: &str) -> Result<usize, String> {
        // A line that is just the name goes before lines that begin with it.
        if let Some(whole) = self.rows.iter().position(|row| row.cells.is_none() && row.text == name) {
            return Ok(whole);
        }
        let mut found = self.rows.iter().enumerate().filter(|(_, row)| row.is_named(name));
        match (found.next(), found.next()) {
            (Some((i, _)), None) if !name.is_empty() => Ok(i),
            (None, _) => Err(format!("no row of section {:?} begins with {name:?}", self.heading)),
            _ => Err(format!("more than one row of section {:?} begins with {name:?}", self.heading)),
        }
    }
}

impl Row {
    /// A line.
    pub(super) fn line(text: &str) -> Self {
        Self { text: text.to_owned(), cells: None }
    }

    /// A row of a table, its lines joined: cells between bars.
    pub(super) fn of_table(text: &str) -> Self {
        let inner = text.trim().trim_start_matches('|');
        let inner = inner.strip_suffix('|').unwrap_or(inner);
        let cells = inner.split('|').map(|cell| cell.trim().to_owned()).collect();
        Self { text: text.trim().to_owned(), cells: Some(cells) }
    }

    /// Its cells; a line is one.
    pub(super) fn cells(&self) -> Vec<&str> {
        self.cells.as_ref().map_or_else(|| vec![&*self.text], |c| c.iter().map(String::as_str).collect())
    }

    /// Whether this is its first cell, or how its line begins.
    pub(super) fn is_named(&self, name: &str) -> bool {
        match &self.cells {
            Some(cells) => cells.first().is_some_and(|first| first == name),
            None => self.text.starts_with(name),
        }
    }

    /// Whether a literal stands in it as a word of its own: 1 does not stand in -15002, nor 2.64.0 in 12.64.0.
    pub(super) fn holds(&self, literal: &str) -> bool {
        self.text.match_indices(literal).any(|(i, _)| {
            let before = self.text[..i].chars().next_back();
            let mut rest = self.text[i + literal.len()..].chars();
            let (after, next) = (rest.next(), rest.next());
            let after_point = literal.starts_with(|c: char| c.is_ascii_digit()) && before == Some('.');
            let opens = !literal.starts_with(is_word) || !(before.is_some_and(is_word) || after_point);
            let closes = !literal.ends_with(is_word) || !after.is_some_and(is_word);
            let counts = literal.ends_with(|c: char| c.is_ascii_digit());
            let goes_on = counts && after == Some('.') && next.is_some_and(|c| c.is_ascii_digit());
            opens && closes && !goes_on
        })
    }
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '-'
}

#[test]
fn a_literal_is_a_word_of_its_own() {
    let row = Row::of_table("| -15002 | 20000 | x 长度限制小于等于10个字符 | since 2.64.0 | |");
    assert_eq!(row.cells(), ["-15002", "20000", "x 长度限制小于等于10个字符", "since 2.64.0", ""]);
    assert!(["-15002", "20000", "10", "2.64.0", "since"].iter().all(|literal| row.holds(literal)));
    assert!(
        !["15002", "1", "2", "0", "2.64", "64.0", "2000", "since 2", "nothing"].iter().any(|s| row.holds(s))
    );
}

#[test]
fn a_row_is_found_by_its_first_cell_and_a_line_by_how_it_begins() {
    let rows = vec![
        Row::of_table("| 1 | one |"),
        Row::of_table("| 10 | ten |"),
        Row::line("1. once"),
        Row::line("2. twice"),
    ];
    let section = Section { heading: "numbers".to_owned(), rows };
    assert_eq!(section.find("10"), Ok(1));
    assert_eq!(section.find("2."), Ok(3));
    assert!(section.find("1").is_err(), "a cell and a line share the name");
    assert!(section.find("one").is_err());
    assert!(section.find("").is_err());
}
