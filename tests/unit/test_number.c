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

/* ---- sentences as outlets write them -------------------------------------------------------------------- */

TEST(bounds_in_sentences) {
    REQUIRE(fixture_open());
    CHECK_STR(tell("أعلنت خلية الإعلام أن لا أقل من ثلاثين عاملا فقدوا"), "-/-/29");
    CHECK_STR(tell("نزح ما يربو على خمسة آلاف أسرة منذ فجر أمس"), "5001/5001/-");
    CHECK_STR(tell("وقدر المصدر الخسائر بما يناهز 40 مليون دولار"), "-/40000000/-");
    CHECK_STR(tell("تضررت 15 مدرسة على أقل تقدير"), "15/15/-");
    CHECK_STR(tell("أعيد فتح المعبر أمام 300 شاحنة تقريبا"), "-/300/-");
    CHECK_STR(tell("كل قائمة نالت عشرين مقعدا فأكثر"), "20/20/-");
    CHECK_STR(tell("في المخيم مئة ألف لاجئ ونيف"), "100001/100001/-");
    CHECK_STR(tell("يحتاج إلى العلاج عشرون جريحا أو أقل"), "-/-/20");
    CHECK_STR(tell("عبر زهاء سبعمئة ألف شخص الحدود"), "-/700000/-");
    CHECK_STR(tell("أغارت المقاتلات على ما مجموعه 45 موقعا"), "45/45/45");
}

TEST(bounds_around_the_counted_noun) {
    REQUIRE(fixture_open());
    CHECK_STR(tell("لا يقل عدد القتلى في صفوف المهاجمين عن خمسة"), "5/5/-");
    CHECK_STR(tell("ولم يتجاوز عدد الجرحى عشرة"), "-/-/10");
    CHECK_STR(tell("تجاوزت حصيلة القتلى 300"), "301/301/-");
    CHECK_STR(tell("ويقدر عدد النازحين بثلاثة ملايين"), "-/3000000/-");
    CHECK_STR(tell("يقارب عدد الأسرى لدى الطرفين مئتي أسير"), "-/200/-");
    CHECK_STR(tell("ارتفع عدد القتلى إلى خمسة"), "5/5/5");
}

TEST(ranges) {
    REQUIRE(fixture_open());
    CHECK_STR(tell("أسفر القصف عن سقوط ما بين عشرين وثلاثين قتيلا"), "20/-/30");
    CHECK_STR(tell("يتراوح عدد المسلحين بين مئتين وثلاثمئة مسلح"), "200/-/300");
    CHECK_STR(tell("وصل من 3 إلى 5 آلاف لاجئ"), "3000/-/5000");
    CHECK_STR(tell("بين 2.5 و3 ملايين نازح"), "2500000/-/3000000");
    CHECK_STR(tell("اعتقل 5-7 مشتبه بهم"), "5/-/7");
    CHECK_STR(tell("اعتقل نحو 10 إلى 15 شخصا"), "10/-/15");
    CHECK_STR(tell("وبلغت النسبة بين 10% و15%"), "10/-/15 %");
    CHECK_STR(tell("يراوح الإنتاج بين 10 في المئة و15 في المئة"), "10/-/15 %");
    CHECK_STR(tell("بين خمسة جنود وعشرة"), "5/-/10");
    CHECK_STR(tell("قفز السعر من 10 إلى 17 دولارا"), "10/10/10; 17/17/17");
    CHECK_STR(tell("3 ملايين دولار و10-15 شاحنة"), "3000000/3000000/3000000; 10/-/15");
    CHECK_STR(tell("انتهت المباراة 3-1"), "");
}

TEST(vague_words) {
    REQUIRE(fixture_open());
    CHECK_STR(tell("نقلت الحافلات مئات الآلاف من المدنيين"), "100000/-/-");
    CHECK_STR(tell("بضعة عشر مسلحا وبضع وعشرون امرأة"), "13/-/-; 23/-/-");
    CHECK_STR(tell("نيف وثلاثون قتيلا"), "31/31/-");
    CHECK_STR(tell("شارك عدد كبير من الأطباء وعدة وزراء"), "3/-/-; 3/-/-");
    CHECK_STR(tell("ولم يبلغ عن وقوع ضحايا"), "0/-/-");
    CHECK_STR(tell("انفجرت العبوة دون تسجيل أي إصابات"), "0/0/0");
    CHECK_STR(tell("وأكد المصدر أن لا قتلى في الحادث"), "0/0/0");
    CHECK_STR(tell("ولم يسقط قتلى"), "0/0/0");
}

