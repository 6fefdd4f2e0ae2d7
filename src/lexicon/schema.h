/* schema.h: which files a language pack has, and the type of each of their columns. The compiler checks
 * rows against it, the readers take cells by the column numbers below. To add a column: one line in
 * schema.c and one constant here, and isn_columns where it is the last; the pack carries a hash of the schema and refuses another one.
 */
#ifndef ISN_SCHEMA_H
#define ISN_SCHEMA_H

#include <stdint.h>

typedef enum isn_table {
    ISN_T_COUNTRY,   /* countries.tsv: states, names, capitals as metonyms */
    ISN_T_NATION,    /* nations.tsv: nationality adjectives and demonyms */
    ISN_T_PLACE,     /* places.tsv */
    ISN_T_PLACEWORD, /* placewords.tsv: city, suburb, camp, near, north of */
    ISN_T_ACTOR,     /* actors.tsv: named organisations, groups, offices */
    ISN_T_ORGWORD,   /* orgwords.tsv: heads of composed actors: army, ministry, sources */
    ISN_T_PEOPLE,    /* people.tsv: human nouns: soldier, child, demonstrator */
    ISN_T_TITLE,     /* titles.tsv: offices, ranks, honorifics before a person's name */
    ISN_T_NAME,      /* names.tsv: personal names */
    ISN_T_OUTLET,    /* outlets.tsv: newspapers, broadcasters, agencies, platforms */
    ISN_T_CASUALTY,  /* casualty.tsv: dead, wounded, prisoner, displaced, corpse */
    ISN_T_TRIGGER,   /* triggers.tsv: what happens */
    ISN_T_FRAME,     /* frames.tsv: roles; no words of its own */
    ISN_T_SPEECH,    /* speech.tsv: verbs of saying */
    ISN_T_ATTRIB,    /* attribution.tsv: according to, quoting */
    ISN_T_CHANNEL,   /* channels.tsv: statement, interview, tweet */
    ISN_T_NUMERAL,   /* numerals.tsv */
    ISN_T_BOUND,     /* bounds.tsv: at least, about, dozens of */
    ISN_T_UNIT,      /* units.tsv: counted things that are not people */
    ISN_T_MONTH,     /* months.tsv */
    ISN_T_DATEWORD,  /* datewords.tsv: weekdays, yesterday, since, beginning of */
    ISN_T_CUE,       /* cues.tsv: modality, prevention, plan, tally, update, denial */
    ISN_T_FUNC,      /* function.tsv: prepositions, conjunctions, pronouns, negation */
    ISN_T_FURNITURE, /* furniture.tsv: share bars, read also, photo credits */
    ISN_T_CONTEXT,   /* contexts.tsv: words that tell PLOVER contexts, or other fields of life */
    ISN_T_LABEL,     /* interface.tsv: what `isnad code --format text` calls things; never matched */
    ISN_T_WORDLIST,  /* wordlists.tsv: lists that WORDS cells name; no words of its own */
    ISN_T_PERSON,    /* persons.tsv: persons of public life, a row for each office and its time */
    ISN_T_SPELLING,  /* spellings.tsv: stems that the press spells in several ways; no words of its own */
    ISN_T_SITE,      /* sites.tsv: buildings and posts that are somebody's */
    ISN_TABLES
} isn_table;

typedef enum isn_column_type {
    ISN_COL_KEY,   /* text, unique in the file */
    ISN_COL_STR,   /* text */
    ISN_COL_INT,
    ISN_COL_DEC,   /* decimal, stored times 10,000 */
    ISN_COL_DAY,   /* YYYY, YYYY-MM or YYYY-MM-DD, stored as the number YYYYMMDD, 00 for what is not said */
    ISN_COL_ENUM,  /* one word of a vocabulary */
    ISN_COL_FLAGS, /* words of a vocabulary, comma-separated */
    ISN_COL_POS,   /* an ENUM of `isn_vocab_pos` that says how the FORMS column inflects */
    ISN_COL_FORMS, /* alternatives separated by | ; each makes entries of the lexicon */
    ISN_COL_WORDS, /* single words separated by | , compiled to symbols: with and without the article,
                      and with the alef of the accusative; =word for that spelling only; @list for the
                      words of a row of wordlists.tsv */
    ISN_COL_REF    /* key of a row in table `ref` */
} isn_column_type;

typedef struct isn_column {
    const char *name;
    isn_column_type type;
    const char *const *vocab; /* NULL-terminated; ENUM, FLAGS, POS */
    isn_table ref;            /* REF */
} isn_column;

#define ISN_MAX_COLUMNS 16

typedef struct isn_table_schema {
    const char *file;
    isn_column columns[ISN_MAX_COLUMNS]; /* ended by name == NULL */
} isn_table_schema;

extern const isn_table_schema isn_schema[ISN_TABLES];

/* ---- vocabularies: enum constants follow the order of the words in schema.c --------------------- */

/* pos: how a FORMS column inflects.
 *   name    exact words: أبو بكر البغدادي
 *   noun    sg/pl/pl…: قتيل/قتلى ; + for a sound masculine plural (مسلح/+), @ for ات (غارة/@),
 *           - for none (دم/-). Duals, accusative alef, construct forms are generated.
 *   masdar  as noun, with ISN_FORM_MASDAR
 *   adj     masculine singular [/broken plural…]: عراقي ; عسكري ; عربي/عرب. Feminine, dual, plurals.
 *   verb    perfect/imperfect/masdar/active/passive: قتل/يقتل/قتل,مقتل/قاتل/مقتول ; - for none.
 *           All persons, numbers, moods; passives that are spelled otherwise are generated.
 *           " ~ tail" after it is a fixed tail: أطلق/يطلق/إطلاق/مطلق/- ~ سراح
 */
extern const char *const isn_vocab_pos[];
enum { ISN_POS_NAME, ISN_POS_NOUN, ISN_POS_MASDAR, ISN_POS_ADJ, ISN_POS_VERB };

