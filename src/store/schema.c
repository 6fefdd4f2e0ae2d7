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

const char *const isn_store_versions[ISN_STORE_VERSION] = {version_1, version_2};
