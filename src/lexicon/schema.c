/* schema.c: the files and columns of a language pack. See schema.h. */
#include "lexicon/schema.h"

#include <stddef.h>

#define LIST(name) const char *const name[]

LIST(isn_vocab_pos) = {"name", "noun", "masdar", "adj", "verb", NULL};
LIST(isn_vocab_sector) = {"-",   "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB",
                          "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU", "ELI",
                          "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC", "IGO",
                          "UNO", "EUR", "NGO", "ISM", "IMG", "MNC", NULL};
LIST(isn_vocab_link_role) = {"-",      "witness", "medic",    "official", "belligerent", "spokesperson",
                             "agency", "outlet",  "document", "unknown",  NULL};
LIST(isn_vocab_place_type) = {"-",    "country", "region",        "governorate", "district", "city",
                              "town", "village", "neighbourhood", "camp",        "site",     "water",
                              NULL};
LIST(isn_vocab_place_use) = {"-", "type", "near", "direction", "rural", "area", "site", "road", "part", "border", "lies", "beside", "called", "side", NULL};
LIST(isn_vocab_actor_flags) = {"armed",   "cue",    "head", "state",     "source",  "personal",
                               "hostile", "spokes", "rank", "honorific", "generic", "former",
                               "weapon",  "modifier", "envoy", "rules",
                               "local",   "home",   "governs", "own",   NULL};
LIST(isn_vocab_side) = {"unknown", "armed", "civilian", NULL};
LIST(isn_vocab_people_flags) = {"child", "woman", "leader", "unit", "group", "adj", "accused",
                                "envoy", "any",   "foreign", "kin",    "pair",  NULL};
LIST(isn_vocab_what) = {"-",       "killed",    "wounded",  "captured",
                        "missing", "displaced", "released", "actions",  NULL};
LIST(isn_vocab_harm) = {"-", "killed", "wounded", "casualties", "neutralised", "deterred", NULL};
LIST(isn_vocab_event) = {"-",       "AGREE",   "CONSULT", "SUPPORT",  "CONCEDE",  "COOPERATE",
                         "AID",     "RETREAT", "REQUEST", "ACCUSE",   "REJECT",   "THREATEN",
                         "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",  NULL};
LIST(isn_vocab_mode) = {"-", "visit", "third-party", "multilateral", "phone", /* CONSULT */
                        "withdraw", "release", "disarm", "ceasefire", "access", "resign", /* RETREAT */
                        "assist", "change", "yield", "meet", /* REQUEST, REJECT */
                        "disapprove", "investigate", "allege", /* ACCUSE */
                        "restrict", "arrest", "relations", "expel", "territory", "violence", /* THREATEN */
                        "demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize",
                        "convict", "discontinue", /* SANCTION, with expel, withdraw */
                        "troops", "weapons", "police", "militia", /* MOBILIZE */
                        "seize", "censor", "curfew", "martial-law", "deport", "withhold",
                        "misinformation", "cyber", /* COERCE, with restrict, arrest */
                        "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive",
                        "firearms", "explosives", "suicide-attack", "aerial", "drone", "heavy-weapons",
                        "crowd-control", "unconventional", NULL};
LIST(isn_vocab_type) = {"incident",  "tally",  "aggregate",  "announcement",
                        "statement", "denial", "commitment", "update", NULL};
LIST(isn_vocab_trigger_flags) = {"weak",  "casualty", "attack", "speech",     "result", "light",
                                 "future", "claim",   "reciprocal", "needs", "state",  "prevent",
                                 "told", "own", "lasting", "happens", "denied", "step", "found", NULL};
LIST(isn_vocab_slot) = {"-",     "actor", "recipient", "victim", "target",
                        "place", "topic", "event",     "weapon", "count", NULL};
