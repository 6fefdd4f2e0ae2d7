"""The page set: forty kinds of pages as news sites have made them since the nineties, each with what a reader
would call the article. `pages(seed)` gives a Page of each kind; the words are of stories.py."""
import html
import json

from stories import (COMMENTS, COOKIES, COPYRIGHT, EXCERPTS, HEADINGS, MENU, NEWSLETTER, QUESTIONS, RELATED, SHARES, Story)

KINDS = []
E = html.escape


class Page:
    """One page: bytes, the address and header it came with, and what is to be found on it."""

    def __init__(self, story, markup, body=None, **more):
        self.story, self.title, self.date = story, story.title, story.date
        self.body = body if body is not None else story.paragraphs
        self.captions, self.url, self.charset, self.state = [], None, None, "article"
        encode = more.pop("encode", None)
        self.__dict__.update(more)
        self.bytes = encode(markup) if encode else markup.encode()


def kind(function):
    KINDS.append(function)
    return function


def pages(seed=1):
    for number, function in enumerate(KINDS):
        page = function(Story(number, seed))
        page.name = function.__name__
        yield page


# ---- pieces ------------------------------------------------------------------------------------------------

def ld(s, kind="NewsArticle", **more):
    data = {"@context": "https://schema.org", "@type": kind, "headline": s.title, "datePublished": s.iso,
            "dateModified": s.iso, "author": {"@type": "Person", "name": s.author},
            "publisher": {"@type": "Organization", "name": s.site}, **more}
    return f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>'


def og(s, date=True):
    return (f'<meta property="og:title" content="{E(s.title)}"><meta property="og:site_name" content="{s.site}">'
            + (f'<meta property="article:published_time" content="{s.iso}">' if date else ""))


def head(s, *more, charset="utf-8"):
    return (f'<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="{charset}"><title>{E(s.title)} | {s.site}</title>'
            + "".join(more) + "<style>p{margin:0}</style></head>")


def menu(tag="nav", cls="main-menu"):
    items = "".join(f'<li><a href="/{i}">{name}</a></li>' for i, name in enumerate(MENU))
    return f'<{tag} class="{cls}"><ul>{items}</ul></{tag}>'


def shares(cls="share-buttons"):
    return f'<div class="{cls}">' + " ".join(f'<a href="#">{name}</a>' for name in SHARES) + "</div>"


def cards(cls="related-posts", heading="مواضيع ذات صلة", excerpts=True):
    items = "".join(f'<div class="card"><h3><a href="/r{i}">{title}</a></h3>' + (f"<p>{EXCERPTS[i % 5]}</p>" if excerpts else "") + "</div>"
                    for i, title in enumerate(RELATED[:5]))
    return f'<div class="{cls}"><h2>{heading}</h2>{items}</div>'


def links(heading, cls, tag="div"):
    items = "".join(f'<li><a href="/m{i}">{title}</a></li>' for i, title in enumerate(RELATED))
    return f'<{tag} class="{cls}"><h4>{heading}</h4><ul>{items}</ul></{tag}>'


def comments(cls="comments-area", n=3):
    items = "".join(f'<li class="comment"><b>زائر {i}</b><p>{COMMENTS[i % 5]}</p></li>' for i in range(n))
    return f'<div id="comments" class="{cls}"><h3>التعليقات</h3><ol>{items}</ol><form><textarea></textarea><input type="submit" value="إرسال"></form></div>'


def footer():
    return f'<footer class="site-footer"><p>{COPYRIGHT}</p><a href="/a">من نحن</a> <a href="/b">اتصل بنا</a></footer><script>var x = "<p>";</script>'


def ps(paragraphs, tag="p", attributes=""):
    return "\n".join(f"<{tag}{attributes}>{E(p)}</{tag}>" for p in paragraphs)


def figure(s):
    return f'<figure class="wp-caption"><img src="a.jpg" alt="صورة"><figcaption>{s.caption} ({s.credit})</figcaption></figure>'


