//! `tt-pay`: text of a web page, in which the cells of a table run into each other: name, type, and what is said of it.

use crate::documents::exempt::{Exempt, Reason};
use crate::documents::row::{Row, Section};

/// The headings, in order, each with whether a table stands under it.
const HEADINGS: &[(&str, bool)] = &[
    ("输入", true),
    ("orderInfo 属性如下:", true),
    ("说明:", false),
    ("payChannel 属性如下:", true),
    ("getOrderStatus", false),
    ("success 返回参数说明", true),
    ("fail 返回参数说明", true),
    ("扫码体验", false),
    ("代码示例", false),
];

const TYPES: &[&str] = &["function", "object", "number", "string"];

const fn exempt(section: &'static str, row: &'static str, reason: Reason) -> Exempt {
    Exempt { section, row, reason }
}

/// The rows that no rule, gap or outcome has to cite.
pub(in crate::documents) const EXEMPT: &[Exempt] = &[
    exempt("", "开发", Reason::Heading),
    exempt("", "API", Reason::Heading),
    exempt("", "调起字节跳动小程序收银台支付", Reason::NavigationOrAdvertising),
    exempt("", "支持支付方式", Reason::Heading),
    exempt("", "微信支付、支付宝", Reason::RestatedElsewhere),
    exempt("输入", "属性类型", Reason::Heading),
    exempt("orderInfo 属性如下:", "属性类型", Reason::Heading),
    exempt("payChannel 属性如下:", "属性类型", Reason::Heading),
    exempt("success 返回参数说明", "属性类型", Reason::Heading),
    exempt("fail 返回参数说明", "object 类型", Reason::Heading),
    exempt("fail 返回参数说明", "属性类型", Reason::Heading),
    exempt("扫码体验", "请使用字节宿主APP扫码", Reason::ToolingAdvice),
    exempt("代码示例", "开发者工具中预览", Reason::ToolingAdvice),
    exempt("代码示例", "点击纠错", Reason::NavigationOrAdvertising),
    exempt("代码示例", "评价此篇文档", Reason::NavigationOrAdvertising),
];

/// In a table a line that begins with a name and a type begins a row, and other lines go on with it. A sample is one row. Every other line
/// is a row of its own.
pub(in crate::documents) fn split(text: &str) -> Vec<Section> {
    let mut sections = vec![Section::new("")];
    let mut table = false;
    let mut lines = text.lines().filter(|line| !line.trim().is_empty()).peekable();
    while let Some(line) = lines.next() {
        if let Some((heading, is_table)) = HEADINGS.iter().find(|(heading, _)| *heading == line) {
            sections.push(Section::new(heading));
            table = *is_table;
            continue;
        }
        let Some(section) = sections.last_mut() else { continue };
        if line == "tt.pay({" {
            let mut sample = line.to_owned();
            for more in lines.by_ref() {
                sample.push('\n');
                sample.push_str(more);
                if more == "});" {
                    break;
                }
            }
            section.rows.push(Row::line(&sample));
            continue;
        }
        match (table.then(|| cells(line)).flatten(), section.rows.last_mut()) {
            (Some(cells), _) => section.rows.push(Row { text: cells.join(" | "), cells: Some(cells) }),
            (None, Some(Row { text, cells: Some(_) })) if table => {
                text.push('\n');
                text.push_str(line);
            }
            _ => section.rows.push(Row::line(line)),
        }
    }
    let found: Vec<_> = sections.iter().skip(1).map(|s| &*s.heading).collect();
    let headings: Vec<_> = HEADINGS.iter().map(|(heading, _)| *heading).collect();
    assert_eq!(found, headings, "the headings of the document");
    sections
}

/// The name, the type, and the rest.
fn cells(line: &str) -> Option<Vec<String>> {
    let word = &line[..line.find(|c: char| !c.is_ascii_alphabetic() && c != '_').unwrap_or(line.len())];
    let places = TYPES.iter().filter_map(|kind| Some((word.find(kind).filter(|at| *at > 0)?, kind)));
    let (at, kind) = places.min_by_key(|(at, _)| *at)?;
    let (name, ends) = (&word[..at], at + kind.len());
    Some(vec![name.to_owned(), (*kind).to_owned(), line[ends..].to_owned()])
}

#[test]
fn a_name_and_a_type_that_run_into_each_other_come_apart() {
    assert_eq!(cells("trade_typestring固定值:H5").unwrap(), ["trade_type", "string", "固定值:H5"]);
    assert_eq!(cells("_debugnumber0仅限").unwrap(), ["_debug", "number", "0仅限"]);
    assert_eq!(cells("wx_typestringwx_url 非空").unwrap(), ["wx_type", "string", "wx_url 非空"]);
    assert_eq!(cells("object 类型"), None);
    assert_eq!(cells("service=4 时必传。"), None);
}