LIST(isn_vocab_act) = {"say",  "announce", "confirm", "deny",    "claim",   "report",
                       "carry", "call",    "warn",    "accuse", "promise", "document", "voice",
                       "hear",  "ascribe", NULL};
LIST(isn_vocab_attrib) = {"according", "quoting", "tongue", "via", "to", "his-words",
                        "relating", "named", NULL};
LIST(isn_vocab_channel) = {"-",         "statement", "interview", "press-conference", "social-media",
                           "broadcast", "document",  "speech",    "phone",            "video", NULL};
LIST(isn_vocab_numeral) = {"unit",     "teen", "tens",     "hundred", "scale", "ordinal",
                           "fraction", "zero", "hundreds", "percent", "other",
                         "point",    "minus", NULL};
LIST(isn_vocab_quantity) = {"exact", "at_least", "at_most", "about", "range", "vague", "none_reported",
                            NULL};
LIST(isn_vocab_bound) = {"at-least", "more-than",  "at-most",  "less-than", "about", "vague",
                         "range-from", "range-to", "none",     "including", "plus",  "each",
                         "out-of",   "total", NULL};
LIST(isn_vocab_unit) = {"munition", "vehicle",  "action",   "family", "time",    "money",     "animal",
                        "building", "distance", "weight",   "percent", "formation", "thing",     "case", "turn", "rate",
                       "average", "wounds", "presence", NULL};
LIST(isn_vocab_dateword) = {"weekday", "day",     "unit",   "last",     "next",     "this",
                            "begin",   "middle",  "end",    "since",    "ago",      "after",
                            "during",  "until",   "partday", "season",  "feast",    "era",
                            "recent",  "published", "updated", "deadline", "earlier", "later",
                            "anniversary", "and-half", "clock", "equals",  "less",    "zone",
                            "decade", "half",     "age",      "named",    "running",  "record",
                            NULL};
LIST(isn_vocab_grain) = {"-",     "second",  "minute", "hour",   "day",    "week",
                         "month", "quarter", "year",   "decade", "century", NULL};
LIST(isn_vocab_calendar) = {"gregorian", "hijri", NULL};
LIST(isn_vocab_cue) = {"negation", "denial", "future",   "hypothetical", "plan",     "prevent",
                       "threat",   "fear",   "exercise", "demand",       "past",     "tally",
                       "aggregate", "update", "contrast", "cause",       "purpose",  "accusation",
                       "continue", "begin",  "end",      "attempt",      "fiction",  "accident",
                       "number",   "reach",  "rise",     "toll",         "mention",  "habit",
                       "affairs", "another", "custody", "made-of", "deed", "raise", "reprisal", "sake",
                       "unlike", "same-time", "none", "turn", "rate", "motive",
                       "average", "wounds", "slogan", "without", "comes", "besides", "presence",
                       "proposal", "way", "entry", "amid", "plain", "counter", "report", "copy", "all", "given", "owned", "patron",
                       "used-by", NULL};
LIST(isn_vocab_func) = {"ala",  "fi",    "min",  "ila",   "an",   "maa",   "didd",  "bayn",
                        "li",   "bi",    "along", "hand", "and",   "that", "who",   "not",   "pronoun",
                        "this", "while", "after", "before", "but", "qad",  "kana",  "sawfa",
                        "if",   "for",   "because", "which", "other", "lam", "lan", "each",
                        "belongs", "where", "carries", "when", "front", "unnamed", "except",
                        "still", NULL};
LIST(isn_vocab_furniture) = {"line",   "exact",  "section",  "caption",
                             "credit", "byline", "dateline", "next", "updated", "topic", "press", NULL};
LIST(isn_vocab_office) = {"-",         "head-of-state",     "head-of-government", "deputy",
                          "foreign",   "defence",           "interior",           "army",
                          "intelligence", "police",         "speaker",            "minister",
                          "adviser",   "envoy",             "spokes",             "leader",
                          "commander", "secretary-general", "cleric",             "politician",
                          "head",      NULL};
