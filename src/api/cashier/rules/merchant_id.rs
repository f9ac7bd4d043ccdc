//! `merchant_id`: the merchant.

use crate::spec::{Rule, Words};

use super::{info, official, required, string};

/// Passed.
pub(super) static REQUIRED: Rule = required(
    "cashier/merchant-id/required",
    Words::new("merchant_id must be passed, and not be empty", "必须传 merchant_id,且不能为空"),
    &[official("`merchant_id`"), info("merchant_id", "商户号")],
    &["orderInfo", "merchant_id"],
);

/// A string.
pub(super) static TYPE: Rule = string(
    "cashier/merchant-id/type",
    Words::new("merchant_id must be a string", "merchant_id 必须是字符串"),
    &[info("merchant_id", "string")],
    &["orderInfo", "merchant_id"],
);
