/* parts.c: gives each block of an article its role, and finds the article's date and outlet. Left of it:
 * blocks as lines of text, words and hits of the lexicon; right of it: claim/, which reads title, lede and
 * body only. Roles are told by words (furniture.tsv), by place (the first block is the headline), and by
 * shape (a short line with a date; a line that ends in a credit). See match.h. */
#include <string.h>

#include "match/partswork.h"

typedef isn_parts parts;
typedef isn_parts_line line;

/* ---- lines ------------------------------------------------------------------------------------------- */

/* Does a full stop, or the like, end the block? */
static bool stops(const isn_text *text, const isn_sentence *s) {
    for (uint32_t t = s->last; t-- > s->first;) {
        uint32_t cp = text->tokens[t].cp;
        if (text->tokens[t].kind != ISN_TOK_PUNCT)
            return false;
        if (cp == '.' || cp == '!' || cp == '?' || cp == 0x061f || cp == 0x06d4)
            return true;
    }
    return false;
}

static void find_lines(parts *p) {
    const isn_text *text = p->scan->text;
    p->lines = ISN_NEW(p->arena, line, p->article->nblocks + 1);
    for (uint32_t i = 0; i < p->article->nblocks; i++)
        p->lines[i].first = UINT32_MAX;
    for (uint32_t i = 0; i < text->nsentences; i++) {
        line *l = &p->lines[text->sentences[i].block];
        uint32_t first = p->scan->sentence_word[i], last = p->scan->sentence_word[i + 1];
        if (l->first == UINT32_MAX)
            l->first = first;
        l->last = last;
        l->stop = stops(text, &text->sentences[i]);
        l->sentences++;
    }
    for (uint32_t i = 0; i < p->article->nblocks; i++)
        if (p->lines[i].first == UINT32_MAX)
            p->lines[i].first = p->lines[i].last = i > 0 ? p->lines[i - 1].last : 0;
}

/* Marks blocks whose folded words an earlier block has: a headline told twice. */
static void find_repeated(parts *p) {
    uint32_t size = 16, n = p->article->nblocks;
    while (size < n * 2)
        size *= 2;
    uint64_t *seen = ISN_NEW(p->arena, uint64_t, size);
    for (uint32_t i = 0; i < n; i++) {
        uint64_t hash = 1;
        for (uint32_t k = p->lines[i].first; k < p->lines[i].last; k++)
            hash = (hash ^ token_of(p, k)->hash) * 0x9e3779b97f4a7c15u;
        if (length(&p->lines[i]) < 2)
            continue;
        uint32_t at = (uint32_t)(hash >> 32) & (size - 1);
        while (seen[at] != 0 && seen[at] != hash)
            at = (at + 1) & (size - 1);
        p->article->blocks[i].repeated = seen[at] == hash;
        seen[at] = hash;
    }
}

/* ---- furniture ----------------------------------------------------------------------------------------- */

int isn_parts_furniture_of(const parts *p, uint32_t word, uint32_t *last) {
    const isn_hit *hit;
    const isn_sense *s = isn_match_sense(&hit, p->scan, word, ISN_T_FURNITURE);
    if (s == NULL || p->scan->words[word].reading[hit->reading].pre_letters != 0)
        return -1;
    *last = hit->last;
    return isn_lex_int(p->lex, ISN_T_FURNITURE, s->row, ISN_FURNITURE_KIND);
}

/* Initials of the desk: "م ت/ ع ق" */
static bool initials(const parts *p, const line *l) {
    if (length(l) == 0 || length(l) > 6)
        return false;
    for (uint32_t k = l->first; k < l->last; k++)
        if (token_of(p, k)->fold_len > 2 || p->scan->words[k].kind != ISN_TOK_WORD)
            return false;
    return true;
}

static bool no_letters(const parts *p, const line *l) {
    for (uint32_t k = l->first; k < l->last; k++)
        if (p->scan->words[k].kind == ISN_TOK_WORD || p->scan->words[k].kind == ISN_TOK_LATIN)
            return false;
    return true;
}

