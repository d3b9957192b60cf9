-- What the database itself enforces (rules R1, R7, R9, R10, R12), whoever asks: admin, shell, ORM or SQL.
-- Every refusal has SQLSTATE 23L01 and a plain sentence; publications/errors.py gives it to the editor.

CREATE OR REPLACE FUNCTION ledger_refuse(sentence text) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = '23L01', MESSAGE = sentence;
END $$;

-- This very instant, where lscb_now() is that at which the transaction began. A transaction held open from before a
-- release would otherwise still find nothing released.
CREATE OR REPLACE FUNCTION ledger_moment() RETURNS timestamptz LANGUAGE sql VOLATILE
SET search_path = pg_catalog, public, pg_temp AS $$ SELECT lscb_now() + (clock_timestamp() - now()) $$;

CREATE OR REPLACE FUNCTION ledger_was_released(publication bigint) RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM publications_release r
        WHERE r.publication_id = publication AND r.cancelled_at IS NULL AND r.at <= ledger_moment()
    ) OR EXISTS (
        SELECT FROM publications_listingdecision d WHERE d.publication_id = publication AND d.moves_now
    )
$$;

-- Released, announced or taken dark: the public knows, or knew, that it exists (R1).
CREATE OR REPLACE FUNCTION ledger_was_known(publication bigint) RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT ledger_was_released(publication)
        OR EXISTS (SELECT FROM publications_announcement a WHERE a.publication_id = publication)
        OR EXISTS (SELECT FROM publications_suspension s WHERE s.publication_id = publication)
$$;

CREATE OR REPLACE FUNCTION ledger_refuse_released(publication bigint) RETURNS void LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    through date := ledger_protected_through(publication, lscb_now());
BEGIN
    PERFORM ledger_refuse('It was released and can''t be deleted, moved, replaced or dated back.'
        || coalesce(' It is protected through ' || to_char(through, 'FMDD FMMonth YYYY') || '.', '')
        || ' If it must go at once, suspend it; if the file is wrong, correct it.');
END $$;

-- --- Nothing is done as of an earlier time ------------------------------------------------------------------
-- Guards must see what others committed, and what is dated now must become true on that day.
CREATE OR REPLACE FUNCTION ledger_is_stale() RETURNS boolean LANGUAGE sql VOLATILE
SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT current_setting('transaction_isolation') <> 'read committed'
        OR ledger_day(ledger_moment()) <> ledger_day(lscb_now())
$$;

CREATE OR REPLACE FUNCTION ledger_refuse_stale() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF ledger_is_stale() THEN
        PERFORM ledger_refuse('This was begun before and can''t be finished as of then. Do it again.');
    END IF;
    RETURN NULL;
END $$;

-- What makes a review known waits for whoever is changing its row, and they for it.
CREATE OR REPLACE FUNCTION ledger_hold_review() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM FROM publications_review r JOIN publications_publication p ON p.review_id = r.id
    WHERE p.id = NEW.publication_id FOR SHARE OF r;
    RETURN NEW;
END $$;

-- --- Nothing is stored that pages can't read: one such row would take down every list ------------------------
-- Arguments: a column, and the pattern of what it may hold.
CREATE OR REPLACE FUNCTION ledger_readable() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF to_jsonb(NEW) ->> TG_ARGV[0] !~ ('^(' || TG_ARGV[1] || ')$') THEN
        PERFORM ledger_refuse('No page could show what was entered as ' || TG_ARGV[0] || '. Choose something else.');
    END IF;
    RETURN NEW;
END $$;

-- --- Nothing is emptied ------------------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION ledger_refuse_truncate() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM ledger_refuse('The ledger can''t be emptied.');
    RETURN NULL;
END $$;

-- --- Rows that never go --------------------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION ledger_refuse_delete() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM ledger_refuse('This is part of the permanent record and can''t be deleted.');
    RETURN NULL;
END $$;

-- --- Rows of which nothing changes but the columns named as arguments ----------------------------------------
CREATE OR REPLACE FUNCTION ledger_refuse_change() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF to_jsonb(NEW) - coalesce(TG_ARGV, '{}') IS DISTINCT FROM to_jsonb(OLD) - coalesce(TG_ARGV, '{}') THEN
        PERFORM ledger_refuse('What was decided is part of the permanent record and can''t be changed.');
    END IF;
    RETURN NEW;
