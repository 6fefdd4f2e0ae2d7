/* settle.c: the stream is told what became of an article: confirmed, put among the dead, or given back. */
#include <stdlib.h>
#include <string.h>

#include "work.h"

#define AGAIN_MS 1000 /* before what was given back is given out again */

static natsStatus bury(work *w, const work_item *it) {
    char id[64];
    cli_text bytes = {0};
    jsPubOptions options;
    cli_text_printf(&bytes, "{\"reason\":");
    cli_text_json(&bytes, it->why, strlen(it->why));
    cli_text_printf(&bytes, ",\"source\":");
    cli_text_json(&bytes, it->source, strlen(it->source));
    cli_text_printf(&bytes, ",\"deliveries\":%llu,\"coder\":\"" ISN_VERSION "\"}\n",
                    (unsigned long long)it->deliveries);
    cli_text_put(&bytes, natsMsg_GetData(it->message), (size_t)natsMsg_GetDataLength(it->message));
    snprintf(id, sizeof id, "%llu-%lld", (unsigned long long)it->sequence, (long long)it->time);
    jsPubOptions_Init(&options);
    options.MsgId = id;
    natsStatus status =
        js_Publish(NULL, w->q.js, w->q.dead_subject, bytes.ptr, (int)bytes.len, &options, NULL);
    if (status != NATS_OK) {
        queue_tell(&w->q, w->q.dead_stream, status);
    } else if (!w->q.settings->quiet) {
        fprintf(stderr, "isnad: %s: to the dead: %s\n", it->source, it->why);
    }
    free(bytes.ptr);
    return status;
}

static void forget(work_item *it) {
    natsMsg_Destroy(it->message);
    free(it->why);
    free(it->source);
    *it = (work_item){0};
}

void work_confirm(work *w, work_item *it) {
    if (it->end == DEAD && bury(w, it) != NATS_OK) {
        it->end = AGAIN; /* it must not be lost: it comes again, and is found dead again */
    }
    if (it->end == AGAIN) {
        natsMsg_NakWithDelay(it->message, AGAIN_MS, NULL);
        w->meter.returned++;
    } else {
        natsMsg_Ack(it->message, NULL); /* one that is lost costs a repetition, no more */
        w->meter.articles += it->end == STORED;
        w->meter.dead += it->end == DEAD;
    }
    forget(it);
}

void work_give_back(work *w, work_item *it) {
    if (it->end == AGAIN) {
        natsMsg_NakWithDelay(it->message, AGAIN_MS, NULL);
    } else {
        natsMsg_Nak(it->message, NULL);
    }
    w->meter.returned++;
    forget(it);
}