static bool only_links(const parts *p, const line *l) {
    for (uint32_t k = l->first; k < l->last; k++)
        if (p->scan->words[k].kind != ISN_TOK_LINK)
            return false;
    return length(l) > 0;
}

/* Share of the line's words that furniture phrases cover: "انشر على فيسبوك | انشر على تويتر" */
static bool mostly_furniture(const parts *p, const line *l) {
    uint32_t covered = 0, last = 0;
    if (length(l) > 14)
        return false;
    for (uint32_t k = l->first; k < l->last;) {
        int kind = isn_parts_furniture(p, k, &last);
        bool counts = kind == ISN_FU_LINE || kind == ISN_FU_EXACT;
        covered += counts ? last - k : 0;
        k = counts ? last : k + 1;
    }
    return covered * 2 > length(l);
}

/* "كتب فلان الفلاني - تصوير فلان": names behind the word, and no sentence. */
static bool names_only(const parts *p, uint32_t first, uint32_t last) {
    static const uint32_t other =
        1u << ISN_T_FUNC | 1u << ISN_T_SPEECH | 1u << ISN_T_TITLE | 1u << ISN_T_NUMERAL;
    bool named = false;
    for (uint32_t k = first; k < last; k++) {
        if (p->scan->words[k].kind != ISN_TOK_WORD ||
            (p->scan->word_tables[k] & other && !has(p, k, ISN_T_NAME)))
            return false;
        named |= has(p, k, ISN_T_NAME);
    }
    return named;
}

/* A line of furniture: what begins like one, and is short; a phrase of two words may stand in a longer
 * line than a single word, which sentences begin with too ("شارك طيران التحالف في …"). */
static int furniture_of(const parts *p, const line *l) {
    uint32_t first = l->first, last = first;
    if (first < l->last && p->scan->words[first].kind == ISN_TOK_NUMBER)
        first++; /* 5 تعليقات */
    if (first >= l->last)
        return -1;
    int kind = isn_parts_furniture(p, first, &last);
    if (kind < 0)
        return mostly_furniture(p, l) ? ISN_FU_LINE : -1;
    uint32_t words = last - first, n = length(l);
    bool colon = last < p->scan->nwords && (flags_of(p, last) & ISN_WF_COLON);
    switch (kind) {
    case ISN_FU_EXACT: return last == l->last ? kind : mostly_furniture(p, l) ? ISN_FU_LINE : -1;
    case ISN_FU_LINE:
        if (words >= 2)
            return n <= 14 ? kind : -1;
        return n <= 6 && !l->stop ? kind : -1;
    case ISN_FU_SECTION:
    case ISN_FU_NEXT: return n <= words + 1 || (words >= 2 && n <= 14) ? kind : -1;
    case ISN_FU_BYLINE:
        return n <= 10 && (colon || (words >= 2 && !l->stop) || n <= 5 ||
                           (flags_of(p, l->first) & ISN_WF_PAREN) || names_only(p, last, l->last))
                   ? kind
               : n <= 24 && (flags_of(p, l->first) & ISN_WF_PAREN) ? kind
                                                                   : -1;
    case ISN_FU_CAPTION: return colon || (words >= 2 && n <= 14 && !l->stop) ? kind : -1;
    case ISN_FU_CREDIT: return n <= words + 6 && (colon || n <= words + 2) && !l->stop ? kind : -1;
    default: return kind;
    }
}

/* ---- captions ------------------------------------------------------------------------------------------------- */

static bool credit_word(const parts *p, uint32_t word) {
    uint32_t last;
    return has(p, word, ISN_T_OUTLET) || isn_parts_furniture(p, word, &last) == ISN_FU_CREDIT ||
           p->scan->words[word].kind == ISN_TOK_LATIN;
}

