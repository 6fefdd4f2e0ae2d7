/* stream.h: bytes of a file, unpacked as they are read, through a window that grows to the longest thing that
 * has to be seen whole; so that memory does not depend on the size of the file. */
#ifndef CLI_STREAM_H
#define CLI_STREAM_H

#include "cli.h"

#define CLI_LONGEST ((size_t)1 << 30) /* bytes of one thing: a line, a record */

typedef struct cli_stream cli_stream;

/* A file, "-" for standard input; gzip (of any number of members) and zstd are known by their first bytes.
 * NULL with errno. */
cli_stream *cli_stream_open(const char *path);
/* Bytes [offset, offset + packed) of a file; `deflated`: as ZIP packs them. The descriptor is borrowed. */
cli_stream *cli_stream_part(int fd, uint64_t offset, uint64_t packed, bool deflated);
/* A copy of bytes in memory, as they are. */
cli_stream *cli_stream_memory(isn_str bytes);
/* What is packed in a stream (as gzip or zstd in a ZIP archive), or stands in it as UTF-16, as UTF-8; the stream itself where
 * nothing is. The one given belongs to the one returned. */
cli_stream *cli_stream_unpack(cli_stream *stream);
cli_stream *cli_stream_narrow(cli_stream *stream);
/* Does UTF-16 begin like this, by its mark or the first sign of markup? 0 no, 1 low byte first, 2 high byte first. */
int cli_wide_order(const char *ptr, size_t len);
void cli_stream_close(cli_stream *stream); /* NULL is allowed */

/* What is in the window, unread. */
const char *cli_stream_ptr(const cli_stream *stream);
size_t cli_stream_len(const cli_stream *stream);
/* Reads more into the window. False at the end, or on a fault. */
bool cli_stream_more(cli_stream *stream);
/* Has `len` bytes in the window, if there are so many left. */
bool cli_stream_need(cli_stream *stream, size_t len);
void cli_stream_take(cli_stream *stream, size_t len);
/* What went wrong, or NULL; then nothing more can be read, but for cli_stream_resume. */
const char *cli_stream_fault(const cli_stream *stream);
/* After a fault in one gzip member: goes on with the next that can be found. False when there is none. */
bool cli_stream_resume(cli_stream *stream);
/* Where the first unread byte comes from: its offset in the file; of a gzip file, of its member; of zstd, of
 * parts and of UTF-16, in what came out. */
uint64_t cli_stream_offset(const cli_stream *stream);
bool cli_stream_is_packed(const cli_stream *stream);
/* A pipe or terminal with nothing in the window: the next bytes may have to be waited for. */
bool cli_stream_in_file(const cli_stream *stream); /* what is to come stands in a file */
bool cli_stream_waits(const cli_stream *stream);

/* Unpacks a whole piece in memory, deflate with a header of zlib or gzip or none. 0, or what is wrong. */
const char *cli_inflate(cli_text *out, const char *ptr, size_t len, size_t most);

#endif
