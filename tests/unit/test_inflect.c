/* test_inflect.c: principal parts and what is made of them. */
#include "compile/inflect.h"
#include "text/text.h"

#include "check.h"

/* ---- inflection ------------------------------------------------------------------------------------ */

static isn_forms forms;

static bool has_form(const char *word, unsigned form) {
    uint8_t fold[256];
    size_t len = isn_fold(fold, word, strlen(word));
    for (unsigned i = 0; i < forms.n; i++)
        if (forms.ptr[i].form == form && forms.ptr[i].len == len &&
            memcmp(forms.ptr[i].fold, fold, len) == 0)
            return true;
    return false;
}

static bool has_word(const char *word) {
    for (unsigned form = 0; form <= UINT16_MAX; form++)
        if (has_form(word, form))
            return true;
    return false;
}

static const char *inflect(unsigned pos, const char *text) {
    size_t where;
    return isn_inflect(&forms, pos, isn_str_z(text), &where);
}

/* A key of two letters: p perfect, i imperfect, j jussive, P and I their passives, m masdar, a active and
 * o passive participle; then s masculine singular, f feminine, d dual, D feminine dual, m plural,
 * F feminine plural, 1 I, w we, c construct dual, C construct plural, x accusative. */
static unsigned form_of(char kind, char what) {
    static const struct {
        char key;
        uint16_t form;
    } map[] = {{'p', ISN_FORM_PERF},
               {'i', ISN_FORM_IMPF},
               {'j', ISN_FORM_IMPF | ISN_FORM_JUSSIVE},
               {'P', ISN_FORM_PERF | ISN_FORM_PASSIVE},
               {'I', ISN_FORM_IMPF | ISN_FORM_PASSIVE},
               {'M', ISN_FORM_MASDAR},
               {'a', ISN_FORM_ACTIVE},
               {'o', ISN_FORM_PASSIVE_PART},
               {'n', ISN_FORM_NOUN},
               {'A', ISN_FORM_ADJ}},
      more[] = {{'s', 0},
                {'f', ISN_FORM_FEM},
                {'d', ISN_FORM_DU},
                {'D', ISN_FORM_DU | ISN_FORM_FEM},
                {'m', ISN_FORM_PL},
                {'F', ISN_FORM_PL | ISN_FORM_FEM},
                {'1', ISN_FORM_P1},
                {'w', ISN_FORM_P1 | ISN_FORM_PL},
                {'c', ISN_FORM_DU | ISN_FORM_CONSTRUCT},
                {'k', ISN_FORM_DU | ISN_FORM_CONSTRUCT | ISN_FORM_FEM},
                {'C', ISN_FORM_PL | ISN_FORM_CONSTRUCT},
                {'x', ISN_FORM_ACC},
                {'X', ISN_FORM_ACC | ISN_FORM_PL}};
    unsigned form = 0;
    for (size_t i = 0; i < ISN_LEN(map); i++)
        form |= map[i].key == kind ? map[i].form : 0u;
    for (size_t i = 0; i < ISN_LEN(more); i++)
        form |= more[i].key == what ? more[i].form : 0u;
    return form;
}

/* `want`: "ps:قتل pf:قتلت …" */
static void check_forms(unsigned pos, const char *text, const char *want) {
    const char *fault = inflect(pos, text);
    if (fault != NULL) {
        check_bad = true;
        printf("#   %s: %s\n", text, fault);
        return;
    }
    for (const char *at = want; *at != 0;) {
        size_t len = strcspn(at, " ");
        char word[64] = {0};
        snprintf(word, sizeof(word), "%.*s", (int)len - 3, at + 3);
        if (!has_form(word, form_of(at[0], at[1]))) {
            check_bad = true;
            printf("#   %s: no form %.*s\n", text, (int)len, at);
        }
        at += len + strspn(at + len, " ");
    }
}

