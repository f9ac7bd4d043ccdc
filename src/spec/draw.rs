//! The source of chance: a small generator of proptest's, seeded by the address of a case.

use proptest::prelude::Rng;
use proptest::test_runner::{RngAlgorithm, TestRng};

/// Draws for one case. Equal seeds give equal draws, on every machine.
#[derive(Debug)]
pub struct Draw(TestRng);

impl Draw {
    /// Draws for a seed. The seed is mixed first: neighbouring seeds give unlike draws.
    pub fn seeded(seed: u64) -> Self {
        let mut state = seed;
        let mut bytes = [0; 16];
        for half in bytes.chunks_mut(8) {
            state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
            half.copy_from_slice(&mix(state).to_le_bytes());
        }
        Self(TestRng::from_seed(RngAlgorithm::XorShift, &bytes))
    }

    /// Draws from a generator of proptest's, as its strategies do.
    pub fn from_rng(rng: &mut TestRng) -> Self {
        Self::seeded(rng.next_u64())
    }

    /// A number below `n`; zero where `n` is zero.
    pub fn below(&mut self, n: usize) -> usize {
        let wide = u128::from(self.0.next_u64()) * n as u128;
        usize::try_from(wide >> 64).unwrap_or_default()
    }

    /// Yes, once in `n` times.
    pub fn once_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    /// One of the things.
    ///
    /// # Panics
    ///
    /// When there are none.
    pub fn pick<'a, T>(&mut self, things: &'a [T]) -> &'a T {
        &things[self.below(things.len())]
    }

    /// A number between two, both included, small and large ones about equally likely.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        let span = high.abs_diff(low);
        let bits = 64 - span.leading_zeros() as usize;
        let mask = match self.below(bits + 1) {
            0 => 0,
            n => u64::MAX >> (64 - n),
        };
        let offset = (self.0.next_u64() & mask).min(span);
        low.saturating_add_unsigned(offset)
    }

    /// A text of so many characters, mostly plain, sometimes not.
    pub fn text(&mut self, length: usize) -> String {
        const PLAIN: &[char] = &['a', 'b', 'z', 'A', '0', '1', '9', '_', '-'];
        const ODD: &[char] =
            &[' ', '"', '\\', '&', '=', '%', '+', '\u{7f}', 'é', '汉', '字', '😀', '\u{301}'];
        let alphabet = if self.once_in(3) { ODD } else { PLAIN };
        (0..length).map(|_| *self.pick(alphabet)).collect()
    }
}

/// The finaliser of `SplitMix64`: spreads every bit of the input over the whole output.
pub const fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbouring_seeds_give_unlike_first_draws() {
        let firsts: std::collections::BTreeSet<_> =
            (0..1000).map(|s| Draw::seeded(s).below(1 << 30)).collect();
        assert!(firsts.len() > 990, "{}", firsts.len());
    }

    #[test]
    fn draws_are_the_same_on_every_machine() {
        let mut draw = Draw::seeded(7);
        let got: Vec<_> = (0..4).map(|_| draw.below(1000)).collect();
        assert_eq!(got, [941, 515, 496, 387]);
    }

    #[test]
    fn a_number_between_two_stays_between_them() {
        let mut draw = Draw::seeded(1);
        let drawn: Vec<_> = (0..2000).map(|_| draw.between(-3, 4)).collect();
        assert_eq!((drawn.iter().min(), drawn.iter().max()), (Some(&-3), Some(&4)));
        assert!((0..2000).map(|_| draw.between(i64::MIN, i64::MAX)).any(|n| n < 0));
    }
}
