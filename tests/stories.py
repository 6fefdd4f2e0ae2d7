#!/usr/bin/env python3
"""Pages of several stories: live pages entry by entry with their times, articles one after the other, digests; and
pages that look like them and are one article.

usage: tests/stories.py [BUILD]
"""
import json
import os
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "pages"))
from harness import Tap, arguments, isnad  # noqa: E402
import kinds  # noqa: E402
import pages as page_tests  # noqa: E402
from kinds import E, comments, footer, head, ld, links, menu, og, ps  # noqa: E402
from stories import COMMENTS, EXCERPTS, HEADINGS, RELATED, Story  # noqa: E402

NUMBER = 6  # entries of a page


def entries(s):
    """Headline, text, day and hour of entries, the newest first, over midnight."""
    others = [Story(100 + i, 3) for i in range(NUMBER)]
    times = [("2021-09-11", "01:40"), ("2021-09-11", "00:15"), ("2021-09-10", "23:05"), ("2021-09-10", "21:30"), ("2021-09-10", "14:05"), ("2021-09-10", "09:20")]
    return [(o.title, o.paragraphs[1][:300], *times[i]) for i, o in enumerate(others)]


def live(s, list_of, more="", container="div class=updates"):
    return kinds.Page(s, head(s, og(s), more) + f"<body>{menu()}<main><h1>{E(s.title)}</h1><p>{E(s.lead)}</p><{container}>{list_of}</{container.split()[0]}>"
                      + f"{links('مختارات', 'sidebar')}</main>{footer()}</body></html>")


def iso(day, hour):
    return f"{day}T{hour}:00+03:00"


def with_times(s):
    return live(s, "".join(f'<article id="u{i}"><time datetime="{iso(day, hour)}">{hour}</time><h3>{E(title)}</h3><p>{E(text)}</p></article>' for i, (title, text, day, hour) in enumerate(entries(s))))


def microdata(s):
    return live(s, "".join(f'<li itemprop="liveBlogUpdate" itemscope><span class=time-stamp><time datetime="{iso(day, hour)}"></time></span><p itemprop=articleBody>{E(text)}</p></li>' for _, text, day, hour in entries(s)), container="ul")


def by_address(s):
    updates = [{"@type": "BlogPosting", "datePublished": iso(day, hour), "url": f"http://a/live#e{i}"} for i, (_, _, day, hour) in enumerate(entries(s))]
    return live(s, "".join(f'<div class="box" id="e{i}"><b>{hour}</b><h4>{E(title)}</h4><p>{E(text)}</p></div>' for i, (title, text, _, hour) in enumerate(entries(s))), ld(s, "LiveBlogPosting", liveBlogUpdate=updates))


def by_headline(s):
    updates = [{"@type": "BlogPosting", "datePublished": iso(day, hour), "headline": title} for title, _, day, hour in entries(s)]
    return live(s, "".join(f'<div class="box"><span>{hour}</span><h4>{E(title)}</h4><p>{E(text)}</p></div>' for title, text, _, hour in entries(s)), ld(s, "LiveBlogPosting", liveBlogUpdate=updates))


def clocks(s):
    return live(s, "".join(f"<div class=row><div>{hour}</div><div><h4>{E(title)}</h4><p>{E(text)}</p></div></div>" for title, text, _, hour in entries(s)))


def arabic_clocks(s):
    digits = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
    return live(s, "".join(f"<h4>{hour.translate(digits)}</h4><p>{E(text)}</p>" for _, text, _, hour in entries(s)))


def bold_clocks(s):
    return live(s, "".join(f"<p><strong>{hour}</strong> {E(text)}</p>" for _, text, _, hour in entries(s)))


def old_set(s):
    page = arabic_clocks(s)
    markup = page.bytes.decode().replace("utf-8", "windows-1256", 1)
    for a, b in zip("٠١٢٣٤٥٦٧٨٩", "0123456789"):
        markup = markup.replace(a, b)
    page.bytes = markup.encode("cp1256", "xmlcharrefreplace")
    return page


