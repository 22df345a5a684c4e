//! What stands in a PDF beyond its pages: the handbook's table is tried with the programs it names.

use std::process::Command;

use nashra::handbook::CHAPTERS;
use nashra::words::Lang;

use crate::workspace::{REPORT, Workspace};

/// The files, by what the tables call them in both languages.
const FILES: [(&str, &str, &str); 3] =
    [("record", "السجل", ""), ("office", "المكتب", ".office"), ("press", "المطبعة", ".press")];

/// A workspace with one report, whose bulletin is made for the record, the office and the press.
fn built() -> Workspace {
    let workspace = Workspace::new();
    workspace.file("nashra.toml", "schema = 1\nlanguage = \"en\"\n[office]\nname = \"المكتب الإعلامي\"\n");
    workspace.file("content/a.jpg", crate::pictures::jpeg(900, 600));
    let photo = "[[body]]\nphoto = \"content/a.jpg\"\nalt = \"ساحة المدرسة\"\ncredit = \"المكتب الإعلامي\"\n";
    let head = REPORT.replace("\n\n[[body]]", "\ntags = [\"التربية\"]\n\n[[body]]");
    workspace.report("school", &format!("{head}\n{photo}"));
    for profile in ["archive", "office", "press"] {
        workspace.run(&format!("build -e bulletin --profile {profile}")).code(0);
    }
    workspace
}

/// The rows of the table: which files, the command, what it says.
fn rows(lang: Lang) -> Vec<[String; 3]> {
    let chapter = CHAPTERS.iter().find(|chapter| chapter.name == "archive").unwrap();
    let plain = |cell: &str| cell.trim().trim_matches('`').to_owned();
    let row = |line: &str| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').collect();
        let [_, files, command, says] = cells.as_slice() else { return None };
        command.contains("FILE").then(|| [plain(files), plain(command), plain(says)])
    };
    chapter.text(lang).lines().filter_map(row).collect()
}

#[test]
fn programs_show_what_the_handbook_says_stands_in_a_pdf() {
    let workspace = built();
    for lang in [Lang::Ar, Lang::En] {
        let rows = rows(lang);
        assert_eq!(rows.len(), 14, "{lang:?}");
        for [which, command, says] in rows {
            let mut tried = 0;
            for (_, _, suffix) in FILES.iter().filter(|(en, ar, _)| which.contains(en) || which.contains(ar)) {
                let file = workspace.path().join(format!("out/2026/11/2026-11-20-school-bulletin{suffix}.pdf"));
                let line = command.replace("FILE", file.to_str().unwrap());
                let mut words = line.split(' ');
                let output = Command::new(words.next().unwrap()).args(words).output();
                let printed = output.unwrap_or_else(|error| panic!("{command}: {error}")).stdout;
                assert!(
                    String::from_utf8_lossy(&printed).contains(&says),
                    "`{command}` doesn't say `{says}`: {file:?}"
                );
                tried += 1;
            }
            assert!(tried > 0, "{which} are no files");
        }
    }
}
