//! Addresses: web, mail and telephone.

/// True if a link inside a text leads anywhere.
#[must_use]
pub fn can_follow(url: &str) -> bool {
    !url.chars().any(|c| c.is_whitespace() || c.is_control())
        && (is_web(url) || ["mailto:", "tel:"].iter().any(|scheme| has_more_than(url, scheme)))
}

fn has_more_than(url: &str, scheme: &str) -> bool {
    url.split_at_checked(scheme.len()).is_some_and(|(head, rest)| head.eq_ignore_ascii_case(scheme) && !rest.is_empty())
}

/// True if it is an `http` or `https` address with a host.
pub(crate) fn is_web(url: &str) -> bool {
    let Some((scheme, rest)) = url.split_once("://") else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    (scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https"))
        && host.chars().any(char::is_alphanumeric)
        && !host.starts_with('.')
        && !url.chars().any(|c| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '\\' | '`'))
}

/// True if it has the form of an e-mail address.
pub(crate) fn is_email(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else { return false };
    text.is_ascii()
        && !name.is_empty()
        && host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
        && !host.contains('@')
        && !text.chars().any(|c| c.is_whitespace() || c.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_apart() {
        assert!(is_web("https://basra.gov.iq/x?a=1&b=2"));
        assert!(is_web("HTTP://example.iq"));
        assert!(is_web("https://بصرة.عراق/نص"));
        for bad in [
            "example.iq",
            "https://",
            "ftp://a.b",
            "javascript:alert(1)",
            "https:// a.b",
            "https:///x",
            "file:///etc/passwd",
        ] {
            assert!(!is_web(bad), "{bad}");
        }
        assert!(can_follow("mailto:a@b.iq") && can_follow("tel:+9647701234567"));
        assert!(!can_follow("tel:") && !can_follow("data:text/html,x") && !can_follow("assets/a.pdf"));
    }

    #[test]
    fn emails_need_both_sides() {
        assert!(is_email("media@basra.gov.iq"));
        for bad in ["media", "@basra.iq", "a@b", "a b@c.iq", "a@b@c.iq"] {
            assert!(!is_email(bad), "{bad}");
        }
    }
}
