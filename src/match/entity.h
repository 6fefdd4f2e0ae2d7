/* entity.h: what the files of the entity finder share. entity.c walks over the words and settles what the
 * whole text decides; entity_word.c tells what a word can be inside a phrase; entity_org.c, entity_people.c, entity_source.c,
 * entity_person.c, entity_outlet.c, place.c and place_unknown.c each read one kind of phrase. Nobody else includes this.
 *
 * A reader takes the word where its phrase may begin and returns the index of the entity it has made, or
 * ISN_NO_ENT. Readers call each other for what is nested: "المتحدث باسم قيادة العمليات العراقية المشتركة" is an
 * office that holds a body. A reader that gives up takes back what it has made (isn_find_undo).
 */
#ifndef ISN_ENTITY_H
#define ISN_ENTITY_H

#include <string.h>

#include "match/match.h"

#define ISN_NO_ENT UINT32_MAX

typedef struct isn_find {
    isn_scan scan[1]; /* a copy, of which every rule asks: its arrays are one step away, not two */
    const isn_lex *lex;
    isn_arena *arena;
    const isn_numbers *numbers;
    const isn_dates *dates;
    isn_story *story;
    ISN_VEC(isn_entity) ents;
    uint32_t *counted; /* by word: the number that counts it, or UINT32_MAX */
    uint8_t *func;     /* by word: ISN_FN_*, ISN_FIND_NO_FUNC, or ISN_FIND_UNREAD */
    struct {
        uint64_t hash;
        uint32_t entity;
    } learned[32]; /* places that only this text names: قرية دانغاتيني … دانغاتيني */
    uint32_t nlearned;
    struct {
        uint32_t last,
            length; /* where it ends, how many stand in it; a head in the plural counts too */
        bool many;  /* its head is in the plural or the dual */
        uint8_t type;
    } list;               /* of places, the one that is being read */
    uint8_t dots; /* does the text write على with its ى, which tells the name from it: 0 not asked yet, 1 no, 2 yes */
    uint32_t home, state; /* countries: of the outlet; whose bodies are meant that name no nation */
    uint32_t end;         /* words of the text */
    unsigned depth;       /* of nested readers */
} isn_find;

#define ISN_FIND_DEPTH 6
enum { ISN_FIND_NO_FUNC = 254, ISN_FIND_UNREAD = 255 };

/* ---- entity_word.c --------------------------------------------------------------------------------- */

/* The longest hit of table `t` that begins at `word`; `plain`: with no proclitic but the article. */
const isn_sense *isn_find_first_sense(const isn_hit **hit, const isn_find *f, uint32_t word,
                                      isn_table t, bool plain);
/* How many words the longest hit of any of the tables (bits) has that begins at `word`; 0: none. */
uint32_t isn_find_longest(const isn_find *f, uint32_t word, uint32_t tables);
static inline bool isn_find_has(const isn_find *f, uint32_t word, isn_table t) {
    return word < f->end && (f->scan->word_tables[word] & (1u << t)) != 0;
}
static inline const isn_sense *isn_find_sense(const isn_hit **hit, const isn_find *f, uint32_t word,
                                              isn_table t, bool plain) {
    return isn_find_has(f, word, t) ? isn_find_first_sense(hit, f, word, t, plain) : NULL;
}
static inline int32_t isn_find_flags(const isn_find *f, const isn_sense *s, unsigned column) {
    return isn_lex_int(f->lex, (isn_table)s->table, s->row, column);
}
/* Nothing of a phrase can stand at `word`: the text ends, or a sign stands before it. */
static inline bool isn_find_break(const isn_find *f, uint32_t word) {
    return word >= f->end || (f->scan->words[word].flags & ISN_WF_BREAK) != 0;
}
/* Does the word end in the alef of an accusative, and not of a plural verb (وا)? */
bool isn_find_alef(const isn_find *f, uint32_t word);
/* Proclitics without the article; guessed from the letters of a word that the lexicon lacks. */
unsigned isn_find_pre(const isn_find *f, uint32_t word);
bool isn_find_def(const isn_find *f, uint32_t word);     /* carries the article */
bool isn_find_unknown(const isn_find *f, uint32_t word); /* an Arabic word that the lexicon lacks */
bool isn_find_hit_def(const isn_find *f, const isn_hit *hit);
unsigned isn_find_hit_pre(const isn_find *f, const isn_hit *hit);
bool isn_find_suffixed(const isn_find *f, const isn_hit *hit);
/* قوات، سلطات: written as a plural, whatever the tables call it. */
bool isn_find_sound_plural(const isn_scan *scan, uint32_t word);
/* A word that ends any name: function word, verb, date, number. */
bool isn_find_stop(const isn_find *f, uint32_t word);
bool isn_find_in_date(const isn_find *f, uint32_t word); /* an expression of time begins there */
bool isn_find_verb(const isn_find *f, uint32_t word);
bool isn_find_can_verb(const isn_find *f, uint32_t word); /* also as a verb, without article */
/* Is the word a verb here: can it be one, and does it stand where one begins a clause? */
bool isn_find_clause_verb(const isn_find *f, uint32_t word);
bool isn_find_done_to(const isn_find *f, uint32_t head, uint32_t nested);
/* Is the word, with no proclitic but the article, a function word of the kind? Asked again and again, so remembered. */
void isn_find_read_func(const isn_find *f, uint32_t word);
static inline uint8_t isn_find_func_of(const isn_find *f, uint32_t word) {
    if (!isn_find_has(f, word, ISN_T_FUNC))
        return ISN_FIND_NO_FUNC;
    if (f->func[word] == ISN_FIND_UNREAD)
        isn_find_read_func(f, word);
    return f->func[word];
}
static inline bool isn_find_func(const isn_find *f, uint32_t word, int32_t kind) {
    return isn_find_func_of(f, word) == kind;
}
/* The end of a quotation of at most `most` words that opens at `word`, or 0. */
uint32_t isn_find_quoted(const isn_find *f, uint32_t word, uint32_t most);
/* The same of brackets with nothing but words in them: بلدة (دير العود). */
uint32_t isn_find_bracketed(const isn_find *f, uint32_t word, uint32_t most);
/* Does a word of saying, or an attribution, stand right before `word`? */
bool isn_find_said(const isn_find *f, uint32_t word);
bool isn_find_in(const isn_find *f,
                 uint32_t word); /* في، ب، قرب stands before it or is part of it */

