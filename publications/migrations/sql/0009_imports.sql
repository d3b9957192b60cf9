-- Imports held for approval, enforced by the database (rule R7): what an import stated is not public before another
-- person approved it, and its lines are what that person was shown.

CREATE OR REPLACE FUNCTION ledger_import_waits(publication bigint) RETURNS boolean LANGUAGE sql STABLE
SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM publications_importline l JOIN publications_importbatch b ON b.id = l.batch_id
        WHERE l.publication_id = publication AND b.approved_at IS NULL AND b.discarded_at IS NULL
    )
$$;

CREATE OR REPLACE FUNCTION ledger_import_held() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF ledger_import_waits(NEW.publication_id) THEN
        PERFORM ledger_refuse('It is part of an import that waits for approval. Approve or discard that first.');
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION ledger_import_batch() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.approved_at IS NOT NULL OR NEW.discarded_at IS NOT NULL THEN
            PERFORM ledger_refuse('An import waits until a second person has approved it.');
        END IF;
        RETURN NEW;
    END IF;
    IF OLD.approved_at IS NOT NULL OR OLD.discarded_at IS NOT NULL
        OR NEW.approved_at <> lscb_now() OR NEW.discarded_at <> lscb_now() THEN
        PERFORM ledger_refuse('An import is approved or discarded once, now.');
    END IF;
    IF EXISTS (
        SELECT FROM publications_accounthandled h WHERE h.user_id = NEW.approved_by_id AND h.by_id = NEW.by_id
    ) THEN
        PERFORM ledger_refuse('An import is approved by a person whose account the importer neither made nor reset.');
    END IF;
    RETURN NEW;
END $$;

-- A line is written with its import and changes no more; a draft that goes once the import is decided is taken from it.
CREATE OR REPLACE FUNCTION ledger_import_line() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    batch publications_importbatch := (SELECT b FROM publications_importbatch b WHERE b.id = NEW.batch_id);
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF batch.approved_at IS NOT NULL OR batch.discarded_at IS NOT NULL OR batch.at <> lscb_now() THEN
            PERFORM ledger_refuse('A line belongs to the import that it was read with.');
        END IF;
    ELSIF batch.approved_at IS NULL AND batch.discarded_at IS NULL
        OR NEW.publication_id IS NOT NULL AND NEW.publication_id IS DISTINCT FROM OLD.publication_id
        OR NEW.version_id IS NOT NULL AND NEW.version_id IS DISTINCT FROM OLD.version_id THEN
        PERFORM ledger_refuse('What an import stated can''t be changed. Discard it and run it again.');
    END IF;
    RETURN NEW;
END $$;

-- The date from which a clock counts is one that a second person saw (R7): signed off with the file, or approved.
CREATE OR REPLACE FUNCTION ledger_first_public_seen() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF (NEW.first_public, NEW.first_public_source) IS DISTINCT FROM (OLD.first_public, OLD.first_public_source)
        AND EXISTS (
            SELECT FROM publications_signoff s JOIN publications_fileversion v ON v.id = s.version_id
            WHERE v.publication_id = OLD.id
        ) THEN
        PERFORM ledger_refuse('Its file was signed off with this date. Discard that file, change the date, and upload it'
            || ' again, so that a second person sees both.');
    END IF;
    RETURN NEW;
END $$;
