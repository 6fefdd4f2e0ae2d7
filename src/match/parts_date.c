/* parts_date.c: the day of publication: of metadata, of a line of its own, of the slug before the first words, of a date in the
 * lede, of what a page says of itself. parts.c knows which block is which. See match.h. */
#include <string.h>

#include "match/partswork.h"

/* ---- dates ------------------------------------------------------------------------------------------------ */

/* The first day that is told in words [first, last), and begins before `begins`. */
static bool date_from(isn_date *out, const isn_parts *p, uint32_t first, uint32_t begins,
                      uint32_t last) {
    for (uint32_t k = first; k < begins && isn_match_date_from(out, p->scan, k, begins, last);
         k = (out->first > k ? out->first : k) + 1)
        if (out->start != ISN_NO_DAY && out->start == out->end)
            return true;
    return false;
}

bool isn_parts_date_in(isn_date *out, const isn_parts *p, uint32_t first, uint32_t last) {
    return date_from(out, p, first, last, last);
}

/* A short line around an absolute date: "الأحد 14 نوفمبر 2021", "نشر في: …", with a time or a section. */
bool isn_parts_dateline(isn_date *date, const isn_parts *p, const isn_parts_line *l, bool marked) {
    if (length(l) > 18 || l->stop || !isn_parts_date_in(date, p, l->first, l->last))
        return false;
    uint32_t rest = length(l) - (date->last - date->first);
    if (marked || rest <= 2)
        return true;
    uint32_t other = 0;
    for (uint32_t k = l->first; k < l->last; k++)
        if ((k < date->first || k >= date->last) && p->scan->words[k].kind == ISN_TOK_WORD &&
            !has(p, k, ISN_T_DATEWORD) && !has(p, k, ISN_T_FURNITURE))
            other++;
    return other <= 4;
}

/* Does the page tell an evening of Greenwich, and the line the day after? There it was that day already. */
static bool is_day_after(const isn_parts *p, const isn_date *date) {
    const isn_page_facts *facts = p->article->page;
    isn_str time = facts == NULL ? (isn_str){NULL, 0} : facts->published_time;
    return p->story->published_from >= ISN_FROM_JSON_LD &&
           p->story->published_from <= ISN_FROM_TIME && time.len >= 25 &&
           memcmp(time.ptr + 19, "+00:00", 6) == 0 && memcmp(time.ptr + 11, "20", 2) >= 0 &&
           date->start == p->story->published + 1;
}

enum { ONLINE = 1990 }; /* a day further back is told of, and no day of a report */

/* "آخر تحديث: الأحد 14 نوفمبر": does a phrase of this kind stand before the date, with no more than a word between? */
static bool is_change(const isn_parts *p, const isn_date *date) {
    enum { BEFORE = 6 };
    uint32_t last;
    for (uint32_t k = date->first; k-- > 0 && k + BEFORE > date->first;) {
        if (p->scan->words[k].kind == ISN_TOK_NUMBER)
            return false;
        if (has(p, k, ISN_T_FURNITURE) && isn_parts_furniture(p, k, &last) == ISN_FU_UPDATED)
            return last <= date->first && last + 1 >= date->first;
    }
    return false;
}

/* The next date in the line of this one. */
static bool next_in_line(isn_date *next, const isn_parts *p, const isn_date *date) {
    for (uint32_t i = 0; i < p->article->nblocks; i++) {
        const isn_parts_line *l = &p->lines[i];
        if (date->first >= l->first && date->last <= l->last)
            return isn_parts_date_in(next, p, date->last, l->last);
    }
    return false;
}

/* "نشر في … آخر تحديث …", in either order: keeps the day of the change. */
static bool keep_change(isn_parts *p, const isn_date *date) {
    if (!is_change(p, date))
        return false;
    if (p->story->updated == ISN_NO_DAY && date->start >= isn_day_of(ONLINE, 1, 1)) {
        p->story->updated = date->start;
        p->story->updated_text = isn_words_span(p->scan, date->first, date->last, 0);
    }
    return true;
}

