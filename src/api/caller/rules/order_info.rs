//! `order-info`: what comes out is the order that went in.

use serde_json::Value as Json;

use crate::api::caller::key;
use crate::api::caller::order_info::{CARRIES, resign};
use crate::api::documents::TT_PAY;
use crate::ground::{Object, Value};
use crate::spec::{
    About, At, Bend, Check, Cite, Field, Kind, Patch, Promise, Rule, Standing, Trace, Words, at_path,
};

const fn field(name: &'static str, words: &'static str) -> Cite {
    Cite { document: TT_PAY, section: "orderInfo 属性如下:", row: name, words }
}

/// The order that was asked for.
pub(super) static AS_ORDERED: Rule = Rule {
    id: "caller/order-info/as-ordered",
    says: Words::new(
        "the orderInfo carries the number, amount, texts, user and times of the order, the merchant's settings, and the wanted channels",
        "orderInfo 如实携带订单号、金额、文案、用户、时间、商户配置与所需支付渠道",
    ),
    cites: &[
        field("out_order_no", "商户订单号"),
        field("total_amount", "金额,整型,单位:分(不能有小数)"),
        field("trade_time", "下单时间戳,精确到秒"),
    ],
    about: &[About::Field(&["order"]), About::Field(&["merchant"])],
    check: Check::Promise(Promise {
        holds: |at, trace| {
            let Some(event) = trace.first(Kind::Returned, "") else { return Standing::Apart };
            let info = &event.with;
            let carries = |(from, there): &(Field, Field)| {
                let (wanted, got) = (at_path(at.input(), from), info.get(key(there)));
                // A channel that is not wanted may be left out, or named with an empty text.
                if key(there).ends_with("_url") { text(wanted) == text(got) } else { same(wanted, got) }
            };
            Standing::kept(CARRIES.iter().all(carries))
        },
        needs: &[Kind::Returned],
        stages: |_| {
            let texts = [
                ("out_order_no", "20261122001"),
                ("subject", "a b&c=1%20汉"),
                ("body", "two pieces"),
                ("valid_time", "172800"),
                ("trade_time", "1566720700"),
                ("ip", "203.0.113.7"),
                ("alipay_url", "app_id=1&biz_content=%7B%22a%22%3A1%7D&charset=utf-8"),
            ];
            let order =
                |name: &'static str, value: Value| Patch::default().and_at(&["order", name], Some(value));
            let amounts = [29, 1_990].map(|fen| order("total_amount", fen.into()));
            amounts.into_iter().chain(texts.map(|(name, text)| order(name, text.into()))).collect()
        },
        bends: &[
            Bend {
                id: "another-amount",
                bend: |at, trace| edit(at, trace, |info| info.set("total_amount", 2)),
            },
            Bend {
                id: "another-number",
                bend: |at, trace| edit(at, trace, |info| info.set("out_order_no", "order")),
            },
            Bend { id: "another-user", bend: |at, trace| edit(at, trace, |info| info.set("uid", "1")) },
            Bend {
                id: "another-time",
                bend: |at, trace| edit(at, trace, |info| info.set("trade_time", "1500000000")),
            },
            Bend {
                id: "another-validity",
                bend: |at, trace| edit(at, trace, |info| info.set("valid_time", "900")),
            },
            Bend {
                id: "another-merchant",
                bend: |at, trace| edit(at, trace, |info| info.set("merchant_id", "1")),
            },
            Bend {
                id: "trims-the-subject",
                bend: |at, trace| edit(at, trace, |info| info.set("subject", "micro")),
            },
            Bend {
                id: "loses-a-channel",
                bend: |at, trace| edit(at, trace, |info| info.remove("alipay_url")),
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// The address of the user.
pub(super) static ADDRESS: Rule = Rule {
    id: "caller/order-info/address",
    says: Words::new("risk_info names the user's address as `ip`", "risk_info 以 ip 携带用户外网 IP"),
    cites: &[field("risk_info", "{ip: '用户外网IP'}")],
    about: &[About::Field(&["order", "ip"])],
    check: Check::Promise(Promise {
        holds: |at, trace| {
            let Some(event) = trace.first(Kind::Returned, "") else { return Standing::Apart };
            let Some(risk) = event.with.get("risk_info").as_str() else { return Standing::Apart };
            let Some(wanted) = at.field("order").get("ip").as_str() else { return Standing::Apart };
            let named = serde_json::from_str::<Json>(risk)
                .ok()
                .and_then(|risk| risk["ip"].as_str().map(str::to_owned));
            Standing::kept(named.as_deref() == Some(wanted))
        },
        needs: &[Kind::Returned],
        bends: &[
            Bend { id: "no-address", bend: |at, trace| edit(at, trace, |info| info.set("risk_info", "{}")) },
            Bend {
                id: "another-member",
                bend: |at, trace| {
                    edit(at, trace, |info| info.set("risk_info", r#"{"client_ip":"127.0.0.1"}"#));
                },
            },
            Bend {
                id: "the-servers-address",
                bend: |at, trace| edit(at, trace, |info| info.set("risk_info", r#"{"ip":"10.0.0.1"}"#)),
            },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// Whether a value is carried; digits may become a number and the other way round, as what is demanded of the type says.
fn same(wanted: &Value, got: &Value) -> bool {
    wanted.is_undefined() || wanted == got || digits(wanted) == digits(got) && digits(wanted).is_some()
}

fn digits(value: &Value) -> Option<i64> {
    value.as_whole().or_else(|| value.as_str()?.parse().ok())
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// Edits the order, and signs it anew.
fn edit(at: &At<'_>, trace: &mut Trace, edit: impl Fn(&mut Object)) {
    super::edit(trace, |info| {
        edit(info);
        resign(at, info);
    });
}