END $$;

-- Text that may be erased may not be rewritten (R12): the columns named as arguments change only to nothing.
CREATE OR REPLACE FUNCTION ledger_only_erase() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    field text;
BEGIN
    FOREACH field IN ARRAY TG_ARGV LOOP
        IF to_jsonb(NEW) ->> field NOT IN ('', to_jsonb(OLD) ->> field) THEN
            PERFORM ledger_refuse('This text can be erased, but not changed.');
        END IF;
    END LOOP;
    RETURN NEW;
END $$;

-- --- Reviews: an address that was public is never freed (R1) -------------------------------------------------
CREATE OR REPLACE FUNCTION ledger_review() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    known boolean := TG_OP <> 'INSERT' AND EXISTS (
        SELECT FROM publications_publication p WHERE p.review_id = OLD.id AND ledger_was_known(p.id)
    );
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF known THEN
            PERFORM ledger_refuse('It was public, so its record is permanent. If it must go at once, suspend the review.');
        END IF;
        RETURN OLD;
    END IF;
    IF EXISTS (SELECT FROM publications_formerslug f WHERE f.slug = NEW.slug AND f.review_id <> NEW.id) THEN
        PERFORM ledger_refuse('Another review had this address. Choose a different one.');
    END IF;
    IF NOT known THEN
        RETURN NEW;
    END IF;
    IF NEW.id <> OLD.id THEN
        PERFORM ledger_refuse('A review keeps its number.');
    END IF;
    IF NEW.slug <> OLD.slug AND NOT EXISTS (
        SELECT FROM publications_formerslug f WHERE f.slug = OLD.slug AND f.review_id = NEW.id
    ) THEN
        PERFORM ledger_refuse('Its address was public: change it by the action that leaves a redirect.');
    END IF;
    IF NEW.published_by <> OLD.published_by AND (NEW.published_by = '' OR OLD.published_by = '') THEN
        PERFORM ledger_refuse('Whether this board published it can''t be changed once it was public.');
    END IF;
    IF NEW.no_trace AND NOT OLD.no_trace AND NOT EXISTS (
        SELECT FROM publications_suspension s
        WHERE s.review_id = NEW.id AND s.confirmed_at IS NOT NULL AND s.reinstated_at IS NULL
    ) THEN
        PERFORM ledger_refuse('It was public: it leaves no trace only once the whole review is withdrawn.');
    END IF;
    RETURN NEW;
END $$;

-- --- Former slugs: kept for ever; an identifying one is erased, its keyed hash stays (R1) ----------------------
CREATE OR REPLACE FUNCTION ledger_former_slug() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF EXISTS (SELECT FROM publications_review r WHERE r.slug = NEW.slug AND r.id <> NEW.review_id) THEN
            PERFORM ledger_refuse('This is another review''s address.');
        END IF;
        RETURN NEW;
    END IF;
    IF NEW.review_id <> OLD.review_id OR NEW.slug IS NOT NULL AND NEW.slug IS DISTINCT FROM OLD.slug
        OR NEW.keyed_hash = '' AND NEW.slug IS NULL OR OLD.keyed_hash <> '' AND NEW.keyed_hash <> OLD.keyed_hash THEN
        PERFORM ledger_refuse('A former address can be erased, but not changed.');
    END IF;
    RETURN NEW;
END $$;

-- --- Publications ----------------------------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION ledger_publication() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF ledger_was_known(OLD.id) OR EXISTS (
            SELECT FROM publications_release r WHERE r.publication_id = OLD.id AND r.cancelled_at IS NULL
        ) THEN
            PERFORM ledger_refuse_released(OLD.id);
        END IF;
        RETURN OLD;
    END IF;
    IF (NEW.id, NEW.review_id, NEW.slug, NEW.first_public, NEW.first_public_source)
        IS DISTINCT FROM (OLD.id, OLD.review_id, OLD.slug, OLD.first_public, OLD.first_public_source)
        AND (ledger_was_released(OLD.id) OR EXISTS (
            SELECT FROM publications_release r WHERE r.publication_id = OLD.id AND r.cancelled_at IS NULL
        )) THEN
        PERFORM ledger_refuse_released(OLD.id);
    END IF;
    IF (NEW.id, NEW.review_id) IS DISTINCT FROM (OLD.id, OLD.review_id) AND ledger_was_known(OLD.id) THEN
        PERFORM ledger_refuse('The public knows of it, so it stays with its review.');
    END IF;
    RETURN NEW;
