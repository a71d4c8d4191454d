//! Where the app is opened from: a server under a sub-path, or the single file.

use std::{
    env,
    net::{TcpListener, TcpStream},
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};

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
        let port = free_port();
        let pack = env::var_os("TENKEN_PACK").expect("TENKEN_PACK names the packing tool: run ./dev test e2e");
        let server = Command::new(pack)
            .args(["serve", dist("").to_str().expect("UTF-8"), &port.to_string(), "/some/sub-path/"])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .expect("the server starts");
        wait_for_port(port);
        Self { url: format!("http://127.0.0.1:{port}/some/sub-path/"), server: Some(server) }
    }

    /// The single file.
    pub fn file() -> Self {
        Self { url: format!("file://{}", dist("tenken.html").display()), server: None }
    }

    /// Everything before the path: no request may go elsewhere.
    pub fn origin(&self) -> &str {
        match self.url.strip_prefix("http://").and_then(|rest| rest.find('/')) {
            Some(end) => &self.url[.."http://".len() + end],
            None => "file://",
        }
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
    for _ in 0..200 {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("nobody listens on port {port}");
}