void isn_parts_publish(isn_parts *p, const isn_date *date) {
    isn_date next;
    bool more = next_in_line(&next, p, date);
    bool other = date->start < isn_day_of(ONLINE, 1, 1); /* ۱۴۰۱/۰۶/۱۹ | السبت 10 سبتمبر 2022 */
    if (other || keep_change(p, date)) {
        if (more)
            isn_parts_publish(p, &next);
        return;
    }
    if (more)
        keep_change(p, &next);
    if (p->story->published_from != ISN_FROM_NONE && !is_day_after(p, date))
        return;
    p->story->published = date->start;
    p->story->published_text = isn_words_span(p->scan, date->first, date->last, 0);
    p->story->published_from = ISN_FROM_DATELINE;
}

void isn_parts_update_date(isn_parts *p) {
    if (p->story->published_from != ISN_FROM_NONE || p->story->updated == ISN_NO_DAY)
        return;
    p->story->published = p->story->updated;
    p->story->published_text = p->story->updated_text;
    p->story->published_from = ISN_FROM_DATELINE;
}

bool isn_parts_date_alone(isn_date *date, const isn_parts *p, const isn_parts_line *l) {
    if (length(l) > 10 || l->stop || !isn_parts_date_in(date, p, l->first, l->last))
        return false;
    for (uint32_t k = l->first; k < l->last; k++)
        if ((k < date->first || k >= date->last) && p->scan->words[k].kind == ISN_TOK_WORD &&
            !has(p, k, ISN_T_DATEWORD) && !has(p, k, ISN_T_MONTH) && !has(p, k, ISN_T_FURNITURE) &&
            !has(p, k, ISN_T_FUNC) && !has(p, k, ISN_T_OUTLET))
            return false;
    return true;
}

/* A sign that ends a slug, or begins its next part. */
#define SLUG_SIGNS                                                                                 \
    (ISN_WF_DASH | ISN_WF_HYPHEN | ISN_WF_COLON | ISN_WF_SLASH | ISN_WF_UNPAREN | ISN_WF_PAREN)

static bool in_sentence(const isn_parts *p, uint32_t word) {
    const uint32_t verbs = 1u << ISN_T_TRIGGER | 1u << ISN_T_SPEECH | 1u << ISN_T_CUE;
    return (p->scan->word_tables[word] & verbs) != 0 && !has(p, word, ISN_T_PLACE) &&
           !has(p, word, ISN_T_OUTLET);
}

bool isn_parts_slug_date(isn_date *date, const isn_parts *p, const isn_parts_line *l) {
    enum { BEFORE = 6, AFTER = 4, LONGEST = 14 };
    uint32_t end = l->first + LONGEST < l->last ? l->first + LONGEST : l->last;
    uint32_t begins = l->first; /* no further on than there */
    while (begins < end && begins < l->first + BEFORE && !in_sentence(p, begins))
        begins++;
    if (begins < end)
        begins++;
    if (!date_from(date, p, l->first, begins, end))
        return false;
    for (uint32_t k = date->last; k < l->last && k <= date->last + AFTER; k++) {
        if (flags_of(p, k) & SLUG_SIGNS)
            return true;
        if (in_sentence(p, k))
            return false;
    }
    return false;
}

/* "أمس السبت 11 مارس 2023", "اليوم (12 مارس 2023)": the day of the report, counted from the one that is told. */
static bool counted_day(isn_date *date, const isn_parts *p, uint32_t word, uint32_t end) {
    isn_dateword d;
    if (!isn_date_word(&d, p->scan, word, ISN_DW(DAY), 0) || d.value > 0 || d.value < -2 ||
        d.last >= end || !isn_match_absolute_date(date, p->scan, d.last, end) ||
        date->first != d.last)
        return false;
    date->start -= d.value;
    date->end -= d.value;
    return true;
}

