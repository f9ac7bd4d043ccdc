//! The facts: Markdown, in which every item, paragraph and unindented line is a row, and indented lines continue it.

use crate::documents::row::{Row, Section};

pub(in crate::documents) fn split(text: &str) -> Vec<Section> {
    let mut sections = vec![Section::new("")];
    for line in text.lines().filter(|l| !l.trim().is_empty()) {
        if line.starts_with("## ") {
            sections.push(Section::new(line));
            continue;
        }
        let Some(section) = sections.last_mut() else { continue };
        match section.rows.last_mut() {
            Some(above) if line.starts_with(' ') => {
                above.text.push(' ');
                above.text.push_str(line.trim());
            }
            _ => section.rows.push(Row::line(line.trim_end())),
        }
    }
    sections
}

#[test]
fn wrapped_lines_belong_to_the_item_above() {
    let sections = split("# Title\n\n## One\n1. a\n   b\n2. c\n\nd\ne\n- f\n  g\n\n## Two\nh\n");
    let texts = |i: usize| sections[i].rows.iter().map(|r| r.text.as_str()).collect::<Vec<_>>();
    assert_eq!(sections.iter().map(|s| &*s.heading).collect::<Vec<_>>(), ["", "## One", "## Two"]);
    assert_eq!(texts(0), ["# Title"]);
    assert_eq!(texts(1), ["1. a b", "2. c", "d", "e", "- f g"]);
    assert_eq!(texts(2), ["h"]);
}
