//! Points between any two changes to the disk at which the tests of a debug build let the program
//! die.

/// The variable that says at which step, counted from 1.
#[cfg(debug_assertions)]
const STOP_AT: &str = "NASHRA_STOP_AT";

/// Marks a moment between two changes to the disk. In a debug build the process is killed, as `kill
/// -9` does it, when it has come to the step that the variable `NASHRA_STOP_AT` names; nothing is
/// flushed and nothing put away.
#[cfg(all(debug_assertions, unix))]
pub(crate) fn step() {
    use std::sync::OnceLock;
    use std::sync::atomic::{AtomicU64, Ordering};

    static STEPS: AtomicU64 = AtomicU64::new(0);
    static STOP: OnceLock<Option<u64>> = OnceLock::new();
    let stop = STOP.get_or_init(|| std::env::var(STOP_AT).ok()?.parse().ok());
    if stop.is_some_and(|stop| STEPS.fetch_add(1, Ordering::SeqCst) + 1 == stop) {
        let _ = rustix::process::kill_process(rustix::process::getpid(), rustix::process::Signal::KILL);
    }
}

/// Marks a moment between two changes to the disk; nothing happens.
#[cfg(not(all(debug_assertions, unix)))]
pub(crate) fn step() {}
