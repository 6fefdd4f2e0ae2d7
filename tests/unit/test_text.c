/* test_text.c: src/text: folding, tokens, sentences, quotations. */
#include <unistd.h>

#include "check.h"
#include "text/fold.h"

/* ---- helpers ---------------------------------------------------------------------------------- */

typedef struct scanned {
    isn_arena *arena;
    isn_guard guard;
    isn_article article;
    isn_text text;
} scanned;

static void scan(scanned *s, const char *text, size_t len) {
    *s = (scanned){.article = {.bytes = text, .len = (uint32_t)len}};
    if (isn_arena_new(&s->arena, 0) != ISN_OK || setjmp(s->guard.jump) != 0)
        abort();
    isn_arena_guard(s->arena, &s->guard);
    isn_article_blocks(&s->article, s->arena);
    isn_text_scan(&s->text, s->arena, &s->article);
}

/* Folded bytes readably: the letters of the alphabet as they are written plainly. */
static void put_fold(isn_buf *buf, const uint8_t *fold, size_t len) {
    static const char *const letters[] = {"ء", "ا", "ب", "ت", "ث", "ج", "ح", "خ", "د", "ذ",
                                          "ر", "ز", "س", "ش", "ص", "ض", "ط", "ظ", "ع", "غ",
                                          "ف", "ق", "ك", "ل", "م", "ن", "ه", "و", "ي"};
    for (size_t i = 0; i < len; i++) {
        if (fold[i] >= 0xC0) { /* a letter as it is */
            size_t n = fold[i] < 0xE0 ? 2 : fold[i] < 0xF0 ? 3 : 4;
            isn_buf_put(buf, (const char *)fold + i, n);
            i += n - 1;
        } else if (fold[i] >= ISN_F_HAMZA && fold[i] <= ISN_F_LAST) {
            isn_buf_puts(buf, letters[fold[i] - ISN_F_HAMZA]);
        } else {
            isn_buf_putc(buf, (char)fold[i]);
        }
    }
}

static void check_fold(const char *file, int line, const char *text, const char *want) {
    size_t len = strlen(text);
    uint8_t *out = malloc(len + 1); /* one byte more, to see that it stays */
    if (out == NULL)
        return;
    out[len] = 0xA5;
    size_t n = isn_fold(out, text, len);
    isn_buf buf;
    isn_buf_init(&buf);
    put_fold(&buf, out, n);
    check_strn(file, line, text, buf.ptr == NULL ? "" : buf.ptr, buf.len, want);
    check_int(file, line, "byte behind", out[len], 0xA5);
    isn_buf_release(&buf);
    free(out);
}

#define FOLD(text, want) check_fold(__FILE__, __LINE__, text, want)

/* Tokens as "W:bytes|N:bytes=fold|…", with flags: j joined, u damma, t ة, m ى, n tanwin, i إ. */
static void put_token(isn_buf *buf, const scanned *s, const isn_token *t) {
    static const char kinds[] = "WLNPU";
    static const char flags[] = "..utmnij";
    isn_buf_putc(buf, kinds[t->kind]);
    for (unsigned bit = 2; bit < 8; bit++)
        if ((t->flags >> bit & 1) != 0)
            isn_buf_putc(buf, flags[bit]);
    isn_buf_putc(buf, ':');
    isn_buf_put(buf, s->article.bytes + t->start, t->end - t->start);
}

static void check_tokens(const char *file, int line, const char *text, const char *want) {
    scanned s;
    isn_buf buf;
    isn_buf_init(&buf);
    scan(&s, text, strlen(text));
    for (uint32_t i = 0; i < s.text.ntokens; i++) {
        if (i > 0)
            isn_buf_putc(&buf, ' ');
        put_token(&buf, &s, &s.text.tokens[i]);
    }
    check_strn(file, line, text, buf.ptr == NULL ? "" : buf.ptr, buf.len, want);
    isn_buf_release(&buf);
    isn_arena_free(s.arena);
}

#define TOKENS(text, want) check_tokens(__FILE__, __LINE__, text, want)

/* ---- folding ----------------------------------------------------------------------------------- */