/* "السبت (12 حزيران 2021)": a weekday and its date. */
static bool weekday_date(isn_date *date, const isn_parts *p, uint32_t word, uint32_t end) {
    isn_dateword d;
    return isn_date_word(&d, p->scan, word, ISN_DW(WEEKDAY), 0) &&
           isn_match_absolute_date(date, p->scan, word, end) && date->first == word;
}

/* Where nothing else says when it was published, a whole date with its weekday, or with "today", in the first lines is the
 * day of the report. */
void isn_parts_lede_date(isn_parts *p) {
    enum { SHORT_LEDE = 8, WORDS = 40, DATE = 10 };
    bool read = false;
    for (uint32_t i = 0; i < p->article->nblocks && p->story->published_from == ISN_FROM_NONE;
         i++) {
        const isn_parts_line *l = &p->lines[i];
        isn_role role = (isn_role)p->article->blocks[i].role;
        if (role == ISN_ROLE_LEDE)
            read = length(l) < SHORT_LEDE; /* "city - follow-up": the lede proper comes next */
        else if (role == ISN_ROLE_BODY && read)
            read = false;
        else
            continue;
        for (uint32_t k = l->first; k < l->last && k < l->first + WORDS; k++) {
            uint32_t end = k + DATE < l->last ? k + DATE : l->last;
            isn_date date;
            if ((!counted_day(&date, p, k, end) && !weekday_date(&date, p, k, end)) ||
                date.start != date.end || date.flags & ISN_DF_CLASH)
                continue;
            isn_parts_publish(p, &date);
            break;
        }
    }
}

/* "النشرة المسائية ليوم الأحد 12 مارس 2023", "وكالة كذا - 12 مارس 2023", "مقتل جنود - 12 مارس 2023": a headline that ends with a
 * date set off from it, or has it in a slug of its own. A date that only ends a headline (ذكرى 14 أغسطس 2013) is none. */
void isn_parts_title_date(isn_parts *p) {
    for (uint32_t i = 0; i < p->article->nblocks; i++) {
        const isn_parts_line *l = &p->lines[i];
        isn_date date;
        isn_dateword day;
        if (p->article->blocks[i].role != ISN_ROLE_TITLE)
            continue;
        if (p->story->published_from != ISN_FROM_NONE ||
            !isn_parts_date_in(&date, p, l->first, l->last))
            return;
        bool ends = date.last == l->last || flags_of(p, date.last) & ISN_WF_UNPAREN ||
                    p->scan->words[date.last].kind == ISN_TOK_NUMBER;
        bool set_off = flags_of(p, date.first) & (SLUG_SIGNS | ISN_WF_COMMA);
        for (uint32_t k = date.first; k < date.last; k++)
            set_off |= isn_date_word(&day, p->scan, k, ISN_DW(WEEKDAY), 0);
        if ((ends && set_off && date.first > l->first) || isn_parts_slug_date(&date, p, l))
            isn_parts_publish(p, &date);
        return;
    }
}

/* What the page says of its own date; an address, the day of an update, and words at the head of a page of several stories
 * count only where no words of its own tell the day (`weak`). */
void isn_parts_page_date(isn_parts *p, bool weak) {
    const isn_page_facts *facts = p->article->page;
    if (facts == NULL || facts->published == ISN_NO_DAY ||
        p->story->published_from != ISN_FROM_NONE)
        return;
    if (!weak &&
        (facts->published_from == ISN_FROM_URL || facts->published_from == ISN_FROM_UPDATED ||
         facts->published_from == ISN_FROM_DATELINE))
        return;
    p->story->published = facts->published;
    p->story->published_from = facts->published_from;
}

void isn_parts_given_date(isn_parts *p) {
    int32_t day = isn_day_parse(p->article->published);
    p->story->published = ISN_NO_DAY;
    if (day == ISN_NO_DAY) {
        isn_parts_page_date(p, false);
        return;
    }
    p->story->published = day;
    p->story->published_from =
        p->article->published_is_option ? ISN_FROM_OPTION : ISN_FROM_METADATA;
}
