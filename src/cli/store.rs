//! Files that are written: whole or not at all, and nothing of anybody's is overwritten unseen.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

use super::exit::Failure;

/// What became of a file that was to be new.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum New {
    /// It was written.
    Written,
    /// It was there already, with this very content.
    Same,
    /// It is there already, with other content, and was left as it is.
    Other,
}

/// Writes a file that must not be there yet. Of several writers of one name the first wins, and none sees half a file.
pub(super) fn write_new(path: &Path, text: &str) -> Result<New, Failure> {
    let file = written(path, text).map_err(|e| cannot(path, &e))?;
    match file.persist_noclobber(path) {
        Ok(_) => Ok(New::Written),
        Err(error) if error.error.kind() == ErrorKind::AlreadyExists => {
            let there =
                fs::read(path).map_err(|e| Failure::usage(format!("cannot read {}: {e}", path.display())))?;
            Ok(if there == text.as_bytes() { New::Same } else { New::Other })
        }
        Err(error) => Err(cannot(path, &error.error)),
    }
}

/// Puts other text in the place of what a file held when it was read. One that was changed since is left as it is.
pub(super) fn replace(path: &Path, before: &str, text: &str) -> Result<(), Failure> {
    let failed = |e: std::io::Error| cannot(path, &e);
    // Where a link leads is replaced, and not the link.
    let real = fs::canonicalize(path).map_err(failed)?;
    let file = written(&real, text).map_err(failed)?;
    let permissions = fs::metadata(&real).map_err(failed)?.permissions();
    file.as_file().set_permissions(permissions).map_err(failed)?;
    if fs::read(&real).map_err(failed)? != before.as_bytes() {
        return Err(Failure::usage(format!(
            "{} was changed by somebody else meanwhile; it was left as it is, please try again",
            path.display()
        )));
    }
    file.persist(&real).map(drop).map_err(|e| failed(e.error))
}

/// A temporary file beside the one that it will be.
fn written(path: &Path, text: &str) -> std::io::Result<NamedTempFile> {
    let folder =
        path.parent().filter(|p| !p.as_os_str().is_empty()).map_or_else(|| PathBuf::from("."), PathBuf::from);
    let mut builder = Builder::new();
    builder.prefix(".paystone-").suffix(".tmp");
    #[cfg(unix)]
    {
        // Like any file that is written: what the umask allows.
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    Ok(file)
}

fn cannot(path: &Path, error: &std::io::Error) -> Failure {
    Failure::usage(format!("cannot write {}: {error}", path.display()))
}
