/* isnad.h: reads Arabic news and writes attributable conflict event data.
 *
 * The only installed header. Strings are UTF-8, pointer and length; offsets are bytes into the
 * input as it was given. Functions return ISN_OK (0) or a negative status; on failure outputs are
 * untouched and `error`, where given, says what, where and at which byte. No global state: a pack is
 * immutable and may be shared by threads; a coder belongs to one thread at a time.
 */
#ifndef ISNAD_H
#define ISNAD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__) && defined(ISN_BUILD)
#define ISN_API __attribute__((visibility("default")))
#else
#define ISN_API
#endif

#define ISN_VERSION "0.1.0"

typedef enum isn_status {
    ISN_OK = 0,
    ISN_ENOMEM = -1,  /* out of memory */
    ISN_EIO = -2,     /* the system refused: open, read, write */
    ISN_EFORMAT = -3, /* malformed input, pack or database */
    ISN_EVERSION = -4, /* a pack or database of another format version */
    ISN_EUSAGE = -5,  /* an argument makes no sense */
    ISN_ELIMIT = -6   /* larger than 1 GiB, a page larger than 16 MiB, or nested too deep */
} isn_status;

typedef struct isn_str {
    const char *ptr;
    size_t len;
} isn_str;

typedef struct isn_error {
    isn_status code;
    char message[256]; /* one sentence without the path, zero-terminated */
    char path[512];    /* file or record id, "" when none */
    uint64_t offset;   /* byte where the fault lies, 0 when it has no place */
} isn_error;

/* ---- the language pack ---------------------------------------------------------------------- */

typedef struct isn_pack isn_pack;

/* Maps a compiled pack. `path` NULL: $ISNAD_PACK, else beside the program, else the installed one.
 * Close after the last coder that uses it. ISN_EIO, ISN_EFORMAT (truncated, foreign), ISN_EVERSION. */
ISN_API isn_status isn_pack_open(isn_pack **out, const char *path, isn_error *error);
/* The same with rows of a user's own over the built-in ones: `folder` holds TSV files in the formats of lang/ar. A row
 * whose id is built in takes that row's place, others are added. Compiled when the folder has changed and kept in
 * $XDG_CACHE_HOME/isnad or ~/.cache/isnad; needs the folder lang/ar beside the pack, as it is installed. ISN_EFORMAT when rows
 * are at fault: then `*faults`, unless `faults` is NULL, has a line "file:line:column: reason" for each, and is freed with
 * isn_free; else it is NULL. */
ISN_API isn_status isn_pack_open_over(isn_pack **out, const char *path, const char *folder,
                                      char **faults, isn_error *error);
ISN_API void isn_pack_close(isn_pack *pack); /* NULL is allowed */
/* Hash of the pack's sources, 64 hexadecimal digits; lives as long as the pack. */
ISN_API const char *isn_pack_hash(const isn_pack *pack);

typedef enum isn_lexicon_ask {
    ISN_LEXICON_FIND,   /* rows that the argument, a word or name, stands for; then those that hold it in a longer one */
    ISN_LEXICON_STATS,  /* rows and names of each table */
    ISN_LEXICON_CHECK,  /* what compiles and yet looks wrong, a line each; nothing: all is well */
    ISN_LEXICON_DIFF,   /* rows of the user's folder, "+ ", and the built-in ones they replace, "- " */
    ISN_LEXICON_UNUSED, /* rows that the argument, a text, does not need */
    ISN_LEXICON_COLUMNS /* file name and header line of the table that the argument names */
} isn_lexicon_ask;

/* Questions about a pack, answered in lines of text; `*out` is zero-terminated and freed with isn_free. ISN_EUSAGE when
 * there is no such table, ISN_ELIMIT beyond 1 GiB, ISN_ENOMEM. */
ISN_API isn_status isn_lexicon(char **out, const isn_pack *pack, isn_lexicon_ask ask,
                               isn_str argument, isn_error *error);

/* ---- coding ----------------------------------------------------------------------------------- */

typedef enum isn_input_kind { /* what the bytes of an article are */
    ISN_INPUT_TEXT, /* plain text, a paragraph a line */
    ISN_INPUT_HTML, /* a web page, of which the article is to be found */
    ISN_INPUT_UTF8  /* plain text that is known to be UTF-8: of JSON */
} isn_input_kind;

