//! `pay-button`: text of a web page whose tables lost their bars: every cell is a line. What begins a row, this file says.

use crate::documents::exempt::{Exempt, Reason};
use crate::documents::row::{Row, Section};

/// A section: its heading in citations, the line that opens it, and how its rows begin. A beginning with `*` is that of a longer line. A line
/// that begins nothing belongs to the row above it.
struct Part(&'static str, &'static str, &'static [&'static str]);

const PARTS: &[Part] = &[
    Part(
        "",
        "",
        &[
            "pay-button 交易按钮(旧版)",
            "收藏",
            "基础库 2.43.0.0*",
            "本文档为旧版*",
            "请移步文档*",
            "前端模板提供了一个入口组件*",
            "使用此组件参考*",
        ],
    ),
    Part(
        "属性说明",
        "属性说明",
        &[
            "属性名",
            "mode",
            "goods-id",
            "goods-type",
            "order-status",
            "order-id",
            "refund-id",
            "refund-total-amount",
            "biz-line",
            "marketing-ready",
            "bind:getextensionpath",
            "bind:getgoodsinfo",
            "bind:placeorder",
            "bind:error",
            "bind:applyrefund",
            "bind:refund",
            "bind:pay",
        ],
    ),
    Part(
        "bind:pay 说明",
        "bind:pay 说明",
        &[
            "继续支付:",
            "立即抢购",
            "/***",
            "事件对象的 detail*",
            "属性名",
            "status",
            "orderId",
            "outOrderNo",
            "result",
        ],
    ),
    Part(
        "bind:pay 说明: result",
        "result 属性说明",
        &["object 类型*", "status 为 success 时:", "属性名", "code", "orderId"],
    ),
    Part("bind:pay 说明: result fail", "status 为 fail 时:", &["属性名", "errMsg"]),
    Part(
        "bind:refund 说明",
        "bind:refund 说明",
        &["// bind:refund 使用示例*", "事件对象的 detail*", "属性名", "status", "result"],
    ),
    Part(
        "bind:refund 说明: result",
        "result 属性说明",
        &["object 类型*", "status 为 success 时:", "属性名", "refundId", "outRefundNo", "orderId"],
    ),
    Part("bind:refund 说明: result fail", "status 为 fail 时:", &["属性名", "errMsg"]),
    Part(
        "bind:applyrefund 说明",
        "bind:applyrefund 说明",
        &[
            "需要返回 promise*",
            "若无需传入 extra 参数*",
            "// bind:applyrefund 使用示例*",
            "事件对象的 detail*",
            "属性名",
            "orderId",
        ],
    ),
    Part(
        "指定金额退款",
        "指定金额退款",
        &[
            "指定金额退时*",
            "itemOrderList 可和其他透传参数*",
            // With the head of its table.
            "itemOrderList 说明",
            "itemOrderId",
            "refundAmount",
            "// bind:applyrefund 指定金额退使用示例*",
        ],
    ),
    Part(
        "bind:getgoodsinfo 说明",
        "bind:getgoodsinfo 说明",
        &[
            "需要返回 promise*",
            "// bind:getgoodsinfo 使用示例*",
            "事件对象的 detail*",
            "属性名",
            "goodsId",
            // With the head of the next table.
            "goodsType",
            "currentPrice",
            "goodsName",
            "goodsPhoto",
            "goodsLabels",
            "minLimits",
            "maxLimits",
            "dateRule",
            "extra",
            "tradeOption",
            "marketingVersion",
        ],
    ),
    Part(
        "GoodsLabel 类型说明",
        "GoodsLabel 类型说明",
        &[
            // With the head of its table.
            "object 类型*",
            "type",
            "value",
            "type 的合法值",
            "EXPIRED_RETURNS",
            "REFUND_ANYTIME",
            "RESERVATION_FREE",
            "REFUNDABLE_DAYS",
            "BOOK_IN_ADVANCE",
            "NON_REFUNDABLE",
        ],
    ),
    Part(
        "GoodsLabel 类型说明: 互斥",
        "最多设置三个标签,并且存在以下互斥关系:",
        &[
            "最多设置三个标签*",
            "REFUND_ANYTIMEREFUNDABLE_DAYS*",
            "RESERVATION_FREEBOOK_IN_ADVANCE*",
            "NON_REFUNDABLEREFUNDABLE_DAYS*",
            "只做展现*",
        ],
    ),
    Part(
        "bind:placeorder 说明",
        "bind:placeorder 说明",
        &[
            "由于在前端模板中*",
            "需要返回 promise*",
            "属性名",
            "goodsId",
            "若无法完成相关逻辑*",
            "userLogin(event)*",
        ],
    ),
    Part(
        "bind:placeorder 说明: detail",
        "事件对象的 detail 为 object 类型,属性如下:",
        &["属性名", "goodsId", "goodsType"],
    ),
    Part(
        "bind:error 说明",
        "bind:error 说明",
        &[
            "当错误发生时触发*",
            "错误原因可能是*",
            "// 错误信息含义*",
            "事件对象的detail*",
            "属性名",
            "errMsg",
            "<pay-button*",
        ],
    ),
    Part("bind:error 报错信息", "bind:error 报错信息", &["errorHandler(event)*", "errNo(错误码)", "NUMBERS"]),
    Part(
        "效果示例",
        "效果示例",
        &[
            "Case 1*",
            "order-status为 0 或不填时",
            "order-status 为 1 时",
            "order-status 为 2、3、4 时",
            "Case 2*",
            "根据 goods-type*",
            "商品库商品:",
            "库存大于 0*",
            "库存等于 0*",
            "非商品库商品:",
            "展示状态*",
            "操作效果:点击后进入提单页*",
            "Case 3*",
            "常用于*",
            "操作效果:点击后进入申请退款页面*",
            "Case 4*",
        ],
    ),
    Part("代码示例", "代码示例", &[]),
    Part(
        "代码示例: 已下单",
        "Case 1 :mode 为 1 或不填",
        &[
            "继续支付:",
            "申请退款:",
            "使用交易系统生成的新订单:",
            "对于交易系统之前的老订单*",
            "// 示例*",
            "退款中:",
            "退款成功:",
            "退款失败:",
        ],
    ),
    Part("代码示例: 未下单", "Case 2 :mode 为 2,立即抢购", &["<!-- 商品库商品 -->*"]),
    Part(
        "Bug & Tip",
        "Bug & Tip",
        &[
            "Tip:字符串是*",
            "Tip:在接入该模板之前*",
            "Tip:退款组件*",
            "Tip:商品库的商品*",
            "Tip:minLimits*",
            "Tip:关于支付*",
            "Tip:对于部分开发者*",
        ],
    ),
];

