/* article.c: one article out of the stream: read, tried where it may be deadly, coded, and put into the store.
 *
 * What was given out before may be what ended the process that had it. Such an article is first coded in a process of its
 * own; when that dies too, --tries times in all, the article goes to the dead. Those that a dying worker had beside it
 * are coded like others.
 */
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "work.h"

uint64_t work_us(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000 + (uint64_t)t.tv_nsec / 1000;
}

static void give_up(work_item *it, const char *why, isn_str source) {
    it->end = DEAD;
    it->why = cli_format("%s", why);
    it->source = cli_format("%.*s", (int)source.len, source.len > 0 ? source.ptr : "");
}

/* Codes it in a process of its own, so that what kills that does not kill the worker. */
static bool survives(const work *w, isn_coder *coder, const isn_input *input, char *why,
                     size_t room) {
    int status = 0;
    bool more = true;
    pid_t child = fork();
    if (child == 0) {
        sigset_t none;
        sigemptyset(&none);
        sigprocmask(SIG_SETMASK, &none, NULL);
        signal(SIGALRM, SIG_DFL);
        alarm(w->o->patience);
        if (isn_coder_code(coder, input, NULL) == ISN_OK) {
            while (more && isn_coder_next(coder, &more, NULL) == ISN_OK) {
            }
        }
        _exit(0); /* what can be told apart from a death is left to the worker */
    }
    if (child < 0 || waitpid(child, &status, 0) < 0) {
        snprintf(why, room, "no process could be started for it");
        return false;
    }
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM) {
        snprintf(why, room, "not coded in %u seconds", w->o->patience);
    } else if (WIFSIGNALED(status)) {
        snprintf(why, room, "the coder was ended by signal %d (%s)", WTERMSIG(status),
                 strsignal(WTERMSIG(status)));
    } else if (WEXITSTATUS(status) != 0) {
        snprintf(why, room, "the coder ended with %d", WEXITSTATUS(status));
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static cli_job job_of(const isn_input *input) {
    return (cli_job){.path = (char *)(input->source.len > 0 ? input->source.ptr : "message")};
}

static void code(work *w, work_item *it, work_slot *slot) {
    isn_error error = {0};
    cli_article article = {.input = slot->message.input};
    cli_job job = job_of(&article.input);
    cli_settings settings = {.quiet = true};
    cli_text messages = {0};
    uint64_t began = work_us();
    if (!cli_article_code(slot->coder, &article, &job, &settings, &messages)) {
        give_up(it, article.fault, article.input.source);
    } else if (isn_coder_pack(slot->coder, &slot->parcel, &error) != ISN_OK) {
        give_up(it, error.message, article.input.source);
    } else {
        it->end = STORED;
    }
    w->meter.coding_us += work_us() - began;
    free(article.fault);
    free(messages.ptr);
}

void work_code(work *w, work_item *it, work_slot *slot) {
    char why[400];
    queue_message *m = &slot->message;
    isn_str bytes = {natsMsg_GetData(it->message), (size_t)natsMsg_GetDataLength(it->message)};
    bool last = it->deliveries >= w->o->tries;
    w->meter.bytes += bytes.len;
    w->meter.repeated += it->deliveries > 1;
    if (!queue_message_read(m, bytes, w->o->large)) {
        if (m->away && !last) {
            it->end = AGAIN;
        } else {
            give_up(it, m->why, m->input.source);
        }
    } else if (it->deliveries > 1 && !survives(w, slot->coder, &m->input, why, sizeof why)) {
        if (last) {
            give_up(it, why, m->input.source);
        } else {
            it->end = AGAIN;
        }
    } else {
        code(w, it, slot);
    }
    if (it->end != STORED) {
        queue_message_release(m);
    }
}

bool work_put(work *w, isn_store *store, work_item *it, work_slot *slot, isn_error *error) {
    cli_job job = job_of(&slot->message.input);
    cli_text messages = {0};
    bool failed = false;
    bool fine = true;
    if (it->end != STORED) {
        return true;
    }
    for (bool more = true; fine && more && !failed;) {
        fine = isn_store_put(store, slot->parcel, error) == ISN_OK;
        w->meter.records++;
        w->meter.claims += isn_coder_claims(slot->coder);
        uint64_t began = work_us();
        more = fine && cli_article_next(slot->coder, &job, &failed, &messages);
        fine = fine && (!more || isn_coder_pack(slot->coder, &slot->parcel, error) == ISN_OK);
        w->meter.coding_us += work_us() - began;
    }
    queue_message_release(&slot->message);
    free(messages.ptr);
    return fine;
}
