/* cmd_review.c: `isnad review`: what people say of claims; `isnad agreement`: how far they agree. */
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"

const char cmd_review_help[] =
    "usage: isnad review STORE accept|reject CLAIM… --by NAME\n"
    "       isnad review STORE correct CLAIM FIELD VALUE --by NAME\n"
    "       isnad review STORE note CLAIM TEXT --by NAME\n"
    "       isnad review STORE add ARTICLE CLAIM-AS-JSON --by NAME\n"
    "       isnad review STORE merge CLAIM|EVENT CLAIM|EVENT --by NAME\n"
    "       isnad review STORE split CLAIM --by NAME\n"
    "       isnad review STORE undo NUMBER\n"
    "       isnad review STORE [list [CLAIM]]\n"
    "\n"
    "Keeps what coders say of claims, named by their keys (3f2a9c01d4e2b788:c3). Several coders\n"
    "may judge one claim; of one coder's words on one field the last counts. What is said of a\n"
    "claim holds for newer codings of its article too.\n"
    "\n"
    "  FIELD    type, main, event_type, mode, polarity, modality, date, deadline, actors,\n"
    "           recipients, places, chain, quoted, killed, wounded, captured, missing, displaced,\n"
    "           released, actions\n"
    "  VALUE    a word of the field; none; 2021-05-03..2021-05-05; 3, 3..5, 3.. or ..5, with\n"
    "           =WORDS of the article where the claim has no such figure; names as \"WORDS; "
    "WORDS\"\n"
    "           of the article; a chain as \"WORDS=ROLE > WORDS=ROLE\"; or JSON\n"
    "  merge    two events, or two claims, are one occurrence; split: the claim is another one\n"
    "           than all that stand with it. Both link the store again\n"
    "\n"
    "  --by NAME     who says so\n"
    "  --final       settles what coders disagree on\n"
    "  --note TEXT   why\n"
    "  --quiet       say nothing\n"
    "\n"
    "Exit code: 0; 1 when the store could not be read or written; 2 for a usage error.\n";

const char cmd_agreement_help[] =
    "usage: isnad agreement STORE\n"
    "\n"
    "How far coders agree on the claims that two of them at least have judged: for each field how\n"
    "many claims, the share of pairs of coders that say the same, and Krippendorff's alpha "
    "(ratios\n"
    "of figures, else nominal; \"-\" where all values are equal). `claim` is whether it is one.\n"
    "\n"
    "Exit code: 0; 1 when the store could not be read; 2 for a usage error.\n";

typedef struct reviewing {
    isn_store *store;
    const char *by, *note;
    bool final, quiet;
    isn_error error;
} reviewing;

static isn_str text_of(const char *text) {
    return text == NULL ? (isn_str){NULL, 0} : (isn_str){text, strlen(text)};
}

/* ---- listing ------------------------------------------------------------------------------------------ */

static void put_text(isn_str text) {
    fwrite(text.ptr, 1, text.len, stdout);
}

static isn_status show(void *context, const isn_review *r) {
    static const char *const acts[] = {"accept", "correct", "reject", "note", "add"};
    (void)context;
    printf("%llu  ", (unsigned long long)r->number);
    put_text(r->claim);
    printf("  %s%s", acts[r->act], r->final ? " (final)" : "");
    if (r->field.ptr != NULL) {
        printf(" ");
        put_text(r->field);
    }
    if (r->value.ptr != NULL) {
        printf(" ");
        put_text(r->value);
    }
    printf("  by ");
    put_text(r->coder);
    if (r->note.ptr != NULL) {
        printf(": ");
        put_text(r->note);
    }
    printf("\n");
    return ISN_OK;
}

static isn_status list(reviewing *r, char **operands, int n) {
    return isn_store_reviews(r->store, text_of(n > 0 ? operands[0] : NULL), show, NULL, &r->error);
}

/* ---- acts --------------------------------------------------------------------------------------------- */

static isn_status put(reviewing *r, isn_review *review) {
    uint64_t number = 0;
    review->coder = text_of(r->by);
    review->note = review->note.ptr != NULL ? review->note : text_of(r->note);
    review->final = r->final;
    isn_status status = isn_store_review(r->store, review, &number, &r->error);
    if (status == ISN_OK && !r->quiet) {
        printf("review %llu\n", (unsigned long long)number);
    }
    return status;
}

static isn_status judge(reviewing *r, isn_review_act act, char **operands, int n) {
    isn_status status = ISN_OK;
    for (int i = 0; i < n && status == ISN_OK; i++) {
        isn_review review = {.act = act, .claim = text_of(operands[i])};
        status = put(r, &review);
    }
    return status;
}

static isn_status accept(reviewing *r, char **operands, int n) {
    return judge(r, ISN_REVIEW_ACCEPT, operands, n);
}

static isn_status reject(reviewing *r, char **operands, int n) {
    return judge(r, ISN_REVIEW_REJECT, operands, n);
}

static isn_status correct(reviewing *r, char **operands, int n) {
    (void)n;
    isn_review review = {.act = ISN_REVIEW_CORRECT,
                         .claim = text_of(operands[0]),
                         .field = text_of(operands[1]),
                         .value = text_of(operands[2])};
    return put(r, &review);
}

static isn_status note(reviewing *r, char **operands, int n) {
    (void)n;
    isn_review review = {
        .act = ISN_REVIEW_NOTE, .claim = text_of(operands[0]), .note = text_of(operands[1])};
    return put(r, &review);
}

