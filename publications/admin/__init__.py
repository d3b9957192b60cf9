"""The screens of the ledger in the admin: reviews, publications and everything that can be done to them."""
