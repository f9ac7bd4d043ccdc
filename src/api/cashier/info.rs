//! The `orderInfo` of a call: its fields, and the signature that belongs to them.

use std::borrow::Cow;

use crate::api::signature::scheme;
use crate::api::world::PAYMENT_SECRET;
use crate::ground::Value;
use crate::spec::{At, World};

use super::gaps::SIGN_BLANK;

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
    sign_with(info, world, |_| None)
}

/// The signature that the `orderInfo` of a step should carry, as values of white space alone are read.
pub(super) fn sign_as_read(at: &At<'_>, info: &Value) -> Option<Value> {
    sign_with(info, at.world, |blank| Some(if at.reading(&SIGN_BLANK) == "dropped" { "" } else { blank }))
}

/// The signature, with this in place of each value of white space alone.
pub(super) fn sign_with(
    info: &Value,
    world: &World,
    blank: impl for<'a> Fn(&'a str) -> Option<&'a str>,
) -> Option<Value> {
    let signed = info.as_object()?.iter().filter(|(key, _)| !scheme::UNSIGNED.contains(key));
    let texts: Option<Vec<_>> = signed.map(|(key, value)| Some((key, text(value, &blank)?))).collect();
    let texts = texts?;
    let fields = texts.iter().map(|(key, text)| (*key, text.as_ref()));
    Some(scheme::sign(fields, world.text(&PAYMENT_SECRET)).into())
}

fn text<'a>(value: &'a Value, blank: impl Fn(&'a str) -> Option<&'a str>) -> Option<Cow<'a, str>> {
    match value {
        Value::Text(text) if !text.is_empty() && text.trim().is_empty() => blank(text).map(Cow::Borrowed),
        Value::Text(text) => Some(Cow::Borrowed(text.as_ref())),
        Value::Undefined => Some(Cow::Borrowed("")),
        _ => value.as_whole().map(|n| Cow::Owned(n.to_string())),
    }
}
