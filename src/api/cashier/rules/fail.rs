//! `fail`: why neither the cashier nor a wallet could be called.

use crate::api::cashier::gaps::CALLBACK_TYPE;
use crate::api::cashier::outcomes::{
    NO_WECHAT as NO_WECHAT_CODE, PAYMENT_FAILED as PAYMENT_FAILED_CODE, REFUSED,
    WECHAT_FAILS as WECHAT_FAILS_CODE,
};
use crate::api::cashier::scene::{at_the_desk, directly};
use crate::api::cashier::visit::{End, end};
use crate::api::world::{ALIPAY, CASHIER_USER, DESK, WECHAT};
use crate::ground::{Type, Value};
use crate::spec::{
    About, Case, Check, Demand, Force, Own, Patch, Plain, Refusal, Rule, Standing, Waiver, Words,
};

use super::{asked, cite, option};

const SECTION: &str = "fail 返回参数说明";

/// A function.
pub(super) static TYPE: Rule = Rule {
    waivers: &[Waiver { gap: &CALLBACK_TYPE, when: |_| true, readings: &["ignored"] }],
    ..asked(
        "cashier/fail/type",
        Words::new("fail must be a function", "fail 必须是函数"),
        &[option("fail", "function")],
        Demand::Typed(&["fail"], Type::Function),
    )
};

/// The desk cannot be opened.
pub(super) static CANNOT_OPEN: Rule = Rule {
    force: Force::Must,
    scope: at_the_desk,
    about: &[About::Field(&["service"])],
    ..asked(
        "cashier/fail/cannot-open",
        Words::new("a cashier that cannot be opened ends in fail", "收银台无法拉起时回调 fail"),
        &[cite("代码示例", "tt.pay({", "调起收银台失败")],
        Demand::Not(&DESK, Plain::Text("fails")),
    )
};

/// What a payment without the cashier fails of.
const CAUSES: &[About] = &[About::Fact(&WECHAT), About::Fact(&ALIPAY)];

/// 10000.
pub(super) static PAYMENT_FAILED: Rule = Rule {
    force: Force::Must,
    scope: directly,
    about: &[About::Field(&["service"])],
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| Standing::kept(end(at) != Some(End::Error(10000))),
            about: CAUSES,
            breaks: |base| direct(base, &[(3, &WECHAT, "payment_fails"), (4, &ALIPAY, "payment_fails")]),
            ..Own::PLAIN
        }),
        &[Refusal::row(&PAYMENT_FAILED_CODE)],
    ),
    ..asked(
        "cashier/fail/payment-failed",
        Words::new(
            "a payment that fails in a wallet which was called directly may end in fail with 10000",
            "直接拉起的钱包支付失败时,可能以 fail 10000 结束",
        ),
        &[cite(SECTION, "errMsg", "10000- 支付失败")],
        Demand::Filled(&[]),
    )
};

/// 10001.
pub(super) static WECHAT_FAILS: Rule = Rule {
    force: Force::Must,
    scope: directly,
    about: &[About::Field(&["service"])],
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| Standing::kept(end(at) != Some(End::Error(10001))),
            about: CAUSES,
            breaks: |base| direct(base, &[(3, &WECHAT, "does_not_start")]),
            openings: |base| at_desk(base, "wx", &WECHAT, "does_not_start"),
            ..Own::PLAIN
        }),
        &[Refusal::row(&WECHAT_FAILS_CODE)],
    ),
    ..asked(
        "cashier/fail/wechat-fails",
        Words::new(
            "a WeChat that does not start ends a payment without the cashier in fail with 10001",
            "不拉起收银台时,调起微信失败以 fail 10001 结束",
        ),
        &[cite(SECTION, "errMsg", "10001- 调起微信失败")],
        Demand::Filled(&[]),
    )
};

/// 10002.
pub(super) static NO_WECHAT: Rule = Rule {
    force: Force::Must,
    scope: directly,
    about: &[About::Field(&["service"])],
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| Standing::kept(end(at) != Some(End::Error(10002))),
            about: CAUSES,
            breaks: |base| direct(base, &[(3, &WECHAT, "missing")]),
            openings: |base| at_desk(base, "wx", &WECHAT, "missing"),
            ..Own::PLAIN
        }),
        &[Refusal::row(&NO_WECHAT_CODE)],
    ),
    ..asked(
        "cashier/fail/no-wechat",
        Words::new(
            "a WeChat that is not installed ends a payment without the cashier in fail with 10002",
            "不拉起收银台时,微信未安装以 fail 10002 结束",
        ),
        &[cite(SECTION, "errMsg", "10002- 微信未安装")],
        Demand::Filled(&[]),
    )
};

/// No Alipay.
pub(super) static NO_ALIPAY: Rule = Rule {
    force: Force::Must,
    scope: directly,
    about: &[About::Field(&["service"])],
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| Standing::kept(end(at) != Some(End::Refused)),
            about: CAUSES,
            breaks: |base| direct(base, &[(4, &ALIPAY, "missing")]),
            openings: |base| at_desk(base, "alipay", &ALIPAY, "missing"),
            ..Own::PLAIN
        }),
        &[Refusal::row(&REFUSED)],
    ),
    ..asked(
        "cashier/fail/no-alipay",
        Words::new(
            "an Alipay that is not installed ends a payment without the cashier in fail; no code is known",
            "不拉起收银台时,支付宝未安装以 fail 结束,未见错误码",
        ),
        &[cite(SECTION, "errMsg", "API 支付错误码")],
        Demand::Filled(&[]),
    )
};

type Cause = (i64, &'static crate::spec::Fact, &'static str);

fn service(base: &Case) -> Option<i64> {
    base.steps.last()?.input.get("service").as_whole()
}

fn direct(base: &Case, causes: &[Cause]) -> Vec<Patch> {
    let own = causes.iter().filter(|(of, ..)| Some(*of) == service(base));
    own.map(|(_, fact, value)| Patch::fact(fact, *value)).collect()
}

/// The same at the desk, where it is open what becomes of it.
fn at_desk(
    base: &Case,
    does: &'static str,
    fact: &'static crate::spec::Fact,
    value: &'static str,
) -> Vec<Patch> {
    if service(base) != Some(1) {
        return Vec::new();
    }
    let user = |does: &'static str| {
        Patch::fact(&CASHIER_USER, Value::Array(vec![does.into()])).and_fact(fact, value)
    };
    if does == "wx" { vec![user("wx"), user("wx alipay")] } else { vec![user("alipay"), user("alipay wx")] }
}
