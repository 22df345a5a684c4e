//! The edits that approve a report or an issue, or make it a draft again: its status and its number,
//! and nothing else of the file.

use toml::de::{DeTable, DeValue};

use super::keys::{changed, quoted};
use super::status::Status;

/// The text with a status and, if one is given, a number; none when it is no TOML.
///
/// A value that is there is replaced where it stands; a key that isn't gets a line of its own, the
/// number after the status and the status after the schema, with the line ends of the file.
#[must_use]
pub fn with_status(text: &str, status: Status, number: Option<&str>) -> Option<String> {
    let table = DeTable::parse(text).ok()?;
    let table = table.get_ref();
    let status = (!has_status(table, status)).then(|| ("status", Some(quoted(status.name()))));
    let number = number.map(|number| ("number", Some(quoted(number))));
    let changes: Vec<_> = status.into_iter().chain(number).collect();
    Some(changed(text, table, &changes, &["status", "schema"]))
}

/// The text as a draft without the number, where the number stands on a line of its own as
/// [`with_status`] writes it; else the number stays.
#[must_use]
pub fn as_draft(text: &str, number: Option<&str>) -> Option<String> {
    let draft = with_status(text, Status::Draft, None)?;
    let own = number.map(|number| format!("number = {}", quoted(number)));
    let mut lines = draft.split_inclusive('\n');
    let without = |own: &str| {
        let at = lines.position(|line| line.trim_end_matches(['\r', '\n']) == own)?;
        Some(draft.split_inclusive('\n').enumerate().filter(|(line, _)| *line != at).map(|(_, line)| line).collect())
    };
    Some(own.as_deref().and_then(without).unwrap_or_else(|| draft.clone()))
}

fn has_status(table: &DeTable<'_>, status: Status) -> bool {
    matches!(table.get("status").map(|value| value.get_ref()), Some(DeValue::String(text)) if text == status.name())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn approved(text: &str, number: Option<&str>) -> String {
        with_status(text, Status::Approved, number).unwrap()
    }

    #[test]
    fn only_status_and_number_change() {
        let text = "\u{FEFF}# أول\r\nschema = 1\r\n \"status\"  =  'draft'   # مسودة ، \r\ntitle = \"أ\"\r\n[event]\r\nplace = \"ب\"";
        assert_eq!(
            approved(text, Some("م.و/٤١٨")),
            "\u{FEFF}# أول\r\nschema = 1\r\n \"status\"  =  \"approved\"   # مسودة ، \r\nnumber = \"م.و/٤١٨\"\r\ntitle = \"أ\"\r\n[event]\r\nplace = \"ب\""
        );
    }

    #[test]
    fn what_is_absent_gets_its_line() {
        let lines = "schema = 1 # x\nstatus = \"approved\"\nnumber = \"١\"\ntitle = \"أ\"";
        assert_eq!(approved("schema = 1 # x\ntitle = \"أ\"", Some("١")), lines);
        assert_eq!(approved("schema = 1", None), "schema = 1\nstatus = \"approved\"");
        assert_eq!(approved("title = 'x'\n", None), "status = \"approved\"\ntitle = 'x'\n");
        let last = "schema = 1\r\nstatus = \"draft\"";
        assert_eq!(approved(last, Some("1")), "schema = 1\r\nstatus = \"approved\"\r\nnumber = \"1\"");
    }

    #[test]
    fn a_number_that_is_there_is_replaced_in_its_place() {
        let text = "number = '1' # رقم\nstatus = \"\"\"draft\"\"\"\nschema = 1\n";
        assert_eq!(approved(text, Some("a\"b")), "number = 'a\"b' # رقم\nstatus = \"approved\"\nschema = 1\n");
        assert_eq!(
            approved("status = \"approved\"\nnumber = \"1\"", Some("1")),
            "status = \"approved\"\nnumber = \"1\""
        );
    }

    #[test]
    fn a_draft_loses_the_number_that_approval_gave() {
        let text = "schema = 1\r\nstatus = \"draft\" # x\r\ntitle = \"أ\"\r\n";
        let after = approved(text, Some("م/٢"));
        assert_eq!(as_draft(&after, Some("م/٢")).as_deref(), Some(text));
        let own = "status = \"approved\"\nnumber = \"م/٢\" # عدد\n";
        assert_eq!(as_draft(own, Some("م/٢")).as_deref(), Some("status = \"draft\"\nnumber = \"م/٢\" # عدد\n"));
        assert_eq!(with_status("a = ", Status::Draft, None), None);
    }
}
