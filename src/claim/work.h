/* work.h: what the files of claim/ share while one article is read. Not for others.
 *
 * The way: clause.c classes the words → trigger.c finds occurrences of triggers (`isn_ev`) → cue.c says which of them did not
 * happen → role.c fills their roles by their frames → count.c gives them counts, with harm.c → chain.c finds who says so,
 * chain_own.c whose deeds and words are his own → group.c joins occurrences that are one event → emit.c writes claims, type.c of
 * which type → merge.c joins claims told several times, sums.c gives what a report sums up its time → contra.c lists contradictions
 * → confidence.c says how likely each claim is; relevance.c weighs it all, with calamity.c. What cue.c, role.c, count.c, chain.c, emit.c and merge.c do
 * stands in files that begin with their names, and what those share in cuework.h, rolework.h and their like.
 */
#ifndef ISN_CLAIM_WORK_H
#define ISN_CLAIM_WORK_H

#include <string.h>

#include "claim/record.h"

#define ISN_NONE UINT32_MAX
#define ISN_NO_FN 0xff
#define ISN_TAKEN_ASIDE 2

/* what a word is for the clause: isn_work.wc */
enum {
    ISN_WC_VERB = 1 << 0,     /* a finite verb that the lexicon knows */
    ISN_WC_TRIGGER = 1 << 1,  /* an occurrence of a trigger begins here */
    ISN_WC_SAY = 1 << 2,      /* a verb of saying begins here */
    ISN_WC_BOUND = 1 << 3,    /* a clause begins here */
    ISN_WC_REL = 1 << 4,      /* a relative pronoun */
    ISN_WC_ATTRIB = 1 << 5,   /* an attribution phrase begins here */
    ISN_WC_HEAD = 1 << 6,     /* among the words that announce (أعلن فلان أمس): dates here are theirs */
    ISN_WC_RESET = 1 << 7     /* a new assertion begins here: cues before it do not reach beyond */
};

#define ISN_ROLE_MAX 8

typedef struct isn_refs {
    uint32_t ptr[ISN_ROLE_MAX]; /* entities */
    uint32_t n;
} isn_refs;

/* A count taken by an occurrence. */
typedef struct isn_take {
    uint32_t number; /* in isn_numbers, or ISN_NONE: one person, told by an entity alone */
    uint32_t entity; /* the counted people, or ISN_NONE */
    uint8_t what, harm;
    uint8_t more; /* individuals joined to it: سيدة وطفلاها */
    bool none;    /* nobody, told by the words from `from` up to `to` */
    bool self;    /* one person, told by a pronoun: إصابته */
    uint32_t from;
    uint32_t to;  /* the last of them ends before this word; 0 where there are none */
    bool one;    /* one person, whatever the number word says: إصابة رابع */
    bool mixed;  /* dead and wounded in one figure */
    bool subset; /* of the count before it */
    bool whole;  /* told as a part of people named before, yet all that suffer this: أفرج عن خمسة منهم */
} isn_take;

