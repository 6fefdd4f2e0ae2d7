/* entity_coref.c: "the organisation", "the coalition": generic names take the identity of the one that the
 * text named before. Last step of entity.c; claim/ then compares actors by id. */
#include <string.h>

#include "match/entity.h"
#include "match/numeral.h"

isn_str isn_find_base_id(isn_str id) {
    const char *slash = id.len ? memchr(id.ptr, '/', id.len) : NULL;
    return slash ? isn_str_of(id.ptr, (size_t)(slash - id.ptr)) : id;
}

static void take(isn_entity *e, const isn_entity *from) {
    e->id = from->id;
    e->name = from->name;
    e->sector = from->sector;
    e->inter = from->inter;
    e->role = from->role;
    e->country = from->country;
    e->flags =
        (e->flags & ~(uint32_t)ISN_EF_STATE_BY_STORY) | (from->flags & ISN_EF_ARMED) | ISN_EF_NAMED;
}

static bool is_rebel(const isn_entity *e) {
    return e->sector == ISN_SEC_REB || e->sector == ISN_SEC_IMG || e->sector == ISN_SEC_PRM;
}

/* Does the phrase begin with the same head noun (تنظيم داعش for التنظيم)? */
static bool same_head(const isn_scan *scan, const isn_entity *named, const isn_entity *generic) {
    const isn_word *a = &scan->words[named->first], *b = &scan->words[generic->first];
    for (unsigned i = 0; i < a->nreadings; i++)
        for (unsigned j = 0; j < b->nreadings; j++)
            if (a->reading[i].symbol != ISN_NO_SYMBOL && b->reading[j].symbol != ISN_NO_SYMBOL &&
                a->reading[i].symbol >> 1 == b->reading[j].symbol >> 1)
                return true;
    return false;
}

/* The coalition of a bare "التحالف" is the one whose id goes on where the bare one's base ends. */
static bool same_base(isn_str base, isn_str id) {
    return id.len > base.len && id.ptr[base.len] == '-' && !memcmp(id.ptr, base.ptr, base.len);
}

typedef struct recent {
    const isn_entity *named[8]; /* latest last, each id once */
    unsigned n;
} recent;

static void remember(recent *r, const isn_entity *e) {
    unsigned kept = 0;
    for (unsigned i = 0; i < r->n; i++)
        if (!isn_str_eq(r->named[i]->id, e->id))
            r->named[kept++] = r->named[i];
    if (kept == ISN_LEN(r->named)) {
        memmove(r->named, r->named + 1, sizeof(*r->named) * (kept - 1));
        kept--;
    }
    r->named[kept++] = e;
    r->n = kept;
}

static const isn_entity *referent(const recent *r, const isn_scan *scan, const isn_entity *e) {
    if (e->id.len) {
        for (unsigned i = r->n; i-- > 0;)
            if (same_base(e->id, r->named[i]->id))
                return r->named[i];
        return NULL;
    }
    for (unsigned i = r->n; i-- > 0;)
        if (same_head(scan, r->named[i], e))
            return r->named[i];
    if (!is_rebel(e))
        return NULL;
    const isn_entity *only = NULL;
    for (unsigned i = r->n; i-- > 0;) {
        if (!is_rebel(r->named[i]))
            continue;
        if (only != NULL)
            return NULL; /* two groups were named: which is meant is not said */
        only = r->named[i];
    }
    return only;
}

/* How many entities back the group of "its fighters" may stand. */
enum { OWNER_REACH = 12, BODY_REACH = 60 };

/* قواته، قواتها البحرية */
static bool somebodys(const isn_entity *e, const isn_scan *scan) {
    const isn_reading *r = &scan->words[e->head].reading[e->reading];
    return r->suf >= ISN_SUF_HU && r->suf <= ISN_SUF_HUNNA && e->org == UINT32_MAX;
}

static bool has_owner(const isn_entity *e, const isn_scan *scan) {
    return somebodys(e, scan) && e->last == e->first + 1;
}

