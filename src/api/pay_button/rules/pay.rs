//! (long: eight members and three failures) `bind:pay`: what the page hears of a payment.

use crate::api::pay_button::gaps::{CONTINUED_ORDER_ID, TAPS_TWICE};
use crate::api::pay_button::outcomes;
use crate::api::pay_button::outcomes::NO_PAY;
use crate::api::pay_button::performance::{decides, ending};
use crate::api::pay_button::scene::{
    FIRST, buys, continues, goes_to_the_desk, handler, is_blocked, property as property_of, user,
};
use crate::api::world::{self, BUTTON_DESK, LOGGED_IN, ORDER_CREATION};
use crate::ground::{Object, Value};
use crate::spec::{
    About, At, Bend, Check, Demand, Event, Kind, Own, Patch, Promise, Refusal, Rule, Standing, Trace, Words,
};

use super::{
    SINCE, WAITS, again, cite, details, edit_detail, error, order_page, orders, property, unbound, untold,
};

/// Bound, where goods are bought.
pub(super) static REQUIRED: Rule = Rule {
    id: "pay-button/pay/required",
    says: Words::new("bind:pay must be bound with mode 2", "mode 为 2 时必须绑定 bind:pay"),
    cites: &[property("bind:pay", "该属性必传"), error("21516", "无 bind:pay 方法"), SINCE],
    since: FIRST,
    scope: buys,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| Standing::kept(handler(at, "pay").is_some()),
            about: &[About::Field(&["handlers", "pay"])],
            breaks: |_| unbound(&["handlers", "pay"]),
            literals: &["bind:pay"],
            ..Own::PLAIN
        }),
        &[Refusal::row(&NO_PAY)],
    ),
    waivers: &[WAITS],
    ..Rule::PLAIN
};

