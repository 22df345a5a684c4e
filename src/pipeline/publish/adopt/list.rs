//! The list of what is to be adopted: a table as CSV, a row for each bulletin.

use std::path::Path;

use csv::{ReaderBuilder, StringRecord, Trim};

use super::order::{AdoptOrder, TypedPath, row_name};
use crate::arabic::{CivilDate, fold};
use crate::diag::{Diagnostic, Place};
use crate::error::Failure;
use crate::files;
use crate::report::{self, date_like, latin_digits};
use crate::words::{AdoptProblem, ArchiveProblem, ListColumn, ListFault};

/// The mark that Excel begins a file in UTF-8 with.
const MARK: char = '\u{FEFF}';
/// Signs between cells: Excel writes that of the country.
const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];
/// The sign between several files of one bulletin.
const AND: char = '|';
/// The columns that every list has.
const NEEDED: [ListColumn; 3] = [ListColumn::File, ListColumn::Date, ListColumn::Title];

/// A list as it was read.
#[derive(Debug, Default)]
pub struct AdoptList {
    /// The bulletins in the order of their rows.
    pub orders: Vec<AdoptOrder>,
    /// The rows that are wrong, by the list and the line.
    pub failed: Vec<String>,
    /// What is wrong with rows, and what is not read.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a list; its paths begin at its folder. `shown` is its name for the user.
///
/// # Errors
/// A file that can't be read or is no list at all.
pub fn adopt_list(path: &Path, shown: &Path) -> Result<AdoptList, Failure> {
    let bytes = files::read_file(path, report::MAX_BYTES as u64)
        .map_err(|problem| Failure::Content(vec![Diagnostic::error(shown, problem.told(shown))]))?;
    let text = report::decode(shown, &bytes).map_err(|problem| Failure::Content(vec![*problem]))?;
    let sheet = Sheet { text, shown, folder: path.parent().unwrap_or(Path::new("")) };
    sheet.read().map_err(|fault| Failure::Content(vec![sheet.problem(0..0, fault)]))
}

/// A list's text, and where it lies.
struct Sheet<'a> {
    text: &'a str,
    shown: &'a Path,
    folder: &'a Path,
}

/// The places of the columns in a row.
struct Columns(Vec<(ListColumn, usize)>);

impl Sheet<'_> {
    fn read(&self) -> Result<AdoptList, ListFault> {
        let bare = self.text.strip_prefix(MARK).unwrap_or(self.text);
        let before = self.text.len() - bare.len();
        let delimiter = delimiter(bare.lines().next().unwrap_or_default());
        let mut reader = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .trim(Trim::All)
            .delimiter(delimiter)
            .from_reader(bare.as_bytes());
        let mut rows =
            reader.records().map(|row| row.unwrap_or_default()).filter(|row| row.iter().any(|cell| !cell.is_empty()));
        let head = rows.next().ok_or(ListFault::Empty)?;
        let mut list = AdoptList::default();
        let columns = self.columns(&head, &mut list)?;
        for row in rows {
            let start = row.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or_default();
            let start = before + start + blank(bare.get(start..).unwrap_or_default());
            let end =
                self.text.get(start..).and_then(|rest| rest.find('\n')).map_or(self.text.len(), |end| start + end);
            match self.order(&columns, head.len(), &row, start..end) {
                Ok(order) => list.orders.push(order),
                Err(fault) => {
                    let problem = self.problem(start..end, fault);
                    list.failed.extend(problem.place.as_ref().map(|place| row_name(self.shown, place)));
                    list.diagnostics.push(problem);
                }
            }
        }
        if list.orders.is_empty() && list.failed.is_empty() {
            return Err(ListFault::Empty);
        }
        Ok(list)
    }

    /// The columns that the first row names.
    fn columns(&self, head: &StringRecord, list: &mut AdoptList) -> Result<Columns, ListFault> {
        let (mut columns, mut unread): (Vec<(ListColumn, usize)>, Vec<String>) = (Vec::new(), Vec::new());
        for (at, name) in head.iter().enumerate() {
            let Some(column) = column_named(name) else {
                unread.extend((!name.is_empty()).then(|| name.to_owned()));
                continue;
            };
            if columns.iter().any(|(known, _)| *known == column) {
                return Err(ListFault::Twice(column));
            }
            columns.push((column, at));
        }
        if let Some(missing) = NEEDED.into_iter().find(|column| columns.iter().all(|(known, _)| known != column)) {
            return Err(ListFault::NoColumn(missing));
        }
        if !unread.is_empty() {
            let problem = ArchiveProblem::Adopt(AdoptProblem::List(ListFault::Unread(unread)));
            list.diagnostics.push(Diagnostic::warning(self.shown, problem));
        }
        Ok(Columns(columns))
    }

    fn order(
        &self,
        columns: &Columns,
        width: usize,
        row: &StringRecord,
        span: std::ops::Range<usize>,
    ) -> Result<AdoptOrder, ListFault> {
        let file = columns.needed(row, ListColumn::File)?;
        // A quote that is not closed swallows the rows below.
        if file.contains('\n') || row.iter().skip(width).any(|cell| !cell.is_empty()) {
            return Err(ListFault::Broken);
        }
        let date = columns.needed(row, ListColumn::Date)?;
        let title = columns.needed(row, ListColumn::Title)?.split_whitespace().collect::<Vec<_>>().join(" ");
        let date = day(date).ok_or_else(|| ListFault::Date { found: date.to_owned(), meant: date_like(date) })?;
        Ok(AdoptOrder {
            files: file.split(AND).map(|name| self.path(name)).collect(),
            date,
            title,
            number: columns.cell(row, ListColumn::Number).map(str::to_owned),
            text: columns.cell(row, ListColumn::Text).map(|name| self.path(name)),
            row: Some((self.shown.to_path_buf(), Place::new(self.text, span))),
        })
    }

    /// A path as it stands in the list, where Windows writes `\`.
    fn path(&self, name: &str) -> TypedPath {
        let name = name.trim();
        let from_windows = self.folder.join(name.replace('\\', "/"));
        let path = self.folder.join(name);
        TypedPath { path: if path.exists() { path } else { from_windows }, typed: name.to_owned() }
    }

    fn problem(&self, span: std::ops::Range<usize>, fault: ListFault) -> Diagnostic {
        let problem = ArchiveProblem::Adopt(AdoptProblem::List(fault));
        Diagnostic::error(self.shown, problem).at(Place::new(self.text, span))
    }
}

