//! (long: one state machine) A link to a child process that speaks the line protocol: handshake, probe, window, timeouts, restarts, and blame after a crash.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::{Duration, Instant};

use serde_json::{Value as Json, json};

use crate::engine::{Link, LinkError, Secrets};
use crate::spec::{Capabilities, Case, Fault, Operation, Reply, World};

use super::handshake::{capabilities, pinned_secret};
use super::process::Process;
use super::protocol::{Request, Response, request, response};
use super::queue::{Line, Silence};

/// How patient a link is.
#[derive(Clone, Debug)]
pub struct Limits {
    /// For the handshake and the probe.
    pub handshake: Duration,
    /// For a case: how long nothing at all may come back.
    pub case: Duration,
    /// The longest line, in bytes.
    pub max_line: usize,
    /// How often a process may be started again, over all links of a run.
    pub restarts: u32,
    /// How many cases may be under way, whatever the adapter allows.
    pub window: Option<usize>,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            handshake: Duration::from_secs(30),
            case: Duration::from_secs(5),
            max_line: 1 << 20,
            restarts: 20,
            window: None,
        }
    }
}

/// A link to a child process.
#[derive(Debug)]
pub struct Stdio {
    command: Vec<String>,
    limits: Limits,
    capabilities: Capabilities,
    /// What must not leave this link, whole or in part, in a text for people.
    secrets: Secrets,
    /// Whether it answered the probe with skips: else its skips are not believed.
    believed: bool,
    process: Option<Process>,
    under_way: VecDeque<(u64, String)>,
    /// Lines that are not sent yet: they go together, once they are many or there is nothing to read.
    outbox: String,
    ready: VecDeque<(u64, Reply)>,
    /// What broke the link for good; told once everything that is known has been handed out.
    trouble: Option<LinkError>,
    /// What processes that have ended wrote for people.
    last_words: String,
    restarts: Arc<AtomicU32>,
    stop: Arc<AtomicBool>,
}

/// The id of the probe's cases.
const PROBE: u64 = (1 << 53) - 1;

/// How many bytes go out together at most, so that the process has something to do while more is drawn and judged.
const PORTION: usize = 8 * 1024;

/// How often to look whether the run is to stop.
const GLANCE: Duration = Duration::from_millis(100);

/// How long to listen for what an implementation wrote for people about a finding.
const LISTEN: Duration = Duration::from_millis(20);

/// Why a process is of no more use.
enum Broken {
    /// It crashed or hung: whoever was under way may be to blame.
    Fault(Fault),
    /// The link is broken for good.
    Link(LinkError),
}

impl From<LinkError> for Broken {
    fn from(error: LinkError) -> Self {
        Self::Link(error)
    }
}

impl Stdio {
    /// Starts a command and shakes hands.
    ///
    /// `secrets` stay out of every text for people; so does one that the adapter pins. `restarts` counts over all links of a run; `stop`
    /// ends all waiting.
    ///
    /// # Errors
    ///
    /// When it does not start, or does not answer as an adapter does.
    pub fn start(
        command: &[String],
        limits: &Limits,
        secrets: &Secrets,
        restarts: &Arc<AtomicU32>,
        stop: &Arc<AtomicBool>,
    ) -> Result<Self, LinkError> {
        let mut link = Self {
            command: command.to_vec(),
            limits: limits.clone(),
            capabilities: Capabilities::everything("", &[]),
            secrets: secrets.clone(),
            believed: true,
            process: None,
            under_way: VecDeque::new(),
            outbox: String::new(),
            ready: VecDeque::new(),
            trouble: None,
            last_words: String::new(),
            restarts: Arc::clone(restarts),
            stop: Arc::clone(stop),
        };
        let hello = link.spawn()?;
        link.capabilities = capabilities(&hello).map_err(|e| link.cannot_start(&e.to_string()))?;
        if let Some(secret) = pinned_secret(&link.capabilities) {
            link.secrets.add(secret);
        }
        link.probe()?;
        Ok(link)
    }

