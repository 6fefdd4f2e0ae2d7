-- A store of version 4 with two articles, linked and reviewed, as the program of that time wrote it.
PRAGMA application_id = 0x69736e64;
PRAGMA user_version = 4;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
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
INSERT INTO record VALUES(1,1,'0.1.0','a9b8a2fbfc965a77224de2325d488ffd2d197536e5856aa9aa61e7f8a21cab8f','ar',1,0.98999999999999999111,'مقتل ستة مدنيين في غارة جوية على مدينة إدلب','2021-05-03','metadata','aljazeera','الجزيرة','{"format":1,"document":{"id":"5f62af9a99c8a0e6db1c6b00dbfc5bba30584456eaea4b22bece5f12c485c006","source":"a000","url":null,"outlet":{"id":"aljazeera","name":"الجزيرة"},"language":"ar","title":{"text":"مقتل ستة مدنيين في غارة جوية على مدينة إدلب","start":0,"end":78},"published":{"start":"2021-05-03","end":"2021-05-03","precision":1,"text":null,"from":"metadata"},"relevant":true,"relevance":0.99,"duplicate_of":null},"parts":[{"role":"title","start":0,"end":78},{"role":"lede","start":80,"end":343},{"role":"body","start":345,"end":408}],"quotes":[],"claims":[{"id":"c1","type":"incident","main":true,"event_type":"ASSAULT","mode":"aerial","contexts":["military"],"polarity":"positive","modality":"actual","anchor":{"text":"أصيب","start":111,"end":119},"anchors":[{"text":"مقتل","start":0,"end":8},{"text":"غارة","start":34,"end":42},{"text":"قُتل","start":80,"end":88},{"text":"أصيب","start":111,"end":119},{"text":"جروح","start":142,"end":150},{"text":"غارة","start":182,"end":190}],"actors":[{"text":"الطيران الروسي","start":209,"end":236,"id":"russian-aerospace","name":"Russian Aerospace Forces","country":"RUS","sector":"MIL","inter":8}],"recipients":[{"text":"مدنيين","start":96,"end":108,"id":null,"name":null,"country":"SYR","sector":"CVL","inter":null}],"counts":[{"what":"killed","low":6,"best":6,"high":6,"quantity":"exact","harm_term":"killed","who":{"text":"مدنيين","start":96,"end":108,"side":"civilian","group":null},"text":"ستة مدنيين","start":89,"end":108,"unit":null,"rule":"exact","of_whom":[]}],"places":[{"text":"شمال غربي سوريا","start":264,"end":292,"id":"sy","name":"Syria","country":"SYR","admin1":null,"lat":35.0,"lon":38.0,"precision":5,"basis":"centroid"},{"text":"مدينة إدلب","start":244,"end":263,"id":"sy-idlib","name":"Idlib","country":"SYR","admin1":"Idlib","lat":35.931,"lon":36.633,"precision":1,"basis":"point"}],"date":{"start":"2021-05-03","end":"2021-05-03","precision":1,"text":"اليوم الاثنين","at":{"start":151,"end":176},"anchor":"2021-05-03"},"deadline":null,"chain":[{"text":"الدفاع المدني السوري","start":304,"end":342,"name":"White Helmets (Syria Civil Defence)","id":"white-helmets","role":"medic","named":true,"party":false,"channel":null,"verb":null},{"text":"الجزيرة","start":null,"end":null,"name":"Al Jazeera","id":"aljazeera","role":"outlet","named":true,"party":false,"channel":null,"verb":null}],"quoted":"indirect","refers_to":null,"evidence":{"text":"قُتل ستة مدنيين وأصيب تسعة آخرون بجروح اليوم الاثنين في غارة جوية شنها الطيران الروسي على مدينة إدلب شمال غربي سوريا، بحسب الدفاع المدني السوري.","start":80,"end":343},"rules":["triggers/airstrike","people/10","places/sy-idlib","triggers/hit.struck","actors/russian-aerospace","countries/sy","date","attribution/5"],"confidence":0.9}],"contradictions":[],"coder":{"version":"0.1.0","knowledge":"a9b8a2fbfc965a77224de2325d488ffd2d197536e5856aa9aa61e7f8a21cab8f"}}',1);
INSERT INTO record VALUES(2,2,'0.1.0','a9b8a2fbfc965a77224de2325d488ffd2d197536e5856aa9aa61e7f8a21cab8f','ar',1,1.0,'قصف جوي على مدينة إدلب يوقع قتلى','2021-05-04','metadata','alsumaria','السومرية نيوز','{"format":1,"document":{"id":"b6db8e4858eb805d34c64bc3d4a3d95c7840de4f6b367ce9fd079e2cecf004b6","source":"a001","url":null,"outlet":{"id":"alsumaria","name":"السومرية نيوز"},"language":"ar","title":{"text":"قصف جوي على مدينة إدلب يوقع قتلى","start":0,"end":58},"published":{"start":"2021-05-04","end":"2021-05-04","precision":1,"text":null,"from":"metadata"},"relevant":true,"relevance":1.0,"duplicate_of":null},"parts":[{"role":"title","start":0,"end":58},{"role":"lede","start":60,"end":325},{"role":"body","start":327,"end":412}],"quotes":[],"claims":[{"id":"c1","type":"incident","main":true,"event_type":"ASSAULT","mode":"aerial","contexts":["military"],"polarity":"positive","modality":"actual","anchor":{"text":"قصف","start":133,"end":139},"anchors":[{"text":"قصف","start":0,"end":6},{"text":"يوقع قتلى","start":41,"end":58},{"text":"لقي","start":60,"end":66},{"text":"مصرعهم","start":82,"end":94},{"text":"جرح","start":97,"end":103},{"text":"قصف","start":133,"end":139}],"actors":[{"text":"الطيران الروسي","start":156,"end":183,"id":"russian-aerospace","name":"Russian Aerospace Forces","country":"RUS","sector":"MIL","inter":8}],"recipients":[{"text":"مدنيين","start":69,"end":81,"id":null,"name":null,"country":"SYR","sector":"CVL","inter":null}],"counts":[{"what":"killed","low":6,"best":6,"high":6,"quantity":"exact","harm_term":"killed","who":{"text":"مدنيين","start":69,"end":81,"side":"civilian","group":null},"text":"6 مدنيين","start":67,"end":81,"unit":null,"rule":"exact","of_whom":[]},{"what":"wounded","low":9,"best":9,"high":9,"quantity":"exact","harm_term":"wounded","who":{"text":null,"start":null,"end":null,"side":"unknown","group":null},"text":"تسعة آخرون","start":104,"end":123,"unit":null,"rule":"exact","of_whom":[]}],"places":[{"text":"مدينة إدلب","start":21,"end":40,"id":"sy-idlib","name":"Idlib","country":"SYR","admin1":"Idlib","lat":35.931,"lon":36.633,"precision":1,"basis":"point"}],"date":{"start":"2021-05-03","end":"2021-05-03","precision":1,"text":"الاثنين","at":{"start":184,"end":198},"anchor":"2021-05-04"},"deadline":null,"chain":[{"text":"الدفاع المدني السوري","start":286,"end":324,"name":"White Helmets (Syria Civil Defence)","id":"white-helmets","role":"medic","named":true,"party":false,"channel":null,"verb":null},{"text":"السومرية نيوز","start":null,"end":null,"name":"Alsumaria","id":"alsumaria","role":"agency","named":true,"party":false,"channel":null,"verb":null}],"quoted":"indirect","refers_to":null,"evidence":{"text":"لقي 6 مدنيين مصرعهم وجرح تسعة آخرون جراء قصف جوي نفذه الطيران الروسي الاثنين واستهدف مدينة إدلب شمال غربي سوريا، وفق ما أعلن الدفاع المدني السوري.","start":60,"end":325},"rules":["triggers/shell.aerial","places/sy-idlib","casualty/4","actors/russian-aerospace","people/10","exact","date","attribution/11"],"confidence":0.9},{"id":"c2","type":"incident","main":true,"event_type":"ASSAULT","mode":"aerial","contexts":[],"polarity":"positive","modality":"actual","anchor":{"text":"استهدف","start":201,"end":213},"anchors":[{"text":"استهدف","start":201,"end":213}],"actors":[],"recipients":[],"counts":[],"places":[{"text":"شمال غربي سوريا","start":234,"end":262,"id":"sy","name":"Syria","country":"SYR","admin1":null,"lat":35.0,"lon":38.0,"precision":5,"basis":"centroid"}],"date":{"start":"2021-05-03","end":"2021-05-03","precision":1,"text":"الاثنين","at":{"start":184,"end":198},"anchor":"2021-05-04"},"deadline":null,"chain":[{"text":"الدفاع المدني السوري","start":286,"end":324,"name":"White Helmets (Syria Civil Defence)","id":"white-helmets","role":"medic","named":true,"party":false,"channel":null,"verb":null},{"text":"السومرية نيوز","start":null,"end":null,"name":"Alsumaria","id":"alsumaria","role":"agency","named":true,"party":false,"channel":null,"verb":null}],"quoted":"indirect","refers_to":null,"evidence":{"text":"لقي 6 مدنيين مصرعهم وجرح تسعة آخرون جراء قصف جوي نفذه الطيران الروسي الاثنين واستهدف مدينة إدلب شمال غربي سوريا، وفق ما أعلن الدفاع المدني السوري.","start":60,"end":325},"rules":["triggers/target.aerial","countries/sy","date","attribution/11"],"confidence":0.6}],"contradictions":[],"coder":{"version":"0.1.0","knowledge":"a9b8a2fbfc965a77224de2325d488ffd2d197536e5856aa9aa61e7f8a21cab8f"}}',1);
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
INSERT INTO claim VALUES(1,1,'c1','incident',1,'ASSAULT','aerial','military','positive','actual','أصيب',111,119,'2021-05-03','2021-05-03',1,'اليوم الاثنين',NULL,NULL,NULL,'indirect',NULL,'قُتل ستة مدنيين وأصيب تسعة آخرون بجروح اليوم الاثنين في غارة جوية شنها الطيران الروسي على مدينة إدلب شمال غربي سوريا، بحسب الدفاع المدني السوري.',80,343,0.9000000000000000222);
INSERT INTO claim VALUES(2,2,'c1','incident',1,'ASSAULT','aerial','military','positive','actual','قصف',133,139,'2021-05-03','2021-05-03',1,'الاثنين',NULL,NULL,NULL,'indirect',NULL,'لقي 6 مدنيين مصرعهم وجرح تسعة آخرون جراء قصف جوي نفذه الطيران الروسي الاثنين واستهدف مدينة إدلب شمال غربي سوريا، وفق ما أعلن الدفاع المدني السوري.',60,325,0.9000000000000000222);
INSERT INTO claim VALUES(3,2,'c2','incident',1,'ASSAULT','aerial','','positive','actual','استهدف',201,213,'2021-05-03','2021-05-03',1,'الاثنين',NULL,NULL,NULL,'indirect',NULL,'لقي 6 مدنيين مصرعهم وجرح تسعة آخرون جراء قصف جوي نفذه الطيران الروسي الاثنين واستهدف مدينة إدلب شمال غربي سوريا، وفق ما أعلن الدفاع المدني السوري.',60,325,0.59999999999999997779);
CREATE TABLE IF NOT EXISTS "actor" (
  claim INTEGER NOT NULL REFERENCES "claim" ON DELETE CASCADE,
  part TEXT NOT NULL CHECK (part IN ('actor', 'recipient')), position INTEGER NOT NULL,
  text TEXT, "start" INTEGER, "end" INTEGER,
  actor_id TEXT, name TEXT, country TEXT, sector TEXT, inter INTEGER,
  PRIMARY KEY (claim, part, position)
) STRICT, WITHOUT ROWID;
INSERT INTO actor VALUES(1,'actor',0,'الطيران الروسي',209,236,'russian-aerospace','Russian Aerospace Forces','RUS','MIL',8);
INSERT INTO actor VALUES(1,'recipient',0,'مدنيين',96,108,NULL,NULL,'SYR','CVL',NULL);
INSERT INTO actor VALUES(2,'actor',0,'الطيران الروسي',156,183,'russian-aerospace','Russian Aerospace Forces','RUS','MIL',8);
INSERT INTO actor VALUES(2,'recipient',0,'مدنيين',69,81,NULL,NULL,'SYR','CVL',NULL);
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
INSERT INTO figure VALUES(1,1,NULL,'killed',6,6,6,'exact','killed','مدنيين','civilian',NULL,'ستة مدنيين',89,108,NULL,'exact');
INSERT INTO figure VALUES(2,2,NULL,'killed',6,6,6,'exact','killed','مدنيين','civilian',NULL,'6 مدنيين',67,81,NULL,'exact');
INSERT INTO figure VALUES(3,2,NULL,'wounded',9,9,9,'exact','wounded',NULL,'unknown',NULL,'تسعة آخرون',104,123,NULL,'exact');
CREATE TABLE IF NOT EXISTS "place" (
  claim INTEGER NOT NULL REFERENCES "claim" ON DELETE CASCADE, position INTEGER NOT NULL,
  text TEXT, "start" INTEGER, "end" INTEGER,
  place_id TEXT, name TEXT, country TEXT, admin1 TEXT,
  lat REAL, lon REAL, precision INTEGER, basis TEXT,
  PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;
INSERT INTO place VALUES(1,0,'شمال غربي سوريا',264,292,'sy','Syria','SYR',NULL,35.0,38.0,5,'centroid');
INSERT INTO place VALUES(1,1,'مدينة إدلب',244,263,'sy-idlib','Idlib','SYR','Idlib',35.930999999999997385,36.633000000000002672,1,'point');
INSERT INTO place VALUES(2,0,'مدينة إدلب',21,40,'sy-idlib','Idlib','SYR','Idlib',35.930999999999997385,36.633000000000002672,1,'point');
INSERT INTO place VALUES(3,0,'شمال غربي سوريا',234,262,'sy','Syria','SYR',NULL,35.0,38.0,5,'centroid');
CREATE TABLE IF NOT EXISTS "link" (
  claim INTEGER NOT NULL REFERENCES "claim" ON DELETE CASCADE, position INTEGER NOT NULL,
  text TEXT, "start" INTEGER, "end" INTEGER,
  name TEXT, actor_id TEXT, role TEXT, named INTEGER NOT NULL, party INTEGER NOT NULL,
  channel TEXT, verb TEXT,
  PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;
INSERT INTO link VALUES(1,0,'الدفاع المدني السوري',304,342,'White Helmets (Syria Civil Defence)','white-helmets','medic',1,0,NULL,NULL);
INSERT INTO link VALUES(1,1,NULL,NULL,NULL,'Al Jazeera','aljazeera','outlet',1,0,NULL,NULL);
INSERT INTO link VALUES(2,0,'الدفاع المدني السوري',286,324,'White Helmets (Syria Civil Defence)','white-helmets','medic',1,0,NULL,NULL);
INSERT INTO link VALUES(2,1,NULL,NULL,NULL,'Alsumaria','alsumaria','agency',1,0,NULL,NULL);
INSERT INTO link VALUES(3,0,'الدفاع المدني السوري',286,324,'White Helmets (Syria Civil Defence)','white-helmets','medic',1,0,NULL,NULL);
INSERT INTO link VALUES(3,1,NULL,NULL,NULL,'Alsumaria','alsumaria','agency',1,0,NULL,NULL);
CREATE TABLE IF NOT EXISTS "rule" (
  claim INTEGER NOT NULL REFERENCES "claim" ON DELETE CASCADE, position INTEGER NOT NULL,
  field TEXT, rule TEXT NOT NULL, "start" INTEGER, "end" INTEGER,
  PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;
INSERT INTO rule VALUES(1,0,'event_type','triggers/airstrike',34,42);
INSERT INTO rule VALUES(1,1,'recipients','people/10',16,28);
INSERT INTO rule VALUES(1,2,'counts','people/10',9,28);
INSERT INTO rule VALUES(1,3,'places','places/sy-idlib',59,78);
INSERT INTO rule VALUES(1,4,'event_type','triggers/hit.struck',111,119);
INSERT INTO rule VALUES(1,5,'actors','actors/russian-aerospace',209,236);
INSERT INTO rule VALUES(1,6,'recipients','people/10',96,108);
INSERT INTO rule VALUES(1,7,'counts','people/10',89,108);
INSERT INTO rule VALUES(1,8,'places','countries/sy',264,292);
INSERT INTO rule VALUES(1,9,'places','places/sy-idlib',244,263);
INSERT INTO rule VALUES(1,10,'date','date',151,176);
INSERT INTO rule VALUES(1,11,'chain','attribution/5',304,342);
INSERT INTO rule VALUES(2,0,'event_type','triggers/shell.aerial',0,6);
INSERT INTO rule VALUES(2,1,'places','places/sy-idlib',21,40);
INSERT INTO rule VALUES(2,2,'counts','casualty/4',50,58);
INSERT INTO rule VALUES(2,3,'event_type','triggers/shell.aerial',133,139);
INSERT INTO rule VALUES(2,4,'actors','actors/russian-aerospace',156,183);
INSERT INTO rule VALUES(2,5,'recipients','people/10',69,81);
INSERT INTO rule VALUES(2,6,'counts','people/10',67,81);
INSERT INTO rule VALUES(2,7,'counts','exact',104,123);
INSERT INTO rule VALUES(2,8,'date','date',184,198);
INSERT INTO rule VALUES(2,9,'chain','attribution/11',286,324);
INSERT INTO rule VALUES(3,0,'event_type','triggers/target.aerial',201,213);
INSERT INTO rule VALUES(3,1,'places','countries/sy',234,262);
INSERT INTO rule VALUES(3,2,'date','date',184,198);
INSERT INTO rule VALUES(3,3,'chain','attribution/11',286,324);
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
CREATE TABLE progress (
  what TEXT PRIMARY KEY, upto INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO progress VALUES('ledger',2);
INSERT INTO progress VALUES('places',3);
INSERT INTO progress VALUES('words',2);
PRAGMA writable_schema=ON;
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','word','word',0,'CREATE VIRTUAL TABLE word USING fts5(
  text, content = ''article'', content_rowid = ''id'', tokenize = ''isnad'')');
CREATE TABLE IF NOT EXISTS 'word_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO word_data VALUES(1,X'0251');
INSERT INTO word_data VALUES(10,X'000000000101010001010101');
INSERT INTO word_data VALUES(137438953473,X'0000034202303602020a010ad8a7d8abd986d98ad9860102130102160407aed8b1d988d98601021001020f0405afd984d8a801040a14010406150409b3d8aad987d8afd9810202170405b4d987d8b10202290405b5d98ad8a801020e0405b9d984d98602021f030cd984d8a7d8abd986d98ad9860102130102160702d98601022a0607afd981d8a7d8b90102210102200607b1d988d8b3d98a0102190102150607b3d988d8b1d98a0102230102220609b7d98ad8b1d8a7d9860102180102140508d985d8afd986d98a010222010221080bb3d988d988d984d98ad9870102280708d986d8b7d982d98702022406058ad988d985010212040785d986d98ad8a702022604018a0102260209a8d8acd8b1d988d8ad0102110405add8b3d8a80102200207aad8aad8a8d9860102250405b3d8b9d98701020f01020e0405b4d987d8af0202230308d988d8aad8b1d8a70202250207acd8b1d8a7d8a10202100601ad02020d0504d988d8ad0102110304d987d987010227040388d98a020403110702d987010407110205add8aad98a0102290403b3d8a80102200207afd981d8a7d8b90102210102200207b1d988d8b3d98a0102190102150205b3d8aad9870104030b0306d988d8b1d98a0102230102220902d8a701021f01021c0207b4d985d8a7d98401021d01021a040586d987d8a70102170209b7d98ad8b1d8a7d9860102180102140205b9d984d98a010408140102040207bad8a7d8b1d987010406110405b1d8a8d98a01021e01021b0104d981d98a01040511020582d8aad98401020b0702d98a0202080403b5d98102040211020584d982d98a020209020385d8a702021e040baad988d8a7d8b5d984d8a70202270405afd986d98a0102220102210904d98ad9860104040b01020b06058ad986d9870104091401040515040bb3d988d988d984d98ad9870102280409b5d8b1d8b9d987d98502020c0306d982d8aad984010202040386d8b00202280605b7d982d987020224020786d981d8b0d987020213020d88d8a7d8b3d8aad987d8afd9810202170605b5d98ad8a801020e0407aad8b4d987d8af0202230405acd8b1d8ad02020d0405b1d98ad8a701021f01021c0304d981d98202021d040384d98501022402078ad988d982d8b90202070601850102120406120f0f0e0a0a0a14070f0f0f1110100d0a0c060e0a0c0d0a0d0c06090909080a080f0f0b0e0a0f0a110e0d0d0a0a07090a08100d0d0f100e0b080a0c120a0c0a0d09080c');
CREATE TABLE IF NOT EXISTS 'word_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO word_idx VALUES(1,X'',2);
CREATE TABLE IF NOT EXISTS 'word_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
INSERT INTO word_docsize VALUES(1,X'29');
INSERT INTO word_docsize VALUES(2,X'28');
CREATE TABLE IF NOT EXISTS 'word_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO word_config VALUES('version',4);
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','place_box','place_box',0,'CREATE VIRTUAL TABLE place_box USING rtree(
  id, south, north, west, east, +claim INTEGER, +position INTEGER)');
CREATE TABLE IF NOT EXISTS "place_box_rowid"(rowid INTEGER PRIMARY KEY,nodeno,a0,a1);
INSERT INTO place_box_rowid VALUES(1,1,1,0);
INSERT INTO place_box_rowid VALUES(2,1,1,1);
INSERT INTO place_box_rowid VALUES(3,1,2,0);
INSERT INTO place_box_rowid VALUES(4,1,3,0);
CREATE TABLE IF NOT EXISTS "place_box_node"(nodeno INTEGER PRIMARY KEY,data);
INSERT INTO place_box_node VALUES(1,X'000000040000000000000001420c0000420c000042180000421800000000000000000002420fb958420fb95942128831421288320000000000000003420fb958420fb95942128831421288320000000000000004420c0000420c00004218000042180000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000');
CREATE TABLE IF NOT EXISTS "place_box_parent"(nodeno INTEGER PRIMARY KEY,parentnode);
CREATE TABLE IF NOT EXISTS "article" (
  id INTEGER PRIMARY KEY, ident TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL,
  source TEXT, url TEXT,
  text TEXT NOT NULL
) STRICT;
INSERT INTO article VALUES(1,'5f62af9a99c8a0e6db1c6b00dbfc5bba30584456eaea4b22bece5f12c485c006.146f6b21','5f62af9a99c8a0e6db1c6b00dbfc5bba30584456eaea4b22bece5f12c485c006','a000',NULL,replace('مقتل ستة مدنيين في غارة جوية على مدينة إدلب\n\nقُتل ستة مدنيين وأصيب تسعة آخرون بجروح اليوم الاثنين في غارة جوية شنها الطيران الروسي على مدينة إدلب شمال غربي سوريا، بحسب الدفاع المدني السوري.\n\nولم تتبن أي جهة المسؤولية حتى الآن.\n','\n',char(10)));
INSERT INTO article VALUES(2,'b6db8e4858eb805d34c64bc3d4a3d95c7840de4f6b367ce9fd079e2cecf004b6.01adae07','b6db8e4858eb805d34c64bc3d4a3d95c7840de4f6b367ce9fd079e2cecf004b6','a001',NULL,replace('قصف جوي على مدينة إدلب يوقع قتلى\n\nلقي 6 مدنيين مصرعهم وجرح تسعة آخرون جراء قصف جوي نفذه الطيران الروسي الاثنين واستهدف مدينة إدلب شمال غربي سوريا، وفق ما أعلن الدفاع المدني السوري.\n\nوتشهد المنطقة توتراً أمنياً متواصلاً منذ أشهر.\n','\n',char(10)));
CREATE TABLE run (
  id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, program TEXT NOT NULL,
  claims INTEGER NOT NULL, events INTEGER NOT NULL
) STRICT;
INSERT INTO run VALUES(1,'2026-11-28T23:23:06Z','0.1.0',3,1);
INSERT INTO run VALUES(2,'2026-11-28T23:23:06Z','0.1.0',0,0);
CREATE TABLE sketch (
  article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
  hashes BLOB NOT NULL, twin TEXT NOT NULL
) STRICT;
INSERT INTO sketch VALUES(1,X'ebbb860464e4570d6a8aae0442e74901d955cf038768e30d3a80e001755d6d000d646a030020ca0579d72100e898c606e3c397015ceeb6005c31591159324c021841aa001ef03015a59c9d003dc3ff047700e7000d223a09db5fa80875029b0834c0a002e62882003bad7b2c5828c200acd83707f64992044331f208e0081a0a987c6211be293f0b7e6da304b605e8069a8c4b0295ef2a0677ad88030766d2008f4a1c067cc35300cb0718083597f900cce35d001a59b300d9a42205ed54150535f7170009d0a71c7aff7101b0252703ebbfb300b7372a01e34881003623990307fa560a2074f9004785e3010fcc320493b4c40762b9930086133a0080db4e0d','5f62af9a99c8a0e6db1c6b00dbfc5bba30584456eaea4b22bece5f12c485c006.146f6b21');
INSERT INTO sketch VALUES(2,X'130aa503f1d176010c76ef075d27170aefc74802afa873076681950353925e1519c38e0363a90101b9767201edd5370123a5a0011fbf7c095c3d2a027e81ba0c54729403763fc50628ed4106e63abd05d8e041027ed42409fd4b400132e9a507dd5bfb011a7548131a56fc01d1bb3b06040cfe1cee7ca20635a86a06b265ee0c20059901170303016b70b9017c36d202bb838a1c57a6d20283f1ad0401794a03b5a38b0f755d7101988d3105648ace05e39c66058617790339eb9204008d00189af69b008284fb0ce3f3b303b02527034a6e340a0fc39b039547280c25bc15095835e4045cf9890abe94d6002da5240329e67000423c630186133a00b7d2cc16','b6db8e4858eb805d34c64bc3d4a3d95c7840de4f6b367ce9fd079e2cecf004b6.01adae07');
CREATE TABLE band (
  hash INTEGER NOT NULL, article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  PRIMARY KEY (hash, article)
) STRICT, WITHOUT ROWID;
INSERT INTO band VALUES(30562813019903009,2);
INSERT INTO band VALUES(425261813662972136,2);
INSERT INTO band VALUES(549740425089897329,1);
INSERT INTO band VALUES(1091258179676932105,2);
INSERT INTO band VALUES(1095723261980667878,1);
INSERT INTO band VALUES(1351822612972694732,2);
INSERT INTO band VALUES(1477956923904274670,2);
INSERT INTO band VALUES(1487222549039504195,1);
INSERT INTO band VALUES(1581222606623571290,2);
INSERT INTO band VALUES(2050413547215084040,1);
INSERT INTO band VALUES(2751371829775548225,1);
INSERT INTO band VALUES(3366407013087962198,2);
INSERT INTO band VALUES(3387689159842280912,1);
INSERT INTO band VALUES(3518099627110077933,2);
INSERT INTO band VALUES(3537563325416480857,1);
INSERT INTO band VALUES(3647372997407865474,2);
INSERT INTO band VALUES(3778812811431879620,2);
INSERT INTO band VALUES(4244968938647595563,2);
INSERT INTO band VALUES(4665849295306273338,2);
INSERT INTO band VALUES(4718186027223861135,2);
INSERT INTO band VALUES(5099153767385843460,2);
INSERT INTO band VALUES(5272272269039973892,1);
INSERT INTO band VALUES(5441511480013286061,1);
INSERT INTO band VALUES(5631450670709074655,1);
INSERT INTO band VALUES(6189084363809055795,1);
INSERT INTO band VALUES(6568318196868946792,2);
INSERT INTO band VALUES(7605574355207403370,2);
INSERT INTO band VALUES(8010932817298571633,1);
INSERT INTO band VALUES(8136131207340809832,1);
INSERT INTO band VALUES(8171151605951635768,1);
INSERT INTO band VALUES(8349278730167716517,1);
INSERT INTO band VALUES(9160279050192654136,1);
CREATE TABLE twin_pair (
  a INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  b INTEGER NOT NULL REFERENCES article ON DELETE CASCADE, share INTEGER NOT NULL,
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
CREATE TABLE event (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, status TEXT NOT NULL, successor TEXT,
  event_type TEXT, mode TEXT,
  date_start TEXT, date_end TEXT, date_precision INTEGER, deadline TEXT,
  place TEXT, place_id TEXT, country TEXT, admin1 TEXT,
  lat REAL, lon REAL, place_precision INTEGER, basis TEXT,
  actors TEXT, recipients TEXT, sides INTEGER NOT NULL,
  claims INTEGER NOT NULL, articles INTEGER NOT NULL, outlets INTEGER NOT NULL,
  sources INTEGER NOT NULL, first_told TEXT, last_told TEXT, outcome TEXT,
  born INTEGER NOT NULL REFERENCES run, changed INTEGER NOT NULL REFERENCES run
) STRICT;
INSERT INTO event VALUES('E4f382d740280','incident','active',NULL,'ASSAULT','aerial','2021-05-03','2021-05-03',1,NULL,'Idlib','sy-idlib','SYR','Idlib',35.930999999999997385,36.633000000000002672,1,'point','Russian Aerospace Forces','مدنيين',5,3,2,2,1,'2021-05-03','2021-05-04',NULL,1,1);
CREATE TABLE entry (
  claim INTEGER PRIMARY KEY REFERENCES claim ON DELETE CASCADE,
  key TEXT NOT NULL UNIQUE, article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  kind TEXT NOT NULL, event_type TEXT NOT NULL, first INTEGER, last INTEGER,
  event TEXT REFERENCES event, score INTEGER, reasons TEXT,
  source INTEGER, superseded INTEGER NOT NULL DEFAULT 0, dirty INTEGER NOT NULL DEFAULT 1
) STRICT;
INSERT INTO entry VALUES(1,'5f62af9a99c8a0e6.146f6b21:c1',1,'incident','ASSAULT',18750,18750,'E4f382d740280',96,'same place; same day; both aerial; same actor; same recipient; killed 6 in both; 41% of words shared; likest to b6db8e4858eb805d.01adae07:c1',0,0,0);
INSERT INTO entry VALUES(2,'b6db8e4858eb805d.01adae07:c1',2,'incident','ASSAULT',18750,18750,'E4f382d740280',106,'within the same country; same day; both aerial; 100% of words shared; same sentence; likest to b6db8e4858eb805d.01adae07:c2',0,0,0);
INSERT INTO entry VALUES(3,'b6db8e4858eb805d.01adae07:c2',2,'incident','ASSAULT',18750,18750,'E4f382d740280',106,'within the same country; same day; both aerial; 100% of words shared; same sentence; likest to b6db8e4858eb805d.01adae07:c1',0,0,0);
CREATE TABLE pair (
  a INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE,
  b INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE, score INTEGER NOT NULL,
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
INSERT INTO pair VALUES(1,2,96);
INSERT INTO pair VALUES(2,3,106);
CREATE TABLE estimate (
  event TEXT NOT NULL REFERENCES event, what TEXT NOT NULL, rule TEXT NOT NULL,
  low INTEGER, best INTEGER, high INTEGER, sources INTEGER NOT NULL,
  PRIMARY KEY (event, what, rule)
) STRICT, WITHOUT ROWID;
INSERT INTO estimate VALUES('E4f382d740280','killed','acled',6,6,6,1);
INSERT INTO estimate VALUES('E4f382d740280','killed','ibc',6,NULL,6,1);
INSERT INTO estimate VALUES('E4f382d740280','killed','latest',6,6,6,1);
INSERT INTO estimate VALUES('E4f382d740280','killed','majority',6,6,6,1);
INSERT INTO estimate VALUES('E4f382d740280','killed','ucdp',6,6,6,1);
INSERT INTO estimate VALUES('E4f382d740280','wounded','acled',9,9,9,1);
INSERT INTO estimate VALUES('E4f382d740280','wounded','ibc',9,NULL,9,1);
INSERT INTO estimate VALUES('E4f382d740280','wounded','latest',9,9,9,1);
INSERT INTO estimate VALUES('E4f382d740280','wounded','majority',9,9,9,1);
INSERT INTO estimate VALUES('E4f382d740280','wounded','ucdp',9,9,9,1);
CREATE TABLE event_source (
  event TEXT NOT NULL REFERENCES event, position INTEGER NOT NULL,
  name TEXT, actor_id TEXT, role TEXT, named INTEGER NOT NULL, party INTEGER NOT NULL,
  claims INTEGER NOT NULL, outlets INTEGER NOT NULL,
  PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;
INSERT INTO event_source VALUES('E4f382d740280',0,'White Helmets (Syria Civil Defence)','white-helmets','medic',1,0,3,2);
CREATE TABLE dispute (
  event TEXT NOT NULL REFERENCES event, position INTEGER NOT NULL,
  claim_a TEXT NOT NULL, claim_b TEXT NOT NULL, field TEXT NOT NULL, note TEXT,
  PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE cover (
  total TEXT NOT NULL REFERENCES event, event TEXT NOT NULL REFERENCES event,
  PRIMARY KEY (total, event)
) STRICT, WITHOUT ROWID;
CREATE TABLE follow (
  commitment TEXT NOT NULL REFERENCES event, claim TEXT NOT NULL, verdict TEXT NOT NULL,
  note TEXT, PRIMARY KEY (commitment, claim)
) STRICT, WITHOUT ROWID;
CREATE TABLE decision (
  id INTEGER PRIMARY KEY AUTOINCREMENT, same INTEGER NOT NULL,
  a_article TEXT NOT NULL, a_start INTEGER NOT NULL, a_end INTEGER NOT NULL,
  b_article TEXT NOT NULL, b_start INTEGER NOT NULL, b_end INTEGER NOT NULL,
  coder TEXT, note TEXT, at TEXT NOT NULL, undone TEXT
) STRICT;
INSERT INTO decision VALUES(1,1,'5f62af9a99c8a0e6db1c6b00dbfc5bba30584456eaea4b22bece5f12c485c006.146f6b21',111,119,'b6db8e4858eb805d34c64bc3d4a3d95c7840de4f6b367ce9fd079e2cecf004b6.01adae07',133,139,'A',NULL,'2026-11-28T23:23:06Z',NULL);
CREATE TABLE change (
  id INTEGER PRIMARY KEY AUTOINCREMENT, run INTEGER NOT NULL REFERENCES run,
  event TEXT NOT NULL REFERENCES event, what TEXT NOT NULL, note TEXT
) STRICT;
INSERT INTO change VALUES(1,1,'E4f382d740280','created','active, 3 claims, 1 sources, 2021-05-03 to 2021-05-03, Idlib, killed 6-6-6, wounded 9-9-9');
CREATE TABLE review (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article TEXT NOT NULL, name TEXT, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL,
  act TEXT NOT NULL CHECK (act IN ('accept', 'correct', 'reject', 'note', 'add')),
  field TEXT, value TEXT, coder TEXT NOT NULL, note TEXT, final INTEGER NOT NULL,
  at TEXT NOT NULL, undone TEXT
) STRICT;
INSERT INTO review VALUES(1,'5f62af9a99c8a0e6db1c6b00dbfc5bba30584456eaea4b22bece5f12c485c006.146f6b21','c1',111,119,'accept',NULL,NULL,'A',NULL,0,'2026-11-28T23:58:15Z',NULL);
INSERT INTO review VALUES(2,'b6db8e4858eb805d34c64bc3d4a3d95c7840de4f6b367ce9fd079e2cecf004b6.01adae07','c1',133,139,'correct','killed','{"low":5,"best":5,"high":5,"quantity":"exact","text":null}','A',NULL,0,'2026-11-28T23:58:15Z',NULL);
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('run',2);
INSERT INTO sqlite_sequence VALUES('change',1);
INSERT INTO sqlite_sequence VALUES('decision',1);
INSERT INTO sqlite_sequence VALUES('review',2);
CREATE INDEX claims_event ON "claim" (event_type, date_start);
CREATE INDEX counts_claim ON "figure" (claim);
CREATE INDEX counts_of_whom ON "figure" (of_whom) WHERE of_whom IS NOT NULL;
CREATE INDEX article_sha ON article (sha256);
CREATE INDEX event_time ON event (event_type, kind, date_end);
CREATE INDEX entry_window ON entry (kind, event_type, last);
CREATE INDEX entry_event ON entry (event);
CREATE INDEX entry_article ON entry (article);
CREATE INDEX entry_dirty ON entry (dirty) WHERE dirty = 1;
CREATE INDEX pair_b ON pair (b);
CREATE INDEX cover_event ON cover (event);
CREATE INDEX change_event ON change (event);
CREATE VIEW articles AS
  SELECT a.id, a.ident, a.sha256, a.source, a.url, r.title, r.published, r.published_from,
    r.outlet_id, r.outlet_name AS outlet, r.language, r.relevant, r.relevance,
    r.id AS record, r.revision, r.coder, r.knowledge, a.text
  FROM article a JOIN record r ON r.article = a.id
  WHERE r.id = (SELECT max(id) FROM record WHERE article = a.id);
CREATE VIEW claims AS
  SELECT substr(a.ident, 1, 16) || substr(a.ident, 65) || ':' || c.name AS key,
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
CREATE VIEW events AS SELECT e.*,
    k.low AS killed_low, k.best AS killed_best, k.high AS killed_high,
    w.low AS wounded_low, w.best AS wounded_best, w.high AS wounded_high,
    (SELECT group_concat(total, '; ') FROM cover WHERE cover.event = e.id) AS within_totals
  FROM event e
  LEFT JOIN estimate k ON k.event = e.id AND k.what = 'killed' AND k.rule = 'ucdp'
  LEFT JOIN estimate w ON w.event = e.id AND w.what = 'wounded' AND w.rule = 'ucdp'
  WHERE e.status = 'active' AND e.kind = 'incident';
CREATE VIEW totals AS SELECT t.id, t.kind, t.event_type, t.date_start, t.date_end, t.place,
    n.what, n.low, n.best, n.high,
    count(c.event) AS events, coalesce(sum(x.best), 0) AS in_events,
    coalesce(n.best, n.low) - coalesce(sum(x.best), 0) AS gap
  FROM event t JOIN estimate n ON n.event = t.id AND n.rule = 'ucdp'
  LEFT JOIN cover c ON c.total = t.id
  LEFT JOIN estimate x ON x.event = c.event AND x.what = n.what AND x.rule = 'ucdp'
  WHERE t.status = 'active' AND t.kind IN ('tally', 'aggregate')
  GROUP BY t.id, n.what;
CREATE VIEW sources AS SELECT l.name, l.actor_id AS id, l.role, l.named, l.party,
    count(DISTINCT e.event) AS events, count(*) AS claims,
    count(DISTINCT c.record) AS articles, count(DISTINCT a.outlet) AS outlets,
    min(a.published) AS first, max(a.published) AS last
  FROM link l JOIN claim c ON c.id = l.claim JOIN articles a ON a.record = c.record
  LEFT JOIN entry e ON e.claim = c.id
  WHERE l.position = 0 GROUP BY l.name, l.actor_id, l.role, l.named, l.party;
CREATE VIEW commitments AS SELECT e.id, e.actors, e.recipients, e.event_type, e.mode,
    e.deadline, e.first_told, e.claims, e.sources, e.outcome,
    (SELECT group_concat(verdict || ' ' || claim, '; ') FROM follow
      WHERE commitment = e.id) AS reports
  FROM event e WHERE e.status = 'active' AND e.kind = 'commitment';
CREATE INDEX review_claim ON review (article, "start", "end");
CREATE VIEW reviews AS
  SELECT v.id, substr(v.article, 1, 16) || substr(v.article, 65) || coalesce(':' || c.name, '')
    AS claim, v.claim_row, v.act, v.field, v.value, v.coder, v.note, v.final, v.at
  FROM (SELECT w.*, CASE WHEN w.name NOT NULL THEN coalesce(
    (SELECT o.id FROM article a JOIN claim o ON
      o.record = (SELECT max(id) FROM record WHERE article = a.id)
      WHERE a.ident = w.article AND o.anchor_start = w."start" AND o.anchor_end = w."end"
      AND o.name = w.name),
    (SELECT min(o.id) FROM article a JOIN claim o ON
      o.record = (SELECT max(id) FROM record WHERE article = a.id)
      WHERE a.ident = w.article AND o.anchor_start = w."start" AND o.anchor_end = w."end"))
    END AS claim_row FROM review w WHERE w.undone IS NULL) v
  LEFT JOIN claim c ON c.id = v.claim_row
  WHERE v.name IS NULL OR c.id NOT NULL;
PRAGMA writable_schema=OFF;
COMMIT;
