//! `open-aweme-customer-service`: text of a web page, in which headings have lost their marks and cells their bars.

use crate::documents::exempt::{Exempt, Reason};
use crate::documents::row::{Row, Section};

/// The headings, in order. Nothing but their wording tells them from other lines.
const HEADINGS: &[&str] = &[
    "语法",
    "参数说明",
    "buyQuantity 说明",
    "orderAmount 说明",
    "goodType 说明",
    "回调成功",
    "回调失败",
    "错误码",
    "扫码体验",
    "代码示例",
    "Bug & Tip",
    "测试说明",
];

const fn exempt(section: &'static str, row: &'static str, reason: Reason) -> Exempt {
    Exempt { section, row, reason }
}

/// The rows that no rule, gap or outcome has to cite.
pub(in crate::documents) const EXEMPT: &[Exempt] = &[
    exempt("", "tt.openAwemeCustomerService", Reason::Heading),
    exempt("", "收藏我的收藏", Reason::NavigationOrAdvertising),
    exempt("", "发起抖音钻石支付", Reason::Heading),
    exempt("", "前提条件", Reason::LostCell),
    exempt("", "业务背景", Reason::SaysNone),
    exempt("", "使用限制", Reason::LostCell),
    exempt("", "注意事项", Reason::LostCell),
    exempt("", "相关教程", Reason::SaysNone),
    exempt("语法", "tt.openAwemeCustomerService(options)", Reason::RestatedElsewhere),
    exempt("参数说明", "属性名", Reason::Heading),
    exempt("goodType 说明", "值", Reason::Heading),
    exempt("回调成功", "属性名", Reason::Heading),
    exempt("回调失败", "属性名", Reason::Heading),
    exempt("错误码", "errCode", Reason::Heading),
    exempt("扫码体验", "无", Reason::SaysNone),
    exempt("代码示例", "道具直购场景", Reason::Heading),
    exempt("代码示例", "游戏币场景", Reason::Heading),
    exempt("测试说明", "方案", Reason::Heading),
    exempt("测试说明", "扫码/真机调试(推荐)", Reason::ToolingAdvice),
];

/// A row of a table begins with a bar and goes on in lines that begin with a space; every other line is a row of its own.
pub(in crate::documents) fn split(text: &str) -> Vec<Section> {
    let mut sections = vec![Section::new("")];
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        if HEADINGS.contains(&line) {
            sections.push(Section::new(line));
            continue;
        }
        let Some(section) = sections.last_mut() else { continue };
        // The capture glued the head of a table to the line before it.
        let (before, table) = line.split_at(line.find('|').unwrap_or(line.len()));
        if !before.trim().is_empty() {
            section.rows.push(Row::line(before));
        }
        if !table.is_empty() {
            let mut row = table.to_owned();
            while let Some(more) = lines.next_if(|l| l.starts_with(' ')) {
                row.push_str(more);
            }
            section.rows.push(Row::of_table(&row));
        }
    }
    let found: Vec<_> = sections.iter().skip(1).map(|s| &*s.heading).collect();
    assert_eq!(found, HEADINGS, "the headings of the document");
    sections.iter().for_each(assert_no_cell_is_lost);
    sections
}

/// The rows of a table have equally many cells, or the splitting went wrong.
fn assert_no_cell_is_lost(section: &Section) {
    for pair in section.rows.windows(2) {
        if let [Row { cells: Some(above), .. }, Row { cells: Some(below), text }] = pair {
            assert_eq!(above.len(), below.len(), "cells of {text:?}");
        }
    }
}

#[test]
fn rows_go_on_in_lines_that_begin_with_a_space_and_heads_are_unglued() {
    let before = "title\n| a | \n \n | \n| b | none | \n";
    let after = "\nglued to it| c | d | \n| 1 | e \n f | \n";
    let sections = split(&(before.to_owned() + &HEADINGS.join(after) + after));
    let cells = |i: usize| sections[i].rows.iter().map(Row::cells).collect::<Vec<_>>();
    assert_eq!(cells(0), [vec!["title"], vec!["a", ""], vec!["b", "none"]]);
    assert_eq!(cells(1), [vec!["glued to it"], vec!["c", "d"], vec!["1", "e  f"]]);
}
