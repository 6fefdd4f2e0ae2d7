/* page_hints.c: see page_hints.h. Names of classes are English on pages of all languages. A value is cut at
 * blanks into names ("entry-content"), a name at signs and capitals into words; one word can hint at several
 * things, and some hint only together. */
#include "article/page_hints.h"

#include <stdlib.h>
#include <strings.h>

#include "article/page.h"

enum {                        /* beyond the hints of page.h, within one name */
       OF_ARTICLE = 1u << 24, /* article, post, story */
       CONTENT = 1u << 25,    /* content, body, text */
       NOT = 1u << 26         /* has-, no-, with-: the name speaks of a neighbour */
};

typedef struct hint_word {
    const char *word;
    uint32_t hints;
} hint_word;

#define AWAY ISN_HINT_AWAY
#define WEAK ISN_HINT_MAYBE_AWAY
#define NEVER (ISN_HINT_AWAY | ISN_HINT_NEVER)
#define AUTHOR (ISN_HINT_BYLINE | ISN_HINT_AUTHOR)

/* Sorted. */
static const hint_word words[] = {
    {"ad", AWAY},
    {"addthis", AWAY},
    {"addtoany", AWAY},
    {"ads", AWAY},
    {"adsbygoogle", AWAY},
    {"adslot", AWAY},
    {"adv", AWAY},
    {"advert", AWAY},
    {"advertisement", AWAY},
    {"advertising", AWAY},
    {"adverts", AWAY},
    {"also", AWAY},
    {"app", WEAK},
    {"apps", AWAY},
    {"article", OF_ARTICLE},
    {"articlebody", ISN_HINT_BODY},
    {"articlecontent", ISN_HINT_BODY},
    {"articletext", ISN_HINT_BODY},
    {"attachment", WEAK},
    {"author", AUTHOR},
    {"authors", AUTHOR},
    {"banner", AWAY},
    {"bio", AWAY},
    {"body", CONTENT},
    {"breadcrumb", AWAY},
    {"breadcrumbs", AWAY},
    {"byline", AUTHOR},
    {"caption", ISN_HINT_CAPTION},
    {"captions", ISN_HINT_CAPTION},
    {"carousel", WEAK},
    {"category", ISN_HINT_SECTION},
    {"catlinks", AWAY},
    {"clock", AWAY},
    {"comment", NEVER},
    {"comments", NEVER},
    {"consent", NEVER},
    {"content", CONTENT},
    {"contents", CONTENT},
    {"cookie", NEVER},
    {"cookies", NEVER},
    {"copyright", AWAY},
    {"credit", ISN_HINT_CREDIT},
    {"credits", ISN_HINT_CREDIT},
    {"currency", AWAY},
    {"date", ISN_HINT_DATE},
    {"dateline", ISN_HINT_DATE},
    {"datemodified", ISN_HINT_UPDATED},
    {"datepublished", ISN_HINT_DATE},
    {"dates", ISN_HINT_DATE},
    {"datetime", ISN_HINT_DATE},
    {"dek", ISN_HINT_LEAD},
    {"description", WEAK},
    {"detail", CONTENT},
    {"details", CONTENT},
    {"disqus", NEVER},
    {"donate", AWAY},
    {"donation", AWAY},
    {"download", AWAY},
    {"editsection", AWAY},
    {"emoji", AWAY},
    {"entry", OF_ARTICLE},
    {"entrycontent", ISN_HINT_BODY},
    {"excerpt", ISN_HINT_LEAD},
    {"figcaption", ISN_HINT_CAPTION},
    {"fn", AUTHOR},
    {"follow", AWAY},
    {"footer", NEVER},
    {"footnote", WEAK},
    {"gdpr", NEVER},
    {"has", NOT},
    {"hashtag", WEAK},
    {"hashtags", AWAY},
    {"header", WEAK},
    {"headline", ISN_HINT_TITLE},
    {"hide", WEAK},
    {"imagecaption", ISN_HINT_CAPTION},
    {"infobox", AWAY},
    {"inner", CONTENT},
    {"intro", ISN_HINT_LEAD},
    {"is", NOT},
    {"item", 0},
    {"keywords", AWAY},
    {"latest", AWAY},
    {"lead", ISN_HINT_LEAD},
    {"lede", ISN_HINT_LEAD},
    {"legal", AWAY},
    {"like", WEAK},
    {"likes", AWAY},
    {"links", WEAK},
    {"live", ISN_HINT_LIVE},
    {"liveblog", ISN_HINT_ARTICLE | ISN_HINT_LIVE},
    {"login", AWAY},
    {"masthead", AWAY},
    {"menu", AWAY},
    {"menus", AWAY},
    {"meta", WEAK},
    {"mgid", NEVER},
    {"modal", AWAY},
    {"modified", ISN_HINT_UPDATED},
    {"more", WEAK},
    {"most", AWAY},
    {"mostread", NEVER},
    {"mostviewed", NEVER},
    {"nav", AWAY},
    {"navbar", AWAY},
    {"navigation", AWAY},
    {"news", OF_ARTICLE},
    {"newsbody", ISN_HINT_BODY},
    {"newscontent", ISN_HINT_BODY},
    {"newsletter", NEVER},
    {"newstext", ISN_HINT_BODY},
    {"next", WEAK},
    {"no", NOT},
    {"noprint", WEAK},
    {"notification", AWAY},
    {"notifications", AWAY},
    {"only", 0},
    {"outbrain", NEVER},
    {"overlay", AWAY},
    {"pager", AWAY},
    {"pagination", AWAY},
    {"paygate", ISN_HINT_WALL},
    {"paywall", ISN_HINT_WALL},
    {"photo", 0},
    {"player", AWAY},
    {"playlist", AWAY},
    {"podcast", WEAK},
    {"poll", AWAY},
    {"popular", NEVER},
    {"popup", AWAY},
    {"post", OF_ARTICLE},
    {"postbody", ISN_HINT_BODY},
    {"postcontent", ISN_HINT_BODY},
    {"posted", ISN_HINT_DATE},
    {"prayer", AWAY},
    {"premium", WEAK},
    {"prev", WEAK},
    {"previous", WEAK},
    {"print", WEAK},
    {"privacy", AWAY},
    {"profile", WEAK},
    {"promo", AWAY},
    {"promoted", AWAY},
    {"promotion", AWAY},
    {"pubdate", ISN_HINT_DATE},
    {"published", ISN_HINT_DATE},
    {"pullquote", AWAY},
    {"rating", AWAY},
    {"reaction", AWAY},
    {"reactions", AWAY},
    {"readalso", NEVER},
    {"readmore", AWAY},
    {"recent", AWAY},
    {"recommend", AWAY},
    {"recommendation", AWAY},
    {"recommendations", NEVER},
    {"recommended", NEVER},
    {"reference", WEAK},
    {"references", AWAY},
    {"reflist", AWAY},
    {"regwall", ISN_HINT_WALL},
    {"related", NEVER},
    {"reply", NEVER},
    {"respond", NEVER},
    {"rss", AWAY},
    {"search", AWAY},
    {"section", ISN_HINT_SECTION},
    {"seealso", NEVER},
    {"share", AWAY},
    {"sharebar", AWAY},
    {"shares", AWAY},
    {"sharing", AWAY},
    {"side", WEAK},
    {"sidebar", AWAY},
    {"signin", AWAY},
    {"signup", AWAY},
    {"single", OF_ARTICLE},
    {"skip", AWAY},
    {"slider", WEAK},
    {"slot", WEAK},
    {"social", AWAY},
    {"socials", AWAY},
    {"source", ISN_HINT_BYLINE},
    {"sponsor", AWAY},
    {"sponsored", AWAY},
    {"sr", AWAY},
    {"standfirst", ISN_HINT_LEAD},
    {"stats", WEAK},
    {"sticky", WEAK},
    {"story", OF_ARTICLE},
    {"storybody", ISN_HINT_BODY},
    {"subheadline", ISN_HINT_LEAD},
    {"subscribe", AWAY},
    {"subscribewall", ISN_HINT_WALL},
    {"subscription", AWAY},
    {"subtitle", ISN_HINT_LEAD},
    {"suggested", NEVER},
    {"summary", ISN_HINT_LEAD},
    {"taboola", NEVER},
    {"tag", WEAK},
    {"tagcloud", AWAY},
    {"tags", AWAY},
    {"teaser", WEAK},
    {"terms", AWAY},
    {"text", CONTENT},
    {"ticker", AWAY},
    {"time", ISN_HINT_DATE},
    {"timestamp", ISN_HINT_DATE},
    {"title", ISN_HINT_TITLE},
    {"toc", AWAY},
    {"toolbar", AWAY},
    {"tools", AWAY},
    {"top", WEAK},
    {"topbar", AWAY},
    {"topic", OF_ARTICLE},
    {"topics", WEAK},
    {"trending", NEVER},
    {"txt", CONTENT},
    {"updated", ISN_HINT_UPDATED},
    {"views", WEAK},
    {"vote", AWAY},
    {"wall", ISN_HINT_WALL},
    {"weather", AWAY},
    {"whatsapp", AWAY},
    {"widget", WEAK},
    {"widgets", WEAK},
    {"with", NOT},
    {"without", NOT},
    {"writer", AUTHOR},
    {"writers", AUTHOR},
};

