//! How the program ends.

use std::process::ExitCode;

use crate::engine::LinkError;

/// The documented exit codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exit {
    /// Everything was checked and nothing unexpected happened.
    Success,
    /// Usage, configuration, damaged input, a selection that matches nothing.
    Usage,
    /// The adapter would not start, the handshake failed, or it broke the protocol.
    Adapter,
    /// A fault of Paystone itself.
    Internal,
    /// What a run came to.
    Run(u8),
}

/// Why a command cannot be carried out.
#[derive(Debug)]
pub(super) struct Failure {
    pub(super) exit: Exit,
    pub(super) text: String,
}

impl Failure {
    pub(super) fn usage(text: impl Into<String>) -> Self {
        Self { exit: Exit::Usage, text: text.into() }
    }

    pub(super) fn internal(text: &str) -> Self {
        Self { exit: Exit::Internal, text: format!("a fault of Paystone itself: {text}") }
    }
}

impl From<LinkError> for Failure {
    fn from(error: LinkError) -> Self {
        let exit = match error {
            LinkError::Start(_) | LinkError::Protocol(_) => Exit::Adapter,
            LinkError::Restarts(_) => Exit::Run(4),
            LinkError::Interrupted => Exit::Run(130),
        };
        Self { exit, text: error.to_string() }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Success => 0,
            Exit::Usage => 2,
            Exit::Adapter => 3,
            Exit::Internal => 70,
            Exit::Run(code) => code,
        })
    }
}
