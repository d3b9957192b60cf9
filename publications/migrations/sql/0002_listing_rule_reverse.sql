DROP FUNCTION ledger_state, ledger_protected_through, ledger_had_left, ledger_clock, ledger_last_day,
    ledger_period_after, ledger_day, lscb_now;
