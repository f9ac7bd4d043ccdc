//! The cash desk: whether it opens, what the user does at it, and what the world does meanwhile.

use crate::api::diamond::gaps::{CLOSED as CLOSED_GAP, NEVER_FINISHED as NEVER_GAP, SUCCESS_MEANS, SUPPORT};
use crate::api::diamond::outcomes::{
    CANCELLED as CANCELLED_ROW, ILLEGAL, INTERNAL, MISTYPED, NO_DESK, NOT_SUPPORTED, NOTHING, OFFLINE,
    PAYMENT_FAILED as FAILED_ROW, QUANTITY,
};
use crate::api::diamond::scene::{FIRST, outside_the_tools};
use crate::api::world::{self, DESK, HOST, OS, PAYMENT_OPEN, USER};
use crate::ground::Object;
use crate::spec::{
    About, Bend, Check, Demand, Event, Kind, Own, Patch, Plain, Promise, Refusal, Rule, Standing, Waiver,
    Words,
};

use super::cite;

/// Success may mean that the desk opened: then what the user does there is not heard of.
const OPENED: &[Waiver] = &[Waiver { gap: &SUCCESS_MEANS, when: |_| true, readings: &["opened"] }];

/// Not iOS.
pub(super) static PLATFORM: Rule = Rule {
    id: "diamond/desk/platform",
    says: Words::new("iOS does not support the payment", "iOS 不支持支付功能"),
    cites: &[cite("错误码", "-16001", "不支持iOS支付功能")],
    since: FIRST,
    scope: outside_the_tools,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| Standing::kept(at.world.text(&OS) != "ios"),
            about: &[About::Fact(&OS)],
            breaks: |_| vec![Patch::fact(&OS, "ios")],
            // Where the ability is not open either, -16001 is right by any reading.
            openings: |_| vec![Patch::fact(&OS, "ios").and_fact(&PAYMENT_OPEN, false)],
            ..Own::PLAIN
        }),
        &[Refusal::row(&NOT_SUPPORTED)],
    ),
    waivers: &[Waiver { gap: &SUPPORT, when: |_| true, readings: &["ability"] }],
    ..Rule::PLAIN
};

/// The ability is open.
pub(super) static ABILITY: Rule = Rule {
    id: "diamond/desk/ability",
    says: Words::new("the mini program must have opened the payment ability", "小程序必须已开通支付能力"),
    cites: &[cite("错误码", "-16001", "暂不支持支付,请按照指引开通能力")],
    since: FIRST,
    scope: outside_the_tools,
    check: Check::Demand(Demand::Not(&PAYMENT_OPEN, Plain::Flag(false)), &[Refusal::row(&NOT_SUPPORTED)]),
    waivers: &[Waiver { gap: &SUPPORT, when: |_| true, readings: &["ios"] }],
    ..Rule::PLAIN
};

/// The order server answers.
pub(super) static ORDER_SERVER: Rule = Rule {
    id: "diamond/desk/order-server",
    says: Words::new("an internal error of the platform ends in -15009", "平台内部错误时回调 -15009"),
    cites: &[cite("错误码", "-15009", "内部错误,支付失败")],
    since: FIRST,
    scope: outside_the_tools,
    check: Check::Demand(
        Demand::Not(&world::ORDER_SERVER, Plain::Text("internal_error")),
        &[Refusal::row(&INTERNAL)],
    ),
    ..Rule::PLAIN
};

/// The desk opens.
pub(super) static OPENS: Rule = Rule {
    id: "diamond/desk/opens",
    says: Words::new("a desk that cannot be opened ends in 3", "收银台无法拉起时回调 3"),
    cites: &[cite("错误码", "3", "error_tip_start_cash_register_fail")],
    since: FIRST,
    scope: outside_the_tools,
    check: Check::Demand(Demand::Not(&DESK, Plain::Text("fails")), &[Refusal::row(&NO_DESK)]),
    ..Rule::PLAIN
};