extern const char *const isn_vocab_sector[]; /* "-" first, then PLOVER's codes */
enum {
    ISN_SEC_NONE, ISN_SEC_COP, ISN_SEC_GOV, ISN_SEC_JUD, ISN_SEC_LEG, ISN_SEC_MIL, ISN_SEC_PRM,
    ISN_SEC_PTY, ISN_SEC_REB, ISN_SEC_SPY, ISN_SEC_UAF, ISN_SEC_UNK, ISN_SEC_AGR, ISN_SEC_BUS,
    ISN_SEC_CRM, ISN_SEC_CVL, ISN_SEC_EDU, ISN_SEC_ELI, ISN_SEC_JRN, ISN_SEC_LAB, ISN_SEC_MED,
    ISN_SEC_REF, ISN_SEC_OPP, ISN_SEC_PRE, ISN_SEC_REL, ISN_SEC_SOC, ISN_SEC_IGO, ISN_SEC_UNO,
    ISN_SEC_EUR, ISN_SEC_NGO, ISN_SEC_ISM, ISN_SEC_IMG, ISN_SEC_MNC
};

extern const char *const isn_vocab_link_role[]; /* contract: chain[].role */
enum {
    ISN_LINK_NONE, ISN_LINK_WITNESS, ISN_LINK_MEDIC, ISN_LINK_OFFICIAL, ISN_LINK_BELLIGERENT,
    ISN_LINK_SPOKESPERSON, ISN_LINK_AGENCY, ISN_LINK_OUTLET, ISN_LINK_DOCUMENT, ISN_LINK_UNKNOWN
};

extern const char *const isn_vocab_place_type[];
enum {
    ISN_PT_NONE, ISN_PT_COUNTRY, ISN_PT_REGION, ISN_PT_GOVERNORATE, ISN_PT_DISTRICT, ISN_PT_CITY,
    ISN_PT_TOWN, ISN_PT_VILLAGE, ISN_PT_NEIGHBOURHOOD, ISN_PT_CAMP, ISN_PT_SITE, ISN_PT_WATER
};

/* placewords: what the word does. TYPE: heads a place (مدينة الرقة); NEAR: قرب، محيط; DIRECTION: شمالي;
 * RURAL: ريف; AREA: منطقة، مناطق; SITE: a kind of building or facility: مستشفى، مدرسة، مسجد، مطار; ROAD: a site between
 * two places (طريق بيروت - دمشق); PART: begins names of villages (بيت ياحون), alone it is none; BORDER: an area that
 * goes on with مع and a country; LIES: says behind a name where the place is (الواقعة في كذا); BESIDE: what it lies beside
 * or leads to (المحاذية لكذا); CALLED: heads a place, and what follows is its name, whatever it looks like (المكان المسمى كذا);
 * SIDE: a part of the place behind ل (المدخل الشمالي لمدينة كذا) */
extern const char *const isn_vocab_place_use[];
enum { ISN_PU_NONE, ISN_PU_TYPE, ISN_PU_NEAR, ISN_PU_DIRECTION, ISN_PU_RURAL, ISN_PU_AREA, ISN_PU_SITE,
       ISN_PU_ROAD, ISN_PU_PART, ISN_PU_BORDER, ISN_PU_LIES, ISN_PU_BESIDE,
       ISN_PU_CALLED, ISN_PU_SIDE };

extern const char *const isn_vocab_actor_flags[];
enum {
    ISN_AF_ARMED = 1 << 0,    /* fights: as a source it is a belligerent and a party */
    ISN_AF_CUE = 1 << 1,      /* the name is also a common word: needs a head or quotation marks; title: its madda (آمر) */
    ISN_AF_HEAD = 1 << 2,     /* orgword: takes a complement (وزارة + الدفاع, حركة + name) */
    ISN_AF_STATE = 1 << 3,    /* orgword: belongs to a state, which a nationality or the story names */
    ISN_AF_SOURCE = 1 << 4,   /* مصدر، مصادر، شهود: an anonymous speaker */
    ISN_AF_PERSONAL = 1 << 5, /* an office or a person, not an organisation */
    ISN_AF_HOSTILE = 1 << 6,  /* a name its enemies use */
    ISN_AF_SPOKES = 1 << 7,   /* speaks for another: متحدث، ناطق */
    ISN_AF_RANK = 1 << 8,     /* military or police rank */
    ISN_AF_HONORIFIC = 1 << 9, /* السيد، الشيخ، الدكتور: says nothing of the office */
    ISN_AF_GENERIC = 1 << 10, /* the Party, the Sides: resolved from the text */
    ISN_AF_FORMER = 1 << 11,  /* سابق، مخلوع */
    ISN_AF_WEAPON = 1 << 12,  /* مسيّرة، طائرة: stands for who flies it */
    ISN_AF_ENVOY = 1 << 14,   /* title, orgword: serves abroad: سفير، قنصل، وفد */
    ISN_AF_RULES = 1 << 15,   /* actor: a movement that rules land and has an army and ministries of its own */
    ISN_AF_HOME = 1 << 17,    /* deals with other lands: the paper's own where none is told: وزير الخارجية */
    ISN_AF_GOVERNS = 1 << 18, /* orgword: a part of the government that has a force: police or army in what it does, not in its words */
    ISN_AF_OWN = 1 << 19,     /* orgword: names somebody's only with a pronoun: بلاده */
    ISN_AF_LOCAL = 1 << 16,   /* other states have a body of that name: this one's only where the story is there */
    ISN_AF_MODIFIER = 1 << 13 /* orgword adjective: أمني، طبي، حكومي after a source or an office */
};

extern const char *const isn_vocab_side[];
enum { ISN_SIDE_UNKNOWN, ISN_SIDE_ARMED, ISN_SIDE_CIVILIAN };

extern const char *const isn_vocab_people_flags[];
enum {
    ISN_PF_CHILD = 1 << 0, ISN_PF_WOMAN = 1 << 1, ISN_PF_LEADER = 1 << 2, /* قيادي، زعيم */
    ISN_PF_UNIT = 1 << 3,  /* families, households: counted, but not people */
    ISN_PF_GROUP = 1 << 4, /* collective: أهالي، سكان، عشائر */
    ISN_PF_ADJ = 1 << 5,   /* also an adjective: مدني، مسلح, مجهول */
    ISN_PF_ACCUSED = 1 << 6,
    ISN_PF_ENVOY = 1 << 7, /* سفير، قنصل */
    ISN_PF_ANY = 1 << 8,   /* شخص، فرد: nothing is told of them but that they are people */
    ISN_PF_FOREIGN = 1 << 9, /* مهاجرون: from another country than where they are */
    ISN_PF_KIN = 1 << 10, /* شقيق، والدة: somebody's, who stands behind it */
    ISN_PF_PAIR = 1 << 11 /* شرطيين: two of them where no figure tells how many */
};

