"""What strangers may send: every input, with what it tries.

A row is an `Input`: its kind, its name, a line that says what it tries, and the files it puts into a workspace in which an
innocent report lies already. `run.py` gives each to the program.
"""

import gzip
import struct
import zlib
from dataclasses import dataclass, field

HEAD = 'schema = 1\nstatus = "draft"\ndate = 2026-11-20\n'
TITLE = 'title = "افتتاح مدرسة"\n'
PARAGRAPH = '[[body]]\nparagraph = "افتتح المحافظ مدرسة جديدة."\n'
REPORT = "content/2026-11-20-stranger.toml"


@dataclass
class Input:
    kind: str
    name: str
    tries: str
    files: dict[str, bytes]
    # What is asked of the program; the innocent report must be built by it unless `alone`.
    command: list[str] = field(default_factory=lambda: ["build", "-e", "bulletin"])
    # True where the input stops everything on purpose: settings that can't be read.
    alone: bool = False


def text(value: str) -> str:
    """A text as TOML writes it."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if ord(c) >= 32 and ord(c) != 127 else f"\\u{ord(c):04X}" for c in escaped) + '"'


def report(body: str) -> dict[str, bytes]:
    return {REPORT: body.encode()}


# ---- texts ------------------------------------------------------------------------------------------------------------

FIELDS = {
    "title": lambda t: HEAD + f"title = {t}\n" + PARAGRAPH,
    "slogan": lambda t: HEAD + TITLE + f"slogan = {t}\n" + PARAGRAPH,
    "preamble": lambda t: HEAD + TITLE + f"preamble = {t}\n" + PARAGRAPH,
    "number": lambda t: HEAD + TITLE + f"number = {t}\n" + PARAGRAPH,
    "tag": lambda t: HEAD + TITLE + f"tags = [{t}]\n" + PARAGRAPH,
    "place": lambda t: HEAD + TITLE + f"[event]\nplace = {t}\n" + PARAGRAPH,
    "organiser": lambda t: HEAD + TITLE + f"[event]\norganisers = [{t}, {t}]\n" + PARAGRAPH,
    "signature": lambda t: HEAD + TITLE + f"[signature]\nname = {t}\ntitle = {t}\n" + PARAGRAPH,
    "paragraph": lambda t: HEAD + TITLE + f"[[body]]\nparagraph = {t}\n",
    "heading": lambda t: HEAD + TITLE + f"[[body]]\nheading = {t}\n" + PARAGRAPH,
    "quote": lambda t: HEAD + TITLE + f"[[body]]\nquote = {t}\nspeaker = {t}\nrole = {t}\n",
    "item": lambda t: HEAD + TITLE + f"[[body]]\nlist = [{t}, {t}]\n",
    "cell": lambda t: HEAD + TITLE + f"[[body]]\n[body.table]\ncolumns = [{t}, \"ب\"]\nrows = [[{t}, \"1\"], [\"أ\", {t}]]\n",
}

TEXTS = {
    "one word of 30 000 letters": "ب" * 30_000,
    "5 000 marks on one letter": "ب" + "\u064e\u0651" * 2_500 + " نص",
    "20 000 invisible characters": "أ" + "\u200b\u200d\u2060\ufeff" * 5_000 + "ب",
    "5 000 isolates without an end": "نص " + "\u2067\u2066" * 2_500 + "x",
    "5 000 overrides": "\u202e\u202d" * 2_500 + "نص",
    "letters of private use and of no character": "\ue000\U000f0000\ufffe\uffff نص " * 200,
    "2 000 pictures of faces": "😀👨‍👩‍👧‍👦" * 1_000,
    "stars without a partner": "**" * 3_000 + " نص " + "*" * 3_000,
    "brackets of links without an end": "[a](" * 3_000,
    "brackets and quotation marks of all kinds": "«(“[{" * 2_000,
    "a number of 20 000 digits": "١٢٣٤٥٦٧٨٩٠" * 2_000,
    "an address of 10 000 letters": "https://example.org/" + "a" * 10_000,
    "hexadecimal digits that no line holds": "0123456789abcdef" * 64,
    "a change of direction at every letter": "aب" * 10_000,
    "20 000 spaces and ends of line": " \n\t " * 5_000 + "نص",
    "control characters": "".join(chr(n) for n in range(1, 32)) * 100 + "نص",
}


def texts():
    for place, shape in FIELDS.items():
        for name, value in TEXTS.items():
            yield Input("text", f"{place}: {name}", f"a {place} of {name}", report(shape(text(value))))


# ---- counts -----------------------------------------------------------------------------------------------------------

def blocks(block: str, times: int) -> str:
    return HEAD + TITLE + block * times


COUNTS = {
    "20 000 paragraphs": blocks(PARAGRAPH, 20_000),
    "5 000 headings": blocks('[[body]]\nheading = "عنوان"\n', 5_000),
    "8 000 quotes": blocks('[[body]]\nquote = "قول"\nspeaker = "علي"\n', 8_000),
    "a list of 30 000": HEAD + TITLE + "[[body]]\nlist = [" + '"بند",' * 30_000 + "]\n",
    "lists 400 deep": HEAD + TITLE + "[[body]]\nlist = " + '[{ item = "أ", list = ' * 400 + '["ب"]' + "}]" * 400 + "\n",
    "a table of 10 000 rows": HEAD + TITLE + '[[body]]\n[body.table]\ncolumns = ["أ", "ب"]\nrows = [' + '["١", "٢"],' * 10_000 + "]\n",
    "a table of 2 000 columns": HEAD + TITLE + "[[body]]\n[body.table]\ncolumns = [" + '"أ",' * 2_000 + "]\nrows = [[" + '"١",' * 2_000 + "]]\n",
    "a table whose rows are all of other lengths": HEAD + TITLE + '[[body]]\n[body.table]\ncolumns = ["أ"]\nrows = ['
    + ",".join("[" + '"١",' * n + "]" for n in range(1, 300)) + "]\n",
    "4 000 tags": HEAD + TITLE + "tags = [" + ",".join(f'"وسم {n}"' for n in range(4_000)) + "]\n" + PARAGRAPH,
    "2 000 organisers": HEAD + TITLE + "[event]\norganisers = [" + ",".join(f'"جهة {n}"' for n in range(2_000)) + "]\n" + PARAGRAPH,
    "3 000 links in a paragraph": HEAD + TITLE + "[[body]]\nparagraph = " + text("[أ](https://example.org) " * 3_000) + "\n",
    "1 000 photos that are not there": blocks('[[body]]\nphoto = "content/assets/none.jpg"\nalt = "صورة"\n', 1_000),
    "a gallery of 3 000": HEAD + TITLE + "[[body]]\ngallery = [" + '{ file = "content/a.jpg", alt = "أ" },' * 3_000 + "]\n",
    "1 000 attachments": HEAD + TITLE + PARAGRAPH + '[[attachments]]\nfile = "content/a.csv"\ndescription = "جدول"\n' * 1_000,
    "3 000 copies": HEAD + TITLE + "copies = [" + '"المحافظة",' * 3_000 + "]\n" + PARAGRAPH,
    "50 000 comments": "# ملاحظة\n" * 50_000 + HEAD + TITLE + PARAGRAPH,
    "30 000 keys that nobody knows": HEAD + TITLE + "".join(f"k{n} = 1\n" for n in range(30_000)) + PARAGRAPH,
}

# ---- TOML -------------------------------------------------------------------------------------------------------------

TOML = {
    "nothing": "",
    "zeros": "\0" * 5_000,
    "two byte order marks": "\ufeff\ufeff" + HEAD,
    "200 000 brackets": "[" * 200_000,
    "200 000 braces": "{" * 200_000,
    "an array 300 000 deep": "a = " + "[" * 300_000 + "]" * 300_000,
    "a table 100 000 deep": "a = " + "{a=" * 100_000 + "}" * 100_000,
    "a key of 100 000 parts": "a" + ".a" * 100_000 + " = 1",
    "a header of 100 000 parts": "[a" + ".a" * 100_000 + "]",
    "one key 100 000 times": "a = 1\n" * 100_000,
    "100 000 headers": "[[body]]\n" * 100_000,
    "400 000 lines without sense": "x\n" * 400_000,
    "returns without line feeds": "\r" * 100_000,
    "a key of 900 000 letters": HEAD + "k" * 900_000,
    "escapes of no character": 'a = "\\u0000\\uD800\\U00110000"',
    "two million letters": "x" * 2_000_000,
    "a text without an end": HEAD + 'title = "' + "ا" * 100_000,
    "a text of many lines without an end": HEAD + 'title = """' + "ا\n" * 100_000,
    "the largest integers": HEAD + TITLE + "schema2 = 9223372036854775808\nseal = -9223372036854775808\n",
    "floats of no value": HEAD + TITLE + "a = nan\nb = inf\nc = 1e999\n",
    "a day that is none": 'schema = 1\nstatus = "draft"\ndate = 2026-02-31\n' + TITLE,
    "the year 0": 'schema = 1\nstatus = "draft"\ndate = 0000-01-01\n' + TITLE + PARAGRAPH,
    "the year 9999": 'schema = 1\nstatus = "draft"\ndate = 9999-12-31\n' + TITLE + PARAGRAPH,
    "a time of day with 500 decimals": HEAD + TITLE + "not_before = 2026-11-20T09:00:00." + "1" * 500 + "+03:00\n",
    "a slug that leads out": HEAD + 'slug = "../../escape"\n' + TITLE + PARAGRAPH,
    "a slug of 5 000 letters": HEAD + 'slug = "' + "a" * 5_000 + '"\n' + TITLE + PARAGRAPH,
    "a device's name as slug": HEAD + 'slug = "con"\n' + TITLE + PARAGRAPH,
    "a schema of the future": HEAD.replace("schema = 1", "schema = 4294967296") + TITLE + PARAGRAPH,
}