/// The cashier opens.
pub(super) static DESK: Rule = Rule {
    id: "pay-button/pay/desk",
    says: Words::new(
        "the cashier opens with the sum to be paid: by a tap where a payment goes on, from the order page otherwise",
        "继续支付时点击即拉起收银台,立即抢购时由提单页拉起;金额为应付总额",
    ),
    cites: &[
        cite("效果示例", "order-status为 0 或不填时", "点击后拉起收银台"),
        cite("bind:pay 说明", "立即抢购", "会调起小程序收银台"),
        cite("代码示例: 已下单", "继续支付:", "order-status=\"{{0}}\""),
        cite("Bug & Tip", "Tip:关于支付", "关于支付可参考 tt.pay 的文档"),
        SINCE,
    ],
    since: FIRST,
    scope: goes_to_the_desk,
    check: Check::Promise(Promise {
        holds: |at, trace| {
            let Some(desk) = desks(trace).next() else {
                let excused = !at.listens("error") || !at.listens("pay") || trace.0.iter().any(decides);
                let sent = continues(at) || orders(trace).next().is_some();
                return if excused || !sent { Standing::Apart } else { Standing::Broken };
            };
            let sum = if continues(at) {
                Some(19_800)
            } else {
                orders(trace).next().and_then(|order| order.with.get("fen").as_whole())
            };
            Standing::kept(
                sum.is_none_or(|sum| desk.with.get("fen").as_whole() == Some(sum))
                    && !(continues(at) && order_page(trace).is_some())
                    && desks(trace).count() == runs(at),
            )
        },
        needs: &[Kind::Called, Kind::Shown, Kind::Sent],
        bends: &[
            Bend { id: "no-desk", bend: |_, trace| trace.0.retain(|e| e.with.get("desk").is_undefined()) },
            Bend { id: "a-fen-more", bend: |_, trace| edit_desk(trace, 1.0) },
            Bend { id: "a-fen-less", bend: |_, trace| edit_desk(trace, -1.0) },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// The cashier can be opened.
pub(super) static FAILS: Rule = Rule {
    id: "pay-button/pay/fails",
    says: Words::new(
        "a payment that fails before the cashier opens is told as 10000",
        "支付失败、未能拉起收银台时告知 10000",
    ),
    cites: &[
        error("10000", "支付失败"),
        cite("bind:pay 说明: result fail", "errMsg", "10000: 支付失败"),
        SINCE,
    ],
    since: FIRST,
    scope: goes_to_the_desk,
    check: Check::Demand(Demand::NotNow(&BUTTON_DESK, "fails"), &untold(&outcomes::PAYMENT_FAILED)),
    ..Rule::PLAIN
};

/// The cashier can be opened.
pub(super) static WECHAT_FAILS: Rule = Rule {
    id: "pay-button/pay/wechat-fails",
    says: Words::new("WeChat that cannot be started is told as 10001", "调起微信失败时告知 10001"),
    cites: &[
        error("10001", "调起微信失败"),
        cite("bind:pay 说明: result fail", "errMsg", "10001: 调起微信失败"),
        SINCE,
    ],
    since: FIRST,
    scope: goes_to_the_desk,
    check: Check::Demand(Demand::NotNow(&BUTTON_DESK, "wechat_fails"), &untold(&outcomes::WECHAT_FAILED)),
    ..Rule::PLAIN
};

/// The cashier can be opened.
pub(super) static WECHAT_MISSING: Rule = Rule {
    id: "pay-button/pay/wechat-missing",
    says: Words::new("WeChat that is not installed is told as 10002", "微信未安装时告知 10002"),
    cites: &[
        error("10002", "微信未安装"),
        cite("bind:pay 说明: result fail", "errMsg", "10002: 微信未安装"),
        SINCE,
    ],
    since: FIRST,
    scope: goes_to_the_desk,
    check: Check::Demand(Demand::NotNow(&BUTTON_DESK, "wechat_missing"), &untold(&outcomes::WECHAT_MISSING)),
    ..Rule::PLAIN
};

/// Once, whatever becomes of the payment.
pub(super) static CALLED: Rule = Rule {
    id: "pay-button/pay/called",
    says: Words::new(
        "bind:pay is called once with success as soon as the cashier ends that could be opened, whatever became of the payment",
        "只要成功调起收银台,无论支付结果如何,bind:pay 都以 success 回调一次",
    ),
    cites: &[
        cite("bind:pay 说明: result", "code", "只要调起收银台成功,支付都会回调成功"),
        cite("bind:pay 说明", "立即抢购", "当用户实际完成了支付或选择关闭收银台取消支付"),
        property("bind:pay", "支付回调"),
        cite("bind:pay 说明", "/** * status: 支付状态", "status: 支付状态"),
        SINCE,
    ],
    since: FIRST,
    scope: |at| goes_to_the_desk(at) && at.listens("pay"),
    check: Check::Promise(Promise {
        holds: |at, trace| {
            let opened = desks(trace).next().is_some();
            // `fail` says that the cashier was not opened.
            if opened && details(trace, "pay").any(|d| d.get("status").as_str() == Some("fail")) {
                return Standing::Broken;
            }
            if !opened || trace.0.iter().any(decides) {
                return Standing::Apart;
            }
            let times = if ending(at).is_some() { runs(at) } else { 0 };
            Standing::kept(details(trace, "pay").count() == times)
        },
        needs: &[Kind::Called, Kind::Shown],
        stages: |_| {
            ["pays", "times_out", "payment_fails", "closed", "cancels", "unknown", "leaves"]
                .map(desk)
                .to_vec()
        },
        bends: &[
            Bend { id: "never-called", bend: |_, trace| trace.0.retain(|e| e.name != "pay") },
            Bend { id: "called-twice", bend: |_, trace| again(trace, "pay") },
            Bend {
                id: "cancelling-is-a-failure",
                bend: |at, trace| {
                    if at.world.nth(&BUTTON_DESK, at.now) == "cancels" {
                        edit_detail(trace, "pay", |d| d.set("status", "fail"));
                    }
                },
            },
            Bend {
                id: "only-after-a-payment",
                bend: |at, trace| {
                    if at.world.nth(&BUTTON_DESK, at.now) != "pays" {
                        trace.0.retain(|e| e.name != "pay");
                    }
                },
            },
            Bend {
                id: "not-after-cancelling",
                bend: |at, trace| {
                    if at.world.nth(&BUTTON_DESK, at.now) == "cancels" {
                        trace.0.retain(|e| e.name != "pay");
                    }
                },
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// success or fail.
pub(super) static STATUS: Rule = Rule {
    id: "pay-button/pay/status",
    says: Words::new(
        "bind:pay gets a status that is success or fail",
        "bind:pay 的 status 为 success 或 fail",
    ),
    cites: &[cite("bind:pay 说明", "status", "success:成功"), SINCE],
    since: FIRST,
    scope: |at| goes_to_the_desk(at) && at.listens("pay"),
    check: Check::Promise(Promise {
        holds: |_, trace| all(trace, |d| matches!(d.get("status").as_str(), Some("success" | "fail"))),
        bends: &[
            Bend { id: "no-status", bend: |_, trace| edit_detail(trace, "pay", |d| d.remove("status")) },
            Bend {
                id: "another-status",
                bend: |_, trace| edit_detail(trace, "pay", |d| d.set("status", "ok")),
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// How it ended.
pub(super) static CODE: Rule = Rule {
    id: "pay-button/pay/code",
    says: Words::new(
        "result.code says how the payment ended: 0 paid, 1 timed out, 2 failed, 3 closed, 4 cancelled, 9 to be asked for",
        "result.code 表示支付结果:0 成功、1 超时、2 失败、3 关闭、4 取消、9 需自行查询",
    ),
    cites: &[
        cite("bind:pay 说明: result", "code", "9:订单状态开发者自行获取"),
        cite("bind:pay 说明", "result", "根据 status 属性返回支付结果"),
        SINCE,
    ],
    since: FIRST,
    scope: |at| goes_to_the_desk(at) && at.listens("pay"),
    about: &[About::Fact(&BUTTON_DESK)],
    check: Check::Promise(Promise {
        holds: |at, trace| {
            // Who never finishes is told of in no other way than in time.
            let Some(code) = ending(at) else { return succeeded(trace, |_| false) };
            succeeded(trace, |d| d.get("result").get("code").as_whole() == Some(code.into()))
        },
        stages: |_| {
            let endings = ["pays", "times_out", "payment_fails", "closed", "cancels", "unknown", "leaves"];
            let two = Value::Array(vec!["pays".into(), "cancels".into()]);
            let twice = Patch::fact(&BUTTON_DESK, two).after(Patch::default());
            endings.map(desk).into_iter().chain([twice]).collect()
        },
        bends: &[
            Bend { id: "no-code", bend: |_, trace| edit_result(trace, |r| r.remove("code")) },
            Bend { id: "always-0", bend: |_, trace| edit_result(trace, |r| r.set("code", 0)) },
            Bend {
                id: "code-as-text",
                bend: |_, trace| {
                    edit_result(trace, |r| {
                        if let Some(n) = r.get("code").as_whole() {
                            r.set("code", n.to_string());
                        }
                    });
                },
            },
            Bend {
                id: "closed-for-cancelled",
                bend: |_, trace| {
                    edit_result(trace, |r| {
                        if r.get("code").as_whole() == Some(4) {
                            r.set("code", 3);
                        }
                    });
                },
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// The number of the order.
pub(super) static RESULT_ORDER_ID: Rule = Rule {
    id: "pay-button/pay/result-order-id",
    says: Words::new(
        "result.orderId is the platform's number of the order",
        "result.orderId 为抖音交易系统内部交易订单号",
    ),
    cites: &[cite("bind:pay 说明: result", "orderId", "抖音交易系统内部交易订单号"), SINCE],
    since: FIRST,
    scope: |at| goes_to_the_desk(at) && at.listens("pay"),
    about: &[About::Fact(&world::ORDER_ID)],
    check: Check::Promise(Promise {
        holds: |at, trace| {
            let number = at.world.text(&world::ORDER_ID);
            succeeded(trace, |d| d.get("result").get("orderId").as_str() == Some(number))
        },
        stages: |_| vec![Patch::fact(&world::ORDER_ID, "7200000000000000001")],
        bends: &[
            Bend { id: "no-order-id", bend: |_, trace| edit_result(trace, |r| r.remove("orderId")) },
            Bend {
                id: "the-developers-number",
                bend: |_, trace| edit_result(trace, |r| r.set("orderId", "not-the-platforms")),
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// The number of the order.
pub(super) static ORDER_ID: Rule = Rule {
    id: "pay-button/pay/order-id",
    says: Words::new(
        "detail.orderId is the platform's number of the order",
        "detail.orderId 为抖音交易系统内部订单号",
    ),
    cites: &[
        cite("bind:pay 说明", "orderId", "抖音交易系统内部订单号"),
        cite("bind:pay 说明", "继续支付:", "继续支付"),
        SINCE,
    ],
    since: FIRST,
    scope: |at| goes_to_the_desk(at) && at.listens("pay"),
    about: &[About::Fact(&world::ORDER_ID)],
    check: Check::Promise(Promise {
        holds: |at, trace| {
            let right = |id: &Value| id.as_str() == Some(at.world.text(&world::ORDER_ID));
            if !continues(at) {
                return succeeded(trace, |d| right(d.get("orderId")));
            }
            succeeded(trace, |d| match at.reading(&CONTINUED_ORDER_ID) {
                "present" => right(d.get("orderId")),
                _ => d.get("orderId").is_undefined(),
            })
        },
        stages: |_| vec![Patch::fact(&world::ORDER_ID, "7200000000000000001")],
        bends: &[
            Bend { id: "no-order-id", bend: |_, trace| edit_detail(trace, "pay", |d| d.remove("orderId")) },
            Bend {
                id: "the-developers-number",
                bend: |_, trace| edit_detail(trace, "pay", |d| d.set("orderId", "not-the-platforms")),
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// The developer's number.
pub(super) static OUT_ORDER_NO: Rule = Rule {
    id: "pay-button/pay/out-order-no",
    says: Words::new(
        "detail.outOrderNo is the developer's number of the order",
        "detail.outOrderNo 为开发者系统交易订单号",
    ),
    cites: &[
        cite("bind:pay 说明", "outOrderNo", "开发者传入的开发者系统交易订单号"),
        cite("bind:pay 说明", "继续支付:", "const { status, outOrderNo, result } = event.detail"),
        SINCE,
    ],
    since: FIRST,
    scope: |at| goes_to_the_desk(at) && at.listens("pay"),
    about: &[About::Fact(&world::OUT_ORDER_NO)],
    check: Check::Promise(Promise {
        holds: |at, trace| {
            let new = Value::from(at.world.text(&world::OUT_ORDER_NO).to_owned());
            let number = if continues(at) { property_of(at, "order-id") } else { &new };
            succeeded(trace, |d| d.get("outOrderNo") == number)
        },
        stages: |_| vec![Patch::fact(&world::OUT_ORDER_NO, "shop-20")],
        bends: &[
            Bend { id: "no-number", bend: |_, trace| edit_detail(trace, "pay", |d| d.remove("outOrderNo")) },
            Bend {
                id: "the-platforms-number",
                bend: |_, trace| edit_detail(trace, "pay", |d| d.set("outOrderNo", "not-the-developers")),
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// Which failure it was.
pub(super) static FAIL_MESSAGE: Rule = Rule {
    id: "pay-button/pay/fail-message",
    says: Words::new(
        "with fail, result.errMsg is a text that names the code 10000, 10001 or 10002 where the cashier could not be opened",
        "status 为 fail 时 result.errMsg 为文本;未能拉起收银台时含错误码 10000、10001 或 10002",
    ),
    cites: &[
        cite("bind:pay 说明: result fail", "errMsg", "API 支付错误码"),
        cite("bind:pay 说明", "status", "fail:失败"),
        SINCE,
    ],
    since: FIRST,
    scope: |at| goes_to_the_desk(at) && at.listens("pay"),
    about: &[About::Fact(&BUTTON_DESK)],
    check: Check::Promise(Promise {
        holds: |at, trace| {
            let code = match at.world.nth(&BUTTON_DESK, at.now) {
                _ if at.world.text(&ORDER_CREATION) != "answers"
                    || is_blocked(at)
                    || !at.world.flag(&LOGGED_IN) =>
                {
                    ""
                }
                "fails" => "10000",
                "wechat_fails" => "10001",
                "wechat_missing" => "10002",
                _ => "",
            };
            let mut failed =
                details(trace, "pay").filter(|d| d.get("status").as_str() == Some("fail")).peekable();
            if failed.peek().is_none() {
                // Where bind:error tells of the failure, bind:pay may keep silent.
                let told = trace.first(Kind::Called, "error").is_some();
                return if told { Standing::Holds } else { Standing::Apart };
            }
            Standing::kept(
                failed.all(|d| d.get("result").get("errMsg").as_str().is_some_and(|s| s.contains(code))),
            )
        },
        stages: |_| ["fails", "wechat_fails", "wechat_missing"].map(desk).to_vec(),
        bends: &[
            Bend { id: "no-message", bend: |at, trace| failing_instead(at, trace, None) },
            Bend { id: "another-code", bend: |at, trace| failing_instead(at, trace, Some("10009")) },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

fn desk(ending: &'static str) -> Patch {
    Patch::fact(&BUTTON_DESK, Value::Array(vec![ending.into()]))
}

/// The cashiers that the button opened.
fn desks(trace: &Trace) -> impl Iterator<Item = &Event> {
    trace.all(Kind::Shown, "").filter(|e| e.with.get("desk").as_str() == Some("pay-button"))
}

fn all(trace: &Trace, fits: impl Fn(&Value) -> bool) -> Standing {
    let mut all = details(trace, "pay").peekable();
    if all.peek().is_none() { Standing::Apart } else { Standing::kept(all.all(fits)) }
}

/// How often the cashier opens: a second tap may begin a second run where a tap leads straight there.
fn runs(at: &At<'_>) -> usize {
    let twice = continues(at) && user(at) == "taps_twice" && at.reading(&TAPS_TWICE) == "again";
    if twice { 2 } else { 1 }
}

fn succeeded(trace: &Trace, fits: impl Fn(&Value) -> bool) -> Standing {
    let mut all = details(trace, "pay").filter(|d| d.get("status").as_str() == Some("success")).peekable();
    if all.peek().is_none() { Standing::Apart } else { Standing::kept(all.all(fits)) }
}

fn edit_result(trace: &mut Trace, edit: impl Fn(&mut Object)) {
    edit_detail(trace, "pay", |detail| {
        if let Some(Value::Object(result)) = detail.find_mut("result") {
            edit(result);
        }
    });
}

fn edit_desk(trace: &mut Trace, by: f64) {
    for event in trace.0.iter_mut().filter(|e| !e.with.get("desk").is_undefined()) {
        let fen = event.with.get("fen").as_number();
        if let (Some(fen), Value::Object(fields)) = (fen, &mut event.with) {
            fields.set("fen", fen + by);
        }
    }
}

/// Adds the failure that bind:pay may tell of after bind:error did.
fn failing_instead(at: &At<'_>, trace: &mut Trace, message: Option<&'static str>) {
    if !at.listens("pay") || trace.first(Kind::Called, "error").is_none() {
        return;
    }
    let mut result = Object::new();
    if let Some(message) = message {
        result.set("errMsg", message);
    }
    let detail = Object::new().with("status", "fail").with("result", result);
    trace.0.push(Event::called("pay", Object::new().with("detail", detail)));
}
