//! Profiles as files: TOML that people read, and keep beside their code.

use std::collections::BTreeSet;
use std::path::Path;

use serde::Deserialize;

use crate::api::{OPERATIONS, rules};
use crate::engine::{PROFILE_VERSION, Profile, Summary};

use super::exit::Failure;
use super::store::{self, New};
use super::{files, out};

/// What tells the form that a file has.
#[derive(Deserialize)]
struct Form {
    profile: u32,
}

/// Reads a profile.
pub(super) fn read(path: &Path) -> Result<Profile, Failure> {
    let wrong = |what: String| Failure::usage(format!("{}: no profile: {what}", path.display()));
    let text = files::text(path)?;
    let Form { profile: version } = toml_edit::de::from_str(&text).map_err(|e| wrong(e.to_string()))?;
    if version != PROFILE_VERSION {
        return Err(wrong(format!(
            "its form is of version {version}, this Paystone reads version {PROFILE_VERSION}; write it anew with --profile-out"
        )));
    }
    let profile: Profile = toml_edit::de::from_str(&text).map_err(|e| wrong(e.to_string()))?;
    match unknown(&profile) {
        Some(what) => {
            Err(wrong(format!("{what}; was it written under other rules? write it anew with --profile-out")))
        }
        None => Ok(profile),
    }
}

/// The first name in a profile that nothing has.
fn unknown(profile: &Profile) -> Option<String> {
    let gaps: Vec<_> = OPERATIONS.iter().flat_map(|operation| operation.gaps).collect();
    for (id, readings) in &profile.readings {
        let Some(gap) = gaps.iter().find(|gap| gap.id == id) else {
            return Some(format!("there is no gap {id}"));
        };
        if let Some(reading) = readings.iter().find(|r| !gap.readings.iter().any(|known| known.id == **r)) {
            return Some(format!("the gap {id} has no reading {reading}"));
        }
    }
    let known: BTreeSet<_> = rules().into_iter().map(|(rule, _)| rule.id).collect();
    let named =
        profile.precedence.values().flatten().flat_map(|(rule, over)| std::iter::once(rule).chain(over));
    let mut named = named.chain(&profile.capabilities.unsupported);
    named.find(|id| !known.contains(id.as_str())).map(|id| format!("there is no rule {id}"))
}

/// A place to write a profile to: a new file, or one that holds a profile.
#[derive(Debug)]
pub(super) struct Out<'a> {
    path: &'a Path,
    before: Option<String>,
}

impl<'a> Out<'a> {
    /// Looks at the place before anything is run.
    pub(super) fn at(path: &'a Path) -> Result<Self, Failure> {
        if !path.exists() {
            return Ok(Self { path, before: None });
        }
        let text = files::text(path)?;
        match toml_edit::de::from_str::<Form>(&text) {
            Ok(_) => Ok(Self { path, before: Some(text) }),
            Err(_) => Err(Failure::usage(format!(
                "--profile-out {}: there is a file of this name, and it is no profile; it was left as it is",
                path.display()
            ))),
        }
    }

    /// Writes the profile that a run tells.
    pub(super) fn write(&self, summary: &Summary) -> Result<(), Failure> {
        let profile = Profile::of(summary);
        let path = self.path.display();
        if summary.end.trouble.is_some() || summary.end.cut_short {
            out::complain(&format!("--profile-out {path}: the run is not whole; nothing was written"));
            return Ok(());
        }
        if profile.readings.is_empty() && profile.precedence.is_empty() {
            return Err(Failure::usage(format!(
                "--profile-out {path}: the run tells nothing that a profile could hold; nothing was written"
            )));
        }
        let text =
            toml_edit::ser::to_string_pretty(&profile).map_err(|e| Failure::internal(&e.to_string()))?;
        let text = format!(
            "# What an implementation does where the documents leave it free, as a run showed it.\n\
             # `paystone run --profile FILE` holds it to this, `--profile-out FILE` writes it anew.\n{text}"
        );
        let left = |what| Failure::usage(format!("--profile-out {path}: {what}; it was left as it is"));
        match &self.before {
            Some(before) => store::replace(self.path, before, &text),
            None => match store::write_new(self.path, &text)? {
                New::Written | New::Same => Ok(()),
                New::Other => Err(left("there is a file of this name meanwhile")),
            },
        }
    }
}
