/* test_entity.c: actors, bodies, persons, people, sources, outlets and places in sentences of the project's own.
 * Each is read as the body of a small article, after a headline without names. */
#include "match_whole.h"

/* ---- looking ---------------------------------------------------------------------------------------- */

static char body[8192];

static bool read_body(const char *sentence) {
    snprintf(body, sizeof(body), "عنوان الخبر هنا\n\n%s\n", sentence);
    return read_whole(body, NULL);
}

static isn_str text_of(const isn_entity *e) {
    isn_span s = isn_words_span(&scan, e->first, e->last, e->reading);
    return isn_str_of(article.bytes + s.start, s.end - s.start);
}

/* The entity with exactly these bytes; an outer one before a nested one. */
static const isn_entity *find(const char *want) {
    for (int nested = 0; nested < 2; nested++)
        for (uint32_t i = 0; i < m.entities.len; i++)
            if (m.entities.ptr[i].nested == (nested == 1) &&
                isn_str_eqz(text_of(&m.entities.ptr[i]), want))
                return &m.entities.ptr[i];
    check_bad = true;
    printf("#   no entity «%s»; there are:", want);
    for (uint32_t i = 0; i < m.entities.len; i++)
        printf(" «%.*s»", (int)text_of(&m.entities.ptr[i]).len, text_of(&m.entities.ptr[i]).ptr);
    printf("\n");
    return NULL;
}

static bool absent(const char *want) {
    for (uint32_t i = 0; i < m.entities.len; i++)
        if (isn_str_eqz(text_of(&m.entities.ptr[i]), want))
            return false;
    return true;
}

static const char *country_of(const isn_entity *e) {
    static char iso[8];
    isn_str s = e->country != ISN_NO_ROW
                    ? isn_lex_str(lex, ISN_T_COUNTRY, e->country, ISN_COUNTRY_ISO3)
                    : isn_str_z("-");
    snprintf(iso, sizeof(iso), "%.*s", (int)s.len, s.ptr);
    return iso;
}

static void name_is(const isn_entity *e, const char *want) {
    REQUIRE(e->name_last > e->name_first);
    isn_span s = isn_words_span(&scan, e->name_first, e->name_last, 0);
    CHECK_STRN(article.bytes + s.start, s.end - s.start, want);
}

typedef struct expect {
    const char *sentence, *entity, *country;
    isn_entity_kind kind;
    int sector, role; /* -1: not asked */
} expect;

static void check_all(const expect *rows, unsigned n) {
    for (unsigned i = 0; i < n; i++) {
        if (!read_body(rows[i].sentence))
            SKIP("no pack");
        const isn_entity *e = find(rows[i].entity);
        if (e == NULL)
            continue;
        CHECK_INT(e->kind, rows[i].kind);
        if (rows[i].country != NULL)
            CHECK_STR(country_of(e), rows[i].country);
        if (rows[i].sector >= 0)
            CHECK_STR(isn_vocab_sector[e->sector], isn_vocab_sector[rows[i].sector]);
        if (rows[i].role >= 0)
            CHECK_STR(isn_vocab_link_role[e->role], isn_vocab_link_role[rows[i].role]);
    }
}

/* ---- actors and bodies ------------------------------------------------------------------------------ */

TEST(named_actors) {
    static const expect rows[] = {
        {"هاجم تنظيم \"داعش\" القرية.", "تنظيم \"داعش\"", "-", ISN_ENT_ACTOR, ISN_SEC_IMG,
         ISN_LINK_BELLIGERENT},
        {"قصفت قوات التحالف الدولي الموقع.", "قوات التحالف الدولي", "USA", ISN_ENT_ACTOR,
         ISN_SEC_MIL, -1},
        {"أعلنت حركة حماس موقفها.", "حركة حماس", "PSE", ISN_ENT_ACTOR, ISN_SEC_REB, -1},
        {"اتهمت جماعة الحوثي الحكومة.", "جماعة الحوثي", "YEM", ISN_ENT_ACTOR, ISN_SEC_REB, -1},
    };
    check_all(rows, ISN_LEN(rows));
}

