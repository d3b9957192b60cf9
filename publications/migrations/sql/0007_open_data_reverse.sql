DROP FUNCTION ledger_keep;
