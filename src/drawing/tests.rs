use super::*;

const HEAD: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">";

fn drawing(inside: &str) -> Result<Drawing, DrawingFault> {
    sanitised(format!("{HEAD}{inside}</svg>").as_bytes())
}

fn kept(inside: &str) -> (String, Vec<String>) {
    let Drawing { bytes, left_out } = drawing(inside).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    (text.strip_prefix(HEAD).unwrap().strip_suffix("</svg>").unwrap().to_owned(), left_out)
}

#[test]
fn what_is_only_seen_stays_as_it_is() {
    for inside in [
        "<path d=\"M0 0h9\" fill=\"#123\" style=\"stroke:url(#g)\"/>",
        "<defs><linearGradient id=\"g\"><stop offset=\"0\"/></linearGradient></defs><use xlink:href=\"#g\"/>",
        "<text x=\"1\">محافظة &amp; البصرة &#x661;</text>",
        "<style>.a{fill:red}</style>",
        "<a><rect width=\"1\" height=\"1\"/></a>",
    ] {
        assert_eq!(kept(inside), (inside.to_owned(), Vec::new()));
    }
}

#[test]
fn what_acts_or_reaches_out_is_left_out_and_named() {
    for (inside, left, named) in [
        ("<script>alert(1)</script><path/>", "<path/>", "script"),
        ("<x:script xmlns:x=\"http://www.w3.org/2000/svg\">a</x:script>", "", "script"),
        ("<SCRIPT href=\"#a\"/>", "", "SCRIPT"),
        ("<foreignObject><p>a<b/></p></foreignObject><path/>", "<path/>", "foreignObject"),
        ("<rect onclick=\"a()\" width=\"1\"/>", "<rect width=\"1\"/>", "onclick"),
        ("<rect ONLOAD=\"a()\"/>", "<rect/>", "ONLOAD"),
        ("<image href=\"https://example.iq/a.png\"/>", "<image/>", "href"),
        ("<image xlink:href=\"file:///etc/passwd\"/>", "<image/>", "xlink:href"),
        ("<a href=\"java&#115;cript:a()\"><path/></a>", "<a><path/></a>", "href"),
        ("<image href=\"data:image/svg+xml;base64,PHN2Zy8+\"/>", "<image/>", "href"),
        ("<rect style=\"fill: u r l( 'https://a.iq' )\"/>", "<rect/>", "style"),
        ("<rect style=\"fill:\\75rl(//a.iq)\"/>", "<rect/>", "style"),
        ("<rect fill=\"url(//a.iq/b)\"/>", "<rect/>", "fill"),
        ("<style>@import 'https://a.iq/b.css';</style>", "<style></style>", "style"),
        ("<animate attributeName=\"href\" to=\"javascript:a()\"/>", "", "animate"),
        ("<rect xml:base=\"https://a.iq/\"/>", "<rect/>", "xml:base"),
    ] {
        assert_eq!(kept(inside), (left.to_owned(), vec![named.to_owned()]), "{inside}");
    }
    let with_sheet = format!("<?xml version=\"1.0\"?><?xml-stylesheet href=\"a.css\"?>{HEAD}</svg>");
    assert_eq!(sanitised(with_sheet.as_bytes()).unwrap().left_out, ["?xml-stylesheet"]);
}

#[test]
fn what_grows_without_end_is_refused() {
    let doubled: String =
        (1..40).map(|n| format!("<g id=\"g{n}\"><use href=\"#g{}\"/><use href=\"#g{}\"/></g>", n - 1, n - 1)).collect();
    assert_eq!(drawing(&format!("<g id=\"g0\"><path/></g>{doubled}")), Err(DrawingFault::Shapes(MAX_SHAPES)));
    let patterns: String = (1..40)
        .map(|n| {
            format!("<pattern id=\"p{n}\"><rect fill=\"url(#p{0})\"/><rect stroke=\"url('#p{0}')\"/></pattern>", n - 1)
        })
        .collect();
    assert_eq!(drawing(&patterns), Err(DrawingFault::Shapes(MAX_SHAPES)));
    assert_eq!(drawing(&"<g>".repeat(100)), Err(DrawingFault::Depth(MAX_DEPTH)));
    assert_eq!(drawing(&"<path/>".repeat(60_000)), Err(DrawingFault::Shapes(MAX_SHAPES)));
    assert_eq!(drawing(&"<feOffset/>".repeat(17)), Err(DrawingFault::Filters(MAX_FILTERS)));
    assert_eq!(drawing(&format!("<text>{}</text>", "ا".repeat(5001))), Err(DrawingFault::Letters(MAX_LETTERS)));
    let entities = "<!DOCTYPE svg [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><svg><text>&b;</text></svg>";
    assert_eq!(sanitised(entities.as_bytes()), Err(DrawingFault::Entities));
    assert_eq!(sanitised(&[0x1F, 0x8B, 8, 0]), Err(DrawingFault::Packed));
    let chain: String = (1..900).map(|n| format!("<use id=\"u{n}\" href=\"#u{}\"/>", n - 1)).rev().collect();
    assert_eq!(drawing(&chain), Err(DrawingFault::Shapes(MAX_SHAPES)));
    assert!(drawing("<use id=\"a\" href=\"#a\"/>").is_ok(), "what names itself ends");
    assert_eq!(drawing("<image href=\"data:image/png;base64,AAAA\"/>"), Err(DrawingFault::Picture));
}

#[test]
fn what_is_no_drawing_is_refused() {
    for text in ["", "نص", "<html></html>", "<svg><g></svg>", "<svg", "\u{FEFF}"] {
        assert!(matches!(sanitised(text.as_bytes()), Err(DrawingFault::Broken(_))), "{text}");
    }
    assert!(matches!(sanitised(&[0xFF, 0xFE, 0x3C]), Err(DrawingFault::Broken(_))));
}
