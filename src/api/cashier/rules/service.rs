//! `service`: the cashier, or a wallet without it.

use crate::api::cashier::gaps::SERVICE_MISSING;
use crate::api::cashier::scene::{Channel, DIRECT, directly, exists, in_wechat};
use crate::api::cashier::visit::{Moment, visit};
use crate::api::world::{BASE_LIBRARY, NETWORK as NETWORK_FACT};
use crate::ground::{Object, Type};
use crate::spec::{
    About, At, Bend, Check, Demand, Event, Kind, Literal, Patch, Plain, Promise, Rule, Standing, Trace,
    Waiver, Words,
};

use super::desk::{desks, was_refused};
use super::{asked, option};

/// A number.
pub(super) static TYPE: Rule = asked(
    "cashier/service/type",
    Words::new("service must be a number", "service 必须是数字"),
    &[option("service", "number")],
    Demand::Typed(&["service"], Type::Number),
);

/// Passed, or 1.
pub(super) static REQUIRED: Rule = Rule {
    waivers: &[Waiver { gap: &SERVICE_MISSING, when: |_| true, readings: &["one"] }],
    ..asked(
        "cashier/service/required",
        Words::new("service must be passed, if there is no default", "必须传 service(若没有默认值)"),
        &[option("service", "固定值:1 (拉起小程序收银台)")],
        Demand::Present(&["service"]),
    )
};

/// 1, 3 or 4.
pub(super) static ENUMERATION: Rule = asked(
    "cashier/service/enumeration",
    Words::new("service must be 1, 3 or 4", "service 只能是 1、3 或 4"),
    &[option("service", "service 设置为 3/4 时")],
    Demand::OneOf(&["service"], &[Literal::Number(1), Literal::Number(3), Literal::Number(4)]),
);

/// 3 and 4 need a later version.
pub(super) static DIRECT_VERSION: Rule = Rule {
    scope: |at| directly(at) && exists(at),
    about: &[About::Field(&["service"]), About::Fact(&BASE_LIBRARY)],
    ..asked(
        "cashier/service/direct-version",
        Words::new(
            "service 3 and 4 are supported from base library 1.35.0.1 only",
            "service=3、4 仅在 1.35.0.1 及以上基础库支持",
        ),
        &[option("service", "其中 service=3、4,仅在 1.35.0.1+基础库支持")],
        Demand::Since(DIRECT),
    )
};

/// No desk.
pub(super) static NO_DESK: Rule = Rule {
    id: "cashier/service/no-desk",
    says: Words::new("with service 3 and 4 the cashier does not open", "service=3、4 不拉起小程序收银台"),
    cites: &[option("service", "微信 API 支付,不拉起小程序收银台"), option("service", "1.35.0.1+")],
    since: DIRECT,
    scope: directly,
    about: &[About::Field(&["service"])],
    check: Check::Promise(Promise {
        holds: |_, trace| Standing::kept(desks(trace).next().is_none()),
        needs: &[Kind::Shown],
        bends: &[Bend {
            id: "opens-a-desk",
            bend: |_, trace| trace.0.push(Event::new(Kind::Shown, Object::new().with("desk", "cashier"))),
        }],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// The wallet that was asked for.
pub(super) static WALLET: Rule = Rule {
    id: "cashier/service/wallet",
    says: Words::new(
        "service 3 calls WeChat and service 4 Alipay, and no other wallet",
        "service=3 直接拉起微信,service=4 直接拉起支付宝",
    ),
    cites: &[
        option("service", "service=3: 微信 API 支付"),
        option("service", "service=4: 支付宝 API 支付"),
        option("service", "1.35.0.1+"),
    ],
    since: DIRECT,
    scope: directly,
    about: &[About::Field(&["service"])],
    check: Check::Promise(Promise {
        holds: wallet,
        // A refusal shows no wallet: who sees no callback cannot tell.
        needs: &[Kind::Shown, Kind::Called],
        stages: |_| vec![Patch::default()],
        bends: &[
            Bend { id: "none", bend: |_, trace| trace.0.retain(|e| !is_wallet(e)) },
            Bend { id: "the-other-one", bend: |_, trace| swap_wallets(trace) },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

fn wallet(at: &At<'_>, trace: &Trace) -> Standing {
    let mut called = trace.0.iter().filter(|e| is_wallet(e)).peekable();
    let wanted = if in_wechat(at) { Channel::Wx } else { Channel::Alipay };
    if called.peek().is_some() {
        return Standing::kept(called.all(|e| e.with.get("wallet").as_str() == Some(wanted.name())));
    }
    let mut expected = false;
    visit(at, &mut |moment| expected |= matches!(moment, Moment::Wallet(_)));
    if expected && !was_refused(at, trace) { Standing::Broken } else { Standing::Apart }
}

fn is_wallet(event: &Event) -> bool {
    event.kind == Kind::Shown && !event.with.get("wallet").is_undefined()
}

fn swap_wallets(trace: &mut Trace) {
    for event in trace.0.iter_mut().filter(|e| is_wallet(e)) {
        let other = if event.with.get("wallet").as_str() == Some("wx") { "alipay" } else { "wx" };
        event.with = Object::new().with("wallet", other).into();
    }
}

/// The network is there.
pub(super) static NETWORK: Rule = Rule {
    scope: directly,
    about: &[About::Field(&["service"])],
    ..asked(
        "cashier/service/network",
        Words::new("without a network a payment without the cashier fails", "service=3、4 且离线时支付失败"),
        &[super::cite("fail 返回参数说明", "errMsg", "API 支付错误码")],
        Demand::Not(&NETWORK_FACT, Plain::Text("offline")),
    )
};
