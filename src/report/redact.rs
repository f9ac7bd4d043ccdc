//! Secrets: what must not appear in anything that is written.

use serde_json::Value as Json;

use crate::engine::Summary;

/// What stands in the place of a secret, in reports and in cases that are replayed by value.
const STAND_IN: &str = "<payment-secret>";

/// The members of a case that are long enough to be taken for a secret.
const OURS: [&str; 2] = ["operation", "payment_secret"];

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

    /// A run without secrets. Only what comes from cases and from implementations can hold one; our own words stay as they are.
    pub fn hide_all(&self, mut summary: Summary) -> Summary {
        let hide = |text: &mut String| *text = self.hide(text);
        let Summary { run, rules, findings, end, .. } = &mut summary;
        hide(&mut run.implementation);
        hide(&mut run.version);
        for rule in rules {
            hide(&mut rule.why);
        }
        for (why, n) in std::mem::take(&mut end.skipped) {
            *end.skipped.entry(self.hide(&why)).or_default() += n;
        }
        if let Some(trouble) = &mut end.trouble {
            hide(&mut trouble.text);
        }
        for finding in findings {
            hide(&mut finding.said);
            hide(&mut finding.group);
            self.hide_json(&mut finding.case);
            self.hide_json(&mut finding.got);
            let changes = finding.changes.iter_mut().chain(&mut finding.twin);
            for change in changes {
                hide(&mut change.place);
                if let Some(value) = &mut change.value {
                    self.hide_json(value);
                }
            }
            for allowed in &mut finding.expected {
                self.hide_json(&mut allowed.events);
            }
        }
        summary
    }

    /// Hides secrets in the texts and the keys of what a case or an implementation holds.
    fn hide_json(&self, json: &mut Json) {
        match json {
            Json::String(text) => *text = self.hide(text),
            Json::Array(items) => {
                for item in items {
                    self.hide_json(item);
                }
            }
            Json::Object(members) => {
                let old = std::mem::take(members);
                for (key, mut value) in old {
                    self.hide_json(&mut value);
                    // The names that a case is made of are ours, whatever the secret is.
                    let key = if OURS.contains(&key.as_str()) { key } else { self.hide(&key) };
                    members.insert(key, value);
                }
            }
            _ => {}
        }
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