/* قالت وزارة الداخلية إن عناصرها: the men of a ministry of the sentence are its police. */
static void ministrys(isn_entities *out, const isn_scan *scan, uint32_t index) {
    isn_entity *e = &out->ptr[index];
    for (uint32_t i = index; i-- > 0;) {
        const isn_entity *owner = &out->ptr[i];
        if (scan->words[owner->first].sentence != scan->words[e->first].sentence)
            return;
        if (owner->kind != ISN_ENT_ACTOR || owner->nested ||
            (owner->sector != ISN_SEC_GOV && owner->sector != ISN_SEC_COP))
            continue;
        e->sector = owner->inter == 2 ? ISN_SEC_REB : ISN_SEC_COP;
        e->country = owner->country;
        e->inter = owner->inter;
        return;
    }
}

/* قالت تركيا إن جنودها: soldiers with a pronoun are of the state that the same sentence names. */
static bool states_own(const isn_entity *owner, const isn_entity *e, const isn_scan *scan) {
    bool state = owner->table == ISN_T_COUNTRY || owner->flags & ISN_EF_CAPITAL ||
                 (owner->sector == ISN_SEC_GOV &&
                  (owner->kind == ISN_ENT_ACTOR || owner->kind == ISN_ENT_PERSON));
    return state && e->sector == ISN_SEC_MIL && owner->country != ISN_NO_ROW && !owner->nested &&
           !(owner->flags & (ISN_EF_ADJ | ISN_EF_ARMED)) && owner->last < e->first &&
           scan->words[owner->first].sentence == scan->words[e->first].sentence;
}

/* مقاتليها، عناصره: fighters with a pronoun belong to the armed body named last before them. */
static void possessed(isn_entities *out, const isn_scan *scan, uint32_t index) {
    isn_entity *e = &out->ptr[index];
    if (e->side != ISN_SIDE_ARMED || !has_owner(e, scan))
        return;
    for (uint32_t i = index, n = 0; i-- > 0 && n < OWNER_REACH; n++) {
        const isn_entity *owner = &out->ptr[i];
        if (states_own(owner, e, scan)) {
            e->country = owner->country;
            e->flags &= ~(uint32_t)ISN_EF_STATE_BY_STORY;
            return;
        }
        bool peace =
            owner->sector == ISN_SEC_UNO && e->sector == ISN_SEC_MIL; /* اليونيفيل: جنودها */
        if (owner->kind != ISN_ENT_ACTOR || !(owner->flags & ISN_EF_ARMED || peace) ||
            (owner->flags & ISN_EF_ADJ))
            continue;
        e->country = owner->country;
        e->sector = owner->sector != ISN_SEC_NONE ? owner->sector : e->sector;
        e->inter = owner->inter;
        e->flags &= ~(uint32_t)ISN_EF_STATE_BY_STORY;
        return;
    }
    if (e->sector == ISN_SEC_NONE)
        ministrys(out, scan, index);
}

/* The last before it of several words that begins with the same noun, near enough; or NULL. */
static const isn_entity *fuller_before(const isn_entities *out, const isn_scan *scan,
                                       uint32_t index) {
    for (uint32_t i = index, n = 0; i-- > 0 && n < BODY_REACH; n++) {
        const isn_entity *full = &out->ptr[i];
        if (full->kind == ISN_ENT_ACTOR && full->last >= full->first + 2 &&
            same_head(scan, full, &out->ptr[index]))
            return full;
    }
    return NULL;
}

/* مستشار في قيادة قوات الدعم السريع: القوات: the movement whose name begins with the noun, where it was the last called so. */
static void force_before(isn_entities *out, const isn_scan *scan, uint32_t index) {
    isn_entity *e = &out->ptr[index];
    if (e->sector != ISN_SEC_MIL || !(e->flags & ISN_EF_STATE_BY_STORY) ||
        !isn_find_sound_plural(scan, e->first) || has_owner(e, scan))
        return;
    const isn_entity *full = fuller_before(out, scan, index);
    if (full == NULL)
        return;
    if (is_rebel(full) && full->id.len)
        take(e, full);
    if (full->sector == ISN_SEC_COP) { /* قوات الأمن …، القوات */
        e->sector = full->sector;
        e->role = full->role;
    }
}

