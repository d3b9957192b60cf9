"""Statements on rows, by the database user that the application logs in as."""

from tests.publications.attacks.scene import recorded
from tests.publications.attacks.statements import CHECK, DENIED, GUARD, KEY, Row, attacks

DAY = "interval '1 day'"
DECIDES = "INSERT INTO publications_listingdecision (publication_id, at, by_id, policy, keep_until, moves_now)"
RELEASES = (
    "INSERT INTO publications_release (publication_id, version_id, at, by_id, requested_at, period_number, period_unit,"
    " policy, correction, cancelled_at, cancelled_by_id)"
)
SUSPENDS = (
    "INSERT INTO publications_suspension (publication_id, category, reason, by_id, at, confirmed_at, confirmed_by_id)"
    " VALUES ({publication}, 'wrong_file', 'x', {third}, "
)

RECORDED_SUSPENSION = (
    "INSERT INTO publications_recordentry (event, at, sha256, data)"
    " SELECT 'suspension', lscb_now(), '', jsonb_build_object('suspension', max(id)) FROM publications_suspension"
)

DELETES: list[Row] = [
    ("deletes the publication", "DELETE FROM publications_publication WHERE id = {publication}", GUARD),
    ("deletes the review", "DELETE FROM publications_review WHERE id = {review}", GUARD),
    ("deletes the file version", "DELETE FROM publications_fileversion WHERE id = {version}", GUARD),
    ("deletes the release", "DELETE FROM publications_release WHERE publication_id = {publication}", GUARD),
    ("deletes the sign-off", "DELETE FROM publications_signoff WHERE version_id = {version}", GUARD),
    ("deletes the record", "DELETE FROM publications_recordentry", DENIED),
    ("deletes the digests", "DELETE FROM publications_recorddigest", DENIED),
    ("deletes a suspension, to bring back what is dark", "DELETE FROM publications_suspension", GUARD),
    ("deletes who made whose account", "DELETE FROM publications_accounthandled", GUARD),
    ("deletes everything of it in one statement", (
        "WITH a AS (DELETE FROM publications_signoff WHERE version_id = {version}),"
        " b AS (DELETE FROM publications_release WHERE publication_id = {publication}),"
        " c AS (DELETE FROM publications_fileversion WHERE id = {version})"
        " DELETE FROM publications_publication WHERE id = {publication}"
    ), GUARD),
    ("deletes by a join with a table that it may change", (
        "DELETE FROM publications_release r USING auth_user u WHERE u.id = r.by_id"
    ), GUARD),
    ("deletes the review and puts another in its place under the same number", (
        "DELETE FROM publications_review_topics",
        "DELETE FROM publications_review WHERE id = {review}",
        ("INSERT INTO publications_review (id, label, slug, published_by, review_type, summary, commissioned_on,"
        " completed_on, no_trace) VALUES ({review}, 'Gone', 'gone', '', 'scr', '', '', '', true)"),
    ), GUARD),
    ("deletes the publication's row and puts a draft in its place", (
        "DELETE FROM publications_publication WHERE id = {publication}",
        ("INSERT INTO publications_publication (id, review_id, kind, medium, title, slug, first_public,"
        " first_public_source) VALUES ({publication}, {other_review}, 'other', '', 'gone', '', '')"),
    ), GUARD),
    ("deletes the person who released it", "DELETE FROM auth_user WHERE id = {editor}", KEY),
    ("empties every table of the ledger", (
        "TRUNCATE publications_release, publications_publication, publications_review CASCADE"
    ), DENIED),
    ("empties the table of publications", "TRUNCATE publications_publication CASCADE", DENIED),
    ("takes one release by MERGE", (
        "MERGE INTO publications_release r USING (SELECT 1) AS s ON r.publication_id = {publication}"
        " WHEN MATCHED THEN DELETE"
    ), GUARD),
]  # fmt: skip

