//! The known name that looks most like an unknown one.

/// Longer names are not compared: nobody mistypes a key of this length, and comparing costs its
/// square.
const LONGEST: usize = 64;

/// The known name most like `name`, if one is like enough to be meant.
pub fn nearest<S: AsRef<str> + Copy>(name: &str, known: &[S]) -> Option<S> {
    let name = name.trim();
    if name.is_empty() || name.len() > LONGEST {
        return None;
    }
    let lower = name.to_lowercase();
    known
        .iter()
        .map(|known| (likeness(&lower, known.as_ref()), *known))
        .filter(|(likeness, _)| *likeness > 0.74)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, known)| known)
}

fn likeness(name: &str, known: &str) -> f64 {
    let lower = known.to_lowercase();
    if name.trim_end_matches('s') == lower.trim_end_matches('s') {
        return 1.0;
    }
    strsim::normalized_damerau_levenshtein(name, &lower).max(strsim::jaro_winkler(name, &lower) - 0.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_find_their_key() {
        let known = ["title", "slogan", "preamble", "status", "organisers", "photo"];
        assert_eq!(nearest("titel", &known), Some("title"));
        assert_eq!(nearest("Title", &known), Some("title"));
        assert_eq!(nearest("organizers", &known), Some("organisers"));
        assert_eq!(nearest("photos", &known), Some("photo"));
    }

    #[test]
    fn other_words_find_nothing() {
        let known = ["title", "slogan", "preamble"];
        assert_eq!(nearest("weather", &known), None);
        assert_eq!(nearest("العنوان", &known), None);
        assert_eq!(nearest(&"t".repeat(100_000), &known), None);
        assert_eq!(nearest("", &known), None);
    }
}