/* جرافات الاحتلال …، الجرافات; طائرة إسرائيلية …، الطائرة: arms with the article are whose the same noun's were before. */
static void arms_before(isn_entities *out, const isn_scan *scan, uint32_t index) {
    isn_entity *e = &out->ptr[index];
    const isn_reading *r = &scan->words[e->first].reading[e->reading];
    if (!(e->flags & ISN_EF_WEAPON) || !(r->pre & ISN_CL_AL) || e->org != UINT32_MAX ||
        (e->country != ISN_NO_ROW && !(e->flags & ISN_EF_STATE_BY_STORY)))
        return;
    const isn_entity *full = fuller_before(out, scan, index);
    if (full == NULL || full->country == ISN_NO_ROW || full->flags & ISN_EF_STATE_BY_STORY)
        return;
    e->country = full->country;
    e->sector = full->sector;
    e->inter = full->inter;
    e->org = full->org;
    e->flags &= ~(uint32_t)ISN_EF_STATE_BY_STORY;
}

/* Is an office or a man named before it in its sentence? */
static bool person_before(const isn_entities *out, const isn_scan *scan, uint32_t index) {
    uint32_t sentence = scan->words[out->ptr[index].first].sentence;
    for (uint32_t i = index; i-- > 0 && scan->words[out->ptr[i].first].sentence == sentence;)
        if (out->ptr[i].kind == ISN_ENT_PERSON && !out->ptr[i].nested)
            return true;
    return false;
}

/* قواته، جيشها، طائراتها الحربية، سفارتها: forces, bodies and arms with a pronoun are of the country, or the group, of the party named last in
 * the sentence. */
static void forces_of(isn_entities *out, const isn_scan *scan, uint32_t index) {
    isn_entity *e = &out->ptr[index];
    bool arms = e->flags & ISN_EF_WEAPON && e->country == ISN_NO_ROW;
    bool house = e->sector == ISN_SEC_NONE && e->table == ISN_T_ORGWORD; /* قيادتها، مكتبه */
    if ((e->sector != ISN_SEC_MIL && e->sector != ISN_SEC_GOV && !house) ||
        !(e->flags & ISN_EF_STATE_BY_STORY || arms || house) || !somebodys(e, scan))
        return;
    bool speaks = e->flags & ISN_EF_OWN && person_before(out, scan, index);
    for (uint32_t i = index; i-- > 0;) {
        const isn_entity *owner = &out->ptr[i];
        if (scan->words[owner->first].sentence != scan->words[e->first].sentence)
            return;
        if (speaks && owner->kind != ISN_ENT_PERSON)
            continue; /* اتهم الوزير الأوكراني موسكو بقصف بلاده: not hers */
        if (speaks && !owner->nested && owner->country == ISN_NO_ROW)
            return;
        bool party = owner->kind == ISN_ENT_ACTOR || owner->kind == ISN_ENT_PERSON ||
                     owner->table == ISN_T_COUNTRY || owner->flags & ISN_EF_CAPITAL;
        bool his = owner->flags & ISN_EF_OWN && owner->flags & ISN_EF_STATE_BY_STORY;
        if (!party || owner->nested || owner->country == ISN_NO_ROW || his ||
            (owner->flags & ISN_EF_ADJ) || owner->last > e->first)
            continue; /* مستشار في قيادتها: not he */
        e->country = owner->country;
        e->flags &= ~(uint32_t)ISN_EF_STATE_BY_STORY;
        if (is_rebel(owner) || house) {
            e->sector = owner->sector;
            e->inter = owner->inter;
        }
        return;
    }
}

/* نفى الكرملين ذلك، وقال المتحدث باسمه: a spokesman with a pronoun is of the body or the state that speaks or acts in the
 * sentence before him, else of that named last. */