static int by_word(const void *key, const void *entry) {
    return strcmp(key, ((const hint_word *)entry)->word);
}

static uint32_t hints_of_word(const char *word) {
    const hint_word *found = bsearch(word, words, ISN_LEN(words), sizeof words[0], by_word);
    return found == NULL ? 0 : found->hints;
}

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* One name up to `end`: the hints of its words together. */
static uint32_t hints_of_name(const char *at, const char *end) {
    uint32_t all = 0;
    while (at < end) {
        char word[24];
        size_t n = 0;
        while (at < end && !is_letter(*at))
            at++;
        const char *from = at;
        while (at < end && is_letter(*at)) { /* a capital after a small letter begins a word */
            if (at > from && *at < 'a' && at[-1] >= 'a')
                break;
            if (n + 1 < sizeof word)
                word[n++] = (char)(*at | 0x20);
            at++;
        }
        word[n] = '\0';
        if (n > 0)
            all |= hints_of_word(word);
    }
    if (all & NOT)
        return 0;
    if ((all & OF_ARTICLE) && (all & CONTENT) && !(all & AWAY))
        all |= ISN_HINT_BODY;
    if ((all & ISN_HINT_TITLE) && (all & ISN_HINT_SECTION))
        all &= ~(uint32_t)ISN_HINT_TITLE;
    return all;
}

