//! `currency`: the currency.

use crate::spec::{Demand, Rule, Words};

use super::{agreed, agreed_on, fixed, info, string};

/// Passed.
pub(super) static REQUIRED: Rule = agreed_on(
    "cashier/currency/required",
    Words::new("currency must be passed, and not be empty", "必须传 currency,且不能为空"),
    &[agreed("`currency`"), info("currency", "固定值: CNY")],
    &["orderInfo", "currency"],
);

/// A string.
pub(super) static TYPE: Rule = string(
    "cashier/currency/type",
    Words::new("currency must be a string", "currency 必须是字符串"),
    &[info("currency", "string")],
    &["orderInfo", "currency"],
);

/// Its one value.
pub(super) static FIXED: Rule = fixed(
    "cashier/currency/fixed",
    Words::new("currency must be CNY", "currency 固定为 CNY"),
    &[info("currency", "固定值: CNY")],
    Demand::Fixed(&["orderInfo", "currency"], "CNY"),
);
