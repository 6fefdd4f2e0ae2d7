/* coder.c: runs the stages over one article, the only place where they meet:
 *
 *     bytes → blocks → text → scan → match → claims → record → JSON, terminal text, explanation
 *
 * All that is derived from the article lies in one arena, which is reset by the next article. An
 * allocation that fails jumps back to `take`; nothing leaks by it, and the coder can be used again. The way is
 * cut into steps, so that coders (group.c) can go it side by side.
 */
#include <string.h>

#include "api/api.h"
#include "article/charset.h"
#include "claim/claim.h"
#include "export/export.h"

#define FIRST_BLOCK ((size_t)64 << 10)
#define KEEP ((size_t)8 << 20)     /* of the arenas of a group, for the next articles */
#define KEEP_OUT ((size_t)4 << 20) /* of the output buffer */
#define LONGEST ((size_t)1 << 30)  /* bytes of an article */
#define LONGEST_PAGE ((size_t)16 << 20)

isn_status isn_coder_make(isn_coder **out, const isn_pack *pack, isn_coder *beside,
                          isn_error *error) {
    isn_coder *coder = isn_heap_alloc(sizeof *coder);
    if (coder != NULL) {
        coder->desk = beside != NULL ? beside->desk : &coder->own;
        coder->own.recent =
            beside != NULL ? NULL : isn_heap_alloc(ISN_RECENT_WORDS * sizeof *coder->own.recent);
    }
    if (coder == NULL || coder->desk->recent == NULL ||
        (beside != NULL ? isn_arena_beside(&coder->arena, beside->arena)
                        : isn_arena_new(&coder->arena, FIRST_BLOCK)) != ISN_OK) {
        isn_heap_free(coder != NULL ? coder->own.recent : NULL);
        isn_heap_free(coder);
        return isn_fail(error, ISN_ENOMEM, NULL, 0, "out of memory");
    }
    coder->pack = pack;
    isn_buf_init(&coder->own.out);
    *out = coder;
    return ISN_OK;
}

isn_status isn_coder_new(isn_coder **out, const isn_pack *pack, isn_error *error) {
    return isn_coder_make(out, pack, NULL, error);
}

void isn_coder_free(isn_coder *coder) {
    if (coder != NULL) {
        isn_desk *own = &coder->own;
        for (size_t i = 0; i < ISN_GROUP; i++) {
            isn_coder_free(coder->beside[i]);
        }
        isn_arena_free(coder->arena);
        isn_buf_release(&own->out);
        if (own->packing != NULL) {
            isn_packing_release(own->packing);
        }
        isn_heap_free(own->packing);
        isn_heap_free(own->recent);
        isn_heap_free(coder->memos);
        isn_heap_free(coder);
    }
}

/* ---- input ---------------------------------------------------------------------------------- */

static bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static isn_str trim(isn_str s) {
    while (s.len > 0 && is_space(s.ptr[0])) {
        s.ptr++;
        s.len--;
    }
    while (s.len > 0 && is_space(s.ptr[s.len - 1])) {
        s.len--;
    }
    return s;
}

/* Empty metadata is no metadata. */
static isn_str given(isn_str s) {
    isn_str trimmed = trim(s);
    return trimmed.len > 0 ? trimmed : (isn_str){NULL, 0};
}

/* A title that the text does not begin with, and the text. */
static isn_str join(isn_coder *coder, isn_str title, isn_str text) {
    char *joined = isn_arena_alloc(coder->arena, title.len + 2 + text.len + 1);
    memcpy(joined, title.ptr, title.len);
    memcpy(joined + title.len, "\n\n", 2);
    if (text.len > 0) {
        memcpy(joined + title.len + 2, text.ptr, text.len);
    }
    return isn_str_of(joined, title.len + 2 + text.len);
}

/* The first `len` bytes of the article are its title. */
static void mark_title(isn_coder *coder, size_t len) {
    isn_str title = isn_str_of(coder->article.bytes, len), bare = trim(title);
    isn_mark *mark = &coder->record.title;
    mark->start = (uint32_t)(bare.ptr - title.ptr);
    mark->end = mark->start + (uint32_t)bare.len;
    mark->text = bare;
}

/* Sets the article's bytes; a title that the text does not begin with is put before it. */
static void set_bytes(isn_coder *coder, const isn_input *input) {
    isn_article *article = &coder->article;
    isn_str title = trim(input->title).len > 0 ? input->title : (isn_str){NULL, 0};
    isn_str text = input->text.ptr != NULL ? input->text : isn_str_of("", 0);
    if (title.ptr != NULL && !isn_str_starts(text, title)) {
        text = join(coder, title, text);
    }
    article->bytes = text.ptr;
    article->len = (uint32_t)text.len;
    if (title.ptr != NULL) {
        mark_title(coder, title.len);
    }
}

