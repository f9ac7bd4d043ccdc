//! What is tested: the built-in model, or a command.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::{Duration, Instant};

use crate::adapter::{Limits, Stdio, pinned_secret};
use crate::api::{OPERATIONS, world::PAYMENT_SECRET};
use crate::engine::{InProcess, Link, LinkError, Secrets};
use crate::ground::Value;
use crate::spec::{Capabilities, Fact, Model, Mutant, mutants_of};

use super::args::{LinkArgs, TargetArgs};
use super::exit::Failure;

/// What is tested.
#[derive(Debug)]
pub(super) struct Target {
    kind: Kind,
    limits: Limits,
    restarts: Arc<AtomicU32>,
    pins: Vec<(&'static Fact, Value)>,
    /// Ends all waiting.
    pub(super) stop: Arc<AtomicBool>,
    /// What must not appear in any output.
    pub(super) secrets: Secrets,
    /// The flags and the command that lead here again.
    pub(super) words: String,
}

#[derive(Debug)]
enum Kind {
    Model(Vec<Mutant>),
    Command(Vec<String>),
}

impl Target {
    /// Reads what is tested off the command line.
    pub(super) fn of(args: &TargetArgs) -> Result<Self, Failure> {
        let kind = match (args.model, args.command.is_empty()) {
            (true, true) => Kind::Model(args.mutant.as_deref().map(mutants).transpose()?.unwrap_or_default()),
            (false, false) => Kind::Command(args.command.clone()),
            (true, false) => {
                return Err(Failure::usage(
                    "--model and a command exclude each other: one of them is tested",
                ));
            }
            (false, true) => {
                return Err(Failure::usage(
                    "nothing to test: give the adapter's command behind `--`, or --model\n\
                     for example: paystone run -- node adapter.js\n\
                     No adapter yet? paystone adapter new node",
                ));
            }
        };
        Self::made(kind, words(args), &args.link)
    }

    /// What a command leads to.
    pub(super) fn command(command: Vec<String>, link: &LinkArgs) -> Result<Self, Failure> {
        let words = words_of(&command, link);
        Self::made(Kind::Command(command), words.join(" "), link)
    }

    fn made(kind: Kind, words: String, args: &LinkArgs) -> Result<Self, Failure> {
        let mut secrets = Secrets::default();
        let mut pins = Vec::new();
        if let Some(variable) = &args.secret_env {
            let secret = secret(variable)?;
            secrets.add(&secret);
            pins.push((&PAYMENT_SECRET, Value::from(secret)));
        }
        Ok(Self {
            kind,
            limits: Limits {
                handshake: args.handshake_timeout,
                case: args.timeout,
                max_line: args.max_line,
                restarts: args.restarts,
                window: args.window.and_then(|n| usize::try_from(n).ok()),
            },
            restarts: Arc::default(),
            stop: Arc::default(),
            pins,
            secrets,
            words,
        })
    }

    /// Makes a link.
    pub(super) fn connect(&self) -> Result<Box<dyn Link + '_>, LinkError> {
        match &self.kind {
            Kind::Model(mutants) => {
                let mut capabilities = Capabilities::everything("paystone's model", OPERATIONS);
                env!("CARGO_PKG_VERSION").clone_into(&mut capabilities.implementation.version);
                for (fact, value) in &self.pins {
                    capabilities.stages.retain(|f| f != fact);
                    capabilities.pins.push((fact, value.clone()));
                }
                Ok(Box::new(InProcess::new(Model::faithful(capabilities).mutated(mutants))))
            }
            Kind::Command(command) => {
                let mut link =
                    Stdio::start(command, &self.limits, &self.secrets, &self.restarts, &self.stop)?;
                link.pin(&self.pins);
                Ok(Box::new(link))
            }
        }
    }

    /// The first interrupt ends all waiting, and with it the child; `also` is done then. One that comes when all of that should be long over
    /// ends the program at once.
    pub(super) fn stop_on_interrupt(&self, also: impl Fn() + Send + 'static) {
        const PATIENCE: Duration = Duration::from_secs(5);
        let stop = Arc::clone(&self.stop);
        let mut first: Option<Instant> = None;
        let _ = ctrlc::set_handler(move || {
            if first.get_or_insert_with(Instant::now).elapsed() > PATIENCE {
                std::process::exit(130);
            }
            also();
            stop.store(true, Ordering::Relaxed);
        });
    }

    /// Everything that must be kept out of output: the given secret, and one that the adapter pins.
    pub(super) fn secrets_of(&self, capabilities: &Capabilities) -> Secrets {
        let mut secrets = self.secrets.clone();
        if let Some(secret) = pinned_secret(capabilities) {
            secrets.add(secret);
        }
        secrets
    }
}

fn secret(variable: &str) -> Result<String, Failure> {
    let secret = std::env::var(variable).map_err(|_| {
        Failure::usage(format!("--secret-env {variable}: no such environment variable, or no text in it"))
    })?;
    if secret.len() < Secrets::SHORTEST {
        return Err(Failure::usage(format!(
            "--secret-env {variable}: the secret has fewer than {} bytes; one so short could not be kept out of the report",
            Secrets::SHORTEST
        )));
    }
    Ok(secret)
}

/// The mutant with this id, for every operation that has its rule.
fn mutants(id: &str) -> Result<Vec<Mutant>, Failure> {
    let mutants: Vec<_> = OPERATIONS.iter().flat_map(|o| mutants_of(o)).filter(|m| m.id == id).collect();
    if mutants.is_empty() {
        return Err(Failure::usage(format!(
            "--mutant {id}: there is no such mutant; `paystone selftest --list` names them"
        )));
    }
    Ok(mutants)
}

fn words(args: &TargetArgs) -> String {
    let mut words = Vec::new();
    if args.model {
        words.push("--model".to_owned());
    }
    if let Some(mutant) = &args.mutant {
        words.push(format!("--mutant {mutant}"));
    }
    words.extend(words_of(&args.command, &args.link));
    words.join(" ")
}

fn words_of(command: &[String], args: &LinkArgs) -> Vec<String> {
    let mut words = Vec::new();
    if let Some(variable) = &args.secret_env {
        words.push(format!("--secret-env {variable}"));
    }
    let plain = Limits::default();
    let seconds = |time: std::time::Duration| format!("{}ms", time.as_millis());
    if args.timeout != plain.case {
        words.push(format!("--timeout {}", seconds(args.timeout)));
    }
    if args.handshake_timeout != plain.handshake {
        words.push(format!("--handshake-timeout {}", seconds(args.handshake_timeout)));
    }
    if args.max_line != plain.max_line {
        words.push(format!("--max-line {}", args.max_line));
    }
    if let Some(window) = args.window {
        words.push(format!("--window {window}"));
    }
    if !command.is_empty() {
        let command = shlex::try_join(command.iter().map(String::as_str)).unwrap_or_default();
        words.push(format!("-- {command}"));
    }
    words
}