/* Every letter of U+0600..U+06FF amid a word that is folded at once, and alone, where it is folded by itself. */
TEST(folding_at_once_is_folding_one_by_one) {
    for (unsigned cp = 0x600; cp < 0x700; cp++)
        for (unsigned at = 0; at < 12; at++) {
            char text[80] = {0}, one[3] = {(char)(0xC0 | cp >> 6), (char)(0x80 | (cp & 0x3F)), 0};
            uint8_t out[80], alone[8];
            for (unsigned i = 0; i < 12; i++)
                strcat(text, i == at ? one : "\xD8\xB1");
            strcat(text, " \xD8\xB1 \xD8\xB1\xD8\xB1\xD8\xB1 \xD8\xB1\xD8\xB1\xD8\xB1\xD8\xB1");
            size_t n = isn_fold(out, text, strlen(text)), k = isn_fold(alone, one, 2);
            if (isn_arabic_fold[cp & 0xFF] == 0)
                continue;
            CHECK_INT(k, 1);
            CHECK_INT(alone[0], isn_arabic_fold[cp & 0xFF]);
            bool parted = n > 12 && out[at + 1] == ' '; /* ة ends a word */
            for (unsigned i = 0; i < 12; i++)
                CHECK_INT(out[i + (parted && i > at)], i == at ? alone[0] : ISN_F_REH);
        }
}

TEST(letters_fold) {
    FOLD("ابتثجحخدذرزسشصضطظعغفقكلمنهويء", "ابتثجحخدذرزسشصضطظعغفقكلمنهويء");
    FOLD("أإآٱا", "ااااا");
    FOLD("ى ی ي ئ", "ي ي ي ي");
    FOLD("ة ه ھ ہ", "ه ه ه ه");
    FOLD("ؤ و", "و و");
    FOLD("ک گ ك ڭ", "ك ك ك ك");
    FOLD("پ چ ژ ڤ", "ب ج ز ف");
    FOLD("ڕ ێ ۆ", "ڕ ێ ۆ"); /* letters of other languages stay */
    FOLD("AbZ éÉ Ж", "abz éÉ Ж");
    FOLD("٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹ 0123456789", "0123456789 0123456789 0123456789");
}

TEST(marks_are_dropped) {
    FOLD("قُتِلَ", "قتل");
    FOLD("عنصراً", "عنصرا");
    FOLD("عنصرًا", "عنصرا");
    FOLD("ممثّلٌ", "ممثل");
    FOLD("هٰذا", "هذا");
    FOLD("مقـــتل", "مقتل");
    FOLD("أ\u0655", "ا");
    FOLD("بـ", "ب");
    FOLD("\u200Fقتل\u200E", "قتل");
    FOLD("ق\u200Fتل", "قتل"); /* a bidi mark inside a word */
    FOLD("می\u200Cشود", "ميشود");
    FOLD("\uFEFFقتل", "قتل");
    FOLD("ال\u00ADعراق", "العراق");
}

TEST(presentation_forms_fold) {
    FOLD("ﻗﺘﻞ", "قتل");
    FOLD("ﻻ", "لا");
    FOLD("ﻷن ﻹلى ﻵن ﺍﻻﺣﺘﻼﻝ", "لان لالي لان الاحتلال");
    FOLD("ﻣﺪﻳﻨﺔ ﻣﺴﺘﺸﻔﻰ", "مدينه مستشفي");
    FOLD("عبد ﷲ", "عبد الله");
    FOLD("عبد اﷲ", "عبد الله"); /* the ligature after a written alef */
    FOLD("ﷴ", "محم");           /* no room for four letters in three bytes: cut, not overrun */
    FOLD("بن ﷴ", "بن محمد");
    FOLD("ﭘﮔ", "بك");
    FOLD("ﷺ ﴿نص﴾", "نص");
}

TEST(words_are_parted_by_one_space) {
    FOLD("", "");
    FOLD("  ", "");
    FOLD("«قوات» الأمن، (العراقية)...", "قوات الامن العراقيه");
    FOLD("بـ15 عنصراً", "ب 15 عنصرا");
    FOLD("ب15", "ب 15");
    FOLD("24ساعة", "24 ساعه");
    FOLD("#قوات_سورية", "قوات سوريه");
    FOLD("F16 أكس-12", "f16 اكس 12");
    FOLD("١٬٢٠٠ ٣٫٥ 1,200", "1,200 3.5 1,200");
    FOLD("a b", "a b");
    FOLD("a,b;c", "a b c");
    FOLD("5G", "5g"); /* no room for a space: they stay together */
    FOLD("ڕ1", "ڕ1");
}