PATHS = {
    "up and out": "../../../../etc/passwd",
    "an absolute path": "/etc/passwd",
    "a Windows drive": "C:\\\\Windows\\\\win.ini",
    "another computer's folder": "\\\\\\\\server\\\\share\\\\a.jpg",
    "a device": "/dev/zero",
    "this process": "/proc/self/environ",
    "a path with a zero": "content/a\\u0000.jpg",
    "a path of 10 000 letters": "content/" + "a" * 10_000 + ".jpg",
    "2 000 folders": "a/" * 2_000 + "a.jpg",
    "the report itself": REPORT,
    "the settings": "nashra.toml",
    "a folder": "content",
    "an address": "https://example.org/a.jpg",
    "a name turned round": "content/\\u202egpj.a.jpg",
}


def toml():
    for name, body in COUNTS.items():
        yield Input("count", name, f"a report with {name}", report(body))
    for name, body in TOML.items():
        yield Input("toml", name, f"a report that is {name}", report(body))
    for name, path in PATHS.items():
        for key, block in {
            "photo": f'[[body]]\nphoto = "{path}"\nalt = "صورة"\n',
            "attachment": PARAGRAPH + f'[[attachments]]\nfile = "{path}"\ndescription = "ملف"\n',
        }.items():
            yield Input("path", f"{key}: {name}", f"the {key} is {name}", report(HEAD + TITLE + block))
    for name, data in {
        "UTF-16": (HEAD + TITLE).encode("utf-16"),
        "UTF-32": (HEAD + TITLE).encode("utf-32"),
        "Windows-1256": (HEAD + TITLE).encode("cp1256"),
        "broken UTF-8": HEAD.encode() + b'title = "\xff\xfe\xc3\x28"\n',
        "a Word file": b"PK\x03\x04" + b"\0" * 5_000,
        "a PDF": b"%PDF-1.7\n" + b"\0" * 5_000,
        "a picture": b"\x89PNG\r\n\x1a\n" + b"\0" * 5_000,
        "gzip": gzip.compress(b"a" * 1_000_000),
    }.items():
        yield Input("encoding", name, f"a report in {name}", {REPORT: data})


