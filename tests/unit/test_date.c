/* test_date.c: dates, periods, deadlines, both calendars. */
#include "match_fixture.h"

#include "match/hijri.h"

static char told[4096];

static void tell_day(int32_t day) {
    char out[11] = "-";
    if (day != ISN_NO_DAY)
        isn_day_text(out, day);
    strcat(told, out);
}

/* "kind start..end" of each date, joined by "; ". */
static const char *tell(const char *arabic, const char *published) {
    static const char *const kinds[] = {"at",  "since",  "until", "period",
                                        "ago", "within", "length"};
    match(arabic, published);
    told[0] = 0;
    for (uint32_t i = 0; i < dates.len; i++) {
        const isn_date *d = &dates.ptr[i];
        if (told[0] != 0)
            strcat(told, "; ");
        strcat(told, kinds[d->kind]);
        strcat(told, " ");
        if (d->kind == ISN_DATE_DURATION) {
            snprintf(told + strlen(told), 16, "%d", d->days);
            continue;
        }
        tell_day(d->start);
        if (d->end != d->start) {
            strcat(told, "..");
            tell_day(d->end);
        }
    }
    return told;
}

#define FRIDAY "2021-09-10"

TEST(month_names_of_all_countries) {
    REQUIRE(fixture_open());
    CHECK_STR(tell("في 3 كانون الثاني 2020", NULL), "at 2020-01-03");
    CHECK_STR(tell("في 3 جانفي 2020", NULL), "at 2020-01-03");
    CHECK_STR(tell("في 23 غشت 2022", NULL), "at 2022-08-23");
    CHECK_STR(tell("في 2 جويلية 2019", NULL), "at 2019-07-02");
    CHECK_STR(tell("في 5 من آذار 2020", NULL), "at 2020-03-05");
    CHECK_STR(tell("6 نوفمبر/ تشرين الثاني 2021", NULL), "at 2021-11-06");
    CHECK_STR(tell("6 نوفمبر (تشرين الثاني) 2021", NULL), "at 2021-11-06");
    CHECK_STR(tell("6 نوفمبر تشرين الثاني 2021", NULL), "at 2021-11-06");
    CHECK_STR(tell("الحادي والثلاثين من ديسمبر 2021", NULL), "at 2021-12-31");
    CHECK_STR(tell("الأول من شهر أيلول عام 2013", NULL), "at 2013-09-01");
}

TEST(figures) {
    REQUIRE(fixture_open());
    CHECK_STR(tell("12/3/2021", NULL), "at 2021-03-12");
    CHECK_STR(tell("2021-09-10", NULL), "at 2021-09-10");
    CHECK_STR(tell("12 - 3 - 2021", NULL), "at 2021-03-12");
    CHECK_STR(tell("٠٦/٢/٢٠٢٣", NULL), "at 2023-02-06");
    CHECK_STR(tell("في 29 فبراير 2023", FRIDAY), "");
}

TEST(days_from_the_report) {
    REQUIRE(fixture_open());
    CHECK_STR(tell("اليوم الجمعة", FRIDAY), "at 2021-09-10");
    CHECK_STR(tell("أمس الخميس", FRIDAY), "at 2021-09-09");
    CHECK_STR(tell("مساء أمس الأول", FRIDAY), "at 2021-09-08");
    CHECK_STR(tell("قتلوا يوم الثلاثاء", FRIDAY), "at 2021-09-07");
    CHECK_STR(tell("الثلاثاء المقبل", FRIDAY), "at 2021-09-14");
    CHECK_STR(tell("الجمعة الماضي", FRIDAY), "at 2021-09-03");
    CHECK_STR(tell("ليل الثلاثاء الأربعاء", FRIDAY), "at 2021-09-07..2021-09-08");
    CHECK_STR(tell("ليل الثلاثاء - الأربعاء", FRIDAY), "at 2021-09-07..2021-09-08");
    CHECK_STR(tell("سيجتمع الوزراء الثلاثاء", FRIDAY), "at 2021-09-14");
    CHECK_STR(tell("أمس الجمعة", FRIDAY), "at 2021-09-09");
    CHECK_INT(dates.ptr[0].flags & ISN_DF_CLASH, ISN_DF_CLASH);
    CHECK_STR(tell("أمس", NULL), "at -");
}

