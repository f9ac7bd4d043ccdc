//! `trade_type`: the kind of trade.

use crate::spec::{Demand, Rule, Words};

use super::{fixed, info, official, required, string};

/// Passed.
pub(super) static REQUIRED: Rule = required(
    "cashier/trade-type/required",
    Words::new("trade_type must be passed, and not be empty", "必须传 trade_type,且不能为空"),
    &[official("`trade_type`"), info("trade_type", "固定值:H5")],
    &["orderInfo", "trade_type"],
);

/// A string.
pub(super) static TYPE: Rule = string(
    "cashier/trade-type/type",
    Words::new("trade_type must be a string", "trade_type 必须是字符串"),
    &[info("trade_type", "string")],
    &["orderInfo", "trade_type"],
);

/// Its one value.
pub(super) static FIXED: Rule = fixed(
    "cashier/trade-type/fixed",
    Words::new("trade_type must be H5", "trade_type 固定为 H5"),
    &[info("trade_type", "固定值:H5")],
    Demand::Fixed(&["orderInfo", "trade_type"], "H5"),
);
