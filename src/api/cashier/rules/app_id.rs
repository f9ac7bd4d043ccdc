//! `app_id`: the app, as the payment settings have it.

use crate::spec::{Rule, Words};

use super::{info, official, required, string};

/// Passed.
pub(super) static REQUIRED: Rule = required(
    "cashier/app-id/required",
    Words::new("app_id must be passed, and not be empty", "必须传 app_id,且不能为空"),
    &[official("`app_id`"), info("app_id", "app_id")],
    &["orderInfo", "app_id"],
);

/// A string.
pub(super) static TYPE: Rule = string(
    "cashier/app-id/type",
    Words::new("app_id must be a string", "app_id 必须是字符串"),
    &[info("app_id", "string")],
    &["orderInfo", "app_id"],
);
