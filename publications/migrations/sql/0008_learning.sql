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
