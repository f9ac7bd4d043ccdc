//! `payment_type`: the kind of payment.

use crate::spec::{Demand, Rule, Words};

use super::{fixed, info, official, required, string};

/// Passed.
pub(super) static REQUIRED: Rule = required(
    "cashier/payment-type/required",
    Words::new("payment_type must be passed, and not be empty", "必须传 payment_type,且不能为空"),
    &[official("`payment_type`"), info("payment_type", "固定值:direct")],
    &["orderInfo", "payment_type"],
);

/// A string.
pub(super) static TYPE: Rule = string(
    "cashier/payment-type/type",
    Words::new("payment_type must be a string", "payment_type 必须是字符串"),
    &[info("payment_type", "string")],
    &["orderInfo", "payment_type"],
);

/// Its one value.
pub(super) static FIXED: Rule = fixed(
    "cashier/payment-type/fixed",
    Words::new("payment_type must be direct", "payment_type 固定为 direct"),
    &[info("payment_type", "固定值:direct")],
    Demand::Fixed(&["orderInfo", "payment_type"], "direct"),
);
