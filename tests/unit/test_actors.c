/* test_actors.c: persons of public life, other spellings, choices in names, whose fighters they are; and, where the
 * development set is at hand, how many of the named actors of its gold are found, and coded right. */
#include <json-c/json.h>

#include "match_whole.h"

static char body[8192];
static char story[1 << 16];

/* `day`: of the article, or NULL. */
static bool read_on(const char *sentence, const char *day) {
    isn_article given = {0};
    if (day != NULL)
        given.published = isn_str_z(day);
    snprintf(body, sizeof(body), "عنوان الخبر هنا\n\n%s\n", sentence);
    return read_whole(body, &given);
}

static isn_str text_of(const isn_entity *e) {
    isn_span s = isn_words_span(&scan, e->first, e->last, e->reading);
    return isn_str_of(article.bytes + s.start, s.end - s.start);
}

static const isn_entity *find(const char *want) {
    for (uint32_t i = 0; i < m.entities.len; i++)
        if (isn_str_eqz(text_of(&m.entities.ptr[i]), want))
            return &m.entities.ptr[i];
    check_bad = true;
    printf("#   no entity «%s»; there are:", want);
    for (uint32_t i = 0; i < m.entities.len; i++)
        printf(" «%.*s»", (int)text_of(&m.entities.ptr[i]).len, text_of(&m.entities.ptr[i]).ptr);
    printf("\n");
    return NULL;
}

static bool is(const isn_entity *e, const char *id, const char *country, unsigned sector) {
    if (e == NULL)
        return false;
    isn_str iso = e->country != ISN_NO_ROW
                      ? isn_lex_str(lex, ISN_T_COUNTRY, e->country, ISN_COUNTRY_ISO3)
                      : isn_str_z("");
    bool good = (id == NULL ? e->id.len == 0 : isn_str_eqz(e->id, id)) &&
                isn_str_eqz(iso, country) && e->sector == sector;
    if (!good)
        printf("#   id %.*s, country %.*s, sector %s\n", (int)e->id.len, e->id.ptr, (int)iso.len,
               iso.ptr, isn_vocab_sector[e->sector]);
    return good;
}

TEST(a_known_person_tells_country_and_sector) {
    REQUIRE(read_on("استقبل نتنياهو الوفد، ثم غادر قاسم سليماني بغداد.", "2019-05-01"));
    CHECK(is(find("نتنياهو"), "benjamin-netanyahu", "ISR", ISN_SEC_GOV));
    CHECK(is(find("قاسم سليماني"), "qassem-soleimani", "IRN", ISN_SEC_MIL));
}

TEST(the_office_is_that_of_the_day) {
    REQUIRE(read_on("زار جوزيف عون الجنوب.", "2020-05-01"));
    CHECK(is(find("جوزيف عون"), "joseph-aoun", "LBN", ISN_SEC_MIL));
    REQUIRE(read_on("زار جوزيف عون الجنوب.", "2025-05-01"));
    CHECK(is(find("جوزيف عون"), "joseph-aoun", "LBN", ISN_SEC_GOV));
    REQUIRE(read_on("أكد الرئيس عون ذلك.", "2018-05-01"));
    CHECK(is(find("الرئيس عون"), "michel-aoun", "LBN", ISN_SEC_GOV));
    REQUIRE(read_on("أكد الرئيس عون ذلك.", "2025-05-01"));
    CHECK(is(find("الرئيس عون"), "joseph-aoun", "LBN", ISN_SEC_GOV));
}

TEST(a_surname_counts_once_the_person_is_known) {
    REQUIRE(read_on("وصل بشار الأسد إلى موسكو، حيث التقى الأسد مسؤولين.", "2015-10-20"));
    CHECK(is(find("بشار الأسد"), "bashar-assad", "SYR", ISN_SEC_GOV));
    CHECK(is(find("الأسد"), "bashar-assad", "SYR", ISN_SEC_GOV));
    REQUIRE(read_on("هرب الأسد من حديقة الحيوان.", "2015-10-20"));
    for (uint32_t i = 0; i < m.entities.len; i++)
        CHECK(m.entities.ptr[i].kind != ISN_ENT_PERSON);
}

TEST(another_given_name_is_another_person) {
    REQUIRE(read_on("قال المتحدث باسم السفارة جون كارتر إن الوفد وصل.", "2016-05-01"));
    for (uint32_t i = 0; i < m.entities.len; i++)
        CHECK(!isn_str_eqz(m.entities.ptr[i].id, "ash-carter"));
    REQUIRE(read_on("قال وزير الدفاع كارتر إن الوفد وصل.", "2016-05-01"));
    CHECK(is(find("وزير الدفاع كارتر"), "ash-carter", "USA", ISN_SEC_MIL));
}