TEST(wholes_and_parts) {
    REQUIRE(fixture_open());
    CHECK_STR(tell("اعتقل 12 سوريا، 5 منهم أطفال"), "12/12/12; 5/5/5 of them");
    CHECK_STR(tell("نجا ستة عمال، اثنان منهم في حالة حرجة"), "6/6/6; 2/2/2 of them");
    CHECK_STR(tell("أربعة قتلى بينهم طفل و7 جرحى"), "4/4/4; 1/1/1 of them; 7/7/7");
    CHECK_STR(tell("مقتل شخصين وإصابة ثالث"), "2/2/2; 1/1/1 other");
    CHECK_STR(tell("مقتل ثلاثة جنود وإصابة الثالث عشر"), "3/3/3");
    CHECK_STR(tell("أصيب 40 بين قتيل وجريح"), "40/40/40");
    CHECK_STR(tell("قتلت القوة مسلحا واعتقلت اثنين"), "1/1/1; 2/2/2");
    CHECK_STR(tell("أسر 12 عنصرا"), "12/12/12");
    CHECK_STR(tell("توقفت الحافلات أمام 300 متجر"), "300/300/300");
    CHECK_STR(tell("نقل الجنود الثلاثة والمعتقلون الـ50"), "3/3/3; 50/50/50");
    CHECK_STR(tell("أربعة من كل عشرة أطفال"), "4/4/4; 10/10/10");
    CHECK_INT(numbers.ptr[1].flags & ISN_NF_OUT_OF, ISN_NF_OUT_OF);
}

/* The value of each number, for those that are no whole. */
static const char *values(const char *arabic) {
    match(arabic, NULL);
    told[0] = 0;
    for (uint32_t i = 0; i < numbers.len; i++)
        snprintf(told + strlen(told), sizeof told - strlen(told), "%s%.6g%s", i > 0 ? "; " : "",
                 numbers.ptr[i].value, numbers.ptr[i].flags & ISN_NF_PERCENT ? "%" : "");
    return told;
}

TEST(fractions_and_shares) {
    REQUIRE(fixture_open());
    CHECK_STR(values("تضرر ثلثا المباني ونصف المدارس"), "0.666667; 0.5");
    CHECK_STR(values("ثلاثة أرباع السكان"), "0.75");
    CHECK_STR(values("خمس سكان المدينة"), "0.2");
    CHECK_STR(values("خمس نساء"), "5");
    CHECK_STR(values("عشر وستة آلاف"), "10; 6000");
    CHECK_STR(values("بنسبة 12.5 في المئة، ثم ٪30 ثم ١٥٫٣٪"), "12.5%; 30%; 15.3%");
    CHECK_STR(values("ثلاثة ونصف في المئة"), "3.5%");
    CHECK_STR(values("خمسة في الألف"), "0.5%");
    CHECK_STR(values("تراجعت الحرارة إلى -5 درجات"), "-5");
    CHECK_STR(values("غزة -3 شهداء"), "3");
    CHECK_STR(values("ثلاثة فاصلة صفر خمسة"), "3.05");
    CHECK_STR(values("77/100"), "0.77");
}

TEST(digits_and_words) {
    REQUIRE(fixture_open());
    CHECK_STR(values("42 ألفاً و350 قتيلا"), "42350");
    CHECK_STR(values("3 مليارات و200 مليون"), "3.2e+09");
    CHECK_STR(values("150 000 نازح"), "150000");
    CHECK_STR(values("1.234.567,8 طن"), "1.23457e+06");
    CHECK_STR(values("ألف وخمسمئة مليون"), "1.5e+09");
    CHECK_STR(values("بلغوا ألفا وخمسمئة"), "1500");
    CHECK_STR(values("قتل ألفا جندي"), "2000");
    CHECK_STR(values("مليون ونصف المليون، وألف وربع مئة"), "1.5e+06; 1025");
    CHECK_STR(values("مئة ألف وألفان"), "102000");
    CHECK_STR(values("مئة خمسة منهم نجوا"), "100; 5");
}

static unsigned flags_of_only(const char *arabic) {
    match(arabic, "2024-05-10");
    return numbers.len == 1 ? numbers.ptr[0].flags : 0;
}

TEST(ordinals) {
    REQUIRE(fixture_open());
    CHECK(flags_of_only("في القرن الواحد والعشرين") & ISN_NF_ORDINAL);
    CHECK(flags_of_only("الدورة الـ76 للجمعية") & ISN_NF_ORDINAL);
    CHECK(flags_of_only("القمة الثانية والثلاثون") & ISN_NF_ORDINAL);
    CHECK(flags_of_only("التسعون") & ISN_NF_EITHER);
    CHECK(!(flags_of_only("القتلى الثلاثون") & (ISN_NF_ORDINAL | ISN_NF_EITHER)));
    CHECK_STR(values("الأعضاء الأحد عشر"), "11");
    CHECK_STR(values("وصل يوم الأحد عشرة جنود"), "10");
}

TEST(nouns) {
    REQUIRE(fixture_open());
    match("دمرت 3 مقاتلات وقتل 12 فلسطينيا بين عامي 2015 و2019 قتل 300 صحفي", NULL);
    REQUIRE(numbers.len == 5);
    CHECK_INT(numbers.ptr[0].noun_table, ISN_T_UNIT);
    CHECK_INT(numbers.ptr[1].noun_table, ISN_T_NATION);
    CHECK_INT(numbers.ptr[3].noun, UINT32_MAX);
    CHECK_INT(numbers.ptr[4].noun_table, ISN_T_PEOPLE);
}
