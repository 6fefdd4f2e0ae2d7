/* test_lexicon.c: the language pack: inflection, compiler, opening, scanning. The compiler's parts are
 * included for what they keep to themselves. */
#include "../../src/compile/inflect.c"
#include "../../src/compile/packer.c"
#include "../../src/compile/stems.c"
#include "../../src/compile/tsv.c"

#include <errno.h>
#include <sys/stat.h>

#include "check.h"

/* ---- a folder and its pack ------------------------------------------------------------------------------ */

static char folder[64];

static void write_bytes(const char *name, const void *ptr, size_t len) {
    char path[160];
    snprintf(path, sizeof(path), "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");
    CHECK(file != NULL && fwrite(ptr, 1, len, file) == len);
    if (file != NULL)
        fclose(file);
}

static void write_text(const char *name, const char *text) {
    write_bytes(name, text, strlen(text));
}

static void make_folder(void) {
    strcpy(folder, "/tmp/isnad-lexicon-XXXXXX");
    CHECK(mkdtemp(folder) != NULL);
}

static void remove_folder(void) {
    char path[160];
    for (unsigned t = 0; t < ISN_TABLES; t++) {
        snprintf(path, sizeof(path), "%s/%s", folder, isn_schema[t].file);
        unlink(path);
    }
    snprintf(path, sizeof(path), "%s/pack", folder);
    unlink(path);
    rmdir(folder);
}

static void write_language(void) {
    write_text(
        "frames.tsv",
        "# frames\n"
        "id\tsubject\tobject\tpassive\tgenitive\tala\tfi\tmin\tila\tli\tbi\tdidd\tmaa\tan\tbayn\n"
        "kill\tactor\tvictim\tvictim\tvictim\t-\tplace\t-\t-\t-\t-\t-\t-\t-\t-\n");
    write_text("triggers.tsv",
               "id\tforms\tpos\tevent\tmode\ttype\tframe\teffect\tharm\twith\tnot\tflags\tcontext\n"
               "kill\tقتل/يقتل/قتل/قاتل/"
               "مقتول\tverb\tASSAULT\t-\tincident\tkill\tkilled\tkilled\t-\tوقت\tattack\t-\n"
               "target\tاستهدف/يستهدف/استهداف/مستهدف/"
               "مستهدف\tverb\tASSAULT\t-\tincident\tkill\t-\t-\t@match|=جوية|وحدة|حاجز\t@match|"
               "الالتزام\tattack,weak\tmilitary\n"
               "free\tأطلق/يطلق/إطلاق/مطلق/- ~ "
               "سراح\tverb\tRETREAT\trelease\tincident\t-\t-\t-\t-\tالوقت\t-\t-\n"
               "raid\tغارة/@ ~ جوية\tmasdar\tASSAULT\taerial\tincident\tkill\t-\t-\t-\t-\t-\t-\n"
               "throw\tألقى/يلقي/إلقاء/-/-\tverb\tASSAULT\t-\tincident\tkill\t-\t-\t-\t-\t-\t-\n");
    write_text("countries.tsv",
               "id\tnames\tcapitals\tname\tiso3\tlat\tlon\tpresent\tsoldiers\tenemy\n"
               "iq\tالعراق|جمهورية العراق\tبغداد\tIraq\tIRQ\t33\t44\t1\t-\t-\n"
               "ly\tليبيا\t-\tLibya\tLBY\t26.5\t-17.12345\t-\t-\t-\n");
    write_text(
        "actors.tsv",
        "id\tnames\tname\tcountry\tsector\tinter\trole\tflags\tfrom\tto\n"
        "aqap\tتنظيم القاعدة في جزيرة العرب|القاعدة\tAQAP\t-\tREB\t2\tbelligerent\tarmed\t-\t-\n"
        "jirm\tجرم\tJirm\tiq\tREB\t2\t-\t-\t2003\t-\n");
    write_text("people.tsv", "forms\tpos\tside\tsector\tflags\n"
                             "جندي/جنود\tnoun\tarmed\tMIL\t-\n"
                             "مسلح/+\tnoun\tarmed\tREB\tadj\n"
                             "ابن/أبناء\tnoun\tunknown\tCVL\t-\n"
                             "مدينة/مدن|لجنة/لجان\tnoun\tunknown\tCVL\t-\n"
                             "مستشفى/@\tnoun\tunknown\tMED\t-\n");
    write_text("wordlists.tsv", "id\twords\ngoal\tمرمى|هدف\nmatch\tمباراة|@goal\n");
    write_text("function.tsv", "names\tkind\nبين\tbayn\nكان\tkana\nفي\tfi\n");
}