/* Tokens of a text, folded, are what isn_fold gives for it. */
TEST(fold_and_scan_agree) {
    static const char text[] =
        "قُتل 13 عنصراً من تنظيم \"داعش\"، بحسب ما نقلته وكالة (أ.ف.ب) عن ﷲ في 10/9/2021؛ "
        "#قوات_سورية 1,200 صاروخٍ من طراز F16 و٣٫٥ ملايين https://example.org/a?b=1. المستشفيات";
    scanned s;
    isn_buf buf;
    isn_buf_init(&buf);
    scan(&s, text, strlen(text));
    for (uint32_t i = 0; i < s.text.ntokens; i++) {
        const isn_token *t = &s.text.tokens[i];
        if (t->kind == ISN_TOK_PUNCT)
            continue;
        if (buf.len > 0)
            isn_buf_putc(&buf, ' ');
        isn_buf_put(&buf, (char *)s.text.fold + t->fold, t->fold_len);
        CHECK(t->hash == isn_hash(s.text.fold + t->fold, t->fold_len, 0));
    }
    uint8_t out[sizeof text];
    size_t n = isn_fold(out, text, strlen(text));
    CHECK(n == buf.len && memcmp(out, buf.ptr, n) == 0);
    isn_buf_release(&buf);
    isn_arena_free(s.arena);
}

/* A word folds alike whatever stands around it: the scanner reads eight letters at a time. */
TEST(words_of_every_length_at_every_distance_from_the_end) {
    for (size_t n = 1; n <= 40; n++) {
        for (size_t after = 0; after < 20; after++) {
            char text[200] = "";
            for (size_t i = 0; i < n; i++)
                strcat(text, i == n - 1 && n % 4 == 0 ? "ة" : "ق");
            size_t end = strlen(text);
            for (size_t i = 0; i < after; i++)
                strcat(text, i == 0 ? "،" : "x");
            scanned s;
            scan(&s, text, strlen(text));
            const isn_token *t = &s.text.tokens[0];
            bool ok = t->end == end && t->fold_len == n && t->kind == ISN_TOK_WORD &&
                      t->hash == isn_hash(s.text.fold + t->fold, n, 0) &&
                      ((t->flags & ISN_TF_TEH_MARBUTA) != 0) == (n % 4 == 0);
            for (size_t i = 0; ok && i + 1 < n; i++)
                ok = s.text.fold[t->fold + i] == ISN_F_QAF;
            if (!ok)
                CHECK_INT(t->fold_len, n);
            isn_arena_free(s.arena);
        }
    }
}

/* Teh marbuta ends a word wherever it stands, alef maksura before the article. */
TEST(words_run_together_are_parted) {
    for (size_t n = 1; n <= 20; n++) {
        for (size_t after = 1; after <= 20; after++) {
            char text[200] = "";
            for (size_t i = 0; i < n; i++)
                strcat(text, "ق");
            strcat(text, after >= 4 ? "ى" : "ة");
            size_t end = strlen(text);
            for (size_t i = 0; i < after; i++)
                strcat(text, i == 0 ? "ا" : i == 1 ? "ل" : "ق");
            strcat(text, after % 2 == 0 ? " xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" : "");
            scanned s;
            scan(&s, text, strlen(text));
            CHECK(s.text.ntokens >= 2);
            CHECK_INT(s.text.tokens[0].end, end);
            CHECK_INT(s.text.tokens[1].start, end);
            CHECK_INT(s.text.tokens[1].fold_len, after);
            CHECK((s.text.tokens[1].flags & ISN_TF_SPACE) == 0);
            isn_arena_free(s.arena);
        }
    }
    TOKENS("المنطقةُالتي مدينةًكبيرة شىء فىها ةة",
           "Wt:المنطقةُ W:التي Wtn:مدينةً Wt:كبيرة W:شىء W:فىها Wt:ة Wt:ة");
}