TEST(composed_bodies) {
    static const expect rows[] = {
        {"قصف الجيش العراقي المنطقة.", "الجيش العراقي", "IRQ", ISN_ENT_ACTOR, ISN_SEC_MIL,
         ISN_LINK_BELLIGERENT},
        {"أعلنت وزارة الدفاع التركية ذلك.", "وزارة الدفاع التركية", "TUR", ISN_ENT_ACTOR,
         ISN_SEC_MIL, ISN_LINK_BELLIGERENT},
        {"قالت وزارة الصحة اللبنانية إنها تنتظر.", "وزارة الصحة اللبنانية", "LBN", ISN_ENT_ACTOR,
         ISN_SEC_GOV, ISN_LINK_OFFICIAL},
        {"انسحبت القوات الأميركية القتالية أمس.", "القوات الأميركية القتالية", "USA", ISN_ENT_ACTOR,
         ISN_SEC_MIL, -1},
        {"أغلقت الشرطة الصومالية الطريق.", "الشرطة الصومالية", "SOM", ISN_ENT_ACTOR, ISN_SEC_COP,
         -1},
        {"دعت السفارة الفرنسية في بيروت رعاياها.", "السفارة الفرنسية في بيروت", "FRA",
         ISN_ENT_ACTOR, ISN_SEC_GOV, -1},
        {"انتشرت الفرقة السابعة قرب الحدود العراقية.", "الفرقة السابعة", "IRQ", ISN_ENT_ACTOR,
         ISN_SEC_MIL, -1},
        {"أغارت مسيّرة إسرائيلية على سيارة.", "مسيّرة إسرائيلية", "ISR", ISN_ENT_ACTOR, ISN_SEC_MIL,
         -1},
    };
    check_all(rows, ISN_LEN(rows));
}

TEST(unknown_names_after_a_head) {
    static const expect rows[] = {
        {"دانت منظمة \"ضوء بعيد\" للحقوق والحريات القصف.", "منظمة \"ضوء بعيد\" للحقوق والحريات",
         NULL, ISN_ENT_ACTOR, ISN_SEC_NGO, -1},
        {"هاجم جهاز رصد الحدود المعسكر.", "جهاز رصد الحدود", NULL, ISN_ENT_ACTOR, -1, -1},
    };
    check_all(rows, ISN_LEN(rows));
    if (lex == NULL)
        SKIP("no pack");
    read_body("أعلنت القبيلة «لن نقبل بهذا القرار» أمس.");
    CHECK(find("القبيلة") != NULL);
}

TEST(a_state_by_the_story) {
    if (!read_body("انفجرت عبوة في مدينة الموصل شمالي العراق. وقال الجيش إن الحصيلة أولية."))
        SKIP("no pack");
    const isn_entity *e = find("الجيش");
    REQUIRE(e != NULL);
    CHECK_STR(country_of(e), "IRQ");
    CHECK(e->flags & ISN_EF_STATE_BY_STORY);
}

TEST(patrol_of_the_army_holds_it) {
    if (!read_body("استهدفت العبوة دورية للجيش في العراق."))
        SKIP("no pack");
    const isn_entity *e = find("دورية للجيش");
    REQUIRE(e != NULL);
    CHECK(e->org != UINT32_MAX && m.entities.ptr[e->org].nested);
}

TEST(a_plural_of_persons_is_no_adjective) {
    if (!read_body("أوقفت السلطات الصحافيين في المطار."))
        SKIP("no pack");
    CHECK(find("السلطات") != NULL);
    CHECK(find("الصحافيين") != NULL);
}

TEST(an_adjective_is_no_person) {
    if (!read_body("وقع هجوم مسلح على الحاجز."))
        SKIP("no pack");
    CHECK(absent("مسلح"));
}

/* ---- persons ------------------------------------------------------------------------------------------- */

TEST(title_and_name) {
    if (!read_body("قال العميد راغب الشلالي إن الطريق مفتوح."))
        SKIP("no pack");
    const isn_entity *e = find("العميد راغب الشلالي");
    REQUIRE(e != NULL);
    CHECK_INT(e->kind, ISN_ENT_PERSON);
    CHECK(e->flags & ISN_EF_RANK);
    name_is(e, "راغب الشلالي");
}

TEST(office_nation_and_name_are_one) {
    if (!read_body("التقى وزير الخارجية التونسي منذر الكافي نظيره."))
        SKIP("no pack");
    const isn_entity *e = find("وزير الخارجية التونسي منذر الكافي");
    REQUIRE(e != NULL);
    CHECK_STR(country_of(e), "TUN");
    CHECK_INT(e->role, ISN_LINK_OFFICIAL);
    name_is(e, "منذر الكافي");
}

