/* match.h: words → mentions with values: numbers, dates, places, actors, persons, sources. Left of it:
 * lexicon/ with words and hits. Right of it: claim/, which gives mentions their roles.
 *
 * All word ranges are [first, last) in isn_scan.words. All arrays live in the article's arena, sorted
 * by `first`; an index by first word stands beside each (`at`), nwords long, UINT32_MAX for none.
 */
#ifndef ISN_MATCH_H
#define ISN_MATCH_H

#include "lexicon/lexicon.h"

#define ISN_NO_COUNT INT64_MIN /* null in the record */

/* ---- parts.c ------------------------------------------------------------------------------------- */

typedef struct isn_outlet {
    uint32_t row;         /* in ISN_T_OUTLET, or ISN_NO_ROW when unknown to the lexicon */
    uint32_t first, last; /* words that name it in the text; first == last when only given */
    isn_str given;        /* metadata */
    uint8_t reading;      /* of the first of the words */
} isn_outlet;

typedef struct isn_story {
    isn_span title;    /* {0, 0}: none */
    int32_t published; /* day, or ISN_NO_DAY */
    isn_span published_text;
    int32_t updated; /* as its words tell, or ISN_NO_DAY */
    isn_span updated_text;
    uint8_t published_from; /* isn_from */
    bool has_outlet;
    isn_outlet
        outlet; /* who prints it: metadata, dateline ("أنقرة/ الأناضول"), byline, or named in the
                          text as the one spoken to (قال لـ"العربي الجديد") or as we (مراسلنا) */
    bool has_agency;
    isn_outlet agency; /* the agency whose report another outlet prints: "القاهرة- أ ف ب:" */
    uint32_t dateline_place; /* row in ISN_T_PLACE or ISN_NO_ROW */
    uint32_t
        country; /* row in ISN_T_COUNTRY: what the story is about, by majority of its place names,
                          nations and actors; ISN_NO_ROW */
    float country_share; /* of the mentions that name a country */
    uint32_t state;      /* row in ISN_T_COUNTRY: whose government is meant where none is told, by
                            the outlet and the dateline, too; ISN_NO_ROW */
} isn_story;

/* Gives each block its role (isn_block.role, .repeated) and finds date and outlet of the article. */
void isn_match_parts(isn_story *story, isn_arena *arena, isn_article *article,
                     const isn_scan *scan);

/* ---- number.c -------------------------------------------------------------------------------------- */

enum { /* isn_number.flags */
       ISN_NF_DIGITS = 1 << 0,
       ISN_NF_DUAL = 1 << 1, /* the count is the noun's dual: جنديين */
       ISN_NF_SINGULAR =
           1 << 2, /* the count is a bare singular: جندي; low confidence, claim/ decides */
       ISN_NF_PLURAL = 1 << 3, /* a bare plural: جنود: vague, 3 */
       ISN_NF_ORDINAL = 1 << 4,
       ISN_NF_PERCENT = 1 << 5,
       ISN_NF_FRACTION = 1 << 6,
       ISN_NF_OTHER = 1 << 7,  /* آخر، آخران، آخرون: of the kind just named */
       ISN_NF_SUBSET = 1 << 8, /* after بينهم: part of the count before it */
       ISN_NF_PLUS = 1 << 9,   /* after إضافة إلى */
       ISN_NF_NAME = 1 << 10, /* part of a name or label: اللواء 17، أكس-12, the 61 of "day 61" */
       ISN_NF_DATE = 1 << 11,   /* taken by a date or a time (set by dates) */
       ISN_NF_OUT_OF = 1 << 12, /* من أصل */
       ISN_NF_EITHER = 1 << 13, /* التسعون: cardinal or ordinal, nothing beside it tells */
       ISN_NF_SIGN = 1 << 14,   /* the sign glued before its digits is part of it: -5, .5 */
       ISN_NF_AND =
           1 << 15 /* وأحد مرافقيه: its word begins with a و that has the letters of another */
};

/* A reading that the lexicon does not have: the first letter is و, though the letters are a word (وأحد). */
#define ISN_READING_AND 255

