//! `wx_url`: what WeChat is called with, and whether the cashier offers it.

use crate::api::cashier::gaps::{BOTH_URLS, URL_FORM};
use crate::api::cashier::info::field;
use crate::api::cashier::scene::{Channel, FIRST_OF_TITLE, at_the_desk, directly, in_wechat};
use crate::ground::Value;
use crate::spec::{
    About, At, Bend, Case, Check, Demand, Kind, Own, Patch, Promise, Rule, Standing, Trace, Waiver, Words,
};

use super::desk::{desks, edit_desks};
use super::{asked, cite, info, set, string, without};

/// A string.
pub(super) static TYPE: Rule = string(
    "cashier/wx-url/type",
    Words::new("wx_url must be a string", "wx_url 必须是字符串"),
    &[info("wx_url", "string")],
    &["orderInfo", "wx_url"],
);

/// Passed, where WeChat is called without the cashier.
pub(super) static REQUIRED: Rule = Rule {
    scope: directly,
    about: &[About::Field(&["service"])],
    waivers: &[Waiver { gap: &BOTH_URLS, when: |at| !in_wechat(at), readings: &["one"] }],
    ..asked(
        "cashier/wx-url/required",
        Words::new("wx_url must be passed with service 3", "service=3 时必须传 wx_url"),
        &[info("wx_url", "service=3 时必传"), cite("说明:", "  • service=3|4", "必须是真实信息")],
        // Without it there is no wx_type either.
        Demand::Own(&Own {
            judge: |at| match field(at, "wx_url") {
                Value::Text(url) => Standing::kept(!url.is_empty()),
                Value::Undefined | Value::Null => Standing::kept(at.field("orderInfo").as_object().is_none()),
                _ => Standing::Apart,
            },
            about: &[About::Field(&["orderInfo", "wx_url"])],
            breaks: |_| {
                let alone = |patch: Patch| patch.and_at(&["orderInfo", "wx_type"], None);
                vec![alone(without("wx_url")), alone(set("wx_url", ""))]
            },
            ..Own::PLAIN
        }),
    )
};

/// Of the right form, if anybody looks.
pub(super) static FORM: Rule = Rule {
    waivers: &[Waiver { gap: &URL_FORM, when: |_| true, readings: &["never", "wallet"] }],
    ..asked(
        "cashier/wx-url/form",
        Words::new(
            "wx_url is the mweb_url as it is, not urlencoded",
            "wx_url 为 mweb_url 原值,不得进行 urlencode",
        ),
        &[info("wx_url", "请注意不要进行 urlencode")],
        Demand::Own(&Own {
            judge: |at| match field(at, "wx_url").as_str() {
                None | Some("") => Standing::Apart,
                Some(_) => Standing::kept(Channel::Wx.is_well_formed(at)),
            },
            about: &[About::Field(&["orderInfo", "wx_url"])],
            edges: |base| offered(base, "https://wx.tenpay.com/x?a=%2F&b=1"),
            openings: |base| {
                offered(
                    base,
                    "https%3A%2F%2Fwx.tenpay.com%2Fcgi-bin%2Fmmpayweb-bin%2Fcheckmweb%3Fprepay_id%3Dwx25",
                )
            },
            ..Own::PLAIN
        }),
    )
};

/// The base with another url, where it offers the wallet.
fn offered(base: &Case, url: &'static str) -> Vec<Patch> {
    let given = base.steps.iter().all(|s| !s.input.get("orderInfo").get("wx_url").is_undefined());
    if given { vec![set("wx_url", url)] } else { Vec::new() }
}

/// Offered at the desk exactly where it is passed.
pub(super) static CHANNEL: Rule = Rule {
    id: "cashier/wx-url/channel",
    says: Words::new(
        "the cashier offers WeChat exactly where wx_url is passed and not empty",
        "收银台仅在 wx_url 非空时展示微信支付",
    ),
    cites: &[
        info("wx_url", "service=1 时,如不传则不展示微信支付"),
        cite("说明:", "  • wx_url", "wx_url 参数值传为空字符串即可"),
        cite("", "tt.pay", "1.19.4+"),
    ],
    since: FIRST_OF_TITLE,
    scope: at_the_desk,
    about: &[About::Field(&["orderInfo", "wx_url"])],
    check: Check::Promise(Promise {
        holds: channel,
        needs: &[Kind::Shown],
        stages: |_| {
            let hidden = |value: Option<&'static str>| match value {
                Some(text) => set("wx_url", text),
                None => without("wx_url"),
            };
            [hidden(None), hidden(Some(""))]
                .into_iter()
                .map(|patch| patch.and_at(&["orderInfo", "wx_type"], None))
                .collect()
        },
        bends: &[
            Bend { id: "always", bend: |_, trace| edit_desks(trace, |desk| desk.set("wx", true)) },
            Bend { id: "never", bend: |_, trace| edit_desks(trace, |desk| desk.set("wx", false)) },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

fn channel(at: &At<'_>, trace: &Trace) -> Standing {
    let text = matches!(field(at, "wx_url"), Value::Text(_) | Value::Undefined);
    if !text || desks(trace).next().is_none() {
        return Standing::Apart;
    }
    let offered = Value::Bool(Channel::Wx.is_offered(at));
    Standing::kept(desks(trace).all(|desk| *desk.with.get("wx") == offered))
}
