//! How far a run is: a bar on a terminal, a plain line now and then elsewhere.

use std::io::IsTerminal;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use crate::engine::{Control, Progress, counted};
use crate::spec::Lang;

use super::out;

/// A bar that is shown until it is finished.
pub(super) struct Bar {
    done: Arc<AtomicBool>,
    painter: Option<JoinHandle<()>>,
}

/// How often the bar is painted, and how often a line is written where there is none.
const PAINT: Duration = Duration::from_millis(100);
const LINE: Duration = Duration::from_secs(10);

/// Shows how far a run is, on standard error.
pub(super) fn start(control: &Arc<Control>, lang: Lang) -> Bar {
    let done = Arc::new(AtomicBool::new(false));
    let (control, over) = (Arc::clone(control), Arc::clone(&done));
    let painter = thread::spawn(move || {
        if std::io::stderr().is_terminal() {
            paint(&control, &over, lang);
        } else {
            write_lines(&control, &over, lang);
        }
    });
    Bar { done, painter: Some(painter) }
}

fn paint(control: &Control, over: &AtomicBool, lang: Lang) {
    let bar = ProgressBar::new_spinner();
    if let Ok(style) = ProgressStyle::with_template("{spinner} {elapsed} {msg}") {
        bar.set_style(style);
    }
    while !over.load(Ordering::Relaxed) {
        bar.set_message(told(control.progress(), lang));
        bar.tick();
        thread::park_timeout(PAINT);
    }
    bar.finish_and_clear();
}

fn told(progress: Progress, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{}, {} unexpected", counted(progress.done, "case"), progress.found),
        Lang::Zh => format!("{} 个用例, {} 个异常", progress.done, progress.found),
    }
}

fn write_lines(control: &Control, over: &AtomicBool, lang: Lang) {
    let mut last = Instant::now();
    while !over.load(Ordering::Relaxed) {
        thread::park_timeout(PAINT);
        if last.elapsed() >= LINE {
            last = Instant::now();
            out::complain(&told(control.progress(), lang));
        }
    }
}

impl Bar {
    /// Takes the bar away.
    pub(super) fn finish(mut self) {
        self.done.store(true, Ordering::Relaxed);
        if let Some(painter) = self.painter.take() {
            painter.thread().unpark();
            let _ = painter.join();
        }
    }
}