const fn exempt(section: &'static str, row: &'static str, reason: Reason) -> Exempt {
    Exempt { section, row, reason }
}

/// The rows that no rule, gap or outcome has to cite.
pub(in crate::documents) const EXEMPT: &[Exempt] = &[
    exempt("", "pay-button 交易按钮(旧版)", Reason::Heading),
    exempt("", "收藏", Reason::NavigationOrAdvertising),
    exempt("", "本文档为旧版", Reason::NavigationOrAdvertising),
    exempt("", "请移步文档", Reason::NavigationOrAdvertising),
    exempt("", "使用此组件参考", Reason::ToolingAdvice),
    exempt("属性说明", "属性名", Reason::Heading),
    exempt("bind:pay 说明", "事件对象的 detail", Reason::Heading),
    exempt("bind:pay 说明", "属性名", Reason::Heading),
    exempt("bind:pay 说明: result", "object 类型", Reason::Heading),
    exempt("bind:pay 说明: result", "status 为 success 时:", Reason::Heading),
    exempt("bind:pay 说明: result", "属性名", Reason::Heading),
    exempt("bind:pay 说明: result fail", "属性名", Reason::Heading),
    exempt("bind:refund 说明", "事件对象的 detail", Reason::Heading),
    exempt("bind:refund 说明", "属性名", Reason::Heading),
    exempt("bind:refund 说明: result", "object 类型", Reason::Heading),
    exempt("bind:refund 说明: result", "status 为 success 时:", Reason::Heading),
    exempt("bind:refund 说明: result", "属性名", Reason::Heading),
    exempt("bind:refund 说明: result fail", "属性名", Reason::Heading),
    exempt("bind:applyrefund 说明", "事件对象的 detail", Reason::Heading),
    exempt("bind:applyrefund 说明", "属性名", Reason::Heading),
    exempt("bind:getgoodsinfo 说明", "事件对象的 detail", Reason::Heading),
    exempt("bind:getgoodsinfo 说明", "属性名", Reason::Heading),
    exempt("GoodsLabel 类型说明", "type 的合法值", Reason::Heading),
    exempt("bind:placeorder 说明", "属性名", Reason::Heading),
    exempt("bind:placeorder 说明: detail", "属性名", Reason::Heading),
    exempt("bind:error 说明", "事件对象的detail", Reason::Heading),
    exempt("bind:error 说明", "属性名", Reason::Heading),
    exempt("bind:error 报错信息", "errNo(错误码)", Reason::Heading),
    exempt("代码示例: 已下单", "申请退款:", Reason::Heading),
];

