/* schema.c: the tables of the store, as docs/schema.md tells them: one step a version. A new file takes
 * all steps, an old one those that it lacks, so that both end alike. A step that has been released is
 * never edited; a change is a further step, raises ISN_STORE_VERSION (store.h), and brings a dump of the
 * version before it to tests/store/.
 *
 * Tables are named in the singular, as one row is; views in the plural, as users think. Offsets are bytes:
 * cast(substr(cast(text AS BLOB), start + 1, end - start) AS TEXT) is the piece.
 */
#include "store/store.h"

static const char version_1[] =
    "CREATE TABLE articles (\n"
    "  id INTEGER PRIMARY KEY,\n"
    "  sha256 TEXT NOT NULL UNIQUE,\n"
    "  source TEXT, url TEXT,\n"
    "  text TEXT NOT NULL\n"
    ") STRICT;\n"

    "CREATE TABLE records (\n"
    "  id INTEGER PRIMARY KEY,\n"
    "  article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,\n"
    "  coder TEXT NOT NULL, knowledge TEXT NOT NULL,\n"
    "  language TEXT NOT NULL, relevant INTEGER NOT NULL, relevance REAL NOT NULL,\n"
    "  title TEXT, published TEXT, published_from TEXT NOT NULL,\n"
    "  outlet_id TEXT, outlet_name TEXT,\n"
    "  json TEXT NOT NULL,\n"
    "  UNIQUE (article, coder, knowledge)\n"
    ") STRICT;\n"

    "CREATE TABLE claims (\n"
    "  id INTEGER PRIMARY KEY,\n"
    "  record INTEGER NOT NULL REFERENCES records ON DELETE CASCADE,\n"
    "  name TEXT NOT NULL,\n"
    "  type TEXT NOT NULL, main INTEGER NOT NULL,\n"
    "  event_type TEXT, mode TEXT, contexts TEXT NOT NULL,\n"
    "  polarity TEXT NOT NULL, modality TEXT NOT NULL,\n"
    "  anchor TEXT, anchor_start INTEGER, anchor_end INTEGER,\n"
    "  date_start TEXT, date_end TEXT, date_precision INTEGER, date_text TEXT,\n"
    "  deadline_start TEXT, deadline_end TEXT, deadline_text TEXT,\n"
    "  quoted TEXT NOT NULL, refers_to TEXT,\n"
    "  evidence TEXT, evidence_start INTEGER, evidence_end INTEGER,\n"
    "  confidence REAL NOT NULL,\n"
    "  UNIQUE (record, name)\n"
    ") STRICT;\n"

    "CREATE TABLE actors (\n"
    "  claim INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE,\n"
    "  part TEXT NOT NULL CHECK (part IN ('actor', 'recipient')), position INTEGER NOT NULL,\n"
    "  text TEXT, \"start\" INTEGER, \"end\" INTEGER,\n"
    "  actor_id TEXT, name TEXT, country TEXT, sector TEXT, inter INTEGER,\n"
    "  PRIMARY KEY (claim, part, position)\n"
    ") STRICT, WITHOUT ROWID;\n"

    "CREATE TABLE counts (\n"
    "  id INTEGER PRIMARY KEY,\n"
    "  claim INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE,\n"
    "  of_whom INTEGER REFERENCES counts ON DELETE CASCADE,\n"
    "  what TEXT NOT NULL, low INTEGER, best INTEGER, high INTEGER,\n"
    "  quantity TEXT NOT NULL, harm_term TEXT,\n"
    "  who TEXT, side TEXT NOT NULL, group_id TEXT,\n"
    "  text TEXT, \"start\" INTEGER, \"end\" INTEGER,\n"
    "  unit TEXT, rule TEXT\n"
    ") STRICT;\n"

    "CREATE TABLE places (\n"
    "  claim INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE, position INTEGER NOT NULL,\n"
    "  text TEXT, \"start\" INTEGER, \"end\" INTEGER,\n"
    "  place_id TEXT, name TEXT, country TEXT, admin1 TEXT,\n"
    "  lat REAL, lon REAL, precision INTEGER, basis TEXT,\n"
    "  PRIMARY KEY (claim, position)\n"
    ") STRICT, WITHOUT ROWID;\n"

    "CREATE TABLE links (\n"
    "  claim INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE, position INTEGER NOT NULL,\n"
    "  text TEXT, \"start\" INTEGER, \"end\" INTEGER,\n"
    "  name TEXT, actor_id TEXT, role TEXT, named INTEGER NOT NULL, party INTEGER NOT NULL,\n"
    "  channel TEXT, verb TEXT,\n"
    "  PRIMARY KEY (claim, position)\n"
    ") STRICT, WITHOUT ROWID;\n"

    "CREATE TABLE rules (\n"
    "  claim INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE, position INTEGER NOT NULL,\n"
    "  field TEXT, rule TEXT NOT NULL, \"start\" INTEGER, \"end\" INTEGER,\n"
    "  PRIMARY KEY (claim, position)\n"
    ") STRICT, WITHOUT ROWID;\n"

    "CREATE TABLE contradictions (\n"
    "  record INTEGER NOT NULL REFERENCES records ON DELETE CASCADE, position INTEGER NOT NULL,\n"
    "  claim_a TEXT NOT NULL, claim_b TEXT NOT NULL, field TEXT, note TEXT,\n"
    "  PRIMARY KEY (record, position)\n"
    ") STRICT, WITHOUT ROWID;\n"

    "CREATE INDEX claims_event ON claims (event_type, date_start);\n"
    "CREATE INDEX counts_claim ON counts (claim);\n"
    "CREATE INDEX counts_of_whom ON counts (of_whom) WHERE of_whom IS NOT NULL;\n"

    /* the newest record of each article: what an analyst reads */
    "CREATE VIEW current_records AS\n"
    "  SELECT * FROM records r\n"
    "  WHERE id = (SELECT max(id) FROM records WHERE article = r.article);\n"

    /* the origin of a claim is its first link, the outlet its last */
    "CREATE VIEW current_claims AS\n"
    "  SELECT a.sha256, a.source, a.url, r.title, r.published, r.outlet_name, c.*,\n"
    "    (SELECT group_concat(coalesce(text, name), ' + ') FROM actors\n"
    "      WHERE claim = c.id AND part = 'actor') AS actors,\n"
    "    (SELECT group_concat(coalesce(text, name), ' + ') FROM actors\n"
    "      WHERE claim = c.id AND part = 'recipient') AS recipients,\n"
    "    (SELECT group_concat(coalesce(text, name), ' + ') FROM places\n"
    "      WHERE claim = c.id) AS places,\n"
    "    (SELECT coalesce(text, name) FROM links\n"
    "      WHERE claim = c.id AND position = 0) AS origin,\n"
    "    (SELECT group_concat(coalesce(text, name), ' > ') FROM\n"
    "      (SELECT text, name FROM links WHERE claim = c.id ORDER BY position)) AS chain\n"
    "  FROM current_records r JOIN articles a ON a.id = r.article JOIN claims c ON c.record = "
    "r.id;\n"

    /* one row a figure; sub-counts are parts of another row and stay out */
    "CREATE VIEW current_counts AS\n"
    "  SELECT c.sha256, c.record, c.name AS claim_name, c.type, c.main, c.event_type, c.polarity,\n"
    "    c.modality, c.date_start, c.date_end, c.origin, n.*\n"
    "  FROM current_claims c JOIN counts n ON n.claim = c.id WHERE n.of_whom IS NULL;\n"

    /* a tally or an aggregate is never added to incidents: two views, no sum over both */
    "CREATE VIEW incidents AS\n"
    "  SELECT * FROM current_claims\n"
    "  WHERE type = 'incident' AND main AND polarity = 'positive' AND modality = 'actual';\n"
    "CREATE VIEW tallies AS\n"
    "  SELECT * FROM current_claims WHERE type IN ('tally', 'aggregate') AND main;\n";