/* The first word of the credit that ends a caption, "طائرة … (Getty)", "جنود … - رويترز/أرشيف"; 0: none. */
static uint32_t credit_of(const parts *p, const line *l) {
    if (length(l) < 3 || length(l) > 30 || l->stop)
        return 0;
    for (uint32_t k = l->last; k-- > l->first + 1 && k + 5 > l->last;) {
        bool paren = (flags_of(p, k) & ISN_WF_PAREN) != 0;
        if (!paren && !((flags_of(p, k) & ISN_WF_DASH) && k >= l->first + 4))
            continue;
        return credit_word(p, k) ? k : 0;
    }
    return 0;
}

/* Closing parenthesis at the end: the next word's flags tell, but the block ends here; ask the bytes. */
static bool ends_in_paren(const parts *p, uint32_t block) {
    const isn_block *b = &p->article->blocks[block];
    return b->end > b->start && p->article->bytes[b->end - 1] == ')';
}

static bool is_caption(const parts *p, uint32_t block) {
    uint32_t credit = credit_of(p, &p->lines[block]);
    if (credit == 0)
        return false;
    return !(flags_of(p, credit) & ISN_WF_PAREN) || ends_in_paren(p, block);
}

/* ---- the roles ------------------------------------------------------------------------------------------------- */

typedef struct state {
    bool title, body, section;
    bool next; /* the block after "read also" */
} state;

static void set(parts *p, uint32_t block, isn_role role) {
    p->article->blocks[block].role = (uint8_t)role;
}

/* Furniture told by words; true when the block is done with. */
static bool by_furniture(parts *p, uint32_t block, state *st) {
    line *l = &p->lines[block];
    isn_date date;
    int kind = furniture_of(p, l);
    if (kind == ISN_FU_SECTION && st->body)
        st->section = true;
    if (kind == ISN_FU_NEXT)
        st->next = length(l) <= 3;
    switch (kind) {
    case ISN_FU_LINE:
    case ISN_FU_EXACT:
    case ISN_FU_SECTION:
    case ISN_FU_NEXT: set(p, block, ISN_ROLE_BOILERPLATE); return true;
    case ISN_FU_TOPIC:
        if (st->body || !isn_parts_is_topics(p, l) ||
            (st->title && p->article->page == NULL && isn_parts_is_outlet_line(p, l)))
            return false; /* "الأخبار" below a headline signs it */
        set(p, block, ISN_ROLE_BOILERPLATE);
        return true;
    case ISN_FU_DATELINE:
    case ISN_FU_UPDATED:
        if (!isn_parts_dateline(&date, p, l, true))
            return false;
        set(p, block, ISN_ROLE_DATELINE);
        isn_parts_publish(p, &date);
        return true;
    case ISN_FU_CAPTION: set(p, block, ISN_ROLE_CAPTION); return true;
    case ISN_FU_BYLINE:
        set(p, block, ISN_ROLE_BYLINE);
        if (!st->body)
            isn_parts_read_slug(p, l->first, l->last);
        if (!st->body && isn_parts_dateline(&date, p, l, true)) /* كتب: فلان | 4 يونيو 2022 */
            isn_parts_publish(p, &date);
        return true;
    case ISN_FU_CREDIT:
        if (!st->body && isn_parts_is_slug_line(p, l))
            return false; /* المصدر أونلاين - خاص */
        set(p, block, ISN_ROLE_CREDIT);
        for (uint32_t k = l->first; k < l->last && !p->has_credit; k++) {
            const isn_hit *hit;
            const isn_sense *s = isn_match_sense(&hit, p->scan, k, ISN_T_OUTLET);
            p->has_credit = s != NULL && st->body;
            if (p->has_credit)
                p->credit = (isn_outlet){
                    .row = s->row, .first = k, .last = hit->last, .reading = hit->reading};
        }
        return true;
    default: return false;
    }
}