static void spokesman_of(isn_entities *out, const isn_scan *scan, uint32_t index) {
    const uint32_t verbs = 1u << ISN_T_TRIGGER | 1u << ISN_T_SPEECH;
    isn_entity *e = &out->ptr[index];
    uint32_t found = UINT32_MAX;
    for (uint32_t i = index; i-- > 0;) {
        const isn_entity *one = &out->ptr[i];
        if (scan->words[one->first].sentence != scan->words[e->first].sentence)
            break;
        bool party = one->kind == ISN_ENT_ACTOR || one->table == ISN_T_COUNTRY ||
                     one->flags & ISN_EF_CAPITAL;
        if (!party || one->nested || one->flags & ISN_EF_ADJ)
            continue;
        bool subject = one->first > 0 && scan->word_tables[one->first - 1] & verbs;
        if (subject || found == UINT32_MAX)
            found = i;
        if (subject)
            break;
    }
    if (found == UINT32_MAX)
        return;
    const isn_entity *owner = &out->ptr[found];
    e->country = owner->country;
    e->inter = owner->inter;
    e->sector = owner->kind == ISN_ENT_PLACE ? ISN_SEC_GOV : owner->sector;
    e->org = found;
    e->flags |= owner->flags & (ISN_EF_ARMED | ISN_EF_STATE_BY_STORY);
}

/* باسمه، ناطقها: does the title of one who speaks for a body end in its pronoun? */
static bool speaks_for_it(const isn_entity *e, const isn_scan *scan) {
    if (!(e->flags & ISN_EF_SPOKES) || e->table != ISN_T_TITLE || e->org != UINT32_MAX)
        return false;
    uint32_t last = e->name_last > e->name_first ? e->name_first : e->last;
    for (uint32_t w = e->first; w < last && w < e->first + 3; w++)
        for (unsigned i = 0; i < scan->words[w].nreadings; i++) {
            const isn_reading *r = &scan->words[w].reading[i];
            if (r->symbol != ISN_NO_SYMBOL && r->suf >= ISN_SUF_HU && r->suf <= ISN_SUF_HUNNA)
                return true;
        }
    return false;
}

/* A vehicle stands between, whose driver or riders they are. */
static bool drives(const isn_scan *scan, uint32_t from, uint32_t to) {
    for (uint32_t w = from; w < to; w++) {
        uint32_t last;
        if (scan->word_tables[w] & (1u << ISN_T_UNIT) &&
            isn_match_kind(&last, scan, w, ISN_T_UNIT, ISN_UNIT_KIND, ISN_U_VEHICLE, 0xff))
            return true;
    }
    return false;
}

/* أعلن الحزب اعتقال رئيسه، أمينها العام: who heads, by its pronoun, the body that is no state's and is named last before him. */
static void chief_of(isn_entities *out, const isn_scan *scan, uint32_t index) {
    isn_entity *e = &out->ptr[index];
    for (uint32_t i = index; i-- > 0;) {
        const isn_entity *body = &out->ptr[i];
        if (scan->words[body->first].sentence != scan->words[e->first].sentence)
            return;
        if (body->kind != ISN_ENT_ACTOR || body->nested || body->flags & ISN_EF_ADJ)
            continue;
        if (!isn_find_no_state(body->sector))
            return;
        e->sector = body->sector;
        e->inter = body->inter;
        e->country = body->country;
        e->flags =
            (e->flags & ~(uint32_t)ISN_EF_STATE_BY_STORY) | (body->flags & ISN_EF_STATE_BY_STORY);
        return;
    }
}

/* رئيسه، زعيمها: an office that ends in a pronoun. */
static bool its_chief(const isn_entity *e, const isn_scan *scan) {
    const isn_reading *r = &scan->words[e->first].reading[e->reading];
    return e->table == ISN_T_TITLE && e->org == UINT32_MAX && !(e->flags & ISN_EF_SPOKES) &&
           e->sector != ISN_SEC_MIL && r->suf >= ISN_SUF_HU && r->suf <= ISN_SUF_HUNNA;
}

/* جنودها، رعاياها: people of the country that is named last in the sentence. */
static void people_of(isn_entities *out, const isn_scan *scan, uint32_t index) {
    isn_entity *e = &out->ptr[index];
    if (e->country != ISN_NO_ROW || !has_owner(e, scan))
        return;
    for (uint32_t i = index; i-- > 0;) {
        const isn_entity *land = &out->ptr[i];
        if (scan->words[land->first].sentence != scan->words[e->first].sentence)
            return;
        bool state = land->table == ISN_T_COUNTRY || land->flags & ISN_EF_CAPITAL ||
                     (land->kind == ISN_ENT_ACTOR &&
                      (land->sector == ISN_SEC_GOV || land->sector == ISN_SEC_MIL));
        if (land->nested || !state || land->country == ISN_NO_ROW || (land->flags & ISN_EF_ADJ))
            continue;
        if (land->flags & ISN_EF_WEAPON || drives(scan, land->last, e->first))
            return; /* استهدفت مسيرة إسرائيلية سيارة وقتلت سائقها */
        if (e->side == ISN_SIDE_CIVILIAN && land->sector == ISN_SEC_MIL)
            return; /* اعتقلت القوات فلانا وأبناءه: no army has any */
        e->country = land->country;
        return;
    }
}

