//! `body`: the details of the order.

use crate::spec::{Rule, Words};

use super::{agreed, agreed_on, info, string};

/// Passed.
pub(super) static REQUIRED: Rule = agreed_on(
    "cashier/body/required",
    Words::new("body must be passed, and not be empty", "必须传 body,且不能为空"),
    &[agreed("`body`"), info("body", "商户订单详情")],
    &["orderInfo", "body"],
);

/// A string.
pub(super) static TYPE: Rule = string(
    "cashier/body/type",
    Words::new("body must be a string", "body 必须是字符串"),
    &[info("body", "string")],
    &["orderInfo", "body"],
);
