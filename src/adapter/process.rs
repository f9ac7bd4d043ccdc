//! One child process: its lines in and out, each on a thread of its own, because a full window overflows a pipe and two sides that both
//! write would wait for each other for ever.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use process_wrap::std::{ChildWrapper, CommandWrap};

use super::queue::{Line, Queue, Silence};

/// How much of what a process writes for people is kept.
const KEPT: usize = 16 * 1024;

/// A running child process.
#[derive(Debug)]
pub(super) struct Process {
    child: Box<dyn ChildWrapper>,
    lines: Arc<Queue>,
    input: Option<Sender<String>>,
    said: Arc<Mutex<VecDeque<u8>>>,
}

impl Process {
    /// Starts a command in a process group of its own.
    pub(super) fn start(command: &[String], max_line: usize) -> std::io::Result<Self> {
        let mut wrapped = Command::new(&command[0]);
        wrapped.args(&command[1..]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut wrapped = CommandWrap::from(wrapped);
        #[cfg(unix)]
        wrapped.wrap(process_wrap::std::ProcessGroup::leader());
        #[cfg(windows)]
        wrapped.wrap(process_wrap::std::JobObject);
        let mut child = wrapped.spawn()?;
        let said = Arc::new(Mutex::new(VecDeque::new()));
        let lines = Arc::new(Queue::default());
        let (input, to_write) = channel();
        if let Some(stdout) = child.stdout().take() {
            let lines = Arc::clone(&lines);
            thread::spawn(move || {
                read(BufReader::with_capacity(1 << 16, stdout), max_line, &lines);
                lines.end();
            });
        }
        if let Some(stdin) = child.stdin().take() {
            thread::spawn(move || write(stdin, &to_write));
        }
        if let Some(stderr) = child.stderr().take() {
            let said = Arc::clone(&said);
            thread::spawn(move || listen(stderr, &said));
        }
        Ok(Self { child, lines, input: Some(input), said })
    }

    /// Sends text. A process that no longer reads is noticed by its silence.
    pub(super) fn send(&self, text: String) {
        if let Some(input) = &self.input {
            let _ = input.send(text);
        }
    }

    /// The next line. Where there is none, waits for so many, at least one, or for so much time.
    pub(super) fn line(&self, lines: usize, patience: Duration) -> Result<Line, Silence> {
        self.lines.take(lines, patience)
    }

    /// What it wrote for people since the last time, the last few pages of it.
    pub(super) fn said(&self) -> String {
        let mut said = self.said.lock().unwrap_or_else(PoisonError::into_inner);
        String::from_utf8_lossy(&std::mem::take(&mut *said).into_iter().collect::<Vec<_>>()).into_owned()
    }

    /// Ends the whole process group. Says how the process ended, if it had ended by itself.
    pub(super) fn kill(&mut self) -> Option<String> {
        self.input = None;
        // A process that closed its output may need a moment to be gone.
        let ended = self.ended_within(Duration::from_millis(50));
        let _ = self.child.start_kill();
        let _ = self.child.wait();
        ended
    }

    /// Lets it finish what is in flight and go; ends it where it stays.
    pub(super) fn dismiss(&mut self, goodbye: String) {
        self.send(goodbye);
        self.input = None;
        let _ = self.ended_within(Duration::from_secs(1));
        // What it started may outlive it: the whole group goes, whether its leader is gone or not.
        let _ = self.child.start_kill();
        let _ = self.child.wait();
    }

    fn ended_within(&mut self, patience: Duration) -> Option<String> {
        let start = Instant::now();
        loop {
            if let Ok(Some(status)) = self.child.try_wait() {
                return Some(status.to_string());
            }
            if start.elapsed() >= patience {
                return None;
            }
            thread::sleep(Duration::from_millis(2));
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.lines.end();
    }
}

fn read(mut from: impl BufRead, max_line: usize, to: &Queue) {
    loop {
        let mut line = Vec::new();
        let limit = u64::try_from(max_line.saturating_add(1)).unwrap_or(u64::MAX);
        match from.by_ref().take(limit).read_until(b'\n', &mut line) {
            Ok(0) | Err(_) => return,
            Ok(_) => {}
        }
        let whole = line.last() == Some(&b'\n');
        let long = !whole && line.len() > max_line;
        if whole {
            line.pop();
        }
        let message = match (whole, long) {
            (true, _) => Line::Whole(line),
            (false, true) => Line::TooLong(line),
            (false, false) => Line::Half(line),
        };
        let last = !matches!(message, Line::Whole(_));
        if !to.put(message) || last {
            return;
        }
    }
}

/// Writes what is to be sent, as much at once as there is.
fn write(mut to: ChildStdin, from: &Receiver<String>) {
    while let Ok(mut text) = from.recv() {
        while let Ok(more) = from.try_recv() {
            text.push_str(&more);
        }
        if to.write_all(text.as_bytes()).and_then(|()| to.flush()).is_err() {
            return;
        }
    }
}

fn listen(mut from: impl Read, said: &Mutex<VecDeque<u8>>) {
    let mut buffer = [0; 4096];
    while let Ok(n) = from.read(&mut buffer) {
        if n == 0 {
            return;
        }
        let mut said = said.lock().unwrap_or_else(PoisonError::into_inner);
        said.extend(&buffer[..n]);
        let excess = said.len().saturating_sub(KEPT);
        said.drain(..excess);
    }
}
