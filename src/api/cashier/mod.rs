//! `tt.pay`: the cashier of mini programs, and payment without it.
//!
//! Source: `tt-pay`.

mod baseline;
mod gaps;
mod info;
pub mod outcomes;
mod performance;
mod rules;
mod scene;
mod schema;
mod visit;

use crate::spec::{Derived, Kind, Operation, Role, Words};

use super::world;

pub(in crate::api) use rules::ON_AN_ORDER;

/// Payment.
pub static PAY: Operation = Operation {
    name: "tt.pay",
    api: "cashier",
    says: Words::new(
        "payment at the cashier, or in a wallet directly",
        "小程序收银台支付,或直接拉起微信/支付宝支付",
    ),
    role: Role::Platform,
    facts: &[
        &world::BASE_LIBRARY,
        &world::HOST,
        &world::HOST_VERSION,
        &world::OS,
        &world::VIRTUAL_GOODS,
        &world::NETWORK,
        &world::DESK,
        &world::WECHAT,
        &world::ALIPAY,
        &world::CASHIER_USER,
        &world::CLOCK,
        &world::PAYMENT_SECRET,
    ],
    rules: rules::ALL,
    gaps: gaps::ALL,
    cells: scene::CELLS,
    bases: baseline::ALL,
    derived: Some(Derived {
        path: &["orderInfo", "sign"],
        value: |world, options| info::likely_sign(options.get("orderInfo"), world),
    }),
    mirrors: &[],
    produces: None,
    vary: baseline::vary,
    succeed: performance::succeed,
    perform: performance::perform,
    decides: performance::decides,
    decided_by: &[Kind::Called],
    input: schema::options,
    result: schema::nothing,
};