LIST(isn_vocab_name_use) = {"-", "compound", "parent", NULL};
LIST(isn_vocab_context) = {
    "-", "military", "intelligence", "executive", "legislative", "election", "political_institutions",
    "pro_democracy", "pro_autocracy", "legal", "diplomatic", "territory", "peacekeeping",
    "human_rights", "rights_freedoms", "repression", "human_security", "gender", "lgbt",
    "religion_ethnicity", "inequality", "asylum", "migration", "reparations", "economic",
    "natural_resource", "environment", "disasters", "health", "technology", "terrorism", "cbrn",
    "cyber", "misinformation", "crime", "corruption", "illegal_drugs", "trafficking", "x-sport",
    "x-fiction", "x-medicine", "x-market", "x-weather", "x-accident", "x-leisure", "x-science",
    "x-figure", "x-civic", "x-crime", NULL};

#define KEY(n) {n, ISN_COL_KEY, NULL, 0}
#define STR(n) {n, ISN_COL_STR, NULL, 0}
#define INT(n) {n, ISN_COL_INT, NULL, 0}
#define DEC(n) {n, ISN_COL_DEC, NULL, 0}
#define DAY(n) {n, ISN_COL_DAY, NULL, 0}
#define ENUM(n, v) {n, ISN_COL_ENUM, isn_vocab_##v, 0}
#define FLAGS(n, v) {n, ISN_COL_FLAGS, isn_vocab_##v, 0}
#define POS() {"pos", ISN_COL_POS, isn_vocab_pos, 0}
#define FORMS(n) {n, ISN_COL_FORMS, NULL, 0}
#define WORDS(n) {n, ISN_COL_WORDS, NULL, 0}
#define REF(n, t) {n, ISN_COL_REF, NULL, t}