/* ---- tokens --------------------------------------------------------------------------------- */

TEST(words_and_their_flags) {
    TOKENS("قُتل إلى مدينة مستشفى عنصراً عنصرًا",
           "Wu:قُتل Wmi:إلى Wt:مدينة Wm:مستشفى Wn:عنصراً Wn:عنصرًا");
    TOKENS("وقُتل فقُتل كُتب", "Wu:وقُتل Wu:فقُتل Wu:كُتب");
    TOKENS("مقتُل", "W:مقتُل");
    TOKENS("مدينةً هدىً أشياءً شَيْءٍ", "Wtn:مدينةً Wmn:هدىً Wn:أشياءً W:شَيْءٍ");
    TOKENS("ﺇﻟﻰ ﻣﺪﻳﻨﺔ", "Wmi:ﺇﻟﻰ Wt:ﻣﺪﻳﻨﺔ");
    TOKENS("لـ\"العربي\"", "Wj:لـ Pj:\" W:العربي P:\"");
    TOKENS("لـ 15", "Wj:لـ N:15");
    TOKENS("بـ15", "Wj:بـ Nj:15");
    TOKENS("نص ـــ نص", "W:نص P:ـــ W:نص");
    TOKENS("ـة", "Wt:ـة");
    TOKENS("قال‏:", "W:قال P::");
    TOKENS("كلمة ً", "Wt:كلمة"); /* a stray mark is no token */
}

TEST(hash_tags_and_underscores) {
    TOKENS("#قوات_سورية", "P:# Wj:قوات Wtj:سورية");
    TOKENS("# قوات", "P:# W:قوات");
    TOKENS("قوات _سورية", "W:قوات P:_ Wt:سورية");
    TOKENS("قوات_", "W:قوات P:_");
    TOKENS("____", "P:_ P:_ P:_ P:_");
    TOKENS("أ_1", "W:أ Nj:1");
}

TEST(digits_part_from_letters) {
    TOKENS("ب15", "W:ب N:15");
    TOKENS("24ساعة", "N:24 Wt:ساعة");
    TOKENS("نحو‏364‏ شخصا", "W:نحو N:364 W:شخصا");
    TOKENS("F16", "L:F16");
    TOKENS("122mm", "N:122 L:mm");
    TOKENS("أكس-12", "W:أكس P:- N:12");
    TOKENS("50%", "N:50 P:%");
    TOKENS("٥٠٪", "N:٥٠ P:٪");
}

TEST(numbers_keep_their_separators) {
    TOKENS("1,200 1.200 26٬013 3,5 3٫5 3.5", "N:1,200 N:1.200 N:26٬013 N:3,5 N:3٫5 N:3.5");
    TOKENS("1,200,300.50", "N:1,200,300.50");
    TOKENS("26،013 12، 13", "N:26،013 N:12 P:، N:13");
    TOKENS("14:30 14:30:15 2:1", "N:14:30 N:14:30:15 N:2 P:: N:1");
    TOKENS("12/3/2021 2021-09-10 10.9.2021 10-9-2021 2021/9/10 1/2/21",
           "N:12/3/2021 N:2021-09-10 N:10.9.2021 N:10-9-2021 N:2021/9/10 N:1/2/21");
    TOKENS("١٠/٩/٢٠٢١", "N:١٠/٩/٢٠٢١");
    TOKENS("10-15 2011-2014 24/7", "N:10 P:- N:15 N:2011 P:- N:2014 N:24 P:/ N:7");
    TOKENS("1/2/2021/5", "N:1 P:/ N:2 P:/ N:2021 P:/ N:5");
    TOKENS("2020. 3,", "N:2020 P:. N:3 P:,");
    TOKENS("2020,2021", "N:2020 P:, N:2021");
    FOLD("١٠/٩/٢٠٢١ ٢٦٬٠١٣ ٣٫٥ ٢٦،٠١٣ ١٤:٣٠", "10/9/2021 26,013 3.5 26,013 14:30");
}

