//! Lines on their way from a child process to who waits for them. It holds only so many bytes: a child that writes faster than it is judged
//! waits, as it would at a full pipe.

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
        let full = |w: &mut Waiting| !w.over && w.bytes > 0 && w.bytes + line.size() > MOST;
        let mut waiting = self.changed.wait_while(self.look(), full).unwrap_or_else(PoisonError::into_inner);
        if waiting.over {
            return false;
        }
        waiting.bytes += line.size();
        waiting.lines.push_back(line);
        drop(waiting);
        self.changed.notify_one();
        true
    }

    /// The next line, if one comes within so much time.
    pub(super) fn take(&self, patience: Duration) -> Result<Line, Silence> {
        let empty = |w: &mut Waiting| !w.over && w.lines.is_empty();
        let waited = self.changed.wait_timeout_while(self.look(), patience, empty);
        let (mut waiting, _) = waited.unwrap_or_else(PoisonError::into_inner);
        let Some(line) = waiting.lines.pop_front() else {
            return Err(if waiting.over { Silence::Ended } else { Silence::Yet });
        };
        waiting.bytes -= line.size();
        drop(waiting);
        self.changed.notify_one();
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
            while let Ok(line) = queue.take(Duration::from_secs(20)) {
                assert_eq!(line.size(), (1 << 20) + size_of::<Line>());
                assert!(queue.look().bytes <= MOST);
                taken += 1;
            }
            assert_eq!(taken, LINES);
            assert_eq!(queue.take(Duration::ZERO), Err(Silence::Ended));
        });
    }

    #[test]
    fn who_waits_for_room_that_nobody_will_make_is_told_so() {
        let queue = Queue::default();
        assert_eq!(queue.take(Duration::ZERO), Err(Silence::Yet));
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
