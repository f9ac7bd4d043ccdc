//! `product_code`: the product.

use crate::spec::{Demand, Rule, Words};

use super::{fixed, info, official, required, string};

/// Passed.
pub(super) static REQUIRED: Rule = required(
    "cashier/product-code/required",
    Words::new("product_code must be passed, and not be empty", "必须传 product_code,且不能为空"),
    &[official("`product_code`"), info("product_code", "固定值:pay")],
    &["orderInfo", "product_code"],
);

/// A string.
pub(super) static TYPE: Rule = string(
    "cashier/product-code/type",
    Words::new("product_code must be a string", "product_code 必须是字符串"),
    &[info("product_code", "string")],
    &["orderInfo", "product_code"],
);

/// Its one value.
pub(super) static FIXED: Rule = fixed(
    "cashier/product-code/fixed",
    Words::new("product_code must be pay", "product_code 固定为 pay"),
    &[info("product_code", "固定值:pay")],
    Demand::Fixed(&["orderInfo", "product_code"], "pay"),
);