pub(in crate::documents) fn split(text: &str) -> Vec<Section> {
    let mut sections = Vec::new();
    let mut parts = PARTS.iter().peekable();
    let mut begun: Vec<Vec<&str>> = Vec::new();
    let mut heading = "";
    let mut rows: &[&str] = &[];
    if let Some(first) = parts.next() {
        rows = first.2;
    }
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(next) = parts.next_if(|part| part.1 == line) {
            sections.push(section(heading, std::mem::take(&mut begun), rows));
            (heading, rows) = (next.0, next.2);
            // A sentence that opens a section may be its first row as well.
            if !rows.first().is_some_and(|row| begins(row, line)) {
                continue;
            }
        }
        match rows.get(begun.len()) {
            Some(row) if begins(row, line) => begun.push(vec![line]),
            _ if rows.last() == Some(&"NUMBERS") && line.parse::<u32>().is_ok() => begun.push(vec![line]),
            _ => {
                begun
                    .last_mut()
                    .unwrap_or_else(|| panic!("{line:?} begins no row of {heading:?}"))
                    .push(line);
            }
        }
    }
    sections.push(section(heading, begun, rows));
    assert!(parts.next().is_none(), "a section is missing");
    sections
}

/// Whether a line begins a row.
fn begins(row: &str, line: &str) -> bool {
    row.strip_suffix('*').map_or(line == row, |start| line.starts_with(start))
}

fn section(heading: &str, begun: Vec<Vec<&str>>, rows: &[&str]) -> Section {
    let named = rows.iter().filter(|row| **row != "NUMBERS").count();
    assert!(begun.len() >= named, "{heading:?} has {} of {named} rows", begun.len());
    let row = |lines: Vec<&str>| match lines.as_slice() {
        [line] => Row::line(line),
        lines => Row { text: lines.join(" "), cells: Some(lines.iter().map(|l| (*l).to_owned()).collect()) },
    };
    Section { heading: heading.to_owned(), rows: begun.into_iter().map(row).collect() }
}

#[test]
fn a_row_goes_on_until_the_next_one_begins() {
    let rows = ["a", "b*"];
    let found = section("x", vec![vec!["a", "1"], vec!["b and more"]], &rows);
    assert_eq!(found.rows[0].cells(), ["a", "1"]);
    assert_eq!(found.rows[1].cells(), ["b and more"]);
    assert!(begins("b*", "b and more") && !begins("b", "b and more"));
}
