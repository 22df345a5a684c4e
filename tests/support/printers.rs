//! Printers: a real one in a process of its own, and one that answers as a test wants.

use std::fs;
use std::io::{BufRead as _, BufReader, Cursor, Read, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use ipp::attribute::IppAttribute;
use ipp::model::{DelimiterTag, IppVersion, Operation, StatusCode};
use ipp::parser::IppParser;
use ipp::reader::IppReader;
use ipp::request::IppRequestResponse;
use ipp::value::IppValue;

/// What the real printer says of itself.
const OFFICE_LASER: &str = "\
ATTR boolean color-supported true
ATTR integer copies-default 1
ATTR rangeOfInteger copies-supported 1-300
ATTR mimeMediaType document-format-default application/octet-stream
ATTR mimeMediaType document-format-supported application/octet-stream,application/pdf
ATTR keyword media-default iso_a4_210x297mm
ATTR keyword media-ready iso_a4_210x297mm,iso_a5_148x210mm
ATTR keyword media-supported iso_a4_210x297mm,iso_a5_148x210mm
ATTR keyword print-color-mode-default color
ATTR keyword print-color-mode-supported monochrome,color
ATTR text printer-make-and-model \"Office Laser\"
ATTR keyword sides-default one-sided
ATTR keyword sides-supported one-sided,two-sided-long-edge,two-sided-short-edge
";

/// `ippeveprinter` of CUPS. It wants a system bus for announcing itself, although it is told not
/// to: it gets one of its own.
pub struct RealPrinter {
    folder: tempfile::TempDir,
    bus: Child,
    printer: Child,
    port: u16,
}

impl RealPrinter {
    /// A printer that keeps what it prints.
    pub fn new() -> Self {
        Self::ending(0)
    }

    /// A printer whose print command ends with this exit code.
    pub fn ending(code: u8) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path().display().to_string();
        fs::create_dir(folder.path().join("spool")).unwrap();
        fs::write(folder.path().join("office.conf"), OFFICE_LASER).unwrap();
        let script = format!("#!/bin/sh\nenv >'{at}/env'\ncp \"$1\" '{at}/document'\nexit {code}\n");
        fs::write(folder.path().join("print"), script).unwrap();
        let executable = Command::new("chmod").arg("+x").arg(folder.path().join("print")).status().unwrap();
        assert!(executable.success());
        let mut bus = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--nopidfile", "--print-address=1"])
            .arg(format!("--address=unix:path={at}/bus"))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("dbus-daemon is missing; on Debian it is in the package dbus-daemon");
        let mut address = String::new();
        BufReader::new(bus.stdout.as_mut().unwrap()).read_line(&mut address).unwrap();
        let (printer, port) = start(folder.path(), address.trim());
        Self { folder, bus, printer, port }
    }

    /// Its address.
    pub fn uri(&self) -> String {
        format!("ipp://127.0.0.1:{}/ipp/print", self.port)
    }

    /// The file that was printed last.
    pub fn document(&self) -> Vec<u8> {
        fs::read(self.folder.path().join("document")).expect("nothing was printed")
    }

    /// What the job printed last asked for, as `sides`; empty when it said nothing of that.
    pub fn setting(&self, name: &str) -> String {
        let env = fs::read_to_string(self.folder.path().join("env")).expect("nothing was printed");
        let key = format!("IPP_{}=", name.to_uppercase().replace('-', "_"));
        env.lines().find_map(|line| line.strip_prefix(&key)).unwrap_or_default().to_owned()
    }

    /// Whether it has printed anything.
    pub fn is_unused(&self) -> bool {
        !self.folder.path().join("document").exists()
    }
}

