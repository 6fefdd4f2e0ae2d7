/* record_fixture.h: a small record built by hand, for the tests of export/ and store/. No pack, no
 * scan: what a row of the lexicon would add is left out. */
#ifndef RECORD_FIXTURE_H
#define RECORD_FIXTURE_H

#include <string.h>

#include "claim/record.h"

static const char fixture_text[] = "مقتل جنديين في كركوك\n\nقالت الشرطة إن \"جنديين\" قتلا.\n";

typedef struct fixture {
    isn_article article;
    isn_block blocks[2];
    isn_record record;
    isn_claim claims[2];
    isn_rec_actor actor;
    isn_rec_count count, part;
    isn_rec_place place;
    isn_rec_link chain[2];
    isn_rec_rule rules[2];
    isn_contradiction pair;
    isn_rec_quote quote;
} fixture;

/* The first place of `words` in the text. */
__attribute__((unused)) static isn_mark fixture_mark(const char *words) {
    const char *at = strstr(fixture_text, words);
    uint32_t start = (uint32_t)(at - fixture_text);
    uint32_t len = (uint32_t)strlen(words);
    return (isn_mark){{at, len}, start, start + len};
}

static void fixture_counts(fixture *f) {
    f->part = (isn_rec_count){.what = ISN_WHAT_KILLED, .low = 1, .best = 1, .high = 1};
    f->count = (isn_rec_count){.what = ISN_WHAT_KILLED,
                               .quantity = ISN_Q_AT_LEAST,
                               .harm = ISN_HARM_KILLED,
                               .side = ISN_SIDE_ARMED,
                               .low = 2,
                               .best = 2,
                               .high = ISN_NO_COUNT,
                               .who = fixture_mark("جنديين"),
                               .mark = fixture_mark("جنديين"),
                               .rule = "dual",
                               .of_whom = &f->part,
                               .nof_whom = 1};
}

static void fixture_claims(fixture *f) {
    f->actor = (isn_rec_actor){.mark = fixture_mark("الشرطة"),
                               .country = isn_str_z("IRQ"),
                               .sector = ISN_SEC_COP,
                               .inter = 1};
    f->place = (isn_rec_place){.mark = fixture_mark("كركوك"),
                               .id = isn_str_z("iq-kirkuk"),
                               .name = isn_str_z("Kirkuk"),
                               .country = isn_str_z("IRQ"),
                               .lat = 354681,
                               .lon = -443922,
                               .precision = 4,
                               .basis = 1};
    f->chain[0] = (isn_rec_link){.mark = fixture_mark("الشرطة"),
                                 .role = ISN_LINK_OFFICIAL,
                                 .party = true,
                                 .channel = ISN_CH_STATEMENT,
                                 .verb = fixture_mark("قالت").text};
    f->chain[1] =
        (isn_rec_link){.name = isn_str_z("The \"Paper\""), .role = ISN_LINK_OUTLET, .named = true};
    f->rules[0] = (isn_rec_rule){"event_type", isn_str_z("frame/kill"), ISN_TABLES, 0, {0, 8}};
    f->rules[1] = f->rules[0];
    f->claims[0] = (isn_claim){.type = ISN_TY_UPDATE,
                               .event = ISN_EV_ASSAULT,
                               .main = true,
                               .anchor = fixture_mark("مقتل"),
                               .actors = &f->actor,
                               .nactors = 1,
                               .counts = &f->count,
                               .ncounts = 1,
                               .places = &f->place,
                               .nplaces = 1,
                               .chain = f->chain,
                               .nchain = 2,
                               .rules = f->rules,
                               .nrules = 2,
                               .evidence = fixture_mark("مقتل جنديين في كركوك"),
                               .refers_to = 1,
                               .confidence = 0.876F};
    f->claims[0].date = (isn_rec_date){
        .known = true, .start = ISN_NO_DAY, .end = 0, .precision = 5, .anchor = ISN_NO_DAY};
    f->claims[1] = (isn_claim){.type = ISN_TY_DENIAL, .negative = true, .refers_to = UINT32_MAX};
}

__attribute__((unused)) static void fixture_make(fixture *f) {
    memset(f, 0, sizeof *f);
    fixture_counts(f);
    fixture_claims(f);
    f->blocks[0] =
        (isn_block){.start = 0, .end = f->claims[0].evidence.end, .role = ISN_ROLE_TITLE};
    f->blocks[1] = (isn_block){.start = f->blocks[0].end + 2, .end = sizeof fixture_text - 2};
    f->article = (isn_article){.bytes = fixture_text,
                               .len = sizeof fixture_text - 1,
                               .blocks = f->blocks,
                               .nblocks = 2,
                               .source = isn_str_z("a\tb")};
    f->pair = (isn_contradiction){0, 1, "counts", isn_str_z("2 against 0")};
    f->quote = (isn_rec_quote){.mark = fixture_mark("جنديين\" قتلا")};
    f->record = (isn_record){.article = &f->article,
                             .language = "ar",
                             .relevant = true,
                             .relevance = 1,
                             .title = fixture_mark("مقتل جنديين في كركوك"),
                             .claims = f->claims,
                             .nclaims = 2,
                             .contradictions = &f->pair,
                             .ncontradictions = 1,
                             .quotes = &f->quote,
                             .nquotes = 1,
                             .pack_hash = "00ff"};
    isn_sha256_hex(f->record.id, f->article.bytes, f->article.len);
}

#endif