/* One occurrence of a trigger. */
typedef struct isn_ev {
    uint32_t first, last; /* words */
    uint32_t sentence, clause_first, clause_last;
    uint32_t row;
    uint16_t form;
    uint8_t reading;
    uint8_t event, mode, type, effect, harm;
    uint32_t flags;
    bool verb;     /* finite */
    bool passive;
    bool definite; /* carries the article */
    bool title;
    bool attends;   /* a participle of saying that goes on with the subject of its clause: متهما، داعيا */
    bool blamed;    /* what somebody is charged with, and what it did is told: مسؤولية هجوم أودى بحياة */
    bool announced; /* its own doer announces it: أعلنت إرسال تعزيزات */
    bool aside;     /* ، خلال اتصال مع نظيره،: told by the outlet, amid what somebody says */
    bool happened;  /* a verb says that it happened, and it carries the article: وقع الهجوم */
    bool lit;       /* a light verb tells it: تعرضوا للضرب، تجددت الاشتباكات */
    bool nobody;   /* told to have harmed nobody: لم ترد أنباء عن إصابات */
    bool shared;   /* its actor is the subject of a verb before it: دمرت … وألقت */
    bool denier;   /* its actor is who denies it, for want of a doer */
    bool self;     /* a noun of harm whose pronoun is the one it befell: مقتله، إصابته وزوجته */
    bool pronoun;  /* its recipient was told before and is a pronoun here: واعتقلته */
    bool absorbed; /* belongs to another occurrence: light verb, claimed attack, thing demanded */
    bool dead;     /* did not happen or is meant otherwise; no claim */
    bool dead_main; /* told, but not as news: hypothetical, recalled */
    bool answered; /* what the deed before it in the sentence was the answer to */
    bool ascribes; /* هجوم نسبته السلطات إلى التنظيم: says whose the deed right before is thought to be */
    bool recalled; /* only named: no claim unless it tells again what was told */
    const char *why; /* what killed or changed it */
    uint32_t cue_row, cue_word; /* of `why`, or ISN_NONE */
    uint8_t modality;
    bool negative, denied, future, tally, aggregate, update;
    bool apart;   /* of a sum that follows the deeds of its sentence: ، ليرتفع عدد الشهداء إلى */
    uint32_t part_first, part_last; /* the words of its sentence up to that sum, or of the sum */
    bool since;   /* منذ بدء الحرب: summed up over a time that has no date */
    bool reached; /* بلغ عدد: a number told as it stands, a tally where a period is told too */
    bool direct;
    bool above;     /* الحادث أودى بحياة: a result of the deed told before, whatever it was */
    bool another;   /* وآخر في بلدة كذا: what befell somebody else in another place */
    uint32_t share; /* the figure that is its part of a sum told before, counted from 1; 0: none */
    uint32_t by;    /* the occurrence that absorbed it, or ISN_NONE */
    uint32_t group; /* representative occurrence */
    uint32_t chain; /* index of isn_chain, or ISN_NONE */
    uint32_t beside; /* the phrase of `besides` that it stands in, counted from 1; 0: none */
    uint32_t ntakes;
    isn_refs actors, recipients, places; /* what rules ask of all occurrences stands above these */
    isn_take takes[ISN_ROLE_MAX];
} isn_ev;

typedef struct isn_link_ref {
    uint32_t entity;         /* or ISN_NONE: the outlet as given in metadata */
    uint8_t role, channel;
    uint32_t verb;           /* word, or ISN_NONE */
    bool outlet;             /* the article's own outlet */
} isn_link_ref;

typedef struct isn_chain {
    isn_link_ref link[6]; /* origin first; the article's outlet is added at the end when written */
    uint32_t n;
    uint32_t attrib_row, speech_row; /* why */
    uint32_t word;
    uint32_t outer; /* the chain of him who is quoted as telling it, or ISN_NONE */
} isn_chain;

/* Words [first, last) are said by `chain`. The latest that begins at or before a word wins. */
typedef struct isn_scope {
    uint32_t first, last;
    uint32_t chain;
    uint32_t head_first, head_last; /* the announcing words: dates there are the announcement's */
    uint8_t act;
} isn_scope;

/* بعد يومين من مقتل عشرة: the words that tell of another deed, and how far it lies. */
typedef struct isn_beside {
    uint32_t date, first, last;
} isn_beside;

/* What stands in a sentence, a bit for each kind: a walk over its words for what none of them is need not begin. */
typedef struct isn_inside {
    uint64_t fn;    /* ISN_FN_* */
    uint64_t cues;  /* ISN_CUE_* of any sense of its words */
    uint64_t times; /* ISN_DW_* likewise */
    uint32_t tables;
    uint16_t signs; /* ISN_WF_* */
    bool dated;     /* a date begins in it */
    bool denies;    /* a word of saying is one of denial */
} isn_inside;

