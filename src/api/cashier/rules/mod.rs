//! One file for each subject of the document; in it, one value for each rule.

mod alipay_url;
mod app_id;
mod body;
mod call;
mod complete;
mod currency;
mod debug;
mod desk;
mod fail;
mod get_order_status;
mod host;
mod merchant_id;
mod notify_url;
mod order_info;
mod out_order_no;
mod pay_channel;
mod payment_type;
mod product_code;
mod risk_info;
mod service;
mod sign;
mod sign_type;
mod subject;
mod success;
mod timestamp;
mod total_amount;
mod trade_time;
mod trade_type;
mod uid;
mod valid_time;
mod version;
mod wx_type;
mod wx_url;

use crate::api::documents::{FACTS, TT_PAY};
use crate::ground::{Type, Value};
use crate::spec::{
    At, Basis, Check, Cite, Demand, Field, Force, Patch, Refusal, Rule, Standing, Waiver, Words,
};

use super::gaps::{DIRECT_CONTENT, NUMERIC_TIMES, TIME_DIGITS};
use super::info::field;
use super::outcomes::REFUSED;
use super::scene::directly;

/// Every rule, in the order of the document.
pub(super) static ALL: &[&Rule] = &[
    &call::MINIMUM_VERSION,
    &call::OPTIONS_OBJECT,
    &host::DESK_VERSION,
    &host::DIRECT_VERSION,
    &host::LISTED,
    &host::VIRTUAL_GOODS,
    &success::TYPE,
    &complete::TYPE,
    &complete::ONCE,
    &fail::TYPE,
    &order_info::REQUIRED,
    &order_info::TYPE,
    &service::TYPE,
    &service::REQUIRED,
    &service::ENUMERATION,
    &service::DIRECT_VERSION,
    &service::NO_DESK,
    &service::WALLET,
    &service::NETWORK,
    &get_order_status::TYPE,
    &get_order_status::ASKED,
    &get_order_status::ARGUMENT,
    &get_order_status::DESK_ONLY,
    &get_order_status::RESULT_PAGE,
    &get_order_status::STAYS_OPEN,
    &pay_channel::TYPE,
    &pay_channel::DEFAULT_TYPE,
    &pay_channel::ENUMERATION,
    &pay_channel::TICKED,
    &debug::TYPE,
    &merchant_id::REQUIRED,
    &merchant_id::TYPE,
    &app_id::REQUIRED,
    &app_id::TYPE,
    &sign_type::REQUIRED,
    &sign_type::TYPE,
    &sign_type::MD5,
    &timestamp::REQUIRED,
    &timestamp::TYPE,
    &timestamp::SECONDS,
    &version::REQUIRED,
    &version::TYPE,
    &version::FIXED,
    &trade_type::REQUIRED,
    &trade_type::TYPE,
    &trade_type::FIXED,
    &sign::REQUIRED,
    &sign::TYPE,
    &sign::MATCHES,
    &product_code::REQUIRED,
    &product_code::TYPE,
    &product_code::FIXED,
    &payment_type::REQUIRED,
    &payment_type::TYPE,
    &payment_type::FIXED,
    &out_order_no::REQUIRED,
    &out_order_no::TYPE,
    &out_order_no::PAID_ONCE,
    &uid::REQUIRED,
    &uid::TYPE,
    &total_amount::REQUIRED,
    &total_amount::TYPE,
    &total_amount::WHOLE_FEN,
    &total_amount::POSITIVE,
    &total_amount::DESK_PRICE,
    &currency::REQUIRED,
    &currency::TYPE,
    &currency::FIXED,
    &subject::REQUIRED,
    &subject::TYPE,
    &body::REQUIRED,
    &body::TYPE,
    &trade_time::REQUIRED,
    &trade_time::TYPE,
    &trade_time::SECONDS,
    &trade_time::SAME_FOR_AN_ORDER,
    &valid_time::REQUIRED,
    &valid_time::TYPE,
    &valid_time::SECONDS,
    &valid_time::NOT_PASSED,
    &notify_url::REQUIRED,
    &notify_url::TYPE,
    &notify_url::FIXED,
    &alipay_url::TYPE,
    &alipay_url::REQUIRED,
    &alipay_url::FORM,
    &alipay_url::CHANNEL,
    &wx_url::TYPE,
    &wx_url::REQUIRED,
    &wx_url::FORM,
    &wx_url::CHANNEL,
    &wx_type::TYPE,
    &wx_type::MWEB,
    &wx_type::NOT_ALONE,
    &risk_info::REQUIRED,
    &risk_info::TYPE,
    &risk_info::JSON_TEXT,
    &desk::OPENS,
    &desk::SOME_CHANNEL,
    &desk::NETWORK,
    &success::AFTER_THE_DESK,
    &success::ONE_ENDING,
    &success::CODE,
    &success::PAID,
    &success::TIMED_OUT,
    &success::FAILED,
    &success::CLOSED,
    &success::CANCELLED,
    &success::UNKNOWN,
    &fail::CANNOT_OPEN,
    &fail::PAYMENT_FAILED,
    &fail::WECHAT_FAILS,
    &fail::NO_WECHAT,
    &fail::NO_ALIPAY,
];