TEST(links_are_one_token) {
    TOKENS("https://example.org/a?b=1.", "U:https://example.org/a?b=1 P:.");
    TOKENS("(www.example.com/x)، نص", "P:( U:www.example.com/x P:) P:، W:نص");
    TOKENS("https://ar.example.net/خبر/قتل-ثلاثة وقال",
           "U:https://ar.example.net/خبر/قتل-ثلاثة W:وقال");
    TOKENS("http://x.org/a_(b)", "U:http://x.org/a_(b)");
    TOKENS("http://x.orgوقال", "U:http://x.org W:وقال");
    TOKENS("editor.desk@example.com.", "U:editor.desk@example.com P:.");
    TOKENS("example.net وsana.sy aa.com.tr/ar", "U:example.net W:و U:sana.sy U:aa.com.tr/ar");
    TOKENS("@some_one @قناة", "U:@some_one U:@قناة");
    TOKENS("a@b @ c", "L:a P:@ L:b P:@ L:c");
    TOKENS("U.S. e.g. 3.5", "L:U P:. L:S P:. L:e P:. L:g P:. N:3.5");
    TOKENS("http:// ", "L:http P:: P:/ P:/");
}

TEST(signs_are_told_by_code_point) {
    scanned s;
    scan(&s, "«،😀\xFF", strlen("«،😀\xFF"));
    REQUIRE(s.text.ntokens == 4);
    CHECK_INT(s.text.tokens[0].cp, 0xAB);
    CHECK_INT(s.text.tokens[1].cp, 0x60C);
    CHECK_INT(s.text.tokens[2].cp, 0x1F600);
    CHECK_INT(s.text.tokens[3].cp, 0xFFFD);
    CHECK_INT(s.text.tokens[0].flags, ISN_TF_BLOCK | ISN_TF_SPACE);
    isn_arena_free(s.arena);
}

static void check_skip(const char *word, unsigned letters, const char *rest) {
    scanned s;
    scan(&s, word, strlen(word));
    uint32_t at = isn_token_skip(&s.text, &s.text.tokens[0], letters);
    CHECK_STR(word + at, rest);
    isn_arena_free(s.arena);
}

TEST(clitics_are_cut_at_bytes) {
    check_skip("وقال", 0, "وقال");
    check_skip("وقال", 1, "قال");
    check_skip("وَقال", 1, "قال"); /* the mark goes with its letter */
    check_skip("للجيش", 1, "لجيش");
    check_skip("بـالعراق", 1, "العراق");
    check_skip("ﻟﻠﺠﻴﺶ", 2, "ﺠﻴﺶ");
    check_skip("ﻷن", 1, "ﻷن"); /* inside a ligature: its start */
    check_skip("ﻷن", 2, "ن");
    check_skip("قال", 3, "");
    check_skip("قال", 9, "");
    check_skip("2021", 2, "21");
}

TEST(giant_words_are_cut) {
    size_t len = 400000;
    char *text = malloc(len + 1);
    REQUIRE(text != NULL);
    for (size_t i = 0; i < len; i += 2)
        memcpy(text + i, "ق", 2);
    scanned s;
    scan(&s, text, len);
    uint32_t at = 0;
    for (uint32_t i = 0; i < s.text.ntokens; i++) {
        CHECK_INT(s.text.tokens[i].start, at);
        at = s.text.tokens[i].end;
        CHECK_INT(s.text.tokens[i].fold_len, (at - s.text.tokens[i].start) / 2);
    }
    CHECK_INT(at, len);
    isn_arena_free(s.arena);
    memset(text, '7', len);
    scan(&s, text, len);
    CHECK_INT(s.text.tokens[s.text.ntokens - 1].end, len);
    isn_arena_free(s.arena);
    free(text);
}

/* ---- sentences -------------------------------------------------------------------------------- */

/* Sentences as "bytes|bytes"; tokens of blocks parted by "¶". */
static void check_sentences(const char *file, int line, const char *text, const char *want) {
    scanned s;
    isn_buf buf;
    isn_buf_init(&buf);
    scan(&s, text, strlen(text));
    uint32_t next = 0;
    for (uint32_t i = 0; i < s.text.nsentences; i++) {
        const isn_sentence *x = &s.text.sentences[i];
        CHECK(x->first == next && x->last > x->first);
        next = x->last;
        if (i > 0)
            isn_buf_puts(&buf, x->starts_block ? "¶" : "|");
        uint32_t start = s.text.tokens[x->first].start, end = s.text.tokens[x->last - 1].end;
        CHECK(start >= s.article.blocks[x->block].start && end <= s.article.blocks[x->block].end);
        isn_buf_put(&buf, text + start, end - start);
    }
    CHECK_INT(next, s.text.ntokens);
    check_strn(file, line, text, buf.ptr == NULL ? "" : buf.ptr, buf.len, want);
    isn_buf_release(&buf);
    isn_arena_free(s.arena);
}