static isn_status add(reviewing *r, char **operands, int n) {
    (void)n;
    isn_review review = {
        .act = ISN_REVIEW_ADD, .claim = text_of(operands[0]), .value = text_of(operands[1])};
    return put(r, &review);
}

static isn_status undo(reviewing *r, char **operands, int n) {
    (void)n;
    return isn_store_review_undo(r->store, strtoull(operands[0], NULL, 10), &r->error);
}

static isn_status relink(reviewing *r, isn_status status, uint64_t decisions) {
    uint64_t claims = 0;
    uint64_t events = 0;
    if (status == ISN_OK) {
        status = isn_store_link(r->store, NULL, &claims, &events, &r->error);
    }
    if (status == ISN_OK && !r->quiet) {
        printf("%llu decisions, %llu events changed\n", (unsigned long long)decisions,
               (unsigned long long)events);
    }
    return status;
}

static isn_status merge(reviewing *r, char **operands, int n) {
    uint64_t decisions = 0;
    (void)n;
    isn_status status = isn_store_merge(r->store, text_of(operands[0]), text_of(operands[1]),
                                        text_of(r->by), text_of(r->note), &decisions, &r->error);
    return relink(r, status, decisions);
}

static isn_status split(reviewing *r, char **operands, int n) {
    uint64_t decisions = 0;
    (void)n;
    isn_status status = isn_store_split(r->store, text_of(operands[0]), text_of(r->by),
                                        text_of(r->note), &decisions, &r->error);
    return relink(r, status, decisions);
}

typedef struct action {
    const char *name;
    int least, most; /* operands */
    bool named;      /* needs --by */
    isn_status (*run)(reviewing *r, char **operands, int n);
} action;

static const action actions[] = {
    {"list", 0, 1, false, list},          {"accept", 1, 1000000, true, accept},
    {"reject", 1, 1000000, true, reject}, {"correct", 3, 3, true, correct},
    {"note", 2, 2, true, note},           {"add", 2, 2, true, add},
    {"merge", 2, 2, true, merge},         {"split", 1, 1, true, split},
    {"undo", 1, 1, false, undo},
};

static const action *find_action(const char *name) {
    for (size_t i = 0; i < sizeof actions / sizeof actions[0]; i++) {
        if (strcmp(actions[i].name, name) == 0) {
            return &actions[i];
        }
    }
    return NULL;
}

static int ended(isn_status status, const isn_error *error, const char *path) {
    if (status == ISN_EUSAGE) {
        fprintf(stderr, "isnad: review: %s\n", error->message);
        return EXIT_USAGE;
    }
    if (status != ISN_OK) {
        cli_error(error, path, 0);
        return EXIT_SOME_FAILED;
    }
    return cli_finish_output();
}

int cmd_review(int argc, char **argv) {
    reviewing r = {.store = NULL};
    const cli_option options[] = {
        {"--by", OPTION_TEXT, &r.by, 0, 0, NULL},
        {"--note", OPTION_TEXT, &r.note, 0, 0, NULL},
        {"--final", OPTION_FLAG, &r.final, 0, 0, NULL},
        {"--quiet", OPTION_FLAG, &r.quiet, 0, 0, NULL},
        {NULL, OPTION_FLAG, NULL, 0, 0, NULL},
    };
    int n = cli_options("review", argc, argv, options);
    if (n < 0) {
        return EXIT_USAGE;
    }
    if (n < 1) {
        cli_usage("review", "a store");
        return EXIT_USAGE;
    }
    const action *what = find_action(n > 1 ? argv[1] : "list");
    int operands = n > 2 ? n - 2 : 0;
    if (what == NULL || operands < what->least || operands > what->most) {
        cli_usage("review", what == NULL ? "no such act" : "a claim and what belongs to it");
        return EXIT_USAGE;
    }
    if (what->named && r.by == NULL) {
        cli_usage("review", "--by and the name of the coder");
        return EXIT_USAGE;
    }
    if (!cli_store_there(argv[0])) {
        return EXIT_SOME_FAILED;
    }
    isn_status status = isn_store_open(&r.store, argv[0], &r.error);
    if (status == ISN_OK) {
        status = what->run(&r, argv + 2, operands);
    }
    isn_store_close(r.store);
    return ended(status, &r.error, argv[0]);
}

/* ---- agreement ----------------------------------------------------------------------------------------- */

static isn_status show_field(void *context, const isn_agreement *field) {
    (void)context;
    if (field->units == 0) {
        return ISN_OK;
    }
    printf("%-12s %7llu %7llu %8.3f ", field->field, (unsigned long long)field->units,
           (unsigned long long)field->values, field->agreed);
    if (isnan(field->alpha)) {
        printf("%8s\n", "-");
    } else {
        printf("%8.3f\n", field->alpha);
    }
    return ISN_OK;
}

int cmd_agreement(int argc, char **argv) {
    isn_error error = {0};
    isn_store *store = NULL;
    const cli_option options[] = {{NULL, OPTION_FLAG, NULL, 0, 0, NULL}};
    int n = cli_options("agreement", argc, argv, options);
    if (n < 0) {
        return EXIT_USAGE;
    }
    if (n != 1) {
        cli_usage("agreement", "one store");
        return EXIT_USAGE;
    }
    if (!cli_store_there(argv[0])) {
        return EXIT_SOME_FAILED;
    }
    isn_status status = isn_store_open(&store, argv[0], &error);
    if (status == ISN_OK) {
        printf("%-12s %7s %7s %8s %8s\n", "field", "claims", "values", "agreed", "alpha");
        status = isn_store_agreement(store, show_field, NULL, &error);
    }
    isn_store_close(store);
    return ended(status, &error, argv[0]);
}