static const char *const verbs[][2] = {
    /* strong */
    {"قتل/يقتل/قتل,مقتل/قاتل/مقتول",
     "ps:قتل pf:قتلت pd:قتلا pD:قتلتا pm:قتلوا pF:قتلن pw:قتلنا is:يقتل if:تقتل id:يقتلان id:يقتلا "
     "iD:تقتلان im:يقتلون im:يقتلوا iF:يقتلن i1:أقتل iw:نقتل Ms:قتل Mx:قتلا Ms:مقتل as:قاتل "
     "af:قاتلة "
     "am:قاتلون am:قاتلين os:مقتول of:مقتولة od:مقتولين om:مقتولون oF:مقتولات oC:مقتولو ox:مقتولا"},
    {"استهدف/يستهدف/استهداف/مستهدف/مستهدف",
     "ps:استهدف pf:استهدفت pm:استهدفوا is:يستهدف if:تستهدف im:يستهدفون im:يستهدفوا Ms:استهداف "
     "MF:استهدافات as:مستهدف ax:مستهدفا of:مستهدفة"},
    {"أعلن/يعلن/إعلان/معلن/معلن", "ps:أعلن pf:أعلنت pm:أعلنوا pd:أعلنا is:يعلن if:تعلن im:يعلنون"},
    {"فجر/يفجر/تفجير/مفجر/مفجر",
     "ps:فجر pf:فجرت im:يفجرون Ms:تفجير Md:تفجيرين Md:تفجيران MF:تفجيرات"},
    {"سكت/يسكت/سكوت/ساكت/-", "ps:سكت pf:سكتت pm:سكتوا pw:سكتنا"},
    /* first radical waw, and form VIII that took it in */
    {"وصل/يصل/وصول/واصل/-", "ps:وصل pf:وصلت is:يصل if:تصل im:يصلون Is:يوصل"},
    {"وجد/يجد/وجود/واجد/موجود", "is:يجد Is:يوجد If:توجد Im:يوجدون os:موجود"},
    {"اتهم/يتهم/اتهام/متهم/متهم",
     "ps:اتهم pf:اتهمت pF:اتهمن pw:اتهمنا is:يتهم im:يتهمون om:متهمين"},
    {"أوقف/يوقف/إيقاف/موقف/موقوف", "ps:أوقف pf:أوقفت is:يوقف im:يوقفون"},
    /* hollow */
    {"قال/يقول/قول/قائل/-", "ps:قال pf:قالت pd:قالا pD:قالتا pm:قالوا pF:قلن p1:قلت pw:قلنا "
                            "is:يقول if:تقول im:يقولون im:يقولوا "
                            "iF:يقلن js:يقل jf:تقل Ps:قيل Pf:قيلت Is:يقال If:تقال"},
    {"باع/يبيع/بيع/بائع/مبيع", "ps:باع pF:بعن is:يبيع js:يبع Ps:بيع Is:يباع"},
    {"نال/ينال/نيل/نائل/-", "ps:نال pf:نالت pF:نلن is:ينال js:ينل"},
    {"مات/يموت/موت/ميت/-", "ps:مات pf:ماتت pm:ماتوا p1:مت is:يموت im:يموتون js:يمت"},
    {"كان/يكون/كون/كائن/-", "ps:كان pf:كانت pm:كانوا pF:كن pw:كنا is:يكون js:يكن"},
    {"أصاب/يصيب/إصابة/مصيب/مصاب", "ps:أصاب pf:أصابت pm:أصابوا p1:أصبت pw:أصبنا pF:أصبن is:يصيب "
                                  "if:تصيب js:يصب jf:تصب Ps:أصيب Pf:أصيبت "
                                  "Pd:أصيبا Pm:أصيبوا Is:يصاب If:تصاب Im:يصابون Mf:إصابة MF:إصابات "
                                  "MD:إصابتين os:مصاب om:مصابون of:مصابة"},
    {"استعاد/يستعيد/استعادة/مستعيد/مستعاد", "ps:استعاد pf:استعادت pw:استعدنا is:يستعيد im:يستعيدون "
                                            "js:يستعد Ps:استعيد Pf:استعيدت Is:يستعاد"},
    {"اغتال/يغتال/اغتيال/مغتال/مغتال",
     "ps:اغتال pf:اغتالت pm:اغتالوا pw:اغتلنا is:يغتال js:يغتل Ps:اغتيل Pf:اغتيلت MF:اغتيالات"},
    {"انحاز/ينحاز/انحياز/منحاز/-", "ps:انحاز pf:انحازت is:ينحاز js:ينحز"},
    /* weak end */
    {"رمى/يرمي/رمي/رام/مرمي",
     "ps:رمى pf:رمت pd:رميا pD:رمتا pm:رموا pF:رمين pw:رمينا is:يرمي if:ترمي id:يرميان im:يرمون "
     "im:يرموا "
     "iF:يرمين js:يرم jf:ترم Pf:رميت as:رام as:رامي af:رامية am:رامون os:مرمي of:مرمية om:مرميون"},
    {"دعا/يدعو/دعوة/داع/مدعو", "ps:دعا pf:دعت pm:دعوا pF:دعون pw:دعونا is:يدعو if:تدعو im:يدعون "
                               "im:يدعوا id:يدعوان js:يدع Ps:دعي "
                               "Pf:دعيت Is:يدعى os:مدعو om:مدعوون af:داعية"},
    {"لقي/يلقى/لقاء/لاق/-",
     "ps:لقي pf:لقيت pd:لقيا pm:لقوا pF:لقين is:يلقى im:يلقون id:يلقيان js:يلق"},
    {"أعطى/يعطي/إعطاء/معط/معطى", "ps:أعطى pf:أعطت pm:أعطوا pw:أعطينا is:يعطي im:يعطون js:يعط "
                                 "Pf:أعطيت as:معط as:معطي am:معطون os:معطى "
                                 "of:معطاة oF:معطيات om:معطون"},
    {"استولى/يستولي/استيلاء/مستول/-",
     "ps:استولى pf:استولت pm:استولوا is:يستولي im:يستولون js:يستول"},
    {"تبنى/يتبنى/تبن/متبن/متبنى",
     "ps:تبنى pf:تبنت pm:تبنوا is:يتبنى if:تتبنى im:يتبنون js:يتبن am:متبنون"},
    {"نادى/ينادي/مناداة/مناد/منادى", "ps:نادى pf:نادت Ps:نودي Pf:نوديت is:ينادي im:ينادون"},
    {"رأى/يرى/رؤية/راء/مرئي", "ps:رأى pf:رأت pm:رأوا is:يرى if:ترى im:يرون"},
    {"نجا/ينجو/نجاة/ناج/-",
     "ps:نجا pf:نجت pm:نجوا is:ينجو im:ينجون js:ينج as:ناج am:ناجون am:ناجين"},
    /* doubled */
    {"شن/يشن/شن/-/-", "ps:شن pf:شنت pm:شنوا p1:شننت pw:شننا is:يشن if:تشن im:يشنون im:يشنوا"},
    {"أعد/يعد/إعداد/معد/معد", "ps:أعد pf:أعدت pm:أعدوا pw:أعددنا is:يعد im:يعدون"},
    {"احتل/يحتل/احتلال/محتل/محتل", "ps:احتل pf:احتلت pw:احتللنا is:يحتل im:يحتلون om:محتلين"},
    {"انضم/ينضم/انضمام/منضم/-", "ps:انضم pf:انضمت pw:انضممنا is:ينضم im:ينضمون"},
    {"استمر/يستمر/استمرار/مستمر/-", "ps:استمر pf:استمرت pw:استمررنا is:يستمر im:يستمرون"},
    {"استلم/يستلم/استلام/مستلم/-", "ps:استلم pf:استلمت pw:استلمنا is:يستلم"},
    /* hamza */
    {"أخذ/يأخذ/أخذ/آخذ/مأخوذ", "ps:أخذ pf:أخذت pm:أخذوا pw:أخذنا is:يأخذ im:يأخذون"},
    {"سأل/يسأل/سؤال/سائل/مسؤول", "ps:سأل pf:سألت Ps:سئل Pf:سئلت is:يسأل"},
    {"بدأ/يبدأ/بدء/بادئ/-",
     "ps:بدأ pf:بدأت pm:بدأوا pm:بدؤوا pw:بدأنا Ps:بدئ is:يبدأ im:يبدأون im:يبدؤون im:يبدأوا"},
    {"أنشأ/ينشئ/إنشاء/منشئ/منشأ", "ps:أنشأ pf:أنشأت is:ينشئ im:ينشئون Ps:أنشئ Pf:أنشئت Is:ينشأ"},
    {"فاجأ/يفاجئ/مفاجأة/مفاجئ/-", "ps:فاجأ pf:فاجأت Ps:فوجئ Pm:فوجئوا is:يفاجئ"},
    {"جاء/يجيء/مجيء/جاء/-",
     "ps:جاء pf:جاءت pm:جاءوا pm:جاؤوا p1:جئت pw:جئنا is:يجيء im:يجيئون js:يجئ"},
    {"أساء/يسيء/إساءة/مسيء/-", "ps:أساء pf:أساءت p1:أسأت is:يسيء js:يسئ Is:يساء"},
    {"آذى/يؤذي/إيذاء/مؤذ/-", "ps:آذى pf:آذت is:يؤذي Ps:أوذي"},
    /* form III, VI, four radicals */
    {"هاجم/يهاجم/مهاجمة/مهاجم/مهاجم",
     "ps:هاجم pf:هاجمت Ps:هوجم Pf:هوجمت Pm:هوجموا is:يهاجم am:مهاجمين"},
    {"تبادل/يتبادل/تبادل/متبادل/متبادل", "ps:تبادل pf:تبادلت Ps:تبودل is:يتبادل if:تتبادل"},
    {"سيطر/يسيطر/سيطرة/مسيطر/-", "ps:سيطر pf:سيطرت is:يسيطر im:يسيطرون"},
};