TEST(units) {
    REQUIRE(fixture_open());
    CHECK_STR(tell("الشهر الماضي", FRIDAY), "at 2021-08-01..2021-08-31");
    CHECK_STR(tell("العام الجاري", FRIDAY), "at 2021-01-01..2021-12-31");
    CHECK_STR(tell("نهاية الشهر الجاري", FRIDAY), "at 2021-09-21..2021-09-30");
    CHECK_STR(tell("نهاية يوليو/ تموز الماضي", FRIDAY), "at 2021-07-21..2021-07-31");
    CHECK_STR(tell("منتصف ديسمبر المقبل", FRIDAY), "at 2021-12-14..2021-12-16");
    CHECK_STR(tell("عام 2015", NULL), "at 2015-01-01..2015-12-31");
    CHECK_STR(tell("بين عامي 2014 و2016", NULL), "period 2014-01-01..2016-12-31");
    CHECK_STR(tell("15 من الشهر المقبل", FRIDAY), "at 2021-10-15");
    CHECK_STR(tell("9 شباط من العام الماضي", FRIDAY), "at 2020-02-09");
}

TEST(governed) {
    REQUIRE(fixture_open());
    CHECK_STR(tell("منذ بداية الشهر الحالي", FRIDAY), "since 2021-09-01..2021-09-10");
    CHECK_STR(tell("منذ 7 أيار", FRIDAY), "since 2021-05-07..2021-09-10");
    CHECK_STR(tell("قبل ثلاثة أيام", FRIDAY), "ago 2021-09-07");
    CHECK_STR(tell("قبل أقل من أربعة أشهر على الانسحاب", FRIDAY), "length 120");
    CHECK_STR(tell("خلال الساعات الـ24 الماضية", FRIDAY), "period 2021-09-09..2021-09-10");
    CHECK_STR(tell("خلال الأسابيع الثلاثة الماضية", FRIDAY), "period 2021-08-20..2021-09-10");
    CHECK_STR(tell("خلال 48 ساعة", FRIDAY), "within 2021-09-10..2021-09-12");
    CHECK_STR(tell("في مهلة أقصاها 72 ساعة", FRIDAY), "within 2021-09-10..2021-09-13");
    CHECK_STR(tell("قبل الأول من نيسان (أبريل) المقبل", FRIDAY), "until -..2022-04-01");
    CHECK_STR(tell("حتى نهاية العام", FRIDAY), "until -..2021-12-31");
    CHECK_STR(tell("من 26 حزيران إلى 2 تموز 2019", FRIDAY), "period 2019-06-26..2019-07-02");
    CHECK_STR(tell("خلال شهر سبتمبر/ أيلول", FRIDAY), "period 2021-09-01..2021-09-10");
    CHECK_STR(tell("شهدها أخيرا", FRIDAY), "at -..2021-09-10");
}

TEST(easter) {
    REQUIRE(fixture_open());
    CHECK_STR(tell("عيد الفصح 2013", NULL), "at 2013-03-31");
    CHECK_STR(tell("عيد الفصح 2019", NULL), "at 2019-04-21");
    CHECK_STR(tell("الجمعة العظيمة 2024", NULL), "at 2024-03-29");
    CHECK_STR(tell("شم النسيم 2013", NULL), "at 2013-05-06");
    CHECK_STR(tell("شم النسيم 2021", NULL), "at 2021-05-03");
    CHECK_STR(tell("شم النسيم 2023", NULL), "at 2023-04-17");
}

