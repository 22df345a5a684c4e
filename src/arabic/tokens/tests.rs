//! What is taken for one piece, and what is not.

use proptest::prelude::*;

use super::*;

fn found(text: &str) -> Vec<(&str, TokenKind)> {
    let kept = |token: &Token| token.kind != TokenKind::Word;
    tokens(text).into_iter().filter(kept).map(|token| (&text[token.range], token.kind)).collect()
}

fn joined(text: &str) -> Vec<&str> {
    let latin = |token: &Token| matches!(token.kind, TokenKind::Latin | TokenKind::Code);
    phrases(text).into_iter().filter(latin).map(|token| &text[token.range]).collect()
}

/// Each text has one piece, the one between its bars.
#[track_caller]
fn each(kind: TokenKind, texts: &[&str]) {
    for marked in texts {
        let text = marked.replace('|', "");
        let piece = marked.split('|').nth(1).unwrap();
        assert_eq!(found(&text), [(piece, kind)], "{text}");
    }
}

#[test]
fn telephone_numbers() {
    each(
        TokenKind::Phone,
        &[
            "الهاتف |+964 770 123 4567|.",
            "الهاتف |07701234567|،",
            "الهاتف |0770 123 4567| ",
            "الهاتف |٠٧٧٠ ١٢٣ ٤٥٦٧|",
            "الهاتف |(0770) 123 4567|،",
            "الهاتف |+964 (770) 123 4567|،",
            "الهاتف |(+964) 770 123-4567|،",
            "الهاتف |+964 (0)770 123 4567|",
            "(الهاتف |+964 770 123 4567|)",
            "(|+964 770 123 4567|)",
            "الهاتف |040 612345|.",
            "الهاتف |(٠٤٠) ٦١٢٣٤٥|",
            "الهاتف |(040) 123-4567|.",
            "الهاتف |0770.123.4567|.",
            "الهاتف |0770/123/4567|.",
            "الهاتف |0770/1234567|",
            "الهاتف |040-612345|",
            "الهاتف |040-123-4567|",
            "الهاتف |(040)612345|",
            "الهاتف |00964 770 123 4567|",
            "الهاتف |00964-770-123-4567|",
            "الهاتف |+9647701234567|",
            "الهاتف |+1 (555) 123-4567|",
            "الهاتف |01 718 1234|",
            "الهاتف |040612345|",
            "الهاتف: |612 3456|",
            "هاتف |6123456|",
            "والواتساب |770 123 4567|",
            "الهاتف |964+7701234567|.",
            "الهاتف |(964+) 770 123 4567|،",
            "الهاتف |٩٦٤+ ٧٧٠١٢٣٤٥٦٧|",
        ],
    );
    assert_eq!(found("07701234567 45").len(), 2);
    assert_eq!(found("+964 770 123 4567 (24 ساعة)")[0].0, "+964 770 123 4567");
    assert_eq!(found("+964 7701234567 24 ساعة")[0].0, "+964 7701234567");
    for two in ["07701234567 / 07801234567", "07701234567/07801234567", "0770 123 4567 - 0780 123 4567"] {
        let kinds: Vec<_> = found(two).into_iter().map(|(_, kind)| kind).collect();
        assert_eq!(kinds, [TokenKind::Phone, TokenKind::Phone], "{two}");
    }
}