static uint32_t hints_of_value(const char *value) {
    uint32_t all = 0;
    unsigned names = 0;
    while (*value != '\0' && names++ < 24) {
        value += strspn(value, " \t\r\n");
        size_t n = strcspn(value, " \t\r\n");
        all |= hints_of_name(value, value + (n < 80 ? n : 80));
        value += n;
    }
    return all;
}

static uint32_t hints_of_role(const char *role) {
    static const char *const away[] = {"navigation", "complementary", "banner",      "contentinfo",
                                       "search",     "dialog",        "alertdialog", "menu",
                                       "menubar",    "toolbar"};
    for (size_t i = 0; i < ISN_LEN(away); i++)
        if (strcasecmp(role, away[i]) == 0)
            return AWAY;
    return strcasecmp(role, "main") == 0 || strcasecmp(role, "article") == 0 ? ISN_HINT_ARTICLE : 0;
}

static uint32_t hints_of_property(const char *name) {
    static const hint_word properties[] = {
        {"articleBody", ISN_HINT_PROP_BODY | ISN_HINT_BODY},
        {"author", AUTHOR},
        {"articleSection", ISN_HINT_SECTION},
        {"headline", ISN_HINT_TITLE},
        {"datePublished", ISN_HINT_DATE},
        {"dateCreated", ISN_HINT_DATE},
        {"dateModified", ISN_HINT_UPDATED},
        {"caption", ISN_HINT_CAPTION},
        {"description", ISN_HINT_LEAD},
        {"liveBlogUpdate", ISN_HINT_ARTICLE},
    };
    for (size_t i = 0; i < ISN_LEN(properties); i++)
        if (strcasecmp(name, properties[i].word) == 0)
            return properties[i].hints;
    return 0;
}

/* display:none, visibility:hidden, with or without blanks. */
static bool is_hidden(const char *style) {
    const char *at = strcasestr(style, "display");
    if (at != NULL && strncasecmp(at + 7 + strspn(at + 7, " :"), "none", 4) == 0)
        return true;
    at = strcasestr(style, "visibility");
    return at != NULL && strncasecmp(at + 10 + strspn(at + 10, " :"), "hidden", 6) == 0;
}

uint32_t isn_page_hints(const char **attributes) {
    uint32_t all = 0;
    for (size_t i = 0; attributes != NULL && attributes[i] != NULL; i += 2) {
        const char *name = attributes[i],
                   *value = attributes[i + 1] == NULL ? "" : attributes[i + 1];
        if (strchr("cirhas", *name) == NULL) /* width, target, data- and the like */
            continue;
        if (strcmp(name, "class") == 0 || strcmp(name, "id") == 0)
            all |= hints_of_value(value);
        else if (strcmp(name, "role") == 0)
            all |= hints_of_role(value);
        else if (strcmp(name, "itemprop") == 0)
            all |= hints_of_property(value);
        else if (strcmp(name, "rel") == 0)
            all |= strcasecmp(value, "author") == 0 ? AUTHOR : 0;
        else if (strcmp(name, "hidden") == 0 ||
                 (strcmp(name, "aria-hidden") == 0 && strcasecmp(value, "true") == 0) ||
                 (strcmp(name, "style") == 0 && is_hidden(value)))
            all |= ISN_HINT_HIDDEN;
    }
    return all & 0x3FFFF;
}
