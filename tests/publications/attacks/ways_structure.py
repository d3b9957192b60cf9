"""Statements on tables, functions, roles and the server, by the database user that the application logs in as."""

from tests.publications.attacks.statements import DENIED, GUARD, NOTHING, Row, attacks

STRUCTURE: list[Row] = [
    ("switches the guards of a table off", "ALTER TABLE publications_release DISABLE TRIGGER ALL", DENIED),
    ("switches one guard off", "ALTER TABLE publications_release DISABLE TRIGGER guard_delete", DENIED),
    ("switches all guards off for its session", "SET session_replication_role = replica", DENIED),
    ("removes a guard", "DROP TRIGGER guard_delete ON publications_release", DENIED),
    ("removes the function of a guard", "DROP FUNCTION ledger_refuse_delete() CASCADE", DENIED),
    ("removes a table", "DROP TABLE publications_release CASCADE", DENIED),
    ("replaces the clock", (
        "CREATE OR REPLACE FUNCTION lscb_now() RETURNS timestamptz LANGUAGE sql"
        " AS $$ SELECT now() + interval '9 years' $$"
    ), DENIED),
    ("renames the clock", "ALTER FUNCTION lscb_now() RENAME TO lscb_then", DENIED),
    ("takes the search path away from a function", "ALTER FUNCTION lscb_now() RESET ALL", DENIED),
    ("shadows a table by a temporary one", "CREATE TEMPORARY TABLE publications_release (id bigint)", DENIED),
    ("shadows a table by one in a schema of its own", "CREATE SCHEMA mine", DENIED),
    ("deletes from a table named through an emptied search path", (
        "SET search_path = pg_temp", "DELETE FROM public.publications_release WHERE publication_id = {publication}",
    ), GUARD),
    ("makes a view in place of a table", "CREATE VIEW publications_listed AS SELECT 1", DENIED),
    ("puts a rule on a table", (
        "CREATE RULE gone AS ON SELECT TO publications_release DO INSTEAD SELECT * FROM publications_release"
    ), DENIED),
    ("puts a trigger of its own on a table", (
        "CREATE TRIGGER aaa BEFORE DELETE ON publications_release EXECUTE FUNCTION suppress_redundant_updates_trigger()"
    ), DENIED),
    ("hides rows by a policy", "ALTER TABLE publications_release ENABLE ROW LEVEL SECURITY", DENIED),
    ("removes a check", (
        "ALTER TABLE publications_suspension DROP CONSTRAINT suspension_confirmed_by_another"
    ), DENIED),
    ("removes a column", "ALTER TABLE publications_release DROP COLUMN at", DENIED),
    ("writes into the catalogue", "UPDATE pg_catalog.pg_trigger SET tgenabled = 'D'", DENIED),
    ("becomes the owner", "SET ROLE {owner}", DENIED),
    ("becomes a superuser's session", "SET SESSION AUTHORIZATION postgres", DENIED),
    ("makes itself a superuser", "ALTER ROLE CURRENT_USER SUPERUSER", DENIED),
    ("gives itself the right to empty tables", (
        "GRANT TRUNCATE ON publications_release TO CURRENT_USER", "TRUNCATE publications_release CASCADE",
    ), DENIED),
    ("sets the sequence of releases back", "SELECT setval('publications_release_id_seq', 1)", DENIED),
    ("runs a program on the server", "COPY auth_user FROM PROGRAM 'true'", DENIED),
    ("reads the server's files", "SELECT pg_read_file('postgresql.conf')", DENIED),
    ("writes a file by a large object", "SELECT lo_export(lo_from_bytea(0, 'x'), 'pg_hba.conf')", DENIED),
    ("postpones every check and deletes", (
        "SET CONSTRAINTS ALL DEFERRED", "DELETE FROM publications_release WHERE publication_id = {publication}",
    ), GUARD),
    ("deletes by a prepared statement", (
        "PREPARE gone AS DELETE FROM publications_release", "EXECUTE gone",
    ), GUARD),
    ("deletes inside an anonymous block that swallows errors", (
        "DO $$ BEGIN DELETE FROM publications_release; EXCEPTION WHEN OTHERS THEN"
        " DELETE FROM publications_publication; END $$"
    ), GUARD),
    ("deletes behind a savepoint", (
        "SAVEPOINT a", "DELETE FROM publications_signoff WHERE version_id = {version}",
    ), GUARD),
]  # fmt: skip

ALONE: list[Row] = [
    ("changes the server's settings", "ALTER SYSTEM SET fsync = off", DENIED),
    ("deletes while reading as of an older snapshot", (
        "BEGIN ISOLATION LEVEL REPEATABLE READ", "DELETE FROM publications_release", "COMMIT",
    ), GUARD),
    ("changes the settings of the database", "ALTER DATABASE {database} SET search_path = nowhere", DENIED),
    ("removes the database", "DROP DATABASE {database}", DENIED),
]  # fmt: skip

HARMLESS: list[Row] = [
    ("deletes every page", ("DELETE FROM lscb_site_homepage", "DELETE FROM wagtailcore_page WHERE depth > 9"), NOTHING),
    ("takes every person's rights and group", (
        "DELETE FROM auth_user_user_permissions", "DELETE FROM auth_user_groups", "DELETE FROM auth_group_permissions",
    ), NOTHING),
    ("switches every account off", "UPDATE auth_user SET is_active = false", NOTHING),
    ("empties the search index", "DELETE FROM wagtailsearch_indexentry", NOTHING),
    ("lowers the minimum of the edition after the release", (
        "UPDATE reviews_statutoryguidance SET minimum_number = 1, minimum_unit = 'weeks' WHERE id = {guidance}"
    ), NOTHING),
    ("takes the edition away from the review", (
        "UPDATE publications_review SET guidance_id = NULL WHERE id = {review}"
    ), NOTHING),
    ("takes the review's topics", "DELETE FROM publications_review_topics", NOTHING),
    ("lets its session think that it is another zone's day", (
        "SET TIME ZONE 'Pacific/Kiritimati'", "SET DateStyle = 'SQL, DMY'",
        "UPDATE publications_publication SET title = title WHERE id = {publication}",
    ), NOTHING),
]  # fmt: skip

ATTACKS = [
    *attacks("SQL, structure", STRUCTURE),
    *attacks("SQL, structure", ALONE, alone=True),
    *attacks("SQL, other tables", HARMLESS),
]
