//! What is demanded of callers, as rules for what makes their calls; and that a call asks for what was wanted.

mod diamond_options;
mod goods_info;
mod order_info;

use crate::api::{cashier, diamond, pay_button, signature};
use crate::ground::{Object, Value};
use crate::spec::{Kind, Rule, Trace};

const ORDER: usize = cashier::ON_AN_ORDER.len();
const SIGNED: usize = signature::OF_AN_ORDER.len();
const DIAMOND: usize = diamond::ON_OPTIONS.len();
const GOODS: usize = pay_button::ON_GOODS_INFO.len();

static ON_AN_ORDER: [Rule; ORDER] = produced(cashier::ON_AN_ORDER);
static ON_OPTIONS: [Rule; DIAMOND] = produced(diamond::ON_OPTIONS);
static ON_GOODS_INFO: [Rule; GOODS] = produced(pay_button::ON_GOODS_INFO);

/// That an `orderInfo` is the order.
const OF_AN_ORDER: &[&Rule] = &[&order_info::AS_ORDERED, &order_info::ADDRESS];

/// That options are the purchase.
const OF_A_PURCHASE: &[&Rule] = &[&diamond_options::AS_WANTED];

/// That information is about the goods.
const OF_GOODS: &[&Rule] = &[&goods_info::AS_DESCRIBED];

/// The rules of `order-info`: that it is the order, that it is signed, and all that `tt.pay` demands of it.
pub(super) static OF_ORDER_INFO: [&Rule; OF_AN_ORDER.len() + SIGNED + ORDER] =
    list(OF_AN_ORDER, signature::OF_AN_ORDER, &ON_AN_ORDER);

/// The rules of `diamond-options`.
pub(super) static OF_DIAMOND_OPTIONS: [&Rule; OF_A_PURCHASE.len() + DIAMOND] =
    list(OF_A_PURCHASE, &[], &ON_OPTIONS);

/// The rules of `goods-info`.
pub(super) static OF_GOODS_INFO: [&Rule; OF_GOODS.len() + GOODS] = list(OF_GOODS, &[], &ON_GOODS_INFO);

/// Edits what is returned.
fn edit(trace: &mut Trace, edit: impl Fn(&mut Object)) {
    for event in trace.0.iter_mut().filter(|event| event.kind == Kind::Returned) {
        if let Value::Object(returned) = &mut event.with {
            edit(returned);
        }
    }
}

/// Changes a member where there is one.
fn change(trace: &mut Trace, name: &'static str, value: impl Into<Value>) {
    let value = value.into();
    edit(trace, |returned| {
        if returned.find(name).is_some() {
            returned.set(name, value.clone());
        }
    });
}

/// The demands of an interface on its callers, as rules for what makes the calls.
const fn produced<const N: usize>(demands: &[&'static Rule]) -> [Rule; N] {
    let mut rules = [const { Rule::PLAIN }; N];
    let mut i = 0;
    while i < N {
        rules[i] = Rule::produced(demands[i]);
        i += 1;
    }
    rules
}

/// One list of three.
const fn list<const N: usize>(
    own: &[&'static Rule],
    shared: &[&'static Rule],
    made: &'static [Rule],
) -> [&'static Rule; N] {
    assert!(own.len() + shared.len() + made.len() == N);
    let mut rules = [own[0]; N];
    let mut i = 0;
    while i < N {
        rules[i] = if i < own.len() {
            own[i]
        } else if i < own.len() + shared.len() {
            shared[i - own.len()]
        } else {
            &made[i - own.len() - shared.len()]
        };
        i += 1;
    }
    rules
}
