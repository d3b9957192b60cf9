-- What a row keeps for ever, whoever asks: the columns named as arguments never change. Feeds and open data know
-- reviews and publications by their identifiers.
CREATE OR REPLACE FUNCTION ledger_keep() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    field text;
BEGIN
    FOREACH field IN ARRAY TG_ARGV LOOP
        IF to_jsonb(NEW) -> field IS DISTINCT FROM to_jsonb(OLD) -> field THEN
            PERFORM ledger_refuse('Others know it by its identifier, which never changes.');
        END IF;
    END LOOP;
    RETURN NEW;
END $$;