/* One article as it was given. Any field but `text` may be {NULL, 0}. The bytes are borrowed until
 * the result has been read. With a title that the text does not begin with, the input is
 * title + "\n\n" + text, and offsets count in that; a page has its title in itself, and `title` is not read.
 * Title and outlet may be in the encoding of the text, where that is not UTF-8. Encodings: UTF-8, UTF-16, windows-1256, ISO-8859-6, Mac
 * Arabic, windows-1252, and UTF-8 encoded twice; found by mark, `charset`, the page, and the bytes. */
typedef struct isn_input {
    isn_str text;
    isn_str title;
    isn_str source;    /* path, URL or record id, copied into the record */
    isn_str url;
    isn_str published; /* "YYYY-MM-DD..." from metadata */
    isn_str outlet;    /* name or domain of the outlet, from metadata */
    bool published_is_option; /* given by the user rather than by metadata */
    isn_input_kind kind;
    isn_str charset; /* what a header says of the encoding: "windows-1256" */
    bool apart; /* of a page: where it holds several stories, code one at a time; see isn_coder_next */
} isn_input;

typedef struct isn_coder isn_coder;

ISN_API isn_status isn_coder_new(isn_coder **out, const isn_pack *pack, isn_error *error);
ISN_API void isn_coder_free(isn_coder *coder);

/* Codes articles side by side, at most ISN_GROUP: each is taken a step of its way before any is taken the next, for the
 * way is far more code than a processor keeps near. coders[i] holds the i-th, for all other calls on a coder; the first is `coder`
 * itself, the others are made when they are first needed and freed with it. errors[i].code tells what became of the i-th: ISN_OK,
 * ISN_ELIMIT, ISN_ENOMEM; without memory for its coder that is NULL. What coders hold lives until the next call of this or a free;
 * what one of them hands out, until the next call on any. Records are those that each article has alone.
 * Malformed UTF-8 is coded on; its first position is told by isn_coder_bad_utf8. */
#define ISN_GROUP 64
ISN_API void isn_coder_code_all(isn_coder *coder, const isn_input *inputs, size_t n,
                                isn_coder **coders, isn_error *errors);
/* The same of one. `error` may be NULL. */
static inline isn_status isn_coder_code(isn_coder *coder, const isn_input *input, isn_error *error) {
    isn_error own = {0};
    isn_error *told = error != NULL ? error : &own;
    isn_coder_code_all(coder, input, 1, &coder, told);
    return told->code;
}
/* Codes the next story of the last page, where `apart` was asked for: of a live page the next entry, of a page of
 * several articles the next of them. isn_coder_code coded the first. `*more` false: there is none, and nothing changed.
 * The bytes of the input must still be there. ISN_ENOMEM. */
ISN_API isn_status isn_coder_next(isn_coder *coder, bool *more, isn_error *error);
ISN_API bool isn_coder_bad_utf8(const isn_coder *coder, uint64_t *offset);
/* What was amiss with the bytes and is worth a warning: that a page holds no article, that it was cut off,
 * that its text had been encoded twice. NULL: nothing. Static text. */
ISN_API const char *isn_coder_warning(const isn_coder *coder);
ISN_API size_t isn_coder_claims(const isn_coder *coder);

/* The record of the last article, in the formats of docs/record.md. `*out` is zero-terminated, is
 * the coder's and lives until the next call on it. */
ISN_API isn_status isn_coder_json(isn_coder *coder, isn_str *out, isn_error *error);
/* The same for a reader at a terminal, in Arabic, chain drawn link by link. `color`: ANSI. */
ISN_API isn_status isn_coder_text(isn_coder *coder, bool color, isn_str *out, isn_error *error);
/* Why: lexicon rows, frame and scope of each value of one claim ("c3"), or of all with {NULL, 0}, and what was
 * considered and rejected. In English, or in the language of the pack. ISN_EUSAGE when there is no such claim. */
ISN_API isn_status isn_coder_explain(isn_coder *coder, isn_str claim, bool own_language,
                                     isn_str *out, isn_error *error);

/* ---- near-duplicates in a batch ----------------------------------------------------------------- */

typedef struct isn_twins isn_twins;

