//! The limits that the system itself holds.

/// The memory that a process uses now, in megabytes; none where the system doesn't say.
#[cfg(target_os = "linux")]
pub(super) fn megabytes(process: u32) -> Option<u64> {
    let path = std::path::PathBuf::from(format!("/proc/{process}/status"));
    let status = std::fs::read_to_string(path).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kilobytes: u64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kilobytes / 1024)
}

/// The memory that a process uses now, in megabytes; none where the system doesn't say.
#[cfg(not(target_os = "linux"))]
pub(super) fn megabytes(_: u32) -> Option<u64> {
    None
}

/// Confines this process: no file of its memory when it dies, few open files, and an end to its
/// memory should nobody watch it.
#[cfg(unix)]
pub(super) fn confine() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    /// Addresses, most of which are never used: the allocator takes them by the gigabyte.
    const ADDRESSES: u64 = 16 << 30;
    let limits = [(Resource::Core, 0), (Resource::Nofile, 256), (Resource::As, ADDRESSES)];
    for (resource, most) in limits {
        // A system that has less already keeps that.
        let _ = setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) });
    }
}

/// Confines this process, where the system can.
#[cfg(not(unix))]
pub(super) fn confine() {}