def channel(s):
    """Messages as web views of channels show them: the time in line with a footer's other words."""
    return live(s, "".join(f'<div class="wrap"><div class="message"><div class="message_text">{E(text)}</div><div class="message_footer"><span class=views>1.2K</span> '
                           f'<a href=/{i}><time datetime="{iso(day, hour)}">{hour}</time></a></div></div></div>' for i, (_, text, day, hour) in enumerate(entries(s))))


def endless(s):
    others = [s, Story(201, 3), Story(202, 3)]
    return kinds.Page(s, head(s, og(s)) + f"<body>{menu()}" + "".join(
        f'<div class="scroll"><article><h1>{E(o.title)}</h1><time datetime="{o.iso}"></time><div class="article-body">{ps(o.paragraphs)}</div></article></div>' for o in others) + f"{footer()}</body></html>")


def digest(s):
    others = [Story(210 + i, 3) for i in range(4)]
    return kinds.Page(s, head(s) + f"<body>{menu()}<main>" + "".join(
        f'<section><h2>{E(o.title)}</h2><span><time datetime="{o.iso}">{o.date}</time></span>{ps(o.paragraphs[:3])}</section>' for o in others) + f"</main>{footer()}</body></html>")


# ---- one article ---------------------------------------------------------------------------------------------------

def with_sections(s):
    return kinds.Page(s, head(s, og(s)) + f"<body>{menu()}<article><h1>{E(s.title)}</h1>" + "".join(f"<section><h2>{HEADINGS[i % 4]}</h2><p>{E(p)}</p></section>" for i, p in enumerate(s.paragraphs)) + f"</article>{footer()}</body></html>")


def with_comments(s):
    said = "".join(f'<div class="u7"><b>قارئ</b> <time datetime="2021-09-1{i}T10:00:00Z">10:0{i}</time><p>{c}</p></div>' for i, c in enumerate(COMMENTS))
    return kinds.Page(s, head(s, og(s)) + f"<body>{menu()}<article><h1>{E(s.title)}</h1>{ps(s.paragraphs)}</article><div class=box7>{said}</div>{comments()}{footer()}</body></html>")


def with_cards(s):
    cards = "".join(f'<article><time datetime="2021-08-0{i + 1}"></time><h3><a href=/{i}>{RELATED[i]}</a></h3><p>{EXCERPTS[i]}</p></article>' for i in range(5))
    return kinds.Page(s, head(s, og(s)) + f"<body>{menu()}<main><article><h1>{E(s.title)}</h1>{ps(s.paragraphs)}</article><div class=grid>{cards}</div></main>{footer()}</body></html>")


def with_clocks(s):
    body = s.paragraphs[:2] + [f"10:30 {s.paragraphs[2]}"] + s.paragraphs[3:]
    return kinds.Page(s, head(s, og(s)) + f"<body>{menu()}<article><h1>{E(s.title)}</h1>{ps(body)}</article>{footer()}</body></html>", body)


def code(page, folder, *more):
    path = os.path.join(folder, "page.html")
    with open(path, "wb") as file:
        file.write(page.bytes)
    with open(path[:-5] + ".meta", "w") as file:
        file.write("url=http://a/live#top\n")
    return [json.loads(line) for line in isnad("code", "--quiet", *more, path).decode().splitlines()]


