/* pack.c: opens a compiled language pack, checks it, gives its cells. Left of it: compile/packer.c, which
 * writes packs. Right of it: split.c and scan.c, which look words up in it.
 *
 * A pack is outside bytes: every offset and index in it is checked once when it is opened, so that
 * readers need no checks of their own and a damaged pack cannot crash them. */
#include "lexicon/pack.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- checks ----------------------------------------------------------------------------------- */

static const uint32_t sect_size[ISN_SECTS] = {
    [ISN_SECT_STRINGS] = 1,
    [ISN_SECT_TABLES] = sizeof(isn_pack_table),
    [ISN_SECT_CELLS] = 4,
    [ISN_SECT_LINES] = 4,
    [ISN_SECT_KEYS] = 4,
    [ISN_SECT_LISTS] = 4,
    [ISN_SECT_MEMBERS] = 8,
    [ISN_SECT_SLOTS] = sizeof(isn_pack_slot),
    [ISN_SECT_WORDS] = sizeof(isn_pack_word),
    [ISN_SECT_LETTERS] = 1,
    [ISN_SECT_ROOT] = 4,
    [ISN_SECT_EDGES] = sizeof(isn_pack_edge),
    [ISN_SECT_NODES] = sizeof(isn_pack_node),
    [ISN_SECT_SENSES] = sizeof(isn_sense),
    [ISN_SECT_STEMS] = 4,
};

static uint64_t hash_z(const char *text, uint64_t seed) {
    return isn_hash(text, strlen(text) + 1, seed);
}

uint64_t isn_pack_schema_hash(void) {
    uint64_t h = ISN_TABLES;
    for (unsigned t = 0; t < ISN_TABLES; t++) {
        h = hash_z(isn_schema[t].file, h);
        for (const isn_column *c = isn_schema[t].columns; c->name != NULL; c++) {
            uint32_t facts[2] = {(uint32_t)c->type, c->type == ISN_COL_REF ? (uint32_t)c->ref : 0};
            h = hash_z(c->name, h);
            h = isn_hash(facts, sizeof(facts), h);
            for (const char *const *v = c->vocab; v != NULL && *v != NULL; v++)
                h = hash_z(*v, h);
        }
    }
    return h;
}

static const char *check_header(const isn_pack_header *h, size_t size) {
    if (h->size != size)
        return h->size > size ? "the language pack is truncated"
                              : "bytes follow the end of the language pack";
    if (h->sects != ISN_SECTS || memchr(h->source_hash, 0, sizeof(h->source_hash)) == NULL)
        return "the header of the language pack is damaged";
    for (unsigned i = 0; i < ISN_SECTS; i++) {
        const isn_pack_sect *s = &h->sect[i];
        if (s->offset % ISN_PACK_ALIGN != 0 || s->offset > size || s->count > UINT32_MAX ||
            s->count > (size - s->offset) / sect_size[i])
            return "a section of the language pack lies outside the file";
    }
    return NULL;
}

static uint64_t count_of(const isn_lex *lex, unsigned sect) {
    return lex->header->sect[sect].count;
}

static bool is_string(const isn_lex *lex, uint32_t at) {
    uint64_t size = count_of(lex, ISN_SECT_STRINGS);
    uint32_t len;
    if (at % 4 != 0 || (uint64_t)at + 5 > size)
        return false;
    memcpy(&len, lex->strings + at, 4);
    return (uint64_t)at + 4 + len < size && lex->strings[at + 4 + len] == 0;
}

static bool is_list(const isn_lex *lex, uint32_t at) {
    uint64_t size = count_of(lex, ISN_SECT_LISTS);
    if ((uint64_t)at + 2 > size || lex->view.lists[at + 1] > size - at - 2 ||
        lex->view.lists[at] >= lex->header->nlists)
        return false;
    const uint32_t *list = lex->view.lists + at + 2;
    for (uint32_t i = 0; i < lex->view.lists[at + 1]; i++)
        if (list[i] >= lex->nlisted || (i > 0 && list[i] <= list[i - 1]))
            return false;
    return true;
}

