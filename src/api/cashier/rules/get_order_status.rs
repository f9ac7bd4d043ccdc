//! `getOrderStatus`: how the cashier learns what became of a payment in WeChat.

use crate::api::cashier::gaps::OPTION_TYPE;
use crate::api::cashier::info::field;
use crate::api::cashier::scene::{DIRECT, FIRST_OF_TITLE, at_the_desk, directly};
use crate::api::cashier::visit::{Moment, visit};
use crate::api::world::{ALIPAY, CASHIER_USER, WECHAT};
use crate::ground::{Function, Object, Reply, Type, Value};
use crate::spec::{
    About, At, Bend, Case, Check, Demand, Event, Kind, Patch, Promise, Rule, Standing, Trace, Waiver, Words,
};

use super::desk::{is_desk_of, was_refused};
use super::success::{status, user};
use super::{asked, cite, option};

const SECTION: &str = "getOrderStatus";

const ABOUT: &[About] = &[
    About::Fact(&CASHIER_USER),
    About::Fact(&WECHAT),
    About::Fact(&ALIPAY),
    About::Field(&["getOrderStatus"]),
    About::Field(&["orderInfo", "wx_url"]),
];

/// A function.
pub(super) static TYPE: Rule = Rule {
    waivers: &[Waiver { gap: &OPTION_TYPE, when: |_| true, readings: &["ignored"] }],
    ..asked(
        "cashier/get-order-status/type",
        Words::new("getOrderStatus must be a function", "getOrderStatus 必须是函数"),
        &[option("getOrderStatus", "function")],
        Demand::Typed(&["getOrderStatus"], Type::Function),
    )
};