/* "من فلان الفلاني": who wrote it, as agencies say. */
static bool from_author(const parts *p, const line *l) {
    enum { NAMES = 5 };
    if (length(l) < 3 || length(l) > NAMES + 1 || l->stop)
        return false;
    const isn_hit *hit;
    const isn_sense *s = isn_match_sense(&hit, p->scan, l->first, ISN_T_FUNC);
    if (s == NULL || hit->last != l->first + 1 ||
        isn_lex_int(p->lex, ISN_T_FUNC, s->row, ISN_FUNC_KIND) != ISN_FN_MIN)
        return false;
    bool named = false;
    for (uint32_t k = l->first + 1; k < l->last; k++) {
        if (p->scan->words[k].kind != ISN_TOK_WORD || has(p, k, ISN_T_NUMERAL))
            return false;
        named |= has(p, k, ISN_T_NAME);
    }
    return named;
}

/* Lines between headline and body, told by shape. */
static bool by_shape(parts *p, uint32_t block, const state *st) {
    line *l = &p->lines[block];
    isn_date date;
    if (initials(p, l) || only_links(p, l)) {
        set(p, block, ISN_ROLE_BOILERPLATE);
        return true;
    }
    if (!st->body && length(l) == 1 && p->scan->words[l->first].kind == ISN_TOK_LATIN &&
        !has(p, l->first, ISN_T_OUTLET)) {
        set(p, block, ISN_ROLE_BOILERPLATE); /* TT, a sign that sets the size of letters */
        return true;
    }
    if (no_letters(p, l) && length(l) <= 6) {
        set(p, block, ISN_ROLE_DATELINE);
        if (isn_parts_dateline(&date, p, l, true))
            isn_parts_publish(p, &date);
        return true;
    }
    bool dated = p->story->published_from == ISN_FROM_NONE && isn_parts_date_alone(&date, p, l);
    if (!dated && !isn_parts_is_slug_line(p, l) && is_caption(p, block)) {
        set(p, block, ISN_ROLE_CAPTION);
        return true;
    }
    if (st->body && !dated)
        return false;
    if (from_author(p, l)) {
        set(p, block, ISN_ROLE_BYLINE);
        return true;
    }
    bool body = st->title && isn_parts_body_line(p, l);
    if (isn_parts_dateline(&date, p, l, false)) {
        set(p, block, ISN_ROLE_DATELINE);
        isn_parts_publish(p, &date);
        isn_parts_read_slug(p, l->first, l->last);
        isn_parts_unknown_slug(p, l->first, l->last, true);
        return true;
    }
    if (isn_parts_is_slug_line(p, l) || isn_parts_is_outlet_line(p, l)) {
        set(p, block, isn_parts_is_outlet_line(p, l) ? ISN_ROLE_BYLINE : ISN_ROLE_DATELINE);
        isn_parts_read_slug(p, l->first, l->last);
        isn_parts_unknown_slug(p, l->first, l->last, true);
        if (isn_parts_date_in(&date, p, l->first, l->last))
            isn_parts_publish(p, &date);
        return true;
    }
    if (body) {
        set(p, block, ISN_ROLE_BYLINE);
        if (isn_parts_date_in(&date, p, l->first, l->last))
            isn_parts_publish(p, &date);
    }
    return body;
}

/* Does a clock time begin the line: "14:05 – رويترز: …", or stand alone on the line before an entry? */
static bool clock_first(const parts *p, const line *l) {
    if (length(l) == 0 || p->scan->words[l->first].kind != ISN_TOK_NUMBER)
        return false;
    const isn_token *t = token_of(p, l->first);
    return memchr(p->article->bytes + t->start, ':', t->end - t->start) != NULL;
}

/* "رويترز: …", "كتائب كذا: …": who speaks, before a colon. */
static bool speaker_first(const parts *p, const line *l) {
    if (!has(p, l->first, ISN_T_OUTLET) && !has(p, l->first, ISN_T_ORGWORD) &&
        !has(p, l->first, ISN_T_ACTOR) && !has(p, l->first, ISN_T_TITLE))
        return false;
    for (uint32_t k = l->first + 1; k < l->last && k < l->first + 9; k++)
        if (flags_of(p, k) & ISN_WF_COLON)
            return true;
    return false;
}

/* A live page: entries of others' news, each under a clock time or its own speaker. What the first of them names is
 * that entry's source and no one else's. */