extern const char *const isn_vocab_what[]; /* contract: counts[].what */
enum {
    ISN_WHAT_NONE, ISN_WHAT_KILLED, ISN_WHAT_WOUNDED, ISN_WHAT_CAPTURED, ISN_WHAT_MISSING,
    ISN_WHAT_DISPLACED, ISN_WHAT_RELEASED, ISN_WHAT_ACTIONS
};

extern const char *const isn_vocab_harm[]; /* contract: counts[].harm_term */
enum {
    ISN_HARM_NONE, ISN_HARM_KILLED, ISN_HARM_WOUNDED, ISN_HARM_CASUALTIES, ISN_HARM_NEUTRALISED,
    ISN_HARM_DETERRED
};

extern const char *const isn_vocab_event[]; /* PLOVER */
enum {
    ISN_EV_NONE, ISN_EV_AGREE, ISN_EV_CONSULT, ISN_EV_SUPPORT, ISN_EV_CONCEDE, ISN_EV_COOPERATE,
    ISN_EV_AID, ISN_EV_RETREAT, ISN_EV_REQUEST, ISN_EV_ACCUSE, ISN_EV_REJECT, ISN_EV_THREATEN,
    ISN_EV_PROTEST, ISN_EV_SANCTION, ISN_EV_MOBILIZE, ISN_EV_COERCE, ISN_EV_ASSAULT
};

extern const char *const isn_vocab_mode[]; /* PLOVER's modes, all categories; "-" first */
enum {
    ISN_MODE_NONE, ISN_MODE_VISIT, ISN_MODE_THIRD_PARTY, ISN_MODE_MULTILATERAL, ISN_MODE_PHONE,
    ISN_MODE_WITHDRAW, ISN_MODE_RELEASE, ISN_MODE_DISARM, ISN_MODE_CEASEFIRE, ISN_MODE_ACCESS,
    ISN_MODE_RESIGN, ISN_MODE_ASSIST, ISN_MODE_CHANGE, ISN_MODE_YIELD, ISN_MODE_MEET,
    ISN_MODE_DISAPPROVE, ISN_MODE_INVESTIGATE, ISN_MODE_ALLEGE, ISN_MODE_RESTRICT, ISN_MODE_ARREST,
    ISN_MODE_RELATIONS, ISN_MODE_EXPEL, ISN_MODE_TERRITORY, ISN_MODE_VIOLENCE, ISN_MODE_DEMO,
    ISN_MODE_RIOT, ISN_MODE_STRIKE, ISN_MODE_HUNGER, ISN_MODE_BOYCOTT, ISN_MODE_OBSTRUCT,
    ISN_MODE_VANDALIZE, ISN_MODE_CONVICT, ISN_MODE_DISCONTINUE, ISN_MODE_TROOPS, ISN_MODE_WEAPONS,
    ISN_MODE_POLICE, ISN_MODE_MILITIA, ISN_MODE_SEIZE, ISN_MODE_CENSOR, ISN_MODE_CURFEW,
    ISN_MODE_MARTIAL_LAW, ISN_MODE_DEPORT, ISN_MODE_WITHHOLD, ISN_MODE_MISINFORMATION,
    ISN_MODE_CYBER, ISN_MODE_ABDUCT, ISN_MODE_BEAT, ISN_MODE_TORTURE, ISN_MODE_SEXUAL,
    ISN_MODE_TARGETED, ISN_MODE_DESTROY, ISN_MODE_PRIMITIVE, ISN_MODE_FIREARMS,
    ISN_MODE_EXPLOSIVES, ISN_MODE_SUICIDE_ATTACK, ISN_MODE_AERIAL, ISN_MODE_DRONE,
    ISN_MODE_HEAVY_WEAPONS, ISN_MODE_CROWD_CONTROL, ISN_MODE_UNCONVENTIONAL
};

extern const char *const isn_vocab_type[]; /* contract: claims[].type */
enum {
    ISN_TY_INCIDENT, ISN_TY_TALLY, ISN_TY_AGGREGATE, ISN_TY_ANNOUNCEMENT, ISN_TY_STATEMENT,
    ISN_TY_DENIAL, ISN_TY_COMMITMENT, ISN_TY_UPDATE
};

extern const char *const isn_vocab_trigger_flags[];
enum {
    ISN_TG_WEAK = 1 << 0,      /* only with a person or armed actor as argument, or a count */
    ISN_TG_CASUALTY = 1 << 1,  /* a result (مقتل، سقوط قتلى، إصابة): joins the attack near it */
    ISN_TG_ATTACK = 1 << 2,    /* a kinetic action: takes the casualty counts of its results */
    ISN_TG_SPEECH = 1 << 3,    /* a speech act: its subject is also the origin of the chain */
    ISN_TG_RESULT = 1 << 4,    /* أسفر عن، أدى إلى، أوقع: ties an attack to its counts; no event itself */
    ISN_TG_LIGHT = 1 << 5,     /* شن، نفذ، تعرض ل: takes the event of the noun after it */
    ISN_TG_FUTURE = 1 << 6,    /* a promise or plan: سحب is to come */
    ISN_TG_CLAIM = 1 << 7,     /* تبنى: claims responsibility for the attack named */
    ISN_TG_RECIPROCAL = 1 << 8, /* clashes, talks: both sides are actors, the first is named first */
    ISN_TG_NEEDS = 1 << 9,     /* only with one of its `with` words */
    ISN_TG_STATE = 1 << 10,    /* a lasting state, background unless it is the news */
    ISN_TG_PREVENT = 1 << 11,  /* أحبط، تصدى ل: the attack it names did not succeed */
    ISN_TG_TOLD = 1 << 12,     /* نفى صحة الأنباء: denies what was told before */
    ISN_TG_OWN = 1 << 13,      /* نفى مسؤوليته، ضلوعه: denies his own hand in it */
    ISN_TG_LASTING = 1 << 14,  /* الحرب، النزاع: goes on for long; many dead of it are a sum */
    ISN_TG_HAPPENS = 1 << 15,  /* وقع، حدث: of a noun with the article it tells when and where the deed told before was */
    ISN_TG_DENIED = 1 << 16,   /* نفى وجود مسلحين: news only where it is denied */
    ISN_TG_STEP = 1 << 17,     /* تسلل، طوق، اعترض: how a deed is begun; none beside what its doer did then */
    ISN_TG_FOUND = 1 << 18     /* ضبط، صادر، نهب: told beside those who were struck or taken, no news of its own */
};

