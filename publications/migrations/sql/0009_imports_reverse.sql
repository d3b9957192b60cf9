DROP FUNCTION IF EXISTS ledger_first_public_seen();
DROP FUNCTION IF EXISTS ledger_import_line();
DROP FUNCTION IF EXISTS ledger_import_batch();
DROP FUNCTION IF EXISTS ledger_import_held();
DROP FUNCTION IF EXISTS ledger_import_waits(bigint);
