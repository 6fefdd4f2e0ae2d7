#!/usr/bin/env python3
"""Web pages: forty and more kinds of them, made by tests/pages/kinds.py with what a reader would call the
article. Title, date and body are held against that; every span is looked up in the page's own bytes, by a
reader of tags that is not the program's.

usage: tests/pages.py [--kinds] [--dump FOLDER] [BUILD]     --kinds: one line a kind; --dump: writes the pages
"""
import collections
import json
import os
import re
import sys
import tempfile
from html.parser import HTMLParser

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "pages"))
from harness import Tap, arguments, isnad  # noqa: E402
import kinds  # noqa: E402

SEEDS = (1, 2)
WANTED = {"body F1": 0.96, "title": 0.98, "date": 0.95}


class Words(HTMLParser):
    """The words of a piece of a page; what stands in scripts is none."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.out, self.dumb = [], 0

    def handle_starttag(self, tag, attributes):
        self.dumb += tag in ("script", "style")
        self.out.append(" " if tag in ("br", "p", "div", "li", "td") else "")

    def handle_endtag(self, tag):
        self.dumb -= tag in ("script", "style") and self.dumb > 0

    def handle_data(self, data):
        if not self.dumb:
            self.out.append(data)


def words_of(markup):
    parser = Words()
    parser.feed(markup)
    parser.close()
    return "".join(parser.out)


def tokens(text):
    return re.findall(r"\w+", text)


def f1(want, have):
    want, have = collections.Counter(tokens(want)), collections.Counter(tokens(have))
    both = sum((want & have).values())
    return 2 * both / max(sum(want.values()) + sum(have.values()), 1)


def decoded(page, record, start, end):
    """Bytes of the page as characters, as the record says that they are to be read."""
    encoding = record["document"].get("encoding") or {"name": "utf-8", "mended": None}
    text = page.bytes[start:end].decode(encoding["name"], "replace")
    return text.encode("latin-1", "replace").decode("utf-8", "replace") if encoding["mended"] else text


def part(page, record, roles):
    return " \n ".join(words_of(decoded(page, record, p["start"], p["end"])) for p in record["parts"] if p["role"] in roles)


def measure(page, record):
    """What was found of a page, as shares of what was to be found."""
    title = record["document"]["title"]
    seen = " ".join(tokens(words_of(title["text"]))) if title else ""
    captions = part(page, record, ("caption", "credit"))
    return {"body F1": f1(" ".join(page.body), part(page, record, ("lede", "body"))),
            "title": float(seen == " ".join(tokens(page.title))),
            "date": float(record["document"]["published"]["start"] == page.date),
            "captions": sum(c in captions for c in page.captions) / len(page.captions) if page.captions else 1.0,
            "state": float(record["document"]["page"] == page.state)}


def marks(value):
    if isinstance(value, dict):
        if isinstance(value.get("start"), int) and isinstance(value.get("end"), int) and value.get("text") is not None:
            yield value
        for inner in value.values():
            yield from marks(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from marks(inner)


def span_faults(page, record):
    for mark in marks(record):
        there = decoded(page, record, mark["start"], mark["end"])
        if there != mark["text"]:
            yield f"{page.name}: {mark['text']!r} is {there!r} at {mark['start']}"
        elif tokens(words_of(there)) != tokens(mark.get("plain", mark["text"])):
            yield f"{page.name}: plain {mark.get('plain')!r} of {there!r}"


def all_pages(folder):
    """Writes the pages of all seeds into a folder; (page, path) in the order of the names."""
    for seed in SEEDS:
        for number, page in enumerate(kinds.pages(seed)):
            path = os.path.join(folder, f"{seed}-{number:02}-{page.name}.html")
            with open(path, "wb") as file:
                file.write(page.bytes)
            if page.url:
                with open(path[:-5] + ".meta", "w") as file:
                    file.write(f"url={page.url}\n")
            yield page, path


TOLD = ("أعلنت وزارة الدفاع العراقية مساء أمس الأحد مقتل جنديين وإصابة ثلاثة آخرين في هجوم \"انتحاري\" قرب كركوك 😀.",
        "وقال المتحدث باسم الوزارة إن القوات اعتقلت خمسة مسلحين في البصرة & صادرت أسلحة\tوذخائر من منزلهم.")
SEEN = "وقال شهود إن الهجوم وقع عند نقطة تفتيش، وإن سيارات الإسعاف نقلت المصابين."
CHROME = "<nav><a href=/>الرئيسية</a> <a href=/2>أخبار</a></nav><div id=root></div><footer>جميع الحقوق محفوظة</footer>"


def signs(tap):
    """Entities beside tags, letters and each other: each keeps its own bytes."""
    lines = ("&lt;قتيلان&gt;", "&lt;x</b>", "قتل&nbsp;&laquo;جنديان&raquo;", "&#1602;&#x62A;ل &amp; جرح", "a &lt; b < c & d &unknown; e", "&quot;قتل<!-- تعليق > طويل جداً -->ا&quot;",
             'قد <a title="سهم > قوس طويل جداً">قتلا</a> معاً', "&lt;&gt;&lt;", "قتل <b>اثنان</b>&nbsp;و&shy;<i>ثلاثة</i>")
    body = "".join(f"<p>{line} وقال مسؤول إن هذا كله وقع مساء أمس.</p>" for line in lines).encode()
    page = "<html><meta charset=utf-8><body><h1>&lt;خبر عاجل جدا</h1>".encode() + body + b"</body></html>"
    record = json.loads(isnad("code", "--quiet", "--from", "html", "-", stdin=page))
    have = [page[p["start"]:p["end"]].decode() for p in record["parts"]]
    want = ["&lt;خبر عاجل جدا"] + [f"{line} وقال مسؤول إن هذا كله وقع مساء أمس." for line in lines]
    tap.case("entities, comments and tags stand in their parts", have == want, f"{have}\n{want}")
    tap.case("and the headline is what they mean", record["document"]["title"].get("plain") == "<خبر عاجل جدا", record["document"]["title"])


def dated(tap):
    """Where a page says its day, in the head, in elements of any name, in another zone."""
    text = "".join(f"<p>{line}</p>" for line in (TOLD[0].replace(" 😀", ""), TOLD[1], SEEN))
    ld = lambda when, **more: "<script type=application/ld+json>" + json.dumps({"@type": "NewsArticle", "datePublished": when, **more}) + "</script>"
    evening = ld("2021-09-09T22:15:00Z")
    cases = (("", "<div class=d>الجمعة 3 صفر 1443 هـ - 10 سبتمبر 2021 م - 14:30 بتوقيت مكة المكرمة</div>", "2021-09-10", "dateline"),
             ("", "<span class=when>نُشر في: ١٠/٠٩/٢٠٢١ الساعة ٠٣:١٥ م</span>", "2021-09-10", "dateline"), ("", "<div>الجمعة ۱۰-۰۹-۲۰۲۱ | 12:13</div>", "2021-09-10", "dateline"),
             ("", "<div class=dates><span>تاريخ النشر: 10/9/2021 14:20</span> <span>آخر تحديث: 12/9/2021 09:00</span></div>", "2021-09-10", "dateline"),
             ("", "<p class=post-meta><span class=tie-date>2021-09-10</span><span>123 زيارة</span></p>", "2021-09-10", "dateline"), ("", "<div>الجمعة 10 شتنبر 2021</div>", "2021-09-10", "dateline"),
             ("", "<i>نشر في 10 أوت 2021</i>", "2021-08-10", "dateline"), ("", "<div>شوهد 2021 مرة</div>", None, "none"), ("", "<div>10 تعليقات</div>", None, "none"),
             (evening, "", "2021-09-09", "json-ld"), (evening, "<time datetime='2021-09-10T01:15:00+03:00'></time>", "2021-09-10", "time"), (evening, "<div>10 سبتمبر 2021</div>", "2021-09-10", "dateline"),
             (evening + "<meta name=date content=2021-09-10>", "", "2021-09-10", "meta"), (evening, "<div>11 سبتمبر 2021</div>", "2021-09-09", "json-ld"),
             (ld("2021-09-09T12:15:00Z") + "<meta name=date content=2021-09-10>", "", "2021-09-09", "json-ld"), (ld("2021-09-09T22:15:00+03:00"), "<div>10 سبتمبر 2021</div>", "2021-09-09", "json-ld"),
             ("<meta property=article:published_time content=1631260800>", "", "2021-09-10", "opengraph"), ("<meta name=pubdate content='Fri Sep 10 14:30:00 2021'>", "", "2021-09-10", "meta"))
    for head, line, day, source in cases:
        page = f"<html><head><meta charset=utf-8>{head}</head><body><ul><li><a href=/>أخبار</a></ul><h1>\u200fمقتل جنديين قرب كركوك\u200f</h1>{line}<div class=x>{text}</div></body></html>".encode()
        document = json.loads(isnad("code", "--quiet", "--from", "html", "-", stdin=page))["document"]
        fine = (document["published"]["start"], document["published"]["from"]) == (day, source) and document["title"]["text"] == "مقتل جنديين قرب كركوك"
        tap.case(f"{source} {day}: {(head + line)[-60:]}", fine, document)


def bare(title, head, text):
    body = "".join(f"<p>{line}</p>" for line in text)
    page = f"<html><head><meta charset=utf-8><title>{title}</title></head><body><table><tr><td><a href=/>الرئيسية</a><br><a href=/1>أخبار</a></td><td>{head}<div class=article-body>{body}</div></td></tr></table></body></html>".encode()
    return page, json.loads(isnad("code", "--quiet", "--from", "html", "-", stdin=page))


def seen_alone(tap):
    """Headlines that no title of the page tells, writers named in lines, changes told in words."""
    text, headline = (TOLD[0].replace(" 😀", ""), TOLD[1], SEEN), "مقتل جنديين وإصابة ثلاثة في هجوم قرب كركوك"
    long = "مقتل جنديين وإصابة ثلاثة آخرين في هجوم انتحاري قرب كركوك واعتقال خمسة مسلحين في البصرة"
    for title, line, want in (("طباعة", f"<b>{headline}</b><br>", headline), ("صحيفة المدينة الإلكترونية", f"<h2 class=x>{headline}</h2>", headline), ("", f"<div class=newstitle>{headline}</div>", headline),
                              ("Untitled Document", f"<span style='font-size:24px'>{headline}</span><br><br>", headline), ("الصفحة الرئيسية", f"<font size=5><b>{long}</b></font><br>", long),
                              ("جريدة الوطن", f"<div>سياسة</div><div>{headline}</div><div>10/9/2021</div>", headline), (headline + " | المدينة", "<div>بغداد - وكالات</div>", headline), ("مقتل جنديين قرب كركوك", "<div>صباح اليوم</div>", "مقتل جنديين قرب كركوك")):
        _, record = bare(title, line, text)
        fine = record["document"]["title"]["text"] == want and [p["role"] for p in record["parts"]].count("body") == 2
        tap.case(f"headline of {title!r}, {line[:30]}", fine, f"{record['document']['title']}\n{record['parts']}")
    for line, want in (("<span class='author vcard'><a class='url fn n' href=/u>سامر الحلبي</a></span>", "سامر الحلبي"), ("<div class=post-author>بقلم: سامر الحلبي</div>", "سامر الحلبي"), ("<a rel=author href=/u>سامر الحلبي</a>", "سامر الحلبي"),
                       ("<span itemprop=author itemscope><span itemprop=name>سامر الحلبي</span></span>", "سامر الحلبي"), ("<div class=post-author>بواسطة <a href=/u>سامر الحلبي</a></div>", "سامر الحلبي"), ("<address class=byline>سامر الحلبي، مراسل الموقع في حلب</address>", "سامر الحلبي"),
                       ("<div class=source>رويترز</div>", None), ("<div class=comments><span class=author>زائر كريم</span></div>", None), ("<div class=author>123 456</div>", None)):
        _, record = bare(headline, f"<h1>{headline}</h1>{line}", text)
        tap.case(f"writer {want}: {line[:60]}", record["document"]["author"] == want, record["document"])
    for line, published, updated in (("<span>آخر تحديث: 11/09/2021 - 10:05</span>", "2021-09-11", "2021-09-11"), ("<div>نشر: 10-9-2021</div><div>تحديث: 11-9-2021</div>", "2021-09-10", "2021-09-11"),
                                     ("<div>آخر تعديل 11 أيلول 2021</div><div>تاريخ النشر 10 أيلول 2021</div>", "2021-09-10", "2021-09-11"), ("<div>آخر تحديث: 11 سبتمبر 2021 | نشر في: 10 سبتمبر 2021</div>", "2021-09-10", "2021-09-11"),
                                     ("<div>تم النشر في: 10 سبتمبر 2021 01:25 م | آخر تحديث: الأحد 12 سبتمبر 2021</div>", "2021-09-10", "2021-09-12"), ("<time datetime='2021-09-10T10:00+03:00'>10 سبتمبر</time> <i>آخر تحديث 11 سبتمبر 2021</i>", "2021-09-10", "2021-09-11"),
                                     ("<div>10 سبتمبر 2021</div>", "2021-09-10", None)):
        page, record = bare(headline, f"<h1>{headline}</h1>{line}", text)
        document = record["document"]
        fine = document["published"]["start"] == published and (document["updated"] or {}).get("start") == updated and (updated is None or document["updated"]["text"].encode() in page)
        tap.case(f"published {published}, changed {updated}: {line[:60]}", fine, f"{document['published']}\n{document['updated']}")


def told_page(seen, body, escape, more):
    graph = {"@type": "NewsArticle", "headline": "مقتل جنديين قرب كركوك", "datePublished": "2021-09-13T08:00:00+03:00", "articleBody": body, **more}
    script = json.dumps({"@graph": [{"@type": "WebSite", "name": "x"}, graph]}, ensure_ascii=escape).replace("</", "<\\/")
    return f"<html><head><meta charset=utf-8><title>مقتل جنديين قرب كركوك</title><script type='application/ld+json'>{script}</script></head><body>{seen}</body></html>"


def told(tap):
    """Pages whose words stand in JSON-LD alone, and such as show only their beginning."""
    lines = "\r\n\r\n".join(TOLD)
    marked = "".join(f"<p>{line.replace('&', '&amp;').replace('كركوك', '<b>كرك</b>وك')}</p>" for line in TOLD)
    lead = f"<h1>مقتل جنديين قرب كركوك</h1><article><p>{TOLD[0]}</p></article>"
    own = f"<h1>مقتل جنديين قرب كركوك</h1><article><p>{TOLD[0]}</p><p>{SEEN}</p></article>"
    cases = (("in JSON-LD alone", CHROME, lines, False, {}, TOLD, "article"), ("each letter escaped", CHROME, lines, True, {}, TOLD, "article"),
             ("tags in it", CHROME, marked, False, {}, TOLD, "article"), ("tags in it, each letter escaped", CHROME, marked, True, {}, TOLD, "article"),
             ("a page that shows its beginning", lead, "\n".join(TOLD * 5), False, {}, TOLD * 5, "article"),
             ("the same behind a wall", lead, "\n".join(TOLD * 5), False, {"isAccessibleForFree": "False"}, TOLD * 5, "paywalled"),
             ("a page with a wall, and no more", own + "<div class=subscribe-wall><h2>هذا المحتوى للمشتركين فقط</h2></div>", TOLD[0], False, {}, (TOLD[0], SEEN), "paywalled"),
             ("a page that shows all of it", own, TOLD[0], False, {}, (TOLD[0], SEEN), "article"), ("a summary is no article", CHROME, "مقتل جنديين", False, {}, (), "empty"))
    for name, seen, body, escape, more, want, state in cases:
        for encoding in ("utf-8", "utf-16"):
            page = told_page(seen, body, escape, more).encode(encoding)
            record = json.loads(isnad("code", "--quiet", "--from", "html", "-", stdin=page))
            shown = lambda mark: page[mark["start"]:mark["end"]].decode("utf-16-le" if encoding == "utf-16" else encoding)
            undo = lambda raw: "".join(words_of(json.loads(f'"{raw}"') if not seen.startswith(own) else raw).split())
            have = [undo(shown(p)) for p in record["parts"] if p["role"] in ("lede", "body")]
            spans = [m for m in marks(record["claims"]) if undo(shown(m)) != "".join(m.get("plain", m["text"]).split())]
            fine = have == ["".join(line.split()) for line in want] and record["document"]["page"] == state and not spans and (record["claims"] or not want)
            tap.case(f"{name}, {encoding}", fine, f"{record['document']}\n{have}\n{spans}")


def main():
    show, dump = "--kinds" in sys.argv, "--dump" in sys.argv
    if dump:
        folder = sys.argv[sys.argv.index("--dump") + 1]
        os.makedirs(folder, exist_ok=True)
        gold = [{"path": path, "name": page.name, "title": page.title, "date": page.date, "body": page.body, "captions": page.captions,
                 "text": decoded_page(page)} for page, path in all_pages(folder)]
        with open(os.path.join(folder, ".gold.json"), "w", encoding="utf-8") as file:
            json.dump(gold, file, ensure_ascii=False)
        return 0
    arguments()
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        pages = list(all_pages(folder))
        records = [json.loads(line) for line in isnad("code", "--quiet", "--whole", folder).decode().splitlines()]
    tap.case("one record a page", len(pages) == len(records) and len(kinds.KINDS) >= 40, f"{len(pages)} pages, {len(records)} records")
    sums, poor, faults = collections.Counter(), [], []
    for (page, _), record in zip(pages, records):
        found = measure(page, record)
        sums.update(found)
        faults += span_faults(page, record)
        line = f"{page.name:20} " + "  ".join(f"{name} {value:.3f}" for name, value in found.items())
        if min(found.values()) < 0.96:
            poor.append(line)
        if show:
            print("# " + line + f"  {record['document']['published']['from']}")
    for name in sums:
        mean = sums[name] / len(pages)
        want = WANTED.get(name, 0.95)
        tap.case(f"{name} {mean:.4f}, at least {want}", mean >= want, "\n".join(poor))
    tap.case("each text equals its bytes, tags and entities included", not faults, "\n".join(faults))
    signs(tap)
    dated(tap)
    seen_alone(tap)
    told(tap)
    return tap.done()


def decoded_page(page):
    """The page as a browser would read it, for readers that take characters."""
    for encoding in ("utf-16", "utf-8", "cp1256"):
        try:
            text = page.bytes.decode(encoding) if encoding != "utf-16" or page.bytes[:2] in (b"\xff\xfe", b"\xfe\xff") else None
        except UnicodeDecodeError:
            text = None
        if text is not None:
            return text.encode("latin-1").decode() if page.name == "encoded_twice" else text
    return page.bytes.decode("utf-8", "replace")


if __name__ == "__main__":
    sys.exit(main())
