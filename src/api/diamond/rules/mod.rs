//! One file for each subject of the document; in it, one value for each rule.

mod account;
pub(super) mod buy_quantity;
mod call;
mod complete;
mod currency_type;
mod custom_id;
mod desk;
mod extra_info;
mod fail;
mod good_name;
mod good_type;
mod order_amount;
mod success;
mod zone_id;

use crate::api::documents::DIAMOND;
use crate::ground::Type;
use crate::spec::{At, Cite, Outcome, Refusal, Rule};

use super::gaps::VALUE_CODE;
use super::outcomes::{ILLEGAL, MISTYPED, mistyped};

/// Every rule, in the order of the document.
pub(super) static ALL: &[&Rule] = &[
    &call::MINIMUM_VERSION,
    &call::OPTIONS_OBJECT,
    &call::NEWER_PARAMETERS,
    &call::ASYNCHRONOUS,
    &extra_info::TYPE,
    &extra_info::LENGTH,
    &zone_id::TYPE,
    &zone_id::ORDER_ZONE,
    &currency_type::TYPE,
    &currency_type::DIAMOND_ONLY,
    &buy_quantity::TYPE,
    &buy_quantity::REQUIRED,
    &buy_quantity::NOT_FOR_ITEMS,
    &buy_quantity::PRICE_TIER,
    &buy_quantity::PRICED,
    &buy_quantity::DESK_PRICE,
    &buy_quantity::TEN_DIAMONDS,
    &good_type::TYPE,
    &good_type::ENUMERATION,
    &order_amount::TYPE,
    &order_amount::REQUIRED,
    &order_amount::WHOLE_FEN,
    &order_amount::BOUNDS,
    &order_amount::WHOLE_DIAMONDS,
    &order_amount::DESK_PRICE,
    &good_name::TYPE,
    &good_name::PRESENT,
    &good_name::LENGTH,
    &custom_id::TYPE,
    &custom_id::REQUIRED,
    &custom_id::NOT_EMPTY,
    &custom_id::UNIQUE,
    &custom_id::ORDER_CARRIES_IT,
    &success::TYPE,
    &success::ERR_MSG,
    &fail::TYPE,
    &fail::ERR_MSG,
    &fail::ERR_CODE,
    &fail::ERR_NO,
    &fail::ONE_ENDING,
    &complete::TYPE,
    &complete::ONCE,
    &complete::ARGUMENT,
    &complete::ORDER,
    &account::LOGGED_IN,
    &account::REAL_NAME,
    &account::SPENDING_LIMIT,
    &account::RISK,
    &account::FACE,
    &desk::PLATFORM,
    &desk::ABILITY,
    &desk::ORDER_SERVER,
    &desk::OPENS,
    &desk::NETWORK,
    &desk::PAYMENT_FAILED,
    &desk::CANCELLED,
    &desk::CLOSED,
    &desk::TIMED_OUT,
    &desk::NEVER_FINISHED,
    &desk::AFTER_VALIDATION,
    &desk::DEVTOOLS_CODE,
];

/// What is demanded of the options of a call, but for its callbacks, whatever was called before.
pub(in crate::api) const ON_OPTIONS: &[&Rule] = &[
    &buy_quantity::NOT_FOR_ITEMS,
    &call::OPTIONS_OBJECT,
    &extra_info::TYPE,
    &extra_info::LENGTH,
    &zone_id::TYPE,
    &currency_type::TYPE,
    &currency_type::DIAMOND_ONLY,
    &buy_quantity::TYPE,
    &buy_quantity::REQUIRED,
    &buy_quantity::PRICE_TIER,
    &good_type::TYPE,
    &good_type::ENUMERATION,
    &order_amount::TYPE,
    &order_amount::REQUIRED,
    &order_amount::WHOLE_FEN,
    &order_amount::BOUNDS,
    &good_name::TYPE,
    &good_name::LENGTH,
    &custom_id::TYPE,
    &custom_id::REQUIRED,
    &custom_id::NOT_EMPTY,
];

/// A place in the document.
const fn cite(section: &'static str, row: &'static str, words: &'static str) -> Cite {
    Cite { document: DIAMOND, section, row, words }
}

/// A row of the parameter table.
const fn parameter(name: &'static str, words: &'static str) -> Cite {
    cite("参数说明", name, words)
}

/// The remark that every parameter is type-checked.
const TYPE_ERRORS: Cite = cite("错误码", "99", "其他参数错误也会有类似错误信息");

/// The refusal of a parameter that is missing or of a wrong type.
const fn refuse_type(make: fn(&At<'_>) -> Outcome) -> Refusal {
    Refusal::made(&MISTYPED, make)
}

/// What the platform says of a parameter that should be of another type.
fn should_be(at: &At<'_>, name: &str, wanted: Type) -> Outcome {
    mistyped(name, wanted, at.field(name).type_of())
}

/// The refusals of an illegal value: a code of its own, or one of the type family.
const fn refuse_value(make: fn(&At<'_>) -> Outcome) -> [Refusal; 2] {
    [
        Refusal::row(&ILLEGAL).under(&VALUE_CODE, "illegal"),
        Refusal::made(&MISTYPED, make).under(&VALUE_CODE, "type-family"),
    ]
}