/* Adjectives after a head, and what they tell. */
typedef struct isn_mods {
    uint32_t last, country, count;
    uint8_t sector, inter, role;
    bool national, medic, military;
    const isn_sense *actor; /* الحوثية: an actor's name as an adjective */
} isn_mods;
/* Reads adjectives from `word`; `def`: as definite nouns have them; `human`: of persons. */
isn_mods isn_find_mods(const isn_find *f, uint32_t word, bool def, bool human);
/* بريطانيا المعارضة، الوزير المعارضة: the noun of a body, which is no part of what stands before it. */
bool isn_find_body_behind(const isn_find *f, uint32_t word);

/* ---- entity.c ---------------------------------------------------------------------------------------- */

uint32_t isn_find_push(isn_find *f, isn_entity_kind kind, uint32_t first, uint32_t last);
void isn_find_undo(isn_find *f, uint32_t mark);
/* Number and gender of the head, when its form leaves no choice (-ين may be a dual or a plural). */
void isn_find_number_flags(isn_entity *e, const isn_find *f, const isn_hit *hit,
                           const isn_sense *s);
/* The best reading of `word` as a nested phrase: outlet, actor, body, place. Plain words only, but
 * `pre` may allow proclitics. */
uint32_t isn_find_nested(isn_find *f, uint32_t word, unsigned pre);

/* ---- the readers -------------------------------------------------------------------------------------- */