#define SENTENCES(text, want) check_sentences(__FILE__, __LINE__, text, want)

TEST(sentences_end_at_stops) {
    SENTENCES("قتل جنديان. وأصيب ثالث", "قتل جنديان.|وأصيب ثالث");
    SENTENCES("هل انتهى؟ نعم! قال", "هل انتهى؟|نعم!|قال");
    SENTENCES("حقا؟! نعم", "حقا؟!|نعم");
    SENTENCES("عنوان\nنص أول. نص ثان.", "عنوان¶نص أول.|نص ثان.");
    SENTENCES("انتهى.وقال آخر", "انتهى.|وقال آخر");
    SENTENCES("قال له. ثم ذهب", "قال له.|ثم ذهب");
    SENTENCES("وقال: نعم", "وقال: نعم");
    SENTENCES("عام 2020. وقال", "عام 2020.|وقال");
    SENTENCES("سنة 1432 هـ. وقال", "سنة 1432 هـ.|وقال");
}

TEST(sentences_go_on_over_other_stops) {
    SENTENCES("بلغ 3.5 ملايين", "بلغ 3.5 ملايين");
    SENTENCES("قال د. أحمد وم. علي", "قال د. أحمد وم. علي");
    SENTENCES("وكالة أ.ف.ب وأ. ب. الأنباء", "وكالة أ.ف.ب وأ. ب. الأنباء");
    SENTENCES("مأرب.. سقوط قتلى", "مأرب.. سقوط قتلى");
    SENTENCES("انتظر... ثم عاد… وقال", "انتظر... ثم عاد… وقال");
    SENTENCES("1. البند الأول", "1. البند الأول");
    SENTENCES("زعم (!) أنه", "زعم (!) أنه");
    SENTENCES("موقع example.com نشر", "موقع example.com نشر");
}

TEST(sentences_keep_their_closing_marks) {
    SENTENCES("قال \"انتهى.\" ثم ذهب", "قال \"انتهى.\"|ثم ذهب");
    SENTENCES("قال «انتهى». ثم ذهب", "قال «انتهى».|ثم ذهب");
    SENTENCES("قال «بدأ. ثم انتهى» وذهب", "قال «بدأ.|ثم انتهى» وذهب");
    SENTENCES("قال «انتهى.»، مضيفا", "قال «انتهى.»، مضيفا");
    SENTENCES("(انتهى.) وقال", "(انتهى.)|وقال");
}

/* ---- quotations --------------------------------------------------------------------------------- */

/* Quotations as "[text]", "[text" when unclosed, with ">" once for each that encloses them. */
static void check_quotes(const char *file, int line, const char *text, const char *want) {
    scanned s;
    isn_buf buf;
    isn_buf_init(&buf);
    scan(&s, text, strlen(text));
    for (uint32_t i = 0; i < s.text.nquotes; i++) {
        const isn_quote *q = &s.text.quotes[i];
        for (uint32_t o = q->outer; o != UINT32_MAX; o = s.text.quotes[o].outer)
            isn_buf_putc(&buf, '>');
        isn_buf_putc(&buf, '[');
        isn_buf_put(&buf, text + q->start, q->end - q->start);
        isn_buf_puts(&buf, q->closed ? "]" : "");
        CHECK(i == 0 || q[-1].first <= q->first);
    }
    check_strn(file, line, text, buf.ptr == NULL ? "" : buf.ptr, buf.len, want);
    isn_buf_release(&buf);
    isn_arena_free(s.arena);
}

#define QUOTES(text, want) check_quotes(__FILE__, __LINE__, text, want)