static isn_lex *open_language(isn_error *error) {
    isn_buf pack, faults;
    isn_pack_facts facts;
    unsigned nfaults;
    char path[160];
    isn_lex *lex = NULL;
    isn_buf_init(&pack);
    isn_buf_init(&faults);
    make_folder();
    write_language();
    CHECK_INT(isn_pack_build(&pack, &faults, &nfaults, &facts, folder, NULL, error), ISN_OK);
    CHECK_STRN(faults.len == 0 ? "" : faults.ptr, faults.len, "");
    write_bytes("pack", pack.ptr, pack.len);
    snprintf(path, sizeof(path), "%s/pack", folder);
    CHECK_INT(isn_lex_open(&lex, path, error), ISN_OK);
    isn_buf_release(&pack);
    isn_buf_release(&faults);
    remove_folder();
    return lex;
}

TEST(gives_cells) {
    isn_error error = {0};
    uint32_t line, n;
    isn_lex *lex = open_language(&error);
    REQUIRE(lex != NULL);
    CHECK_INT(isn_lex_rows(lex, ISN_T_COUNTRY), 2);
    CHECK_INT(isn_lex_rows(lex, ISN_T_PLACE), 0);
    CHECK_INT(isn_lex_find(lex, ISN_T_COUNTRY, isn_str_z("ly")), 1);
    CHECK_INT(isn_lex_find(lex, ISN_T_COUNTRY, isn_str_z("lx")), ISN_NO_ROW);
    CHECK_INT(isn_lex_find(lex, ISN_T_PEOPLE, isn_str_z("ly")), ISN_NO_ROW);
    CHECK_INT(isn_lex_int(lex, ISN_T_COUNTRY, 1, ISN_COUNTRY_LAT), 265000);
    CHECK_INT(isn_lex_int(lex, ISN_T_COUNTRY, 1, ISN_COUNTRY_LON), -171234);
    CHECK_INT(isn_lex_int(lex, ISN_T_COUNTRY, 1, ISN_COUNTRY_PRESENT), ISN_NO_INT);
    CHECK_INT(isn_lex_int(lex, ISN_T_ACTOR, 0, ISN_ACTOR_COUNTRY), ISN_NO_INT);
    CHECK_INT(isn_lex_int(lex, ISN_T_ACTOR, 1, ISN_ACTOR_COUNTRY), 0);
    CHECK_INT(isn_lex_int(lex, ISN_T_ACTOR, 0, ISN_ACTOR_SECTOR), ISN_SEC_REB);
    CHECK_INT(isn_lex_int(lex, ISN_T_TRIGGER, 1, ISN_TRIGGER_FLAGS), ISN_TG_ATTACK | ISN_TG_WEAK);
    CHECK_INT(isn_lex_int(lex, ISN_T_TRIGGER, 3, ISN_TRIGGER_POS), ISN_POS_MASDAR);
    isn_str name = isn_lex_str(lex, ISN_T_COUNTRY, 0, ISN_COUNTRY_NAME);
    CHECK_STRN(name.ptr, name.len, "Iraq");
    CHECK(isn_lex_str(lex, ISN_T_COUNTRY, 1, ISN_COUNTRY_CAPITALS).ptr == NULL);
    CHECK_STR(isn_lex_file(lex, ISN_T_FRAME, 0, &line), "frames.tsv");
    CHECK_INT(line, 3);
    const uint32_t *words = isn_lex_words(lex, ISN_T_TRIGGER, 0, ISN_TRIGGER_NOT, &n);
    CHECK(n == 3 && words[0] == words[1] - 1 && (words[1] & 1));
    isn_lex_words(lex, ISN_T_TRIGGER, 0, ISN_TRIGGER_WITH, &n);
    CHECK_INT(n, 0);
    CHECK_INT(strlen(isn_lex_hash(lex)), 64);
    isn_lex_close(lex);
}

