//! `<pay-button>`: the button that leads from a page to the order page, the cashier and the refund pages.
//!
//! Source: `pay-button`.

mod baseline;
mod bridge;
mod gaps;
mod goods;
pub mod outcomes;
mod performance;
mod refund;
mod rules;
mod scene;
mod schema;

use crate::spec::{Kind, Operation, Role, Words};

use super::world;

pub use bridge::BRIDGE;

pub(in crate::api) use rules::ON_GOODS_INFO;

/// The component.
pub static PAY_BUTTON: Operation = Operation {
    name: "pay-button",
    api: "pay-button",
    says: Words::new("the component pay-button", "pay-button 组件"),
    role: Role::Platform,
    facts: &[
        &world::BASE_LIBRARY,
        &world::PAYMENT_OPEN,
        &world::LOGGED_IN,
        &world::BUTTON_USER,
        &world::BUTTON_DESK,
        &world::ORDER_QUANTITY,
        &world::GIVES_PHONE,
        &world::SALE,
        &world::STOCK,
        &world::GOODS_WHITELISTED,
        &world::GOODS_SERVER,
        &world::ABILITY_SERVER,
        &world::ORDER_CREATION,
        &world::ORDER_QUERY,
        &world::REFUND_QUERY,
        &world::APP_NAME_SERVER,
        &world::REFUND_SERVER,
        &world::REFUND_DETAIL,
        &world::DIRECT_ORDER,
        &world::OLD_ORDER,
        &world::MERGED_ORDER,
        &world::ORDER_ID,
        &world::OUT_ORDER_NO,
        &world::REFUND_ID,
        &world::OUT_REFUND_NO,
        &world::ITEM_1_PAID,
        &world::ITEM_2_PAID,
        &world::ITEM_1_REFUNDED,
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
    input: schema::component,
    result: schema::nothing,
};
