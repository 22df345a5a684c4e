//! Help, usage errors, manual pages and completions, in the user's language.

use crate::workspace::Workspace;

/// Whether a text has Arabic letters.
fn is_arabic(text: &str) -> bool {
    text.chars().any(|c| ('\u{621}'..='\u{64A}').contains(&c))
}

#[test]
fn help_speaks_the_language_asked_for() {
    let workspace = Workspace::bare();
    workspace.run("build --help").code(0).prints("يُخرج ملفات PDF").prints("طريقة الكتابة:\n  nashra build [الخيارات]");
    workspace
        .run("build --help --lang en")
        .code(0)
        .prints("Make the finished PDFs")
        .prints("Usage:\n  nashra build [OPTIONS]");
    let english = [("NASHRA_LANG", "en")];
    workspace.run_with(&["build", "--help"], &english).code(0).prints("Make the finished PDFs");
    workspace.run_with(&["build", "--help", "--lang", "ar"], &english).code(0).prints("يُخرج");
    workspace.file("nashra.toml", "schema = 1\nlanguage = \"en\"\n").file("content/x", "");
    workspace.run("-C content build -h").code(0).prints("Make the finished PDFs");
    workspace.run("help archive add").code(0).prints("Keep signed reports").prints("Usage:\n  nashra archive add");
    workspace.run_with(&["check"], &[("NASHRA_LANG", "ar")]).says("التقارير المفحوصة: 0");
    workspace.run_with(&["check"], &[("NASHRA_LANG", "fr")]).code(2).says("[unknown-value]").says("NASHRA_LANG");
}

#[test]
fn help_has_nothing_that_turns_lines_round() {
    for command in ["--help", "print --help", "archive search --help", "man build", "completions zsh"] {
        let run = Workspace::bare().run(command);
        assert!(is_arabic(&run.code(0).stdout), "{command}");
        let marks =
            run.stdout.chars().filter(|c| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{1B}'));
        assert_eq!(marks.count(), 0, "{command}");
    }
}

#[test]
fn without_a_command_the_help_is_shown_as_an_error() {
    let run = Workspace::bare().run("");
    run.code(2).says("الأوامر:");
    assert_eq!(run.stdout, "");
    Workspace::bare().run("archive").code(2).says("الأوامر:");
    let version = Workspace::bare().run("--version");
    assert_eq!(version.code(0).stdout, format!("nashra {}\n", env!("CARGO_PKG_VERSION")));
}

/// Wrong command lines, the code of what is said, and a word of the hint.
const WRONG: &[(&str, &str, &str)] = &[
    ("biuld", "unknown-command", "`build`"),
    ("archive ad", "unknown-command", "`add`"),
    ("help biuld", "unknown-command", "`build`"),
    ("man archive ad", "unknown-command", "`add`"),
    ("build --profil office", "unknown-option", "`--profile`"),
    ("init a b", "unexpected-argument", "nashra init --help"),
    ("build --profile poster", "unknown-value", "`press`"),
    ("build --profile", "value-missing", "`press`"),
    ("build --lang de", "unknown-value", "`en`"),
    ("new", "argument-missing", "nashra new --help"),
    ("archive --format human", "argument-missing", "nashra archive --help"),
    ("archive correct a.toml", "argument-missing", "nashra archive correct --help"),
    ("check --press --profile office", "options-together", ""),
    ("build --lang en --force --force", "option-twice", ""),
    ("build --jobs 0", "bad-argument", "1"),
    ("build --jobs many", "bad-argument", "1"),
    ("print a.pdf --copies 10000", "bad-argument", "9999"),
    ("print a.pdf --timeout 0", "bad-argument", "86400"),
    ("build --impose booklet --creep 3", "bad-argument", "2"),
    ("archive search x --from yesterday", "bad-argument", "`2026-11`"),
    ("archive rebuild x --version a --compare", "bad-argument", "1"),
    ("new Visit", "bad-argument", "`visit`"),
    ("new visit --date 20/11/2026", "bad-argument", "`2026-11-20`"),
    ("new visit --date ٢٠-١١-٢٠٢٦", "bad-argument", "`2026-11-20`"),
    ("new visit --date tomorrow", "bad-argument", "`2026-11-20`"),
];

#[test]
fn wrong_usage_is_said_in_both_languages() {
    for (line, code, hint) in WRONG {
        for lang in ["ar", "en"] {
            let run = Workspace::bare().run_with(&line.split(' ').collect::<Vec<_>>(), &[("NASHRA_LANG", lang)]);
            run.code(2).says(&format!("[{code}]")).says(hint);
            if lang == "ar" && !line.contains("--lang en") {
                assert!(run.stderr.contains("خطأ: ") && run.stderr.contains("ما العمل: "), "{line}: {}", run.stderr);
                let english = ["error", "hint", "tip", "Usage", "argument '"];
                assert!(english.iter().all(|word| !run.stderr.contains(word)), "{line}: {}", run.stderr);
            } else {
                assert!(
                    !is_arabic(&run.stderr.replace(line.split(' ').next_back().unwrap(), "")),
                    "{line}: {}",
                    run.stderr
                );
            }
            assert_eq!(run.stdout, "");
        }
    }
}

#[test]
fn wrong_usage_is_told_to_programs_too() {
    let run = Workspace::bare().run("biuld --format json --lang en");
    let said: serde_json::Value = serde_json::from_str(&run.code(2).stdout).unwrap();
    assert_eq!(said["diagnostics"][0]["code"], "unknown-command");
    Workspace::bare().run("biuld --format short").code(2).says("خطأ: لا يوجد أمر");
}

#[test]
fn the_date_that_is_proposed_works() {
    let workspace = Workspace::new();
    workspace.run("new visit --date 20/11/2026").code(2).says("`2026-11-20`");
    workspace.run("new visit --date 2026-11-20").code(0);
}

#[test]
fn completions_and_manual_pages_are_printed() {
    let workspace = Workspace::bare();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        workspace.run(&format!("completions {shell}")).code(0).prints("nashra");
    }
    workspace.run("completions fish").prints("يُخرج ملفات PDF");
    workspace.run("completions fish --lang en").prints("Make the finished PDFs");
    workspace.run("man").code(0).prints(".TH nashra").prints(".SH \"الاسم\"").prints("يحوّل تقارير");
    workspace.run("man build --lang en").code(0).prints("profile").prints(".SH \"SYNOPSIS\"");
    workspace.run("man archive add").code(0).prints(".TH nashra-archive-add").prints("يحفظ في الأرشيف");
    for english in ["SUBCOMMANDS", "OPTIONS", "NAME\n", "default:", "Possible values", "VERSION"] {
        for page in ["man", "man print", "man archive"] {
            let run = workspace.run(page);
            assert!(!run.stdout.contains(english), "`{page}` says {english}");
        }
    }
    let help = workspace.run("--help --lang en");
    let commands =
        help.stdout.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let mut told = 0;
    for command in commands.filter_map(|line| line.split_whitespace().next()) {
        workspace.run(&format!("man {command}")).code(0).prints(&format!(".TH nashra-{command}"));
        told += 1;
    }
    assert!(told > 10);
}
