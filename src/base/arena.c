/* arena.c: one arena an article. Blocks in a chain, bump allocation, 16-byte alignment. What is not
 * handed out is poisoned under AddressSanitizer, so that a read past an allocation or of an article
 * that was reset is seen. Beside it: heap.c, the only other place that asks for memory. */
#include <stdlib.h>
#include <string.h>

#include "base/base.h"

#if defined(__SANITIZE_ADDRESS__)
#define ISN_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ISN_ASAN 1
#endif
#endif
#ifdef ISN_ASAN
#include <sanitizer/asan_interface.h>
#define UNPOISON(ptr, len) __asan_unpoison_memory_region((ptr), (len))
#define RED_ZONE ((size_t)16) /* a gap between allocations */
#else
#define UNPOISON(ptr, len) ((void)(ptr), (void)(len))
#define RED_ZONE ((size_t)0)
#endif

#define ALIGN ((size_t)16)
#define MIN_BLOCK ((size_t)1024)
#define MAX_BLOCK ((size_t)1 << 22) /* larger requests get a block of their own */
#define MAX_SIZE ((size_t)1 << 40)  /* beyond it a size is taken for an overflow */

typedef struct block {
    struct block *next; /* the block before it in time, or the next spare one */
    size_t size, used;
    size_t pad;
    unsigned char data[];
} block;
_Static_assert(sizeof(block) % 16 == 0, "data must be 16-byte aligned");

struct isn_arena {
    block *full;     /* blocks in use, the current one first */
    block *spare;    /* kept by a reset, the smallest first */
    size_t kept;     /* bytes of these */
    isn_arena *from; /* whose spare blocks it takes: its own, or another's */
    size_t used;     /* bytes in blocks in use, without the current one's */
    size_t first;    /* size of a block; one is as large as all before it */
    isn_guard *guard;
};

/* Not inlined, because gcc takes poisoning fresh memory for reading it. */
__attribute__((noinline)) static void poison(void *ptr, size_t len) {
#ifdef ISN_ASAN
    __asan_poison_memory_region(ptr, len);
#else
    (void)ptr;
    (void)len;
#endif
}

static size_t align_up(size_t n) {
    return (n + ALIGN - 1) & ~(ALIGN - 1);
}

static block *block_new(size_t size) {
    block *b = malloc(sizeof(block) + size);
    if (b == NULL)
        return NULL;
    b->next = NULL;
    b->size = size;
    b->used = 0;
    b->pad = 0;
    poison(b->data, size);
    return b;
}

static void block_free(block *b) {
    UNPOISON(b->data, b->size);
    free(b);
}

isn_status isn_arena_new(isn_arena **out, size_t first_block) {
    isn_arena *arena = malloc(sizeof *arena);
    if (arena == NULL)
        return ISN_ENOMEM;
    if (first_block > MAX_SIZE)
        first_block = MAX_SIZE;
    size_t size = align_up(first_block < MIN_BLOCK ? MIN_BLOCK : first_block);
    *arena = (isn_arena){.full = block_new(size), .first = size, .from = arena};
    if (arena->full == NULL) {
        free(arena);
        return ISN_ENOMEM;
    }
    *out = arena;
    return ISN_OK;
}

isn_status isn_arena_beside(isn_arena **out, isn_arena *other) {
    isn_arena *arena = malloc(sizeof *arena);
    if (arena == NULL)
        return ISN_ENOMEM;
    *arena = (isn_arena){.first = other->first, .from = other->from};
    *out = arena;
    return ISN_OK;
}

static void free_chain(block *b) {
    while (b != NULL) {
        block *next = b->next;
        block_free(b);
        b = next;
    }
}

void isn_arena_free(isn_arena *arena) {
    if (arena == NULL)
        return;
    free_chain(arena->full);
    free_chain(arena->spare);
    free(arena);
}

/* Of blocks of one size the one that was used last comes first: its lines are still near. */
static void put_spare(isn_arena *arena, block *b) {
    block **at = &arena->spare;
    b->used = 0;
    poison(b->data, b->size);
    while (*at != NULL && (*at)->size < b->size)
        at = &(*at)->next;
    b->next = *at;
    *at = b;
    arena->kept += b->size;
}

