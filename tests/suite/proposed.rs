//! Commands that messages propose, run exactly as they are written in the workspace that the message
//! comes from, in both languages: none is wrong usage, and none names what isn't there.

use crate::workspace::{REPORT, Run, Workspace};

const AT: &str = "2026-11-21T09:00:00+03:00";
/// Codes of messages that a proposed command must not lead to: it can't be run as it stands.
const USELESS: [&str; 12] = [
    "unknown-command",
    "unknown-option",
    "unknown-value",
    "unexpected-argument",
    "value-missing",
    "bad-argument",
    "argument-missing",
    "options-together",
    "wrong-usage",
    "report-not-found",
    "archive-unknown",
    "file-not-found",
];

/// The words of a command line, parted at spaces outside quotation marks.
fn parted(command: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for c in command.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            c => words.last_mut().unwrap().push(c),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// The command that begins a text: up to the backtick that closes it, else to the end of its part of
/// the sentence.
fn command(text: &str, ticked: bool) -> &str {
    let mut quoted = false;
    let ends = |c: char| if ticked { c == '`' } else { matches!(c, ';' | '؛' | '،' | ',' | ')' | '\n') };
    let end = text.char_indices().find(|&(_, c)| {
        quoted ^= c == '"';
        !quoted && ends(c)
    });
    &text[..end.map_or(text.len(), |(at, _)| at)]
}

/// The commands in what the program said, without their first word.
fn proposed(run: &Run) -> Vec<String> {
    let all = format!("{}\n{}", run.stdout, run.stderr);
    let mut found = Vec::new();
    for (at, _) in all.match_indices("nashra ") {
        let before = all[..at].chars().next_back();
        // `# nashra: allow` and words about the program are no commands.
        let own = command(&all[at..], before == Some('`')).trim();
        let words = parted(own);
        let is_command = words.get(1).is_some_and(|word| word.is_ascii() && word.len() > 1);
        if matches!(before, Some('`' | ' ' | '(')) && is_command {
            let typed = own["nashra ".len()..].replace('…', "خطأ في الاسم");
            // A sentence goes on after it in English.
            let typed = typed.split(" tells").next().unwrap().split(" shows").next().unwrap().to_owned();
            if !found.contains(&typed) {
                found.push(typed);
            }
        }
    }
    found
}

/// A workspace in some state, and the command whose message proposes others.
struct Scene {
    name: &'static str,
    workspace: fn() -> Workspace,
    run: &'static str,
    /// How many commands are proposed.
    commands: usize,
}

fn speaking(lang: &str) -> Vec<(&'static str, String)> {
    vec![("NASHRA_NOW", AT.to_owned()), ("NASHRA_LANG", lang.to_owned())]
}

fn run(workspace: &Workspace, typed: &str, lang: &str) -> Run {
    let variables = speaking(lang);
    let variables: Vec<(&str, &str)> = variables.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let words = parted(typed);
    workspace.run_with(&words.iter().map(String::as_str).collect::<Vec<_>>(), &variables)
}

fn with_school() -> Workspace {
    let workspace = Workspace::new();
    workspace.report("school", REPORT);
    workspace
}

fn archived() -> Workspace {
    let workspace = with_school();
    run(&workspace, "archive add content/school.toml", "en").code(0);
    workspace
}

fn changed() -> Workspace {
    let workspace = archived();
    workspace.report("school", &REPORT.replace("جديدة", "ابتدائية"));
    workspace
}

fn two_of_one_number() -> Workspace {
    let workspace = with_school();
    workspace.report("b", &REPORT.replace("status", "slug = \"b\"\nstatus"));
    workspace.report("c", &REPORT.replace("١/٢٠٢٦", "٢/٢٠٢٦").replace("approved", "draft"));
    workspace
}

fn broken_in_an_issue() -> Workspace {
    let workspace = Workspace::new();
    workspace.report("two words", &REPORT.replace("title", "titel").replace("date", "slug = \"two\"\ndate"));
    workspace.file(
        "content/issues/2026-11-30-november.toml",
        "schema = 1\nstatus = \"draft\"\ndate = 2026-11-30\n[[articles]]\nreport = \"content/two words.toml\"\nplace = \"cover\"\n",
    );
    workspace
}

fn in_an_archived_issue() -> Workspace {
    let workspace = with_school();
    workspace.file(
        "content/issues/2026-11-20-november.toml",
        "schema = 1\nstatus = \"approved\"\nnumber = \"1/2026\"\ndate = 2026-11-20\n[[articles]]\nreport = \"content/school.toml\"\nplace = \"cover\"\n",
    );
    run(&workspace, "archive add content/issues/2026-11-20-november.toml", "en").code(0);
    workspace
}

const SCENES: &[Scene] = &[
    Scene {
        name: "a remark about a text",
        workspace: || {
            let workspace = Workspace::new();
            workspace.report("school", &REPORT.replace("قضاء الزبير بحضور", "قضاء ( الزبير ) بحضور"));
            workspace
        },
        run: "check",
        commands: 1,
    },
    Scene {
        name: "remarks are counted",
        workspace: || {
            let workspace = Workspace::new();
            workspace.report("school", &REPORT.replace("قضاء الزبير بحضور", "قضاء ( الزبير ) بحضور"));
            workspace
        },
        run: "build",
        commands: 1,
    },
    Scene { name: "no workspace", workspace: Workspace::bare, run: "build", commands: 1 },
    Scene { name: "no reports", workspace: Workspace::new, run: "build", commands: 1 },
    Scene { name: "a new report", workspace: Workspace::new, run: "new visit", commands: 1 },
    Scene { name: "a new workspace", workspace: Workspace::bare, run: "init", commands: 1 },
    Scene { name: "the chapters", workspace: Workspace::bare, run: "handbook", commands: 1 },
    Scene { name: "a word that is no command", workspace: Workspace::new, run: "bild", commands: 1 },
    Scene { name: "a command without its report", workspace: Workspace::new, run: "approve", commands: 1 },
    Scene {
        name: "a file without a word",
        workspace: || {
            let workspace = Workspace::new();
            workspace.report("empty", "");
            workspace
        },
        run: "check",
        commands: 1,
    },
    Scene {
        name: "a document of Word",
        workspace: || {
            let workspace = Workspace::new();
            workspace.file("content/تقرير.docx", "PK");
            workspace
        },
        run: "check",
        commands: 2,
    },
    Scene {
        name: "a broken file that is to be renamed",
        workspace: || {
            let workspace = Workspace::new();
            workspace.report("broken", "schema = \n");
            workspace
        },
        run: "rename content/broken.toml other",
        commands: 1,
    },
    Scene { name: "a report of an issue with errors", workspace: broken_in_an_issue, run: "check", commands: 1 },
    Scene {
        name: "another number",
        workspace: with_school,
        run: "approve content/school.toml --number 9",
        commands: 1,
    },
    Scene { name: "a number twice", workspace: two_of_one_number, run: "approve content/c.toml", commands: 1 },
    Scene {
        name: "a number in use",
        workspace: || {
            let workspace = with_school();
            workspace.report("b", &REPORT.replace("status = \"approved\"", "slug = \"b\"\nstatus = \"draft\""));
            workspace
        },
        run: "approve content/b.toml",
        commands: 2,
    },
    Scene {
        name: "a draft for the archive",
        workspace: || {
            let workspace = Workspace::new();
            workspace.report("school", &REPORT.replace("approved", "draft"));
            workspace
        },
        run: "archive add content/school.toml",
        commands: 1,
    },
    Scene {
        name: "never published",
        workspace: with_school,
        run: "archive correct content/school.toml --reason خطأ",
        commands: 1,
    },
    Scene {
        name: "approval of what is archived",
        workspace: archived,
        run: "approve --undo content/school.toml",
        commands: 2,
    },
    Scene {
        name: "a new name for what is archived",
        workspace: archived,
        run: "rename content/school.toml other",
        commands: 2,
    },
    Scene {
        name: "a name of an archived issue",
        workspace: in_an_archived_issue,
        run: "rename content/school.toml other",
        commands: 1,
    },
    Scene {
        name: "published with another text",
        workspace: changed,
        run: "archive add content/school.toml",
        commands: 1,
    },
    Scene { name: "built with another text", workspace: changed, run: "build", commands: 1 },
    Scene { name: "no such bulletin", workspace: archived, run: "archive show 2026-11-20-bridge", commands: 1 },
    Scene {
        name: "no such version",
        workspace: archived,
        run: "archive show 2026-11-20-school --version 7",
        commands: 1,
    },
    Scene { name: "a number is no proof", workspace: archived, run: "archive verify ١/٢٠٢٦", commands: 1 },
    Scene {
        name: "a picture of the archive was changed",
        workspace: || {
            let workspace = archived();
            workspace.file("archive/2026/11/2026-11-20-school/v1/content/text.txt", "x");
            workspace
        },
        run: "archive verify",
        commands: 1,
    },
    Scene {
        name: "a site in the archive",
        workspace: archived,
        run: "archive site --output archive/site",
        commands: 1,
    },
];

#[test]
fn what_a_message_proposes_can_be_run_as_it_stands() {
    let mut wrong = Vec::new();
    for scene in SCENES {
        for lang in ["ar", "en"] {
            let said = run(&(scene.workspace)(), scene.run, lang);
            let commands = proposed(&said);
            if commands.len() != scene.commands {
                let found = format!("{commands:?}\n{}{}", said.stdout, said.stderr);
                wrong.push(format!("{} ({lang}): {} commands are wanted: {found}", scene.name, scene.commands));
                continue;
            }
            for typed in commands {
                let workspace = (scene.workspace)();
                run(&workspace, scene.run, lang);
                let followed = run(&workspace, &typed, lang);
                let useless = USELESS.iter().find(|code| followed.stderr.contains(&format!("[{code}]")));
                if useless.is_some() || followed.code == 101 {
                    wrong.push(format!("{} ({lang}): nashra {typed}\n{}", scene.name, followed.stderr));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} proposals can't be followed:\n{}", wrong.len(), wrong.join("\n"));
}
