//! `version`: the version of the interface.

use crate::spec::{Demand, Rule, Words};

use super::{fixed, info, official, required, string};

/// Passed.
pub(super) static REQUIRED: Rule = required(
    "cashier/version/required",
    Words::new("version must be passed, and not be empty", "必须传 version,且不能为空"),
    &[official("`version`"), info("version", "固定值:2.0")],
    &["orderInfo", "version"],
);

/// A string.
pub(super) static TYPE: Rule = string(
    "cashier/version/type",
    Words::new("version must be a string", "version 必须是字符串"),
    &[info("version", "string")],
    &["orderInfo", "version"],
);

/// Its one value.
pub(super) static FIXED: Rule = fixed(
    "cashier/version/fixed",
    Words::new("version must be 2.0", "version 固定为 2.0"),
    &[info("version", "固定值:2.0")],
    Demand::Fixed(&["orderInfo", "version"], "2.0"),
);
