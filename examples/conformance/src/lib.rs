//! The server of a small shop: it turns a business order into the signed `orderInfo` that a mini-program hands to `tt.pay`.
//!
//! Written by hand from the document. It knows nothing of Paystone, as your own crate would not.

use std::collections::BTreeMap;

use md5::{Digest, Md5};
use serde_json::{Map, Value, json};

/// Builds and signs orders.
#[derive(Clone, Copy, Debug, Default)]
pub struct Shop {
    /// A mistake made on purpose, so that one can see which tests fail.
    pub mistake: Option<Mistake>,
}

/// A mistake that real shops made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mistake {
    /// `risk_info` is signed as well.
    SignsRiskInfo,
    /// The amount is in yuan, not in fen.
    AmountInYuan,
    /// A value that is no text is met with a panic.
    PanicsOnNumbers,
}

impl Shop {
    /// The `sign` of these fields: MD5 of all but the unsigned ones, in the order of their names, and the secret.
    pub fn sign(self, fields: &Map<String, Value>, secret: &str) -> String {
        let unsigned = |name: &str| {
            name == "sign" || (name == "risk_info" && self.mistake != Some(Mistake::SignsRiskInfo))
        };
        let texts: BTreeMap<&str, String> = fields
            .iter()
            .filter(|(name, _)| !unsigned(name))
            .map(|(name, value)| (name.as_str(), self.text(value)))
            .filter(|(_, text)| !text.is_empty())
            .collect();
        let pairs: Vec<String> = texts.iter().map(|(name, text)| format!("{name}={text}")).collect();
        hex::encode(Md5::digest(pairs.join("&") + secret))
    }

    /// The signed `orderInfo` of a business order.
    pub fn order_info(self, order: &Value, merchant: &Value, secret: &str) -> Map<String, Value> {
        let mut info = Map::new();
        for (name, value) in [
            ("sign_type", "MD5"),
            ("version", "2.0"),
            ("trade_type", "H5"),
            ("product_code", "pay"),
            ("payment_type", "direct"),
            ("currency", "CNY"),
            ("notify_url", "https://tp-pay.snssdk.com/paycallback"),
        ] {
            info.insert(name.to_owned(), value.into());
        }
        for (source, name) in [
            (merchant, "merchant_id"),
            (merchant, "app_id"),
            (merchant, "timestamp"),
            (order, "out_order_no"),
            (order, "total_amount"),
            (order, "subject"),
            (order, "body"),
            (order, "uid"),
            (order, "trade_time"),
            (order, "valid_time"),
            (order, "alipay_url"),
        ] {
            if let Some(value) = source.get(name) {
                info.insert(name.to_owned(), value.clone());
            }
        }
        if self.mistake == Some(Mistake::AmountInYuan)
            && let Some(fen) = order["total_amount"].as_f64()
        {
            info.insert("total_amount".to_owned(), json!(fen / 100.0));
        }
        if let Some(url) = order["wx_url"].as_str().filter(|url| !url.is_empty()) {
            info.insert("wx_type".to_owned(), "MWEB".into());
            info.insert("wx_url".to_owned(), url.into());
        }
        info.insert("risk_info".to_owned(), json!({ "ip": order["ip"] }).to_string().into());
        let sign = self.sign(&info, secret);
        info.insert("sign".to_owned(), sign.into());
        info
    }

    /// A value as it is signed. What is empty takes no part.
    fn text(self, value: &Value) -> String {
        match value {
            Value::Null => String::new(),
            Value::String(text) => text.clone(),
            Value::Number(number) if self.mistake == Some(Mistake::PanicsOnNumbers) => {
                panic!("no text to sign: {number}")
            }
            other => other.to_string(),
        }
    }
}
