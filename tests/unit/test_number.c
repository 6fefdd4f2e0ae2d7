/* test_number.c: number words, bounds, counted nouns. The speller below writes numbers as newspapers do and knows
 * nothing of the grammar in src/match. */
#include "match_fixture.h"

/* ---- a speller ------------------------------------------------------------------------------------- */

static uint64_t seed = 88172645463325252u;

static unsigned dice(unsigned sides) {
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (unsigned)(seed % sides);
}

typedef struct style {
    bool fem, oblique, spaced_and, old_hundred, split_hundred, hamza;
} style;

static char spelled[2048];

static void say(const char *word) {
    strcat(spelled, word);
}

static void and_then(const style *s) {
    if (spelled[0] != 0)
        say(s->spaced_and ? " و " : " و");
}

static const char *const masculine[] = {"",    "واحد", "اثنان",  "ثلاثة", "أربعة", "خمسة",
                                        "ستة", "سبعة", "ثمانية", "تسعة",  "عشرة"};
static const char *const feminine[] = {"",   "واحدة", "اثنتان", "ثلاث", "أربع", "خمس",
                                       "ست", "سبع",   "ثماني",  "تسع",  "عشر"};
static const char *const tens[] = {"",    "",   "عشر", "ثلاث", "أربع",
                                   "خمس", "ست", "سبع", "ثمان", "تسع"};
static const char *const hundred_stems[] = {"",    "",   "",    "ثلاث",  "أربع",
                                            "خمس", "ست", "سبع", "ثماني", "تسع"};
static const char *const glued_stems[] = {"",    "",   "",    "ثلاث", "أربع",
                                          "خمس", "ست", "سبع", "ثمان", "تسع"};

static void say_unit(unsigned n, const style *s) {
    if (n == 2)
        say(s->fem ? (s->oblique ? "اثنتين" : "اثنتان") : s->oblique ? "اثنين" : "اثنان");
    else
        say(s->fem ? feminine[n] : masculine[n]);
}

static void say_teen(unsigned n, const style *s) {
    if (n == 11)
        say(s->fem ? "إحدى عشرة" : "أحد عشر");
    else if (n == 12)
        say(s->fem       ? (s->oblique ? "اثنتي عشرة" : "اثنتا عشرة")
            : s->oblique ? "اثني عشر"
                         : "اثنا عشر");
    else {
        say(s->fem ? feminine[n - 10] : masculine[n - 10]);
        say(s->fem ? " عشرة" : " عشر");
    }
}

static void say_below_hundred(unsigned n, const style *s) {
    if (n == 0)
        return;
    and_then(s);
    if (n <= 10) {
        say_unit(n, s);
    } else if (n < 20) {
        say_teen(n, s);
    } else {
        if (n % 10 != 0) {
            if (n % 10 == 1 && s->fem)
                say("إحدى");
            else
                say_unit(n % 10, s);
            say(s->spaced_and ? " و " : " و");
        }
        say(tens[n / 10]);
        say(s->oblique ? "ين" : "ون");
    }
}

static void say_hundreds(unsigned n, const style *s, bool construct) {
    const char *word = s->old_hundred ? "مائة" : "مئة";
    if (n == 0)
        return;
    and_then(s);
    if (n == 1) {
        say(word);
    } else if (n == 2) {
        say(s->old_hundred ? "مائت" : "مئت");
        say(construct ? (s->oblique ? "ي" : "ا") : s->oblique ? "ين" : "ان");
    } else {
        say(s->split_hundred ? hundred_stems[n] : glued_stems[n]);
        if (s->split_hundred)
            say(" ");
        say(word);
    }
}

static void say_group(unsigned n, const style *s, bool construct) {
    say_hundreds(n / 100, s, construct && n % 100 == 0);
    say_below_hundred(n % 100, s);
}

static void say_scaled(unsigned n, const style *s, const char *singular, const char *plural) {
    style he = *s;
    he.fem = false;
    if (n == 0)
        return;
    if (n == 1) {
        and_then(s);
        say(singular);
    } else if (n == 2) {
        and_then(s);
        say(singular);
        say(s->oblique ? "ين" : "ان");
    } else {
        say_group(n, &he, true);
        say(" ");
        say(n % 100 >= 3 && n % 100 <= 10 ? plural : singular);
        if (n % 100 >= 11)
            say("ا");
    }
}

