//! The digest: what the joined text becomes.

use std::fmt::Write;

use crate::api::signature::scheme;
use crate::api::signature::subject::{Field, Signed, signed, subject};
use crate::ground::Value;
use crate::spec::{About, At, Basis, Bend, Case, Check, Kind, Patch, Promise, Rule, Standing, Trace, Words};

use super::{PART, any_field, cite, explains, fields, is_signed, joined, resign, sign_with};

/// The whole scheme.
pub(super) static MD5: Rule = Rule {
    id: "signature/digest/md5",
    says: Words::new(
        "sign is the MD5 of the signed fields, joined, with the secret behind them",
        "sign 为签名字段拼接后附上密钥的 MD5",
    ),
    cites: &[cite("4.", "sign = md5(joined + app_secret)")],
    basis: Basis::Official,
    about: &[About::Field(&["fields"]), About::Field(&["secret"]), About::Field(&["order"])],
    check: Check::Promise(Promise {
        holds: |at, trace| {
            let Some(subject) = subject(at, trace) else { return Standing::Apart };
            match signed(at, subject.fields, subject.secret) {
                Signed::As(sign) => Standing::kept(subject.sign.as_str() == Some(&sign)),
                Signed::Somehow => Standing::kept(subject.sign.as_str().is_some_and(is_digest)),
                Signed::Refused => Standing::kept(trace.first(Kind::Threw, "").is_some()),
            }
        },
        field: Some("sign"),
        needs: &[Kind::Returned],
        stages: hard_values,
        bends: &[
            Bend { id: "no-sign", bend: |_, trace| set_sign(trace, None) },
            Bend { id: "digests-twice", bend: |at, trace| resign(at, trace, |t, s| Some(twice(t, s))) },
            Bend { id: "forgets-the-second-field", bend: |at, trace| resign(at, trace, without_second) },
        ],
        ..Promise::PLAIN
    }),
    ..Rule::PLAIN
};

