-- A store of version 6 with two articles, linked and reviewed, as the program of that time wrote it.
PRAGMA application_id = 0x69736e64;
PRAGMA user_version = 6;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE IF NOT EXISTS "record" (
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES "article" ON DELETE CASCADE,
  coder TEXT NOT NULL, knowledge TEXT NOT NULL,
  language TEXT NOT NULL, relevant INTEGER NOT NULL, relevance REAL NOT NULL,
  title TEXT, published TEXT, published_from TEXT NOT NULL,
  outlet_id TEXT, outlet_name TEXT,
  revision INTEGER NOT NULL DEFAULT 1, packed BLOB, why BLOB,
  UNIQUE (article, coder, knowledge)
) STRICT;
INSERT INTO record VALUES(1,1,'0.1.0','cbae0b88fdf6e64fc6e6b2e7a8657eeace4090524f61392a3e1f2f6f5150c36b','ar',1,0.92000000000000003996,'قُتل جنديان وأصيب ثلاثة آخرون في هجوم قرب كركوك.','2021-05-01','metadata','sana','SANA',1,X'28b52ffd600808bd1e00e6b89d25108d580746d48609782bff56d5902584c5cc35fb73c20a87666318f0c71c2851040000502091008e009800557c5ca92f4a804209581885f9c41db2a38a32b2a8b36bf1b8c3c9678a7bd7edeaec77ef08ee4fdc5976ecb3d7c65a8db9f2ecfa00c2c0c2dd79da79f69d5bb16c8b9e49694d7759adb3efddf9558b56675f22a9811aa5599ac542729ae579d86122a6bde8d9a6281a76d659b4661782b62da0a76cd4226815cbe3f01331bc3b8c9fb8f7e4c97a149e2deebd53a5d227015ccf18fdf68c713d4d694ce330ec7aaea7b54a1d6feed9e55afd562e4362c78a52779774ac2b2975c6b8a46e4719a747704fface18d2e9ec0c060d030b0b030f3d19c233ee74f69e0ce39bf1ee4c49faeccb9be2ca77c67070afb8a90571c6706749eb270eee55d7a5ce2e893e70ef8b92b2e019032514777e6cd576efb910965ccfae6f2fdce6e9ee13add2a431bdf08c71bd67ac62b5d119c3305093701cf749e5d9f23427a168dc7be532e304b7e0613d6a7c0440c4b7076a6f2575c670144d3323743ea6d5340d9c168db08be1e03e5147e441a2d0aa671da74559b43626182bea884c95fb61aaeb387bbf8de09e6b41381ad1d11547678c7b84cab34396323eeedeeb8830aeca3de3d90d080eee5e693faece9ea040707749ed69d1c716069a1ca9f802d7f5a8354f512c0aa9498cb470b30cd42c4d72188502290ebf655e28dab30b66a2c6ed494ee32641e9792285377a906584cec7d995c492505e19f2897b6548dfa4b15f845b7b3628a14853e0cd11604951a6cefe78dbbd0255e54623d6beb4aa02f026c308e133da0f556589ebd979d27977185586f09ceb78675cc995dc255d97829237b9b1922ab1732bc78c122ec3b36b038093a8d19d42464444444444d224ad063042421432330f12c8f2999ed4e8a692d2149547b235063e10a4a381c9d4dcbc0893dc4405fe3ab04bfe5509a7361f85bd1068174ee641101d4f6777dcbb85e0fcc23444b3c23b868649c469294928bf6abdf27dbc51a5cd08762764ee3f58b636eedba8e8551a74210298286e82e87bcb841fcb197c03a5c4e28fea601f6085ee408269193108506568262e870dc0138f3b4f03e19b08058decd07e73b4d1ed6f71214e0895b5a289b98ee7b50b7c0c9dd6ff4029fb8081125efc5a6f7d4a685c4e675901d2726be4784afe0fafec4a49e0fb1b635469c3acd22c543a74e5eb08bd1dd3c8031ff7fb0b4fa36a774149f014d9deaf0c8d18989d40a893ffa3186869564a80a19a4d2495c8527ec8cef8a67ab489675f27d5d882b0d72e9b45efbf25e814963f23b9659c3f215f0399c255c0de62c067fa027fc78a32c65bedbed48c74ff28a38a261894df9e5e15',X'28b52ffd20a89d03008207191b70897330157ae9ea2e24b4a45c4cfdff69689668f59b0983fa3f840ba592c111e4de5c0845e50bde2d6a8f358081199aab71d1934e5787e0cb8d89a18d7bd4f986d651e658ea73ba52f001bc5baedd65404f1986bdf5ad2eb18575f4a04e89e023ad0804008770cb7200b43afd32cf');
INSERT INTO record VALUES(2,2,'0.1.0','cbae0b88fdf6e64fc6e6b2e7a8657eeace4090524f61392a3e1f2f6f5150c36b','ar',1,0.98999999999999999111,'قالت وزارة الدفاع العراقية إن جنديين قتلا وأصيب ثلاثة في هجوم قرب كركوك، ووعدت بفتح تحقيق حتى نهاية الشهر.','2021-05-01','metadata','alsumaria','Alsumaria',1,X'28b52ffd60bd13a52800ca41740b28004d887598e646e593b6443535429690581feb9085001002962b5e817ff0e3b4879140555555cd0ba200a900b200ddde721d1c99f6be6d9ede3e4d2ac9092be898526789429328302551ded0fe9851c11855ea2bb240acfd49fe4ada9b6e575f7f7b47e07e433bc786fd75ba6fe7c5d685dcf81511f0769e567e7d21dda9567139769d5f3156d91e69fd7af47676b4ceeaeb0cb3ef9136112d8c1d49799853a40662d83297d84672948461664e22411cadf324907b0ea324ec495859d63c6f7ff00ded2d79aa6ebe2fd6de3bd129bd21f1eb8f63848db7f7321e8a08e596f0eb090e28783b9dedb8fafa020607de0ea12deb742be1348d644841c7f44bd16ebf1489074aac8893789c4714c69884d1c97072bf1eb7b6dbb8ec800dab49bd1dd2906e9cd497e210ba0d239c1e815b4ef7c56f4e5f7790e08180060d042cb464074bb8d3d75bf2834ec2b73305e9af3337c18dee4b01a1bde29e95e14bd1ce71d2374068af9a2ef51591e602f73a18a9fabe20e890b4b3e34a034c99c2f7aab812c4495eaca30f8f283b58ca653848d3a51e4f2b292f608c1cad33408537a70760587a0040023bc9121348906602847605255400310c09e35b7e5f91ed7d5f8ac85bc20a561b7d298a022d07866997337eb1c7610ecdd2de1b9984d35b048ddaa0b0a1c0009f2c6c61cc6da4be140ff43cf2316543d665599eacf3b1220a08edd3643c16a4f92afd6a282b55275d4c0f5693f19828f7c24497f1f5761b815b6e65602c20a32b8ebe94f6c70c91c823677149c31ac9911489f1b20ab43047629426811286dd32271ae7d9042b91c38e9318871de949cf1325bc917b1c1f5336be9e1cd8213965c71bda29bfe9e484ede05bda72bae75110155727999a07a57198b80b8e3ff72e6057ec90f00d1e0c18b0241cc4f7ed3e0e5cc169520a72d8df2c11b630cdc2b476950a146060a0e1344da738e89048f21b9701c170cc5485b8c320385293a9af37dc762fa2a2bc5840da8f953ac90f3af86bf64245590a80eba8d1193334232222224992a4354042428ca932de12a822719ea5314618190947442410992052989451ce019427811e4a16bf0479b3cf7fac248a28fe323802d65768a1ea8055f27783960a951ba490aa800221dd3645bdd87c8822192a0f5df545ca9f28b3e1b3e60c157b74b97293c68021bed630ef8848415805ab220206c822d3e156143d554859618395d078f2d74f628a9928624a229f23c1a58bd22e0627f910acece9105d2a4efc01b31ff613c84850af9016703cc5e2fc6ea0bd5026aac433f420edd3328f811ecabd3f98707b0d7869f6ece9d22e948b5768dff67510d01b6986cefb7edb25496176301f6ddcd9895b97b14181b52bdd60346f29a7278ede0a1a552d2a5a0886a727429a6489df5c7beff64aada23f30fff8b0b562d68f9de95063f7160d6c8e0be67075d06c16341c8a76e815a44f19e507733819b621f52a0d75fd81e87c38e54971e34ec1305eaa2128ce273d8224d1001521095240cb229fd789cf0e4fc18f9b386e81629d481795135300d79bce199ad0464e09d482cacb9b377abbbc9be32d7e80802ceff046fca391f42d3a02f66e5d7590dbf5d170fe1d076b8972ac310efbe55141fc19ca567dd9cf15cd22458e4a7638b0341fb7a8b7f9543d1b6c6a8a097dbea7d3e875908093c1a044bb23feee3ae86ef8f3b4b473b5b0d2a64f6aeaa71d5a69d0ad3e97f57e3296aa4e76883ea81702aa10e5d93c5fa83447cd5760f23eac5c4c96d07408c92ba11735c99c76961b5b80833ccb1275be46789531f87efbc055',X'28b52ffd60f700050800469032215087380743c369ec3692169b24b2d885df9d9989cc8cfd6f105d2484c9cc4ca801280029002900da7cbb27e9b65d3ab9b973403c62c01b5af95e2a372902b1d3f3adade0093c491beaa609302e1b04ceb7b49958982fcbfd5612a8e1c01f8837c480a685088b55ba326a0cb6dcdc01509e24b782288d1a0bcd174b789842dd6e626fa59b3b07824f0ebcf3c91c28a85b059bda61f98ec32067ee8c72a1124bb50507cb4139652cdf056fa37c9822c12b08de923656d097887d4e1bd21ecb77183ca2e0add2464feae313001a6300ad1db187323836b0453b30163e0861646471b10614ab15aef8b5e08c58eeb36982e31152035fb09c05ad5ac05667');
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
  evidence_start INTEGER, evidence_end INTEGER,
  confidence REAL NOT NULL,
  UNIQUE (record, name)
) STRICT;
INSERT INTO claim VALUES(1,1,'c1','incident',1,'ASSAULT',NULL,'military','positive','actual','هجوم',60,68,'2021-05-01','2021-05-01',2,NULL,NULL,NULL,NULL,'none',NULL,0,87,0.95999999999999996447);
INSERT INTO claim VALUES(2,2,'c1','incident',1,'ASSAULT',NULL,'military','positive','actual','هجوم',104,112,'2021-05-01','2021-05-01',2,NULL,NULL,NULL,NULL,'indirect',NULL,0,193,0.95999999999999996447);
INSERT INTO claim VALUES(3,2,'c2','commitment',0,'AGREE',NULL,'','positive','future','وعدت',135,143,NULL,NULL,NULL,NULL,NULL,'2021-05-31','حتى نهاية الشهر','indirect',NULL,0,193,0.67000000000000003996);
INSERT INTO claim VALUES(4,2,'c3','commitment',1,'ACCUSE','investigate','legal','positive','future','فتح',146,152,NULL,NULL,NULL,NULL,NULL,'2021-05-31','حتى نهاية الشهر','indirect',NULL,0,193,0.81999999999999995115);
CREATE TABLE IF NOT EXISTS "actor" (
  claim INTEGER NOT NULL REFERENCES "claim" ON DELETE CASCADE,
  part TEXT NOT NULL CHECK (part IN ('actor', 'recipient')), position INTEGER NOT NULL,
  text TEXT, "start" INTEGER, "end" INTEGER,
  actor_id TEXT, name TEXT, country TEXT, sector TEXT, inter INTEGER,
  PRIMARY KEY (claim, part, position)
) STRICT, WITHOUT ROWID;
INSERT INTO actor VALUES(1,'recipient',0,'جنديان',9,21,NULL,NULL,'IRQ','MIL',NULL);
INSERT INTO actor VALUES(2,'recipient',0,'جنديين',55,67,NULL,NULL,'IRQ','MIL',NULL);
INSERT INTO actor VALUES(3,'actor',0,'وزارة الدفاع العراقية',9,49,'mod-iq','Ministry of Defence (Iraq)','IRQ','MIL',1);
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
INSERT INTO figure VALUES(1,1,NULL,'killed',2,2,2,'exact','killed','جنديان','armed',NULL,'جنديان',9,21,NULL,'dual');
INSERT INTO figure VALUES(2,1,NULL,'wounded',3,3,3,'exact','wounded',NULL,'unknown',NULL,'ثلاثة آخرون',33,54,NULL,'exact');
INSERT INTO figure VALUES(3,2,NULL,'killed',2,2,2,'exact','killed','جنديين','armed',NULL,'جنديين',55,67,NULL,'dual');
INSERT INTO figure VALUES(4,2,NULL,'wounded',3,3,3,'exact','wounded',NULL,'unknown',NULL,'ثلاثة',88,98,NULL,'exact');
CREATE TABLE IF NOT EXISTS "place" (
  claim INTEGER NOT NULL REFERENCES "claim" ON DELETE CASCADE, position INTEGER NOT NULL,
  text TEXT, "start" INTEGER, "end" INTEGER,
  place_id TEXT, name TEXT, country TEXT, admin1 TEXT,
  lat REAL, lon REAL, precision INTEGER, basis TEXT,
  PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;
INSERT INTO place VALUES(1,0,'قرب كركوك',69,86,'iq-kirkuk','Kirkuk','IRQ','Kirkuk',35.468099999999999738,44.392200000000002547,2,'point');
INSERT INTO place VALUES(2,0,'قرب كركوك',113,130,'iq-kirkuk','Kirkuk','IRQ','Kirkuk',35.468099999999999738,44.392200000000002547,2,'point');
CREATE TABLE IF NOT EXISTS "link" (
  claim INTEGER NOT NULL REFERENCES "claim" ON DELETE CASCADE, position INTEGER NOT NULL,
  text TEXT, "start" INTEGER, "end" INTEGER,
  name TEXT, actor_id TEXT, role TEXT, named INTEGER NOT NULL, party INTEGER NOT NULL,
  channel TEXT, verb TEXT,
  PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;
INSERT INTO link VALUES(1,0,NULL,NULL,NULL,'SANA','sana','agency',1,0,NULL,NULL);
INSERT INTO link VALUES(2,0,'وزارة الدفاع العراقية',9,49,'Ministry of Defence (Iraq)','mod-iq','belligerent',1,1,NULL,'قالت');
INSERT INTO link VALUES(2,1,NULL,NULL,NULL,'Alsumaria','alsumaria','agency',1,0,NULL,NULL);
INSERT INTO link VALUES(3,0,'وزارة الدفاع العراقية',9,49,'Ministry of Defence (Iraq)','mod-iq','belligerent',1,1,NULL,'وعدت');
INSERT INTO link VALUES(3,1,NULL,NULL,NULL,'Alsumaria','alsumaria','agency',1,0,NULL,NULL);
INSERT INTO link VALUES(4,0,'وزارة الدفاع العراقية',9,49,'Ministry of Defence (Iraq)','mod-iq','belligerent',1,1,NULL,'وعدت');
INSERT INTO link VALUES(4,1,NULL,NULL,NULL,'Alsumaria','alsumaria','agency',1,0,NULL,NULL);
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
INSERT INTO progress VALUES('places',4);
INSERT INTO progress VALUES('words',2);
PRAGMA writable_schema=ON;
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','word','word',0,'CREATE VIRTUAL TABLE word USING fts5(
  text, content = ''article'', content_rowid = ''id'', tokenize = ''isnad'')');
CREATE TABLE IF NOT EXISTS 'word_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO word_data VALUES(1,X'021c');
INSERT INTO word_data VALUES(10,X'000000000101010001010101');
INSERT INTO word_data VALUES(137438953473,X'0000017b0b30d8a7d8aed8b1d988d9860102060405b5d98ad8a8010204010209030ad984d8afd981d8a7d8b90202040605b4d987d8b1020214060bb9d8b1d8a7d982d98ad9870202050401860202060207a8d981d8aad8ad0202100209aad8add982d98ad9820202110209abd984d8a7d8abd98701020501020a020bacd986d8afd98ad8a7d9860102030904d98ad9860202070205add8aad98a0202120207afd981d8a7d8b90202040207b1d983d988d98301020a01020e0207b2d8a7d8b1d9870202030205b4d987d8b1020214020bb9d8b1d8a7d982d98ad9870202050106d981d8aad8ad0202100302d98a01020701020b020782d8a7d984d8aa0202020403aad9840102020702d8a70202080403b1d8a801020901020d020983d8b1d983d988d98301020a01020e020986d987d8a7d98ad987020213020787d8acd988d98501020801020c020988d8a7d8b5d98ad8a80102040102090407b2d8a7d8b1d9870202030405b9d8afd8aa02020f0308d988d8b9d8afd8aa02020f040f0d0f0a10060c0e1110090a0c0f0c0a100b0a0c08070b110e0f110c0a');
CREATE TABLE IF NOT EXISTS 'word_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO word_idx VALUES(1,X'',2);
CREATE TABLE IF NOT EXISTS 'word_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
INSERT INTO word_docsize VALUES(1,X'09');
INSERT INTO word_docsize VALUES(2,X'13');
CREATE TABLE IF NOT EXISTS 'word_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO word_config VALUES('version',4);
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','place_box','place_box',0,'CREATE VIRTUAL TABLE place_box USING rtree(
  id, south, north, west, east, +claim INTEGER, +position INTEGER)');
CREATE TABLE IF NOT EXISTS "place_box_rowid"(rowid INTEGER PRIMARY KEY,nodeno,a0,a1);
INSERT INTO place_box_rowid VALUES(1,1,1,0);
INSERT INTO place_box_rowid VALUES(2,1,2,0);
CREATE TABLE IF NOT EXISTS "place_box_node"(nodeno INTEGER PRIMARY KEY,data);
INSERT INTO place_box_node VALUES(1,X'000000020000000000000001420ddf54420ddf564231919b4231919d0000000000000002420ddf54420ddf564231919b4231919d000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000');
CREATE TABLE IF NOT EXISTS "place_box_parent"(nodeno INTEGER PRIMARY KEY,parentnode);
CREATE TABLE run (
  id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, program TEXT NOT NULL,
  claims INTEGER NOT NULL, events INTEGER NOT NULL
) STRICT;
INSERT INTO run VALUES(1,'2026-11-29T02:06:50Z','0.1.0',4,3);
CREATE TABLE sketch (
  article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
  hashes BLOB NOT NULL, twin TEXT NOT NULL
) STRICT;
INSERT INTO sketch VALUES(1,X'9a1cd704b028521b73f8b606c2c4ac0692555d17b839f9184f24fd0011a048124f150f4abfed184bbaba6e07ac19f84371940f0a509ae58cf8a533264a21a61fd6f4e8189aca2a36bffea0105e735a025b3480000b43bd07a543f503485bd31c66d05a30bdd2ba0a1b6e1443f85c5f16d3c4fd074cceb85cce66bf0ec6ab4304a55b6e436664f81622e014000ae43d483a376b07c85ac140a8c1fe0aaf533d07fb03df080d39d012b9a2eb0e502a15183e0b4a327b1dad92f3f4df31efd9060654ba861849133c1054c9ff43365a3602e3a95b082dd0741de646310ca94b4b24bfb64014bd350e05a88bcc2cde4e130dc144305d36a023755b7372037cf6160a','deb8e4815a9b6ba0c976a99aa3674a4e3506a8bc62b24e88134f773130393fb1.cf107219');
INSERT INTO sketch VALUES(2,X'f55d3208e216fe143e89b118c75b4f37f5f60d090ed100078422bf023fb1780bbf536213601eb6265a047706a5b1340622032d23ecf12308ff64e513dfd19b078238a3050c6fe7024853ae1307c23004b799c103357c6704c739c80dd5417004bcbde412bdd2ba0a5c980000f97baa1346e40107594a75150fb52604f1c6002494e59c036c6d871722e0140098c1c907e1b44f136925ef038ead0f029400f5087198e0024976f702c0b01b04502a151826a7050c87153b11b8889f0662d92f11e676550d42c50c0337632c1b365a3602fe7300038913930febffc907ac462b0b13db31176e22480ac85c9c0374d77106dcc9d8204495110edb3876120ba53409','851a2e0810246dc9086abe9f061ee4026f5a7c1a1495f2c182f6e13b7af8da44.122ef8bf');
CREATE TABLE band (
  hash INTEGER NOT NULL, article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  PRIMARY KEY (hash, article)
) STRICT, WITHOUT ROWID;
INSERT INTO band VALUES(20406559580752102,2);
INSERT INTO band VALUES(145678111522158946,2);
INSERT INTO band VALUES(314081952633442833,2);
INSERT INTO band VALUES(756231754878148431,1);
INSERT INTO band VALUES(2092609842575630633,1);
INSERT INTO band VALUES(2208617920462697556,2);
INSERT INTO band VALUES(2239749650194995355,2);
INSERT INTO band VALUES(2240445948122468357,2);
INSERT INTO band VALUES(2344877430253733736,1);
INSERT INTO band VALUES(2607569285973313002,1);
INSERT INTO band VALUES(3456694381205096811,1);
INSERT INTO band VALUES(3474500984060184290,2);
INSERT INTO band VALUES(3777212988032763286,2);
INSERT INTO band VALUES(3923689689052999005,1);
INSERT INTO band VALUES(4153934315808186837,2);
INSERT INTO band VALUES(4189396977314711950,2);
INSERT INTO band VALUES(4217402101508374069,1);
INSERT INTO band VALUES(4985014528375508716,2);
INSERT INTO band VALUES(5529832592033889247,1);
INSERT INTO band VALUES(5659145710058596367,1);
INSERT INTO band VALUES(5875943361088920047,1);
INSERT INTO band VALUES(6624195409027664590,2);
INSERT INTO band VALUES(6699556611330004794,2);
INSERT INTO band VALUES(6717194864716259844,1);
INSERT INTO band VALUES(7126586122229604323,2);
INSERT INTO band VALUES(7175970696294366563,2);
INSERT INTO band VALUES(7685483985044912934,1);
INSERT INTO band VALUES(7767843046041099326,1);
INSERT INTO band VALUES(7895588484563403375,1);
INSERT INTO band VALUES(8142151164358109153,1);
INSERT INTO band VALUES(8172002452785260367,2);
INSERT INTO band VALUES(9083868274184028116,1);
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
INSERT INTO event VALUES('Ec213f4ade92b','incident','active',NULL,'ASSAULT',NULL,'2021-05-01','2021-05-01',2,NULL,'Kirkuk','iq-kirkuk','IRQ','Kirkuk',35.468099999999999738,44.392200000000002547,2,'point',NULL,'جنديين; جنديان',3,2,2,2,2,'2021-05-01','2021-05-01',NULL,1,1);
INSERT INTO event VALUES('E5e44f8c3a58c','commitment','active',NULL,'AGREE',NULL,NULL,NULL,NULL,'2021-05-31',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Ministry of Defence (Iraq)',NULL,0,1,1,1,1,'2021-05-01','2021-05-01','open',1,1);
INSERT INTO event VALUES('Efa75337c446d','commitment','active',NULL,'ACCUSE','investigate',NULL,NULL,NULL,'2021-05-31',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,1,1,1,1,'2021-05-01','2021-05-01','open',1,1);
CREATE TABLE entry (
  claim INTEGER PRIMARY KEY REFERENCES claim ON DELETE CASCADE,
  key TEXT NOT NULL UNIQUE, article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  kind TEXT NOT NULL, event_type TEXT NOT NULL, first INTEGER, last INTEGER,
  event TEXT REFERENCES event, score INTEGER, reasons TEXT,
  source INTEGER, superseded INTEGER NOT NULL DEFAULT 0, dirty INTEGER NOT NULL DEFAULT 1
) STRICT;
INSERT INTO entry VALUES(1,'deb8e4815a9b6ba0.cf107219:c1',1,'incident','ASSAULT',18748,18748,'Ec213f4ade92b',80,'same place; same day; killed 2 in both; wounded 3 in both; 25% of words shared; likest to 851a2e0810246dc9.122ef8bf:c1',1,0,0);
INSERT INTO entry VALUES(2,'851a2e0810246dc9.122ef8bf:c1',2,'incident','ASSAULT',18748,18748,'Ec213f4ade92b',80,'same place; same day; killed 2 in both; wounded 3 in both; 25% of words shared; likest to deb8e4815a9b6ba0.cf107219:c1',0,0,0);
INSERT INTO entry VALUES(3,'851a2e0810246dc9.122ef8bf:c2',2,'commitment','AGREE',18741,18748,'E5e44f8c3a58c',NULL,NULL,0,0,0);
INSERT INTO entry VALUES(4,'851a2e0810246dc9.122ef8bf:c3',2,'commitment','ACCUSE',18741,18748,'Efa75337c446d',NULL,NULL,0,0,0);
CREATE TABLE pair (
  a INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE,
  b INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE, score INTEGER NOT NULL,
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
INSERT INTO pair VALUES(1,2,80);
CREATE TABLE estimate (
  event TEXT NOT NULL REFERENCES event, what TEXT NOT NULL, rule TEXT NOT NULL,
  low INTEGER, best INTEGER, high INTEGER, sources INTEGER NOT NULL,
  PRIMARY KEY (event, what, rule)
) STRICT, WITHOUT ROWID;
INSERT INTO estimate VALUES('Ec213f4ade92b','killed','acled',2,2,2,2);
INSERT INTO estimate VALUES('Ec213f4ade92b','killed','ibc',2,NULL,2,2);
INSERT INTO estimate VALUES('Ec213f4ade92b','killed','latest',2,2,2,2);
INSERT INTO estimate VALUES('Ec213f4ade92b','killed','majority',2,2,2,2);
INSERT INTO estimate VALUES('Ec213f4ade92b','killed','ucdp',2,2,2,2);
INSERT INTO estimate VALUES('Ec213f4ade92b','wounded','acled',3,3,3,2);
INSERT INTO estimate VALUES('Ec213f4ade92b','wounded','ibc',3,NULL,3,2);
INSERT INTO estimate VALUES('Ec213f4ade92b','wounded','latest',3,3,3,2);
INSERT INTO estimate VALUES('Ec213f4ade92b','wounded','majority',3,3,3,2);
INSERT INTO estimate VALUES('Ec213f4ade92b','wounded','ucdp',3,3,3,2);
CREATE TABLE event_source (
  event TEXT NOT NULL REFERENCES event, position INTEGER NOT NULL,
  name TEXT, actor_id TEXT, role TEXT, named INTEGER NOT NULL, party INTEGER NOT NULL,
  claims INTEGER NOT NULL, outlets INTEGER NOT NULL,
  PRIMARY KEY (event, position)
) STRICT, WITHOUT ROWID;
INSERT INTO event_source VALUES('E5e44f8c3a58c',0,'Ministry of Defence (Iraq)','mod-iq','belligerent',1,1,1,1);
INSERT INTO event_source VALUES('Ec213f4ade92b',0,'Ministry of Defence (Iraq)','mod-iq','belligerent',1,1,1,1);
INSERT INTO event_source VALUES('Ec213f4ade92b',1,'SANA','sana','agency',1,0,1,1);
INSERT INTO event_source VALUES('Efa75337c446d',0,'Ministry of Defence (Iraq)','mod-iq','belligerent',1,1,1,1);
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
CREATE TABLE change (
  id INTEGER PRIMARY KEY AUTOINCREMENT, run INTEGER NOT NULL REFERENCES run,
  event TEXT NOT NULL REFERENCES event, what TEXT NOT NULL, note TEXT
) STRICT;
INSERT INTO change VALUES(1,1,'Ec213f4ade92b','created',NULL);
INSERT INTO change VALUES(2,1,'E5e44f8c3a58c','created',NULL);
INSERT INTO change VALUES(3,1,'Efa75337c446d','created',NULL);
CREATE TABLE review (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article TEXT NOT NULL, name TEXT, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL,
  act TEXT NOT NULL CHECK (act IN ('accept', 'correct', 'reject', 'note', 'add')),
  field TEXT, value TEXT, coder TEXT NOT NULL, note TEXT, final INTEGER NOT NULL,
  at TEXT NOT NULL, undone TEXT
) STRICT;
INSERT INTO review VALUES(1,'851a2e0810246dc9086abe9f061ee4026f5a7c1a1495f2c182f6e13b7af8da44.122ef8bf','c1',104,112,'correct','killed','{"low":3,"best":3,"high":3,"quantity":"exact","text":null}','Huda',NULL,0,'2026-11-29T02:07:13Z',NULL);
CREATE TABLE IF NOT EXISTS "article" (
  id INTEGER PRIMARY KEY, ident TEXT NOT NULL UNIQUE,
  sha256 TEXT GENERATED ALWAYS AS (substr(ident, 1, 64)) VIRTUAL,
  source TEXT, url TEXT,
  text TEXT NOT NULL
) STRICT;
INSERT INTO article VALUES(1,'deb8e4815a9b6ba0c976a99aa3674a4e3506a8bc62b24e88134f773130393fb1.cf107219','a',NULL,replace('قُتل جنديان وأصيب ثلاثة آخرون في هجوم قرب كركوك.\n','\n',char(10)));
INSERT INTO article VALUES(2,'851a2e0810246dc9086abe9f061ee4026f5a7c1a1495f2c182f6e13b7af8da44.122ef8bf','b',NULL,replace('قالت وزارة الدفاع العراقية إن جنديين قتلا وأصيب ثلاثة في هجوم قرب كركوك، ووعدت بفتح تحقيق حتى نهاية الشهر.\n','\n',char(10)));
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('run',1);
INSERT INTO sqlite_sequence VALUES('change',3);
INSERT INTO sqlite_sequence VALUES('review',1);
CREATE INDEX counts_claim ON "figure" (claim);
CREATE INDEX counts_of_whom ON "figure" (of_whom) WHERE of_whom IS NOT NULL;
CREATE INDEX entry_window ON entry (kind, event_type, last);
CREATE INDEX entry_event ON entry (event);
CREATE INDEX entry_article ON entry (article);
CREATE INDEX entry_dirty ON entry (dirty) WHERE dirty = 1;
CREATE INDEX pair_b ON pair (b);
CREATE INDEX cover_event ON cover (event);
CREATE INDEX change_event ON change (event);
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
CREATE VIEW commitments AS SELECT e.id, e.actors, e.recipients, e.event_type, e.mode,
    e.deadline, e.first_told, e.claims, e.sources, e.outcome,
    (SELECT group_concat(verdict || ' ' || claim, '; ') FROM follow
      WHERE commitment = e.id) AS reports
  FROM event e WHERE e.status = 'active' AND e.kind = 'commitment';
CREATE INDEX review_claim ON review (article, "start", "end");
CREATE INDEX event_kind ON event (kind, event_type, country, date_end);
CREATE INDEX event_open ON event (deadline) WHERE outcome = 'open';
CREATE INDEX record_published ON record (published);
CREATE VIEW articles AS
  SELECT a.id, a.ident, a.sha256, a.source, a.url, r.title, r.published, r.published_from,
    r.outlet_id, r.outlet_name AS outlet, r.language, r.relevant, r.relevance,
    r.id AS record, r.revision, r.coder, r.knowledge, a.text
  FROM article a JOIN record r ON r.article = a.id
  WHERE r.id = (SELECT max(id) FROM record WHERE article = a.id);
CREATE VIEW claims AS
  SELECT substr(a.ident, 1, 16) || substr(a.ident, 65) || ':' || c.name AS key,
    a.source, a.url, a.title, a.published, a.outlet, c.*,
    cast(substr(cast(a.text AS BLOB), c.evidence_start + 1,
      c.evidence_end - c.evidence_start) AS TEXT) AS evidence,
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
CREATE VIEW sources AS SELECT l.name, l.actor_id AS id, l.role, l.named, l.party,
    count(DISTINCT e.event) AS events, count(*) AS claims,
    count(DISTINCT c.record) AS articles, count(DISTINCT a.outlet) AS outlets,
    min(a.published) AS first, max(a.published) AS last
  FROM link l JOIN claim c ON c.id = l.claim JOIN articles a ON a.record = c.record
  LEFT JOIN entry e ON e.claim = c.id
  WHERE l.position = 0 GROUP BY l.name, l.actor_id, l.role, l.named, l.party;
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
CREATE INDEX event_day ON event (status, kind, date_end, id, event_type, country);
CREATE INDEX event_where ON event (status, kind, lat, lon, place_precision, place_id,
  event_type, country, date_end);
CREATE VIEW stances AS
  SELECT e.event, x.actor_id, coalesce(x.name, x.text) AS actor,
    iif(k.actor_id = x.actor_id, 'claimed', 'attributed') AS stance, e.key AS claim,
    k.name AS source
  FROM entry e JOIN claim c ON c.id = e.claim AND c.polarity = 'positive'
  JOIN actor x ON x.claim = c.id AND x.part = 'actor'
  LEFT JOIN link k ON k.claim = c.id AND k.position = 0
  WHERE e.kind = 'incident'
  UNION ALL
  SELECT e.event, x.actor_id, coalesce(x.name, x.text),
    iif(k.actor_id = x.actor_id, 'claimed', 'attributed'), t.key, k.name
  FROM entry e JOIN claim o ON o.id = e.claim AND o.polarity = 'positive'
  JOIN claim s ON s.record = o.record AND s.type = 'statement' AND s.polarity = 'positive'
    AND s.event_type = o.event_type AND coalesce(s.mode = o.mode, 1)
  JOIN entry t ON t.claim = s.id
  JOIN actor x ON x.claim = s.id AND x.part = 'actor'
  LEFT JOIN link k ON k.claim = s.id AND k.position = 0
  WHERE e.kind = 'incident' AND 1 = (SELECT count(DISTINCT q.event) FROM claim w
    JOIN entry q ON q.claim = w.id AND q.kind = 'incident' WHERE w.record = o.record
    AND w.polarity = 'positive'
    AND w.event_type = s.event_type AND coalesce(w.mode = s.mode, 1))
  UNION ALL
  SELECT e.event, x.actor_id, coalesce(x.name, x.text), 'denied', t.key, k.name
  FROM entry e JOIN claim o ON o.id = e.claim
  JOIN claim s ON s.record = o.record AND s.type = 'denial' AND s.refers_to = o.name
  JOIN entry t ON t.claim = s.id
  JOIN actor x ON x.claim = s.id AND x.part = 'actor'
  JOIN link k ON k.claim = s.id AND k.position = 0 AND k.actor_id = x.actor_id
  WHERE e.kind = 'incident';
CREATE VIEW responsibility AS
  SELECT event, actor_id, actor, CASE WHEN denied THEN 'contested'
    WHEN NOT claimed THEN 'attributed'
    WHEN sum(claimed) OVER (PARTITION BY event) > 1 THEN 'contested'
    ELSE 'claimed' END AS status, claims, sources
  FROM (SELECT event, actor_id, actor, max(stance = 'denied') AS denied,
    max(stance = 'claimed') AS claimed, count(DISTINCT claim) AS claims,
    group_concat(DISTINCT source) AS sources
    FROM stances GROUP BY event, coalesce(actor_id, actor));
PRAGMA writable_schema=OFF;
COMMIT;