# ---- pictures ---------------------------------------------------------------------------------------------------------

def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, depth=8, colour=2, extra=b"", data=None) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    row = b"\0" + b"\x80" * (width * 3 if width < 5_000 else 10)
    packed = zlib.compress(row * min(height, 5_000)) if data is None else data
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + extra + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def jpeg(width: int, height: int, *, parts=3, cut=None, app=b"") -> bytes:
    """A JPEG's frame: the head says what it likes, the scan is short."""
    table = b"\xff\xdb" + struct.pack(">HB", 67, 0) + bytes([16] * 64)
    ids = b"".join(bytes([n + 1, 0x11, 0]) for n in range(parts))
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 8 + 3 * parts, 8, height, width, parts) + ids
    codes = b"\xff\xc4" + struct.pack(">HB", 20, 0) + bytes([1] + [0] * 15) + b"\0"
    codes += b"\xff\xc4" + struct.pack(">HB", 20, 0x10) + bytes([1] + [0] * 15) + b"\0"
    scan = b"\xff\xda" + struct.pack(">HB", 6 + 2 * parts, parts) + b"".join(bytes([n + 1, 0]) for n in range(parts)) + b"\0\x3f\0"
    data = b"\xff\xd8" + app + table + frame + codes + scan + b"\0" * 200 + b"\xff\xd9"
    return data[:cut] if cut else data


def exif(body: bytes) -> bytes:
    return b"\xff\xe1" + struct.pack(">H", len(body) + 8) + b"Exif\0\0" + body


ICC_BOMB = chunk(b"iCCP", b"a\0\0" + zlib.compress(b"\0" * 50_000_000))
TEXT_BOMB = chunk(b"zTXt", b"a\0\0" + zlib.compress(b"a" * 50_000_000))

