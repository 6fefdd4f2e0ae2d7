/* users.c: the file of users and tokens: `name TAB role TAB hash`. Of a password Argon2id's hash is kept, of a token,
 * which is random, its SHA-256. See serve.h and server.h. */
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sodium.h>

#include "serve/server.h"

#define TOKEN_PREFIX "token:"
#define LEAST_PASSWORD 8

const char *const isn_right_names[] = {"read", "code", "admin", NULL};

static bool read_role(isn_str text, isn_right *out) {
    for (unsigned i = 0; isn_right_names[i] != NULL; i++) {
        if (isn_str_eqz(text, isn_right_names[i])) {
            *out = (isn_right)(ISN_MAY_READ + i);
            return true;
        }
    }
    return false;
}

static bool is_name(isn_str s) {
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        bool good = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                    c == '.' || c == '-' || c == '_';
        if (!good) {
            return false;
        }
    }
    return s.len > 0 && s.len < sizeof((isn_user *)NULL)->name;
}

/* ---- reading ------------------------------------------------------------------------------------ */

static bool read_line(isn_user *user, isn_str line) {
    const char *first = memchr(line.ptr, '\t', line.len);
    const char *end = line.ptr + line.len;
    const char *second = first != NULL ? memchr(first + 1, '\t', (size_t)(end - first - 1)) : NULL;
    if (second == NULL) {
        return false;
    }
    isn_str name = isn_str_of(line.ptr, (size_t)(first - line.ptr));
    isn_str role = isn_str_of(first + 1, (size_t)(second - first - 1));
    isn_str hash = isn_str_of(second + 1, (size_t)(end - second - 1));
    user->token = isn_str_starts(name, isn_str_z(TOKEN_PREFIX));
    if (user->token) {
        name = isn_str_of(name.ptr + strlen(TOKEN_PREFIX), name.len - strlen(TOKEN_PREFIX));
    }
    if (!is_name(name) || !read_role(role, &user->right) || hash.len < 64 ||
        hash.len >= sizeof user->hash) {
        return false;
    }
    memcpy(user->name, name.ptr, name.len);
    memcpy(user->hash, hash.ptr, hash.len);
    return true;
}

isn_status isn_users_read(isn_users *out, const char *path, isn_error *error) {
    char *text = NULL;
    size_t len = 0;
    isn_users users = {.list = NULL, .n = 0};
    *out = users;
    if (path == NULL || access(path, F_OK) != 0) {
        return ISN_OK;
    }
    isn_status status = isn_file_read(&text, &len, path, error);
    for (size_t at = 0; status == ISN_OK && at < len;) {
        const char *end = memchr(text + at, '\n', len - at);
        size_t size = end != NULL ? (size_t)(end - text) - at : len - at;
        isn_user *grown = isn_heap_realloc(users.list, (users.n + 1) * sizeof *grown);
        if (grown == NULL) {
            status = isn_fail(error, ISN_ENOMEM, path, 0, "out of memory");
            break;
        }
        users.list = grown;
        users.list[users.n] = (isn_user){.name = ""};
        if (!read_line(&users.list[users.n++], isn_str_of(text + at, size))) {
            status = isn_fail(error, ISN_EFORMAT, path, at, "no line of name, role and hash");
        }
        at += size + 1;
    }
    isn_heap_free(text);
    if (status != ISN_OK) {
        isn_users_release(&users);
        return status;
    }
    *out = users;
    return ISN_OK;
}

void isn_users_release(isn_users *users) {
    isn_heap_free(users->list);
    *users = (isn_users){.list = NULL, .n = 0};
}

/* ---- checking ----------------------------------------------------------------------------------- */

static void token_hash(char out[65], isn_str token) {
    unsigned char hash[crypto_hash_sha256_BYTES];
    crypto_hash_sha256(hash, (const unsigned char *)token.ptr, token.len);
    sodium_bin2hex(out, 65, hash, sizeof hash);
}

