//! The check of the bare loop for `sign`.

use std::cell::RefCell;

use md5::{Digest, Md5};
use paystone::ground::Value;
use paystone::spec::{Case, Kind, Trace};

use crate::sign::join;

thread_local! {
    static TEXT: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Whether what came out is the signature of the input, or anything, where nothing defines it.
pub(crate) fn keeps(case: &Case, traces: &[Trace], now: usize) -> bool {
    let input = &case.steps[now].input;
    let [event] = traces[now].0.as_slice() else { return false };
    let (Value::Object(fields), Some(secret)) = (input.get("fields"), input.get("secret").as_str()) else {
        return false;
    };
    let Some(sign) = event.with.get("sign").as_str().filter(|_| event.kind == Kind::Returned) else {
        return false;
    };
    let open = |value: &Value| match value {
        Value::Text(s) => !s.is_empty() && s.trim().is_empty(),
        Value::Undefined => false,
        Value::Number(_) => value.as_whole().is_none(),
        _ => true,
    };
    if fields.iter().any(|(key, value)| !matches!(key, "sign" | "risk_info") && open(value)) {
        return true;
    }
    TEXT.with_borrow_mut(|text| {
        text.clear();
        join(text, fields);
        text.push_str(secret);
        let mut hex = [0; 32];
        hex::encode_to_slice(Md5::digest(text.as_bytes()), &mut hex).is_ok() && sign.as_bytes() == hex
    })
}
