//! The name of a report in the names of its files.

use std::path::Path;

/// Characters in a slug.
const LONGEST: usize = 80;

/// True if a slug may stand: lower-case Latin letters, digits, single hyphens between them.
pub fn is_slug(text: &str) -> bool {
    let part = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    text.len() <= LONGEST && text.split('-').all(part)
}

/// A slug made of a text that is none, if enough of it can be used.
pub fn slug_like(text: &str) -> Option<String> {
    let mut slug = String::new();
    for c in text.chars().take(4 * LONGEST) {
        match super::source::number::latin_digit(c).unwrap_or(c.to_ascii_lowercase()) {
            c if c.is_ascii_lowercase() || c.is_ascii_digit() => slug.push(c),
            _ if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            _ => {}
        }
    }
    slug.truncate(LONGEST);
    let slug = slug.trim_end_matches('-');
    (slug.len() >= 3 && is_slug(slug)).then(|| slug.to_owned())
}

/// The slug that a file's name gives: its stem without a date in front.
pub(crate) fn from_file(file: &Path) -> Option<String> {
    let stem = file.file_stem()?.to_str()?;
    let slug = without_date(stem);
    is_slug(slug).then(|| slug.to_owned())
}

/// The date that a file's name begins with, as `2026-11-20`.
pub fn date_of(file: &Path) -> Option<&str> {
    parts(file.file_stem()?.to_str()?).map(|(date, _)| date)
}

fn without_date(stem: &str) -> &str {
    parts(stem).map_or(stem, |(_, rest)| rest)
}

/// A stem's date and the rest.
fn parts(stem: &str) -> Option<(&str, &str)> {
    let (date, rest) = stem.split_at_checked(11)?;
    let mut pattern = date.bytes().zip("0000-00-00-".bytes());
    let dated = pattern.all(|(found, want)| if want == b'-' { found == b'-' } else { found.is_ascii_digit() });
    dated.then_some((date.get(..10)?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_narrow() {
        assert!(is_slug("basra-child-friendly") && is_slug("a") && is_slug("2026"));
        for bad in ["", "-", "a-", "-a", "a--b", "Basra", "a_b", "بصرة", "a b", &"a".repeat(81)] {
            assert!(!is_slug(bad), "{bad}");
        }
    }

    #[test]
    fn file_names_give_slugs() {
        let from = |name: &str| from_file(Path::new(name));
        assert_eq!(from("content/2026-11-20-basra-workshop.toml").as_deref(), Some("basra-workshop"));
        assert_eq!(from("workshop.toml").as_deref(), Some("workshop"));
        assert_eq!(from("2026-11-20.toml").as_deref(), Some("2026-11-20"));
        assert_eq!(from("2026-11-20-.toml"), None);
        assert_eq!(from("تقرير.toml"), None);
        assert_eq!(from("My Report.toml"), None);
    }

    #[test]
    fn near_slugs_are_offered() {
        assert_eq!(slug_like("Basra Workshop_2026!").as_deref(), Some("basra-workshop-2026"));
        assert_eq!(slug_like("ورشة"), None);
    }
}
