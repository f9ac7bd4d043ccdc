//! Lines on their way from a child process to who waits for them. It holds only so many bytes: a child that writes faster than it is judged
//! waits, as it would at a full pipe. To wake a thread takes longer than to judge a case: who waits is woken for many lines at once.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How many bytes may wait, one line of any length apart.
const MOST: usize = 4 << 20;

/// What came out of a process.
#[derive(Debug, PartialEq)]
pub(super) enum Line {
    /// A whole line, without its end.
    Whole(Vec<u8>),
    /// A line that is longer than allowed; as much of it as is.
    TooLong(Vec<u8>),
    /// The output ended in the middle of a line.
    Half(Vec<u8>),
}

/// No line came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Silence {
    /// Not yet.
    Yet,
    /// None will.
    Ended,
}

/// Lines that wait, between one who puts and one who takes.
#[derive(Debug, Default)]
pub(super) struct Queue {
    waiting: Mutex<Waiting>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct Waiting {
    lines: VecDeque<Line>,
    bytes: usize,
    /// For how many lines somebody waits.
    wanted: Option<usize>,
    /// Somebody waits for room.
    is_full: bool,
    /// One side is done: no line will be put, or none will be taken.
    over: bool,
}

impl Line {
    /// What it takes up. An empty line takes up something as well.
    const fn size(&self) -> usize {
        let (Self::Whole(bytes) | Self::TooLong(bytes) | Self::Half(bytes)) = self;
        bytes.len() + size_of::<Self>()
    }
}

impl Queue {
    /// Adds a line, as soon as there is room. Says whether somebody may take it.
    pub(super) fn put(&self, line: Line) -> bool {
        let mut waiting = self.look();
        while !waiting.over && waiting.bytes > 0 && waiting.bytes + line.size() > MOST {
            // Nobody is to wait for more lines than there is room for.
            waiting.is_full = true;
            self.changed.notify_all();
            waiting = self.changed.wait(waiting).unwrap_or_else(PoisonError::into_inner);
        }
        if waiting.over {
            return false;
        }
        waiting.bytes += line.size();
        waiting.lines.push_back(line);
        let enough = waiting.wanted.is_some_and(|wanted| waiting.lines.len() >= wanted);
        drop(waiting);
        if enough {
            self.changed.notify_all();
        }
        true
    }

    /// The next line. Where there is none, waits for so many, at least one, or for so much time.
    pub(super) fn take(&self, lines: usize, patience: Duration) -> Result<Line, Silence> {
        let mut waiting = self.look();
        if waiting.lines.is_empty() && !patience.is_zero() {
            let lines = lines.max(1);
            waiting.wanted = Some(lines);
            let few = |w: &mut Waiting| !w.over && !w.is_full && w.lines.len() < lines;
            let looked = self.changed.wait_timeout_while(waiting, patience, few);
            waiting = looked.unwrap_or_else(PoisonError::into_inner).0;
            waiting.wanted = None;
        }
        let Some(line) = waiting.lines.pop_front() else {
            return Err(if waiting.over { Silence::Ended } else { Silence::Yet });
        };
        waiting.bytes -= line.size();
        let was_full = std::mem::take(&mut waiting.is_full);
        drop(waiting);
        if was_full {
            self.changed.notify_all();
        }
        Ok(line)
    }

    /// Either side is done. What waits can still be taken.
    pub(super) fn end(&self) {
        self.look().over = true;
        self.changed.notify_all();
    }

    fn look(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_puts_too_much_waits_until_it_is_taken() {
        const LINES: usize = 64;
        let queue = Queue::default();
        std::thread::scope(|scope| {
            scope.spawn(|| {
                for _ in 0..LINES {
                    assert!(queue.put(Line::Whole(vec![b'x'; 1 << 20])));
                }
                queue.end();
            });
            let mut taken = 0;
            while let Ok(line) = queue.take(1, Duration::from_secs(20)) {
                assert_eq!(line.size(), (1 << 20) + size_of::<Line>());
                assert!(queue.look().bytes <= MOST);
                taken += 1;
            }
            assert_eq!(taken, LINES);
            assert_eq!(queue.take(1, Duration::ZERO), Err(Silence::Ended));
        });
    }

    #[test]
    fn who_waits_for_many_lines_gets_what_there_is_when_they_cannot_come() {
        let queue = Queue::default();
        std::thread::scope(|scope| {
            let puts = scope.spawn(|| {
                // Of lines of this size there is room for one.
                let large = || Line::Whole(vec![b'x'; MOST - 100]);
                let put = queue.put(large()) && queue.put(large());
                queue.end();
                put
            });
            let long = Duration::from_secs(20);
            let taken = [queue.take(64, long), queue.take(64, long), queue.take(64, long)];
            assert!(matches!(taken, [Ok(_), Ok(_), Err(Silence::Ended)]), "{taken:?}");
            assert_eq!(puts.join().ok(), Some(true));
        });
    }

    #[test]
    fn who_waits_for_room_that_nobody_will_make_is_told_so() {
        let queue = Queue::default();
        assert_eq!(queue.take(1, Duration::ZERO), Err(Silence::Yet));
        std::thread::scope(|scope| {
            let puts = scope.spawn(|| {
                let huge = || Line::Whole(vec![b'x'; 2 * MOST]);
                (queue.put(huge()), queue.put(huge()))
            });
            while queue.look().lines.is_empty() {
                std::thread::yield_now();
            }
            queue.end();
            assert_eq!(puts.join().ok(), Some((true, false)), "a line of any length, but not two");
        });
    }
}