static bool is_live(const parts *p) {
    uint32_t clocks = 0, speakers = 0;
    for (uint32_t i = 0; i < p->article->nblocks; i++) {
        clocks += clock_first(p, &p->lines[i]);
        speakers += length(&p->lines[i]) > 0 && speaker_first(p, &p->lines[i]);
    }
    return clocks > 1 || speakers > 2;
}

static void begin_body(parts *p, uint32_t block) {
    line *l = &p->lines[block];
    uint32_t end = isn_parts_slug_end(p, l);
    isn_date date;
    set(p, block, ISN_ROLE_LEDE);
    if (isn_parts_slug_date(&date, p, l))
        isn_parts_publish(p, &date);
    if (end == l->first) {
        isn_parts_unknown_slug(p, l->first, l->last, false);
        return;
    }
    if (is_live(p) && (clock_first(p, l) || speaker_first(p, l) ||
                       (block > 0 && clock_first(p, &p->lines[block - 1]))))
        return;
    isn_parts_read_slug(p, l->first, end);
    isn_parts_unknown_slug(p, l->first, l->last, false);
    if (isn_parts_date_in(&date, p, l->first, end))
        isn_parts_publish(p, &date);
}

/* "إذاعة مقديشو - نشرة الظهيرة": a headline that begins with who speaks. */
static void masthead(parts *p, const line *l) {
    const isn_hit *hit;
    const isn_sense *s = isn_match_sense(&hit, p->scan, l->first, ISN_T_OUTLET);
    if (s == NULL || length(l) > 6 || hit->last >= l->last ||
        !(flags_of(p, hit->last) & ISN_WF_DASH))
        return;
    p->credit =
        (isn_outlet){.row = s->row, .first = l->first, .last = hit->last, .reading = hit->reading};
    p->has_credit = true;
}

/* A role that the page told; its words are read all the same. */
static void fixed_role(parts *p, uint32_t block, state *st) {
    const isn_block *b = &p->article->blocks[block];
    const line *l = &p->lines[block];
    isn_date date;
    switch (b->role) {
    case ISN_ROLE_TITLE:
        st->title = true;
        masthead(p, l);
        p->story->title = (isn_span){b->start, b->end};
        break;
    case ISN_ROLE_DATELINE:
        if (isn_parts_dateline(&date, p, l, true))
            isn_parts_publish(p, &date);
        break;
    case ISN_ROLE_BYLINE:
        if (!st->body)
            isn_parts_read_slug(p, l->first, l->last);
        break;
    default: break;
    }
}

static void give_role(parts *p, uint32_t block, state *st) {
    enum { CAPTION_LEAST = 5, CAPTION_MOST = 20 }; /* words */
    const line *l = &p->lines[block];
    if (st->section || st->next) {
        st->next = false;
        set(p, block, ISN_ROLE_BOILERPLATE);
        return;
    }
    /* Of a page the headline was told once already; what is repeated there is a question, a heading. */
    if (st->title && p->article->blocks[block].repeated && length(l) >= 3 &&
        p->article->page == NULL) {
        set(p, block, ISN_ROLE_BOILERPLATE);
        return;
    }
    if (length(l) == 0) {
        set(p, block, ISN_ROLE_BOILERPLATE);
        return;
    }
    if (p->article->blocks[block].fixed) {
        fixed_role(p, block, st);
        return;
    }
    if (!st->title && p->article->page == NULL) {
        isn_date date;
        bool above = isn_parts_above_title(p, block);
        st->title = !above && !isn_parts_date_alone(&date, p, l);
        if (above && !by_furniture(p, block, st) && !by_shape(p, block, st)) {
            set(p, block, isn_parts_is_topics(p, l) ? ISN_ROLE_BOILERPLATE : ISN_ROLE_BYLINE);
            isn_parts_read_slug(p, l->first, l->last);
            isn_parts_unknown_slug(p, l->first, l->last, true);
        }
        if (above)
            return;
        if (st->title && isn_parts_is_title(l)) {
            set(p, block, ISN_ROLE_TITLE);
            masthead(p, l);
            p->story->title =
                (isn_span){p->article->blocks[block].start, p->article->blocks[block].end};
            return;
        }
    }
    if (by_furniture(p, block, st) || by_shape(p, block, st))
        return;
    if (!st->body && !l->stop && length(l) >= CAPTION_LEAST && length(l) <= CAPTION_MOST &&
        ends_in_paren(p, block) && block + 1 < p->article->nblocks &&
        length(&p->lines[block + 1]) > length(l) && isn_parts_slug_end(p, l) == l->first) {
        set(p, block, ISN_ROLE_CAPTION); /* جنود في دورية (وزارة الدفاع) */
        return;
    }
    if (!st->body && p->article->page == NULL && isn_parts_is_deck(p, block)) {
        set(p, block, ISN_ROLE_TITLE);
        return;
    }
    if (st->body) {
        set(p, block, ISN_ROLE_BODY);
        return;
    }
    st->body = true;
    begin_body(p, block);
}

