//! Addresses: where a case comes from. A case is a pure function of its address, so that any case can be drawn again alone.

use std::fmt;
use std::str::FromStr;

use crate::spec::{Draw, mix};

/// Where a case comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The seed of the run. The sweep does not depend on it.
    pub seed: u64,
    /// The operation's name.
    pub operation: String,
    /// What the case is drawn for.
    pub aim: Aim,
    /// Which of the cases drawn for it.
    pub index: u64,
}

/// What a case is drawn for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aim {
    /// The finite list that is the same in every run.
    Sweep,
    /// To keep every rule.
    Keep,
    /// To keep this rule by a hair.
    Edge(String),
    /// To break this rule.
    Break(String),
    /// The finite list of cases that break two rules which are refused differently.
    Precedence,
    /// To break two rules at once.
    Pair,
    /// To make several calls in a row.
    Sequence,
}

/// The text is no address.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is no address: SEED:OPERATION:AIM:INDEX is wanted, such as `1:sign:sweep:12` or `7:sign:edge=signature/order/by-key:3`"
)]
pub struct AddressError(String);

/// What tells the draws for one aim of one operation from those for another.
pub(super) fn salt(operation: &str, aim: &Aim) -> u64 {
    fnv(fnv(START, operation), &aim.to_string())
}

/// The draws for a place in a run.
pub(super) fn draw(seed: u64, salt: u64, index: u64) -> Draw {
    Draw::seeded(salt ^ seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ index.wrapping_mul(0xd6e8_feb8_6659_fd93))
}

/// Which of so many aims has its turn in a round of exploration: every one once, in an order that changes with the seed and the round,
/// without a list of it.
pub fn place_of(seed: u64, round: u64, turn: u64, aims: u64) -> usize {
    const STEPS: [u64; 8] = [1, 7, 11, 13, 17, 19, 23, 29];
    let mixed = mix(seed ^ round.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let step = STEPS
        .into_iter()
        .cycle()
        .skip((mixed & 7) as usize)
        .take(STEPS.len())
        .find(|s| !aims.is_multiple_of(*s));
    let place = (mixed >> 8) % aims + turn * step.unwrap_or(1);
    usize::try_from(place % aims).unwrap_or_default()
}

impl Address {
    /// The draws for this address.
    pub fn draw(&self) -> Draw {
        draw(self.seed, salt(&self.operation, &self.aim), self.index)
    }
}

/// Where [`fnv`] starts.
pub(super) const START: u64 = 0xcbf2_9ce4_8422_2325;

/// The FNV-1a hash of a text, behind what was hashed before it.
pub(super) fn fnv(start: u64, text: &str) -> u64 {
    text.bytes().fold(start, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

impl fmt::Display for Aim {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sweep => f.write_str("sweep"),
            Self::Keep => f.write_str("keep"),
            Self::Edge(rule) => write!(f, "edge={rule}"),
            Self::Break(rule) => write!(f, "break={rule}"),
            Self::Precedence => f.write_str("precedence"),
            Self::Pair => f.write_str("pair"),
            Self::Sequence => f.write_str("sequence"),
        }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}:{}", self.seed, self.operation, self.aim, self.index)
    }
}

impl FromStr for Address {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, AddressError> {
        let wrong = || AddressError(text.to_owned());
        let parts: Vec<_> = text.split(':').collect();
        let [seed, operation, aim, index] = parts[..] else { return Err(wrong()) };
        let aim = match aim.split_once('=') {
            None => match aim {
                "sweep" => Aim::Sweep,
                "keep" => Aim::Keep,
                "precedence" => Aim::Precedence,
                "pair" => Aim::Pair,
                "sequence" => Aim::Sequence,
                _ => return Err(wrong()),
            },
            Some(("edge", rule)) => Aim::Edge(rule.to_owned()),
            Some(("break", rule)) => Aim::Break(rule.to_owned()),
            Some(_) => return Err(wrong()),
        };
        Ok(Self {
            seed: seed.parse().map_err(|_| wrong())?,
            operation: operation.to_owned(),
            aim,
            index: index.parse().map_err(|_| wrong())?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_comes_back_from_text_as_it_was() {
        for text in [
            "1:sign:sweep:12",
            "18446744073709551615:tt.pay:break=a/b/c:0",
            "0:x:sequence:7",
            "1:x:precedence:3",
        ] {
            assert_eq!(text.parse::<Address>().unwrap().to_string(), text);
        }
        for text in
            ["", "1:sign:sweep", "x:sign:sweep:1", "1:sign:sweep:-1", "1:sign:edge:1", "1:sign:swept:1"]
        {
            assert!(text.parse::<Address>().is_err(), "{text}");
        }
    }

    #[test]
    fn neighbouring_addresses_draw_differently() {
        let first = |text: &str| text.parse::<Address>().unwrap().draw().below(1 << 30);
        let addresses = ["1:sign:keep:0", "1:sign:keep:1", "2:sign:keep:0", "1:sign:pair:0", "1:sigh:keep:0"];
        let firsts: std::collections::BTreeSet<_> = addresses.map(first).into_iter().collect();
        assert_eq!(firsts.len(), addresses.len());
    }
}