static uint32_t vocab_size(const char *const *vocab) {
    uint32_t n = 0;
    while (vocab[n] != NULL)
        n++;
    return n;
}

/* `limit` is the vocabulary's size, or the number of rows in the table referred to. */
static bool cell_ok(const isn_lex *lex, const isn_column *c, uint32_t cell, uint32_t limit) {
    switch (c->type) {
    case ISN_COL_KEY:
    case ISN_COL_STR:
    case ISN_COL_FORMS: return cell == 0 || is_string(lex, cell);
    case ISN_COL_ENUM:
    case ISN_COL_POS: return cell < limit;
    case ISN_COL_FLAGS: return cell >> (limit - 1) <= 1;
    case ISN_COL_WORDS: return is_list(lex, cell);
    case ISN_COL_REF: return cell == (uint32_t)ISN_NO_INT || cell < limit;
    case ISN_COL_INT:
    case ISN_COL_DEC:
    case ISN_COL_DAY: return true;
    }
    return false;
}

static bool column_ok(const isn_lex *lex, unsigned t, unsigned column) {
    const isn_pack_table *table = &lex->tables[t];
    const isn_column *c = &isn_schema[t].columns[column];
    uint32_t limit = c->type == ISN_COL_REF ? lex->tables[c->ref].rows
                     : c->vocab != NULL     ? vocab_size(c->vocab)
                                            : 0;
    for (uint32_t row = 0; row < table->rows; row++)
        if (!cell_ok(lex, c, lex->cells[table->cells + (size_t)row * table->columns + column],
                     limit))
            return false;
    return true;
}

static bool shape_ok(const isn_lex *lex, unsigned t) {
    const isn_pack_table *table = &lex->tables[t];
    uint64_t cells = (uint64_t)table->rows * table->columns;
    if (table->columns != isn_columns[t] || table->cells + cells > count_of(lex, ISN_SECT_CELLS) ||
        (uint64_t)table->lines + table->rows > count_of(lex, ISN_SECT_LINES))
        return false;
    if ((table->keys != UINT32_MAX) != (isn_schema[t].columns[0].type == ISN_COL_KEY))
        return false;
    if (table->keys == UINT32_MAX)
        return true;
    if ((uint64_t)table->keys + table->rows > count_of(lex, ISN_SECT_KEYS))
        return false;
    for (uint32_t i = 0; i < table->rows; i++)
        if (lex->keys[table->keys + i] >= table->rows)
            return false;
    return true;
}

static const char *check_tables(const isn_lex *lex) {
    if (count_of(lex, ISN_SECT_TABLES) != ISN_TABLES)
        return "the language pack lacks its tables";
    if (!is_list(lex, 0) || lex->nlisted > 2 * (uint64_t)lex->nwords ||
        count_of(lex, ISN_SECT_MEMBERS) != (uint64_t)lex->list_width * lex->nlisted)
        return "the lists of the language pack are damaged";
    for (unsigned t = 0; t < ISN_TABLES; t++)
        if (!shape_ok(lex, t))
            return "a table of the language pack is damaged";
    for (unsigned t = 0; t < ISN_TABLES; t++)
        for (unsigned c = 0; c < lex->tables[t].columns; c++)
            if (!column_ok(lex, t, c))
                return "a cell of the language pack is damaged";
    return NULL;
}

static bool power_of_two(uint64_t n) {
    return n != 0 && (n & (n - 1)) == 0;
}