/* ---- the outlet -------------------------------------------------------------------------------------------------- */

/* The row that a name given beside the text stands for; it is scanned as text is. */
static uint32_t row_of_name(const parts *p, isn_str name) {
    isn_article one = {.bytes = name.ptr, .len = (uint32_t)name.len};
    isn_text text;
    isn_scan scan;
    if (name.len == 0 || name.len > 400)
        return ISN_NO_ROW;
    isn_article_blocks(&one, p->arena);
    isn_text_scan(&text, p->arena, &one);
    isn_lex_scan(&scan, p->arena, p->lex, &text, NULL);
    for (uint32_t k = 0; k < scan.nwords; k++) {
        const isn_sense *s = isn_match_sense(NULL, &scan, k, ISN_T_OUTLET);
        if (s != NULL)
            return s->row;
    }
    return ISN_NO_ROW;
}

static isn_str host_of(isn_str url) {
    static const char mark[] = "://", www[] = "www.";
    const char *from = url.len > 3 ? memmem(url.ptr, url.len, mark, 3) : NULL;
    if (from != NULL) {
        size_t cut = (size_t)(from - url.ptr) + 3;
        url = isn_str_of(url.ptr + cut, url.len - cut);
    }
    if (isn_str_starts(url, isn_str_z(www)))
        url = isn_str_of(url.ptr + 4, url.len - 4);
    const char *end = url.len != 0 ? memchr(url.ptr, '/', url.len) : NULL;
    if (end != NULL)
        url.len = (size_t)(end - url.ptr);
    return url;
}

/* The first outlet whose domain the host is or stands in. */
static uint32_t row_of_host(const parts *p, isn_str host) {
    enum { LONGEST = 253 }; /* bytes of a domain */
    uint32_t first = ISN_NO_ROW;
    for (size_t at = host.len > LONGEST ? host.len - LONGEST : 0; at < host.len; at++)
        if (at == 0 || host.ptr[at - 1] == '.') {
            uint32_t row =
                isn_lex_outlet(p->lex, ISN_OUTLET_DOMAIN, isn_str_of(host.ptr + at, host.len - at));
            first = row < first ? row : first;
        }
    return first;
}

/* By domain, identifier or name in Latin letters. */
static uint32_t row_of_label(const parts *p, isn_str given) {
    for (size_t i = 0; i < given.len; i++)
        if ((unsigned char)given.ptr[i] >= 0xD8) /* Arabic's begin there */
            return ISN_NO_ROW;
    uint32_t found = row_of_host(p, host_of(given)), id = isn_lex_find(p->lex, ISN_T_OUTLET, given);
    uint32_t name = isn_lex_outlet(p->lex, ISN_OUTLET_NAME, given);
    found = id < found ? id : found;
    return name < found ? name : found;
}

