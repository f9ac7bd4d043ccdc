//! How the fields are joined.

use std::fmt::Write;

use crate::api::signature::scheme;
use crate::api::signature::subject::Field;
use crate::spec::{About, Basis, Bend, Check, Promise, Rule, Words};

use super::{PART, any_field, cite, explains, fields, is_signed, joined, resign, sign_with};

/// Raw values.
pub(super) static RAW: Rule = Rule {
    id: "signature/join/raw",
    says: Words::new(
        "fields are joined as key=value with &, raw: no URL-encoding, and inner &, = and % stay as they are",
        "以 & 连接 key=value,取原值:不做 URL 编码,值内的 &、=、% 原样保留",
    ),
    cites: &[cite("3.", "Raw values: no URL-encoding; inner `&`, `=`, `%` stay as they are")],
    basis: Basis::Official,
    scope: |at| any_field(at, |_, v| v.as_str().is_some_and(is_hard)),
    about: &[About::Field(&["fields"])],
    check: Check::Promise(Promise {
        holds: |at, trace| explains(at, trace, &[encoded, encoded_with_plus, decoded, no_ampersand, trims]),
        stages: |base| {
            fields(
                base,
                &[
                    &[("alipay_url", "app_id=1&biz_content=x")],
                    &[("subject", "100%")],
                    &[("subject", "a%20b")],
                    &[("subject", "a+b c")],
                    &[("subject", "a=b")],
                    &[("subject", " x")],
                    &[("subject", "x ")],
                    &[("subject", "测试/订单?")],
                ],
            )
        },
        bends: &[
            Bend { id: "url-encodes", bend: |at, trace| resign(at, trace, encoded) },
            Bend { id: "url-encodes-with-plus", bend: |at, trace| resign(at, trace, encoded_with_plus) },
            Bend { id: "url-decodes", bend: |at, trace| resign(at, trace, decoded) },
            Bend { id: "trims-values", bend: |at, trace| resign(at, trace, trims) },
            Bend { id: "joins-without-ampersand", bend: |at, trace| resign(at, trace, no_ampersand) },
        ],
        ..PART
    }),
    ..Rule::PLAIN
};

/// A trailing `&`.
pub(super) static TRAILING_AMPERSAND: Rule = Rule {
    id: "signature/join/trailing-ampersand",
    says: Words::new("a & at the end of the last value stays", "最后一个值末尾的 & 保留"),
    cites: &[cite("3.", "inner `&`, `=`, `%` stay as they are")],
    basis: Basis::Official,
    scope: |at| any_field(at, |_, v| v.as_str().is_some_and(|s| s.ends_with('&'))),
    about: &[About::Field(&["fields"])],
    check: Check::Promise(Promise {
        holds: |at, trace| explains(at, trace, &[trimmed, trimmed_once]),
        stages: |base| {
            fields(
                base,
                &[
                    &[("zz", "x&")],
                    &[("zz", "x&&")],
                    &[("zz", "&")],
                    &[("wx_url", "https://wx.tenpay.com/x?a=1&")],
                ],
            )
        },
        bends: &[
            Bend { id: "trims-it", bend: |at, trace| resign(at, trace, trimmed) },
            Bend { id: "trims-one", bend: |at, trace| resign(at, trace, trimmed_once) },
        ],
        ..PART
    }),
    ..Rule::PLAIN
};

fn is_hard(text: &str) -> bool {
    text.bytes().any(|b| matches!(b, b'&' | b'=' | b'%' | b'+' | b' ' | b'/' | b'?') || !b.is_ascii())
}

fn encoded(texts: &[Field<'_>], secret: &str) -> Option<String> {
    Some(sign_with(texts, secret, is_signed, |v| Some(percent(v, "%20"))))
}

fn encoded_with_plus(texts: &[Field<'_>], secret: &str) -> Option<String> {
    Some(sign_with(texts, secret, is_signed, |v| Some(percent(v, "+"))))
}

fn decoded(texts: &[Field<'_>], secret: &str) -> Option<String> {
    Some(sign_with(texts, secret, is_signed, |v| v.contains("%20").then(|| v.replace("%20", " "))))
}

fn trims(texts: &[Field<'_>], secret: &str) -> Option<String> {
    Some(sign_with(texts, secret, is_signed, |v| Some(v.trim().to_owned())))
}

fn no_ampersand(texts: &[Field<'_>], secret: &str) -> Option<String> {
    let mut fields: Vec<_> = texts.iter().filter(|(k, v)| is_signed(k, v)).collect();
    fields.sort_unstable_by_key(|(key, _)| *key);
    let text = fields.iter().fold(String::new(), |text, (k, v)| text + k + "=" + v);
    Some(scheme::digest((text + secret).as_bytes()))
}

fn trimmed(texts: &[Field<'_>], secret: &str) -> Option<String> {
    Some(scheme::digest((joined(texts).trim_end_matches('&').to_owned() + secret).as_bytes()))
}

fn trimmed_once(texts: &[Field<'_>], secret: &str) -> Option<String> {
    let text = joined(texts);
    Some(scheme::digest((text.strip_suffix('&').unwrap_or(&text).to_owned() + secret).as_bytes()))
}

/// What `encodeURIComponent` does, save for its few exceptions.
fn percent(text: &str, space: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        match byte {
            b' ' => out.push_str(space),
            b if b.is_ascii_alphanumeric() || b"-_.!~*'()".contains(&b) => out.push(char::from(b)),
            b => {
                // Writing into a string cannot fail.
                let _ = write!(out, "%{b:02X}");
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percent_does_what_encode_uri_component_does() {
        assert_eq!(percent("a b&=%+/?汉", "%20"), "a%20b%26%3D%25%2B%2F%3F%E6%B1%89");
        assert!(is_hard("汉") && !is_hard("abc"));
    }
}