/// What is demanded of the `orderInfo` of a call, whatever was called before. That its signature belongs to it is said elsewhere.
pub(in crate::api) const ON_AN_ORDER: &[&Rule] = &[
    &order_info::REQUIRED,
    &order_info::TYPE,
    &merchant_id::REQUIRED,
    &merchant_id::TYPE,
    &app_id::REQUIRED,
    &app_id::TYPE,
    &sign_type::REQUIRED,
    &sign_type::TYPE,
    &sign_type::MD5,
    &timestamp::REQUIRED,
    &timestamp::TYPE,
    &timestamp::SECONDS,
    &version::REQUIRED,
    &version::TYPE,
    &version::FIXED,
    &trade_type::REQUIRED,
    &trade_type::TYPE,
    &trade_type::FIXED,
    &sign::REQUIRED,
    &sign::TYPE,
    &product_code::REQUIRED,
    &product_code::TYPE,
    &product_code::FIXED,
    &payment_type::REQUIRED,
    &payment_type::TYPE,
    &payment_type::FIXED,
    &out_order_no::REQUIRED,
    &out_order_no::TYPE,
    &uid::REQUIRED,
    &uid::TYPE,
    &total_amount::REQUIRED,
    &total_amount::TYPE,
    &total_amount::WHOLE_FEN,
    &total_amount::POSITIVE,
    &currency::REQUIRED,
    &currency::TYPE,
    &currency::FIXED,
    &subject::REQUIRED,
    &subject::TYPE,
    &body::REQUIRED,
    &body::TYPE,
    &trade_time::REQUIRED,
    &trade_time::TYPE,
    &trade_time::SECONDS,
    &valid_time::REQUIRED,
    &valid_time::TYPE,
    &valid_time::SECONDS,
    &notify_url::REQUIRED,
    &notify_url::TYPE,
    &notify_url::FIXED,
    &alipay_url::TYPE,
    &alipay_url::FORM,
    &wx_url::TYPE,
    &wx_url::FORM,
    &wx_type::TYPE,
    &wx_type::MWEB,
    &wx_type::NOT_ALONE,
    &risk_info::REQUIRED,
    &risk_info::TYPE,
    &risk_info::JSON_TEXT,
];

/// A place in the document.
const fn cite(section: &'static str, row: &'static str, words: &'static str) -> Cite {
    Cite { document: TT_PAY, section, row, words }
}

/// A row of the table of options.
const fn option(name: &'static str, words: &'static str) -> Cite {
    cite("输入", name, words)
}

/// A row of the table of fields.
const fn info(name: &'static str, words: &'static str) -> Cite {
    cite("orderInfo 属性如下:", name, words)
}

/// What an official page of the same platform says of fields.
const fn official(words: &'static str) -> Cite {
    Cite { document: FACTS, section: "## tt.pay", row: "- Required and signed (official", words }
}

/// What independent implementations agree on.
const fn agreed(words: &'static str) -> Cite {
    Cite { document: FACTS, section: "## tt.pay", row: "- Required by the platform's own", words }
}

/// `fail` with some text: the document names none.
const REFUSE: &[Refusal] = &[Refusal::row(&REFUSED)];

/// A demand on the caller whose breach no row answers with a refusal of its own.
const fn asked(id: &'static str, says: Words, cites: &'static [Cite], demand: Demand) -> Rule {
    Rule { id, says, cites, force: Force::Should, check: Check::Demand(demand, REFUSE), ..Rule::PLAIN }
}

/// A field that an official page says is required.
const fn required(id: &'static str, says: Words, cites: &'static [Cite], path: Field) -> Rule {
    Rule { basis: Basis::Official, ..asked(id, says, cites, Demand::Filled(path)) }
}

/// A field that independent implementations agree is required.
const fn agreed_on(id: &'static str, says: Words, cites: &'static [Cite], path: Field) -> Rule {
    Rule { basis: Basis::Agreed, ..asked(id, says, cites, Demand::Filled(path)) }
}

/// A field that is a text.
const fn string(id: &'static str, says: Words, cites: &'static [Cite], path: Field) -> Rule {
    asked(id, says, cites, Demand::Typed(path, Type::String))
}

/// A field of a fixed value, which the cashier insists on; without the cashier that is open.
const fn fixed(id: &'static str, says: Words, cites: &'static [Cite], demand: Demand) -> Rule {
    Rule { waivers: FREE_CONTENT, ..asked(id, says, cites, demand) }
}

const FREE_CONTENT: &[Waiver] = &[Waiver { gap: &DIRECT_CONTENT, when: directly, readings: &["free"] }];

/// A time as a number, and not as a text.
const NUMBER_OF_SECONDS: &[&str] = &["accepted"];

/// How a time in seconds stands: digits, of which there may have to be ten.
fn seconds(at: &At<'_>, name: &str) -> Standing {
    let value = field(at, name);
    let text = match value {
        Value::Text(text) if !text.is_empty() => text.to_string(),
        Value::Number(_) if at.reading(&NUMERIC_TIMES) == "accepted" => {
            let Some(n) = value.as_whole() else { return Standing::Broken };
            n.to_string()
        }
        _ => return Standing::Apart,
    };
    if !text.bytes().all(|b| b.is_ascii_digit()) {
        return Standing::Broken;
    }
    Standing::kept(text.len() == 10 || at.reading(&TIME_DIGITS) == "any")
}

/// Whether a time is given as a number.
fn is_number(at: &At<'_>, name: &str) -> bool {
    field(at, name).type_of() == Type::Number
}

/// Sets a field of the `orderInfo`.
fn set(name: &'static str, value: impl Into<Value>) -> Patch {
    Patch::default().and_at(&["orderInfo", name], Some(value.into()))
}

/// Leaves a field of the `orderInfo` out.
fn without(name: &'static str) -> Patch {
    Patch::default().and_at(&["orderInfo", name], None)
}

/// The ways to write a time wrong.
fn no_seconds(name: &'static str) -> Vec<Patch> {
    ["abc", "2019-08-25 16:11:21", "-566720681", "1566720681.5", " 1566720681"].map(|s| set(name, s)).to_vec()
}

/// Times that are right or wrong by their number of digits alone.
fn other_seconds(name: &'static str) -> Vec<Patch> {
    ["1566720681000", "156672068"].map(|s| set(name, s)).to_vec()
}
