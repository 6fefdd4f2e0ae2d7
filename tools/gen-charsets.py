#!/usr/bin/env python3
"""Prints src/article/charset_table.inc: what the upper halves of single-byte character sets stand for,
after the tables of Python's codecs. Bytes that a set leaves open are 0, but those of windows-1252, which
the web reads as control characters.

usage: tools/gen-charsets.py >src/article/charset_table.inc
"""
SETS = [("WIN1256", "cp1256"), ("ISO8859_6", "iso8859_6"), ("MACARABIC", "mac_arabic"), ("WIN1252", "cp1252")]

print("/* Made by tools/gen-charsets.py; do not edit. Code points of the bytes 0x80 to 0xFF. */")
print("static const uint16_t upper_half[SINGLE_SETS][128] = {")
for name, codec in SETS:
    points = []
    for byte in range(0x80, 0x100):
        try:
            points.append(ord(bytes([byte]).decode(codec)))
        except UnicodeDecodeError:
            points.append(byte if name == "WIN1252" else 0)
    print("    {" + f" /* {name} */")
    for i in range(0, 128, 12):
        print("        " + ", ".join(f"0x{point:04x}" for point in points[i:i + 12]) + ",")
    print("    },")
print("};")
