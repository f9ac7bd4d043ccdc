//! What a page says of its goods, and what becomes of it: limits, the phone number, marketing, and texts for the server.

use serde_json::{Map, Value as Json};

use crate::ground::{Object, Value};
use crate::spec::{At, NULL};

use super::gaps::{LIMITS_RANGE, MERGED_MARKETING};
use super::scene::{MARKETING, TRADE, buys_from_library, property};

/// The bounds of `minLimits` and `maxLimits`.
pub(super) const LEAST: i64 = 1;
/// See there.
pub(super) const MOST: i64 = 99_999;

/// What one piece of goods of the library costs, in fen.
pub(super) const LIBRARY_PRICE: i64 = 9_900;

/// The least and the most that one order may take, once defaults are filled in and the two are converted. `None` where they are damaged.
pub(super) fn limits(at: &At<'_>, info: &Value) -> Option<(i64, i64)> {
    let least = limit(at, info.get("minLimits"), LEAST)?;
    let most = limit(at, info.get("maxLimits"), MOST)?;
    Some((least.min(most), most))
}

fn limit(at: &At<'_>, value: &Value, default: i64) -> Option<i64> {
    match value {
        Value::Undefined => Some(default),
        Value::Null => (at.reading(&NULL) == "missing").then_some(default),
        value => match value.as_whole()? {
            n if (LEAST..=MOST).contains(&n) => Some(n),
            n => (at.reading(&LIMITS_RANGE) == "clamped").then(|| n.clamp(LEAST, MOST)),
        },
    }
}

/// `validation.phoneNumber.required`.
pub(super) fn phone_required(info: &Value) -> &Value {
    info.get("validation").get("phoneNumber").get("required")
}

/// The marketing version that the order page shows; `None` where it shows no marketing. The outer `None`: nothing says which.
#[expect(clippy::option_option, reason = "that nothing says which is not that there is none")]
pub(super) fn marketing(at: &At<'_>, info: &Value) -> Option<Option<i64>> {
    let version = match info.get("marketingVersion") {
        Value::Undefined => 1,
        value => value.as_whole().filter(|n| (1..=2).contains(n) && at.has(TRADE))?,
    };
    match property(at, "marketing-ready") {
        _ if !at.has(MARKETING) => property(at, "marketing-ready").is_undefined().then_some(None),
        Value::Bool(true) => Some(Some(version)),
        Value::Bool(false) | Value::Undefined => Some(
            (buys_from_library(at) && goes_merged(at, info) && at.reading(&MERGED_MARKETING) == "shown")
                .then_some(version),
        ),
        _ => None,
    }
}

fn goes_merged(at: &At<'_>, info: &Value) -> bool {
    at.has(TRADE) && info.get("tradeOption").get("life_trade_flag").as_whole() == Some(1)
}

/// What JavaScript's `JSON.stringify` makes of a value; `None` where it makes nothing.
pub(super) fn stringified(value: &Value) -> Option<Json> {
    Some(match value {
        Value::Undefined | Value::Function(_) | Value::Other(_) => return None,
        Value::Null => Json::Null,
        Value::Bool(b) => Json::Bool(*b),
        Value::Number(n) => match value.as_whole() {
            Some(whole) => Json::from(whole),
            None => serde_json::Number::from_f64(*n).map_or(Json::Null, Json::Number),
        },
        Value::Text(s) => Json::String(s.as_ref().to_owned()),
        Value::Array(items) => {
            Json::Array(items.iter().map(|item| stringified(item).unwrap_or(Json::Null)).collect())
        }
        Value::Object(o) => Json::Object(
            o.iter().filter_map(|(k, v)| Some((k.to_owned(), stringified(v)?))).collect::<Map<_, _>>(),
        ),
    })
}

/// Whether a text that a server received is the JSON text of a value, in whatever order its members stand.
pub(super) fn is_text_of(text: &Value, value: &Value) -> bool {
    let read = text.as_str().and_then(|s| serde_json::from_str::<Json>(s).ok());
    read.is_some() && read == stringified(value)
}

/// The bytes of a value's JSON text, and those of the same with every character outside ASCII escaped.
pub(super) fn bytes(value: &Value) -> Option<(usize, usize)> {
    let text = stringified(value)?.to_string();
    let escaped = text.chars().map(|c| if c.is_ascii() { 1 } else { 6 * c.len_utf16() }).sum();
    Some((text.len(), escaped))
}

/// A value as its JSON text.
pub(super) fn text_of(value: &Value) -> Option<String> {
    stringified(value).map(|json| json.to_string())
}

/// What bind:applyrefund gives, without the item orders.
pub(super) fn without_item_orders(given: &Value) -> Object {
    let mut rest = given.as_object().cloned().unwrap_or_default();
    rest.remove("itemOrderList");
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bytes_are_those_of_the_json_text() {
        let value = |v: &'static str| Value::from(Object::new().with("a", v));
        assert_eq!(bytes(&value("x")), Some((9, 9)));
        assert_eq!(bytes(&value("汉")), Some((11, 14)));
        assert_eq!(bytes(&value("😀")), Some((12, 20)));
        assert_eq!(bytes(&value("\n\"")), Some((12, 12)));
        assert_eq!(bytes(&Value::Undefined), None);
    }

    #[test]
    fn what_json_lacks_is_left_out() {
        let value = Object::new().with("a", Value::Undefined).with("b", Value::records()).with("c", f64::NAN);
        assert_eq!(text_of(&value.into()).as_deref(), Some(r#"{"c":null}"#));
    }
}
