/* plot.c: events drawn as SVG: over time, by place, by source. Incidents alone are counted, for totals would count the
 * same dead again. The same events give the same bytes. */
#include <stdlib.h>
#include <string.h>

#include "export/events.h"

#define WIDTH 960
#define MOST_BARS 20     /* of places and sources: the largest */
#define MOST_DAYS 62     /* up to here a bar is a day, then */
#define MOST_WEEKS 400   /* days: a week, then */
#define MOST_MONTHS 3700 /* a month, and then a year */
#define LONGEST_NAME 28  /* characters shown of a name */

typedef struct bar {
    isn_str name; /* of a place or a source */
    int32_t day;
    uint64_t events, killed;
} bar;

struct isn_plot {
    isn_plot_of of;
    bar *bars;
    uint32_t n, size; /* a power of two: by hash; empty ones have no events */
    uint64_t events, left_out;
    bool failed;
};

isn_plot *isn_plot_new(isn_plot_of of) {
    isn_plot *plot = isn_heap_alloc(sizeof *plot);
    if (plot != NULL) {
        plot->of = of;
    }
    return plot;
}

void isn_plot_free(isn_plot *plot) {
    if (plot != NULL) {
        for (uint32_t i = 0; i < plot->size; i++) {
            isn_heap_free((void *)plot->bars[i].name.ptr);
        }
        isn_heap_free(plot->bars);
        isn_heap_free(plot);
    }
}

/* ---- counting ----------------------------------------------------------------------------------- */

static bar *slot_of(bar *bars, uint32_t size, isn_str name, int32_t day) {
    uint64_t hash =
        name.ptr != NULL ? isn_hash(name.ptr, name.len, 0) : isn_hash(&day, sizeof day, 0);
    uint32_t at = (uint32_t)hash & (size - 1);
    while (bars[at].events > 0 && (bars[at].day != day || !isn_str_eq(bars[at].name, name))) {
        at = (at + 1) & (size - 1);
    }
    return &bars[at];
}

static bool grow(isn_plot *plot) {
    uint32_t size = plot->size == 0 ? 256 : plot->size * 2;
    bar *bars = isn_heap_alloc(size * sizeof *bars);
    if (bars == NULL) {
        return false;
    }
    for (uint32_t i = 0; i < plot->size; i++) {
        if (plot->bars[i].events > 0) {
            *slot_of(bars, size, plot->bars[i].name, plot->bars[i].day) = plot->bars[i];
        }
    }
    isn_heap_free(plot->bars);
    plot->bars = bars;
    plot->size = size;
    return true;
}

static void count(isn_plot *plot, isn_str name, int32_t day, uint64_t killed) {
    if (plot->n * 2 >= plot->size && !grow(plot)) {
        plot->failed = true;
        return;
    }
    bar *to = slot_of(plot->bars, plot->size, name, day);
    if (to->events == 0) {
        char *copy = name.ptr != NULL ? isn_heap_alloc(name.len + 1) : NULL;
        if (name.ptr != NULL && copy == NULL) {
            plot->failed = true;
            return;
        }
        if (copy != NULL) {
            memcpy(copy, name.ptr, name.len);
        }
        to->name = isn_str_of(copy, copy != NULL ? name.len : 0);
        to->day = day;
        plot->n++;
    }
    to->events++;
    to->killed += killed;
}