# ---- since html5 ---------------------------------------------------------------------------------------------

@kind
def modern(s):
    return Page(s, head(s, og(s), ld(s)) + f'<body class="single has-sidebar no-comments"><header class="site-header">{menu()}</header><main><article>'
                f'<h1>{E(s.title)}</h1><div class="meta"><span class="author">{s.author}</span><time datetime="{s.iso}">{s.words_date}</time></div>'
                f'{shares()}{figure(s)}<div class="article-body">{ps(s.paragraphs)}</div>{cards()}</article>'
                f'<aside>{links("الأكثر قراءة", "most-read")}</aside></main>{footer()}</body></html>', captions=[s.caption])


@kind
def amp(s):
    return Page(s, f'<!doctype html><html amp lang="ar"><head><meta charset="utf-8"><title>{E(s.title)}</title>{ld(s)}<style amp-boilerplate>body{{x:y}}</style></head>'
                f'<body><amp-sidebar id="sidebar" layout="nodisplay"><ul>{"".join(f"<li><a href=/x>{m}</a></li>" for m in MENU)}</ul></amp-sidebar>'
                f'<h1 class="amp-title">{E(s.title)}</h1><amp-img src="a.jpg"></amp-img><amp-ad type="x"><p>إعلان</p></amp-ad>{ps(s.paragraphs)}'
                f'<amp-social-share type="twitter"></amp-social-share>{cards("amp-related", "اخترنا لك", False)}<div class="footer">{COPYRIGHT}</div></body></html>')


@kind
def wordpress(s):
    return Page(s, head(s, og(s)) + f'<body class="post-template-default single single-post postid-12"><div id="page"><div id="header">{menu("div", "menu-main-container")}</div>'
                f'<div id="content"><div class="post-12 post type-post status-publish hentry category-news"><h1 class="entry-title">{E(s.title)}</h1>'
                f'<div class="entry-meta">بواسطة <a rel="author" href="/u">{s.author}</a> <span class="posted-on">{s.words_date}</span></div>'
                f'<div class="entry-content">{ps(s.paragraphs)}<div class="sharedaddy sd-sharing-enabled"><h3>شارك هذا الموضوع:</h3>{shares("sd-content")}</div></div>'
                f'<div class="entry-tags tags-links"><a href=1>أمن</a> <a href=2>سياسة</a></div></div>{comments()}</div>'
                f'<div id="sidebar" class="widget-area">{links("أحدث المقالات", "widget widget_recent_entries")}</div></div>{footer()}</body></html>')


@kind
def drupal(s):
    return Page(s, head(s, f'<meta name="dcterms.date" content="{s.iso}"><meta name="dcterms.title" content="{E(s.title)}">')
                + f'<body class="html not-front page-node node-type-article"><div class="region region-navigation">{menu("div", "block block-menu")}</div>'
                f'<div class="region region-content"><h1 class="page-header">{E(s.title)}</h1><div class="node node-article clearfix"><div class="field field-name-field-image">'
                f'<img src=x></div><div class="field field-name-body field-type-text-with-summary"><div class="field-items"><div class="field-item even" property="content:encoded">'
                f'{ps(s.paragraphs)}</div></div></div>{links("أخبار أخرى", "block block-views")}</div></div>{footer()}</body></html>')


@kind
def blogspot(s):
    text = "<br /><br />".join(E(p) for p in s.paragraphs)
    return Page(s, head(s, og(s, False)) + f'<body><div class="header-outer"><a href="/">{s.site}</a></div><div class="main-inner"><div class="blog-posts hfeed">'
                f'<h2 class="date-header"><span>{s.words_date}</span></h2><div class="post hentry"><h3 class="post-title entry-title">{E(s.title)}</h3>'
                f'<div class="post-body entry-content" id="post-body-77">{text}<div style="clear: both;"></div></div>'
                f'<div class="post-footer"><span class="post-author vcard">مرسلة بواسطة {s.author}</span></div></div></div>{comments("comments", 4)}</div>'
                f'<div class="sidebar">{links("أرشيف المدونة", "widget BlogArchive")}</div></body></html>')


