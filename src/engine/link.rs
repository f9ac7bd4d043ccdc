//! A link to an implementation: cases go in, replies come out, several may be under way.

use crate::spec::{Adapter, Capabilities, Case, Reply};

use super::counted::counted;

/// A link to an implementation. Cases are told apart by ids that the caller chooses.
pub trait Link {
    /// What stands at the other end.
    fn capabilities(&self) -> &Capabilities;

    /// How many cases may be under way at once.
    fn window(&self) -> usize {
        1
    }

    /// Sends a case. At most [`window`](Self::window) may be under way.
    ///
    /// # Errors
    ///
    /// When the link is broken for good.
    fn submit(&mut self, id: u64, case: &Case) -> Result<(), LinkError>;

    /// The next reply, in any order.
    ///
    /// # Errors
    ///
    /// When the link is broken for good.
    fn next(&mut self) -> Result<(u64, Reply), LinkError>;

    /// What the implementation wrote for people while the last replies were made, and forgets it.
    fn said(&mut self) -> String {
        String::new()
    }
}

impl Link for Box<dyn Link + '_> {
    fn capabilities(&self) -> &Capabilities {
        self.as_ref().capabilities()
    }

    fn window(&self) -> usize {
        self.as_ref().window()
    }

    fn submit(&mut self, id: u64, case: &Case) -> Result<(), LinkError> {
        self.as_mut().submit(id, case)
    }

    fn next(&mut self) -> Result<(u64, Reply), LinkError> {
        self.as_mut().next()
    }

    fn said(&mut self) -> String {
        self.as_mut().said()
    }
}

/// Why a link is broken for good.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// The adapter did not start, or the handshake failed.
    #[error("{0}")]
    Start(String),
    /// The adapter broke the protocol.
    #[error("{0}")]
    Protocol(String),
    /// The adapter was started again too often.
    #[error("{0}")]
    Restarts(String),
    /// The run was interrupted.
    #[error("interrupted")]
    Interrupted,
}

impl LinkError {
    /// A result with another number of traces than its case has steps.
    pub fn traces(got: usize, wanted: usize, id: u64) -> Self {
        Self::Protocol(format!(
            "the adapter broke the protocol: {} for a case of {} (case {id}); \
             one trace for each step is wanted, an empty one where nothing was seen",
            counted(got as u64, "trace"),
            counted(wanted as u64, "step")
        ))
    }
}

/// A link to an adapter in this process.
#[derive(Debug)]
pub struct InProcess<A> {
    adapter: A,
    reply: Option<(u64, Reply)>,
}

impl<A: Adapter> InProcess<A> {
    /// A link to this adapter.
    pub const fn new(adapter: A) -> Self {
        Self { adapter, reply: None }
    }
}

impl<A: Adapter> Link for InProcess<A> {
    fn capabilities(&self) -> &Capabilities {
        self.adapter.capabilities()
    }

    fn submit(&mut self, id: u64, case: &Case) -> Result<(), LinkError> {
        self.reply = Some((id, self.adapter.run(case)));
        Ok(())
    }

    fn next(&mut self) -> Result<(u64, Reply), LinkError> {
        self.reply.take().ok_or_else(|| LinkError::Protocol("no case is under way".to_owned()))
    }
}
