//! A real browser: pages as they are seen, printed and worked on.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A Chromium with a profile of its own.
pub struct Browser {
    profile: tempfile::TempDir,
}

impl Browser {
    pub fn new() -> Self {
        Self { profile: tempfile::tempdir().unwrap() }
    }

    /// The same, with JavaScript switched off in its settings.
    pub fn without_scripts() -> Self {
        let browser = Self::new();
        let folder = browser.profile.path().join("Default");
        fs::create_dir_all(&folder).unwrap();
        let settings = r#"{"profile":{"default_content_setting_values":{"javascript":2}}}"#;
        fs::write(folder.join("Preferences"), settings).unwrap();
        browser
    }

    fn run(&self, arguments: &[&str], address: &str) -> Output {
        let mut command = Command::new("chromium");
        command.args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
        ]);
        command.arg(format!("--user-data-dir={}", self.profile.path().display()));
        let output = command.args(arguments).arg(address).output();
        output.expect("chromium is not installed; on Debian: apt-get install chromium")
    }

    /// The page's elements after its scripts have run for so many milliseconds.
    pub fn dom(&self, address: &str) -> String {
        let output = self.run(&["--virtual-time-budget=8000", "--dump-dom"], address);
        String::from_utf8(output.stdout).unwrap()
    }

    /// The same in a window of so many pixels across. A window is never narrower than 500 pixels,
    /// but a phone's page in it is.
    pub fn dom_at(&self, address: &str, width: u32) -> String {
        let size = format!("--window-size={width},844");
        let output = self.run(&["--virtual-time-budget=8000", &size, "--dump-dom"], address);
        String::from_utf8(output.stdout).unwrap()
    }

    /// A picture of the page, as wide and as high as a screen.
    pub fn picture(&self, address: &str, (width, height): (u32, u32)) -> image::RgbImage {
        let file = self.profile.path().join("page.png");
        let (shot, size) = (format!("--screenshot={}", file.display()), format!("--window-size={width},{height}"));
        self.run(&[&size, &shot], address);
        image::open(&file).expect("the browser made no picture").into_rgb8()
    }

    /// The words of the page on paper.
    pub fn paper(&self, address: &str) -> String {
        let file = self.profile.path().join("page.pdf");
        self.run(&["--no-pdf-header-footer", &format!("--print-to-pdf={}", file.display())], address);
        let text = Command::new("pdftotext")
            .args(["-layout"])
            .arg(&file)
            .arg("-")
            .output()
            .expect("pdftotext is not installed");
        String::from_utf8(text.stdout).unwrap()
    }
}

/// The address of a file.
pub fn file(path: &Path) -> String {
    let path: PathBuf = fs::canonicalize(path).unwrap();
    format!("file://{}", path.display())
}
