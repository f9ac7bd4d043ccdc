//! `orderInfo`: the signed order.

use crate::ground::Type;
use crate::spec::{Demand, Rule, Words};

use super::{asked, option};

/// Passed.
pub(super) static REQUIRED: Rule = asked(
    "cashier/order-info/required",
    Words::new("orderInfo must be passed", "必须传 orderInfo"),
    &[option("orderInfo", "调起小程序支付收银台的签名订单信息")],
    Demand::Present(&["orderInfo"]),
);

/// An object.
pub(super) static TYPE: Rule = asked(
    "cashier/order-info/type",
    Words::new("orderInfo must be an object", "orderInfo 必须是对象"),
    &[option("orderInfo", "object")],
    Demand::Typed(&["orderInfo"], Type::Object),
);