/* Compares the coder's last article with those that were added before, the last 131,072 of them, and adds it. Where it is
 * nearly the same as one (more than half of their runs of four words are the same), its record says which was the first of
 * them, `duplicate_of`, and in what it differs from that, `differs`. `*twins` is NULL at first, and takes 70 MB at most.
 * ISN_ENOMEM; ISN_EUSAGE without an article. */
ISN_API isn_status isn_twins_add(isn_twins **twins, isn_coder *coder, isn_error *error);

typedef enum isn_twins_ask {
    ISN_TWINS_READ, /* takes what earlier runs wrote, before anything is added */
    ISN_TWINS_NEW,  /* gives what was added since it was last asked */
    ISN_TWINS_ALL,  /* gives all that are known */
    ISN_TWINS_FREE  /* and makes *twins NULL */
} isn_twins_ask;

/* Signatures of articles for later runs, on machines of one kind: those of a run are joined to those of before. Given bytes
 * live until the next call. Of READ, *bytes is what there is, and then what is whole of it: less, where a run was broken off
 * while it wrote. An article that is added again is the one of then, and no duplicate of itself. ISN_ENOMEM, ISN_EFORMAT. */
ISN_API isn_status isn_twins_keep(isn_twins **twins, isn_twins_ask ask, isn_str *bytes, isn_error *error);
static inline void isn_twins_free(isn_twins *twins) { /* NULL is allowed */
    isn_twins_keep(&twins, ISN_TWINS_FREE, NULL, NULL);
}

/* ---- dates alone ------------------------------------------------------------------------------ */

typedef enum isn_when_kind { /* what an expression of time says of the event beside it */
    ISN_WHEN_AT,             /* on, in: it lies in the interval */
    ISN_WHEN_SINCE,          /* from the first day on */
    ISN_WHEN_UNTIL,          /* by, until: a deadline if the act is to come */
    ISN_WHEN_PERIOD,         /* during, over: what a tally covers */
    ISN_WHEN_AGO,            /* three days ago */
    ISN_WHEN_WITHIN,         /* within 48 hours: a deadline counted from the reference day */
    ISN_WHEN_LENGTH          /* three days long: no date */
} isn_when_kind;

enum { /* isn_when.flags */
    ISN_WHEN_RELATIVE = 1 << 0, /* counted from the reference day */
    ISN_WHEN_FUTURE = 1 << 1,   /* said to be to come */
    ISN_WHEN_PAST = 1 << 2,     /* said to be past */
    ISN_WHEN_CLASH = 1 << 3,    /* the weekday named is not that of the date; the date is kept */
    ISN_WHEN_YEARLESS = 1 << 4, /* the year was not said but supplied */
    ISN_WHEN_RECENT = 1 << 5,   /* recently: the last day is known, the first not */
    ISN_WHEN_TIME = 1 << 6,     /* a time of day without a day: that of the report is given */
    ISN_WHEN_DEADLINE = 1 << 7  /* said to be a deadline: by, at the latest, gave them a week */
};

typedef struct isn_when {
    uint64_t start, end;       /* bytes of the text, `end` excluded */
    char first[11], last[11];  /* days of the interval, both included, YYYY-MM-DD; "" not known */
    isn_when_kind kind;
    unsigned precision;        /* UCDP date_prec: 1 day, 2 to 6 days, 3 week, 4 month, 5 longer */
    unsigned flags;
    int32_t days;              /* the length said, in days; 0 where none is */
    char other[11];            /* the first day of another reading that the words leave open; "" for none */
    const char *other_by;      /* what decides between the two, "" for none: "tense" (Friday is last week's or
                                  next week's), "week" (weeks that begin on Monday), "order" (of figures),
                                  "count" (the one day in a loose period), "rank" (the third Tuesday, or
                                  Tuesday the third), "rite" (Easter of the other churches) */
    const char *rule;          /* how it was read: "date", "figures", "month", "year", "weekday", "day",
                                  "period", "part", "rank", "feast", "season", "century", "length", "clock",
                                  "part-of-day", "recently" */
    char time[6], time_end[6]; /* HH:MM where the clock is told, `time_end` of a stretch of hours; "" not said */
} isn_when;

/* Every expression of time in a text, in its order. A text that is nothing but one expression is read more
 * freely than one inside a sentence: "4.22" is then a date. `on`: the reference day "YYYY-MM-DD", from which
 * "yesterday" is counted; {NULL, 0} leaves what needs one without days. `*out` is the coder's and lives
 * until its next call. ISN_EUSAGE when `on` is no date, ISN_ELIMIT beyond 1 GiB, ISN_ENOMEM. */
