/* test_memory.c: fails each allocation of the library in turn, as Lua's memerr does. The linker sends
 * the library's malloc, calloc, realloc and free here (tests/meson.build: --wrap); the n-th call fails
 * for n = 1, 2, … until the work succeeds. Each failure must come back as ISN_ENOMEM, leave outputs
 * untouched, leak nothing, and leave the coder fit for the next article. */
#include "isnad.h"

#include "check.h"

void *__real_malloc(size_t size);
void *__real_calloc(size_t n, size_t size);
void *__real_realloc(void *ptr, size_t size);
void __real_free(void *ptr);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t n, size_t size);
void *__wrap_realloc(void *ptr, size_t size);
void __wrap_free(void *ptr);

static long calls;   /* allocations so far */
static long fail_at; /* the one that fails; 0: none */
static bool fail_on; /* and all after it */
static long live;    /* blocks held */

static bool fails(void) {
    calls++;
    return fail_at && (calls == fail_at || (fail_on && calls > fail_at));
}

void *__wrap_malloc(size_t size) {
    void *ptr = fails() ? NULL : __real_malloc(size);
    live += ptr != NULL;
    return ptr;
}

void *__wrap_calloc(size_t n, size_t size) {
    void *ptr = fails() ? NULL : __real_calloc(n, size);
    live += ptr != NULL;
    return ptr;
}

void *__wrap_realloc(void *old, size_t size) {
    void *ptr = fails() ? NULL : __real_realloc(old, size);
    live += ptr != NULL && old == NULL;
    return ptr;
}

void __wrap_free(void *ptr) {
    live -= ptr != NULL;
    __real_free(ptr);
}

static const char article[] =
    "مقتل أربعة جنود وإصابة سبعة آخرين في هجوم قرب الحدود\n\n"
    "12 مارس 2020\n\n"
    "قُتل أربعة جنود وأصيب سبعة آخرون، بينهم ضابط، في هجوم شنه مسلحون مجهولون على نقطة تفتيش "
    "قرب بلدة القائم غربي العراق، فجر اليوم الخميس.\n\n"
    "وقال المتحدث باسم وزارة الدفاع العراقية، في بيان، إن \"القوات ردت على مصادر النيران، وقتلت "
    "ما لا يقل عن عشرة من المهاجمين\"، مضيفاً أن عملية تمشيط بدأت في المنطقة.\n\n"
    "ونفى مصدر محلي، لوكالة الأنباء، وقوع قتلى بين المدنيين. ومن المقرر أن تنسحب القوات من البلدة "
    "قبل 30 أبريل المقبل.\n";

static isn_str str(const char *text) {
    return (isn_str){text, strlen(text)};
}

static isn_input sample(void) {
    return (isn_input){.text = str(article), .source = str("sample"), .outlet = str("صحيفة")};
}

/* All that a caller does with one article. The status of the first step that fails. */
static isn_status code_all(isn_coder *coder, isn_error *error) {
    isn_input input = sample();
    isn_str out = {"untouched", 9};
    isn_status status = isn_coder_code(coder, &input, error);
    if (status == ISN_OK) {
        status = isn_coder_json(coder, &out, error);
    }
    if (status == ISN_OK) {
        status = isn_coder_text(coder, true, &out, error);
    }
    if (status == ISN_OK) {
        status = isn_coder_explain(coder, (isn_str){NULL, 0}, true, &out, error);
    }
    return status;
}

/* Opens a pack, makes a coder, codes, closes. */
static isn_status whole_way(isn_error *error) {
    isn_pack *pack = NULL;
    isn_coder *coder = NULL;
    isn_status status = isn_pack_open(&pack, NULL, error);
    if (status == ISN_OK) {
        status = isn_coder_new(&coder, pack, error);
    }
    if (status == ISN_OK) {
        status = code_all(coder, error);
    }
    isn_coder_free(coder);
    isn_pack_close(pack);
    return status;
}

/* A page in an old character set: decoded, parsed, mapped back. */
static isn_status page(isn_error *error) {
    static const char html[] =
        "<meta charset=windows-1256><script type='application/ld+json'>{\"@type\":\"NewsArticle\","
        "\"headline\":\"x\",\"datePublished\":\"2021-09-10\"}</script><h1>\xC3\xDA\xE1\xE4\xCA "
        "\xE6\xD2\xC7\xD1\xC9</h1><p class=\"a b\" id='c'>\xC3\xDA\xE1\xE4\xCA "
        "&quot;\xE6\xD2\xC7\xD1\xC9&quot; "
        "\xC7\xE1\xCF\xC7\xCE\xE1\xED\xC9\xA1 \xC7\xE1\xED\xE6\xE3\xA1 \xE3\xDE\xCA\xE1 "
        "\xCC\xE4\xCF\xED\xED\xE4.</p><a href=/x>y</a>";
    isn_pack *pack = NULL;
    isn_coder *coder = NULL;
    isn_str out;
    static const char more[] = "<p>x &amp; y, z";
    static char big[600000]; /* so that the arena grows in the midst of the parser */
    isn_input input = {.text = {big, sizeof big}, .kind = ISN_INPUT_HTML};
    memcpy(big, html, sizeof html - 1);
    for (size_t at = sizeof html - 1; at < sizeof big; at += sizeof more - 1) {
        memcpy(big + at, more,
               sizeof big - at < sizeof more - 1 ? sizeof big - at : sizeof more - 1);
    }
    isn_status status = isn_pack_open(&pack, NULL, error);
    if (status == ISN_OK) {
        status = isn_coder_new(&coder, pack, error);
    }
    if (status == ISN_OK) {
        status = isn_coder_code(coder, &input, error);
    }
    if (status == ISN_OK) {
        status = isn_coder_json(coder, &out, error);
    }
    isn_coder_free(coder);
    isn_pack_close(pack);
    return status;
}

