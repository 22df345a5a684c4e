#!/usr/bin/env python3
"""usage: pressed.py FILE.pdf...

Reads the structure of press files with pikepdf (qpdf) and says what PDF/X-4 (ISO 15930-7:2010) asks for and they lack: one
tab-separated line for each file, OK or FAIL, the file, and what is wrong.
"""
import re
import sys

import pikepdf


def box(page, name):
    return [float(side) for side in page[name]]


def encloses(outer, inner):
    return outer[0] <= inner[0] and outer[1] <= inner[1] and outer[2] >= inner[2] and outer[3] >= inner[3]


def intent(root):
    intents = [one for one in root.get("/OutputIntents", []) if one.S == "/GTS_PDFX"]
    if len(intents) != 1:
        yield f"{len(intents)} output intents of PDF/X"
        return
    profile = intents[0].get("/DestOutputProfile")
    if profile is None or not str(intents[0].get("/OutputConditionIdentifier", "")):
        yield "the output intent names no condition or has no profile"
        return
    data = profile.read_bytes()
    if data[12:16] != b"prtr" or data[16:20] != b"CMYK" or int.from_bytes(data[:4], "big") != len(data):
        yield "the output intent's profile is not one of a press in four inks"
    tags = {data[132 + 12 * index :][:4] for index in range(int.from_bytes(data[128:132], "big"))}
    for needed in (b"desc", b"cprt", b"wtpt", b"A2B0", b"B2A0", b"A2B1", b"B2A1", b"gamt"):
        if needed not in tags:
            yield f"the profile lacks {needed.decode()}"


def properties(pdf):
    info = pdf.trailer.get("/Info", {})
    if str(info.get("/GTS_PDFXVersion", "")) != "PDF/X-4":
        yield "GTS_PDFXVersion is not PDF/X-4"
    if info.get("/Trapped") not in ("/False", "/True"):
        yield "Trapped is not said"
    for key in ("/Title", "/CreationDate", "/ModDate"):
        if not str(info.get(key, "")):
            yield f"the properties lack {key}"
    if "/ID" not in pdf.trailer:
        yield "the file has no ID"
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        if metadata.get("pdfxid:GTS_PDFXVersion") != "PDF/X-4":
            yield "XMP doesn't say PDF/X-4"
        for key in ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate", "xmpMM:DocumentID", "xmpMM:VersionID", "xmpMM:RenditionClass", "pdf:Trapped", "dc:title"):
            if not metadata.get(key):
                yield f"XMP lacks {key}"
        if str(info.get("/Title", "")) != str(metadata.get("dc:title")):
            yield "the titles differ"


def spaces(resources, seen):
    """the resources of a page and of the drawings in it"""
    yield resources
    for drawing in resources.get("/XObject", {}).values():
        if drawing.objgen in seen:
            continue
        seen.add(drawing.objgen)
        if drawing.Subtype == "/Form":
            yield from spaces(drawing.get("/Resources", pikepdf.Dictionary()), seen)


def pages(pdf):
    for number, page in enumerate(pdf.pages, 1):
        page = page.obj
        if "/TrimBox" not in page or "/BleedBox" not in page or "/ArtBox" in page:
            yield f"page {number}: boxes are missing, or too many"
            continue
        media, bleed, trim = (box(page, name) for name in ("/MediaBox", "/BleedBox", "/TrimBox"))
        if not encloses(media, bleed) or not encloses(bleed, trim):
            yield f"page {number}: the boxes don't lie in each other"
        if "/Annots" in page or "/AA" in page:
            yield f"page {number}: annotations or actions"
        for resources in spaces(page.get("/Resources", pikepdf.Dictionary()), set()):
            if "/DefaultRGB" not in resources.get("/ColorSpace", {}):
                yield f"page {number}: colours of the screen without a profile"
            for font in resources.get("/Font", {}).values():
                kin = font.get("/DescendantFonts", [font])[0]
                if not any(key in kin.get("/FontDescriptor", {}) for key in ("/FontFile", "/FontFile2", "/FontFile3")):
                    yield f"page {number}: a font is not embedded"


def overprints(pdf):
    """black text overprints, and nothing else does"""
    for number, page in enumerate(pdf.pages, 1):
        states = page.obj.get("/Resources", {}).get("/ExtGState", {})
        over = {str(name) for name, state in states.items() if state.get("/op", False) or state.get("/OP", False)}
        now, inks, saved = False, None, []
        for operands, operator in pikepdf.parse_content_stream(page):
            operator = str(operator)
            if operator == "q":
                saved.append((now, inks))
            elif operator == "Q":
                now, inks = saved.pop()
            elif operator == "k":
                inks = [float(ink) for ink in operands]
            elif operator in ("g", "rg", "sc", "scn", "cs"):
                inks = None
            elif operator == "gs":
                state = states[str(operands[0])]
                if "/op" in state:
                    now = str(operands[0]) in over
            elif operator in ("Tj", "TJ"):
                if now != (inks == [0, 0, 0, 1]):
                    yield f"page {number}: text in {inks} " + ("overprints" if now else "doesn't overprint")
                    return
            elif operator in ("f", "f*", "S", "s", "B", "b", "Do", "sh") and now:
                yield f"page {number}: more than text overprints"
                return


def check(path):
    with pikepdf.open(path) as pdf:
        version = tuple(map(int, re.findall(r"\d+", pdf.pdf_version)))
        if version > (1, 6):
            yield f"version {pdf.pdf_version}"
        if pdf.is_encrypted or "/JavaScript" in pdf.Root.get("/Names", {}) or "/AcroForm" in pdf.Root:
            yield "encryption, scripts or forms"
        yield from intent(pdf.Root)
        yield from properties(pdf)
        yield from pages(pdf)
        yield from overprints(pdf)


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    failed = False
    for path in sys.argv[1:]:
        wrong = list(dict.fromkeys(check(path)))
        failed |= bool(wrong)
        print("FAIL" if wrong else "OK", path, "; ".join(wrong), sep="\t", flush=True)
    sys.exit(failed)


if __name__ == "__main__":
    main()
