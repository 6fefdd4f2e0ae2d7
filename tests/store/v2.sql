-- A store of version 2 with three articles, as the program of that time wrote it.
PRAGMA application_id = 0x69736e64;
PRAGMA user_version = 2;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE IF NOT EXISTS "article" (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  source TEXT, url TEXT,
  text TEXT NOT NULL
) STRICT;
INSERT INTO article VALUES(1,'d10f29c1434a1c0edb1dddb1ef04b3bf4e6cbefe01039aaaeed6f13344839700','samples/01-convoy-bomb.meta',NULL,replace('outlet=صوت الفرات\n','\n',char(10)));
INSERT INTO article VALUES(2,'2f4d432cd64b3962c673133c2cc53b07fd93e0387916eb7e396f7cae9d2e3b9b','samples/01-convoy-bomb.txt',NULL,replace('مقتل أربعة جنود بتفجير استهدف رتلاً عسكرياً غربي الأنبار\n\nمقتل أربعة جنود بتفجير استهدف رتلاً عسكرياً غربي الأنبار\n\n22 أبريل 2019\nآليات للجيش العراقي قرب الرطبة (فرانس برس)\n+ الخط -\n\nقُتل أربعة جنود عراقيين وأصيب سبعة آخرون، بينهم ضابط، بتفجير عبوة ناسفة استهدف رتلاً عسكرياً قرب مدينة الرطبة غربي محافظة الأنبار، صباح اليوم الاثنين.\n\nوقال مصدر أمني لـ"صوت الفرات"، طلب عدم الكشف عن هويته، إن العبوة زُرعت ليلاً تحت جسر صغير، مضيفاً أن قوة من الجيش اعتقلت ثلاثة مشتبه بهم في قرية مجاورة.\n\nوتبنى تنظيم "داعش"، في بيان نشرته وكالة "أعماق"، الهجوم، زاعماً أنه أوقع "عشرة قتلى وجرحى في صفوف الجيش".\n\nوأكد قائممقام الرطبة، عماد الدليمي، أن القضاء شهد منذ بداية العام الحالي ستة هجمات أوقعت ما لا يقل عن عشرين قتيلاً من القوات الأمنية والمدنيين.\n\nاقرأ أيضاً\nالعراق: إجراءات جديدة لحماية الطريق الدولي\n','\n',char(10)));
INSERT INTO article VALUES(3,'fe5909cda6a091c0d91ff7f54bafab1c8d4ccaf8d0f01eb4f8ec8e01dffd0517','samples/05-monthly-tally.txt',NULL,replace('منظمة حقوقية: 46 مدنياً قتلوا بالألغام في سورية منذ مطلع العام\n\nالسبت، 15 مايو (أيار) 2021\n\nوثقت الشبكة السورية لحقوق الإنسان، في تقرير أصدرته اليوم السبت، مقتل 46 مدنياً، بينهم 18 طفلاً، بانفجار ألغام أرضية في سورية منذ مطلع العام الجاري.\n\nوأضاف التقرير أن محافظة حلب سجلت أعلى حصيلة، تلتها محافظة دير الزور.\n\nوقُتل طفلان وأصيب ثالث، أمس الجمعة، بانفجار لغم في أرض زراعية قرب بلدة تل رفعت شمالي حلب، بحسب ما ذكر الدفاع المدني السوري.\n\nوطالبت الشبكة جميع أطراف النزاع بتسليم خرائط الألغام، ودعت الأمم المتحدة إلى زيادة الدعم لفرق إزالتها.\n','\n',char(10)));
INSERT INTO article VALUES(4,'5ff70ed8f69358999655d0300222e48523f5c419fa49605beaafc0e0d4c51bc3','samples/10-sanctions.txt',NULL,replace('الاتحاد الأوروبي يفرض عقوبات على قادة الانقلاب في النيجر\n\nبروكسل - رويترز\n24 أكتوبر 2023\n\nقرر الاتحاد الأوروبي، الاثنين، فرض عقوبات على سبعة مسؤولين في المجلس العسكري الحاكم في النيجر وتعليق المساعدات المالية.\n\nوأمهلت المجموعة الاقتصادية لدول غرب إفريقيا الانقلابيين أسبوعاً لإطلاق سراح الرئيس محمد بازوم، وهددت باستخدام القوة.\n\nورفض المتحدث باسم المجلس العسكري، الكولونيل أمادو عبد الرحمن، العقوبات، متهماً فرنسا بالتحريض على بلاده.\n\nوالتقى وزير الخارجية النيجري نظيره الجزائري في الجزائر الأحد لبحث الأزمة.\n','\n',char(10)));
CREATE TABLE IF NOT EXISTS "record" (
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES "article" ON DELETE CASCADE,
  coder TEXT NOT NULL, knowledge TEXT NOT NULL,
  language TEXT NOT NULL, relevant INTEGER NOT NULL, relevance REAL NOT NULL,
  title TEXT, published TEXT, published_from TEXT NOT NULL,
  outlet_id TEXT, outlet_name TEXT,
  json TEXT NOT NULL, revision INTEGER NOT NULL DEFAULT 1,
  UNIQUE (article, coder, knowledge)
) STRICT;
INSERT INTO record VALUES(1,1,'0.1.0','597e9304f1e258c84dacdfdf096cce1ff8dbb47d750fa9362969deeeec04ee72','ar',0,0.27000000000000001776,'outlet=صوت الفرات',NULL,'none',NULL,NULL,'{"format":1,"document":{"id":"d10f29c1434a1c0edb1dddb1ef04b3bf4e6cbefe01039aaaeed6f13344839700","source":"samples/01-convoy-bomb.meta","url":null,"outlet":null,"language":"ar","title":{"text":"outlet=صوت الفرات","start":0,"end":26},"published":{"start":null,"end":null,"precision":null,"text":null,"from":"none"},"relevant":false,"relevance":0.27,"duplicate_of":null},"parts":[{"role":"title","start":0,"end":26}],"quotes":[],"claims":[],"contradictions":[],"coder":{"version":"0.1.0","knowledge":"597e9304f1e258c84dacdfdf096cce1ff8dbb47d750fa9362969deeeec04ee72"}}',1);
INSERT INTO record VALUES(2,2,'0.1.0','597e9304f1e258c84dacdfdf096cce1ff8dbb47d750fa9362969deeeec04ee72','ar',1,1.0,'مقتل أربعة جنود بتفجير استهدف رتلاً عسكرياً غربي الأنبار','2019-04-22','dateline',NULL,'صوت الفرات','{"format":1,"document":{"id":"2f4d432cd64b3962c673133c2cc53b07fd93e0387916eb7e396f7cae9d2e3b9b","source":"samples/01-convoy-bomb.txt","url":null,"outlet":{"id":null,"name":"صوت الفرات"},"language":"ar","title":{"text":"مقتل أربعة جنود بتفجير استهدف رتلاً عسكرياً غربي الأنبار","start":0,"end":104},"published":{"start":"2019-04-22","end":"2019-04-22","precision":1,"text":"22 أبريل 2019","from":"dateline"},"relevant":true,"relevance":1.0,"duplicate_of":null},"parts":[{"role":"title","start":0,"end":104},{"role":"boilerplate","start":106,"end":210},{"role":"dateline","start":212,"end":230},{"role":"caption","start":231,"end":307},{"role":"boilerplate","start":308,"end":320},{"role":"lede","start":322,"end":598},{"role":"body","start":600,"end":873},{"role":"body","start":875,"end":1061},{"role":"body","start":1063,"end":1324},{"role":"boilerplate","start":1326,"end":1345},{"role":"boilerplate","start":1346,"end":1424}],"quotes":[{"start":1006,"end":1059,"text":"عشرة قتلى وجرحى في صفوف الجيش","speaker":"Islamic State (IS)"}],"claims":[{"id":"c1","type":"incident","main":true,"event_type":"ASSAULT","mode":"explosives","contexts":["terrorism"],"polarity":"positive","modality":"actual","anchor":{"text":"تفجير","start":423,"end":433},"anchors":[{"text":"مقتل","start":0,"end":8},{"text":"تفجير","start":31,"end":41},{"text":"استهدف","start":42,"end":54},{"text":"قُتل","start":322,"end":330},{"text":"أصيب","start":368,"end":376},{"text":"تفجير","start":423,"end":433},{"text":"استهدف","start":454,"end":466}],"actors":[],"recipients":[{"text":"جنود عراقيين","start":342,"end":365,"id":null,"name":null,"country":"IRQ","sector":"MIL","inter":null},{"text":"رتلاً عسكرياً قرب مدينة الرطبة","start":467,"end":523,"id":null,"name":null,"country":"IRQ","sector":"MIL","inter":1}],"counts":[{"what":"killed","low":4,"best":4,"high":4,"quantity":"exact","harm_term":"killed","who":{"text":"جنود عراقيين","start":342,"end":365,"side":"armed","group":null},"text":"أربعة جنود","start":331,"end":350,"unit":null,"rule":"exact","of_whom":[]},{"what":"wounded","low":7,"best":7,"high":7,"quantity":"exact","harm_term":"wounded","who":{"text":null,"start":null,"end":null,"side":"unknown","group":null},"text":"سبعة آخرون","start":377,"end":396,"unit":null,"rule":"exact","of_whom":[{"what":"wounded","low":1,"best":1,"high":1,"quantity":"exact","harm_term":"wounded","who":{"text":"ضابط","start":410,"end":418,"side":"armed","group":null},"text":"ضابط","start":410,"end":418,"unit":null,"rule":"singular","of_whom":[]}]}],"places":[{"text":"غربي محافظة الأنبار","start":524,"end":560,"id":"iq-al-anbar","name":"Al Anbar","country":"IRQ","admin1":null,"lat":32.6,"lon":41.3,"precision":4,"basis":"centroid"}],"date":{"start":"2019-04-22","end":"2019-04-22","precision":1,"text":"صباح اليوم الاثنين","at":{"start":563,"end":597},"anchor":"2019-04-22"},"deadline":null,"chain":[{"text":"صوت الفرات","start":null,"end":null,"name":"صوت الفرات","id":null,"role":"outlet","named":true,"party":false,"channel":null,"verb":null}],"quoted":"none","refers_to":null,"evidence":{"text":"قُتل أربعة جنود عراقيين وأصيب سبعة آخرون، بينهم ضابط، بتفجير عبوة ناسفة استهدف رتلاً عسكرياً قرب مدينة الرطبة غربي محافظة الأنبار، صباح اليوم الاثنين.","start":322,"end":598},"rules":["triggers/bombing","people/46","orgwords/42","exact","places/iq-al-anbar","date"],"confidence":0.85},{"id":"c2","type":"incident","main":true,"event_type":"COERCE","mode":"arrest","contexts":["repression"],"polarity":"positive","modality":"actual","anchor":{"text":"اعتقلت","start":804,"end":816},"anchors":[{"text":"اعتقلت","start":804,"end":816}],"actors":[],"recipients":[{"text":"مشتبه بهم","start":828,"end":845,"id":null,"name":null,"country":"IRQ","sector":null,"inter":null}],"counts":[{"what":"captured","low":3,"best":3,"high":3,"quantity":"exact","harm_term":null,"who":{"text":"مشتبه بهم","start":828,"end":845,"side":"unknown","group":null},"text":"ثلاثة مشتبه بهم","start":817,"end":845,"unit":null,"rule":"exact","of_whom":[]}],"places":[{"text":"قرية مجاورة","start":851,"end":872,"id":null,"name":null,"country":"IRQ","admin1":null,"lat":null,"lon":null,"precision":1,"basis":null}],"date":{"start":"2019-04-22","end":"2019-04-22","precision":1,"text":"صباح اليوم الاثنين","at":{"start":563,"end":597},"anchor":"2019-04-22"},"deadline":null,"chain":[{"text":"مصدر أمني","start":609,"end":626,"name":"مصدر أمني","id":null,"role":"official","named":false,"party":false,"channel":null,"verb":"طلب"},{"text":"صوت الفرات","start":null,"end":null,"name":"صوت الفرات","id":null,"role":"outlet","named":true,"party":false,"channel":null,"verb":null}],"quoted":"indirect","refers_to":null,"evidence":{"text":"وقال مصدر أمني لـ\"صوت الفرات\"، طلب عدم الكشف عن هويته، إن العبوة زُرعت ليلاً تحت جسر صغير، مضيفاً أن قوة من الجيش اعتقلت ثلاثة مشتبه بهم في قرية مجاورة.","start":600,"end":873},"rules":["triggers/arrest","people/116","place","speech/talaba1"],"confidence":0.8},{"id":"c3","type":"statement","main":true,"event_type":"ASSAULT","mode":null,"contexts":[],"polarity":"positive","modality":"actual","anchor":{"text":"تبنى","start":877,"end":885},"anchors":[{"text":"تبنى","start":877,"end":885}],"actors":[{"text":"تنظيم \"داعش","start":886,"end":906,"id":"islamic-state","name":"Islamic State (IS)","country":null,"sector":"IMG","inter":2}],"recipients":[],"counts":[{"what":"killed","low":0,"best":null,"high":10,"quantity":"range","harm_term":"casualties","who":{"text":"قتلى","start":1015,"end":1023,"side":"unknown","group":null},"text":"عشرة قتلى","start":1006,"end":1023,"unit":null,"rule":"dead and wounded in one figure","of_whom":[]}],"places":[],"date":{"start":"2019-04-22","end":"2019-04-22","precision":1,"text":"صباح اليوم الاثنين","at":{"start":563,"end":597},"anchor":"2019-04-22"},"deadline":null,"chain":[{"text":"تنظيم \"داعش","start":886,"end":906,"name":"Islamic State (IS)","id":"islamic-state","role":"belligerent","named":true,"party":true,"channel":"statement","verb":"تبنى"},{"text":"وكالة \"أعماق","start":935,"end":957,"name":"Amaq","id":"amaq","role":"agency","named":true,"party":false,"channel":null,"verb":null},{"text":"صوت الفرات","start":null,"end":null,"name":"صوت الفرات","id":null,"role":"outlet","named":true,"party":false,"channel":null,"verb":null}],"quoted":"indirect","refers_to":null,"evidence":{"text":"وتبنى تنظيم \"داعش\"، في بيان نشرته وكالة \"أعماق\"، الهجوم، زاعماً أنه أوقع \"عشرة قتلى وجرحى في صفوف الجيش\".","start":875,"end":1061},"rules":["triggers/claim","actors/islamic-state","casualty/4","speaker"],"confidence":0.75},{"id":"c4","type":"incident","main":true,"event_type":"ASSAULT","mode":null,"contexts":[],"polarity":"positive","modality":"actual","anchor":{"text":"قتلى","start":1015,"end":1023},"anchors":[{"text":"قتلى","start":1015,"end":1023},{"text":"جرحى","start":1026,"end":1034}],"actors":[{"text":"تنظيم \"داعش","start":886,"end":906,"id":"islamic-state","name":"Islamic State (IS)","country":null,"sector":"IMG","inter":2}],"recipients":[],"counts":[],"places":[],"date":{"start":"2019-04-22","end":"2019-04-22","precision":1,"text":"صباح اليوم الاثنين","at":{"start":563,"end":597},"anchor":"2019-04-22"},"deadline":null,"chain":[{"text":"تنظيم \"داعش","start":886,"end":906,"name":"Islamic State (IS)","id":"islamic-state","role":"belligerent","named":true,"party":true,"channel":"statement","verb":"تبنى"},{"text":"وكالة \"أعماق","start":935,"end":957,"name":"Amaq","id":"amaq","role":"agency","named":true,"party":false,"channel":null,"verb":null},{"text":"صوت الفرات","start":null,"end":null,"name":"صوت الفرات","id":null,"role":"outlet","named":true,"party":false,"channel":null,"verb":null}],"quoted":"direct","refers_to":null,"evidence":{"text":"وتبنى تنظيم \"داعش\"، في بيان نشرته وكالة \"أعماق\"، الهجوم، زاعماً أنه أوقع \"عشرة قتلى وجرحى في صفوف الجيش\".","start":875,"end":1061},"rules":["triggers/dead.counted","actors/islamic-state","speech/tabanna"],"confidence":0.45},{"id":"c5","type":"tally","main":true,"event_type":"ASSAULT","mode":null,"contexts":["military"],"polarity":"positive","modality":"actual","anchor":{"text":"هجمات","start":1204,"end":1214},"anchors":[{"text":"هجمات","start":1204,"end":1214},{"text":"أوقعت","start":1215,"end":1225},{"text":"قتيلاً","start":1259,"end":1271}],"actors":[],"recipients":[],"counts":[{"what":"killed","low":20,"best":20,"high":null,"quantity":"at_least","harm_term":"killed","who":{"text":"قتيلاً","start":1259,"end":1271,"side":"unknown","group":null},"text":"ما لا يقل عن عشرين قتيلاً","start":1226,"end":1271,"unit":null,"rule":"at_least","of_whom":[]}],"places":[],"date":{"start":"2019-01-01","end":"2019-04-22","precision":5,"text":"منذ بداية العام الحالي","at":{"start":1155,"end":1196},"anchor":"2019-04-22"},"deadline":null,"chain":[{"text":"قائممقام الرطبة، عماد الدليمي","start":1072,"end":1127,"name":"قائممقام الرطبة، عماد الدليمي","id":null,"role":"official","named":true,"party":false,"channel":null,"verb":"أكد"},{"text":"صوت الفرات","start":null,"end":null,"name":"صوت الفرات","id":null,"role":"outlet","named":true,"party":false,"channel":null,"verb":null}],"quoted":"indirect","refers_to":null,"evidence":{"text":"وأكد قائممقام الرطبة، عماد الدليمي، أن القضاء شهد منذ بداية العام الحالي ستة هجمات أوقعت ما لا يقل عن عشرين قتيلاً من القوات الأمنية والمدنيين.","start":1063,"end":1324},"rules":["triggers/attack","casualty/4","since","speech/akkada"],"confidence":0.65}],"contradictions":[],"coder":{"version":"0.1.0","knowledge":"597e9304f1e258c84dacdfdf096cce1ff8dbb47d750fa9362969deeeec04ee72"}}',1);
INSERT INTO record VALUES(3,3,'0.1.0','597e9304f1e258c84dacdfdf096cce1ff8dbb47d750fa9362969deeeec04ee72','ar',1,1.0,'منظمة حقوقية: 46 مدنياً قتلوا بالألغام في سورية منذ مطلع العام','2021-05-15','dateline',NULL,NULL,'{"format":1,"document":{"id":"fe5909cda6a091c0d91ff7f54bafab1c8d4ccaf8d0f01eb4f8ec8e01dffd0517","source":"samples/05-monthly-tally.txt","url":null,"outlet":null,"language":"ar","title":{"text":"منظمة حقوقية: 46 مدنياً قتلوا بالألغام في سورية منذ مطلع العام","start":0,"end":111},"published":{"start":"2021-05-15","end":"2021-05-15","precision":1,"text":"السبت، 15 مايو (أيار) 2021","from":"dateline"},"relevant":true,"relevance":1.0,"duplicate_of":null},"parts":[{"role":"title","start":0,"end":111},{"role":"dateline","start":113,"end":153},{"role":"lede","start":155,"end":420},{"role":"body","start":422,"end":546},{"role":"body","start":548,"end":771},{"role":"body","start":773,"end":961}],"quotes":[],"claims":[{"id":"c1","type":"tally","main":true,"event_type":"ASSAULT","mode":"explosives","contexts":[],"polarity":"positive","modality":"actual","anchor":{"text":"انفجار","start":329,"end":341},"anchors":[{"text":"قتلوا","start":41,"end":51},{"text":"وثقت","start":155,"end":163},{"text":"مقتل","start":273,"end":281},{"text":"انفجار","start":329,"end":341}],"actors":[],"recipients":[{"text":"مدنياً","start":285,"end":297,"id":null,"name":null,"country":"SYR","sector":"CVL","inter":null}],"counts":[{"what":"killed","low":46,"best":46,"high":46,"quantity":"exact","harm_term":"killed","who":{"text":"مدنياً","start":285,"end":297,"side":"civilian","group":null},"text":"46 مدنياً","start":282,"end":297,"unit":null,"rule":"exact","of_whom":[{"what":"killed","low":18,"best":18,"high":18,"quantity":"exact","harm_term":"killed","who":{"text":"طفلاً","start":314,"end":324,"side":"civilian","group":null},"text":"18 طفلاً","start":311,"end":324,"unit":null,"rule":"exact","of_whom":[]}]}],"places":[{"text":"سورية","start":369,"end":379,"id":"sy","name":"Syria","country":"SYR","admin1":null,"lat":35.0,"lon":38.0,"precision":6,"basis":"centroid"}],"date":{"start":"2021-01-01","end":"2021-05-15","precision":5,"text":"منذ مطلع العام","at":{"start":85,"end":111},"anchor":"2021-05-15"},"deadline":null,"chain":[{"text":"الشبكة السورية لحقوق الإنسان","start":164,"end":217,"name":"Syrian Network for Human Rights (SNHR)","id":"snhr","role":"unknown","named":true,"party":false,"channel":"document","verb":"وثقت"}],"quoted":"indirect","refers_to":null,"evidence":{"text":"وثقت الشبكة السورية لحقوق الإنسان، في تقرير أصدرته اليوم السبت، مقتل 46 مدنياً، بينهم 18 طفلاً، بانفجار ألغام أرضية في سورية منذ مطلع العام الجاري.","start":155,"end":420},"rules":["triggers/kill","people/10","countries/sy","since","speaker","triggers/explosion","speech/waththaqa"],"confidence":0.85},{"id":"c2","type":"incident","main":true,"event_type":"ASSAULT","mode":"explosives","contexts":[],"polarity":"positive","modality":"actual","anchor":{"text":"انفجار","start":616,"end":628},"anchors":[{"text":"قُتل","start":550,"end":558},{"text":"أصيب","start":572,"end":580},{"text":"انفجار","start":616,"end":628}],"actors":[],"recipients":[{"text":"طفلان","start":559,"end":569,"id":null,"name":null,"country":"SYR","sector":"CVL","inter":null}],"counts":[{"what":"killed","low":2,"best":2,"high":2,"quantity":"exact","harm_term":"killed","who":{"text":"طفلان","start":559,"end":569,"side":"civilian","group":null},"text":"طفلان","start":559,"end":569,"unit":null,"rule":"dual","of_whom":[]}],"places":[{"text":"قرب بلدة تل رفعت","start":661,"end":690,"id":"sy-tell-rifaat","name":"Tell Rifaat","country":"SYR","admin1":"Aleppo","lat":36.473,"lon":37.097,"precision":2,"basis":"point"},{"text":"شمالي حلب","start":691,"end":708,"id":"sy-aleppo","name":"Aleppo","country":"SYR","admin1":"Aleppo","lat":36.2012,"lon":37.1612,"precision":2,"basis":"point"}],"date":{"start":"2021-05-14","end":"2021-05-14","precision":1,"text":"أمس الجمعة","at":{"start":592,"end":611},"anchor":"2021-05-15"},"deadline":null,"chain":[{"text":"الدفاع المدني السوري","start":732,"end":770,"name":"White Helmets (Syria Civil Defence)","id":"white-helmets","role":"medic","named":true,"party":false,"channel":null,"verb":null}],"quoted":"indirect","refers_to":null,"evidence":{"text":"وقُتل طفلان وأصيب ثالث، أمس الجمعة، بانفجار لغم في أرض زراعية قرب بلدة تل رفعت شمالي حلب، بحسب ما ذكر الدفاع المدني السوري.","start":548,"end":771},"rules":["triggers/explosion","people/21","places/sy-tell-rifaat","places/sy-aleppo","date","attribution/9"],"confidence":0.8},{"id":"c3","type":"statement","main":true,"event_type":"REQUEST","mode":"yield","contexts":[],"polarity":"positive","modality":"actual","anchor":{"text":"طالبت","start":775,"end":785},"anchors":[{"text":"طالبت","start":775,"end":785}],"actors":[{"text":"الشبكة","start":786,"end":798,"id":"snhr","name":"Syrian Network for Human Rights (SNHR)","country":"SYR","sector":"SOC","inter":7}],"recipients":[],"counts":[],"places":[],"date":null,"deadline":null,"chain":[{"text":"الشبكة","start":786,"end":798,"name":"Syrian Network for Human Rights (SNHR)","id":"snhr","role":"unknown","named":true,"party":false,"channel":null,"verb":"طالبت"}],"quoted":"indirect","refers_to":null,"evidence":{"text":"وطالبت الشبكة جميع أطراف النزاع بتسليم خرائط الألغام، ودعت الأمم المتحدة إلى زيادة الدعم لفرق إزالتها.","start":773,"end":961},"rules":["triggers/urge.end","orgwords/143","speaker"],"confidence":0.65},{"id":"c4","type":"statement","main":true,"event_type":"REQUEST","mode":"yield","contexts":[],"polarity":"positive","modality":"actual","anchor":{"text":"دعت","start":875,"end":881},"anchors":[{"text":"دعت","start":875,"end":881}],"actors":[{"text":"الشبكة","start":786,"end":798,"id":"snhr","name":"Syrian Network for Human Rights (SNHR)","country":"SYR","sector":"SOC","inter":7}],"recipients":[{"text":"الأمم المتحدة","start":882,"end":907,"id":"un","name":"United Nations","country":null,"sector":"UNO","inter":8}],"counts":[],"places":[],"date":null,"deadline":null,"chain":[{"text":"الشبكة","start":786,"end":798,"name":"Syrian Network for Human Rights (SNHR)","id":"snhr","role":"unknown","named":true,"party":false,"channel":null,"verb":"دعت"}],"quoted":"indirect","refers_to":null,"evidence":{"text":"وطالبت الشبكة جميع أطراف النزاع بتسليم خرائط الألغام، ودعت الأمم المتحدة إلى زيادة الدعم لفرق إزالتها.","start":773,"end":961},"rules":["triggers/urge.end","orgwords/143","actors/un","speaker"],"confidence":0.75}],"contradictions":[],"coder":{"version":"0.1.0","knowledge":"597e9304f1e258c84dacdfdf096cce1ff8dbb47d750fa9362969deeeec04ee72"}}',1);
INSERT INTO record VALUES(4,4,'0.1.0','597e9304f1e258c84dacdfdf096cce1ff8dbb47d750fa9362969deeeec04ee72','ar',1,1.0,'الاتحاد الأوروبي يفرض عقوبات على قادة الانقلاب في النيجر','2023-10-24','dateline','reuters','رويترز','{"format":1,"document":{"id":"5ff70ed8f69358999655d0300222e48523f5c419fa49605beaafc0e0d4c51bc3","source":"samples/10-sanctions.txt","url":null,"outlet":{"id":"reuters","name":"رويترز"},"language":"ar","title":{"text":"الاتحاد الأوروبي يفرض عقوبات على قادة الانقلاب في النيجر","start":0,"end":104},"published":{"start":"2023-10-24","end":"2023-10-24","precision":1,"text":"24 أكتوبر 2023","from":"dateline"},"relevant":true,"relevance":1.0,"duplicate_of":null},"parts":[{"role":"title","start":0,"end":104},{"role":"dateline","start":106,"end":133},{"role":"dateline","start":134,"end":154},{"role":"lede","start":156,"end":376},{"role":"body","start":378,"end":594},{"role":"body","start":596,"end":789},{"role":"body","start":791,"end":926}],"quotes":[],"claims":[{"id":"c1","type":"announcement","main":true,"event_type":"SANCTION","mode":"discontinue","contexts":["economic"],"polarity":"positive","modality":"actual","anchor":{"text":"فرض","start":214,"end":220},"anchors":[{"text":"يفرض","start":32,"end":40},{"text":"عقوبات","start":41,"end":53},{"text":"فرض","start":214,"end":220},{"text":"عقوبات","start":221,"end":233},{"text":"تعليق","start":331,"end":341}],"actors":[{"text":"الاتحاد الأوروبي","start":163,"end":194,"id":"eu","name":"European Union (EU)","country":null,"sector":"EUR","inter":8}],"recipients":[{"text":"مسؤولين في المجلس العسكري الحاكم","start":250,"end":310,"id":null,"name":null,"country":"NER","sector":"GOV","inter":1}],"counts":[],"places":[{"text":"النيجر","start":316,"end":328,"id":"ne","name":"Niger","country":"NER","admin1":null,"lat":17.4,"lon":9.4,"precision":6,"basis":"centroid"}],"date":{"start":"2023-10-23","end":"2023-10-23","precision":1,"text":"الاثنين","at":{"start":197,"end":211},"anchor":"2023-10-24"},"deadline":null,"chain":[{"text":"الاتحاد الأوروبي","start":163,"end":194,"name":"European Union (EU)","id":"eu","role":"official","named":true,"party":false,"channel":null,"verb":"قرر"},{"text":"رويترز","start":121,"end":133,"name":"Reuters","id":"reuters","role":"agency","named":true,"party":false,"channel":null,"verb":null}],"quoted":"indirect","refers_to":null,"evidence":{"text":"قرر الاتحاد الأوروبي، الاثنين، فرض عقوبات على سبعة مسؤولين في المجلس العسكري الحاكم في النيجر وتعليق المساعدات المالية.","start":156,"end":376},"rules":["triggers/sanction.impose","actors/eu","titles/132","countries/ne","people/143","date","speech/qarrara"],"confidence":0.85},{"id":"c2","type":"incident","main":true,"event_type":"AID","mode":null,"contexts":["human_security"],"polarity":"positive","modality":"actual","anchor":{"text":"المساعدات","start":342,"end":360},"anchors":[{"text":"المساعدات","start":342,"end":360}],"actors":[{"text":"المالية","start":361,"end":375,"id":null,"name":null,"country":"MLI","sector":"MIL","inter":null}],"recipients":[],"counts":[],"places":[],"date":{"start":"2023-10-23","end":"2023-10-23","precision":1,"text":"الاثنين","at":{"start":197,"end":211},"anchor":"2023-10-24"},"deadline":null,"chain":[{"text":"الاتحاد الأوروبي","start":163,"end":194,"name":"European Union (EU)","id":"eu","role":"official","named":true,"party":false,"channel":null,"verb":"قرر"},{"text":"رويترز","start":121,"end":133,"name":"Reuters","id":"reuters","role":"agency","named":true,"party":false,"channel":null,"verb":null}],"quoted":"indirect","refers_to":null,"evidence":{"text":"قرر الاتحاد الأوروبي، الاثنين، فرض عقوبات على سبعة مسؤولين في المجلس العسكري الحاكم في النيجر وتعليق المساعدات المالية.","start":156,"end":376},"rules":["triggers/aid","nations/49","date","speech/qarrara"],"confidence":0.45},{"id":"c3","type":"statement","main":true,"event_type":"REQUEST","mode":"yield","contexts":[],"polarity":"positive","modality":"actual","anchor":{"text":"أمهلت","start":380,"end":390},"anchors":[{"text":"أمهلت","start":380,"end":390}],"actors":[{"text":"المجموعة الاقتصادية لدول غرب إفريقيا الانقلابيين","start":391,"end":482,"id":"ecowas","name":"ECOWAS","country":null,"sector":"IGO","inter":8}],"recipients":[],"counts":[],"places":[],"date":null,"deadline":null,"chain":[{"text":"المجموعة الاقتصادية لدول غرب إفريقيا الانقلابيين","start":391,"end":482,"name":"ECOWAS","id":"ecowas","role":"official","named":true,"party":false,"channel":null,"verb":"أمهلت"},{"text":"رويترز","start":121,"end":133,"name":"Reuters","id":"reuters","role":"agency","named":true,"party":false,"channel":null,"verb":null}],"quoted":"indirect","refers_to":null,"evidence":{"text":"وأمهلت المجموعة الاقتصادية لدول غرب إفريقيا الانقلابيين أسبوعاً لإطلاق سراح الرئيس محمد بازوم، وهددت باستخدام القوة.","start":378,"end":594},"rules":["triggers/ultimatum","actors/ecowas","speaker"],"confidence":0.65},{"id":"c4","type":"statement","main":true,"event_type":"THREATEN","mode":"violence","contexts":[],"polarity":"positive","modality":"actual","anchor":{"text":"هددت","start":557,"end":565},"anchors":[{"text":"هددت","start":557,"end":565}],"actors":[{"text":"المجموعة الاقتصادية لدول غرب إفريقيا الانقلابيين","start":391,"end":482,"id":"ecowas","name":"ECOWAS","country":null,"sector":"IGO","inter":8}],"recipients":[],"counts":[],"places":[],"date":null,"deadline":null,"chain":[{"text":"المجموعة الاقتصادية لدول غرب إفريقيا الانقلابيين","start":391,"end":482,"name":"ECOWAS","id":"ecowas","role":"official","named":true,"party":false,"channel":null,"verb":"هددت"},{"text":"رويترز","start":121,"end":133,"name":"Reuters","id":"reuters","role":"agency","named":true,"party":false,"channel":null,"verb":null}],"quoted":"indirect","refers_to":null,"evidence":{"text":"وأمهلت المجموعة الاقتصادية لدول غرب إفريقيا الانقلابيين أسبوعاً لإطلاق سراح الرئيس محمد بازوم، وهددت باستخدام القوة.","start":378,"end":594},"rules":["triggers/threaten.violence","actors/ecowas","speaker"],"confidence":0.65},{"id":"c5","type":"statement","main":true,"event_type":"REJECT","mode":null,"contexts":[],"polarity":"positive","modality":"actual","anchor":{"text":"رفض","start":598,"end":604},"anchors":[{"text":"رفض","start":598,"end":604}],"actors":[{"text":"المتحدث باسم المجلس العسكري، الكولونيل أمادو عبد الرحمن","start":605,"end":708,"id":null,"name":null,"country":"NER","sector":"MIL","inter":1}],"recipients":[],"counts":[],"places":[],"date":null,"deadline":null,"chain":[{"text":"المتحدث باسم المجلس العسكري، الكولونيل أمادو عبد الرحمن","start":605,"end":708,"name":"المتحدث باسم المجلس العسكري، الكولونيل أمادو عبد الرحمن","id":null,"role":"spokesperson","named":true,"party":true,"channel":null,"verb":"رفض"},{"text":"رويترز","start":121,"end":133,"name":"Reuters","id":"reuters","role":"agency","named":true,"party":false,"channel":null,"verb":null}],"quoted":"indirect","refers_to":null,"evidence":{"text":"ورفض المتحدث باسم المجلس العسكري، الكولونيل أمادو عبد الرحمن، العقوبات، متهماً فرنسا بالتحريض على بلاده.","start":596,"end":789},"rules":["triggers/reject","titles/122","speaker"],"confidence":0.65},{"id":"c6","type":"incident","main":true,"event_type":"CONSULT","mode":null,"contexts":["diplomatic"],"polarity":"positive","modality":"actual","anchor":{"text":"التقى","start":793,"end":803},"anchors":[{"text":"التقى","start":793,"end":803}],"actors":[{"text":"وزير الخارجية النيجري نظيره الجزائري","start":804,"end":872,"id":null,"name":null,"country":"NER","sector":"GOV","inter":1}],"recipients":[],"counts":[],"places":[{"text":"الجزائر","start":878,"end":892,"id":"dz","name":"Algeria","country":"DZA","admin1":null,"lat":28.0,"lon":2.6,"precision":6,"basis":"centroid"}],"date":{"start":"2023-10-22","end":"2023-10-22","precision":1,"text":"الأحد","at":{"start":893,"end":903},"anchor":"2023-10-24"},"deadline":null,"chain":[{"text":"رويترز","start":121,"end":133,"name":"Reuters","id":"reuters","role":"agency","named":true,"party":false,"channel":null,"verb":null}],"quoted":"none","refers_to":null,"evidence":{"text":"والتقى وزير الخارجية النيجري نظيره الجزائري في الجزائر الأحد لبحث الأزمة.","start":791,"end":926},"rules":["triggers/meet","titles/67","countries/dz","date"],"confidence":0.5}],"contradictions":[],"coder":{"version":"0.1.0","knowledge":"597e9304f1e258c84dacdfdf096cce1ff8dbb47d750fa9362969deeeec04ee72"}}',1);
CREATE TABLE IF NOT EXISTS "claim" (
  id INTEGER PRIMARY KEY,
  record INTEGER NOT NULL REFERENCES "record" ON DELETE CASCADE,
  name TEXT NOT NULL,
  type TEXT NOT NULL, main INTEGER NOT NULL,
  event_type TEXT, mode TEXT, contexts TEXT NOT NULL,
  polarity TEXT NOT NULL, modality TEXT NOT NULL,
  anchor TEXT, anchor_start INTEGER, anchor_end INTEGER,
  date_start TEXT, date_end TEXT, date_precision INTEGER, date_text TEXT,
  deadline_start TEXT, deadline_end TEXT, deadline_text TEXT,
  quoted TEXT NOT NULL, refers_to TEXT,
  evidence TEXT, evidence_start INTEGER, evidence_end INTEGER,
  confidence REAL NOT NULL,
  UNIQUE (record, name)
) STRICT;
INSERT INTO claim VALUES(1,2,'c1','incident',1,'ASSAULT','explosives','terrorism','positive','actual','تفجير',423,433,'2019-04-22','2019-04-22',1,'صباح اليوم الاثنين',NULL,NULL,NULL,'none',NULL,'قُتل أربعة جنود عراقيين وأصيب سبعة آخرون، بينهم ضابط، بتفجير عبوة ناسفة استهدف رتلاً عسكرياً قرب مدينة الرطبة غربي محافظة الأنبار، صباح اليوم الاثنين.',322,598,0.84999999999999997779);
INSERT INTO claim VALUES(2,2,'c2','incident',1,'COERCE','arrest','repression','positive','actual','اعتقلت',804,816,'2019-04-22','2019-04-22',1,'صباح اليوم الاثنين',NULL,NULL,NULL,'indirect',NULL,'وقال مصدر أمني لـ"صوت الفرات"، طلب عدم الكشف عن هويته، إن العبوة زُرعت ليلاً تحت جسر صغير، مضيفاً أن قوة من الجيش اعتقلت ثلاثة مشتبه بهم في قرية مجاورة.',600,873,0.8000000000000000444);
INSERT INTO claim VALUES(3,2,'c3','statement',1,'ASSAULT',NULL,'','positive','actual','تبنى',877,885,'2019-04-22','2019-04-22',1,'صباح اليوم الاثنين',NULL,NULL,NULL,'indirect',NULL,'وتبنى تنظيم "داعش"، في بيان نشرته وكالة "أعماق"، الهجوم، زاعماً أنه أوقع "عشرة قتلى وجرحى في صفوف الجيش".',875,1061,0.75);
INSERT INTO claim VALUES(4,2,'c4','incident',1,'ASSAULT',NULL,'','positive','actual','قتلى',1015,1023,'2019-04-22','2019-04-22',1,'صباح اليوم الاثنين',NULL,NULL,NULL,'direct',NULL,'وتبنى تنظيم "داعش"، في بيان نشرته وكالة "أعماق"، الهجوم، زاعماً أنه أوقع "عشرة قتلى وجرحى في صفوف الجيش".',875,1061,0.4500000000000000111);
INSERT INTO claim VALUES(5,2,'c5','tally',1,'ASSAULT',NULL,'military','positive','actual','هجمات',1204,1214,'2019-01-01','2019-04-22',5,'منذ بداية العام الحالي',NULL,NULL,NULL,'indirect',NULL,'وأكد قائممقام الرطبة، عماد الدليمي، أن القضاء شهد منذ بداية العام الحالي ستة هجمات أوقعت ما لا يقل عن عشرين قتيلاً من القوات الأمنية والمدنيين.',1063,1324,0.6500000000000000222);
INSERT INTO claim VALUES(6,3,'c1','tally',1,'ASSAULT','explosives','','positive','actual','انفجار',329,341,'2021-01-01','2021-05-15',5,'منذ مطلع العام',NULL,NULL,NULL,'indirect',NULL,'وثقت الشبكة السورية لحقوق الإنسان، في تقرير أصدرته اليوم السبت، مقتل 46 مدنياً، بينهم 18 طفلاً، بانفجار ألغام أرضية في سورية منذ مطلع العام الجاري.',155,420,0.84999999999999997779);
INSERT INTO claim VALUES(7,3,'c2','incident',1,'ASSAULT','explosives','','positive','actual','انفجار',616,628,'2021-05-14','2021-05-14',1,'أمس الجمعة',NULL,NULL,NULL,'indirect',NULL,'وقُتل طفلان وأصيب ثالث، أمس الجمعة، بانفجار لغم في أرض زراعية قرب بلدة تل رفعت شمالي حلب، بحسب ما ذكر الدفاع المدني السوري.',548,771,0.8000000000000000444);
INSERT INTO claim VALUES(8,3,'c3','statement',1,'REQUEST','yield','','positive','actual','طالبت',775,785,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'indirect',NULL,'وطالبت الشبكة جميع أطراف النزاع بتسليم خرائط الألغام، ودعت الأمم المتحدة إلى زيادة الدعم لفرق إزالتها.',773,961,0.6500000000000000222);
INSERT INTO claim VALUES(9,3,'c4','statement',1,'REQUEST','yield','','positive','actual','دعت',875,881,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'indirect',NULL,'وطالبت الشبكة جميع أطراف النزاع بتسليم خرائط الألغام، ودعت الأمم المتحدة إلى زيادة الدعم لفرق إزالتها.',773,961,0.75);
INSERT INTO claim VALUES(10,4,'c1','announcement',1,'SANCTION','discontinue','economic','positive','actual','فرض',214,220,'2023-10-23','2023-10-23',1,'الاثنين',NULL,NULL,NULL,'indirect',NULL,'قرر الاتحاد الأوروبي، الاثنين، فرض عقوبات على سبعة مسؤولين في المجلس العسكري الحاكم في النيجر وتعليق المساعدات المالية.',156,376,0.84999999999999997779);
INSERT INTO claim VALUES(11,4,'c2','incident',1,'AID',NULL,'human_security','positive','actual','المساعدات',342,360,'2023-10-23','2023-10-23',1,'الاثنين',NULL,NULL,NULL,'indirect',NULL,'قرر الاتحاد الأوروبي، الاثنين، فرض عقوبات على سبعة مسؤولين في المجلس العسكري الحاكم في النيجر وتعليق المساعدات المالية.',156,376,0.4500000000000000111);
INSERT INTO claim VALUES(12,4,'c3','statement',1,'REQUEST','yield','','positive','actual','أمهلت',380,390,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'indirect',NULL,'وأمهلت المجموعة الاقتصادية لدول غرب إفريقيا الانقلابيين أسبوعاً لإطلاق سراح الرئيس محمد بازوم، وهددت باستخدام القوة.',378,594,0.6500000000000000222);
INSERT INTO claim VALUES(13,4,'c4','statement',1,'THREATEN','violence','','positive','actual','هددت',557,565,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'indirect',NULL,'وأمهلت المجموعة الاقتصادية لدول غرب إفريقيا الانقلابيين أسبوعاً لإطلاق سراح الرئيس محمد بازوم، وهددت باستخدام القوة.',378,594,0.6500000000000000222);
INSERT INTO claim VALUES(14,4,'c5','statement',1,'REJECT',NULL,'','positive','actual','رفض',598,604,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'indirect',NULL,'ورفض المتحدث باسم المجلس العسكري، الكولونيل أمادو عبد الرحمن، العقوبات، متهماً فرنسا بالتحريض على بلاده.',596,789,0.6500000000000000222);
INSERT INTO claim VALUES(15,4,'c6','incident',1,'CONSULT',NULL,'diplomatic','positive','actual','التقى',793,803,'2023-10-22','2023-10-22',1,'الأحد',NULL,NULL,NULL,'none',NULL,'والتقى وزير الخارجية النيجري نظيره الجزائري في الجزائر الأحد لبحث الأزمة.',791,926,0.5);
CREATE TABLE IF NOT EXISTS "actor" (
  claim INTEGER NOT NULL REFERENCES "claim" ON DELETE CASCADE,
  part TEXT NOT NULL CHECK (part IN ('actor', 'recipient')), position INTEGER NOT NULL,
  text TEXT, "start" INTEGER, "end" INTEGER,
  actor_id TEXT, name TEXT, country TEXT, sector TEXT, inter INTEGER,
  PRIMARY KEY (claim, part, position)
) STRICT, WITHOUT ROWID;
INSERT INTO actor VALUES(1,'recipient',0,'جنود عراقيين',342,365,NULL,NULL,'IRQ','MIL',NULL);
INSERT INTO actor VALUES(1,'recipient',1,'رتلاً عسكرياً قرب مدينة الرطبة',467,523,NULL,NULL,'IRQ','MIL',1);
INSERT INTO actor VALUES(2,'recipient',0,'مشتبه بهم',828,845,NULL,NULL,'IRQ',NULL,NULL);
INSERT INTO actor VALUES(3,'actor',0,'تنظيم "داعش',886,906,'islamic-state','Islamic State (IS)',NULL,'IMG',2);
INSERT INTO actor VALUES(4,'actor',0,'تنظيم "داعش',886,906,'islamic-state','Islamic State (IS)',NULL,'IMG',2);
INSERT INTO actor VALUES(6,'recipient',0,'مدنياً',285,297,NULL,NULL,'SYR','CVL',NULL);
INSERT INTO actor VALUES(7,'recipient',0,'طفلان',559,569,NULL,NULL,'SYR','CVL',NULL);
INSERT INTO actor VALUES(8,'actor',0,'الشبكة',786,798,'snhr','Syrian Network for Human Rights (SNHR)','SYR','SOC',7);
INSERT INTO actor VALUES(9,'actor',0,'الشبكة',786,798,'snhr','Syrian Network for Human Rights (SNHR)','SYR','SOC',7);
INSERT INTO actor VALUES(9,'recipient',0,'الأمم المتحدة',882,907,'un','United Nations',NULL,'UNO',8);
INSERT INTO actor VALUES(10,'actor',0,'الاتحاد الأوروبي',163,194,'eu','European Union (EU)',NULL,'EUR',8);
INSERT INTO actor VALUES(10,'recipient',0,'مسؤولين في المجلس العسكري الحاكم',250,310,NULL,NULL,'NER','GOV',1);
INSERT INTO actor VALUES(11,'actor',0,'المالية',361,375,NULL,NULL,'MLI','MIL',NULL);
INSERT INTO actor VALUES(12,'actor',0,'المجموعة الاقتصادية لدول غرب إفريقيا الانقلابيين',391,482,'ecowas','ECOWAS',NULL,'IGO',8);
INSERT INTO actor VALUES(13,'actor',0,'المجموعة الاقتصادية لدول غرب إفريقيا الانقلابيين',391,482,'ecowas','ECOWAS',NULL,'IGO',8);
INSERT INTO actor VALUES(14,'actor',0,'المتحدث باسم المجلس العسكري، الكولونيل أمادو عبد الرحمن',605,708,NULL,NULL,'NER','MIL',1);
INSERT INTO actor VALUES(15,'actor',0,'وزير الخارجية النيجري نظيره الجزائري',804,872,NULL,NULL,'NER','GOV',1);
CREATE TABLE IF NOT EXISTS "figure" (
  id INTEGER PRIMARY KEY,
  claim INTEGER NOT NULL REFERENCES "claim" ON DELETE CASCADE,
  of_whom INTEGER REFERENCES "figure" ON DELETE CASCADE,
  what TEXT NOT NULL, low INTEGER, best INTEGER, high INTEGER,
  quantity TEXT NOT NULL, harm_term TEXT,
  who TEXT, side TEXT NOT NULL, group_id TEXT,
  text TEXT, "start" INTEGER, "end" INTEGER,
  unit TEXT, rule TEXT
) STRICT;
INSERT INTO figure VALUES(1,1,NULL,'killed',4,4,4,'exact','killed','جنود عراقيين','armed',NULL,'أربعة جنود',331,350,NULL,'exact');
INSERT INTO figure VALUES(2,1,NULL,'wounded',7,7,7,'exact','wounded',NULL,'unknown',NULL,'سبعة آخرون',377,396,NULL,'exact');
INSERT INTO figure VALUES(3,1,2,'wounded',1,1,1,'exact','wounded','ضابط','armed',NULL,'ضابط',410,418,NULL,'singular');
INSERT INTO figure VALUES(4,2,NULL,'captured',3,3,3,'exact',NULL,'مشتبه بهم','unknown',NULL,'ثلاثة مشتبه بهم',817,845,NULL,'exact');
INSERT INTO figure VALUES(5,3,NULL,'killed',0,NULL,10,'range','casualties','قتلى','unknown',NULL,'عشرة قتلى',1006,1023,NULL,'dead and wounded in one figure');
INSERT INTO figure VALUES(6,5,NULL,'killed',20,20,NULL,'at_least','killed','قتيلاً','unknown',NULL,'ما لا يقل عن عشرين قتيلاً',1226,1271,NULL,'at_least');
INSERT INTO figure VALUES(7,6,NULL,'killed',46,46,46,'exact','killed','مدنياً','civilian',NULL,'46 مدنياً',282,297,NULL,'exact');
INSERT INTO figure VALUES(8,6,7,'killed',18,18,18,'exact','killed','طفلاً','civilian',NULL,'18 طفلاً',311,324,NULL,'exact');
INSERT INTO figure VALUES(9,7,NULL,'killed',2,2,2,'exact','killed','طفلان','civilian',NULL,'طفلان',559,569,NULL,'dual');
CREATE TABLE IF NOT EXISTS "place" (
  claim INTEGER NOT NULL REFERENCES "claim" ON DELETE CASCADE, position INTEGER NOT NULL,
  text TEXT, "start" INTEGER, "end" INTEGER,
  place_id TEXT, name TEXT, country TEXT, admin1 TEXT,
  lat REAL, lon REAL, precision INTEGER, basis TEXT,
  PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;
INSERT INTO place VALUES(1,0,'غربي محافظة الأنبار',524,560,'iq-al-anbar','Al Anbar','IRQ',NULL,32.60000000000000142,41.299999999999997156,4,'centroid');
INSERT INTO place VALUES(2,0,'قرية مجاورة',851,872,NULL,NULL,'IRQ',NULL,NULL,NULL,1,NULL);
INSERT INTO place VALUES(6,0,'سورية',369,379,'sy','Syria','SYR',NULL,35.0,38.0,6,'centroid');
INSERT INTO place VALUES(7,0,'قرب بلدة تل رفعت',661,690,'sy-tell-rifaat','Tell Rifaat','SYR','Aleppo',36.472999999999998975,37.097000000000001306,2,'point');
INSERT INTO place VALUES(7,1,'شمالي حلب',691,708,'sy-aleppo','Aleppo','SYR','Aleppo',36.201200000000000045,37.161200000000000898,2,'point');
INSERT INTO place VALUES(10,0,'النيجر',316,328,'ne','Niger','NER',NULL,17.399999999999998578,9.4000000000000003552,6,'centroid');
INSERT INTO place VALUES(15,0,'الجزائر',878,892,'dz','Algeria','DZA',NULL,28.0,2.6000000000000000888,6,'centroid');
CREATE TABLE IF NOT EXISTS "link" (
  claim INTEGER NOT NULL REFERENCES "claim" ON DELETE CASCADE, position INTEGER NOT NULL,
  text TEXT, "start" INTEGER, "end" INTEGER,
  name TEXT, actor_id TEXT, role TEXT, named INTEGER NOT NULL, party INTEGER NOT NULL,
  channel TEXT, verb TEXT,
  PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;
INSERT INTO link VALUES(1,0,NULL,NULL,NULL,'صوت الفرات',NULL,'outlet',1,0,NULL,NULL);
INSERT INTO link VALUES(2,0,'مصدر أمني',609,626,'مصدر أمني',NULL,'official',0,0,NULL,'طلب');
INSERT INTO link VALUES(2,1,NULL,NULL,NULL,'صوت الفرات',NULL,'outlet',1,0,NULL,NULL);
INSERT INTO link VALUES(3,0,'تنظيم "داعش',886,906,'Islamic State (IS)','islamic-state','belligerent',1,1,'statement','تبنى');
INSERT INTO link VALUES(3,1,'وكالة "أعماق',935,957,'Amaq','amaq','agency',1,0,NULL,NULL);
INSERT INTO link VALUES(3,2,NULL,NULL,NULL,'صوت الفرات',NULL,'outlet',1,0,NULL,NULL);
INSERT INTO link VALUES(4,0,'تنظيم "داعش',886,906,'Islamic State (IS)','islamic-state','belligerent',1,1,'statement','تبنى');
INSERT INTO link VALUES(4,1,'وكالة "أعماق',935,957,'Amaq','amaq','agency',1,0,NULL,NULL);
INSERT INTO link VALUES(4,2,NULL,NULL,NULL,'صوت الفرات',NULL,'outlet',1,0,NULL,NULL);
INSERT INTO link VALUES(5,0,'قائممقام الرطبة، عماد الدليمي',1072,1127,'قائممقام الرطبة، عماد الدليمي',NULL,'official',1,0,NULL,'أكد');
INSERT INTO link VALUES(5,1,NULL,NULL,NULL,'صوت الفرات',NULL,'outlet',1,0,NULL,NULL);
INSERT INTO link VALUES(6,0,'الشبكة السورية لحقوق الإنسان',164,217,'Syrian Network for Human Rights (SNHR)','snhr','unknown',1,0,'document','وثقت');
INSERT INTO link VALUES(7,0,'الدفاع المدني السوري',732,770,'White Helmets (Syria Civil Defence)','white-helmets','medic',1,0,NULL,NULL);
INSERT INTO link VALUES(8,0,'الشبكة',786,798,'Syrian Network for Human Rights (SNHR)','snhr','unknown',1,0,NULL,'طالبت');
INSERT INTO link VALUES(9,0,'الشبكة',786,798,'Syrian Network for Human Rights (SNHR)','snhr','unknown',1,0,NULL,'دعت');
INSERT INTO link VALUES(10,0,'الاتحاد الأوروبي',163,194,'European Union (EU)','eu','official',1,0,NULL,'قرر');
INSERT INTO link VALUES(10,1,'رويترز',121,133,'Reuters','reuters','agency',1,0,NULL,NULL);
INSERT INTO link VALUES(11,0,'الاتحاد الأوروبي',163,194,'European Union (EU)','eu','official',1,0,NULL,'قرر');
INSERT INTO link VALUES(11,1,'رويترز',121,133,'Reuters','reuters','agency',1,0,NULL,NULL);
INSERT INTO link VALUES(12,0,'المجموعة الاقتصادية لدول غرب إفريقيا الانقلابيين',391,482,'ECOWAS','ecowas','official',1,0,NULL,'أمهلت');
INSERT INTO link VALUES(12,1,'رويترز',121,133,'Reuters','reuters','agency',1,0,NULL,NULL);
INSERT INTO link VALUES(13,0,'المجموعة الاقتصادية لدول غرب إفريقيا الانقلابيين',391,482,'ECOWAS','ecowas','official',1,0,NULL,'هددت');
INSERT INTO link VALUES(13,1,'رويترز',121,133,'Reuters','reuters','agency',1,0,NULL,NULL);
INSERT INTO link VALUES(14,0,'المتحدث باسم المجلس العسكري، الكولونيل أمادو عبد الرحمن',605,708,'المتحدث باسم المجلس العسكري، الكولونيل أمادو عبد الرحمن',NULL,'spokesperson',1,1,NULL,'رفض');
INSERT INTO link VALUES(14,1,'رويترز',121,133,'Reuters','reuters','agency',1,0,NULL,NULL);
INSERT INTO link VALUES(15,0,'رويترز',121,133,'Reuters','reuters','agency',1,0,NULL,NULL);
CREATE TABLE IF NOT EXISTS "rule" (
  claim INTEGER NOT NULL REFERENCES "claim" ON DELETE CASCADE, position INTEGER NOT NULL,
  field TEXT, rule TEXT NOT NULL, "start" INTEGER, "end" INTEGER,
  PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;
INSERT INTO rule VALUES(1,0,'event_type','triggers/bombing',31,41);
INSERT INTO rule VALUES(1,1,'recipients','people/46',20,28);
INSERT INTO rule VALUES(1,2,'counts','people/46',9,28);
INSERT INTO rule VALUES(1,3,'recipients','orgwords/42',55,104);
INSERT INTO rule VALUES(1,4,'event_type','triggers/bombing',423,433);
INSERT INTO rule VALUES(1,5,'recipients','people/46',342,365);
INSERT INTO rule VALUES(1,6,'counts','people/46',331,350);
INSERT INTO rule VALUES(1,7,'counts','exact',377,396);
INSERT INTO rule VALUES(1,8,'recipients','orgwords/42',467,523);
INSERT INTO rule VALUES(1,9,'places','places/iq-al-anbar',524,560);
INSERT INTO rule VALUES(1,10,'date','date',563,597);
INSERT INTO rule VALUES(2,0,'event_type','triggers/arrest',804,816);
INSERT INTO rule VALUES(2,1,'recipients','people/116',828,845);
INSERT INTO rule VALUES(2,2,'places','place',851,872);
INSERT INTO rule VALUES(2,3,'counts','people/116',817,845);
INSERT INTO rule VALUES(2,4,'chain','speech/talaba1',609,626);
INSERT INTO rule VALUES(3,0,'event_type','triggers/claim',877,885);
INSERT INTO rule VALUES(3,1,'actors','actors/islamic-state',886,906);
INSERT INTO rule VALUES(3,2,'counts','casualty/4',1006,1023);
INSERT INTO rule VALUES(3,3,'chain','speaker',886,906);
INSERT INTO rule VALUES(3,4,'chain','speaker',935,957);
INSERT INTO rule VALUES(4,0,'event_type','triggers/dead.counted',1015,1023);
INSERT INTO rule VALUES(4,1,'actors','actors/islamic-state',886,906);
INSERT INTO rule VALUES(4,2,'chain','speech/tabanna',886,906);
INSERT INTO rule VALUES(4,3,'chain','speech/tabanna',935,957);
INSERT INTO rule VALUES(5,0,'event_type','triggers/attack',1204,1214);
INSERT INTO rule VALUES(5,1,'counts','casualty/4',1226,1271);
INSERT INTO rule VALUES(5,2,'date','since',1155,1196);
INSERT INTO rule VALUES(5,3,'chain','speech/akkada',1072,1127);
INSERT INTO rule VALUES(6,0,'event_type','triggers/kill',41,51);
INSERT INTO rule VALUES(6,1,'recipients','people/10',28,40);
INSERT INTO rule VALUES(6,2,'places','countries/sy',74,84);
INSERT INTO rule VALUES(6,3,'counts','people/10',25,40);
INSERT INTO rule VALUES(6,4,'date','since',85,111);
INSERT INTO rule VALUES(6,5,'chain','speaker',0,23);
INSERT INTO rule VALUES(6,6,'event_type','triggers/explosion',329,341);
INSERT INTO rule VALUES(6,7,'recipients','people/10',285,297);
INSERT INTO rule VALUES(6,8,'places','countries/sy',369,379);
INSERT INTO rule VALUES(6,9,'counts','people/10',282,297);
INSERT INTO rule VALUES(6,10,'date','since',380,419);
INSERT INTO rule VALUES(6,11,'chain','speech/waththaqa',164,217);
INSERT INTO rule VALUES(7,0,'event_type','triggers/explosion',616,628);
INSERT INTO rule VALUES(7,1,'recipients','people/21',559,569);
INSERT INTO rule VALUES(7,2,'counts','people/21',559,569);
INSERT INTO rule VALUES(7,3,'places','places/sy-tell-rifaat',661,690);
INSERT INTO rule VALUES(7,4,'places','places/sy-aleppo',691,708);
INSERT INTO rule VALUES(7,5,'date','date',592,611);
INSERT INTO rule VALUES(7,6,'chain','attribution/9',732,770);
INSERT INTO rule VALUES(8,0,'event_type','triggers/urge.end',775,785);
INSERT INTO rule VALUES(8,1,'actors','orgwords/143',786,798);
INSERT INTO rule VALUES(8,2,'chain','speaker',786,798);
INSERT INTO rule VALUES(9,0,'event_type','triggers/urge.end',875,881);
INSERT INTO rule VALUES(9,1,'actors','orgwords/143',786,798);
INSERT INTO rule VALUES(9,2,'recipients','actors/un',882,907);
INSERT INTO rule VALUES(9,3,'chain','speaker',786,798);
INSERT INTO rule VALUES(10,0,'event_type','triggers/sanction.impose',32,40);
INSERT INTO rule VALUES(10,1,'actors','actors/eu',0,31);
INSERT INTO rule VALUES(10,2,'recipients','titles/132',61,104);
INSERT INTO rule VALUES(10,3,'event_type','triggers/sanction.impose',214,220);
INSERT INTO rule VALUES(10,4,'actors','actors/eu',163,194);
INSERT INTO rule VALUES(10,5,'places','countries/ne',316,328);
INSERT INTO rule VALUES(10,6,'recipients','people/143',250,310);
INSERT INTO rule VALUES(10,7,'date','date',197,211);
INSERT INTO rule VALUES(10,8,'chain','speech/qarrara',163,194);
INSERT INTO rule VALUES(11,0,'event_type','triggers/aid',342,360);
INSERT INTO rule VALUES(11,1,'actors','nations/49',361,375);
INSERT INTO rule VALUES(11,2,'date','date',197,211);
INSERT INTO rule VALUES(11,3,'chain','speech/qarrara',163,194);
INSERT INTO rule VALUES(12,0,'event_type','triggers/ultimatum',380,390);
INSERT INTO rule VALUES(12,1,'actors','actors/ecowas',391,482);
INSERT INTO rule VALUES(12,2,'chain','speaker',391,482);
INSERT INTO rule VALUES(13,0,'event_type','triggers/threaten.violence',557,565);
INSERT INTO rule VALUES(13,1,'actors','actors/ecowas',391,482);
INSERT INTO rule VALUES(13,2,'chain','speaker',391,482);
INSERT INTO rule VALUES(14,0,'event_type','triggers/reject',598,604);
INSERT INTO rule VALUES(14,1,'actors','titles/122',605,708);
INSERT INTO rule VALUES(14,2,'chain','speaker',605,708);
INSERT INTO rule VALUES(15,0,'event_type','triggers/meet',793,803);
INSERT INTO rule VALUES(15,1,'actors','titles/67',804,872);
INSERT INTO rule VALUES(15,2,'places','countries/dz',878,892);
INSERT INTO rule VALUES(15,3,'date','date',893,903);
CREATE TABLE IF NOT EXISTS "contradiction" (
  record INTEGER NOT NULL REFERENCES "record" ON DELETE CASCADE, position INTEGER NOT NULL,
  claim_a TEXT NOT NULL, claim_b TEXT NOT NULL, field TEXT, note TEXT,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE quote (
  record INTEGER NOT NULL REFERENCES record ON DELETE CASCADE, position INTEGER NOT NULL,
  text TEXT, "start" INTEGER, "end" INTEGER, speaker TEXT,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;
INSERT INTO quote VALUES(2,0,'عشرة قتلى وجرحى في صفوف الجيش',1006,1059,'Islamic State (IS)');
CREATE TABLE progress (
  what TEXT PRIMARY KEY, upto INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
PRAGMA writable_schema=ON;
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','word','word',0,'CREATE VIRTUAL TABLE word USING fts5(
  text, content = ''article'', content_rowid = ''id'', tokenize = ''isnad'')');
CREATE TABLE IF NOT EXISTS 'word_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO word_data VALUES(1,X'');
INSERT INTO word_data VALUES(10,X'00000000000000');
CREATE TABLE IF NOT EXISTS 'word_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS 'word_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
CREATE TABLE IF NOT EXISTS 'word_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO word_config VALUES('version',4);
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','place_box','place_box',0,'CREATE VIRTUAL TABLE place_box USING rtree(
  id, south, north, west, east, +claim INTEGER, +position INTEGER)');
CREATE TABLE IF NOT EXISTS "place_box_rowid"(rowid INTEGER PRIMARY KEY,nodeno,a0,a1);
CREATE TABLE IF NOT EXISTS "place_box_node"(nodeno INTEGER PRIMARY KEY,data);
INSERT INTO place_box_node VALUES(1,X'00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000');
CREATE TABLE IF NOT EXISTS "place_box_parent"(nodeno INTEGER PRIMARY KEY,parentnode);
CREATE INDEX claims_event ON "claim" (event_type, date_start);
CREATE INDEX counts_claim ON "figure" (claim);
CREATE INDEX counts_of_whom ON "figure" (of_whom) WHERE of_whom IS NOT NULL;
CREATE VIEW articles AS
  SELECT a.id, a.sha256, a.source, a.url, r.title, r.published, r.published_from,
    r.outlet_id, r.outlet_name AS outlet, r.language, r.relevant, r.relevance,
    r.id AS record, r.revision, r.coder, r.knowledge, a.text
  FROM article a JOIN record r ON r.article = a.id
  WHERE r.id = (SELECT max(id) FROM record WHERE article = a.id);
CREATE VIEW claims AS
  SELECT substr(a.sha256, 1, 16) || ':' || c.name AS key,
    a.source, a.url, a.title, a.published, a.outlet, c.*,
    (SELECT group_concat(coalesce(text, name), '; ') FROM actor
      WHERE claim = c.id AND part = 'actor') AS actors,
    (SELECT group_concat(coalesce(text, name), '; ') FROM actor
      WHERE claim = c.id AND part = 'recipient') AS recipients,
    (SELECT group_concat(coalesce(text, name), '; ') FROM place
      WHERE claim = c.id) AS places,
    (SELECT coalesce(text, name) FROM link
      WHERE claim = c.id AND position = 0) AS origin,
    (SELECT group_concat(coalesce(text, name), ' > ') FROM
      (SELECT text, name FROM link WHERE claim = c.id ORDER BY position)) AS chain
  FROM articles a JOIN claim c ON c.record = a.record;
CREATE VIEW counts AS
  SELECT c.key, c.published, c.outlet, c.type, c.main, c.event_type, c.polarity, c.modality,
    c.date_start, c.date_end, c.places, c.origin, f.*
  FROM claims c JOIN figure f ON f.claim = c.id WHERE f.of_whom IS NULL;
CREATE VIEW incidents AS
  SELECT * FROM claims
  WHERE type = 'incident' AND main AND polarity = 'positive' AND modality = 'actual';
CREATE VIEW tallies AS
  SELECT * FROM claims WHERE type IN ('tally', 'aggregate') AND main;
CREATE VIEW sources AS
  SELECT l.name, l.actor_id AS id, l.role, l.named, l.party,
    count(DISTINCT c.record) AS articles, count(*) AS claims,
    count(DISTINCT a.outlet) AS outlets, min(a.published) AS first, max(a.published) AS last
  FROM link l JOIN claim c ON c.id = l.claim JOIN articles a ON a.record = c.record
  WHERE l.position = 0 GROUP BY l.name, l.actor_id, l.role, l.named, l.party;
CREATE VIEW commitments AS
  SELECT key, published, outlet, actors, recipients, event_type, deadline_start, deadline_end,
    deadline_text, evidence, chain, source
  FROM claims WHERE type = 'commitment';
PRAGMA writable_schema=OFF;
COMMIT;
