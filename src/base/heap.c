/* heap.c: memory for the few things that outlive an article. With arena.c the only place that asks
 * the system for memory. */
#include <stdlib.h>

#include "base/base.h"

void *isn_heap_alloc(size_t size) {
    return calloc(1, size == 0 ? 1 : size);
}

void *isn_heap_realloc(void *ptr, size_t size) {
    return realloc(ptr, size == 0 ? 1 : size);
}

void isn_heap_free(void *ptr) {
    free(ptr);
}