@kind
def hashed_classes(s):
    body = "".join(f'<div class="css-1fanzo5"><p class="css-at9mc1">{E(p)}</p></div>' for p in s.paragraphs)
    return Page(s, head(s, ld(s)) + f'<body><div id="app"><div class="css-1ocf4r"><div class="css-k1"><a href=/>{s.site}</a>{menu("div", "css-17w")}</div><div class="css-z9">'
                f'<div class="css-t1"><h1 class="css-3k">{E(s.title)}</h1><p class="css-a0">{s.author}</p></div><div class="css-b2">{body}</div></div>'
                f'<div class="css-r4">{cards("css-r5", "قد يهمك أيضا")}</div></div></div>{footer()}</body></html>')


@kind
def microdata(s):
    return Page(s, head(s) + f'<body>{menu("div", "top-nav")}<div itemscope itemtype="http://schema.org/NewsArticle"><h1 itemprop="headline">{E(s.title)}</h1>'
                f'<span itemprop="author" itemscope><span itemprop="name">{s.author}</span></span> <meta itemprop="datePublished" content="{s.iso}">'
                f'<div itemprop="articleBody">{ps(s.paragraphs)}</div></div>{cards("more-news")}{footer()}</body></html>')


@kind
def dublin_core(s):
    return Page(s, head(s, f'<meta name="DC.title" content="{E(s.title)}"><meta name="DC.date.issued" content="{s.date}"><meta name="DC.creator" content="{s.author}">')
                + f'<body><div id="wrap"><div id="top">{menu("div", "mnu")}</div><div id="middle"><h2>{E(s.title)}</h2><div class="txt">{ps(s.paragraphs)}</div></div></div>'
                f'<div id="bottom">{COPYRIGHT}</div></body></html>')


@kind
def dateline_only(s):
    return Page(s, head(s) + f'<body>{menu()}<div class="news"><h1>{E(s.title)}</h1><div class="info">نشر في: {s.words_date}</div>{ps(s.paragraphs)}</div>'
                f'{links("الأكثر مشاهدة", "side")}{footer()}</body></html>')


@kind
def address_only(s):
    return Page(s, head(s) + f'<body>{menu()}<div class="news-item"><h1>{E(s.title)}</h1><div class="news-text">{ps(s.paragraphs)}</div></div>{footer()}</body></html>',
                url=f"https://example.org/news/{s.year}/{s.month:02}/{s.day:02}/story-{s.hour}.html")


@kind
def mixed_scripts(s):
    english = ["The ministry said in a statement that it would continue its work, and gave no further details on the matter.",
               "Officials declined to comment when they were asked about the report, which was first carried by local radio."]
    body = s.paragraphs[:3] + english[:1] + s.paragraphs[3:] + english[1:]
    marked = "".join(f'<p dir="{"ltr" if p in english else "rtl"}">{E(p)}</p>' for p in body)
    return Page(s, head(s, og(s)) + f'<body><header>{menu()}</header><section class="story"><h1>{E(s.title)}</h1><div class="story-text">{marked}</div></section>{footer()}</body></html>', body)


@kind
def live(s):
    entries = "".join(f'<div class="live-entry"><span class="entry-time">{10 + i}:{i * 7 % 60:02}</span><h3>{HEADINGS[i % 4]}</h3><p>{E(p)}</p></div>'
                      for i, p in enumerate(s.paragraphs))
    body = [x for i, p in enumerate(s.paragraphs) for x in (HEADINGS[i % 4], p)]
    return Page(s, head(s, ld(s, "LiveBlogPosting"), og(s)) + f'<body>{menu()}<main><h1>{E(s.title)}</h1>{shares()}<div class="liveblog">{entries}</div></main>{footer()}</body></html>', body)