static const char *spell(uint64_t n, const style *s) {
    spelled[0] = 0;
    say_scaled((unsigned)(n / 1000000000000), s, "تريليون", "تريليونات");
    say_scaled((unsigned)(n / 1000000000 % 1000), s, "مليار", "مليارات");
    say_scaled((unsigned)(n / 1000000 % 1000), s, "مليون", "ملايين");
    say_scaled((unsigned)(n / 1000 % 1000), s, s->hamza ? "ألف" : "الف",
               s->hamza ? "آلاف" : "الاف");
    say_group((unsigned)(n % 1000), s, false);
    return spelled;
}

static uint64_t random_number(void) {
    uint64_t limit = 1000;
    for (unsigned i = dice(4); i > 0; i--)
        limit *= 1000;
    uint64_t n = (((uint64_t)dice(1u << 30) << 30) | dice(1u << 30)) % limit;
    if (dice(3) == 0) /* round numbers */
        n -= n % (dice(2) ? 1000 : 100);
    return n + (n == 0);
}

TEST(spelled_numbers_are_read_back) {
    unsigned wrong = 0;
    REQUIRE(fixture_open());
    for (unsigned i = 0; i < 10000; i++) {
        style s = {dice(2), dice(2), dice(4) == 0, dice(2), dice(3) == 0, dice(3) > 0};
        uint64_t n = i < 1200 ? i + 1 : i == 1200 ? 1000000000000u : random_number();
        match(spell(n, &s), NULL);
        if (numbers.len == 1 && numbers.ptr[0].num_first == 0 &&
            numbers.ptr[0].num_last == scan.nwords && numbers.ptr[0].value == (double)n)
            continue;
        if (wrong++ < 5)
            printf("#   %" PRIu64 ": %s\n", n, spelled);
    }
    CHECK_INT(wrong, 0);
}

/* ---- what a text counts ------------------------------------------------------------------------------ */

/* "text: low/best/high quantity" of each number that is no date or name, joined by "; ". */
static char told[4096];

static void tell_value(int64_t value) {
    if (value == ISN_NO_COUNT)
        strcat(told, "-");
    else
        snprintf(told + strlen(told), 24, "%" PRId64, value);
}

static const char *tell(const char *arabic) {
    match(arabic, "2024-05-10");
    told[0] = 0;
    for (uint32_t i = 0; i < numbers.len; i++) {
        const isn_number *n = &numbers.ptr[i];
        if (n->flags & (ISN_NF_DATE | ISN_NF_NAME | ISN_NF_ORDINAL))
            continue;
        if (told[0] != 0)
            strcat(told, "; ");
        tell_value(n->low);
        strcat(told, "/");
        tell_value(n->best);
        strcat(told, "/");
        tell_value(n->high);
        if (n->flags & ISN_NF_SUBSET)
            strcat(told, " of them");
        if (n->flags & ISN_NF_PLUS)
            strcat(told, " plus");
        if (n->flags & ISN_NF_OTHER)
            strcat(told, " other");
        if (n->flags & ISN_NF_PERCENT)
            strcat(told, " %");
    }
    return told;
}

TEST(codebook) {
    REQUIRE(fixture_open());
    CHECK_STR(tell("قتل ما لا يقل عن خمسة عمال"), "5/5/-");
    CHECK_STR(tell("قتل أكثر من خمسين عاملا"), "51/51/-");
    CHECK_STR(tell("قتل نحو عشرين عاملا"), "-/20/-");
    CHECK_STR(tell("لا يتجاوز عددهم 12 عنصرا"), "-/-/12");
    CHECK_STR(tell("ما لا يزيد على 12 عنصرا"), "-/-/12");
    CHECK_STR(tell("أقل من مئة عنصر"), "-/-/99");
    CHECK_STR(tell("ما بين 10 و15 جريحا"), "10/-/15");
    CHECK_STR(tell("بين خمسة وعشرين جريحا"), "5/-/20");
    CHECK_STR(tell("خمسة أو ستة مسلحين"), "5/-/6");
    CHECK_STR(tell("12 جريحا على الأقل"), "12/12/-");
    CHECK_STR(tell("عشرات الجرحى ومئات النازحين وعشرات آلاف اللاجئين"),
              "10/-/-; 100/-/-; 10000/-/-");
    CHECK_STR(tell("بضعة جنود"), "3/-/-");
    CHECK_STR(tell("دون وقوع إصابات"), "0/0/0");
    CHECK_STR(tell("ولم ترد أنباء عن إصابات"), "0/-/-");
}

