/* test_phrase.c: phrases that a search asks of texts: the index of words knows which articles have them, not where. */
#include "check.h"
#include "store/phrase.h"

static bool in(const char *asked, const char *text) {
    isn_phrases p;
    isn_phrases_read(&p, asked, strlen(asked));
    bool is = isn_phrases_in(&p, text, strlen(text));
    isn_phrases_release(&p);
    return is;
}

static const char *every(char *room, size_t size, const char *asked) {
    isn_phrases p;
    isn_phrases_read(&p, asked, strlen(asked));
    snprintf(room, size, "%s%s", p.asked, isn_phrases_are(&p) ? " !" : "");
    isn_phrases_release(&p);
    return room;
}

TEST(the_index_is_asked_for_each_word) {
    char room[128];
    CHECK_STR(every(room, sizeof room, "هجوم قرب"), "\"هجوم\" \"قرب\"");
    CHECK_STR(every(room, sizeof room, "\"هجوم قرب\""), "\"هجوم\" \"قرب\" !");
    CHECK_STR(every(room, sizeof room, "\"هجوم\" \"قرب\""), "\"هجوم\" \"قرب\"");
    CHECK_STR(every(room, sizeof room, "\"2.5\""), "\"2\" \"5\" !");
    CHECK_STR(every(room, sizeof room, "هجوم \"،\" \"قرب"), "\"هجوم\" \"قرب\"");
    CHECK_STR(every(room, sizeof room, "، . \""), "\"\"");
    CHECK_STR(every(room, sizeof room, ""), "\"\"");
}

TEST(words_stand_one_after_the_other) {
    CHECK(in("\"هجوم قرب كركوك\"", "قُتل جنديان في هجوم قرب كركوك."));
    CHECK(!in("\"قرب هجوم\"", "قُتل جنديان في هجوم قرب كركوك."));
    CHECK(!in("\"جنديان هجوم\"", "قُتل جنديان في هجوم قرب كركوك."));
    CHECK(in("\"هجوم هجوم قرب\"", "هجوم هجوم هجوم، قرب كركوك"));
}

TEST(under_their_clitics) {
    CHECK(in("\"وزير الخارجية\"", "ووزير خارجية العراق"));
    CHECK(in("\"وزير خارجية\"", "قال للوزير والخارجية"));
    CHECK(!in("\"الوزير والخارجية\"", "وزير خارجية العراق"));
}

TEST(all_phrases_are_asked) {
    CHECK(in("\"هجوم قرب\" \"قتل جنديان\"", "قُتل جنديان في هجوم قرب كركوك."));
    CHECK(!in("\"هجوم قرب\" \"قتل جندي\"", "قُتل جنديان في هجوم قرب كركوك."));
    CHECK(in("كركوك \"قتل جنديان\" هجوم", "قُتل جنديان في هجوم قرب كركوك."));
}

TEST(of_many_words_the_first_stand_in_order) {
    char asked[2 * ISN_PHRASE_WORDS * 4 + 8] = "\"";
    char text[sizeof asked] = "";
    for (int i = 0; i < 2 * ISN_PHRASE_WORDS; i++) {
        snprintf(asked + strlen(asked), sizeof asked - strlen(asked), "%d ", i);
        snprintf(text + strlen(text), sizeof text - strlen(text), "%d ", i);
    }
    CHECK(in(asked, text));
    CHECK(!in(asked, text + 2));
}
