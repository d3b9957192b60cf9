-- The words of records and files, kept by the transaction that changes either. A summary is cut at a length that no
-- summary has, as PostgreSQL holds the words of a megabyte at most.
CREATE FUNCTION search_record(names text, facts text, summary text) RETURNS tsvector LANGUAGE sql STABLE
SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT setweight(to_tsvector('site_words', search_text(names)), 'A')
        || setweight(to_tsvector('site_words', search_text(facts)), 'B')
        || setweight(to_tsvector('site_words', search_text(left(summary, 100000))), 'C')
        || array_to_tsvector(search_exact(concat_ws(' ', names, facts, left(summary, 100000))))
$$;

-- The words of an ordinary page, from Wagtail's own index, which is kept with the page.
CREATE FUNCTION search_page(title text, body text) RETURNS tsvector LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT setweight(to_tsvector('site_words', search_text(left(title, 10000))), 'A')
        || to_tsvector('site_words', search_text(left(body, 100000)))
$$;
CREATE INDEX site_page_words ON wagtailsearch_indexentry USING gin (search_page(title_text, body_text))
    WITH (fastupdate = off);

-- What is known of a file beside its text whenever it is served: label, body and title.
CREATE FUNCTION search_names(version bigint) RETURNS text LANGUAGE sql STABLE
SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT concat_ws(E'\n', r.label, r.published_by, p.title)
    FROM publications_fileversion v
    JOIN publications_publication p ON p.id = v.publication_id
    JOIN publications_review r ON r.id = p.review_id
    WHERE v.id = version
$$;

-- Words that were in no text yet can be suggested from now on, where they are public (publications/search/suggest.py).
CREATE FUNCTION search_learn(lexemes text[]) RETURNS void LANGUAGE sql
SET search_path = pg_catalog, public, pg_temp AS $$
    INSERT INTO publications_word (word)
    SELECT substr(lexeme, 2) FROM unnest(lexemes) AS lexeme
    WHERE lexeme LIKE '=%'
        AND NOT EXISTS (SELECT FROM publications_word w WHERE w.word = substr(lexeme, 2))
$$;

-- Words that are in no text any more are kept nowhere: one may have been a name.
CREATE FUNCTION search_forget(lexemes text[]) RETURNS void LANGUAGE sql
SET search_path = pg_catalog, public, pg_temp AS $$
    DELETE FROM publications_word w USING unnest(lexemes) AS lexeme
    WHERE lexeme LIKE '=%' AND w.word = substr(lexeme, 2)
        AND NOT EXISTS (SELECT FROM publications_filewords f WHERE f.words @@ quote_literal(lexeme)::tsquery)
        AND NOT EXISTS (SELECT FROM publications_reviewspan s WHERE s.record @@ quote_literal(lexeme)::tsquery)
$$;

-- The words of a file, from its pages: a row a block of pages that fits into one (nearly always all of them).
CREATE FUNCTION search_index_file(version bigint) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    review bigint := (
        SELECT p.review_id FROM publications_fileversion v
        JOIN publications_publication p ON p.id = v.publication_id WHERE v.id = version
    );
    known text;
    gone text[];
    learnt text[];
BEGIN
    PERFORM pg_advisory_xact_lock(7340213, hashint8(review)) WHERE review IS NOT NULL;
    known := search_names(version);
    gone := ARRAY(SELECT DISTINCT lexeme FROM publications_filewords f, unnest(f.words) WHERE f.version_id = version);
    DELETE FROM publications_filewords f WHERE f.version_id = version;
    INSERT INTO publications_filewords (version_id, block, names, words)
    SELECT version, word.block, known, array_to_tsvector(array_agg(DISTINCT word.lexeme))
    FROM (
        SELECT t.block, u.lexeme FROM publications_pagetext t, unnest(t.vector) AS u WHERE t.version_id = version
        UNION ALL
        SELECT t.block, e.lexeme FROM publications_pagetext t, unnest(search_exact(t.text)) AS e(lexeme)
        WHERE t.version_id = version
        UNION ALL
        SELECT b.block, n.lexeme
        FROM (SELECT DISTINCT t.block FROM publications_pagetext t WHERE t.version_id = version) AS b,
            unnest(to_tsvector('site_words', search_text(known))) AS n
    ) AS word
    GROUP BY word.block;
    learnt := ARRAY(SELECT DISTINCT lexeme FROM publications_filewords f, unnest(f.words) WHERE f.version_id = version);
    PERFORM search_learn(learnt);
    PERFORM search_forget(ARRAY(SELECT unnest(gone) EXCEPT SELECT unnest(learnt)));
END $$;

-- The files, and the times of records, in which something is, dark ones too. By the index alone: PostgreSQL takes it
-- that reading the words from the table costs nothing, and would do that for every row where a word is in most of them.
CREATE FUNCTION search_files(wanted tsquery) RETURNS TABLE (version_id bigint) LANGUAGE sql STABLE
SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off SET enable_indexscan = off AS $$
    SELECT f.version_id FROM publications_filewords f WHERE f.words @@ wanted
$$;

CREATE FUNCTION search_records(wanted tsquery) RETURNS SETOF publications_reviewspan LANGUAGE sql STABLE
SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off SET enable_indexscan = off AS $$
    SELECT s.* FROM publications_reviewspan s WHERE s.record @@ wanted
$$;

CREATE FUNCTION search_pages_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    version bigint;
BEGIN
    FOR version IN SELECT DISTINCT version_id FROM changed ORDER BY 1 LOOP
        PERFORM search_index_file(version);
    END LOOP;
    RETURN NULL;
END $$;

CREATE TRIGGER search_pages_added AFTER INSERT ON publications_pagetext
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search_pages_changed();
CREATE TRIGGER search_pages_altered AFTER UPDATE ON publications_pagetext
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search_pages_changed();
CREATE TRIGGER search_pages_removed AFTER DELETE ON publications_pagetext
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search_pages_changed();
ALTER TABLE publications_pagetext ENABLE ALWAYS TRIGGER search_pages_added;
ALTER TABLE publications_pagetext ENABLE ALWAYS TRIGGER search_pages_altered;
ALTER TABLE publications_pagetext ENABLE ALWAYS TRIGGER search_pages_removed;