CHANGES: list[Row] = [
    ("renames the publication's address", (
        "UPDATE publications_publication SET slug = 'gone' WHERE id = {publication}"
    ), GUARD),
    ("moves it to another review", (
        "UPDATE publications_publication SET review_id = {other_review} WHERE id = {publication}"
    ), GUARD),
    ("gives it another number", "UPDATE publications_publication SET id = 999999 WHERE id = {publication}", GUARD),
    ("says that it was public years ago", (
        "UPDATE publications_publication SET first_public = '2019', first_public_source = 'x' WHERE id = {publication}"
    ), GUARD),
    ("renames the review's address", "UPDATE publications_review SET slug = 'gone' WHERE id = {review}", GUARD),
    ("gives the review another number, and another review its number", (
        "UPDATE publications_review SET id = 999999, slug = 'gone' WHERE id = {review}",
        ("INSERT INTO publications_review (id, label, slug, published_by, review_type, summary, commissioned_on,"
        " completed_on, no_trace) VALUES ({review}, 'Gone again', 'nowhere', '', 'scr', '', '', '', true)"),
    ), GUARD),
    ("lets the review leave no trace", "UPDATE publications_review SET no_trace = true WHERE id = {review}", GUARD),
    ("makes it another body's", "UPDATE publications_review SET published_by = 'X' WHERE id = {review}", GUARD),
    ("puts a date that cannot be read into the review", (
        "UPDATE publications_review SET commissioned_on = 'never' WHERE id = {review}"
    ), CHECK),
    ("puts a date that cannot be read into the review's edition", (
        "UPDATE reviews_statutoryguidance SET in_force_from = '2017-02-30'"
    ), "22008"),
    ("replaces the file's hash", (
        "UPDATE publications_fileversion SET sha256 = repeat('0', 64) WHERE id = {version}"
    ), GUARD),
    ("replaces the file's size", "UPDATE publications_fileversion SET size = 1 WHERE id = {version}", GUARD),
    ("detaches the file", "UPDATE publications_fileversion SET publication_id = {draft} WHERE id = {version}", GUARD),
    ("dates the release back", (
        f"UPDATE publications_release SET at = at - {DAY}, requested_at = requested_at - {DAY}"
        " WHERE publication_id = {publication}"
    ), GUARD),
    ("dates the release forward, so that it is dark until then", (
        "UPDATE publications_release SET at = at + interval '1 year' WHERE publication_id = {publication}"
    ), GUARD),
    ("shortens the period of the release", (
        "UPDATE publications_release SET period_number = 1, period_unit = 'weeks' WHERE publication_id = {publication}"
    ), GUARD),
    ("changes the policy that held at the release", (
        "UPDATE publications_release SET policy = 'move' WHERE publication_id = {publication}"
    ), GUARD),
    ("lets the clock count from an earlier day", (
        "UPDATE publications_release SET counted_from = '2019-01-01' WHERE publication_id = {publication}"
    ), GUARD),
    ("gives the release to another publication", (
        "UPDATE publications_release SET publication_id = {draft} WHERE publication_id = {publication}"
    ), GUARD),
    ("cancels the release afterwards", (
        "UPDATE publications_release SET cancelled_at = lscb_now(), cancelled_by_id = {third}"
        " WHERE publication_id = {publication}"
    ), GUARD),
    ("cancels the release as of the day before it", (
        f"UPDATE publications_release SET cancelled_at = at - {DAY}, cancelled_by_id = {{third}}"
        " WHERE publication_id = {publication}"
    ), GUARD),
    ("changes the record", "UPDATE publications_recordentry SET at = lscb_now()", DENIED),
    ("changes a digest", "UPDATE publications_recorddigest SET sha256 = ''", DENIED),
    ("changes whose account was made by whom", (
        "UPDATE publications_accounthandled SET by_id = {third}"
    ), GUARD),
    ("dates a suspension back, so that its days are none of the pause", (
        f"UPDATE publications_suspension SET at = at - {DAY} WHERE id = {{suspension}}"
    ), GUARD),
    ("turns a suspension against the protected report", (
        "UPDATE publications_suspension SET publication_id = {publication} WHERE id = {suspension}"
    ), GUARD),
    ("confirms a suspension as the person who made it", (
        "UPDATE publications_suspension SET confirmed_at = lscb_now(), confirmed_by_id = by_id WHERE id = {suspension}"
    ), CHECK),
    ("lifts a suspension as of the time it began", (
        "UPDATE publications_suspension SET lifted_at = at - interval '1 hour', lifted_by_id = {third}"
        " WHERE id = {suspension}"
    ), GUARD),
    ("lifts a suspension as of next year", (
        "UPDATE publications_suspension SET lifted_at = at + interval '1 year', lifted_by_id = {third}"
        " WHERE id = {suspension}"
    ), GUARD),
    ("makes a web page of the file, whose address would then be another", (
        "UPDATE publications_publication SET medium = 'web' WHERE id = {publication}"
    ), GUARD),
    ("changes it by MERGE", (
        "MERGE INTO publications_publication p USING (SELECT 1) AS s ON p.id = {publication}"
        " WHEN MATCHED THEN UPDATE SET slug = 'gone'"
    ), GUARD),
    ("changes it by ON CONFLICT", (
        "INSERT INTO publications_publication (id, review_id, kind, medium, title, slug, first_public,"
        " first_public_source) VALUES ({publication}, {review}, 'other', 'pdf', '', 'x', '', '')"
        " ON CONFLICT (id) DO UPDATE SET slug = 'gone'"
    ), GUARD),
    ("changes the release by ON CONFLICT", (
        "INSERT INTO publications_release SELECT * FROM publications_release WHERE publication_id = {publication}"
        " ON CONFLICT (id) DO UPDATE SET cancelled_at = lscb_now(), cancelled_by_id = {third}"
    ), GUARD),
    ("puts an older row back over the present one", (
        "UPDATE publications_publication SET slug = 'old', review_id = review_id WHERE id = {publication}",
        "UPDATE publications_publication SET slug = 'overview-report' WHERE id = {publication}",
    ), GUARD),
]  # fmt: skip

