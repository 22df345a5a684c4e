//! The archive's messages in Arabic.

use super::super::archive::day;
use super::super::forms::{OWN_FILE, argument, bytes};
use super::super::{
    Answer, ArchivePhrase, ArchiveProblem as P, CarryingIssue, Label, LedgerFault, MadeBy, NoteFault, QueryFault,
    Standing, StrayKind, Unlike, Words,
};

/// The advice when something in the archive was changed or lost.
const RESTORE: &str = "أعده من نسخة محفوظة من الأرشيف ثم نفّذ: nashra archive verify";

pub(super) fn words(problem: &P) -> Words {
    match problem {
        P::NumberNotCode { number } => Words::new(
            format!("`{number}` عدد نشرة لا رمزها، والعدد لا يثبت شيئاً فقد يكتبه أيٌّ كان"),
            format!("اذكر الملف، أو الرمز الذي في أسفل الصفحة؛ ولعرض النشرة: nashra archive show {}", argument(number)),
        ),
        P::Unknown { id } => {
            Words::new(format!("لا شيء في الأرشيف اسمه `{id}`"), "الأمر `nashra archive list` يعرض الأسماء")
        }
        P::NoVersion { id, version, versions } => Words::new(
            format!("ليس لـ`{id}` نسخة رقمها {version}"),
            format!("عدد نسخه {versions}، والأمر `nashra archive show {id}` يعرضها"),
        ),
        P::NotAnArchive { folder, found } => Words::new(
            format!("المجلد `{folder}` ليس أرشيفاً، ففيه `{found}`"),
            "سمِّ مجلداً فارغاً أو غير موجود بعد في `archive` تحت `[folders]` في nashra.toml",
        ),
        P::AlreadyPublished { id } => Words::new(
            format!("`{id}` محفوظ في الأرشيف بنص آخر، وما نُشر لا يُغيَّر"),
            format!("لنشر تصويب نفّذ: nashra archive correct {OWN_FILE} --reason \"…\""),
        ),
        P::NumberTaken { number, id } => Words::new(
            format!("العدد `{number}` لـ`{id}` في الأرشيف"),
            "صحّح `number` في هذا التقرير، فلا يُعطى العدد الواحد مرتين ولو سُحبت النشرة",
        ),
        P::IsWithdrawn { id } => {
            Words::new(format!("سُحبت النشرة `{id}`"), "ما سُحب يبقى مسحوباً؛ انشر نشرة جديدة باسم وعدد جديدين")
        }
        P::NeverPublished { id } => Words::new(
            format!("`{id}` ليس في الأرشيف، فلا شيء يُصوَّب"),
            format!("انشره أولاً: nashra archive add {OWN_FILE}"),
        ),
        P::NothingChanged { id } => {
            Words::new(format!("لا فرق بين هذا الملف و`{id}` المحفوظ في الأرشيف"), "صحّح الملف أولاً ثم أعد الأمر")
        }
        P::InIssues { id, issues, is_withdrawn } => {
            let names: Vec<String> = issues.iter().map(|issue| format!("`{}`", issue.id)).collect();
            let CarryingIssue { id: issue, file } = issues.first().cloned().unwrap_or_default();
            let hint = if *is_withdrawn {
                format!(
                    "احذف مادته من ملف العدد ثم انشر ذلك: nashra archive correct {file} --reason \"…\"؛ أو اسحب العدد: nashra archive withdraw {issue} --reason \"…\""
                )
            } else {
                format!("انشر تصويباً للعدد أيضاً: nashra archive correct {file} --reason \"…\"")
            };
            Words::new(format!("أعداد محفوظة ما زال فيها `{id}` كما كان: {}", names.join("، ")), hint)
        }
        P::DatedAhead { id, date } => Words::new(
            format!("حُفظ `{id}` في الأرشيف، وتاريخه {date} لم يحن بعد"),
            format!(
                "إن كان التاريخ خطأ فنفّذ: nashra archive withdraw {id} --reason \"…\"، ثم صحّح `date` في التقرير وأعطه عدداً آخر واحفظه من جديد"
            ),
        ),
        P::OneAtATime { found } => Words::new(
            format!("يُصوَّب تقرير واحد أو عدد واحد في كل مرة، وعدد المطلوب هنا {found}"),
            format!("اذكر ملفاً واحداً: nashra archive correct {OWN_FILE} --reason \"…\""),
        ),
        P::Overtaken { id } => Words::new(
            format!("نُشرت نسخة أخرى من `{id}` في الوقت نفسه"),
            format!("انظر فيها بالأمر `nashra archive show {id}` ثم أعد الأمر"),
        ),
        P::NotConfirmed { id } => {
            Words::new(format!("لم يُسحب `{id}` ولم يتغير شيء"), "أجب عن السؤال بكلمة نعم، أو أعد الأمر وأضف --yes")
        }
        P::NoReason => Words::new("السبب فارغ", "اذكر السبب في جملة: --reason \"…\""),
        P::ChangedMeanwhile { path } => Words::new(format!("تغيّر الملف `{path}` أثناء العمل عليه"), "أعد الأمر"),
        P::Source(problem) => super::file::words(problem),
        P::Note(fault) => {
            let why = match fault {
                NoteFault::NotAFile => "ليس ملفاً".to_owned(),
                NoteFault::Impossible => "يذكر ما لا تفعله نشرة أبداً".to_owned(),
                NoteFault::TooLarge => "أكبر من أي ملف كهذا".to_owned(),
                NoteFault::Broken { why } => why.clone(),
            };
            Words::new(
                format!("ملف العمل غير المكتمل extensions/nashra/pending.json ليس من صنع نشرة: {why}"),
                "لم يتغير شيء؛ احفظ الملف واسأل القائمين على البرنامج",
            )
        }
        P::LedgerMoved { id } => Words::new(
            format!("السجل مستمر من دون السطر الخاص بـ`{id}` الذي كان سيُكتب فيه"),
            "لم يتغير شيء؛ إن كان السجل قد استُبدلت به نسخة أخرى فأعد الأرشيف كله من نسخة واحدة",
        ),
        P::Ledger { line, fault } => {
            let line = line.map_or("السطر الأخير".to_owned(), |line| format!("السطر {line}"));
            match fault {
                LedgerFault::Broken => Words::new(format!("ledger.jsonl: لا يمكن قراءة {line}"), RESTORE),
                LedgerFault::Unchained => {
                    Words::new(format!("ledger.jsonl: {line} لا يتصل بالذي قبله: غُيّر أحدهما أو فُقد سطر بينهما"), RESTORE)
                }
                LedgerFault::Gone { count: 1 } => Words::new(format!("ledger.jsonl: {line} مفقود"), RESTORE),
                LedgerFault::Gone { count } => {
                    Words::new(format!("ledger.jsonl: فُقدت أسطر عددها {count} ابتداءً من {line}"), RESTORE)
                }
                LedgerFault::Unexpected => Words::new(
                    "ledger.jsonl: ليس فيه سطر له البصمة المدوّنة: أُخرجت منه أحداث، أو كُتب من جديد",
                    "تأكد مما كتبته، ثم قارن بنسخة محفوظة من الأرشيف من يوم تدوين البصمة",
                ),
                LedgerFault::Rewritten => Words::new(
                    format!("ledger.jsonl: {line} مفقود أو تغيّر منذ أُنشئ الفهرس"),
                    "أعد الأرشيف كله من نسخة واحدة، وإن كنت أعدته للتو عن قصد فنفّذ: nashra archive reindex",
                ),
                LedgerFault::Disagrees { id } => {
                    Words::new(format!("ledger.jsonl: {line} يخالف ما في سجل `{id}`"), RESTORE)
                }
            }
        }
        P::Damaged { id, file, unlike } => {
            let file = if file.is_empty() { format!("`{id}`") } else { format!("`{id}`: `{file}`") };
            match unlike {
                Unlike::Missing => Words::new(format!("{file} مفقود"), RESTORE),
                Unlike::Changed => Words::new(format!("{file} غُيّر محتواه"), RESTORE),
                Unlike::Ledger { line } => {
                    Words::new(format!("{file} ليس ما يسميه السطر {line} من ledger.jsonl"), RESTORE)
                }
                Unlike::Version => Words::new(format!("{file} ليس فهرس النسخة الأخيرة"), RESTORE),
                Unlike::Moved => Words::new(
                    format!("{file} في غير المجلد الذي يدل عليه اسمه"),
                    "أعد مجلده إلى مجلد سنته وشهره ثم نفّذ: nashra archive verify",
                ),
                Unlike::Link => Words::new(format!("{file} رابط إلى شيء في مكان آخر"), RESTORE),
                Unlike::EmptyFolder => Words::new(format!("{file} مجلد فارغ"), "احذف المجلد إن لم يُفقد منه شيء"),
                Unlike::Foreign => Words::new(format!("{file} يصف نشرة أخرى"), RESTORE),
                Unlike::TooLarge { size, limit } => {
                    Words::new(format!("{file} حجمه {} والحد الأعلى {}", bytes(*size), bytes(*limit)), RESTORE)
                }
                Unlike::Picture(problem) => Words::new(super::file::words(problem).text, RESTORE),
                Unlike::Stranger => {
                    Words::new(format!("{file} ليس من الأرشيف ولا يعرفه أي فهرس"), "أخرج هذا الملف من مجلد الأرشيف")
                }
                Unlike::Unreadable(why) => Words::new(format!("{file} لا يمكن قراءته: {why}"), RESTORE),
            }
        }
        P::Unreadable { fault, .. } => super::machine::words(fault),
        P::NotInLedger { id, version } => Words::new(
            format!("لا ذكر في ledger.jsonl للنسخة {version} من `{id}`"),
            "وضعها غير هذا البرنامج، أو فُقدت أسطر من السجل: قارنه بنسخة محفوظة",
        ),
        P::Root { file } => Words::new(format!("الملف `{file}` في مجلد الأرشيف مفقود أو غُيّر"), RESTORE),
        P::Stray { path, kind } => match kind {
            StrayKind::File => Words::new(format!("الملف `{path}` في مجلد الأرشيف ليس منه"), "أخرجه من مجلد الأرشيف"),
            StrayKind::Folder => Words::new(format!("المجلد `{path}` في مجلد الأرشيف ليس منه"), "أخرجه من مجلد الأرشيف"),
            StrayKind::Link => Words::new(
                format!("`{path}` في مجلد الأرشيف رابط إلى شيء في مكان آخر"),
                "ضع في مكانه ما يؤدي إليه من نسخة محفوظة من الأرشيف، أو احذف الرابط",
            ),
            StrayKind::EmptyFolder => Words::new(
                format!("المجلد `{path}` في مجلد الأرشيف فارغ"),
                "احذفه إن لم يُفقد منه شيء، وإلا فأعد ما كان فيه من نسخة محفوظة من الأرشيف",
            ),
        },
        P::Newer { id } => {
            Words::new(format!("حُفظ `{id}` في الأرشيف بإصدار أحدث من البرنامج"), "استعمل ذلك الإصدار أو ما بعده")
        }
        P::NotEmpty { folder } => Words::new(format!("المجلد `{folder}` ليس فارغاً"), "سمِّ مجلداً فارغاً أو غير موجود بعد"),
        P::MadeOtherwise { id, files, others } => {
            let files: Vec<String> = files.iter().map(|file| format!("`{file}`")).collect();
            Words::new(format!("أُعيد إنشاء `{id}` فاختلفت هذه الملفات: {}", files.join("، ")), made_by(others))
        }
        P::IndexMissing { path } => {
            Words::new(format!("ليس للأرشيف فهرس `{path}`"), "أنشئه من النشرات: nashra archive reindex")
        }
        P::IndexBroken { path, why } => Words::new(
            format!("لا يمكن استعمال فهرس الأرشيف `{path}`: {why}"),
            "لم يضع شيء، أنشئه من جديد من النشرات: nashra archive reindex",
        ),
        P::IndexNewer { path } => Words::new(
            format!("فهرس الأرشيف `{path}` من إصدار أحدث من nashra"),
            "استعمل الإصدار الأحدث، أو أنشئ فهرساً لهذا الإصدار: nashra archive reindex",
        ),
        P::IndexReadOnly { path } => Words::new(
            format!("لا يمكن الكتابة في فهرس الأرشيف `{path}`"),
            "تحقق من أذونات الملف ومجلده، أو انسخ الأرشيف إلى قرص تمكن الكتابة فيه",
        ),
        P::Query(fault) => match fault {
            QueryFault::Empty { text } => {
                Words::new(format!("ليس في `{text}` كلمة يُبحث عنها"), "اكتب كلمة أو رقماً أو تاريخاً، مثل: جسر التنومة")
            }
            QueryFault::Bracket { text } => {
                Words::new(format!("في `{text}` قوس بلا قرين"), "احذف القوس، فالبحث لا يحتاج إلى أقواس")
            }
            QueryFault::Value { field, value } => Words::new(
                format!("لا تصلح `{value}` بعد `{field}:`"),
                "بعد من: وإلى: ويوم: تاريخ مثل 2026-11-25 أو 2026-11 أو 2026؛ وبعد شهر: رقم من 1 إلى 12 أو اسم شهر؛ وبعد حالة: منشورة أو مصوبة أو مسحوبة؛ وبعد نوع: نشرة أو جريدة",
            ),
        },
        P::Adopt(problem) => super::adopt::words(problem),
        P::SiteInArchive { folder } => Words::new(
            format!("لا يُكتب الموقع في `{folder}`: مجلد الموقع ومجلد الأرشيف يجب أن يكونا منفصلين"),
            "اختر مجلداً آخر: nashra archive site --output out/site",
        ),
        P::SiteAddress { found } => {
            Words::new(format!("`{found}` ليس عنوان موقع"), "اكتبه هكذا: https://archive.example.iq/، بلا ? ولا #")
        }
    }
}

