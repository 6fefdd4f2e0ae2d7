-- A store of version 7 in PostgreSQL, as its program left it: that of version 6, brought to it and linked.
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET client_min_messages = warning;
CREATE SCHEMA isnad;
CREATE FUNCTION isnad.add_month(parent text, month date) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE part text := parent || to_char(month, '_YYYY_MM');
BEGIN
  PERFORM pg_advisory_xact_lock(1769172580, 2);
  IF to_regclass(format('isnad.%I', part)) IS NULL THEN
    EXECUTE format('CREATE TABLE isnad.%I (LIKE isnad.%I INCLUDING STORAGE INCLUDING COMPRESSION)'
      ' WITH (toast_tuple_target = 8160)', part, parent);
    EXECUTE format('ALTER TABLE isnad.%I ATTACH PARTITION isnad.%I FOR VALUES FROM (%L) TO (%L)',
      parent, part, month, (month + interval '1 month')::date);
  END IF;
END $$;
CREATE FUNCTION isnad.date(day date, step text) RETURNS date
    LANGUAGE sql STABLE
    AS $_$SELECT ($1 + $2::interval)::date$_$;
CREATE FUNCTION isnad.isn_km(lat double precision, lon double precision, lat2 double precision, lon2 double precision) RETURNS double precision
    LANGUAGE sql IMMUTABLE
    AS $$
  SELECT 2 * 6371.0 * asin(sqrt(least(1, sin(radians(d - a) / 2) ^ 2 +
    cos(radians(a)) * cos(radians(d)) * sin(radians(e - b) / 2) ^ 2)))
  FROM (SELECT trunc(lat * 10000) / 10000 AS a, trunc(lon * 10000) / 10000 AS b,
    trunc(lat2 * 10000) / 10000 AS d, trunc(lon2 * 10000) / 10000 AS e) x $$;
CREATE FUNCTION isnad.isn_piece(text bytea, first integer, last integer) RETURNS bytea
    LANGUAGE sql IMMUTABLE
    AS $_$SELECT substring($1 FROM $2 + 1 FOR $3 - $2)$_$;
CREATE FUNCTION isnad.isn_print(VARIADIC said text[]) RETURNS uuid
    LANGUAGE sql IMMUTABLE
    AS $$
  SELECT encode(substr(sha256(convert_to(string_agg(coalesce(octet_length(v) || ':' || v,
    '-'), '' ORDER BY n), 'UTF8')), 1, 16), 'hex')::uuid
  FROM unnest(said) WITH ORDINALITY AS x(v, n) $$;
CREATE FUNCTION isnad.isn_text(piece bytea) RETURNS text
    LANGUAGE plpgsql IMMUTABLE
    AS $$
BEGIN RETURN convert_from(piece, 'UTF8') COLLATE "C";
EXCEPTION WHEN others THEN RETURN encode(piece, 'escape') COLLATE "C"; END $$;
CREATE FUNCTION isnad.joined(text, text, text) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $_$SELECT CASE WHEN $2 IS NULL THEN $1 WHEN $1 IS NULL THEN $2 ELSE $1 || $3 || $2 END$_$;
CREATE FUNCTION isnad.max(date, date) RETURNS date
    LANGUAGE sql IMMUTABLE
    AS $_$SELECT greatest($1, $2)$_$;