END $$;

-- --- File versions: discarded only while never released and not scheduled ---------------------------------------
CREATE OR REPLACE FUNCTION ledger_file_version() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM publications_release r WHERE r.version_id = OLD.id AND r.cancelled_at IS NULL) THEN
        PERFORM ledger_refuse_released(OLD.publication_id);
    END IF;
    RETURN OLD;
END $$;

-- --- Sign-offs: another person, exactly this file (R9) ------------------------------------------------------------
CREATE OR REPLACE FUNCTION ledger_sign_off() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF EXISTS (SELECT FROM publications_release r WHERE r.version_id = OLD.version_id AND r.cancelled_at IS NULL) THEN
            PERFORM ledger_refuse('The file that this sign-off approves was released or is scheduled.');
        END IF;
        RETURN OLD;
    END IF;
    IF NOT EXISTS (
        SELECT FROM publications_fileversion v
        WHERE v.id = NEW.version_id AND v.sha256 = NEW.sha256 AND v.uploaded_by_id <> NEW.by_id
            AND NOT EXISTS (
                SELECT FROM publications_accounthandled h WHERE h.user_id = NEW.by_id AND h.by_id = v.uploaded_by_id
            )
    ) THEN
        PERFORM ledger_refuse('A sign-off is another person''s, for exactly this file.');
    END IF;
    IF NEW.at <> lscb_now() THEN
        PERFORM ledger_refuse('A sign-off is dated when it is made.');
    END IF;
    RETURN NEW;
END $$;

-- --- Releases -----------------------------------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION ledger_release() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    known text;
    is_first boolean;
BEGIN
    IF NEW.at < lscb_now() OR NEW.requested_at <> lscb_now() OR NEW.cancelled_at IS NOT NULL THEN
        PERFORM ledger_refuse('A release is now or to come, never in the past.');
    END IF;
    IF NOT EXISTS (
        SELECT FROM publications_signoff s JOIN publications_fileversion v ON v.id = s.version_id
        WHERE v.id = NEW.version_id AND v.publication_id = NEW.publication_id
            AND s.sha256 = v.sha256 AND s.by_id <> v.uploaded_by_id
    ) THEN
        PERFORM ledger_refuse('A second person has not signed off exactly this file.');
    END IF;
    SELECT nullif(p.first_public, '') INTO known FROM publications_publication p WHERE p.id = NEW.publication_id;
    is_first := NOT EXISTS (
        SELECT FROM publications_release r WHERE r.publication_id = NEW.publication_id AND r.cancelled_at IS NULL
    );
    IF NEW.counted_from IS DISTINCT FROM (CASE WHEN is_first THEN ledger_last_day(known) END) THEN
        PERFORM ledger_refuse('A clock starts at the release, or at the first-public date that was set before it.');
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION ledger_release_period() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM publications_publication p
        JOIN publications_review r ON r.id = p.review_id
        LEFT JOIN reviews_statutoryguidance g ON g.id = r.guidance_id
        WHERE p.id = NEW.publication_id AND NOT r.no_trace
            AND (NEW.period_number, NEW.period_unit)
                = (coalesce(g.minimum_number, 12), coalesce(g.minimum_unit, 'months'))
    ) THEN
        PERFORM ledger_refuse('The minimum listing period is that of the review''s guidance edition.');
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION ledger_release_cancelled() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF OLD.cancelled_at IS NULL AND NEW.cancelled_at = lscb_now() AND ledger_moment() < OLD.at THEN
        RETURN NEW;
    END IF;
    PERFORM ledger_refuse('A release can be cancelled once, and only before its instant.');
END $$;

CREATE OR REPLACE FUNCTION ledger_release_deleted() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF OLD.cancelled_at IS NULL THEN
        PERFORM ledger_refuse_released(OLD.publication_id);
    END IF;
    RETURN OLD;
END $$;