/* ---- scanning ---------------------------------------------------------------------------------------------- */

typedef struct scanned {
    isn_lex *lex;
    isn_arena *arena;
    isn_guard guard;
    isn_article article;
    isn_text text;
    isn_scan scan;
} scanned;

static bool scan_text(scanned *s, const char *bytes) {
    isn_error error = {0};
    memset(s, 0, sizeof(*s));
    s->lex = open_language(&error);
    if (s->lex == NULL || isn_arena_new(&s->arena, 1 << 16) != ISN_OK)
        return false;
    isn_arena_guard(s->arena, &s->guard);
    s->article.bytes = bytes;
    s->article.len = (uint32_t)strlen(bytes);
    isn_article_blocks(&s->article, s->arena);
    isn_text_scan(&s->text, s->arena, &s->article);
    isn_lex_scan(&s->scan, s->arena, s->lex, &s->text, NULL);
    return true;
}

static void end_scan(scanned *s) {
    isn_arena_free(s->arena);
    isn_lex_close(s->lex);
}

static uint32_t symbol(const scanned *s, const char *word) {
    uint8_t fold[256];
    return isn_lex_symbol(s->lex, fold, isn_fold(fold, word, strlen(word)));
}

/* Is there a reading of word `w` with these parts? */
static bool reads(const scanned *s, uint32_t w, const char *word, unsigned pre, unsigned suf) {
    const isn_word *it = &s->scan.words[w];
    for (unsigned i = 0; w < s->scan.nwords && i < it->nreadings; i++)
        if (it->reading[i].symbol == symbol(s, word) && it->reading[i].pre == pre &&
            it->reading[i].suf == suf)
            return true;
    return false;
}

/* The longest hit at word `w` that stands for this row. */
static const isn_hit *hit_of(const scanned *s, uint32_t w, isn_table table, uint32_t row) {
    for (uint32_t h = s->scan.word_hit[w]; h < s->scan.word_hit[w + 1]; h++)
        for (unsigned i = 0; i < s->scan.hits[h].nsenses; i++)
            if (s->scan.hits[h].senses[i].table == table && s->scan.hits[h].senses[i].row == row)
                return &s->scan.hits[h];
    return NULL;
}

static void check_span(const scanned *s, const isn_hit *hit, const char *want, int line) {
    isn_span span = {0, 0};
    if (hit != NULL)
        span = isn_words_span(&s->scan, hit->first, hit->last, hit->reading);
    check_strn(__FILE__, line, "hit", s->article.bytes + span.start, span.end - span.start, want);
}
#define CHECK_SPAN(hit, want) check_span(&s, (hit), (want), __LINE__)

