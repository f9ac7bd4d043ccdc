//! The ground: JavaScript values, versions, text lengths, exact decimals. Knows no payments, draws nothing, does no I/O.

mod decimal;
mod json;
mod length;
mod value;
mod version;

pub use decimal::Decimal;
pub use json::{ValueError, from_json, to_json};
pub use length::Unit;
pub use value::{Function, Object, Reply, Text, Type, Value, text};
pub use version::{Version, VersionError};
