//! What the documents say: one folder for each documented interface, and nothing about rules anywhere else.
//! To add an interface: add a folder, and its operations to the list here.

pub mod caller;
pub mod cashier;
pub mod diamond;
pub mod documents;
pub mod pay_button;
pub mod signature;
pub mod world;

use crate::spec::{Gap, Operation, Rule};

/// Everything that can be called.
pub static OPERATIONS: &[&Operation] = &[
    &diamond::OPEN_AWEME_CUSTOMER_SERVICE,
    &diamond::CAN_I_USE,
    &cashier::PAY,
    &signature::SIGN,
    &pay_button::PAY_BUTTON,
    &pay_button::BRIDGE,
    &caller::ORDER_INFO,
    &caller::DIAMOND_OPTIONS,
    &caller::GOODS_INFO,
];

/// The operation with this name.
pub fn operation(name: &str) -> Option<&'static Operation> {
    OPERATIONS.iter().find(|o| o.name == name).copied()
}

/// Every rule once, with the operations that it belongs to.
pub fn rules() -> Vec<(&'static Rule, Vec<&'static Operation>)> {
    let mut all: Vec<(&'static Rule, Vec<&'static Operation>)> = Vec::new();
    for operation in OPERATIONS {
        for rule in operation.rules {
            match all.iter_mut().find(|(known, _)| known.id == rule.id) {
                Some((_, operations)) => operations.push(operation),
                None => all.push((rule, vec![operation])),
            }
        }
    }
    all
}

/// Every gap once.
pub fn gaps() -> Vec<&'static Gap> {
    let mut all: Vec<&'static Gap> = Vec::new();
    for gap in OPERATIONS.iter().flat_map(|o| o.gaps) {
        if !all.contains(gap) {
            all.push(gap);
        }
    }
    all
}
