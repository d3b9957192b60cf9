"""The area for board members: pages and files behind a log-in, by group, at one address (docs/decisions/members.md)."""
