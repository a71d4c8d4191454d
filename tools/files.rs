//! Reading, writing and listing the files of the site.

use crate::Result;
use std::{fs, path::Path};

/// The content of one file, named relative to `dist`.
pub fn read(dist: &Path, name: &str) -> Result<Vec<u8>> {
    let path = dist.join(name);
    fs::read(&path).map_err(|e| format!("{} cannot be read: {e}", path.display()))
}

/// The text of one file, with line ends as a browser's parser makes them, since hashes are taken of that.
pub fn read_text(dist: &Path, name: &str) -> Result<String> {
    let text = String::from_utf8(read(dist, name)?).map_err(|_| format!("{name} is not UTF-8"))?;
    Ok(text.replace("\r\n", "\n").replace('\r', "\n"))
}

/// Writes one file, named relative to `dist`.
pub fn write(dist: &Path, name: &str, content: impl AsRef<[u8]>) -> Result<()> {
    let path = dist.join(name);
    fs::write(&path, content).map_err(|e| format!("{} cannot be written: {e}", path.display()))
}

/// Rewrites every script.
pub fn edit_scripts(dist: &Path, edit: impl Fn(&str) -> Result<String>) -> Result<()> {
    for name in list(dist)?.iter().filter(|name| name.ends_with(".js")) {
        let text = edit(&read_text(dist, name)?).map_err(|problem| format!("{name} {problem}"))?;
        write(dist, name, text)?;
    }
    Ok(())
}

/// All files below `dist` by their relative names with `/`, sorted.
pub fn list(dist: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    walk(dist, "", &mut names)?;
    names.sort();
    Ok(names)
}

fn walk(folder: &Path, prefix: &str, names: &mut Vec<String>) -> Result<()> {
    let problem = |e: std::io::Error| format!("{} cannot be listed: {e}", folder.display());
    for entry in fs::read_dir(folder).map_err(problem)? {
        let entry = entry.map_err(problem)?;
        let name = entry.file_name().into_string().map_err(|n| format!("{n:?} is not a name for the web"))?;
        let name = format!("{prefix}{name}");
        // Symbolic links are neither: they could lead out of the site.
        let kind = entry.file_type().map_err(problem)?;
        if kind.is_dir() {
            walk(&entry.path(), &format!("{name}/"), names)?;
        } else if kind.is_file() {
            names.push(name);
        }
    }
    Ok(())
}