TEST(quotation_marks_of_every_kind) {
    QUOTES("قال \"نعم\" ثم", "[نعم]");
    QUOTES("قال «نعم لا» ثم", "[نعم لا]");
    QUOTES("قال “نعم” ثم", "[نعم]");
    QUOTES("قال ”نعم“ ثم", "[نعم]");
    QUOTES("قال „نعم“ ثم", "[نعم]");
    QUOTES("قال »نعم« ثم", "[نعم]");
    QUOTES("قال ‹نعم› ثم", "[نعم]");
    QUOTES("قال ‘نعم’ ثم", "[نعم]");
    QUOTES("قال ''نعم'' ثم", "[نعم]");
    QUOTES("تنظيم 'داعش' ثم", "[داعش]");
    QUOTES("قال “نعم\" ثم", "[نعم]");
    QUOTES("قال « نعم » ثم", "[نعم]");
    QUOTES("لـ\"العربي\" و\"سانا\"", "[العربي][سانا]");
}

TEST(quotations_inside_quotations) {
    QUOTES("قال \"إن «داعش» انتهى\" أمس", "[إن «داعش» انتهى]>[داعش]");
    QUOTES("قال «إن \"داعش\" انتهى» أمس", "[إن \"داعش\" انتهى]>[داعش]");
    QUOTES("«أ «ب» ج»", "[أ «ب» ج]>[ب]");
    QUOTES("قال «إن \"داعش انتهى» أمس", "[إن \"داعش انتهى]>[داعش انتهى");
}

TEST(quotations_end_with_their_block) {
    QUOTES("قال \"نعم\nثم «لا»", "[نعم[لا]");
    QUOTES("نعم\" قال", ""); /* closes nothing */
    QUOTES("Qa'ida Qa’ida", "");
    QUOTES("\"\"", "[]");
    QUOTES("قال \"أ\" و\"ب\" ثم \"ج", "[أ][ب][ج");
    QUOTES("(\"أ\")، \"ب\".", "[أ][ب]");
    QUOTES("\u200F\"أ\u200F\"\u200F ثم \"ب\"", "[أ][ب]"); /* bidi marks are no blanks */
}

/* ---- any bytes ------------------------------------------------------------------------------------ */

static bool may_stand_between(const isn_glyph *g) {
    return g->class == ISN_GC_SPACE || g->class == ISN_GC_IGNORE || g->class == ISN_GC_BIDI ||
           g->class == ISN_GC_MARK || g->cp == '_';
}

/* What text.h promises of tokens, whatever the bytes. */
static bool is_sound(const scanned *s) {
    const uint8_t *bytes = (const uint8_t *)s->article.bytes;
    uint32_t block = 0, at = 0, fold = 0;
    for (uint32_t i = 0; i <= s->text.ntokens; i++) {
        const isn_token *t = i < s->text.ntokens ? &s->text.tokens[i] : NULL;
        while (block < s->article.nblocks &&
               (t == NULL || t->start >= s->article.blocks[block].end)) {
            const uint8_t *p =
                bytes + (at > s->article.blocks[block].start ? at : s->article.blocks[block].start);
            const uint8_t *end = bytes + s->article.blocks[block].end;
            for (isn_glyph g; p < end; p += g.len) {
                g = isn_glyph_at(p, end);
                if (!may_stand_between(&g))
                    return false;
            }
            block++;
        }
        if (t == NULL)
            return true;
        const isn_block *b = &s->article.blocks[block];
        bool first = at <= b->start;
        if (t->start < at || t->start < b->start || t->end > b->end || t->end <= t->start ||
            first != ((t->flags & ISN_TF_BLOCK) != 0) || t->fold < fold)
            return false;
        const uint8_t *p = bytes + (first ? b->start : at), *end = bytes + t->start;
        for (isn_glyph g; p < end; p += g.len) {
            g = isn_glyph_at(p, end);
            if (!may_stand_between(&g))
                return false;
        }
        if (t->kind == ISN_TOK_PUNCT ? t->fold_len != 0 || t->hash != 0
                                     : t->fold_len == 0 || t->cp != 0)
            return false;
        if (t->kind != ISN_TOK_PUNCT && t->hash != isn_hash(s->text.fold + t->fold, t->fold_len, 0))
            return false;
        if (isn_token_skip(&s->text, t, 0) != t->start ||
            isn_token_skip(&s->text, t, 1000000) != t->end)
            return false;
        fold = t->fold + t->fold_len;
        at = t->end;
    }
    return true;
}