/* علقت الأمم المتحدة تحركات موظفيها: the staff of a body that is no state's, which is named last in the sentence. */
static void staff_of(isn_entities *out, const isn_scan *scan, uint32_t index) {
    isn_entity *e = &out->ptr[index];
    if ((e->sector != ISN_SEC_GOV && e->sector != ISN_SEC_LAB) ||
        (e->sector == ISN_SEC_LAB && !(e->flags & ISN_EF_PLURAL)) || !has_owner(e, scan))
        return;
    for (uint32_t i = index; i-- > 0;) {
        const isn_entity *body = &out->ptr[i];
        if (scan->words[body->first].sentence != scan->words[e->first].sentence)
            return;
        if (body->kind != ISN_ENT_ACTOR || body->nested || body->flags & ISN_EF_ADJ ||
            is_rebel(body))
            continue;
        if (!isn_find_no_state(body->sector))
            return;
        e->sector = body->sector;
        e->inter = body->inter;
        e->country = body->country;
        e->flags &= ~(uint32_t)ISN_EF_STATE_BY_STORY;
        return;
    }
}

/* قناص حوثي …، القناص؛ جنديان فرنسيان …، الجنديين: fighters with the article are those that the same noun named before. */
static void men_before(isn_entities *out, const isn_scan *scan, uint32_t index) {
    isn_entity *e = &out->ptr[index];
    const isn_reading *r = &scan->words[e->first].reading[e->reading];
    if (e->side != ISN_SIDE_ARMED || e->last != e->first + 1 || e->country != ISN_NO_ROW ||
        !(r->pre & ISN_CL_AL))
        return;
    const isn_entity *only = NULL;
    for (uint32_t i = index, n = 0; i-- > 0 && n < BODY_REACH; n++) {
        const isn_entity *full = &out->ptr[i];
        if (full->kind != ISN_ENT_PEOPLE || full->nested || full->last < full->first + 2 ||
            full->country == ISN_NO_ROW || full->table != e->table || full->row != e->row)
            continue;
        if (only != NULL && only->country != full->country)
            return; /* أسرى من الجانبين */
        only = full;
    }
    if (only == NULL)
        return;
    e->country = only->country;
    if (only->sector != ISN_SEC_NONE)
        e->sector = only->sector;
    if (only->inter != 0)
        e->inter = only->inter;
}

/* رجاله: men who are nothing else are what their chief is. */
static void men_of(isn_entities *out, const isn_scan *scan, uint32_t index) {
    isn_entity *e = &out->ptr[index];
    if (e->sector != ISN_SEC_NONE || e->side != ISN_SIDE_UNKNOWN || !(e->flags & ISN_EF_PLURAL) ||
        !has_owner(e, scan))
        return;
    for (uint32_t i = index; i-- > 0;) {
        const isn_entity *chief = &out->ptr[i];
        if (scan->words[chief->first].sentence != scan->words[e->first].sentence)
            return;
        bool commands = chief->sector == ISN_SEC_MIL || chief->sector == ISN_SEC_COP ||
                        chief->sector == ISN_SEC_SPY || is_rebel(chief);
        if (chief->nested || !commands || chief->kind == ISN_ENT_PEOPLE)
            continue;
        e->sector = chief->sector;
        e->country = chief->country != ISN_NO_ROW ? chief->country : e->country;
        e->inter = chief->inter;
        return;
    }
}

