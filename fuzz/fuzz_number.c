/* fuzz_number.c: the numbers of any bytes, and of any row of number words: where the first byte is 1 each byte
 * after it picks a word. What isn_read_numbers promises is checked: bytes inside the text and in order, number
 * words that no two share, bounds that fit each other. The pack is that of $ISNAD_PACK. */
#include "isnad.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static isn_pack *pack;
static isn_coder *coder;

static const char *const words[] = {
    "صفر",    "واحد",      "أحد",     "اثنان",   "اثنا",     "ثلاثة",  "ثلاث",  "خمسة",
    "ثماني",  "تسعة",      "عشر",     "عشرة",    "عشرون",    "ستين",   "مئة",   "مائة",
    "مئتان",  "مئتا",      "ثلاثمئة", "ألف",     "ألفا",     "آلاف",   "ألفين", "مليون",
    "ملايين", "مليونا",    "مليار",   "تريليون", "نصف",      "ربع",    "أرباع", "فاصلة",
    "سالب",   "في",        "المئة",   "إلى",     "أو",       "بين",    "من",    "و",
    "ما",     "لا يقل عن", "نحو",     "أكثر من", "عشرات",    "الآلاف", "بضعة",  "جندي",
    "جنديان", "شخصا",      "الأول",   "الثالث",  "والعشرون", "آخرون",  "بينهم", "12",
    "٣٥٠",    "1,200",     "000",     "3.5",     "-",        "%",      "،",     "كوينتليون",
};

static void insist(bool holds) {
    if (!holds) {
        abort();
    }
}

/* Words of the table; the high bits glue و before one, or leave the space out. */
static size_t compose(char *out, size_t room, const uint8_t *data, size_t size) {
    size_t len = 0;
    for (size_t i = 0; i < size; i++) {
        const char *word = words[data[i] % (sizeof words / sizeof *words)];
        size_t n = strlen(word);
        if (len + n + 4 > room) {
            break;
        }
        if (data[i] & 0x80) {
            memcpy(out + len, "و", 2);
            len += 2;
        }
        memcpy(out + len, word, n);
        len += n;
        if (!(data[i] & 0x40)) {
            out[len++] = ' ';
        }
    }
    return len;
}

static void check(const isn_amount *a, size_t n, size_t len) {
    uint64_t from = 0, words_end = 0;
    for (size_t i = 0; i < n; i++) {
        insist(a[i].start >= from && a[i].start < a[i].end && a[i].end <= len);
        insist(a[i].num_start <= a[i].num_end && a[i].num_start >= a[i].start &&
               a[i].num_end <= a[i].end);
        insist(a[i].unit_start <= a[i].unit_end && a[i].unit_end <= len);
        insist(a[i].num_start == a[i].num_end || a[i].num_start >= words_end);
        insist(isnan(a[i].low) || isnan(a[i].high) || a[i].low <= a[i].high);
        insist((a[i].unit == NULL) == (a[i].unit_start == a[i].unit_end) && a[i].why != NULL);
        insist(isfinite(a[i].value));
        from = a[i].start;
        words_end = a[i].num_start < a[i].num_end ? a[i].num_end : words_end;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static char composed[1 << 14];
    isn_error error = {0};
    const isn_amount *amounts = NULL;
    size_t n = 0;
    if (!coder) {
        insist(isn_pack_open(&pack, NULL, &error) == ISN_OK);
        insist(isn_coder_new(&coder, pack, &error) == ISN_OK);
    }
    isn_str text = {(const char *)data, size};
    if (size > 0 && data[0] == 1) {
        text = (isn_str){composed, compose(composed, sizeof composed, data + 1, size - 1)};
    }
    insist(isn_read_numbers(coder, &amounts, &n, text, &error) == ISN_OK);
    check(amounts, n, text.len);
    return 0;
}