/* A hash table must have a free place, or a search in it would never end. */
static const char *check_words(const isn_lex *lex) {
    uint64_t slots = count_of(lex, ISN_SECT_SLOTS), letters = count_of(lex, ISN_SECT_LETTERS);
    bool room = false;
    if (!power_of_two(slots) || count_of(lex, ISN_SECT_ROOT) != 2 * (uint64_t)lex->nwords)
        return "the word table of the language pack is damaged";
    for (uint64_t i = 0; i < slots; i++) {
        uint32_t symbol = lex->slots[i].symbol;
        room |= symbol == ISN_NO_SYMBOL;
        if (symbol != ISN_NO_SYMBOL && symbol >> 1 >= lex->nwords)
            return "the word table of the language pack is damaged";
    }
    for (uint32_t i = 0; i < lex->nwords; i++) {
        uint32_t at;
        memcpy(&at, lex->words[i].letters + ISN_WORD_INLINE - 4, 4);
        if (lex->words[i].len > ISN_WORD_INLINE && (uint64_t)at + lex->words[i].len > letters)
            return "a word of the language pack is damaged";
    }
    return room ? NULL : "the word table of the language pack is full";
}

static const char *check_trie(const isn_lex *lex) {
    static const char damaged[] = "the phrases of the language pack are damaged";
    uint64_t edges = count_of(lex, ISN_SECT_EDGES), nodes = count_of(lex, ISN_SECT_NODES);
    uint64_t senses = count_of(lex, ISN_SECT_SENSES);
    bool room = false;
    if (!power_of_two(edges) || nodes == 0 || nodes > ISN_ROOT_NODE)
        return damaged;
    for (uint64_t i = 0; i < 2 * (uint64_t)lex->nwords; i++)
        if ((lex->root[i] & ISN_ROOT_NODE) >= nodes)
            return damaged;
    for (uint64_t i = 0; i < edges; i++) {
        room |= lex->edges[i].target == 0;
        if (lex->edges[i].target >= nodes)
            return damaged;
    }
    for (uint64_t i = 0; i < nodes; i++)
        if (lex->nodes[i].senses + (uint64_t)lex->nodes[i].nsenses > senses)
            return damaged;
    for (uint64_t i = 0; i < senses; i++)
        if (lex->senses[i].table >= ISN_TABLES ||
            lex->senses[i].row >= lex->tables[lex->senses[i].table].rows)
            return damaged;
    return room ? NULL : damaged;
}

static const char *check_stems(const isn_lex *lex) {
    uint64_t size = count_of(lex, ISN_SECT_STEMS);
    bool room = false;
    for (uint64_t i = 0; i < size && !room; i++)
        room = lex->stems[i] == 0;
    return power_of_two(size) && room ? NULL : "the stem list of the language pack is damaged";
}

/* ---- opening ------------------------------------------------------------------------------------ */

static const void *section(const isn_lex *lex, unsigned sect) {
    return (const char *)lex->header + lex->header->sect[sect].offset;
}

static void fill(isn_lex *lex) {
    lex->strings = section(lex, ISN_SECT_STRINGS);
    lex->tables = section(lex, ISN_SECT_TABLES);
    lex->cells = section(lex, ISN_SECT_CELLS);
    lex->lines = section(lex, ISN_SECT_LINES);
    lex->keys = section(lex, ISN_SECT_KEYS);
    lex->view.lists = section(lex, ISN_SECT_LISTS);
    lex->members = section(lex, ISN_SECT_MEMBERS);
    lex->stems = section(lex, ISN_SECT_STEMS);
    lex->slots = section(lex, ISN_SECT_SLOTS);
    lex->words = section(lex, ISN_SECT_WORDS);
    lex->letters = section(lex, ISN_SECT_LETTERS);
    lex->root = section(lex, ISN_SECT_ROOT);
    lex->edges = section(lex, ISN_SECT_EDGES);
    lex->nodes = section(lex, ISN_SECT_NODES);
    lex->senses = section(lex, ISN_SECT_SENSES);
    lex->nwords = (uint32_t)count_of(lex, ISN_SECT_WORDS);
    lex->nlisted = lex->header->nlisted;
    lex->list_width = (uint32_t)(((uint64_t)lex->header->nlists + 63) / 64);
    lex->slot_mask = (uint32_t)count_of(lex, ISN_SECT_SLOTS) - 1;
    lex->edge_mask = (uint32_t)count_of(lex, ISN_SECT_EDGES) - 1;
    lex->stem_mask = (uint32_t)count_of(lex, ISN_SECT_STEMS) - 1;
}

