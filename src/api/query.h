/* query.h: the small language of `isnad query`; between export.c and query.c. */
#ifndef ISN_API_QUERY_H
#define ISN_API_QUERY_H

#include "store/store.h"

#define ISN_MOST_CONDITIONS 32

typedef struct isn_query {
    isn_condition conditions[ISN_MOST_CONDITIONS];
    uint32_t n;
    isn_buf texts; /* what words were made into; conditions point into it once all is read */
} isn_query;

/* Reads a query; release it in any case. ISN_EUSAGE with the byte where it cannot be understood. */
isn_status isn_query_read(isn_query *query, isn_str text, isn_error *error);
void isn_query_release(isn_query *query);

#endif