/// Asked after a payment in WeChat, and not otherwise.
pub(super) static ASKED: Rule = Rule {
    id: "cashier/get-order-status/asked",
    says: Words::new(
        "the cashier asks getOrderStatus once the user is back from WeChat, and only then",
        "微信支付返回后收银台调用 getOrderStatus,其他情形不调用",
    ),
    cites: &[
        cite(SECTION, "小程序收银台使用的是", "需要开发者实现一个查询订单支付状态的接口"),
        cite(SECTION, "该接口实现的功能是", "将该支付状态返回给小程序收银台"),
        option("getOrderStatus", "商户前端实现的查询支付订单状态方法"),
        cite("", "tt.pay", "1.19.4+"),
    ],
    since: FIRST_OF_TITLE,
    scope: at_the_desk,
    about: ABOUT,
    check: Check::Promise(Promise {
        holds: |at, trace| {
            let (wanted, asked) = (questions(at), asks(trace).count());
            if wanted > 0 && asked == 0 && was_refused(at, trace) {
                return Standing::Apart;
            }
            Standing::kept((wanted > 0) == (asked > 0))
        },
        stages: |base| {
            let mut stages = on_desk(base, &[("wx", &[0]), ("wx", &[9]), ("alipay", &[0])]);
            stages.extend(unclear(base));
            stages
        },
        bends: &[
            Bend { id: "never", bend: |_, trace| trace.0.retain(|e| e.name != SECTION) },
            Bend {
                id: "for-alipay-too",
                bend: |_, trace| {
                    let paid = trace.0.iter().position(|e| e.with.get("wallet").as_str() == Some("alipay"));
                    if let Some(place) = paid {
                        trace.0.insert(place + 1, Event::called(SECTION, Object::new()));
                    }
                },
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// Asked with the order's number.
pub(super) static ARGUMENT: Rule = Rule {
    id: "cashier/get-order-status/argument",
    says: Words::new(
        "getOrderStatus is asked with the order's out_order_no",
        "getOrderStatus 的入参为 {out_order_no: <商户订单号>}",
    ),
    cites: &[
        cite(SECTION, "  • 入参", "out_order_no 为商户系统内部订单号,必传"),
        cite("", "tt.pay", "1.19.4+"),
    ],
    since: FIRST_OF_TITLE,
    about: &[About::Field(&["orderInfo", "out_order_no"])],
    check: Check::Promise(Promise {
        holds: |at, trace| {
            let mut asks = asks(trace).peekable();
            if asks.peek().is_none() {
                return Standing::Apart;
            }
            let number = field(at, "out_order_no");
            Standing::kept(asks.all(|e| e.with.get("out_order_no") == number))
        },
        stages: |base| {
            let other = Patch::default().and_at(&["orderInfo", "out_order_no"], Some("order-0".into()));
            let again = on_desk(base, &[("wx", &[0])]).into_iter().map(|patch| patch.after(other.clone()));
            on_desk(base, &[("wx", &[0])]).into_iter().chain(again).collect()
        },
        bends: &[
            Bend { id: "nothing", bend: |_, trace| with(trace, &Value::Undefined) },
            Bend { id: "the-number-itself", bend: |at, trace| with(trace, field(at, "out_order_no")) },
            Bend {
                id: "camel-case",
                bend: |at, trace| {
                    with(trace, &Object::new().with("outOrderNo", field(at, "out_order_no").clone()).into());
                },
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// Of no use without the cashier.
pub(super) static DESK_ONLY: Rule = Rule {
    id: "cashier/get-order-status/desk-only",
    says: Words::new("getOrderStatus is asked with service 1 only", "getOrderStatus 仅在 service=1 时生效"),
    cites: &[option("getOrderStatus", "仅在 service=1 时生效"), option("service", "1.35.0.1+")],
    since: DIRECT,
    scope: directly,
    about: &[About::Field(&["service"]), About::Field(&["getOrderStatus"])],
    check: Check::Promise(Promise {
        holds: |_, trace| Standing::kept(asks(trace).next().is_none()),
        stages: |base| {
            let given = Patch::set("getOrderStatus", status(&[0]));
            if is_desk_of(base) { Vec::new() } else { vec![given] }
        },
        bends: &[Bend {
            id: "asks-all-the-same",
            bend: |at, trace| {
                if at.listens(SECTION) {
                    trace.0.push(Event::called(SECTION, Object::new()));
                }
            },
        }],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// A final status leads to the page with the result.
pub(super) static RESULT_PAGE: Rule = Rule {
    id: "cashier/get-order-status/result-page",
    says: Words::new(
        "a final status, 0 to 3, leads from the cashier to the page with the result",
        "收到终态(0、1、2、3)后自动跳转到支付结果页",
    ),
    cites: &[
        cite(SECTION, "请注意", "收银台在接收到这几个状态后,会自动跳转到支付结果页"),
        cite(SECTION, "    • 0", "0:支付成功"),
        cite(SECTION, "    • 1", "1:支付超时"),
        cite(SECTION, "    • 2", "2:支付失败"),
        cite(SECTION, "    • 3", "3:支付关闭"),
        cite("", "tt.pay", "1.19.4+"),
    ],
    since: FIRST_OF_TITLE,
    scope: at_the_desk,
    about: ABOUT,
    check: Check::Promise(Promise {
        holds: result_page,
        needs: &[Kind::Asked, Kind::Shown],
        stages: |base| {
            on_desk(base, &[("wx", &[0]), ("wx", &[1]), ("wx", &[2]), ("wx", &[3]), ("wx wx", &[9, 0])])
        },
        bends: &[
            Bend { id: "no-page", bend: |_, trace| trace.0.retain(|e| !is_result(e)) },
            Bend {
                id: "always-success",
                bend: |_, trace| {
                    for event in trace.0.iter_mut().filter(|e| is_result(e)) {
                        event.with = Object::new().with("result", 0).into();
                    }
                },
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

fn result_page(_: &At<'_>, trace: &Trace) -> Standing {
    let Some(told) = asks(trace).last().and_then(told) else { return Standing::Apart };
    if !(0..=3).contains(&told) {
        return Standing::Apart;
    }
    let mut pages = trace.0.iter().filter(|e| is_result(e)).peekable();
    Standing::kept(pages.peek().is_some() && pages.all(|e| e.with.get("result").as_whole() == Some(told)))
}

/// An unknown status leaves the desk open.
pub(super) static STAYS_OPEN: Rule = Rule {
    id: "cashier/get-order-status/stays-open",
    says: Words::new(
        "status 9 leaves the cashier open, and the user can go on",
        "收到 9 后停留在收银台,用户可继续发起支付",
    ),
    cites: &[
        cite(SECTION, "请注意", "收银台接收到这个状态后会停留在收银台,用户可以继续发起确认支付操作"),
        cite(SECTION, "    • 9", "9:订单状态未知/未支付"),
        cite("", "tt.pay", "1.19.4+"),
    ],
    since: FIRST_OF_TITLE,
    scope: at_the_desk,
    about: ABOUT,
    check: Check::Promise(Promise {
        holds: stays_open,
        needs: &[Kind::Asked, Kind::Shown],
        stages: |base| {
            on_desk(base, &[("wx wx", &[9, 0]), ("wx wx wx", &[9, 9, 2]), ("wx alipay", &[9]), ("wx", &[9])])
        },
        bends: &[
            Bend { id: "closes", bend: |_, trace| closes_at(trace) },
            Bend {
                id: "shows-a-result",
                bend: |_, trace| {
                    if let Some(place) = trace.0.iter().position(|e| told(e) == Some(9)) {
                        trace.0.insert(place + 1, Event::new(Kind::Shown, Object::new().with("result", 9)));
                    }
                },
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// After a 9, what the user does next happens at the desk; no result is shown.
fn stays_open(at: &At<'_>, trace: &Trace) -> Standing {
    let Some(place) = trace.0.iter().position(|e| told(e) == Some(9)) else { return Standing::Apart };
    let after = &trace.0[place + 1..];
    if after.first().is_some_and(is_result) {
        return Standing::Broken;
    }
    let (mut asked, mut more) = (0, 0);
    visit(at, &mut |moment| match moment {
        Moment::Asked(_) => asked += 1,
        Moment::Wallet(_) if asked > 0 => more += 1,
        _ => {}
    });
    let wallets = after.iter().filter(|e| !e.with.get("wallet").is_undefined()).count();
    Standing::kept(wallets == more)
}

/// Closes the desk at the first 9.
fn closes_at(trace: &mut Trace) {
    let Some(place) = trace.0.iter().position(|e| told(e) == Some(9)) else { return };
    let after = trace.0.split_off(place + 1);
    trace.0.extend(after.into_iter().filter(|e| e.kind == Kind::Called));
}

/// Statuses of which the document does not say what becomes of them.
fn unclear(base: &Case) -> Vec<Patch> {
    let code = |code: Value| Reply::Resolves(Object::new().with("code", code).into());
    let odd = [
        vec![Reply::Never],
        vec![Reply::Rejects("offline".into())],
        vec![Reply::Throws("offline".into())],
        vec![Reply::Returns(Object::new().with("code", 0).into())],
        vec![Reply::Resolves(0.into())],
        vec![code(4.into())],
        vec![code("0".into())],
        vec![Reply::Resolves(Value::Null)],
        vec![Reply::Resolves(Object::new().into())],
    ];
    if !is_desk_of(base) {
        return Vec::new();
    }
    let given = odd.map(|script| user("wx").and(SECTION, Value::Function(Function::scripted(script))));
    let none = [user("wx").and_at(&[SECTION], None), user("wx").and(SECTION, Value::records())];
    none.into_iter().chain(given).collect()
}

/// How often the cashier should ask.
fn questions(at: &At<'_>) -> usize {
    let mut asked = 0;
    visit(at, &mut |moment| asked += usize::from(matches!(moment, Moment::Asked(_))));
    asked
}

fn asks(trace: &Trace) -> impl DoubleEndedIterator<Item = &Event> {
    trace.0.iter().filter(|e| e.is(Kind::Called, SECTION))
}

/// The status that a promise brought.
fn told(event: &Event) -> Option<i64> {
    event.answered.as_ref()?.get("resolves").get("code").as_whole().filter(|_| event.name == SECTION)
}

fn is_result(event: &Event) -> bool {
    event.kind == Kind::Shown && !event.with.get("result").is_undefined()
}

fn with(trace: &mut Trace, argument: &Value) {
    for event in trace.0.iter_mut().filter(|e| e.name == SECTION) {
        event.with.clone_from(argument);
    }
}

fn on_desk(base: &Case, visits: &[(&'static str, &[i32])]) -> Vec<Patch> {
    if !is_desk_of(base) {
        return Vec::new();
    }
    visits.iter().map(|(does, codes)| user(does).and(SECTION, status(codes))).collect()
}
