//! The words of commands besides diagnostics.

use super::forms::{REMARK, counted};
use super::{ArchivePhrase, DeskPhrase, ImportPhrase, Lang, PrintStep, ar, en};

/// The justification of a page.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Looseness {
    /// The number of justified lines.
    pub lines: usize,
    /// The number of words drawn out.
    pub stretched: usize,
    /// The widest space of a justified line as typst set it, in em; zero without one.
    pub widest_before: f64,
    /// The widest space now, in em.
    pub widest_after: f64,
}

/// The changes that were made so that the pages of a bulletin are well filled; what stayed as it is
/// is none.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Filling {
    /// Gaps between blocks, in parts of the normal ones.
    pub gaps: Option<f64>,
    /// Room for ink and stamp, in millimetres.
    pub stamp: Option<f64>,
    /// The height of photos, in parts of the normal one.
    pub photos: Option<f64>,
    /// The height of lines, in points.
    pub line: Option<f64>,
    /// The size of the text, in points.
    pub size: Option<f64>,
}

impl Filling {
    /// The changes as a list, each from its words with `{}` for the value.
    fn listed(&self, [gaps, stamp, photos, line, size]: [&str; 5], comma: &str) -> String {
        let percent = |part: Option<f64>| part.map(|part| part * 100.0);
        let changes = [
            (gaps, percent(self.gaps)),
            (stamp, self.stamp),
            (photos, percent(self.photos)),
            (line, self.line),
            (size, self.size),
        ];
        let told = changes.iter().filter_map(|(words, value)| Some(words.replace("{}", &value.as_ref()?.to_string())));
        told.collect::<Vec<_>>().join(comma)
    }
}

/// A sentence of a command.
#[derive(Clone, Debug, PartialEq)]
pub enum Phrase {
    /// The end of a build.
    Built {
        /// Files made.
        files: usize,
        /// Files that were up to date.
        fresh: usize,
        /// Reports with errors.
        failed: usize,
    },
    /// The end of a check.
    Checked {
        /// Reports looked at.
        reports: usize,
        /// Errors found.
        errors: usize,
        /// Warnings found.
        warnings: usize,
    },
    /// Warnings that `check` shows and `build` doesn't.
    Remarks {
        /// The number.
        count: usize,
    },
    /// A report was mended by `check --fix`.
    Fixed {
        /// Its file.
        path: String,
        /// The number of places.
        count: usize,
    },
    /// A report is being built.
    Building {
        /// Its file.
        report: String,
    },
    /// The justification of a page.
    Looseness {
        /// The file's name.
        file: String,
        /// Its number in the file, from 1.
        number: usize,
        /// The measures.
        page: Looseness,
    },
    /// What was changed so that the pages are well filled.
    Filling {
        /// The file's name.
        file: String,
        /// What was changed.
        filling: Filling,
    },
    /// There are no reports.
    NoReports {
        /// The folder that was searched.
        folder: String,
    },
    /// A file was made by `init`, `new` or `eject`.
    Created {
        /// The file.
        path: String,
    },
    /// A file was there already and was left as it is.
    Kept {
        /// The file.
        path: String,
    },
    /// The next step after `init`.
    AfterInit,
    /// After the handbook's chapters were listed.
    ReadChapter,
    /// The next step after `new`.
    AfterNew {
        /// The file.
        path: String,
    },
    /// The progress of a job at the printer.
    Printing(PrintStep),
    /// A word of the archive's commands.
    Archive(ArchivePhrase),
    /// A built-in template file.
    BuiltIn,
    /// A word of the desk's commands.
    Desk(DeskPhrase),
    /// A word of `import`.
    Import(ImportPhrase),
    /// A template file of the workspace.
    Own,
    /// A face that has all needed characters.
    LacksNothing,
    /// The needed characters that a face lacks.
    Lacks {
        /// The characters.
        characters: String,
    },
    /// A face that is in the program.
    Embedded,
    /// A face of the operating system.
    System,
    /// The archive's site was made.
    SiteMade {
        /// Bulletins in it.
        bulletins: usize,
        /// Pages that are new or changed.
        written: usize,
        /// Pages that were there already.
        unchanged: usize,
    },
    /// The site has no feeds, since its address is not known.
    SiteWithoutAddress,
}