ISN_API isn_status isn_read_dates(isn_coder *coder, const isn_when **out, size_t *len, isn_str text,
                                  isn_str on, isn_error *error);

/* ---- numbers alone ----------------------------------------------------------------------------- */

typedef enum isn_amount_kind {
    ISN_AMOUNT_CARDINAL, /* a whole number */
    ISN_AMOUNT_ORDINAL,  /* the third, the twenty-first */
    ISN_AMOUNT_FRACTION, /* a half, three quarters, 12.5 */
    ISN_AMOUNT_PERCENT,  /* 12.5 %, with what it is of not read */
    ISN_AMOUNT_RANGE,    /* between ten and fifteen, 10-15 */
    ISN_AMOUNT_VAGUE,    /* dozens, several, a number of */
    ISN_AMOUNT_COUNTED,  /* no number word: two soldiers by a dual, one by a singular, some by a plural */
    ISN_AMOUNT_NONE,     /* said that there are none, or that no word is of any */
    ISN_AMOUNT_LABEL     /* part of a name: the 444th Brigade, Resolution 1701, a telephone number */
} isn_amount_kind;

typedef enum isn_quantity { /* counts[].quantity of docs/record.md */
    ISN_QUANTITY_EXACT,
    ISN_QUANTITY_AT_LEAST,
    ISN_QUANTITY_AT_MOST,
    ISN_QUANTITY_ABOUT,
    ISN_QUANTITY_RANGE,
    ISN_QUANTITY_VAGUE,
    ISN_QUANTITY_NONE
} isn_quantity;

enum { /* isn_amount.flags */
    ISN_AMOUNT_DIGITS = 1 << 0,   /* written in digits, or digits and a scale: 3 million */
    ISN_AMOUNT_DUAL = 1 << 1,     /* two by the dual of its noun */
    ISN_AMOUNT_SINGULAR = 1 << 2, /* one by a bare singular, or "one of the soldiers" */
    ISN_AMOUNT_PLURAL = 1 << 3,   /* some by a bare plural */
    ISN_AMOUNT_OTHER = 1 << 4,    /* "another", "three others": of the kind named before */
    ISN_AMOUNT_SUBSET = 1 << 5,   /* part of the count before it: "among them" */
    ISN_AMOUNT_PLUS = 1 << 6,     /* on top of the count before it: "in addition to" */
    ISN_AMOUNT_OUT_OF = 1 << 7,   /* the whole of which the count before it is a part */
    ISN_AMOUNT_DATE = 1 << 8,     /* stands in a date, an hour or a length of time */
    ISN_AMOUNT_EITHER = 1 << 9    /* cardinal or ordinal, nothing beside it tells: "the ninety", "the
                                     ninetieth" */
};

/* A number and all that was said of it. low, best and high follow the codebook (docs/numbers.md) and are
 * NAN where it has none: "more than ten" is 11, 11, NAN. */
typedef struct isn_amount {
    uint64_t start, end;           /* bytes: bounds, number and noun; `end` excluded */
    uint64_t num_start, num_end;   /* the number words alone; equal where there are none */
    uint64_t unit_start, unit_end; /* the noun that it counts; equal where none was found */
    isn_amount_kind kind;
    isn_quantity quantity;
    unsigned flags;
    double value;                  /* as read: 12.5 of "12.5 %", the lesser end of a range */
    double low, best, high;
    const char *unit; /* what the noun is: "people", "casualty", "munition", "vehicle", "action", "family",
                         "time", "money", "animal", "building", "distance", "weight", "percent",
                         "formation", "thing", "role", "event", "other"; NULL without a noun */
    const char *why;  /* the rules and rows of the pack that it was read by, in English */
} isn_amount;

/* Every number of a text, in its order. No two overlap in their number words, and none is read from a part
 * of a run of number words that has another value. `*out` and its strings are the coder's and live until
 * its next call. ISN_ELIMIT beyond 1 GiB, ISN_ENOMEM. */
ISN_API isn_status isn_read_numbers(isn_coder *coder, const isn_amount **out, size_t *len,
                                    isn_str text, isn_error *error);
/* ---- tokens alone ----------------------------------------------------------------------------- */