TEST(a_surname_like_a_nationality_is_none) {
    REQUIRE(read_on("اتهم محمد العراقي الشرطة في تونس بضرب علاء المصري.", NULL));
    for (uint32_t i = 0; i < m.entities.len; i++) {
        isn_str iso =
            m.entities.ptr[i].country != ISN_NO_ROW
                ? isn_lex_str(lex, ISN_T_COUNTRY, m.entities.ptr[i].country, ISN_COUNTRY_ISO3)
                : isn_str_z("");
        bool good = !isn_str_eqz(iso, "IRQ") && !isn_str_eqz(iso, "EGY");
        if (!good)
            printf("#   «%.*s»\n", (int)text_of(&m.entities.ptr[i]).len,
                   text_of(&m.entities.ptr[i]).ptr);
        CHECK(good);
    }
}

TEST(stems_have_other_spellings) {
    REQUIRE(read_on("نفت القيادة المركزية الأمريكية ذلك، ونفاه نتانياهو.", "2020-05-01"));
    CHECK(is(find("القيادة المركزية الأمريكية"), "centcom", "USA", ISN_SEC_MIL));
    CHECK(is(find("نتانياهو"), "benjamin-netanyahu", "ISR", ISN_SEC_GOV));
}

TEST(fighters_of_a_group_named_before) {
    REQUIRE(read_on("اتهمت الحكومة اليمنية جماعة الحوثي بالقصف، وقالت إن مقاتليها هاجموا القرية.",
                    NULL));
    CHECK(is(find("مقاتليها"), NULL, "YEM", ISN_SEC_REB));
}

TEST(adjectives_and_complements_go_on) {
    REQUIRE(read_on("نفت وزارتا الدفاع والداخلية العراقيتان ذلك، وكذلك القوات الروسية والسورية.",
                    NULL));
    CHECK(is(find("وزارتا الدفاع والداخلية العراقيتان"), NULL, "IRQ", ISN_SEC_GOV));
    CHECK(is(find("القوات الروسية والسورية"), NULL, "RUS", ISN_SEC_MIL));
    REQUIRE(read_on("قصفت فرقة المشاة السابعة عشرة التابعة للجيش السوري البلدة.", NULL));
    CHECK(is(find("فرقة المشاة السابعة عشرة التابعة للجيش السوري"), NULL, "SYR", ISN_SEC_MIL));
    REQUIRE(
        read_on("وصل وفد من هيئة شؤون الحج الإيرانية، وقتل زعيم إحدى الميليشيات المسلحة.", NULL));
    CHECK(is(find("هيئة شؤون الحج الإيرانية"), NULL, "IRN", ISN_SEC_GOV));
    CHECK(find("زعيم إحدى الميليشيات المسلحة") != NULL);
    REQUIRE(read_on("نفى القائد العام لقوات سوريا الديمقراطية ذلك.", NULL));
    CHECK(is(find("القائد العام لقوات سوريا الديمقراطية"), NULL, "SYR", ISN_SEC_REB));
}

/* ---- the development set ------------------------------------------------------------------------------ */

/* People without a body are no named actors. */
static bool is_named(const char *sector) {
    static const char *const people[] = {"CVL", "UAF", "UNK", "REF", "JRN",
                                         "MED", "EDU", "LAB", "ELI", "CRM"};
    for (unsigned i = 0; i < sizeof(people) / sizeof(*people); i++)
        if (sector == NULL || strcmp(sector, people[i]) == 0)
            return false;
    return true;
}

typedef struct tally {
    unsigned named, found, right;
} tally;

static bool right_codes(const isn_entity *e, const char *country, const char *sector) {
    const char *iso = "";
    isn_str cell = {NULL, 0};
    if (e->country != ISN_NO_ROW)
        cell = isn_lex_str(lex, ISN_T_COUNTRY, e->country, ISN_COUNTRY_ISO3);
    if (cell.len != 0)
        iso = cell.ptr;
    if (strcmp(iso, country != NULL ? country : "") != 0)
        return false;
    /* A state, or a capital for it, gets its sector by what it does: claim/ decides. */
    if (e->kind == ISN_ENT_PLACE && (e->table == ISN_T_COUNTRY || e->flags & ISN_EF_CAPITAL))
        return strcmp(sector, "GOV") == 0 || strcmp(sector, "MIL") == 0;
    return strcmp(isn_vocab_sector[e->sector], sector) == 0;
}

/* Does some entity, outer or nested, cover an occurrence of the text, or lie within it? */
static void look_for(tally *t, const char *want, const char *country, const char *sector) {
    bool found = false, right = false, people = true;
    for (uint32_t i = 0; i < m.entities.len; i++) {
        const isn_entity *e = &m.entities.ptr[i];
        isn_str have = text_of(e);
        if (e->kind == ISN_ENT_PRONOUN || have.len == 0 ||
            (memmem(have.ptr, have.len, want, strlen(want)) == NULL &&
             memmem(want, strlen(want), have.ptr, have.len) == NULL))
            continue;
        found = true;
        people &= e->kind == ISN_ENT_PEOPLE && e->org == UINT32_MAX;
        right |= right_codes(e, country, sector);
    }
    if (found && people)
        return; /* soldiers, suspects: a noun, no name */
    if (!right && getenv("LIST") != NULL)
        printf("#   %s %s %s\n", want, country != NULL ? country : "-", sector);
    t->named++;
    t->found += found;
    t->right += right;
}