impl Drop for RealPrinter {
    fn drop(&mut self) {
        for child in [&mut self.printer, &mut self.bus] {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

/// Starts the printer and waits until it listens. Another program may take the free port first:
/// then another one is tried.
fn start(folder: &Path, bus: &str) -> (Child, u16) {
    let usual = Path::new("/usr/sbin/ippeveprinter");
    let program = if usual.exists() { usual } else { Path::new("ippeveprinter") };
    for _ in 0..5 {
        let port = free_port();
        let mut printer = Command::new(program)
            .args(["-r", "off", "--no-web-forms", "-n", "localhost", "-p", &port.to_string()])
            .args(["-a", "office.conf", "-d", "spool", "-c"])
            .arg(folder.join("print"))
            .arg("Test")
            .current_dir(folder)
            .env("DBUS_SYSTEM_BUS_ADDRESS", bus)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("ippeveprinter is missing; on Debian it is in the package cups-ipp-utils");
        for _ in 0..1500 {
            if printer.try_wait().unwrap().is_some() {
                break;
            }
            if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
                return (printer, port);
            }
            thread::sleep(Duration::from_millis(20));
        }
        let _ = printer.kill();
        let _ = printer.wait();
    }
    panic!("ippeveprinter does not start");
}

/// A port where nobody listens.
pub fn free_port() -> u16 {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port()
}

/// What a scripted printer does with a request.
pub enum Reply {
    /// An answer of IPP.
    Ipp(Box<IppRequestResponse>),
    /// Bytes as they are, HTTP and all.
    Raw(Vec<u8>),
    /// It closes the connection.
    Nothing,
    /// It keeps the connection open and is silent.
    Silence,
}

/// An operation, and how many of its kind came before.
pub type Question = (Operation, usize);

/// A printer that answers as a test wants.
pub struct ScriptedPrinter {
    port: u16,
    asked: Arc<Mutex<Vec<Operation>>>,
    over: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl ScriptedPrinter {
    /// A printer with a script.
    pub fn new(script: impl Fn(Question) -> Reply + Send + 'static) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let asked: Arc<Mutex<Vec<Operation>>> = Arc::default();
        let over = Arc::new(AtomicBool::new(false));
        let thread = {
            let (asked, over) = (asked.clone(), over.clone());
            thread::spawn(move || {
                let mut silent = Vec::new();
                for stream in listener.incoming() {
                    if over.load(Ordering::SeqCst) {
                        break;
                    }
                    let mut stream = stream.unwrap();
                    let operation = read_operation(&mut stream);
                    let before = asked.lock().unwrap().iter().filter(|&&one| one == operation).count();
                    asked.lock().unwrap().push(operation);
                    match script((operation, before)) {
                        Reply::Ipp(answer) => write_answer(&mut stream, &answer),
                        Reply::Raw(bytes) => drop(stream.write_all(&bytes)),
                        Reply::Nothing => {}
                        Reply::Silence => silent.push(stream),
                    }
                }
            })
        };
        Self { port, asked, over, thread: Some(thread) }
    }

    /// Its address.
    pub fn uri(&self) -> String {
        format!("ipp://127.0.0.1:{}/ipp/print", self.port)
    }

    /// How often it was asked for an operation.
    pub fn asked(&self, operation: Operation) -> usize {
        self.asked.lock().unwrap().iter().filter(|&&one| one == operation).count()
    }
}

impl Drop for ScriptedPrinter {
    fn drop(&mut self) {
        self.over.store(true, Ordering::SeqCst);
        let _ = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port));
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn read_operation(stream: &mut TcpStream) -> Operation {
    let mut reader = BufReader::new(stream);
    let mut length = 0;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        let line = line.trim().to_ascii_lowercase();
        if let Some(value) = line.strip_prefix("content-length:") {
            length = value.trim().parse().unwrap();
        }
        if line.is_empty() {
            break;
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
    let request = IppParser::new(IppReader::new(Cursor::new(body))).parse().unwrap();
    let number = request.header().operation_or_status;
    let known = [
        Operation::PrintJob,
        Operation::ValidateJob,
        Operation::CancelJob,
        Operation::GetJobAttributes,
        Operation::GetPrinterAttributes,
    ];
    known.into_iter().find(|&one| one as i16 == number).expect("nobody should ask for this")
}

fn write_answer(stream: &mut TcpStream, answer: &IppRequestResponse) {
    let _ = stream.write_all(&http("200 OK", &answer.to_bytes()));
}

/// An answer of HTTP.
pub fn http(status: &str, body: &[u8]) -> Vec<u8> {
    let head = format!("HTTP/1.1 {status}\r\nContent-Type: application/ipp\r\nContent-Length: {}\r\n\r\n", body.len());
    [head.as_bytes(), body].concat()
}

/// An answer with some attributes.
pub fn answer(status: StatusCode, group: DelimiterTag, attributes: Vec<(&str, IppValue)>) -> Reply {
    let mut answer = IppRequestResponse::new_response(IppVersion::v1_1(), status, 1).unwrap();
    for (name, value) in attributes {
        answer.attributes_mut().add(group, IppAttribute::with_name(name, value).unwrap());
    }
    Reply::Ipp(Box::new(answer))
}

/// A list of keywords.
pub fn keywords(all: &[&str]) -> IppValue {
    IppValue::Array(all.iter().map(|one| IppValue::new_keyword(*one).unwrap()).collect())
}

/// What an able printer says of itself, with some of it in other words.
pub fn able(changes: Vec<(&'static str, IppValue)>) -> Reply {
    let operations = [Operation::PrintJob, Operation::ValidateJob, Operation::GetJobAttributes];
    let mut all = vec![
        ("printer-make-and-model", IppValue::new_text_without_language("Scripted").unwrap()),
        ("operations-supported", IppValue::Array(operations.map(|one| IppValue::Enum(one as i32)).to_vec())),
        ("printer-is-accepting-jobs", IppValue::Boolean(true)),
        ("document-format-supported", IppValue::new_mime_media_type("application/pdf").unwrap()),
        ("media-supported", keywords(&["iso_a4_210x297mm", "iso_a5_148x210mm"])),
        ("sides-supported", keywords(&["one-sided", "two-sided-long-edge"])),
        ("printer-state", IppValue::Enum(4)),
        ("printer-state-reasons", keywords(&["none"])),
    ];
    all.retain(|(name, _)| changes.iter().all(|(changed, _)| changed != name));
    all.extend(changes);
    answer(StatusCode::SuccessfulOk, DelimiterTag::PrinterAttributes, all)
}

/// The state of job 7.
pub fn job(state: i32, reasons: &[&str]) -> Reply {
    let attributes = vec![
        ("job-id", IppValue::Integer(7)),
        ("job-state", IppValue::Enum(state)),
        ("job-state-reasons", keywords(reasons)),
    ];
    answer(StatusCode::SuccessfulOk, DelimiterTag::JobAttributes, attributes)
}

/// What an able printer does as long as nothing else is said.
pub fn usual((operation, _): Question) -> Reply {
    match operation {
        Operation::GetPrinterAttributes => able(Vec::new()),
        Operation::PrintJob => job(3, &["none"]),
        Operation::GetJobAttributes => job(9, &["job-completed-successfully"]),
        _ => answer(StatusCode::SuccessfulOk, DelimiterTag::OperationAttributes, Vec::new()),
    }
}
