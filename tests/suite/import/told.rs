//! What the program says of an import, and how it takes texts.

use super::{Office, SEED};

#[test]
fn speakers_are_known_by_parts_of_their_names_and_go_on_without_one() {
    let office = Office::new();
    let fixture = |name: &str| {
        let path = format!("{}/tests/fixtures/import/{name}.txt", env!("CARGO_MANIFEST_DIR"));
        office.0.file(&format!("{name}.txt"), std::fs::read(path).unwrap());
        office
            .import(&format!("{name}.txt"))
            .quotes()
            .into_iter()
            .map(|[_, name, role]| [name, role])
            .collect::<Vec<_>>()
    };
    assert_eq!(
        fixture("repeated-role"),
        [
            ["اللواء قاسم راشد", "قائد الشرطة"],
            ["اللواء قاسم راشد", "قائد الشرطة"],
            ["اللواء قاسم راشد", "قائد الشرطة"],
            ["الشيخ عبد الله الجويبراوي", ""],
            ["الشيخ عبد الله الجويبراوي", ""],
        ]
    );
    assert_eq!(
        fixture("surname-from-preamble"),
        [
            ["المهندس أسعد العيداني", "محافظ البصرة"],
            ["الأستاذ حمزة عبد القادر", "مدير توزيع كهرباء الجنوب"],
            ["الأستاذ حمزة عبد القادر", "مدير توزيع كهرباء الجنوب"],
        ]
    );
    assert_eq!(
        fixture("two-speakers-one-paragraph"),
        [["السيد جواد كاظم المالكي", "رئيس اللجنة"], ["السيد جواد كاظم المالكي", "رئيس اللجنة"]]
    );
    assert_eq!(
        fixture("quote-next-line"),
        [["السيدة رجاء محمد علي", "مديرة تربية البصرة"], ["السيدة رجاء محمد علي", "مديرة تربية البصرة"]]
    );
    assert_eq!(fixture("long-quote").len(), 3, "a quotation over three paragraphs");
    assert_eq!(fixture("statement"), [["", ""]; 0], "a writing is nobody");
    assert_eq!(fixture("whatsapp-emoji"), [["المهندس سالم جبار حسن", "قائممقام قضاء أبي الخصيب"]]);
}

#[test]
fn lists_tables_headings_copies_and_tags_are_made_out() {
    let office = Office::new();
    let fixture = |name: &str| {
        let path = format!("{}/tests/fixtures/import/{name}", env!("CARGO_MANIFEST_DIR"));
        office.0.file(name, std::fs::read(path).unwrap());
        office.import(name)
    };
    let letter = fixture("office-letter.txt");
    assert_eq!(letter.text("title"), "المحافظة تستعد لموسم الأمطار");
    assert_eq!(letter.report["copies"].as_array().unwrap().len(), 3);
    assert_eq!(letter.kinds(), ["paragraph", "list", "paragraph"]);
    assert_eq!(letter.left_out.len(), 5, "{:?}", letter.left_out);
    let sections = fixture("heading-sections.txt");
    assert_eq!(sections.kinds(), ["paragraph", "heading", "paragraph", "heading", "paragraph"]);
    let table = fixture("excel-table.txt");
    assert_eq!(table.kinds(), ["paragraph", "table", "paragraph"]);
    assert_eq!(table.blocks()[1]["table"]["columns"].as_array().unwrap().len(), 3);
    let nested = fixture("bullets-nested.txt");
    assert_eq!(nested.blocks()[1]["list"].as_array().unwrap()[0]["list"].as_array().unwrap().len(), 2);
    assert_eq!(fixture("numbers-arabic.txt").blocks()[1]["ordered"].as_bool(), Some(true));
    assert_eq!(fixture("not-a-list.txt").kinds(), ["paragraph"; 5]);
    let tags = fixture("whatsapp-emoji.txt");
    let names: Vec<_> = tags.report["tags"].as_array().unwrap().iter().map(|tag| tag.as_str().unwrap()).collect();
    assert_eq!(names, ["البصرة", "أبو الخصيب", "حدائق البصرة"]);
    let markdown = fixture("markdown.md");
    assert_eq!(markdown.kinds(), ["paragraph", "heading", "list", "table", "paragraph", "quote"]);
    let pdf = fixture("pdf-lines.txt");
    assert_eq!(pdf.text("title"), "دائرة الصحة تختتم حملة التلقيح ضد شلل الأطفال");
    assert!(pdf.blocks()[0]["paragraph"].as_str().unwrap().ends_with("منظمات المجتمع المدني."));
    let span = fixture("time-range.txt");
    assert_eq!(span.report["event"]["start"].to_string(), "2026-11-18");
    assert_eq!(span.report["event"]["end"].to_string(), "2026-11-25");
    assert_eq!(span.report["event"]["place"].as_str(), Some("قاعة المعارض الكبرى"));
    assert!(!fixture("two-dates.txt").report.contains_key("event"), "of two days none is chosen");
    assert_eq!(fixture("kurdish.txt").text("language"), "ckb");
}