typedef struct isn_work {
    isn_arena *arena;
    isn_match m[1];   /* copies, of which every rule asks: what they point to is */
    isn_scan scan[1]; /* one step away, not two */
    const isn_lex *lex;
    isn_record *record;
    uint8_t *wc, *fn;
    uint8_t *taken;      /* by word: 1 when a number or date has it, ISN_TAKEN_ASIDE of an aside that tells nothing */
    uint32_t *s0;        /* by sentence: its first word after an agency slug ("بغداد/ واع -"); nsentences + 1 */
    isn_inside *inside;  /* by sentence */
    uint8_t *block_role; /* by sentence: isn_role, or 255 for sentences that tell nothing */
    ISN_VEC(isn_ev) evs;
    ISN_VEC(isn_chain) chains;
    ISN_VEC(isn_scope) scopes;
    uint32_t *scope_at; /* nwords: innermost scope, or ISN_NONE */
    uint32_t *sentence_ev; /* nsentences + 1 */
    ISN_VEC(isn_beside) besides;
    ISN_VEC(isn_claim) claims;
    ISN_VEC(uint32_t) claim_sentence; /* of the first telling */
    ISN_VEC(uint32_t) claim_ev; /* representative occurrence of each claim */
    ISN_VEC(isn_contradiction) contradictions;
    bool *counted; /* by claim: as isn_beside_counted */
    bool *updated; /* by claim: does an update speak of it? (contra.c) */
    uint32_t open_quote; /* the quotations before this one have ended */
    uint32_t last_chain; /* the last speaker's, for "he added" */
    bool calamity; /* headed by what nature, wear or a disease did */
    bool plain;    /* headed by violence in plain words (relevance.c) */
    bool civic;    /* headed by the affairs of a house at peace */
    bool crime;    /* headed by what was done to kin, or for money */
} isn_work;

/* clause.c */
void isn_clause_class(isn_work *k);
/* Is the word a preposition, by itself or by a clitic? ISN_FN_* or ISN_NO_FN. `np` is the first word of
 * the phrase; `reading` the reading with which the phrase begins there. */
bool isn_clause_two(const isn_work *k, const isn_entity *x);
uint8_t isn_clause_prep(const isn_work *k, uint32_t np, unsigned reading);
bool isn_clause_any_of(const isn_work *k, uint32_t np); /* أي من جنوده: "any of" stands before the noun phrase */
bool isn_clause_answer(const isn_work *k, uint32_t w); /* فقد, which right before a verb is no "he lost" */
bool isn_clause_relates(const isn_work *k, uint32_t last); /* على ما + a verb of saying at `last` */
/* أمن السفارة محذرة من كذا: a feminine participle without the article behind a word that has it, and before what it governs,
 * tells what the speaker of the clause does besides, as one behind a comma does. */
bool isn_clause_attends(const isn_work *k, uint32_t w);
/* عبر الوزير عن قلقه: a verb that says only what stands behind عن. */
bool isn_clause_voices(const isn_work *k, uint32_t w);
/* دمرت الصواريخ مستودعا، ناشد المواطنين: what shows the accusative in its letters is no subject. */
bool isn_clause_accusative(const isn_work *k, const isn_entity *x);
/* رافضي الانقلاب، مؤيدو الرئيس: a participle in the plural at `word`, without its noon before what it governs */
bool isn_clause_construct(const isn_work *k, uint32_t word, unsigned form);
/* إن شابين من البلدة قتلا: do two stand at the head of the clause whose verb may be at the word? */
bool isn_clause_pair_heads(const isn_work *k, uint32_t word);
/* قتل طالب: is the word one of some people, whatever verb its letters are? */
bool isn_clause_one_of_people(const isn_work *k, uint32_t w);
uint32_t isn_clause_setting(const isn_work *k, uint32_t w); /* ، وفي اليوم نفسه اقتحمت: where it begins */
static inline bool isn_clause_cut(const isn_work *k, uint32_t word) { /* a clause begins at this word */
    return k->wc[word] & ISN_WC_BOUND;
}
static inline bool isn_clause_resets(const isn_work *k, uint32_t word) {
    return k->wc[word] & ISN_WC_RESET;
}