/* frames: roles of subject, object, idafa complement and prepositions */
extern const char *const isn_vocab_slot[];
enum {
    ISN_SLOT_NONE, ISN_SLOT_ACTOR, ISN_SLOT_RECIPIENT, ISN_SLOT_VICTIM /* recipient and count */,
    ISN_SLOT_TARGET /* recipient if an actor or people, place if a place */, ISN_SLOT_PLACE,
    ISN_SLOT_TOPIC, ISN_SLOT_EVENT /* another trigger: its event is meant */, ISN_SLOT_WEAPON,
    ISN_SLOT_COUNT /* a count of what the row's effect says */
};

extern const char *const isn_vocab_act[]; /* speech acts */
enum {
    ISN_ACT_SAY, ISN_ACT_ANNOUNCE, ISN_ACT_CONFIRM, ISN_ACT_DENY, ISN_ACT_CLAIM /* زعم */,
    ISN_ACT_REPORT /* نقل، ذكر of media */, ISN_ACT_CARRY /* أضاف، تابع: the speaker goes on */,
    ISN_ACT_CALL, ISN_ACT_WARN, ISN_ACT_ACCUSE, ISN_ACT_PROMISE, ISN_ACT_DOCUMENT /* وثق، رصد */,
    ISN_ACT_VOICE, /* عبر … عن */
    ISN_ACT_HEAR /* علمت صحيفة كذا من مصدر */, ISN_ACT_ASCRIBE /* نسبت وكالة كذا إلى مصدر */
};

extern const char *const isn_vocab_attrib[]; /* attribution phrases */
enum {
    ISN_AT_ACCORDING /* بحسب، وفق، كما أفاد: what follows is the source */,
    ISN_AT_QUOTING /* نقلا عن، عن: the source behind the one just named */,
    ISN_AT_TONGUE /* على لسان */, ISN_AT_VIA /* عبر، على صفحته: a channel */,
    ISN_AT_TO /* في حديث لـ, لـ: the outlet it was told to */,
    ISN_AT_HIS_WORDS /* قوله إن */, ISN_AT_RELATING /* على ما + a verb of saying */,
    ISN_AT_NAMED /* تطلق على نفسها: a name in quotation marks follows */
};

extern const char *const isn_vocab_channel[];
enum {
    ISN_CH_NONE, ISN_CH_STATEMENT, ISN_CH_INTERVIEW, ISN_CH_PRESS, ISN_CH_SOCIAL, ISN_CH_BROADCAST,
    ISN_CH_DOCUMENT, ISN_CH_SPEECH, ISN_CH_PHONE, ISN_CH_VIDEO
};

extern const char *const isn_vocab_numeral[];
enum {
    ISN_NUM_UNIT /* 1-9 */, ISN_NUM_TEEN /* عشر، عشرة in compounds */, ISN_NUM_TENS, ISN_NUM_HUNDRED,
    ISN_NUM_SCALE /* thousand and up */, ISN_NUM_ORDINAL, ISN_NUM_FRACTION, ISN_NUM_ZERO,
    ISN_NUM_HUNDREDS /* one word: ثلاثمئة */, ISN_NUM_PERCENT, ISN_NUM_OTHER /* آخر، أخرى */,
    ISN_NUM_POINT /* فاصلة in decimals */, ISN_NUM_MINUS /* سالب */
};

extern const char *const isn_vocab_quantity[]; /* contract: counts[].quantity */
enum {
    ISN_Q_EXACT, ISN_Q_AT_LEAST, ISN_Q_AT_MOST, ISN_Q_ABOUT, ISN_Q_RANGE, ISN_Q_VAGUE, ISN_Q_NONE
};

extern const char *const isn_vocab_bound[]; /* what a bound does */
enum {
    ISN_B_AT_LEAST, ISN_B_MORE_THAN, ISN_B_AT_MOST, ISN_B_LESS_THAN, ISN_B_ABOUT, ISN_B_VAGUE,
    ISN_B_RANGE_FROM, ISN_B_RANGE_TO, ISN_B_NONE /* لا، دون، لم يسفر عن … أي */,
    ISN_B_INCLUDING /* بينهم، من ضمنهم: a subset follows */,
    ISN_B_PLUS /* إضافة إلى: a further count follows */, ISN_B_EACH, ISN_B_OUT_OF /* من أصل */,
    ISN_B_TOTAL /* ما مجموعه: no bound, but the number that follows is a count */
};

extern const char *const isn_vocab_unit[];
enum {
    ISN_U_MUNITION, ISN_U_VEHICLE, ISN_U_ACTION, ISN_U_FAMILY, ISN_U_TIME, ISN_U_MONEY, ISN_U_ANIMAL,
    ISN_U_BUILDING, ISN_U_DISTANCE, ISN_U_WEIGHT, ISN_U_PERCENT, ISN_U_FORMATION /* اللواء 17 */,
    ISN_U_THING, ISN_U_CASE /* حالة: of people arrested or hurt, else of deeds */,
    ISN_U_TURN /* مرة: how often something was done */
};