static bool sentences_and_quotes_sound(const scanned *s) {
    uint32_t next = 0;
    for (uint32_t i = 0; i < s->text.nsentences; i++) {
        if (s->text.sentences[i].first != next || s->text.sentences[i].last <= next)
            return false;
        next = s->text.sentences[i].last;
    }
    if (next != s->text.ntokens)
        return false;
    for (uint32_t i = 0; i < s->text.nquotes; i++) {
        const isn_quote *q = &s->text.quotes[i];
        if (q->last < q->first || q->last > s->text.ntokens || q->end < q->start ||
            (q->outer != UINT32_MAX && q->outer >= i))
            return false;
    }
    return true;
}

static void check_random(const char *text, size_t len) {
    scanned s;
    scan(&s, text, len);
    if (!is_sound(&s) || !sentences_and_quotes_sound(&s)) {
        isn_buf buf;
        isn_buf_init(&buf);
        isn_buf_json(&buf, text, len);
        isn_buf_putc(&buf, '\0');
        CHECK_STR(buf.ptr, "sound");
        isn_buf_release(&buf);
    }
    uint8_t *out = malloc(len + 1);
    if (out != NULL) {
        out[len] = 0xA5;
        CHECK(isn_fold(out, text, len) <= len && out[len] == 0xA5);
        free(out);
    }
    isn_arena_free(s.arena);
}

TEST(any_bytes_give_sound_tokens) {
    uint32_t random = 3;
    for (unsigned round = 0; round < 3000; round++) {
        char text[200];
        size_t len = round % sizeof text;
        for (size_t i = 0; i < len; i++) {
            random = random * 1664525 + 1013904223;
            text[i] = (char)(random >> 24);
        }
        check_random(text, len);
    }
}

TEST(any_characters_give_sound_tokens) {
    static const char *const pieces[] = {
        "ق",    "ة",    "ى",        "و",    "إ",       " ",      "\n",      "ً",       "ُ",
        "ـ",    "ﻷ",    "ﷲ",        "ﷴ",    "ڕ",       "a",      "Z",       "é",      "1",
        "٢",    "٬",    "٫",        ".",    ",",       "،",      ":",       "/",      "-",
        "_",    "#",    "@",        "\"",   "'",       "«",      "»",       "“",      "”",
        "(",    ")",    "؟",        "!",    "…",       "\u200F", "\u200C",  "\uFEFF", "😀",
        "\xFF", "\xD9", "\xE2\x80", "www.", "http://", ".com",   "x@y.org", "قتل",    "2021"};
    uint32_t random = 11;
    for (unsigned round = 0; round < 20000; round++) {
        char text[400] = "";
        size_t len = 0;
        for (unsigned i = 0; i < 3 + round % 30; i++) {
            random = random * 1664525 + 1013904223;
            const char *piece = pieces[(random >> 16) % ISN_LEN(pieces)];
            memcpy(text + len, piece, strlen(piece));
            len += strlen(piece);
        }
        check_random(text, len);
    }
}

TEST(hard_texts_take_no_square_time) {
    static const char *const pieces[] = {"\u200F", "ـ", "a.", "1/",       "'", "\"", "«", "(",
                                         "a@",     "_", "1,", "http://(", "ﷴ", "@a", "."};
    size_t room = 1 << 20;
    char *text = malloc(room);
    REQUIRE(text != NULL);
    for (unsigned i = 0; i < ISN_LEN(pieces); i++) { /* would take minutes */
        size_t n = strlen(pieces[i]), len = 1;
        text[0] = 'x';
        for (; len + n <= room; len += n)
            memcpy(text + len, pieces[i], n);
        check_random(text, len);
    }
    free(text);
}

/* ---- the table ------------------------------------------------------------------------------------- */

TEST(fold_table_is_current) {
    if (access("tools/gen-fold.py", R_OK) != 0 || system("command -v python3 >/dev/null") != 0)
        SKIP("needs python3 and the source tree");
    CHECK_INT(system("python3 tools/gen-fold.py | cmp - src/text/fold_table.inc"), 0);
}
