//! Child processes: a run over the line protocol against the raw feed of the same lines to the same child, written from memory by
//! one thread and counted by another. Starting, shaking hands and planning are outside of both.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio as Pipe};
use std::sync::atomic::{AtomicBool, AtomicU32};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use paystone::adapter::{Limits, Request, Stdio, request};
use paystone::api;
use paystone::engine::{Control, InProcess, Link, LinkError, Secrets, Settings, run};
use paystone::spec::{Capabilities, Case, Model, Operation, Reply};

use crate::{Effort, fact, median, rate, row};

/// A child, what it is asked, how many cases of exploration, and the least ratio at window 64.
struct Child {
    name: &'static str,
    command: Vec<String>,
    operation: &'static str,
    cases: u64,
    target: f64,
}

pub(crate) fn measure(effort: Effort) {
    println!("child process: a run against the raw feed of the same lines");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let script = |program: &str, path: &str| vec![program.to_owned(), root.join(path).display().to_string()];
    let rust = || example().into_iter().collect::<Vec<_>>();
    let node = || script("node", "tests/platform/main.cjs");
    let diamond = "tt.openAwemeCustomerService";
    let child = |name, command, operation, cases, target| Child { name, command, operation, cases, target };
    let children = [
        child("Rust", rust(), "sign", 20_000, 0.7),
        child("Rust", rust(), diamond, 10_000, 0.7),
        child("Node kit", node(), "sign", 5_000, 0.95),
        child("Node kit", node(), diamond, 3_000, 0.95),
        child("Python kit", script("python3", "tests/signers/signer.py"), "sign", 5_000, 0.95),
    ];
    for child in children {
        let title = format!("{}, {}", child.name, child.operation);
        if let Err(why) = compare(&child, effort) {
            fact(&title, &format!("not measured: {why}"));
        }
    }
    println!();
}

fn compare(child: &Child, effort: Effort) -> Result<(), String> {
    if child.command.is_empty() {
        return Err("the example `model_adapter` cannot be built".to_owned());
    }
    let operation = api::operation(child.operation).ok_or("no such operation")?;
    let settings =
        Settings { operations: vec![operation], cases: child.cases / effort.fraction, ..Settings::default() };
    let windows = [1, 64, 256];
    let (mut ratios, mut ours, mut floors) = (vec![Vec::new(); 3], vec![Vec::new(); 3], Vec::new());
    let capabilities = capabilities(&child.command)?;
    let lines = Arc::new(lines(operation, &settings, &capabilities)?);
    let floor = || feed(&child.command, &lines).map(|(took, cases)| rate(cases, took));
    for round in 0..effort.rounds {
        // Every run stands between two feeds, whose mean is its floor: a machine that gets slower meanwhile slows both.
        let mut before = floor()?;
        for i in 0..windows.len() {
            // In turns, so that no window is always the first.
            let i = (i + round) % windows.len();
            let our = over_the_line(&child.command, &settings, windows[i])?;
            let after = floor()?;
            ratios[i].push(our / f64::midpoint(before, after));
            ours[i].push(our);
            floors.push(before);
            before = after;
        }
    }
    for (i, window) in windows.into_iter().enumerate() {
        let what = format!("{}, {}, window {window}", child.name, child.operation);
        let target = (window == 64).then_some(child.target);
        let rates = format!("{:>9.0} cases/s of {:>9.0}", median(ours[i].clone()), median(floors.clone()));
        row(&what, median(ratios[i].clone()), target, &rates);
    }
    Ok(())
}