/* trigger.c */
void isn_trigger_find(isn_work *k);
bool isn_trigger_storms(const isn_work *k, const isn_ev *e);
/* The bare number at the word or right behind it, of people that are told by nothing else; ISN_NONE. */
uint32_t isn_trigger_figure(const isn_work *k, uint32_t w);

/* share.c: the occurrence of which the words at `w` (على يد القوات, برصاص القوات) tell who had the share that the figure before
 * them counts, or ISN_NONE; `number` is the figure, `effect` what befell those it counts. Whom a share fell to has no other. */
uint32_t isn_share_sum(const isn_work *k, uint32_t w, uint32_t *number, uint8_t *effect);
/* Of which occurrence one more is told at `w`, of somebody else in another place, or ISN_NONE. */
uint32_t isn_share_another(const isn_work *k, uint32_t w, uint8_t *effect);
void isn_share_settle(isn_work *k);
void isn_share_time(isn_work *k);
/* beside.c */
void isn_beside_find(isn_work *k);
uint32_t isn_beside_at(const isn_work *k, uint32_t word);        /* as isn_ev.beside */
void isn_beside_count(isn_work *k); /* which claims are so, once they are merged */
bool isn_beside_counted(const isn_work *k, uint32_t claim);      /* its day is, and not taken over */
void isn_beside_dates(isn_work *k);
/* cue.c */
void isn_cue_apply(isn_work *k);
/* The occurrences of [from, to) stand in the words [first, last), which say how they are summed up. */
void isn_cue_sum_up(isn_work *k, uint32_t from, uint32_t to, uint32_t first, uint32_t last);
/* role.c */
void isn_role_fill(isn_work *k);
void isn_role_on_protests(isn_work *k); /* when it is known who protests */
bool isn_role_made_of(const isn_work *k, const isn_ev *e, uint32_t word); /* of how many a body taken is */
/* خلال، أثناء: a noun follows. */
/* قالت الحكومة إن التنظيم مسؤول عن القصف: who is said to be responsible for the deed; ISN_NONE. */
uint32_t isn_role_responsible(const isn_work *k, const isn_ev *e);
bool isn_role_behind_contrast(const isn_work *k, uint32_t w, uint32_t s0); /* من جهتها أعلنت */
bool isn_role_during_of(const isn_work *k, uint32_t w); /* of a word that may be one */
bool isn_role_both_sides(const isn_entity *x); /* الجانبان، الطرفين */
bool isn_role_enters(const isn_work *k, const isn_ev *e);
bool isn_role_apposed_one(const isn_work *k, const isn_ev *e, uint32_t w);
bool isn_refs_has(const isn_refs *refs, uint32_t entity);
void isn_refs_add(isn_refs *refs, uint32_t entity); /* unless it has it or is full */
void isn_refs_drop(isn_refs *refs, uint32_t entity); /* if it has it; the others stay in their order */
/* count.c */
void isn_count_take(isn_work *k);
/* The count, new or there already; NULL where there is no room. */
isn_take *isn_count_add(isn_ev *e, uint32_t number, uint32_t entity, uint8_t what, uint8_t harm);
bool isn_count_suffixed(const isn_work *k, uint32_t w); /* a pronoun stands at the end of the word */
/* The figure that begins at the word and is said of those before it (القتلى ثمانية), or ISN_NONE. */
uint32_t isn_count_predicate(const isn_work *k, uint32_t w);
/* harm.c */
void isn_harm_pairs(isn_work *k);
bool isn_harm_in_name(const isn_work *k, const isn_number *q);
void isn_harm_none_reported(isn_work *k);
void isn_harm_nobody(isn_work *k);
void isn_harm_one_figure(isn_work *k, isn_ev *a);
/* chain.c */
void isn_chain_find(isn_work *k);
bool isn_chain_party(const isn_work *k, const isn_chain *chain);
/* group.c */
void isn_group_join(isn_work *k);
/* emit.c */
void isn_emit_claims(isn_work *k);
void isn_emit_rejected(isn_work *k);
void isn_emit_met(isn_work *k); /* once claims are merged and compared */
isn_mark isn_emit_mark(const isn_work *k, uint32_t first, uint32_t last, unsigned reading);
/* type.c */
bool isn_type_led_up(const isn_work *k, uint32_t claim); /* how they came to the deed told right before */
bool isn_type_deed(uint8_t event); /* something done, not said or decided */
bool isn_type_false_words(const isn_ev *e);
bool isn_type_points_back(const isn_work *k, const isn_ev *e); /* نفى ذلك: denies what was told right before */
void isn_type_set(const isn_work *k, isn_claim *c, const isn_ev *rep);
bool isn_type_blow(const isn_work *k, const isn_ev *rep); /* one blow is told, not deaths alone */
int32_t isn_type_days(const isn_rec_date *x); /* from its first day to its last; ISN_NO_DAY, less than any, where one is open */
bool isn_type_stretch(const isn_work *k, const isn_rec_date *x, bool by_ends);
void isn_type_modality(const isn_work *k, isn_claim *c, const isn_ev *rep);
bool isn_type_refusal(const isn_ev *rep); /* لن ننسحب: somebody says that he will not give way */
uint8_t isn_type_refused_mode(uint8_t event); /* ISN_MODE_* */
void isn_type_refuses(const isn_work *k, isn_ev *rep);
/* when.c: the dates of the rep's sentence by what they can be to the occurrences of the group, NULL for none */
typedef struct isn_when_pick {
    const isn_date *date, *since, *deadline;
    bool soft; /* `date` is that of who tells it, or of the slug */
    const isn_date *lately; /* قتل 16 خلال أسبوع: a length that was over when it was told */
    bool promised; /* a verb to come stands before the deadline */
    bool begins;   /* on `date` begins what is to last */
} isn_when_pick;
isn_when_pick isn_when_find(const isn_work *k, const isn_ev *rep, uint32_t group);
isn_rec_date isn_when_of(const isn_work *k, const isn_date *x);
isn_rec_date isn_when_lately(const isn_work *k, const isn_date *x); /* the same length, up to its anchor */
bool isn_when_promised(const isn_ev *e); /* a deed to come: what is said of it is a deadline */
bool isn_when_has_day(const isn_ev *e);
bool isn_when_conditional(const isn_work *k, const isn_ev *rep, const isn_date *x);
bool isn_when_inherits(const isn_claim *c); /* a deed that takes the day of its scope */
void isn_when_carry(isn_work *k);
/* merge.c */
void isn_merge_claims(isn_work *k);
/* Both said by one speaker, or both by the outlet itself. */
bool isn_merge_same_speaker(const isn_claim *a, const isn_claim *b);
/* One or two dead are told of many events; the same larger figure is seldom of another. */
int64_t isn_merge_largest(const isn_claim *c);
bool isn_merge_both_sides(const isn_claim *c); /* two doers, of whom one is the police or an army: a crowd is the other */
bool isn_merge_spot(const isn_claim *c); /* has it a place as small as a town? */
int isn_merge_places(const isn_claim *a, const isn_claim *b); /* 1 where they share a place, 0 where they can, -1 */
/* sums.c */
void isn_sums_carry(isn_work *k);
void isn_sums_stretches(isn_work *k); /* after the days were given */
bool isn_sums_turns(const isn_work *k, uint32_t s); /* إلى ذلك: the sentence turns to something else */
bool isn_sums_done(const isn_claim *c);    /* a deed, rather than words */
/* contra.c */
void isn_contra_find(isn_work *k);
/* confidence.c */
void isn_confidence_set(isn_work *k);
/* calamity.c */
bool isn_calamity_word(int32_t context); /* ISN_CX_* of nature, mishap, illness */
void isn_calamity_find(isn_work *k); /* who died there was struck by nobody */
bool isn_calamity_conflict(const isn_work *k, uint32_t claim); /* one of conflict all the same */
bool isn_calamity_alone(const isn_work *k); /* it has none, and no states that deal with each other */
/* relevance.c */
bool isn_relevance_glance(isn_work *k); /* before anything but scan and block_role */
/* The lists (isn_words_lists) of which words [first, last) of one sentence stand in it; where violence is told in plain words, those
 * of games and shops are left out: a match is where it happened then. */
