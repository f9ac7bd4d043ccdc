//! Adapters: what stands between Paystone and an implementation that is not in this process. Knows no rule.

mod decode;
mod encode;
mod handshake;
mod process;
mod protocol;
mod queue;
#[cfg(feature = "schema")]
mod schema;
mod serve;
mod stdio;
#[cfg(feature = "cli")]
pub mod templates;

pub use handshake::{HelloError, pinned_secret, wanted};
pub use protocol::{PROTOCOL, Request, Response, request, response};
#[cfg(feature = "schema")]
pub use schema::schema;
pub use serve::serve;
pub use stdio::{Limits, Stdio};