/// Builds the Rust child and says where it is.
fn example() -> Option<String> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let built = Command::new(cargo)
        .args(["build", "--quiet", "--release", "--example", "model_adapter"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .status();
    let ours = std::env::current_exe().ok()?;
    let path = ours
        .parent()?
        .parent()?
        .join("examples")
        .join(format!("model_adapter{}", std::env::consts::EXE_SUFFIX));
    (built.is_ok_and(|status| status.success()) && path.is_file()).then(|| path.display().to_string())
}

fn start(command: &[String], window: usize) -> Result<Stdio, LinkError> {
    let limits = Limits { window: Some(window), ..Limits::default() };
    let secrets = Secrets::default();
    Stdio::start(command, &limits, &secrets, &Arc::new(AtomicU32::new(0)), &Arc::new(AtomicBool::new(false)))
}

fn capabilities(command: &[String]) -> Result<Capabilities, String> {
    start(command, 1).map(|link| link.capabilities().clone()).map_err(|e| e.to_string())
}

/// A link that notes when the first case went in and the last reply came out.
struct Watched {
    link: Stdio,
    first: Option<Instant>,
    seen: Arc<Mutex<(u64, Duration)>>,
}

impl Link for Watched {
    fn capabilities(&self) -> &Capabilities {
        self.link.capabilities()
    }

    fn window(&self) -> usize {
        self.link.window()
    }

    fn submit(&mut self, id: u64, case: &Case) -> Result<(), LinkError> {
        self.first.get_or_insert_with(Instant::now);
        self.link.submit(id, case)
    }

    fn next(&mut self) -> Result<(u64, Reply), LinkError> {
        let reply = self.link.next()?;
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.0 += 1;
        seen.1 = self.first.map_or(Duration::ZERO, |first| first.elapsed());
        Ok(reply)
    }
}

/// The rate of a run from the first case sent to the last reply taken.
fn over_the_line(command: &[String], settings: &Settings, window: usize) -> Result<f64, String> {
    let seen = Arc::new(Mutex::new((0, Duration::ZERO)));
    let connect = || Ok(Watched { link: start(command, window)?, first: None, seen: Arc::clone(&seen) });
    let summary = run(settings, &connect, &Control::default()).map_err(|e| e.to_string())?;
    if let Some(trouble) = summary.end.trouble {
        return Err(format!("{trouble:?}"));
    }
    if !summary.findings.is_empty() {
        return Err(format!("{} findings", summary.findings.len()));
    }
    let (replies, took) = *seen.lock().unwrap_or_else(PoisonError::into_inner);
    Ok(rate(replies, took))
}

/// A link that answers as the model does, and writes down the lines that a child would be sent.
struct Written {
    model: InProcess<Model<'static>>,
    lines: Arc<Mutex<(String, u64)>>,
}

impl Link for Written {
    fn capabilities(&self) -> &Capabilities {
        self.model.capabilities()
    }

    fn submit(&mut self, id: u64, case: &Case) -> Result<(), LinkError> {
        let mut lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        request(&mut lines.0, Request::Case(id, case));
        lines.1 += 1;
        self.model.submit(id, case)
    }

    fn next(&mut self) -> Result<(u64, Reply), LinkError> {
        self.model.next()
    }
}

/// The lines that a run sends to a child with these capabilities, and how many.
fn lines(
    operation: &'static Operation,
    settings: &Settings,
    like: &Capabilities,
) -> Result<(String, u64), String> {
    let capabilities = Capabilities { operations: vec![operation], ..like.clone() };
    let lines = Arc::new(Mutex::new((String::new(), 0)));
    let connect = || {
        Ok(Written {
            model: InProcess::new(Model::faithful(capabilities.clone())),
            lines: Arc::clone(&lines),
        })
    };
    run(settings, &connect, &Control::default()).map_err(|e| e.to_string())?;
    let written = std::mem::take(&mut *lines.lock().unwrap_or_else(PoisonError::into_inner));
    Ok(written)
}

/// Feeds all lines, and counts the results: how long from the first byte written to the last line read.
fn feed(command: &[String], lines: &Arc<(String, u64)>) -> Result<(Duration, u64), String> {
    let text = |e: std::io::Error| e.to_string();
    let mut process = Command::new(&command[0]);
    process.args(&command[1..]).stdin(Pipe::piped()).stdout(Pipe::piped()).stderr(Pipe::null());
    let mut process = process.spawn().map_err(text)?;
    let (Some(mut to), Some(from)) = (process.stdin.take(), process.stdout.take()) else {
        return Err("no pipes".to_owned());
    };
    let mut from = BufReader::with_capacity(1 << 16, from);
    let mut line = Vec::new();
    let mut hello = String::new();
    request(&mut hello, Request::Hello);
    to.write_all(hello.as_bytes()).map_err(text)?;
    from.read_until(b'\n', &mut line).map_err(text)?;
    let start = Instant::now();
    let fed = Arc::clone(lines);
    let writer = std::thread::spawn(move || {
        let written = to.write_all(fed.0.as_bytes());
        (to, written)
    });
    for _ in 0..lines.1 {
        line.clear();
        if from.read_until(b'\n', &mut line).map_err(text)? == 0 {
            return Err("the child ended before its last result".to_owned());
        }
    }
    let took = start.elapsed();
    if let Ok((mut to, _)) = writer.join() {
        let mut bye = String::new();
        request(&mut bye, Request::Bye);
        let _ = to.write_all(bye.as_bytes());
    }
    process.wait().map_err(text)?;
    Ok((took, lines.1))
}