CREATE AGGREGATE isnad.group_concat(text, text) (
    SFUNC = isnad.joined,
    STYPE = text
);
CREATE TABLE isnad.about (
    version integer NOT NULL
);
CREATE TABLE isnad.actor_form (
    id integer NOT NULL,
    print uuid NOT NULL,
    text text COLLATE pg_catalog."C",
    actor_id text COLLATE pg_catalog."C",
    name text COLLATE pg_catalog."C",
    country text COLLATE pg_catalog."C",
    sector text COLLATE pg_catalog."C",
    inter smallint,
    folded text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE isnad.claim_row (
    id bigint NOT NULL,
    record bigint NOT NULL,
    number integer NOT NULL,
    form integer NOT NULL,
    anchor_start integer,
    anchor_end integer,
    date_start date,
    date_end date,
    deadline_start date,
    deadline_end date,
    refers_to integer,
    evidence_start integer,
    evidence_end integer,
    confidence smallint NOT NULL,
    date_text text COLLATE pg_catalog."C",
    deadline_text text COLLATE pg_catalog."C",
    parts integer[] NOT NULL
)
WITH (toast_tuple_target='8160');
CREATE VIEW isnad.actor AS
 SELECT c.id AS claim,
        CASE (c.parts[n.n] & 7)
            WHEN 0 THEN 'actor'::text
            ELSE 'recipient'::text
        END AS part,
    ((c.parts[n.n] >> 3))::smallint AS "position",
    f.text,
        CASE
            WHEN (c.parts[(n.n + 3)] > 0) THEN c.parts[(n.n + 2)]
            ELSE NULL::integer
        END AS start,
    NULLIF(c.parts[(n.n + 3)], 0) AS "end",
    f.actor_id,
    f.name,
    f.country,
    f.sector,
    f.inter,
    f.folded
   FROM ((isnad.claim_row c
     CROSS JOIN LATERAL generate_series(1, cardinality(c.parts), 4) n(n))
     JOIN isnad.actor_form f ON ((f.id = c.parts[(n.n + 1)])))
  WHERE ((c.parts[n.n] & 6) = 0);
CREATE TABLE isnad.article (
    id bigint NOT NULL,
    ident text NOT NULL COLLATE pg_catalog."C",
    month date NOT NULL,
    source text COLLATE pg_catalog."C",
    url text COLLATE pg_catalog."C"
);
CREATE TABLE isnad.body (
    article bigint NOT NULL,
    month date NOT NULL,
    text bytea NOT NULL,
    record bigint,
    packed bytea,
    why bytea
)
PARTITION BY RANGE (month);
ALTER TABLE ONLY isnad.body ALTER COLUMN text SET COMPRESSION lz4;
ALTER TABLE ONLY isnad.body ALTER COLUMN packed SET STORAGE EXTERNAL;
ALTER TABLE ONLY isnad.body ALTER COLUMN why SET STORAGE EXTERNAL;
CREATE VIEW isnad.article_text AS
 SELECT a.id,
    a.ident,
    b.text
   FROM (isnad.article a
     JOIN isnad.body b ON (((b.article = a.id) AND (b.month = a.month))));
CREATE TABLE isnad.record (
    id bigint NOT NULL,
    article bigint NOT NULL,
    revision integer NOT NULL,
    coder text NOT NULL COLLATE pg_catalog."C",
    knowledge text NOT NULL COLLATE pg_catalog."C",
    language text NOT NULL COLLATE pg_catalog."C",
    relevant boolean NOT NULL,
    relevance double precision NOT NULL,
    title text COLLATE pg_catalog."C",
    published date,
    published_from text NOT NULL COLLATE pg_catalog."C",
    outlet_id text COLLATE pg_catalog."C",
    outlet_name text COLLATE pg_catalog."C",
    folded text NOT NULL COLLATE pg_catalog."C"
);
CREATE VIEW isnad.articles AS
 SELECT a.id,
    a.ident,
    substr(a.ident, 1, 64) AS sha256,
    a.source,
    a.url,
    r.title,
    r.published,
    r.published_from,
    r.outlet_id,
    r.outlet_name AS outlet,
    r.language,
    r.relevant,
    r.relevance,
    r.id AS record,
    r.revision,
    r.coder,
    r.knowledge,
    r.folded,
    ( SELECT isnad.isn_text(b.text) AS isn_text
           FROM isnad.body b
          WHERE ((b.article = a.id) AND (b.month = a.month))) AS text
   FROM (isnad.article a
     JOIN isnad.record r ON ((r.article = a.id)))
  WHERE (NOT (EXISTS ( SELECT 1
           FROM isnad.record n
          WHERE ((n.article = r.article) AND (n.id > r.id)))));
CREATE TABLE isnad.band (
    hash bigint NOT NULL,
    article bigint NOT NULL
);
CREATE SEQUENCE isnad.block
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
CREATE TABLE isnad.body_2018_09 (
    article bigint NOT NULL,
    month date NOT NULL,
    text bytea NOT NULL,
    record bigint,
    packed bytea,
    why bytea
)
WITH (toast_tuple_target='8160');
ALTER TABLE ONLY isnad.body_2018_09 ALTER COLUMN text SET COMPRESSION lz4;
ALTER TABLE ONLY isnad.body_2018_09 ALTER COLUMN packed SET STORAGE EXTERNAL;
ALTER TABLE ONLY isnad.body_2018_09 ALTER COLUMN why SET STORAGE EXTERNAL;
CREATE TABLE isnad.body_2021_03 (
    article bigint NOT NULL,
    month date NOT NULL,
    text bytea NOT NULL,
    record bigint,
    packed bytea,
    why bytea
)
WITH (toast_tuple_target='8160');
ALTER TABLE ONLY isnad.body_2021_03 ALTER COLUMN text SET COMPRESSION lz4;
ALTER TABLE ONLY isnad.body_2021_03 ALTER COLUMN packed SET STORAGE EXTERNAL;
ALTER TABLE ONLY isnad.body_2021_03 ALTER COLUMN why SET STORAGE EXTERNAL;
CREATE TABLE isnad.body_2021_06 (
    article bigint NOT NULL,
    month date NOT NULL,
    text bytea NOT NULL,
    record bigint,
    packed bytea,
    why bytea
)
WITH (toast_tuple_target='8160');
ALTER TABLE ONLY isnad.body_2021_06 ALTER COLUMN text SET COMPRESSION lz4;
ALTER TABLE ONLY isnad.body_2021_06 ALTER COLUMN packed SET STORAGE EXTERNAL;
ALTER TABLE ONLY isnad.body_2021_06 ALTER COLUMN why SET STORAGE EXTERNAL;
CREATE TABLE isnad.body_2021_07 (
    article bigint NOT NULL,
    month date NOT NULL,
    text bytea NOT NULL,
    record bigint,
    packed bytea,
    why bytea
)
WITH (toast_tuple_target='8160');
ALTER TABLE ONLY isnad.body_2021_07 ALTER COLUMN text SET COMPRESSION lz4;
ALTER TABLE ONLY isnad.body_2021_07 ALTER COLUMN packed SET STORAGE EXTERNAL;
ALTER TABLE ONLY isnad.body_2021_07 ALTER COLUMN why SET STORAGE EXTERNAL;
CREATE TABLE isnad.change (
    id bigint NOT NULL,
    run bigint NOT NULL,
    event text NOT NULL COLLATE pg_catalog."C",
    what text NOT NULL COLLATE pg_catalog."C",
    note text COLLATE pg_catalog."C"
);
ALTER TABLE isnad.change ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME isnad.change_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE isnad.event (
    id text NOT NULL COLLATE pg_catalog."C",
    kind text NOT NULL COLLATE pg_catalog."C",
    status text NOT NULL COLLATE pg_catalog."C",
    successor text COLLATE pg_catalog."C",
    event_type text COLLATE pg_catalog."C",
    mode text COLLATE pg_catalog."C",
    date_start date,
    date_end date,
    date_precision smallint,
    deadline date,
    place text COLLATE pg_catalog."C",
    place_id text COLLATE pg_catalog."C",
    country text COLLATE pg_catalog."C",
    admin1 text COLLATE pg_catalog."C",
    lat double precision,
    lon double precision,
    place_precision smallint,
    basis text COLLATE pg_catalog."C",
    actors text COLLATE pg_catalog."C",
    recipients text COLLATE pg_catalog."C",
    sides integer NOT NULL,
    claims integer NOT NULL,
    articles integer NOT NULL,
    outlets integer NOT NULL,
    sources integer NOT NULL,
    first_told date,
    last_told date,
    outcome text COLLATE pg_catalog."C",
    born bigint NOT NULL,
    changed bigint NOT NULL,
    killed bigint,
    point public.geography(Point,4326) GENERATED ALWAYS AS ((public.st_setsrid(public.st_makepoint(lon, lat), 4326))::public.geography) STORED
);
CREATE VIEW isnad.changes AS
 SELECT change.id,
    change.run,
    change.event,
    change.what,
    change.note
   FROM isnad.change
UNION ALL
 SELECT NULL::bigint AS id,
    event.born AS run,
    event.id AS event,
    'created'::text AS what,
    NULL::text AS note
   FROM isnad.event;
CREATE TABLE isnad.claim_form (
    id integer NOT NULL,
    print uuid NOT NULL,
    type text NOT NULL COLLATE pg_catalog."C",
    main boolean NOT NULL,
    event_type text COLLATE pg_catalog."C",
    mode text COLLATE pg_catalog."C",
    contexts text NOT NULL COLLATE pg_catalog."C",
    polarity text NOT NULL COLLATE pg_catalog."C",
    modality text NOT NULL COLLATE pg_catalog."C",
    anchor text COLLATE pg_catalog."C",
    date_precision smallint,
    quoted text NOT NULL COLLATE pg_catalog."C"
);
CREATE VIEW isnad.claim AS
 SELECT c.id,
    c.record,
    ('c'::text || c.number) AS name,
    f.type,
    f.main,
    f.event_type,
    f.mode,
    f.contexts,
    f.polarity,
    f.modality,
    f.anchor,
    c.anchor_start,
    c.anchor_end,
    c.date_start,
    c.date_end,
    f.date_precision,
    c.date_text,
    c.deadline_start,
    c.deadline_end,
    c.deadline_text,
    f.quoted,
    ('c'::text || c.refers_to) AS refers_to,
    c.evidence_start,
    c.evidence_end,
    ((c.confidence)::double precision / (100.0)::double precision) AS confidence
   FROM (isnad.claim_row c
     LEFT JOIN isnad.claim_form f ON ((f.id = c.form)));
CREATE TABLE isnad.link_form (
    id integer NOT NULL,
    print uuid NOT NULL,
    text text COLLATE pg_catalog."C",
    name text COLLATE pg_catalog."C",
    actor_id text COLLATE pg_catalog."C",
    role text COLLATE pg_catalog."C",
    named boolean NOT NULL,
    party boolean NOT NULL,
    channel text COLLATE pg_catalog."C",
    verb text COLLATE pg_catalog."C",
    folded text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE isnad.place_form (
    id integer NOT NULL,
    print uuid NOT NULL,
    text text COLLATE pg_catalog."C",
    place_id text COLLATE pg_catalog."C",
    name text COLLATE pg_catalog."C",
    country text COLLATE pg_catalog."C",
    admin1 text COLLATE pg_catalog."C",
    lat double precision,
    lon double precision,
    "precision" smallint,
    basis text COLLATE pg_catalog."C",
    folded text NOT NULL COLLATE pg_catalog."C"
);
CREATE VIEW isnad.claims AS
 SELECT (((substr(a.ident, 1, 16) || substr(a.ident, 65)) || ':c'::text) || c.number) AS key,
    a.source,
    a.url,
    a.title,
    a.published,
    a.outlet,
    c.id,
    c.record,
    ('c'::text || c.number) AS name,
    f.type,
    f.main,
    f.event_type,
    f.mode,
    f.contexts,
    f.polarity,
    f.modality,
    f.anchor,
    c.anchor_start,
    c.anchor_end,
    c.date_start,
    c.date_end,
    f.date_precision,
    c.date_text,
    c.deadline_start,
    c.deadline_end,
    c.deadline_text,
    f.quoted,
    ('c'::text || c.refers_to) AS refers_to,
    c.evidence_start,
    c.evidence_end,
    ((c.confidence)::double precision / (100.0)::double precision) AS confidence,
    ( SELECT isnad.isn_text(isnad.isn_piece(t.text, c.evidence_start, c.evidence_end)) AS isn_text
           FROM isnad.article_text t
          WHERE (t.id = a.id)) AS evidence,
    ( SELECT string_agg(COALESCE(f_1.text, f_1.name), '; '::text ORDER BY n.n) AS string_agg
           FROM (generate_series(1, cardinality(c.parts), 4) n(n)
             JOIN isnad.actor_form f_1 ON ((f_1.id = c.parts[(n.n + 1)])))
          WHERE ((c.parts[n.n] & 7) = 0)) AS actors,
    ( SELECT string_agg(COALESCE(f_1.text, f_1.name), '; '::text ORDER BY n.n) AS string_agg
           FROM (generate_series(1, cardinality(c.parts), 4) n(n)
             JOIN isnad.actor_form f_1 ON ((f_1.id = c.parts[(n.n + 1)])))
          WHERE ((c.parts[n.n] & 7) = 1)) AS recipients,
    ( SELECT string_agg(COALESCE(f_1.text, f_1.name), '; '::text ORDER BY n.n) AS string_agg
           FROM (generate_series(1, cardinality(c.parts), 4) n(n)
             JOIN isnad.place_form f_1 ON ((f_1.id = c.parts[(n.n + 1)])))
          WHERE ((c.parts[n.n] & 7) = 3)) AS places,
    ( SELECT (public.st_setsrid(public.st_makepoint(f_1.lon, f_1.lat), 4326))::public.geography AS st_setsrid
           FROM (generate_series(1, cardinality(c.parts), 4) n(n)
             JOIN isnad.place_form f_1 ON ((f_1.id = c.parts[(n.n + 1)])))
          WHERE (((c.parts[n.n] & 7) = 3) AND (f_1.lat IS NOT NULL))
          ORDER BY f_1."precision", n.n
         LIMIT 1) AS point,
    ( SELECT COALESCE(f_1.text, f_1.name) AS "coalesce"
           FROM (generate_series(1, cardinality(c.parts), 4) n(n)
             JOIN isnad.link_form f_1 ON ((f_1.id = c.parts[(n.n + 1)])))
          WHERE (c.parts[n.n] = 4)) AS origin,
    ( SELECT string_agg(COALESCE(f_1.text, f_1.name), ' > '::text ORDER BY n.n) AS string_agg
           FROM (generate_series(1, cardinality(c.parts), 4) n(n)
             JOIN isnad.link_form f_1 ON ((f_1.id = c.parts[(n.n + 1)])))
          WHERE ((c.parts[n.n] & 7) = 4)) AS chain
   FROM ((isnad.articles a
     JOIN isnad.claim_row c ON ((c.record = a.record)))
     LEFT JOIN isnad.claim_form f ON ((f.id = c.form)));
CREATE TABLE isnad.recoding (
    record bigint NOT NULL,
    month date NOT NULL,
    packed bytea NOT NULL,
    why bytea NOT NULL
)
WITH (toast_tuple_target='8160');
ALTER TABLE ONLY isnad.recoding ALTER COLUMN packed SET STORAGE EXTERNAL;
ALTER TABLE ONLY isnad.recoding ALTER COLUMN why SET STORAGE EXTERNAL;
CREATE VIEW isnad.coding AS
 SELECT b.record,
    b.month,
    b.packed,
    b.why
   FROM ((isnad.record r
     JOIN isnad.article a ON ((a.id = r.article)))
     JOIN isnad.body b ON (((b.article = a.id) AND (b.month = a.month) AND (b.record = r.id))))
UNION ALL
 SELECT recoding.record,
    recoding.month,
    recoding.packed,
    recoding.why
   FROM isnad.recoding;
CREATE TABLE isnad.follow (
    commitment text NOT NULL COLLATE pg_catalog."C",
    claim text NOT NULL COLLATE pg_catalog."C",
    verdict text NOT NULL COLLATE pg_catalog."C",
    note date
);
CREATE VIEW isnad.commitments AS
 SELECT e.id,
    e.actors,
    e.recipients,
    e.event_type,
    e.mode,
    e.deadline,
    e.first_told,
    e.claims,
    e.sources,
    e.outcome,
    ( SELECT string_agg(((follow.verdict || ' '::text) || follow.claim), '; '::text ORDER BY follow.claim) AS string_agg
           FROM isnad.follow
          WHERE (follow.commitment = e.id)) AS reports
   FROM isnad.event e
  WHERE ((e.status = 'active'::text) AND (e.kind = 'commitment'::text));
CREATE TABLE isnad.contradiction (
    record bigint NOT NULL,
    "position" smallint NOT NULL,
    claim_a text NOT NULL COLLATE pg_catalog."C",
    claim_b text NOT NULL COLLATE pg_catalog."C",
    field text COLLATE pg_catalog."C",
    note text COLLATE pg_catalog."C"
);
CREATE TABLE isnad.figure_form (
    id integer NOT NULL,
    print uuid NOT NULL,
    what text NOT NULL COLLATE pg_catalog."C",
    low bigint,
    best bigint,
    high bigint,
    quantity text NOT NULL COLLATE pg_catalog."C",
    harm_term text COLLATE pg_catalog."C",
    who text COLLATE pg_catalog."C",
    side text NOT NULL COLLATE pg_catalog."C",
    group_id text COLLATE pg_catalog."C",
    text text COLLATE pg_catalog."C",
    unit text COLLATE pg_catalog."C",
    rule text COLLATE pg_catalog."C"
);
CREATE VIEW isnad.figure AS
 SELECT ((c.id * 65536) + ((n.n + 3) / 4)) AS id,
    c.id AS claim,
    ((c.id * 65536) + NULLIF((c.parts[n.n] >> 3), 0)) AS of_whom,
    f.what,
    f.low,
    f.best,
    f.high,
    f.quantity,
    f.harm_term,
    f.who,
    f.side,
    f.group_id,
    f.text,
        CASE
            WHEN (c.parts[(n.n + 3)] > 0) THEN c.parts[(n.n + 2)]
            ELSE NULL::integer
        END AS start,
    NULLIF(c.parts[(n.n + 3)], 0) AS "end",
    f.unit,
    f.rule
   FROM ((isnad.claim_row c
     CROSS JOIN LATERAL generate_series(1, cardinality(c.parts), 4) n(n))
     JOIN isnad.figure_form f ON ((f.id = c.parts[(n.n + 1)])))
  WHERE ((c.parts[n.n] & 7) = 2);
CREATE VIEW isnad.counts AS
 SELECT c.key,
    c.published,
    c.outlet,
    c.type,
    c.main,
    c.event_type,
    c.polarity,
    c.modality,
    c.date_start,
    c.date_end,
    c.places,
    c.origin,
    f.id,
    f.claim,
    f.of_whom,
    f.what,
    f.low,
    f.best,
    f.high,
    f.quantity,
    f.harm_term,
    f.who,
    f.side,
    f.group_id,
    f.text,
    f.start,
    f."end",
    f.unit,
    f.rule
   FROM (isnad.claims c
     JOIN isnad.figure f ON ((f.claim = c.id)))
  WHERE (f.of_whom IS NULL);
CREATE TABLE isnad.cover (
    total text NOT NULL COLLATE pg_catalog."C",
    event text NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE isnad.decision (
    id bigint NOT NULL,
    same boolean NOT NULL,
    a_article text NOT NULL COLLATE pg_catalog."C",
    a_start integer NOT NULL,
    a_end integer NOT NULL,
    b_article text NOT NULL COLLATE pg_catalog."C",
    b_start integer NOT NULL,
    b_end integer NOT NULL,
    coder text COLLATE pg_catalog."C",
    note text COLLATE pg_catalog."C",
    at text NOT NULL COLLATE pg_catalog."C",
    undone text COLLATE pg_catalog."C"
);
ALTER TABLE isnad.decision ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME isnad.decision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE isnad.dispute (
    event text NOT NULL COLLATE pg_catalog."C",
    "position" integer NOT NULL,
    claim_a text NOT NULL COLLATE pg_catalog."C",
    claim_b text NOT NULL COLLATE pg_catalog."C",
    field text NOT NULL COLLATE pg_catalog."C",
    note text COLLATE pg_catalog."C"
);
CREATE TABLE isnad.entry (
    claim bigint NOT NULL,
    key text NOT NULL COLLATE pg_catalog."C",
    article bigint NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    event_type text NOT NULL COLLATE pg_catalog."C",
    first integer,
    last integer,
    event text COLLATE pg_catalog."C",
    score integer,
    source integer,
    superseded boolean DEFAULT false NOT NULL,
    dirty smallint DEFAULT 1 NOT NULL,
    outline bytea,
    reason integer,
    likest bigint
);
CREATE TABLE isnad.estimate (
    event text NOT NULL COLLATE pg_catalog."C",
    what text NOT NULL COLLATE pg_catalog."C",
    rule text NOT NULL COLLATE pg_catalog."C",
    low bigint,
    best bigint,
    high bigint,
    sources integer NOT NULL
);
CREATE TABLE isnad.event_source_row (
    event text NOT NULL COLLATE pg_catalog."C",
    "position" integer NOT NULL,
    source integer NOT NULL,
    claims integer NOT NULL,
    outlets integer NOT NULL
);
CREATE TABLE isnad.source_form (
    id integer NOT NULL,
    name text COLLATE pg_catalog."C",
    actor_id text COLLATE pg_catalog."C",
    role text COLLATE pg_catalog."C",
    named boolean NOT NULL,
    party boolean NOT NULL
);
CREATE VIEW isnad.event_source AS
 SELECT s.event,
    s."position",
    f.name,
    f.actor_id,
    f.role,
    f.named,
    f.party,
    s.claims,
    s.outlets
   FROM (isnad.event_source_row s
     JOIN isnad.source_form f ON ((f.id = s.source)));
CREATE VIEW isnad.events AS
 SELECT e.id,
    e.kind,
    e.status,
    e.successor,
    e.event_type,
    e.mode,
    e.date_start,
    e.date_end,
    e.date_precision,
    e.deadline,
    e.place,
    e.place_id,
    e.country,
    e.admin1,
    e.lat,
    e.lon,
    e.place_precision,
    e.basis,
    e.actors,
    e.recipients,
    e.sides,
    e.claims,
    e.articles,
    e.outlets,
    e.sources,
    e.first_told,
    e.last_told,
    e.outcome,
    e.born,
    e.changed,
    e.killed,
    e.point,
    k.low AS killed_low,
    k.best AS killed_best,
    k.high AS killed_high,
    w.low AS wounded_low,
    w.best AS wounded_best,
    w.high AS wounded_high,
    ( SELECT string_agg(cover.total, '; '::text ORDER BY cover.total) AS string_agg
           FROM isnad.cover
          WHERE (cover.event = e.id)) AS within_totals
   FROM ((isnad.event e
     LEFT JOIN isnad.estimate k ON (((k.event = e.id) AND (k.what = 'killed'::text) AND (k.rule = 'ucdp'::text))))
     LEFT JOIN isnad.estimate w ON (((w.event = e.id) AND (w.what = 'wounded'::text) AND (w.rule = 'ucdp'::text))))
  WHERE ((e.status = 'active'::text) AND (e.kind = 'incident'::text));
CREATE SEQUENCE isnad.form_id
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    MAXVALUE 8388606
    CACHE 1;
CREATE VIEW isnad.forms_named AS
 SELECT c.id AS claim,
    c.record,
    ARRAY( SELECT c.parts[(n.n + 1)] AS parts
           FROM generate_series(1, cardinality(c.parts), 4) n(n)
          WHERE ((c.parts[n.n] & 7) <> 2)) AS forms
   FROM isnad.claim_row c;
CREATE VIEW isnad.incidents AS
 SELECT claims.key,
    claims.source,
    claims.url,
    claims.title,
    claims.published,
    claims.outlet,
    claims.id,
    claims.record,
    claims.name,
    claims.type,
    claims.main,
    claims.event_type,
    claims.mode,
    claims.contexts,
    claims.polarity,
    claims.modality,
    claims.anchor,
    claims.anchor_start,
    claims.anchor_end,
    claims.date_start,
    claims.date_end,
    claims.date_precision,
    claims.date_text,
    claims.deadline_start,
    claims.deadline_end,
    claims.deadline_text,
    claims.quoted,
    claims.refers_to,
    claims.evidence_start,
    claims.evidence_end,
    claims.confidence,
    claims.evidence,
    claims.actors,
    claims.recipients,
    claims.places,
    claims.point,
    claims.origin,
    claims.chain
   FROM isnad.claims
  WHERE ((claims.type = 'incident'::text) AND claims.main AND (claims.polarity = 'positive'::text) AND (claims.modality = 'actual'::text));
CREATE VIEW isnad.link AS
 SELECT c.id AS claim,
    ((c.parts[n.n] >> 3))::smallint AS "position",
    f.text,
        CASE
            WHEN (c.parts[(n.n + 3)] > 0) THEN c.parts[(n.n + 2)]
            ELSE NULL::integer
        END AS start,
    NULLIF(c.parts[(n.n + 3)], 0) AS "end",
    f.name,
    f.actor_id,
    f.role,
    f.named,
    f.party,
    f.channel,
    f.verb,
    f.folded
   FROM ((isnad.claim_row c
     CROSS JOIN LATERAL generate_series(1, cardinality(c.parts), 4) n(n))
     JOIN isnad.link_form f ON ((f.id = c.parts[(n.n + 1)])))
  WHERE ((c.parts[n.n] & 7) = 4);
CREATE TABLE isnad.named (
    claim bigint NOT NULL,
    forms integer[] NOT NULL
);
CREATE TABLE isnad.pair (
    a bigint NOT NULL,
    b bigint NOT NULL,
    score integer NOT NULL
);
CREATE VIEW isnad.place AS
 SELECT c.id AS claim,
    ((c.parts[n.n] >> 3))::smallint AS "position",
    f.text,
        CASE
            WHEN (c.parts[(n.n + 3)] > 0) THEN c.parts[(n.n + 2)]
            ELSE NULL::integer
        END AS start,
    NULLIF(c.parts[(n.n + 3)], 0) AS "end",
    f.place_id,
    f.name,
    f.country,
    f.admin1,
    f.lat,
    f.lon,
    f."precision",
    f.basis,
    f.folded
   FROM ((isnad.claim_row c
     CROSS JOIN LATERAL generate_series(1, cardinality(c.parts), 4) n(n))
     JOIN isnad.place_form f ON ((f.id = c.parts[(n.n + 1)])))
  WHERE ((c.parts[n.n] & 7) = 3);
CREATE TABLE isnad.quote (
    record bigint NOT NULL,
    "position" smallint NOT NULL,
    text text COLLATE pg_catalog."C",
    start integer,
    "end" integer,
    speaker text COLLATE pg_catalog."C"
);
CREATE TABLE isnad.reason (
    id integer NOT NULL,
    text text NOT NULL COLLATE pg_catalog."C"
);
CREATE VIEW isnad.reasons AS
 SELECT e.claim,
    e.key,
    e.event,
    e.score,
    (r.text || COALESCE(('; likest to '::text || ( SELECT entry.key
           FROM isnad.entry
          WHERE (entry.claim = e.likest))), ''::text)) AS reasons
   FROM (isnad.entry e
     JOIN isnad.reason r ON ((r.id = e.reason)));
CREATE VIEW isnad.stances AS
 SELECT e.event,
    x.actor_id,
    COALESCE(x.name, x.text) AS actor,
        CASE
            WHEN (k.actor_id = x.actor_id) THEN 'claimed'::text
            ELSE 'attributed'::text
        END AS stance,
    e.key AS claim,
    k.name AS source
   FROM (((((isnad.entry e
     JOIN isnad.claim_row c ON ((c.id = e.claim)))
     JOIN isnad.claim_form f ON (((f.id = c.form) AND (f.polarity = 'positive'::text))))
     CROSS JOIN LATERAL generate_series(1, cardinality(c.parts), 4) n(n))
     JOIN isnad.actor_form x ON (((x.id = c.parts[(n.n + 1)]) AND ((c.parts[n.n] & 7) = 0))))
     LEFT JOIN isnad.link_form k ON ((k.id = ( SELECT c.parts[(n_1.n + 1)] AS parts
           FROM generate_series(1, cardinality(c.parts), 4) n_1(n)
          WHERE (c.parts[n_1.n] = 4)))))
  WHERE (e.kind = 'incident'::text)
UNION ALL
 SELECT e.event,
    x.actor_id,
    COALESCE(x.name, x.text) AS actor,
        CASE
            WHEN (k.actor_id = x.actor_id) THEN 'claimed'::text
            ELSE 'attributed'::text
        END AS stance,
    t.key AS claim,
    k.name AS source
   FROM (((((((isnad.entry e
     JOIN isnad.claim_row o ON ((o.id = e.claim)))
     JOIN isnad.claim_form p ON (((p.id = o.form) AND (p.polarity = 'positive'::text))))
     JOIN LATERAL ( SELECT c_1.id,
            c_1.parts,
            s.event_type,
            s.mode
           FROM (isnad.claim_row c_1
             JOIN LATERAL ( SELECT claim_form.id,
                    claim_form.print,
                    claim_form.type,
                    claim_form.main,
                    claim_form.event_type,
                    claim_form.mode,
                    claim_form.contexts,
                    claim_form.polarity,
                    claim_form.modality,
                    claim_form.anchor,
                    claim_form.date_precision,
                    claim_form.quoted
                   FROM isnad.claim_form
                  WHERE (claim_form.id = c_1.form)
                 OFFSET 0) s ON (((s.type = 'statement'::text) AND (s.polarity = 'positive'::text) AND (s.event_type = p.event_type) AND COALESCE((s.mode = p.mode), true))))
          WHERE (c_1.record = o.record)
         OFFSET 0) c ON (true))
     JOIN isnad.entry t ON ((t.claim = c.id)))
     CROSS JOIN LATERAL generate_series(1, cardinality(c.parts), 4) n(n))
     JOIN isnad.actor_form x ON (((x.id = c.parts[(n.n + 1)]) AND ((c.parts[n.n] & 7) = 0))))
     LEFT JOIN isnad.link_form k ON ((k.id = ( SELECT c.parts[(n_1.n + 1)] AS parts
           FROM generate_series(1, cardinality(c.parts), 4) n_1(n)
          WHERE (c.parts[n_1.n] = 4)))))
  WHERE ((e.kind = 'incident'::text) AND (1 = ( SELECT count(DISTINCT q.event) AS count
           FROM ((isnad.claim_row w
             JOIN LATERAL ( SELECT claim_form.id,
                    claim_form.print,
                    claim_form.type,
                    claim_form.main,
                    claim_form.event_type,
                    claim_form.mode,
                    claim_form.contexts,
                    claim_form.polarity,
                    claim_form.modality,
                    claim_form.anchor,
                    claim_form.date_precision,
                    claim_form.quoted
                   FROM isnad.claim_form
                  WHERE (claim_form.id = w.form)
                 OFFSET 0) g ON (((g.polarity = 'positive'::text) AND (g.event_type = c.event_type) AND COALESCE((g.mode = c.mode), true))))
             JOIN isnad.entry q ON (((q.claim = w.id) AND (q.kind = 'incident'::text))))
          WHERE (w.record = o.record))))
UNION ALL
 SELECT e.event,
    x.actor_id,
    COALESCE(x.name, x.text) AS actor,
    'denied'::text AS stance,
    t.key AS claim,
    k.name AS source
   FROM (((((((isnad.entry e
     JOIN isnad.claim_row o ON ((o.id = e.claim)))
     JOIN isnad.claim_row c ON (((c.record = o.record) AND (c.refers_to = o.number))))
     JOIN LATERAL ( SELECT claim_form.id,
            claim_form.print,
            claim_form.type,
            claim_form.main,
            claim_form.event_type,
            claim_form.mode,
            claim_form.contexts,
            claim_form.polarity,
            claim_form.modality,
            claim_form.anchor,
            claim_form.date_precision,
            claim_form.quoted
           FROM isnad.claim_form
          WHERE (claim_form.id = c.form)
         OFFSET 0) s ON ((s.type = 'denial'::text)))
     JOIN isnad.entry t ON ((t.claim = c.id)))
     CROSS JOIN LATERAL generate_series(1, cardinality(c.parts), 4) n(n))
     JOIN isnad.actor_form x ON (((x.id = c.parts[(n.n + 1)]) AND ((c.parts[n.n] & 7) = 0))))
     JOIN isnad.link_form k ON (((k.id = ( SELECT c.parts[(n_1.n + 1)] AS parts
           FROM generate_series(1, cardinality(c.parts), 4) n_1(n)
          WHERE (c.parts[n_1.n] = 4))) AND (k.actor_id = x.actor_id))))
  WHERE (e.kind = 'incident'::text);
CREATE VIEW isnad.responsibility AS
 SELECT x.event,
    x.actor_id,
    x.actor,
        CASE
            WHEN x.denied THEN 'contested'::text
            WHEN (NOT x.claimed) THEN 'attributed'::text
            WHEN (count(*) FILTER (WHERE x.claimed) OVER (PARTITION BY x.event) > 1) THEN 'contested'::text
            ELSE 'claimed'::text
        END AS status,
    x.claims,
    x.sources
   FROM ( SELECT stances.event,
            min(stances.actor_id) AS actor_id,
            min(stances.actor) AS actor,
            bool_or((stances.stance = 'denied'::text)) AS denied,
            bool_or((stances.stance = 'claimed'::text)) AS claimed,
            count(DISTINCT stances.claim) AS claims,
            string_agg(DISTINCT stances.source, ','::text) AS sources
           FROM isnad.stances
          GROUP BY stances.event, COALESCE(stances.actor_id, stances.actor)) x;
CREATE TABLE isnad.review (
    id bigint NOT NULL,
    article text NOT NULL COLLATE pg_catalog."C",
    name text COLLATE pg_catalog."C",
    start integer NOT NULL,
    "end" integer NOT NULL,
    act text NOT NULL COLLATE pg_catalog."C",
    field text COLLATE pg_catalog."C",
    value text COLLATE pg_catalog."C",
    coder text NOT NULL COLLATE pg_catalog."C",
    note text COLLATE pg_catalog."C",
    final boolean NOT NULL,
    at text NOT NULL COLLATE pg_catalog."C",
    undone text COLLATE pg_catalog."C",
    CONSTRAINT review_act_check CHECK ((act = ANY (ARRAY['accept'::text, 'correct'::text, 'reject'::text, 'note'::text, 'add'::text])))
);
ALTER TABLE isnad.review ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME isnad.review_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE VIEW isnad.reviews AS
 SELECT v.id,
    ((substr(v.article, 1, 16) || substr(v.article, 65)) || COALESCE((':'::text || c.name), ''::text)) AS claim,
    v.claim_row,
    v.act,
    v.field,
    v.value,
    v.coder,
    v.note,
    v.final,
    v.at
   FROM (( SELECT w.id,
            w.article,
            w.name,
            w.start,
            w."end",
            w.act,
            w.field,
            w.value,
            w.coder,
            w.note,
            w.final,
            w.at,
            w.undone,
                CASE
                    WHEN (w.name IS NOT NULL) THEN COALESCE(( SELECT o.id
                       FROM (isnad.article a
                         JOIN isnad.claim o ON ((o.record = ( SELECT max(record.id) AS max
                               FROM isnad.record
                              WHERE (record.article = a.id)))))
                      WHERE ((a.ident = w.article) AND (o.anchor_start = w.start) AND (o.anchor_end = w."end") AND (o.name = w.name))), ( SELECT min(o.id) AS min
                       FROM (isnad.article a
                         JOIN isnad.claim o ON ((o.record = ( SELECT max(record.id) AS max
                               FROM isnad.record
                              WHERE (record.article = a.id)))))
                      WHERE ((a.ident = w.article) AND (o.anchor_start = w.start) AND (o.anchor_end = w."end"))))
                    ELSE NULL::bigint
                END AS claim_row
           FROM isnad.review w
          WHERE (w.undone IS NULL)) v
     LEFT JOIN isnad.claim c ON ((c.id = v.claim_row)))
  WHERE ((v.name IS NULL) OR (c.id IS NOT NULL));
CREATE TABLE isnad.run (
    id bigint NOT NULL,
    at text NOT NULL COLLATE pg_catalog."C",
    program text NOT NULL COLLATE pg_catalog."C",
    claims integer NOT NULL,
    events integer NOT NULL
);
ALTER TABLE isnad.run ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME isnad.run_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE isnad.sketch (
    article bigint NOT NULL,
    hashes bytea NOT NULL,
    twin text NOT NULL COLLATE pg_catalog."C"
);
CREATE VIEW isnad.sources AS
 SELECT l.name,
    l.actor_id AS id,
    l.role,
    l.named,
    l.party,
    count(DISTINCT e.event) AS events,
    count(*) AS claims,
    count(DISTINCT c.record) AS articles,
    count(DISTINCT a.outlet) AS outlets,
    min(a.published) AS first,
    max(a.published) AS last
   FROM (((isnad.link l
     JOIN isnad.claim c ON ((c.id = l.claim)))
     JOIN isnad.articles a ON ((a.record = c.record)))
     LEFT JOIN isnad.entry e ON ((e.claim = c.id)))
  WHERE (l."position" = 0)
  GROUP BY l.name, l.actor_id, l.role, l.named, l.party;
CREATE VIEW isnad.tallies AS
 SELECT claims.key,
    claims.source,
    claims.url,
    claims.title,
    claims.published,
    claims.outlet,
    claims.id,
    claims.record,
    claims.name,
    claims.type,
    claims.main,
    claims.event_type,
    claims.mode,
    claims.contexts,
    claims.polarity,
    claims.modality,
    claims.anchor,
    claims.anchor_start,
    claims.anchor_end,
    claims.date_start,
    claims.date_end,
    claims.date_precision,
    claims.date_text,
    claims.deadline_start,
    claims.deadline_end,
    claims.deadline_text,
    claims.quoted,
    claims.refers_to,
    claims.evidence_start,
    claims.evidence_end,
    claims.confidence,
    claims.evidence,
    claims.actors,
    claims.recipients,
    claims.places,
    claims.point,
    claims.origin,
    claims.chain
   FROM isnad.claims
  WHERE ((claims.type = ANY (ARRAY['tally'::text, 'aggregate'::text])) AND claims.main);
CREATE VIEW isnad.telling AS
 SELECT c.id AS claim,
    ((c.parts[n.n] >> 13))::smallint AS number,
    (((c.parts[n.n] >> 3) & 1023))::smallint AS "position",
    f.text,
        CASE
            WHEN (c.parts[(n.n + 3)] > 0) THEN c.parts[(n.n + 2)]
            ELSE NULL::integer
        END AS start,
    NULLIF(c.parts[(n.n + 3)], 0) AS "end",
    f.name,
    f.actor_id,
    f.role,
    f.named,
    f.party,
    f.channel,
    f.verb,
    f.folded
   FROM ((isnad.claim_row c
     CROSS JOIN LATERAL generate_series(1, cardinality(c.parts), 4) n(n))
     JOIN isnad.link_form f ON ((f.id = c.parts[(n.n + 1)])))
  WHERE ((c.parts[n.n] & 7) = 5);
CREATE VIEW isnad.totals AS
SELECT
    NULL::text COLLATE pg_catalog."C" AS id,
    NULL::text COLLATE pg_catalog."C" AS kind,
    NULL::text COLLATE pg_catalog."C" AS event_type,
    NULL::date AS date_start,
    NULL::date AS date_end,
    NULL::text COLLATE pg_catalog."C" AS place,
    NULL::text COLLATE pg_catalog."C" AS what,
    NULL::bigint AS low,
    NULL::bigint AS best,
    NULL::bigint AS high,
    NULL::bigint AS events,
    NULL::bigint AS in_events,
    NULL::bigint AS gap;
CREATE TABLE isnad.twin_pair (
    a bigint NOT NULL,
    b bigint NOT NULL,
    share integer NOT NULL
);
CREATE TABLE isnad.unindexed_run (
    first bigint NOT NULL,
    last bigint NOT NULL
);
CREATE VIEW isnad.unindexed AS
 SELECT article.article
   FROM isnad.unindexed_run,
    LATERAL generate_series(unindexed_run.first, unindexed_run.last) article(article);
CREATE TABLE isnad.unlinked_run (
    first bigint NOT NULL,
    last bigint NOT NULL
);
CREATE VIEW isnad.unlinked AS
 SELECT id.id
   FROM isnad.unlinked_run,
    LATERAL generate_series(unlinked_run.first, unlinked_run.last) id(id);
CREATE TABLE isnad.word (
    article bigint NOT NULL,
    month date NOT NULL,
    words tsvector NOT NULL
)
PARTITION BY RANGE (month);
CREATE TABLE isnad.word_2018_09 (
    article bigint NOT NULL,
    month date NOT NULL,
    words tsvector NOT NULL
)
WITH (toast_tuple_target='8160');
CREATE TABLE isnad.word_2021_03 (
    article bigint NOT NULL,
    month date NOT NULL,
    words tsvector NOT NULL
)
WITH (toast_tuple_target='8160');
CREATE TABLE isnad.word_2021_06 (
    article bigint NOT NULL,
    month date NOT NULL,
    words tsvector NOT NULL
)
WITH (toast_tuple_target='8160');
CREATE TABLE isnad.word_2021_07 (
    article bigint NOT NULL,
    month date NOT NULL,
    words tsvector NOT NULL
)
WITH (toast_tuple_target='8160');
ALTER TABLE ONLY isnad.body ATTACH PARTITION isnad.body_2018_09 FOR VALUES FROM ('2018-09-01') TO ('2018-10-01');
ALTER TABLE ONLY isnad.body ATTACH PARTITION isnad.body_2021_03 FOR VALUES FROM ('2021-03-01') TO ('2021-04-01');
ALTER TABLE ONLY isnad.body ATTACH PARTITION isnad.body_2021_06 FOR VALUES FROM ('2021-06-01') TO ('2021-07-01');
ALTER TABLE ONLY isnad.body ATTACH PARTITION isnad.body_2021_07 FOR VALUES FROM ('2021-07-01') TO ('2021-08-01');
ALTER TABLE ONLY isnad.word ATTACH PARTITION isnad.word_2018_09 FOR VALUES FROM ('2018-09-01') TO ('2018-10-01');
ALTER TABLE ONLY isnad.word ATTACH PARTITION isnad.word_2021_03 FOR VALUES FROM ('2021-03-01') TO ('2021-04-01');
ALTER TABLE ONLY isnad.word ATTACH PARTITION isnad.word_2021_06 FOR VALUES FROM ('2021-06-01') TO ('2021-07-01');
ALTER TABLE ONLY isnad.word ATTACH PARTITION isnad.word_2021_07 FOR VALUES FROM ('2021-07-01') TO ('2021-08-01');
INSERT INTO isnad.about VALUES
	(7);
INSERT INTO isnad.actor_form VALUES
	(17, 'b0dd0410-3ecc-4017-3e07-09c5662b5568', 'مدنيين', NULL, NULL, 'YEM', 'CVL', NULL, 'مدنيين|'),
	(18, '649ef22b-ecc0-36d8-8de6-a65de30a123b', 'طيران التحالف', 'coalition', 'coalition', NULL, 'MIL', 8, 'طيران التحالف| coalition'),
	(19, 'e7920025-4b32-a9c6-3037-1a3cc09ae5cf', 'ولي العهد السعودي', NULL, NULL, 'SAU', 'GOV', 1, 'ولي العهد السعودي|'),
	(20, '8814643c-019e-751c-7bec-3a439ac6274b', 'الأطراف', NULL, NULL, 'YEM', NULL, NULL, 'الاطراف|'),
	(21, 'dfc646dd-bb4c-d330-a0d9-148ef3c8ee34', 'المتحدث باسم السفارة الأميركية في بغداد، جون كارتر', NULL, NULL, 'USA', 'GOV', NULL, 'المتحدث باسم السفاره الاميركيه في بغداد جون كارتر|'),
	(22, '3f998b3a-eace-05cb-3af3-6d408e03a361', 'القوات الأجنبية', NULL, NULL, NULL, 'MIL', 8, 'القوات الاجنبيه|'),
	(23, 'bdddec7c-dd6b-523f-3140-7d212ed0613b', 'قواته', NULL, NULL, 'SYR', 'MIL', 1, 'قواته|'),
	(24, '353c67f8-7337-a346-c57d-ccbebd5305d3', 'البلدين', NULL, NULL, 'IRQ', 'GOV', NULL, 'البلدين|'),
	(25, 'cf9d9f69-879d-134a-09fb-11676c23cd22', 'سجينا', NULL, NULL, 'IRQ', NULL, NULL, 'سجينا|'),
	(26, '4cb6edbf-6fad-0046-4b69-f45da244a12a', 'جنديان', NULL, NULL, 'IRQ', 'MIL', NULL, 'جنديان|'),
	(27, 'dc07c512-85e0-9392-a2ae-b511d3b1bdbf', 'الحكومة العراقية', NULL, NULL, 'IRQ', 'GOV', 1, 'الحكومه العراقيه|'),
	(28, '4f5c5033-02dd-abd5-26db-61a82f48442e', 'مدنيين', NULL, NULL, 'SYR', 'CVL', NULL, 'مدنيين|'),
	(29, '363b797b-3681-c0e0-d252-85b66e4b6b4c', 'واشنطن', 'us-washington', 'Washington', 'USA', 'GOV', NULL, 'واشنطن| washington'),
	(30, '7a32c6a7-9a16-79f6-8790-7cb3b661d02d', 'رئيس الوزراء العراقي مصطفى الكاظمي', 'mustafa-kadhimi', 'Mustafa al-Kadhimi', 'IRQ', 'GOV', 1, 'رييس الوزراء العراقي مصطفي الكاظمي| mustafa al kadhimi'),
	(31, '3dca29e7-b7f6-f781-f0c2-5aabeed691bf', 'المبعوث الأممي إلى اليمن، مارتن غريفيث', 'martin-griffiths', 'Martin Griffiths', NULL, 'UNO', 8, 'المبعوث الاممي الي اليمن مارتن غريفيث| martin griffiths'),
	(32, 'df0f0bbb-004d-d2aa-e53f-4a10e66817b9', 'القوات الأميركية', NULL, NULL, 'USA', 'MIL', 1, 'القوات الاميركيه|'),
	(33, '31e1200a-43e8-e134-4884-e97c8ce842eb', 'جماعة الحوثي', 'houthis', 'Houthis (Ansar Allah)', 'YEM', 'REB', 2, 'جماعه الحوثي| houthis ansar allah'),
	(34, '91c0aa95-a796-5838-ab48-7112286adfda', 'منظمة العفو الدولية', 'amnesty', 'Amnesty International', NULL, 'NGO', 7, 'منظمه العفو الدوليه| amnesty international'),
	(35, '9c9abc07-3e78-6bf8-21b4-b280d93d647f', 'مسلحاً', NULL, NULL, 'YEM', 'UAF', NULL, 'مسلحا|'),
	(36, 'a1aac6ae-a855-360f-7e55-3ccf8b75c792', 'قواتها', NULL, NULL, 'USA', 'MIL', 1, 'قواتها|'),
	(513, '1ce5ab84-3644-eaf4-3a79-153355a66474', 'جنود', NULL, NULL, 'IRQ', 'MIL', NULL, 'جنود|');
INSERT INTO isnad.article VALUES
	(2, '262eaef7a5c47531c30f9a6dc3b7377968cb3bad1603c2617a76116c6225f329.6f1a959d', '2021-07-01', 'm2', NULL),
	(1, '920554a1c4fbfefe7c6f2ffb039e1abaad4f277732717daee4413c23dae65a65.8a7fec25', '2021-06-01', 'm1', NULL),
	(3, '45437c79c170e917c658955996c17fca233e06803b0b40518cd143488e01599c', '2021-03-01', '/work/wt/pg/samples/02-two-deadlines.txt', NULL),
	(4, '5a1b0424d97c04c0148ebad7c6a3d97284fe80a86e571eeb7c322b2b52570135', '2018-09-01', '/work/wt/pg/samples/03-two-tolls.txt', NULL),
	(17153, '5b729f5af5b7e9d862a366a063b37eaf546ed588d31c56dfbc20de57ba344930.838e081e', '2021-06-01', 't1', NULL),
	(17152, '836e7a8ab20d0008e8a2a5df6393f5f210d750be85801d0a923098cc105a83b4.c548e7ed', '2021-06-01', 't0', NULL);
INSERT INTO isnad.band VALUES
	(6924209968323176132, 1),
	(5906057150979449191, 1),
	(1054274720747585337, 1),
	(4474925220359802908, 1),
	(5338570910581187349, 1),
	(8151027061815582640, 1),
	(1935574016334062060, 1),
	(8837545184097857476, 1),
	(1028997196376588458, 1),
	(1913172771493401351, 1),
	(1886035520864569738, 1),
	(7684338370585669235, 1),
	(4246027010884805136, 1),
	(7910850585840188783, 1),
	(5581889518485852770, 1),
	(3978070026172501662, 1),
	(4746793788151956247, 2),
	(1396538833489198342, 2),
	(4945941371467260553, 2),
	(7250228002674734289, 2),
	(906032314180451060, 2),
	(5717119433233295993, 2),
	(1432995918711235608, 2),
	(8859275398098574498, 2),
	(5775391012564405203, 2),
	(2882957550873967528, 2),
	(2049201630374336078, 2),
	(1792796459652899320, 2),
	(5495489858162997207, 2),
	(6486161892184399192, 2),
	(1999706183406047295, 2),
	(8055498419234770502, 2),
	(405115464648308532, 3),
	(401116298184265609, 3),
	(782486375989292247, 3),
	(4598496144138301024, 3),
	(4333295538497714103, 3),
	(7216346896780420754, 3),
	(6331553180082079005, 3),
	(1481824219087293082, 3),
	(1953571418276999903, 3),
	(1951395495295343978, 3),
	(2452779240439504743, 3),
	(1550461651339673905, 3),
	(1183303070510321837, 3),
	(5497584089114950483, 3),
	(684465531955679749, 3),
	(6399305489717887976, 3),
	(1769775023820356064, 4),
	(2577562370645340989, 4),
	(4739230489506633317, 4),
	(4696460694339733639, 4),
	(5983360374249977293, 4),
	(225051995686336792, 4),
	(4888274748911451869, 4),
	(3566424239769828629, 4),
	(8151660512212752795, 4),
	(823338380032109463, 4),
	(6797437431117227462, 4),
	(1648068006938400437, 4),
	(1773593612331852403, 4),
	(1964487122939806541, 4),
	(5509682332048628883, 4),
	(7765267587588915377, 4),
	(6783965572453806537, 17152),
	(9092577300001179351, 17152),
	(221045710702242846, 17152),
	(6919763978871419381, 17152),
	(5439107887775359654, 17152),
	(8576824930167229525, 17152),
	(1651493125297037175, 17152),
	(2389444869453230670, 17152),
	(7071948383293778568, 17152),
	(7621588467559006240, 17152),
	(8210489887260198323, 17152),
	(3086388751554111245, 17152),
	(8032301394545734919, 17152),
	(4000243932801286860, 17152),
	(9169724876314778266, 17152),
	(2287368191196819790, 17152),
	(6538979456599000693, 17153),
	(243671601046024730, 17153),
	(4311947297262094227, 17153),
	(4821069199137399712, 17153),
	(4617439543775744466, 17153),
	(2101525615166268011, 17153),
	(7224354529158006371, 17153),
	(8841329209213589147, 17153),
	(8326120937863247520, 17153),
	(7621588467559006240, 17153),
	(6354042909039746845, 17153),
	(5941116170644980844, 17153),
	(8225998175543188915, 17153),
	(2038793731124763837, 17153),
	(6531153013016087011, 17153),
	(654168724545146370, 17153);
INSERT INTO isnad.body_2018_09 VALUES
	(4, '2018-09-01', '\xd8bad8a7d8b1d8a7d8aa20d8b9d984d98920d8a7d984d8add8afd98ad8afd8a92e2e20d988d8a7d984d8add988d8abd98ad988d98620d988d8a7d984d8aad8add8a7d984d98120d98ad8aed8aad984d981d8a7d98620d8b9d984d98920d8a7d984d8add8b5d98ad984d8a90a0a313720d8a3d98ad984d988d9842fd8b3d8a8d8aad985d8a8d8b120323031380ad985d8b4d8a7d8b1d983d8a92033310a0ad8b4d98620d8b7d98ad8b1d8a7d98620d8a7d984d8aad8add8a7d984d98120d8a8d982d98ad8a7d8afd8a920d8a7d984d8b3d8b9d988d8afd98ad8a9d88c20d984d98ad98420d8a7d984d8a3d8add8af20d8a7d984d8a7d8abd986d98ad986d88c20d8aed985d8b320d8bad8a7d8b1d8a7d8aa20d8b9d984d98920d985d988d8a7d982d8b920d984d8acd985d8a7d8b9d8a920d8a7d984d8add988d8abd98a20d981d98a20d985d8afd98ad8b1d98ad8a920d8a7d984d8afd8b1d98ad987d985d98a20d8acd986d988d8a8d98a20d985d8add8a7d981d8b8d8a920d8a7d984d8add8afd98ad8afd8a9d88c20d985d8a720d8a3d8b3d981d8b120d8b9d98620d985d982d8aad98420d8a3d8add8af20d8b9d8b4d8b120d985d8b3d984d8add8a7d98bd88c20d8a8d8add8b3d8a820d985d8a720d8a3d981d8a7d8af20d985d8b5d8afd8b120d8b9d8b3d983d8b1d98a20d981d98a20d8a7d984d982d988d8a7d8aa20d8a7d984d8add983d988d985d98ad8a92e0a0ad985d98620d8acd987d8aad987d8a7d88c20d982d8a7d984d8aa20d982d986d8a7d8a920d8a7d984d985d8b3d98ad8b1d8a920d8a7d984d8aad8a7d8a8d8b9d8a920d984d984d8add988d8abd98ad98ad98620d8a5d98620d8a7d984d8bad8a7d8b1d8a7d8aa20d8a3d8b5d8a7d8a8d8aa20d8b3d988d982d8a7d98b20d8b4d8b9d8a8d98ad8a7d98b20d988d8a3d8afd8aa20d8a5d984d98920d985d982d8aad98420d8aad8b3d8b9d8a920d985d8afd986d98ad98ad986d88c20d8a8d98ad986d987d98520d8b7d981d984d8a7d986d88c20d988d8a5d8b5d8a7d8a8d8a920323220d8a2d8aed8b1d98ad9862e0a0ad988d986d982d984d8aa20d988d983d8a7d984d8a920d8b1d988d98ad8aad8b1d8b220d8b9d98620d8b7d8a8d98ad8a820d981d98a20d985d8b3d8aad8b4d981d98920d8a7d984d8abd988d8b1d8a920d982d988d984d98720d8a5d98620d8a7d984d985d8b3d8aad8b4d981d98920d8a7d8b3d8aad982d8a8d98420d8b3d8aa20d8acd8abd8ab20d988d8a3d8b1d8a8d8b9d8a920d8b9d8b4d8b120d8acd8b1d98ad8add8a7d98b2e0a0ad988d8afd8b9d8a720d8a7d984d985d8a8d8b9d988d8ab20d8a7d984d8a3d985d985d98a20d8a5d984d98920d8a7d984d98ad985d986d88c20d985d8a7d8b1d8aad98620d8bad8b1d98ad981d98ad8abd88c20d8a7d984d8a3d8b7d8b1d8a7d98120d8a5d984d98920d8b6d8a8d8b720d8a7d984d986d981d8b3d88c20d981d98ad985d8a720d986d8afd8afd8aa20d985d986d8b8d985d8a920d8a7d984d8b9d981d98820d8a7d984d8afd988d984d98ad8a920d8a8d8a7d984d982d8b5d98120d988d8b7d8a7d984d8a8d8aa20d8a8d981d8aad8ad20d8aad8add982d98ad98220d985d8b3d8aad982d9842e0a0ad8aad8a7d8a8d8b9d988d986d8a720d8b9d984d98920d8aad988d98ad8aad8b10a', NULL, NULL, NULL);
INSERT INTO isnad.body_2021_03 VALUES
	(3, '2021-03-01', '\xd8a8d8bad8afd8a7d8af20d988d988d8a7d8b4d986d8b7d98620d8aad8aed8aad984d981d8a7d98620d8b9d984d98920d985d988d8b9d8af20d8a7d986d8b3d8add8a7d8a820d8a7d984d985d8afd8b1d8a8d98ad9860a0ad8a7d984d8a3d8b1d8a8d8b9d8a7d8a1203320d8a2d8b0d8a7d8b12fd985d8a7d8b1d8b320323032310a0ad8a3d8b9d984d986d8aa20d988d8b2d8a7d8b1d8a920d8a7d984d8afd981d8a7d8b920d8a7d984d8b9d8b1d8a7d982d98ad8a9d88c20d8a7d984d98ad988d98520d8a7d984d8a3d8b1d8a8d8b9d8a7d8a1d88c20d8a3d98620d8a7d984d982d988d8a7d8aa20d8a7d984d8a3d8acd986d8a8d98ad8a920d8b3d8aad986d8b3d8add8a820d985d98620d982d8a7d8b9d8afd8a920d8a8d984d8af20d8a7d984d8acd988d98ad8a920d986d987d8a7d98ad8a920d8a7d984d8b4d987d8b120d8a7d984d8acd8a7d8b1d98ad88c20d988d981d98220d985d8a720d8acd8a7d8a120d981d98a20d8a8d98ad8a7d98620d984d984d988d8b2d8a7d8b1d8a92e0a0ad981d98a20d8a7d984d985d982d8a7d8a8d984d88c20d982d8a7d98420d8a7d984d985d8aad8add8afd8ab20d8a8d8a7d8b3d98520d8a7d984d8b3d981d8a7d8b1d8a920d8a7d984d8a3d985d98ad8b1d983d98ad8a920d981d98a20d8a8d8bad8afd8a7d8afd88c20d8acd988d98620d983d8a7d8b1d8aad8b1d88c20d8a5d98620d8a7d984d982d988d8a7d8aa20d8a7d984d8a3d985d98ad8b1d983d98ad8a920d8b3d8aad986d8b3d8add8a820d985d98620d8a7d984d982d8a7d8b9d8afd8a920d981d98a20333020d8add8b2d98ad8b1d8a7d9862fd98ad988d986d98ad98820d8a7d984d985d982d8a8d984d88c20d985d8b4d98ad8b1d8a7d98b20d8a5d984d98920d8a3d9862022d8a7d984d8acd8afd988d98420d8a7d984d8b2d985d986d98a20d8acd8b2d8a120d985d98620d8aad981d8a7d987d985d8a7d8aa20d8b3d8a7d8a8d982d8a9222e0a0ad988d986d981d98920d8a7d984d985d8aad8add8afd8ab20d8a3d98620d8aad983d988d98620d8a8d984d8a7d8afd98720d982d8af20d8b7d984d8a8d8aa20d8aad985d8afd98ad8af20d8a8d982d8a7d8a120d982d988d8a7d8aad987d8a7d88c20d985d8a4d983d8afd8a7d98b20d8a3d98620d988d8a7d8b4d986d8b7d98620d985d984d8aad8b2d985d8a920d8a8d985d8aed8b1d8acd8a7d8aa20d8a7d984d8add988d8a7d8b120d8a8d98ad98620d8a7d984d8a8d984d8afd98ad9862e0a0ad988d8b2d8a7d8b120d8b1d8a6d98ad8b320d8a7d984d988d8b2d8b1d8a7d8a120d8a7d984d8b9d8b1d8a7d982d98a20d985d8b5d8b7d981d98920d8a7d984d983d8a7d8b8d985d98a20d8a7d984d8b1d98ad8a7d8b620d8a7d984d8a3d8b3d8a8d988d8b920d8a7d984d985d8a7d8b6d98ad88c20d8add98ad8ab20d8a8d8add8ab20d985d8b920d988d984d98a20d8a7d984d8b9d987d8af20d8a7d984d8b3d8b9d988d8afd98a20d985d984d98120d8a7d984d8add8afd988d8af2e0a', NULL, NULL, NULL);
INSERT INTO isnad.body_2021_06 VALUES
	(1, '2021-06-01', '\xd985d982d8aad98420d8aad8b3d8b9d8a920d985d8afd986d98ad98ad98620d981d98a20d982d8b5d98120d8b9d984d98920d8b1d98ad98120d8a5d8afd984d8a80a0ad982d98fd8aad98420d8aad8b3d8b9d8a920d985d8afd986d98ad98ad986d88c20d8a8d98ad986d987d98520d8abd984d8a7d8abd8a920d8a3d8b7d981d8a7d984d88c20d988d8a3d8b5d98ad8a820313420d8a2d8aed8b1d988d98620d981d98a20d982d8b5d98120d985d8afd981d8b9d98a20d8b9d984d98920d8a8d984d8afd8a920d8a3d8b1d98ad8add8a7d88c20d8a8d8add8b3d8a820d8a7d984d8afd981d8a7d8b920d8a7d984d985d8afd986d98a20d988d8a7d984d985d8b1d8b5d8af20d8a7d984d8b3d988d8b1d98a20d984d8add982d988d98220d8a7d984d8a5d986d8b3d8a7d9862e20d988d986d981d98920d985d8aad8add8afd8ab20d8a8d8a7d8b3d98520d8a7d984d8acd98ad8b420d8a3d98620d8aad983d988d98620d982d988d8a7d8aad98720d982d8b5d981d8aa20d8a7d984d8a8d984d8afd8a92e0a0ad988d8a3d8b9d984d986d8aa20d988d8b2d8a7d8b1d8a920d8a7d984d8b5d8add8a920d985d982d8aad98420d8b3d8a8d8b9d8a920d8a3d8b4d8aed8a7d8b520d981d98a20d982d8b5d98120d8a3d8b1d98ad8add8a72e20d988d982d8a7d98420d8b4d8a7d987d8af20d8b9d98ad8a7d98620d8a5d98620d8a7d984d982d8b5d98120d988d982d8b920d8a3d985d8b32e0a', NULL, NULL, NULL),
	(17152, '2021-06-01', '\xd982d98fd8aad98420d8abd984d8a7d8abd8a920d8acd986d988d8af20d981d98a20d8a7d986d981d8acd8a7d8b120d8b9d8a8d988d8a920d986d8a7d8b3d981d8a920d982d8b1d8a820d983d8b1d983d988d983d88c20d8a7d984d8a3d8b1d8a8d8b9d8a7d8a1d88c20d8a8d8add8b3d8a820d8a7d984d8b4d8b1d8b7d8a92e0a', NULL, NULL, NULL),
	(17153, '2021-06-01', '\xd984d982d98a20d8abd984d8a7d8abd8a920d8acd986d988d8af20d985d8b5d8b1d8b9d987d98520d981d98a20d8a7d986d981d8acd8a7d8b120d8b9d8a8d988d8a920d986d8a7d8b3d981d8a920d982d8b1d8a820d983d8b1d983d988d983d88c20d8a7d984d8a3d8b1d8a8d8b9d8a7d8a1d88c20d988d981d98220d985d8b5d8afd8b120d8b7d8a8d98a2e0a', NULL, NULL, NULL);
INSERT INTO isnad.body_2021_07 VALUES
	(2, '2021-07-01', '\xd8a7d986d981d8acd8a7d8b120d982d8b1d8a820d983d8b1d983d988d9830a0ad982d98fd8aad98420d8acd986d8afd98ad8a7d98620d981d98a20d8a7d986d981d8acd8a7d8b120d8b9d8a8d988d8a920d986d8a7d8b3d981d8a920d982d8b1d8a820d983d8b1d983d988d983d88c20d8a8d8add8b3d8a820d8a7d984d8b4d8b1d8b7d8a92e20d988d8aad8b9d987d8afd8aa20d8a7d984d8add983d988d985d8a920d8a7d984d8b9d8b1d8a7d982d98ad8a920d8a8d8a7d984d8a5d981d8b1d8a7d8ac20d8b9d98620323020d8b3d8acd98ad986d8a720d982d8a8d984203120d8a2d8a82fd8a3d8bad8b3d8b7d8b320323032312e0a', NULL, NULL, NULL);
INSERT INTO isnad.claim_form VALUES
	(1, '40945c05-6ad9-789e-b3ec-bf37a0af9151', 'incident', true, 'ASSAULT', NULL, 'military', 'positive', 'actual', 'قصف', 1, 'indirect'),
	(2, 'a479c2dd-88f3-b3d8-c6ee-355551a47bf9', 'commitment', true, 'RETREAT', 'release', '', 'positive', 'future', 'الإفراج', NULL, 'indirect'),
	(3, '57f22f0b-66aa-ac3c-25d2-26bcf32524aa', 'incident', true, 'ASSAULT', NULL, '', 'positive', 'actual', 'استقبل', 2, 'indirect'),
	(4, '963960f0-d599-a341-23a6-8e6427e28dc6', 'statement', true, 'REQUEST', 'change', '', 'positive', 'actual', 'دعا', 2, 'indirect'),
	(5, '670fd1f2-a8d0-666b-f0b1-3e4cf4753097', 'commitment', true, 'RETREAT', 'withdraw', '', 'positive', 'future', 'تنسحب', NULL, 'indirect'),
	(6, '47e8c212-c6c5-9b9f-b356-d4fe9efac978', 'incident', true, 'CONSULT', 'visit', 'diplomatic', 'positive', 'actual', 'زار', 3, 'none'),
	(7, '2da0246e-79af-d88c-16dc-b4598b5fe9de', 'incident', true, 'CONSULT', NULL, 'diplomatic', 'positive', 'actual', 'الحوار', 1, 'indirect'),
	(8, '451de3a9-9e94-6b0c-82bc-f8c5ee5b05da', 'incident', true, 'ASSAULT', 'explosives', '', 'positive', 'actual', 'انفجار', 2, 'indirect'),
	(9, '8da5d11c-ce8b-bc2c-a010-18726a729405', 'aggregate', true, 'ASSAULT', 'aerial', 'military', 'positive', 'actual', 'غارات', 2, 'indirect'),
	(10, 'f04aa519-f351-f437-16b9-b0fdc99c2ec7', 'incident', true, 'ASSAULT', 'heavy-weapons', 'military', 'positive', 'actual', 'قصف', 2, 'indirect'),
	(11, '3c1accf9-f6b0-6742-49d7-6042b7560635', 'denial', true, 'REQUEST', NULL, '', 'negative', 'actual', 'طلبت', NULL, 'indirect'),
	(12, '937eaf61-5b0e-b0b6-a3b3-aa1e738c851e', 'statement', true, 'REQUEST', 'yield', '', 'positive', 'actual', 'طالبت', 2, 'indirect'),
	(13, '3d60e3af-842c-3465-2047-be090102886e', 'statement', true, 'ACCUSE', 'disapprove', '', 'positive', 'actual', 'نددت', 2, 'indirect'),
	(14, '187f1946-34c0-8843-397d-84ceaeea7adf', 'denial', true, 'ASSAULT', 'heavy-weapons', 'military', 'negative', 'actual', 'قصفت', NULL, 'indirect'),
	(15, '47cd584b-3c17-2a8b-eed2-9c588df1843e', 'incident', true, 'ASSAULT', 'aerial', 'military', 'positive', 'actual', 'الغارات', 2, 'indirect'),
	(16, 'abc47431-0619-08d0-53d6-a49a2649a2fe', 'commitment', false, 'AGREE', NULL, '', 'positive', 'future', 'ملتزمة', NULL, 'indirect'),
	(512, '08a21a47-fff8-78a3-de0c-117ab0631a59', 'incident', true, 'ASSAULT', 'explosives', '', 'positive', 'actual', 'انفجار', 1, 'indirect');
INSERT INTO isnad.claim_row VALUES
	(4096, 1, 1, 10, 165, 171, '2021-06-15', '2021-06-15', NULL, NULL, NULL, 67, 301, 96, NULL, NULL, '{1,28,85,97,2,48,76,97,18,39,111,132,2,43,146,159,3,51,190,209,4,58,221,246,12,69,0,0}'),
	(4100, 1, 2, 14, 367, 375, NULL, NULL, NULL, NULL, 1, 302, 389, 84, NULL, NULL, '{0,23,356,366,3,49,376,388,4,67,311,341,12,69,0,0}'),
	(4101, 1, 3, 1, 460, 466, '2021-06-14', '2021-06-14', NULL, NULL, NULL, 391, 478, 88, 'أمس', NULL, '{2,47,435,454,3,52,467,477,4,72,404,425,12,69,0,0,8197,65,488,505,8205,69,0,0}'),
	(4103, 2, 1, 8, 59, 71, '2021-07-02', '2021-07-02', NULL, NULL, NULL, 32, 134, 94, NULL, NULL, '{1,26,41,53,2,42,41,53,3,50,92,109,4,66,121,133}'),
	(4105, 2, 2, 2, 182, 196, NULL, NULL, NULL, '2021-08-01', NULL, 135, 246, 92, NULL, 'قبل 1 آب/أغسطس 2021', '{0,27,148,179,1,25,205,215,2,41,202,215,4,64,148,179}'),
	(8192, 3, 1, 5, 252, 262, NULL, NULL, '2021-03-21', '2021-03-31', NULL, 131, 384, 84, NULL, 'نهاية الشهر الجاري', '{0,22,220,249,3,55,268,298,4,60,142,182}'),
	(8193, 3, 2, 5, 550, 560, NULL, NULL, '2021-06-30', '2021-06-30', NULL, 386, 719, 84, NULL, '30 حزيران/يونيو المقبل', '{0,32,516,547,3,55,268,298,4,59,415,508}'),
	(8194, 3, 3, 11, 775, 783, NULL, NULL, NULL, NULL, NULL, 721, 913, 84, NULL, NULL, '{0,21,415,508,1,36,804,816,4,71,415,508}'),
	(8195, 3, 4, 16, 850, 862, NULL, NULL, NULL, NULL, NULL, 721, 913, 62, NULL, NULL, '{0,29,837,849,4,71,415,508}'),
	(8196, 3, 5, 7, 878, 890, '2021-03-03', '2021-03-03', NULL, NULL, NULL, 721, 913, 52, 'اليوم الأربعاء', NULL, '{0,24,898,912,4,71,415,508}'),
	(8197, 3, 6, 6, 917, 923, '2021-02-20', '2021-02-26', NULL, NULL, NULL, 915, 1104, 87, 'الأسبوع الماضي', NULL, '{0,30,924,988,1,19,1051,1083,3,54,989,1001}'),
	(8198, 4, 1, 9, 263, 273, '2018-09-16', '2018-09-17', NULL, NULL, NULL, 158, 529, 98, 'ليل الأحد الاثنين', NULL, '{0,18,163,188,1,33,294,317,9,35,436,448,2,37,256,273,2,38,422,448,3,53,323,352,4,70,474,528}'),
	(8201, 4, 2, 15, 619, 633, '2018-09-16', '2018-09-17', NULL, NULL, NULL, 531, 769, 94, 'ليل الأحد الاثنين', NULL, '{1,17,703,715,2,48,694,715,18,45,729,739,2,46,755,768,3,53,323,352,4,68,558,581}'),
	(8205, 4, 3, 3, 882, 894, '2018-09-16', '2018-09-17', NULL, NULL, NULL, 771, 940, 79, 'ليل الأحد الاثنين', NULL, '{2,44,895,906,2,40,909,939,4,56,811,850,12,61,782,805}'),
	(8208, 4, 4, 4, 944, 950, '2018-09-16', '2018-09-17', NULL, NULL, NULL, 942, 1179, 84, 'ليل الأحد الاثنين', NULL, '{0,31,951,1022,1,20,1025,1039,4,57,951,1022}'),
	(8209, 4, 5, 13, 1076, 1084, '2018-09-16', '2018-09-17', NULL, NULL, NULL, 942, 1179, 79, 'ليل الأحد الاثنين', NULL, '{0,34,1085,1121,4,62,1085,1121}'),
	(8210, 4, 6, 12, 1137, 1147, '2018-09-16', '2018-09-17', NULL, NULL, NULL, 942, 1179, 69, 'ليل الأحد الاثنين', NULL, '{0,34,1085,1121,4,63,1085,1121}'),
	(16898, 16896, 1, 5, 252, 262, NULL, NULL, '2021-03-21', '2021-03-31', NULL, 131, 384, 84, NULL, 'نهاية الشهر الجاري', '{0,22,220,249,3,55,268,298,4,60,142,182}'),
	(16899, 16896, 2, 5, 550, 560, NULL, NULL, '2021-06-30', '2021-06-30', NULL, 386, 719, 84, NULL, '30 حزيران/يونيو المقبل', '{0,32,516,547,3,55,268,298,4,59,415,508}'),
	(16900, 16896, 3, 11, 775, 783, NULL, NULL, NULL, NULL, NULL, 721, 913, 84, NULL, NULL, '{0,21,415,508,1,36,804,816,4,71,415,508}'),
	(16901, 16896, 4, 16, 850, 862, NULL, NULL, NULL, NULL, NULL, 721, 913, 62, NULL, NULL, '{0,29,837,849,4,71,415,508}'),
	(16902, 16896, 5, 7, 878, 890, '2021-03-03', '2021-03-03', NULL, NULL, NULL, 721, 913, 52, 'اليوم الأربعاء', NULL, '{0,24,898,912,4,71,415,508}'),
	(16903, 16896, 6, 6, 917, 923, '2021-02-20', '2021-02-26', NULL, NULL, NULL, 915, 1104, 87, 'الأسبوع الماضي', NULL, '{0,30,924,988,1,19,1051,1083,3,54,989,1001}'),
	(16904, 16897, 1, 9, 263, 273, '2018-09-16', '2018-09-17', NULL, NULL, NULL, 158, 529, 98, 'ليل الأحد الاثنين', NULL, '{0,18,163,188,1,33,294,317,9,35,436,448,2,37,256,273,2,38,422,448,3,53,323,352,4,70,474,528}'),
	(16905, 16897, 2, 15, 619, 633, '2018-09-16', '2018-09-17', NULL, NULL, NULL, 531, 769, 94, 'ليل الأحد الاثنين', NULL, '{1,17,703,715,2,48,694,715,18,45,729,739,2,46,755,768,3,53,323,352,4,68,558,581}'),
	(16906, 16897, 3, 3, 882, 894, '2018-09-16', '2018-09-17', NULL, NULL, NULL, 771, 940, 79, 'ليل الأحد الاثنين', NULL, '{2,44,895,906,2,40,909,939,4,56,811,850,12,61,782,805}'),
	(16907, 16897, 4, 4, 944, 950, '2018-09-16', '2018-09-17', NULL, NULL, NULL, 942, 1179, 84, 'ليل الأحد الاثنين', NULL, '{0,31,951,1022,1,20,1025,1039,4,57,951,1022}'),
	(16908, 16897, 5, 13, 1076, 1084, '2018-09-16', '2018-09-17', NULL, NULL, NULL, 942, 1179, 79, 'ليل الأحد الاثنين', NULL, '{0,34,1085,1121,4,62,1085,1121}'),
	(16909, 16897, 6, 12, 1137, 1147, '2018-09-16', '2018-09-17', NULL, NULL, NULL, 942, 1179, 69, 'ليل الأحد الاثنين', NULL, '{0,34,1085,1121,4,63,1085,1121}'),
	(17154, 17152, 1, 512, 34, 46, '2021-06-16', '2021-06-16', NULL, NULL, NULL, 0, 128, 92, 'الأربعاء', NULL, '{1,513,20,28,2,514,9,28,3,50,67,84,4,66,115,127,12,517,0,0}'),
	(17155, 17153, 1, 512, 45, 57, '2021-06-16', '2021-06-16', NULL, NULL, NULL, 0, 140, 94, 'الأربعاء', NULL, '{1,513,18,26,2,514,7,26,3,50,78,95,4,515,124,139,12,516,0,0}');
INSERT INTO isnad.contradiction VALUES
	(1, 0, 'c1', 'c2', 'occurrence', 'said to have happened, and denied'),
	(4, 0, 'c2', 'c3', 'killed', 'two figures for one event'),
	(4, 1, 'c2', 'c3', 'wounded', 'two figures for one event'),
	(16897, 0, 'c2', 'c3', 'killed', 'two figures for one event'),
	(16897, 1, 'c2', 'c3', 'wounded', 'two figures for one event');
INSERT INTO isnad.cover VALUES
	('E2a9b90ac9891', 'Eab5b3b856fe7');
INSERT INTO isnad.entry VALUES
	(4096, '920554a1c4fbfefe.8a7fec25:c1', 1, 'incident', 'ASSAULT', 18793, 18793, 'E43085052371d', NULL, 0, false, 0, '\x062650c626026083800000000000000080000000fd0d4d0e14fb0183', NULL, NULL),
	(4100, '920554a1c4fbfefe.8a7fec25:c2', 1, 'incident', 'ASSAULT', 18786, 18793, 'E5aceffc8658c', NULL, 0, false, 0, '\x0014400180081000800000000000000200000000fd0d4d0e08fb0100', NULL, NULL),
	(4101, '920554a1c4fbfefe.8a7fec25:c3', 1, 'incident', 'ASSAULT', 18792, 18792, 'E5c5517b799e9', NULL, 0, false, 0, '\x00100400400a00e0800000000000000000000000fd0d4d0e08000181', NULL, NULL),
	(4103, '262eaef7a5c47531.6f1a959d:c1', 2, 'incident', 'ASSAULT', 18810, 18810, 'Ea194554b412e', NULL, 0, false, 0, '\x8444000004120401000080000000000080000000db0d571109120281', NULL, NULL),
	(4105, '262eaef7a5c47531.6f1a959d:c2', 2, 'commitment', 'RETREAT', 18803, 18810, 'E0815636e38b3', NULL, 0, false, 0, '\x44444000080800000000000000000080000000040080008007490000', NULL, NULL),
	(16898, '45437c79c170e917:c1', 3, 'commitment', 'RETREAT', 18682, 18689, 'E9499598163ad', NULL, 0, false, 0, '\x1386008802088d72000080000000080000000000420d541113850100', NULL, NULL),
	(16899, '45437c79c170e917:c2', 3, 'commitment', 'RETREAT', 18682, 18689, 'Eabf8bc11e7b8', NULL, 0, false, 0, '\x30c125148b1849a1000080000000004000000000420d541116850100', NULL, NULL),
	(16900, '45437c79c170e917:c3', 3, 'incident', 'REQUEST', 18682, 18689, 'Ed441f3da6d78', NULL, 0, false, 0, '\x0290020083090001000000004000000000400000008000800f000000', NULL, NULL),
	(16901, '45437c79c170e917:c4', 3, 'commitment', 'AGREE', 18682, 18689, 'E88bb3a95669b', NULL, 0, false, 0, '\x0290020083090001000000000004000000000000008000800f000000', NULL, NULL),
	(16902, '45437c79c170e917:c5', 3, 'incident', 'CONSULT', 18689, 18689, 'E33e78a9d68b9', NULL, 0, false, 0, '\x0290020083090001000000000100000000000000008000800f000080', NULL, NULL),
	(16903, '45437c79c170e917:c6', 3, 'incident', 'CONSULT', 18678, 18684, 'Ef3013475adbd', NULL, 0, false, 0, '\x5990108204021218000008000000400400000400a509401210320180', NULL, NULL),
	(16904, '5a1b0424d97c04c0:c1', 4, 'aggregate', 'ASSAULT', 17790, 17791, 'E2a9b90ac9891', NULL, 0, false, 0, '\x569394cd043b1001080000000400200012080000b705d1101c350381', NULL, NULL),
	(16905, '5a1b0424d97c04c0:c2', 4, 'incident', 'ASSAULT', 17790, 17791, 'Eab5b3b856fe7', NULL, 0, false, 0, '\x46206c80c0809900080000000000000080000000b705d11013350383', NULL, NULL),
	(16906, '5a1b0424d97c04c0:c3', 4, 'incident', 'ASSAULT', 17790, 17791, 'E85f320370084', NULL, 0, false, 0, '\x0010c00608036400000000000000000000000000008000800c000083', NULL, NULL),
	(16908, '5a1b0424d97c04c0:c5', 4, 'statement', 'ACCUSE', 17790, 17791, 'Eadb07f8d8a1f', NULL, 0, false, 0, '\x9a200920485118c80000000010010000000000000080008014d10080', NULL, NULL),
	(16907, '5a1b0424d97c04c0:c4', 4, 'statement', 'REQUEST', 17790, 17791, 'Ed7a04bff414f', 63, 0, false, 0, '\x9a200920485118c80000000021000000000000040080008014c10080', 1, 16909),
	(16909, '5a1b0424d97c04c0:c6', 4, 'statement', 'REQUEST', 17790, 17791, 'Ed7a04bff414f', 63, 1, false, 0, '\x9a200920485118c80000000010010000000000000080008014250080', 1, 16907),
	(17155, '5b729f5af5b7e9d8.838e081e:c1', 17153, 'incident', 'ASSAULT', 18794, 18794, 'E039a9388db67', 90, 0, false, 0, '\x9705000000124440000080000000000002000000db0d57110d120281', 2, 17154),
	(17154, '836e7a8ab20d0008.c548e7ed:c1', 17152, 'incident', 'ASSAULT', 18794, 18794, 'E039a9388db67', 90, 1, false, 0, '\x8604000004124401000080000000000002000000db0d57110b120281', 2, 17155);
INSERT INTO isnad.estimate VALUES
	('E43085052371d', 'killed', 'acled', 9, 9, 9, 1),
	('E43085052371d', 'killed', 'ucdp', 9, 9, 9, 1),
	('E43085052371d', 'killed', 'ibc', 9, NULL, 9, 1),
	('E43085052371d', 'killed', 'majority', 9, 9, 9, 1),
	('E43085052371d', 'killed', 'latest', 9, 9, 9, 1),
	('E43085052371d', 'wounded', 'acled', 14, 14, 14, 1),
	('E43085052371d', 'wounded', 'ucdp', 14, 14, 14, 1),
	('E43085052371d', 'wounded', 'ibc', 14, NULL, 14, 1),
	('E43085052371d', 'wounded', 'majority', 14, 14, 14, 1),
	('E43085052371d', 'wounded', 'latest', 14, 14, 14, 1),
	('E5c5517b799e9', 'killed', 'acled', 7, 7, 7, 1),
	('E5c5517b799e9', 'killed', 'ucdp', 7, 7, 7, 1),
	('E5c5517b799e9', 'killed', 'ibc', 7, NULL, 7, 1),
	('E5c5517b799e9', 'killed', 'majority', 7, 7, 7, 1),
	('E5c5517b799e9', 'killed', 'latest', 7, 7, 7, 1),
	('Ea194554b412e', 'killed', 'acled', 0, NULL, 2, 1),
	('Ea194554b412e', 'killed', 'ucdp', 0, NULL, 2, 1),
	('Ea194554b412e', 'killed', 'ibc', 0, NULL, 2, 1),
	('Ea194554b412e', 'killed', 'majority', 0, NULL, 2, 1),
	('Ea194554b412e', 'killed', 'latest', 0, NULL, 2, 1),
	('E0815636e38b3', 'released', 'acled', 20, 20, 20, 1),
	('E0815636e38b3', 'released', 'ucdp', 20, 20, 20, 1),
	('E0815636e38b3', 'released', 'ibc', 20, NULL, 20, 1),
	('E0815636e38b3', 'released', 'majority', 20, 20, 20, 1),
	('E0815636e38b3', 'released', 'latest', 20, 20, 20, 1),
	('E2a9b90ac9891', 'killed', 'acled', 11, 11, 11, 1),
	('E2a9b90ac9891', 'killed', 'ucdp', 11, 11, 11, 1),
	('E2a9b90ac9891', 'killed', 'ibc', 11, NULL, 11, 1),
	('E2a9b90ac9891', 'killed', 'majority', 11, 11, 11, 1),
	('E2a9b90ac9891', 'killed', 'latest', 11, 11, 11, 1),
	('E2a9b90ac9891', 'actions', 'acled', 5, 5, 5, 1),
	('E2a9b90ac9891', 'actions', 'ucdp', 5, 5, 5, 1),
	('E2a9b90ac9891', 'actions', 'ibc', 5, NULL, 5, 1),
	('E2a9b90ac9891', 'actions', 'majority', 5, 5, 5, 1),
	('E2a9b90ac9891', 'actions', 'latest', 5, 5, 5, 1),
	('Eab5b3b856fe7', 'killed', 'acled', 9, 9, 9, 1),
	('Eab5b3b856fe7', 'killed', 'ucdp', 9, 9, 9, 1),
	('Eab5b3b856fe7', 'killed', 'ibc', 9, NULL, 9, 1),
	('Eab5b3b856fe7', 'killed', 'majority', 9, 9, 9, 1),
	('Eab5b3b856fe7', 'killed', 'latest', 9, 9, 9, 1),
	('Eab5b3b856fe7', 'wounded', 'acled', 22, 22, 22, 1),
	('Eab5b3b856fe7', 'wounded', 'ucdp', 22, 22, 22, 1),
	('Eab5b3b856fe7', 'wounded', 'ibc', 22, NULL, 22, 1),
	('Eab5b3b856fe7', 'wounded', 'majority', 22, 22, 22, 1),
	('Eab5b3b856fe7', 'wounded', 'latest', 22, 22, 22, 1),
	('E85f320370084', 'killed', 'acled', 6, 6, 6, 1),
	('E85f320370084', 'killed', 'ucdp', 6, 6, 6, 1),
	('E85f320370084', 'killed', 'ibc', 6, NULL, 6, 1),
	('E85f320370084', 'killed', 'majority', 6, 6, 6, 1),
	('E85f320370084', 'killed', 'latest', 6, 6, 6, 1),
	('E85f320370084', 'wounded', 'acled', 14, 14, 14, 1),
	('E85f320370084', 'wounded', 'ucdp', 14, 14, 14, 1),
	('E85f320370084', 'wounded', 'ibc', 14, NULL, 14, 1),
	('E85f320370084', 'wounded', 'majority', 14, 14, 14, 1),
	('E85f320370084', 'wounded', 'latest', 14, 14, 14, 1),
	('E039a9388db67', 'killed', 'acled', 3, 3, 3, 2),
	('E039a9388db67', 'killed', 'ucdp', 3, 3, 3, 2),
	('E039a9388db67', 'killed', 'ibc', 3, NULL, 3, 2),
	('E039a9388db67', 'killed', 'majority', 3, 3, 3, 2),
	('E039a9388db67', 'killed', 'latest', 3, 3, 3, 2);
INSERT INTO isnad.event VALUES
	('E43085052371d', 'incident', 'active', NULL, 'ASSAULT', 'heavy-weapons', '2021-06-15', '2021-06-15', 2, NULL, 'Ariha', 'sy-ariha', 'SYR', 'Idlib', 35.813, 36.61, 1, 'point', NULL, 'مدنيين', 5, 1, 1, 1, 1, '2021-06-15', '2021-06-15', NULL, 1, 1, 9, DEFAULT),
	('E5aceffc8658c', 'incident', 'active', NULL, 'ASSAULT', 'heavy-weapons', NULL, NULL, NULL, NULL, 'Ariha', 'sy-ariha', 'SYR', 'Idlib', 35.813, 36.61, 1, 'point', 'قواته', NULL, 0, 1, 1, 1, 1, '2021-06-15', '2021-06-15', NULL, 1, 1, NULL, DEFAULT),
	('E5c5517b799e9', 'incident', 'active', NULL, 'ASSAULT', NULL, '2021-06-14', '2021-06-14', 1, NULL, 'Ariha', 'sy-ariha', 'SYR', 'Idlib', 35.813, 36.61, 1, 'point', NULL, NULL, 1, 1, 1, 1, 1, '2021-06-15', '2021-06-15', NULL, 1, 1, 7, DEFAULT),
	('Ea194554b412e', 'incident', 'active', NULL, 'ASSAULT', 'explosives', '2021-07-02', '2021-07-02', 2, NULL, 'Kirkuk', 'iq-kirkuk', 'IRQ', 'Kirkuk', 35.4681, 44.3922, 2, 'point', NULL, 'جنديان', 2, 1, 1, 0, 1, '2021-07-02', '2021-07-02', NULL, 1, 1, 0, DEFAULT),
	('E0815636e38b3', 'commitment', 'active', NULL, 'RETREAT', 'release', NULL, NULL, NULL, '2021-08-01', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'الحكومة العراقية', 'سجينا', 1, 1, 1, 0, 1, '2021-07-02', '2021-07-02', 'open', 1, 1, NULL, DEFAULT),
	('Ed441f3da6d78', 'incident', 'active', NULL, 'REQUEST', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'المتحدث باسم السفارة الأميركية في بغداد، جون كارتر', 'قواتها', 0, 1, 1, 0, 1, '2021-03-03', '2021-03-03', NULL, 1, 1, NULL, DEFAULT),
	('E33e78a9d68b9', 'incident', 'active', NULL, 'CONSULT', NULL, '2021-03-03', '2021-03-03', 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'البلدين', NULL, 0, 1, 1, 0, 1, '2021-03-03', '2021-03-03', NULL, 1, 1, NULL, DEFAULT),
	('Ef3013475adbd', 'incident', 'active', NULL, 'CONSULT', 'visit', '2021-02-20', '2021-02-26', 3, NULL, 'Riyadh', 'sa-riyadh', 'SAU', 'Riyadh', 24.6877, 46.7219, 1, 'point', 'Mustafa al-Kadhimi', 'ولي العهد السعودي', 0, 1, 1, 0, 1, '2021-03-03', '2021-03-03', NULL, 1, 1, NULL, DEFAULT),
	('E2a9b90ac9891', 'aggregate', 'active', NULL, 'ASSAULT', 'aerial', '2018-09-16', '2018-09-17', 2, NULL, 'Ad-Durayhimi', 'ye-ad-durayhimi', 'YEM', 'Al Hudaydah', 14.63, 43.05, 3, 'point', 'coalition', 'Houthis (Ansar Allah); مسلحاً', 3, 1, 1, 0, 1, '2018-09-17', '2018-09-17', NULL, 1, 1, 11, DEFAULT),
	('Eab5b3b856fe7', 'incident', 'active', NULL, 'ASSAULT', 'aerial', '2018-09-16', '2018-09-17', 2, NULL, 'Ad-Durayhimi', 'ye-ad-durayhimi', 'YEM', 'Al Hudaydah', 14.63, 43.05, 3, 'point', NULL, 'مدنيين', 5, 1, 1, 0, 1, '2018-09-17', '2018-09-17', NULL, 1, 1, 9, DEFAULT),
	('E85f320370084', 'incident', 'active', NULL, 'ASSAULT', NULL, '2018-09-16', '2018-09-17', 2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, 1, 1, 0, 1, '2018-09-17', '2018-09-17', NULL, 1, 1, 6, DEFAULT),
	('Ed7a04bff414f', 'statement', 'active', NULL, 'REQUEST', 'change', '2018-09-16', '2018-09-17', 2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Martin Griffiths; Amnesty International', 'الأطراف', 0, 2, 1, 0, 2, '2018-09-17', '2018-09-17', NULL, 1, 1, NULL, DEFAULT),
	('Eadb07f8d8a1f', 'statement', 'active', NULL, 'ACCUSE', 'disapprove', '2018-09-16', '2018-09-17', 2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Amnesty International', NULL, 0, 1, 1, 0, 1, '2018-09-17', '2018-09-17', NULL, 1, 1, NULL, DEFAULT),
	('E88bb3a95669b', 'commitment', 'active', NULL, 'AGREE', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Washington', NULL, 0, 1, 1, 0, 1, '2021-03-03', '2021-03-03', 'open', 1, 1, NULL, DEFAULT),
	('E9499598163ad', 'commitment', 'active', NULL, 'RETREAT', 'withdraw', NULL, NULL, NULL, '2021-03-31', 'Balad Air Base', 'iq-balad-air-base', 'IRQ', 'Salah ad Din', 33.94, 44.36, 1, 'point', 'القوات الأجنبية', NULL, 0, 1, 1, 0, 1, '2021-03-03', '2021-03-03', 'overdue', 1, 1, NULL, DEFAULT),
	('Eabf8bc11e7b8', 'commitment', 'active', NULL, 'RETREAT', 'withdraw', NULL, NULL, NULL, '2021-06-30', 'Balad Air Base', 'iq-balad-air-base', 'IRQ', 'Salah ad Din', 33.94, 44.36, 1, 'point', 'القوات الأميركية', NULL, 0, 1, 1, 0, 1, '2021-03-03', '2021-03-03', 'overdue', 1, 1, NULL, DEFAULT),
	('E039a9388db67', 'incident', 'active', NULL, 'ASSAULT', 'explosives', '2021-06-16', '2021-06-16', 1, NULL, 'Kirkuk', 'iq-kirkuk', 'IRQ', 'Kirkuk', 35.4681, 44.3922, 2, 'point', NULL, 'جنود', 2, 2, 2, 2, 2, '2021-06-16', '2021-06-16', NULL, 3, 3, 3, DEFAULT);
INSERT INTO isnad.event_source_row VALUES
	('Eab5b3b856fe7', 0, 1, 1, 1),
	('Eadb07f8d8a1f', 0, 2, 1, 1),
	('Ed7a04bff414f', 1, 2, 1, 1),
	('Ed7a04bff414f', 0, 3, 1, 1),
	('E9499598163ad', 0, 4, 1, 1),
	('E0815636e38b3', 0, 5, 1, 1),
	('E43085052371d', 0, 6, 1, 1),
	('E039a9388db67', 1, 7, 1, 1),
	('Ea194554b412e', 0, 7, 1, 1),
	('E33e78a9d68b9', 0, 8, 1, 1),
	('E88bb3a95669b', 0, 8, 1, 1),
	('Ed441f3da6d78', 0, 8, 1, 1),
	('Eabf8bc11e7b8', 0, 8, 1, 1),
	('E85f320370084', 0, 9, 1, 1),
	('E5aceffc8658c', 0, 10, 1, 1),
	('E039a9388db67', 0, 11, 1, 1),
	('E2a9b90ac9891', 0, 12, 1, 1),
	('E5c5517b799e9', 0, 13, 1, 1),
	('Ef3013475adbd', 0, 14, 1, 1);
INSERT INTO isnad.figure_form VALUES
	(37, '36124952-60d9-f275-e7eb-eef6791c86f6', 'actions', 5, 5, 5, 'exact', NULL, 'غارات', 'unknown', NULL, 'خمس غارات', NULL, 'exact'),
	(38, '0555f553-24fe-eb41-b818-ab1db6c71dbc', 'killed', 11, 11, 11, 'exact', 'killed', 'مسلحاً', 'armed', NULL, 'أحد عشر مسلحاً', NULL, 'exact'),
	(39, '109f45c5-15b9-cf39-0b0f-bf9ba99bb0e3', 'killed', 3, 3, 3, 'exact', 'killed', 'أطفال', 'civilian', NULL, 'ثلاثة أطفال', NULL, 'exact'),
	(40, '4feb9f04-244e-7c35-ff08-c93e6d48d949', 'wounded', 14, 14, 14, 'exact', 'wounded', 'جريحاً', 'unknown', NULL, 'أربعة عشر جريحاً', NULL, 'exact'),
	(41, 'bf037b0e-ce8d-787b-2df7-002672d639dd', 'released', 20, 20, 20, 'exact', NULL, 'سجينا', 'unknown', NULL, '20 سجينا', NULL, 'exact'),
	(42, '3375be31-f8ac-fac3-d774-c0588fc5cf83', 'killed', 2, 2, 2, 'exact', 'killed', 'جنديان', 'armed', NULL, 'جنديان', NULL, 'dual'),
	(43, 'f820276b-097a-6690-93a6-8e0607cd2218', 'wounded', 14, 14, 14, 'exact', 'wounded', NULL, 'unknown', NULL, '14 آخرون', NULL, 'exact'),
	(44, 'c69e09cc-7694-80d4-0577-e469ae4cd1a6', 'killed', 6, 6, 6, 'exact', 'killed', 'جثث', 'unknown', NULL, 'ست جثث', NULL, 'exact'),
	(45, '5f5123a9-482c-8bb6-8852-c9a54a366469', 'killed', 2, 2, 2, 'exact', 'killed', 'طفلان', 'civilian', NULL, 'طفلان', NULL, 'dual'),
	(46, 'f5c4fe35-013d-8ed5-a6b8-5250b3f0ea9c', 'wounded', 22, 22, 22, 'exact', 'wounded', NULL, 'unknown', NULL, '22 آخرين', NULL, 'exact'),
	(47, '4b7cdd35-5c04-ca3f-d966-3fd786db9580', 'killed', 7, 7, 7, 'exact', 'killed', 'أشخاص', 'unknown', NULL, 'سبعة أشخاص', NULL, 'exact'),
	(48, '4fb549b8-d0e7-532f-571e-4690c693fc0a', 'killed', 9, 9, 9, 'exact', 'killed', 'مدنيين', 'civilian', NULL, 'تسعة مدنيين', NULL, 'exact'),
	(514, '9dd90967-2b44-8cd7-cffe-5e2b86733ed1', 'killed', 3, 3, 3, 'exact', 'killed', 'جنود', 'armed', NULL, 'ثلاثة جنود', NULL, 'exact');
INSERT INTO isnad.link_form VALUES
	(56, 'c085d913-8c3d-bf99-df04-b7c9b5b886e4', 'طبيب في مستشفى الثورة', 'طبيب في مستشفى الثورة', NULL, 'medic', true, false, NULL, NULL, 'طبيب في مستشفي الثوره|'),
	(57, '4077c426-c92f-d9ee-8d30-4ddb424940fb', 'المبعوث الأممي إلى اليمن، مارتن غريفيث', 'Martin Griffiths', 'martin-griffiths', 'official', true, false, NULL, 'دعا', 'المبعوث الاممي الي اليمن مارتن غريفيث| martin griffiths'),
	(58, '92ebcaeb-36d2-f99c-9f97-f2f041f4838a', 'الدفاع المدني', 'الدفاع المدني', NULL, 'medic', true, false, NULL, NULL, 'الدفاع المدني|'),
	(59, '863725ee-e95a-2e17-5b87-0a4ce8c925ef', 'المتحدث باسم السفارة الأميركية في بغداد، جون كارتر', 'المتحدث باسم السفارة الأميركية في بغداد، جون كارتر', NULL, 'spokesperson', true, false, NULL, 'قال', 'المتحدث باسم السفاره الاميركيه في بغداد جون كارتر|'),
	(60, '4d8d66fd-16ad-bc9a-c88c-aa3be8ed8f20', 'وزارة الدفاع العراقية', 'Ministry of Defence (Iraq)', 'mod-iq', 'belligerent', true, true, 'statement', NULL, 'وزاره الدفاع العراقيه| ministry of defence iraq'),
	(61, '6f767b30-5f95-49b0-0803-bbd07bce82df', 'وكالة رويترز', 'Reuters', 'reuters', 'agency', true, false, NULL, 'نقلت', 'وكاله رويترز| reuters'),
	(62, 'cb00e582-8c71-44cd-0409-d82b6bb6e0f9', 'منظمة العفو الدولية', 'Amnesty International', 'amnesty', 'unknown', true, false, NULL, 'نددت', 'منظمه العفو الدوليه| amnesty international'),
	(63, '48d2b376-05f7-5f3f-b584-789f523e06c9', 'منظمة العفو الدولية', 'Amnesty International', 'amnesty', 'unknown', true, false, NULL, 'طالبت', 'منظمه العفو الدوليه| amnesty international'),
	(64, '86e96f7b-9883-2455-5979-0fec98caa10d', 'الحكومة العراقية', 'الحكومة العراقية', NULL, 'official', true, false, NULL, 'تعهدت', 'الحكومه العراقيه|'),
	(65, '5bd42a99-1b5d-2f7e-be57-5f79c071ccd7', 'شاهد عيان', 'شاهد عيان', NULL, 'witness', false, false, NULL, 'قال', 'شاهد عيان|'),
	(66, 'b2fb87b6-2a53-01c9-da48-a3fa5f77fdc3', 'الشرطة', 'الشرطة', NULL, 'official', true, true, NULL, NULL, 'الشرطه|'),
	(67, '6cd25f25-a8ea-12ad-e499-3c42f62f4250', 'متحدث باسم الجيش', 'متحدث باسم الجيش', NULL, 'spokesperson', true, true, NULL, 'نفى', 'متحدث باسم الجيش|'),
	(68, '6dc178e1-b5d9-bc53-7b10-ccfc3a196d3f', 'قناة المسيرة', 'Al-Masirah', 'almasirah', 'outlet', true, false, 'broadcast', 'قالت', 'قناه المسيره| al masirah'),
	(69, '8cd248bc-5187-138a-203f-d7afd9d0730c', NULL, 'Al Jazeera', 'aljazeera', 'outlet', true, false, NULL, NULL, 'aljazeera net| al jazeera'),
	(70, '14776595-9bbe-4448-1f4f-94a1e5acf49a', 'مصدر عسكري في القوات الحكومية', 'مصدر عسكري في القوات الحكومية', NULL, 'belligerent', false, false, NULL, NULL, 'مصدر عسكري في القوات الحكوميه|'),
	(71, 'f6b2c72b-6b3b-9226-258d-a9c796039172', 'المتحدث باسم السفارة الأميركية في بغداد، جون كارتر', 'المتحدث باسم السفارة الأميركية في بغداد، جون كارتر', NULL, 'spokesperson', true, false, NULL, 'نفى', 'المتحدث باسم السفاره الاميركيه في بغداد جون كارتر|'),
	(72, 'ca0fbeaa-801d-8290-8e2f-80d87b71d65b', 'وزارة الصحة', 'وزارة الصحة', NULL, 'official', true, false, NULL, 'أعلنت', 'وزاره الصحه|'),
	(515, '672cf6ab-dca8-1914-9362-ed79d6bf39c9', 'مصدر طبي', 'مصدر طبي', NULL, 'medic', false, false, NULL, NULL, 'مصدر طبي| مصدر طبي'),
	(516, 'd8592df2-3319-b760-864e-a0ecf8a6d4d2', NULL, 'ب', NULL, 'outlet', true, false, NULL, NULL, '| ب'),
	(517, 'f155291a-0e5b-f6ac-6532-5414f3ff1c5c', NULL, 'ا', NULL, 'outlet', true, false, NULL, NULL, '| ا');
INSERT INTO isnad.named VALUES
	(4096, '{28,51,58,69}'),
	(4100, '{23,49,67,69}'),
	(4101, '{52,72,69,65,69}'),
	(4103, '{26,50,66}'),
	(4105, '{27,25,64}'),
	(8192, '{22,55,60}'),
	(8193, '{32,55,59}'),
	(8194, '{21,36,71}'),
	(8195, '{29,71}'),
	(8196, '{24,71}'),
	(8197, '{30,19,54}'),
	(8198, '{18,33,35,53,70}'),
	(8201, '{17,53,68}'),
	(8205, '{56,61}'),
	(8208, '{31,20,57}'),
	(8209, '{34,62}'),
	(8210, '{34,63}'),
	(16903, '{30,19,54}'),
	(16902, '{24,71}'),
	(16901, '{29,71}'),
	(16900, '{21,36,71}'),
	(16899, '{32,55,59}'),
	(16898, '{22,55,60}'),
	(16909, '{34,63}'),
	(16908, '{34,62}'),
	(16907, '{31,20,57}'),
	(16906, '{56,61}'),
	(16905, '{17,53,68}'),
	(16904, '{18,33,35,53,70}'),
	(17154, '{513,50,66,517}'),
	(17155, '{513,50,515,516}');
INSERT INTO isnad.pair VALUES
	(16907, 16909, 63),
	(17154, 17155, 90);
INSERT INTO isnad.place_form VALUES
	(49, '9dc26698-d041-3795-f1f6-2c0a87619381', 'البلدة', 'sy-ariha', 'Ariha', 'SYR', 'Idlib', 35.813, 36.61, 1, 'point', 'البلده| ariha'),
	(50, '61398a5d-a954-62fc-e3b4-3617d69d77e4', 'قرب كركوك', 'iq-kirkuk', 'Kirkuk', 'IRQ', 'Kirkuk', 35.4681, 44.3922, 2, 'point', 'قرب كركوك| kirkuk'),
	(51, '82f5cfcd-5bee-88f9-5090-abcb5900d36b', 'بلدة أريحا', 'sy-ariha', 'Ariha', 'SYR', 'Idlib', 35.813, 36.61, 1, 'point', 'بلده اريحا| ariha'),
	(52, '518f4596-711c-300e-b50d-eb8e345f282b', 'أريحا', 'sy-ariha', 'Ariha', 'SYR', 'Idlib', 35.813, 36.61, 1, 'point', 'اريحا| ariha'),
	(53, 'ff1986aa-5abd-4639-20ea-0363a11fcdb5', 'مديرية الدريهمي', 'ye-ad-durayhimi', 'Ad-Durayhimi', 'YEM', 'Al Hudaydah', 14.63, 43.05, 3, 'point', 'مديريه الدريهمي| ad durayhimi'),
	(54, '57b2ec17-60ee-747a-8d82-c913044f3bb1', 'الرياض', 'sa-riyadh', 'Riyadh', 'SAU', 'Riyadh', 24.6877, 46.7219, 1, 'point', 'الرياض| riyadh'),
	(55, '794ea776-5945-d304-567a-4b92ec784995', 'قاعدة بلد الجوية', 'iq-balad-air-base', 'Balad Air Base', 'IRQ', 'Salah ad Din', 33.94, 44.36, 1, 'point', 'قاعده بلد الجويه| balad air base');
INSERT INTO isnad.quote VALUES
	(3, 0, 'الجدول الزمني جزء من تفاهمات سابقة', 654, 717, 'المتحدث باسم السفارة الأميركية في بغداد، جون كارتر'),
	(16896, 0, 'الجدول الزمني جزء من تفاهمات سابقة', 654, 717, 'المتحدث باسم السفارة الأميركية في بغداد، جون كارتر');
INSERT INTO isnad.reason VALUES
	(1, 'days overlap; 100% of words shared; same sentence'),
	(2, 'same place; same day; both explosives; same recipient; killed 3 in both; 50% of words shared');
INSERT INTO isnad.recoding VALUES
	(1, '2021-06-01', '\x0228b52ffd60fe04cd1e0046bcdb4ba0d6710ec04b07863d1d6449e90a8d71736ce00c233d1f92c10d6774f6a410cf231529170a4cd188c6f69d8f2bbb278ab94f8c0f6f660f016c6bddef1e3e2165b17016cdd27458fb0096fccd00c500cb000d66c0743d48e547a3f26b51f905f30fab7eacb31483e90d66b8b07a10cb8f86e5d7c2f24b7001c68d4b28a32f71cd74e02b3ceac0d7830e7451e8c057cb488f72a908e9413250abdf544d773e96dd95e5e9fd2303e4a3f7ee7192624c54852c0214492169050989a492d4b0a466b0902a858a9ccb9a0ae673dd1fc720ad903255a486d5315c5990a935afcbbadd5b84fea0ea4f9bb2b8f335f20da76fb8ad4f5bcdb489e3b8b73e4991acd94892aca1e3a975a9c59db3d14a14ada13893dce8464b7434453dde6eb45aee8504b50c59d5e9bacff7e59af947725a5450f9365bd9f4ed29d3f67df5c724835406c89db9dbd42aefe32c8ab3adf2d8cdfb38abeadeb933b7dd3a3a69fbbe91d0aad5d44bb4c837f2bb5706c1fc86d8ef039de464333df7ce1fd96423980856e23d7808f671d913f7712158890fc13efe3a020f3a11d6540b008e9735d51a50d2a20ae695553f6ebd78a24215ccaf563fce65aa9e159e957769ab6580dc0fe633fd3806a73309b8e9346cfc7020e2e547f3f26b79c9e73ed71ef6e783f9d5bb9f079e4bb1580f3ecec48be0d7c5c2299d486b6a886b845494607ef5c7b989f760241ef384532d0c42678a81e9346061af07adfc68567e2d2bbf042794c0d00e7449e8c057841ee56a01e190946de61fc9d0a282ca1ad5eb6c67eecd733fce624d9cb9bbc7fc1827cedcb3657f745a76034cc765d17c1424720a58082682df09068487bcb26ebb79ee06c1f2dc3fb2c94edc084ee23db889fb780e2ee3c195780fbe83f7e0d71d0885fa8b8c82151e1704bd5721c60d2cd699bc583dea0580770d79fba4afd6d9eb0733d09bb65a65796f15575719676a7346ac89236da325ba73398d1b4b132d71288db64572e61c69a34dac916679bb8d2579e26ce4883373b773a32879a2e50fa8cae74ed77dcace55cb169c7bdd3c9edec9b68fdec9d85776a6dafd326f73dd6ddb639aec07f3a9ee147dab5c333f2e5085a36a9efdeaf3e3ac57ad6a3d8650bda86a08f6f113f03b7570619389601f37829fb84c89a3807ddc89bf0e46a6bf5cc1c2263d4a30b7ecce5cf54309e65365dfdd7ebc8313c143f01347e29f3321ebe03db80f1d7c890723002086e9ddcfbb591caf7f4a250bca4beb2e1e275cac3da1668b09c4228d9714ee4d5a272144e108d726737093befded79c2ade0edb6401f1aa86b5969f206e21bcc985e28aeeba4ca2042e3a0a80e8e65606c79c9afdd707a53bf3a90b3698fe5d4930ddc7906', '\x0228b52ffd602701950a00b6d4493d406b9b0eefb2ce9a35f76b9120ee195bfdac8e815763701f1ca271264926d85cf6b7cd44a7bb96d75af94f580d880e02031351471455502e0287ffbe613b0037003a008ff82aa1aa096571d1202d4a5b613303f1277c8d222856d815b1a9a9f0297cadaa38699096450a85cae4bc46ec2203482b5ae2fc7c3c68244d0e01771d5f3520eba26445426552eee43806be4be0ab94b6409c1b87f11d055f77a2b25dbf637d001af7c0770d7cbd58364e1718882fb1e1706fe3bf09beae80b5a0498a11d326e749f01f045fa3480469b122cd0cd080ff42bccd7f1a7cdd88206d925d0428d9352f3c10fe7b449a9ecd7d701db60d8af0e1065fb7da018f05fe0381af51ee6462781cf0e1085fa1031f2af075adad7661c7871a58c187117ccd80191f5ac090a6670b0d000c518c828b2a1d053c18ed0cab15a230129230da2db891100e8e184126a81ecb0a9d5aed5067'),
	(2, '2021-07-01', '\x0228b52ffd60d001f51300c667964ae0d4b60130e27f8c870179324cb5a2a0b1461c39063d5f14e4d85947a0a512c5115109037add6d51e85647993279915632cc728bd16099b4cda595ed9cd59302531630c6ba42ade02632820082008c002e77f39b347f1729ce7b40d55e50b513548dc14c4f4c4a81ff91c29ea904c633a5663e29857d010c442a208a9c86c028f960e1943a9393adc48951e5966e77c7f86f557e52f42ced60e13c8557d1fd6ebecf1d3fb00cbf0f6bec7958cca2873f0db2b0b7330992da854751044512d41be7b16481da0343b1a5c32c963cf30f7fff464837ec62a8b9ce48335dd7fcdb2b861d3f652897fdb653b9cea7ecb737869a2a7aca7278a7a6dcc6c64cd7cfa33cd1fc871a29b01a992bd48d3aadd3e83b2c50ff342917af835b4291c058b9a59215010a1524b6db8da1e76f0708394262bbdd359fbfe556267c9a0b9bc15213e64083f96f779bbf4d293dbf679eedbf62468af3011964ae5037c1eab0409dd68f56425d044b820dc1c66839f1789426223856122819b95def637daba26ed48bba8dfed3bba0eed357de6a870dea3aecbfdd3587afbfdd70caf1a0c1b9690202f817269c3782d041557b51d54e54b5dbc541cfdfdebd60a6458c49ea47486011d312c10341e17c120a8ac803b0202370b99af9c9d37f21ac10743ffd7bd4a06c014d4d17ebac5ddee7b558bc244b3e8e19b7485d92b864b1b827ba768bd502bd4fd46418b6487163506c613d869b97a5b84bf2ab0c14a141d9906edef9f5ca79ed5e9a7399fadbeb819dca67fab797c7cc7367be7f7b31d87158cf3c53b3feed758d9dba5314c726457f7bd1033ec81dea323a0f7bd487fa0f0b002dcb408c654ee622fd4f158fb502a679a439fa2230183c748cce2da409391434', '\x0228b52ffd607700ad0700824f3630804d3a6428c15f20cd4c2ce43c90e01523ca3c29e73dc62d259bd46eb690f74993652488926bb44d12f1342340d4482d239b4d7b5a14b55659e49825edcb5ef8af85ff9a501865ca35664bfc17e3bf787af069fcb426c361d910ffedf05f07145655d828da5c5736c37f31fc578202a3cf8c13d08c0db21bfeabe1bf9836863c0d5c67365be15ff92f874df155eae1cd5a5b5f2c10fe0d8e3f81ff4270184319597685c17fc163c05fc07f4994349f5410f11865d7a0ec8f007f00ff35c547239414cce864087ab3f62f965575a8134b706b34246be25a240800d243295decc1c53aa7dbec5e989dce4f123e915c454501'),
	(3, '2021-03-01', '\x0228b52ffd60520a5d2d004a5150124c9098750e0a00c0101a5cb9139056d72ccc1dcd2bfa1639f3c6273bead0409f4006f0dab5add720b421a8589fc8f05bb89917666692ceb7f698deabebbad6737544464cf6c20ff839c4d4cd060b010c01100141eef4c5377e09e4997ee9933ec88978f13b52fef143dcf8c577fa3249062fbe104ffa52c883bce4f1425ee94b2217f220175212f121677a250d304547a12c2c232ea2a314eb48cc8ea3542b8aebcb518ae585e708c5022bc831de2bdb762b3caba32980455534a32aef9fbaee57a73d997d6cbbeb7186c5ce58e9f44d5ffc20379bbef841bec797b292c717ffe98ddff4484fc48bdf93f96db1df1effac90c99cfe768f0d20157d4136e159c1247a4ef96df16270f74f5d53bdd3171bf4be62a7e9ee15e8d3aec9039a6f90e9d3b24166ef91511c8e063bf7ed3693cd60297a83d1ce99eed4c9ce5beddc32594ca33b1b0cade170341aee46aba136186e9f36188ab3a136d98c36eb4a023906337facfa02e9d4f67d758f4d77a37a05f6389f3798e9a62d1bc46bd91e9b6ebb793cb57dbb13961704300c22057c54d8c83fea2b657dd9c28f6e712a941bfdedddb629776ce9a27d5df5a786e8b90aad2798a6ca8684ca198e5b92f9d53dce44def4c5576a7a197c48f1657021073a200199cc6fab5fb76f49e61e5f00f093a7b4a892f9c7ae3d6690a44595ccaf5e7b9c7faa4d99eab2a7579dd3570ff2763587b2556bca54af9a43cfe5ed6addab55f52bd5abd6bd7ed49ecca9da63082be020081d576c1e6880a704ace028013248b0ab07982007e936edbd6a503f41d3311ac8929b3e29062f857cc895be347aa62f3ed31779e397442ec4cb1f4fe43178d313799023fd10e24e0153332b386aa63504bb7a549705dedc98f050d3cf1c639eedf46f0633dd0d84f638d7623298e9eef555df1e671f571f81b9024bc9455c880b658a609ad78575028e8e1919222c14719422660a9e0ab082a302c810619ebc59a8afe6ed5f4f6617afdaea9505762d28b24ececd4e891b13fdd4c9ab567f3bedc52cd3abfe317be8de40b7d68a823bc61943cee55c29e4485f167122eee3cb19433ec84ba367faa72fbef197dee9853ce99d7ec88784dcc797463fc44ba3271ae25232112ffe10ef2bf28f75db0d74b70f0b74bb11875c8a161598a62a8606128a024c17226efc211ee4434ee4423ee4446e0a79f19b9ec885fcd297a7ec671553c315c3411c1db92667a7db44e8b024c7d0fe44a74585245555b9866af4068bc166e7dee9761b87d3b5990edde96abbf3dc30db2d9d9d33192c66437534da4c674b6b32dbac86e268e9deed6ce94ed70f28c8d2d3a24292e30cabc54cd3edb111d612bc84950309d5800191a71f72e33b3d92ab4a32ff58d555d1dd027b3cc3f2816c1d24c10143607884593930d173b9976a176afbd2ee0bf83701e728efd4e4749b92f50516e21c3df8f05a7519a2e7b2ea537ba9f679e99d7e5d20df061616784a86c505b622b382a3645c4304f9555d95453f5143fb93d9ed9c6d201ebb6a3575418199ac90500d06dc1872e20a39e2e886a64211384946d557fbd815a8a61d45d601b193236244870e24d3d0fe24c3abfa7c2c8ae1edf1d4552a868823073d3d977feccbfba93d5707bd5ca099057061a8011953c418848c90c80424056a1a03404262881466071240f081946939c688428114c5af644449893c296a4f4f0c09c445ab77db8d25f1c226a263d20a44b9a20239fcce5aedba715b519383641ce452e655ca307b4912bfc4b1b24867945f7cf98f93433989e815cd0d6246d71d8a102197b3bbdcfda38f08f8303015459e7eab85a926ee057f39a9303144583bcc6b7c29a4247c3c309c060bf527427a3bf0e1eadcea238c13d93b8e54125d640260fe26f6041427291eb96a070612221d01fb6fa2dd2c2bf69018461589f80aac4dbf9f93796dc1ae7f9483af77e9276f844349678bb58e01a14e5cdc7c9c5aaaee52fb77b5814696a90c40fbaa60e597b94a4c6f2852609c9f583719ec53d907cd2a', '\x0228b52ffd601b027d0d00e6da5d3e306d9b0e58ed3deba193cbd689836d9f933eccf446dcb63d672e173fcdf321f063dbedb06e1361a9e152a31a060606847e1e9f821260454414d85e6cd3404e004d004b001d0e14a10f1de86f9c6c993ac9d3c51a5ba60c49cd68b186a91e8f88fe03d25f0a8b8a9a57c765b08eab1ba840ff09e96f86bb2ba33243cd2e6298ec68fd46cc060d40b7a8116ba703622bab7a0809fad0407f3126575895f34542fa9106fd658d33a8cc8a1133eb4714a21f59881cf4a301fdad441dfd08c2c4aa9cef99d07f10f47752511b27a967911da55c3fa00b7d48427fe326b58be3550370441f7efd8d1ec6692c2f0010431f56e8efc6516c93d9e4cc34bd0dac7de8d15f2a2f17ce9aa0192635ca056f121bfa129afe522a6a46cfaa1a60471f3ee86f4533a9a8a819352a69ddc01fbe4f42a02f71fa1b295f358384425fc2d1dfaaa2913af4250efdcd2ede90ddc45302e94b0cfa3ba1e4456617634c7cc1747a176a6edcec22a66e248ebeb4604a8d8aa4a02f09e8af0505251300179704d16f69a2b91c84220c9b2eae7821bcdab0cdc37a1b8417e44060daabd65c882846441692948cd4812b6d32ef6f1bc50c'),
	(4, '2018-09-01', '\x0228b52ffd60df090d31009a5cb81445706a710348a4fca032a81ea9f475941d3fbd13df43c75f317f2004574cfb490272a4889280ed32a690748ad41aac5715d249bd801a5998d931d71f04e5d54a2809878a25243801320144012f93236c4198d394a9b633ab3255a885f83ecca2425e5c8546e4949f22b144820fab2bcad134afe63fe213fd6f829f3d1e4e10036f0c228b78e30cc0106f9c0110e2b5664556bc191cb533475374f80fe034a35be7df22b7026b9e837a0783f95715c8f155fbf9b13ce41c2e36312a3f2e179b981e203b5c6cc83d98ab8d800d5c2fd63ca7c4ad5374fd3d88d1e17a75baee6f74827195b398d70f2078b056d154f37cfe231eae1bf85f9c84bbe56a58ddaaf768ab74abcea59752ad8f56aaa56aa5f45a0ff78f98d7d0fcbf34605d477caafabf059c88b1d3a5c609e64f08b9605e835f60d374e5b6158adb906e25ab53e230b365905872a8d269af50e58f827748b85b6f97dbfd72bf5c0ec9ecfdb4c6f5769a97946f491aa84bcaf5944ea4cc337b67fee9241dee66ea6e664fe9d4e574b71f2eeffe99ea8af2e20fddfcc5b9a452a7c45513ff8b73bb92e5a85afc7b55b77e5a8336a12dcd361d55b2dacc29f1bf58effc2b4b76afdcccffc5da09dd9cdd682ed9ad834174f3bf86dc03808fc7f10506110e984aa76a7bb43e5a1e2d965ea557751fed8e96aad5d1d6a85aaccea3e5d2c3f41a56bfea5e7a8ff6fb783f7d7c1a58179a5a8c0dd79d23e6f9bf78aaa56aa75a2bbdeaaa63e952ba545bd56b522d552bd57232d615f4e31eb1baa22c6aea4dfc2f0439a4d711ab6bfa5f5a16e975c43ca7ffc5c27c46e5b318a296327dd85107dbc9f47d181da2c2a8bc8ba7edcc361dd520a6e5b72858e031e0530f77fe4e86c82f7f83e62ed15c1a6d8c893580c8439991adcfd26003c85d02726940ee1143ade97f31abae2837f3a7d0843f30b1f84970090f2e7e872172893792ee116fcd55f407bf055ea1c2030b141e52fc5b16ac33ff9689ac625d4e872ba3789a8b6c36ff8bf513ba77bea059e25e4d2a0776b453ed972164b35bf3a24ef17d464ade58470636d1530f7f100e984ac7ea3e5a2b3f5a1d6d975ea573e93d5aab4ed55af5acfe7d148496ccba86279683081ecad0069f95c14691bb54e4d28ac8985834210f45b6f33764ee92cca5c95c0b3bdc0cf1bc5176e48d4330af350424c69b79710523997f2b06e95506e734d32885a6d644f6bf3d8cc3c5f4ec7c1c5c6547fbbb60ce66f3ccebfe7d0133621819a679a36c2e614b99becf08288aaccb6f21d2792853c064b081c05d42e0d2109cfa548b2bd43f629e8550df78e23417cf8f44cb0ce6313c997df03748778974696410ebc0008fe1c910ccdf107297845c9a906ba149090aff66f6e48d410cbc5136c21b670ebcb108e6b58a0228b98273e6dffa915e6570af0c78f0609e99cd245c0ea7bb69e00fa89594324ff733813f1ef076d3b85ed2a9bbe99070b99ef9dbed74bfdec943eae978a6d2eed44060ef04febe812f9c337f9e236687684ecd6fc45cd54fbaa6d5b5b657608dd5bb184481b5158aff1f3e759aa24eff08fc763092f9df055f1ed6e105abac1ef4706630af35fb99f246f84c351ac533ff960975a84f7535492657fdaa4fb55fc6912322324463a4be026013209a7e120938cdea8af2ac6ecd551135a6efc3519cd5ea301f11f07082605e2b880ce28db07e5a37919859f4fc2d7059f0cefc5b2b48af32786ba77cd395ecb957a8e05eff5bb2eaca6e4dfcef051ddcc53c037c1c5cd5c3f4abfe65140141eb329466425393a2d8113f45029b6862f1934800512bf17d98157214084477d0a6a27ce72188220f4706f35a32928e37c23aa866a11954a8c10c64022330c61043100964c6461b374042a3cc50de12a8e24c4e730832830413cccc10c5e51fcb03051518e51d11d14f789bc3795bc90d2b1e6c8433260c2565b02e685d938d27fc54c5dde9eac0203de60b7c2407a714fe8b99054bf3763b2bcd4043341a716ab135ef6608a14dcc261c6782bdfe58bf5fd8f05de224f42ed0f61cf1e8dd022719043d7109e0a4a51ea0518584109b0f9eb04abc340b312505ecc3ec4afc40a13976f6e804167f4c659da815689e3b7a15ca5293395868ce5b9285a9dea1145d4d0e14623d809836f318bc042d2202aa927f2af0fa2d5864f65faf547d7a5d83f3f2c5a10a', '\x0228b52ffd60d502c5100046606e41408d9a316b9c84b1f407fa4a2663e21f583c180580319349961fb3579a1357f72dec96125eb2fd4176a3a42448c7ccf8fea21b6b8f08e6845cced9f512d48da6035a005d005d002911881f7d7818e00bf0df05ab0e56dcc5c120477654951162db3d49e067f84f52a84165dab413835ac4f009f8afcecb72da4555aad9082f4a001f80ff24c7a4b6d209a94aa5654d6aef9fdc3aabc066b243de979711af13af4bd7b878e26d096926f81910fe43c0694c6a2dbc2b98143e2644753f84a86434f89911ff793228896d9adc2e4a04e2471efef36050d5ce8cbb2a990f3f62f19fb4906a19951d9ac5b11f6df0df04cdab8394ab385564e2472198121f432117d2a2dc27de969054c197229cf89208cc26117f82e0bf8f677ae04b2bfcf7e9509dc5205761bc2a920a5f2ae13fd931298517b26e548b0638f81a0bfe83185c405d51caadde15c9c3b730e13f1b61034962d1c1b7c8e0bf4e4773c201224228fc0d090d74516172760758fc8d89ff3a5b6506829b127f33e2bf0c24ab4c8b18f1b684a8e4801b09fec681ff3e053e54ada8c6c0a2da459954f81306ffd5cbce8d8d492d4e362d8520aa665aa572bb2913893f5df09fb43278c5230086c168a24260100c96d56081874fd54a0a3030e131d57412d69e8a09b3a3d7e4f7eb23b73d94c99c8686203630e241decd16407b821585c52df5c98ada8471e0127d7300f3b690a81cee3830b1bdf8282017cba6382830b49867'),
	(16896, '2021-03-01', '\x0328b52ffd60460ad52400a433c3de3435343337633739633137306539313763363538393535393936633137666361323333653036383033623062343035313863643134333438386530313539396322a2de73616d706c65732f30322d74776f2d732e74787422b36850dc0056c8d8a7d984d8a3d8b1d8a8d8b9d8a7d8a1203320d8a2d8b0d8a7d8b12fd985d8a7d8b1d8b3203230323156b00129ccdd56fd01cbddfe03cd02cbdd9e05c001cbdd8403bd01e881dd89043facd8afd988d98420b2d985d986d98a20d8acd8b2d8a120d985d98620d8aad981d8a7d987aa20d8b3d8a7d8a8d982d8a922a3ded8a7d984d985d8aad8add8afd8ab20d8a8d8a7d8b3d985b3d981a9a3d985d98ad8b1d983d98ad8a920d981d98a20d8a8d8bad8afd8a7d8afd88c20d8acd988d98620d983aad8b122e813a3060ac5dc000acfdc3f1d601e24d986d987d8a7b4d987d8b1acd8a7d8b1d98a3e22b9022815fd013233cade633222c6431f44de555341229c4985dcef038e05333020d8add8b2d98ad8b1d8a7d9862fd98ad988d986d98ad988d985d982d8a8d984fc0427c4df8d05ec0edcd5025d5c60ded982d8a7d98422d0d98284d88c20d88c20d8a5d98682d988d8b3d8aad986d8b3d8add8a8d8a7d8b9d8afd88c20d985d8b48b20d8a5d984d98920d8a3d986205c225c222e22efdd39cd023322a7de64656e69616c22545beade706f6c617269747922f0de6e656761746976652256dc8a0608c5dc0008cfdccf055d9b4e86dc8a060c9c49266c2b2d0edc890686d981d98922d0dce404c034313622ef353422a85330706f73695703dc82020cc5dc000ccfdc190c75732d77617368696e67746f6e225cde5783cb3ecaba280e459b4fdf008ad988910b1bcc033437cade633658de76697369742215880306c5dc0006e3dcf40106cfdce501406d7573746166612d6b61644d20616c2d4b1d9b4986dcfe012044de534155229b49266edc7b73612d726979616468225cde521c0004dd880f0493c21c72dfa5010ca3d8b3d8a8d988d8b9b61a1bc4df9a01c6dcad01bdefde732f2f3236312257e81814de6333343038663638323431623735373262646361373733366462353163353463633166646566666635316533326636643433633166383937613764343531353922ecec7da831a153c6189a911199b0a020cd18304262888c99f512c8232dd3520e19642490928924944832a2a4a575e4c19fee1012a217811837fa633e2c5cdaa2055e01882bb54696de51de35f70a4f3db6fb237e0775a42285abb9833e4f92746255d58d4107f6281ebbca2c9efc15d416813861010262c63a9720a8b92811d09cbdd35d0efad0fb3090905075b0c733859708f10c1f179cde303326e82f4cf4910503abcbef3bc7d298ed356425b1345a663d059cd3c65e6cc4f6dad06c731f16eb7b849403f0b93a117f8b5afa786b62d15ba4093596222391f445886ba740b1ac4a710fc585d551c0006d9176823dbba8fe29abac5b32d224d563442a307e530d0339890be62596e0f18fa37a3ceb39d3c96bea81d36d822200ca1b00bdbe5604a5eeae536b7dfad4c1e67a6f44ee2ba0c5b3483fe086bde3fda671261e3c95f0a2c4b486343f98384185a15fbcd3c3b718f02395b4ab0a3e9eca9e09a902', '\x0328b52ffd601b02b50700d4083230343332a604efe0b0048404efe0a304d2ca04efe0f104d63334313534d206efe0de06d475732d77617368696e67746f6e22efe0c506efe0d135fa34343722efe08207efe0907669739507efe09b07d4de732f6d7573746166612d6b616468696d692f3222efe09c07efe0dc0773612d72697961646822efe0dd07efe0e9073631bb08ea07efe08508eeeeec25209062678882078ab7e0149bb1508912a0ef928939115a5eee9e8db6fc1c3cff3073079b71068e09c706068674e0c225640f5e7b903a303c91ccb2670bc506a629d044ac5c28e3354a0a0ec165027f91b543179429d306185e07bb93cb0fbc3dd4160cd60c20'),
	(16897, '2018-09-01', '\x0328b52ffd60d609e52500f436c3de3561316230343234643937633034633031343865626164376336613364393732383466653830613836653537316565623763333232623262353235373031333522a2de73616d706c65732f30332d74776f2d746f6c6c732e74787422b36850dc006bc8dfea313720d8a3d98ad984d988d9842fd8b3d8a8d8aad985d8a8d8b120323031386bda011f400fccdd22f302cbddea05ee01cbdde003a901cbddd602ed01de0320e88013a7de616767726567617465225432ab0e0ac5dc8d040ae3dc8e040ae3dc900208e3dc1c08cfdcf30319636f616c6974696f6e225c259c4c86dc860217686f7574686973225cde482028416e73617220416c6c61682922249d02e3dc9c020c99de554146224e27de6163050be0053fe005d9020aa1dc0d11b163bf0b0be00b3fe00b7bdce8020c1b1ab2dcc5011d01d984d98ad98420d8a7d984d8a3d8add8afa7d8abd986d98ad986cb0120fa03365cded985d8b5d8afd8b120d8b9d8b3d983d8b1d98a20d981d98ad982d988d8a7d8aad8add983d988d985d98ad8a922428f5db67edcf704f3022f62617279652d616c2d682d676f7665726e6f72323934223822c1e10262ca9a070ec5dc000ee3dc1e0ae3dc4a06e3dc1c08e3dc760acedc510ca03adc1115460a0a340db2dcdf06a20517d982aa22d0dc35ee0133cade633322ac5bc2dcbe050cc5dc000ce3dc2406e3dc360cdc3506a1dc090b0e0be00e3fe00e7a3db7dc400ca1dc231eb1646ddf0a9c09275cded8b7d8a8d98ad8a8d985d8b3d8aad8b4d981d989abd988d8b1d8a922428cde6d656469632260e4e3dc39178d60ded986d98215a9636f727073652e61727269766522ef3134326e61c1e1024fca6368616e67652217dcda0206c5dc0006cfdc0e476d617274696e2d677269666669746873225cde4d204786dc94010e44de59454d229e4e26c70cb40b479060ded8afd8b9d8a722d0dc11edefde732f34343354cade63358c0208c5dc0008cfdc1224bf0dc00d249460ded986d8afd8af9d022e61744fca86030ac5dc000acfdc67d8b7a8e81befde633322eade66f0de6b696c6c65642262de74776f206669677572657320666f72206f6e652022e3de636c61696d7322f0edde633222e814de6333343038663638323431623735373262646361373733366462353163353463633166646566666635316533326636643433633166383937613764343531353922ecec73a8419554841845664644b4306d39404262884c11e901128090719c0649121a6304436602a19920ca2b2d308c01456f4d64b810d5e748fdc3431466000aca619336b0ced2a02df89f5ab4ac08c29eee6b700e7857611a3446ba3f8f053c309b8a99b6caae37592f3488436b54015e078688b8fc01627cc419987d0012e210063642185a3b80418f6033174298bfb3c1a4ccc424259b995b7eb9bcef9698cf2095fded2d70ce23bdf9a099141664caa8e2e35c7dc7fa23841f1bf23f4d4ac0ba724dde43d0f581224d309a0326cbcf21cefe304ece21671764a0d46277ace791e080e785ea8dd70ad1be943c3f5e043504f442fbcb7a4dd2d2243b637f62bf635f51f9c09b03e2b7505b067d235db70e7e19301019fc9c2a7bc3236956ff9502f8a86882a870f29d784e7dbd853b529d5feef14a9dd0fc13d4d49531d3dc56f91cff90de53a675ea358daa', '\x0328b52ffd60d8026d0c00a40ee000efe00a686f757468697322efe025efe035636f616c696261726522efe038efe046d279652d616c2d68e012efe0208702efe09102a301efe0bc01a602efe0bdefe0c302efe0e02d676f7665726e6f72e0e102efe087033222efe080393422efe0b403efe0c003a6d722efe0dd01efe0fd3822efe0da03efe0900432333333636f727073652e617272697665fe06ff06efe08a07328d07efe0abab06efe0d2068e06efe0a5066368616e676522efe0b007efe0b607d4de732f6d617274696e2d67726966666974687322efe0b707efe0fe0734343322efe08108efe08f2e6174e0f108efe0fb08eeec3a2060c2213332520fe2b400eab9071c4ab3d9e4005d644009e99934ebc2e28dc105600760428e3fe4b619b7c9c053bdacde255e962fb133839c1980fb3c5a8125032ef3ae6c605ad873f6850c3c4572e8f691e82007c56545b293cd436cec446e172c7e665181d3aba9efcb40d13d4cdf00896c4a3e0ef70156e6894e7a071e8be298e03a50ab38072373a36febc5e84bc951f46a7a51b6b5a2cb6c0483351208'),
	(17152, '2021-06-01', '\x0328b52ffd60de00350b00d411c3de3833366537613861623230643030303865386132613564663633393366356632313064373530626538353830316430613932333039386363313035613833623422a2de7430d8a78001c8dff08e73398b89e1025e2fdd008001e88013ac5917dc440cc5dc4308e3dc440ccedc1b08459c4e297bdc00081513b2dc741169712d6b69726b756b225cde4b1d00f9d215928c1b7408df00d8a7d984d8a3d8b1d8a8d8b9d8a7d8a12810dc380c5cb4d8b1d8b7d8a922475e6b11b5e722a5ded8a72242927edce50180016578706c6f36333622c1e1025ce81814de6333343038663638323431623735373262646361373733366462353163353463633166646566666635316533326636643433633166383937613764343531353922ecec18003566096c0007c8e7000e508085418200e41cd804b3564a8c2284ad8e1a020226075856906cd030c58032d045012d046319bfa29c0b34e0268d2ec87b0d58c9a28bc7d540cf', '\x01ebde633122f0ededde6576656e745f7479706522efde74726967676572732f6578706c6f73696f6e22efe022efe02ed3de70656f706c652f363322efe014efe01cd2de706c616365732f69712d6b69726b756b22efe043efe054d5de70656f706c652f363322efe009efe01cd7de6461746522efe057efe067d6de6174747269627574696f6e2f3622efe073efe07feeeeec'),
	(17153, '2021-06-01', '\x0328b52ffd60ec00cd0b000413c3de3562373239663561663562376539643836326133363661303633623337656166353436656435383864333163353664666263323064653537626133343439333022a2de7431d8a88c01c8dff08e73398b89e1025d2fdd008c01e88013ac5917dc5a0cc5dc5906e3dc360ce3dc240ccedc3508459c4e297bdc00081513b2dc8e011169712d6b69726b756b225cde4b1d0004f9d215928c1b7408df00d8a7d984d8a3d8b1d8a8d8b9d8a7d8a12810dc340f5cded985d8b5d8afd8b120d8b7d8a8d98a22428cde6d65646963225db5e7a822a5ded8a82242927edcf7018c016578706c6f3633732f37e81814de6333343038663638323431623735373262646361373733366462353163353463633166646566666635316533326636643433633166383937613764343531353922ecec17002886820c9925e8011c883e8833061f3a905dd01374da2c89354b50026c730758e0906c2b31c5541785d00009682118cbf8c7e46cf80037497541ca6bc06016dd765c0d340a', '\x01ebde633122f0ededde6576656e745f7479706522efde74726967676572732f6578706c6f73696f6e22efe02defe039d3de70656f706c652f363322efe012efe01ad2de706c616365732f69712d6b69726b756b22efe04eefe05fd5de70656f706c652f363322efe007efe01ad7de6461746522efe062efe072d6de6174747269627574696f6e2f3722efe07cefe08b01eeeeec');
INSERT INTO isnad.record VALUES
	(2, 2, 1, '0.1.0', 'bfd7ffed59c64736d7b455bc7213404d871e00f6bfcb46a99efbfe041218cac6', 'ar', true, 1, 'انفجار قرب كركوك', '2021-07-02', 'metadata', NULL, NULL, '|'),
	(1, 1, 1, '0.1.0', 'bfd7ffed59c64736d7b455bc7213404d871e00f6bfcb46a99efbfe041218cac6', 'ar', true, 1, 'مقتل تسعة مدنيين في قصف على ريف إدلب', '2021-06-15', 'metadata', 'aljazeera', 'Al Jazeera', 'al jazeera|'),
	(3, 3, 1, '0.1.0', 'old', 'ar', true, 1, 'بغداد وواشنطن تختلفان على موعد انسحاب المدربين', '2021-03-03', 'dateline', NULL, NULL, '|'),
	(4, 4, 1, '0.1.0', 'old', 'ar', true, 1, 'غارات على الحديدة.. والحوثيون والتحالف يختلفان على الحصيلة', '2018-09-17', 'dateline', NULL, NULL, '|'),
	(16896, 3, 2, '0.1.0', 'c3408f68241b7572bdca7736db51c54cc1fdefff51e32f6d43c1f897a7d45159', 'ar', true, 1, 'بغداد وواشنطن تختلفان على موعد انسحاب المدربين', '2021-03-03', 'dateline', NULL, NULL, ''),
	(16897, 4, 2, '0.1.0', 'c3408f68241b7572bdca7736db51c54cc1fdefff51e32f6d43c1f897a7d45159', 'ar', true, 1, 'غارات على الحديدة.. والحوثيون والتحالف يختلفان على الحصيلة', '2018-09-17', 'dateline', NULL, NULL, ''),
	(17153, 17153, 1, '0.1.0', 'c3408f68241b7572bdca7736db51c54cc1fdefff51e32f6d43c1f897a7d45159', 'ar', true, 0.93, 'لقي ثلاثة جنود مصرعهم في انفجار عبوة ناسفة قرب كركوك، الأربعاء، وفق مصدر طبي.', '2021-06-16', 'metadata', NULL, 'ب', 'ب'),
	(17152, 17152, 1, '0.1.0', 'c3408f68241b7572bdca7736db51c54cc1fdefff51e32f6d43c1f897a7d45159', 'ar', true, 0.94, 'قُتل ثلاثة جنود في انفجار عبوة ناسفة قرب كركوك، الأربعاء، بحسب الشرطة.', '2021-06-16', 'metadata', NULL, 'ا', 'ا');
INSERT INTO isnad.run OVERRIDING SYSTEM VALUE VALUES
	(1, '2026-11-29T17:49:07Z', '0.1.0', 17, 16),
	(2, '2026-11-30T11:53:31Z', '0.1.0', 12, 0),
	(3, '2026-11-30T11:53:32Z', '0.1.0', 2, 1);
INSERT INTO isnad.sketch VALUES
	(1, '\xe983cf01a5665c0ed43c230c5bab1302256c8b061c19bc00df3a9c029e0fa201023ef70973e0a004c3b44f042d4c96000959b80190bd620547be4d0d155b1403c7d94103917e81089117930114c72c06892b3d01b1d6fe0286fa5d022e67e5036c60d1029c08ce00f7f4d90385ec0b05b38a680707cd9c0251550b02618d9a03ec58ac0991f70e0125950d0151ba61003c8a8e055682460e25f4790723715500e3c92c05ba6e9a0514c79105dd52db07aeb6f2079badb90210fb0f04562bd907717e47051d5cfc00ab691800ee7bcd0a67c0ac0d8122b002cc2780019c158114fe2e9a0365822a03662ea1016f0d0d015d6170010c907e0306574201c98a5500', '920554a1c4fbfefe7c6f2ffb039e1abaad4f277732717daee4413c23dae65a65.8a7fec25'),
	(2, '\xc47c95125431d61d5ce7a6142264f807e3ef8317f28d210ca9d83c0c2f7b650d37d5a70f2a1130125e0469005e93b508e12e9b0290336b04dba850113cfd6f0006c46b222f5bf1133105f8028dcd5a28778bd831e428410d588ef117df46880acab589011b05d504a6011801fb73c7010e1b5a0dfbc87c072632f5083d7c5c0d7b9e85028a9ccc00d88c4a039b401f0e7d7c3e04770a35137ad1a5138a0f0b05fdcb8b171b835a096c0ae604ca5c4d137329f70169b35500fa4f1d214bba770d77da1f118e58fc048098dc100d4bec152ea5480c8acde8120b845b15b431ff0722a1b206e8083e0c21e323064d540103592acd112a98aa01eef67c0dfe13d110', '262eaef7a5c47531c30f9a6dc3b7377968cb3bad1603c2617a76116c6225f329.6f1a959d'),
	(3, '\x2b8ce201f88559038b13d50220f24a0541a1620588ff1a01534bed00f0c5be02d2f1a300a3da0600f2b8390921a56f01e598e2022368200365767800633185060091ae018dcd0a021736a000fd45570178928a0420a6670715c54604ba9eea00483b4400d3d6ca00e70e320084e2ab006d016a01b4da330149674700a826e600c4521a01e73cb3052a93030162b2ed0c3ec80901d5193d0019787600c4417e0078c5a503e2c032066a84a803e26deb011ca7c000118b290018314e0049e14503d5138b01c1c631019e9a1500f4c809017b9d3400a0329e01a6641b03a38407008d84440111df0300a1695d009a7d9b00efcb1d0124a71900a0663001a700ef02', '45437c79c170e917c658955996c17fca233e06803b0b40518cd143488e01599c'),
	(4, '\x231020021db9400191c67a02a2a4db047bd442002cbc65013981700e92df0700bc404e06dc84310061980d04b5ba3c0affe0d4053d8cd4004fa43a00ac1bc50302f40f021167ae032a250c00d440ea0367161605373e5805262e24018de2eb02220d6d053b5590050ed04b013a2d7104e8358d0149630c00ae8c95012fe4c503bbc1760394f2340179cf7e031726c80293c7bc02dfc40f000fa607030d87cd00baf83e00c2c3de00995eb1020b8f0706463048042c54b507e6b0be0062060a0062d0f6049b387e00374a9306d0f6b301e23a830657142800762f59003bee5d00feda5e00024651055195d002a2a00503f8b56807df7b9d0563d0880080d61e00', '5a1b0424d97c04c0148ebad7c6a3d97284fe80a86e571eeb7c322b2b52570135'),
	(17152, '\x25d6fe385431d61de03ddc327feb7e2ce0efce0afcbd9b543655b903da1d8d0b3e08ba3a8ec51c5dbf9e711c183b110c316aa2059effd238a7358801986a1d08cbf13e02b58dfc0078496e087d4b0d2243f99807102f7c0c588ef1174086d717cab589011173ca0da601180102f4190f846de35515cc3530ce1df60bd9c56e065ed72605604d9c1e562047163ca5ba547d7c3e04770a35132dad6e193309e30ebd8aaa1db4475f1f6c0ae60400caf91807ec445369b3550052e09f099d598a141bee970b74849224d4ef3e265130cb05ca5284067e14c14cac511d1ba1b6d125988a360eefcb6706e7f5c926d330c72238c3ab17b5c29615c6bf260afe13d110', '836e7a8ab20d0008e8a2a5df6393f5f210d750be85801d0a923098cc105a83b4.c548e7ed'),
	(17153, '\xd0e31806eab9fe05e03ddc32c667f01f3afe114ca2aad30f427055035933a5147fd18a2bfdccf907513f2113183b110cd0c14c000aa77d10a05bb44fb970140406c46b22b58dfc0078496e0804625903f68929004bab9706588ef11774220e21cab589010cad250ea601180102d720146495cc47a3671408ce1df60bfd09e6045ed726053ea0ed005dca5e47beab47007d7c3e04770a35132dad6e193309e30e2c0d4e03b4475f1f6c0ae60400caf9186302461669b35500f3acbe1f34efa8121bee970b00ab7708d2cea10f4026a3028f0e791a84a0db2c9e5be60ba1b6d1253633f2128734ac02e8b760115242283e38c3ab17a4365a32c6bf260afe13d110', '5b729f5af5b7e9d862a366a063b37eaf546ed588d31c56dfbc20de57ba344930.838e081e');
INSERT INTO isnad.source_form VALUES
	(1, 'Al-Masirah', 'almasirah', 'outlet', true, false),
	(2, 'Amnesty International', 'amnesty', 'unknown', true, false),
	(3, 'Martin Griffiths', 'martin-griffiths', 'official', true, false),
	(4, 'Ministry of Defence (Iraq)', 'mod-iq', 'belligerent', true, true),
	(5, 'الحكومة العراقية', NULL, 'official', true, false),
	(6, 'الدفاع المدني', NULL, 'medic', true, false),
	(7, 'الشرطة', NULL, 'official', true, true),
	(8, 'المتحدث باسم السفارة الأميركية في بغداد، جون كارتر', NULL, 'spokesperson', true, false),
	(9, 'طبيب في مستشفى الثورة', NULL, 'medic', true, false),
	(10, 'متحدث باسم الجيش', NULL, 'spokesperson', true, true),
	(11, 'مصدر طبي', NULL, 'medic', false, false),
	(12, 'مصدر عسكري في القوات الحكومية', NULL, 'belligerent', false, false),
	(13, 'وزارة الصحة', NULL, 'official', true, false),
	(14, NULL, NULL, 'outlet', false, false);
INSERT INTO isnad.word_2018_09 VALUES
	(4, '2018-09-01', '''17'':9 ''2018'':12 ''22'':70 ''31'':14 ''اثنين'':22 ''احد'':21,39 ''اخرين'':71 ''ادت'':62 ''اربعه'':86 ''استقبل'':83 ''اسفر'':36 ''اصابت'':59 ''اصابه'':69 ''اطراف'':96 ''افاد'':44 ''الاثنين'':22 ''الاحد'':21 ''الاطراف'':96 ''الاممي'':91 ''التابعه'':55 ''التحالف'':5,17 ''الثوره'':79 ''الحديده'':3,34 ''الحصيله'':8 ''الحكوميه'':49 ''الحوثي'':28 ''الحوثيون'':4 ''الدريهمي'':31 ''الدوليه'':104 ''السعوديه'':19 ''العفو'':103 ''الغارات'':58 ''القصف'':105 ''القوات'':48 ''المبعوث'':90 ''المستشفي'':82 ''المسيره'':54 ''النفس'':99 ''اله'':73 ''الي'':63,92,97 ''اليمن'':93 ''اممي'':91 ''ان'':57,81 ''ايلول'':10 ''بالقصف'':105 ''بتمبر'':11 ''بحسب'':42 ''بفتح'':107 ''بقياده'':18 ''بينهم'':67 ''تابعه'':55 ''تابعونا'':110 ''تحالف'':5,17 ''تحقيق'':108 ''تسعه'':65 ''تويتر'':112 ''ثوره'':79 ''جثث'':85 ''جريحا'':88 ''جماعه'':27 ''جنوبي'':32 ''جهتها'':51 ''حديده'':3,34 ''حسب'':42 ''حصيله'':8 ''حكوميه'':49 ''حوثي'':28 ''حوثيون'':4 ''حوثيين'':56 ''خمس'':23 ''دريهمي'':31 ''دعا'':89 ''دوليه'':104 ''رويترز'':74 ''سبتمبر'':11 ''ست'':84 ''سعوديه'':19 ''سوقا'':60 ''شعبيا'':61 ''شن'':15 ''ضبط'':98 ''طالبت'':106 ''طبيب'':76 ''طفلان'':68 ''طيران'':16 ''عسكري'':46 ''عشر'':40,87 ''عفو'':103 ''علي'':2,7,25,111 ''عن'':37,75 ''غارات'':1,24,58 ''غريفيث'':95 ''فتح'':107 ''في'':29,47,77 ''فيما'':100 ''قالت'':52 ''قصف'':105 ''قناه'':53 ''قوات'':48 ''قوله'':80 ''قياده'':18 ''كاله'':73 ''لجماعه'':27 ''لحوثيين'':56 ''للحوثيين'':56 ''ليل'':20 ''ما'':35,43 ''مارتن'':94 ''مبعوث'':90 ''محافظه'':33 ''مدنيين'':66 ''مديريه'':30 ''مستشفي'':78,82 ''مستقل'':109 ''مسلحا'':41 ''مسيره'':54 ''مشاركه'':13 ''مصدر'':45 ''مقتل'':38,64 ''من'':50 ''منظمه'':102 ''مواقع'':26 ''نددت'':101 ''نفس'':99 ''نقلت'':72 ''وادت'':62 ''واربعه'':86 ''واصابه'':69 ''والتحالف'':5 ''والحوثيون'':4 ''ودعا'':89 ''وطالبت'':106 ''وقا'':60 ''وكاله'':73 ''ونقلت'':72 ''يختلفان'':6 ''يما'':100 ''يمن'':93 ''ينهم'':67');
INSERT INTO isnad.word_2021_03 VALUES
	(3, '2021-03-01', '''2021'':12 ''3'':9 ''30'':54 ''ابقه'':66 ''اجنبيه'':21 ''اذار'':10 ''اربعاء'':8,18 ''ارتر'':46 ''اسبوع'':92 ''اسم'':40 ''اشنطن'':79 ''اعلنت'':13 ''الاجنبيه'':21 ''الاربعاء'':8,18 ''الاسبوع'':92 ''الاميركيه'':42,49 ''البلدين'':84 ''الجاري'':29 ''الجدول'':61 ''الجويه'':26 ''الحدود'':101 ''الحوار'':82 ''الدفاع'':15 ''الرياض'':91 ''الزمني'':62 ''السعودي'':99 ''السفاره'':41 ''الشهر'':28 ''العراقي'':88 ''العراقيه'':16 ''العهد'':98 ''القاعده'':52 ''القوات'':20,48 ''الكاظمي'':90 ''الماضي'':93 ''المتحدث'':39,68 ''المدربين'':7 ''المقابل'':37 ''المقبل'':57 ''الوزراء'':87 ''الي'':59 ''اليوم'':17 ''اميركيه'':42,49 ''ان'':19,47,60,69,78 ''انسحاب'':6 ''باسم'':40 ''بحث'':95 ''بغداد'':1,44 ''بقاء'':75 ''بلاده'':71 ''بلد'':25 ''بلدين'':84 ''بمخرجات'':81 ''بيان'':34 ''بين'':83 ''تختلفان'':3 ''تفاهمات'':65 ''تكون'':70 ''تمديد'':74 ''تنسحب'':22,50 ''جاء'':32 ''جاري'':29 ''جدول'':61 ''جزء'':63 ''جون'':45 ''جويه'':26 ''حدود'':101 ''حزيران'':55 ''حوار'':82 ''حيث'':94 ''دفاع'':15 ''رياض'':91 ''رييس'':86 ''زار'':85 ''زاره'':14 ''زمني'':62 ''سابقه'':66 ''ستنسحب'':22,50 ''سعودي'':99 ''سفاره'':41 ''شهر'':28 ''طلبت'':73 ''عراقي'':88 ''عراقيه'':16 ''علي'':4 ''عهد'':98 ''غداد'':1,44 ''في'':33,36,43,53 ''قاء'':75 ''قاعده'':24,52 ''قال'':38 ''قد'':72 ''قوات'':20,48 ''قواتها'':76 ''كارتر'':46 ''كاظمي'':90 ''لاده'':71 ''للوزاره'':35 ''لوزاره'':35 ''ما'':31 ''مارس'':11 ''ماضي'':93 ''متحدث'':39,68 ''مخرجات'':81 ''مدربين'':7 ''مشيرا'':58 ''مصطفي'':89 ''مع'':96 ''مقابل'':37 ''مقبل'':57 ''ملتزمه'':80 ''ملف'':100 ''من'':23,51,64 ''موعد'':5 ''موكدا'':77 ''نفي'':67 ''نهايه'':27 ''واشنطن'':2,79 ''وزار'':85 ''وزاره'':14,35 ''وزراء'':87 ''وفق'':30 ''ولي'':97 ''ونفي'':67 ''وواشنطن'':2 ''يان'':34 ''يوم'':17 ''يونيو'':56');
INSERT INTO isnad.word_2021_06 VALUES
	(1, '2021-06-01', '''14'':16 ''اخرون'':17 ''ادلب'':8 ''اريحا'':23,48 ''اسم'':33 ''اشخاص'':45 ''اصيب'':15 ''اطفال'':14 ''اعلنت'':40 ''الانسان'':30 ''البلده'':39 ''الجيش'':34 ''الدفاع'':25 ''السوري'':28 ''الصحه'':42 ''القصف'':53 ''المدني'':26 ''المرصد'':27 ''امس'':55 ''ان'':35,52 ''انسان'':30 ''باسم'':33 ''بحسب'':24 ''بعه'':44 ''بلده'':22,39 ''بينهم'':12 ''تسعه'':2,10 ''تكون'':36 ''ثلاثه'':13 ''جيش'':34 ''حسب'':24 ''حقوق'':29 ''دفاع'':25 ''ريف'':7 ''زاره'':41 ''سبعه'':44 ''سوري'':28 ''شاهد'':50 ''صحه'':42 ''علي'':6,21 ''عيان'':51 ''في'':4,18,46 ''قال'':49 ''قتل'':9 ''قصف'':5,19,47,53 ''قصفت'':38 ''قواته'':37 ''لحقوق'':29 ''لده'':22 ''متحدث'':32 ''مدفعي'':20 ''مدني'':26 ''مدنيين'':3,11 ''مرصد'':27 ''مقتل'':1,43 ''نفي'':31 ''واصيب'':15 ''واعلنت'':40 ''والمرصد'':27 ''وزاره'':41 ''وقال'':49 ''وقع'':54 ''ونفي'':31 ''ينهم'':12'),
	(17152, '2021-06-01', '''اربعاء'':10 ''الاربعاء'':10 ''الشرطه'':12 ''انفجار'':5 ''بحسب'':11 ''ثلاثه'':2 ''جنود'':3 ''حسب'':11 ''ركوك'':9 ''شرطه'':12 ''عبوه'':6 ''في'':4 ''قتل'':1 ''قرب'':8 ''كركوك'':9 ''ناسفه'':7'),
	(17153, '2021-06-01', '''اربعاء'':11 ''الاربعاء'':11 ''انفجار'':6 ''ثلاثه'':2 ''جنود'':3 ''ركوك'':10 ''طبي'':14 ''عبوه'':7 ''في'':5 ''قرب'':9 ''كركوك'':10 ''لقي'':1 ''مصدر'':13 ''مصرعهم'':4 ''ناسفه'':8 ''وفق'':12');
INSERT INTO isnad.word_2021_07 VALUES
	(2, '2021-07-01', '''1'':22 ''20'':19 ''2021'':25 ''اب'':23 ''اغسطس'':24 ''افراج'':17 ''الافراج'':17 ''الحكومه'':15 ''الشرطه'':13 ''العراقيه'':16 ''انفجار'':1,7 ''بالافراج'':17 ''بحسب'':12 ''تعهدت'':14 ''جنديان'':5 ''جينا'':20 ''حسب'':12 ''حكومه'':15 ''ركوك'':3,11 ''سجينا'':20 ''شرطه'':13 ''عبوه'':8 ''عراقيه'':16 ''عن'':18 ''في'':6 ''قبل'':21 ''قتل'':4 ''قرب'':2,10 ''كركوك'':3,11 ''ناسفه'':9 ''وتعهدت'':14');
SELECT pg_catalog.setval('isnad.block', 67, true);
SELECT pg_catalog.setval('isnad.change_id_seq', 1, false);
SELECT pg_catalog.setval('isnad.decision_id_seq', 1, false);
SELECT pg_catalog.setval('isnad.form_id', 2, true);
SELECT pg_catalog.setval('isnad.review_id_seq', 1, false);
SELECT pg_catalog.setval('isnad.run_id_seq', 3, true);
ALTER TABLE ONLY isnad.actor_form
    ADD CONSTRAINT actor_form_pkey PRIMARY KEY (id);
ALTER TABLE ONLY isnad.article
    ADD CONSTRAINT article_ident_key UNIQUE (ident);
ALTER TABLE ONLY isnad.article
    ADD CONSTRAINT article_pkey PRIMARY KEY (id);
ALTER TABLE ONLY isnad.band
    ADD CONSTRAINT band_pkey PRIMARY KEY (hash, article);
ALTER TABLE ONLY isnad.body
    ADD CONSTRAINT body_pkey PRIMARY KEY (article, month);
ALTER TABLE ONLY isnad.body_2018_09
    ADD CONSTRAINT body_2018_09_pkey PRIMARY KEY (article, month);
ALTER TABLE ONLY isnad.body_2021_03
    ADD CONSTRAINT body_2021_03_pkey PRIMARY KEY (article, month);
ALTER TABLE ONLY isnad.body_2021_06
    ADD CONSTRAINT body_2021_06_pkey PRIMARY KEY (article, month);
ALTER TABLE ONLY isnad.body_2021_07
    ADD CONSTRAINT body_2021_07_pkey PRIMARY KEY (article, month);
ALTER TABLE ONLY isnad.change
    ADD CONSTRAINT change_pkey PRIMARY KEY (id);
ALTER TABLE ONLY isnad.claim_form
    ADD CONSTRAINT claim_form_pkey PRIMARY KEY (id);
ALTER TABLE ONLY isnad.claim_row
    ADD CONSTRAINT claim_row_pkey PRIMARY KEY (id);
ALTER TABLE ONLY isnad.contradiction
    ADD CONSTRAINT contradiction_pkey PRIMARY KEY (record, "position");
ALTER TABLE ONLY isnad.cover
    ADD CONSTRAINT cover_pkey PRIMARY KEY (total, event);
ALTER TABLE ONLY isnad.decision
    ADD CONSTRAINT decision_pkey PRIMARY KEY (id);
ALTER TABLE ONLY isnad.dispute
    ADD CONSTRAINT dispute_pkey PRIMARY KEY (event, "position");
ALTER TABLE ONLY isnad.entry
    ADD CONSTRAINT entry_pkey PRIMARY KEY (claim);
ALTER TABLE ONLY isnad.estimate
    ADD CONSTRAINT estimate_pkey PRIMARY KEY (event, what, rule);
ALTER TABLE ONLY isnad.event
    ADD CONSTRAINT event_pkey PRIMARY KEY (id);
ALTER TABLE ONLY isnad.event_source_row
    ADD CONSTRAINT event_source_row_pkey PRIMARY KEY (event, "position");
ALTER TABLE ONLY isnad.figure_form
    ADD CONSTRAINT figure_form_pkey PRIMARY KEY (id);
ALTER TABLE ONLY isnad.follow
    ADD CONSTRAINT follow_pkey PRIMARY KEY (commitment, claim);
ALTER TABLE ONLY isnad.link_form
    ADD CONSTRAINT link_form_pkey PRIMARY KEY (id);
ALTER TABLE ONLY isnad.named
    ADD CONSTRAINT named_pkey PRIMARY KEY (claim);
ALTER TABLE ONLY isnad.pair
    ADD CONSTRAINT pair_pkey PRIMARY KEY (a, b);
ALTER TABLE ONLY isnad.place_form
    ADD CONSTRAINT place_form_pkey PRIMARY KEY (id);
ALTER TABLE ONLY isnad.quote
    ADD CONSTRAINT quote_pkey PRIMARY KEY (record, "position");
ALTER TABLE ONLY isnad.reason
    ADD CONSTRAINT reason_pkey PRIMARY KEY (id);
ALTER TABLE ONLY isnad.recoding
    ADD CONSTRAINT recoding_pkey PRIMARY KEY (record);
ALTER TABLE ONLY isnad.record
    ADD CONSTRAINT record_pkey PRIMARY KEY (id);
ALTER TABLE ONLY isnad.review
    ADD CONSTRAINT review_pkey PRIMARY KEY (id);
ALTER TABLE ONLY isnad.run
    ADD CONSTRAINT run_pkey PRIMARY KEY (id);
ALTER TABLE ONLY isnad.sketch
    ADD CONSTRAINT sketch_pkey PRIMARY KEY (article);
ALTER TABLE ONLY isnad.source_form
    ADD CONSTRAINT source_form_pkey PRIMARY KEY (id);
ALTER TABLE ONLY isnad.twin_pair
    ADD CONSTRAINT twin_pair_pkey PRIMARY KEY (a, b);
ALTER TABLE ONLY isnad.unindexed_run
    ADD CONSTRAINT unindexed_run_key PRIMARY KEY (first, last);
ALTER TABLE ONLY isnad.unlinked_run
    ADD CONSTRAINT unlinked_run_key PRIMARY KEY (first, last);
ALTER TABLE ONLY isnad.word
    ADD CONSTRAINT word_pkey PRIMARY KEY (article, month);
ALTER TABLE ONLY isnad.word_2018_09
    ADD CONSTRAINT word_2018_09_pkey PRIMARY KEY (article, month);
ALTER TABLE ONLY isnad.word_2021_03
    ADD CONSTRAINT word_2021_03_pkey PRIMARY KEY (article, month);
ALTER TABLE ONLY isnad.word_2021_06
    ADD CONSTRAINT word_2021_06_pkey PRIMARY KEY (article, month);
ALTER TABLE ONLY isnad.word_2021_07
    ADD CONSTRAINT word_2021_07_pkey PRIMARY KEY (article, month);
CREATE INDEX actor_form_id ON isnad.actor_form USING btree (actor_id) WHERE (actor_id IS NOT NULL);
CREATE INDEX actor_form_print ON isnad.actor_form USING btree (print);
CREATE INDEX change_event ON isnad.change USING btree (event);
CREATE INDEX claim_form_print ON isnad.claim_form USING btree (print);
CREATE INDEX claim_row_record ON isnad.claim_row USING btree (record);
CREATE INDEX cover_event ON isnad.cover USING btree (event);
CREATE INDEX entry_article ON isnad.entry USING btree (article);
CREATE INDEX entry_dirty ON isnad.entry USING btree (dirty) WHERE (dirty = 1);
CREATE INDEX entry_event ON isnad.entry USING btree (event);
CREATE INDEX entry_long ON isnad.entry USING btree (kind, event_type, last) WHERE ((last - first) > 7);
CREATE INDEX entry_window ON isnad.entry USING btree (kind, event_type, last);
CREATE INDEX event_day ON isnad.event USING btree (date_end);
CREATE INDEX event_killed ON isnad.event USING btree (killed);
CREATE INDEX event_kind ON isnad.event USING btree (kind, event_type, country, date_end);
CREATE INDEX event_open ON isnad.event USING btree (deadline) WHERE (outcome = 'open'::text);
CREATE INDEX event_point ON isnad.event USING gist (point);
CREATE INDEX figure_form_print ON isnad.figure_form USING btree (print);
CREATE INDEX link_form_id ON isnad.link_form USING btree (actor_id) WHERE (actor_id IS NOT NULL);
CREATE INDEX link_form_print ON isnad.link_form USING btree (print);
CREATE INDEX named_forms ON isnad.named USING gin (forms);
CREATE INDEX pair_b ON isnad.pair USING btree (b);
CREATE INDEX place_form_id ON isnad.place_form USING btree (place_id) WHERE (place_id IS NOT NULL);
CREATE INDEX place_form_print ON isnad.place_form USING btree (print);
CREATE INDEX record_article ON isnad.record USING btree (article, id);
CREATE INDEX record_published ON isnad.record USING btree (published);
CREATE INDEX review_claim ON isnad.review USING btree (article, start, "end");
CREATE INDEX sketch_twin ON isnad.sketch USING btree (twin);
CREATE INDEX twin_pair_b ON isnad.twin_pair USING btree (b);
CREATE INDEX word_words ON ONLY isnad.word USING gin (words);
CREATE INDEX word_2018_09_words_idx ON isnad.word_2018_09 USING gin (words);
CREATE INDEX word_2021_03_words_idx ON isnad.word_2021_03 USING gin (words);
CREATE INDEX word_2021_06_words_idx ON isnad.word_2021_06 USING gin (words);
CREATE INDEX word_2021_07_words_idx ON isnad.word_2021_07 USING gin (words);
ALTER INDEX isnad.body_pkey ATTACH PARTITION isnad.body_2018_09_pkey;
ALTER INDEX isnad.body_pkey ATTACH PARTITION isnad.body_2021_03_pkey;
ALTER INDEX isnad.body_pkey ATTACH PARTITION isnad.body_2021_06_pkey;
ALTER INDEX isnad.body_pkey ATTACH PARTITION isnad.body_2021_07_pkey;
ALTER INDEX isnad.word_pkey ATTACH PARTITION isnad.word_2018_09_pkey;
ALTER INDEX isnad.word_words ATTACH PARTITION isnad.word_2018_09_words_idx;
ALTER INDEX isnad.word_pkey ATTACH PARTITION isnad.word_2021_03_pkey;
ALTER INDEX isnad.word_words ATTACH PARTITION isnad.word_2021_03_words_idx;
ALTER INDEX isnad.word_pkey ATTACH PARTITION isnad.word_2021_06_pkey;
ALTER INDEX isnad.word_words ATTACH PARTITION isnad.word_2021_06_words_idx;
ALTER INDEX isnad.word_pkey ATTACH PARTITION isnad.word_2021_07_pkey;
ALTER INDEX isnad.word_words ATTACH PARTITION isnad.word_2021_07_words_idx;
CREATE OR REPLACE VIEW isnad.totals AS
 SELECT t.id,
    t.kind,
    t.event_type,
    t.date_start,
    t.date_end,
    t.place,
    n.what,
    n.low,
    n.best,
    n.high,
    count(c.event) AS events,
    (COALESCE(sum(x.best), (0)::numeric))::bigint AS in_events,
    (COALESCE(n.best, n.low) - (COALESCE(sum(x.best), (0)::numeric))::bigint) AS gap
   FROM (((isnad.event t
     JOIN isnad.estimate n ON (((n.event = t.id) AND (n.rule = 'ucdp'::text))))
     LEFT JOIN isnad.cover c ON ((c.total = t.id)))
     LEFT JOIN isnad.estimate x ON (((x.event = c.event) AND (x.what = n.what) AND (x.rule = 'ucdp'::text))))
  WHERE ((t.status = 'active'::text) AND (t.kind = ANY (ARRAY['tally'::text, 'aggregate'::text])))
  GROUP BY t.id, n.event, n.what, n.rule;
ALTER TABLE ONLY isnad.change
    ADD CONSTRAINT change_event_fkey FOREIGN KEY (event) REFERENCES isnad.event(id);
ALTER TABLE ONLY isnad.change
    ADD CONSTRAINT change_run_fkey FOREIGN KEY (run) REFERENCES isnad.run(id);
ALTER TABLE ONLY isnad.cover
    ADD CONSTRAINT cover_event_fkey FOREIGN KEY (event) REFERENCES isnad.event(id);
ALTER TABLE ONLY isnad.cover
    ADD CONSTRAINT cover_total_fkey FOREIGN KEY (total) REFERENCES isnad.event(id);
ALTER TABLE ONLY isnad.dispute
    ADD CONSTRAINT dispute_event_fkey FOREIGN KEY (event) REFERENCES isnad.event(id);
ALTER TABLE ONLY isnad.entry
    ADD CONSTRAINT entry_article_fkey FOREIGN KEY (article) REFERENCES isnad.article(id);
ALTER TABLE ONLY isnad.entry
    ADD CONSTRAINT entry_claim_fkey FOREIGN KEY (claim) REFERENCES isnad.claim_row(id);
ALTER TABLE ONLY isnad.entry
    ADD CONSTRAINT entry_event_fkey FOREIGN KEY (event) REFERENCES isnad.event(id);
ALTER TABLE ONLY isnad.estimate
    ADD CONSTRAINT estimate_event_fkey FOREIGN KEY (event) REFERENCES isnad.event(id);
ALTER TABLE ONLY isnad.event
    ADD CONSTRAINT event_born_fkey FOREIGN KEY (born) REFERENCES isnad.run(id);
ALTER TABLE ONLY isnad.event
    ADD CONSTRAINT event_changed_fkey FOREIGN KEY (changed) REFERENCES isnad.run(id);
ALTER TABLE ONLY isnad.event_source_row
    ADD CONSTRAINT event_source_row_event_fkey FOREIGN KEY (event) REFERENCES isnad.event(id);
ALTER TABLE ONLY isnad.follow
    ADD CONSTRAINT follow_commitment_fkey FOREIGN KEY (commitment) REFERENCES isnad.event(id);
ALTER TABLE ONLY isnad.sketch
    ADD CONSTRAINT sketch_article_fkey FOREIGN KEY (article) REFERENCES isnad.article(id);