static isn_str copy(isn_arena *arena, isn_str s) {
    return s.ptr == NULL ? s : isn_str_of(isn_arena_copy(arena, s.ptr, s.len), s.len);
}

/* Is what was told beside the text in the text's own encoding? It was, where both were cut from one table. */
static bool is_alike(const isn_decoded *d, isn_str s) {
    bool single = d->charset >= ISN_CS_WIN1256 && d->charset <= ISN_CS_WIN1252;
    return s.len > 0 &&
           (d->mended != ISN_CS_UNKNOWN || (single && isn_utf8_check(s.ptr, s.len) != SIZE_MAX));
}

/* The input with such a title before it, decoded anew. */
static isn_str add_title(isn_coder *coder, isn_decoded *d, const isn_input *input) {
    isn_str title = trim(input->title), text = input->text;
    if (!is_alike(d, title)) {
        return text;
    }
    if (!isn_str_starts(text, title)) {
        text = join(coder, title, text);
        isn_charset_decode_too(d, coder->arena, text);
    }
    const char *end = memchr(d->text.ptr, '\n', d->text.len);
    coder->article.bytes = d->text.ptr;
    mark_title(coder, end == NULL ? d->text.len : (size_t)(end - d->text.ptr));
    return text;
}

/* Input that has to be decoded, or read out of a page. False: it is text as it stands. */
static bool set_decoded(isn_coder *coder, const isn_input *input, isn_decoded *d) {
    isn_article *article = &coder->article;
    bool page = input->kind == ISN_INPUT_HTML;
    if (input->kind == ISN_INPUT_UTF8)
        isn_charset_mend(d, coder->arena, input->text);
    else
        isn_charset_decode(d, coder->arena, input->text, input->charset, page);
    bool decoded = d->charset != ISN_CS_UTF8 || d->mended != ISN_CS_UNKNOWN;
    if (!decoded && !page)
        return false;
    article->given = page ? input->text : add_title(coder, d, input);
    if (decoded) {
        article->encoding = isn_charset_names[d->charset];
        article->encoding_from = isn_charset_sources[d->from];
        article->mended = d->mended != ISN_CS_UNKNOWN ? isn_charset_names[d->mended] : NULL;
    }
    article->recoded = article->map = d->map;
    article->bytes = d->text.ptr;
    article->len = (uint32_t)d->text.len;
    article->utf8 = page ? d->text : (isn_str){NULL, 0};
    return true;
}

static void set_article(isn_coder *coder, const isn_input *input) {
    isn_article *article = &coder->article;
    memset(article, 0, sizeof *article);
    memset(&coder->record, 0, sizeof coder->record); /* set_bytes marks a title in it */
    isn_decoded decoded;
    isn_str outlet = given(input->outlet);
    if (!set_decoded(coder, input, &decoded)) {
        set_bytes(coder, input);
        article->given = isn_str_of(article->bytes, article->len);
    }
    article->source = copy(coder->arena, given(input->source));
    article->url = copy(coder->arena, given(input->url));
    article->published = copy(coder->arena, given(input->published));
    if (is_alike(&decoded, outlet)) {
        isn_charset_decode_too(&decoded, coder->arena, outlet);
        outlet = decoded.text;
    }
    article->outlet = copy(coder->arena, outlet);
    article->published_is_option = input->published_is_option;
}

/* ---- record --------------------------------------------------------------------------------- */

static isn_mark mark_of(const isn_article *article, isn_span span) {
    isn_mark mark = {{NULL, 0}, span.start, span.end};
    if (span.start < span.end) {
        mark.text = isn_str_of(article->bytes + span.start, span.end - span.start);
    }
    return mark;
}

/* alaraby.co.uk; not the dotted abbreviations that agencies go by in Arabic. */
static bool is_domain(isn_str s) {
    for (size_t i = 0; i < s.len; i++) {
        if ((unsigned char)s.ptr[i] >= 0x80) {
            return false;
        }
    }
    return s.len > 0 && memchr(s.ptr, '.', s.len) != NULL;
}