TEST(two_readings) {
    REQUIRE(fixture_open());
    tell("يوم الثلاثاء", FRIDAY);
    CHECK_INT(dates.ptr[0].other, isn_day_of(2021, 9, 14));
    CHECK_INT(dates.ptr[0].other_by, ISN_BY_TENSE);
    CHECK_STR(tell("الأحد من الأسبوع الماضي", FRIDAY), "at 2021-08-29");
    CHECK_INT(dates.ptr[0].other, isn_day_of(2021, 9, 5));
    CHECK_INT(dates.ptr[0].other_by, ISN_BY_WEEK);
    CHECK_STR(tell("بتاريخ 08/12/2015", FRIDAY), "at 2015-12-08");
    CHECK_INT(dates.ptr[0].other, isn_day_of(2015, 8, 12));
    CHECK_INT(dates.ptr[0].other_by, ISN_BY_ORDER);
    CHECK_STR(tell("منتصف أيار 2020", FRIDAY), "at 2020-05-14..2020-05-16");
    CHECK_INT(dates.ptr[0].other, isn_day_of(2020, 5, 15));
    CHECK_INT(dates.ptr[0].other_by, ISN_BY_COUNT);
    CHECK_STR(tell("الثلاثاء الثالث من أكتوبر 2017", FRIDAY), "at 2017-10-03");
    CHECK_INT(dates.ptr[0].other, isn_day_of(2017, 10, 17));
    CHECK_STR(tell("الثلاثاء الثالث من أكتوبر 2018", FRIDAY), "at 2018-10-16");
    CHECK_INT(dates.ptr[0].other, ISN_NO_DAY);
    CHECK_STR(tell("عيد الفصح 2013", NULL), "at 2013-03-31");
    CHECK_INT(dates.ptr[0].other, isn_day_of(2013, 5, 5));
}

static const char *lone(const char *arabic) {
    static isn_article article;
    isn_dates one = {0};
    isn_arena_reset(arena, 1 << 20);
    article = (isn_article){.bytes = arabic, .len = (uint32_t)strlen(arabic)};
    isn_article_blocks(&article, arena);
    isn_text_scan(&text, arena, &article);
    isn_lex_scan(&scan, arena, lex, &text, NULL);
    strcpy(told, "");
    if (isn_match_lone_date(&one, arena, &scan, isn_day_parse(isn_str_z(FRIDAY))))
        tell_day(one.ptr[0].start);
    return told;
}

TEST(a_text_that_is_one_date) {
    REQUIRE(fixture_open());
    CHECK_STR(lone("4.22"), "2021-04-22");
    CHECK_STR(lone("في 22-4"), "2021-04-22");
    CHECK_STR(lone("من أسبوع"), "2021-09-03");
    CHECK_STR(lone("الآن"), FRIDAY);
    CHECK_STR(lone("رمضان 2019"), "2019-05-06");
    CHECK_STR(lone("ارتفع 4.22"), "");
    CHECK_STR(tell("ارتفع المؤشر 4.22", FRIDAY), "");
    CHECK_STR(tell("نزحوا من أسبوع إلى أسبوع", FRIDAY), "");
}

TEST(common_words_are_no_dates) {
    REQUIRE(fixture_open());
    CHECK_STR(tell("مارس الشعب حقه", FRIDAY), "");
    CHECK_STR(tell("في باب المدينة", FRIDAY), "");
    CHECK_STR(tell("صلاة الجمعة", FRIDAY), "");
    CHECK_STR(tell("اليوم 61 من الحرب", FRIDAY), "");
    CHECK_STR(tell("إضراب عام", FRIDAY), "");
}

TEST(days_of_the_month_alone) {
    REQUIRE(fixture_open());
    CHECK_STR(tell("وقع الهجوم يوم 4", FRIDAY), "at 2021-09-04");
    CHECK_STR(tell("سيجتمعون يوم 27", FRIDAY), "at 2021-09-27");
    CHECK_STR(tell("قتلوا الجمعة 3", FRIDAY), "at 2021-09-03");
    CHECK_STR(tell("أطلقت الجمعة 3 صواريخ", FRIDAY), "at 2021-09-10");
    CHECK_STR(tell("أطلقت الخميس 10 طلقات", FRIDAY), "at 2021-09-09");
    CHECK_STR(tell("في اليوم 27 من الحرب", FRIDAY), "");
}

TEST(lengths_from_now) {
    REQUIRE(fixture_open());
    CHECK_STR(tell("بعد أسبوعين من الآن", FRIDAY), "at 2021-09-24");
    CHECK_STR(tell("سيغادرون بعد شهر و10 أيام من اليوم", FRIDAY), "at 2021-10-20");
    CHECK_STR(tell("حتى الآن", FRIDAY), "");
    CHECK_STR(tell("سنة وشهران وخمسة أيام", FRIDAY), "length 430");
    CHECK_STR(tell("قتل ثلاثة يوم الجمعة", FRIDAY), "at 2021-09-10");
}

