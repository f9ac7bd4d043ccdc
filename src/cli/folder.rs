//! Folders of files: read whole within bounds, and put in place whole or not at all.

use std::fs;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use crate::fixtures::{Files, deviations, manifest};

use super::exit::Failure;

/// No file of fixtures is longer, by far.
const LONGEST: u64 = 32 << 20;
/// No folder of fixtures holds more, by far.
const MOST: usize = 2000;

/// Everything that a folder holds, by path with `/`.
pub(super) fn read(folder: &Path) -> Result<Files, Failure> {
    let mut files = Files::new();
    collect(folder, "", &mut files)?;
    Ok(files)
}

fn collect(folder: &Path, prefix: &str, files: &mut Files) -> Result<(), Failure> {
    let wrong =
        |path: &Path, e: std::io::Error| Failure::usage(format!("cannot read {}: {e}", path.display()));
    for entry in fs::read_dir(folder).map_err(|e| wrong(folder, e))? {
        let path = entry.map_err(|e| wrong(folder, e))?.path();
        let name = path.file_name().and_then(|name| name.to_str());
        let name = name.ok_or_else(|| Failure::usage(format!("{}: its name is no UTF-8", path.display())))?;
        let name = format!("{prefix}{name}");
        // A link is followed to a file only: a folder could lead round in a circle.
        if fs::symlink_metadata(&path).map_err(|e| wrong(&path, e))?.is_dir() {
            collect(&path, &format!("{name}/"), files)?;
            continue;
        }
        if files.len() >= MOST {
            let why = format!("{}: more than {MOST} files; this is no folder of fixtures", folder.display());
            return Err(Failure::usage(why));
        }
        let mut bytes = Vec::new();
        let file = fs::File::open(&path).map_err(|e| wrong(&path, e))?;
        file.take(LONGEST + 1).read_to_end(&mut bytes).map_err(|e| wrong(&path, e))?;
        if bytes.len() as u64 > LONGEST {
            let why = format!("{}: longer than {LONGEST} bytes; this is no file of fixtures", path.display());
            return Err(Failure::usage(why));
        }
        files.insert(name, bytes);
    }
    Ok(())
}

/// Puts files in the place of a folder: one that is not there yet, is empty, or holds what was written before and not changed since. They
/// are written beside it first, so that a crash leaves nothing half.
pub(super) fn replace(folder: &Path, files: &Files) -> Result<(), Failure> {
    let existing = existing(folder)?;
    let wrong = |e: std::io::Error| Failure::usage(format!("cannot write {}: {e}", folder.display()));
    let parent = match folder.parent() {
        Some(parent) if parent != Path::new("") => parent.to_path_buf(),
        _ => PathBuf::from("."),
    };
    fs::create_dir_all(&parent).map_err(wrong)?;
    let beside = tempfile::Builder::new().prefix(".fixtures-").tempdir_in(&parent).map_err(wrong)?;
    let new = beside.path().join("new");
    for (name, bytes) in files {
        let path = new.join(name);
        fs::create_dir_all(path.parent().unwrap_or(&new)).map_err(wrong)?;
        fs::write(&path, bytes).map_err(wrong)?;
    }
    if !existing {
        return fs::rename(&new, folder).map_err(wrong);
    }
    let old = beside.path().join("old");
    fs::rename(folder, &old).map_err(wrong)?;
    fs::rename(&new, folder).map_err(|e| {
        // What was there comes back; where even that fails, it stays beside.
        match fs::rename(&old, folder) {
            Ok(()) => wrong(e),
            Err(again) => {
                let kept = beside.keep().join("old");
                Failure::usage(format!(
                    "cannot write {}: {e}, nor put it back: {again}; it is in {}",
                    folder.display(),
                    kept.display()
                ))
            }
        }
    })
}

/// Whether there is a folder that may be replaced; an error where there is something that may not.
pub(super) fn existing(folder: &Path) -> Result<bool, Failure> {
    let refuse = |why: String| Failure::usage(format!("{}: {why}; nothing was written", folder.display()));
    match fs::symlink_metadata(folder) {
        Err(e) if e.kind() == ErrorKind::NotFound => return Ok(false),
        Err(e) => return Err(refuse(format!("cannot look at it: {e}"))),
        Ok(there) if !there.is_dir() => {
            return Err(refuse("there is something of this name that is no folder".to_owned()));
        }
        Ok(_) => {}
    }
    let there = read(folder)?;
    if there.is_empty() {
        return Ok(true);
    }
    let manifest = manifest(&there).map_err(|e| {
        refuse(format!("it is not empty, and holds no fixtures that could be replaced ({e}); give another folder, or empty it"))
    })?;
    match deviations(&there, &manifest).first() {
        None => Ok(true),
        Some(wrong) => Err(refuse(format!(
            "{}: {}; only what was written before and not changed since is replaced: put it elsewhere, or empty the folder",
            wrong.place, wrong.why
        ))),
    }
}
