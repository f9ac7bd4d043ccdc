//! Secrets: what must not appear in anything that is written.

use crate::engine::Summary;

use super::lines;

/// What stands in the place of a secret, in reports and in cases that are replayed by value.
const STAND_IN: &str = "<payment-secret>";

/// Secrets to keep out of all output.
#[derive(Clone, Default)]
pub struct Secrets(Vec<String>);

impl std::fmt::Debug for Secrets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} secrets", self.0.len())
    }
}

impl Secrets {
    /// The shortest secret that can be kept out: a shorter one would stand in any text by chance.
    pub const SHORTEST: usize = 8;

    /// Adds a secret.
    pub fn add(&mut self, secret: &str) {
        if !self.0.iter().any(|s| s == secret) {
            self.0.push(secret.to_owned());
        }
    }

    /// A text without secrets, neither plain nor as JSON writes them, once or twice over.
    pub fn hide(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for secret in self.0.iter().filter(|s| s.len() >= Self::SHORTEST) {
            let mut form = secret.clone();
            for _ in 0..3 {
                text = text.replace(&form, STAND_IN);
                form = escaped(&form);
            }
        }
        text
    }

    /// A run without secrets.
    pub fn hide_all(&self, summary: Summary) -> Summary {
        if self.0.is_empty() {
            return summary;
        }
        // What was hidden inside of JSON is still JSON: the stand-in needs no escapes.
        lines::read(&self.hide(&lines::write(&summary))).unwrap_or_default()
    }

    /// A text in which the stand-in is the first secret again.
    pub fn restore(&self, text: &str) -> String {
        match self.0.first() {
            Some(secret) => text.replace(STAND_IN, &escaped(secret)),
            None => text.to_owned(),
        }
    }

    /// Whether a text needs a secret to be whole.
    pub fn is_wanted_by(text: &str) -> bool {
        text.contains(STAND_IN)
    }
}

/// A text as it stands inside of a JSON string.
fn escaped(text: &str) -> String {
    let json = serde_json::Value::from(text).to_string();
    json[1..json.len() - 1].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_hidden_plain_and_escaped() {
        let mut secrets = Secrets::default();
        secrets.add("se\"cr\\et-long");
        let json = serde_json::json!({ "a": "x se\"cr\\et-long y" }).to_string();
        let twice = serde_json::Value::from(json.clone()).to_string();
        for text in ["se\"cr\\et-long", &json, &twice] {
            assert!(secrets.hide(text).contains(STAND_IN), "{text}");
        }
        assert_eq!(secrets.restore(&secrets.hide(&json)), json);
    }
}