impl Columns {
    /// A row's cell, unless it is empty.
    fn cell<'r>(&self, row: &'r StringRecord, column: ListColumn) -> Option<&'r str> {
        let (_, at) = self.0.iter().find(|(known, _)| *known == column)?;
        row.get(*at).filter(|cell| !cell.is_empty())
    }

    fn needed<'r>(&self, row: &'r StringRecord, column: ListColumn) -> Result<&'r str, ListFault> {
        self.cell(row, column).ok_or(ListFault::NoValue(column))
    }
}

/// The sign that parts a line's cells: the one that is there most often.
fn delimiter(line: &str) -> u8 {
    let count = |sign: &u8| line.bytes().filter(|byte| byte == sign).count();
    DELIMITERS.into_iter().rev().max_by_key(count).unwrap_or(b',')
}

/// The column of a name in either language.
fn column_named(name: &str) -> Option<ListColumn> {
    let plain = fold(name).to_lowercase();
    ListColumn::ALL.into_iter().find(|column| column.names().iter().any(|name| fold(name) == plain))
}

/// A day whose year comes first, in any digits: any other order is a guess.
fn day(text: &str) -> Option<CivilDate> {
    let latin = latin_digits(text).replace('/', "-");
    CivilDate::parse(&latin).filter(|date| (1000..=9999).contains(&date.year))
}

/// Bytes of blank lines at the beginning.
fn blank(text: &str) -> usize {
    text.len() - text.trim_start_matches(['\r', '\n']).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> AdoptList {
        Sheet { text, shown: Path::new("old.csv"), folder: Path::new("lists") }.read().unwrap()
    }

    fn refused(text: &str) -> String {
        let sheet = Sheet { text, shown: Path::new("old.csv"), folder: Path::new("") };
        sheet.problem(0..0, sheet.read().unwrap_err()).message.words(crate::words::Lang::En).text
    }

    #[test]
    fn a_list_is_read_as_excel_writes_it_in_either_language() {
        for text in [
            "file,date,title,number,text\nscans/1.pdf,2016-11-20,\"فتح جسر، في الزبير\",418/2016,1.txt\n",
            "\u{FEFF}العدد;الملف;العنوان;التاريخ;النص\r\n418/2016;scans\\1.pdf;فتح جسر، في الزبير;٢٠١٦/١١/٢٠;1.txt\r\n",
            "date\ttitle\tfile\tnumber\ttext\n\n2016-11-20\t فتح جسر، في الزبير\tscans/1.pdf\t418/2016\t1.txt",
        ] {
            let list = read(text);
            assert!(list.diagnostics.is_empty() && list.failed.is_empty(), "{:?}", list.diagnostics);
            let [order] = list.orders.as_slice() else { panic!("{text}") };
            assert_eq!(order.files[0].path, Path::new("lists/scans/1.pdf"));
            assert_eq!((order.date.iso().as_str(), order.title.as_str()), ("2016-11-20", "فتح جسر، في الزبير"));
            assert_eq!(order.number.as_deref(), Some("418/2016"));
            assert_eq!(order.text.as_ref().unwrap().path, Path::new("lists/1.txt"));
        }
        let two = read("file,date,title\n1.jpg|2.jpg,2016-11-20,t\n");
        let names: Vec<&str> = two.orders[0].files.iter().map(|file| file.typed.as_str()).collect();
        assert_eq!(names, ["1.jpg", "2.jpg"]);
    }

    #[test]
    fn a_row_that_is_wrong_is_named_by_its_line_and_stops_no_other() {
        let list = read(
            "file,date,title,remark\n\na.pdf,20/11/2016,t,\nb.pdf,2016-11-20,t,x\nc.pdf,2016-11-20,,\nd.pdf,2016-11-20,t,x,y\n",
        );
        assert_eq!(list.orders.len(), 1);
        assert_eq!(list.failed, ["old.csv:3", "old.csv:5", "old.csv:6"]);
        let told: Vec<String> = list
            .diagnostics
            .iter()
            .map(|one| one.message.words(crate::words::Lang::En))
            .map(|words| format!("{} / {}", words.text, words.hint))
            .collect();
        assert!(told[0].contains("`remark`"), "{told:?}");
        assert!(told[1].contains("if you mean 2016-11-20"), "{told:?}");
        assert!(told[2].contains("no `title`"), "{told:?}");
        assert!(told[3].contains("as many cells"), "{told:?}");
    }

    #[test]
    fn what_is_no_list_is_refused() {
        assert!(refused("").contains("no row"));
        assert!(refused("file,date,title\n").contains("no row"));
        assert!(refused("file,title\na,b\n").contains("no column `date`"));
        assert!(refused("file,date,title,الملف\na,b,c,d\n").contains("two columns `file`"));
    }
}