extern const char *const isn_vocab_dateword[];
enum {
    ISN_DW_WEEKDAY /* value 0 Sunday … 6 */, ISN_DW_DAY /* value: days from the anchor: اليوم 0، أمس -1 */,
    ISN_DW_UNIT /* value: grain; يوم أسبوع شهر عام قرن ساعة دقيقة */, ISN_DW_LAST /* ماضي، فائت، منصرم */,
    ISN_DW_NEXT /* مقبل، قادم */, ISN_DW_THIS /* جاري، حالي، هذا */, ISN_DW_BEGIN /* مطلع، بداية، أوائل */,
    ISN_DW_MIDDLE /* منتصف */, ISN_DW_END /* نهاية، أواخر */, ISN_DW_SINCE /* منذ */, ISN_DW_AGO /* قبل */,
    ISN_DW_AFTER /* بعد، خلال مهلة */, ISN_DW_DURING /* خلال، في غضون */, ISN_DW_UNTIL /* حتى، إلى غاية، بحلول */,
    ISN_DW_PARTDAY /* فجر، صباح، ظهر، مساء، ليل; value: hour */, ISN_DW_SEASON /* value: first month */,
    ISN_DW_FEAST, ISN_DW_ERA /* هـ، م، ق.م; value 1 Hijri 0 AD -1 BC */, ISN_DW_RECENT /* أخيرا، مؤخرا */,
    ISN_DW_PUBLISHED /* نشر في، تاريخ النشر */, ISN_DW_UPDATED, ISN_DW_DEADLINE /* مهلة، موعد أقصاه */,
    ISN_DW_EARLIER /* سابق */, ISN_DW_LATER /* لاحق */, ISN_DW_ANNIVERSARY, ISN_DW_AND_HALF,
    ISN_DW_CLOCK /* الساعة */, ISN_DW_EQUALS /* الموافق: the same day in another calendar follows */,
    ISN_DW_LESS /* إلا ربعا */, ISN_DW_ZONE /* بتوقيت غرينتش */, ISN_DW_DECADE /* value: first year; تسعينيات */,
    ISN_DW_HALF /* value: how many a period has; النصف الأول، الربع الثاني من العام */,
    ISN_DW_AGE /* من عمره */, ISN_DW_NAMED /* ثورة، شارع: a day and month after it are a name */,
    ISN_DW_RUNNING /* على التوالي */, ISN_DW_RECORD /* الأعنف، لأول مرة: since then, no period */
};

extern const char *const isn_vocab_grain[];
enum {
    ISN_G_NONE, ISN_G_SECOND, ISN_G_MINUTE, ISN_G_HOUR, ISN_G_DAY, ISN_G_WEEK, ISN_G_MONTH,
    ISN_G_QUARTER, ISN_G_YEAR, ISN_G_DECADE, ISN_G_CENTURY
};

extern const char *const isn_vocab_calendar[];
enum { ISN_CAL_GREGORIAN, ISN_CAL_HIJRI };

extern const char *const isn_vocab_cue[];
enum {
    ISN_CUE_NEGATION /* لم، لا، ليس: what follows did not happen */,
    ISN_CUE_DENIAL /* نفى صحة، لا صحة ل */, ISN_CUE_FUTURE /* سوف، من المقرر، يعتزم */,
    ISN_CUE_HYPOTHETICAL /* قد، ربما، إذا، لو، في حال، احتمال */, ISN_CUE_PLAN /* خطط، كان ينوي */,
    ISN_CUE_PREVENT /* أحبط، حال دون، منع */, ISN_CUE_THREAT /* هدد ب، توعد */,
    ISN_CUE_FEAR /* يخشى، خشية، مخاوف من */, ISN_CUE_EXERCISE /* تدريبات، مناورات، محاكاة */,
    ISN_CUE_DEMAND /* طالب ب، دعا إلى: the act asked for did not happen */,
    ISN_CUE_PAST /* كان قد، سبق أن، في وقت سابق: background */, ISN_CUE_TALLY /* إجمالي، منذ بدء */,
    ISN_CUE_AGGREGATE /* سلسلة، خلال 24 ساعة */, ISN_CUE_UPDATE /* ارتفع عدد، ارتفاع حصيلة */,
    ISN_CUE_CONTRAST /* لكن، غير أن، في المقابل */, ISN_CUE_CAUSE /* جراء، نتيجة، إثر */,
    ISN_CUE_PURPOSE /* بهدف، من أجل، ل */, ISN_CUE_ACCUSATION /* بتهمة، للاشتباه ب */,
    ISN_CUE_CONTINUE /* واصل، استمر، جدد: the event is that of the noun */, ISN_CUE_BEGIN /* بدأ، شرع */,
    ISN_CUE_END /* أوقف، علق، أنهى: what follows stops */, ISN_CUE_ATTEMPT /* حاول، محاولة */,
    ISN_CUE_FICTION /* فيلم، رواية، لعبة */, ISN_CUE_ACCIDENT /* حادث سير، حريق عرضي */,
    ISN_CUE_NUMBER /* عدد، أعداد: a sum where one of the next two follows */,
    ISN_CUE_REACH /* بلغ، تجاوز */, ISN_CUE_RISE /* ارتفع، زاد */,
    ISN_CUE_TOLL /* حصيلة: a number told as it stands */,
    ISN_CUE_MENTION /* مكان، مناطق، آثار: the noun right after is named, not told */,
    ISN_CUE_HABIT /* عادة ما، دأبت على */,
    ISN_CUE_AFFAIRS /* الأوضاع في، الأزمة في: where they are, not where one speaks of them */,
    ISN_CUE_ANOTHER /* هجوم آخر، عملية جديدة: not the one told before */,
    ISN_CUE_CUSTODY /* سجون، معتقلات: whose they are is who holds and hurts those in them */,
    ISN_CUE_MADE_OF /* خلية تضم خمسة: how many a body is of */,
    ISN_CUE_DEED /* العملية، الحادث: the one told before, whatever it was */,
    ISN_CUE_RAISE /* رفعت الوزارة حصيلة، عدل المرصد عدد: who corrects a number */,
    ISN_CUE_REPRISAL /* ردا على، انتقاما ل: what is told behind it came before, and others did it */,
    ISN_CUE_SAKE /* نصرة للشعب، تلبية لدعوة: for whom or what it is done, and not to whom */,
    ISN_CUE_UNLIKE /* غير: what the one word behind it says is not so */,
    ISN_CUE_SAME_TIME /* الفترة نفسها: the time of the sum told before */,
    ISN_CUE_NOTHING /* غير مسبوق، بدون طيار: begins as a cue and is none */,
    ISN_CUE_TURN /* إلى ذلك، في سياق متصل: the report turns to something else */,
    ISN_CUE_RATE /* يوميا، كل شهر: so many each day, and no count */,
    ISN_CUE_MOTIVE /* احتجاجا على، تنديدا بـ: what is told behind it came before, and is why */,
    ISN_CUE_AVERAGE /* متوسط عدد القتلى، بمعدل: what follows is no count either */,
    ISN_CUE_WOUNDS /* متأثرا بإصابته: what follows tells of the earlier blow */,
    ISN_CUE_SLOGAN /* شعارات، لافتات: what they say is no act of its own */,
    ISN_CUE_WITHOUT /* دون، بدون: in passing, what did not happen */,
    ISN_CUE_COMES /* يأتي الهجوم بعد كذا: only when it came, of what was told */,
    ISN_CUE_BESIDES /* تزامنا مع، فضلا عن: what follows is another thing */,
    ISN_CUE_PRESENCE /* نفى وجود قوات: whose being there is denied, and no deed */,
    ISN_CUE_PROPOSAL /* مقترح، مبادرة: what it provides for has not happened */,
    ISN_CUE_WAY, /* متجه، ينحدر: whither one goes or whence one comes, not where it befell him */
    ISN_CUE_ENTRY, /* دخول، الوصول إلى: who keeps people from it does so there */
    ISN_CUE_AMID, /* وسط استمرار، مع تجدد: what goes on meanwhile, and is no topic */
    ISN_CUE_PLAIN,   /* سيارة مفخخة، مسلحون: violence, and no figure of speech */
    ISN_CUE_COUNTER, /* بخلاف ذلك، في رواية أخرى: told otherwise by another */
    ISN_CUE_REPORT,  /* أنباء، مزاعم: what stands right behind is told, and may be called false */
    ISN_CUE_COPY,    /* تسلمنا نسخة منه: the day behind it is that on which the paper came */
    ISN_CUE_ALL,     /* جميعهم: what stands behind it is said of all that were told of */
    ISN_CUE_GIVEN,   /* طالب، مبارك: between an office and a name a given name, whatever else it may be */
    ISN_CUE_OWNED,   /* سيارة تعود لفلان: right behind a thing, and before ل, whose it is */
    ISN_CUE_PATRON,  /* مدعوم، موال: who backs them stands behind من or ل, and has no part in it */
    ISN_CUE_USED_BY  /* مبنى تستخدمه: right behind it stands who has the house */
};

