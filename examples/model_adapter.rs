//! The reference model behind the line protocol: an adapter that is right by construction. It serves every operation on standard
//! input and output:
//!
//! ```text
//! paystone run -- target/release/examples/model_adapter
//! ```

use paystone::api::OPERATIONS;
use paystone::spec::{Capabilities, Model};

fn main() -> std::io::Result<()> {
    let capabilities = Capabilities { max_in_flight: 256, ..Capabilities::everything("model", OPERATIONS) };
    paystone::adapter::serve(Model::faithful(capabilities), std::io::stdin().lock(), std::io::stdout().lock())
}