typedef enum isn_piece_kind {
    ISN_PIECE_WORD,   /* Arabic letters */
    ISN_PIECE_LATIN,  /* letters of another script, with digits that follow: F16 */
    ISN_PIECE_NUMBER, /* digits with the signs inside a number, a time or a date */
    ISN_PIECE_SIGN,   /* one punctuation mark or symbol */
    ISN_PIECE_LINK    /* URL, e-mail address, @handle */
} isn_piece_kind;

enum { /* isn_cut.clitics: what is attached in front; the article stays with the stem */
    ISN_CLITIC_WAW = 1 << 0, /* and */
    ISN_CLITIC_FEH = 1 << 1, /* then */
    ISN_CLITIC_BEH = 1 << 2, /* by */
    ISN_CLITIC_LAM = 1 << 3, /* for; of lam and the article the first lam */
    ISN_CLITIC_KAF = 1 << 4, /* like */
    ISN_CLITIC_SEEN = 1 << 5 /* will */
};

typedef enum isn_pronoun { /* isn_cut.pronoun: what is attached behind */
    ISN_PRONOUN_NONE,
    ISN_PRONOUN_HU,   /* him, his */
    ISN_PRONOUN_HA,   /* her, it */
    ISN_PRONOUN_HUMA, /* them both */
    ISN_PRONOUN_HUM,  /* them */
    ISN_PRONOUN_HUNNA, /* them, of women */
    ISN_PRONOUN_KA,   /* you */
    ISN_PRONOUN_KUM,  /* you all */
    ISN_PRONOUN_NA,   /* us, our */
    ISN_PRONOUN_YA,   /* my */
    ISN_PRONOUN_NI    /* me */
} isn_pronoun;

typedef enum isn_known { /* isn_cut.known: where the stem stands */
    ISN_STEM_UNKNOWN,
    ISN_STEM_IN_LIST, /* in the general word list of the pack */
    ISN_STEM_IN_TABLE /* in a table of the pack, or it is no stem but a pronoun */
} isn_known;

typedef struct isn_cut { /* one way to cut a word */
    uint64_t stem, stem_end; /* bytes of the stem; proclitics before it, the pronoun after it */
    uint64_t second;         /* where the second proclitic begins; `stem` when there is none */
    unsigned clitics;
    isn_pronoun pronoun;
    isn_known known;
} isn_cut;

typedef struct isn_piece {
    uint64_t start, end; /* bytes of the text */
    isn_str folded;      /* as it is compared: one spelling, no marks; "" for signs */
    isn_piece_kind kind;
    uint32_t paragraph, sentence; /* from 1 */
    uint32_t quotation;  /* quotations it stands in; marks belong outside theirs */
    uint32_t ncuts;      /* likeliest first; 0 for what is no Arabic word */
    const isn_cut *cuts;
} isn_piece;

/* The tokens of a text in its order. Between two of them there is nothing but white space, marks that
 * are not seen, stray vowel marks, and underscores that join a name. `*out` and what it points to are
 * the coder's and live until its next call. ISN_ELIMIT beyond 1 GiB, ISN_ENOMEM. */
ISN_API isn_status isn_read_tokens(isn_coder *coder, const isn_piece **out, size_t *len,
                                   isn_str text, isn_error *error);

/* ---- store ------------------------------------------------------------------------------------ */

typedef struct isn_store isn_store;

/* Opens or creates a store: a SQLite file, or a PostgreSQL database by its URL, postgresql://USER@HOST/DATABASE. Writes are
 * atomic: nothing is visible before a commit. ISN_EIO, ISN_EFORMAT (another program's), ISN_EVERSION; ISN_EUSAGE for a URL
 * in a library that was built without libpq. */
ISN_API isn_status isn_store_open(isn_store **out, const char *path, isn_error *error);
/* Makes of the last article a parcel, what a store takes of it, so that a thread may code while another stores. `*out` is
 * the coder's and lives until its next call; a copy needs the coder no more, but its pack and this program. */
ISN_API isn_status isn_coder_pack(isn_coder *coder, isn_str *out, isn_error *error);
/* Adds the article of a parcel; the same bytes coded by the same coder and pack change nothing. Rows may stay in memory
 * until the commit: what a database refuses is told then at the latest. */
