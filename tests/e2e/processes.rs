//! Processes that have to end at once, with everything that they started.

use std::{
    collections::BTreeSet,
    path::Path,
    process::{Child, Command, Stdio, id},
    sync::LazyLock,
    time::{Duration, Instant},
};

use crate::place::folder_of_run;

/// Waits for the end of its input, which comes when this program has ended, however it did. What then still names the
/// folder of the run is killed: the browsers that wait for the next test.
static REAPER: LazyLock<Child> = LazyLock::new(|| {
    let script = "trap '' INT; cat; ps -A -ww -o pid=,args= | awk 'index($0, ENVIRON[\"RUN\"]) { print $1 }' | xargs kill -9; \
         sleep 1; rm -rf \"$RUN\"";
    let mut shell = Command::new("sh");
    shell.args(["-c", script]).env("RUN", folder_of_run());
    shell.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("a shell")
});

/// Sees to it that no browser outlives this program.
pub fn end_all_with_this_one() {
    LazyLock::force(&REAPER);
}

/// A running process.
struct Process {
    id: u32,
    parent: u32,
    command: String,
}

/// Kills a process with all its descendants, and every process that names a folder: helpers may have left the family.
/// Returns once they are gone.
pub fn kill_all(root: u32, folder: &Path) {
    let start = Instant::now();
    loop {
        let living = family(root, folder);
        if living.is_empty() {
            return;
        }
        assert!(start.elapsed() < Duration::from_secs(20), "processes do not die: {living:?}");
        // By the shell, which knows `kill` also where there is no program of that name.
        let ids: Vec<String> = living.iter().map(u32::to_string).collect();
        let _ = Command::new("sh").args(["-c", &format!("kill -9 {} 2>/dev/null", ids.join(" "))]).status();
        std::thread::sleep(Duration::from_millis(10));
    }
}

fn family(root: u32, folder: &Path) -> BTreeSet<u32> {
    let folder = folder.to_str().expect("UTF-8");
    let all = running();
    let mut found: BTreeSet<u32> =
        all.iter().filter(|p| p.id == root || p.command.contains(folder)).map(|p| p.id).collect();
    loop {
        let children: Vec<u32> =
            all.iter().filter(|p| found.contains(&p.parent) && !found.contains(&p.id)).map(|p| p.id).collect();
        if children.is_empty() {
            break;
        }
        found.extend(children);
    }
    found.remove(&id());
    found
}

/// What runs now; those that are dead and only wait to be noticed do not.
fn running() -> Vec<Process> {
    let list =
        Command::new("ps").args(["-A", "-ww", "-o", "pid=,ppid=,stat=,args="]).output().expect("ps lists processes");
    let list = String::from_utf8_lossy(&list.stdout).into_owned();
    let process = |line: &str| {
        let mut words = line.split_whitespace();
        let (id, parent, state) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?, words.next()?);
        let command = words.collect::<Vec<_>>().join(" ");
        (!state.starts_with('Z')).then_some(Process { id, parent, command })
    };
    list.lines().filter_map(process).collect()
}