PICTURES = {
    "nothing.jpg": (b"", "an empty picture"),
    "strip.png": (png(1, 64_000_000), "a strip of 1 by 64 million pixels"),
    "wide.png": (png(2_147_483_647, 1), "a line of two billion pixels"),
    "square.png": (png(65_535, 65_535), "four billion pixels in a few bytes"),
    "none.png": (png(0, 0), "a picture of no pixel"),
    "bomb.png": (png(7_000, 7_000, data=zlib.compress(b"\0" * (7_000 * 3 + 1) * 7_000)), "147 MB in 150 KB"),
    "icc.png": (png(20, 20, extra=ICC_BOMB), "a colour profile that unpacks to 50 MB"),
    "text.png": (png(20, 20, extra=TEXT_BOMB), "words that unpack to 50 MB"),
    "depth.png": (png(20, 20, depth=77), "a depth that is none"),
    "palette.png": (png(20, 20, colour=3), "a palette that is not there"),
    "crc.png": (png(20, 20)[:-6] + b"abcdef", "a wrong checksum"),
    "garbage.png": (png(20, 20, data=b"no zlib at all"), "data that is not packed"),
    "short.png": (png(2_000, 2_000, data=zlib.compress(b"\0" * 100)), "rows that are missing"),
    "chunks.png": (png(20, 20, extra=chunk(b"abCd", b"") * 100_000), "100 000 empty chunks"),
    "length.png": (b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 0xFFFFFFFF) + b"IHDR", "a chunk of four gigabytes"),
    "head.jpg": (b"\xff\xd8\xff", "three bytes of a JPEG"),
    "huge.jpg": (jpeg(65_535, 65_535), "a JPEG of four billion pixels"),
    "zero.jpg": (jpeg(0, 0), "a JPEG of no pixel"),
    "tall.jpg": (jpeg(1, 65_535), "a JPEG one pixel wide"),
    "parts.jpg": (jpeg(64, 64, parts=200), "a JPEG of 200 colours"),
    "cut.jpg": (jpeg(640, 480, cut=120), "a JPEG cut in its head"),
    "fill.jpg": (b"\xff\xd8" + b"\xff" * 500_000, "a JPEG of nothing but fill bytes"),
    "markers.jpg": (b"\xff\xd8" + b"\xff\xfe\x00\x02" * 100_000, "100 000 empty comments"),
    "loop.jpg": (jpeg(64, 64, app=exif(b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x01\0\0\0\x08\0\0\0")), "Exif whose next folder is itself"),
    "turn.jpg": (jpeg(64, 64, app=exif(b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x63\0\0\0\0\0\0\0")), "a camera held in the 99th way"),
    "offset.jpg": (jpeg(64, 64, app=exif(b"II*\0\xff\xff\xff\x7f")), "Exif that points out of the file"),
    "app.jpg": (jpeg(64, 64, app=b"\xff\xe1\xff\xff" + b"\0" * 10), "a segment longer than the file"),
    "gif.jpg": (b"GIF89a" + struct.pack("<HH", 65_535, 65_535) + b"\0" * 100, "a GIF with a JPEG's name"),
    "bmp.jpg": (b"BM" + b"\xff" * 200, "a bitmap with a JPEG's name"),
    "tiff.jpg": (b"II*\0" + b"\xff" * 200, "a TIFF with a JPEG's name"),
    "heic.jpg": (b"\0\0\0\x18ftypheic" + b"\0" * 200, "a telephone's HEIC with a JPEG's name"),
    "video.jpg": (b"\0\0\0\x18ftypmp42" + b"\0" * 200, "a video with a JPEG's name"),
    "page.png": (b"%PDF-1.7\n", "a PDF with a picture's name"),
    "drawing.jpg": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "a drawing with a JPEG's name"),
    "web.jpg": (b"<html><script>alert(1)</script></html>", "a web page with a JPEG's name"),
    "zip.png": (b"PK\x03\x04" + b"\0" * 100, "an archive with a picture's name"),
    "canvas.webp": (b"RIFF\xff\xff\xff\x7fWEBPVP8X\x0a\0\0\0\0\0\0\0\xff\xff\xff\xff\xff\xff", "a WebP of 16 million by 16 million"),
    "empty.webp": (b"RIFF\x04\0\0\0WEBP", "a WebP without a picture"),
    "lossless.webp": (b"RIFF\x20\0\0\0WEBPVP8L\x10\0\0\0\x2f\xff\xff\xff\xff" + b"\xff" * 11, "a WebP of noise"),
    "lossy.webp": (b"RIFF\x20\0\0\0WEBPVP8 \x10\0\0\0\0\0\0\x9d\x01\x2a\xff\x3f\xff\x3f" + b"\0" * 6, "a WebP cut short"),
}


def pictures():
    for name, (data, tries) in PICTURES.items():
        body = HEAD + TITLE + f'[[body]]\nphoto = "content/assets/{name}"\nalt = "صورة"\n'
        yield Input("picture", name, tries, report(body) | {f"content/assets/{name}": data})


# ---- drawings ---------------------------------------------------------------------------------------------------------

def svg(body: str, attributes='width="100" height="100"', before="") -> bytes:
    name = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"{before}<svg {name} {attributes}>{body}</svg>".encode()


def nested(open_: str, close: str, times: int, inside="") -> str:
    return open_ * times + inside + close * times


LAUGHS = "<!DOCTYPE svg [<!ENTITY a0 \"ha\">" + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)) + "]>"
USES = '<rect id="u0" width="1" height="1"/>' + "".join(
    f'<g id="u{n}"><use xlink:href="#u{n - 1}"/><use xlink:href="#u{n - 1}"/></g>' for n in range(1, 40)
)

DRAWINGS = {
    "a script": svg("<script>alert(1)</script><rect width='9' height='9'/>"),
    "an event handler": svg("<rect width='9' height='9' onload='alert(1)'/>"),
    "a foreign object": svg("<foreignObject width='9' height='9'><p xmlns='http://www.w3.org/1999/xhtml'>a</p></foreignObject>"),
    "a picture from the web": svg("<image href='https://example.org/a.png' width='9' height='9'/>"),
    "a file of the computer": svg("<image xlink:href='file:///etc/passwd' width='9' height='9'/>"),
    "a path that leads out": svg("<image href='../../../etc/passwd' width='9' height='9'/>"),
    "a style from the web": svg("<style>@import url(https://example.org/a.css); rect { fill: red }</style><rect width='9' height='9'/>"),
    "a style sheet beside it": svg("<rect width='9' height='9'/>", before="<?xml-stylesheet href='a.css'?>"),
    "an address that acts": svg("<a href='javascript:alert(1)'><rect width='9' height='9'/></a>"),
    "an entity that reads a file": svg("<text>&a;</text>", before="<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"),
    "entities that double": svg("<text>&a11;</text>", before=LAUGHS),
    "groups 20 000 deep": svg(nested("<g>", "</g>", 20_000)),
    "200 000 elements": svg("<rect width='1' height='1'/>" * 200_000),
    "uses that double 40 times": svg(f'<defs>{USES}</defs><use xlink:href="#u39"/>'),
    "a use of itself": svg('<g id="a"><use xlink:href="#a"/></g>'),
    "two uses of each other": svg('<g id="a"><use xlink:href="#b"/></g><g id="b"><use xlink:href="#a"/></g>'),
    "a pattern in itself": svg('<pattern id="a" width="1" height="1"><rect width="9" height="9" fill="url(#a)"/></pattern><rect width="9" height="9" fill="url(#a)"/>'),
    "a mask of itself": svg('<mask id="a"><rect width="9" height="9" mask="url(#a)"/></mask><rect width="9" height="9" mask="url(#a)"/>'),
    "a clip of itself": svg('<clipPath id="a" clip-path="url(#a)"><rect width="9" height="9"/></clipPath><rect width="9" height="9" clip-path="url(#a)"/>'),
    "a marker in itself": svg('<marker id="a"><path d="M0 0L9 9" marker-end="url(#a)"/></marker><path d="M0 0L9 9" marker-end="url(#a)"/>'),
    "a gradient of itself": svg('<linearGradient id="a" xlink:href="#a"/><rect width="9" height="9" fill="url(#a)"/>'),
    "a filter as large as a field": svg('<filter id="a" x="-1e6" y="-1e6" width="1e7" height="1e7"><feGaussianBlur stdDeviation="1e6"/></filter><rect width="9" height="9" filter="url(#a)"/>'),
    "300 filters": svg("".join(f'<filter id="f{n}"><feTurbulence numOctaves="1000"/></filter><rect width="99" height="99" filter="url(#f{n})"/>' for n in range(300))),
    "a path of a million lines": svg('<path d="M0 0' + "L1 1" * 1_000_000 + '"/>'),
    "numbers of no size": svg('<rect x="1e308" y="-1e308" width="1e308" height="NaN"/><path d="M1e999 1e999L-1e999 0"/>'),
    "a sheet of no size": svg("<rect width='9' height='9'/>", attributes='width="0" height="-5"'),
    "a sheet of 10 km": svg("<rect width='9' height='9'/>", attributes='width="10km" height="1e30"'),
    "a dash of nothing": svg('<path d="M0 0H1e9" stroke="red" stroke-width="1" stroke-dasharray="1e-9"/>'),
    "a text of a million letters": svg("<text>" + "ب" * 1_000_000 + "</text>"),
    "a drawing in a drawing": svg("<image width='9' height='9' href='data:image/svg+xml;base64,PHN2Zy8+'/>"),
    "a picture that never ends": svg("<image width='9' height='9' href='data:image/png;base64," + "A" * 5_000_000 + "'/>"),
    "no XML": b"<svg",
    "two roots": svg("") + svg(""),
    "another encoding": svg("<text>أ</text>").decode().encode("utf-16"),
    "nothing": b"",
    "a packed drawing of a gigabyte": gzip.compress(b"<svg>" + b" " * 300_000_000),
    "30 000 attributes": ("<svg xmlns='http://www.w3.org/2000/svg' " + " ".join(f'a{n}="1"' for n in range(30_000)) + "/>").encode(),
    "an attribute of 5 million letters": svg(f'<rect class="{"a" * 5_000_000}"/>'),
}


def drawings():
    settings = 'schema = 1\nlanguage = "en"\n[office]\nname = "مكتب"\nlogo = "content/assets/mark.svg"\nlogo_alt = "شعار"\n'
    for name, data in DRAWINGS.items():
        files = {"nashra.toml": settings.encode(), "content/assets/mark.svg": data}
        yield Input("drawing", name, f"the office's mark has {name}", files, alone=True)


# ---- settings, glossary, issues ---------------------------------------------------------------------------------------

def settings(body: str) -> dict[str, bytes]:
    return {"nashra.toml": ('schema = 1\nlanguage = "en"\n' + body).encode()}


SETTINGS = {
    "an output folder that leads out": '[folders]\noutput = "../out"\n',
    "an output folder that is the reports'": '[folders]\noutput = "content"\n',
    "an archive inside the output": '[folders]\narchive = "out/archive"\n',
    "a twin of a folder": '[folders]\noutput = "Content"\n',
    "an absolute folder": '[folders]\noutput = "/tmp/out"\n',
    "a device as folder": '[folders]\noutput = "nul"\n',
    "a font of 5 000 letters": f'[theme]\ntext_font = "{"a" * 5_000}"\n',
    "a colour that is none": '[theme]\naccent = "url(https://example.org)"\n',
    "a template that leads out": '[editions.bulletin]\ntemplate = "../../etc"\n',
    "a paper that is none": '[editions.bulletin]\npaper = "a-1"\n',
    "a scheme that is none": '[editions.bulletin]\nimpose = { scheme = "booklet", creep = 1e300, gutter = -1e300 }\n',
    "a verification address that acts": '[verification]\nurl = "javascript:alert({code})"\n',
    "a printer on a file": '[printer]\nuri = "file:///etc/passwd"\n',
    "a printer with a password": '[printer]\nuri = "ipp://a:b@192.0.2.1/"\n',
    "a profile that is a picture": '[press]\nprofile = "content/assets/a.png"\n',
    "a profile that leads out": '[press]\nprofile = "../../etc/passwd"\n',
    "30 000 rules switched off": '[checks]\noff = [' + '"NA001",' * 30_000 + "]\n",
    "5 000 parents": '[office]\nname = "أ"\nparents = [' + '"ب",' * 5_000 + "]\n",
    "5 000 telephones": '[office]\nname = "أ"\n[office.contacts]\nphone = [' + '"07700000000",' * 5_000 + "]\n",
    "a name of 50 000 letters": f'[office]\nname = "{"ا" * 50_000}"\n',
    "a site on a file": '[site]\nurl = "file:///etc"\n',
    "hijri days of no size": "hijri_offset = 9223372036854775807\n",
    "a seal of no size": '[signature]\nname = "أ"\ntitle = "ب"\nseal = 9223372036854775807\n',
}

GLOSSARY = {
    "20 000 names": "schema = 1\n" + "".join(f'[[name]]\nform = "اسم {n}"\nnot = ["اسن {n}"]\n' for n in range(20_000)),
    "a name of 100 000 letters": f'schema = 1\n[[name]]\nform = "{"ا" * 100_000}"\nnot = ["ب"]\n',
    "names that are each other's mistakes": 'schema = 1\n[[name]]\nform = "أ ب"\nnot = ["ب أ"]\n[[name]]\nform = "ب أ"\nnot = ["أ ب"]\n',
    "10 000 mistakes of one name": 'schema = 1\n[[name]]\nform = "البصرة"\nnot = [' + ",".join(f'"بصره {n}"' for n in range(10_000)) + "]\n",
    "nothing but brackets": "[" * 100_000,
    "another encoding": "schema = 1\n[[name]]\nform = \"أ\"\n",
    "a name that is a mark": 'schema = 1\n[[name]]\nform = "،"\nnot = ["."]\n',
    "a name of spaces": 'schema = 1\n[[name]]\nform = "   "\nnot = ["\\u200b"]\n',
}

ISSUE = 'schema = 1\nstatus = "draft"\nnumber = "1"\ndate = 2026-11-30\ntitle = "العدد"\n'
ISSUES = {
    "an article of a report that is not there": ISSUE + '[[articles]]\nreport = "content/none.toml"\nplace = "article"\n',
    "an article that leads out": ISSUE + '[[articles]]\nreport = "../../etc/passwd"\nplace = "article"\n',
    "an article of itself": ISSUE + '[[articles]]\nreport = "content/issues/a.toml"\nplace = "article"\n',
    "the same article 5 000 times": ISSUE + '[[articles]]\nreport = "content/2026-11-20-innocent.toml"\nplace = "article"\n' * 5_000,
    "no article": ISSUE,
    "5 000 lines of the colophon": ISSUE + "[colophon]\nlines = [" + '"أ",' * 5_000 + "]\n",
    "an editorial of 200 000 letters": ISSUE + f'[editorial]\ntitle = "كلمة"\ntext = "{"ا ب " * 50_000}"\n',
    "a place that is none": ISSUE + '[[articles]]\nreport = "content/2026-11-20-innocent.toml"\nplace = "nowhere"\n',
    "a weight of no size": ISSUE + '[[articles]]\nreport = "content/2026-11-20-innocent.toml"\nplace = "article"\nweight = 9223372036854775807\n',
    "a headline of 50 000 letters": ISSUE + f'[[articles]]\nreport = "content/2026-11-20-innocent.toml"\nplace = "article"\nheadline = "{"ا" * 50_000}"\n',
}


def office():
    for name, body in SETTINGS.items():
        yield Input("settings", name, f"settings with {name}", settings(body), alone=True)
    for name, body in GLOSSARY.items():
        data = body.encode("utf-16") if name == "another encoding" else body.encode()
        yield Input("glossary", name, f"a glossary with {name}", {"glossary.toml": data}, alone=True)
    for name, body in ISSUES.items():
        yield Input("issue", name, f"an issue with {name}", {"content/issues/a.toml": body.encode()}, command=["build"])


# ---- templates --------------------------------------------------------------------------------------------------------

TEMPLATES = {
    "a loop without an end": "#{ let n = 0; for _ in range(100000) { for _ in range(100000) { n += 1 } } }",
    "a function that calls itself": "#let f(n) = f(n + 1)\n#f(0)",
    "an array 600 000 deep": "#{ let a = (); for _ in range(600000) { a = (a,) }; repr(a) }",
    "all memory": '#{ let a = ("x" * 1000000,); for n in range(40) { a += a.map(t => t + str(n)) }; a.len() }',
    "pages without an end": "#for n in range(1000000) { pagebreak() }",
    "a file of the computer": '#read("/etc/passwd")',
    "a file above": '#read("../../../nashra.toml")',
    "a package of the web": '#import "@preview/cetz:0.3.0"',
    "a program of its own": "#plugin(bytes((0, 97, 115, 109)))",
    "a text repeated a billion times": '#("x" * 1000000000)',
    "a number of no size": "#calc.pow(10, 400)",
    "JSON 100 000 deep": '#json(bytes("[" * 100000))',
    "XML 100 000 deep": '#xml(bytes("<a>" * 100000))',
    "a panic": '#panic("aaa")',
    "words of its own errors": '#panic("nashra: social headline words 5")',
    "nothing": "",
    "no Typst": "#{{{{",
    "a measure of itself": "#let f() = context measure(f())\n#f()",
    "a state that never settles": '#let s = state("s", 0)\n#context { s.update(s.final() + 1) }\n#context s.final()',
    "a code of its own made to run": '#eval("let f(n) = f(n + 1); f(0)")',
    "a page of 10 km": "#set page(width: 10000m, height: 10000m)\na",
    "a page of no size": "#set page(width: 0pt, height: 0pt)\na",
    "letters of a kilometre": "#set text(size: 1000m)\na",
    "a pattern that backtracks": '#("a" * 30).matches(regex("(a+)+$b")).len()',
    "a drawing that grows": "#scale(100000000%)[a]",
    "100 000 boxes in each other": "#let f(n) = if n == 0 [a] else { box(f(n - 1)) }\n#f(100000)",
    "a table of a million cells": "#table(columns: 1000, ..range(1000000).map(n => [#n]))",
    "a font of the web": '#set text(font: "https://example.org/a.ttf")\na',
}


def templates():
    for name, body in TEMPLATES.items():
        files = {"templates/flyer/main.typ": body.encode(), REPORT: (HEAD + TITLE + PARAGRAPH).encode()}
        yield Input("template", name, f"a flyer's template with {name}", files, command=["build", "-e", "flyer", REPORT])


# ---- PDFs that are to be printed ----------------------------------------------------------------------------------------

def pdf(objects: list[str], trailer="/Root 1 0 R") -> bytes:
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    return out + f"trailer\n<< /Size {len(objects) + 1} {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()


CATALOG = "<< /Type /Catalog /Pages 2 0 R >>"
PDFS = {
    "nothing": b"",
    "no PDF": b"hello",
    "a head alone": b"%PDF-1.7\n",
    "noise": b"%PDF-1.7\n" + bytes(n * 7 % 256 for n in range(100_000)),
    "no page": pdf([CATALOG, "<< /Type /Pages /Kids [] /Count 0 >>"]),
    "a tree of pages in itself": pdf([CATALOG, "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"]),
    "a tree of pages that doubles": pdf(
        [CATALOG] + [f"<< /Type /Pages /Kids [{n} 0 R {n} 0 R] /Count 2 >>" for n in range(3, 45)] + ["<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"]
    ),
    "arrays 100 000 deep": pdf([CATALOG, "<< /Type /Pages /Kids " + "[" * 100_000 + "]" * 100_000 + " /Count 1 >>"]),
    "dictionaries 50 000 deep": pdf([CATALOG, "<< /A " * 50_000 + ">>" * 50_000]),
    "a count of two billion": pdf([CATALOG, "<< /Type /Pages /Kids [3 0 R] /Count 2147483647 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"]),
    "a page of no size": pdf([CATALOG, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 0 0] >>"]),
    "a page of 1e300": pdf([CATALOG, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1e300 -1e300] >>"]),
    "a page that is its own parent": pdf([CATALOG, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 3 0 R >>"]),
    "a reference to itself": pdf(["1 0 R", "2 0 R"]),
    "a stream of four gigabytes": pdf([CATALOG, "<< /Length 4294967295 >>\nstream\na\nendstream"]),
    "a table of places that points to itself": b"%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Prev 9 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n",
    "a table of a billion places": b"%PDF-1.7\nxref\n0 1000000000\n0000000000 65535 f \ntrailer\n<< /Size 1000000000 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n",
    "a password": pdf([CATALOG, "<< /Type /Pages /Kids [] /Count 0 >>"], "/Root 1 0 R /Encrypt << /Filter /Standard /V 5 /R 6 >>"),
    "objects packed to a gigabyte": pdf([CATALOG, "<< /Type /ObjStm /N 1 /First 5 /Filter /FlateDecode /Length 300000 >>\nstream\n" + zlib.compress(b"\0" * 300_000_000).decode("latin-1") + "\nendstream"]),
    "50 000 objects": pdf([CATALOG, "<< /Type /Pages /Kids [] /Count 0 >>"] + ["<< >>"] * 50_000),
    "a place behind the end": b"%PDF-1.7\nstartxref\n99999999999\n%%EOF\n",
    "a place that is no number": b"%PDF-1.7\nstartxref\n-1\n%%EOF\n",
}


def prints():
    for name, data in PDFS.items():
        command = ["print", "a.pdf", "--printer", "ipp://127.0.0.1:9/ipp/print"]
        yield Input("pdf", name, f"a PDF to print with {name}", {"a.pdf": data}, command=command, alone=True)


# ---- queries of the archive ---------------------------------------------------------------------------------------------

QUERIES = {
    "a bracket": "(",
    "2 000 brackets": "(" * 2_000,
    "quotation marks": '"""""',
    "an empty phrase": "«»",
    "nothing but marks": "*-+:^~",
    "every operator": "a OR b AND NOT c NEAR(d)",
    "words of the database": "'; DROP TABLE bulletins; --",
    "a month that is none": "من:2025-13",
    "5 000 words": "كلمة " * 5_000,
    "a word of 50 000 letters": "ا" * 50_000,
    "stars": "* ** مدر** *مدر",
    "zero-width letters": "\u200b\u200d",
    "a filter without a value": "مكان:",
    "a filter that is none": "لون:أحمر",
}


def queries():
    for name, query in QUERIES.items():
        yield Input("query", name, f"a search for {name}", {}, command=["archive", "search", "--", query], alone=True)


def table() -> list[Input]:
    rows = [*texts(), *toml(), *pictures(), *drawings(), *office(), *templates(), *prints(), *queries()]
    assert len({(row.kind, row.name) for row in rows}) == len(rows)
    return rows