/* Of a pack that was checked. */
static void view_tables(isn_lex *lex) {
    for (unsigned t = 0; t < ISN_TABLES; t++) {
        lex->view.at[t].cells = lex->cells + lex->tables[t].cells;
        lex->view.at[t].rows = lex->tables[t].rows;
    }
}

isn_status isn_pack_attach(isn_lex *lex, const void *bytes, size_t size, const char *path,
                           isn_error *error) {
    isn_lex it = {.header = bytes, .size = size};
    const isn_pack_header *h = bytes;
    if (size < sizeof(h->magic) || memcmp(h->magic, ISN_PACK_MAGIC, sizeof(h->magic)) != 0)
        return isn_fail(error, ISN_EFORMAT, path, 0, "not a language pack");
    if (size < sizeof(*h))
        return isn_fail(error, ISN_EFORMAT, path, size, "the language pack is truncated");
    if (h->order != ISN_PACK_ORDER)
        return isn_fail(error, ISN_EFORMAT, path, 8,
                        "the language pack was made on a machine of another byte order");
    if (h->version != ISN_PACK_VERSION || h->fold_version != ISN_FOLD_VERSION)
        return isn_fail(
            error, ISN_EVERSION, path, 12,
            "the language pack has format %u and folding %u, this program reads %u and %u",
            h->version, h->fold_version, ISN_PACK_VERSION, ISN_FOLD_VERSION);
    if (h->schema_hash != isn_pack_schema_hash())
        return isn_fail(error, ISN_EVERSION, path, 32,
                        "the language pack has other columns than this program; compile it again");
    const char *fault = check_header(h, size);
    if (fault == NULL) {
        fill(&it);
        fault = check_tables(&it);
    }
    if (fault == NULL)
        fault = check_words(&it);
    if (fault == NULL)
        fault = check_trie(&it);
    if (fault == NULL)
        fault = check_stems(&it);
    if (fault != NULL)
        return isn_fail(error, ISN_EFORMAT, path, 0, "%s", fault);
    view_tables(&it);
    *lex = it;
    return ISN_OK;
}

static isn_status map_file(void **out, size_t *size, const char *path, isn_error *error) {
    struct stat st;
    isn_status status = ISN_OK;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return isn_fail(error, ISN_EIO, path, 0, "cannot open the language pack: %s",
                        strerror(errno));
    if (fstat(fd, &st) != 0) {
        status =
            isn_fail(error, ISN_EIO, path, 0, "cannot read the language pack: %s", strerror(errno));
    } else if (!S_ISREG(st.st_mode) || st.st_size == 0) {
        status = isn_fail(error, ISN_EFORMAT, path, 0, "not a language pack");
    } else {
        void *bytes = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_SHARED | MAP_POPULATE, fd, 0);
        if (bytes == MAP_FAILED)
            status = isn_fail(error, errno == ENOMEM ? ISN_ENOMEM : ISN_EIO, path, 0,
                              "cannot map the language pack: %s", strerror(errno));
        *out = bytes;
        *size = (size_t)st.st_size;
    }
    close(fd);
    return status;
}