FORGES: list[Row] = [
    ("moves it to on request now", (
        DECIDES + " VALUES ({publication}, lscb_now(), {third}, 'move', NULL, true)", recorded("move"),
    ), GUARD),
    ("decides to keep it until yesterday", (
        DECIDES + " VALUES ({publication}, lscb_now(), {third}, 'move', ledger_day(lscb_now()) - 1, false)",
        recorded("decision"),
    ), GUARD),
    ("decides as of last year", (
        DECIDES + " VALUES ({publication}, lscb_now() - interval '1 year', {third}, 'move', NULL, true)",
        recorded("move"),
    ), GUARD),
    ("decides without a row in the record", (
        DECIDES + " VALUES ({publication}, lscb_now(), {third}, 'move', NULL, false)"
    ), GUARD),
    ("moves what is still to be released, so that it never comes to the list", (
        DECIDES + " VALUES ({scheduled}, lscb_now(), {third}, 'move', NULL, true)",
        recorded("move").replace("{publication}", "{scheduled}"),
    ), GUARD),
    ("releases the report again as of last year", (
        RELEASES + " VALUES ({publication}, {version}, lscb_now() - interval '1 year', {third},"
        " lscb_now() - interval '1 year', 12, 'months', 'move', '', NULL, NULL)", recorded("release"),
    ), GUARD),
    ("releases another report's file in its place", (
        RELEASES + " VALUES ({publication}, {draft_version}, lscb_now(), {third}, lscb_now(), 12, 'months', 'move', '',"
        " NULL, NULL)", recorded("release"),
    ), GUARD),
    ("releases a file that nobody signed off", (
        ("INSERT INTO publications_fileversion (publication_id, sha256, size, original_name, uploaded_by_id,"
        " uploaded_at)"
        " VALUES ({publication}, repeat('a', 64), 9, '', {third}, lscb_now())"),
        RELEASES + " SELECT {publication}, id, lscb_now(), {third}, lscb_now(), 12, 'months', 'move', '', NULL, NULL"
        " FROM publications_fileversion WHERE sha256 = repeat('a', 64)",
    ), GUARD),
    ("signs off as the person who uploaded it", (
        "INSERT INTO publications_signoff (version_id, sha256, by_id, at) SELECT id, sha256, uploaded_by_id, lscb_now()"
        " FROM publications_fileversion WHERE id = {draft_version}"
    ), GUARD),
    ("signs off with the account that the uploader made", (
        "INSERT INTO publications_signoff (version_id, sha256, by_id, at) SELECT id, sha256, {puppet}, lscb_now()"
        " FROM publications_fileversion WHERE id = {draft_version}"
    ), GUARD),
    ("signs off another hash", (
        "INSERT INTO publications_signoff (version_id, sha256, by_id, at)"
        " VALUES ({draft_version}, repeat('b', 64), {third}, lscb_now())"
    ), GUARD),
    ("releases with a period of a week", (
        RELEASES + " VALUES ({publication}, {version}, lscb_now(), {third}, lscb_now(), 1, 'weeks', 'move', '', NULL,"
        " NULL)", recorded("release"),
    ), GUARD),
    ("releases with a clock that began years ago", (
        RELEASES.replace("policy", "counted_from, policy") + " VALUES ({publication}, {version}, lscb_now(), {third},"
        " lscb_now(), 12, 'months', '2019-01-01', 'move', '', NULL, NULL)", recorded("release"),
    ), GUARD),
    ("adds a release that is cancelled already", (
        RELEASES + " VALUES ({publication}, {version}, lscb_now() + interval '1 day', {third}, lscb_now(), 12,"
        " 'months', 'move', '', lscb_now(), {third})", recorded("release"),
    ), GUARD),
    ("suspends it as of last year", (
        SUSPENDS + "lscb_now() - interval '1 year', NULL, NULL)", recorded("suspension"),
    ), GUARD),
    ("suspends it without a row in the record", SUSPENDS + "lscb_now(), NULL, NULL)", GUARD),
    ("suspends and withdraws it in one row, with one row in the record", (
        SUSPENDS + "lscb_now(), lscb_now(), {approver})", RECORDED_SUSPENSION,
    ), GUARD),
    ("suspends it as of now, and ended as of last year", (
        SUSPENDS.replace("confirmed", "lifted") + "lscb_now(), lscb_now() - interval '1 year', {approver})",
        RECORDED_SUSPENSION,
    ), GUARD),
    ("forges an older row of the record", (
        "INSERT INTO publications_recordentry (event, at, sha256, data)"
        " VALUES ('release', lscb_now() - interval '1 year', '', '{{}}')"
    ), GUARD),
    ("puts a row of the record before all others", (
        "INSERT INTO publications_recordentry (id, event, at, sha256, data)"
        " VALUES (-5, 'release', lscb_now(), '', '{{}}')"
    ), GUARD),
    ("puts a row of the record behind all that will ever come", (
        "INSERT INTO publications_recordentry (id, event, at, sha256, data)"
        " VALUES (9223372036854775807, 'release', lscb_now(), '', '{{}}')"
    ), GUARD),
    ("takes its address as the former one of another review", (
        "INSERT INTO publications_formerslug (review_id, slug, keyed_hash) VALUES ({other_review}, 'child-quoll', '')"
    ), GUARD),
    ("keeps another until a day that no page can read", (
        DECIDES + " VALUES ({suspended}, lscb_now(), {third}, 'keep', 'infinity', false)",
        recorded("decision").replace("{publication}", "{suspended}"),
    ), GUARD),
    ("adds a review at an address that no page can name", (
        "INSERT INTO publications_review (label, slug, published_by, review_type, summary, commissioned_on,"
        " completed_on, no_trace) VALUES ('X', 'a b', '', 'scr', '', '', '', false)"
    ), GUARD),
    ("announces in a state that no page can read", (
        ("INSERT INTO publications_announcement (publication_id, state, reason, address, at, by_id)"
        " VALUES ({draft}, 'nonsense', '', '', lscb_now(), {third})"),
        recorded("announcement").replace("{publication}", "{draft}"),
    ), GUARD),
]  # fmt: skip

ATTACKS = [
    *attacks("SQL, deleting", DELETES),
    *attacks("SQL, changing", CHANGES),
    *attacks("SQL, forging", FORGES),
]
