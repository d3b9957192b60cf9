-- Web pages of reports: a publication stays what it is, a PDF or a page, so that the clock of the one can never be
-- that of the other; and the pictures of a frozen text are as immutable as the text.

CREATE OR REPLACE FUNCTION ledger_medium() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NEW.medium <> OLD.medium THEN
        PERFORM ledger_refuse('A PDF stays a PDF, and a web page a web page. Add the other form beside it.');
    END IF;
    RETURN NEW;
END $$;

-- Pictures come in the transaction that freezes their text, and go only with a version that may be discarded.
CREATE OR REPLACE FUNCTION ledger_frozen_picture() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF EXISTS (SELECT FROM publications_release r WHERE r.version_id = OLD.version_id AND r.cancelled_at IS NULL) THEN
            PERFORM ledger_refuse('The text that this picture belongs to was released or is scheduled.');
        END IF;
        RETURN OLD;
    END IF;
    IF NOT EXISTS (
        SELECT FROM publications_fileversion v WHERE v.id = NEW.version_id AND v.uploaded_at = lscb_now()
    ) THEN
        PERFORM ledger_refuse('The pictures of a frozen text are frozen with it.');
    END IF;
    RETURN NEW;
END $$;

-- The words of findings and actions are words of the record while they are shown (publications/learning/told.py).
CREATE OR REPLACE FUNCTION ledger_findings(wanted bigint) RETURNS text LANGUAGE sql STABLE
SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT string_agg(concat_ws(E'\n', f.text, f.addressed_to, f.response, done.words), E'\n' ORDER BY f.sort_order, f.id)
    FROM publications_review r JOIN publications_reviewfinding f ON f.review_id = r.id
    LEFT JOIN LATERAL (
        SELECT string_agg(concat_ws(E'\n', a.text, a.owner, a.impact), E'\n' ORDER BY a.sort_order, a.id) AS words
        FROM publications_reviewaction a WHERE a.finding_id = f.id
    ) AS done ON true
    WHERE r.id = wanted AND r.shows_findings
$$;

-- Told anew once a statement, however many rows it writes, and only for findings that are shown. The review is held
-- first: whoever takes it dark does so too, and neither then has what the other waits for.
CREATE FUNCTION ledger_told_of_findings() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    before jsonb[];
    after jsonb[];
    told bigint;
BEGIN
    IF TG_OP <> 'INSERT' THEN
        before := ARRAY(SELECT to_jsonb(gone) - 'sort_order' FROM gone);
    END IF;
    IF TG_OP <> 'DELETE' THEN
        after := ARRAY(SELECT to_jsonb(come) - 'sort_order' FROM come);
    END IF;
    FOR told IN
        WITH changed(fact) AS (
            (SELECT unnest(before) EXCEPT SELECT unnest(after)) UNION (SELECT unnest(after) EXCEPT SELECT unnest(before))
        )
        SELECT r.id FROM publications_review r WHERE r.id IN (
            SELECT coalesce((fact ->> 'review_id')::bigint, (
                SELECT f.review_id FROM publications_reviewfinding f WHERE f.id = (fact ->> 'finding_id')::bigint
            )) FROM changed
        ) ORDER BY r.id FOR SHARE
    LOOP
        PERFORM ledger_tell(told) FROM publications_review r WHERE r.id = told AND r.shows_findings;
    END LOOP;
    RETURN NULL;
END $$;