@kind
def listicle(s):
    items = s.paragraphs[1:]
    return Page(s, head(s, og(s)) + f'<body>{menu()}<article><h1>{E(s.title)}</h1><p>{E(s.lead)}</p><ol>' + "".join(f"<li>{E(p)}</li>" for p in items)
                + f'</ol></article>{links("مختارات", "sidebar-list")}{footer()}</body></html>')


@kind
def gallery(s):
    shots = "".join(f'<figure><img src={i}.jpg><figcaption>{s.caption}، الصورة {i} من 4</figcaption></figure>' for i in range(1, 5))
    return Page(s, head(s, og(s)) + f'<body>{menu()}<article><h1>{E(s.title)}</h1><div class="content-text">{ps(s.paragraphs[:3])}{shots}{ps(s.paragraphs[3:])}</div></article>{footer()}</body></html>',
                captions=[f"{s.caption}، الصورة {i} من 4" for i in range(1, 5)])


@kind
def interview(s):
    body, marked = [s.lead], f"<p>{E(s.lead)}</p>"
    for i, p in enumerate(s.paragraphs[1:]):
        question = QUESTIONS[i % 4]
        body += [question, p]
        marked += f"<p><strong>{question}</strong></p><p>{E(p)}</p>"
    return Page(s, head(s, ld(s)) + f'<body>{menu()}<div class="interview"><h1>{E(s.title)}</h1><div class="details">{marked}</div></div>{comments("disqus_thread", 2)}{footer()}</body></html>', body)


@kind
def ministry(s):
    return Page(s, f'<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>{E(s.title)}</title></head><body><center><img src=logo.gif></center>'
                f'{menu("div", "leftmenu")}<div id="printable"><div align="center"><b>{E(s.title)}</b></div><div align="left">التاريخ: {s.slashes}</div>'
                f'{ps(s.paragraphs, "div", " align=justify")}</div><div class="copyright">{COPYRIGHT}</div></body></html>')


@kind
def wire_pre(s):
    text = "\n\n".join(E(p) for p in s.paragraphs)
    return Page(s, f'<html><head><meta charset=utf-8><title>{E(s.title)}</title><meta name="date" content="{s.date}"></head><body><h2>{E(s.title)}</h2><hr><pre>{text}</pre><hr>'
                f'<a href="/">عودة</a> <a href="/n">التالي</a></body></html>')


@kind
def next_data(s):
    state = json.dumps({"props": {"title": s.title, "body": s.paragraphs, "related": EXCERPTS}}, ensure_ascii=False)
    return Page(s, head(s, og(s)) + f'<body><div id="__next"><div class="Layout_wrapper__a1">{menu("div", "Nav_menu__b2")}<div class="Article_container__c3"><h1 class="Article_title__d4">{E(s.title)}</h1>'
                f'<div class="Article_content__e5">{ps(s.paragraphs)}</div></div>{cards("Related_list__f6")}</div></div>'
                f'<script id="__NEXT_DATA__" type="application/json">{state}</script></body></html>')


@kind
def paywalled(s):
    body = s.paragraphs[:2]
    return Page(s, head(s, ld(s, isAccessibleForFree=False)) + f'<body>{menu()}<article><h1>{E(s.title)}</h1><div class="article-body">{ps(body)}</div>'
                f'<div class="paywall"><h3>هذا المقال للمشتركين</h3><p>{NEWSLETTER}</p></div></article>{footer()}</body></html>', body, state="paywalled")


@kind
def read_also(s):
    marked = []
    for i, p in enumerate(s.paragraphs):
        marked.append(f"<p>{E(p)}</p>")
        if i % 2 == 1:
            marked.append(f'<p><strong>اقرأ أيضاً: <a href="/x{i}">{RELATED[i % 7]}</a></strong></p>')
    marked.append(f'<div class="read-also"><span>اقرأ أيضاً</span><a href="/y">{RELATED[3]}</a><p>{EXCERPTS[2]}</p></div>')
    return Page(s, head(s, og(s)) + f'<body>{menu()}<article><h1>{E(s.title)}</h1><div class="post-content">{"".join(marked)}</div></article>{footer()}</body></html>')