#[test]
fn guesses_and_what_was_left_out_are_told_and_noted() {
    let office = Office::new();
    office.0.file(
        "chat.txt",
        "[9:41, 18/11/2026] علي: فتح الجسر 📢\n[9:42, 18/11/2026] علي: فُتح الجسر أمام المركبات كلها صباح اليوم.\n",
    );
    let run = office.0.run("import chat.txt --date 2026-11-20");
    run.code(0).prints("content/2026-11-20-chat.toml");
    run.says("title: فتح الجسر (the first line)");
    run.says("left out, time and sender of a WhatsApp message: [9:41, 18/11/2026] علي:");
    run.says("left out, a sign that the page's fonts have no shape for: 📢");
    run.says("then run: nashra check");
    let toml = String::from_utf8(office.0.read("content/2026-11-20-chat.toml")).unwrap();
    assert!(toml.contains("# guess: the first line\ntitle = "), "{toml}");
    assert!(toml.contains("# left out: a sign that the page's fonts have no shape for: 📢"), "{toml}");
    let arabic = office.0.run("import chat.txt --date 2026-11-21 --lang ar");
    arabic.code(0).says("title: فتح الجسر (السطر الأول)");
    let toml = String::from_utf8(office.0.read("content/2026-11-21-chat.toml")).unwrap();
    assert!(toml.contains("# تخمين: السطر الأول\n"), "{toml}");
}

#[test]
fn several_files_are_imported_and_one_that_fails_stops_none() {
    let office = Office::new();
    office.0.file("visit.txt", SEED).file("old.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1").file("empty.txt", " \n\n");
    office.0.file("نص.txt", SEED).file("note.rtf", "{\\rtf1\\ansi}").file("page.html", "<html><body>نص</body></html>");
    let files = "import visit.txt old.doc empty.txt نص.txt note.rtf page.html gone.txt --date 2026-11-20";
    let run = office.0.run(files);
    run.code(1).prints("content/2026-11-20-visit.toml").prints("content/2026-11-20-report.toml");
    run.says("old.doc").says("this is a document of old Word (.doc)").says("save it as Word document (.docx)");
    run.says("empty.txt").says("there is not a word in this").says("this is a document in RTF");
    run.says("this is a page of the web").says("`gone.txt` does not exist");
    assert_eq!(office.0.files("content").len(), 2);
    // The same name again is refused, and one without Latin letters is numbered on.
    office.0.run("import visit.txt --date 2026-11-20").code(1).says("is there already");
    office.0.run("import نص.txt --date 2026-11-20").code(0).prints("content/2026-11-20-report-2.toml");
}

#[test]
fn a_pasted_text_comes_by_standard_input() {
    let office = Office::new();
    let run = office.0.run_typing(&["import", "-", "--slug", "pasted", "--date", "2026-11-20"], SEED);
    run.code(0).prints("content/2026-11-20-pasted.toml");
    let shown = office.0.run_typing(&["import", "--stdout", "--date", "2026-11-20"], SEED);
    shown.code(0).prints("slogan = \"البصرة مدينة صديقة للطفل\"");
    assert_eq!(office.0.files("content").len(), 1, "nothing is written");
    office.0.file("a.txt", SEED).file("b.txt", SEED);
    office.0.run("import a.txt b.txt --stdout").code(2).says("`--stdout` can't be given together with `b.txt`");
    office.0.run("import a.txt b.txt --slug x").code(2).says("`--slug` can't be given together with `b.txt`");
}

#[test]
fn a_pdf_gives_its_text_and_a_scan_says_so() {
    let office = Office::new();
    office.0.report("2026-11-19-source", super::super::workspace::REPORT);
    office.0.run("build content/2026-11-19-source.toml -e bulletin --profile office").code(0);
    let pdf = office.0.files("out").into_iter().find(|name| name.ends_with(".pdf")).unwrap();
    office.0.file("old.pdf", office.0.read(&pdf));
    let imported = office.import("old.pdf");
    let all = toml::to_string(&imported.report).unwrap();
    assert!(all.contains("افتتاح مدرسة جديدة في قضاء الزبير"), "{all}");
    office.0.file("cut.pdf", "%PDF-1.7\n");
    office.0.run("import cut.pdf").code(1).says("this document is damaged");
}
