//! `alipay_url`: what Alipay is called with, and whether the cashier offers it.

use crate::api::cashier::gaps::{BOTH_URLS, URL_FORM};
use crate::api::cashier::info::field;
use crate::api::cashier::scene::{Channel, FIRST_OF_TITLE, at_the_desk, directly, in_alipay};
use crate::ground::Value;
use crate::spec::{About, At, Bend, Check, Demand, Kind, Own, Promise, Rule, Standing, Trace, Waiver, Words};

use super::desk::{desks, edit_desks};
use super::{asked, cite, info, set, string, without};

/// A string.
pub(super) static TYPE: Rule = string(
    "cashier/alipay-url/type",
    Words::new("alipay_url must be a string", "alipay_url 必须是字符串"),
    &[info("alipay_url", "string")],
    &["orderInfo", "alipay_url"],
);

/// Passed, where Alipay is called without the cashier.
pub(super) static REQUIRED: Rule = Rule {
    scope: directly,
    about: &[About::Field(&["service"])],
    waivers: &[Waiver { gap: &BOTH_URLS, when: |at| !in_alipay(at), readings: &["one"] }],
    ..asked(
        "cashier/alipay-url/required",
        Words::new("alipay_url must be passed with service 4", "service=4 时必须传 alipay_url"),
        &[info("alipay_url", "service=4 时必传"), cite("说明:", "  • service=3|4", "必须是真实信息")],
        Demand::Filled(&["orderInfo", "alipay_url"]),
    )
};

/// Of the right form, if anybody looks.
pub(super) static FORM: Rule = Rule {
    waivers: &[Waiver { gap: &URL_FORM, when: |_| true, readings: &["never", "wallet"] }],
    ..asked(
        "cashier/alipay-url/form",
        Words::new(
            "alipay_url has the form app_id=...&biz_content=..., or alipay_sdk=...&app_id=...&biz_content=...",
            "alipay_url 形如 app_id=...&biz_content=...",
        ),
        &[info("alipay_url", "形如 'app_id=xxx&biz_content=xxx...'")],
        Demand::Own(&Own {
            judge: |at| match field(at, "alipay_url").as_str() {
                None | Some("") => Standing::Apart,
                Some(_) => Standing::kept(Channel::Alipay.is_well_formed(at)),
            },
            about: &[About::Field(&["orderInfo", "alipay_url"])],
            edges: |_| {
                vec![set("alipay_url", "alipay_sdk=alipay-sdk-java-3.4.27.ALL&app_id=1&biz_content=x")]
            },
            openings: |_| {
                [
                    "https://openapi.alipay.com/gateway.do",
                    "app_id=1&sign_type=RSA2",
                    "sign_type=RSA2&biz_content=x",
                ]
                .map(|url| set("alipay_url", url))
                .to_vec()
            },
            ..Own::PLAIN
        }),
    )
};

/// Offered at the desk exactly where it is passed.
pub(super) static CHANNEL: Rule = Rule {
    id: "cashier/alipay-url/channel",
    says: Words::new(
        "the cashier offers Alipay exactly where alipay_url is passed and not empty",
        "收银台仅在 alipay_url 非空时展示支付宝支付",
    ),
    cites: &[
        info("alipay_url", "service=1 时,如不传则不展示支付宝支付"),
        cite("说明:", "  • alipay_url", "alipay_url 参数值传为空字符串即可"),
        cite("", "tt.pay", "1.19.4+"),
    ],
    since: FIRST_OF_TITLE,
    scope: at_the_desk,
    about: &[About::Field(&["orderInfo", "alipay_url"])],
    check: Check::Promise(Promise {
        holds: channel,
        needs: &[Kind::Shown],
        stages: |_| {
            let hidden = |value: Option<&'static str>| match value {
                Some(text) => set("alipay_url", text),
                None => without("alipay_url"),
            };
            [hidden(None), hidden(Some(""))].into_iter().collect()
        },
        bends: &[
            Bend { id: "always", bend: |_, trace| edit_desks(trace, |desk| desk.set("alipay", true)) },
            Bend { id: "never", bend: |_, trace| edit_desks(trace, |desk| desk.set("alipay", false)) },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

fn channel(at: &At<'_>, trace: &Trace) -> Standing {
    let text = matches!(field(at, "alipay_url"), Value::Text(_) | Value::Undefined);
    if !text || desks(trace).next().is_none() {
        return Standing::Apart;
    }
    let offered = Value::Bool(Channel::Alipay.is_offered(at));
    Standing::kept(desks(trace).all(|desk| *desk.with.get("alipay") == offered))
}
