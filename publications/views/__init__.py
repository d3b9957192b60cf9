"""The public views. They ask the ledger what may be known at this instant, and decide nothing themselves."""