static const char *cell(json_object *o, const char *key) {
    json_object *value = NULL;
    json_object_object_get_ex(o, key, &value);
    return json_object_get_string(value);
}

static void look_for_all(tally *t, json_object *claim, const char *key) {
    json_object *list = NULL;
    if (!json_object_object_get_ex(claim, key, &list) ||
        !json_object_is_type(list, json_type_array))
        return;
    for (size_t i = 0; i < json_object_array_length(list); i++) {
        json_object *actor = json_object_array_get_idx(list, i);
        if (is_named(cell(actor, "sector")))
            look_for(t, cell(actor, "text"), cell(actor, "country"), cell(actor, "sector"));
    }
}

static void look_at_article(tally *t, const char *line) {
    json_object *row = json_tokener_parse(line), *claims = NULL, *given = NULL;
    isn_article meta = {0};
    if (json_object_object_get_ex(row, "given", &given) && cell(given, "published") != NULL)
        meta.published = isn_str_z(cell(given, "published"));
    snprintf(story, sizeof(story), "%s", cell(row, "input"));
    if (read_whole(story, &meta) && json_object_object_get_ex(row, "claims", &claims))
        for (size_t i = 0; i < json_object_array_length(claims); i++) {
            look_for_all(t, json_object_array_get_idx(claims, i), "actors");
            look_for_all(t, json_object_array_get_idx(claims, i), "recipients");
        }
    json_object_put(row);
}

TEST(a_name_goes_on_over_a_bracket) {
    REQUIRE(read_on("هاجم تنظيم (داعش) القرية، وقالت وكالة أنباء (شينخوا) إن الهجوم انتهى.", NULL));
    CHECK(is(find("تنظيم (داعش)"), "islamic-state", "", ISN_SEC_IMG));
    CHECK(find("وكالة أنباء (شينخوا)") != NULL);
}

TEST(spellings_of_the_press) {
    REQUIRE(read_on("بحث نتانياهو الأمر، ودعا غوتيريس وجوتيريش إلى الهدوء.", "2024-03-01"));
    CHECK(is(find("نتانياهو"), "benjamin-netanyahu", "ISR", ISN_SEC_GOV));
    const isn_entity *one = find("غوتيريس"), *other = find("جوتيريش");
    REQUIRE(one != NULL && other != NULL);
    CHECK(one->id.len > 0 && isn_str_eq(one->id, other->id));
}

TEST(ministries_under_short_names) {
    REQUIRE(read_on("أعلنت الدفاع التركية ذلك، وأكدت الصحة اللبنانية الحصيلة.", "2024-10-01"));
    CHECK(is(find("الدفاع التركية"), "mod-tr", "TUR", ISN_SEC_MIL));
    CHECK(is(find("الصحة اللبنانية"), "moh-lb", "LBN", ISN_SEC_GOV));
}

TEST(a_group_of_several_countries_is_of_the_storys) {
    REQUIRE(
        read_on("انفجرت سيارة ملغومة في بنغازي، واتهم الجيش تنظيم أنصار الشريعة.", "2014-03-01"));
    CHECK(is(find("تنظيم أنصار الشريعة"), "ansar-al-sharia", "LBY", ISN_SEC_REB));
}

TEST(boats_and_drones_of_a_group_are_the_groups) {
    REQUIRE(read_on("هاجمت زوارق تابعة لـ «الحوثيين» سفينة تجارية قبالة الحديدة.", "2024-01-10"));
    const isn_entity *e = find("زوارق تابعة لـ «الحوثيين»");
    REQUIRE(e != NULL);
    CHECK(e->sector == ISN_SEC_REB);
}

TEST(named_actors_of_the_development_set) {
    FILE *file = fopen("../shared/dev/gold.jsonl", "r");
    tally t[2] = {{0}};
    char *line = NULL;
    size_t cap = 0;
    unsigned n = 0;
    if (file == NULL) {
        printf("#   no ../shared/dev/gold.jsonl: skipped\n");
        return;
    }
    while (getline(&line, &cap, file) > 0)
        look_at_article(&t[n++ % 2], line);
    free(line);
    fclose(file);
    for (unsigned i = 0; i < 2; i++) {
        printf("#   %s lines: named actors %u, found %u (%.3f), of these country and sector right "
               "%u (%.3f)\n",
               i == 0 ? "odd" : "even", t[i].named, t[i].found, (double)t[i].found / t[i].named,
               t[i].right, (double)t[i].right / t[i].found);
        CHECK(t[i].found * 100 >= t[i].named * 92);
        CHECK(t[i].right * 100 >= t[i].found * 85);
    }
}
