/* group.c: coders that go the way of coder.c side by side, at one desk. */
#include "api/api.h"

struct isn_group {
    size_t n; /* coders made */
    isn_coder **coders;
    isn_coder **under_way; /* those of one call that are at work */
};

isn_status isn_group_new(isn_group **out, const isn_pack *pack, size_t coders, isn_error *error) {
    isn_group *group = isn_heap_alloc(sizeof *group);
    if (group == NULL ||
        (group->coders = isn_heap_alloc(2 * coders * sizeof(isn_coder *))) == NULL) {
        isn_heap_free(group);
        return isn_fail(error, ISN_ENOMEM, NULL, 0, "out of memory");
    }
    group->under_way = group->coders + coders;
    while (group->n < coders) {
        isn_coder *beside = group->n == 0 ? NULL : group->coders[0];
        isn_status status = isn_coder_make(&group->coders[group->n], pack, beside, error);
        if (status != ISN_OK) {
            isn_group_free(group);
            return status;
        }
        group->n++;
    }
    *out = group;
    return ISN_OK;
}

void isn_group_free(isn_group *group) {
    if (group == NULL) {
        return;
    }
    while (group->n > 0) {
        isn_coder_free(group->coders[--group->n]);
    }
    isn_heap_free(group->coders);
    isn_heap_free(group);
}

isn_coder *isn_group_coder(const isn_group *group, size_t i) {
    return group->coders[i];
}

void isn_group_code(isn_group *group, const isn_input *inputs, size_t n, isn_error *errors) {
    size_t at_work = 0;
    for (size_t i = 0; i < n; i++) {
        errors[i].code = isn_coder_begin(group->coders[i], &inputs[i], &errors[i]);
        if (errors[i].code == ISN_OK) {
            group->under_way[at_work++] = group->coders[i];
        }
    }
    isn_coder_run(group->under_way, at_work);
    for (size_t i = 0; i < n; i++) {
        if (errors[i].code == ISN_OK) {
            errors[i].code = isn_coder_end(group->coders[i], &errors[i]);
        }
    }
}