#[test]
fn addresses() {
    each(
        TokenKind::Url,
        &[
            "الموقع (|https://example.iq/2026/a?b=1|)، اليوم",
            "الموقع |www.example.iq|.",
            "الموقع |example.iq/news/12|",
            "الموقع |https://وزارة.عراق/خبر| متاح",
            "الموقع |وزارة.عراق|.",
            "الموقع |وزارة.عراق/أخبار/12|، ثم",
            "الموقع |http://xn--mgbtx2b.example/a|؛",
            "الموقع |https://example.iq/بصرة?س=1,2|، ثم",
            "«|https://example.iq/|»",
            "الموقع |https://example.iq/a(b)|.",
            "الموقع |https://example.iq:8080/a#b|",
            "الموقع |ftp://example.iq/a|",
            "الموقع |HTTPS://EXAMPLE.IQ|",
            "الموقع |https://example.iq|والبريد",
            "الموقع |https://example.iq/%D8%A7/?q=ا&x=٢|",
        ],
    );
    each(
        TokenKind::Email,
        &[
            "البريد |media2@example.iq|.",
            "البريد |a.b-c+d@mail.example.iq|،",
            "البريد |بريد@وزارة.عراق|.",
            "البريد |info@وزارة.عراق|؛",
            "(|media@example.iq|)",
        ],
    );
    assert_eq!(found("بـmedia@example.iq"), [("media@example.iq", TokenKind::Email)]);
    each(TokenKind::Handle, &["تابعونا |@basra_media2|!", "وسمنا |@البصرة|.", "و|@a.b|."]);
    each(TokenKind::Hashtag, &["وسم |#Basra| اليوم", "وسم |#البصرة_2026|،", "|#نعم_للبصرة|.", "(|#Basra_2026|)"]);
}

#[test]
fn codes() {
    each(
        TokenKind::Code,
        &[
            "جائحة و|COVID-19|،",
            "ورق |A4|.",
            "حساب |IQ98 NBIQ 8501 2345 6789 012| في",
            "المركبة |12 A 34567|،",
            "المركبة |12-A-34567|،",
            "العنوان |00:1A:2B:3C:4D:5E| هنا",
            "العنوان |00:11:22:33:44:55| هنا",
            "العنوان |00-1A-2B-3C-4D-5E| هنا",
            "الخادم |192.168.1.1|،",
            "الخادم |2001:db8::1| هنا",
            "نسخة |v2.10.3|.",
            "ملف |report2026.pdf|.",
            "لغة |C++|،",
            "لغة |C#|.",
            "درجة |A-| في",
            "فصيلة |O+|.",
            "ملف |.pdf| هنا",
            "أمر |--help| هنا",
            "حرارة |25°C|.",
            "رقم |AB-123/2026|",
            "الخادم |192.168.1.10:8080| هنا",
            "الخادم |10.0.0.0/8|.",
            "ردمك |978-3-16-148410-0|.",
            "حساب |12-345-6789-01|",
        ],
    );
}

#[test]
fn numbers() {
    each(TokenKind::Number, &["|1,234.5|", "|24/07/2026|", "في |10:30|.", "|٢٤/٠٧/٢٠٢٦|", "سنة |2026|.", "ب|١٬٢٣٤٫٥|"]);
    each(TokenKind::Groups, &["|2026-07-24|", "|١٢-٣-٢٠٢٦|م", "حضر |12 500| زائر", "|123 456 789|"]);
    each(TokenKind::Range, &["|10-15|", "|9:00–14:00|", "من |٢٠٢٥-٢٠٢٦|"]);
    each(
        TokenKind::Reference,
        &[
            "المادة |4.10|",
            "وبالفقرة |4.10|،",
            "للمادتين |٤.١٠|",
            "والساعة |9.30|.",
            "الساعة |9.30-10.30|",
            "الإصدار |2.10|",
            "البند (|3.2|)",
            "في |9.30| صباحاً",
            "الجدول |2.1|:",
        ],
    );
    assert_eq!(found("المادة 4.10 و4.11 أو 4.12").iter().filter(|(_, kind)| *kind == TokenKind::Reference).count(), 3);
    for text in ["2025 2026 2027", "05-11-2026 15", "(05) 2026", "01 123", "01/11/2026"] {
        assert!(found(text).iter().all(|(_, kind)| kind.is_number() && *kind != TokenKind::Phone), "{text}");
    }
    assert!(found("2025 2026 2027").iter().all(|(_, kind)| *kind == TokenKind::Number));
}

