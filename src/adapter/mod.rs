//! Adapters: what stands between Paystone and an implementation that is not in this process. Knows no rule.

mod encode;
mod handshake;
#[cfg(feature = "subprocess")]
mod process;
mod protocol;
#[cfg(feature = "schema")]
mod schema;
#[cfg(feature = "subprocess")]
mod serve;
#[cfg(feature = "subprocess")]
mod stdio;
#[cfg(feature = "cli")]
pub mod templates;

pub use handshake::HelloError;
pub use protocol::{PROTOCOL, Request, Response, request, response};
#[cfg(feature = "schema")]
pub use schema::schema;
#[cfg(feature = "subprocess")]
pub use serve::serve;
#[cfg(feature = "subprocess")]
pub use stdio::{Limits, Stdio};
