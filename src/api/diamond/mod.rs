//! `tt.openAwemeCustomerService`: Douyin diamond payment, and the question whether it knows `goodType`.
//!
//! Source: `open-aweme-customer-service`.

mod baseline;
mod can_i_use;
mod gaps;
mod order;
pub mod outcomes;
mod performance;
mod rules;
mod scene;
mod schema;

use crate::spec::{Kind, Operation, Role, Words};

use super::world;

pub use can_i_use::CAN_I_USE;
pub use rules::buy_quantity::TIERS;

pub(in crate::api) use baseline::some_quantity;
pub(in crate::api) use rules::ON_OPTIONS;

/// Diamond payment.
pub static OPEN_AWEME_CUSTOMER_SERVICE: Operation = Operation {
    name: "tt.openAwemeCustomerService",
    api: "diamond",
    says: Words::new("Douyin diamond payment", "抖音钻石支付"),
    role: Role::Platform,
    facts: &[
        &world::BASE_LIBRARY,
        &world::HOST,
        &world::OS,
        &world::PAYMENT_OPEN,
        &world::LOGGED_IN,
        &world::REAL_NAME,
        &world::SPENT,
        &world::SPENDING_LIMIT,
        &world::RISK,
        &world::FACE,
        &world::NETWORK,
        &world::DESK,
        &world::ORDER_SERVER,
        &world::USER,
        &world::COIN_PRICE,
    ],
    rules: rules::ALL,
    gaps: gaps::ALL,
    cells: scene::CELLS,
    bases: baseline::ALL,
    derived: None,
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