void isn_relevance_lists(const isn_work *k, uint64_t *here, uint32_t first, uint32_t last);
void isn_relevance_weigh(isn_work *k); /* after the glance */

static inline const isn_entity *isn_work_entity(const isn_work *k, uint32_t i) {
    return &k->m->entities.ptr[i];
}
static inline int32_t isn_work_trigger(const isn_work *k, uint32_t row, unsigned column) {
    return isn_lex_int(k->lex, ISN_T_TRIGGER, row, column);
}
/* Who bears arms and is of no state. */
static inline bool isn_work_fighter(uint8_t sector) {
    return sector == ISN_SEC_REB || sector == ISN_SEC_UAF || sector == ISN_SEC_IMG ||
           sector == ISN_SEC_ISM || sector == ISN_SEC_PRM;
}
/* ISN_SLOT_* that the frame of a row of triggers has in a column; ISN_SLOT_NONE too where the row has no frame. */
static inline int32_t isn_work_slot(const isn_work *k, uint32_t row, unsigned column) {
    int32_t frame = isn_work_trigger(k, row, ISN_TRIGGER_FRAME);
    return frame < 0 ? (int32_t)ISN_SLOT_NONE
                     : isn_lex_int(k->lex, ISN_T_FRAME, (uint32_t)frame, column);
}
/* Is the frame of the row of triggers that one? */
static inline bool isn_work_framed(const isn_work *k, uint32_t row, isn_lex_frame frame) {
    return isn_lex_trigger(k->lex, row)->frame == frame;
}
/* A mishap, alive, unharmed, absent: words that tell how things are, against a deed that another tells of. */
static inline bool isn_work_states(const isn_work *k, uint32_t row) {
    return isn_work_framed(k, row, ISN_FR_MISHAP) || isn_work_framed(k, row, ISN_FR_ALIVE) ||
           isn_work_framed(k, row, ISN_FR_UNHARMED) || isn_work_framed(k, row, ISN_FR_ABSENT);
}
/* سيطر على القرى، السيطرة عليها، الاستيلاء على المدينة */
static inline bool isn_work_takes_land(const isn_work *k, const isn_ev *e) {
    return isn_work_framed(k, e->row, ISN_FR_CAPTURE) ||
           isn_work_framed(k, e->row, ISN_FR_CAPTURE_NOUN);
}
/* الجيش هو الذي قصفها، هم من بدأوا: the verb of a cleft sentence, whose subject stands before the pronoun. */
static inline bool isn_work_cleft(const isn_work *k, const isn_ev *e) {
    return e->first > 1 && k->fn[e->first - 1] == ISN_FN_WHO &&
           k->fn[e->first - 2] == ISN_FN_WHO;
}
/* هجوم قام به مسلحون: the light verb's object is the pronoun of the preposition behind it. */
static inline bool isn_work_with_it(const isn_work *k, const isn_ev *e) {
    uint32_t w = e->last;
    if (!e->verb || !(e->flags & ISN_TG_LIGHT) || w >= k->scan->nwords ||
        k->scan->words[w].flags & ISN_WF_BREAK)
        return false;
    const isn_token *t = &k->scan->text->tokens[k->scan->words[w].token];
    const uint8_t *p = k->scan->text->fold + t->fold;
    bool by = t->fold_len >= 2 && t->fold_len <= 4 && p[0] == ISN_F_BEH && p[1] == ISN_F_HEH;
    return by || (t->fold_len >= 3 && t->fold_len <= 5 && p[0] == ISN_F_FEH && /* شارك فيه مئات */
                  p[1] == ISN_F_YEH && p[2] == ISN_F_HEH);
}
static inline uint8_t isn_work_pre(const isn_work *k, uint32_t word, unsigned reading) {
    const isn_word *w = &k->scan->words[word];
    return w->reading[reading < w->nreadings ? reading : 0].pre;
}
/* ISN_SUF_* of the first reading of a word that has a pronoun at its end; ISN_SUF_NONE: none has. */
static inline uint8_t isn_work_pronoun(const isn_work *k, uint32_t word) {
    const isn_word *w = &k->scan->words[word];
    for (unsigned i = 0; i < w->nreadings; i++)
        if (w->reading[i].suf != ISN_SUF_NONE)
            return w->reading[i].suf;
    return ISN_SUF_NONE;
}
/* The number or date that covers the word, so that its words are read as nothing else. */
static inline bool isn_work_taken(const isn_work *k, uint32_t word) {
    return k->taken[word];
}
static inline bool isn_work_has(const isn_work *k, uint32_t word, isn_table t) {
    return (k->scan->word_tables[word] >> t) & 1u;
}
static inline bool isn_role_during(const isn_work *k, uint32_t w) {
    return isn_work_has(k, w, ISN_T_DATEWORD) && k->scan->date_kinds[w] >> ISN_DW_DURING & 1 &&
           isn_role_during_of(k, w);
}
/* الأسبوع قبل الماضي، قبيل الفجر: "before" as a part of a time. */
static inline bool isn_clause_of_time(const isn_work *k, uint32_t w) {
    return (k->taken[w] == 1 && k->m->dates.at[w] == ISN_NONE) ||
           (isn_work_has(k, w, ISN_T_DATEWORD) && k->scan->date_kinds[w] >> ISN_DW_PARTDAY & 1);
}
#define ISN_KIND(kind) (UINT64_C(1) << (kind))
/* Can a word of the sentence be a cue of one of the kinds (ISN_KIND)? */
static inline bool isn_work_cues(const isn_work *k, uint32_t sentence, uint64_t kinds) {
    return (k->inside[sentence].cues & kinds) != 0;
}
/* The same of function words, as isn_work.fn has them. */
static inline bool isn_work_fns(const isn_work *k, uint32_t sentence, uint64_t kinds) {
    return (k->inside[sentence].fn & kinds) != 0;
}
/* Is the word a cue of the kind? */
static inline bool isn_role_cue(const isn_work *k, uint32_t w, int32_t kind) {
    return k->m->cue[w] == kind;
}

/* دفاعاتنا: theirs who speak. */
static inline bool isn_work_ours(const isn_work *k, const isn_entity *x) {
    return k->scan->words[x->head].reading[x->reading].suf == ISN_SUF_NA;
}
/* emit.c: a weapon or a force that is the enemy's, in a land whose press means one by the word. */
bool isn_work_enemy(const isn_work *k, const isn_entity *x);
/* The sector of those whose building or post it is, ISN_SEC_NONE where it is nobody's. */
static inline uint8_t isn_work_site(const isn_work *k, const isn_entity *x) {
    const isn_hit *hit;
    const isn_sense *s =
        isn_work_has(k, x->head, ISN_T_SITE) ? isn_match_sense(&hit, k->scan, x->head, ISN_T_SITE)
                                             : NULL;
    return s ? (uint8_t)isn_lex_int(k->lex, ISN_T_SITE, s->row, ISN_SITE_SECTOR) : ISN_SEC_NONE;
}

/* Is the list among those of which a word stands in the sentence (isn_words_lists)? */
static inline bool isn_work_listed(const uint64_t *here, uint32_t list) {
    return here[list / 64] >> list % 64 & 1;
}

#endif
