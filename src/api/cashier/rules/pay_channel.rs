//! `payChannel`: which channel is ticked.

use crate::api::cashier::gaps::{CHANNEL_UNKNOWN, OPTION_TYPE};
use crate::api::cashier::scene::{Channel, FIRST_OF_TITLE, at_the_desk};
use crate::api::cashier::visit::ticked;
use crate::ground::{Object, Type, Value};
use crate::spec::{
    About, Bend, Case, Check, Demand, Kind, Literal, Patch, Promise, Rule, Standing, Waiver, Words,
};

use super::desk::{desks, edit_desks};
use super::{asked, cite, option, set, without};

const SECTION: &str = "payChannel 属性如下:";

/// An object.
pub(super) static TYPE: Rule = Rule {
    waivers: &[Waiver { gap: &OPTION_TYPE, when: |_| true, readings: &["ignored"] }],
    ..asked(
        "cashier/pay-channel/type",
        Words::new("payChannel must be an object", "payChannel 必须是对象"),
        &[option("payChannel", "object")],
        Demand::Typed(&["payChannel"], Type::Object),
    )
};

/// A string.
pub(super) static DEFAULT_TYPE: Rule = Rule {
    waivers: &[Waiver { gap: &OPTION_TYPE, when: |_| true, readings: &["ignored"] }],
    ..asked(
        "cashier/pay-channel/default-type",
        Words::new("default_pay_channel must be a string", "default_pay_channel 必须是字符串"),
        &[cite(SECTION, "default_pay_channel", "string")],
        Demand::Typed(&["payChannel", "default_pay_channel"], Type::String),
    )
};

/// `wx` or `alipay`.
pub(super) static ENUMERATION: Rule = Rule {
    waivers: &[Waiver { gap: &CHANNEL_UNKNOWN, when: |_| true, readings: &["ignored"] }],
    ..asked(
        "cashier/pay-channel/enumeration",
        Words::new("default_pay_channel is wx or alipay", "default_pay_channel 可选 'wx'、'alipay'"),
        &[cite(SECTION, "default_pay_channel", "可选 'wx', 'alipay'")],
        Demand::OneOf(
            &["payChannel", "default_pay_channel"],
            &[Literal::Text("wx"), Literal::Text("alipay")],
        ),
    )
};

/// Ticked at the desk.
pub(super) static TICKED: Rule = Rule {
    id: "cashier/pay-channel/ticked",
    says: Words::new(
        "the cashier ticks the channel that default_pay_channel names, where it offers it",
        "收银台默认勾选 default_pay_channel 指定的支付方式",
    ),
    cites: &[
        cite(SECTION, "default_pay_channel", "默认勾选的支付方式(支付宝或微信)"),
        option("payChannel", "支付渠道配置"),
        cite("", "tt.pay", "1.19.4+"),
    ],
    since: FIRST_OF_TITLE,
    scope: at_the_desk,
    about: &[About::Field(&["payChannel"])],
    check: Check::Promise(Promise {
        holds: |at, trace| {
            if desks(trace).next().is_none() {
                return Standing::Apart;
            }
            let wanted = ticked(at).map_or(Value::Undefined, |channel| channel.name().into());
            Standing::kept(desks(trace).all(|desk| *desk.with.get("ticked") == wanted))
        },
        needs: &[Kind::Shown],
        stages,
        bends: &[
            Bend { id: "none", bend: |_, trace| edit_desks(trace, |desk| desk.remove("ticked")) },
            Bend { id: "the-other-one", bend: |_, trace| edit_desks(trace, other) },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

fn stages(base: &Case) -> Vec<Patch> {
    if base.steps.iter().any(|s| s.input.get("service").as_whole() != Some(1)) {
        return Vec::new();
    }
    let named =
        |name: &'static str| Patch::set("payChannel", Object::new().with("default_pay_channel", name));
    let no_alipay = |patch: Patch| patch.and_at(&["orderInfo", "alipay_url"], None);
    vec![
        named("wx"),
        named("alipay"),
        Patch::without("payChannel"),
        no_alipay(named("alipay")),
        no_alipay(named("wx")),
        without("wx_url").and_at(&["orderInfo", "wx_type"], None),
        set("alipay_url", "").and_at(&["payChannel"], None),
    ]
}

fn other(desk: &mut Object) {
    let now = desk.get("ticked").as_str().map(str::to_owned);
    let other = Channel::BOTH.into_iter().find(|c| now.as_deref() != Some(c.name()));
    if let Some(channel) = other {
        desk.set("ticked", channel.name());
    }
}
