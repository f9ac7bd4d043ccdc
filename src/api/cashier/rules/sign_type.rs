//! `sign_type`: the algorithm of the signature.

use crate::spec::{Demand, Rule, Words};

use super::{asked, info, official, required, string};

/// Passed.
pub(super) static REQUIRED: Rule = required(
    "cashier/sign-type/required",
    Words::new("sign_type must be passed, and not be empty", "必须传 sign_type,且不能为空"),
    &[official("`sign_type`"), info("sign_type", "固定值:MD5")],
    &["orderInfo", "sign_type"],
);

/// A string.
pub(super) static TYPE: Rule = string(
    "cashier/sign-type/type",
    Words::new("sign_type must be a string", "sign_type 必须是字符串"),
    &[info("sign_type", "string")],
    &["orderInfo", "sign_type"],
);

/// Its one value.
pub(super) static MD5: Rule = asked(
    "cashier/sign-type/md5",
    Words::new("sign_type must be MD5", "sign_type 固定为 MD5"),
    &[info("sign_type", "固定值:MD5")],
    Demand::Fixed(&["orderInfo", "sign_type"], "MD5"),
);
