//! `uid`: the user.

use crate::spec::{Rule, Words};

use super::{agreed, agreed_on, info, string};

/// Passed.
pub(super) static REQUIRED: Rule = agreed_on(
    "cashier/uid/required",
    Words::new("uid must be passed, and not be empty", "必须传 uid,且不能为空"),
    &[agreed("`uid`"), info("uid", "用户唯一标识")],
    &["orderInfo", "uid"],
);

/// A string.
pub(super) static TYPE: Rule = string(
    "cashier/uid/type",
    Words::new("uid must be a string", "uid 必须是字符串"),
    &[info("uid", "string")],
    &["orderInfo", "uid"],
);