extern const char *const isn_vocab_func[];
enum {
    ISN_FN_ALA /* على */, ISN_FN_FI /* في */, ISN_FN_MIN /* من */, ISN_FN_ILA /* إلى */, ISN_FN_AN /* عن */,
    ISN_FN_MAA /* مع */, ISN_FN_DIDD /* ضد، بحق، تجاه */, ISN_FN_BAYN /* بين */, ISN_FN_LI /* ل alone: لدى */,
    ISN_FN_BI /* ب alone: بواسطة، عبر */, ISN_FN_ALONG /* بالتنسيق مع */, ISN_FN_HAND /* على يد، على أيدي، من قبل، من جانب */,
    ISN_FN_AND /* و ف ثم أو alone */, ISN_FN_THAT /* أن، إن، بأن */, ISN_FN_WHO /* الذي التي الذين */,
    ISN_FN_NOT /* لم لن لا ما ليس غير */, ISN_FN_PRONOUN /* هو هي هم */, ISN_FN_THIS /* هذا ذلك تلك */,
    ISN_FN_WHILE /* فيما، بينما، في حين، إذ */, ISN_FN_AFTER /* بعد، بعدما، عقب، إثر */,
    ISN_FN_BEFORE /* قبل، قبيل */, ISN_FN_BUT /* لكن، غير أن، إلا أن */, ISN_FN_QAD /* قد */,
    ISN_FN_KANA /* كان كانت كانوا */, ISN_FN_SAWFA /* سوف */, ISN_FN_IF /* إذا إن لو */,
    ISN_FN_FOR /* لأجل، بهدف، كي، لكي */, ISN_FN_BECAUSE /* لأن، بسبب */, ISN_FN_WHICH /* ما، مما: ما أدى إلى */,
    ISN_FN_OTHER /* other function words: never part of a name */, ISN_FN_LAM /* لم alone: past negation */,
    ISN_FN_LAN /* لن: negated future */, ISN_FN_EACH /* كل، جميع، بعض، أحد، إحدى */,
    ISN_FN_BELONGS /* تابعة، تابعا: whose it is stands after ل */,
    ISN_FN_WHERE /* حيث: as WHILE, and what it opens lies in the place before it */,
    ISN_FN_CARRIES /* تقل، على متنها: who is in a vehicle follows */,
    ISN_FN_WHEN, /* عندما، حين: as WHILE, and what it opens is what happened */
    ISN_FN_FRONT, /* أمام، خلف: what stands behind it tells where */
    ISN_FN_UNNAMED, /* طلب عدم ذكر اسمه: words about the speaker's name, which tell nothing */
    ISN_FN_EXCEPT, /* سوى، إلا: behind a negation that very thing is so */
    ISN_FN_STILL /* لا يزال، بات: the verb behind it goes on with whom it was said of */
};

extern const char *const isn_vocab_furniture[];
enum {
    ISN_FU_LINE /* a line that is or begins with it is furniture */, ISN_FU_EXACT /* only the whole line */,
    ISN_FU_SECTION /* and all lines after it too: related stories */, ISN_FU_CAPTION /* صورة: */,
    ISN_FU_CREDIT /* تصوير، Getty */, ISN_FU_BYLINE /* كتب، إعداد، ترجمة */, ISN_FU_DATELINE /* نشر في */,
    ISN_FU_NEXT /* this line and the one after it */, ISN_FU_UPDATED /* آخر تحديث: a dateline too */,
    ISN_FU_TOPIC /* سياسة، محليات: a section of a paper */, ISN_FU_PRESS /* برس، أونلاين: ends a paper's name */
};

