//! The one worker pool: plain threads that take items in turn and give their results back in the
//! items' order.
//!
//! Not rayon's pool: typst uses that itself, and a worker that waits in it would take up another
//! whole document on top of its stack.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::num::NonZero;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// Results that wait for the caller: enough that no worker waits for long, few enough for any
/// memory.
const WAITING: usize = 64;

/// The number of threads that work, and their stack.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Threads {
    count: usize,
    /// Bytes of stack; none for the system's default, which every thread has that is there already.
    stack: Option<usize>,
}

impl Threads {
    /// So many threads, at least one.
    #[must_use]
    pub(crate) fn new(count: usize) -> Self {
        Self { count: count.max(1), stack: None }
    }

    /// One thread for each processor.
    #[must_use]
    pub(crate) fn of_processors() -> Self {
        Self::new(processors())
    }

    /// At most so many threads.
    #[must_use]
    pub(crate) fn at_most(self, count: usize) -> Self {
        Self { count: self.count.min(count.max(1)), ..self }
    }

    /// The same threads with so many bytes of stack each.
    #[must_use]
    pub(crate) fn with_stack(self, bytes: usize) -> Self {
        Self { stack: Some(bytes), ..self }
    }

    fn builder(self) -> thread::Builder {
        let builder = thread::Builder::new();
        match self.stack {
            Some(bytes) => builder.stack_size(bytes),
            None => builder,
        }
    }
}

/// The number of processors, at least one.
#[must_use]
pub(crate) fn processors() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

/// Applies `work` to every item and returns the results in the items' order.
pub(crate) fn map<I, R>(threads: Threads, items: I, work: impl Fn(I::Item) -> R + Sync) -> Vec<R>
where
    I: ExactSizeIterator + Send,
    R: Send,
{
    let mut results = Vec::with_capacity(items.len());
    let Ok(()) = stream(threads, items, work, |result| {
        results.push(result);
        Ok::<_, Infallible>(())
    });
    results
}