TEST(cuts_clitics) {
    scanned s;
    REQUIRE(scan_text(&s, "وقتل فسيقتلون بالعراق لليبيا للجنة ولمدينته وسيستهدفون بينهم استهدفوه "
                          "مستشفاها أبنائهم وأبناؤه جنديان للمدينة قتلني فكان"));
    CHECK_INT(s.scan.nwords, 16);
    CHECK(reads(&s, 0, "قتل", ISN_CL_WAW, 0));
    CHECK(reads(&s, 1, "يقتلون", ISN_CL_FEH | ISN_CL_SEEN, 0));
    CHECK(reads(&s, 2, "العراق", ISN_CL_BEH | ISN_CL_AL, 0));
    CHECK(reads(&s, 3, "ليبيا", ISN_CL_LAM, 0));
    CHECK(reads(&s, 4, "اللجنة", ISN_CL_LAM | ISN_CL_AL, 0));
    CHECK(reads(&s, 5, "مدينة", ISN_CL_WAW | ISN_CL_LAM, ISN_SUF_HU));
    CHECK(reads(&s, 6, "يستهدفون", ISN_CL_WAW | ISN_CL_SEEN, 0));
    CHECK(reads(&s, 7, "بين", 0, ISN_SUF_HUM));
    CHECK(reads(&s, 8, "استهدفوا", 0, ISN_SUF_HU));
    CHECK(reads(&s, 9, "مستشفى", 0, ISN_SUF_HA));
    CHECK(reads(&s, 10, "أبناء", 0, ISN_SUF_HUM));
    CHECK(reads(&s, 11, "أبناء", ISN_CL_WAW, ISN_SUF_HU));
    CHECK(reads(&s, 12, "جنديان", 0, 0));
    CHECK(reads(&s, 13, "المدينة", ISN_CL_LAM | ISN_CL_AL, 0));
    CHECK(reads(&s, 14, "قتل", 0, ISN_SUF_NI));
    CHECK(reads(&s, 15, "كان", ISN_CL_FEH, 0));
    CHECK_SPAN(hit_of(&s, 0, ISN_T_TRIGGER, 0), "قتل");
    CHECK_SPAN(hit_of(&s, 2, ISN_T_COUNTRY, 0), "العراق");
    CHECK_SPAN(hit_of(&s, 3, ISN_T_COUNTRY, 1), "ليبيا");
    CHECK_SPAN(hit_of(&s, 4, ISN_T_PEOPLE, 3), "للجنة");
    CHECK_SPAN(hit_of(&s, 11, ISN_T_PEOPLE, 2), "أبناؤه");
    end_scan(&s);
}

TEST(cuts_nothing_that_cannot_be_cut) {
    scanned s;
    /* names carry no pronoun, perfects no preposition, nouns no seen, an articled noun no pronoun */
    REQUIRE(scan_text(&s, "بغداده بقتلوا سجندي الجنديه جرمه جرمة ألقاه"));
    CHECK(s.scan.words[0].reading[0].symbol == ISN_NO_SYMBOL);
    CHECK(s.scan.words[1].reading[0].symbol == ISN_NO_SYMBOL);
    CHECK(s.scan.words[2].reading[0].symbol == ISN_NO_SYMBOL);
    CHECK(s.scan.words[3].reading[0].symbol == ISN_NO_SYMBOL);
    CHECK(s.scan.words[4].reading[0].symbol == ISN_NO_SYMBOL);
    CHECK(s.scan.words[5].reading[0].symbol == ISN_NO_SYMBOL);
    /* the lam of the stem is no article */
    CHECK(reads(&s, 6, "ألقى", ISN_CL_AL, ISN_SUF_HU));
    CHECK(hit_of(&s, 6, ISN_T_TRIGGER, 4) != NULL);
    CHECK_INT(s.scan.nhits, 1);
    end_scan(&s);
}

TEST(prefers_the_whole_form) {
    scanned s;
    REQUIRE(scan_text(&s, "جرم وقت الوقت"));
    CHECK(reads(&s, 0, "جرم", 0, 0));
    CHECK_INT(s.scan.words[0].nreadings, 1);
    CHECK(hit_of(&s, 0, ISN_T_ACTOR, 1) != NULL);
    uint32_t n;
    const uint32_t *words = isn_lex_words(s.lex, ISN_T_TRIGGER, 0, ISN_TRIGGER_NOT, &n);
    CHECK(isn_word_among(&s.scan.words[1], words, n));
    CHECK(isn_word_among(&s.scan.words[2], words, n));
    CHECK(!isn_word_among(&s.scan.words[0], words, n));
    end_scan(&s);
}

/* Is the word, as it is written, in the list of a WORDS cell? By both ways to ask. */
static bool listed(const scanned *s, const char *word, uint32_t row, unsigned column) {
    uint32_t n;
    const uint32_t *symbols = isn_lex_words(s->lex, ISN_T_TRIGGER, row, column, &n);
    isn_word it = {.nreadings = 1, .reading = {{.symbol = symbol(s, word)}}};
    bool is = isn_word_among(&it, symbols, n);
    CHECK_INT(isn_word_in_list(s->lex, &it, isn_lex_list(s->lex, ISN_T_TRIGGER, row, column)), is);
    return is;
}