void isn_plot_add(isn_plot *plot, const isn_event *event, isn_rule rule) {
    const isn_str none = {NULL, 0};
    if (event->kind != ISN_KIND_INCIDENT) {
        return;
    }
    const isn_estimate *x = isn_event_estimate(event, ISN_WHAT_KILLED, rule);
    uint64_t killed = x != NULL && x->best != ISN_NO_COUNT && x->best > 0 ? (uint64_t)x->best : 0;
    bool told = false;
    if (plot->of == ISN_PLOT_TIME && event->end != ISN_NO_DAY) {
        count(plot, none, event->end, killed);
        told = true;
    }
    if (plot->of == ISN_PLOT_PLACE && event->place.precision > 0) {
        isn_str name = event->place.name.ptr != NULL ? event->place.name : event->place.text;
        if (name.ptr != NULL) {
            count(plot, name, 0, killed);
            told = true;
        }
    }
    for (uint32_t i = 0; plot->of == ISN_PLOT_SOURCE && i < event->nsources; i++) {
        if (event->sources[i].name.ptr != NULL) {
            count(plot, event->sources[i].name, 0, killed);
            told = true;
        }
    }
    plot->events += told;
    plot->left_out += !told;
}

/* ---- drawing ------------------------------------------------------------------------------------ */

static void text(isn_buf *out, isn_str s) {
    isn_buf clean;
    uint32_t shown = 0;
    isn_buf_init(&clean);
    isn_buf_utf8(&clean, s);
    for (size_t i = 0; i < clean.len; i++) {
        char c = clean.ptr[i];
        bool begins = ((unsigned char)c & 0xC0) != 0x80;
        if (begins && shown++ == LONGEST_NAME) {
            isn_buf_puts(out, "\xe2\x80\xa6");
            break;
        }
        switch (c) {
        case '<': isn_buf_puts(out, "&lt;"); break;
        case '>': isn_buf_puts(out, "&gt;"); break;
        case '&': isn_buf_puts(out, "&amp;"); break;
        case '"': isn_buf_puts(out, "&quot;"); break;
        default: isn_buf_putc(out, (unsigned char)c < 0x20 ? ' ' : c);
        }
    }
    out->failed = out->failed || clean.failed;
    isn_buf_release(&clean);
}

static void begin(isn_buf *out, const char *title, int height) {
    isn_buf_printf(out,
                   "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" "
                   "viewBox=\"0 0 %d %d\" role=\"img\" font-family=\"'IBM Plex Sans Arabic', "
                   "'Noto Sans Arabic', 'DejaVu Sans', sans-serif\" font-size=\"13\">\n"
                   "<title>%s</title>\n<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>\n"
                   "<text x=\"16\" y=\"28\" font-size=\"17\">%s</text>\n",
                   WIDTH, height, WIDTH, height, title, WIDTH, height, title);
}

static void end(isn_buf *out, const isn_plot *plot, const char *lacking, int height) {
    isn_buf_printf(out,
                   "<text x=\"16\" y=\"%d\" font-size=\"12\" fill=\"#555\">%llu incidents; %llu "
                   "more %s</text>\n</svg>\n",
                   height - 12, (unsigned long long)plot->events,
                   (unsigned long long)plot->left_out, lacking);
}

/* The smallest of 1, 2, 5, 10, 20 … that is not below a quarter of the largest bar. */
static uint64_t step_of(uint64_t most) {
    uint64_t step = 1;
    for (unsigned turn = 0; step * 4 < most; turn++) {
        step = turn % 3 == 1 ? step / 2 * 5 : step * 2;
    }
    return step;
}

static int order_days(const void *a, const void *b) {
    const bar *x = a;
    const bar *y = b;
    return (x->day > y->day) - (x->day < y->day);
}

static int order_largest(const void *a, const void *b) {
    const bar *x = a;
    const bar *y = b;
    if (x->events != y->events) {
        return x->events < y->events ? 1 : -1;
    }
    return isn_str_compare(x->name, y->name);
}

/* Bars without the holes of the table, sorted; the table is one no more. */
static void settle(isn_plot *plot, int (*order)(const void *, const void *)) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < plot->size; i++) {
        bar b = plot->bars[i];
        if (b.events > 0) {
            plot->bars[i] = (bar){.events = 0};
            plot->bars[n++] = b;
        }
    }
    if (n > 0) {
        qsort(plot->bars, n, sizeof *plot->bars, order);
    }
    plot->n = n;
}