/* Of isn_lex_frame those that the pack has, by the rows that triggers name. */
static void find_frames(int32_t rows[ISN_FRAMES], const isn_lex *lex) {
    static const char *const names[] = {
        "-",        "capture",   "capture-noun", "captive",   "destroy", "die",
        "dismiss",  "execution", "explode",      "intercept", "reach",   "restrict",
        "result",   "seize",     "storm",        "suffer",    "answer",  "find-dead",
        "held",     "kill-on",   "mediate",      "rescue",    "visit",   "execute",
        "lives",    "respond",   "said-dead",    "mishap",    "hold",    "alive",
        "unharmed", "absent",    "pull-out",     "blamed",    "figure",  "ambush"};
    _Static_assert(ISN_LEN(names) == ISN_FRAMES, "a frame without its name");
    for (unsigned i = 0; i < ISN_FRAMES; i++)
        rows[i] = (int32_t)isn_lex_find(lex, ISN_T_FRAME, isn_str_z(names[i]));
}

static const isn_lex_asked *gather_asked(const isn_lex *lex) {
    uint32_t rows = isn_lex_rows(lex, ISN_T_TRIGGER);
    int32_t frames[ISN_FRAMES];
    isn_lex_asked *asked = isn_heap_alloc((rows + 1) * sizeof(*asked));
    find_frames(frames, lex);
    for (uint32_t row = 0; asked != NULL && row < rows; row++) {
        int32_t flags = isn_lex_int(lex, ISN_T_TRIGGER, row, ISN_TRIGGER_FLAGS);
        int32_t frame = isn_lex_int(lex, ISN_T_TRIGGER, row, ISN_TRIGGER_FRAME);
        asked[row].with = isn_lex_list(lex, ISN_T_TRIGGER, row, ISN_TRIGGER_WITH);
        asked[row].not = isn_lex_list(lex, ISN_T_TRIGGER, row, ISN_TRIGGER_NOT);
        asked[row].needed = flags & ISN_TG_NEEDS ? asked[row].with : UINT32_MAX;
        asked[row].frame = ISN_FRAMES - 1;
        while (asked[row].frame != ISN_FR_OTHER && frames[asked[row].frame] != frame)
            asked[row].frame--;
    }
    return asked;
}

/* Where the text stands in the table of outlets, or the free place where it would. */
static uint32_t *outlet_slot(const isn_lex *lex, unsigned column, isn_str text) {
    for (uint64_t at = isn_hash(text.ptr, text.len, column);; at++) {
        uint32_t *slot = &lex->outlets[at & lex->outlet_mask];
        if (*slot == 0 ||
            ((*slot & 1) == (column == ISN_OUTLET_DOMAIN) &&
             isn_str_eq(isn_lex_str(lex, ISN_T_OUTLET, (*slot >> 1) - 1, column), text)))
            return slot;
    }
}

/* Each article of a feed names its outlet, and there are thousands of them. */
static bool gather_outlets(isn_lex *lex) {
    uint32_t rows = isn_lex_rows(lex, ISN_T_OUTLET), size = 16;
    while (size < rows * 4)
        size *= 2;
    lex->outlet_mask = size - 1;
    lex->outlets = isn_heap_alloc(size * sizeof(*lex->outlets));
    if (lex->outlets == NULL)
        return false;
    memset(lex->outlets, 0, size * sizeof(*lex->outlets));
    for (uint32_t row = 0; row < rows; row++)
        for (unsigned domain = 0; domain < 2; domain++) {
            unsigned column = domain ? ISN_OUTLET_DOMAIN : ISN_OUTLET_NAME;
            isn_str text = isn_lex_str(lex, ISN_T_OUTLET, row, column);
            uint32_t *slot = text.len != 0 ? outlet_slot(lex, column, text) : NULL;
            if (slot != NULL && *slot == 0)
                *slot = (row + 1) << 1 | domain;
        }
    return true;
}

static void unmap(const isn_lex *lex) {
    union {
        const void *in;
        void *out;
    } bytes = {.in = lex->header};
    munmap(bytes.out, lex->size);
}

static void free_gathered(const isn_lex *lex) {
    union {
        const void *in;
        void *out;
    } asked = {.in = lex->view.asked};
    isn_heap_free(asked.out);
    isn_heap_free(lex->outlets);
}