TEST(lists_words) {
    scanned s;
    REQUIRE(scan_text(&s, "في وقت المباراة استهدف جندي هدفا"));
    unsigned with = ISN_TRIGGER_WITH, not = ISN_TRIGGER_NOT;
    /* with and without the article, and in the accusative; not with both */
    CHECK(listed(&s, "وقت", 0, not ) && listed(&s, "الوقت", 0, not ) &&
          listed(&s, "وقتا", 0, not ));
    CHECK(!listed(&s, "الوقتا", 0, not ) && !listed(&s, "هدف", 0, not ));
    CHECK(listed(&s, "هدف", 1, with) && listed(&s, "الهدف", 1, with) &&
          listed(&s, "هدفا", 1, with));
    CHECK(listed(&s, "المرمى", 1, with) && !listed(&s, "مرمىا", 1, with));
    CHECK(listed(&s, "المباراة", 1, with) && !listed(&s, "مباراةا", 1, with));
    /* what is asked for, as several too; what speaks against it, and the words of a list, as they stand */
    CHECK(listed(&s, "وحدتين", 1, with) && listed(&s, "الوحدات", 1, with));
    CHECK(listed(&s, "حاجزان", 1, with) && listed(&s, "الحاجزين", 1, with));
    CHECK(!listed(&s, "وحدةين", 1, with) && !listed(&s, "وحدتون", 1, with));
    CHECK(!listed(&s, "وقتين", 0, not ) && !listed(&s, "هدفين", 1, with));
    CHECK(listed(&s, "جوية", 1, with) && !listed(&s, "الجوية", 1, with));
    CHECK(!listed(&s, "جويتين", 1, with));
    CHECK(listed(&s, "التزام", 1, not ) && listed(&s, "الالتزام", 1, not ) &&
          listed(&s, "هدف", 1, not ));
    CHECK(!listed(&s, "جوية", 1, not ));
    /* equal lists are one */
    CHECK_INT(isn_lex_list(s.lex, ISN_T_TRIGGER, 0, not ),
              isn_lex_list(s.lex, ISN_T_TRIGGER, 2, not ));
    CHECK_INT(isn_lex_list(s.lex, ISN_T_TRIGGER, 0, with), 0);
    CHECK_INT(s.scan.nwords, 6);
    CHECK_INT(s.scan.listed[0], 1 << 1 | 1 << 2 | 1 << 5);
    end_scan(&s);
}

/* A conjunction that is written apart is the next word's proclitic, and none of the words. */
TEST(joins_a_conjunction_apart) {
    scanned s;
    REQUIRE(scan_text(&s, "جندي و جندي و 15 هدفا و"));
    CHECK_INT(s.scan.nwords, 5);
    CHECK(!(s.scan.words[0].reading[0].pre & ISN_CL_WAW));
    CHECK(s.scan.words[1].reading[0].pre & ISN_CL_WAW);
    CHECK(s.scan.words[2].reading[0].pre & ISN_CL_WAW);
    CHECK(!(s.scan.words[3].reading[0].pre & ISN_CL_WAW));
    isn_span span = isn_words_span(&s.scan, 1, 2, 0);
    CHECK_INT(span.end - span.start, sizeof "جندي" - 1);
    end_scan(&s);
}

