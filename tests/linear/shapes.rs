//! Reports of any length: of each shape so many times the same.

/// A way for a report to be long.
pub(crate) struct Shape {
    pub(crate) name: String,
    pub(crate) make: Box<dyn Fn(usize) -> String>,
}

const HEAD: &str = "schema = 1\nstatus = \"draft\"\ndate = 2026-11-20\ntitle = \"عنوان التقرير\"\n";
const PARAGRAPH: &str = "[[body]]\nparagraph = \"نص\"\n";

/// What a text may be full of.
const UNITS: &[(&str, &str)] = &[
    ("words", "محافظة البصرة تفتتح المدرسة، "),
    ("marks", "مُحَافَظَةُ البَصْرَةِ "),
    ("tatweel", "محـــافظة "),
    ("joiners", "مي\u{200C}خواهم "),
    ("invisible characters", "أ\u{200B}\u{FEFF}ب "),
    ("direction marks", "نص \u{200F}\u{200E}x "),
    ("isolates without an end", "نص \u{2067}x "),
    ("embeddings", "\u{202B}نص\u{202C} "),
    ("stars", "*أ* "),
    ("strong words", "**كلمة** "),
    ("stars without a partner", "أ * ب "),
    ("links", "[موقع](https://example.org/a) "),
    ("links without an end", "[أ]( "),
    ("escapes", "\\\\* "),
    ("Latin words", "office "),
    ("Latin words among Arabic ones", "مشروع Smart City 2026 في "),
    ("changes of direction", "aب "),
    ("digits", "12 "),
    ("Arabic-Indic digits", "١٢ "),
    ("long numbers", "1,250,000 "),
    ("ranges", "١٢-١٥ "),
    ("dates", "25/11/2026 "),
    ("dates in words", "25 تشرين الثاني 2026، "),
    ("times", "10:30 ص "),
    ("percentages", "15% "),
    ("telephones", "+964 770 000 0000 "),
    ("codes", "BA-417/2026 "),
    ("web addresses", "https://example.org/أخبار "),
    ("mail addresses", "media@example.org "),
    ("handles", "@basra_media "),
    ("hashtags", "#البصرة_2026 "),
    ("abbreviations", "أ.د. علي "),
    ("quotation marks", "\\\"نص\\\" "),
    ("guillemets", "«نص» "),
    ("brackets", "(نص) "),
    ("brackets without an end", "(نص "),
    ("verses", "﴿وقل اعملوا﴾ "),
    ("punctuation", "نص ، نص؟ ! "),
    ("commas", "نص,نص, "),
    ("Kurdish words", "هەرێمی کوردستان "),
    ("Persian words", "گزارش روز، "),
    ("pictures of faces", "😀 "),
    ("hamza slips", "الى الامم "),
    ("tanwin", "رئيسا ً "),
    ("lam-alef of one character", "ﻻ "),
    ("presentation forms", "ﺍﻟﺒﺼﺮﺓ "),
    ("spaces", "نص   "),
    ("units", "١٥٠ كم "),
    ("money", "١٠٠ د.ع. "),
];

/// All shapes.
pub(crate) fn all() -> Vec<Shape> {
    let mut all = Vec::new();
    for (name, unit) in UNITS {
        all.push(shape(format!("a paragraph of {name}"), move |times| {
            format!("{HEAD}[[body]]\nparagraph = \"نص {} نص\"\n", unit.repeat(times / 2))
        }));
    }
    for (name, unit) in UNITS.iter().step_by(6) {
        all.push(shape(format!("a list of {name}"), move |times| {
            format!("{HEAD}[[body]]\nlist = [{}]\n", format!("\"نص {unit}\",").repeat(times / 4))
        }));
        all.push(shape(format!("a table of {name}"), move |times| {
            let rows = format!("[\"نص {unit}\", \"١٢\"],").repeat(times / 4);
            format!("{HEAD}[[body]]\n[body.table]\ncolumns = [\"أ\", \"ب\"]\nrows = [{rows}]\n")
        }));
        all.push(shape(format!("quotations of {name}"), move |times| {
            let quote = format!("[[body]]\nquote = \"نص {unit}\"\nspeaker = \"علي حسن\"\nrole = \"المدير\"\n");
            format!("{HEAD}{}", quote.repeat(times / 8))
        }));
    }
    let repeated = [
        ("paragraphs", PARAGRAPH, 4),
        ("headings", "[[body]]\nheading = \"عنوان\"\n[[body]]\nparagraph = \"نص\"\n", 8),
        ("lead-ins", "[[body]]\nparagraph = \"وقال:\"\n[[body]]\nquote = \"نص\"\nspeaker = \"علي\"\n", 8),
        ("lists", "[[body]]\nlist = [\"بند\", \"بند آخر\"]\n", 8),
        ("tables", "[[body]]\n[body.table]\ncolumns = [\"أ\"]\nrows = [[\"١\"]]\n", 8),
    ];
    for (name, block, part) in repeated {
        all.push(shape(name.to_owned(), move |times| format!("{HEAD}{}", block.repeat(times / part))));
    }
    all.push(shape("lists in lists".to_owned(), |times| {
        let item = "{ item = \"بند\", list = [\"أول\", \"ثانٍ\"] },";
        format!("{HEAD}[[body]]\nlist = [{}]\n", item.repeat(times / 8))
    }));
    all.push(shape("comments".to_owned(), |times| format!("{}{HEAD}{PARAGRAPH}", "# ملاحظة\n".repeat(times))));
    all
}

fn shape(name: String, make: impl Fn(usize) -> String + 'static) -> Shape {
    Shape { name, make: Box::new(make) }
}