/* Tables in the singular, revisions counted, quotations in a table, search by words and by place. The two
 * indexes are filled when they are asked, not while articles are coded: see sqlite_index.c. */
static const char version_2[] =
    "DROP VIEW incidents; DROP VIEW tallies; DROP VIEW current_counts;\n"
    "DROP VIEW current_claims; DROP VIEW current_records;\n"
    "ALTER TABLE articles RENAME TO article;\n"
    "ALTER TABLE records RENAME TO record;\n"
    "ALTER TABLE claims RENAME TO claim;\n"
    "ALTER TABLE actors RENAME TO actor;\n"
    "ALTER TABLE counts RENAME TO figure;\n"
    "ALTER TABLE places RENAME TO place;\n"
    "ALTER TABLE links RENAME TO link;\n"
    "ALTER TABLE rules RENAME TO rule;\n"
    "ALTER TABLE contradictions RENAME TO contradiction;\n"

    "ALTER TABLE record ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;\n"
    "UPDATE record SET revision = (SELECT count(*) FROM record o\n"
    "  WHERE o.article = record.article AND o.id <= record.id);\n"

    "CREATE TABLE quote (\n"
    "  record INTEGER NOT NULL REFERENCES record ON DELETE CASCADE, position INTEGER NOT NULL,\n"
    "  text TEXT, \"start\" INTEGER, \"end\" INTEGER, speaker TEXT,\n"
    "  PRIMARY KEY (record, position)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "INSERT INTO quote SELECT r.id, q.key, json_extract(q.value, '$.text'),\n"
    "  json_extract(q.value, '$.start'), json_extract(q.value, '$.end'),\n"
    "  json_extract(q.value, '$.speaker')\n"
    "  FROM record r, json_each(r.json, '$.quotes') q;\n"

    /* how far something has been done that is done later than coding */
    "CREATE TABLE progress (\n"
    "  what TEXT PRIMARY KEY, upto INTEGER NOT NULL\n"
    ") STRICT, WITHOUT ROWID;\n"
    "CREATE VIRTUAL TABLE word USING fts5(\n"
    "  text, content = 'article', content_rowid = 'id', tokenize = 'isnad');\n"
    "CREATE VIRTUAL TABLE place_box USING rtree(\n"
    "  id, south, north, west, east, +claim INTEGER, +position INTEGER);\n"

    /* the newest revision of each article is what an analyst reads */
    "CREATE VIEW articles AS\n"
    "  SELECT a.id, a.sha256, a.source, a.url, r.title, r.published, r.published_from,\n"
    "    r.outlet_id, r.outlet_name AS outlet, r.language, r.relevant, r.relevance,\n"
    "    r.id AS record, r.revision, r.coder, r.knowledge, a.text\n"
    "  FROM article a JOIN record r ON r.article = a.id\n"
    "  WHERE r.id = (SELECT max(id) FROM record WHERE article = a.id);\n"

    /* the origin of a claim is its first link, the outlet its last */
    "CREATE VIEW claims AS\n"
    "  SELECT substr(a.sha256, 1, 16) || ':' || c.name AS key,\n"
    "    a.source, a.url, a.title, a.published, a.outlet, c.*,\n"
    "    (SELECT group_concat(coalesce(text, name), '; ') FROM actor\n"
    "      WHERE claim = c.id AND part = 'actor') AS actors,\n"
    "    (SELECT group_concat(coalesce(text, name), '; ') FROM actor\n"
    "      WHERE claim = c.id AND part = 'recipient') AS recipients,\n"
    "    (SELECT group_concat(coalesce(text, name), '; ') FROM place\n"
    "      WHERE claim = c.id) AS places,\n"
    "    (SELECT coalesce(text, name) FROM link\n"
    "      WHERE claim = c.id AND position = 0) AS origin,\n"
    "    (SELECT group_concat(coalesce(text, name), ' > ') FROM\n"
    "      (SELECT text, name FROM link WHERE claim = c.id ORDER BY position)) AS chain\n"
    "  FROM articles a JOIN claim c ON c.record = a.record;\n"

    /* one row a figure; parts of another figure (of_whom) stay out */
    "CREATE VIEW counts AS\n"
    "  SELECT c.key, c.published, c.outlet, c.type, c.main, c.event_type, c.polarity, c.modality,\n"
    "    c.date_start, c.date_end, c.places, c.origin, f.*\n"
    "  FROM claims c JOIN figure f ON f.claim = c.id WHERE f.of_whom IS NULL;\n"

    /* a tally or an aggregate is never added to incidents: two views, no sum over both */
    "CREATE VIEW incidents AS\n"
    "  SELECT * FROM claims\n"
    "  WHERE type = 'incident' AND main AND polarity = 'positive' AND modality = 'actual';\n"
    "CREATE VIEW tallies AS\n"
    "  SELECT * FROM claims WHERE type IN ('tally', 'aggregate') AND main;\n"

    /* who is quoted, and how often */
    "CREATE VIEW sources AS\n"
    "  SELECT l.name, l.actor_id AS id, l.role, l.named, l.party,\n"
    "    count(DISTINCT c.record) AS articles, count(*) AS claims,\n"
    "    count(DISTINCT a.outlet) AS outlets, min(a.published) AS first, max(a.published) AS last\n"
    "  FROM link l JOIN claim c ON c.id = l.claim JOIN articles a ON a.record = c.record\n"
    "  WHERE l.position = 0 GROUP BY l.name, l.actor_id, l.role, l.named, l.party;\n"

    "CREATE VIEW commitments AS\n"
    "  SELECT key, published, outlet, actors, recipients, event_type, deadline_start, "
    "deadline_end,\n"
    "    deadline_text, evidence, chain, source\n"
    "  FROM claims WHERE type = 'commitment';\n";

