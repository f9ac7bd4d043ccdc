//! `paystone`: parses the command line, runs it, and ends with the documented exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    paystone::cli::main()
}
