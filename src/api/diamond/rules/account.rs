//! The user's account: what must be true of the user before a payment.

use crate::api::diamond::gaps::LIMIT;
use crate::api::diamond::order::{fen, fen_at_least, spent};
use crate::api::diamond::outcomes::{FACE_FAILED, NO_REAL_NAME, NOT_LOGGED_IN, OVER_LIMIT, RISKY};
use crate::api::diamond::scene::{FIRST, outside_the_tools};
use crate::api::world::{self, SPENT};
use crate::spec::{
    About, At, Case, Check, Demand, Own, Patch, Plain, Readings, Refusal, Rule, Standing, Variant, Words,
};

use super::cite;

/// Logged in.
pub(super) static LOGGED_IN: Rule = Rule {
    id: "diamond/account/logged-in",
    says: Words::new("the user must be logged in", "用户必须已登录"),
    cites: &[cite("错误码", "-16000", "用户未登录")],
    since: FIRST,
    scope: outside_the_tools,
    check: Check::Demand(Demand::Not(&world::LOGGED_IN, Plain::Flag(false)), &[Refusal::row(&NOT_LOGGED_IN)]),
    ..Rule::PLAIN
};

/// Real name.
pub(super) static REAL_NAME: Rule = Rule {
    id: "diamond/account/real-name",
    says: Words::new("the user must have passed real-name verification", "用户必须已通过实名认证"),
    cites: &[cite("错误码", "-15098", "当前用户未通过实名认证")],
    since: FIRST,
    scope: outside_the_tools,
    check: Check::Demand(Demand::Not(&world::REAL_NAME, Plain::Flag(false)), &[Refusal::row(&NO_REAL_NAME)]),
    ..Rule::PLAIN
};

/// Within the limit.
pub(super) static SPENDING_LIMIT: Rule = Rule {
    id: "diamond/account/spending-limit",
    says: Words::new(
        "the user's payments in total must not exceed the limit",
        "用户累计支付金额不得超过限制",
    ),
    cites: &[cite("错误码", "-15099", "当前用户累计支付金额超过限制")],
    since: FIRST,
    scope: outside_the_tools,
    check: Check::Demand(
        Demand::Own(&Own {
            judge: |at| within(at, spent),
            about: &[
                About::Fact(&SPENT),
                About::Fact(&world::SPENDING_LIMIT),
                About::Field(&["buyQuantity"]),
                About::Field(&["orderAmount"]),
                About::History,
            ],
            edges: |base| priced(base, &[(0, 1), (1, 2)]),
            breaks: |base| {
                let mut patches = priced(base, &[(0, 0), (100, -1)]);
                patches.push(Patch::fact(&SPENT, 5_000).and_fact(&world::SPENDING_LIMIT, 4_000));
                patches.extend(by_history(base));
                patches
            },
            openings: |base| {
                let price = price(base);
                let half = i32::try_from(price / 2).unwrap_or(1);
                let unheard =
                    Patch::set("customId", "order-0").and_at(&["success"], None).and_at(&["complete"], None);
                vec![
                    Patch::fact(&SPENT, half).and_fact(&world::SPENDING_LIMIT, half + 1),
                    Patch::fact(&SPENT, 100).and_fact(&world::SPENDING_LIMIT, whole(price + 100)),
                    Patch::fact(&world::SPENDING_LIMIT, whole(price + 1)).after(unheard),
                ]
            },
            variants: &[Variant { id: "forgets-earlier-steps", judge: |at| within(at, before_the_case) }],
            ..Own::PLAIN
        }),
        &[Refusal::row(&OVER_LIMIT)],
    ),
    ..Rule::PLAIN
};

/// No risk.
pub(super) static RISK: Rule = Rule {
    id: "diamond/account/risk",
    says: Words::new("the deal must not be intercepted by risk control", "交易不得被风控策略拦截"),
    cites: &[cite("错误码", "-20002", "交易存在风险,被风控策略拦截")],
    since: FIRST,
    scope: outside_the_tools,
    check: Check::Demand(Demand::Not(&world::RISK, Plain::Flag(true)), &[Refusal::row(&RISKY)]),
    ..Rule::PLAIN
};

/// The right face.
pub(super) static FACE: Rule = Rule {
    id: "diamond/account/face",
    says: Words::new("face verification must not fail", "人脸校验不得失败"),
    cites: &[cite("错误码", "21113", "人脸校验失败")],
    since: FIRST,
    scope: outside_the_tools,
    check: Check::Demand(Demand::Not(&world::FACE, Plain::Text("fails")), &[Refusal::row(&FACE_FAILED)]),
    ..Rule::PLAIN
};

/// Within the limit for certain, beyond it for certain, or in between, where the readings part.
fn within(at: &At<'_>, spent: fn(&At<'_>) -> i64) -> Standing {
    let Some(limit) = at.world.whole(&world::SPENDING_LIMIT) else { return Standing::Apart };
    let (past, price) = (spent(at), fen_at_least(at).unwrap_or(0));
    let sum = past.saturating_add(price);
    let exceeds = [sum > limit, sum >= limit, past >= limit];
    if exceeds.iter().all(|e| *e == exceeds[0]) {
        return Standing::kept(!exceeds[0]);
    }
    Standing::kept(!match at.reading(&LIMIT) {
        "sum" => exceeds[0],
        "sum-reached" => exceeds[1],
        _ => exceeds[2],
    })
}

fn before_the_case(at: &At<'_>) -> i64 {
    at.world.whole(&SPENT).unwrap_or(0)
}

/// The price of a valid call, in fen.
fn price(base: &Case) -> i64 {
    let readings = crate::spec::Profile::likeliest();
    fen(&base.at(base.steps.len() - 1, &[], Readings::Of(&readings))).unwrap_or(0)
}

/// Limits so far above what is spent and paid. Fen that no whole `i32` holds are not drawn.
fn priced(base: &Case, rooms: &[(i32, i32)]) -> Vec<Patch> {
    let price = price(base);
    let room = |(spent, above): &(i32, i32)| {
        let limit = if *above > 0 { whole(price + i64::from(spent + above)) } else { spent + above };
        Patch::fact(&SPENT, *spent).and_fact(&world::SPENDING_LIMIT, limit.max(0))
    };
    rooms.iter().map(room).collect()
}

/// Two payments, of which the first nearly fills or fills the limit.
fn by_history(base: &Case) -> Vec<Patch> {
    let limit = whole(price(base));
    let first = || Patch::set("customId", "order-0");
    // In the second case the first payment reaches the limit, which is free; once it is through, the next exceeds it by any reading.
    vec![
        Patch::fact(&world::SPENDING_LIMIT, limit + 1).after(first()),
        Patch::fact(&world::SPENDING_LIMIT, limit).after(first()),
    ]
}

fn whole(n: i64) -> i32 {
    i32::try_from(n).unwrap_or(i32::MAX)
}
