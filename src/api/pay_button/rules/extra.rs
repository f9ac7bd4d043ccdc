//! `extra`: what the developer passes through to the server with an order.

use crate::api::pay_button::gaps::{EXTRA_ARRAY, EXTRA_ESCAPED};
use crate::api::pay_button::goods::{bytes, is_text_of, text_of};
use crate::api::pay_button::outcomes::GOODS_INFO_TYPE;
use crate::api::pay_button::scene::{FIRST, gives_info, resolved, submits_an_order};
use crate::ground::{Object, Type, Value};
use crate::spec::{
    About, At, Bend, Check, Demand, Kind, Own, Patch, Promise, Rule, Standing, Variant, Waiver, Words,
};

use super::{SINCE, WAITS, cause, edit_order, error, info, orders};

/// An object.
pub(super) static TYPE: Rule = Rule {
    id: "pay-button/extra/type",
    says: Words::new("extra must be an object", "extra 必须是对象"),
    cites: &[
        info("extra", "object"),
        error("21512", "bind:getgoodsinfo 传入数据类型错误"),
        error("21514", "点击按钮后触发,获取商品信息失败"),
        SINCE,
    ],
    since: FIRST,
    scope: gives_info,
    check: Check::Demand(
        Demand::Typed(&["handlers", "getgoodsinfo", "resolves", "extra"], Type::Object),
        &cause(&GOODS_INFO_TYPE),
    ),
    waivers: &[WAITS, Waiver { gap: &EXTRA_ARRAY, when: |at| is_list(at, "extra"), readings: &["accepted"] }],
    ..Rule::PLAIN
};

/// At most 2048 bytes of text.
pub(super) static LENGTH: Rule = Rule {
    id: "pay-button/extra/length",
    says: Words::new(
        "the JSON text of extra must have at most 2048 bytes",
        "extra 的 JSON 文本不超过 2048 字节",
    ),
    cites: &[
        info("extra", "字段长度应小于或等于2048字节"),
        error("21512", "bind:getgoodsinfo 传入数据类型错误"),
        error("21514", "点击按钮后触发,获取商品信息失败"),
        SINCE,
    ],
    since: FIRST,
    scope: gives_info,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| within(at, "extra", 2048),
            about: &[About::Field(&["handlers", "getgoodsinfo", "resolves", "extra"])],
            edges: |_| sized("extra", 2048, "a").into_iter().chain(sized("extra", 2048, "\"")).collect(),
            breaks: |_| {
                sized("extra", 2049, "a")
                    .into_iter()
                    .chain(sized("extra", 2049, "汉"))
                    .chain(sized("extra", 4000, "a"))
                    .collect()
            },
            openings: |_| sized("extra", 2048, "汉").into_iter().chain(sized("extra", 2048, "😀")).collect(),
            literals: &["2048"],
            variants: &[
                Variant { id: "bound-down", judge: |at| within(at, "extra", 2047) },
                Variant { id: "bound-up", judge: |at| within(at, "extra", 2049) },
                Variant { id: "counts-characters", judge: |at| in_characters(at, "extra", 2048) },
            ],
            ..Own::PLAIN
        }),
        &cause(&GOODS_INFO_TYPE),
    ),
    waivers: &[WAITS],
    ..Rule::PLAIN
};

/// Sent as text.
pub(super) static SENT: Rule = Rule {
    id: "pay-button/extra/sent",
    says: Words::new(
        "extra is sent to the server with the order as its JSON text",
        "extra 以 JSON 文本随订单上传服务端",
    ),
    cites: &[info("extra", "上传服务端时会对extra进行JSON.stringify处理"), SINCE],
    since: FIRST,
    scope: submits_an_order,
    about: &[About::Field(&["handlers", "getgoodsinfo", "resolves", "extra"])],
    check: Check::Promise(Promise {
        holds: |at, trace| {
            let given = resolved(at, "getgoodsinfo").map_or(&Value::Undefined, |v| v.get("extra"));
            match (orders(trace).next(), given) {
                (Some(order), Value::Object(_)) => Standing::kept(is_text_of(order.with.get("extra"), given)),
                _ => Standing::Apart,
            }
        },
        needs: &[Kind::Sent],
        stages: |_| given("extra"),
        bends: &[
            Bend { id: "drops-it", bend: |_, trace| edit_order(trace, |order| order.remove("extra")) },
            Bend {
                id: "sends-no-text",
                bend: |_, trace| edit_order(trace, |order| order.set("extra", Object::new())),
            },
            Bend {
                id: "sends-an-empty-one",
                bend: |_, trace| edit_order(trace, |order| order.set("extra", "{}")),
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

fn member<'a>(at: &At<'a>, name: &str) -> &'a Value {
    at.field("handlers").get("getgoodsinfo").get("resolves").get(name)
}

/// Whether a list stands where an object should.
pub(super) fn is_list(at: &At<'_>, name: &str) -> bool {
    member(at, name).type_of() == Type::Array
}

/// How a member stands towards a bound in bytes of its JSON text. Whether the text is escaped matters only where the two disagree.
pub(super) fn within(at: &At<'_>, name: &str, most: usize) -> Standing {
    match member(at, name) {
        value @ Value::Object(_) => bytes(value).map_or(Standing::Apart, |(plain, escaped)| {
            Standing::kept(escaped <= most || (plain <= most && at.reading(&EXTRA_ESCAPED) == "plain"))
        }),
        _ => Standing::Apart,
    }
}

/// The same, for one that counts characters.
pub(super) fn in_characters(at: &At<'_>, name: &str, most: usize) -> Standing {
    match member(at, name) {
        value @ Value::Object(_) => {
            text_of(value).map_or(Standing::Apart, |text| Standing::kept(text.chars().count() <= most))
        }
        _ => Standing::Apart,
    }
}

/// An object whose JSON text has so many bytes, filled with one character.
pub(super) fn sized(name: &'static str, size: usize, with: &str) -> Option<Patch> {
    let of = |text: String| Value::from(Object::new().with("x", text));
    let each = bytes(&of(with.to_owned()))?.0 - bytes(&of(String::new()))?.0;
    let room = size - bytes(&of(String::new()))?.0;
    let text = with.repeat(room / each) + &"a".repeat(room % each);
    Some(Patch::default().and_at(&["handlers", "getgoodsinfo", "resolves", name], Some(of(text))))
}

/// Objects that are easily damaged on their way.
pub(super) fn given(name: &'static str) -> Vec<Patch> {
    let inner = Object::new().with("b", Value::Array(vec![1.into(), Value::Null]));
    let hard = Object::new().with("a", "\"汉\n😀").with("n", 1.5).with("o", inner).with("yes", true);
    let undefined = Object::new().with("a", Value::Undefined).with("b", 1);
    let all = [Object::new(), hard, undefined];
    all.map(|o| Patch::default().and_at(&["handlers", "getgoodsinfo", "resolves", name], Some(o.into())))
        .to_vec()
}
