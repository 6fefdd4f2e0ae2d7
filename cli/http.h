/* http.h: heads and bodies of HTTP, as archives keep them and as servers send them. */
#ifndef CLI_HTTP_H
#define CLI_HTTP_H

#include "cli.h"

/* The length of a head up to and with its empty line; 0: it is not whole. */
size_t cli_head_len(const char *ptr, size_t len);
/* The value of a header line, without blanks and <> around it; {NULL, 0} where there is none. */
isn_str cli_header(isn_str head, const char *name);
/* What a Content-Type is to us: 1 a page, 0 plain text, -1 neither. */
int cli_medium(isn_str type);
/* The charset that it names; owned, or NULL. */
char *cli_charset_of(isn_str type);
/* The body as it was before it was cut into chunks and packed for the way (gzip, deflate, br, zstd), `most` bytes
 * of it. NULL, or what is wrong. */
const char *cli_open_body(cli_text *out, isn_str head, isn_str body, size_t most);

#endif
