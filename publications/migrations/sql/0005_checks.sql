-- Checks of files, and what was decided on them (rules R9, R13). As in 0003: SQLSTATE 23L01 and a plain sentence.

-- Whether a finished check found something that stops a release and that two people have not overruled.
CREATE OR REPLACE FUNCTION ledger_check_stops(examined bigint) RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM publications_check c WHERE c.id = examined AND c.outcome = 'unreadable')
        OR EXISTS (
            SELECT FROM publications_checkfinding f LEFT JOIN publications_overruling o ON o.finding_id = f.id
            WHERE f.check_run_id = examined AND f.severity = 'blocking' AND o.agreed_at IS NULL
        )
$$;

-- --- A check: of exactly the stored file; what it came to is written once ---------------------------------------
CREATE OR REPLACE FUNCTION ledger_check() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.started_at IS NOT NULL OR NEW.finished_at IS NOT NULL OR NEW.asked_at <> lscb_now() OR NOT EXISTS (
            SELECT FROM publications_fileversion v WHERE v.id = NEW.version_id AND v.sha256 = NEW.sha256
        ) THEN
            PERFORM ledger_refuse('A check is asked for, of exactly one file, before it runs.');
        END IF;
        RETURN NEW;
    END IF;
    IF OLD.finished_at IS NOT NULL OR (NEW.id, NEW.version_id, NEW.sha256, NEW.asked_at)
        IS DISTINCT FROM (OLD.id, OLD.version_id, OLD.sha256, OLD.asked_at) THEN
        PERFORM ledger_refuse('A finished check can''t be changed. Check the file again instead.');
    END IF;
    IF NEW.finished_at IS NOT NULL AND (NEW.finished_at <> lscb_now() OR (NEW.outcome = 'clear') = EXISTS (
        SELECT FROM publications_checkfinding f WHERE f.check_run_id = NEW.id AND f.severity = 'blocking'
    )) THEN
        PERFORM ledger_refuse('A check comes to what it found, when it found it.');
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION ledger_check_finding() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM FROM publications_check c WHERE c.id = NEW.check_run_id AND c.finished_at IS NULL FOR SHARE;
    IF NOT FOUND THEN
        PERFORM ledger_refuse('Nothing is added to a finished check. Check the file again instead.');
    END IF;
    RETURN NEW;
END $$;

-- --- Rows that go only with the file they are about; at the end of the transaction, in whatever order --------------
-- Of a file that two people destroyed, the findings go too, and the hash stays (R12).
CREATE OR REPLACE FUNCTION ledger_goes_with_file() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    gone jsonb := to_jsonb(OLD);
BEGIN
    IF (CASE TG_TABLE_NAME
        WHEN 'publications_checkfinding' THEN EXISTS (
            SELECT FROM publications_check c LEFT JOIN publications_destruction d ON d.version_id = c.version_id
            WHERE c.id = (gone ->> 'check_run_id')::bigint AND d.confirmed_at IS NULL
        )
        WHEN 'publications_overruling' THEN EXISTS (
            SELECT FROM publications_checkfinding f WHERE f.id = (gone ->> 'finding_id')::bigint
        )
        ELSE EXISTS (SELECT FROM publications_fileversion v WHERE v.id = (gone ->> 'version_id')::bigint)
    END) THEN
        PERFORM ledger_refuse('What the checks found, and what was decided on it, stays as long as the file.');
    END IF;
    RETURN NULL;
END $$;

-- --- Overruling: one asks, another agrees, each now and with a reason (CHECK at the table: another) -----------------
CREATE OR REPLACE FUNCTION ledger_overruling() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.asked_at <> lscb_now() OR NEW.agreed_at IS NOT NULL OR btrim(NEW.reason) = '' OR NOT EXISTS (
            SELECT FROM publications_checkfinding f JOIN publications_check c ON c.id = f.check_run_id
            WHERE f.id = NEW.finding_id AND f.severity = 'blocking' AND c.outcome = 'blocking'
        ) THEN
            PERFORM ledger_refuse('Only what stops a release is overruled, with a reason, and never in a file that can''t be read.');
        END IF;
        RETURN NEW;
    END IF;
    IF NEW.agreed_at IS DISTINCT FROM OLD.agreed_at OR NEW.agreed_by_id IS DISTINCT FROM OLD.agreed_by_id THEN
        IF OLD.agreed_at IS NOT NULL OR NEW.agreed_at <> lscb_now() OR btrim(NEW.agreed_reason) = '' OR EXISTS (
            SELECT FROM publications_accounthandled h WHERE h.user_id = NEW.agreed_by_id AND h.by_id = NEW.asked_by_id
        ) THEN
            PERFORM ledger_refuse('An overruling is agreed to once, by another person, with a reason.');
        END IF;
    ELSIF NEW.agreed_reason IS DISTINCT FROM OLD.agreed_reason AND NEW.agreed_reason <> '' THEN
        PERFORM ledger_refuse('This text can be erased, but not changed.');
    END IF;
    RETURN NEW;
END $$;

-- --- A sign-off saw the last check of that very file, finished, with nothing left that stops it (R9, R13) ------------
CREATE OR REPLACE FUNCTION ledger_sign_off_checked() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM publications_check c
        WHERE c.id = NEW.check_run_id AND c.version_id = NEW.version_id AND c.sha256 = NEW.sha256
            AND c.finished_at IS NOT NULL AND NOT ledger_check_stops(c.id)
            AND NOT EXISTS (SELECT FROM publications_check l WHERE l.version_id = c.version_id AND l.id > c.id)
    ) THEN
        PERFORM ledger_refuse('The checks of this file have not finished, or found something that is not overruled.');
    END IF;
    RETURN NEW;
END $$;

-- What a later check found stops the release of a file that was signed off before.
CREATE OR REPLACE FUNCTION ledger_release_checked() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    last bigint := (
        SELECT max(c.id) FROM publications_check c WHERE c.version_id = NEW.version_id AND c.finished_at IS NOT NULL
    );
BEGIN
    IF last IS NULL OR ledger_check_stops(last) THEN
        PERFORM ledger_refuse('The checks of this file have not finished, or found something that is not overruled.');
    END IF;
    RETURN NEW;
END $$;

-- --- An overruling has its row in the record, in the same transaction (R12): the first step its own, the second the
-- sign-off's. Argument: the event. -----------------------------------------------------------------------------------
CREATE OR REPLACE FUNCTION ledger_overruling_recorded() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    made timestamptz := CASE TG_ARGV[0] WHEN 'overruling' THEN NEW.asked_at ELSE NEW.agreed_at END;
BEGIN
    IF made IS NOT NULL AND NOT EXISTS (
        SELECT FROM publications_recordentry e
        JOIN publications_check c ON c.version_id = e.version_id
        JOIN publications_checkfinding f ON f.check_run_id = c.id
        WHERE f.id = NEW.finding_id AND e.event = TG_ARGV[0] AND e.at = made
    ) THEN
        PERFORM ledger_refuse('A decision needs its row in the record.');
    END IF;
    RETURN NULL;
END $$;