#[test]
fn abbreviations() {
    each(
        TokenKind::Abbreviation,
        &[
            "حضر |أ.د|. علي",
            "|وم.م|. سعاد",
            "مبلغ |د.ع|.",
            "|ج.م.ع|.",
            "|بأ.د|. علي",
            "|والأ.د|. علي",
            "|للم.م|. علي",
            "|فم.م|. علي",
            "|كد.ع|.",
            "|أ.م.د|. علي",
            "|ق.م|",
            "|ص.ب| نص",
            "|ق.هـ|",
            "(|د.ع|)",
            "|أَ.د|. علي",
        ],
    );
    for text in ["قال نعم.ثم سكت", "وم. علي", "أ. د. علي", "انتهى.", "ثم.و قال"] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn phrases_of_latin_are_one_piece() {
    for marked in [
        "اشترى |iPhone 15 Pro Max| هدية",
        "اشترى |iPhone 15| هدية",
        "نظام |Windows 11|.",
        "مؤسسة (|Basra Ltd.|) هنا",
        "مؤسسة |Basra Ltd.| هنا",
        "قال «|What is this?|» ثم",
        "شركة |Basra (Iraq) Oil| اليوم",
        "شركة |Basra Oil (Iraq)| اليوم",
        "|UNICEF| (منظمة) و|WHO|",
        "|UNICEF|، |WHO|، |FAO|.",
        "|UNICEF| 15 مرة",
        "|UNICEF| 45 مشاركاً",
        "حضر (|45 participants|) اليوم",
        "حضر (|45 Participants|) اليوم",
        "مسافة |45 km| فقط",
        "محولة |2 × 31.5 MVA| جديدة",
        "في |30.5085° N, 47.7804° E| هنا",
        "حرارة |25 °C| اليوم",
        "برنامج |Research & Development| في",
        "|Johnson and Johnson's, Inc.| اليوم",
        "في 2026 |UNICEF| قالت",
        "قال \"|Hello World!|\" ثم",
        "زار (|UNICEF|) (|WHO|) ثم",
    ] {
        let text = marked.replace('|', "");
        let pieces: Vec<&str> = marked.split('|').skip(1).step_by(2).collect();
        assert_eq!(joined(&text), pieces, "{text}");
    }
    assert_eq!(joined(" The 3 offices (2026-07-24). "), ["The 3 offices (2026-07-24)."]);
}

#[test]
fn a_text_without_spaces_is_read_to_its_end() {
    let text = "a1)".repeat(30_000);
    assert_eq!(tokens(&text).len(), 30_000);
}

/// Time grows with the length: these took its square once, or could.
#[test]
fn long_texts_take_no_longer_than_their_length() {
    for piece in ["a (", "a@", "ا.", "1 ", "2026 ", "1-", "1:1/", "a.b/", "0 ", "ا@", "#", "+1 ", "a\"", "(0", "ب (a "]
    {
        let text = piece.repeat(40_000);
        assert!(tokens(&text).len() + phrases(&text).len() < 2 * text.len(), "{piece}");
    }
}

proptest! {
    #[test]
    fn any_text_has_pieces_in_order(text in "[ -~ا-ي٠-٩\u{A0}«»،×]{0,60}") {
        for pieces in [tokens(&text), phrases(&text)] {
            let mut end = 0;
            for token in pieces {
                prop_assert!(token.range.start >= end && !token.range.is_empty());
                end = token.range.end;
                prop_assert!(text.get(token.range).is_some());
            }
        }
    }

    #[test]
    fn every_digit_is_in_a_piece(text in "[ -~ا-ي٠-٩۰-۹،]{0,40}") {
        let pieces = tokens(&text);
        for (at, c) in text.char_indices().filter(|(_, c)| digit_value(*c).is_some()) {
            prop_assert!(pieces.iter().any(|token| token.range.contains(&at)), "{c} at {at}");
        }
    }
}
