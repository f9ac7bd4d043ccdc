//! Versions of base libraries and host apps: three or four numbers, compared number by number.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

/// A dotted version such as `2.64.0` or `2.43.0.0`; missing parts count as zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Version(pub [u32; 4]);

/// The text is no version: one to four decimal numbers with dots between them.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no version: one to four numbers with dots between them are wanted, such as 2.64.0")]
pub struct VersionError(String);

impl Version {
    const fn as_number(self) -> u128 {
        let [a, b, c, d] = self.0;
        (a as u128) << 96 | (b as u128) << 64 | (c as u128) << 32 | d as u128
    }

    /// The version just below: the last part that can be lowered is, and what follows it is as high as drawn cases go.
    pub fn before(self) -> Self {
        let mut parts = self.0;
        for i in (0..4).rev() {
            if parts[i] > 0 {
                parts[i] -= 1;
                parts[i + 1..].fill(99);
                break;
            }
        }
        Self(parts)
    }

    /// The version just above, as far as four parts can tell.
    pub fn after(self) -> Self {
        let [a, b, c, d] = self.0;
        Self([a, b, c, d + 1])
    }
}

/// Part by part, as numbers. Every rule asks for it: it is one comparison.
impl Ord for Version {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_number().cmp(&other.as_number())
    }
}

impl PartialOrd for Version {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl FromStr for Version {
    type Err = VersionError;

    fn from_str(text: &str) -> Result<Self, VersionError> {
        let wrong = || VersionError(text.to_owned());
        let mut parts = [0; 4];
        for (i, part) in text.split('.').enumerate() {
            let digits = !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
            let slot = parts.get_mut(i).filter(|_| digits).ok_or_else(wrong)?;
            *slot = part.parse().map_err(|_| wrong())?;
        }
        Ok(Self(parts))
    }
}

/// Three parts where the fourth is zero, else four.
impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [major, minor, patch, build] = self.0;
        write!(f, "{major}.{minor}.{patch}")?;
        if build > 0 { write!(f, ".{build}") } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(s: &str) -> Version {
        s.parse().unwrap()
    }

    #[test]
    fn parts_are_compared_as_numbers_and_missing_ones_are_zero() {
        assert!(version("2.100.0") > version("2.64.0"));
        assert_eq!(version("2.64"), version("2.64.0.0"));
        assert!(version("1.35.0.1") > version("1.35.0"));
    }

    #[test]
    fn before_and_after_are_neighbours() {
        assert_eq!(version("2.64.0").before(), version("2.63.99.99"));
        assert_eq!(version("1.35.0.1").before(), version("1.35.0"));
        assert_eq!(version("2.64.0").after(), version("2.64.0.1"));
        assert_eq!(version("0").before(), version("0"));
    }

    #[test]
    fn what_is_no_version_says_so() {
        for s in ["", "2..1", "2.x", "1.2.3.4.5", "-1", "99999999999"] {
            assert!(s.parse::<Version>().unwrap_err().to_string().contains("is no version"), "{s}");
        }
    }
}
