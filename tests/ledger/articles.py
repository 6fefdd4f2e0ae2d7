#!/usr/bin/env python3
"""The project's own set for linking: some 40 occurrences told by 150 articles, with wire copies, updates,
tallies, conflicting figures, denials and promises, and gold that says which sentence tells of which.

The occurrences are invented, the places are not. Each class of occurrence has several sentences in the manner
of different outlets; each article picks its own by its number, so the set is the same at each run.

usage: tests/ledger/articles.py        prints the articles as JSONL
"""
import datetime
import json
import sys

DAY = datetime.timedelta(days=1)
WEEKDAYS = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]
MONTHS = {"east": ["كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول",
                   "تشرين الثاني", "كانون الأول"],
          "west": ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"]}
WORDS = {3: "ثلاثة", 4: "أربعة", 5: "خمسة", 6: "ستة", 7: "سبعة", 8: "ثمانية", 9: "تسعة", 10: "عشرة"}
NOUNS = {  # singular, dual (genitive), plural (genitive), accusative singular, dual nominative
    "person": ("شخص", "شخصين", "أشخاص", "شخصاً", "شخصان"),
    "civilian": ("مدني", "مدنيين اثنين", "مدنيين", "مدنياً", "مدنيان"),
    "soldier": ("جندي", "جنديين", "جنود", "جندياً", "جنديان"),
    "gunman": ("مسلح", "مسلحين اثنين", "مسلحين", "مسلحاً", "مسلحان"),
    "policeman": ("شرطي", "شرطيين", "عناصر من الشرطة", "شرطياً", "شرطيان"),
    "worker": ("عامل", "عاملين", "عمال", "عاملاً", "عاملان"),
    "fighter": ("مقاتل", "مقاتلين اثنين", "مقاتلين", "مقاتلاً", "مقاتلان"),
}


def people(n, noun, case="gen", digits=False):
    """'ثلاثة جنود', 'جنديين', '14 جندياً'."""
    one, two, few, many, two_nom = NOUNS[noun]
    if n == 1:
        return one
    if n == 2:
        return two if case == "gen" else two_nom
    if n <= 10:
        return f"{n if digits else WORDS[n]} {few}"
    return f"{n} {many}"


def others(n, case="gen"):
    if n <= 2:
        return {1: "آخر", 2: "آخرين اثنين" if case == "gen" else "آخران"}[n]
    return f"{WORDS.get(n, n)} {'آخرين' if case == 'gen' else 'آخرون'}"


def when(day, published, manner):
    """'الثلاثاء', 'أمس الثلاثاء', 'يوم الثلاثاء 4 أيار'."""
    name, gap = WEEKDAYS[day.weekday()], (published - day).days
    if manner % 3 == 2 or gap > 6:
        months = MONTHS["east" if manner % 2 else "west"]
        return f"يوم {name} {day.day} {months[day.month - 1]}"
    if gap == 0:
        return ["اليوم " + name, name][manner % 2]
    if gap == 1:
        return ["أمس " + name, name][manner % 2]
    return ["يوم " + name, name + " الماضي"][manner % 2]


# class: headlines and ledes. Slots: K killed (genitive), KN (nominative), W wounded, P place, R region after it,
# D day, A actor, T target, S source.
CLASSES = {
    "airstrike": (
        ["مقتل {K} في غارة جوية على {P}", "قصف جوي على {P} يوقع قتلى", "غارات على {P} تقتل {K}"],
        ["قُتل {KN} وأصيب {WN} بجروح {D} في غارة جوية شنها {A} على {P} {R}، {S}.",
         "شن {A} {D} غارة على {P} {R} أسفرت عن مقتل {K} وإصابة {W}، {S}.",
         "لقي {KN} مصرعهم وجرح {WN} جراء قصف جوي نفذه {A} {D} واستهدف {P} {R}، {S}."]),
    "shelling": (
        ["قتلى بقصف مدفعي على {P}", "مقتل {K} بقذائف على {P}", "قصف {P} يودي بحياة {K}"],
        ["قُتل {KN} وأصيب {WN} {D} جراء قصف مدفعي استهدف {P} {R}، {S}.",
         "أدى سقوط قذائف هاون على {P} {R} {D} إلى مقتل {K} وإصابة {W}، {S}.",
         "قصفت {A} {D} {P} {R} بالمدفعية الثقيلة، ما أسفر عن مقتل {K} وجرح {W}، {S}."]),
    "carbomb": (
        ["انفجار سيارة مفخخة في {P} يقتل {K}", "مقتل {K} بتفجير في {P}", "تفجير يهز {P} ويوقع قتلى"],
        ["قُتل {KN} وأصيب {WN} {D} بانفجار سيارة مفخخة في {P} {R}، {S}.",
         "انفجرت سيارة مفخخة {D} في سوق شعبية وسط {P} {R}، ما أدى إلى مقتل {K} وإصابة {W}، {S}.",
         "أسفر تفجير سيارة ملغومة {D} في {P} {R} عن مقتل {K} وجرح {W}، {S}."]),
    "ied": (
        ["عبوة ناسفة تقتل {K} في {P}", "مقتل {K} بانفجار عبوة ناسفة في {P}", "انفجار عبوة في {P}"],
        ["قُتل {KN} وأصيب {WN} {D} بانفجار عبوة ناسفة استهدفت دورية في {P} {R}، {S}.",
         "انفجرت عبوة ناسفة {D} لدى مرور آلية عسكرية في {P} {R}، فقتل {KN} وجرح {WN}، {S}.",
         "أفادت مصادر محلية بمقتل {K} وإصابة {W} في انفجار عبوة ناسفة زرعها مجهولون في {P} {R} {D}، {S}."]),
    "gunattack": (
        ["مسلحون يقتلون {K} في {P}", "هجوم مسلح في {P} يخلف قتلى", "مقتل {K} بهجوم على حاجز في {P}"],
        ["قُتل {KN} وأصيب {WN} {D} في هجوم شنه مسلحون على حاجز في {P} {R}، {S}.",
         "هاجم مسلحون مجهولون {D} نقطة تفتيش في {P} {R} وقتلوا {K} وأصابوا {W}، {S}.",
         "لقي {KN} مصرعهم {D} وأصيب {WN} في هجوم بالأسلحة الرشاشة استهدف مقراً أمنياً في {P} {R}، {S}."]),
    "clashes": (
        ["اشتباكات في {P} توقع {K} قتلى", "مقتل {K} باشتباكات في {P}", "معارك عنيفة في {P}"],
        ["قُتل {KN} وأصيب {WN} {D} في اشتباكات بين {A} و{T} في {P} {R}، {S}.",
         "اندلعت اشتباكات عنيفة {D} بين {A} و{T} في {P} {R}، أسفرت عن مقتل {K} وإصابة {W}، {S}.",
         "شهدت {P} {R} {D} مواجهات بين {A} و{T} أودت بحياة {K} وأصابت {W}، {S}."]),
    "drone": (
        ["طائرة مسيرة تستهدف سيارة في {P}", "مقتل {K} بقصف من طائرة مسيرة في {P}", "مسيّرة تقتل {K} في {P}"],
        ["قُتل {KN} وأصيب {WN} {D} إثر استهداف طائرة مسيرة سيارة في {P} {R}، {S}.",
         "استهدفت طائرة مسيّرة تابعة لـ{A} {D} سيارة على طريق {P} {R}، ما أدى إلى مقتل {K} وإصابة {W}، {S}."]),
    "arrest": (
        ["{A} تعتقل {K} في {P}", "حملة اعتقالات في {P}", "اعتقال {K} في {P}"],
        ["اعتقلت {A} {D} {K} خلال حملة دهم في {P} {R}، {S}.",
         "نفذت {A} {D} حملة اعتقالات في {P} {R} طالت {K}، {S}."]),
    "kidnap": (
        ["خطف {K} في {P}", "مسلحون يختطفون {K} في {P}"],
        ["خطف مسلحون {D} {K} في {P} {R} واقتادوهم إلى جهة مجهولة، {S}.",
         "اختطفت مجموعة مسلحة {D} {K} من مكان عملهم في {P} {R}، {S}."]),
    "protest": (
        ["مظاهرة في {P} احتجاجاً على تردي الخدمات", "محتجون يتظاهرون في {P}", "المئات يتظاهرون في {P}"],
        ["تظاهر المئات {D} في {P} {R} احتجاجاً على انقطاع الكهرباء وتردي الخدمات، {S}.",
         "خرج مئات المحتجين {D} في مظاهرة وسط {P} {R} للمطالبة بالكهرباء والماء، {S}."]),
}

# id, class, place as named, region after it, day, actor, target, noun, killed, wounded, who says it
OCCURRENCES = [
    ("o01", "airstrike", "مدينة إدلب", "شمال غربي سوريا", "2021-05-03", "الطيران الروسي", "", "civilian", 6, 9, "rescue"),
    ("o02", "airstrike", "مدينة إدلب", "شمال غربي سوريا", "2021-05-09", "الطيران الروسي", "", "civilian", 4, 7, "rescue"),
    ("o03", "shelling", "بلدة سراقب", "في ريف إدلب", "2021-05-03", "قوات النظام السوري", "", "civilian", 3, 5, "rescue"),
    ("o04", "shelling", "مدينة جسر الشغور", "غربي إدلب", "2021-05-09", "قوات النظام السوري", "", "civilian", 5, 12, "observatory"),
    ("o05", "carbomb", "مدينة الباب", "شرقي حلب", "2021-05-11", "", "", "person", 8, 20, "local"),
    ("o06", "carbomb", "مدينة عفرين", "شمالي حلب", "2021-05-11", "", "", "person", 3, 11, "local"),
    ("o07", "carbomb", "مدينة الباب", "شرقي حلب", "2021-05-18", "", "", "civilian", 2, 6, "local"),
    ("o08", "ied", "مدينة دير الزور", "شرقي سوريا", "2021-05-12", "", "", "soldier", 4, 3, "observatory"),
    ("o09", "gunattack", "مدينة درعا", "جنوبي سوريا", "2021-05-14", "", "", "policeman", 3, 2, "local"),
    ("o10", "drone", "مدينة الرقة", "شمالي سوريا", "2021-05-15", "التحالف الدولي", "", "fighter", 2, 1, "observatory"),
    ("o11", "ied", "مدينة كركوك", "شمالي العراق", "2021-06-01", "", "", "soldier", 5, 4, "police"),
    ("o12", "ied", "مدينة بعقوبة", "شمال شرقي بغداد", "2021-06-01", "", "", "policeman", 2, 3, "police"),
    ("o13", "gunattack", "قضاء الطارمية", "شمالي بغداد", "2021-06-03", "", "", "soldier", 3, 5, "security"),
    ("o14", "gunattack", "مدينة سامراء", "شمالي العراق", "2021-06-05", "", "", "fighter", 6, 8, "security"),
    ("o15", "carbomb", "مدينة الموصل", "شمالي العراق", "2021-06-07", "", "", "civilian", 7, 15, "police"),
    ("o16", "airstrike", "مدينة سنجار", "شمالي العراق", "2021-06-09", "الطيران التركي", "", "fighter", 3, 4, "security"),
    ("o17", "protest", "مدينة البصرة", "جنوبي العراق", "2021-06-10", "", "", "", 0, 0, "witness"),
    ("o18", "protest", "مدينة الناصرية", "جنوبي العراق", "2021-06-10", "", "", "", 0, 0, "witness"),
    ("o19", "arrest", "مدينة الفلوجة", "غربي العراق", "2021-06-12", "القوات العراقية", "", "gunman", 5, 0, "security"),
    ("o20", "kidnap", "مدينة الرطبة", "غربي العراق", "2021-06-13", "", "", "worker", 4, 0, "police"),
    ("o21", "airstrike", "مدينة مأرب", "شرقي صنعاء", "2021-07-02", "التحالف العربي", "", "fighter", 9, 14, "military"),
    ("o22", "shelling", "مدينة تعز", "جنوب غربي اليمن", "2021-07-02", "جماعة الحوثي", "", "civilian", 4, 10, "medical"),
    ("o23", "shelling", "مدينة الحديدة", "غربي اليمن", "2021-07-04", "جماعة الحوثي", "", "civilian", 3, 6, "medical"),
    ("o24", "carbomb", "مدينة عدن", "جنوبي اليمن", "2021-07-06", "", "", "person", 12, 25, "medical"),
    ("o25", "clashes", "مدينة زنجبار", "جنوبي اليمن", "2021-07-07", "قوات الحكومة", "قوات المجلس الانتقالي", "soldier", 7, 13, "military"),
    ("o26", "drone", "مدينة مأرب", "شرقي صنعاء", "2021-07-09", "جماعة الحوثي", "", "soldier", 3, 5, "military"),
    ("o27", "clashes", "مدينة الزاوية", "غربي ليبيا", "2021-08-04", "قوات محلية", "مجموعة مسلحة", "person", 5, 9, "medical"),
    ("o28", "clashes", "مدينة الفاشر", "غربي السودان", "2021-08-06", "الجيش السوداني", "حركة مسلحة", "person", 15, 30, "medical"),
    ("o29", "gunattack", "مدينة نيالا", "غربي السودان", "2021-08-08", "", "", "civilian", 6, 4, "local"),
    ("o30", "carbomb", "مدينة مقديشو", "عاصمة الصومال", "2021-08-10", "", "", "person", 14, 22, "police"),
    ("o31", "gunattack", "مدينة كيسمايو", "جنوبي الصومال", "2021-08-11", "", "", "soldier", 4, 6, "military"),
    ("o32", "airstrike", "مدينة خان يونس", "جنوبي قطاع غزة", "2021-08-15", "الطيران الإسرائيلي", "", "civilian", 5, 8, "health"),
    ("o33", "airstrike", "مدينة غزة", "شمالي القطاع", "2021-08-21", "الطيران الإسرائيلي", "", "civilian", 3, 6, "health"),
    ("o34", "arrest", "مدينة جنين", "شمالي الضفة الغربية", "2021-08-17", "القوات الإسرائيلية", "", "person", 7, 0, "local"),
    ("o35", "arrest", "مدينة نابلس", "شمالي الضفة الغربية", "2021-08-24", "القوات الإسرائيلية", "", "person", 4, 0, "local"),
    ("o36", "ied", "مدينة العريش", "شمالي سيناء", "2021-08-26", "", "", "soldier", 3, 6, "security"),
    ("o37", "gunattack", "مدينة كركوك", "شمالي العراق", "2021-06-20", "", "", "policeman", 2, 4, "police"),
    ("o38", "shelling", "مدينة تعز", "جنوب غربي اليمن", "2021-07-20", "جماعة الحوثي", "", "civilian", 2, 5, "medical"),
    ("o39", "protest", "مدينة البصرة", "جنوبي العراق", "2021-06-17", "", "", "", 0, 0, "witness"),
    ("o40", "drone", "مدينة القامشلي", "شمال شرقي سوريا", "2021-05-25", "تركيا", "", "fighter", 3, 2, "local"),
]

SOURCES = {
    "rescue": ["بحسب الدفاع المدني السوري", "وفق ما أعلن الدفاع المدني السوري", "على ما أفاد الدفاع المدني السوري"],
    "observatory": ["بحسب المرصد السوري لحقوق الإنسان", "وفقاً للمرصد السوري لحقوق الإنسان", "كما أفاد المرصد السوري لحقوق الإنسان"],
    "local": ["بحسب مصادر محلية", "وفق مصدر محلي", "كما قال سكان محليون"],
    "police": ["بحسب مصدر في الشرطة", "وفق ما أفادت الشرطة", "كما أعلنت الشرطة"],
    "security": ["بحسب مصدر أمني", "وفق خلية الإعلام الأمني", "كما قال مصدر أمني"],
    "military": ["بحسب مصدر عسكري", "وفق ما أعلن الجيش", "كما قال مسؤول عسكري"],
    "medical": ["بحسب مصادر طبية", "وفق مصدر طبي", "كما أفادت مصادر طبية"],
    "health": ["بحسب وزارة الصحة", "وفق ما أعلنت وزارة الصحة", "كما قالت وزارة الصحة في غزة"],
    "witness": ["بحسب شهود عيان", "وفق ناشطين", "كما قال شهود"],
}
OTHER = {"rescue": "observatory", "observatory": "local", "local": "security", "police": "medical", "security": "police",
         "military": "local", "medical": "local", "health": "witness", "witness": "local"}
AGENCIES = [("فرانس برس", "أ ف ب"), ("رويترز", "رويترز"), ("الأناضول", "الأناضول")]
OUTLETS = ["الجزيرة", "العربي الجديد", "الشرق الأوسط", "القدس العربي", "عنب بلدي", "السومرية نيوز", "شفق نيوز", "المصدر أونلاين",
           "القاهرة الإخبارية", "عربي21", "الخليج أونلاين", "الحرة"]
ASIDES = [
    "ولم تتبن أي جهة المسؤولية حتى الآن.",
    "وهرعت سيارات الإسعاف إلى المكان، في حين فرضت قوات الأمن طوقاً حول المنطقة.",
    "وتشهد المنطقة توتراً أمنياً متواصلاً منذ أشهر.",
    "ولم يصدر تعليق رسمي حتى ساعة إعداد هذا الخبر.",
    "وقال أحد السكان إن حالة من الخوف تسود الأحياء القريبة.",
    "وتعاني المستشفيات في المنطقة نقصاً في الأدوية والكوادر.",
]


class Article:
    def __init__(self, number, published, outlet):
        self.id, self.published, self.outlet = f"a{number:03}", published, outlet
        self.parts = []  # (text, label or None)

    def add(self, text, label=None):
        self.parts.append((" ".join(text.split()).replace(" ،", "،").replace(" .", "."), label))
        return self

    def row(self):
        text, gold = "", []
        for part, label in self.parts:
            start = len(text.encode())
            text += part
            if label:
                gold.append({"start": start, "end": len(text.encode()), "label": label})
            text += "\n\n"
        return {"id": self.id, "text": text.rstrip("\n") + "\n", "published": self.published.isoformat(),
                "outlet": self.outlet, "gold": gold}


def slots(o, published, manner, source, killed=None, wounded=None):
    _, _, place, region, day, actor, target, noun, k, w, _ = o
    k, w = killed or k, wounded or w
    digits = manner % 2 == 1
    says = SOURCES[source][manner % 3]
    return {"K": people(k, noun, "gen", digits) if noun else "", "KN": people(k, noun, "nom", digits) if noun else "",
            "W": others(w) if w else "", "WN": others(w, "nom") if w else "", "P": place, "R": region, "A": actor or "مسلحون", "T": target, "S": says,
            "D": when(datetime.date.fromisoformat(day), published, manner)}


def fill(template, values):
    text = template.format(**values)
    return text.replace("لـال", "لل")


def report(number, o, manner, source=None, killed=None, wounded=None, lag=None, agency=None):
    """One outlet's own report."""
    heads, ledes = CLASSES[o[1]]
    published = datetime.date.fromisoformat(o[4]) + DAY * (manner % 2 if lag is None else lag)
    article = Article(number, published, OUTLETS[number * 5 % len(OUTLETS)])
    values = slots(o, published, manner, source or o[10], killed, wounded)
    article.add(fill(heads[manner % len(heads)], values), o[0])
    lede = fill(ledes[(manner + number) % len(ledes)], values)
    if agency:
        lede = f"({agency[1]}) - {lede}"
    article.add(lede, o[0])
    article.add(ASIDES[(number + manner) % len(ASIDES)])
    return article


def copies(number, original, agency, n):
    """The same text as other outlets print it: a line of credit, a cut at the end."""
    for i in range(n):
        copy = Article(number + i, original.published + DAY * (i // 2), OUTLETS[(number + i) * 7 % len(OUTLETS)])
        copy.parts = list(original.parts if i % 2 == 0 else original.parts[:-1])
        copy.parts.append((f"المصدر: {agency[0]}", None))
        yield copy


def update(number, o, killed, lag):
    """A toll that rose."""
    published = datetime.date.fromisoformat(o[4]) + DAY * lag
    article = Article(number, published, OUTLETS[number * 3 % len(OUTLETS)])
    says = SOURCES[o[10]][number % 3]
    what = {"carbomb": "تفجير السيارة المفخخة", "airstrike": "الغارة الجوية", "shelling": "القصف المدفعي", "ied": "انفجار العبوة الناسفة",
            "gunattack": "الهجوم المسلح", "clashes": "الاشتباكات", "drone": "قصف الطائرة المسيرة"}[o[1]]
    toll = people(killed, "person")
    article.add(f"ارتفاع حصيلة قتلى {what} في {o[2]} إلى {killed}", o[0])
    moment = when(datetime.date.fromisoformat(o[4]), published, number)
    dead = f"{killed} قتلى" if killed <= 10 else f"{killed} قتيلاً"
    article.add([f"ارتفعت إلى {dead} حصيلة {what} في {o[2]} {o[3]} {moment}، {says}.",
                 f"ارتفع عدد قتلى {what} في {o[2]} {o[3]} {moment} إلى {toll} بعد وفاة جرحى متأثرين بإصاباتهم، {says}.",
                 f"قال مسؤولون إن عدد القتلى في {what} في {o[2]} {moment} ارتفع إلى {toll}، {says}."][number % 3], o[0])
    article.add(ASIDES[number % len(ASIDES)])
    return article


# label, published, headline, sentence: totals over a period
TALLIES = [
    ("t1", "2021-05-31", "48 مدنياً قتلوا في إدلب خلال أيار", "قُتل 48 مدنياً في محافظة إدلب منذ مطلع الشهر الجاري، وفق حصيلة للدفاع المدني السوري."),
    ("t1", "2021-05-31", "حصيلة شهر: مقتل 48 مدنياً في إدلب", "وثق الدفاع المدني السوري مقتل 48 مدنياً في محافظة إدلب منذ بداية الشهر الحالي."),
    ("t2", "2021-06-30", "31 قتيلاً من القوات العراقية في حزيران", "قالت مصادر أمنية إن 31 من عناصر القوات العراقية قتلوا خلال شهر حزيران في هجمات متفرقة بالعراق."),
    ("t3", "2021-07-31", "الأمم المتحدة: 120 قتيلاً مدنياً في اليمن خلال شهر", "أعلنت الأمم المتحدة أن 120 مدنياً قتلوا في اليمن خلال شهر تموز الماضي."),
    ("t4", "2021-08-31", "وزارة الصحة: 260 قتيلاً في غزة منذ مطلع العام", "قالت وزارة الصحة في غزة إن 260 فلسطينياً قتلوا في قطاع غزة منذ بداية العام الجاري."),
    ("t5", "2021-06-08", "مقتل 22 شخصاً بتفجيرات في العراق خلال أسبوع", "قُتل 22 شخصاً في تفجيرات شهدها العراق خلال الأسبوع الماضي، بحسب مفوضية حقوق الإنسان."),
]

PROMISES = [
    ("p1", "2021-05-06", "فصائل معارضة تتعهد بالانسحاب من سراقب", "تعهدت فصائل معارضة بسحب مقاتليها من بلدة سراقب في ريف إدلب قبل 20 أيار 2021، بحسب بيان لها."),
    ("p1", "2021-05-07", "اتفاق على سحب مقاتلين من سراقب", "تعهدت فصائل معارضة بسحب مقاتليها من سراقب بحلول 20 أيار 2021."),
    ("p2", "2021-07-05", "جماعة الحوثي تتعهد بإطلاق أسرى", "تعهدت جماعة الحوثي بالإفراج عن 40 أسيراً قبل نهاية تموز 2021."),
]

UPDATES = [("o05", 11, 1), ("o05", 13, 2), ("o15", 9, 1), ("o24", 15, 1), ("o24", 18, 2), ("o30", 19, 1), ("o28", 21, 2), ("o01", 8, 1),
           ("o14", 9, 1), ("o21", 13, 1), ("o32", 7, 1), ("o04", 7, 1)]
CONFLICTS = [("o01", 9), ("o08", 7), ("o11", 3), ("o14", 4), ("o21", 20), ("o25", 11), ("o28", 9), ("o31", 8), ("o36", 5), ("o22", 6)]
WIRES = [("o05", 0, 4), ("o15", 1, 4), ("o24", 0, 4), ("o30", 1, 4), ("o32", 0, 3), ("o28", 0, 3), ("o11", 1, 3), ("o21", 2, 3), ("o01", 2, 3),
         ("o40", 2, 3), ("o13", 0, 2), ("o33", 1, 2), ("o17", 0, 2), ("o34", 2, 2)]


def roundup(number, first, second, manner):
    """One article on two occurrences: its own news, and what happened elsewhere or before."""
    article = report(number, first, manner, lag=1)
    values = slots(second, article.published, manner + 1, second[10])
    ledes = CLASSES[second[1]][1]
    return article.add("وفي سياق متصل، " + fill(ledes[manner % len(ledes)], values), second[0])


ROUNDUPS = [("o05", "o06"), ("o11", "o12"), ("o21", "o22"), ("o17", "o18"), ("o02", "o04"), ("o30", "o31"), ("o09", "o08"), ("o15", "o14")]


def articles():
    by_id = {o[0]: o for o in OCCURRENCES}
    out = []
    for i, o in enumerate(OCCURRENCES):
        out.append(report(len(out), o, i))
        if i % 3 != 2 or o[1] in ("protest", "arrest", "kidnap"):
            out.append(report(len(out), o, i + 1, lag=1))
    for key, killed in CONFLICTS:
        out.append(report(len(out), by_id[key], len(out), source=OTHER[by_id[key][10]], killed=killed, lag=1))
    for key, agency, n in WIRES:
        wire = report(len(out), by_id[key], len(out), agency=AGENCIES[agency], lag=0)
        out.append(wire)
        out += copies(len(out), wire, AGENCIES[agency], n - 1)
    for key, killed, lag in UPDATES:
        out.append(update(len(out), by_id[key], killed, lag))
    for first, second in ROUNDUPS:
        out.append(roundup(len(out), by_id[first], by_id[second], len(out)))
    for label, day, head, text in TALLIES + PROMISES:
        article = Article(len(out), datetime.date.fromisoformat(day), OUTLETS[len(out) * 5 % len(OUTLETS)])
        out.append(article.add(head, label).add(text, label).add(ASIDES[len(out) % len(ASIDES)]))
    return [article.row() for article in out]


if __name__ == "__main__":
    for row in articles():
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