/* The outlet's name: as the text or the metadata write it; the lexicon's where that is a domain. */
static void set_outlet(isn_record *record, const isn_match *match) {
    const isn_outlet *outlet = &match->story.outlet;
    const isn_lex *lex = match->scan->lex;
    if (!match->story.has_outlet) {
        return;
    }
    record->outlet_name = outlet->given;
    if (outlet->first < outlet->last) {
        isn_span span = isn_words_span(match->scan, outlet->first, outlet->last, outlet->reading);
        record->outlet_name = mark_of(record->article, span).text;
    }
    if (outlet->row == ISN_NO_ROW) {
        return;
    }
    isn_str name = record->outlet_name;
    record->outlet_id = isn_lex_str(lex, ISN_T_OUTLET, outlet->row, ISN_OUTLET_ID);
    if (name.ptr == NULL || is_domain(name)) {
        record->outlet_name = isn_lex_str(lex, ISN_T_OUTLET, outlet->row, ISN_OUTLET_NAME);
    }
}

static void set_story(isn_record *record, const isn_match *match) {
    if (record->title.start == record->title.end) {
        record->title = mark_of(record->article, match->story.title);
    }
    record->published_text = mark_of(record->article, match->story.published_text);
    set_outlet(record, match);
}

/* An article in another language is cut into blocks and given its metadata, and read no further. */
static void skip(isn_coder *coder) {
    isn_article *article = &coder->article;
    isn_match *match = coder->match;
    isn_story *story = &match->story;
    coder->scan->lex = coder->pack->lex;
    match->scan = coder->scan;
    story->outlet.row = story->dateline_place = story->country = story->state = ISN_NO_ROW;
    story->updated = ISN_NO_DAY;
    story->has_outlet = article->outlet.ptr != NULL;
    story->outlet.given = article->outlet;
    story->published = isn_day_parse(article->published);
    if (story->published != ISN_NO_DAY) {
        story->published_from = article->published_is_option ? ISN_FROM_OPTION : ISN_FROM_METADATA;
    } else if (article->page != NULL && article->page->published != ISN_NO_DAY) {
        story->published = article->page->published;
        story->published_from = article->page->published_from;
    }
}

/* The record's id: the hash of the input, or of what one story has of it. */
static void set_id(isn_coder *coder) {
    const isn_article *article = &coder->article;
    isn_record *record = &coder->record;
    const isn_page_facts *page = article->page;
    if (page == NULL || page->entry == 0) {
        isn_sha256_hex(record->id, article->given.ptr, article->given.len);
        return;
    }
    isn_sha256_hex(record->page_id, article->given.ptr, article->given.len);
    isn_sha256_hex(record->id, article->given.ptr + page->entry_at.start,
                   page->entry_at.end - page->entry_at.start);
    if (page->own_date && !article->published_is_option)
        coder->article.published = (isn_str){NULL, 0}; /* it was told of the page */
}

/* Text that should have been UTF-8, as JSON is, and is not: what it is is told by its bytes. */
static void read_anew(isn_coder *coder, const isn_input *input) {
    if (input->kind == ISN_INPUT_UTF8 && coder->article.bad_utf8 != UINT64_MAX) {
        isn_input other = *input;
        other.kind = ISN_INPUT_TEXT;
        set_article(coder, &other);
        isn_article_blocks(&coder->article, coder->arena);
    }
}

/* ---- the steps ------------------------------------------------------------------------------ */

static void open_input(isn_coder *coder) {
    const isn_input *input = coder->input;
    set_article(coder, input);
    coder->whole = coder->article;
    if (input->kind == ISN_INPUT_HTML) {
        coder->page = isn_article_page_open(&coder->article, coder->arena, input->apart);
        isn_article_page_story(&coder->article, coder->arena, coder->page, 0);
    } else {
        isn_article_blocks(&coder->article, coder->arena);
        read_anew(coder, input);
    }
}

static void open_story(isn_coder *coder) {
    coder->article = coder->whole;
    memset(&coder->record, 0, sizeof coder->record);
    isn_article_page_story(&coder->article, coder->arena, coder->page, ++coder->story);
}

static void open_article(isn_coder *coder) {
    isn_record *record = &coder->record;
    if (coder->input != NULL)
        open_input(coder);
    else
        open_story(coder);
    coder->scan = ISN_NEW(coder->arena, isn_scan, 1);
    coder->match = ISN_NEW(coder->arena, isn_match, 1);
    record->article = &coder->article;
    record->match = coder->match;
    record->pack_hash = isn_lex_hash(coder->pack->lex);
    set_id(coder);
    record->language = isn_language_article(&coder->article);
    if (strcmp(record->language, "ar") != 0) {
        skip(coder);
        return;
    }
    coder->text = ISN_NEW(coder->arena, isn_text, 1);
    isn_text_scan(coder->text, coder->arena, &coder->article);
}

static void look_up(isn_coder *coder) {
    if (coder->text != NULL)
        isn_lex_scan(coder->scan, coder->arena, coder->pack->lex, coder->text, coder->desk->recent);
}