uint32_t isn_find_actor(isn_find *f, uint32_t word, bool cued);
bool isn_find_no_state(uint8_t sector); /* of bodies that are no state's */
uint32_t isn_find_org(isn_find *f, uint32_t word);
uint32_t isn_find_gloss(isn_find *f, uint32_t index, uint32_t word);
uint32_t isn_find_second(isn_find *f, uint32_t index, uint32_t word);
uint32_t isn_find_people(isn_find *f, uint32_t word);
uint32_t isn_find_source(isn_find *f, uint32_t word);
uint32_t isn_find_nation(isn_find *f, uint32_t word);
uint32_t isn_find_office(isn_find *f, uint32_t word); /* person or office */
uint32_t isn_find_bare_name(isn_find *f, uint32_t word);
/* علي حسن: a given name that is folded like على. */
bool isn_find_name_in_dots(isn_find *f, uint32_t word);
uint32_t isn_find_speaker(isn_find *f, uint32_t word);
/* The office at `index`, a known actor, takes the name that stands right after it. */
void isn_find_bearer(isn_find *f, uint32_t index);
uint32_t isn_find_outlet(isn_find *f, uint32_t word, bool cued);
/* entity_known.c: a person of persons.tsv whose name stands alone. */
uint32_t isn_find_known(isn_find *f, uint32_t word);
/* The end of the longest full name of a known person at `word`; `word` for none. */
bool isn_find_tells(const isn_find *f, uint32_t word, int32_t event); /* may the word tell of such an event? */
/* The end of the name of who holds the office that ends before the word, or the word. */
uint32_t isn_find_holder(const isn_find *f, uint32_t word);
/* بن، عبد، أبو: part of a name with the word after it. */
uint32_t isn_find_child(isn_find *f, uint32_t word);
uint32_t isn_find_harmed(isn_find *f, uint32_t word);
uint32_t isn_find_crowd(isn_find *f, uint32_t word);
bool isn_find_surnamed(const isn_find *f, uint32_t word);
bool isn_find_name_part(const isn_find *f, uint32_t word);
uint32_t isn_find_known_name(const isn_find *f, uint32_t word);
/* Gives a PERSON the identity of the known one whose name it ends with; `titled`: a surname will do. */
void isn_find_identify(isn_find *f, uint32_t index, bool titled);
void isn_find_fill_known(isn_find *f, uint32_t index, uint32_t row);
uint32_t isn_find_place(isn_find *f, uint32_t word);
uint8_t isn_find_precision(uint8_t place_type);
/* Gives the entity what a row of the gazetteer knows. */
void isn_find_fill_place(isn_entity *e, const isn_find *f, uint32_t row);
/* The word behind the ranks and honorifics that begin at the word, or the word. */
uint32_t isn_find_past_rank(const isn_find *f, uint32_t word);
/* The name of a speaker further on behind his office, which ends before `from`. */
bool isn_find_far_name(const isn_find *f, uint32_t from, uint32_t *first, uint32_t *last);
/* ، ويدعى فلان: the name that stands at `at` behind such a phrase. */
bool isn_find_called(const isn_find *f, uint32_t at, uint32_t *first, uint32_t *last);
/* The end of the name right behind a verb of saying that ends where the content begins, or `word`. */
uint32_t isn_find_said_name(const isn_find *f, uint32_t word);
/* Where the name ends that goes on at `last` in words that no list has, up to what he says. */
uint32_t isn_find_name_rest(const isn_find *f, uint32_t last);
/* No word of the language as far as lexicon and stem list know, cut with the proclitics `pre` in front. */
bool isn_find_foreign(const isn_find *f, uint32_t word, unsigned pre);
/* Such a word that stands bare, goes on with the one before and is no date. */
bool isn_find_strange(const isn_find *f, uint32_t word);
/* Does و join a further name of a place at the word? */
bool isn_find_name_joined(const isn_find *f, uint32_t word);
/* place_unknown.c: notes a name that only this text has, and finds it where it stands alone later. */
void isn_find_learn(isn_find *f, uint32_t index);
uint32_t isn_find_learned(isn_find *f, uint32_t word);
/* Notes a place that was read as the next of a list; reads an unknown name as the next of it. */
void isn_find_count_list(isn_find *f, uint32_t index);
uint32_t isn_find_next_listed(isn_find *f, uint32_t word);
static inline uint32_t isn_find_listed(isn_find *f, uint32_t word) {
    return f->list.last == word ? isn_find_next_listed(f, word) : ISN_NO_ENT;
}
/* The word read as و and a name: the lexicon has no such reading of a word that it lacks. */
uint8_t isn_find_read_and(isn_find *f, uint32_t word, bool def);
/* Does what holds a smaller place stand here: بولاية كاتسينا، في محافظة حماة، شرقي تكريت? */
bool isn_find_holds(const isn_find *f, uint32_t word);
/* على الطريق الرابط بين كذا وكذا: does the first of its ends stand here? */
bool isn_find_road_end(const isn_find *f, uint32_t word);
/* An unknown name after في that what stands behind it shows to be a place. */
uint32_t isn_find_held(isn_find *f, uint32_t word);
/* The complement of a head without article: وزارة + الدفاع. Gives its end (== word: none). */
typedef struct isn_comp {
    uint32_t last, nested; /* nested entity or ISN_NO_ENT */
    bool named;
    isn_mods mods; /* adjectives that it took in, count 0 for none: هيئة + شؤون الحج الإيرانية */
} isn_comp;
/* قوات تابعة لهيئة كذا: the nested entity after `word`, whose body it is, or ISN_NO_ENT. `phrase`: all the words before it
 * are one name, so that its last one is not what belongs. */
uint32_t isn_find_owner(isn_find *f, uint32_t word, bool phrase);
isn_comp isn_find_complement(isn_find *f, uint32_t word, bool armed);

/* ---- place_settle.c: what the whole text decides --------------------------------------------------------------- */

void isn_find_settle_places(isn_find *f, isn_entities *out);

/* ---- entity_land.c --------------------------------------------------------------------------------------------- */

void isn_find_story_country(isn_find *f);
/* Is the place the only one of its name, or are all in one country? */
bool isn_find_unambiguous(const isn_find *f, const isn_entity *e);
/* Gives bodies of a state that name no nation theirs. */
void isn_find_whose(const isn_find *f, isn_entities *out);

/* entity_coref.c: an id with a slash (al-qaeda/bare) is the same actor under names that need other flags. */
isn_str isn_find_base_id(isn_str id);
void isn_find_referents(isn_entities *out, const isn_scan *scan);

#endif