/// Whether a text has the form of a signature.
fn is_digest(text: &str) -> bool {
    text.len() == 32 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

/// Values that nothing defines, and long ones.
fn hard_values(base: &Case) -> Vec<Patch> {
    if base.steps.iter().any(|s| s.operation.name != "sign") {
        return Vec::new();
    }
    let set = |value: Value| Patch::default().and_at(&["fields", "extra"], Some(value));
    vec![
        Patch::default(),
        set(Value::Null),
        set(true.into()),
        set(0.5.into()),
        set(1e21.into()),
        set(Value::Array(vec![1.into()])),
        set(Value::Object(crate::ground::Object::new())),
        set(" ".into()),
        set("x".repeat(5_000).into()),
    ]
}

fn set_sign(trace: &mut Trace, sign: Option<&str>) {
    for event in &mut trace.0 {
        if let Value::Object(returned) = &mut event.with {
            match sign {
                Some(sign) => returned.set("sign", sign.to_owned()),
                None => returned.remove("sign"),
            }
        }
    }
}

fn twice(texts: &[Field<'_>], secret: &str) -> String {
    scheme::digest(scheme::digest((joined(texts) + secret).as_bytes()).as_bytes())
}

fn without_second(texts: &[Field<'_>], secret: &str) -> Option<String> {
    let mut keys: Vec<_> = texts.iter().filter(|(k, v)| is_signed(k, v)).map(|(k, _)| *k).collect();
    keys.sort_unstable();
    let second = *keys.get(1)?;
    Some(sign_with(texts, secret, |k, v| is_signed(k, v) && k != second, |_| None))
}

/// Numbers.
pub(super) static NUMBERS: Rule = Rule {
    id: "signature/digest/numbers",
    says: Words::new(
        "a number signs as its decimal text: 1 and \"1\" sign alike",
        "数字按其十进制文本签名:1 与 \"1\" 签名相同",
    ),
    cites: &[cite("A number signs as its decimal text", "`1` and `\"1\"` sign alike")],
    basis: Basis::Official,
    scope: |at| any_field(at, |_, v| matches!(v, Value::Number(_))),
    about: &[About::Field(&["fields"])],
    check: Check::Promise(Promise {
        holds: |at, trace| broken_if(explained_numbers(at, trace)),
        stages: |base| {
            if base.steps.iter().any(|s| s.operation.name != "sign") {
                return Vec::new();
            }
            let numbers = [7.0, 0.0, -1.0, 1e15, 9_007_199_254_740_991.0, 1_570_694_312.0];
            numbers
                .into_iter()
                .map(|n| Patch::default().and_at(&["fields", "extra"], Some(n.into())))
                .collect()
        },
        bends: &[
            Bend { id: "with-a-fraction", bend: |at, trace| renumber(at, trace, NUMBER_TEXTS[0]) },
            Bend { id: "in-exponent-form", bend: |at, trace| renumber(at, trace, NUMBER_TEXTS[1]) },
            Bend { id: "left-out", bend: |at, trace| renumber(at, trace, NUMBER_TEXTS[2]) },
            Bend { id: "quoted", bend: |at, trace| renumber(at, trace, NUMBER_TEXTS[3]) },
        ],
        ..PART
    }),
    ..Rule::PLAIN
};

/// Wrong texts of numbers.
const NUMBER_TEXTS: [fn(i64) -> String; 5] = [
    |n| format!("{n}.0"),
    #[expect(clippy::cast_precision_loss, reason = "the mistake that is imitated")]
    |n| format!("{:e}", n as f64),
    |_| String::new(),
    |n| format!("\"{n}\""),
    |n| format!("{n}.00"),
];

/// The signature where numbers have other texts.
fn with_numbers(at: &At<'_>, trace: &Trace, text: fn(i64) -> String) -> Option<String> {
    let subject = subject(at, trace)?;
    let mut fields = subject.fields.clone();
    for key in subject.fields.keys() {
        if let Some(n) = subject.fields.get(key).as_whole() {
            fields.set(key.clone(), text(n));
        }
    }
    match signed(at, &fields, subject.secret) {
        Signed::As(sign) => Some(sign),
        _ => None,
    }
}

fn explained_numbers(at: &At<'_>, trace: &Trace) -> bool {
    let sign = subject(at, trace).and_then(|s| s.sign.as_str());
    NUMBER_TEXTS.iter().any(|text| sign.is_some() && with_numbers(at, trace, *text).as_deref() == sign)
}

fn renumber(at: &At<'_>, trace: &mut Trace, text: fn(i64) -> String) {
    if let Some(sign) = with_numbers(at, trace, text) {
        set_sign(trace, Some(&sign));
    }
}

fn broken_if(broken: bool) -> Standing {
    if broken { Standing::Broken } else { Standing::Apart }
}

/// The secret.
pub(super) static SECRET_APPENDED: Rule = Rule {
    id: "signature/digest/secret-appended",
    says: Words::new("the secret is appended directly, without a separator", "密钥直接附在末尾,没有分隔符"),
    cites: &[cite("4.", "the payment secret appended directly, no separator")],
    basis: Basis::Official,
    about: &[About::Field(&["secret"])],
    check: Check::Promise(Promise {
        holds: |at, trace| explains(at, trace, &[secret_first, after_ampersand, as_key, no_secret]),
        bends: &[
            Bend { id: "secret-first", bend: |at, trace| resign(at, trace, secret_first) },
            Bend { id: "after-an-ampersand", bend: |at, trace| resign(at, trace, after_ampersand) },
            Bend { id: "as-key", bend: |at, trace| resign(at, trace, as_key) },
            Bend { id: "no-secret", bend: |at, trace| resign(at, trace, no_secret) },
        ],
        ..PART
    }),
    ..Rule::PLAIN
};

fn secret_first(texts: &[Field<'_>], secret: &str) -> Option<String> {
    Some(scheme::digest((secret.to_owned() + &joined(texts)).as_bytes()))
}

fn after_ampersand(texts: &[Field<'_>], secret: &str) -> Option<String> {
    Some(scheme::digest((joined(texts) + "&" + secret).as_bytes()))
}

fn as_key(texts: &[Field<'_>], secret: &str) -> Option<String> {
    Some(scheme::digest((joined(texts) + "&key=" + secret).as_bytes()))
}

fn no_secret(texts: &[Field<'_>], _: &str) -> Option<String> {
    Some(scheme::digest(joined(texts).as_bytes()))
}

/// The encoding.
pub(super) static UTF_8: Rule = Rule {
    id: "signature/digest/utf-8",
    says: Words::new("the text is digested as UTF-8", "按 UTF-8 编码计算摘要"),
    cites: &[cite("4.", "UTF-8")],
    basis: Basis::Official,
    scope: |at| any_field(at, |k, v| !k.is_ascii() || v.as_str().is_some_and(|s| !s.is_ascii())),
    about: &[About::Field(&["fields"])],
    check: Check::Promise(Promise {
        holds: |at, trace| explains(at, trace, &[latin1, utf16, escaped]),
        stages: |base| {
            fields(
                base,
                &[&[("subject", "测试订单")], &[("subject", "é")], &[("subject", "😀")], &[("键", "1")]],
            )
        },
        bends: &[
            Bend { id: "latin-1", bend: |at, trace| resign(at, trace, latin1) },
            Bend { id: "utf-16", bend: |at, trace| resign(at, trace, utf16) },
            Bend { id: "escaped", bend: |at, trace| resign(at, trace, escaped) },
        ],
        ..PART
    }),
    ..Rule::PLAIN
};

/// What `Buffer.from(text, 'latin1')` does: the low byte of each UTF-16 unit.
fn latin1(texts: &[Field<'_>], secret: &str) -> Option<String> {
    let text = joined(texts) + secret;
    let bytes: Vec<u8> = text.encode_utf16().map(|unit| unit.to_le_bytes()[0]).collect();
    Some(scheme::digest(&bytes))
}

fn utf16(texts: &[Field<'_>], secret: &str) -> Option<String> {
    let text = joined(texts) + secret;
    if text.is_ascii() {
        return None;
    }
    let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    Some(scheme::digest(&bytes))
}

/// What a JSON writer does that escapes everything beyond ASCII.
fn escaped(texts: &[Field<'_>], secret: &str) -> Option<String> {
    let mut out = String::new();
    for unit in (joined(texts) + secret).encode_utf16() {
        match u8::try_from(unit) {
            Ok(byte) if byte.is_ascii() => out.push(char::from(byte)),
            _ => {
                // Writing into a string cannot fail.
                let _ = write!(out, "\\u{unit:04x}");
            }
        }
    }
    Some(scheme::digest(out.as_bytes()))
}

/// The form.
pub(super) static LOWER_HEX: Rule = Rule {
    id: "signature/digest/lower-hex",
    says: Words::new("the signature is written in lower-case hex", "签名以小写十六进制表示"),
    cites: &[cite("4.", "lower-case hex")],
    basis: Basis::Official,
    check: Check::Promise(Promise {
        holds: |at, trace| {
            let sign = subject(at, trace).and_then(|s| s.sign.as_str());
            let other_form = sign.is_some_and(|s| s.len() != 32 || !s.bytes().all(|b| b.is_ascii_hexdigit()));
            if other_form { Standing::Broken } else { explains(at, trace, &[upper]) }
        },
        bends: &[Bend { id: "upper-case", bend: |at, trace| resign(at, trace, upper) }],
        ..PART
    }),
    ..Rule::PLAIN
};

fn upper(texts: &[Field<'_>], secret: &str) -> Option<String> {
    Some(scheme::digest((joined(texts) + secret).as_bytes()).to_uppercase())
}