/// Applies `work` to every item on other threads and gives the results to `take` on this one, in
/// the items' order, while the work goes on.
///
/// A single item is not worth a thread, unless it needs a stack of its own. What no thread can be
/// had for is done on this one.
///
/// # Errors
/// The first error of `take`; no item is begun after it.
pub(crate) fn stream<I, R, E>(
    threads: Threads,
    items: I,
    work: impl Fn(I::Item) -> R + Sync,
    mut take: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E>
where
    I: ExactSizeIterator + Send,
    R: Send,
{
    let count = threads.count.min(items.len());
    if count == 0 || (count == 1 && threads.stack.is_none()) {
        return items.map(work).try_for_each(take);
    }
    let queue = Mutex::new(items.enumerate());
    thread::scope(|scope| {
        let (sender, receiver) = sync_channel(WAITING);
        let mut working = 0;
        for _ in 0..count {
            let (sender, queue, work) = (sender.clone(), &queue, &work);
            let spawned = threads.builder().spawn_scoped(scope, move || serve(queue, work, &sender));
            working += usize::from(spawned.is_ok());
        }
        drop(sender);
        if working == 0 {
            return std::iter::from_fn(|| next(&queue)).try_for_each(|(_, item)| take(work(item)));
        }
        in_order(receiver, &mut take)
    })
}

/// Works until no item is left or nobody takes the results any more.
fn serve<T, R>(
    queue: &Mutex<impl Iterator<Item = (usize, T)>>,
    work: impl Fn(T) -> R,
    sender: &SyncSender<(usize, R)>,
) {
    while let Some((number, item)) = next(queue) {
        if sender.send((number, work(item))).is_err() {
            return;
        }
    }
}

fn next<T>(queue: &Mutex<impl Iterator<Item = T>>) -> Option<T> {
    queue.lock().unwrap_or_else(PoisonError::into_inner).next()
}

/// Takes results as they come; one that is early waits for those before it.
fn in_order<R, E>(receiver: Receiver<(usize, R)>, take: &mut impl FnMut(R) -> Result<(), E>) -> Result<(), E> {
    let mut early = BTreeMap::new();
    let mut taken = 0;
    for (number, result) in receiver {
        early.insert(number, result);
        while let Some(result) = early.remove(&taken) {
            take(result)?;
            taken += 1;
        }
    }
    Ok(())
}

/// Does `work` here while another thread with so many bytes of stack is `ahead` of it. Without that
/// thread the work is the same, and what goes wrong in it is left to the work to find.
pub(crate) fn beside<T>(stack: usize, ahead: impl FnOnce() + Send, work: impl FnOnce() -> T) -> T {
    thread::scope(|scope| {
        let helper = thread::Builder::new().stack_size(stack).spawn_scoped(scope, ahead);
        let done = work();
        let _ = helper.map(thread::ScopedJoinHandle::join);
        done
    })
}

#[cfg(test)]
mod tests {
    use std::panic::{AssertUnwindSafe, catch_unwind};
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use super::*;

    #[test]
    fn results_come_in_the_items_order_and_every_item_is_worked_on_once() {
        let worked = AtomicUsize::new(0);
        let slow_first = |number: usize| {
            thread::sleep(Duration::from_millis(if number.is_multiple_of(3) { 3 } else { 0 }));
            worked.fetch_add(1, Ordering::Relaxed);
            number * 2
        };
        for count in [0, 1, 3, 200] {
            worked.store(0, Ordering::Relaxed);
            let found = map(Threads::new(count), 0..100, slow_first);
            assert_eq!(found, (0..100).map(|number| number * 2).collect::<Vec<_>>());
            assert_eq!(worked.load(Ordering::Relaxed), 100);
        }
        assert!(map(Threads::new(4), 0..0, slow_first).is_empty());
    }

    #[test]
    fn items_can_be_changed_in_their_places() {
        let mut items = vec![1, 2, 3, 4, 5];
        let old = map(Threads::new(3), items.iter_mut(), |item| std::mem::replace(item, *item * 10));
        assert_eq!((old, items), (vec![1, 2, 3, 4, 5], vec![10, 20, 30, 40, 50]));
    }

    #[test]
    fn one_item_is_done_here_unless_it_needs_a_stack() {
        let here = thread::current().id();
        let of = |threads| map(threads, [()].into_iter(), |()| thread::current().id() == here);
        assert_eq!(of(Threads::new(8)), [true]);
        assert_eq!(of(Threads::new(8).with_stack(1 << 20)), [false]);
    }

    #[test]
    fn work_has_the_stack_that_was_asked_for() {
        // Half of it, and twice what a thread has by default.
        fn deep(left: usize) -> u64 {
            let frame = std::hint::black_box([left as u64; 512]);
            if left == 0 { frame[0] } else { frame[1].max(deep(left - 1)) }
        }
        let found = map(Threads::new(1).with_stack(16 << 20), [900].into_iter(), deep);
        assert_eq!(found, [900]);
    }

    #[test]
    fn without_any_thread_the_work_is_done_here() {
        let here = thread::current().id();
        let impossible = Threads::new(3).with_stack(usize::MAX / 2);
        let found = map(impossible, 0..5, |number| (number, thread::current().id() == here));
        assert_eq!(found, (0..5).map(|number| (number, true)).collect::<Vec<_>>());
    }

    #[test]
    fn an_error_of_the_taker_ends_the_work() {
        let begun = AtomicUsize::new(0);
        let count = |number: usize| {
            begun.fetch_add(1, Ordering::Relaxed);
            number
        };
        let mut taken = Vec::new();
        let stopped = stream(Threads::new(2), 0..10_000, count, |number| {
            taken.push(number);
            if number < 9 { Ok(()) } else { Err("full") }
        });
        assert_eq!(stopped, Err("full"));
        assert_eq!(taken, (0..10).collect::<Vec<_>>());
        assert!(begun.load(Ordering::Relaxed) < 10_000);
    }

    #[test]
    fn a_panic_reaches_the_caller() {
        let panics = |number: usize| assert!(number != 3, "the fourth");
        let found = catch_unwind(AssertUnwindSafe(|| map(Threads::new(2), 0..8, panics)));
        assert!(found.is_err());
    }
}
