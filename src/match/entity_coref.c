/* entity_coref.c: "the organisation", "the coalition": generic names take the identity of the one that the
 * text named before. Last step of entity.c; claim/ then compares actors by id. */
#include <string.h>

#include "match/entity.h"

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
enum { OWNER_REACH = 12 };

/* مقاتليها، عناصره: fighters with a pronoun belong to the armed body named last before them. */
static void possessed(isn_entities *out, const isn_scan *scan, uint32_t index) {
    isn_entity *e = &out->ptr[index];
    const isn_reading *r = &scan->words[e->head].reading[e->reading];
    if (e->side != ISN_SIDE_ARMED || e->org != UINT32_MAX || r->suf < ISN_SUF_HU ||
        r->suf > ISN_SUF_HUNNA || e->last != e->first + 1)
        return;
    for (uint32_t i = index, n = 0; i-- > 0 && n < OWNER_REACH; n++) {
        const isn_entity *owner = &out->ptr[i];
        if (owner->kind != ISN_ENT_ACTOR || !(owner->flags & ISN_EF_ARMED) ||
            (owner->flags & ISN_EF_ADJ))
            continue;
        e->country = owner->country;
        e->sector = owner->sector != ISN_SEC_NONE ? owner->sector : e->sector;
        e->inter = owner->inter;
        e->flags &= ~(uint32_t)ISN_EF_STATE_BY_STORY;
        return;
    }
}

void isn_find_referents(isn_entities *out, const isn_scan *scan) {
    recent r = {.n = 0};
    for (uint32_t i = 0; i < out->len; i++) {
        isn_entity *e = &out->ptr[i];
        if (e->kind == ISN_ENT_PEOPLE)
            possessed(out, scan, i);
        if (e->kind != ISN_ENT_ACTOR)
            continue;
        e->id = isn_find_base_id(e->id);
        if (e->flags & ISN_EF_GENERIC) {
            const isn_entity *named = referent(&r, scan, e);
            if (named != NULL)
                take(e, named);
        } else if (e->flags & ISN_EF_NAMED && e->id.len) {
            remember(&r, e);
        }
    }
}