void isn_arena_reset(isn_arena *arena, size_t keep) {
    isn_arena *from = arena->from;
    while (from->spare != NULL && from->kept > keep) {
        block *b = from->spare;
        from->spare = b->next;
        from->kept -= b->size;
        block_free(b);
    }
    while (arena->full != NULL) {
        block *b = arena->full;
        arena->full = b->next;
        if (b->size <= keep - from->kept)
            put_spare(from, b);
        else
            block_free(b);
    }
    arena->used = 0;
    if (keep == 0)
        arena->first = MIN_BLOCK;
}

void isn_arena_guard(isn_arena *arena, isn_guard *guard) {
    arena->guard = guard;
}

static void out_of_memory(isn_arena *arena) __attribute__((noreturn));
static void out_of_memory(isn_arena *arena) {
    longjmp(arena->guard->jump, 1);
}

void isn_arena_fail(isn_arena *arena) {
    out_of_memory(arena);
}

bool isn_arena_try(isn_arena *arena, void (*call)(void *), void *with) {
    isn_guard *outer = arena->guard;
    isn_guard guard;
    bool done = false;
    if (setjmp(guard.jump) == 0) {
        arena->guard = &guard;
        call(with);
        arena->guard = outer;
        done = true;
    } else {
        arena->guard = outer;
    }
    return done;
}

/* The first spare block with room for `size`; NULL when there is none. */
static block *take_spare(isn_arena *arena, size_t size) {
    isn_arena *from = arena->from;
    for (block **at = &from->spare; *at != NULL; at = &(*at)->next) {
        block *b = *at;
        if (b->size >= size) {
            *at = b->next;
            from->kept -= b->size;
            return b;
        }
    }
    return NULL;
}

static block *next_block(isn_arena *arena, size_t size) {
    if (arena->full != NULL)
        arena->used += arena->full->used;
    block *b = take_spare(arena, size);
    if (b == NULL) {
        size_t usual = arena->used < arena->first ? arena->first
                       : arena->used > MAX_BLOCK  ? MAX_BLOCK
                                                  : align_up(arena->used);
        b = block_new(size > usual ? size : usual);
        if (b == NULL)
            out_of_memory(arena);
    }
    b->next = arena->full;
    arena->full = b;
    return b;
}

void *isn_arena_alloc(isn_arena *arena, size_t size) {
    if (size > MAX_SIZE)
        out_of_memory(arena);
    size_t room = align_up(size == 0 ? 1 : size) + RED_ZONE;
    block *b = arena->full;
    if (b == NULL || room > b->size - b->used)
        b = next_block(arena, room);
    unsigned char *ptr = b->data + b->used;
    b->used += room;
    UNPOISON(ptr, size);
    return ptr;
}

void *isn_arena_zero(isn_arena *arena, size_t size) {
    void *ptr = isn_arena_alloc(arena, size);
    memset(ptr, 0, size);
    return ptr;
}

char *isn_arena_copy(isn_arena *arena, const void *ptr, size_t len) {
    char *copy = isn_arena_alloc(arena, len < MAX_SIZE ? len + 1 : len);
    if (len > 0)
        memcpy(copy, ptr, len);
    copy[len] = '\0';
    return copy;
}

size_t isn_arena_used(const isn_arena *arena) {
    return arena->used + (arena->full == NULL ? 0 : arena->full->used);
}

/* Lengthens the allocation at `ptr` where it lies, if it is the last one and its block has room. */
static bool extend(isn_arena *arena, void *ptr, size_t old_size, size_t new_size) {
    block *b = arena->full;
    if (b == NULL || ptr == NULL)
        return false;
    size_t old_room = align_up(old_size) + RED_ZONE, new_room = align_up(new_size) + RED_ZONE;
    if (old_room > b->used || (unsigned char *)ptr != b->data + (b->used - old_room) ||
        new_room - old_room > b->size - b->used)
        return false;
    b->used += new_room - old_room;
    UNPOISON(ptr, new_size);
    return true;
}

void *isn_vec_grow(isn_arena *arena, void *ptr, uint32_t *cap, size_t item) {
    if (*cap > UINT32_MAX / 2)
        out_of_memory(arena);
    uint32_t few = item > 64 ? 1 : 4; /* of what is large there is often one */
    uint32_t grown = *cap == 0 ? few : *cap * 2;
    if (*cap == 0 || !extend(arena, ptr, item * *cap, item * grown)) {
        void *bigger = isn_arena_alloc(arena, item * grown);
        if (*cap > 0)
            memcpy(bigger, ptr, item * *cap);
        ptr = bigger;
    }
    *cap = grown;
    return ptr;
}
