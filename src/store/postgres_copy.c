/* postgres_copy.c: rows in the binary form of COPY, and their way to the server. Letters tell a column's type: t text, l i s whole
 * numbers of 8, 4 and 2 bytes, b truth, d day, f fraction. */
#include <arpa/inet.h>
#include <string.h>

#include "store/postgres.h"

#define EPOCH 10957 /* 2000-01-01, from where PostgreSQL counts days */

static void put32(isn_buf *out, uint32_t value) {
    char bytes[4];
    isn_copy_set32(bytes, value);
    isn_buf_lit(out, bytes, sizeof bytes);
}

void isn_copy_set32(char *at, uint32_t value) {
    value = htonl(value);
    memcpy(at, &value, sizeof value);
}

void isn_copy_set64(char *at, uint64_t value) {
    isn_copy_set32(at, (uint32_t)(value >> 32));
    isn_copy_set32(at + 4, (uint32_t)value);
}

uint32_t isn_copy_get32(const char *at) {
    uint32_t value;
    memcpy(&value, at, sizeof value);
    return ntohl(value);
}

void isn_copy_row(isn_buf *out, unsigned columns) {
    isn_buf_putc(out, (char)(columns >> 8));
    isn_buf_putc(out, (char)columns);
}

void isn_copy_null(isn_buf *out) {
    put32(out, UINT32_MAX);
}

void isn_copy_number(isn_buf *out, unsigned size, int64_t value) {
    enum { MOST = 12 };
    if (isn_buf_reserve(out, MOST)) {
        char *at = out->ptr + out->len;
        isn_copy_set32(at, size);
        isn_copy_set64(at + 4, (uint64_t)value << (64 - 8 * size));
        out->len += 4 + size;
    }
}

void isn_copy_bytes(isn_buf *out, const void *ptr, size_t len) {
    put32(out, (uint32_t)len);
    isn_buf_put(out, ptr, len);
}

void isn_copy_text(isn_buf *out, isn_str text) {
    size_t start = out->len;
    put32(out, (uint32_t)text.len);
    isn_postgres_text(out, text);
    if (!out->failed) {
        isn_copy_set32(out->ptr + start, (uint32_t)(out->len - start - 4));
    }
}

static void put_fraction(isn_buf *out, double value) {
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    isn_copy_number(out, 8, (int64_t)bits);
}

void isn_copy_cell(isn_buf *out, char letter, const isn_datum *cell) {
    if (cell->kind == ISN_DATUM_NULL) {
        isn_copy_null(out);
        return;
    }
    switch (letter) {
    case 't': isn_copy_text(out, cell->text); break;
    case 'l': isn_copy_number(out, 8, cell->number); break;
    case 'i': isn_copy_number(out, 4, cell->number); break;
    case 's': isn_copy_number(out, 2, cell->number); break;
    case 'b': isn_copy_number(out, 1, cell->number != 0); break;
    case 'd': isn_copy_number(out, 4, cell->number - EPOCH); break;
    default: put_fraction(out, cell->real); break;
    }
}

bool isn_copy_begin(isn_postgres *own, const char *table) {
    static const char head[] = "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0";
    char sql[400];
    isn_buf text;
    isn_buf_init(&text);
    isn_buf_printf(&text, "COPY %s FROM STDIN (FORMAT binary)", table);
    isn_sql_copy(sql, sizeof sql, isn_str_of(text.ptr, text.len));
    isn_buf_release(&text);
    PGresult *result = isn_postgres_ask(own, sql, PGRES_COPY_IN);
    PQclear(result);
    return result != NULL && isn_copy_put(own, head, 19);
}

bool isn_copy_put(isn_postgres *own, const char *rows, size_t len) {
    return len == 0 || PQputCopyData(own->connection, rows, (int)len) == 1 ||
           isn_postgres_keep(own, NULL);
}

bool isn_copy_end(isn_postgres *own, bool good) {
    good = good && isn_copy_put(own, "\377\377", 2);
    return isn_postgres_end_copy(own, good);
}

bool isn_copy_rows(isn_postgres *own, const char *table, const isn_buf *rows) {
    own->no_memory = own->no_memory || rows->failed;
    return !rows->failed && isn_copy_begin(own, table) &&
           isn_copy_end(own, isn_copy_put(own, rows->ptr, rows->len));
}