fn made_by(others: &[MadeBy]) -> String {
    if others.is_empty() {
        return "هذا هو البرنامج نفسه، فلا ينبغي أن تختلف: أرسل المجلد إلى القائمين على البرنامج".to_owned();
    }
    let others: Vec<String> = others.iter().map(other).collect();
    format!("أُنشئت الملفات المحفوظة بـ{}، ولا يعيد إنشاءها إلا ذلك البرنامج", others.join("، "))
}

fn other(other: &MadeBy) -> String {
    match other {
        MadeBy::Nashra { version } => format!("nashra {version}"),
        MadeBy::Typst { version } => format!("Typst {version}"),
        MadeBy::Templates => "قوالب أخرى".to_owned(),
        MadeBy::Fonts => "خطوط أخرى".to_owned(),
    }
}

pub(in super::super) fn phrase(phrase: &ArchivePhrase) -> String {
    match phrase {
        ArchivePhrase::Added { added, same, withdrawn, failed } => {
            let withdrawn = if *withdrawn > 0 { format!("، مسحوب: {withdrawn}") } else { String::new() };
            format!("حُفظ في الأرشيف: {added}، موجود من قبل: {same}{withdrawn}، فيه أخطاء: {failed}")
        }
        ArchivePhrase::Adopted { adopted, same, failed, without_text } => {
            let wordless = match without_text {
                0 => "",
                _ => "؛ وما لا نص له يُعثر عليه بعنوانه وعدده وتاريخه وحدها، ويمكن إعطاء ملف بنصه عند ضمّه",
            };
            format!(
                "ضُمّ إلى الأرشيف كما هو: {adopted}، موجود من قبل: {same}، بلا نص: {without_text}، فيه أخطاء: {failed}{wordless}"
            )
        }
        ArchivePhrase::AdoptedState => "سابقة".to_owned(),
        ArchivePhrase::OtherLooks { count } => format!(
            "من الموجود في الأرشيف ما نُشر بغير الإعدادات أو القوالب أو الخطوط أو الإصدار المستعمل اليوم: {count}، وتبقى صفحاته كما نُشرت"
        ),
        ArchivePhrase::AskWithdraw { id, title } => format!(
            "أتسحب `{id}` نهائياً، وعنوانه «{title}»؟ يبقى في الأرشيف وعليه أنه مسحوب، ويبقى عدده له، ولا رجوع عن ذلك [نعم/لا]"
        ),
        ArchivePhrase::Corrected { id, revision, changes } => {
            format!("نُشر تصويب {id}، الإصدار: {revision}، المواضع المصوَّبة: {changes}")
        }
        ArchivePhrase::Withdrawn { id, number } => {
            let number = number.as_ref().map_or_else(String::new, |number| format!(" ويبقى العدد {number} له،"));
            format!(
                "سُحب {id}، وسجله محفوظ\nمن الآن يقول `verify` عن صفحاته إنها مسحوبة ولا يصنعها `build`،{number} والأمر `nashra archive site` يحدّث الموقع؛ استرجع ما طُبع وأُرسل"
            )
        }
        ArchivePhrase::Undone => "انقطع أمر سابق قبل أن ينشر شيئاً، وأُزيل ما خلّفه".to_owned(),
        ArchivePhrase::Finished { id, version } => {
            format!("انقطع أمر سابق بعد نشر النسخة {version} من {id}، واكتمل الآن")
        }
        ArchivePhrase::Listed { count } => format!("عدد النشرات: {count}"),
        ArchivePhrase::Verified { objects, files, events, problems } => {
            format!("النشرات المفحوصة: {objects}، الملفات: {files}، الأحداث: {events}، المشكلات: {problems}")
        }
        ArchivePhrase::Noted { line, events } => {
            format!("البصمة المدوّنة هي بصمة السطر {line} من السجل، وعدد أسطره {events}")
        }
        ArchivePhrase::Head { hash } => format!("السطر الأخير من السجل: {hash}"),
        ArchivePhrase::Proof { what, answer } => match answer {
            Answer::Authentic { id, revision } => format!("{what}: أصلي، {id}، الإصدار {revision}"),
            Answer::Adopted { id, time } => format!(
                "{what}: أصلي، نشرة سابقة: هو الملف نفسه الذي ضُمّ إلى الأرشيف بتاريخ {} باسم {id}، ولا يُعلم من الأرشيف ما كان قبل ذلك اليوم",
                day(time)
            ),
            Answer::Superseded { id, revision, by } => {
                format!("{what}: صُوّب بعد نشره، {id}، الإصدار {revision}، والمعمول به الإصدار {by}")
            }
            Answer::Withdrawn { id, time, reason } => format!("{what}: سُحب، {id}، بتاريخ {}: {reason}", day(time)),
            Answer::Resaved { id, now } => {
                let since = match now {
                    Standing::Published => "",
                    Standing::Corrected => " الذي صُوّب بعد ذلك",
                    Standing::Withdrawn => " الذي سُحب بعد ذلك",
                };
                format!(
                    "{what}: محفوظ من جديد: الرمز معروف والمحتوى مختلف، وعليه رمز {id}{since}. قارنه بالملفات التي يذكرها الأمر `nashra archive show {id}`"
                )
            }
            Answer::Unknown => format!("{what}: غير معروف، ليس في الأرشيف مثله"),
            Answer::Doubtful { id } => {
                format!("{what}: مشكوك فيه، في {id} في الأرشيف خلل، نفّذ: nashra archive verify")
            }
        },
        ArchivePhrase::Label(label) => match label {
            Label::Number => "العدد",
            Label::Date => "التاريخ",
            Label::State => "الحالة",
            Label::Code => "الرمز",
            Label::History => "ما جرى",
            Label::Files => "الملفات",
            Label::Stood => "ما ورد",
            Label::Stands => "الصواب",
        }
        .to_owned(),
        ArchivePhrase::State(state) => match state {
            Standing::Published => "منشورة",
            Standing::Corrected => "مصوَّبة",
            Standing::Withdrawn => "مسحوبة",
        }
        .to_owned(),
        ArchivePhrase::Revision { number } => format!("الإصدار {number}"),
        ArchivePhrase::SameBytes { id, files } => format!("أُعيد إنشاء {id}، الملفات: {files}، كلها مطابقة"),
        ArchivePhrase::Exported { count, folder } => format!("النشرات المنسوخة إلى {folder}: {count}"),
        ArchivePhrase::Searched { found, more, shown } => {
            let least = if *more { "أكثر من " } else { "" };
            format!("النشرات الموجودة: {least}{found}، المعروضة: {shown}")
        }
        ArchivePhrase::Meant { typed, meant } => {
            let meant: Vec<String> = meant.iter().map(|word| format!("«{word}»")).collect();
            format!("لم ترد «{typed}» في أي نشرة. هل تقصد {}؟", meant.join(" أو "))
        }
        ArchivePhrase::FoundWords(words) => format!("فيها: {}", words.join("، ")),
        ArchivePhrase::Widened => {
            "ما فيه الكلمات نفسها قليل، فأُضيف بعده ما فيه كلمات قريبة منها أو مرادفة لها".to_owned()
        }
        ArchivePhrase::Narrow => {
            "للتضييق أضف كلمة، أو «عبارة كما هي»، أو مكان:الزبير، أو من:2026-01، أو شهر:11؛ ولعرض المزيد: --limit 50"
                .to_owned()
        }
        ArchivePhrase::NothingFound => "لم يُعثر على شيء؛ جرّب كلمات أقل، أو بلا علامات تنصيص، أو مدة أطول".to_owned(),
        ArchivePhrase::Reindexing => "فهرس الأرشيف مفقود أو معطوب، ويجري إنشاؤه من جديد".to_owned(),
        ArchivePhrase::Reindexed { objects, damaged } => {
            format!("أُنشئ الفهرس، النشرات: {objects}، ما لا يمكن قراءته: {damaged}")
        }
    }
}
