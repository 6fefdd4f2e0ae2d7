/* alpha.c: Krippendorff's alpha (Content Analysis, 4th ed., ch. 12): 1 - observed over expected disagreement, for any
 * number of coders, with what some coders left out. */
#include <math.h>
#include <stdlib.h>

#include "review/review.h"

static int by_unit(const void *a, const void *b) {
    const isn_coded *x = a;
    const isn_coded *y = b;
    if (x->unit != y->unit) {
        return x->unit < y->unit ? -1 : 1;
    }
    return (x->value > y->value) - (x->value < y->value);
}

static int by_value(const void *a, const void *b) {
    const isn_coded *x = a;
    const isn_coded *y = b;
    return (x->value > y->value) - (x->value < y->value);
}

/* The squared difference of two values on the scale. */
static double distance(isn_scale scale, double a, double b) {
    double d = a - b;
    if (scale == ISN_SCALE_NOMINAL) {
        return a != b;
    }
    if (scale == ISN_SCALE_RATIO) {
        d = a + b != 0 ? d / (a + b) : 0;
    }
    return d * d;
}

typedef struct value_count {
    double value;
    double times;
} value_count;

/* Values of units with one coder alone say nothing of agreement. Gives how many stay. */
static size_t drop_single(isn_coded *coded, size_t n) {
    size_t kept = 0;
    for (size_t i = 0; i < n; i++) {
        bool before = i > 0 && coded[i - 1].unit == coded[i].unit;
        bool after = i + 1 < n && coded[i + 1].unit == coded[i].unit;
        coded[kept] = coded[i];
        kept += before || after;
    }
    return kept;
}

/* `coded` by units: adds up the disagreement within them, and counts. */
static double observe(isn_alpha *out, isn_scale scale, const isn_coded *coded, size_t n) {
    double sum = 0;
    double equal = 0;
    double pairs = 0;
    for (size_t i = 0; i < n;) {
        size_t end = i;
        double within = 0;
        while (end < n && coded[end].unit == coded[i].unit) {
            end++;
        }
        for (size_t a = i; a < end; a++) {
            for (size_t b = a + 1; b < end; b++) {
                within += 2 * distance(scale, coded[a].value, coded[b].value);
                equal += coded[a].value == coded[b].value;
                pairs++;
            }
        }
        sum += within / (double)(end - i - 1);
        out->units++;
        i = end;
    }
    out->agreed = pairs > 0 ? equal / pairs : 0;
    return n > 0 ? sum / (double)n : 0;
}

/* What the values would differ by if they fell on the units by chance. */
static bool expect(double *out, isn_scale scale, isn_coded *coded, size_t n) {
    value_count *values = isn_heap_alloc(n * sizeof *values);
    size_t distinct = 0;
    if (values == NULL) {
        return false;
    }
    qsort(coded, n, sizeof *coded, by_value);
    for (size_t i = 0; i < n; i++) {
        if (i == 0 || coded[i].value != coded[i - 1].value) {
            values[distinct++] = (value_count){coded[i].value, 0};
        }
        values[distinct - 1].times++;
    }
    *out = 0;
    for (size_t a = 0; a < distinct; a++) {
        for (size_t b = a + 1; b < distinct; b++) {
            *out += 2 * values[a].times * values[b].times *
                    distance(scale, values[a].value, values[b].value);
        }
    }
    *out /= (double)n * (double)(n - 1);
    isn_heap_free(values);
    return true;
}

bool isn_alpha_of(isn_alpha *out, isn_scale scale, isn_coded *coded, size_t n) {
    isn_alpha alpha = {.alpha = NAN};
    double expected = 0;
    if (n > 0) {
        qsort(coded, n, sizeof *coded, by_unit);
        n = drop_single(coded, n);
    }
    alpha.values = n;
    double observed = observe(&alpha, scale, coded, n);
    if (n > 1 && !expect(&expected, scale, coded, n)) {
        return false;
    }
    if (expected > 0) {
        alpha.alpha = 1 - observed / expected;
    }
    *out = alpha;
    return true;
}