ISN_API isn_status isn_store_put(isn_store *store, isn_str parcel, isn_error *error);
ISN_API isn_status isn_store_commit(isn_store *store, isn_error *error);
ISN_API void isn_store_close(isn_store *store); /* rolls back what was not committed */

/* ---- the ledger ------------------------------------------------------------------------------- */

/* Takes bytes as they are made. Not ISN_OK ends the writing, which returns that. */
typedef isn_status (*isn_sink)(void *context, const char *ptr, size_t len);

/* A run of isn_store_link in pieces, the costly of which may go on side by side, in processes and on machines of their
 * own. First the plan: what is to be looked for; then each of its parts; then the run itself, with what the parts found.
 * Plan and parts are lines of text, for the sink to keep, and write to no store. */
typedef struct isn_pieces {
    isn_sink sink; /* makes the plan, or the part; NULL: links */
    void *context;
    isn_str plan;  /* to make a part of; {NULL, 0}: to make the plan */
    unsigned part; /* which, from 1 on */
    unsigned count; /* parts that the plan has at least; set to how many it has */
    const isn_str *found; /* parts, to link by; one that is missing is made up for */
    size_t nfound;
} isn_pieces;

/* Groups what has been stored since the last time into events, with estimates, and commits. The end is
 * the same for any order and any number of articles at once, and for any pieces, whatever was stored or linked between
 * them; NULL: all at once. `claims`, `events`: how many claims were new, how many events changed. ISN_EIO, ISN_EFORMAT
 * (a plan or a part that is not whole, or of another version), ISN_ENOMEM: nothing has changed. */
ISN_API isn_status isn_store_link(isn_store *store, isn_pieces *pieces, uint64_t *claims,
                                  uint64_t *events, isn_error *error);

typedef enum isn_decision {
    ISN_DECIDE_SAME,      /* two claims speak of one occurrence */
    ISN_DECIDE_DIFFERENT, /* they do not */
    ISN_DECIDE_UNDO       /* `a` is the number of an earlier decision */
} isn_decision;

/* What a person decides of two claims, by their keys ("3f2a9c01d4e2b788:c3"); no later run undoes it.
 * Takes effect at the next isn_store_link; commits. `*number` is that of the decision. ISN_EUSAGE when
 * there is no such claim or decision. */
ISN_API isn_status isn_store_decide(isn_store *store, isn_decision what, isn_str a, isn_str b,
                                    isn_str coder, isn_str note, uint64_t *number,
                                    isn_error *error);

typedef struct isn_export { /* any field but `format` may be NULL */
    /* csv, hxl, acled, ged, jsonl, plover, geojson, schema.org, webannotation, text, html, svg, deletions, gold; and to a
     * path: xlsx, gpkg, brat */
    const char *format;
    const char *table;  /* of csv: events (NULL too), claims, counts, sources; of svg: time (NULL too), place, source */
    const char *rule;   /* of best figures: acled, ucdp (NULL too), ibc, majority, latest */
    isn_str query;      /* which events; docs/manual.md has the language */
    isn_str as_of;      /* "YYYY-MM-DD": made of what had been told by then */
    const char *path;   /* xlsx and gpkg are written there, brat's files into that folder, the others to the sink */
    const char *language; /* html opens in it: ar (NULL too), en */
    bool bom;           /* a byte order mark before CSV */
} isn_export;

/* Writes the events of the last isn_store_link; `*events`, where given, is how many. ISN_EUSAGE for a query,
 * format, table, rule or day that makes no sense, with the byte of the query; what the sink returned;
 * ISN_EIO, ISN_ENOMEM. */
ISN_API isn_status isn_store_export(isn_store *store, const isn_export *what, isn_sink sink,
                                    void *context, uint64_t *events, isn_error *error);

/* ---- review ------------------------------------------------------------------------------------- */

typedef enum isn_review_act {
    ISN_REVIEW_ACCEPT,  /* the claim is right as it was coded, but for what the coder corrects */
    ISN_REVIEW_CORRECT, /* `field` should have been `value`; accepts the rest */
    ISN_REVIEW_REJECT,  /* the article makes no such claim */
    ISN_REVIEW_NOTE,
    ISN_REVIEW_ADD      /* a claim that was missed: `claim` is the article's key, `value` a claim of a gold set */
} isn_review_act;

