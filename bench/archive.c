/* archive.c: what reading a packed archive costs, beside its unpacking alone. The same file is inflated by zlib and
 * read by the command's own readers into articles, taking turns in one thread. Times are CPU time of the thread.
 *
 * usage: archive FILE.gz [ROUNDS]
 */
#define ZLIB_CONST
#include <fcntl.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>
#include <zlib.h>

#include "reader.h"

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static uint64_t inflate_alone(const char *path) {
    static unsigned char in[128 << 10];
    static unsigned char out[256 << 10];
    uint64_t made = 0;
    ssize_t got;
    z_stream z = {0};
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0 || inflateInit2(&z, MAX_WBITS + 16) != Z_OK) {
        perror(path);
        exit(EXIT_FAILURE);
    }
    while ((got = read(fd, in, sizeof in)) > 0) {
        z.next_in = in;
        z.avail_in = (uInt)got;
        while (z.avail_in > 0 || z.avail_out == 0) {
            z.next_out = out;
            z.avail_out = sizeof out;
            int status = inflate(&z, Z_NO_FLUSH);
            made += sizeof out - z.avail_out;
            if (status == Z_STREAM_END) {
                inflateReset(&z);
            } else if (status != Z_OK) {
                break;
            }
        }
    }
    inflateEnd(&z);
    close(fd);
    return made;
}

static uint64_t read_articles(char *path, uint64_t *bytes) {
    cli_fields fields = {{0}};
    cli_source *source = cli_source_new(&path, 1, FROM_NAME, &fields);
    cli_job job = {0};
    uint64_t articles = 0;
    *bytes = 0;
    while (cli_source_next(source, &job)) {
        articles += job.kind != JOB_ERROR;
        *bytes += job.bytes.len;
    }
    cli_job_release(&job);
    cli_source_free(source);
    return articles;
}

int main(int argc, char **argv) {
    uint64_t unpacked = 0;
    uint64_t articles = 0;
    uint64_t bytes = 0;
    double best[2] = {1e9, 1e9};
    struct rusage usage;
    if (argc < 2) {
        fputs("usage: archive FILE.gz [ROUNDS]\n", stderr);
        return EXIT_FAILURE;
    }
    long rounds = argc > 2 ? strtol(argv[2], NULL, 10) : 5;
    for (long i = 0; i < rounds; i++) {
        double t = now();
        unpacked = inflate_alone(argv[1]);
        double half = now();
        articles = read_articles(argv[1], &bytes);
        double end = now();
        best[0] = half - t < best[0] ? half - t : best[0];
        best[1] = end - half < best[1] ? end - half : best[1];
    }
    getrusage(RUSAGE_SELF, &usage);
    printf("%.1f MB unpacked, %llu articles of %.1f MB\n", (double)unpacked / 1e6,
           (unsigned long long)articles, (double)bytes / 1e6);
    printf("inflate alone %7.1f MB/s\nread          %7.1f MB/s, %.0f %% of that\n",
           (double)unpacked / 1e6 / best[0], (double)unpacked / 1e6 / best[1],
           100 * best[0] / best[1]);
    printf("resident      %7.1f MB at most\n", (double)usage.ru_maxrss / 1e3);
    return EXIT_SUCCESS;
}