TEST(inflects_verbs) {
    for (size_t i = 0; i < ISN_LEN(verbs); i++)
        check_forms(ISN_POS_VERB, verbs[i][0], verbs[i][1]);
}

/* What must not arise, or would be a false reading of a common word. */
TEST(one_reading_a_spelling) {
    CHECK(inflect(ISN_POS_VERB, "أعلن/يعلن/إعلان/معلن/معلن") == NULL);
    CHECK(!has_form("أعلن", form_of('i', '1')));
    CHECK(!has_form("أعلنت", form_of('p', '1')));
    CHECK(inflect(ISN_POS_VERB, "قال/يقول/قول/قائل/-") == NULL);
    CHECK(!has_word("أقل") && !has_word("نقل"));
    CHECK(inflect(ISN_POS_VERB, "اتهم/يتهم/اتهام/متهم/متهم") == NULL);
    CHECK(!has_word("اتهممت") && !has_word("اتهمم"));
    CHECK(inflect(ISN_POS_VERB, "أخذ/يأخذ/أخذ/آخذ/مأخوذ") == NULL);
    CHECK(!has_word("أخذذت"));
    CHECK(inflect(ISN_POS_VERB, "هاجم/يهاجم/مهاجمة/مهاجم/مهاجم") == NULL);
    CHECK(!has_word("هجم") && !has_word("هجمت"));
    CHECK(inflect(ISN_POS_VERB, "رمى/يرمي/رمي/رام/مرمي") == NULL);
    CHECK(has_form("رمى", form_of('p', 's')) && !has_form("رمى", form_of('P', 's')));
    CHECK(!has_form("رميت", form_of('p', '1')));
}