TEST(apposition_joins_office_and_name) {
    if (!read_body("وقال المتحدث باسم الجيش اليمني، العميد سالم القحيمي، إن الهجوم انتهى."))
        SKIP("no pack");
    const isn_entity *e = find("المتحدث باسم الجيش اليمني، العميد سالم القحيمي");
    REQUIRE(e != NULL);
    CHECK_INT(e->kind, ISN_ENT_PERSON);
    CHECK_INT(e->role, ISN_LINK_SPOKESPERSON);
    CHECK(e->flags & ISN_EF_SPOKES);
    CHECK(e->org != UINT32_MAX && isn_str_eqz(text_of(&m.entities.ptr[e->org]), "الجيش اليمني"));
    name_is(e, "سالم القحيمي");
}

TEST(a_governor_holds_his_town) {
    if (!read_body("طالب محافظ نينوى الحكومة بالتحرك."))
        SKIP("no pack");
    const isn_entity *e = find("محافظ نينوى");
    REQUIRE(e != NULL);
    CHECK_INT(e->kind, ISN_ENT_ACTOR);
    CHECK_STR(country_of(e), "IRQ");
    CHECK(find("الحكومة") != NULL);
}

TEST(names_without_title) {
    if (!read_body("وقال محمد صالح العطواني لوسائل الإعلام."))
        SKIP("no pack");
    const isn_entity *e = find("محمد صالح العطواني");
    REQUIRE(e != NULL);
    CHECK_INT(e->kind, ISN_ENT_PERSON);
}

/* ---- people, sources, outlets ------------------------------------------------------------------------------ */

TEST(people) {
    static const expect rows[] = {
        {"قتل ثلاثة جنود عراقيين.", "جنود عراقيين", "IRQ", ISN_ENT_PEOPLE, ISN_SEC_MIL, -1},
        {"اعتقل عناصر من قوات الأمن اللبنانية شخصا.", "عناصر من قوات الأمن اللبنانية", "LBN",
         ISN_ENT_PEOPLE, -1, -1},
        {"هاجم مسلحون مجهولون القافلة.", "مسلحون مجهولون", NULL, ISN_ENT_PEOPLE, ISN_SEC_UAF, -1},
    };
    check_all(rows, ISN_LEN(rows));
}

TEST(sources) {
    static const expect rows[] = {
        {"وقال مصدر أمني إن الوضع هادئ.", "مصدر أمني", NULL, ISN_ENT_SOURCE, -1, ISN_LINK_OFFICIAL},
        {"وأفاد مصدر طبي في مستشفى الرازي بذلك.", "مصدر طبي في مستشفى الرازي", NULL, ISN_ENT_SOURCE,
         -1, ISN_LINK_MEDIC},
        {"وقال شهود عيان إنهم سمعوا دويا.", "شهود عيان", NULL, ISN_ENT_SOURCE, -1,
         ISN_LINK_WITNESS},
        {"وأكد ضابط في وزارة الدفاع العراقية ذلك.", "ضابط في وزارة الدفاع العراقية", "IRQ",
         ISN_ENT_SOURCE, -1, ISN_LINK_OFFICIAL},
    };
    check_all(rows, ISN_LEN(rows));
}

TEST(outlets) {
    static const expect rows[] = {
        {"نقلت وكالة فرانس برس الخبر.", "وكالة فرانس برس", NULL, ISN_ENT_OUTLET, -1,
         ISN_LINK_AGENCY},
        {"قال المسؤول لـ\"العربي الجديد\" ذلك.", "العربي الجديد", NULL, ISN_ENT_OUTLET, -1,
         ISN_LINK_OUTLET},
        {"ذكرت وكالة \"نداء السهل\" الخبر.", "وكالة \"نداء السهل\"", NULL, ISN_ENT_OUTLET, -1,
         ISN_LINK_AGENCY},
    };
    check_all(rows, ISN_LEN(rows));
}

/* ---- places ------------------------------------------------------------------------------------------------- */

TEST(typed_places_and_containers) {
    if (!read_body("وقع الانفجار قرب قرية زلهوبة في ناحية شنكفا شمال شرقي محافظة ديالى."))
        SKIP("no pack");
    const isn_entity *a = find("قرب قرية زلهوبة"), *b = find("ناحية شنكفا");
    const isn_entity *c = find("شمال شرقي محافظة ديالى");
    REQUIRE(a != NULL && b != NULL && c != NULL);
    CHECK_INT(a->precision, 2);
    CHECK_INT(a->place_type, ISN_PT_VILLAGE);
    CHECK_INT(b->precision, 3);
    CHECK(a->container == (uint32_t)(b - m.entities.ptr));
    CHECK(b->container == (uint32_t)(c - m.entities.ptr));
    CHECK(c->flags & ISN_EF_CONTAINER);
    CHECK_STR(country_of(a), "IRQ");
}