def check_live(tap, folder, make, dated):
    """All entries in order, each with its own words and its own time."""
    s = Story(3, 3)
    page = make(s)
    page.name = make.__name__
    records = code(page, folder)
    want = entries(s)
    faults = [fault for r in records for fault in page_tests.span_faults(page, r)]
    first, rest = records[0], records[1:]
    fine = len(records) == NUMBER + 1 and not faults
    for i, (record, (title, text, day, hour)) in enumerate(zip(rest, want)):
        document, parts = record["document"], page_tests.part(page, record, ("lede", "body"))
        entry = document["entry"]
        digits = entry["time"]["text"].translate(str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")) if entry["time"] else None
        fine = fine and page_tests.f1(text, parts) > 0.85 and entry["number"] == i + 2 and entry["of"] == NUMBER + 1
        fine = fine and ((document["published"]["start"], document["published"]["time"]) == (day, iso(day, hour)) and not digits if dated else digits == hour)
    whole = code(page, folder, "--whole")
    tap.case(f"live page, {make.__name__}", fine and len(whole) == 1 and "entry" not in whole[0]["document"] and page_tests.f1(s.lead, page_tests.part(page, first, ("lede", "body"))) > 0.95,
             "\n".join(faults) + "\n" + "\n".join(json.dumps(r["document"], ensure_ascii=False) + page_tests.part(page, r, ("lede", "body")) for r in records))
    return records


def check_stories(tap, folder, make, others):
    s = others[0]
    page = make(s)
    page.name = make.__name__
    records = code(page, folder)
    faults = [fault for r in records for fault in page_tests.span_faults(page, r)]
    fine = [r["document"]["title"]["text"] for r in records] == [E(o.title) for o in others] and [r["document"]["published"]["start"] for r in records] == [o.date for o in others] and not faults
    tap.case(f"several articles, {make.__name__}", fine, "\n".join(faults) + "\n".join(json.dumps(r["document"], ensure_ascii=False) for r in records))


def main():
    arguments()
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        for make in (with_times, microdata, by_address, by_headline, channel):
            records = check_live(tap, folder, make, True)
            if make is with_times:
                tap.case("an address of its own", [r["document"]["url"] for r in records] == ["http://a/live#top"] + [f"http://a/live#u{i}" for i in range(NUMBER)],
                         "\n".join(r["document"]["url"] for r in records))
                tap.case("ids of entries, and of their page", len({r["document"]["id"] for r in records}) == NUMBER + 1 and len({r["document"]["entry"]["page"] for r in records}) == 1)
        for make in (clocks, arabic_clocks, bold_clocks, old_set):
            check_live(tap, folder, make, False)
        markup = clocks(Story(3, 3)).bytes.decode()
        undated = kinds.Page(Story(3, 3), "<html><head><meta charset=utf-8></head>" + markup[markup.index("<body>"):].replace("</h1>", "</h1><div>السبت 11 سبتمبر 2021</div>", 1))
        days = [(r["document"]["published"]["start"], r["document"]["published"]["from"]) for r in code(undated, folder)]
        tap.case("entries have the day that words at the head of the page tell", days == [("2021-09-11", "dateline")] * (NUMBER + 1), days)
        check_stories(tap, folder, endless, [Story(3, 3), Story(201, 3), Story(202, 3)])
        check_stories(tap, folder, digest, [Story(210 + i, 3) for i in range(4)])
        for make in (with_sections, with_comments, with_cards, with_clocks):
            s = Story(3, 3)
            page = make(s)
            records = code(page, folder)
            tap.case(f"one article, {make.__name__}", len(records) == 1 and page_tests.f1(" ".join(page.body), page_tests.part(page, records[0], ("lede", "body"))) > 0.9,
                     "\n".join(json.dumps(r["document"], ensure_ascii=False) for r in records))
        single = [(page.name, len(code(page, folder))) for page in kinds.pages(1) if page.name != "live"]
        tap.case("no kind of the page set is torn", all(n == 1 for _, n in single), [k for k in single if k[1] != 1])
        page = with_times(Story(3, 3))
        records = code(page, folder, "--store", os.path.join(folder, "a.db"), "--published", "2020-01-01")
        tap.case("an option wins over the entries' own days", {r["document"]["published"]["start"] for r in records} == {"2020-01-01"})
        said = isnad("explain", "--entry", "3", os.path.join(folder, "page.html"))
        tap.case("explain, of one entry", records[2]["document"]["title"]["text"].encode() in said, said.decode())
        none = isnad("explain", "--entry", "30", os.path.join(folder, "page.html"), check=False)
        tap.case("explain, of an entry that is not there", none.returncode == 1 and b"not so many" in none.stderr, none.stderr.decode())
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