-- --- Decisions on how long to keep, and announcements: dated when made ---------------------------------------------
CREATE OR REPLACE FUNCTION ledger_dated_now() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NEW.at <> lscb_now() THEN
        PERFORM ledger_refuse('A decision is dated when it is made.');
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION ledger_decision() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NEW.moves_now AND ledger_state(NEW.publication_id, ledger_moment())
            IN ('scheduled', 'protected', 'suspended', 'withdrawn')
        OR NEW.keep_until < greatest(ledger_day(lscb_now()), ledger_protected_through(NEW.publication_id, ledger_moment()))
    THEN
        PERFORM ledger_refuse_released(NEW.publication_id);
    END IF;
    RETURN NEW;
END $$;

-- --- Suspensions: each pair of who and when is set once, now; the two-person CHECKs stand at the table ---------------
CREATE OR REPLACE FUNCTION ledger_suspension() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    step text;
    before jsonb := CASE TG_OP WHEN 'UPDATE' THEN to_jsonb(OLD) ELSE '{}' END;
    after jsonb := to_jsonb(NEW);
BEGIN
    FOREACH step IN ARRAY ARRAY['confirmed', 'lifted', 'reinstatement', 'reinstated'] LOOP
        IF after ->> (step || '_at') IS DISTINCT FROM before ->> (step || '_at')
            OR after ->> (step || '_by_id') IS DISTINCT FROM before ->> (step || '_by_id') THEN
            IF TG_OP = 'INSERT' OR before ->> (step || '_at') IS NOT NULL
                OR (after ->> (step || '_at'))::timestamptz < NEW.at OR (after ->> (step || '_at'))::timestamptz <> lscb_now() THEN
                PERFORM ledger_refuse('What was decided about a suspension can''t be changed.');
            END IF;
        END IF;
    END LOOP;
    RETURN NEW;
END $$;

-- --- Destruction: only of what is withdrawn, asked for by one and confirmed by another (CHECK at the table) ----------
CREATE OR REPLACE FUNCTION ledger_destruction() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.confirmed_at IS NOT NULL
        OR ledger_state((SELECT v.publication_id FROM publications_fileversion v WHERE v.id = NEW.version_id), lscb_now())
            <> 'withdrawn' THEN
        PERFORM ledger_refuse('Only a withdrawn file can be destroyed.');
    END IF;
    RETURN NEW;
END $$;

-- --- No decision without its row in the record, in the same transaction (R12) ------------------------------------------
-- Arguments: the events, the instant, and by which number the entry names it.
CREATE OR REPLACE FUNCTION ledger_must_be_recorded() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    fact jsonb := to_jsonb(NEW);
    made timestamptz := (fact ->> TG_ARGV[1])::timestamptz;
BEGIN
    IF ledger_is_stale() OR TG_ARGV[0] = 'unschedule' AND made + (clock_timestamp() - now()) >= (fact ->> 'at')::timestamptz
    THEN
        PERFORM ledger_refuse('This took too long to be true as of the time it was begun. Look again what holds now.');
    END IF;
    IF made IS NOT NULL AND NOT EXISTS (
        SELECT FROM publications_recordentry e
        WHERE e.event = ANY (string_to_array(TG_ARGV[0], ',')) AND e.at = made
            AND CASE TG_ARGV[2]
                WHEN 'publication' THEN e.publication_id = (fact ->> 'publication_id')::bigint
                WHEN 'version' THEN e.version_id = (fact ->> 'version_id')::bigint
                WHEN 'file' THEN e.version_id = (fact ->> 'id')::bigint
                WHEN 'batch' THEN (e.data ->> 'batch')::bigint = (fact ->> 'id')::bigint
                ELSE (e.data ->> 'suspension')::bigint = (fact ->> 'id')::bigint
            END
    ) THEN
        PERFORM ledger_refuse('A decision needs its row in the record.');
    END IF;
    RETURN NULL;
END $$;

-- Numbers rise as entries come, so that each is in exactly one link of the chain.
CREATE OR REPLACE FUNCTION ledger_numbered() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NEW.id = currval(pg_get_serial_sequence('publications_recordentry', 'id')) THEN
        RETURN NEW;
    END IF;
    PERFORM ledger_refuse('The database numbers the entries of the record.');
EXCEPTION WHEN object_not_in_prerequisite_state THEN  -- none was numbered in this session yet
    PERFORM ledger_refuse('The database numbers the entries of the record.');
END $$;
