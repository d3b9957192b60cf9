-- What the public may know of each document and review, over time: worked out from the facts by the transaction that
-- changes them, so that lists and search look it up for an instant. publications/listing.py says the same, and
-- tests/publications/test_timeline.py holds both against each other.

-- Every instant at which the state of a publication may change: those of its facts, and the midnights after the days
-- that the facts name. Between two of them nothing about it changes.
CREATE FUNCTION ledger_instants(wanted bigint) RETURNS SETOF timestamptz LANGUAGE sql STABLE
SET search_path = pg_catalog, public, pg_temp AS $$
    WITH fact(at) AS (
        SELECT a.at FROM publications_announcement a WHERE a.publication_id = wanted
        UNION SELECT r.at FROM publications_release r WHERE r.publication_id = wanted AND r.cancelled_at IS NULL
        UNION SELECT d.at FROM publications_listingdecision d WHERE d.publication_id = wanted
        UNION SELECT unnest(ARRAY[s.at, s.confirmed_at, coalesce(s.lifted_at, s.reinstated_at)])
            FROM publications_suspension s JOIN publications_publication p ON p.id = wanted
            WHERE s.publication_id = p.id OR s.review_id = p.review_id
    ), last(day) AS (
        SELECT ledger_protected_through(wanted, fact.at) FROM fact WHERE fact.at IS NOT NULL
        UNION SELECT d.keep_until FROM publications_listingdecision d WHERE d.publication_id = wanted
    )
    SELECT '-infinity'::timestamptz
    UNION SELECT fact.at FROM fact WHERE fact.at IS NOT NULL
    UNION SELECT (last.day + 1)::timestamp AT TIME ZONE 'Europe/London' FROM last WHERE last.day IS NOT NULL
$$;

-- A publication's states as times without gaps; `shown`, what the public is told: nothing of a draft, a scheduled
-- release or a review of which there must be no trace; the version that is served; the day by which it is sorted.
CREATE FUNCTION ledger_timeline(wanted bigint)
RETURNS TABLE (during tstzrange, state text, shown text, version_id bigint, day date) LANGUAGE sql STABLE
SET search_path = pg_catalog, public, pg_temp AS $$
    WITH told AS (
        SELECT i.at, s.state, CASE
            WHEN r.no_trace THEN NULL
            WHEN s.state IN ('draft', 'scheduled') THEN said.state
            ELSE s.state
        END AS shown, said.at AS said_at, p.first_public
        FROM publications_publication p
        JOIN publications_review r ON r.id = p.review_id
        CROSS JOIN LATERAL ledger_instants(p.id) AS i(at)
        CROSS JOIN LATERAL ledger_state(p.id, i.at) AS s(state)
        LEFT JOIN LATERAL (
            SELECT a.state, a.at FROM publications_announcement a
            WHERE a.publication_id = wanted AND a.at <= i.at ORDER BY a.at DESC, a.id DESC LIMIT 1
        ) AS said ON true
        WHERE p.id = wanted
    ), known AS (
        SELECT told.at, told.state, told.shown, CASE WHEN told.shown IN ('protected', 'listed') THEN (
            SELECT r.version_id FROM publications_release r
            WHERE r.publication_id = wanted AND r.cancelled_at IS NULL AND r.at <= told.at
            ORDER BY r.at DESC, r.id DESC LIMIT 1
        ) END AS version_id, CASE
            WHEN told.shown IN ('under_way', 'delayed', 'not_published', 'published_elsewhere')
                THEN ledger_day(told.said_at)
            WHEN told.shown IN ('protected', 'listed', 'on_request') THEN coalesce(
                ledger_last_day(nullif(told.first_public, '')),
                (SELECT ledger_day(min(r.at)) FROM publications_release r
                    WHERE r.publication_id = wanted AND r.cancelled_at IS NULL AND r.at <= told.at)
            )
        END AS day
        FROM told
    ), changes AS (
        SELECT *, (known.state, known.shown, known.version_id, known.day) IS DISTINCT FROM
            lag((known.state, known.shown, known.version_id, known.day)) OVER (ORDER BY known.at) AS is_new
        FROM known
    )
    SELECT tstzrange(nullif(at, '-infinity'), lead(at) OVER (ORDER BY at)), state, shown, version_id, day
    FROM changes WHERE is_new