typedef enum span { DAY, WEEK, MONTH, YEAR } span;

static span span_of(int32_t days) {
    return days <= MOST_DAYS ? DAY : days <= MOST_WEEKS ? WEEK : days <= MOST_MONTHS ? MONTH : YEAR;
}

/* Number of the span that a day lies in; weeks begin on Mondays. */
static int32_t number_of(int32_t day, span by) {
    char digits[11];
    isn_day_text(digits, day);
    int year = (int)strtol(digits, NULL, 10);
    int month = (int)strtol(digits + 5, NULL, 10);
    switch (by) {
    case DAY: return day;
    case WEEK: return (day + 3 + 7 * 100000) / 7;
    case MONTH: return year * 12 + month - 1;
    default: return year;
    }
}

static void name_of(char out[11], int32_t number, span by) {
    switch (by) {
    case DAY: isn_day_text(out, number); break;
    case WEEK: isn_day_text(out, number * 7 - 3 - 7 * 100000); break;
    case MONTH:
        isn_day_text(out, 0);
        out[0] = (char)('0' + number / 12 / 1000 % 10);
        out[1] = (char)('0' + number / 12 / 100 % 10);
        out[2] = (char)('0' + number / 12 / 10 % 10);
        out[3] = (char)('0' + number / 12 % 10);
        out[5] = (char)('0' + (number % 12 + 1) / 10);
        out[6] = (char)('0' + (number % 12 + 1) % 10);
        out[7] = '\0';
        break;
    default:
        isn_day_text(out, 0);
        out[0] = (char)('0' + number / 1000 % 10);
        out[1] = (char)('0' + number / 100 % 10);
        out[2] = (char)('0' + number / 10 % 10);
        out[3] = (char)('0' + number % 10);
        out[4] = '\0';
    }
}

typedef struct panel {
    int top, height;
    const char *name, *fill;
    bool killed;
} panel;

static uint64_t value_of(const bar *b, bool killed) {
    return killed ? b->killed : b->events;
}

#define LEFT 64
#define RIGHT 24

/* Bars of `sums`, one a span from the first to the last. */
static void draw_panel(isn_buf *out, const panel *p, const bar *sums, uint32_t n, span by) {
    uint64_t most = 1;
    for (uint32_t i = 0; i < n; i++) {
        uint64_t value = value_of(&sums[i], p->killed);
        most = value > most ? value : most;
    }
    uint64_t step = step_of(most);
    int bottom = p->top + p->height;
    isn_buf_printf(out, "<text x=\"16\" y=\"%d\" fill=\"#333\">%s</text>\n", p->top - 10, p->name);
    for (uint64_t mark = 0; mark <= most; mark += step) {
        double y = bottom - (double)p->height * (double)mark / (double)most;
        isn_buf_printf(out,
                       "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>"
                       "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\" fill=\"#555\">%llu</text>\n",
                       LEFT, WIDTH - RIGHT, y, y, LEFT - 8, y + 4, (unsigned long long)mark);
    }
    double wide = (double)(WIDTH - LEFT - RIGHT) / n;
    for (uint32_t i = 0; i < n; i++) {
        uint64_t value = value_of(&sums[i], p->killed);
        char name[11];
        if (value == 0) {
            continue;
        }
        name_of(name, sums[i].day, by);
        double high = (double)p->height * (double)value / (double)most;
        isn_buf_printf(out,
                       "<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\" fill=\"%s\">"
                       "<title>%s: %llu</title></rect>\n",
                       LEFT + wide * i, bottom - high, wide > 3 ? wide - 1 : wide, high, p->fill,
                       name, (unsigned long long)value);
    }
}

