# The everyday commands; `just` alone lists them.

_list:
    @just --list

# All tests of the Rust side
test *ARGS:
    cargo test --locked {{ARGS}}

# Tests of the two kits, the JavaScript platform and the Python signers
kits:
    cd kits/node && node --test
    cd kits/python && python3 -m unittest discover -s tests
    cd tests/signers && python3 -m unittest
    node --test tests/platform/self.test.mjs
    node --test tests/interop/self.test.mjs

# The types of the Node kit and of the fixtures, with the TypeScript compiler from npm
types:
    node tests/types/run.mjs

# Clippy, with warnings as errors
lint:
    cargo clippy --locked --all-targets -- -D warnings

# Format the code
fmt:
    cargo fmt

# Build the API documentation
docs:
    RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps

# The ratios to their floors
bench:
    cargo bench --locked

# Every change of the model's code that cargo-mutants knows: does the short test notice? Try what it misses with the other tests
mutants *ARGS:
    cargo mutants --profile mutants --no-default-features -f 'src/api/**' -f 'src/spec/**' -C=--locked -C=--test=behaviour {{ARGS}}

# The kill matrix: every mutant of the model
selftest *ARGS:
    cargo run --locked --release --quiet -- selftest {{ARGS}}

# Test the independent platform, faultless; flags of its own may follow
platform *ARGS:
    cargo run --locked --release --quiet -- run -- node tests/platform/main.cjs {{ARGS}}

# Test the independent platform with one planted fault; without a name, list the faults
faults NAME="":
    {{ if NAME == "" { "node tests/platform/main.cjs --list-faults" } else { "cargo run --locked --release --quiet -- run --sweep-only -- node tests/platform/main.cjs --fault " + NAME } }}

# Every planted fault and every reading of the platform, one by one (the test suite tries a part of them)
all-faults:
    PAYSTONE_FAULTS=all cargo test --locked --test planted_faults

# Published frameworks, from npm, behind the bridge operation: what each drops
interop *ARGS:
    node tests/interop/run.mjs {{ARGS}}

# Everything that must pass before a change goes in
ci:
    .ci/run
