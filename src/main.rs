//! paystone
fn main() {}