const isn_user *isn_users_check(const isn_users *users, isn_str name, isn_str password) {
    char ignored[crypto_pwhash_STRBYTES];
    for (uint32_t i = 0; i < users->n; i++) {
        if (!users->list[i].token && isn_str_eqz(name, users->list[i].name)) {
            return crypto_pwhash_str_verify(users->list[i].hash, password.ptr, password.len) == 0
                       ? &users->list[i]
                       : NULL;
        }
    }
    /* As long as for a name that is there: names cannot be found out by the clock. */
    if (crypto_pwhash_str(ignored, password.ptr, password.len, crypto_pwhash_OPSLIMIT_INTERACTIVE,
                          crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0) {
        return NULL;
    }
    return NULL;
}

const isn_user *isn_users_token(const isn_users *users, isn_str token) {
    const isn_user *found = NULL;
    char hash[65];
    token_hash(hash, token);
    for (uint32_t i = 0; i < users->n; i++) {
        if (users->list[i].token && sodium_memcmp(hash, users->list[i].hash, 64) == 0) {
            found = &users->list[i];
        }
    }
    return found;
}

/* ---- adding ------------------------------------------------------------------------------------- */

/* The lines of all but `user`, and then his. */
static void put_lines(isn_buf *out, const isn_users *users, const isn_user *user) {
    for (uint32_t i = 0; i <= users->n; i++) {
        const isn_user *u = i < users->n ? &users->list[i] : user;
        if (u == user || u->token != user->token || strcmp(u->name, user->name) != 0) {
            isn_buf_printf(out, "%s%s\t%s\t%s\n", u->token ? TOKEN_PREFIX : "", u->name,
                           isn_right_names[u->right - ISN_MAY_READ], u->hash);
        }
    }
}

/* Written beside the file and put in its place: it is never half there. */
static isn_status replace(const char *path, const isn_buf *text, isn_error *error) {
    char beside[4096];
    if (text->failed || snprintf(beside, sizeof beside, "%s.new", path) >= (int)sizeof beside) {
        return isn_fail(error, ISN_ENOMEM, path, 0, "out of memory");
    }
    int file = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR);
    bool good =
        file >= 0 && write(file, text->ptr, text->len) == (ssize_t)text->len && fsync(file) == 0;
    if (file >= 0) {
        good = close(file) == 0 && good;
    }
    if (!good || rename(beside, path) != 0) {
        unlink(beside);
        return isn_fail(error, ISN_EIO, path, 0, "cannot be written");
    }
    return ISN_OK;
}

static isn_status add(const char *path, const isn_user *user, isn_error *error) {
    isn_users users;
    isn_buf text;
    isn_status status = isn_users_read(&users, path, error);
    if (status != ISN_OK) {
        return status;
    }
    isn_buf_init(&text);
    put_lines(&text, &users, user);
    status = replace(path, &text, error);
    isn_buf_release(&text);
    isn_users_release(&users);
    return status;
}

static isn_status set_up(isn_user *user, isn_str name, isn_str role, isn_error *error) {
    if (sodium_init() < 0) {
        return isn_fail(error, ISN_EIO, NULL, 0, "no source of random numbers");
    }
    if (!is_name(name)) {
        return isn_fail(error, ISN_EUSAGE, NULL, 0,
                        "a name has letters, digits, dots, dashes and underscores");
    }
    if (!read_role(role, &user->right)) {
        return isn_fail(error, ISN_EUSAGE, NULL, 0, "a role is read, code or admin");
    }
    memcpy(user->name, name.ptr, name.len);
    return ISN_OK;
}

isn_status isn_users_add(const char *path, isn_str name, isn_str role, isn_str password,
                         isn_error *error) {
    isn_user user = {.token = false};
    isn_status status = set_up(&user, name, role, error);
    if (status != ISN_OK) {
        return status;
    }
    if (password.len < LEAST_PASSWORD) {
        return isn_fail(error, ISN_EUSAGE, NULL, 0, "a password has eight bytes at least");
    }
    if (crypto_pwhash_str(user.hash, password.ptr, password.len, crypto_pwhash_OPSLIMIT_INTERACTIVE,
                          crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0) {
        return isn_fail(error, ISN_ENOMEM, NULL, 0, "out of memory");
    }
    return add(path, &user, error);
}

isn_status isn_users_add_token(const char *path, isn_str name, isn_str role, char token[65],
                               isn_error *error) {
    unsigned char bytes[32];
    isn_user user = {.token = true};
    isn_status status = set_up(&user, name, role, error);
    if (status != ISN_OK) {
        return status;
    }
    randombytes_buf(bytes, sizeof bytes);
    sodium_bin2hex(token, 65, bytes, sizeof bytes);
    token_hash(user.hash, isn_str_of(token, 64));
    return add(path, &user, error);
}