static void glance(isn_coder *coder) {
    isn_record *record = &coder->record;
    if (coder->text != NULL)
        isn_match_story(coder->match, coder->arena, &coder->article, coder->scan);
    set_story(record, coder->match);
    const isn_story *story = &coder->match->story;
    if (coder->input != NULL && coder->page != NULL && story->published_from == ISN_FROM_DATELINE)
        isn_article_page_dated(coder->page, story->published);
    if (coder->text != NULL && !isn_claim_glance(record, coder->arena, coder->match))
        coder->text = NULL; /* it is read no further */
}

static void read_values(isn_coder *coder) {
    if (coder->text != NULL)
        isn_match_values(coder->match, coder->arena);
}

static void read_names(isn_coder *coder) {
    if (coder->text == NULL)
        return;
    isn_match_names(coder->match, coder->arena);
    coder->work = isn_claim_begin(&coder->record, coder->arena, coder->match);
}

static void (*const steps[])(isn_coder *) = {open_article, look_up, glance, read_values,
                                             read_names};
enum { STEPS = ISN_LEN(steps) };

/* False where memory did not suffice. Own function: what lives across the jump must not be in registers of the caller. */
static bool take(isn_coder *coder, unsigned step) {
    if (setjmp(coder->guard.jump) != 0) {
        return false;
    }
    isn_arena_guard(coder->arena, &coder->guard);
    if (step < STEPS)
        steps[step](coder);
    else if (coder->work != NULL)
        isn_claim_step(coder->work, step - STEPS);
    return true;
}

void isn_coder_run(isn_coder *const *coders, size_t n) {
    for (unsigned step = 0; step < STEPS + ISN_CLAIM_STEPS; step++) {
        for (size_t i = 0; i < n; i++) {
            isn_coder *coder =
                coders[step % 2 == 0 ? i : n - 1 - i]; /* what the last ones have is near */
            if (coder->going && !take(coder, step)) {
                coder->going = false;
                isn_arena_reset(coder->arena, 0); /* for those beside it */
            }
        }
    }
}

static void start(isn_coder *coder, const isn_input *input) {
    coder->coded = false;
    coder->desk->json_of = NULL;
    coder->input = input;
    coder->text = NULL;
    coder->work = NULL;
    coder->going = true;
}

static isn_status give_up(isn_coder *coder, isn_error *error) {
    size_t len = coder->whole.given.len;
    coder->page = NULL;
    return isn_fail(error, ISN_ENOMEM, NULL, 0, "out of memory for an article of %zu bytes", len);
}

isn_status isn_coder_begin(isn_coder *coder, const isn_input *input, isn_error *error) {
    start(coder, input);
    coder->going = false;
    coder->page = NULL;
    coder->story = 0;
    coder->whole.given = input->text;
    if (input->text.len > LONGEST || input->title.len > LONGEST - input->text.len - 2) {
        return isn_fail(error, ISN_ELIMIT, NULL, 0, "the article is larger than 1 GiB");
    }
    if (input->kind == ISN_INPUT_HTML && input->text.len > LONGEST_PAGE)
        return isn_fail(error, ISN_ELIMIT, NULL, LONGEST_PAGE, "the page is larger than 16 MiB");
    isn_arena_reset(coder->arena, KEEP);
    if (coder->desk->out.cap > KEEP_OUT) {
        isn_buf_release(&coder->desk->out);
        isn_buf_init(&coder->desk->out);
    }
    coder->going = true;
    return ISN_OK;
}

isn_status isn_coder_end(isn_coder *coder, isn_error *error) {
    if (!coder->going) {
        return give_up(coder, error);
    }
    coder->coded = true;
    return ISN_OK;
}

isn_status isn_coder_next(isn_coder *coder, bool *more, isn_error *error) {
    bool any = coder->coded && coder->page != NULL &&
               coder->story + 1 < isn_article_page_stories(coder->page);
    if (any) {
        start(coder, NULL);
        isn_coder_run(&coder, 1);
        isn_status status = isn_coder_end(coder, error);
        if (status != ISN_OK) {
            return status;
        }
    }
    *more = any;
    return ISN_OK;
}

bool isn_coder_bad_utf8(const isn_coder *coder, uint64_t *offset) {
    if (!coder->coded || coder->article.bad_utf8 == UINT64_MAX) {
        return false;
    }
    if (offset != NULL) {
        *offset = coder->article.bad_utf8;
    }
    return true;
}

