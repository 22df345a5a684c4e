//! A page with examples: its fenced blocks, and the marks before them that say what to do with
//! each.

/// A fenced block with the marks before it, as `<!-- file: nashra.toml -->`.
pub struct Block {
    /// The line after its fence, from 1.
    pub line: usize,
    /// `toml` or `console`.
    pub language: String,
    /// The marks without their brackets.
    pub marks: Vec<String>,
    /// Its lines.
    pub text: String,
}

/// A page's fenced blocks. A mark belongs to the block that follows it.
pub fn blocks(page: &str) -> Vec<Block> {
    let mut all = Vec::new();
    let mut marks = Vec::new();
    let mut lines = page.lines().enumerate();
    while let Some((at, line)) = lines.next() {
        if let Some(mark) = line.strip_prefix("<!-- ").and_then(|line| line.strip_suffix(" -->")) {
            marks.push(mark.to_owned());
        } else if let Some(language) = line.strip_prefix("```") {
            let text: String = lines
                .by_ref()
                .map(|(_, line)| line)
                .take_while(|line| *line != "```")
                .map(|l| l.to_owned() + "\n")
                .collect();
            all.push(Block { line: at + 2, language: language.to_owned(), marks: std::mem::take(&mut marks), text });
        } else if !line.is_empty() {
            marks.clear();
        }
    }
    all
}

/// A command with the lines that the page shows below it.
pub struct Shown<'a> {
    /// What is typed after `$ `.
    pub command: &'a str,
    /// What is printed.
    pub lines: Vec<&'a str>,
}

impl Block {
    /// The commands of a `console` block.
    pub fn commands(&self) -> Vec<Shown<'_>> {
        let mut all: Vec<Shown<'_>> = Vec::new();
        for line in self.text.lines() {
            match (line.strip_prefix("$ "), all.last_mut()) {
                (Some(command), _) => all.push(Shown { command, lines: Vec::new() }),
                (None, Some(last)) => last.lines.push(line),
                (None, None) => panic!("line {}: no command before `{line}`", self.line),
            }
        }
        all
    }
}