TEST(duals_singulars_and_plurals) {
    REQUIRE(fixture_open());
    CHECK_STR(tell("قتل جنديان"), "2/2/2");
    CHECK_STR(tell("مقتل جنديين"), "2/2/2");
    CHECK_INT(numbers.ptr[0].flags & ISN_NF_DUAL, ISN_NF_DUAL);
    CHECK_STR(tell("مقتل جندي"), "1/1/1");
    CHECK_INT(numbers.ptr[0].flags & ISN_NF_SINGULAR, ISN_NF_SINGULAR);
    CHECK_STR(tell("مقتل مسلحين"), "3/-/-");
    CHECK_STR(tell("مقتل مسلحين اثنين"), "2/2/2");
    CHECK_STR(tell("قتل متظاهران اثنان"), "2/2/2");
    CHECK_STR(tell("مقتل الجندي"), "");
    CHECK_STR(tell("إصابة أحد الجنود"), "1/1/1");
    CHECK_STR(tell("مقتل شخصين وإصابة آخر"), "2/2/2; 1/1/1 other");
    CHECK_STR(tell("مقتل شخص وإصابة ثلاثة آخرين"), "1/1/1; 3/3/3 other");
}

TEST(parts_and_sums) {
    REQUIRE(fixture_open());
    CHECK_STR(tell("تسعة قتلى بينهم ثلاث نساء وطفلان"), "9/9/9; 3/3/3 of them; 2/2/2 of them");
    CHECK_STR(tell("مقتل خمسة إضافة إلى اثنين"), "5/5/5; 2/2/2 plus");
    CHECK_STR(tell("35 ألفا و811 شهيدا و80 ألفا و94 مصابا"),
              "35811/35811/35811; 80094/80094/80094");
    CHECK_STR(tell("4 جنود و6 مسلحين"), "4/4/4; 6/6/6");
    CHECK_STR(tell("16% من السكان و20 في المئة"), "16/16/16 %; 20/20/20 %");
}

TEST(no_scale_is_dropped) {
    REQUIRE(fixture_open());
    CHECK_STR(tell("ألف وخمسة ملايين دولار"), "1000/1000/1000; 5000000/5000000/5000000");
    CHECK_STR(tell("3 ملايين و1.5 مليون"), "3000000/3000000/3000000; 1500000/1500000/1500000");
    CHECK_STR(tell("مليونين ونصف المليون نازح"), "2500000/2500000/2500000");
    CHECK_STR(tell("26٬013 و1,200 و1.200 و٤٥"),
              "26013/26013/26013; 1200/1200/1200; 1200/1200/1200; 45/45/45");
    CHECK_STR(tell("نصف مليون شخص"), "500000/500000/500000");
}

TEST(labels_are_no_counts) {
    REQUIRE(fixture_open());
    CHECK_STR(tell("انتشر اللواء 444 والفرقة 25"), "");
    CHECK_STR(tell("القرار 2139"), "");
    CHECK_STR(tell("اليوم 61"), "");
    CHECK_STR(tell("في 5 مايو 2021"), "");
    CHECK_STR(tell("استهدفهم صاروخ من طراز \"الرعد 105\""), "");
}

/* ---- announced suites --------------------------------------------------------------------------------- */

TEST(suite_of_number_words) {
    char path[4096], line[512];
    unsigned right = 0, all = 0;
    const char *source = getenv("SOURCE");
    snprintf(path, sizeof(path), "%s/../shared/suites/numwords_all.tsv",
             source != NULL ? source : ".");
    FILE *file = fopen(path, "r");
    if (file == NULL)
        SKIP("../shared is not here");
    REQUIRE(fixture_open());
    while (fgets(line, sizeof(line), file) != NULL) {
        char *tab = strchr(line, '\t');
        if (tab == NULL)
            continue;
        *tab = 0;
        double want = strtod(tab + 1, NULL);
        match(line, NULL);
        all++;
        if (numbers.len != 1 || numbers.ptr[0].last != scan.nwords)
            continue;
        double have = numbers.ptr[0].value * (numbers.ptr[0].flags & ISN_NF_PERCENT ? 0.01 : 1);
        double off = have > want ? have - want : want - have;
        right += off < 1e-9 * (1 + (want < 0 ? -want : want));
    }
    fclose(file);
    printf("# %u of %u number words\n", right, all);
    CHECK(right * 100 >= all * 94);
}