/// The network is there.
pub(super) static NETWORK: Rule = Rule {
    id: "diamond/desk/network",
    says: Words::new("a network that fails ends in 4", "用户网络异常时回调 4"),
    cites: &[cite("错误码", "4", "用户网络异常")],
    since: FIRST,
    scope: outside_the_tools,
    check: Check::Demand(Demand::Not(&world::NETWORK, Plain::Text("offline")), &[Refusal::row(&OFFLINE)]),
    ..Rule::PLAIN
};

/// The payment goes through.
pub(super) static PAYMENT_FAILED: Rule = Rule {
    id: "diamond/desk/payment-failed",
    says: Words::new("a payment that fails ends in -1", "用户支付失败时回调 -1"),
    cites: &[cite("错误码", "-1", "用户支付失败")],
    since: FIRST,
    scope: outside_the_tools,
    check: Check::Demand(Demand::NotNow(&USER, "payment_fails"), &[Refusal::row(&FAILED_ROW)]),
    waivers: OPENED,
    ..Rule::PLAIN
};

/// The user does not cancel.
pub(super) static CANCELLED: Rule = Rule {
    id: "diamond/desk/cancelled",
    says: Words::new("a user who cancels ends in -2", "用户取消支付时回调 -2"),
    cites: &[cite("错误码", "-2", "用户取消支付")],
    since: FIRST,
    scope: outside_the_tools,
    check: Check::Demand(Demand::NotNow(&USER, "cancels"), &[Refusal::row(&CANCELLED_ROW)]),
    waivers: OPENED,
    ..Rule::PLAIN
};

/// How a desk ends that is not paid at, by the reading of a gap.
const fn unpaid(gap: &'static crate::spec::Gap) -> [Refusal; 3] {
    [
        Refusal::row(&CANCELLED_ROW).under(gap, "cancelled"),
        Refusal::row(&FAILED_ROW).under(gap, "failed"),
        Refusal::row(&OFFLINE).under(gap, "network"),
    ]
}

/// The user does not close the desk.
pub(super) static CLOSED: Rule = Rule {
    id: "diamond/desk/closed",
    says: Words::new(
        "a desk that is closed without paying ends in one of -2, -1 and 4",
        "未支付即关闭收银台,以 -2、-1、4 之一结束",
    ),
    cites: &[
        cite("错误码", "-2", "用户取消支付"),
        cite("错误码", "-1", "用户支付失败"),
        cite("错误码", "4", "用户网络异常"),
    ],
    since: FIRST,
    scope: outside_the_tools,
    check: Check::Demand(Demand::NotNow(&USER, "closes"), &unpaid(&CLOSED_GAP)),
    waivers: OPENED,
    ..Rule::PLAIN
};

/// Time does not run out.
pub(super) static TIMED_OUT: Rule = Rule {
    id: "diamond/desk/timed-out",
    says: Words::new(
        "a payment for which time runs out ends in one of -2, -1 and 4",
        "支付超时,以 -2、-1、4 之一结束",
    ),
    cites: &[
        cite("错误码", "-2", "用户取消支付"),
        cite("错误码", "-1", "用户支付失败"),
        cite("错误码", "4", "用户网络异常"),
    ],
    since: FIRST,
    scope: outside_the_tools,
    check: Check::Demand(Demand::NotNow(&USER, "times_out"), &unpaid(&CLOSED_GAP)),
    waivers: OPENED,
    ..Rule::PLAIN
};

/// The user finishes.
pub(super) static NEVER_FINISHED: Rule = Rule {
    id: "diamond/desk/never-finished",
    says: Words::new(
        "a user who never finishes is not heard of, or runs into a time limit of the platform's",
        "用户一直不操作:没有回调,或因平台超时结束",
    ),
    cites: &[cite("回调成功", "errMsg", "用户支付成功")],
    since: FIRST,
    scope: outside_the_tools,
    check: Check::Demand(Demand::NotNow(&USER, "leaves"), &{
        let [cancelled, failed, network] = unpaid(&NEVER_GAP);
        [Refusal::row(&NOTHING).under(&NEVER_GAP, "nothing"), cancelled, failed, network]
    }),
    waivers: OPENED,
    ..Rule::PLAIN
};