/* A live page, entry by entry. */
static isn_status live_page(isn_error *error) {
    static const char html[] =
        "<title>آخر الأخبار</title><h1>آخر الأخبار</h1><div class=liveblog>"
        "<div id=a><h3>14:05</h3><p>قتل جنديان في هجوم قرب كركوك أمس الأحد.</p></div>"
        "<div id=b><h3>13:05</h3><p>أعلنت الشرطة اعتقال خمسة مسلحين في البصرة.</p></div>"
        "<div id=c><h3>12:05</h3><p>تظاهر العشرات في بغداد احتجاجاً على انقطاع الكهرباء.</p></div>"
        "</div>";
    isn_pack *pack = NULL;
    isn_coder *coder = NULL;
    isn_str out;
    isn_input input = {.text = str(html), .kind = ISN_INPUT_HTML, .apart = true};
    bool more = true;
    unsigned stories = 0;
    isn_status status = isn_pack_open(&pack, NULL, error);
    if (status == ISN_OK) {
        status = isn_coder_new(&coder, pack, error);
    }
    if (status == ISN_OK) {
        status = isn_coder_code(coder, &input, error);
    }
    while (status == ISN_OK && more) {
        stories++;
        status = isn_coder_json(coder, &out, error);
        if (status == ISN_OK) {
            status = isn_coder_next(coder, &more, error);
        }
    }
    isn_coder_free(coder);
    isn_pack_close(pack);
    return status == ISN_OK && stories != 4 ? ISN_EFORMAT : status;
}

static isn_status record_line(isn_error *error) {
    static const char line[] =
        "{\"id\":\"a\",\"title\":\"\\u0645\\u0642\\u062a\\u0644\","
        "\"text\":\"نص قصير\\nسطر ثان\",\"url\":\"http://x/\","
        "\"published\":\"2020-01-02\",\"outlet\":\"x\",\"other\":[1,{\"a\":null}]}";
    isn_record_line *parsed = NULL;
    isn_input input;
    isn_status status = isn_record_line_parse(&parsed, &input, str(line), error);
    isn_record_line_free(parsed);
    return status;
}

static isn_status evaluation(isn_error *error) {
    static const char gold[] =
        "{\"id\":\"g\",\"input\":\"قتل جندي\",\"relevant\":true,\"claims\":[]}\n";
    static const char records[] =
        "{\"document\":{\"relevant\":true},\"claims\":[],\"contradictions\":[]}\n";
    char *out = NULL;
    isn_status status = isn_eval(&out, str(gold), str(records), 1, false, true, error);
    isn_free(out);
    return status;
}

static isn_status store(isn_error *error) {
    isn_pack *pack = NULL;
    isn_coder *coder = NULL;
    isn_store *db = NULL;
    isn_input input = sample();
    isn_status status = isn_pack_open(&pack, NULL, error);
    if (status == ISN_OK) {
        status = isn_coder_new(&coder, pack, error);
    }
    if (status == ISN_OK) {
        status = isn_coder_code(coder, &input, error);
    }
    if (status == ISN_OK) {
        status = isn_store_open(&db, ":memory:", error);
    }
    isn_str parcel = {0};
    if (status == ISN_OK) {
        status = isn_coder_pack(coder, &parcel, error);
    }
    if (status == ISN_OK) {
        status = isn_store_put(db, parcel, error);
    }
    if (status == ISN_OK) {
        status = isn_store_commit(db, error);
    }
    if (status == ISN_OK) {
        uint64_t claims = 0, events = 0;
        status = isn_store_link(db, NULL, &claims, &events, error);
    }
    isn_store_close(db);
    isn_coder_free(coder);
    isn_pack_close(pack);
    return status;
}

static isn_status numbers(isn_error *error) {
    isn_pack *pack = NULL;
    isn_coder *coder = NULL;
    const isn_amount *amounts = NULL;
    size_t n = 0;
    isn_status status = isn_pack_open(&pack, NULL, error);
    if (status == ISN_OK) {
        status = isn_coder_new(&coder, pack, error);
    }
    if (status == ISN_OK) {
        status = isn_read_numbers(coder, &amounts, &n, str(article), error);
        CHECK(status == ISN_OK ? n > 5 : amounts == NULL);
    }
    isn_coder_free(coder);
    isn_pack_close(pack);
    return status;
}