TEST(inflects_nouns) {
    check_forms(ISN_POS_NOUN, "قتيل/قتلى",
                "ns:قتيل nx:قتيلا nd:قتيلان nd:قتيلين nc:قتيلا nc:قتيلي nm:قتلى");
    check_forms(ISN_POS_NOUN, "مسلح/+",
                "ns:مسلح nm:مسلحون nm:مسلحين nC:مسلحو nC:مسلحي nd:مسلحين nx:مسلحا");
    check_forms(ISN_POS_NOUN, "غارة/@", "nf:غارة nF:غارات nD:غارتان nD:غارتين nk:غارتا nk:غارتي");
    check_forms(ISN_POS_NOUN, "جندي/جنود", "ns:جندي nx:جنديا nc:جنديا nd:جنديين nm:جنود nX:جنودا");
    check_forms(ISN_POS_NOUN, "دم/-", "ns:دم nx:دما");
    check_forms(ISN_POS_NOUN, "مستشفى/@", "ns:مستشفى nF:مستشفيات nd:مستشفيين");
    check_forms(ISN_POS_NOUN, "مباراة/@", "nf:مباراة nF:مباريات");
    check_forms(ISN_POS_NOUN, "شيء/أشياء", "ns:شيء nx:شيئا nd:شيئين nm:أشياء");
    check_forms(ISN_POS_NOUN, "اعتداء/@", "ns:اعتداء nF:اعتداءات nd:اعتداءين nd:اعتدائين");
    CHECK(!has_form("اعتداءا", form_of('n', 'x')));
    check_forms(ISN_POS_NOUN, "لاجئ/+", "ns:لاجئ nx:لاجئا nm:لاجئون nm:لاجئين nC:لاجئي");
    check_forms(ISN_POS_NOUN, "محامي/محامون", "nm:محامون nm:محامين nC:محامو");
    check_forms(ISN_POS_NOUN, "سجن/سجون", "ns:سجن nm:سجون");
    CHECK(!has_word("سجين"));
    check_forms(ISN_POS_NOUN, "وادي/أودية,وديان", "ns:وادي nm:أودية nm:وديان");
    check_forms(ISN_POS_NOUN, "-/أهالي", "nm:أهالي");
    check_forms(ISN_POS_MASDAR, "هجوم/هجمات", "Ms:هجوم MF:هجمات Md:هجومين Mx:هجوما");
    check_forms(ISN_POS_VERB, "هجم/يهجم/هجوم+هجمات,هجمة/مهاجم/-",
                "Ms:هجوم MF:هجمات Mf:هجمة MF:هجمات");
}

