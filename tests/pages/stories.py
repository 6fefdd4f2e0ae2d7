"""Stories and page furniture for the page set: sentences of the bench's templates, composed the same way each
time, and what pages put around an article."""
import os
import random
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "bench"))
import corpus  # noqa: E402

TEMPLATES = os.path.join(os.path.dirname(os.path.abspath(corpus.__file__)), "templates.txt")
LISTS, KINDS = corpus.load(TEMPLATES)
MONTHS = ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"]
AUTHORS = ["سامر الحلبي", "ليلى عبد الكريم", "يوسف الراوي", "هدى المصري", "عمر بن صالح"]
SITES = ["صحيفة المدينة", "موقع الخبر اليومي", "شبكة الأفق", "جريدة المرصد", "بوابة النهار"]
SECTIONS = ["سياسة", "أخبار محلية", "العالم العربي", "اقتصاد", "منوعات"]
MENU = ["الرئيسية", "سياسة", "اقتصاد", "رياضة", "ثقافة وفن", "علوم وتكنولوجيا", "صحة", "رأي", "فيديو", "صور", "اتصل بنا"]
SHARES = ["فيسبوك", "تويتر", "واتساب", "تيليغرام", "نسخ الرابط", "طباعة"]
COMMENTS = [
    "تعليق طويل من قارئ يرى أن الأمور لن تتغير قريباً، وأن على الجميع أن يعمل بصمت من أجل مستقبل أفضل للأولاد، والله المستعان.",
    "شكراً على هذا المقال الجميل، لكنني كنت أتوقع من الكاتب أن يذكر أسباب المشكلة بالتفصيل، وألا يكتفي بالعموميات المعروفة.",
    "أنا من سكان المنطقة، وأقول لكم إن ما كتب هنا صحيح إلى حد كبير، غير أن الواقع أصعب بكثير مما يظن من يعيش بعيداً عنا.",
    "لماذا لا تنشرون تعليقاتي؟ هذه هي المرة الثالثة التي أكتب فيها، ولا أجد جواباً من الإدارة، أين حرية الرأي التي تتحدثون عنها؟",
    "رحم الله الضحايا وصبر أهلهم، ونسأل الله أن يرفع البلاء عن بلادنا وبلاد المسلمين، وأن يهدي المسؤولين إلى ما فيه الخير.",
]
EXCERPTS = [
    "يستعد المنتخب لمباراته المقبلة وسط غياب عدد من لاعبيه الأساسيين بسبب الإصابة، والمدرب يعول على الشباب.",
    "ارتفعت أسعار الذهب في التعاملات المبكرة، مع ترقب المستثمرين لقرار الفائدة المنتظر في نهاية الأسبوع.",
    "كشفت شركة كبرى عن هاتفها الجديد بكاميرا محسنة وبطارية تدوم يومين، وقالت إنه سيباع في الخريف.",
    "ينصح الأطباء بشرب الماء بكثرة في الصيف، وتجنب الخروج في ساعات الظهيرة، خصوصاً لكبار السن والأطفال.",
    "أعلنت دار الأوبرا برنامجها للموسم الجديد، وفيه حفلات لفرق من عشر دول، وعروض للأطفال في العطلة.",
]
RELATED = ["المنتخب يبدأ معسكره في الدوحة", "أسعار الذهب ترتفع من جديد", "هاتف جديد بكاميرا محسنة", "نصائح للصيف من الأطباء",
           "برنامج حافل لدار الأوبرا", "افتتاح معرض الكتاب الأسبوع المقبل", "الطقس غداً حار نسبياً"]
COOKIES = ("نستخدم ملفات تعريف الارتباط لتحسين تجربتك على موقعنا، ولعرض إعلانات تناسبك، وبمتابعة التصفح فإنك توافق على سياسة الخصوصية "
           "وشروط الاستخدام، ويمكنك تغيير إعداداتك في أي وقت.")
NEWSLETTER = "اشترك في نشرتنا البريدية ليصلك كل صباح أهم ما ينشر على موقعنا من أخبار وتحليلات، ويمكنك إلغاء الاشتراك متى شئت."
COPYRIGHT = "جميع الحقوق محفوظة، ولا يجوز نقل أي مادة من هذا الموقع إلا بإذن خطي من الناشر، © 2021."
CAPTIONS = ["عناصر من الشرطة في موقع الحادث", "مبنى الوزارة وسط العاصمة", "دخان يتصاعد فوق المدينة", "شارع رئيسي في البلدة القديمة"]
CREDITS = ["رويترز", "أسوشيتد برس", "الأناضول", "أرشيف"]
QUESTIONS = ["ما الذي حدث في تلك الليلة؟", "وكيف ترون الأيام المقبلة؟", "هل من خطة للرد على ذلك؟", "ماذا تقولون لمن ينتقدكم؟"]
HEADINGS = ["خلفية الأحداث", "ردود الأفعال", "ماذا بعد", "شهادات من المكان"]


class Story:
    def __init__(self, number, seed):
        self.random = random.Random(seed * 1000 + number)
        composer = corpus.Composer(LISTS, KINDS, seed * 1000 + number)
        kinds = [k for k in KINDS if KINDS[k]["title"] and KINDS[k]["lede"] and KINDS[k]["body"]]
        kind = kinds[number % len(kinds)]
        one = lambda part: composer.fill(composer.one(KINDS[kind][part]))
        self.title = one("title")
        self.lead = one("lede")
        sentences = []
        while len(sentences) < 14:
            sentence = one("body")
            if sentence not in sentences or self.random.random() < 0.1:
                sentences.append(sentence)
        self.paragraphs = [self.lead]
        while sentences:
            take = 1 + self.random.randrange(3)
            self.paragraphs.append(" ".join(sentences[:take]))
            sentences = sentences[take:]
        pick = self.random.choice
        self.author, self.site, self.section = pick(AUTHORS), pick(SITES), pick(SECTIONS)
        self.caption, self.credit = pick(CAPTIONS), pick(CREDITS)
        self.year, self.month, self.day = 2012 + number % 11, 1 + number * 7 % 12, 1 + number * 5 % 28
        self.hour, self.minute = number % 24, number * 13 % 60

    @property
    def date(self):
        return f"{self.year}-{self.month:02}-{self.day:02}"

    @property
    def iso(self):
        return f"{self.date}T{self.hour:02}:{self.minute:02}:00+03:00"

    @property
    def words_date(self):
        return f"{self.day} {MONTHS[self.month - 1]} {self.year}"

    @property
    def slashes(self):
        return f"{self.day:02}/{self.month:02}/{self.year}"