TEST(sites) {
    if (!read_body("استهدف القصف فندق \"زهرة الوادي\" ومستشفى الرحمة العام."))
        SKIP("no pack");
    const isn_entity *e = find("فندق \"زهرة الوادي\"");
    REQUIRE(e != NULL);
    CHECK_INT(e->place_type, ISN_PT_SITE);
    CHECK_INT(e->precision, 1);
}

TEST(names_in_brackets) {
    if (!read_body("سقطت قذائف في بلدة (دير العود) وفي أحياء (باب السور) و(المرجة)، ثم في قرية "
                   "(نحو ألف نسمة)."))
        SKIP("no pack");
    const isn_entity *town = find("بلدة (دير العود)"), *first = find("أحياء (باب السور)");
    REQUIRE(town != NULL && first != NULL && find("المرجة") != NULL);
    CHECK_INT(town->place_type, ISN_PT_TOWN);
    CHECK(absent("قرية (نحو ألف نسمة)"));
}

TEST(part_of_a_country) {
    if (!read_body("اندلعت المعارك شمالي العراق."))
        SKIP("no pack");
    const isn_entity *e = find("شمالي العراق");
    REQUIRE(e != NULL);
    CHECK_INT(e->precision, 5);
    CHECK(e->flags & ISN_EF_DIRECTION);
}

TEST(ambiguous_towns_go_with_the_story) {
    if (!read_body("اشتباكات في طرابلس قرب العاصمة الليبية. وقال مسؤول ليبي إن ليبيا تنتظر."))
        SKIP("no pack");
    const isn_entity *e = find("طرابلس");
    REQUIRE(e != NULL);
    CHECK_STR(country_of(e), "LBY");
    REQUIRE(read_body("اشتباكات في طرابلس شمالي لبنان. وقال مسؤول لبناني إن لبنان ينتظر."));
    e = find("طرابلس");
    REQUIRE(e != NULL);
    CHECK_STR(country_of(e), "LBN");
}

TEST(a_town_of_a_land_that_nothing_else_is_of_is_another) {
    const expect rows[] = {
        {"قصفت المدفعية دير الزور والرقة والحسكة، وقتل ثلاثة في بلدة الحوطة.", "بلدة الحوطة", "SYR",
         ISN_ENT_PLACE, -1, -1},
        {"قصفت المدفعية دير الزور والرقة والحسكة، وأعلن الجيش اليمني مقتل ثلاثة في بلدة الحوطة.",
         "بلدة الحوطة", "YEM", ISN_ENT_PLACE, -1, -1},
        {"هاجم مستوطنون في نابلس ورام الله مزارعين في المنطقة الشرقية لبلدة ترمسعيا.",
         "المنطقة الشرقية", "PSE", ISN_ENT_PLACE, -1, -1},
        {"قتل جنديان في مدينة معدان في الريف الشرقي للرقة، وقصفت الطائرات دير الزور.",
         "مدينة معدان", "SYR", ISN_ENT_PLACE, -1, -1},
    };
    check_all(rows, ISN_LEN(rows));
}

TEST(an_unknown_town_is_of_the_nationality_behind_it) {
    if (!read_body("هاجم مسلحون بلدة زلهوبة الكينية بعد أن عبروا من الصومال. وقالت الصومال إن "
                   "الصومال لا يؤويهم."))
        SKIP("no pack");
    const isn_entity *e = find("بلدة زلهوبة");
    REQUIRE(e != NULL);
    CHECK_STR(country_of(e), "KEN");
}

TEST(a_common_noun_points_back) {
    if (!read_body("دخل الجيش مدينة الرقة. وقال السكان إن المدينة هادئة."))
        SKIP("no pack");
    const isn_entity *a = find("مدينة الرقة"), *b = find("المدينة");
    REQUIRE(a != NULL && b != NULL);
    CHECK(b->row == a->row && b->row != ISN_NO_ROW);
}

TEST(names_learned_from_the_text) {
    if (!read_body("هاجم مسلحون قرية زلهوبة في مالي. وكانت زلهوبة هادئة."))
        SKIP("no pack");
    const isn_entity *e = find("زلهوبة");
    REQUIRE(e != NULL);
    CHECK_INT(e->place_type, ISN_PT_VILLAGE);
}