isn_status isn_lex_open(isn_lex **out, const char *path, isn_error *error) {
    void *bytes = NULL;
    size_t size = 0;
    isn_lex *lex = isn_heap_alloc(sizeof(*lex));
    if (lex == NULL)
        return isn_fail(error, ISN_ENOMEM, path, 0, "out of memory");
    isn_status status = map_file(&bytes, &size, path, error);
    if (status != ISN_OK)
        goto out;
    status = isn_pack_attach(lex, bytes, size, path, error);
    if (status != ISN_OK) {
        munmap(bytes, size);
        goto out;
    }
    lex->mapped = true;
    lex->view.asked = gather_asked(lex);
    if (lex->view.asked == NULL || !gather_outlets(lex)) {
        free_gathered(lex);
        unmap(lex);
        status = isn_fail(error, ISN_ENOMEM, path, 0, "out of memory");
        goto out;
    }
    *out = lex;
    return ISN_OK;
out:
    isn_heap_free(lex);
    return status;
}

void isn_lex_close(isn_lex *lex) {
    if (lex == NULL)
        return;
    if (lex->mapped)
        unmap(lex);
    free_gathered(lex);
    isn_heap_free(lex);
}

const char *isn_lex_hash(const isn_lex *lex) {
    return lex->header->source_hash;
}

/* ---- tables -------------------------------------------------------------------------------------- */

uint32_t isn_lex_rows(const isn_lex *lex, isn_table table) {
    return lex->tables[table].rows;
}

isn_str isn_lex_str(const isn_lex *lex, isn_table table, uint32_t row, unsigned column) {
    uint32_t at = isn_lex_cell(lex, table, row, column), len;
    if (at == 0)
        return (isn_str){NULL, 0};
    memcpy(&len, lex->strings + at, 4);
    return isn_str_of(lex->strings + at + 4, len);
}

const uint32_t *isn_lex_words(const isn_lex *lex, isn_table table, uint32_t row, unsigned column,
                              uint32_t *n) {
    const uint32_t *list = lex->view.lists + isn_lex_cell(lex, table, row, column);
    *n = list[1];
    return list + 2;
}

static int compare(isn_str a, isn_str b) {
    size_t n = a.len < b.len ? a.len : b.len;
    int order = n == 0 ? 0 : memcmp(a.ptr, b.ptr, n);
    return order != 0 ? order : (a.len > b.len) - (a.len < b.len);
}

uint32_t isn_lex_find(const isn_lex *lex, isn_table table, isn_str key) {
    const isn_pack_table *t = &lex->tables[table];
    if (t->keys == UINT32_MAX)
        return ISN_NO_ROW;
    for (uint32_t low = 0, high = t->rows; low < high;) {
        uint32_t middle = low + (high - low) / 2, row = lex->keys[t->keys + middle];
        int order = compare(isn_lex_str(lex, table, row, 0), key);
        if (order == 0)
            return row;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return ISN_NO_ROW;
}

uint32_t isn_lex_outlet(const isn_lex *lex, unsigned column, isn_str text) {
    uint32_t slot = text.len != 0 ? *outlet_slot(lex, column, text) : 0;
    return slot != 0 ? (slot >> 1) - 1 : ISN_NO_ROW;
}

const char *isn_lex_file(const isn_lex *lex, isn_table table, uint32_t row, uint32_t *line) {
    const isn_pack_table *t = &lex->tables[table];
    *line = row < t->rows ? lex->lines[t->lines + row] & ~ISN_LINE_LAYER : 0;
    return isn_schema[table].file;
}

const char *isn_lex_layer(const isn_lex *lex, isn_table table, uint32_t row) {
    const isn_pack_table *t = &lex->tables[table];
    bool mine = row < t->rows && (lex->lines[t->lines + row] & ISN_LINE_LAYER) != 0;
    return mine ? lex->layer : NULL;
}

void isn_lex_set_layer(isn_lex *lex, const char *layer) {
    lex->layer = layer;
}
