//! The formats of archived files, as the registry PRONOM names them.

/// The format of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::archive) struct Format {
    /// Its name.
    pub(in crate::archive) name: &'static str,
    /// Its identifier in PRONOM, where it is certain.
    pub(in crate::archive) pronom: Option<&'static str>,
    /// Its media type.
    pub(in crate::archive) media_type: &'static str,
}

/// The format of a version's file, by its name and its first bytes.
pub(in crate::archive) fn format_of(name: &str, start: &[u8]) -> Format {
    let is_page = matches!(name, "bulletin.pdf" | "newsletter.pdf" | "flyer.pdf" | "correction.pdf");
    let ending = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    let (name, pronom, media_type) = match ending.as_str() {
        "pdf" if is_page => ("PDF/A-3a", Some("fmt/479"), "application/pdf"),
        "pdf" => pdf(start),
        "json" => ("JSON", Some("fmt/817"), "application/json"),
        "jsonl" => ("JSON Lines", None, "text/plain"),
        "xml" => ("XML 1.0", Some("fmt/101"), "application/xml"),
        "xsd" => ("XML Schema Definition", Some("x-fmt/280"), "application/xml"),
        "txt" | "typ" => ("Plain text", Some("x-fmt/111"), "text/plain"),
        "md" => ("Markdown", Some("fmt/1149"), "text/plain"),
        "toml" => ("TOML", None, "text/plain"),
        "csv" => ("Comma separated values", Some("x-fmt/18"), "text/csv"),
        "png" => ("Portable Network Graphics", Some("fmt/11"), "image/png"),
        "jpg" | "jpeg" => jpeg(start),
        "webp" => ("WebP", None, "image/webp"),
        "svg" => ("Scalable Vector Graphics 1.1", Some("fmt/92"), "image/svg+xml"),
        "ttf" => ("TrueType font", Some("x-fmt/453"), "font/ttf"),
        "otf" => ("OpenType font", Some("fmt/520"), "font/otf"),
        "doc" => ("Microsoft Word document", None, "application/msword"),
        "docx" => (
            "Office Open XML document",
            Some("fmt/412"),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        "xlsx" => (
            "Office Open XML spreadsheet",
            Some("fmt/214"),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
        _ => ("Unknown", None, "application/octet-stream"),
    };
    Format { name, pronom, media_type }
}

fn pdf(start: &[u8]) -> (&'static str, Option<&'static str>, &'static str) {
    let (name, pronom) = match start.get(..8) {
        Some(b"%PDF-1.4") => ("PDF 1.4", Some("fmt/18")),
        Some(b"%PDF-1.5") => ("PDF 1.5", Some("fmt/19")),
        Some(b"%PDF-1.6") => ("PDF 1.6", Some("fmt/20")),
        Some(b"%PDF-1.7") => ("PDF 1.7", Some("fmt/276")),
        Some(b"%PDF-2.0") => ("PDF 2.0", Some("fmt/1129")),
        _ => ("PDF", None),
    };
    (name, pronom, "application/pdf")
}

/// Cameras write Exif in several versions that the first bytes don't tell apart.
fn jpeg(start: &[u8]) -> (&'static str, Option<&'static str>, &'static str) {
    let (name, pronom) = match (start.get(6..11), start.get(11..13)) {
        (Some(b"JFIF\0"), Some([1, 0])) => ("JPEG File Interchange Format 1.00", Some("fmt/42")),
        (Some(b"JFIF\0"), Some([1, 1])) => ("JPEG File Interchange Format 1.01", Some("fmt/43")),
        (Some(b"JFIF\0"), Some([1, 2])) => ("JPEG File Interchange Format 1.02", Some("fmt/44")),
        _ => ("JPEG", None),
    };
    (name, pronom, "image/jpeg")
}