TEST(a_list_goes_on_with_unknown_names) {
    if (!read_body("قصفت المدفعية قرى كفرعمة وبحفيس وأم دوانة وبيت ياحون، ومنازل المدنيين في أحياء "
                   "مكتظة."))
        SKIP("no pack");
    find("قرى كفرعمة");
    find("بحفيس");
    find("أم دوانة");
    find("بيت ياحون");
    CHECK(absent("منازل") && absent("أحياء مكتظة"));
}

TEST(a_place_is_told_by_what_holds_it) {
    if (!read_body("قتل أربعة في دانكارا بولاية كاتسينا، وسبعة بالقرب من بلدة كاركوي."))
        SKIP("no pack");
    const isn_entity *held = find("دانكارا"), *near = find("بالقرب من بلدة كاركوي");
    REQUIRE(held != NULL && near != NULL);
    CHECK_STR(country_of(held), "NGA");
    CHECK_INT(near->head, near->first + 2);
    CHECK_INT(near->precision, 2);
}

TEST(roads_and_ambushes) {
    if (!read_body("انفجر لغم على طريق بيروت - دمشق قرب كمين المصنع، وتبنى الفصيل كمين سراقب."))
        SKIP("no pack");
    find("طريق بيروت - دمشق");
    find("قرب كمين المصنع");
    find("سراقب");
    CHECK(absent("كمين سراقب"));
}

TEST(a_building_points_back) {
    if (!read_body("هاجم مسلحون فندق السلام في بوصاصو. وفجر انتحاري نفسه عند مدخل الفندق."))
        SKIP("no pack");
    const isn_entity *again = find("عند مدخل الفندق");
    REQUIRE(again != NULL && again->referent < m.entities.len);
    isn_str named = text_of(&m.entities.ptr[again->referent]);
    CHECK_STRN(named.ptr, named.len, "فندق السلام");
}

TEST(function_words_are_no_towns) {
    if (!read_body("وإن القوات في تركيا، وأن الوضع هادئ."))
        SKIP("no pack");
    CHECK(absent("وإن") && absent("وأن") && absent("إن") && absent("أن"));
}

TEST(joined_by_and) {
    if (!read_body("في العراق وسورية."))
        SKIP("no pack");
    const isn_entity *a = find("العراق"), *b = find("سورية");
    REQUIRE(a != NULL && b != NULL);
    CHECK(b->flags & ISN_EF_COORD);
    CHECK(b->coord == (uint32_t)(a - m.entities.ptr));
}

/* ---- what holds for any text ----------------------------------------------------------------------------------- */

static void check_indexes(void) {
    for (uint32_t i = 0; i < m.entities.len; i++) {
        const isn_entity *e = &m.entities.ptr[i];
        CHECK(e->first < e->last && e->last <= scan.nwords);
        CHECK(e->head >= e->first && e->head < e->last);
        CHECK(i == 0 || e->first >= m.entities.ptr[i - 1].first);
        CHECK(m.entities.at[e->first] != UINT32_MAX);
        CHECK(m.entities.cover[e->first] != UINT32_MAX);
        CHECK(e->org == UINT32_MAX || (e->org < m.entities.len && m.entities.ptr[e->org].nested));
        CHECK(e->container == UINT32_MAX || e->container < m.entities.len);
        CHECK(e->reading < scan.words[e->first].nreadings);
        isn_span s = isn_words_span(&scan, e->first, e->last, e->reading);
        CHECK(s.start < s.end && s.end <= article.len);
    }
}

TEST(indexes_hold) {
    if (!read_body("قال المتحدث باسم قيادة العمليات العراقية المشتركة، اللواء راغب الشلالي، لوكالة "
                   "الأنباء "
                   "العراقية \"واع\" إن دورية للجيش وعناصر من قوات الأمن في بغداد ونينوى قتلوا."))
        SKIP("no pack");
    check_indexes();
}

TEST(empty_and_odd_texts) {
    static const char *const odd[] = {"",
                                      "\n\n\n",
                                      "،،، ... ((( )))",
                                      "«",
                                      "\"\"\"",
                                      "و",
                                      "ال",
                                      "لل",
                                      "123 456",
                                      "قال",
                                      "المتحدث باسم",
                                      "وزير",
                                      "قوات",
                                      "في",
                                      "محافظ،",
                                      "العميد",
                                      "تنظيم \"",
                                      "جيش جيش جيش جيش جيش جيش جيش جيش جيش",
                                      "رئيس رئيس رئيس رئيس رئيس رئيس رئيس رئيس رئيس رئيس"};
    for (unsigned i = 0; i < ISN_LEN(odd); i++) {
        if (!read_whole(odd[i], NULL))
            SKIP("no pack");
        check_indexes();
    }
}