TEST(the_day_of_a_week) {
    REQUIRE(fixture_open());
    CHECK_STR(tell("الأسبوع المقبل يوم الاثنين", FRIDAY), "at 2021-09-13");
    CHECK_STR(tell("الأسبوع الماضي، الاثنين", FRIDAY), "at 2021-08-28..2021-09-03; at 2021-09-06");
}

TEST(the_other_tense) {
    REQUIRE(fixture_open());
    match("وقع الانفجار الاثنين", FRIDAY);
    CHECK_INT(dates.ptr[0].other, isn_day_of(2021, 9, 13));
    match("يعلن في 5 آذار", FRIDAY);
    CHECK_INT(dates.ptr[0].other, isn_day_of(2022, 3, 5));
    match("الاثنين الماضي", FRIDAY);
    CHECK_INT(dates.ptr[0].other, ISN_NO_DAY);
}

TEST(hijri) {
    int year, month, day;
    CHECK_INT(isn_hijri_day(1433, 2, 30), isn_day_of(2012, 1, 24));
    CHECK_INT(isn_hijri_day(1432, 9, 14), isn_day_of(2011, 8, 14));
    CHECK_INT(isn_hijri_day(1390, 3, 10), isn_day_of(1970, 5, 16));
    CHECK_INT(isn_hijri_day(1435, 1, 1), isn_day_of(2013, 11, 4));
    CHECK_INT(isn_hijri_day(1439, 13, 1), ISN_NO_DAY);
    for (int32_t d = -20000; d < 39000; d += 7) {
        isn_hijri_split(d, &year, &month, &day);
        CHECK_INT(isn_hijri_day(year, month, day), d);
    }
    REQUIRE(fixture_open());
    CHECK_STR(tell("14 رمضان 1432 هـ", NULL), "at 2011-08-14");
    CHECK_STR(tell("25 ذي الحجة 1435 هـ الموافق 19 أكتوبر 2014", NULL), "at 2014-10-19");
    CHECK_STR(tell("20-02-1430 هـ", NULL), "at 2009-02-15");
}

TEST(expressions_that_belong_together) {
    REQUIRE(fixture_open());
    CHECK_STR(tell("قتل المئات منذ اندلاع الحرب في السابع من أكتوبر", "2024-05-10"),
              "since 2023-10-07..2024-05-10");
    CHECK_STR(tell("هدنة اعتبارا من السبت ولمدة أربعة أيام", "2024-05-10"),
              "period 2024-05-11..2024-05-14");
    CHECK_STR(tell("هدنة لمدة 72 ساعة اعتبارا من السبت", "2024-05-10"),
              "period 2024-05-11..2024-05-13");
    CHECK_STR(tell("هدنة تبدأ مساء السبت وتستمر أسبوعا", "2024-05-10"),
              "period 2024-05-11..2024-05-17");
    CHECK_STR(tell("تعهدت النرويج، الخميس، بتقديم المال", "2024-05-10"), "at 2024-05-09");
    CHECK_STR(tell("منذ قتل القائد قصفت القوات المدينة في 3 مايو", "2024-05-10"), "at 2024-05-03");
}

TEST(absolute_dates_of_datelines) {
    isn_date d;
    REQUIRE(fixture_open());
    match("الأحد 14 نوفمبر/ تشرين الثاني 2021", NULL);
    REQUIRE(isn_match_absolute_date(&d, &scan, 0, scan.nwords));
    CHECK_INT(d.start, isn_day_of(2021, 11, 14));
    match("أمس الأحد", NULL);
    CHECK(!isn_match_absolute_date(&d, &scan, 0, scan.nwords));
}

TEST(numbers_of_dates_are_flagged) {
    REQUIRE(fixture_open());
    match("في 5 مايو 2021 قتل 3 جنود", NULL);
    for (uint32_t i = 0; i < numbers.len; i++)
        CHECK_INT((numbers.ptr[i].flags & ISN_NF_DATE) != 0, numbers.ptr[i].value != 3);
}