static isn_status tokens(isn_error *error) {
    isn_pack *pack = NULL;
    isn_coder *coder = NULL;
    const isn_piece *pieces = NULL;
    size_t n = 0;
    isn_status status = isn_pack_open(&pack, NULL, error);
    if (status == ISN_OK) {
        status = isn_coder_new(&coder, pack, error);
    }
    if (status == ISN_OK) {
        status = isn_read_tokens(coder, &pieces, &n, str(article), error);
        CHECK(status == ISN_OK ? n > 20 : pieces == NULL);
    }
    isn_coder_free(coder);
    isn_pack_close(pack);
    return status;
}

/* Fails the n-th allocation (and, with `on`, all after it) until the work succeeds. */
static void each_in_turn(isn_status (*work)(isn_error *), bool on) {
    for (long n = 1; n < 100000; n++) {
        isn_error error;
        memset(&error, 0, sizeof error);
        long before = live;
        calls = 0;
        fail_at = n;
        fail_on = on;
        isn_status status = work(&error);
        bool reached = calls >= n;
        fail_at = 0;
        CHECK_INT(live, before);
        if (status == ISN_OK && !reached) {
            printf("# %ld allocations\n", n - 1);
            return;
        }
        /* An allocation that may be done without is allowed to fail unseen. */
        if (status != ISN_OK) {
            CHECK_INT(status, ISN_ENOMEM);
            CHECK_INT(error.code, ISN_ENOMEM);
            CHECK(error.message[0] != '\0');
        }
        if (check_bad) {
            printf("# at allocation %ld\n", n);
            return;
        }
    }
    CHECK(!"ended");
}

TEST(coding_with_one_failure) {
    each_in_turn(whole_way, false);
}

TEST(coding_with_memory_gone) {
    each_in_turn(whole_way, true);
}

TEST(page_with_one_failure) {
    each_in_turn(page, false);
}

TEST(live_page_with_one_failure) {
    each_in_turn(live_page, false);
}

TEST(record_line_with_one_failure) {
    each_in_turn(record_line, false);
}

TEST(evaluation_with_one_failure) {
    each_in_turn(evaluation, false);
}

TEST(store_with_one_failure) {
    each_in_turn(store, false);
}

TEST(numbers_with_one_failure) {
    each_in_turn(numbers, false);
}

TEST(tokens_with_one_failure) {
    each_in_turn(tokens, false);
}

TEST(coder_goes_on_after_a_failure) {
    isn_pack *pack = NULL;
    isn_coder *coder = NULL;
    isn_error error;
    isn_str json = {NULL, 0};
    isn_input input = sample();
    REQUIRE(isn_pack_open(&pack, NULL, &error) == ISN_OK);
    REQUIRE(isn_coder_new(&coder, pack, &error) == ISN_OK);
    calls = 0;
    fail_at = 1;
    fail_on = true;
    isn_status status = isn_coder_code(coder, &input, &error);
    fail_at = 0;
    CHECK(status == ISN_OK || status == ISN_ENOMEM);
    REQUIRE(isn_coder_code(coder, &input, &error) == ISN_OK);
    REQUIRE(isn_coder_json(coder, &json, &error) == ISN_OK);
    CHECK(json.len > 100 && json.ptr[json.len] == '\0');
    isn_coder_free(coder);
    isn_pack_close(pack);
}

/* Articles side by side, one of which memory may not suffice for; the others are what each is alone. */
static isn_status group_of_three(isn_error *error) {
    isn_pack *pack = NULL;
    isn_coder *coder = NULL, *coders[3];
    isn_input inputs[3] = {sample(), sample(), sample()};
    isn_error errors[3];
    size_t size = 0;
    inputs[1].text = str("خبر واحد\n");
    memset(errors, 0, sizeof errors);
    isn_status status = isn_pack_open(&pack, NULL, error);
    if (status == ISN_OK) {
        status = isn_coder_new(&coder, pack, error);
    }
    if (status == ISN_OK) {
        isn_coder_code_all(coder, inputs, 3, coders, errors);
    }
    for (size_t i = 0; status == ISN_OK && i < 3; i++) {
        isn_str json = {NULL, 0};
        if (errors[i].code != ISN_OK || isn_coder_json(coders[i], &json, &errors[i]) != ISN_OK) {
            status = errors[i].code;
            *error = errors[i];
        } else if (i == 0) {
            size = json.len;
        } else if (i == 2) {
            CHECK_INT(json.len, size);
        }
    }
    isn_coder_free(coder);
    isn_pack_close(pack);
    return status;
}

TEST(group_with_one_failure) {
    each_in_turn(group_of_three, false);
}

TEST(group_with_memory_gone) {
    each_in_turn(group_of_three, true);
}

TEST(nothing_is_left) {
    CHECK_INT(live, 0);
}