@kind
def many_comments(s):
    body = s.paragraphs[:4]
    threads = "".join(f'<div class="cmt"><div class="who">قارئ {i}</div><div class="say">{COMMENTS[i % 5]} {COMMENTS[(i + 2) % 5]}</div></div>' for i in range(12))
    return Page(s, head(s, ld(s)) + f'<body>{menu()}<article><h1>{E(s.title)}</h1><div class="story-body">{ps(body)}</div></article><section id="comments">{threads}</section>{footer()}</body></html>', body)


@kind
def breaking(s):
    return Page(s, head(s, og(s)) + f'<body><header>{menu()}</header><article class="breaking-news"><h1>{E(s.title)}</h1><p>{E(s.lead)}</p></article>{links("أهم الأخبار", "latest-news")}'
                f'<div class="newsletter"><p>{NEWSLETTER}</p></div>{footer()}</body></html>', [s.lead])


@kind
def cookie_wall(s):
    return Page(s, head(s, og(s)) + f'<body><div id="cookie-consent" class="modal"><p>{COOKIES}</p><p>{COOKIES}</p><button>موافق</button></div>{menu()}<div class="newsletter-box"><p>{NEWSLETTER}</p></div>'
                f'<main><h1>{E(s.title)}</h1><div class="text">{ps(s.paragraphs)}</div></main>{footer()}</body></html>')


@kind
def cards_inside(s):
    return Page(s, head(s, ld(s)) + f'<body>{menu()}<main class="content"><section class="s1"><h1>{E(s.title)}</h1>{ps(s.paragraphs)}</section><section class="s2">{cards("grid", "أخبار أخرى")}</section>'
                f'<section class="s3">{cards("grid", "من الموقع")}</section></main>{footer()}</body></html>')


@kind
def split_by_ads(s):
    half = len(s.paragraphs) // 2
    return Page(s, head(s, og(s)) + f'<body>{menu()}<div class="article"><h1>{E(s.title)}</h1><div class="part">{ps(s.paragraphs[:half])}</div><div class="ads-inline"><p>إعلان</p><iframe src=x></iframe></div>'
                f'<div class="part">{ps(s.paragraphs[half:])}</div></div>{links("مقالات الكاتب", "author-posts")}{footer()}</body></html>')


@kind
def embedded_posts(s):
    post = '<blockquote class="twitter-tweet"><p>{}</p>&mdash; {} (@x) <a href="#">{}</a></blockquote><script async src="w.js"></script>'
    quote = "قلوبنا مع أهلنا في كل مكان، وسنقف إلى جانبهم حتى تنتهي هذه المحنة."
    marked = ps(s.paragraphs[:3]) + post.format(quote, s.author, s.words_date) + ps(s.paragraphs[3:])
    return Page(s, head(s, og(s)) + f'<body>{menu()}<article><h1>{E(s.title)}</h1><div class="entry">{marked}</div></article>{footer()}</body></html>', s.paragraphs[:3] + [quote] + s.paragraphs[3:])


@kind
def photos_and_credits(s):
    shot = f'<div class="image"><img src=a.jpg><div class="image-caption">{s.caption}</div><span class="photo-credit">{s.credit}</span></div>'
    return Page(s, head(s, og(s)) + f'<body>{menu()}<div class="article-page"><h1 class="headline">{E(s.title)}</h1><div class="standfirst"><p>{E(s.lead)}</p></div>{shot}<div class="article-text">'
                f'{ps(s.paragraphs[1:4])}{shot}{ps(s.paragraphs[4:])}</div></div>{cards("trending", "الأكثر تداولا")}{footer()}</body></html>', captions=[s.caption])