$$;

-- The same of a review, from its documents' times; of one that is not known there is none. Of a neutral one, which may
-- not be told from any other, there are no words (R10).
CREATE FUNCTION ledger_review_timeline(wanted bigint)
RETURNS TABLE (during tstzrange, is_neutral boolean, day date, names text, facts text, documents text)
LANGUAGE sql STABLE
SET search_path = pg_catalog, public, pg_temp AS $$
    WITH bounds AS (
        SELECT DISTINCT coalesce(lower(d.during), '-infinity') AS at
        FROM publications_documentspan d WHERE d.review_id = wanted
    ), told AS (
        SELECT b.at, bool_and(d.shown IN ('suspended', 'withdrawn')) AS is_neutral, max(d.day) AS day,
            string_agg(p.title, E'\n' ORDER BY p.id)
                FILTER (WHERE d.shown IN ('protected', 'listed', 'on_request')) AS names,
            string_agg(ledger_kind(d.kind), E'\n' ORDER BY p.id)
                FILTER (WHERE d.shown NOT IN ('suspended', 'withdrawn')) AS facts,
            coalesce(string_agg(DISTINCT concat_ws(' ', d.kind, d.shown, extract(year FROM d.day)), E'\n')
                FILTER (WHERE d.shown NOT IN ('suspended', 'withdrawn')), '') AS documents
        FROM bounds b
        LEFT JOIN publications_documentspan d ON d.review_id = wanted AND d.shown IS NOT NULL AND d.during @> b.at
        LEFT JOIN publications_publication p ON p.id = d.publication_id
        GROUP BY b.at
    ), changes AS (
        SELECT *, (t.is_neutral, t.day, t.names, t.facts, t.documents) IS DISTINCT FROM
            lag((t.is_neutral, t.day, t.names, t.facts, t.documents)) OVER (ORDER BY t.at) AS is_new
        FROM told t
    ), spans AS (
        SELECT tstzrange(nullif(c.at, '-infinity'), lead(c.at) OVER (ORDER BY c.at)) AS during,
            c.is_neutral, c.day, c.names, c.facts, c.documents
        FROM changes c WHERE c.is_new
    )
    SELECT s.during, s.is_neutral, s.day, s.names, s.facts, s.documents FROM spans s WHERE s.is_neutral IS NOT NULL
$$;

-- What a review found, as far as the public is shown it: nothing before there are findings (0008_learning.sql).
CREATE FUNCTION ledger_findings(wanted bigint) RETURNS text LANGUAGE sql STABLE
SET search_path = pg_catalog, public, pg_temp AS $$ SELECT NULL::text $$;

-- Work out anew what may be known of a review. Who comes second waits, and then sees what the first has done. Everybody
-- holds publications first, then their review, then this: so no two wait for each other.
CREATE FUNCTION ledger_tell(wanted bigint) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    version bigint;
    gone text[];
    learnt text[];
