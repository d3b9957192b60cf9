DROP FUNCTION ledger_frozen_picture; DROP FUNCTION ledger_medium;