/* A quantity: the number words, its bounds, and the noun it counts. */
typedef struct isn_number {
    uint32_t first, last; /* with bounds and noun phrase head: "ما لا يقل عن أربعين قتيلا" */
    uint32_t num_first, num_last; /* number words alone; empty for duals, singulars, plurals */
    uint32_t noun;                /* word index of the counted noun's head; UINT32_MAX */
    isn_table noun_table; /* PEOPLE, CASUALTY, UNIT, ACTOR...; ISN_TABLES when unknown noun */
    uint32_t noun_row;
    double value;                   /* exact value read, for fractions and percentages too */
    double to;                      /* of a range: its greater end */
    int64_t low, best, high;        /* by the codebook; ISN_NO_COUNT for null */
    uint32_t bound_row, opener_row; /* in ISN_T_BOUND, or ISN_NO_ROW */
    uint8_t bound;                  /* ISN_B_*; 255 none */
    uint8_t quantity;               /* ISN_Q_* */
    uint8_t reading;                /* of the word `first`: which clitics stand before it; or
                                       ISN_READING_AND */
    uint16_t flags;
} isn_number;

typedef struct isn_numbers {
    isn_number *ptr;
    uint32_t len;
    uint32_t *at; /* by `first` */
} isn_numbers;

void isn_match_numbers(isn_numbers *out, isn_arena *arena, const isn_scan *scan);

/* ---- date.c ---------------------------------------------------------------------------------------- */

enum {                   /* isn_date.kind: what the expression says of the event beside it */
       ISN_DATE_AT,      /* on, in: the event lies in [start, end] */
       ISN_DATE_SINCE,   /* since: a period from start to the publication date */
       ISN_DATE_UNTIL,   /* by, until: a deadline if the act is to come */
       ISN_DATE_PERIOD,  /* during the last 24 hours, over three weeks: what a tally covers */
       ISN_DATE_AGO,     /* three days ago */
       ISN_DATE_WITHIN,  /* within 48 hours: a deadline counted from the anchor */
       ISN_DATE_DURATION /* three days long: no date at all */
};
enum {                           /* isn_date.flags */
       ISN_DF_RELATIVE = 1 << 0, /* counted from the anchor */
       ISN_DF_FUTURE = 1 << 1,
       ISN_DF_PAST = 1 << 2,     /* said in words: المقبل، الماضي */
       ISN_DF_CLASH = 1 << 3,    /* the weekday named and the date do not agree */
       ISN_DF_YEARLESS = 1 << 4, /* the year was supplied */
       ISN_DF_RECENT = 1 << 5,   /* recently: end known, start not */
       ISN_DF_TIME = 1 << 6,     /* a time of day alone */
       ISN_DF_DEADLINE = 1 << 7, /* said to be one: بحلول، مهلة أقصاها، أمهل */
       ISN_DF_AFTER = 1 << 8, /* a length after what is told behind it: بعد يومين من الهجوم */
       ISN_DF_BEFORE = 1 << 9, /* or before it */
       ISN_DF_EVENT = 1 << 10 /* since something that began then, told between منذ and the day */
};

typedef enum isn_date_rule {                   /* what kind of expression was read */
                             ISN_RULE_DATE,    /* a day and a month in words: 31 ديسمبر */
                             ISN_RULE_FIGURES, /* 12/3/2021 */
                             ISN_RULE_MONTH,
                             ISN_RULE_YEAR,
                             ISN_RULE_WEEKDAY, /* nearest to the anchor, on the side of the tense */
                             ISN_RULE_DAY,     /* أمس، بعد غد */
                             ISN_RULE_PERIOD,  /* الأسبوع المقبل */
                             ISN_RULE_PART,    /* مطلع، نهاية */
                             ISN_RULE_RANK,    /* الثلاثاء الثالث من أكتوبر */
                             ISN_RULE_FEAST,
                             ISN_RULE_SEASON,
                             ISN_RULE_CENTURY, /* a century or decade by its name or number */
                             ISN_RULE_LENGTH,  /* counted from the anchor */
                             ISN_RULE_CLOCK,
                             ISN_RULE_PARTDAY,
                             ISN_RULE_RECENT
} isn_date_rule;

typedef enum isn_date_by { /* what isn_date.other depends on */
                           ISN_BY_NONE,
                           ISN_BY_TENSE, /* past or future */
                           ISN_BY_WEEK,  /* weeks that begin on Monday, not on Saturday */
                           ISN_BY_ORDER, /* of day, month and year in figures */
                           ISN_BY_COUNT, /* the one day meant, where a loose word has a period: the 15th for the middle of a month */
                           ISN_BY_RANK, /* the third Tuesday of October, or Tuesday the third */
                           ISN_BY_RITE  /* Easter of the eastern churches */
} isn_date_by;