extern const char *const isn_vocab_office[]; /* what a person holds */
enum { ISN_OF_NONE, ISN_OF_HEAD_OF_STATE, ISN_OF_HEAD_OF_GOVERNMENT, ISN_OF_DEPUTY, ISN_OF_FOREIGN,
       ISN_OF_DEFENCE, ISN_OF_INTERIOR, ISN_OF_ARMY, ISN_OF_INTELLIGENCE, ISN_OF_POLICE, ISN_OF_SPEAKER,
       ISN_OF_MINISTER, ISN_OF_ADVISER, ISN_OF_ENVOY, ISN_OF_SPOKES, ISN_OF_LEADER, ISN_OF_COMMANDER,
       ISN_OF_SECRETARY_GENERAL, ISN_OF_CLERIC, ISN_OF_POLITICIAN, ISN_OF_HEAD };

extern const char *const isn_vocab_name_use[]; /* COMPOUND: أبو، عبد: goes with the word after it; PARENT: and بن، ولد with that before it */
enum { ISN_NU_NONE, ISN_NU_COMPOUND, ISN_NU_PARENT };

extern const char *const isn_vocab_context[]; /* "-", PLOVER's 37, then x-sport, x-film, x-medicine, … */
enum {
    ISN_CX_NONE, ISN_CX_MILITARY, ISN_CX_INTELLIGENCE, ISN_CX_EXECUTIVE, ISN_CX_LEGISLATIVE,
    ISN_CX_ELECTION, ISN_CX_POLITICAL_INSTITUTIONS, ISN_CX_PRO_DEMOCRACY, ISN_CX_PRO_AUTOCRACY,
    ISN_CX_LEGAL, ISN_CX_DIPLOMATIC, ISN_CX_TERRITORY, ISN_CX_PEACEKEEPING, ISN_CX_HUMAN_RIGHTS,
    ISN_CX_RIGHTS_FREEDOMS, ISN_CX_REPRESSION, ISN_CX_HUMAN_SECURITY, ISN_CX_GENDER, ISN_CX_LGBT,
    ISN_CX_RELIGION_ETHNICITY, ISN_CX_INEQUALITY, ISN_CX_ASYLUM, ISN_CX_MIGRATION, ISN_CX_REPARATIONS,
    ISN_CX_ECONOMIC, ISN_CX_NATURAL_RESOURCE, ISN_CX_ENVIRONMENT, ISN_CX_DISASTERS, ISN_CX_HEALTH,
    ISN_CX_TECHNOLOGY, ISN_CX_TERRORISM, ISN_CX_CBRN, ISN_CX_CYBER, ISN_CX_MISINFORMATION, ISN_CX_CRIME,
    ISN_CX_CORRUPTION, ISN_CX_ILLEGAL_DRUGS, ISN_CX_TRAFFICKING, ISN_CX_PLOVER_LAST = ISN_CX_TRAFFICKING,
    ISN_CX_X_SPORT, ISN_CX_X_FICTION, ISN_CX_X_MEDICINE, ISN_CX_X_MARKET, ISN_CX_X_WEATHER,
    ISN_CX_X_ACCIDENT, ISN_CX_X_LEISURE, ISN_CX_X_SCIENCE, ISN_CX_X_FIGURE /* figures of speech */,
    ISN_CX_X_CIVIC /* rents, schooling, traffic, the laws of a household */,
    ISN_CX_X_CRIME /* within families, for greed: nobody's war */
};

/* ---- column numbers -------------------------------------------------------------------------------- */

enum { ISN_COUNTRY_ID, ISN_COUNTRY_NAMES, ISN_COUNTRY_CAPITALS, ISN_COUNTRY_NAME, ISN_COUNTRY_ISO3,
       ISN_COUNTRY_LAT, ISN_COUNTRY_LON, ISN_COUNTRY_PRESENT /* 1: armies and ministries of the region */,
       ISN_COUNTRY_SOLDIERS /* whose army it is, where the land has none of its own */,
       ISN_COUNTRY_ENEMY /* whom its press calls the enemy */ };
enum { ISN_NATION_FORMS, ISN_NATION_POS, ISN_NATION_COUNTRY /* REF */, ISN_NATION_FLAGS };
enum { ISN_PLACE_ID, ISN_PLACE_NAMES, ISN_PLACE_NAME, ISN_PLACE_TYPE, ISN_PLACE_COUNTRY /* REF */,
       ISN_PLACE_ADMIN1, ISN_PLACE_LAT, ISN_PLACE_LON, ISN_PLACE_PRECISION, ISN_PLACE_CUE /* 1: needs a cue */ };
enum { ISN_PLACEWORD_FORMS, ISN_PLACEWORD_POS, ISN_PLACEWORD_USE, ISN_PLACEWORD_TYPE };
enum { ISN_SITE_FORMS, ISN_SITE_POS, ISN_SITE_SECTOR };
enum { ISN_ACTOR_ID, ISN_ACTOR_NAMES, ISN_ACTOR_NAME, ISN_ACTOR_COUNTRY /* REF or - */, ISN_ACTOR_SECTOR,
       ISN_ACTOR_INTER, ISN_ACTOR_ROLE, ISN_ACTOR_FLAGS, ISN_ACTOR_FROM, ISN_ACTOR_TO };
enum { ISN_ORGWORD_FORMS, ISN_ORGWORD_POS, ISN_ORGWORD_SECTOR, ISN_ORGWORD_INTER, ISN_ORGWORD_ROLE,
       ISN_ORGWORD_FLAGS };
enum { ISN_PEOPLE_FORMS, ISN_PEOPLE_POS, ISN_PEOPLE_SIDE, ISN_PEOPLE_SECTOR, ISN_PEOPLE_FLAGS };
enum { ISN_TITLE_FORMS, ISN_TITLE_POS, ISN_TITLE_SECTOR, ISN_TITLE_ROLE, ISN_TITLE_FLAGS };
enum { ISN_NAME_FORMS, ISN_NAME_USE };
enum { ISN_OUTLET_ID, ISN_OUTLET_NAMES, ISN_OUTLET_NAME, ISN_OUTLET_ROLE, ISN_OUTLET_COUNTRY /* ISO3 */,
       ISN_OUTLET_DOMAIN, ISN_OUTLET_CUE /* 1: also a common word, needs quotation marks or a head */,
       ISN_OUTLET_ACTOR /* the actor it belongs to: Amaq, Saba; id or - */ };
