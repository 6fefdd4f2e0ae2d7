/* private.c: see fetch.h. The registries of special addresses (RFC 6890 and what it lists), in short. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>

#include "fetch.h"

typedef struct range {
    uint32_t from;
    unsigned bits;
} range;

static const range ranges[] = {
    {0x00000000, 8},  /* this network */
    {0x0a000000, 8},  /* private */
    {0x64400000, 10}, /* shared by a provider's customers */
    {0x7f000000, 8},  /* this machine */
    {0xa9fe0000, 16}, /* link-local; where clouds tell their secrets */
    {0xac100000, 12}, /* private */
    {0xc0000000, 24}, /* assignments of the IETF */
    {0xc0000200, 24}, /* documentation */
    {0xc0a80000, 16}, /* private */
    {0xc6120000, 15}, /* benchmarks */
    {0xc6336400, 24}, /* documentation */
    {0xcb007100, 24}, /* documentation */
    {0xe0000000, 3},  /* multicast, reserved, broadcast */
};

static bool is_private_4(uint32_t address) {
    for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++) {
        if ((address ^ ranges[i].from) >> (32 - ranges[i].bits) == 0) {
            return true;
        }
    }
    return false;
}

static uint32_t four(const uint8_t *p) {
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static bool is_private_6(const uint8_t *p) {
    static const uint8_t zeros[12] = {0};
    static const uint8_t nat64[12] = {0x00, 0x64, 0xff, 0x9b};
    static const uint8_t mapped[12] = {[10] = 0xff, [11] = 0xff};
    if (memcmp(p, zeros, 12) == 0 || memcmp(p, mapped, 12) == 0 || memcmp(p, nat64, 12) == 0) {
        return is_private_4(four(p + 12)); /* :: and ::1 are 0.0.0.0 and 0.0.0.1 here */
    }
    if (p[0] == 0x20 && p[1] == 0x02) { /* 6to4 */
        return is_private_4(four(p + 2));
    }
    bool global = (p[0] & 0xe0) == 0x20;
    bool special = p[0] == 0x20 && p[1] == 0x01 && (p[2] < 2 || (p[2] == 0x0d && p[3] == 0xb8));
    return !global || special;
}

bool cli_is_private(const struct sockaddr *address) {
    if (address->sa_family == AF_INET) {
        struct sockaddr_in in;
        memcpy(&in, address, sizeof in);
        return is_private_4(ntohl(in.sin_addr.s_addr));
    }
    if (address->sa_family == AF_INET6) {
        struct sockaddr_in6 in;
        memcpy(&in, address, sizeof in);
        return is_private_6(in.sin6_addr.s6_addr);
    }
    return true;
}
