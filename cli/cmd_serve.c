/* cmd_serve.c: `isnad serve`: the console and the HTTP interface over a store, until it is told to stop; users. */
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "cli.h"
#ifdef ISN_WITH_SERVE
#include "serve/serve.h"
#endif

const char cmd_serve_help[] =
    "usage: isnad serve STORE [OPTION…]\n"
    "       isnad serve --users FILE --add-user NAME:ROLE | --add-token NAME:ROLE\n"
    "\n"
    "Serves the console at http://127.0.0.1:8017/ and the interface for programs under /v1, until\n"
    "it is interrupted. What is stored meanwhile shows at once. Nothing is sent anywhere.\n"
    "\n"
    "  --port N         another port; 0: any that is free\n"
    "  --listen ADDRESS another address than 127.0.0.1; beyond this machine only with --users\n"
    "  --users FILE     who may come in\n"
    "  --cert FILE, --key FILE   TLS, with a certificate and its key in PEM\n"
    "  --behind NAME    a proxy on this machine serves it under this name, by TLS\n"
    "  --patience N     seconds that a request may stand still (15), in all four times as long\n"
    "  --add-user NAME:ROLE   add a user or give him a new password, which is the first line of\n"
    "                   standard input; roles: read, code (decides of claims), admin\n"
    "  --add-token NAME:ROLE  add a program; its token is printed once\n"
    "  --pack FILE, --lexicon DIR   for coding; see `isnad help code`\n"
    "  --quiet          do not tell what was refused\n"
    "\n"
    "Exit code: 0; 1 when the store could not be opened or the address is taken; 2 for a usage\n"
    "error.\n";

#ifdef ISN_WITH_SERVE

typedef struct serving {
    const char *listen, *users, *add_user, *add_token, *certificate, *key, *behind;
    unsigned port, patience;
    bool quiet;
    cli_pack from;
} serving;

static isn_str text_of(const char *text) {
    return (isn_str){text, strlen(text)};
}

static int failed(const isn_error *error, const char *path) {
    cli_error(error, path, 0);
    return error->code == ISN_EUSAGE ? EXIT_USAGE : EXIT_SOME_FAILED;
}

/* ---- users --------------------------------------------------------------------------------------- */

static bool read_password(char *out, size_t size) {
    if (isatty(STDIN_FILENO)) {
        fputs("password: ", stderr);
    }
    if (fgets(out, (int)size, stdin) == NULL) {
        return false;
    }
    out[strcspn(out, "\r\n")] = '\0';
    return true;
}

static int add(const serving *o) {
    char password[1024] = "";
    char token[65] = "";
    isn_error error = {0};
    const char *who = o->add_user != NULL ? o->add_user : o->add_token;
    size_t len = strcspn(who, ":");
    if (o->users == NULL || who[len] == '\0') {
        cli_usage("serve", "a user is added to a file: --users FILE --add-user NAME:ROLE");
        return EXIT_USAGE;
    }
    isn_str name = {who, len};
    isn_str role = text_of(who + len + 1);
    if (o->add_token != NULL) {
        if (isn_users_add_token(o->users, name, role, token, &error) != ISN_OK) {
            return failed(&error, o->users);
        }
        puts(token);
        return cli_finish_output();
    }
    if (!read_password(password, sizeof password)) {
        cli_usage("serve", "the password is read from standard input");
        return EXIT_USAGE;
    }
    isn_status status = isn_users_add(o->users, name, role, text_of(password), &error);
    explicit_bzero(password, sizeof password);
    return status == ISN_OK ? EXIT_GOOD : failed(&error, o->users);
}

/* ---- serving ------------------------------------------------------------------------------------- */

static void tell(void *context, const char *line) {
    (void)context;
    fprintf(stderr, "isnad serve: %s\n", line); /* one write: lines of threads stay whole */
}

