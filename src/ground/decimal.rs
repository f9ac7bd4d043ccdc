//! Exact decimals: money is never a float.

use std::fmt;
use std::str::FromStr;

/// An exact decimal number: `units` times ten to the power of minus `scale`, without trailing zeros.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Decimal {
    units: i128,
    scale: u32,
}

/// The text is no decimal number, or has more digits than 128 bits hold.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no decimal number such as 0.1, or has too many digits")]
pub struct DecimalError(String);

impl Decimal {
    /// A whole number.
    pub const fn whole(n: i64) -> Self {
        Self { units: n as i128, scale: 0 }
    }

    /// The number that a double is written as: the shortest decimal text that reads back as it. `None` for `NaN`, the
    /// infinities, and what 128 bits do not hold.
    pub fn from_number(n: f64) -> Option<Self> {
        #[expect(clippy::cast_possible_truncation, reason = "whole and small")]
        if n.fract() == 0.0 && n.abs() < 1e15 {
            return Some(Self::whole(n as i64));
        }
        if n.is_finite() { format!("{n}").parse().ok() } else { None }
    }

    /// The product, unless it has too many digits.
    pub fn times(self, other: Self) -> Option<Self> {
        let units = self.units.checked_mul(other.units)?;
        Some(Self { units, scale: self.scale + other.scale }.trimmed())
    }

    /// The number as a whole one, if it is.
    pub fn as_whole(self) -> Option<i64> {
        if self.scale == 0 { i64::try_from(self.units).ok() } else { None }
    }

    /// The least whole number that is not less.
    pub fn rounded_up(self) -> Option<i64> {
        let one = 10i128.checked_pow(self.scale)?;
        let down = self.units.div_euclid(one);
        i64::try_from(if self.units.rem_euclid(one) == 0 { down } else { down + 1 }).ok()
    }

    /// The whole number which, times this one, gives `product`; if there is one.
    pub fn whole_factor_of(self, product: i64) -> Option<i64> {
        let scaled = i128::from(product).checked_mul(10i128.checked_pow(self.scale)?)?;
        if let (Ok(scaled), Ok(units @ 1..)) = (i64::try_from(scaled), i64::try_from(self.units)) {
            return (scaled % units == 0).then_some(scaled / units);
        }
        if self.units == 0 || scaled % self.units != 0 {
            return None;
        }
        i64::try_from(scaled / self.units).ok()
    }

    /// Whether the number is greater than zero.
    pub const fn is_positive(self) -> bool {
        self.units > 0
    }

    /// The nearest double: for what is shown and sent, never to reckon with.
    pub fn to_number(self) -> f64 {
        self.to_string().parse().unwrap_or(f64::NAN)
    }

    fn trimmed(mut self) -> Self {
        // Money fits 64 bits nearly always, and dividing 128 is many times slower.
        if let Ok(mut units) = i64::try_from(self.units) {
            while self.scale > 0 && units % 10 == 0 {
                units /= 10;
                self.scale -= 1;
            }
            return Self { units: units.into(), scale: self.scale };
        }
        while self.scale > 0 && self.units % 10 == 0 {
            self.units /= 10;
            self.scale -= 1;
        }
        self
    }
}

impl FromStr for Decimal {
    type Err = DecimalError;

    fn from_str(text: &str) -> Result<Self, DecimalError> {
        let wrong = || DecimalError(text.to_owned());
        let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
        let add = |units: i128, digit: u8| units.checked_mul(10)?.checked_add(i128::from(digit - b'0'));
        let (mut units, mut places) = (0, None);
        for byte in digits.bytes() {
            match byte {
                b'0'..=b'9' => {
                    units = add(units, byte).ok_or_else(wrong)?;
                    places = places.map(|places| places + 1);
                }
                b'.' if places.is_none() => places = Some(0),
                _ => return Err(wrong()),
            }
        }
        if !digits.starts_with(|c: char| c.is_ascii_digit()) || places == Some(0) {
            return Err(wrong());
        }
        Ok(Self { units: sign * units, scale: places.unwrap_or(0) }.trimmed())
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.units < 0 { "-" } else { "" };
        let digits = self.units.unsigned_abs().to_string();
        let scale = self.scale as usize;
        if scale == 0 {
            return write!(f, "{sign}{digits}");
        }
        let digits = format!("{digits:0>width$}", width = scale + 1);
        let (whole, fraction) = digits.split_at(digits.len() - scale);
        write!(f, "{sign}{whole}.{fraction}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(s: &str) -> Decimal {
        s.parse().unwrap()
    }

    #[test]
    fn products_are_exact_where_floats_are_not() {
        assert_eq!(decimal("0.1").times(Decimal::whole(30)), Some(Decimal::whole(3)));
        assert_eq!(decimal("0.07").times(Decimal::whole(100)), Some(Decimal::whole(7)));
        let price = decimal("0.333333333333333333");
        assert_eq!(price.times(Decimal::whole(3)).unwrap().to_string(), "0.999999999999999999");
    }

    #[test]
    fn a_double_is_what_it_is_written_as() {
        assert_eq!(Decimal::from_number(2.5), Some(decimal("2.5")));
        assert_eq!(Decimal::from_number(0.1), Some(decimal("0.1")));
        assert_eq!(Decimal::from_number(f64::NAN), None);
        assert_eq!(Decimal::from_number(1e300), None);
        assert_eq!(Decimal::from_number(-600.0).unwrap().as_whole(), Some(-600));
    }

    #[test]
    fn parts_round_up() {
        let up = |s: &str| decimal(s).rounded_up();
        assert_eq!(
            [up("350.035"), up("350"), up("-0.5"), up("0.001")],
            [Some(351), Some(350), Some(0), Some(1)]
        );
    }

    #[test]
    fn a_whole_factor_is_found_if_there_is_one() {
        assert_eq!(decimal("0.1").whole_factor_of(60), Some(600));
        assert_eq!(decimal("0.7").whole_factor_of(1), None);
        assert_eq!(decimal("0").whole_factor_of(1), None);
    }

    #[test]
    fn texts_come_back_as_they_were() {
        for s in ["0.1", "-2.05", "1998", "0", "0.333333333333333333"] {
            assert_eq!(decimal(s).to_string(), s);
        }
        for s in ["", ".", "1.", ".5", "1e3", "+1", "0x1", "1.2.3", "--1"] {
            assert!(s.parse::<Decimal>().is_err(), "{s}");
        }
    }
}