static void draw_days(isn_buf *out, const bar *sums, uint32_t n, span by, int y) {
    uint32_t each = n / 8 + 1;
    for (uint32_t i = 0; i < n; i += each) {
        char name[11];
        name_of(name, sums[i].day, by);
        isn_buf_printf(out, "<text x=\"%.1f\" y=\"%d\" fill=\"#555\">%s</text>\n",
                       LEFT + (double)(WIDTH - LEFT - RIGHT) * i / n, y, name);
    }
}

static void draw_time(isn_plot *plot, isn_buf *out) {
    static const char *const titles[] = {"Incidents by day", "Incidents by week",
                                         "Incidents by month", "Incidents by year"};
    static const panel panels[] = {{72, 150, "incidents", "#2a6f97", false},
                                   {272, 150, "killed, best figures", "#a4243b", true}};
    settle(plot, order_days);
    int32_t first = plot->n > 0 ? plot->bars[0].day : 0;
    int32_t last = plot->n > 0 ? plot->bars[plot->n - 1].day : 0;
    span by = span_of(last - first + 1);
    int32_t from = number_of(first, by);
    uint32_t n = (uint32_t)(number_of(last, by) - from) + 1;
    bar *sums = isn_heap_alloc(n * sizeof *sums);
    if (sums == NULL) {
        plot->failed = true;
        return;
    }
    for (uint32_t i = 0; i < n; i++) {
        sums[i].day = from + (int32_t)i;
    }
    for (uint32_t i = 0; i < plot->n; i++) {
        bar *to = &sums[number_of(plot->bars[i].day, by) - from];
        to->events += plot->bars[i].events;
        to->killed += plot->bars[i].killed;
    }
    begin(out, titles[by], 490);
    for (size_t i = 0; i < ISN_LEN(panels) && plot->n > 0; i++) {
        draw_panel(out, &panels[i], sums, n, by);
    }
    if (plot->n > 0) {
        draw_days(out, sums, n, by, 444);
    }
    end(out, plot, "have no day", 490);
    isn_heap_free(sums);
}

#define NAMES 250
#define ROW 26

static void draw_names(isn_plot *plot, isn_buf *out) {
    bool places = plot->of == ISN_PLOT_PLACE;
    settle(plot, order_largest);
    uint32_t n = plot->n < MOST_BARS ? plot->n : MOST_BARS;
    int height = 96 + (int)n * ROW;
    begin(out, places ? "Incidents by place" : "Incidents by source", height);
    for (uint32_t i = 0; i < n; i++) {
        const bar *b = &plot->bars[i];
        double room = WIDTH - NAMES - 190;
        double wide = room * (double)b->events / (double)plot->bars[0].events;
        int y = 48 + (int)i * ROW;
        isn_buf_printf(out,
                       "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" style=\"unicode-bidi:"
                       "isolate\">",
                       NAMES - 10, y + 16);
        text(out, b->name);
        isn_buf_printf(out,
                       "</text><rect x=\"%d\" y=\"%d\" width=\"%.2f\" height=\"%d\" "
                       "fill=\"#2a6f97\"/><text x=\"%.1f\" y=\"%d\">%llu",
                       NAMES, y, wide, ROW - 6, NAMES + wide + 8, y + 16,
                       (unsigned long long)b->events);
        if (b->killed > 0) {
            isn_buf_printf(out, "<tspan fill=\"#a4243b\" dx=\"8\">(killed: %llu)</tspan>",
                           (unsigned long long)b->killed);
        }
        isn_buf_puts(out, "</text>\n");
    }
    if (plot->n > n) {
        isn_buf_printf(out,
                       "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"#555\">%u %s "
                       "more</text>\n",
                       WIDTH - RIGHT, height - 12, plot->n - n, places ? "places" : "sources");
    }
    end(out, plot, places ? "have no place" : "have no source", height);
}

bool isn_plot_svg(isn_plot *plot, isn_buf *out) {
    if (plot->of == ISN_PLOT_TIME) {
        draw_time(plot, out);
    } else {
        draw_names(plot, out);
    }
    return !plot->failed;
}
