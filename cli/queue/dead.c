/* dead.c: `isnad publish --dead`: the articles that no worker could code. A message there is the one that failed, under a
 * line of JSON that says why. */
#include <string.h>

#include "fetch.h"
#include "inside.h"

/* Puts it back under an id of its own: the stream knows that of the article. */
static natsStatus put_back(queue *q, isn_str bytes, uint64_t sequence) {
    char hash[QUEUE_ID], id[QUEUE_ID + 32];
    jsPubOptions options;
    cli_digest(hash, bytes);
    snprintf(id, sizeof id, "%s.%llu", hash, (unsigned long long)sequence);
    jsPubOptions_Init(&options);
    options.MsgId = id;
    natsStatus status =
        js_Publish(NULL, q->js, q->subject, bytes.ptr, (int)bytes.len, &options, NULL);
    return status != NATS_OK ? status : js_DeleteMsg(q->js, q->dead_stream, sequence, NULL, NULL);
}

static natsStatus look_at(queue *q, natsMsg *message, uint64_t sequence, bool again) {
    isn_str bytes = {natsMsg_GetData(message), (size_t)natsMsg_GetDataLength(message)};
    const char *end = bytes.len > 0 ? memchr(bytes.ptr, '\n', bytes.len) : NULL;
    size_t head = end != NULL ? (size_t)(end - bytes.ptr) : bytes.len;
    if (!again) {
        printf("%.*s\n", (int)head, bytes.ptr);
        return NATS_OK;
    }
    if (end == NULL) {
        return NATS_OK; /* not of ours: it stays */
    }
    return put_back(q, (isn_str){end + 1, bytes.len - head - 1}, sequence);
}

int queue_dead(const queue_settings *settings, bool again) {
    queue q;
    jsStreamInfo *info = NULL;
    uint64_t n = 0;
    bool fine = queue_open(&q, settings, NULL, NULL, NULL);
    natsStatus status = !fine ? NATS_ERR : js_GetStreamInfo(&info, q.js, q.dead_stream, NULL, NULL);
    if (fine && status == NATS_OK) {
        uint64_t last = info->State.LastSeq;
        for (uint64_t i = info->State.FirstSeq;
             i <= last && status == NATS_OK && info->State.Msgs > 0; i++) {
            natsMsg *message = NULL;
            status = js_GetMsg(&message, q.js, q.dead_stream, i, NULL, NULL);
            if (status == NATS_OK) {
                status = look_at(&q, message, i, again);
                n++;
            } else if (status == NATS_NOT_FOUND) {
                status = NATS_OK; /* put back before */
            }
            natsMsg_Destroy(message);
        }
    }
    if (fine && status != NATS_OK) {
        queue_tell(&q, q.dead_stream, status);
    } else if (fine && again && !settings->quiet) {
        fprintf(stderr, "isnad: %llu articles put back\n", (unsigned long long)n);
    }
    jsStreamInfo_Destroy(info);
    queue_close(&q, true);
    int end = cli_finish_output();
    return end != EXIT_GOOD ? end : fine && status == NATS_OK ? EXIT_GOOD : EXIT_SOME_FAILED;
}
