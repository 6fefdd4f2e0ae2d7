/* reader.h: what the readers of containers share. Each takes a stream and gives jobs one by one.
 *
 *     source.c   which file is read as what; folders; JSONL line by line; text and pages that are packed
 *     warc.c     records of web archives
 *     table.c    rows of CSV and TSV
 *     feed.c     entries of RSS, Atom and news sitemaps
 *     json.c     items of JSON Feed, objects of lists
 *     zip.c      the files in an archive, each read as what its name says
 */
#ifndef CLI_READER_H
#define CLI_READER_H

#include "stream.h"

#define MOST_PAGE CLI_MOST_PAGE
#define MOST_UNPACKED ((size_t)64 << 20) /* of one text that was packed: 1:1000 is a trap */

typedef struct cli_table cli_table;
typedef struct cli_zip cli_zip;

typedef struct cli_reader { /* one stream being read */
    cli_from kind;
    cli_stream *stream;
    char *path;      /* owned: what messages and sources say */
    uint64_t number; /* lines, rows or entries so far */
    bool any;        /* something was there */
    cli_table *table;
    const cli_fields *fields;
    char *outlet, *charset; /* of a feed, owned */
    bool begun;             /* of a feed: its head has been read */
    bool is_feed, is_json;  /* it calls itself a feed; of JSON */
    bool addresses;         /* asked for: what a sitemap names without a headline is an ADDRESS */
    uint64_t bare;          /* entries that are no more than an address */
    bool spent;             /* of a web archive: nothing after the last fault can be read */
} cli_reader;

/* The next job; false at the end of the stream. */
bool cli_warc_next(cli_reader *r, cli_job *job);
bool cli_table_next(cli_reader *r, cli_job *job);
bool cli_feed_next(cli_reader *r, cli_job *job);
bool cli_feed_is_json(cli_stream *s);
bool cli_feed_json_next(cli_reader *r, cli_job *job);
/* Objects one after the other, in a list or not, over as many lines as they like. */
bool cli_json_next(cli_reader *r, cli_job *job);
bool cli_json_is_list(cli_stream *s);
bool cli_json_begins(const char *ptr, size_t len); /* with an object, or a list of them */
/* Makes the job the entry at this byte of the feed, without anything in it. */
void cli_feed_begin(const cli_reader *r, cli_job *job, uint64_t offset);
void cli_table_free(cli_table *table);

/* Opens a ZIP file, or what is left of a stream (it is put into a file first, for it is read from its end); NULL after
 * `job` has been made an error. */
cli_zip *cli_zip_open(const char *path, cli_stream *stream, cli_job *job);
/* The next entry that may hold articles: its name and stream. 0 at the end; -1: `job` is an error. */
int cli_zip_next(cli_zip *zip, const char **name, cli_stream **stream, cli_job *job);
void cli_zip_close(cli_zip *zip);

/* What a file is by its name, its packing (.gz, .zst) set aside; FROM_NAME: the name does not tell. */
cli_from cli_from_of_name(const char *name);
/* Is a file of this name read where it stands in a folder or an archive? JSON is, and what it holds is seen then. */
bool cli_may_be_read(const char *name);
/* A table, by its first row: FROM_CSV or FROM_TSV; FROM_NAME: it looks like none. */
cli_from cli_table_begins(const char *ptr, size_t len, const cli_fields *fields);

/* Empties a job for a new kind; `path` is copied. */
void cli_job_begin(cli_job *job, int kind, const char *path);
/* Makes it an error; true. */
bool cli_job_wrong(cli_job *job, const char *path, uint64_t line, uint64_t offset, const char *message);
/* A field of a DATA job; copied. Empty ones are left NULL. */
void cli_job_give(cli_job *job, int field, const char *ptr, size_t len);

#endif