TEST(inflects_adjectives) {
    check_forms(
        ISN_POS_ADJ, "عراقي",
        "As:عراقي Ax:عراقيا Af:عراقية Ad:عراقيان Ad:عراقيين AD:عراقيتان AD:عراقيتين Am:عراقيون "
        "Am:عراقيين AF:عراقيات AC:عراقيو");
    check_forms(ISN_POS_ADJ, "عربي/عرب", "As:عربي Am:عرب Am:عربيون Af:عربية");
    check_forms(ISN_POS_ADJ, "مجهول", "As:مجهول Am:مجهولين Af:مجهولة AF:مجهولات");
}

/* tests/inflect/verbs.tsv: principal parts, a tab, the forms. */
TEST(inflects_verbs_of_all_forms) {
    char line[2048];
    unsigned n = 0;
    FILE *file = fopen("tests/inflect/verbs.tsv", "r");
    REQUIRE(file != NULL);
    while (fgets(line, sizeof(line), file) != NULL) {
        char *tab = strchr(line, '\t');
        line[strcspn(line, "\n")] = 0;
        if (line[0] == '#' || tab == NULL)
            continue;
        *tab = 0;
        check_forms(ISN_POS_VERB, line, tab + 1);
        n++;
    }
    fclose(file);
    CHECK(n >= 70);
}

TEST(says_what_is_malformed) {
    size_t where;
    CHECK(inflect(ISN_POS_VERB, "قتل") != NULL);
    CHECK(inflect(ISN_POS_VERB, "قتل/قتل") != NULL);
    CHECK(inflect(ISN_POS_VERB, "قتل/يقتل/قتل/قاتل/مقتول/قتلى") != NULL);
    CHECK(inflect(ISN_POS_NOUN, "قتيل//") != NULL);
    CHECK(inflect(ISN_POS_NOUN, "-/+") != NULL);
    CHECK(inflect(ISN_POS_NOUN, "رجل أعمال") != NULL);
    CHECK(isn_inflect(&forms, ISN_POS_NOUN, isn_str_z("قتيل/dead"), &where) != NULL);
    CHECK_INT(where, strlen("قتيل/"));
}