static bool given_outlet(parts *p) {
    isn_str name = p->article->outlet;
    isn_outlet *o = &p->story->outlet;
    if (name.len == 0) {
        uint32_t row = row_of_host(p, host_of(p->article->url));
        if (row == ISN_NO_ROW)
            return false;
        *o = (isn_outlet){.row = row, .given = {NULL, 0}};
        return true;
    }
    *o = (isn_outlet){.row = row_of_label(p, name), .given = name};
    if (o->row == ISN_NO_ROW)
        o->row = row_of_name(p, name);
    if (o->row == ISN_NO_ROW && p->article->page != NULL)
        o->row = row_of_host(p, host_of(p->article->url));
    return true;
}

/* مراسل قناة "كذا"; not مراسل alone */
static bool reporter(const parts *p, uint32_t word) {
    const isn_sense *s = isn_match_sense(NULL, p->scan, word, ISN_T_TITLE);
    return s != NULL && isn_lex_int(p->lex, ISN_T_TITLE, s->row, ISN_TITLE_SECTOR) == ISN_SEC_JRN &&
           isn_lex_int(p->lex, ISN_T_TITLE, s->row, ISN_TITLE_ROLE) == ISN_LINK_WITNESS;
}

/* بيان تلقته "كذا"، تقرير اطلعت عليه كذا: who reads what others state. What is published (نشرته) is another's. */
static bool received(const parts *p, uint32_t word) {
    const isn_reading *r = &p->scan->words[word].reading[0];
    if (r->suf == ISN_SUF_NONE || has(p, word, ISN_T_SPEECH) || word < 2)
        return false;
    for (uint32_t k = word; k-- > 0 && k + 5 > word;)
        if (has(p, k, ISN_T_CHANNEL))
            return true;
    return false;
}

/* علمت "كذا" من مصدر */
static bool hears(const parts *p, uint32_t word) {
    const isn_sense *s = isn_match_sense(NULL, p->scan, word, ISN_T_SPEECH);
    return s != NULL && isn_lex_int(p->lex, ISN_T_SPEECH, s->row, ISN_SPEECH_ACT) == ISN_ACT_HEAR;
}

/* Does the outlet at `word` stand where the article's own does: spoken to, its reporter, the reader of a statement? */
static bool told_to(const parts *p, uint32_t word, const isn_hit *hit) {
    if (p->scan->words[word].reading[hit->reading].pre & ISN_CL_LAM)
        return true;
    if (word == 0 || p->scan->words[word].reading[hit->reading].pre)
        return false;
    uint32_t before = word - 1; /* مراسل شبكة كذا */
    if (word > 1 && has(p, before, ISN_T_ORGWORD) && !has(p, before, ISN_T_TITLE))
        before--;
    return reporter(p, before) || received(p, word - 1) || hears(p, before);
}

/* The name as it stands elsewhere without the preposition: للمصدر أونلاين, but المصدر أونلاين. */
static isn_outlet plain_name(const parts *p, isn_outlet o) {
    for (uint32_t k = 0; k < p->scan->nwords; k++) {
        const isn_hit *hit;
        if (!has(p, k, ISN_T_OUTLET))
            continue;
        const isn_sense *s = isn_match_sense(&hit, p->scan, k, ISN_T_OUTLET);
        if (s != NULL && s->row == o.row && hit->last - k == o.last - o.first &&
            p->scan->words[k].reading[hit->reading].pre_letters == 0)
            return (isn_outlet){
                .row = o.row, .first = k, .last = hit->last, .reading = hit->reading};
    }
    return o;
}

/* Is the name, or its last word behind a head (صحيفة «كذا»), in quotation marks? */
static bool quoted_name(const parts *p, uint32_t first, uint32_t last) {
    return (flags_of(p, first) | (last > first + 1 ? flags_of(p, first + 1) : 0)) & ISN_WF_QUOTE;
}

static bool named_twice(const parts *p, uint32_t row) {
    unsigned times = 0;
    for (uint32_t k = 0; k < p->scan->nwords && times < 2; k++) {
        const isn_hit *hit;
        const isn_sense *s =
            has(p, k, ISN_T_OUTLET) ? isn_match_sense(&hit, p->scan, k, ISN_T_OUTLET) : NULL;
        if (s == NULL || s->row != row)
            continue;
        times++;
        k = hit->last - 1; /* قناة كذا holds كذا */
    }
    return times > 1;
}

