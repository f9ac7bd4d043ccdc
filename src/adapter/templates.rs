//! Starting adapters, with the kit of their language beside them: what `paystone adapter new` writes.

/// A starting adapter.
#[derive(Clone, Copy, Debug)]
pub struct Template {
    /// Its files, by path within the folder.
    pub files: &'static [(&'static str, &'static str)],
    /// The command that runs it; `FOLDER` stands for the folder.
    pub command: &'static str,
}

/// For Node.js.
pub const NODE: Template = Template {
    files: &[
        ("adapter.cjs", include_str!("templates/adapter.cjs")),
        ("paystone-kit/index.cjs", include_str!("../../kits/node/index.cjs")),
        ("paystone-kit/index.d.ts", include_str!("../../kits/node/index.d.ts")),
        ("paystone-kit/index.mjs", include_str!("../../kits/node/index.mjs")),
        ("paystone-kit/package.json", include_str!("../../kits/node/package.json")),
        ("paystone-kit/src/bridge.cjs", include_str!("../../kits/node/src/bridge.cjs")),
        ("paystone-kit/src/clocks.cjs", include_str!("../../kits/node/src/clocks.cjs")),
        ("paystone-kit/src/component.cjs", include_str!("../../kits/node/src/component.cjs")),
        ("paystone-kit/src/dates.cjs", include_str!("../../kits/node/src/dates.cjs")),
        ("paystone-kit/src/hello.cjs", include_str!("../../kits/node/src/hello.cjs")),
        ("paystone-kit/src/options.cjs", include_str!("../../kits/node/src/options.cjs")),
        ("paystone-kit/src/output.cjs", include_str!("../../kits/node/src/output.cjs")),
        ("paystone-kit/src/page.cjs", include_str!("../../kits/node/src/page.cjs")),
        ("paystone-kit/src/perform.cjs", include_str!("../../kits/node/src/perform.cjs")),
        ("paystone-kit/src/plain.cjs", include_str!("../../kits/node/src/plain.cjs")),
        ("paystone-kit/src/promised.cjs", include_str!("../../kits/node/src/promised.cjs")),
        ("paystone-kit/src/real.cjs", include_str!("../../kits/node/src/real.cjs")),
        ("paystone-kit/src/run.cjs", include_str!("../../kits/node/src/run.cjs")),
        ("paystone-kit/src/scripts.cjs", include_str!("../../kits/node/src/scripts.cjs")),
        ("paystone-kit/src/serve.cjs", include_str!("../../kits/node/src/serve.cjs")),
        ("paystone-kit/src/stage.cjs", include_str!("../../kits/node/src/stage.cjs")),
        ("paystone-kit/src/text.cjs", include_str!("../../kits/node/src/text.cjs")),
        ("paystone-kit/src/timeline.cjs", include_str!("../../kits/node/src/timeline.cjs")),
        ("paystone-kit/src/timers.cjs", include_str!("../../kits/node/src/timers.cjs")),
        ("paystone-kit/src/turn.cjs", include_str!("../../kits/node/src/turn.cjs")),
        ("paystone-kit/src/values.cjs", include_str!("../../kits/node/src/values.cjs")),
    ],
    command: "node FOLDER/adapter.cjs",
};

/// For Python.
pub const PYTHON: Template = Template {
    files: &[
        ("adapter.py", include_str!("templates/adapter.py")),
        ("paystone_kit/__init__.py", include_str!("../../kits/python/paystone_kit/__init__.py")),
        ("paystone_kit/plain.py", include_str!("../../kits/python/paystone_kit/plain.py")),
        ("paystone_kit/scripts.py", include_str!("../../kits/python/paystone_kit/scripts.py")),
        ("paystone_kit/serve.py", include_str!("../../kits/python/paystone_kit/serve.py")),
        ("paystone_kit/trace.py", include_str!("../../kits/python/paystone_kit/trace.py")),
        ("paystone_kit/values.py", include_str!("../../kits/python/paystone_kit/values.py")),
        ("paystone_kit/wire.py", include_str!("../../kits/python/paystone_kit/wire.py")),
    ],
    command: "python3 FOLDER/adapter.py",
};

/// For Rust.
pub const RUST: Template = Template {
    files: &[
        ("Cargo.toml", include_str!("templates/Cargo.toml.txt")),
        ("src/main.rs", include_str!("templates/main.rs.txt")),
    ],
    command: "cargo run --quiet --manifest-path FOLDER/Cargo.toml",
};
