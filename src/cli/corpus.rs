//! The corpus: a folder of cases, one JSON file each, that run before anything else; and how a finding gets into it.

use std::fs;
use std::path::Path;

use md5::{Digest, Md5};

use crate::engine::{Class, FindingRecord, Kept, Secrets};

use super::exit::Failure;
use super::files;
use super::store::{New, write_new};

/// How many bytes the files of a corpus may have together.
const MOST: u64 = 64 << 20;

/// A file of a corpus.
#[derive(Debug)]
pub(super) struct Stored {
    /// Its path, with `/` between folders.
    name: String,
    text: String,
}

impl Stored {
    /// Its case, with the secret that was kept out of it.
    pub(super) fn kept(&self, secrets: &Secrets) -> Result<Kept, Failure> {
        files::kept(&self.text, &self.name, &self.name, secrets)
    }
}

/// Reads a corpus: every `.json` file in a folder and the folders below it, in the order of their paths. A damaged one is refused.
pub(super) fn read(folder: &Path) -> Result<Vec<Stored>, Failure> {
    let name = |path: &Path| {
        path.to_str().map(str::to_owned).ok_or_else(|| {
            Failure::usage(format!(
                "--corpus: the name {} is not UTF-8; no replay line could hold it",
                path.display()
            ))
        })
    };
    let (mut all, mut left) = (Vec::new(), MOST);
    let mut folders = vec![(folder.to_owned(), name(folder)?.trim_end_matches('/').to_owned())];
    while let Some((folder, shown)) = folders.pop() {
        let failed =
            |e: std::io::Error| Failure::usage(format!("--corpus: cannot read {}: {e}", folder.display()));
        for entry in fs::read_dir(&folder).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            let path = entry.path();
            let Some(last) = path.file_name().map(Path::new) else { continue };
            let shown = format!("{shown}/{}", name(last)?);
            if last.to_string_lossy().starts_with('.') {
                continue;
            }
            // A link to a folder may lead in a circle; one to a file does not.
            if entry.file_type().map_err(failed)?.is_dir() {
                folders.push((path, shown));
            } else if path.extension().is_some_and(|e| e == "json") && path.is_file() {
                let size = fs::metadata(&path).map_err(failed)?.len();
                left = left.checked_sub(size).ok_or_else(|| {
                    Failure::usage(format!(
                        "--corpus: with {shown} it has more than {} MiB of cases",
                        MOST >> 20
                    ))
                })?;
                let stored = Stored { text: files::text(&path)?, name: shown };
                stored.kept(&Secrets::default())?;
                all.push(stored);
            }
        }
    }
    if all.is_empty() {
        return Err(Failure::usage(format!(
            "--corpus {}: there is no case in it; `paystone replay --save={} ...` writes some",
            folder.display(),
            folder.display()
        )));
    }
    all.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(all)
}

/// Saves the case of a finding in a corpus, named by rule and content. Says where, and whether it was there already.
pub(super) fn save(folder: &Path, finding: &FindingRecord) -> Result<(String, New), Failure> {
    let text = format!("{:#}\n", finding.case);
    let hash = hex::encode(Md5::digest(&text));
    let rule = finding.suspects.first().map(|suspect| suspect.rule.as_str());
    let (place, name) = match (finding.class, rule.and_then(|rule| rule.split_once('/'))) {
        (_, Some((interface, rest))) => (interface, rest.replace('/', "-")),
        (Class::Fault, None) => (finding.operation.as_str(), "fault".to_owned()),
        (_, None) => (finding.operation.as_str(), "unexplained".to_owned()),
    };
    let folder = folder.join(place);
    fs::create_dir_all(&folder)
        .map_err(|e| Failure::usage(format!("cannot make {}: {e}", folder.display())))?;
    let path = folder.join(format!("{name}-{}.json", &hash[..12]));
    let new = write_new(&path, &text)?;
    if new == New::Other {
        return Err(Failure::usage(format!(
            "{} holds another case than its name says, and was left as it is; move it away and try again",
            path.display()
        )));
    }
    Ok((path.display().to_string(), new))
}
