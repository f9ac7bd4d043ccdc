//! The `orderInfo` of a call: its fields, and the signature that belongs to them.

use std::borrow::Cow;

use crate::api::signature::scheme;
use crate::api::world::PAYMENT_SECRET;
use crate::ground::{Object, Value};
use crate::spec::{At, World};

/// A field of the `orderInfo` of a step; `undefined` where there is none.
pub(super) fn field<'a>(at: &At<'a>, name: &str) -> &'a Value {
    at.field("orderInfo").get(name)
}

/// A field, if it is a text that is not empty.
pub(super) fn filled<'a>(at: &At<'a>, name: &str) -> Option<&'a str> {
    field(at, name).as_str().filter(|text| !text.is_empty())
}

/// The signature that a caller puts on an `orderInfo` which may hold a number that no scheme defines a text for.
pub(super) fn likely_sign(info: &Value, world: &World) -> Option<Value> {
    let mut whole = info.clone();
    if let Value::Object(fields) = &mut whole
        && let Some(n) = fields.get("total_amount").as_number().filter(|n| n.is_finite())
    {
        fields.set("total_amount", n.to_string());
    }
    sign(&whole, world)
}

/// The signature that an `orderInfo` should carry. `None` where it is no object, or holds what no scheme defines a text for.
pub(super) fn sign(info: &Value, world: &World) -> Option<Value> {
    let texts = texts(info.as_object()?)?;
    let fields = texts.iter().map(|(key, text)| (*key, text.as_ref()));
    Some(scheme::sign(fields, world.text(&PAYMENT_SECRET)).into())
}

fn texts(info: &Object) -> Option<Vec<(&str, Cow<'_, str>)>> {
    let signed = info.iter().filter(|(key, _)| !scheme::UNSIGNED.contains(key));
    signed.map(|(key, value)| Some((key, text(value)?))).collect()
}

fn text(value: &Value) -> Option<Cow<'_, str>> {
    match value {
        Value::Text(text) if !text.is_empty() && text.trim().is_empty() => None,
        Value::Text(text) => Some(Cow::Borrowed(text.as_ref())),
        Value::Undefined => Some(Cow::Borrowed("")),
        _ => value.as_whole().map(|n| Cow::Owned(n.to_string())),
    }
}
