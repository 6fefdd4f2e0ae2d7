/* map.c: see map.h. Looking a place up is a binary search and, in a piece whose characters have other
 * lengths below, a count through it. */
#include "article/map.h"
#include "article/charset.h"

void isn_map_add(isn_map *map, isn_arena *arena, isn_stretch piece) {
    isn_stretch *last = map->pieces.len == 0 ? NULL : &map->pieces.ptr[map->pieces.len - 1];
    if (piece.len == 0)
        return;
    if (last != NULL && last->kind == ISN_STRETCH_SAME && piece.kind == ISN_STRETCH_SAME &&
        last->at + last->len == piece.at && last->source + last->source_len == piece.source) {
        last->len += piece.len;
        last->source_len += piece.source_len;
        return;
    }
    *ISN_PUSH(arena, &map->pieces) = piece; /* NOLINT: with room, ptr is set */
}

/* Index of the last piece that begins at or before `at`; UINT32_MAX when there is none. */
static uint32_t find(const isn_map *map, uint32_t at) {
    uint32_t low = 0, high = map->pieces.len;
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        if (map->pieces.ptr[mid].at <= at)
            low = mid + 1;
        else
            high = mid;
    }
    return low == 0 ? UINT32_MAX : low - 1;
}

/* Bytes of the source that the first `n` bytes of the piece stand for; `n` is between two characters. */
static uint32_t below(const isn_map *map, const isn_stretch *p, uint32_t n) {
    const unsigned char *text = (const unsigned char *)map->text + p->at;
    uint32_t sum = 0;
    for (uint32_t i = 0; i < n; i++) {
        bool goes_on = (text[i] & 0xC0) == 0x80;
        if (p->kind == ISN_STRETCH_BYTES)
            sum += !goes_on;
        else if (p->kind == ISN_STRETCH_WIDE)
            sum += goes_on ? 0 : text[i] >= 0xF0 ? 4 : 2;
        else
            sum += text[i] < 0x80 ? 1 : isn_charset_width((isn_charset)map->twice, text[i]);
    }
    return sum;
}

/* Where the character that begins at byte `n` of the piece begins, or the one before it ends. */
static uint32_t place(const isn_map *map, const isn_stretch *p, uint32_t n, bool end) {
    switch (p->kind) {
    case ISN_STRETCH_SAME: return p->source + n;
    case ISN_STRETCH_WHOLE: return end ? p->source + p->source_len : p->source;
    default: return p->source + below(map, p, n);
    }
}

static uint32_t start_of(const isn_map *map, uint32_t at) {
    uint32_t i = find(map, at);
    const isn_stretch *p = i == UINT32_MAX ? NULL : &map->pieces.ptr[i];
    if (p != NULL && at < p->at + p->len)
        return place(map, p, at - p->at, false);
    i = i == UINT32_MAX ? 0 : i + 1;
    if (i < map->pieces.len)
        return map->pieces.ptr[i].source;
    return p == NULL ? 0 : p->source + p->source_len;
}

static uint32_t end_of(const isn_map *map, uint32_t at) {
    uint32_t i = at == 0 ? UINT32_MAX : find(map, at - 1);
    if (i == UINT32_MAX)
        return 0;
    const isn_stretch *p = &map->pieces.ptr[i];
    if (at - p->at <= p->len)
        return place(map, p, at - p->at, true);
    return p->source + p->source_len;
}

void isn_map_step(const isn_map *map, uint32_t *start, uint32_t *end) {
    uint32_t from = start_of(map, *start);
    uint32_t to = *end > *start ? end_of(map, *end) : from;
    *start = from;
    *end = to > from ? to : from;
}

void isn_map_span(const isn_map *map, uint32_t *start, uint32_t *end) {
    for (; map != NULL; map = map->below)
        isn_map_step(map, start, end);
}
