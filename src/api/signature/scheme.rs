//! The scheme itself, as a pure function of texts.

use md5::{Digest, Md5};

/// The fields that are never signed.
pub const UNSIGNED: &[&str] = &["sign", "risk_info"];

/// The signature of fields, each as its text: leaves out `sign`, `risk_info` and empty values, orders by key, joins as
/// `key=value` with `&`, appends the secret, and writes the MD5 of the UTF-8 in lower-case hex.
///
/// ```
/// let fields = [("a1", "2"), ("a", "1"), ("sign", "stale"), ("b", "")];
/// assert_eq!(paystone::api::signature::scheme::sign(fields, "x"), "695ec5224cda5f164e1b5fb6e373dc87");
/// ```
pub fn sign<'a>(fields: impl IntoIterator<Item = (&'a str, &'a str)>, secret: &str) -> String {
    let mut signed: Vec<_> =
        fields.into_iter().filter(|(key, value)| !UNSIGNED.contains(key) && !value.is_empty()).collect();
    signed.sort_unstable_by_key(|(key, _)| *key);
    let mut text = String::with_capacity(256);
    join(&mut text, signed);
    text.push_str(secret);
    digest(text.as_bytes())
}

/// Joins fields as `key=value` with `&`, raw.
pub(super) fn join<'a>(text: &mut String, fields: impl IntoIterator<Item = (&'a str, &'a str)>) {
    for (i, (key, value)) in fields.into_iter().enumerate() {
        if i > 0 {
            text.push('&');
        }
        text.push_str(key);
        text.push('=');
        text.push_str(value);
    }
}

/// MD5 in lower-case hex.
pub(super) fn digest(bytes: &[u8]) -> String {
    let mut text = [0; 32];
    // Sixteen bytes are thirty-two digits, and digits are text.
    let _ = hex::encode_to_slice(Md5::digest(bytes), &mut text);
    String::from_utf8_lossy(&text).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_vector_agrees() {
        let fields = [
            ("app_id", "800000000001"),
            ("merchant_id", "1900000001"),
            ("timestamp", "1570694312"),
            ("sign_type", "MD5"),
            ("out_order_no", "201900000000000001"),
            ("total_amount", "1"),
            ("product_code", "pay"),
            ("payment_type", "direct"),
            ("trade_type", "H5"),
            ("version", "2.0"),
            ("currency", "CNY"),
            ("subject", "测试订单"),
            ("body", "测试订单"),
            ("uid", "0000000000000001"),
            ("trade_time", "1570585744"),
            ("valid_time", "300"),
            ("notify_url", ""),
            ("risk_info", r#"{"ip":"120.230.0.0"}"#),
            ("wx_type", "MWEB"),
            ("wx_url", "https://wx.tenpay.com/xxx"),
            ("alipay_url", "app_id=2019000000000006&biz_content=xxxx"),
        ];
        assert_eq!(sign(fields, "a"), "0f1e3358a9898d7c4c6c23740251808a");
    }

    #[test]
    fn a_key_that_is_a_prefix_of_another_comes_first() {
        let keys = ["ba", "b1", "abd", "abce", "abcd", "abc", "a1", "a"];
        let mut text = String::new();
        let mut fields = keys.map(|k| (k, "1"));
        fields.sort_unstable();
        join(&mut text, fields);
        assert_eq!(text, "a=1&a1=1&abc=1&abcd=1&abce=1&abd=1&b1=1&ba=1");
    }
}
