//! The register as CSV (RFC 4180) that Excel opens as it is.

/// The mark by which Excel knows UTF-8.
const MARK: char = '\u{FEFF}';
/// An invisible mark that keeps Excel from reading a number such as `11/2026` as a month.
const TEXT: char = '\u{200F}';

/// Lines of cells as CSV.
pub(crate) fn csv(lines: &[Vec<String>]) -> String {
    let mut text = String::from(MARK);
    for line in lines {
        let cells: Vec<String> = line.iter().map(|cell| quoted(&harmless(cell))).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text
}

/// A cell that no program takes for a formula or for a date that it is not.
fn harmless(cell: &str) -> String {
    let bare = cell.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '\u{200E}' | '\u{200F}' | MARK));
    if bare.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\u{2212}']) {
        return format!("'{cell}");
    }
    if is_like_a_date(cell) { format!("{TEXT}{cell}") } else { cell.to_owned() }
}

/// True for two groups of digits with a mark between them; a whole date, `2026-11-20`, is one.
fn is_like_a_date(cell: &str) -> bool {
    let groups: Vec<&str> = cell.split(['/', '-', '.']).collect();
    let is_number = |group: &&str| !group.is_empty() && group.chars().all(char::is_numeric);
    groups.len() == 2 && groups.iter().all(is_number)
}

fn quoted(cell: &str) -> String {
    if cell.contains(['"', ',', ';', '\n', '\r', '\t']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_never_a_formula_nor_a_wrong_date() {
        let line = ["=1+1", " +9", "-٣", "@x", "\t=x", "أ، \"ب\"", "11/2026", "٣/٢٠٢٦", "2026-11-20", "م.و/٤١٨"];
        let text = csv(&[line.map(str::to_owned).to_vec()]);
        assert_eq!(
            text,
            "\u{FEFF}'=1+1,' +9,'-٣,'@x,\"'\t=x\",\"أ، \"\"ب\"\"\",\u{200F}11/2026,\u{200F}٣/٢٠٢٦,2026-11-20,م.و/٤١٨\r\n"
        );
    }
}