const char *isn_coder_warning(const isn_coder *coder) {
    const isn_article *article = &coder->article;
    if (!coder->coded) {
        return NULL;
    }
    if (article->page != NULL && article->page->cut != NULL) {
        return article->page->cut;
    }
    if (article->page != NULL && strcmp(article->page->state, "empty") == 0) {
        return "no article found on the page";
    }
    return article->mended != NULL ? "its letters had been encoded twice; mended" : NULL;
}

size_t isn_coder_claims(const isn_coder *coder) {
    return coder->coded ? coder->record.nclaims : 0;
}

/* ---- output --------------------------------------------------------------------------------- */

/* Empties the buffer for a new text; ISN_EUSAGE when there is no article. */
static isn_status begin(isn_coder *coder, isn_error *error) {
    if (!coder->coded) {
        return isn_fail(error, ISN_EUSAGE, NULL, 0, "no article has been coded");
    }
    coder->desk->out.len = 0;
    coder->desk->json_of = NULL;
    return ISN_OK;
}

static isn_status finish(isn_coder *coder, isn_str *out, isn_error *error) {
    isn_buf_putc(&coder->desk->out, '\0');
    if (coder->desk->out.failed) {
        isn_buf_release(&coder->desk->out);
        isn_buf_init(&coder->desk->out);
        return isn_fail(error, ISN_ENOMEM, NULL, 0, "out of memory for the record");
    }
    *out = isn_str_of(coder->desk->out.ptr, coder->desk->out.len - 1);
    return ISN_OK;
}

isn_status isn_coder_json(isn_coder *coder, isn_str *out, isn_error *error) {
    isn_status status = begin(coder, error);
    if (status != ISN_OK) {
        return status;
    }
    isn_export_json(&coder->desk->out, &coder->record);
    status = finish(coder, out, error);
    coder->desk->json_of = status == ISN_OK ? coder : NULL;
    return status;
}

isn_status isn_coder_text(isn_coder *coder, bool color, isn_str *out, isn_error *error) {
    isn_status status = begin(coder, error);
    if (status != ISN_OK) {
        return status;
    }
    isn_export_text(&coder->desk->out, &coder->record, color);
    return finish(coder, out, error);
}

/* "c3" → 2, or ISN_ALL_CLAIMS when there is no such claim. */
static uint32_t claim_index(const isn_record *record, isn_str name) {
    uint64_t number = 0;
    if (name.len < 2 || name.len > 10 || name.ptr[0] != 'c') {
        return ISN_ALL_CLAIMS;
    }
    for (size_t i = 1; i < name.len; i++) {
        if (name.ptr[i] < '0' || name.ptr[i] > '9') {
            return ISN_ALL_CLAIMS;
        }
        number = number * 10 + (uint64_t)(name.ptr[i] - '0');
    }
    return number >= 1 && number <= record->nclaims ? (uint32_t)number - 1 : ISN_ALL_CLAIMS;
}

isn_status isn_coder_explain(isn_coder *coder, isn_str claim, bool own_language, isn_str *out,
                             isn_error *error) {
    isn_status status = begin(coder, error);
    if (status != ISN_OK) {
        return status;
    }
    uint32_t index = ISN_ALL_CLAIMS;
    if (claim.ptr != NULL) {
        index = claim_index(&coder->record, claim);
        if (index == ISN_ALL_CLAIMS) {
            return isn_fail(
                error, ISN_EUSAGE, NULL, 0, "no claim %.*s: the article has %u, c1 and up",
                (int)(claim.len < 40 ? claim.len : 40), claim.ptr, coder->record.nclaims);
        }
    }
    isn_export_explain(&coder->desk->out, &coder->record, index, own_language);
    return finish(coder, out, error);
}

isn_status isn_coder_pack(isn_coder *coder, isn_str *out, isn_error *error) {
    if (!coder->coded) {
        return isn_fail(error, ISN_EUSAGE, NULL, 0, "no article has been coded");
    }
    if (coder->desk->packing == NULL) {
        coder->desk->packing = isn_heap_alloc(sizeof *coder->desk->packing);
        if (coder->desk->packing == NULL) {
            return isn_fail(error, ISN_ENOMEM, NULL, 0, "out of memory for the record");
        }
        isn_packing_init(coder->desk->packing);
    }
    isn_str json = coder->desk->json_of == coder
                       ? isn_str_of(coder->desk->out.ptr, coder->desk->out.len - 1)
                       : (isn_str){NULL, 0};
    if (!isn_parcel_make(coder->desk->packing, &coder->record, json)) {
        return isn_fail(error, ISN_ENOMEM, NULL, 0, "out of memory for the record");
    }
    *out = isn_str_of(coder->desk->packing->parcel.ptr, coder->desk->packing->parcel.len);
    return ISN_OK;
}
