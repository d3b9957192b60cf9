DROP FUNCTION IF EXISTS ledger_told_of_guidance();
DROP FUNCTION IF EXISTS ledger_told_of_topic();
DROP FUNCTION IF EXISTS ledger_told();
DROP FUNCTION IF EXISTS ledger_review_of(text, jsonb);
DROP FUNCTION IF EXISTS ledger_tell(bigint);
DROP FUNCTION IF EXISTS ledger_findings(bigint);
DROP FUNCTION IF EXISTS ledger_review_timeline(bigint);
DROP FUNCTION IF EXISTS ledger_timeline(bigint);
DROP FUNCTION IF EXISTS ledger_instants(bigint);
