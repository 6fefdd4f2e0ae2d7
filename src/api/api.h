/* api.h: what the files of api/ share: the opaque types of isnad.h. */
#ifndef ISN_API_H
#define ISN_API_H

#include "claim/claim.h"
#include "store/store.h"

struct isn_pack {
    isn_lex *lex;
    isn_lex *base; /* the built-in pack under a user's folder, or NULL */
    char *layer;   /* that folder */
};

/* A word that was cut lately, by its bytes (tokens.c). */
#define ISN_MEMOS 4096
#define ISN_MEMO_BYTES 40
typedef struct isn_memo {
    char bytes[ISN_MEMO_BYTES];
    char fold[2 * ISN_MEMO_BYTES]; /* folded, as UTF-8 */
    uint8_t len, nfold;            /* of both; len 0: free */
    uint8_t ncuts;
    uint8_t stem[ISN_SEGMENTS], second[ISN_SEGMENTS], end[ISN_SEGMENTS]; /* from its first byte */
    isn_segment cut[ISN_SEGMENTS];
} isn_memo;

/* pack.c: where the pack is; `room` may hold the answer. */
const char *isn_pack_path(char *room, size_t size, const char *path);

/* What coders of a group have in common. */
typedef struct isn_desk {
    isn_recent *recent; /* words read lately; no article's result depends on them */
    isn_buf out;        /* what isn_coder_json and its like hand out */
    const isn_coder *json_of; /* `out` is its record as JSON, with a 0 byte at its end; NULL: nobody's */
    isn_packing *packing;     /* NULL until isn_coder_pack has been called */
} isn_desk;

struct isn_coder {
    const isn_pack *pack;
    isn_desk own;   /* empty where another coder of the group has it */
    isn_desk *desk; /* `own`, or the group's */
    isn_coder *beside[ISN_GROUP]; /* those made for isn_coder_code_all, from 1 on; NULL: not yet */
    isn_memo *memos;     /* NULL until isn_read_tokens has been called */
    isn_arena *arena;    /* of the last article; NULL never */
    isn_guard guard;     /* set anew for each article */
    isn_article article; /* its strings: the caller's, or the arena's when the title was joined */
    isn_article whole;   /* the same before a story of its page was chosen */
    isn_page *page;      /* NULL: no web page */
    uint32_t story;      /* of the page, from 0 */
    isn_record record;
    const isn_input *input; /* while it is coded; NULL: the next story of the page is */
    isn_text *text;         /* of the article, as are the next; NULL: it is not read that far */
    isn_scan *scan;
    isn_match *match;
    isn_work *work;
    bool going;   /* memory has sufficed so far */
    bool coded;   /* the last isn_coder_code succeeded: `record` is whole */
};

/* coder.c: a coder at another's desk, which takes its blocks of memory from it; NULL: one of its own. */
isn_status isn_coder_make(isn_coder **out, const isn_pack *pack, isn_coder *beside,
                          isn_error *error);
/* An article is coded in three calls: what it was before is forgotten; all coders take each step before one takes the next;
 * what became of it is told. */
isn_status isn_coder_begin(isn_coder *coder, const isn_input *input, isn_error *error);
void isn_coder_run(isn_coder *const *coders, size_t n);
isn_status isn_coder_end(isn_coder *coder, isn_error *error);

/* plain.c: gives the words of a text, and the coder's arena, to `read`, which returns false when a buffer
 * could not grow. What the coder held is gone. ISN_ELIMIT beyond 1 GiB, ISN_ENOMEM. */
typedef bool isn_plain_read(void *context, isn_coder *coder, const isn_scan *scan);
isn_status isn_plain_run(isn_coder *coder, isn_str text, isn_plain_read *read, void *context,
                         isn_error *error);

/* language.c: "ar", "fa", "ur", "ckb", "ps", "ug"; or a script: "latin", "cyrillic", "hebrew", "other";
 * "none" where there are hardly any letters. Only "ar" is coded. */
const char *isn_language_guess(const char *ptr, size_t len);
/* The same of an article, paragraph by paragraph: it is Arabic where a third of it is; sets isn_block.language of the
 * paragraphs that are not. */
const char *isn_language_article(isn_article *article);

#endif