/* الأمم المتحدة …: المنظمة: where none was named so, the body of many states that was named last. */
static void world_body(isn_entities *out, uint32_t index) {
    isn_entity *e = &out->ptr[index];
    for (uint32_t i = index, n = 0; i-- > 0 && n < BODY_REACH; n++) {
        const isn_entity *body = &out->ptr[i];
        if (body->kind != ISN_ENT_ACTOR || body->flags & ISN_EF_ADJ ||
            (body->sector != ISN_SEC_UNO && body->sector != ISN_SEC_IGO))
            continue;
        e->sector = body->sector;
        e->inter = body->inter;
        return;
    }
}

/* Of 64 bits those of the words that the phrase may begin with: two phrases without one in common have no head in common. */
static uint64_t head_bits(const isn_scan *scan, const isn_entity *e) {
    const isn_word *word = &scan->words[e->first];
    uint64_t bits = 0;
    for (unsigned i = 0; i < word->nreadings; i++)
        if (word->reading[i].symbol != ISN_NO_SYMBOL)
            bits |= UINT64_C(1) << (word->reading[i].symbol >> 1) % 64;
    return bits;
}

/* "the network", "the ministry": the body that was named in full by the same head noun before. `heads`: head_bits of all such. */
static void named_before(isn_entities *out, const isn_scan *scan, uint32_t index, uint64_t heads) {
    isn_entity *e = &out->ptr[index];
    bool any = heads & head_bits(scan, e);
    for (uint32_t i = index, n = 0; any && i-- > 0 && n < BODY_REACH; n++) {
        const isn_entity *full = &out->ptr[i];
        if (full->kind != ISN_ENT_ACTOR || full->nested || full->last < full->first + 2 ||
            full->flags & ISN_EF_GENERIC || !same_head(scan, full, e))
            continue;
        if (e->sector == ISN_SEC_NONE || (full->table == ISN_T_ACTOR && full->id.len))
            e->sector = full->sector; /* المجلس, where a group of that head was named */
        if (full->country != ISN_NO_ROW)
            e->country = full->country;
        if (e->inter == 0)
            e->inter = full->inter;
        if (full->sector == ISN_SEC_IGO || full->sector == ISN_SEC_UNO ||
            full->sector == ISN_SEC_EUR) { /* مجلس الاتحاد الأوروبي …: المجلس */
            e->sector = full->sector;
            e->country = full->country;
            e->flags &= ~(uint32_t)ISN_EF_STATE_BY_STORY;
        }
        return;
    }
    if (e->sector == ISN_SEC_NGO)
        world_body(out, index);
}

/* "the minister": the office that was told with its country before. */
static void office_before(isn_entities *out, const isn_scan *scan, uint32_t index) {
    isn_entity *e = &out->ptr[index];
    for (uint32_t i = index, n = 0; i-- > 0 && n < BODY_REACH; n++) {
        const isn_entity *full = &out->ptr[i];
        bool same = full->table == ISN_T_TITLE
                        ? full->row == e->row
                        : full->kind == ISN_ENT_PERSON && e->last == e->first + 1 &&
                              full->sector == e->sector && same_head(scan, full, e);
        if (!same || full->flags & ISN_EF_STATE_BY_STORY || full->country == ISN_NO_ROW)
            continue;
        e->country = full->country;
        return;
    }
}

/* المبعوث الخاص للجنة الرباعية …، المبعوث: the envoy of many states who was told in full before. */
static void envoy_before(isn_entities *out, const isn_scan *scan, uint32_t index) {
    isn_entity *e = &out->ptr[index];
    for (uint32_t i = index, n = 0; i-- > 0 && n < BODY_REACH; n++) {
        const isn_entity *full = &out->ptr[i];
        if (full->last < full->first + 2 || !same_head(scan, full, e))
            continue;
        if (full->sector != ISN_SEC_UNO && full->sector != ISN_SEC_IGO &&
            full->sector != ISN_SEC_EUR)
            return;
        e->sector = full->sector;
        e->inter = full->inter;
        e->country = ISN_NO_ROW;
        e->flags &= ~(uint32_t)ISN_EF_STATE_BY_STORY;
        return;
    }
}

/* مصدر في الهيئة، مستشار في قيادتها: who holds an office in a body that is found to be no state's is none of a government. */
static void office_in(isn_entity *e, const isn_entity *of) {
    if ((e->sector != ISN_SEC_GOV && e->sector != ISN_SEC_NONE) || of->kind != ISN_ENT_ACTOR ||
        !isn_find_no_state(of->sector))
        return;
    e->sector = of->sector;
    e->inter = of->inter;
    if (of->country != ISN_NO_ROW)
        e->country = of->country;
}