/* A house that marks its own name leaves others' bare: is there another outlet in quotation marks? */
static bool marks_others(const parts *p, uint32_t row) {
    for (uint32_t k = 0; k < p->scan->nwords; k++) {
        const isn_hit *hit;
        const isn_sense *s =
            has(p, k, ISN_T_OUTLET) ? isn_match_sense(&hit, p->scan, k, ISN_T_OUTLET) : NULL;
        if (s == NULL)
            continue;
        if (s->row != row && isn_lex_int(p->lex, ISN_T_OUTLET, s->row, ISN_OUTLET_ROLE) > 0 &&
            quoted_name(p, k, hit->last))
            return true;
        k = hit->last - 1;
    }
    return false;
}

/* قال لـ"العربي الجديد": the paper, not the agency, to which sources speak. */
static void find_told(parts *p) {
    const uint32_t *tables = p->scan->word_tables;
    for (uint32_t k = 0, n = p->scan->nwords; k < n; k++) {
        const isn_hit *hit;
        if (!(tables[k] & (1u << ISN_T_OUTLET)))
            continue;
        const isn_sense *s = isn_match_sense(&hit, p->scan, k, ISN_T_OUTLET);
        if (s == NULL || !told_to(p, k, hit))
            continue;
        bool cue = isn_lex_int(p->lex, ISN_T_OUTLET, s->row, ISN_OUTLET_CUE) == 1;
        /* A paper in any spelling; an agency, to which all sources speak, only as its own house writes
         * itself, in quotation marks; so also a station told of once in an agency's report. */
        bool others = cue || isn_parts_is_agency(p, s->row) ||
                      ((p->slug_is_agency || has(p, k, ISN_T_ORGWORD)) && !named_twice(p, s->row));
        if (others && (!quoted_name(p, k, hit->last) ||
                       (isn_parts_is_agency(p, s->row) && marks_others(p, s->row))))
            continue;
        p->told = plain_name(
            p, (isn_outlet){.row = s->row, .first = k, .last = hit->last, .reading = hit->reading});
        p->has_told = true;
        return;
    }
}

static void decide_agency(parts *p) {
    const isn_story *story = p->story;
    if (!p->has_slug || !p->slug_is_agency ||
        (story->has_outlet &&
         (story->outlet.row == p->slug.row || story->outlet.row == ISN_NO_ROW)))
        return;
    p->story->agency = p->slug;
    p->story->has_agency = true;
}

static void decide_outlet(parts *p) {
    p->story->outlet.row = ISN_NO_ROW;
    p->story->has_outlet = true;
    if (given_outlet(p))
        return;
    find_told(p);
    if (p->has_slug && !(p->slug_is_agency && (p->has_told || p->has_credit)))
        p->story->outlet = p->slug;
    else if (p->has_told)
        p->story->outlet = p->told;
    else if (p->has_credit)
        p->story->outlet = p->credit;
    else
        p->story->has_outlet = false;
}

void isn_match_parts(isn_story *story, isn_arena *arena, isn_article *article,
                     const isn_scan *scan) {
    parts p = {.scan = scan, .lex = scan->lex, .article = article, .arena = arena, .story = story};
    state st = {0};
    memset(story, 0, sizeof(*story));
    story->dateline_place = story->country = story->state = ISN_NO_ROW;
    story->updated = ISN_NO_DAY;
    isn_parts_given_date(&p);
    find_lines(&p);
    find_repeated(&p);
    for (uint32_t i = 0; i < article->nblocks; i++)
        give_role(&p, i, &st);
    isn_parts_lede_date(&p);
    isn_parts_title_date(&p);
    isn_parts_update_date(&p);
    isn_parts_page_date(&p, true);
    decide_outlet(&p);
    decide_agency(&p);
}