typedef struct isn_review { /* what `coder` says of a claim; strings that do not apply are {NULL, 0} */
    isn_review_act act;
    isn_str claim; /* its key: "3f2a9c01d4e2b788:c3" */
    isn_str coder;
    isn_str field, value; /* docs/review.md has the fields, and how values are written */
    isn_str note;
    bool final; /* settles what coders disagree on */
    uint64_t number; /* given by the store */
    isn_str at;      /* "2021-05-03T10:00:00Z", given by the store */
} isn_review;

/* Keeps what a person says of a claim, and commits. Nothing is overwritten: of one coder's words on one field
 * the last counts. `*number` is that of the act. ISN_EUSAGE for a claim that is not there, a field or a value that is
 * none, words that stand nowhere in the article. */
ISN_API isn_status isn_store_review(isn_store *store, const isn_review *review, uint64_t *number,
                                    isn_error *error);
/* Takes an act back, and commits; that it was is noted. ISN_EUSAGE when there is none that holds. */
ISN_API isn_status isn_store_review_undo(isn_store *store, uint64_t number, isn_error *error);

/* Two events are one, or a claim belongs to none of the other claims of its event: decisions as isn_store_decide
 * makes them, of all claims that it takes, at once. `a` and `b` are claims or events. */
ISN_API isn_status isn_store_merge(isn_store *store, isn_str a, isn_str b, isn_str coder,
                                   isn_str note, uint64_t *decisions, isn_error *error);
ISN_API isn_status isn_store_split(isn_store *store, isn_str claim, isn_str coder, isn_str note,
                                   uint64_t *decisions, isn_error *error);

/* Takes something that lives until it returns; not ISN_OK ends the reading. */
typedef isn_status (*isn_review_visit)(void *context, const isn_review *review);
/* What holds, by number; of one claim, or of all with {NULL, 0}. */
ISN_API isn_status isn_store_reviews(isn_store *store, isn_str claim, isn_review_visit visit,
                                     void *context, isn_error *error);

typedef struct isn_agreement { /* of the coders on one field */
    const char *field;      /* "claim": is it one? */
    uint64_t units, values; /* claims that two coders at least have judged, and what they said of them */
    double agreed;          /* share of pairs that say the same */
    double alpha;           /* Krippendorff's; NAN where nobody differs from anybody, in any claim */
} isn_agreement;
typedef isn_status (*isn_agreement_visit)(void *context, const isn_agreement *field);
ISN_API isn_status isn_store_agreement(isn_store *store, isn_agreement_visit visit, void *context,
                                       isn_error *error);

/* ---- reading JSONL ------------------------------------------------------------------------------ */

typedef struct isn_record_line isn_record_line;

/* Names of the fields, where they are not the usual ones; NULL: as usual. A name with dots goes into
 * objects: "article.body". `html` holds a page instead of a text. */
typedef struct isn_field_names {
    const char *id, *text, *html, *title, *url, *published, *outlet;
} isn_field_names;
/* Parses one line of JSONL with the fields id, text (or html), title, url, published, outlet (gold rows, which
 * have `input` and `given`, are read too), or with those that `names` says; NULL: the usual ones. The strings of
 * `*input` live until isn_record_line_free. ISN_EFORMAT with the byte offset in the line. */
ISN_API isn_status isn_record_line_parse_named(isn_record_line **out, isn_input *input, isn_str line,
                                               const isn_field_names *names, isn_error *error);
static inline isn_status isn_record_line_parse(isn_record_line **out, isn_input *input, isn_str line,
                                               isn_error *error) {
    return isn_record_line_parse_named(out, input, line, NULL, error);
}
ISN_API void isn_record_line_free(isn_record_line *line);

/* ---- evaluation ---------------------------------------------------------------------------------- */

/* Scores records (JSONL) against a gold set (JSONL), joined by order; report as text or JSON.
 * `worst`: number of articles done worst to show. `*out` is freed with isn_free. */
ISN_API isn_status isn_eval(char **out, isn_str gold, isn_str records, unsigned worst, bool json,
                            bool diff, isn_error *error);
ISN_API void isn_free(void *ptr);

/* ---- bench --------------------------------------------------------------------------------------- */

/* The floor of `make bench`: decode, fold, hash and look up each word of `text`; nothing more.
 * Returns the number of words found, so that the work cannot be optimised away. */
ISN_API uint64_t isn_floor(const isn_pack *pack, isn_str text);

#ifdef __cplusplus
}
#endif
#endif