/* An article is its bytes and, where they were given, its outlet and day: one text that two papers print is two
 * articles, though one source (`ident`: sha256, and a dot and eight digits of the hash of what was given).
 *
 * The ledger: claims of many articles as events. What a run finds is replaced by the next; ids of events,
 * decisions of people and the log of changes stay for good. Days in `first` and `last` are counted from
 * 1970-01-01, all others are text. */
static const char version_3[] =
    "DROP VIEW incidents; DROP VIEW tallies; DROP VIEW counts; DROP VIEW sources;\n"
    "DROP VIEW commitments; DROP VIEW claims; DROP VIEW articles;\n"
    "CREATE TABLE new_article (\n"
    "  id INTEGER PRIMARY KEY, ident TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL,\n"
    "  source TEXT, url TEXT,\n"
    "  text TEXT NOT NULL\n"
    ") STRICT;\n"
    "INSERT INTO new_article SELECT id, sha256, sha256, source, url, text FROM article;\n"
    "DROP TABLE article;\n"
    "ALTER TABLE new_article RENAME TO article;\n"
    "CREATE INDEX article_sha ON article (sha256);\n"

    "CREATE TABLE run (\n"
    "  id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, program TEXT NOT NULL,\n"
    "  claims INTEGER NOT NULL, events INTEGER NOT NULL\n"
    ") STRICT;\n"

    "CREATE TABLE sketch (\n"
    "  article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,\n"
    "  hashes BLOB NOT NULL, twin TEXT NOT NULL\n"
    ") STRICT;\n"
    "CREATE TABLE band (\n"
    "  hash INTEGER NOT NULL, article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,\n"
    "  PRIMARY KEY (hash, article)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "CREATE TABLE twin_pair (\n"
    "  a INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,\n"
    "  b INTEGER NOT NULL REFERENCES article ON DELETE CASCADE, share INTEGER NOT NULL,\n"
    "  PRIMARY KEY (a, b)\n"
    ") STRICT, WITHOUT ROWID;\n"

    "CREATE TABLE event (\n"
    "  id TEXT PRIMARY KEY, kind TEXT NOT NULL, status TEXT NOT NULL, successor TEXT,\n"
    "  event_type TEXT, mode TEXT,\n"
    "  date_start TEXT, date_end TEXT, date_precision INTEGER, deadline TEXT,\n"
    "  place TEXT, place_id TEXT, country TEXT, admin1 TEXT,\n"
    "  lat REAL, lon REAL, place_precision INTEGER, basis TEXT,\n"
    "  actors TEXT, recipients TEXT, sides INTEGER NOT NULL,\n"
    "  claims INTEGER NOT NULL, articles INTEGER NOT NULL, outlets INTEGER NOT NULL,\n"
    "  sources INTEGER NOT NULL, first_told TEXT, last_told TEXT, outcome TEXT,\n"
    "  born INTEGER NOT NULL REFERENCES run, changed INTEGER NOT NULL REFERENCES run\n"
    ") STRICT;\n"
    "CREATE INDEX event_time ON event (event_type, kind, date_end);\n"

    "CREATE TABLE entry (\n"
    "  claim INTEGER PRIMARY KEY REFERENCES claim ON DELETE CASCADE,\n"
    "  key TEXT NOT NULL UNIQUE, article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,\n"
    "  kind TEXT NOT NULL, event_type TEXT NOT NULL, first INTEGER, last INTEGER,\n"
    "  event TEXT REFERENCES event, score INTEGER, reasons TEXT,\n"
    "  source INTEGER, superseded INTEGER NOT NULL DEFAULT 0, dirty INTEGER NOT NULL DEFAULT 1\n"
    ") STRICT;\n"
    "CREATE INDEX entry_window ON entry (kind, event_type, last);\n"
    "CREATE INDEX entry_event ON entry (event);\n"
    "CREATE INDEX entry_article ON entry (article);\n"
    "CREATE INDEX entry_dirty ON entry (dirty) WHERE dirty = 1;\n"
    "CREATE TABLE pair (\n"
    "  a INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE,\n"
    "  b INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE, score INTEGER NOT NULL,\n"
    "  PRIMARY KEY (a, b)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "CREATE INDEX pair_b ON pair (b);\n"

    "CREATE TABLE estimate (\n"
    "  event TEXT NOT NULL REFERENCES event, what TEXT NOT NULL, rule TEXT NOT NULL,\n"
    "  low INTEGER, best INTEGER, high INTEGER, sources INTEGER NOT NULL,\n"
    "  PRIMARY KEY (event, what, rule)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "CREATE TABLE event_source (\n"
    "  event TEXT NOT NULL REFERENCES event, position INTEGER NOT NULL,\n"
    "  name TEXT, actor_id TEXT, role TEXT, named INTEGER NOT NULL, party INTEGER NOT NULL,\n"
    "  claims INTEGER NOT NULL, outlets INTEGER NOT NULL,\n"
    "  PRIMARY KEY (event, position)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "CREATE TABLE dispute (\n"
    "  event TEXT NOT NULL REFERENCES event, position INTEGER NOT NULL,\n"
    "  claim_a TEXT NOT NULL, claim_b TEXT NOT NULL, field TEXT NOT NULL, note TEXT,\n"
    "  PRIMARY KEY (event, position)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "CREATE TABLE cover (\n"
    "  total TEXT NOT NULL REFERENCES event, event TEXT NOT NULL REFERENCES event,\n"
    "  PRIMARY KEY (total, event)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "CREATE INDEX cover_event ON cover (event);\n"
    "CREATE TABLE follow (\n"
    "  commitment TEXT NOT NULL REFERENCES event, claim TEXT NOT NULL, verdict TEXT NOT NULL,\n"
    "  note TEXT, PRIMARY KEY (commitment, claim)\n"
    ") STRICT, WITHOUT ROWID;\n"

    /* by hand; claims are named by article and words, so that a newer coding keeps them */
    "CREATE TABLE decision (\n"
    "  id INTEGER PRIMARY KEY AUTOINCREMENT, same INTEGER NOT NULL,\n"
    "  a_article TEXT NOT NULL, a_start INTEGER NOT NULL, a_end INTEGER NOT NULL,\n"
    "  b_article TEXT NOT NULL, b_start INTEGER NOT NULL, b_end INTEGER NOT NULL,\n"
    "  coder TEXT, note TEXT, at TEXT NOT NULL, undone TEXT\n"
    ") STRICT;\n"
    "CREATE TABLE change (\n"
    "  id INTEGER PRIMARY KEY AUTOINCREMENT, run INTEGER NOT NULL REFERENCES run,\n"
    "  event TEXT NOT NULL REFERENCES event, what TEXT NOT NULL, note TEXT\n"
    ") STRICT;\n"
    "CREATE INDEX change_event ON change (event);\n"

    /* the newest revision of each article is what an analyst reads */
    "CREATE VIEW articles AS\n"
    "  SELECT a.id, a.ident, a.sha256, a.source, a.url, r.title, r.published, r.published_from,\n"
    "    r.outlet_id, r.outlet_name AS outlet, r.language, r.relevant, r.relevance,\n"
    "    r.id AS record, r.revision, r.coder, r.knowledge, a.text\n"
    "  FROM article a JOIN record r ON r.article = a.id\n"
    "  WHERE r.id = (SELECT max(id) FROM record WHERE article = a.id);\n"

    /* the origin of a claim is its first link, the outlet its last */
    "CREATE VIEW claims AS\n"
    "  SELECT substr(a.ident, 1, 16) || substr(a.ident, 65) || ':' || c.name AS key,\n"
    "    a.source, a.url, a.title, a.published, a.outlet, c.*,\n"
    "    (SELECT group_concat(coalesce(text, name), '; ') FROM actor\n"
    "      WHERE claim = c.id AND part = 'actor') AS actors,\n"
    "    (SELECT group_concat(coalesce(text, name), '; ') FROM actor\n"
    "      WHERE claim = c.id AND part = 'recipient') AS recipients,\n"
    "    (SELECT group_concat(coalesce(text, name), '; ') FROM place\n"
    "      WHERE claim = c.id) AS places,\n"
    "    (SELECT coalesce(text, name) FROM link\n"
    "      WHERE claim = c.id AND position = 0) AS origin,\n"
    "    (SELECT group_concat(coalesce(text, name), ' > ') FROM\n"
    "      (SELECT text, name FROM link WHERE claim = c.id ORDER BY position)) AS chain\n"
    "  FROM articles a JOIN claim c ON c.record = a.record;\n"

    /* one row a figure; parts of another figure (of_whom) stay out */
    "CREATE VIEW counts AS\n"
    "  SELECT c.key, c.published, c.outlet, c.type, c.main, c.event_type, c.polarity, c.modality,\n"
    "    c.date_start, c.date_end, c.places, c.origin, f.*\n"
    "  FROM claims c JOIN figure f ON f.claim = c.id WHERE f.of_whom IS NULL;\n"

    /* a tally or an aggregate is never added to incidents: two views, no sum over both */
    "CREATE VIEW incidents AS\n"
    "  SELECT * FROM claims\n"
    "  WHERE type = 'incident' AND main AND polarity = 'positive' AND modality = 'actual';\n"
    "CREATE VIEW tallies AS\n"
    "  SELECT * FROM claims WHERE type IN ('tally', 'aggregate') AND main;\n"

    /* who is quoted, and how often */

    "CREATE VIEW events AS SELECT e.*,\n"
    "    k.low AS killed_low, k.best AS killed_best, k.high AS killed_high,\n"
    "    w.low AS wounded_low, w.best AS wounded_best, w.high AS wounded_high,\n"
    "    (SELECT group_concat(total, '; ') FROM cover WHERE cover.event = e.id) AS within_totals\n"
    "  FROM event e\n"
    "  LEFT JOIN estimate k ON k.event = e.id AND k.what = 'killed' AND k.rule = 'ucdp'\n"
    "  LEFT JOIN estimate w ON w.event = e.id AND w.what = 'wounded' AND w.rule = 'ucdp'\n"
    "  WHERE e.status = 'active' AND e.kind = 'incident';\n"

    /* a total, what the events under it come to, and what is missing between the two; no row says so of
     * wounded and killed at once */
    "CREATE VIEW totals AS SELECT t.id, t.kind, t.event_type, t.date_start, t.date_end, t.place,\n"
    "    n.what, n.low, n.best, n.high,\n"
    "    count(c.event) AS events, coalesce(sum(x.best), 0) AS in_events,\n"
    "    coalesce(n.best, n.low) - coalesce(sum(x.best), 0) AS gap\n"
    "  FROM event t JOIN estimate n ON n.event = t.id AND n.rule = 'ucdp'\n"
    "  LEFT JOIN cover c ON c.total = t.id\n"
    "  LEFT JOIN estimate x ON x.event = c.event AND x.what = n.what AND x.rule = 'ucdp'\n"
    "  WHERE t.status = 'active' AND t.kind IN ('tally', 'aggregate')\n"
    "  GROUP BY t.id, n.what;\n"

    "CREATE VIEW sources AS SELECT l.name, l.actor_id AS id, l.role, l.named, l.party,\n"
    "    count(DISTINCT e.event) AS events, count(*) AS claims,\n"
    "    count(DISTINCT c.record) AS articles, count(DISTINCT a.outlet) AS outlets,\n"
    "    min(a.published) AS first, max(a.published) AS last\n"
    "  FROM link l JOIN claim c ON c.id = l.claim JOIN articles a ON a.record = c.record\n"
    "  LEFT JOIN entry e ON e.claim = c.id\n"
    "  WHERE l.position = 0 GROUP BY l.name, l.actor_id, l.role, l.named, l.party;\n"

    "CREATE VIEW commitments AS SELECT e.id, e.actors, e.recipients, e.event_type, e.mode,\n"
    "    e.deadline, e.first_told, e.claims, e.sources, e.outcome,\n"
    "    (SELECT group_concat(verdict || ' ' || claim, '; ') FROM follow\n"
    "      WHERE commitment = e.id) AS reports\n"
    "  FROM event e WHERE e.status = 'active' AND e.kind = 'commitment';\n";

/* What people say of claims: each act is a row and stays; taking it back is noted. A claim is named by article and
 * words, as in `decision`, so that a newer coding keeps what was said; where two claims stand on the same words, by
 * its name too. */
static const char version_4[] =
    "CREATE TABLE review (\n"
    "  id INTEGER PRIMARY KEY AUTOINCREMENT,\n"
    "  article TEXT NOT NULL, name TEXT, \"start\" INTEGER NOT NULL, \"end\" INTEGER NOT NULL,\n"
    "  act TEXT NOT NULL CHECK (act IN ('accept', 'correct', 'reject', 'note', 'add')),\n"
    "  field TEXT, value TEXT, coder TEXT NOT NULL, note TEXT, final INTEGER NOT NULL,\n"
    "  at TEXT NOT NULL, undone TEXT\n"
    ") STRICT;\n"
    "CREATE INDEX review_claim ON review (article, \"start\", \"end\");\n"

    /* what holds, on claims of the newest codings; of a claim that was added, `claim` names the article */
    "CREATE VIEW reviews AS\n"
    "  SELECT v.id, substr(v.article, 1, 16) || substr(v.article, 65) || coalesce(':' || c.name, "
    "'')\n"
    "    AS claim, v.claim_row, v.act, v.field, v.value, v.coder, v.note, v.final, v.at\n"
    "  FROM (SELECT w.*, CASE WHEN w.name NOT NULL THEN coalesce(\n"
    "    (SELECT o.id FROM article a JOIN claim o ON\n"
    "      o.record = (SELECT max(id) FROM record WHERE article = a.id)\n"
    "      WHERE a.ident = w.article AND o.anchor_start = w.\"start\" AND o.anchor_end = "
    "w.\"end\"\n"
    "      AND o.name = w.name),\n"
    "    (SELECT min(o.id) FROM article a JOIN claim o ON\n"
    "      o.record = (SELECT max(id) FROM record WHERE article = a.id)\n"
    "      WHERE a.ident = w.article AND o.anchor_start = w.\"start\" AND o.anchor_end = "
    "w.\"end\"))\n"
    "    END AS claim_row FROM review w WHERE w.undone IS NULL) v\n"
    "  LEFT JOIN claim c ON c.id = v.claim_row\n"
    "  WHERE v.name IS NULL OR c.id NOT NULL;\n";

/* What can be made of other columns is not kept twice: the sentence of a claim is a piece of its article, the hash a
 * part of `ident`. The record itself is packed, with its article for a dictionary, since it
 * is half made of pieces of it: see pack.c. */
static const char version_5[] =
    "DROP VIEW reviews; DROP VIEW sources; DROP VIEW incidents; DROP VIEW tallies;\n"
    "DROP VIEW counts; DROP VIEW claims; DROP VIEW articles;\n"
    "CREATE TABLE new_article (\n"
    "  id INTEGER PRIMARY KEY, ident TEXT NOT NULL UNIQUE,\n"
    "  sha256 TEXT GENERATED ALWAYS AS (substr(ident, 1, 64)) VIRTUAL,\n"
    "  source TEXT, url TEXT,\n"
    "  text TEXT NOT NULL\n"
    ") STRICT;\n"
    "INSERT INTO new_article (id, ident, source, url, text)\n"
    "  SELECT id, ident, source, url, text FROM article;\n"
    "DROP TABLE article;\n"
    "ALTER TABLE new_article RENAME TO article;\n"

    "ALTER TABLE record ADD COLUMN packed BLOB;\n"
    "UPDATE record SET packed = isn_pack(json, (SELECT text FROM article\n"
    "  WHERE id = record.article));\n"
    "ALTER TABLE record DROP COLUMN json;\n"
    "DROP INDEX claims_event;\n"
    "ALTER TABLE claim DROP COLUMN evidence;\n"
    "UPDATE change SET note = NULL WHERE what = 'created';\n"

    /* what a run looks up of all that is older */
    "DROP INDEX event_time;\n"
    "CREATE INDEX event_kind ON event (kind, event_type, country, date_end);\n"
    "CREATE INDEX event_open ON event (deadline) WHERE outcome = 'open';\n"
    "CREATE INDEX follow_claim ON follow (claim);\n"
    "CREATE INDEX record_published ON record (published);\n"

    /* the newest revision of each article is what an analyst reads */
    "CREATE VIEW articles AS\n"
    "  SELECT a.id, a.ident, a.sha256, a.source, a.url, r.title, r.published, r.published_from,\n"
    "    r.outlet_id, r.outlet_name AS outlet, r.language, r.relevant, r.relevance,\n"
    "    r.id AS record, r.revision, r.coder, r.knowledge, a.text\n"
    "  FROM article a JOIN record r ON r.article = a.id\n"
    "  WHERE r.id = (SELECT max(id) FROM record WHERE article = a.id);\n"

    /* the origin of a claim is its first link, the outlet its last */
    "CREATE VIEW claims AS\n"
    "  SELECT substr(a.ident, 1, 16) || substr(a.ident, 65) || ':' || c.name AS key,\n"
    "    a.source, a.url, a.title, a.published, a.outlet, c.*,\n"
    "    cast(substr(cast(a.text AS BLOB), c.evidence_start + 1,\n"
    "      c.evidence_end - c.evidence_start) AS TEXT) AS evidence,\n"
    "    (SELECT group_concat(coalesce(text, name), '; ') FROM actor\n"
    "      WHERE claim = c.id AND part = 'actor') AS actors,\n"
    "    (SELECT group_concat(coalesce(text, name), '; ') FROM actor\n"
    "      WHERE claim = c.id AND part = 'recipient') AS recipients,\n"
    "    (SELECT group_concat(coalesce(text, name), '; ') FROM place\n"
    "      WHERE claim = c.id) AS places,\n"
    "    (SELECT coalesce(text, name) FROM link\n"
    "      WHERE claim = c.id AND position = 0) AS origin,\n"
    "    (SELECT group_concat(coalesce(text, name), ' > ') FROM\n"
    "      (SELECT text, name FROM link WHERE claim = c.id ORDER BY position)) AS chain\n"
    "  FROM articles a JOIN claim c ON c.record = a.record;\n"

    /* one row a figure; parts of another figure (of_whom) stay out. A tally or an aggregate is never added to
     * incidents: two views, no sum over both */
    "CREATE VIEW counts AS\n"
    "  SELECT c.key, c.published, c.outlet, c.type, c.main, c.event_type, c.polarity, c.modality,\n"
    "    c.date_start, c.date_end, c.places, c.origin, f.*\n"
    "  FROM claims c JOIN figure f ON f.claim = c.id WHERE f.of_whom IS NULL;\n"
    "CREATE VIEW incidents AS\n"
    "  SELECT * FROM claims\n"
    "  WHERE type = 'incident' AND main AND polarity = 'positive' AND modality = 'actual';\n"
    "CREATE VIEW tallies AS\n"
    "  SELECT * FROM claims WHERE type IN ('tally', 'aggregate') AND main;\n"

    "CREATE VIEW sources AS SELECT l.name, l.actor_id AS id, l.role, l.named, l.party,\n"
    "    count(DISTINCT e.event) AS events, count(*) AS claims,\n"
    "    count(DISTINCT c.record) AS articles, count(DISTINCT a.outlet) AS outlets,\n"
    "    min(a.published) AS first, max(a.published) AS last\n"
    "  FROM link l JOIN claim c ON c.id = l.claim JOIN articles a ON a.record = c.record\n"
    "  LEFT JOIN entry e ON e.claim = c.id\n"
    "  WHERE l.position = 0 GROUP BY l.name, l.actor_id, l.role, l.named, l.party;\n"

    "CREATE VIEW reviews AS\n"
    "  SELECT v.id, substr(v.article, 1, 16) || substr(v.article, 65) || coalesce(':' || c.name, "
    "'')\n"
    "    AS claim, v.claim_row, v.act, v.field, v.value, v.coder, v.note, v.final, v.at\n"
    "  FROM (SELECT w.*, CASE WHEN w.name NOT NULL THEN coalesce(\n"
    "    (SELECT o.id FROM article a JOIN claim o ON\n"
    "      o.record = (SELECT max(id) FROM record WHERE article = a.id)\n"
    "      WHERE a.ident = w.article AND o.anchor_start = w.\"start\" AND o.anchor_end = "
    "w.\"end\"\n"
    "      AND o.name = w.name),\n"
    "    (SELECT min(o.id) FROM article a JOIN claim o ON\n"
    "      o.record = (SELECT max(id) FROM record WHERE article = a.id)\n"
    "      WHERE a.ident = w.article AND o.anchor_start = w.\"start\" AND o.anchor_end = "
    "w.\"end\"))\n"
    "    END AS claim_row FROM review w WHERE w.undone IS NULL) v\n"
    "  LEFT JOIN claim c ON c.id = v.claim_row\n"
    "  WHERE v.name IS NULL OR c.id NOT NULL;\n";

/* The rules behind a claim, its largest table, packed as the record is: {"c1":[[field, rule, start, end], …]}.
 *
 * Who did it, by whose word: by himself or by others, in the claims of the event, in statements of the same article on the
 * same deed where it tells of one only, in denials of it. */
static const char version_6[] =
    /* what the console counts and draws */
    "CREATE INDEX event_day ON event (status, kind, date_end, id, event_type, country);\n"
    "CREATE INDEX event_where ON event (status, kind, lat, lon, place_precision, place_id,\n"
    "  event_type, country, date_end);\n"
    "CREATE TABLE IF NOT EXISTS rule (\n"
    "  claim INTEGER NOT NULL, position INTEGER NOT NULL,\n"
    "  field TEXT, rule TEXT NOT NULL, \"start\" INTEGER, \"end\" INTEGER,\n"
    "  PRIMARY KEY (claim, position)\n"
    ") STRICT, WITHOUT ROWID;\n"
    "ALTER TABLE record ADD COLUMN why BLOB;\n"
    "UPDATE record SET why = isn_pack((SELECT json_group_object(c.name, json((\n"
    "    SELECT json_group_array(json_array(field, rule, \"start\", \"end\")) FROM (\n"
    "      SELECT * FROM rule WHERE claim = c.id ORDER BY position))))\n"
    "  FROM claim c WHERE c.record = record.id),\n"
    "  (SELECT text FROM article WHERE id = record.article));\n"
    "DROP TABLE rule;\n"
    "DROP INDEX follow_claim;\n" /* as large as its table, for what one scan a run does as well */
    "CREATE VIEW stances AS\n"
    "  SELECT e.event, x.actor_id, coalesce(x.name, x.text) AS actor,\n"
    "    iif(k.actor_id = x.actor_id, 'claimed', 'attributed') AS stance, e.key AS claim,\n"
    "    k.name AS source\n"
    "  FROM entry e JOIN claim c ON c.id = e.claim AND c.polarity = 'positive'\n"
    "  JOIN actor x ON x.claim = c.id AND x.part = 'actor'\n"
    "  LEFT JOIN link k ON k.claim = c.id AND k.position = 0\n"
    "  WHERE e.kind = 'incident'\n"
    "  UNION ALL\n"
    "  SELECT e.event, x.actor_id, coalesce(x.name, x.text),\n"
    "    iif(k.actor_id = x.actor_id, 'claimed', 'attributed'), t.key, k.name\n"
    "  FROM entry e JOIN claim o ON o.id = e.claim AND o.polarity = 'positive'\n"
    "  JOIN claim s ON s.record = o.record AND s.type = 'statement' AND s.polarity = 'positive'\n"
    "    AND s.event_type = o.event_type AND coalesce(s.mode = o.mode, 1)\n"
    "  JOIN entry t ON t.claim = s.id\n"
    "  JOIN actor x ON x.claim = s.id AND x.part = 'actor'\n"
    "  LEFT JOIN link k ON k.claim = s.id AND k.position = 0\n"
    "  WHERE e.kind = 'incident' AND 1 = (SELECT count(DISTINCT q.event) FROM claim w\n"
    "    JOIN entry q ON q.claim = w.id AND q.kind = 'incident' WHERE w.record = o.record\n"
    "    AND w.polarity = 'positive'\n"
    "    AND w.event_type = s.event_type AND coalesce(w.mode = s.mode, 1))\n"
    "  UNION ALL\n"
    "  SELECT e.event, x.actor_id, coalesce(x.name, x.text), 'denied', t.key, k.name\n"
    "  FROM entry e JOIN claim o ON o.id = e.claim\n"
    "  JOIN claim s ON s.record = o.record AND s.type = 'denial' AND s.refers_to = o.name\n"
    "  JOIN entry t ON t.claim = s.id\n"
    "  JOIN actor x ON x.claim = s.id AND x.part = 'actor'\n"
    "  JOIN link k ON k.claim = s.id AND k.position = 0 AND k.actor_id = x.actor_id\n"
    "  WHERE e.kind = 'incident';\n"

    /* claimed by one alone; attributed by others; contested: denied by him, or claimed by several */
    "CREATE VIEW responsibility AS\n"
    "  SELECT event, actor_id, actor, CASE WHEN denied THEN 'contested'\n"
    "    WHEN NOT claimed THEN 'attributed'\n"
    "    WHEN sum(claimed) OVER (PARTITION BY event) > 1 THEN 'contested'\n"
    "    ELSE 'claimed' END AS status, claims, sources\n"
    "  FROM (SELECT event, actor_id, actor, max(stance = 'denied') AS denied,\n"
    "    max(stance = 'claimed') AS claimed, count(DISTINCT claim) AS claims,\n"
    "    group_concat(DISTINCT source) AS sources\n"
    "    FROM stances GROUP BY event, coalesce(actor_id, actor));\n";

/* What the console filters, sorts and counts among a hundred thousand events, each by an index that has it all: rows of
 * `event` and of `record` are large. */
static const char version_7[] =
    "ALTER TABLE event ADD COLUMN killed INTEGER;\n"
    "UPDATE event SET killed = (SELECT coalesce(best, low) FROM estimate\n"
    "  WHERE event = event.id AND what = 'killed' AND rule = 'ucdp');\n"
    "DROP INDEX event_day; DROP INDEX event_where; DROP INDEX entry_article;\n"
    "CREATE INDEX event_day ON event (status, kind, date_end, id, event_type, country, killed,\n"
    "  date_start);\n"
    "CREATE INDEX event_where ON event (status, kind, lat, lon, place_precision, place_id,\n"
    "  event_type, country, killed, id, date_end, date_start);\n"
    "CREATE INDEX event_killed ON event (kind, killed, id) WHERE status = 'active';\n"
    "CREATE INDEX event_sources ON event (kind, sources, id) WHERE status = 'active';\n"
    "CREATE INDEX event_told ON event (kind, last_told, id) WHERE status = 'active';\n"
    "CREATE INDEX event_promise ON event (outcome, coalesce(deadline, '9'), id)\n"
    "  WHERE status = 'active' AND kind = 'commitment';\n"
    "CREATE INDEX entry_article ON entry (article, event);\n"
    "CREATE INDEX actor_of ON actor (actor_id, claim, text) WHERE actor_id NOT NULL;\n"
    "CREATE INDEX place_of ON place (place_id, claim, text) WHERE place_id NOT NULL;\n"
    "CREATE INDEX record_listed ON record (article, id, relevant, relevance, published,\n"
    "  outlet_name, outlet_id);\n";

/* Claims of long intervals have an index of their own: so of the rest only some days are looked through, not a year. And
 * a group of prints is walked by its pairs, both ways. */
static const char version_8[] =
    "CREATE INDEX entry_long ON entry (kind, event_type, last) WHERE last - first > 7;\n"
    "CREATE INDEX twin_pair_b ON twin_pair (b);\n";

/* What tells of most pairs of claims that they are of two occurrences, without reading them. */
static const char version_9[] = "ALTER TABLE entry ADD COLUMN outline BLOB;\n";

const char *const isn_store_versions[ISN_STORE_VERSION] = {version_1, version_2, version_3,
                                                           version_4, version_5, version_6,
                                                           version_7, version_8, version_9};
