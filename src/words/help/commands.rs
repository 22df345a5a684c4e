//! The help of each command.

/// Path, English, Arabic.
pub(super) const COMMANDS: &[(&str, &str, &str)] = &[
    (
        "",
        "Turns event reports written in TOML into official Arabic bulletins. A guide to read: nashra handbook",
        "يحوّل تقارير الفعاليات المكتوبة في ملفات نصية إلى نشرات رسمية. ولقراءة الدليل نفّذ: nashra handbook",
    ),
    ("init", "Make a new workspace with a sample report", "ينشئ مجلد عمل جديداً فيه تقرير للتجربة"),
    ("new", "Begin a new report", "يبدأ تقريراً جديداً"),
    (
        "import",
        "Make reports of texts: a message, a text file, a Word document, a PDF",
        "يصنع تقارير من نصوص: رسالة، أو ملف نصي، أو مستند Word، أو ملف PDF",
    ),
    ("check", "Look for mistakes without writing anything", "يبحث عن الأخطاء ولا يكتب شيئاً"),
    ("build", "Make the finished PDFs", "يُخرج ملفات PDF الجاهزة"),
    ("print", "Print a report's page or a finished PDF", "يطبع صفحات تقرير أو ملف PDF جاهزاً"),
    (
        "approve",
        "Sign a report off and give it its number",
        "يعتمد تقريراً ويعطيه عدده التالي، ولا يغيّر في ملفه شيئاً آخر",
    ),
    ("list", "List reports and issues, and where each stands", "يعرض التقارير والأعداد وحالة كل منها"),
    ("register", "Write the register of a year's numbers", "يكتب سجل الصادر لسنة أو لشهر"),
    ("copy", "Begin a new report with the text of another", "يبدأ تقريراً جديداً بنص تقرير آخر"),
    ("rename", "Give a report another name, with its finished files", "يغيّر اسم تقرير وأسماء ملفاته الجاهزة"),
    (
        "remove",
        "Take a report out of the workspace, with what only it needs",
        "يُخرج تقريراً من مجلد العمل، مع ما لا يحتاج إليه غيره",
    ),
    ("archive", "Keep, find and prove what was published", "يحفظ ما نُشر، ويعثر عليه، ويثبت صحته"),
    ("archive add", "Keep signed reports and issues for good", "يحفظ في الأرشيف التقارير والأعداد الموقّعة"),
    (
        "archive adopt",
        "Keep finished files from before nashra as they are: PDF, Word, photos",
        "يضمّ إلى الأرشيف ما نُشر قبل هذا البرنامج كما هو: PDF وWord وصور",
    ),
    ("archive correct", "Publish a correction of an archived bulletin", "ينشر تصويباً لنشرة محفوظة في الأرشيف"),
    (
        "archive withdraw",
        "Take an archived bulletin back; its record is kept",
        "يسحب نشرة محفوظة في الأرشيف، ويبقى سجلها",
    ),
    ("archive list", "List the archived bulletins, the newest first", "يعرض النشرات المحفوظة، الأحدث فالأقدم"),
    (
        "archive search",
        "Find archived bulletins by their words, dates, places and speakers",
        "يبحث في النشرات المحفوظة بكلماتها وتواريخها وأماكنها والمتحدثين فيها",
    ),
    ("archive show", "Tell what is known of an archived bulletin", "يعرض سجل نشرة محفوظة"),
    ("archive verify", "Prove the archive, a file or a code", "يتحقق من سلامة الأرشيف، أو من صحة ملف أو رمز"),
    ("archive rebuild", "Make the pages of an archived bulletin again", "يعيد إنشاء صفحات نشرة محفوظة"),
    ("archive reindex", "Make the index anew from the archived bulletins", "ينشئ فهرس البحث من جديد"),
    ("archive export", "Copy archived bulletins to hand them over", "ينسخ نشرات محفوظة لتسليمها إلى جهة أخرى"),
    (
        "archive site",
        "Make a web site of the archive that needs no server",
        "ينشئ موقعاً للأرشيف يُفتح من غير خادم ولا إنترنت",
    ),
    ("fonts", "List the fonts and what each lacks", "يعرض الخطوط وما ينقص كلاً منها"),
    ("templates", "List the templates or copy them to change them", "يعرض القوالب، أو ينسخها لتعديلها"),
    (
        "templates list",
        "List the template files and which of them are the workspace's own",
        "يعرض ملفات القوالب، ويبيّن ما هو خاص بالدائرة منها",
    ),
    (
        "templates eject",
        "Copy built-in template files into the workspace's `templates/`; nothing is overwritten",
        "ينسخ القوالب المضمّنة إلى مجلد `templates` في مجلد العمل، ولا يستبدل ملفاً موجوداً",
    ),
    ("handbook", "Read the handbook, a chapter at a time", "يعرض الدليل، فصلاً بعد فصل"),
    ("completions", "Print completions for a shell", "يكتب ما يحتاج إليه سطر الأوامر ليكمل الأوامر عنك"),
    ("man", "Print the manual page", "يكتب صفحة الدليل المرجعي (man)"),
    ("help", "Print the help of a command", "يعرض المساعدة في أمر"),
];