    /// Pins facts on top of what the adapter pins.
    pub fn pin(&mut self, pins: &[(&'static crate::spec::Fact, crate::ground::Value)]) {
        for (fact, value) in pins {
            self.capabilities.pins.retain(|(f, _)| f != fact);
            self.capabilities.pins.push((fact, value.clone()));
            self.capabilities.stages.retain(|f| f != fact);
        }
    }

    /// Starts a fresh process and takes its hello.
    fn spawn(&mut self) -> Result<Json, LinkError> {
        let process =
            Process::start(&self.command, self.limits.max_line).map_err(|error| {
                let name = &self.command[0];
                LinkError::Start(self.secrets.hide(&format!(
                    "cannot start `{name}`: {error}. Is it installed, and is the path right?"
                )))
            })?;
        let mut hello = String::new();
        request(&mut hello, Request::Hello);
        process.send(hello);
        self.process = Some(process);
        match self.receive(self.limits.handshake) {
            Ok(Response::Hello(hello)) => Ok(hello),
            Ok(Response::Result(..)) => {
                Err(self.cannot_start("its first message is a result; `hello` comes first"))
            }
            Err(Broken::Link(LinkError::Interrupted)) => Err(LinkError::Interrupted),
            Err(Broken::Link(error)) => Err(self.cannot_start(&error.to_string())),
            Err(Broken::Fault(fault)) => Err(self.cannot_start(&format!("no hello: {}", fault.detail))),
        }
    }

    fn cannot_start(&mut self, why: &str) -> LinkError {
        let said = self.said();
        if let Some(process) = &mut self.process {
            process.kill();
        }
        let said = if said.trim().is_empty() {
            String::new()
        } else {
            format!("\nIt wrote on standard error:\n{}", said.trim_end())
        };
        let command = self.command.join(" ");
        LinkError::Start(self.secrets.hide(&format!(
            "the adapter `{command}` cannot be used: {why}{said}\nTry it alone: paystone adapter check -- {command}"
        )))
    }

    /// Sends an unknown operation and a world that nobody can stage. Both must be skipped, or later skips are not believed.
    fn probe(&mut self) -> Result<(), LinkError> {
        let step = json!([{ "operation": "paystone.probe", "input": {} }]);
        let unknown = json!({ "type": "case", "id": PROBE, "world": {}, "steps": step });
        let mut probes = vec![unknown];
        let operation = self.capabilities.operations.first().copied();
        if let Some(mut case) = operation.and_then(plain_case).map(|c| c.to_json()) {
            case["type"] = "case".into();
            case["id"] = PROBE.into();
            case["world"]["paystone_probe"] = true.into();
            probes.push(case);
        }
        for probe in probes {
            if let Some(process) = &self.process {
                process.send(format!("{probe}\n"));
            }
            match self.receive(self.limits.handshake) {
                Ok(Response::Result(PROBE, Reply::Skip(_))) => {}
                Ok(Response::Result(PROBE, _)) => self.believed = false,
                Ok(_) => {
                    return Err(
                        self.cannot_start("its answer to the probe is not a result with the probe's id")
                    );
                }
                Err(Broken::Link(LinkError::Interrupted)) => return Err(LinkError::Interrupted),
                Err(Broken::Link(error)) => return Err(self.cannot_start(&format!("in the probe: {error}"))),
                Err(Broken::Fault(fault)) => {
                    return Err(self.cannot_start(&format!("in the probe: {}", fault.detail)));
                }
            }
        }
        Ok(())
    }

    /// The next message, within so much time without any.
    fn receive(&mut self, patience: Duration) -> Result<Response, Broken> {
        // First a look without waiting: what gathers meanwhile is sent together.
        let mut waits_from = None;
        loop {
            if self.stop.load(Ordering::Relaxed) {
                return Err(LinkError::Interrupted.into());
            }
            let Some(process) = &self.process else { return Err(fault("crash", "there is no process")) };
            let waited = waits_from.map(|from: Instant| from.elapsed());
            let patience_now = waited.map_or(Duration::ZERO, |w| patience.saturating_sub(w).min(GLANCE));
            // The process is busy with one half of the window while the other is judged and filled again.
            match process.line(self.under_way.len().div_ceil(2), patience_now) {
                Ok(Line::Whole(line)) => {
                    return response(&line).map_err(|why| self.malformed(&line, &why).into());
                }
                Ok(Line::TooLong(line)) => {
                    let why =
                        format!("it is longer than {} bytes (--max-line allows more)", self.limits.max_line);
                    return Err(self.malformed(&line, &why).into());
                }
                Ok(Line::Half(line)) => {
                    return Err(self.malformed(&line, "the output ended in the middle of it").into());
                }
                Err(Silence::Yet) if waited.is_none() => {
                    waits_from = Some(Instant::now());
                    self.flush();
                }
                Err(Silence::Yet) if waited.is_some_and(|waited| waited >= patience) => {
                    return Err(fault(
                        "timeout",
                        &format!("nothing came back for {:.1} s", patience.as_secs_f64()),
                    ));
                }
                Err(Silence::Yet) => {}
                Err(Silence::Ended) => {
                    let ended = self.process.as_mut().and_then(Process::kill);
                    let how = ended.unwrap_or_else(|| "it closed its output and stayed".to_owned());
                    return Err(fault("crash", &format!("the adapter ended: {how}")));
                }
            }
        }
    }

    fn malformed(&self, line: &[u8], why: &str) -> LinkError {
        let text = self.secrets.hide_cut(&String::from_utf8_lossy(line));
        let start: String = text.chars().take(120).collect();
        let more = if text.chars().count() > 120 { " ..." } else { "" };
        let why = self.secrets.hide(why);
        LinkError::Protocol(format!(
            "the adapter broke the protocol: a line that is no message: {start:?}{more}\n\
             {why}\nStandard output is the protocol's alone: write logs to standard error"
        ))
    }

    /// Takes one reply. Where the process breaks, finds out who of those under way is to blame.
    fn take(&mut self) -> Result<(), LinkError> {
        match self.receive(self.limits.case) {
            Ok(Response::Result(id, reply)) => {
                let place = self.under_way.iter().position(|(known, _)| *known == id);
                let Some(place) = place else {
                    return Err(LinkError::Protocol(format!(
                        "the adapter broke the protocol: a result with the id {id}, which is not under way (answered twice, or never sent)"
                    )));
                };
                self.under_way.remove(place);
                let reply = self.believe(reply);
                self.ready.push_back((id, reply));
                Ok(())
            }
            Ok(Response::Hello(_)) => {
                Err(LinkError::Protocol("the adapter broke the protocol: a second hello".to_owned()))
            }
            Err(Broken::Link(error)) => Err(error),
            Err(Broken::Fault(fault)) => {
                if let Err(trouble) = self.blame(&fault) {
                    self.trouble = Some(trouble);
                }
                Ok(())
            }
        }
    }

    /// A reply without secrets in what it tells people. A skip of an adapter that does not skip what nobody can do is not believed.
    fn believe(&self, reply: Reply) -> Reply {
        let hide = |text: &str| self.secrets.hide(text);
        let reply = match reply {
            Reply::Skip(reason) => Reply::Skip(hide(&reason)),
            Reply::Fault(Fault { kind, detail }) => {
                Reply::Fault(Fault { kind: hide(&kind), detail: hide(&detail) })
            }
            traces @ Reply::Traces(_) => traces,
        };
        match reply {
            Reply::Skip(reason) if !self.believed => Reply::Fault(Fault {
                kind: "unbelieved-skip".to_owned(),
                detail: format!(
                    "it skips this case (`{reason}`), but did not skip an unknown operation or a world that nobody can stage"
                ),
            }),
            reply => reply,
        }
    }

    /// Runs what was under way again, one by one, each in a process that nobody else has broken.
    fn blame(&mut self, first: &Fault) -> Result<(), LinkError> {
        let suspects: Vec<_> = self.under_way.drain(..).collect();
        self.outbox.clear();
        if let [(id, _)] = suspects[..] {
            self.ready.push_back((id, Reply::Fault(first.clone())));
            return self.restart(first);
        }
        self.end();
        let first_id = suspects.first().map(|(id, _)| *id);
        let many = suspects.len();
        let detail = format!("{}; with {many} cases under way", first.detail);
        let mut latest = Fault { detail, ..first.clone() };
        let mut guilty = false;
        for (id, line) in suspects {
            // Where the cap keeps somebody from being tried, nobody is blamed for him.
            if self.process.is_none() {
                self.restart(&latest)?;
            }
            self.send(line);
            let reply = match self.receive(self.limits.case) {
                Ok(Response::Result(same, reply)) if same == id => self.believe(reply),
                Ok(_) => {
                    return Err(LinkError::Protocol(format!(
                        "the adapter broke the protocol: no result for case {id} alone"
                    )));
                }
                Err(Broken::Link(error)) => return Err(error),
                Err(Broken::Fault(fault)) => {
                    guilty = true;
                    latest.clone_from(&fault);
                    self.end();
                    Reply::Fault(fault)
                }
            };
            self.ready.push_back((id, reply));
        }
        if let (false, Some(id)) = (guilty, first_id) {
            self.ready.retain(|(known, _)| *known != id);
            self.ready.push_back((id, Reply::Fault(together(first, many))));
        }
        if self.process.is_none() { self.restart(&latest) } else { Ok(()) }
    }

    /// Sends what has gathered.
    fn flush(&mut self) {
        if !self.outbox.is_empty() {
            let lines = std::mem::take(&mut self.outbox);
            self.send(lines);
        }
    }

    fn send(&mut self, line: String) {
        if let Some(process) = &self.process {
            process.send(line);
        }
    }

    fn end(&mut self) {
        if let Some(mut process) = self.process.take() {
            process.kill();
            // Of many that ended only the last is shown: the one of the reply that is asked about.
            self.last_words = self.secrets.hide_cut(&heard_from(&process));
        }
    }

    /// Starts a fresh process in the place of one that broke so.
    fn restart(&mut self, after: &Fault) -> Result<(), LinkError> {
        self.end();
        let most = self.limits.restarts;
        if self.restarts.fetch_add(1, Ordering::Relaxed) >= most {
            return Err(LinkError::Restarts(format!(
                "the adapter broke once more than --restarts {most} allows; the last time: {}: {}\n\
                 The run is incomplete. Mend the findings first, or raise --restarts",
                after.kind, after.detail
            )));
        }
        self.spawn().map(drop)
    }
}

/// What a process wrote for people. What was written before a reply may be read after it: the two come through pipes of their own.
fn heard_from(process: &Process) -> String {
    let asked = Instant::now();
    loop {
        let said = process.said();
        if !said.is_empty() || asked.elapsed() > LISTEN {
            return said;
        }
        std::thread::sleep(Duration::from_millis(1));
    }
}

/// A plain valid case of an operation.
fn plain_case(operation: &'static Operation) -> Option<Case> {
    operation.bases.iter().find_map(|base| (base.make)(&World::plain()))
}

/// A fault that nobody alone shows.
fn together(first: &Fault, many: usize) -> Fault {
    let detail = format!("{}; with {many} cases under way, and with none of them alone", first.detail);
    Fault { kind: format!("{}-together", first.kind), detail }
}

fn fault(kind: &str, detail: &str) -> Broken {
    Broken::Fault(Fault { kind: kind.to_owned(), detail: detail.to_owned() })
}

impl Link for Stdio {
    fn capabilities(&self) -> &Capabilities {
        &self.capabilities
    }

    fn window(&self) -> usize {
        let most = self.capabilities.max_in_flight;
        self.limits.window.map_or(most, |window| window.min(most)).max(1)
    }

    fn submit(&mut self, id: u64, case: &Case) -> Result<(), LinkError> {
        let mut line = String::with_capacity(768);
        request(&mut line, Request::Case(id, case));
        self.outbox.push_str(&line);
        // Kept until it is answered: after a crash it is sent again.
        self.under_way.push_back((id, line));
        if self.outbox.len() >= PORTION {
            self.flush();
        }
        Ok(())
    }

    fn next(&mut self) -> Result<(u64, Reply), LinkError> {
        loop {
            if let Some(reply) = self.ready.pop_front() {
                return Ok(reply);
            }
            if let Some(trouble) = &self.trouble {
                return Err(trouble.clone());
            }
            self.take()?;
        }
    }

    fn said(&mut self) -> String {
        let last_words = std::mem::take(&mut self.last_words);
        match &self.process {
            Some(process) if last_words.is_empty() => self.secrets.hide_cut(&heard_from(process)),
            _ => last_words,
        }
    }
}

impl Drop for Stdio {
    fn drop(&mut self) {
        let mut goodbye = String::new();
        request(&mut goodbye, Request::Bye);
        if let Some(process) = &mut self.process {
            process.dismiss(goodbye);
        }
    }
}