TEST(finds_phrases) {
    scanned s;
    REQUIRE(scan_text(
        &s, "تنظيم \"القاعدة\" في جزيرة العرب، وأطلق سراحه الجندي. الغارة الجوية، غارات جوية، "
            "تنظيم القاعدة، في جزيرة العرب"));
    const isn_hit *aqap = hit_of(&s, 0, ISN_T_ACTOR, 0);
    CHECK_SPAN(aqap, "تنظيم \"القاعدة\" في جزيرة العرب");
    CHECK(s.scan.words[1].flags & ISN_WF_QUOTE);
    CHECK(s.scan.words[2].flags & ISN_WF_UNQUOTE);
    CHECK_INT(s.scan.word_tables[0], 1u << ISN_T_ACTOR);
    const isn_hit *inner = hit_of(&s, 1, ISN_T_ACTOR, 0);
    CHECK(inner != NULL && inner->senses[0].alt == 1);
    CHECK(s.scan.words[5].flags & ISN_WF_COMMA);
    const isn_hit *freed = hit_of(&s, 5, ISN_T_TRIGGER, 2);
    CHECK_SPAN(freed, "أطلق سراحه");
    CHECK(freed != NULL && s.scan.words[6].reading[freed->tail].suf == ISN_SUF_HU);
    CHECK(hit_of(&s, 7, ISN_T_PEOPLE, 0) != NULL);
    CHECK(s.scan.words[8].flags & ISN_WF_STOP);
    CHECK_SPAN(hit_of(&s, 8, ISN_T_TRIGGER, 3), "الغارة الجوية");
    const isn_hit *raids = hit_of(&s, 10, ISN_T_TRIGGER, 3);
    CHECK_SPAN(raids, "غارات جوية");
    CHECK(raids != NULL && raids->senses[0].form == (ISN_FORM_MASDAR | ISN_FORM_PL | ISN_FORM_FEM));
    CHECK(hit_of(&s, 12, ISN_T_ACTOR, 0) == NULL); /* a comma breaks a phrase */
    CHECK_INT(s.scan.sentence_word[s.text.nsentences], s.scan.nwords);
    CHECK_INT(s.scan.word_hit[s.scan.nwords], s.scan.nhits);
    end_scan(&s);
}

TEST(capitals_have_their_own_alternatives) {
    scanned s;
    REQUIRE(scan_text(&s, "بغداد العراق"));
    const isn_hit *capital = hit_of(&s, 0, ISN_T_COUNTRY, 0),
                  *name = hit_of(&s, 1, ISN_T_COUNTRY, 0);
    REQUIRE(capital != NULL && name != NULL);
    CHECK_INT(capital->senses[0].alt, ISN_ALT_SECOND);
    CHECK_INT(name->senses[0].alt, 0);
    end_scan(&s);
}

TEST(signs_become_flags) {
    scanned s;
    REQUIRE(scan_text(&s, "العراق: جندي (مسلح) ليبيا/العراق - جنود بـ\"العراق\" ... كان"));
    CHECK(s.scan.words[1].flags & ISN_WF_COLON);
    CHECK(s.scan.words[2].flags & ISN_WF_PAREN);
    CHECK(s.scan.words[3].flags & ISN_WF_UNPAREN);
    CHECK(s.scan.words[4].flags & ISN_WF_SLASH);
    CHECK(s.scan.words[5].flags & ISN_WF_DASH);
    CHECK(reads(&s, 7, "العراق", ISN_CL_BEH | ISN_CL_AL, 0));
    end_scan(&s);
}

TEST(scans_nothing) {
    scanned s;
    REQUIRE(scan_text(&s, ""));
    CHECK_INT(s.scan.nwords, 0);
    CHECK_INT(s.scan.nhits, 0);
    CHECK_INT(isn_lex_floor(s.lex, "", 0), 0);
    CHECK_INT(isn_lex_floor(s.lex, "قتل جنديا xyz", strlen("قتل جنديا xyz")), 2);
    end_scan(&s);
}

/* ---- the compiler's messages ------------------------------------------------------------------------------------ */

static void check_faults(const char *file, const char *text, unsigned count, const char *first) {
    isn_buf pack, faults;
    isn_error error = {0};
    unsigned n = 0;
    char want[512];
    isn_buf_init(&pack);
    isn_buf_init(&faults);
    make_folder();
    write_text(file, text);
    isn_status status = isn_pack_build(&pack, &faults, &n, NULL, folder, NULL, &error);
    CHECK_INT(status, count == 0 ? ISN_OK : ISN_EFORMAT);
    CHECK_INT(n, count);
    CHECK(count == 0 || pack.len == 0);
    snprintf(want, sizeof(want), "%s/%s:%s", folder, file, first);
    if (count != 0 && (faults.len < strlen(want) || memcmp(faults.ptr, want, strlen(want)) != 0)) {
        check_bad = true;
        printf("#   \"%.*s\" does not begin with \"%s\"\n", (int)faults.len, faults.ptr, want);
    }
    isn_buf_release(&pack);
    isn_buf_release(&faults);
    remove_folder();
}