impl Phrase {
    /// The sentence in a language.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        match lang {
            Lang::Ar => self.arabic(),
            Lang::En => self.english(),
        }
    }

    fn arabic(&self) -> String {
        match self {
            Self::Built { files, fresh, failed } => {
                format!("الملفات المنجزة: {files}، بلا تغيير: {fresh}، تقارير فيها أخطاء: {failed}")
            }
            Self::Checked { reports, errors, warnings } => {
                format!("التقارير المفحوصة: {reports}، الأخطاء: {errors}، التنبيهات: {warnings}")
            }
            Self::Remarks { count } => {
                let them = match count {
                    1 => "لعرضه",
                    2 => "لعرضهما",
                    _ => "لعرضها",
                };
                format!("في النصوص {}؛ {them}: nashra check", counted(*count, REMARK))
            }
            Self::Fixed { path, count } => format!("صُحّح {path}، المواضع: {count}"),
            Self::Building { report } => format!("جارٍ العمل على {report}"),
            Self::Looseness { file, number, page } => {
                let Looseness { lines, stretched, widest_before, widest_after } = page;
                format!(
                    "{file}، الصفحة {number}: أسطر مضبوطة: {lines}، كلمات ممدودة: {stretched}، أوسع مسافة: {widest_before:.2} em ثم {widest_after:.2} em"
                )
            }
            Self::Filling { file, filling } => {
                let words = [
                    "المسافات بين الفقرات {}%",
                    "موضع الختم {} ملم",
                    "الصور {}%",
                    "ارتفاع السطر {} pt",
                    "حجم الخط {} pt",
                ];
                format!("{file}، ملء الصفحات: {}", filling.listed(words, "، "))
            }
            Self::NoReports { folder } => format!("لا تقارير في {folder}، لبدء تقرير جديد: nashra new school-visit"),
            Self::Created { path } => format!("أُنشئ {path}"),
            Self::Kept { path } => format!("موجود من قبل وتُرك كما هو: {path}"),
            Self::AfterInit => "اكتب اسم دائرتك في nashra.toml ثم نفّذ: nashra build".to_owned(),
            Self::ReadChapter => "لقراءة فصل: nashra handbook photos".to_owned(),
            Self::AfterNew { path } => format!("اكتب التقرير في {path} ثم نفّذ: nashra build"),
            Self::Printing(step) => ar::print::step(step),
            Self::Archive(phrase) => ar::archive::phrase(phrase),
            Self::Desk(phrase) => phrase.text(Lang::Ar),
            Self::Import(phrase) => phrase.text(Lang::Ar),
            Self::BuiltIn => "مضمّن".to_owned(),
            Self::Own => "خاص بالدائرة".to_owned(),
            Self::LacksNothing => "كامل".to_owned(),
            Self::Lacks { characters } => format!("ينقصه: {characters}"),
            Self::Embedded => "مضمّن".to_owned(),
            Self::System => "خط النظام".to_owned(),
            Self::SiteMade { bulletins, written, unchanged } => {
                format!("النشرات في الموقع: {bulletins}، الصفحات المكتوبة: {written}، بلا تغيير: {unchanged}")
            }
            Self::SiteWithoutAddress => {
                "بلا خلاصات RSS وAtom وبلا خريطة موقع، فهي تحتاج إلى عنوان الموقع: اكتب url تحت [site] في nashra.toml"
                    .to_owned()
            }
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Built { files, fresh, failed } => {
                format!("files built: {files}, up to date: {fresh}, reports with errors: {failed}")
            }
            Self::Checked { reports, errors, warnings } => {
                format!("reports checked: {reports}, errors: {errors}, warnings: {warnings}")
            }
            Self::Remarks { count } => format!("warnings about the texts: {count}; to see them: nashra check"),
            Self::Fixed { path, count } => format!("mended {path}, places: {count}"),
            Self::Building { report } => format!("building {report}"),
            Self::Looseness { file, number, page } => {
                let Looseness { lines, stretched, widest_before, widest_after } = page;
                format!(
                    "{file}, page {number}: justified lines: {lines}, words drawn out: {stretched}, widest space: {widest_before:.2} em, now {widest_after:.2} em"
                )
            }
            Self::Filling { file, filling } => {
                let words = ["gaps {}%", "room for the stamp {} mm", "photos {}%", "lines {} pt", "text {} pt"];
                format!("{file}, pages filled with: {}", filling.listed(words, ", "))
            }
            Self::NoReports { folder } => format!("no reports in {folder}; to begin one: nashra new school-visit"),
            Self::Created { path } => format!("created {path}"),
            Self::Kept { path } => format!("already there, left as it is: {path}"),
            Self::AfterInit => "write your office's name in nashra.toml, then run: nashra build".to_owned(),
            Self::ReadChapter => "to read a chapter: nashra handbook photos".to_owned(),
            Self::AfterNew { path } => format!("write the report in {path}, then run: nashra build"),
            Self::Printing(step) => en::print::step(step),
            Self::Archive(phrase) => en::archive::phrase(phrase),
            Self::Desk(phrase) => phrase.text(Lang::En),
            Self::Import(phrase) => phrase.text(Lang::En),
            Self::BuiltIn => "built in".to_owned(),
            Self::Own => "the workspace's own".to_owned(),
            Self::LacksNothing => "complete".to_owned(),
            Self::Lacks { characters } => format!("lacks: {characters}"),
            Self::Embedded => "embedded".to_owned(),
            Self::System => "system".to_owned(),
            Self::SiteMade { bulletins, written, unchanged } => {
                format!("bulletins in the site: {bulletins}, pages written: {written}, unchanged: {unchanged}")
            }
            Self::SiteWithoutAddress => {
                "without RSS, Atom and a sitemap: they need the site's address; write url under [site] in nashra.toml"
                    .to_owned()
            }
        }
    }
}
