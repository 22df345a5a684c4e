//! A copy of this program that works for it and may die of the work: an endless loop, a stack or a
//! memory that runs over ends that copy and nothing else.
//!
//! The program asks over the copy's standard input, the copy answers on its standard output; no
//! file is between them. A question that takes too long or too much memory is not answered: the
//! copy is stopped, and the next question is put to a new one.

mod frame;
mod limits;

use std::env;
use std::io::{self, BufReader, Read, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::thread;
use std::time::Duration;

use self::frame::{read_frame, write_frame};
use crate::clock::Deadline;
use crate::words::StopReason;

/// The variable that makes this program such a copy.
const VARIABLE: &str = "NASHRA_SANDBOX";
/// The time between two looks at the copy's memory.
const PAUSE: Duration = Duration::from_millis(20);

/// What one question may cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Limits {
    /// The time until the answer.
    pub(crate) seconds: u64,
    /// The memory of the whole copy, in megabytes.
    pub(crate) megabytes: u64,
}

/// True once this process is the program itself: then copies of it can be started. In tests of the
/// library they can't.
static IS_PROGRAM: OnceLock<()> = OnceLock::new();

/// Notes that this process is the program.
pub(crate) fn is_program() {
    let _ = IS_PROGRAM.set(());
}

/// True if copies can be started.
pub(crate) fn is_possible() -> bool {
    IS_PROGRAM.get().is_some()
}

/// True if this process is such a copy.
pub(crate) fn is_inside() -> bool {
    env::var_os(VARIABLE).is_some()
}

/// Copies that wait for work. Each knows how it was set up, and stays until the run ends.
#[derive(Default)]
pub(crate) struct Sandboxes {
    idle: Mutex<Vec<Sandbox>>,
}

impl Sandboxes {
    /// Puts a question to a copy; a new one is told `setup` first.
    ///
    /// # Errors
    /// Why there is no answer.
    pub(crate) fn ask(
        &self,
        setup: impl FnOnce() -> io::Result<Vec<u8>>,
        question: &[u8],
        limits: Limits,
    ) -> Result<Vec<u8>, StopReason> {
        let idle = self.idle().pop();
        let mut sandbox = match idle {
            Some(sandbox) => sandbox,
            None => setup()
                .and_then(|setup| Sandbox::start(&setup))
                .map_err(|error| StopReason::NotStarted(error.to_string()))?,
        };
        let answer = sandbox.ask(question, limits)?;
        self.idle().push(sandbox);
        Ok(answer)
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Sandbox>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A running copy; it is stopped when this is dropped.
struct Sandbox {
    child: Child,
    input: ChildStdin,
    answers: Receiver<Vec<u8>>,
}

impl Sandbox {
    fn start(setup: &[u8]) -> io::Result<Self> {
        let mut child = Command::new(env::current_exe()?)
            .env(VARIABLE, "1")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let (input, output) = (child.stdin.take(), child.stdout.take());
        let (Some(mut input), Some(output)) = (input, output) else {
            return Err(io::Error::from(io::ErrorKind::BrokenPipe));
        };
        let (sender, answers) = sync_channel(1);
        thread::Builder::new().spawn(move || pass_on(BufReader::new(output), &sender))?;
        write_frame(&mut input, setup)?;
        Ok(Self { child, input, answers })
    }

    fn ask(&mut self, question: &[u8], limits: Limits) -> Result<Vec<u8>, StopReason> {
        if write_frame(&mut self.input, question).is_err() {
            return Err(StopReason::Died);
        }
        let deadline = Deadline::after(Duration::from_secs(limits.seconds));
        loop {
            match self.answers.recv_timeout(PAUSE.min(deadline.left())) {
                Ok(answer) => return Ok(answer),
                Err(RecvTimeoutError::Disconnected) => return Err(StopReason::Died),
                Err(RecvTimeoutError::Timeout) if deadline.left().is_zero() => {
                    return Err(StopReason::Time { seconds: limits.seconds });
                }
                Err(RecvTimeoutError::Timeout) => {}
            }
            if limits::megabytes(self.child.id()).is_some_and(|used| used > limits.megabytes) {
                return Err(StopReason::Memory { megabytes: limits.megabytes });
            }
        }
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        // It may be gone already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Passes answers on until there are no more.
fn pass_on(mut output: impl Read, answers: &SyncSender<Vec<u8>>) {
    while let Ok(Some(answer)) = read_frame(&mut output) {
        if answers.send(answer).is_err() {
            return;
        }
    }
}

/// Answers questions with a stack of so many bytes until nobody asks any more; `work` is made of
/// the first frame, the setup.
///
/// The questions are read on this thread, so that a copy whose program is gone ends at once,
/// whatever it is working at.
///
/// # Errors
/// A pipe that can't be read.
pub(crate) fn serve<W: FnMut(&[u8]) -> Vec<u8>>(
    stack: usize,
    work: impl FnOnce(&[u8]) -> W + Send + 'static,
) -> io::Result<()> {
    limits::confine();
    let mut input = BufReader::new(io::stdin().lock());
    let Some(setup) = read_frame(&mut input)? else { return Ok(()) };
    let (sender, questions) = sync_channel::<Vec<u8>>(1);
    thread::Builder::new().stack_size(stack).spawn(move || {
        let mut work = work(&setup);
        for question in questions {
            let answer = work(&question);
            let mut output = io::stdout().lock();
            if write_frame(&mut output, &answer).and_then(|()| output.flush()).is_err() {
                return;
            }
        }
    })?;
    while let Some(question) = read_frame(&mut input)? {
        if sender.send(question).is_err() {
            break;
        }
    }
    Ok(())
}