#define ISN_NO_TIME (-1)

typedef struct isn_date {
    uint32_t first, last;
    int32_t start, end; /* days, inclusive; ISN_NO_DAY: unknown */
    uint8_t precision;  /* UCDP 1-5 */
    uint8_t kind;
    uint16_t flags;
    int32_t anchor; /* the day it was counted from, or ISN_NO_DAY */
    int32_t
        days; /* length said in words ("48 hours": 2) of DURATION, WITHIN, AGO, PERIOD, SINCE; 0 */
    int32_t other;    /* first day of the reading that the words do not rule out, or ISN_NO_DAY */
    uint8_t other_by; /* isn_date_by */
    uint8_t rule;     /* isn_date_rule */
    int16_t from,
        to; /* minutes of the day, ISN_NO_TIME where none is said; `to`: of a stretch of hours */
} isn_date;

typedef struct isn_dates {
    isn_date *ptr;
    uint32_t len;
    uint32_t *at;
} isn_dates;

/* `anchor`: publication day or ISN_NO_DAY (relative expressions then have no start and end). Numbers
 * that dates take are flagged ISN_NF_DATE. */
void isn_match_dates(isn_dates *out, isn_arena *arena, const isn_scan *scan, isn_numbers *numbers,
                     int32_t anchor);
int32_t isn_day_add(int32_t day, int n, uint8_t grain); /* ISN_G_*; n may be negative */
uint8_t isn_date_precision(int32_t start, int32_t end);
/* A text that is nothing but one expression of time, read more freely than in a sentence: a number pair is a date, a
 * month that is also a common word is a month, "من أسبوع" is a week ago. `out->at` stays NULL. False, with nothing
 * changed, when it is no such text. */
bool isn_match_lone_date(isn_dates *out, isn_arena *arena, const isn_scan *scan, int32_t anchor);
/* Reads an absolute date in words [first, last); for datelines, before the anchor is known. */
bool isn_match_absolute_date(isn_date *out, const isn_scan *scan, uint32_t first, uint32_t last);
/* The same of one that begins before the word `begins`. */
bool isn_match_date_from(isn_date *out, const isn_scan *scan, uint32_t first, uint32_t begins,
                         uint32_t last);

/* ---- entity.c ---------------------------------------------------------------------------------------- */

typedef enum isn_entity_kind {
    ISN_ENT_ACTOR, /* an organisation, state, office, named or composed: الجيش العراقي */
    ISN_ENT_PERSON, /* title or office and name: اللواء تحسين الخفاجي، المتحدث باسم … فلان */
    ISN_ENT_PEOPLE, /* human noun phrase: ثلاثة جنود عراقيين، متظاهرين، مسلحون مجهولون */
    ISN_ENT_SOURCE, /* anonymous speaker: مصدر أمني، شهود عيان */
    ISN_ENT_PLACE,
    ISN_ENT_OUTLET, /* outlet, agency, broadcaster, platform */
    ISN_ENT_PRONOUN /* a free pronoun هو هم */
} isn_entity_kind;

enum {                         /* isn_entity.flags */
       ISN_EF_NAMED = 1 << 0,  /* has a proper name */
       ISN_EF_ARMED = 1 << 1,  /* fights */
       ISN_EF_SPOKES = 1 << 2, /* speaks for `org` */
       ISN_EF_RANK = 1 << 3,
       ISN_EF_GENERIC = 1 << 4,        /* "the group", "the two sides": to be resolved */
       ISN_EF_STATE_BY_STORY = 1 << 5, /* country taken from the story, not from its own words */
       ISN_EF_CONTAINER = 1 << 6, /* place: holds the place before it (governorate of a village) */
       ISN_EF_NEAR = 1 << 7,      /* place: قرب، محيط */
       ISN_EF_DIRECTION = 1 << 8, /* place: شمالي */
       ISN_EF_ADJ = 1 << 9, /* a nationality adjective alone: قصف إسرائيلي → Israel */
       ISN_EF_DUAL = 1 << 10,
       ISN_EF_PLURAL = 1 << 11,
       ISN_EF_FEM = 1 << 12,
       ISN_EF_COORD = 1 << 13,  /* joined by و to the entity before it (see `coord`) */
       ISN_EF_WEAPON = 1 << 14, /* مسيّرة إسرائيلية */
       ISN_EF_WEAK = 1 << 15, /* a place or group name that is also a common word, without a cue */
       ISN_EF_CAPITAL = 1 << 16, /* place: a capital, which may stand for its government */
       ISN_EF_ENVOY = 1 << 17,   /* an ambassador: his country is not where the story is */
       ISN_EF_OWN = 1 << 18      /* بلاده: the land of whom the pronoun stands for */
};