@kind
def headings_inside(s):
    body, marked = [s.lead], f"<p>{E(s.lead)}</p>"
    for i, p in enumerate(s.paragraphs[1:]):
        if i % 2 == 0:
            body.append(HEADINGS[i // 2 % 4])
            marked += f"<h2>{HEADINGS[i // 2 % 4]}</h2>"
        body.append(p)
        marked += f"<p>{E(p)}</p>"
    return Page(s, head(s, og(s)) + f'<body>{menu()}<article><h1>{E(s.title)}</h1><div class="post-body">{marked}<h2>اقرأ المزيد</h2><ul>' + "".join(f'<li><a href="/{i}">{r}</a></li>' for i, r in enumerate(RELATED[:4]))
                + f"</ul></div></article>{footer()}</body></html>", body)


@kind
def dates_that_lie(s):
    wrong = ld(s).replace(s.iso, "2024-06-30T03:00:00Z")
    return Page(s, head(s, wrong, og(s)) + f'<body><div class="clock"><time datetime="2024-07-01">الاثنين 1 يوليو 2024</time></div>{menu()}<article><h1>{E(s.title)}</h1><time datetime="{s.date}">{s.words_date}</time>'
                f'<div class="article-content">{ps(s.paragraphs)}</div></article>{footer()}</body></html>', url=f"https://example.org/{s.year}/{s.month}/{s.day}/story")


@kind
def clock_above(s):
    return Page(s, head(s) + f'<body><header class="top"><div class="today"><time datetime="2024-07-01">1 يوليو 2024</time></div>{menu()}</header><main><h1>{E(s.title)}</h1><p class="date"><time datetime="{s.iso}">{s.words_date}</time></p>'
                f'<div class="body-text">{ps(s.paragraphs)}</div></main>{links("الأحدث", "latest")}{footer()}</body></html>')


# ---- before ------------------------------------------------------------------------------------------------------

def table_page(s, inner, charset="utf-8", top=""):
    cells = "".join(f"<TR><TD><A HREF=/{i}><FONT SIZE=2>{m}</FONT></A></TD></TR>" for i, m in enumerate(MENU))
    return (f'<HTML DIR=RTL><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset={charset}"><TITLE>{E(s.title)}</TITLE></HEAD><BODY BGCOLOR=#FFFFFF>{top}'
            f'<TABLE WIDTH=760 BORDER=0><TR><TD COLSPAN=3><IMG SRC=logo.gif></TD></TR><TR><TD WIDTH=140 VALIGN=top><TABLE>{cells}</TABLE></TD><TD VALIGN=top>{inner}</TD>'
            f'<TD WIDTH=160><TABLE>' + "".join(f"<TR><TD><A HREF=/r{i}>{r}</A></TD></TR>" for i, r in enumerate(RELATED)) + f"</TABLE></TD></TR></TABLE><CENTER><FONT SIZE=1>{COPYRIGHT}</FONT></CENTER></BODY></HTML>")


@kind
def old_table(s):
    text = "<BR><BR>\n".join(E(p) for p in s.paragraphs)
    return Page(s, table_page(s, f"<FONT SIZE=5 COLOR=red><B>{E(s.title)}</B></FONT><BR><FONT SIZE=2>{s.words_date}</FONT><BR><BR><FONT SIZE=3>{text}</FONT>"))


@kind
def old_cells(s):
    rows = "".join(f"<tr><td class=details>{E(p)}</td></tr>" for p in s.paragraphs)
    return Page(s, table_page(s, f"<table><tr><td class=title>{E(s.title)}</td></tr><tr><td class=date>{s.slashes}</td></tr>{rows}</table>"))


@kind
def whole_form(s):
    return Page(s, head(s) + f'<body><form id="aspnetForm" method="post"><input type="hidden" name="__VIEWSTATE" value="{"dDw" * 400}"><div id="ctl00_menu">{menu("div", "mnu")}</div><div id="ctl00_main">'
                f'<span id="ctl00_lblTitle" class="newsTitle"><h1>{E(s.title)}</h1></span><span id="ctl00_lblDate">{s.words_date}</span><span id="ctl00_lblBody">{ps(s.paragraphs)}</span></div></form>{footer()}</body></html>')


@kind
def div_paragraphs(s):
    return Page(s, head(s, og(s)) + f'<body><div class="h">{menu("div", "m")}</div><div class="w"><div class="a"><h1>{E(s.title)}</h1><div class="b">{ps(s.paragraphs, "div")}</div></div><div class="c">{links("الأكثر قراءة", "d")}</div></div><div class="f">{COPYRIGHT}</div></body></html>')


@kind
def one_paragraph(s):
    text = "<br>".join(E(p) for p in s.paragraphs)
    return Page(s, head(s, og(s)) + f'<body>{menu("div", "navigation")}<div id="newsdetail"><h2>{E(s.title)}</h2><p>{text}</p></div>{footer()}</body></html>')


@kind
def word_markup(s):
    body = "".join(f'<p class="MsoNormal" dir="RTL" style="text-align:justify"><span lang="AR-SA" style="font-size:14.0pt">{E(p)}<o:p></o:p></span></p>' for p in s.paragraphs)
    return Page(s, head(s, f'<meta name="pubdate" content="{s.date}">') + f'<body>{menu()}<div class="art"><h1>{E(s.title)}</h1>{body}</div>{footer()}</body></html>')


@kind
def unclosed(s):
    return Page(s, f"<html><head><title>{E(s.title)}</title><meta charset=utf-8><body><ul>" + "".join(f"<li><a href=/{i}>{m}</a>" for i, m in enumerate(MENU))
                + f"</ul><h1>{E(s.title)}</h1><i>{s.words_date}</i><p>" + "<p>".join(E(p) for p in s.paragraphs) + f"<hr><small>{COPYRIGHT}</small>")


@kind
def windows_1256(s):
    text = "<P>".join(E(p) for p in s.paragraphs)
    return Page(s, table_page(s, f"<H3>{E(s.title)}</H3><FONT SIZE=2>{s.words_date}</FONT><P>{text}", "windows-1256"), encode=lambda m: m.encode("cp1256", "xmlcharrefreplace"))


@kind
def label_that_lies(s):
    return Page(s, head(s, og(s), charset="iso-8859-1") + f'<body>{menu()}<div class="news"><h1>{E(s.title)}</h1><div class="news-body">{ps(s.paragraphs)}</div></div>{footer()}</body></html>',
                encode=lambda m: m.encode("cp1256", "xmlcharrefreplace"), charset="utf-8")


@kind
def utf_16(s):
    return Page(s, head(s, og(s), charset="utf-16") + f'<body>{menu()}<div class="post"><h1>{E(s.title)}</h1><div class="post-text">{ps(s.paragraphs)}</div></div>{footer()}</body></html>', encode=lambda m: m.encode("utf-16"))


@kind
def encoded_twice(s):
    return Page(s, head(s, og(s)) + f'<body>{menu()}<div class="post"><h1>{E(s.title)}</h1><div class="post-text">{ps(s.paragraphs)}</div></div>{footer()}</body></html>',
                encode=lambda m: m.encode().decode("latin-1").encode())


@kind
def print_version(s):
    return Page(s, f'<html><head><meta charset="utf-8"><title>طباعة: {E(s.title)}</title></head><body onload="window.print()"><div class="print-header">{s.site}</div><h1>{E(s.title)}</h1><div>{s.words_date}</div>{ps(s.paragraphs)}'
                f'<div class="print-source">المصدر: https://example.org/n/77</div></body></html>')


@kind
def numeric_entities(s):
    entities = lambda text: "".join(f"&#{ord(c)};" if ord(c) > 127 else E(c) for c in text)
    return Page(s, f'<html><head><title>{entities(s.title)}</title><meta name="date" content="{s.date}"></head><body><div class="menu">' + " ".join(f"<a href=/>{entities(m)}</a>" for m in MENU)
                + f'</div><h1>{entities(s.title)}</h1>' + "".join(f"<p>{entities(p)}</p>" for p in s.paragraphs) + "</body></html>")