const isn_table_schema isn_schema[ISN_TABLES] = {
    [ISN_T_COUNTRY] = {"countries.tsv",
                       {KEY("id"), FORMS("names"), FORMS("capitals"), STR("name"), STR("iso3"), DEC("lat"),
                        DEC("lon"), INT("present"), STR("soldiers"), STR("enemy")}},
    [ISN_T_NATION] = {"nations.tsv",
                      {FORMS("forms"), POS(), REF("country", ISN_T_COUNTRY), FLAGS("flags", actor_flags)}},
    [ISN_T_PLACE] = {"places.tsv",
                     {KEY("id"), FORMS("names"), STR("name"), ENUM("type", place_type),
                      REF("country", ISN_T_COUNTRY), STR("admin1"), DEC("lat"), DEC("lon"),
                      INT("precision"), INT("cue")}},
    [ISN_T_PLACEWORD] = {"placewords.tsv",
                         {FORMS("forms"), POS(), ENUM("use", place_use), ENUM("type", place_type)}},
    [ISN_T_ACTOR] = {"actors.tsv",
                     {KEY("id"), FORMS("names"), STR("name"), REF("country", ISN_T_COUNTRY),
                      ENUM("sector", sector), INT("inter"), ENUM("role", link_role),
                      FLAGS("flags", actor_flags), INT("from"), INT("to")}},
    [ISN_T_ORGWORD] = {"orgwords.tsv",
                       {FORMS("forms"), POS(), ENUM("sector", sector), INT("inter"),
                        ENUM("role", link_role), FLAGS("flags", actor_flags)}},
    [ISN_T_PEOPLE] = {"people.tsv",
                      {FORMS("forms"), POS(), ENUM("side", side), ENUM("sector", sector),
                       FLAGS("flags", people_flags)}},
    [ISN_T_TITLE] = {"titles.tsv",
                     {FORMS("forms"), POS(), ENUM("sector", sector), ENUM("role", link_role),
                      FLAGS("flags", actor_flags)}},
    [ISN_T_NAME] = {"names.tsv", {FORMS("names"), ENUM("use", name_use)}},
    [ISN_T_OUTLET] = {"outlets.tsv",
                      {KEY("id"), FORMS("names"), STR("name"), ENUM("role", link_role), STR("country"),
                       STR("domain"), INT("cue"), STR("actor")}},
    [ISN_T_CASUALTY] = {"casualty.tsv",
                        {FORMS("forms"), POS(), ENUM("what", what), ENUM("harm", harm),
                         ENUM("side", side)}},
    [ISN_T_TRIGGER] = {"triggers.tsv",
                       {KEY("id"), FORMS("forms"), POS(), ENUM("event", event), ENUM("mode", mode),
                        ENUM("type", type), REF("frame", ISN_T_FRAME), ENUM("effect", what),
                        ENUM("harm", harm), WORDS("with"), WORDS("not"),
                        FLAGS("flags", trigger_flags), ENUM("context", context)}},
    [ISN_T_FRAME] = {"frames.tsv",
                     {KEY("id"), ENUM("subject", slot), ENUM("object", slot), ENUM("passive", slot),
                      ENUM("genitive", slot), ENUM("ala", slot), ENUM("fi", slot), ENUM("min", slot),
                      ENUM("ila", slot), ENUM("li", slot), ENUM("bi", slot), ENUM("didd", slot),
                      ENUM("maa", slot), ENUM("an", slot), ENUM("bayn", slot)}},
    [ISN_T_SPEECH] = {"speech.tsv",
                      {KEY("id"), FORMS("forms"), POS(), ENUM("act", act), ENUM("role", link_role)}},
    [ISN_T_ATTRIB] = {"attribution.tsv", {FORMS("names"), ENUM("kind", attrib)}},
    [ISN_T_CHANNEL] = {"channels.tsv", {FORMS("forms"), POS(), ENUM("kind", channel)}},
    [ISN_T_NUMERAL] = {"numerals.tsv",
                       {FORMS("names"), ENUM("kind", numeral), STR("value"), INT("fem")}},
    [ISN_T_BOUND] = {"bounds.tsv", {FORMS("names"), ENUM("kind", bound), INT("low")}},
    [ISN_T_UNIT] = {"units.tsv", {FORMS("forms"), POS(), ENUM("kind", unit)}},
    [ISN_T_MONTH] = {"months.tsv",
                     {FORMS("names"), ENUM("calendar", calendar), INT("value"), INT("cue")}},
    [ISN_T_DATEWORD] = {"datewords.tsv",
                        {FORMS("forms"), POS(), ENUM("kind", dateword), INT("value"),
                         ENUM("grain", grain)}},
    [ISN_T_CUE] = {"cues.tsv", {FORMS("forms"), POS(), ENUM("kind", cue)}},
    [ISN_T_FUNC] = {"function.tsv", {FORMS("names"), ENUM("kind", func)}},
    [ISN_T_FURNITURE] = {"furniture.tsv", {FORMS("names"), ENUM("kind", furniture)}},
    [ISN_T_CONTEXT] = {"contexts.tsv",
                       {FORMS("forms"), POS(), ENUM("context", context), INT("weight")}},
    [ISN_T_LABEL] = {"interface.tsv", {KEY("key"), STR("text")}},
    [ISN_T_WORDLIST] = {"wordlists.tsv", {KEY("id"), WORDS("words")}},
    [ISN_T_PERSON] = {"persons.tsv",
                      {KEY("id"), FORMS("names"), FORMS("short"), STR("name"),
                       REF("country", ISN_T_COUNTRY), ENUM("sector", sector), INT("inter"),
                       ENUM("role", link_role), ENUM("office", office), DAY("from"), DAY("to")}},
    [ISN_T_SPELLING] = {"spellings.tsv", {STR("stems")}},
    [ISN_T_SITE] = {"sites.tsv", {FORMS("forms"), POS(), ENUM("sector", sector)}},
};
