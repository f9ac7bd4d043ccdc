//! Secrets: what must not appear in anything that is written. A text is freed of them first and cut to size then.

/// What stands in the place of a secret, in reports and in cases that are replayed by value.
const STAND_IN: &str = "<payment-secret>";

/// Secrets to keep out of all output.
#[derive(Clone, Default)]
pub struct Secrets(Vec<String>);

impl std::fmt::Debug for Secrets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "secrets: {}", self.0.len())
    }
}

impl Secrets {
    /// The shortest secret that can be kept out: a shorter one would stand in any text by chance.
    pub const SHORTEST: usize = 8;

    /// The shortest piece of a secret that is looked for where a text was cut off.
    const PIECE: usize = 3;

    /// Adds a secret.
    pub fn add(&mut self, secret: &str) {
        if !self.0.iter().any(|s| s == secret) {
            self.0.push(secret.to_owned());
        }
    }

    /// Adds all of another's.
    pub fn add_all(&mut self, other: &Self) {
        other.0.iter().for_each(|secret| self.add(secret));
    }

    /// A text without secrets, neither plain nor as JSON writes them, once or twice over.
    pub fn hide(&self, text: &str) -> String {
        self.forms().fold(text.to_owned(), |text, form| text.replace(&form, STAND_IN))
    }

    /// The same for a text that was cut off before it came here: what the cut left of a secret at either end goes as well.
    pub fn hide_cut(&self, text: &str) -> String {
        let hidden = self.hide(text);
        // A character that was cut in two reads as this one.
        let mut rest = hidden.trim_matches('\u{fffd}');
        let (mut before, mut behind) = ("", "");
        for form in self.forms() {
            // The longest pieces first.
            if let Some(less) = ends(&form).find_map(|piece| rest.strip_prefix(piece)) {
                (rest, before) = (less, STAND_IN);
            }
            if let Some(less) = beginnings(&form).rev().find_map(|piece| rest.strip_suffix(piece)) {
                (rest, behind) = (less, STAND_IN);
            }
        }
        if before.is_empty() && behind.is_empty() { hidden } else { format!("{before}{rest}{behind}") }
    }

    /// How secrets that are long enough may be written.
    fn forms(&self) -> impl Iterator<Item = String> {
        let long = self.0.iter().filter(|s| s.len() >= Self::SHORTEST);
        long.flat_map(|plain| {
            let once = escaped(plain);
            let twice = escaped(&once);
            [plain.clone(), once, twice]
        })
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

/// What is in front of a cut, wherever it goes through a text.
fn beginnings(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    cuts(text).map(|at| &text[..at]).filter(|piece| piece.len() >= Secrets::PIECE)
}

/// What is behind a cut, wherever it goes through a text.
fn ends(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    cuts(text).map(|at| &text[at..]).filter(|piece| piece.len() >= Secrets::PIECE)
}

fn cuts(text: &str) -> impl DoubleEndedIterator<Item = usize> {
    (1..text.len()).filter(|at| text.is_char_boundary(*at))
}

/// A text as it stands inside of a JSON string.
fn escaped(text: &str) -> String {
    let json = serde_json::Value::from(text).to_string();
    json[1..json.len() - 1].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secrets(secret: &str) -> Secrets {
        let mut secrets = Secrets::default();
        secrets.add(secret);
        secrets
    }

    #[test]
    fn a_secret_is_hidden_plain_and_escaped() {
        let secrets = secrets("se\"cr\\et-long");
        let json = serde_json::json!({ "a": "x se\"cr\\et-long y" }).to_string();
        let twice = serde_json::Value::from(json.clone()).to_string();
        for text in ["se\"cr\\et-long", &json, &twice] {
            assert!(secrets.hide(text).contains(STAND_IN), "{text}");
        }
        assert_eq!(secrets.restore(&secrets.hide(&json)), json);
    }

    #[test]
    fn what_a_cut_left_of_a_secret_is_hidden_at_either_end() {
        for secret in ["keep-this-to-yourself", "支付密钥-一二三四"] {
            let secrets = secrets(secret);
            let text = format!("signing with {secret} and {secret}, twice");
            let bytes = text.as_bytes();
            for at in 0..=bytes.len() {
                for half in [&bytes[..at], &bytes[at..]] {
                    let hidden = secrets.hide_cut(&String::from_utf8_lossy(half));
                    let left = |piece: &str| !piece.is_ascii() || piece.len() > Secrets::PIECE;
                    let told = ends(secret).chain(beginnings(secret)).find(|p| left(p) && hidden.contains(p));
                    assert_eq!(told, None, "{hidden}");
                }
            }
            assert_eq!(secrets.hide_cut("nothing of it"), "nothing of it");
        }
    }
}
