"""feedparser over the feeds of a site: they are well formed, and titles with signs of HTML read right.

usage: site_feeds.py SITE
"""
import html
import html.parser
import pathlib
import re
import sys

import feedparser

# the title that site.sh gives a report, as a reader sees it
TITLE = "قسم البحث & التطوير: ١ < ٢، و<b>العلامات</b> كما هي &amp;"
UNSEEN = re.compile("[\u2060\u2066-\u2069\u200f\u061c]")


class Shown(html.parser.HTMLParser):
    """The words of a text that is taken for HTML."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.words = ""
        self.feed(text)
        self.close()

    def handle_data(self, data):
        self.words += data


def main(site):
    failed = 0
    for name, version in [("feed.rss", "rss20"), ("feed.atom", "atom10")]:
        feed = feedparser.parse((pathlib.Path(site) / name).read_bytes(), sanitize_html=False)
        entries = [entry for entry in feed.entries if "قسم البحث" in entry.title]
        title = entries[0].title if entries else ""
        # RSS doesn't say whether a title is HTML; Atom does
        readings = {"plain": title, "HTML": Shown(title).words if name == "feed.rss" else title}
        wrong = [f"a reader of {how} shows: {text}" for how, text in readings.items() if UNSEEN.sub("", text) != TITLE]
        if feed.bozo:
            wrong.append(str(feed.bozo_exception))
        if feed.version != version:
            wrong.append(f"it is {feed.version}")
        for entry in feed.entries:
            if not (entry.get("id", "").startswith("urn:nashra:") and entry.get("published_parsed") and entry.get("link", "").endswith("/")):
                wrong.append(f"an entry lacks its id, its time or its link: {entry.title}")
            if not entry.get("summary"):
                wrong.append(f"an entry has no words: {entry.title}")
        failed += len(wrong)
        print(f"{name}: {len(feed.entries)} entries, {len(wrong)} faults")
        for fault in wrong:
            print(f"      {fault}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
