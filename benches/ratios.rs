//! Ratios to floors.
fn main() {}
