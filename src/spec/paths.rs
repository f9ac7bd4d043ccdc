//! Paths through the gaps: which choices of readings fit what was seen, and what that tells about each gap.

use super::gap::{Gap, Tape};

/// What one step tells about one gap.
#[derive(Clone, Copy, Debug)]
pub struct Evidence {
    /// The gap.
    pub gap: &'static Gap,
    /// The readings that were possible, as bits.
    pub asked: u32,
    /// The readings that what was seen agrees with, as bits.
    pub left: u32,
}

/// The paths through the gaps that were gone over, and whether what was seen fits each.
#[derive(Debug, Default)]
pub(super) struct Paths {
    /// The readings of all paths, one path after another.
    readings: Vec<(&'static Gap, usize)>,
    /// For each path, where its readings end, and whether it fits.
    ends: Vec<(usize, bool)>,
}

impl Paths {
    /// Forgets them.
    pub(super) fn clear(&mut self) {
        self.readings.clear();
        self.ends.clear();
    }

    /// Adds the path that the tape is on.
    pub(super) fn add(&mut self, tape: &Tape, fits: bool) {
        tape.copy_to(&mut self.readings);
        self.ends.push((self.readings.len(), fits));
    }

    /// Whether some path does not fit.
    pub(super) fn any_misfit(&self) -> bool {
        self.ends.iter().any(|(_, fits)| !fits)
    }

    fn iter(&self) -> impl Iterator<Item = (&[(&'static Gap, usize)], bool)> {
        let starts = std::iter::once(0).chain(self.ends.iter().map(|(end, _)| *end));
        starts.zip(&self.ends).map(|(start, (end, fits))| (&self.readings[start..*end], *fits))
    }

    /// What the paths tell: for each gap, the readings of the paths that fit. A gap that some fitting path does not even ask for is
    /// told nothing of.
    pub(super) fn gather(&self, evidence: &mut Vec<Evidence>) {
        // Each path asks for one gap and for no other, the most frequent case by far: they begin alike, so it is the same.
        if let (Some((gap, _)), true) = (self.readings.first(), self.readings.len() == self.ends.len()) {
            return self.tell(gap, evidence);
        }
        let asks = |path: &[(&'static Gap, usize)], gap: &'static Gap| path.iter().any(|(g, _)| *g == gap);
        for (i, (gap, _)) in self.readings.iter().enumerate() {
            let is_first = !asks(&self.readings[..i], gap);
            if is_first && self.iter().all(|(path, fits)| !fits || asks(path, gap)) {
                self.tell(gap, evidence);
            }
        }
    }

    fn tell(&self, gap: &'static Gap, evidence: &mut Vec<Evidence>) {
        let mut told = Evidence { gap, asked: 0, left: 0 };
        for (path, fits) in self.iter() {
            for (_, index) in path.iter().filter(|(g, _)| *g == gap) {
                told.asked |= 1 << index;
                told.left |= u32::from(fits) << index;
            }
        }
        match evidence.iter_mut().find(|e| e.gap == gap) {
            // What agrees with one judgement of the step and not with another does not agree with the step.
            Some(known) => {
                let agrees = (known.left | !known.asked) & (told.left | !told.asked);
                known.asked |= told.asked;
                known.left = agrees & known.asked;
            }
            None => evidence.push(told),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::gap::NULL;
    use super::*;

    /// One judgement of a step asked for both readings and left the first, another asked for the second alone and left it: both were
    /// asked for, and the first alone agrees with all that was seen.
    #[test]
    fn what_two_judgements_tell_is_told_together() {
        let mut evidence = Vec::new();
        for ends in [&[(0, true), (1, false)][..], &[(1, true)]] {
            let readings = ends.iter().map(|(reading, _)| (&NULL, *reading)).collect();
            let ends = ends.iter().enumerate().map(|(path, (_, fits))| (path + 1, *fits)).collect();
            Paths { readings, ends }.gather(&mut evidence);
        }
        let told: Vec<_> = evidence.iter().map(|e| (e.gap.id, e.asked, e.left)).collect();
        assert_eq!(told, [("common/null", 0b11, 0b01)]);

        // The other way round: what only one of them asked for, the other has nothing against.
        let mut evidence = Vec::new();
        for reading in [0, 1] {
            Paths { readings: vec![(&NULL, reading)], ends: vec![(1, true)] }.gather(&mut evidence);
        }
        assert_eq!(evidence.iter().map(|e| (e.asked, e.left)).collect::<Vec<_>>(), [(0b11, 0b11)]);
    }
}
