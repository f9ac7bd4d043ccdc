//! `bind:error`: what the page hears of what went wrong.

use crate::api::pay_button::scene::FIRST;
use crate::api::world::BUTTON_USER;
use crate::ground::{Type, Value};
use crate::spec::{Bend, Check, Patch, Promise, Rule, Standing, Trace, Words};

use super::{SINCE, cite, details, edit_detail, error, property};

/// A text.
pub(super) static MESSAGE: Rule = Rule {
    id: "pay-button/error/message",
    says: Words::new("bind:error gets an errMsg that is a text", "bind:error 的 errMsg 为文本"),
    cites: &[
        cite("bind:error 说明", "errMsg", "string"),
        property("bind:error", "组件传入属性异常、组件内部发生异常时触发"),
        cite("bind:error 说明", "// 错误信息含义见下文", "const { errMsg ,errNo} = event.detail"),
        cite("bind:error 说明", "当错误发生时触发", "当错误发生时触发"),
        cite("bind:error 说明", "错误原因可能是", "必填参数不合法,服务端请求错误等"),
        cite("bind:error 说明", "<pay-button", "任意模式下均可使用bind:error"),
        SINCE,
    ],
    since: FIRST,
    check: Check::Promise(Promise {
        holds: |_, trace| all(trace, |d| d.get("errMsg").as_str().is_some()),
        stages: |_| wrong(),
        bends: &[
            Bend { id: "no-message", bend: |_, trace| edit_detail(trace, "error", |d| d.remove("errMsg")) },
            Bend {
                id: "message-as-number",
                bend: |_, trace| edit_detail(trace, "error", |d| d.set("errMsg", 21_500)),
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// A number.
pub(super) static NUMBER: Rule = Rule {
    id: "pay-button/error/number",
    says: Words::new("bind:error gets an errNo that is a number", "bind:error 的 errNo 是数字"),
    cites: &[
        cite("bind:error 报错信息", "errorHandler(event)", "errNo(错误码,对应某种具体报错原因)"),
        error("21500", "mode 非法"),
        SINCE,
    ],
    since: FIRST,
    check: Check::Promise(Promise {
        holds: |_, trace| all(trace, |d| d.get("errNo").type_of() == Type::Number),
        stages: |_| wrong(),
        bends: &[
            Bend { id: "no-number", bend: |_, trace| edit_detail(trace, "error", |d| d.remove("errNo")) },
            Bend {
                id: "number-as-text",
                bend: |_, trace| {
                    edit_detail(trace, "error", |d| {
                        if let Some(n) = d.get("errNo").as_whole() {
                            d.set("errNo", n.to_string());
                        }
                    });
                },
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

fn all(trace: &Trace, fits: impl Fn(&Value) -> bool) -> Standing {
    let mut all = details(trace, "error").peekable();
    if all.peek().is_none() { Standing::Apart } else { Standing::kept(all.all(fits)) }
}

fn wrong() -> Vec<Patch> {
    let mode = || Patch::default().and_at(&["properties", "mode"], Some(3.into()));
    vec![mode(), mode().and_fact(&BUTTON_USER, Value::Array(vec!["waits".into()]))]
}