BEGIN
    PERFORM FROM publications_review r WHERE r.id = wanted FOR KEY SHARE;
    PERFORM pg_advisory_xact_lock(7340213, hashint8(wanted));
    gone := ARRAY(
        SELECT DISTINCT lexeme FROM publications_reviewspan s, unnest(s.record) WHERE s.review_id = wanted
    );
    DELETE FROM publications_documentspan WHERE review_id = wanted;
    INSERT INTO publications_documentspan (publication_id, review_id, kind, during, state, shown, version_id, day)
    SELECT p.id, wanted, p.kind, t.during, t.state, t.shown, t.version_id, t.day
    FROM publications_publication p CROSS JOIN LATERAL ledger_timeline(p.id) AS t
    WHERE p.review_id = wanted;
    DELETE FROM publications_reviewspan WHERE review_id = wanted;
    INSERT INTO publications_reviewspan
        (review_id, during, is_neutral, is_own, day, sort_label, review_type, guidance_id, documents, topics, record)
    SELECT wanted, t.during, t.is_neutral, t.is_neutral OR r.published_by = '', t.day,
        CASE WHEN t.is_neutral THEN '' ELSE lower(unaccent(search_text(r.label))) END,
        r.review_type, r.guidance_id, t.documents,
        CASE WHEN t.is_neutral THEN '{}' ELSE ARRAY(
            SELECT link.topic_id FROM publications_review_topics link WHERE link.review_id = wanted ORDER BY 1
        ) END,
        CASE WHEN t.is_neutral THEN '' ELSE search_record(
            concat_ws(E'\n', r.label, t.names),
            concat_ws(E'\n', ledger_type_of(r.review_type, r.guidance_id), r.published_by, t.facts, (
                SELECT string_agg(topic.name, E'\n')
                FROM publications_review_topics link JOIN lscb_site_topic topic ON topic.id = link.topic_id
                WHERE link.review_id = wanted
            )),
            concat_ws(E'\n', ledger_findings(wanted), r.summary)
        ) END
    FROM publications_review r CROSS JOIN LATERAL ledger_review_timeline(r.id) AS t
    WHERE r.id = wanted;
    FOR version IN
        SELECT DISTINCT f.version_id FROM publications_filewords f
        JOIN publications_fileversion v ON v.id = f.version_id
        JOIN publications_publication p ON p.id = v.publication_id
        WHERE p.review_id = wanted AND f.names <> search_names(v.id)
    LOOP
        PERFORM search_index_file(version);
    END LOOP;
    learnt := ARRAY(
        SELECT DISTINCT lexeme FROM publications_reviewspan s, unnest(s.record) WHERE s.review_id = wanted
    );
    PERFORM search_learn(learnt);
    PERFORM search_forget(ARRAY(SELECT unnest(gone) EXCEPT SELECT unnest(learnt)));
END $$;

-- The review that a changed row is about; a suspension names it or one of its publications.
CREATE FUNCTION ledger_review_of(changed_table text, fact jsonb) RETURNS bigint LANGUAGE sql STABLE
SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT CASE changed_table WHEN 'publications_review' THEN (fact ->> 'id')::bigint ELSE coalesce(
        (fact ->> 'review_id')::bigint,
        (SELECT p.review_id FROM publications_publication p WHERE p.id = (fact ->> 'publication_id')::bigint)
    ) END
$$;

CREATE FUNCTION ledger_told() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    told bigint;
BEGIN
    FOR told IN
        SELECT DISTINCT ledger_review_of(TG_TABLE_NAME, fact)
        FROM unnest(ARRAY[to_jsonb(OLD), to_jsonb(NEW)]) AS fact
        WHERE fact IS NOT NULL ORDER BY 1
    LOOP
        PERFORM ledger_tell(told) WHERE told IS NOT NULL;
    END LOOP;
    RETURN NULL;
END $$;

-- A topic's or an edition's words changed: all reviews that show them.
CREATE FUNCTION ledger_told_of_topic() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    told bigint;
BEGIN
    FOR told IN SELECT review_id FROM publications_review_topics WHERE topic_id = NEW.id ORDER BY 1 LOOP
        PERFORM ledger_tell(told);
    END LOOP;
    RETURN NULL;
END $$;

CREATE FUNCTION ledger_told_of_guidance() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    told bigint;
BEGIN
    FOR told IN SELECT id FROM publications_review WHERE guidance_id = NEW.id ORDER BY 1 LOOP
        PERFORM ledger_tell(told);
    END LOOP;
    RETURN NULL;
END $$;
