/* test_parts.c: roles of blocks, date and outlet of small articles of the project's own. */
#include "match_whole.h"

static isn_str block(uint32_t i) {
    return isn_str_of(article.bytes + article.blocks[i].start,
                      article.blocks[i].end - article.blocks[i].start);
}

static void roles(const isn_role *want, uint32_t n) {
    CHECK_INT(article.nblocks, n);
    for (uint32_t i = 0; i < n && i < article.nblocks; i++)
        if (article.blocks[i].role != want[i]) {
            check_bad = true;
            printf("#   «%.*s» has role %d, not %d\n", (int)block(i).len, block(i).ptr,
                   article.blocks[i].role, want[i]);
        }
}
#define ROLES(...)                                                                                 \
    do {                                                                                           \
        static const isn_role want_[] = {__VA_ARGS__};                                             \
        roles(want_, ISN_LEN(want_));                                                              \
    } while (0)

static void outlet_is(const char *id) {
    REQUIRE(m.story.has_outlet && m.story.outlet.row != ISN_NO_ROW);
    isn_str s = isn_lex_str(lex, ISN_T_OUTLET, m.story.outlet.row, ISN_OUTLET_ID);
    CHECK_STRN(s.ptr, s.len, id);
}

static void day_is(const char *want) {
    char have[11] = "none";
    if (m.story.published != ISN_NO_DAY)
        isn_day_text(have, m.story.published);
    CHECK_STR(have, want);
}

TEST(a_page_with_its_furniture) {
    if (!read_whole("انفجار يهز وسط المدينة\n\nانفجار يهز وسط المدينة\n\n12 أكتوبر 2022\n"
                    "عناصر من الشرطة في الموقع (Getty)\n+ الخط -\n\n"
                    "هز انفجار قوي وسط مدينة الموصل صباح اليوم، وفق ما أفاد به شهود.\n\n"
                    "وشارك رجال الإطفاء في إخماد الحريق.\n\nاقرأ أيضاً\nعنوان خبر آخر هنا\n",
                    NULL))
        SKIP("no pack");
    ROLES(ISN_ROLE_TITLE, ISN_ROLE_BOILERPLATE, ISN_ROLE_DATELINE, ISN_ROLE_CAPTION,
          ISN_ROLE_BOILERPLATE, ISN_ROLE_LEDE, ISN_ROLE_BODY, ISN_ROLE_BOILERPLATE,
          ISN_ROLE_BOILERPLATE);
    CHECK(article.blocks[1].repeated);
    day_is("2022-10-12");
    CHECK_INT(m.story.published_from, ISN_FROM_DATELINE);
    CHECK(m.story.title.start == 0 && m.story.title.end == article.blocks[0].end);
}

TEST(slug_line) {
    if (!read_whole("هدوء حذر بعد يوم من المعارك\n\nتاريخ النشر: 03/02/2021\n\nأنقرة/ الأناضول\n\n"
                    "قال مسؤول محلي إن الهدوء عاد إلى المدينة.\n",
                    NULL))
        SKIP("no pack");
    ROLES(ISN_ROLE_TITLE, ISN_ROLE_DATELINE, ISN_ROLE_DATELINE, ISN_ROLE_LEDE);
    outlet_is("anadolu");
    day_is("2021-02-03");
}

TEST(slug_in_the_lede) {
    if (!read_whole("محادثات جديدة بين الطرفين\n\nبغداد (رويترز) - قال مسؤول إن المحادثات بدأت.\n",
                    NULL))
        SKIP("no pack");
    ROLES(ISN_ROLE_TITLE, ISN_ROLE_LEDE);
    outlet_is("reuters");
    CHECK_INT(m.story.published, ISN_NO_DAY);
}

TEST(metadata_wins) {
    isn_article given = {.published = {"2020-01-05T10:00:00Z", 20},
                         .outlet = {"العربي الجديد", 25}};
    given.outlet.len = strlen(given.outlet.ptr);
    if (!read_whole("خبر قصير\n\n7 مايو 2021\n\nبغداد (رويترز) - قال مسؤول إن المحادثات بدأت.\n",
                    &given))
        SKIP("no pack");
    day_is("2020-01-05");
    CHECK_INT(m.story.published_from, ISN_FROM_METADATA);
    outlet_is("alaraby");
    given.published_is_option = true;
    REQUIRE(read_whole("خبر قصير\n\nقال مسؤول إن المحادثات بدأت.\n", &given));
    CHECK_INT(m.story.published_from, ISN_FROM_OPTION);
}

TEST(outlet_by_url) {
    isn_article given = {.url = {"https://www.reuters.com/world/1", 31}};
    if (!read_whole("خبر قصير\n\nقال مسؤول إن المحادثات بدأت.\n", &given))
        SKIP("no pack");
    outlet_is("reuters");
}

TEST(the_paper_that_sources_speak_to) {
    if (!read_whole(
            "توتر على الطريق\n\nقال مصدر أمني لـ\"العربي الجديد\" إن الطريق مغلق، فيما نقلت رويترز "
            "خلاف ذلك.\n",
            NULL))
        SKIP("no pack");
    outlet_is("alaraby");
}

TEST(related_stories_end_the_article) {
    if (!read_whole("خبر أول\n\nقال مسؤول إن المحادثات بدأت.\n\nالأكثر قراءة\n1- سعر الذهب\n2- "
                    "حالة الطقس\n",
                    NULL))
        SKIP("no pack");
    ROLES(ISN_ROLE_TITLE, ISN_ROLE_LEDE, ISN_ROLE_BOILERPLATE, ISN_ROLE_BOILERPLATE,
          ISN_ROLE_BOILERPLATE);
}

TEST(sentences_that_begin_like_furniture) {
    if (!read_whole("خبر أول\n\nقال مسؤول إن المحادثات بدأت.\n\n"
                    "شارك طيران الجيش في عمليات واسعة شهدتها البلاد خلال الأيام الماضية.\n",
                    NULL))
        SKIP("no pack");
    ROLES(ISN_ROLE_TITLE, ISN_ROLE_LEDE, ISN_ROLE_BODY);
}

TEST(byline_credit_initials) {
    if (!read_whole("خبر أول\n\nكتب: كريم الشلالي\n\nقال مسؤول إن المحادثات بدأت.\n\nالصورة: "
                    "الأناضول\n\nس م/ ر ن\n",
                    NULL))
        SKIP("no pack");
    ROLES(ISN_ROLE_TITLE, ISN_ROLE_BYLINE, ISN_ROLE_LEDE, ISN_ROLE_CAPTION, ISN_ROLE_BOILERPLATE);
}

TEST(empty_article) {
    if (!read_whole("", NULL))
        SKIP("no pack");
    CHECK_INT(article.nblocks, 0);
    CHECK(!m.story.has_outlet);
    CHECK(m.story.title.start == m.story.title.end);
}