typedef struct isn_entity {
    uint32_t first,
        last; /* the whole phrase: "قرية أم الكرامي", "رئيس الوزراء العراقي مصطفى الكاظمي" */
    uint32_t head; /* word index of the noun that agrees with verbs; of a place, behind بالقرب من */
    uint8_t kind;
    uint8_t reading; /* of the first word, for the bytes */
    uint8_t sector, inter, role, side;
    uint8_t precision;  /* place: 1-7 */
    uint8_t place_type; /* ISN_PT_* */
    uint32_t flags;
    isn_table
        table; /* where `row` lies: ACTOR, PLACE, COUNTRY, OUTLET, PEOPLE, ORGWORD, NATION, TITLE */
    uint32_t row;
    uint32_t country; /* row in ISN_T_COUNTRY or ISN_NO_ROW */
    uint32_t org;     /* index of the entity it speaks for or belongs to, or UINT32_MAX; that one is
                              nested in [first, last) and has `nested` set */
    uint32_t container; /* place: index of the place that contains it, or UINT32_MAX */
    uint32_t
        referent; /* place: index of the named building that a bare noun points back to, or UINT32_MAX */
    uint32_t coord;  /* index of the entity it is joined to by و, or UINT32_MAX */
    uint32_t number; /* index in isn_numbers of the count that heads it, or UINT32_MAX */
    uint32_t name_first, name_last; /* PERSON: the bare name's words; empty when unnamed */
    bool nested;      /* inside another entity: not a mention of its own in the clause */
    isn_str id, name; /* from the lexicon; composed ones: {NULL, 0} */
    int32_t lat, lon; /* place: times 10,000; ISN_NO_INT */
    uint8_t basis;    /* place: 0 point, 1 centroid, 2 capital */
} isn_entity;

typedef struct isn_entities {
    isn_entity *ptr;
    uint32_t len;
    uint32_t *at;    /* by `first`: the outermost entity that starts there */
    uint32_t *cover; /* by word: the outermost entity that covers the word, or UINT32_MAX */
    uint32_t
        *land; /* by sentence: the country that heads it (تشاد: …، وفي النيجر، …), or ISN_NO_ROW */
} isn_entities;

/* Also decides story->country, and resolves ambiguous place names by type word, neighbours and it. */
void isn_match_entities(isn_entities *out, isn_arena *arena, const isn_scan *scan,
                        const isn_numbers *numbers, const isn_dates *dates, isn_story *story);

/* ---- all together ---------------------------------------------------------------------------------------- */

#define ISN_NO_CUE 0xff

typedef struct isn_match {
    const isn_scan *scan;
    const uint8_t *
        cue; /* nwords + 1: ISN_CUE_* of the first cue at each word, ISN_NO_CUE for none: what rules ask most */
    isn_story story;
    isn_numbers numbers;
    isn_dates dates;
    isn_entities entities;
} isn_match;

/* First the parts of the page, its date and outlet; then, where it is worth it (see isn_claim_glance), numbers and
 * dates; then entities. */
void isn_match_story(isn_match *out, isn_arena *arena, isn_article *article, const isn_scan *scan);
void isn_match_values(isn_match *out, isn_arena *arena);
void isn_match_names(isn_match *out, isn_arena *arena);

/* Helpers for readers of hits. The best sense of table `t` among hits starting at `word`: longest first;
 * `*hit` and the sense, or NULL. */
const isn_sense *isn_match_first_sense(const isn_hit **hit, const isn_scan *scan, uint32_t word,
                                       isn_table t);
static inline const isn_sense *isn_match_sense(const isn_hit **hit, const isn_scan *scan,
                                               uint32_t word, isn_table t) {
    if (word >= scan->nwords || !(scan->word_tables[word] & (1u << t)))
        return NULL;
    return isn_match_first_sense(hit, scan, word, t);
}

/* Is the word a verb with the س of what is to come? */
bool isn_match_will(const isn_scan *scan, uint32_t word);

#endif