/// Nothing opens for parameters that are refused.
pub(super) static AFTER_VALIDATION: Rule = Rule {
    id: "diamond/desk/after-validation",
    says: Words::new(
        "the desk, or in the developer tools the code, is shown only once the parameters were found valid",
        "参数校验通过后才展示收银台(开发者工具中为二维码)",
    ),
    cites: &[
        cite("测试说明", "在IDE中调用支付接口", "参数校验通过后模拟器将展示支付二维码"),
        cite("测试说明", "在IDE中调用支付接口", "对应真机上表现为拉起收银台"),
        cite("", "基础库 2.64.0", "开始支持本方法"),
    ],
    since: FIRST,
    check: Check::Promise(Promise {
        holds: |_, trace| match trace.first(Kind::Called, "fail") {
            Some(fail) if is_of_parameters(fail) => Standing::kept(!trace.0.iter().any(opens)),
            _ => Standing::Apart,
        },
        needs: &[Kind::Called, Kind::Shown],
        stages: |_| {
            let tools = || Patch::fact(&HOST, "devtools");
            let typed = || Patch::set("currencyType", 1);
            vec![typed(), Patch::set("zoneId", 1), tools().and("currencyType", 1)]
        },
        bends: &[Bend {
            id: "desk-first",
            bend: |_, trace| {
                if trace.first(Kind::Called, "fail").is_some_and(is_of_parameters) {
                    trace.0.insert(0, Event::new(Kind::Shown, Object::new().with("desk", "diamond")));
                }
            },
        }],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

fn opens(event: &Event) -> bool {
    let shows = |member| !event.with.get(member).is_undefined();
    event.kind == Kind::Shown && (shows("desk") || shows("qr"))
}

/// Whether a failure is about parameters alone: no row of the table that the account, the server or the desk can cause.
fn is_of_parameters(fail: &Event) -> bool {
    let code = fail.with.get("errCode").as_whole();
    [&MISTYPED, &ILLEGAL, &QUANTITY].iter().any(|row| code == row.id.parse().ok())
}

/// The developer tools show a code.
pub(super) static DEVTOOLS_CODE: Rule = Rule {
    id: "diamond/desk/devtools-code",
    says: Words::new(
        "the developer tools check the parameters and then show a payment code",
        "开发者工具在参数校验通过后展示支付二维码",
    ),
    cites: &[
        cite("测试说明", "在IDE中调用支付接口", "参数校验通过后模拟器将展示支付二维码"),
        cite("", "基础库 2.64.0", "开始支持本方法"),
    ],
    since: FIRST,
    scope: |at| at.world.text(&HOST) == "devtools",
    about: &[About::Fact(&HOST)],
    check: Check::Promise(Promise {
        holds: |at, trace| {
            let pays = |e: &Event| {
                e.kind == Kind::Sent || (e.kind == Kind::Shown && e.with.get("qr").is_undefined())
            };
            let ended = |e: &Event| matches!(e.kind, Kind::Called | Kind::Asked | Kind::Threw);
            let shown = trace.all(Kind::Shown, "").any(|e| e.with.get("qr").as_str() == Some("diamond"));
            if trace.0.iter().any(pays) {
                // Nothing can be paid in the tools.
                return Standing::Broken;
            }
            let hears = at.listens("success") && at.listens("fail");
            if !shown && !hears {
                // The call may have been refused, and nobody heard of it.
                return Standing::Apart;
            }
            Standing::kept(shown || trace.0.iter().any(ended))
        },
        needs: &[Kind::Called, Kind::Shown],
        stages: |_| {
            let tools = || Patch::fact(&HOST, "devtools");
            vec![tools(), tools().and("customId", ""), tools().and("currencyType", 1)]
        },
        bends: &[
            Bend { id: "no-code", bend: |_, trace| trace.0.retain(|e| e.kind != Kind::Shown) },
            Bend {
                id: "creates-an-order",
                bend: |_, trace| {
                    trace.0.push(Event::new(Kind::Sent, Object::new().with("to", "order")));
                },
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};
