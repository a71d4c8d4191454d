//! Where the app is opened from: a server under a sub-path, or the single file.

use std::{
    env, fs,
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    time::{Duration, Instant},
};

use crate::browser::PATIENCE;

/// A built file of the site.
pub fn dist(file: &str) -> PathBuf {
    let dist = env::var_os("TENKEN_DIST").map_or_else(|| PathBuf::from("dist"), PathBuf::from);
    dist.canonicalize().expect("dist/ is built: run ./dev build").join(file)
}

/// A place that the app can be opened from.
pub struct Place {
    /// The address of the app, without `#`.
    pub url: String,
    server: Option<Child>,
}

impl Place {
    /// A server on this machine, under a sub-path as on GitHub Pages.
    pub fn http() -> Self {
        Self::serving(&dist(""))
    }

    /// A server of its own for any folder.
    pub fn serving(folder: &Path) -> Self {
        let port = free_port();
        let server = Command::new(env!("CARGO_BIN_EXE_pack"))
            .args(["serve", folder.to_str().expect("UTF-8"), &port.to_string(), "/some/sub-path/"])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .expect("the server starts");
        wait_for_port(port);
        Self { url: format!("http://127.0.0.1:{port}/some/sub-path/"), server: Some(server) }
    }

    /// The single file.
    pub fn file() -> Self {
        Self::of(&dist(""))
    }

    /// A single file in any folder.
    pub fn of(folder: &Path) -> Self {
        Self { url: format!("file://{}", folder.join("tenken.html").display()), server: None }
    }

    /// The address of a page of the app.
    pub fn at(&self, hash: &str) -> String {
        if hash.is_empty() { self.url.clone() } else { format!("{}#{hash}", self.url) }
    }

    /// Whether it is a single file.
    pub fn is_file(&self) -> bool {
        self.server.is_none()
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Some(server) = &mut self.server {
            let _ = server.kill();
            let _ = server.wait();
        }
    }
}

/// Where all folders of this run are. Its name is not the beginning of another run's.
pub fn folder_of_run() -> PathBuf {
    env::temp_dir().join(format!("tenken-e2e-{:010}", std::process::id()))
}

/// A new, empty one of them. None begins with the name of another: by its folder a browser is killed.
pub fn own_folder() -> PathBuf {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let folder = folder_of_run().join(format!("{:06}", NEXT.fetch_add(1, Ordering::Relaxed)));
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// A folder of a test's own, gone at its end.
pub struct Folder(PathBuf);

impl Folder {
    /// An empty one.
    pub fn empty() -> Self {
        Self(own_folder())
    }

    /// One with the site's own files; what lies in folders is only for other programs.
    pub fn of_site() -> Self {
        let folder = Self::empty();
        for entry in fs::read_dir(dist("")).expect("dist/").flatten().filter(|entry| entry.path().is_file()) {
            fs::copy(entry.path(), folder.path().join(entry.file_name())).expect("a copy");
        }
        folder
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Writes a file into it, over what was there.
    pub fn write(&self, name: &str, text: &str) {
        fs::write(self.path().join(name), text).expect("it can be written");
    }

    /// Removes the files with this ending.
    pub fn remove(&self, ending: &str) {
        for entry in fs::read_dir(self.path()).expect("the folder").flatten() {
            if entry.file_name().to_string_lossy().ends_with(ending) {
                fs::remove_file(entry.path()).expect("it can be removed");
            }
        }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A port that nobody listens on, never the same twice. Below the range from which systems take ports for outgoing
/// connections, so that none of those slips in before it is used.
pub fn free_port() -> u16 {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    loop {
        let number = std::process::id().wrapping_mul(101).wrapping_add(NEXT.fetch_add(1, Ordering::Relaxed));
        let port = u16::try_from(20_000 + number % 10_000).expect("below 30,000");
        if TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return port;
        }
    }
}

/// Waits until somebody listens.
pub fn wait_for_port(port: u16) {
    let start = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        assert!(start.elapsed() < PATIENCE, "nobody listens on port {port}");
        std::thread::sleep(Duration::from_millis(50));
    }
}