static int serve(const char *store, const serving *o, const isn_pack *pack) {
    isn_server *server = NULL;
    isn_error error = {0};
    sigset_t ends;
    int which = 0;
    const isn_serve_options options = {.store = store,
                                       .listen = o->listen,
                                       .port = o->port,
                                       .users = o->users,
                                       .certificate = o->certificate,
                                       .key = o->key,
                                       .behind = o->behind,
                                       .patience = o->patience,
                                       .pack = pack,
                                       .log = o->quiet ? NULL : tell};
    sigemptyset(&ends);
    sigaddset(&ends, SIGINT);
    sigaddset(&ends, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &ends, NULL); /* the threads inherit it: this one waits for them */
    if (isn_server_start(&server, &options, &error) != ISN_OK) {
        return failed(&error, store);
    }
    printf("%s\n", isn_server_address(server));
    if (!isn_server_has_console()) {
        fputs("isnad serve: built without the console; nodejs and npm, then make, bring it\n",
              stderr);
    }
    if (o->listen != NULL && isn_server_tells_passwords(server)) {
        fputs("isnad serve: without TLS passwords go as they are: --cert and --key, or a proxy\n",
              stderr);
    }
    int code = cli_finish_output();
    if (code == EXIT_GOOD) {
        sigwait(&ends, &which);
    }
    isn_server_stop(server);
    return code;
}

int cmd_serve(int argc, char **argv) {
    serving o = {.port = 8017};
    const cli_option options[] = {
        {"--port", OPTION_NUMBER, &o.port, 0, 65535, NULL},
        {"--listen", OPTION_TEXT, &o.listen, 0, 0, NULL},
        {"--users", OPTION_TEXT, &o.users, 0, 0, NULL},
        {"--cert", OPTION_TEXT, &o.certificate, 0, 0, NULL},
        {"--key", OPTION_TEXT, &o.key, 0, 0, NULL},
        {"--behind", OPTION_TEXT, &o.behind, 0, 0, NULL},
        {"--patience", OPTION_NUMBER, &o.patience, 1, 3600, NULL},
        {"--add-user", OPTION_TEXT, &o.add_user, 0, 0, NULL},
        {"--add-token", OPTION_TEXT, &o.add_token, 0, 0, NULL},
        {"--quiet", OPTION_FLAG, &o.quiet, 0, 0, NULL},
        CLI_PACK_OPTIONS(o.from),
        {NULL, OPTION_FLAG, NULL, 0, 0, NULL},
    };
    isn_pack *pack = NULL;
    int n = cli_options("serve", argc, argv, options);
    if (n < 0) {
        return EXIT_USAGE;
    }
    bool adds = o.add_user != NULL || o.add_token != NULL;
    if (n != (adds ? 0 : 1) || (o.add_user != NULL && o.add_token != NULL)) {
        cli_usage("serve", adds ? "adds one user and serves nothing" : "needs one store");
        return EXIT_USAGE;
    }
    if (adds) {
        return add(&o);
    }
    if (strstr(argv[0], "://") != NULL) {
        fputs("isnad serve: the console reads stores in SQLite files alone\n", stderr);
        return EXIT_USAGE;
    }
    if (access(argv[0], R_OK | W_OK) != 0) {
        isn_error error = {.code = ISN_EIO};
        snprintf(error.message, sizeof error.message, "%s", strerror(errno));
        return failed(&error, argv[0]);
    }
    if (!cli_open_pack(&pack, &o.from)) {
        return EXIT_SOME_FAILED;
    }
    int code = serve(argv[0], &o, pack);
    isn_pack_close(pack);
    return code;
}

#else

int cmd_serve(int argc, char **argv) {
    (void)argc;
    (void)argv;
    fputs("isnad serve: this program was built without libmicrohttpd and libsodium; "
          "tools/bootstrap build\n"
          "installs them, and make builds it again\n",
          stderr);
    return EXIT_SOME_FAILED;
}

#endif