enum { ISN_CASUALTY_FORMS, ISN_CASUALTY_POS, ISN_CASUALTY_WHAT, ISN_CASUALTY_HARM, ISN_CASUALTY_SIDE };
enum { ISN_TRIGGER_ID, ISN_TRIGGER_FORMS, ISN_TRIGGER_POS, ISN_TRIGGER_EVENT, ISN_TRIGGER_MODE,
       ISN_TRIGGER_TYPE, ISN_TRIGGER_FRAME /* REF */, ISN_TRIGGER_EFFECT /* what its victims suffer */,
       ISN_TRIGGER_HARM, ISN_TRIGGER_WITH, ISN_TRIGGER_NOT, ISN_TRIGGER_FLAGS, ISN_TRIGGER_CONTEXT };
enum { ISN_FRAME_ID, ISN_FRAME_SUBJECT, ISN_FRAME_OBJECT, ISN_FRAME_PASSIVE /* subject of the passive */,
       ISN_FRAME_GENITIVE /* what follows the verbal noun */, ISN_FRAME_ALA, ISN_FRAME_FI, ISN_FRAME_MIN,
       ISN_FRAME_ILA, ISN_FRAME_LI, ISN_FRAME_BI, ISN_FRAME_DIDD, ISN_FRAME_MAA, ISN_FRAME_AN, ISN_FRAME_BAYN };
enum { ISN_SPEECH_ID, ISN_SPEECH_FORMS, ISN_SPEECH_POS, ISN_SPEECH_ACT, ISN_SPEECH_ROLE };
enum { ISN_ATTRIB_NAMES, ISN_ATTRIB_KIND };
enum { ISN_CHANNEL_FORMS, ISN_CHANNEL_POS, ISN_CHANNEL_KIND };
enum { ISN_NUMERAL_NAMES, ISN_NUMERAL_KIND, ISN_NUMERAL_VALUE, ISN_NUMERAL_FEM /* 1: before feminine
       nouns; 2: only in a compound, أحد عشر; 3: only after a coefficient, آلاف; 4: as 2, with و, وأحد عشر */ };
enum { ISN_BOUND_NAMES, ISN_BOUND_KIND, ISN_BOUND_LOW /* of VAGUE */ };
enum { ISN_UNIT_FORMS, ISN_UNIT_POS, ISN_UNIT_KIND };
enum { ISN_MONTH_NAMES, ISN_MONTH_CALENDAR, ISN_MONTH_VALUE, ISN_MONTH_CUE /* 1: also a common word */ };
enum { ISN_DATEWORD_FORMS, ISN_DATEWORD_POS, ISN_DATEWORD_KIND, ISN_DATEWORD_VALUE, ISN_DATEWORD_GRAIN };
enum { ISN_CUE_FORMS, ISN_CUE_POS, ISN_CUE_KIND };
enum { ISN_FUNC_NAMES, ISN_FUNC_KIND };
enum { ISN_FURNITURE_NAMES, ISN_FURNITURE_KIND };
enum { ISN_CONTEXT_FORMS, ISN_CONTEXT_POS, ISN_CONTEXT_CONTEXT, ISN_CONTEXT_WEIGHT /* relevance, -9 to 9 */ };
enum { ISN_LABEL_KEY, ISN_LABEL_TEXT };
enum { ISN_WORDLIST_ID, ISN_WORDLIST_WORDS };
enum { ISN_PERSON_ID, ISN_PERSON_NAMES, ISN_PERSON_SHORT /* count after a title, or once known */,
       ISN_PERSON_NAME, ISN_PERSON_COUNTRY /* REF or - */, ISN_PERSON_SECTOR, ISN_PERSON_INTER,
       ISN_PERSON_ROLE, ISN_PERSON_OFFICE, ISN_PERSON_FROM, ISN_PERSON_TO };
enum { ISN_SPELLING_STEMS };

/* How many each table has: the last one and all before it. For who reads cells by the numbers above, with no look at the pack. */
static const uint8_t isn_columns[ISN_TABLES] = {
    [ISN_T_COUNTRY] = ISN_COUNTRY_ENEMY + 1, [ISN_T_NATION] = ISN_NATION_FLAGS + 1,
    [ISN_T_PLACE] = ISN_PLACE_CUE + 1, [ISN_T_PLACEWORD] = ISN_PLACEWORD_TYPE + 1,
    [ISN_T_ACTOR] = ISN_ACTOR_TO + 1, [ISN_T_ORGWORD] = ISN_ORGWORD_FLAGS + 1,
    [ISN_T_PEOPLE] = ISN_PEOPLE_FLAGS + 1, [ISN_T_TITLE] = ISN_TITLE_FLAGS + 1,
    [ISN_T_NAME] = ISN_NAME_USE + 1, [ISN_T_OUTLET] = ISN_OUTLET_ACTOR + 1,
    [ISN_T_CASUALTY] = ISN_CASUALTY_SIDE + 1, [ISN_T_TRIGGER] = ISN_TRIGGER_CONTEXT + 1,
    [ISN_T_FRAME] = ISN_FRAME_BAYN + 1, [ISN_T_SPEECH] = ISN_SPEECH_ROLE + 1,
    [ISN_T_ATTRIB] = ISN_ATTRIB_KIND + 1, [ISN_T_CHANNEL] = ISN_CHANNEL_KIND + 1,
    [ISN_T_NUMERAL] = ISN_NUMERAL_FEM + 1, [ISN_T_BOUND] = ISN_BOUND_LOW + 1,
    [ISN_T_UNIT] = ISN_UNIT_KIND + 1, [ISN_T_MONTH] = ISN_MONTH_CUE + 1,
    [ISN_T_DATEWORD] = ISN_DATEWORD_GRAIN + 1, [ISN_T_CUE] = ISN_CUE_KIND + 1,
    [ISN_T_FUNC] = ISN_FUNC_KIND + 1, [ISN_T_FURNITURE] = ISN_FURNITURE_KIND + 1,
    [ISN_T_CONTEXT] = ISN_CONTEXT_WEIGHT + 1, [ISN_T_LABEL] = ISN_LABEL_TEXT + 1,
    [ISN_T_WORDLIST] = ISN_WORDLIST_WORDS + 1, [ISN_T_PERSON] = ISN_PERSON_TO + 1,
    [ISN_T_SPELLING] = ISN_SPELLING_STEMS + 1, [ISN_T_SITE] = ISN_SITE_SECTOR + 1};

#endif
