//! `subject`: the name of the order.

use crate::spec::{Rule, Words};

use super::{agreed, agreed_on, info, string};

/// Passed.
pub(super) static REQUIRED: Rule = agreed_on(
    "cashier/subject/required",
    Words::new("subject must be passed, and not be empty", "必须传 subject,且不能为空"),
    &[agreed("`subject`"), info("subject", "商户订单名称")],
    &["orderInfo", "subject"],
);

/// A string.
pub(super) static TYPE: Rule = string(
    "cashier/subject/type",
    Words::new("subject must be a string", "subject 必须是字符串"),
    &[info("subject", "string")],
    &["orderInfo", "subject"],
);
