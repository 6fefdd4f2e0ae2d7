/* fuzz_source.c: any bytes as an archive, a table or a feed, through the command's own readers. The first byte
 * picks the kind, unless $ISNAD_FUZZ_KIND is the number of one: so run.sh hunts in one kind alone. There may be no more jobs
 * than bytes, where these are not packed: a reader that does not move on is a fault too. */
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void read_all(cli_from from, char *path, size_t most) {
    cli_fields fields = {{0}};
    cli_source *source = cli_source_new(&path, 1, from, &fields);
    cli_job job = {0};
    size_t jobs = 0;
    volatile size_t sum = 0;
    while (cli_source_next(source, &job)) {
        for (size_t i = 0; i < job.bytes.len; i++) {
            sum += (unsigned char)job.bytes.ptr[i];
        }
        if (++jobs > most + 16 || job.path == NULL) {
            abort();
        }
    }
    (void)sum;
    cli_job_release(&job);
    cli_source_free(source);
}

static bool is_packed(const uint8_t *bytes, size_t len) {
    return len >= 4 && (memcmp(bytes, "\x1f\x8b", 2) == 0 || memcmp(bytes, "PK", 2) == 0 ||
                        memcmp(bytes, "\x28\xb5\x2f\xfd", 4) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const cli_from kinds[] = {FROM_WARC, FROM_CSV,   FROM_TSV, FROM_FEED,
                                     FROM_ZIP,  FROM_JSONL, FROM_NAME};
    if (size < 1) {
        return 0;
    }
    const char *only = getenv("ISNAD_FUZZ_KIND");
    unsigned kind = only == NULL ? data[0] : (unsigned)strtoul(only, NULL, 10);
    int fd = memfd_create("fuzz", MFD_CLOEXEC);
    char path[64];
    if (fd < 0 || write(fd, data + 1, size - 1) != (ssize_t)(size - 1)) {
        abort();
    }
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    read_all(kinds[kind % (sizeof kinds / sizeof kinds[0])], path,
             is_packed(data + 1, size - 1) ? SIZE_MAX / 2 : size);
    close(fd);
    return 0;
}