TEST(faults_have_their_place) {
    check_faults("attribution.tsv", "", 0, "");
    check_faults("attribution.tsv", "\xef\xbb\xbf# BOM\r\n\r\nnames\tkind\r\nوفق\taccording\r\n", 0,
                 "");
    check_faults("attribution.tsv", "name\tkind\nوفق\taccording\n", 2,
                 "1:1: unknown column \"name\"");
    check_faults("attribution.tsv", "names\tkind\nوفق\taccording\t-\n", 1,
                 "2:1: 3 cells where the file has 2 columns");
    check_faults("attribution.tsv", "names\tkind\nوفق||حسب\taccording\n", 1,
                 "2:8: an empty alternative");
    check_faults("attribution.tsv", "names\tkind\nوفق\t\n", 2,
                 "2:8: empty cell in column \"kind\"");
    check_faults("attribution.tsv", "names\tkind\n\xd8\tvia\n", 1, "2:1: not UTF-8 text");
    check_faults("attribution.tsv", "names\tkind\nوفق|حسب/+\tvia\n", 1, "2:14: \"/\" in a name");
    check_faults("speech.tsv", "id\tforms\tpos\tact\trole\nsay\tقال/قول\tverb\tsay\t-\n", 1,
                 "2:12: an imperfect begins with yeh");
    check_faults("speech.tsv", "id\tforms\tpos\tact\trole\nsay\tقال/يقول\tverb\tsaid\t-\n", 1,
                 "2:26: \"said\" is no act; one of: say, announce");
    check_faults("speech.tsv", "id\tforms\tpos\tact\trole\nsay\tقال/يقول\tverb\t-\t-\n", 1,
                 "2:26: \"-\" is no act");
    check_faults(
        "speech.tsv",
        "id\tforms\tpos\tact\trole\na\tقال/يقول\tverb\tsay\t-\na\tذكر/يذكر\tverb\tsay\t-\n", 1,
        "3:1: key \"a\" stands in line 2 already");
    check_faults("speech.tsv", "id\tforms\tpos\tact\trole\n-\tقال/يقول\tverb\tsay\t-\n", 1,
                 "2:1: a row without its key");
    check_faults("bounds.tsv", "names\tkind\tlow\nعلى الأقل\tat-least\t3x\n", 1,
                 "2:28: \"3x\" is no integer");
    check_faults("wordlists.tsv", "id\twords\na\tوقت|@b\nb\tحال\n", 1,
                 "2:10: the list \"b\" must stand above");
    check_faults("wordlists.tsv", "id\twords\na\tوقت|@c|=حال\n", 1,
                 "2:10: no list \"c\" in wordlists.tsv");
    check_faults("wordlists.tsv", "id\twords\na\tفي وقت|=في وقت|@|=|.\n", 5,
                 "2:3: more than one word");
    check_faults("nations.tsv", "forms\tpos\tcountry\tflags\nعراقي\tadj\tiq\tarmed,bold\n", 2,
                 "2:16: no row \"iq\" in countries.tsv");
}

/* ---- damaged packs -------------------------------------------------------------------------------------------- */

static isn_status attach(const void *bytes, size_t len) {
    isn_lex lex;
    isn_error error = {0};
    isn_status status = isn_pack_attach(&lex, bytes, len, "x.pack", &error);
    CHECK(status == ISN_OK || error.message[0] != 0);
    return status;
}

