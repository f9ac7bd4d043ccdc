//! (long: one rule for each member of the result) `bind:refund`: what the page hears of a refund, and the way there.

use crate::api::pay_button::gaps::TAPS_TWICE;
use crate::api::pay_button::outcomes::REFUND_FAILED;
use crate::api::pay_button::performance::decides;
use crate::api::pay_button::refund::submitted;
use crate::api::pay_button::scene::{
    FIRST, first_reply, is_merged, looks_at_a_refund, property as property_of, refunds, refunds_an_old_order,
    submits, taps, user,
};
use crate::api::world::{self, BUTTON_USER, MERGED_ORDER, REFUND_SERVER};
use crate::ground::{Object, Reply, Value};
use crate::spec::{
    About, At, Bend, Check, Demand, Event, Kind, Patch, Plain, Promise, Rule, Standing, Trace, Words,
};

use super::{SINCE, again, cite, details, edit_detail, edit_refund, error, property, script, unrefunded};

/// A tap leads there.
pub(super) static PAGE: Rule = Rule {
    id: "pay-button/refund/page",
    says: Words::new("a tap leads to the refund page of the order", "点击后进入该订单的申请退款页面"),
    cites: &[
        cite("效果示例", "order-status 为 1 时", "点击后进入申请退款页面"),
        cite("Bug & Tip", "Tip:退款组件", "必须放在订单详情页的首屏"),
        cite("效果示例", "Case 3", "KA 解决方案退款场景"),
        cite("效果示例", "常用于order-status 为 1 的情况", "order-status 为 1"),
        cite("效果示例", "操作效果:点击后进入申请退款页面", "点击后进入申请退款页面"),
        SINCE,
    ],
    since: FIRST,
    scope: |at| refunds(at) && taps(at),
    about: &[About::Field(&["properties", "order-id"])],
    check: Check::Promise(Promise {
        holds: |at, trace| {
            let pages: Vec<_> = trace
                .all(Kind::Shown, "")
                .filter(|e| e.with.get("page").as_str() == Some("refund"))
                .collect();
            if pages.is_empty() {
                let excused = !at.listens("error") || trace.0.iter().any(decides);
                return if excused { Standing::Apart } else { Standing::Broken };
            }
            let of_the_order = |e: &&Event| e.with.get("orderId") == property_of(at, "order-id");
            let again = user(at) == "taps_twice" && at.reading(&TAPS_TWICE) == "again";
            Standing::kept(pages.iter().all(of_the_order) && (pages.len() == 1 || again))
        },
        needs: &[Kind::Called, Kind::Shown],
        stages: |_| vec![Patch::fact(&BUTTON_USER, Value::Array(vec!["taps_twice".into()]))],
        bends: &[
            Bend {
                id: "no-page",
                bend: |_, trace| trace.0.retain(|e| e.with.get("page").as_str() != Some("refund")),
            },
            Bend {
                id: "opens-twice",
                bend: |_, trace| {
                    let page = |e: &&Event| e.with.get("page").as_str() == Some("refund");
                    let again: Vec<_> = trace.0.iter().filter(page).cloned().collect();
                    trace.0.extend(again);
                },
            },
            Bend {
                id: "other-order",
                bend: |_, trace| {
                    for event in &mut trace.0 {
                        if let Value::Object(page) = &mut event.with
                            && page.get("page").as_str() == Some("refund")
                        {
                            page.set("orderId", "other");
                        }
                    }
                },
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// The server receives it.
pub(super) static SUBMITTED: Rule = Rule {
    id: "pay-button/refund/submitted",
    says: Words::new(
        "the refund that the user submits reaches the server, for the order that the page set",
        "用户提交的退款申请到达服务端,并指明页面所设的订单",
    ),
    cites: &[
        property("bind:refund", "用于申请退款场景"),
        property("order-id", "申请退款(order-status 为 1)"),
        SINCE,
    ],
    since: FIRST,
    scope: |at| refunds(at) && submits(at),
    about: &[About::Field(&["properties", "order-id"])],
    check: Check::Promise(Promise {
        holds: |at, trace| match submitted(trace).next() {
            Some(refund) => Standing::kept(
                refund.with.get("orderId") == property_of(at, "order-id") && submitted(trace).count() == 1,
            ),
            None if !at.listens("error")
                || !at.listens("refund")
                || trace.0.iter().any(decides)
                || waits_for_ever(at) =>
            {
                Standing::Apart
            }
            None => Standing::Broken,
        },
        needs: &[Kind::Called, Kind::Sent],
        bends: &[
            Bend {
                id: "sends-none",
                bend: |_, trace| trace.0.retain(|e| e.with.get("to").as_str() != Some("refund")),
            },
            Bend {
                id: "other-order",
                bend: |_, trace| edit_refund(trace, |refund| refund.set("orderId", "other")),
            },
            Bend {
                id: "sends-two",
                bend: |_, trace| {
                    let again: Vec<_> = submitted(trace).cloned().collect();
                    trace.0.extend(again);
                },
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// The total of an old order.
pub(super) static TOTAL: Rule = Rule {
    id: "pay-button/refund/total",
    says: Words::new(
        "the refund of an old order is for refund-total-amount",
        "老订单退款以 refund-total-amount 为退款金额",
    ),
    cites: &[
        property("refund-total-amount", "针对交易系统之前的老订单申请退款"),
        cite("代码示例: 已下单", "// 示例:老订单申请退款", "refund-total-amount=\"{{20000}}\""),
        SINCE,
    ],
    since: FIRST,
    scope: |at| refunds_an_old_order(at) && submits(at),
    about: &[About::Field(&["properties", "refund-total-amount"])],
    check: Check::Promise(Promise {
        holds: |at, trace| {
            let total = property_of(at, "refund-total-amount");
            match submitted(trace).next() {
                Some(refund) if total.as_whole().is_some_and(|n| n > 0) => {
                    Standing::kept(refund.with.get("refundTotalAmount") == total)
                }
                _ => Standing::Apart,
            }
        },
        needs: &[Kind::Sent],
        bends: &[
            Bend {
                id: "drops-it",
                bend: |_, trace| edit_refund(trace, |refund| refund.remove("refundTotalAmount")),
            },
            Bend {
                id: "takes-it-for-yuan",
                bend: |_, trace| {
                    edit_refund(trace, |refund| {
                        if let Some(n) = refund.get("refundTotalAmount").as_number() {
                            refund.set("refundTotalAmount", n * 100.0);
                        }
                    });
                },
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// The server takes it.
pub(super) static SERVER: Rule = Rule {
    id: "pay-button/refund/server",
    says: Words::new(
        "an error of the server that takes refunds is told as 21535, or to bind:refund",
        "申请退款时服务端错误,报 21535 或回调 bind:refund",
    ),
    cites: &[
        error("21535", "申请退款失败,服务端错误"),
        cite("bind:refund 说明", "status", "发起失败:'fail'"),
        SINCE,
    ],
    since: FIRST,
    scope: |at| refunds(at) && submits(at) && !waits_for_ever(at),
    check: Check::Demand(
        Demand::Not(&REFUND_SERVER, Plain::Text("internal_error")),
        &unrefunded(&REFUND_FAILED),
    ),
    ..Rule::PLAIN
};

/// Once.
pub(super) static CALLED: Rule = Rule {
    id: "pay-button/refund/called",
    says: Words::new(
        "bind:refund is called once with success where the refund was taken",
        "退款申请成功后 bind:refund 以 success 回调一次",
    ),
    cites: &[
        property("bind:refund", "根据提交退款申请的状态返回值"),
        cite("bind:refund 说明", "status", "发起成功:'success'"),
        cite("bind:refund 说明", "// bind:refund 使用示例", "if (status === 'success')"),
        SINCE,
    ],
    since: FIRST,
    scope: |at| refunds(at) && submits(at) && at.listens("refund"),
    check: Check::Promise(Promise {
        holds: |_, trace| {
            if submitted(trace).next().is_none() || trace.0.iter().any(decides) {
                return Standing::Apart;
            }
            let sent = trace.0.iter().position(|e| e.with.get("to").as_str() == Some("refund"));
            let told = trace.0.iter().position(|e| e.is(Kind::Called, "refund"));
            Standing::kept(details(trace, "refund").count() == 1 && told > sent)
        },
        needs: &[Kind::Called, Kind::Sent],
        bends: &[
            Bend { id: "never-called", bend: |_, trace| trace.0.retain(|e| e.name != "refund") },
            Bend { id: "called-twice", bend: |_, trace| again(trace, "refund") },
            Bend { id: "before-the-refund", bend: |_, trace| trace.0.sort_by_key(|e| e.name != "refund") },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// success or fail.
pub(super) static STATUS: Rule = Rule {
    id: "pay-button/refund/status",
    says: Words::new(
        "bind:refund gets a status that is success or fail",
        "bind:refund 的 status 为 success 或 fail",
    ),
    cites: &[
        cite("bind:refund 说明", "status", "发起申请退款结果"),
        cite("bind:refund 说明", "result", "根据 status 属性返回支付结果"),
        SINCE,
    ],
    since: FIRST,
    scope: |at| refunds(at) && submits(at) && at.listens("refund"),
    check: Check::Promise(Promise {
        holds: |_, trace| all(trace, |d| matches!(d.get("status").as_str(), Some("success" | "fail"))),
        bends: &[
            Bend { id: "no-status", bend: |_, trace| edit_detail(trace, "refund", |d| d.remove("status")) },
            Bend {
                id: "another-status",
                bend: |_, trace| edit_detail(trace, "refund", |d| d.set("status", "ok")),
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// The platform's number.
pub(super) static REFUND_ID: Rule = Rule {
    id: "pay-button/refund/refund-id",
    says: Words::new(
        "result.refundId is the platform's number of the refund",
        "result.refundId 为抖音交易系统内部退款单号",
    ),
    cites: &[cite("bind:refund 说明: result", "refundId", "抖音交易系统内部退款单号"), SINCE],
    since: FIRST,
    scope: |at| refunds(at) && submits(at) && at.listens("refund"),
    about: &[About::Fact(&world::REFUND_ID)],
    check: Check::Promise(Promise {
        holds: |at, trace| {
            let number = at.world.text(&world::REFUND_ID);
            succeeded(trace, |r| r.get("refundId").as_str() == Some(number))
        },
        stages: |_| vec![Patch::fact(&world::REFUND_ID, "7200000000000000002")],
        bends: &[
            Bend { id: "no-refund-id", bend: |_, trace| edit_result(trace, |r| r.remove("refundId")) },
            Bend {
                id: "the-developers-number",
                bend: |_, trace| edit_result(trace, |r| r.set("refundId", "not-the-platforms")),
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// The developer's number, but not the merged way.
pub(super) static OUT_REFUND_NO: Rule = Rule {
    id: "pay-button/refund/out-refund-no",
    says: Words::new(
        "result.outRefundNo is the developer's number of the refund; the merged way does not give it",
        "result.outRefundNo 为开发者系统退款单号;融合链路不返回",
    ),
    cites: &[cite("bind:refund 说明: result", "outRefundNo", "融合链路不返回outRefundNo"), SINCE],
    since: FIRST,
    scope: |at| refunds(at) && submits(at) && at.listens("refund"),
    about: &[About::Fact(&world::OUT_REFUND_NO), About::Fact(&MERGED_ORDER)],
    check: Check::Promise(Promise {
        holds: |at, trace| {
            succeeded(trace, |r| match r.get("outRefundNo") {
                Value::Undefined => is_merged(at),
                number => !is_merged(at) && number.as_str() == Some(at.world.text(&world::OUT_REFUND_NO)),
            })
        },
        stages: |_| {
            vec![
                Patch::fact(&world::OUT_REFUND_NO, "shop-refund-20"),
                Patch::fact(&MERGED_ORDER, true),
                Patch::default(),
            ]
        },
        bends: &[
            Bend { id: "no-number", bend: |_, trace| edit_result(trace, |r| r.remove("outRefundNo")) },
            Bend {
                id: "always-a-number",
                bend: |at, trace| {
                    let number = at.world.text(&world::OUT_REFUND_NO);
                    edit_result(trace, |r| r.set("outRefundNo", number.to_owned()));
                },
            },
            Bend {
                id: "the-platforms-number",
                bend: |_, trace| {
                    edit_result(trace, |r| {
                        if r.find("outRefundNo").is_some() {
                            r.set("outRefundNo", "not-the-developers");
                        }
                    });
                },
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// The order's number.
pub(super) static ORDER_ID: Rule = Rule {
    id: "pay-button/refund/order-id",
    says: Words::new(
        "result.orderId is the platform's number of the order",
        "result.orderId 为抖音交易系统内部交易订单号",
    ),
    cites: &[cite("bind:refund 说明: result", "orderId", "抖音交易系统内部交易订单号"), SINCE],
    since: FIRST,
    scope: |at| refunds(at) && submits(at) && at.listens("refund"),
    about: &[About::Fact(&world::ORDER_ID)],
    check: Check::Promise(Promise {
        holds: |at, trace| {
            let number = at.world.text(&world::ORDER_ID);
            succeeded(trace, |r| r.get("orderId").as_str() == Some(number))
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

/// A text.
pub(super) static FAIL_MESSAGE: Rule = Rule {
    id: "pay-button/refund/fail-message",
    says: Words::new("with fail, result.errMsg is a text", "status 为 fail 时 result.errMsg 为文本"),
    cites: &[cite("bind:refund 说明: result fail", "errMsg", "失败错误信息"), SINCE],
    since: FIRST,
    scope: |at| refunds(at) && submits(at) && at.listens("refund"),
    about: &[About::Fact(&REFUND_SERVER)],
    check: Check::Promise(Promise {
        holds: |_, trace| {
            let mut failed =
                details(trace, "refund").filter(|d| d.get("status").as_str() == Some("fail")).peekable();
            if failed.peek().is_none() {
                // Where bind:error tells of the failure, bind:refund may keep silent.
                let told = trace.first(Kind::Called, "error").is_some();
                return if told { Standing::Holds } else { Standing::Apart };
            }
            Standing::kept(failed.all(|d| d.get("result").get("errMsg").as_str().is_some()))
        },
        stages: |_| {
            let never = script(&["handlers", "applyrefund"], Reply::Never);
            [Patch::default(), never].map(|p| p.and_fact(&REFUND_SERVER, "internal_error")).to_vec()
        },
        bends: &[Bend {
            id: "no-message",
            bend: |at, trace| {
                if at.listens("refund") && trace.first(Kind::Called, "error").is_some() {
                    let detail = Object::new().with("status", "fail").with("result", Object::new());
                    trace.0.push(Event::called("refund", Object::new().with("detail", detail)));
                }
            },
        }],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// A tap leads there.
pub(super) static DETAIL_PAGE: Rule = Rule {
    id: "pay-button/refund/detail-page",
    says: Words::new("a tap leads to the detail page of the refund", "点击后进入该退款的退款详情页面"),
    cites: &[
        cite("效果示例", "order-status 为 2、3、4 时", "点击后进入退款详情页面"),
        property("refund-id", "用于查看退款详情"),
        cite("代码示例: 已下单", "退款中:", "refund-id=\"xxx\""),
        cite("代码示例: 已下单", "退款成功:", "refund-id=\"xxx\""),
        cite("代码示例: 已下单", "退款失败:", "refund-id=\"xxx\""),
        SINCE,
    ],
    since: FIRST,
    scope: |at| looks_at_a_refund(at) && taps(at),
    about: &[About::Field(&["properties", "refund-id"])],
    check: Check::Promise(Promise {
        holds: |at, trace| match trace
            .all(Kind::Shown, "")
            .find(|e| e.with.get("page").as_str() == Some("refund_detail"))
        {
            Some(page) => Standing::kept(page.with.get("refundId") == property_of(at, "refund-id")),
            None if !at.listens("error") || trace.0.iter().any(decides) => Standing::Apart,
            None => Standing::Broken,
        },
        needs: &[Kind::Called, Kind::Shown],
        bends: &[
            Bend { id: "no-page", bend: |_, trace| trace.0.retain(|e| e.with.get("page").is_undefined()) },
            Bend {
                id: "other-refund",
                bend: |_, trace| {
                    for event in &mut trace.0 {
                        if let Value::Object(page) = &mut event.with
                            && page.find("refundId").is_some()
                        {
                            page.set("refundId", "other");
                        }
                    }
                },
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// Whether bind:applyrefund never settles.
fn waits_for_ever(at: &At<'_>) -> bool {
    matches!(first_reply(at, "applyrefund"), Some(Reply::Never))
}

fn all(trace: &Trace, fits: impl Fn(&Value) -> bool) -> Standing {
    let mut all = details(trace, "refund").peekable();
    if all.peek().is_none() { Standing::Apart } else { Standing::kept(all.all(fits)) }
}

/// How the result of every success stands.
fn succeeded(trace: &Trace, fits: impl Fn(&Value) -> bool) -> Standing {
    let mut all = details(trace, "refund").filter(|d| d.get("status").as_str() == Some("success")).peekable();
    if all.peek().is_none() { Standing::Apart } else { Standing::kept(all.all(|d| fits(d.get("result")))) }
}

fn edit_result(trace: &mut Trace, edit: impl Fn(&mut Object)) {
    edit_detail(trace, "refund", |detail| {
        if let Some(Value::Object(result)) = detail.find_mut("result") {
            edit(result);
        }
    });
}
