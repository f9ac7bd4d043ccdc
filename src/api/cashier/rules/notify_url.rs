//! `notify_url`: where the platform sends its notice.

use crate::api::cashier::gaps::{DIRECT_CONTENT, NOTIFY_EMPTY};
use crate::api::cashier::info::field;
use crate::api::cashier::scene::directly;
use crate::spec::{Basis, Demand, Rule, Waiver, Words};

use super::{agreed, asked, info, string};

/// Passed.
pub(super) static REQUIRED: Rule = Rule {
    basis: Basis::Agreed,
    waivers: &[Waiver {
        gap: &NOTIFY_EMPTY,
        when: |at| field(at, "notify_url").as_str() == Some(""),
        readings: &["accepted"],
    }],
    ..asked(
        "cashier/notify-url/required",
        Words::new("notify_url must be passed", "必须传 notify_url"),
        &[agreed("`notify_url`"), info("notify_url", "string")],
        Demand::Filled(&["orderInfo", "notify_url"]),
    )
};

/// A string.
pub(super) static TYPE: Rule = string(
    "cashier/notify-url/type",
    Words::new("notify_url must be a string", "notify_url 必须是字符串"),
    &[info("notify_url", "string")],
    &["orderInfo", "notify_url"],
);

/// Its one value.
pub(super) static FIXED: Rule = Rule {
    waivers: &[Waiver { gap: &DIRECT_CONTENT, when: directly, readings: &["free"] }],
    ..asked(
        "cashier/notify-url/fixed",
        Words::new(
            "notify_url must be https://tp-pay.snssdk.com/paycallback",
            "notify_url 固定为 https://tp-pay.snssdk.com/paycallback",
        ),
        &[info("notify_url", "固定值:https://tp-pay.snssdk.com/paycallback")],
        Demand::Fixed(&["orderInfo", "notify_url"], "https://tp-pay.snssdk.com/paycallback"),
    )
};