TEST(refuses_damaged_packs) {
    isn_buf pack, faults;
    isn_error error = {0};
    unsigned n;
    isn_buf_init(&pack);
    isn_buf_init(&faults);
    make_folder();
    write_language();
    REQUIRE(isn_pack_build(&pack, &faults, &n, NULL, folder, NULL, &error) == ISN_OK);
    CHECK_INT(attach(pack.ptr, pack.len), ISN_OK);
    for (size_t len = 0; len < pack.len; len += len < 600 ? 7 : 4099)
        CHECK_INT(attach(pack.ptr, len), ISN_EFORMAT);
    char *copy = malloc(pack.len + 16);
    REQUIRE(copy != NULL);
    memcpy(copy, pack.ptr, pack.len);
    CHECK_INT(attach(copy, pack.len + 16), ISN_EFORMAT);
    copy[12]++;
    CHECK_INT(attach(copy, pack.len), ISN_EVERSION);
    copy[12]--;
    copy[32]++;
    CHECK_INT(attach(copy, pack.len), ISN_EVERSION);
    copy[32]--;
    /* Any damage is refused, or does no harm to a scan. */
    isn_arena *arena;
    isn_guard guard;
    isn_text text;
    isn_scan scan;
    isn_article article = {.bytes = "وقتل الجنود في العراق تنظيم القاعدة في جزيرة العرب", .len = 0};
    article.len = (uint32_t)strlen(article.bytes);
    REQUIRE(isn_arena_new(&arena, 1 << 16) == ISN_OK);
    isn_arena_guard(arena, &guard);
    uint64_t seed = 1;
    for (unsigned i = 0; i < 20000; i++) {
        isn_lex lex;
        seed = isn_hash(&seed, sizeof(seed), i);
        size_t at = seed % pack.len;
        copy[at] = (char)(copy[at] ^ (char)(1u << (seed >> 60) % 8));
        if (isn_pack_attach(&lex, copy, pack.len, NULL, NULL) == ISN_OK) {
            isn_article_blocks(&article, arena);
            isn_text_scan(&text, arena, &article);
            isn_lex_scan(&scan, arena, &lex, &text, NULL);
            isn_arena_reset(arena, 1 << 16);
        }
        copy[at] = pack.ptr[at];
    }
    isn_arena_free(arena);
    free(copy);
    isn_buf_release(&pack);
    isn_buf_release(&faults);
    remove_folder();
}

TEST(tells_files_that_are_no_pack) {
    isn_lex *lex = NULL;
    isn_error error = {0};
    CHECK_INT(isn_lex_open(&lex, "/nonexistent/x.pack", &error), ISN_EIO);
    CHECK_STR(error.path, "/nonexistent/x.pack");
    CHECK_INT(isn_lex_open(&lex, "/tmp", &error), ISN_EFORMAT);
    CHECK(lex == NULL);
}

TEST(same_folder_same_bytes) {
    isn_buf a, b, faults;
    isn_error error = {0};
    unsigned n;
    isn_buf_init(&a);
    isn_buf_init(&b);
    isn_buf_init(&faults);
    make_folder();
    write_language();
    CHECK_INT(isn_pack_build(&a, &faults, &n, NULL, folder, NULL, &error), ISN_OK);
    CHECK_INT(isn_pack_build(&b, &faults, &n, NULL, folder, NULL, &error), ISN_OK);
    CHECK(a.len == b.len && memcmp(a.ptr, b.ptr, a.len) == 0);
    isn_buf_release(&a);
    isn_buf_release(&b);
    isn_buf_release(&faults);
    remove_folder();
}

/* The pack as it is shipped opens, and its every form finds itself. */
TEST(shipped_pack_opens) {
    const char *path = getenv("ISNAD_PACK");
    isn_lex *lex;
    isn_error error = {0};
    if (path == NULL)
        SKIP("ISNAD_PACK is not set");
    REQUIRE(isn_lex_open(&lex, path, &error) == ISN_OK);
    unsigned lost = 0;
    for (uint32_t i = 0; i <= lex->slot_mask; i++) {
        uint8_t full[300] = {ISN_F_ALEF, ISN_F_LAM};
        uint32_t it = lex->slots[i].symbol;
        if (it == ISN_NO_SYMBOL)
            continue;
        const isn_pack_word *word = &lex->words[it >> 1];
        unsigned article = it & 1 ? 2 : 0;
        memcpy(full + article, isn_word_letters(lex, word), word->len);
        lost += isn_lex_symbol(lex, full, word->len + article) != it;
    }
    CHECK_INT(lost, 0);
    isn_lex_close(lex);
}
