/* source.h: independent sources of an event; between event.c and source.c. */
#ifndef ISN_LEDGER_SOURCE_H
#define ISN_LEDGER_SOURCE_H

#include "ledger/ledger.h"

/* Fills sources and source_of from the entries. */
void isn_event_sources(isn_event *event, isn_arena *arena);

#endif
