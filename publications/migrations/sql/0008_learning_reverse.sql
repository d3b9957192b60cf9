DROP FUNCTION ledger_frozen_picture; DROP FUNCTION ledger_medium;
DROP FUNCTION ledger_told_of_findings;
CREATE OR REPLACE FUNCTION ledger_findings(wanted bigint) RETURNS text LANGUAGE sql STABLE
SET search_path = pg_catalog, public, pg_temp AS $$ SELECT NULL::text $$;
SELECT ledger_tell(id) FROM publications_review;