/* ثلاثة من عناصر التنظيم: the men of a group that was named before are its own. */
static void members_of(isn_entities *out) {
    for (uint32_t i = 0; i < out->len; i++) {
        isn_entity *e = &out->ptr[i];
        if ((e->kind == ISN_ENT_SOURCE || e->table == ISN_T_TITLE) && e->org != UINT32_MAX)
            office_in(e, &out->ptr[e->org]);
        if (e->kind != ISN_ENT_PEOPLE || e->org == UINT32_MAX || e->side != ISN_SIDE_ARMED)
            continue;
        const isn_entity *of = &out->ptr[e->org];
        if (!(of->flags & ISN_EF_GENERIC) || of->id.len == 0)
            continue;
        e->sector = of->sector;
        e->inter = of->inter;
        e->country = of->country;
    }
}

/* المقاومة الإسلامية, where المقاومة الإسلامية في العراق was named: the longer name that begins with its words, or NULL. */
static const isn_entity *longer_name(const recent *r, const isn_scan *scan, const isn_entity *e) {
    uint32_t n = e->last - e->first;
    for (unsigned i = r->n; n > 1 && i-- > 0;) {
        const isn_entity *full = r->named[i];
        if (full->last - full->first <= n || isn_str_eq(full->id, e->id))
            continue;
        uint32_t same = 0;
        while (same < n) {
            const isn_token *a = &scan->text->tokens[scan->words[full->first + same].token];
            const isn_token *b = &scan->text->tokens[scan->words[e->first + same].token];
            if (a->fold_len != b->fold_len ||
                memcmp(scan->text->fold + a->fold, scan->text->fold + b->fold, a->fold_len) != 0)
                break;
            same++;
        }
        if (same == n)
            return full;
    }
    return NULL;
}

void isn_find_referents(isn_entities *out, const isn_scan *scan) {
    recent r = {.n = 0};
    uint64_t heads = 0;
    for (uint32_t i = 0; i < out->len; i++) {
        isn_entity *e = &out->ptr[i];
        if (e->kind == ISN_ENT_PEOPLE) {
            possessed(out, scan, i), men_of(out, scan, i), people_of(out, scan, i);
            staff_of(out, scan, i), men_before(out, scan, i);
        }
        if (e->kind == ISN_ENT_SOURCE)
            staff_of(out, scan, i);
        if (speaks_for_it(e, scan))
            spokesman_of(out, scan, i);
        if (its_chief(e, scan))
            chief_of(out, scan, i);
        if (e->table == ISN_T_TITLE && e->flags & ISN_EF_STATE_BY_STORY && e->org == UINT32_MAX &&
            !(e->flags & ISN_EF_SPOKES))
            office_before(out, scan, i);
        if (e->flags & ISN_EF_ENVOY && e->last == e->first + 1 &&
            (e->country == ISN_NO_ROW || e->flags & ISN_EF_STATE_BY_STORY))
            envoy_before(out, scan, i);
        if (e->kind != ISN_ENT_ACTOR)
            continue;
        heads |= e->last >= e->first + 2 ? head_bits(scan, e) : 0;
        forces_of(out, scan, i);
        if (e->last == e->first + 1)
            arms_before(out, scan, i);
        bool bare = e->id.len == 0 && e->last == e->first + 1 && e->table == ISN_T_ORGWORD;
        if (bare && !has_owner(e, scan) && !(e->flags & ISN_EF_ADJ) && e->sector != ISN_SEC_MIL)
            named_before(out, scan, i, heads);
        else if (bare)
            force_before(out, scan, i);
        e->id = isn_find_base_id(e->id);
        if (e->flags & ISN_EF_GENERIC) {
            const isn_entity *named = referent(&r, scan, e);
            if (named != NULL)
                take(e, named);
        } else if (e->flags & ISN_EF_NAMED && e->id.len) {
            const isn_entity *full = longer_name(&r, scan, e);
            if (full != NULL)
                take(e, full);
            remember(&r, e);
        }
    }
    members_of(out);
}
