-- The listing rule (publications/listing.py) for the guards and for queries over many rows.
-- tests/publications/test_listing_sql.py proves that both say the same.

-- The time of guards and readers alike. Only the owner of a test database replaces it.
CREATE FUNCTION lscb_now() RETURNS timestamptz LANGUAGE sql STABLE
SET search_path = pg_catalog, public, pg_temp AS $$ SELECT now() $$;

CREATE FUNCTION ledger_day(instant timestamptz) RETURNS date LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, public, pg_temp AS $$ SELECT (instant AT TIME ZONE 'Europe/London')::date $$;

-- The same calendar day one period later; where there is none, the first day after it (R3).
CREATE FUNCTION ledger_period_after(day date, number integer, unit text) RETURNS date LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    later date;
BEGIN
    IF unit = 'weeks' THEN
        RETURN day + number * 7;
    END IF;
    later := (day + make_interval(months => number))::date;
    RETURN later + CASE WHEN extract(day FROM later) < extract(day FROM day) THEN 1 ELSE 0 END;
END $$;

-- The last possible day of a date known as YYYY, YYYY-MM or YYYY-MM-DD (R2).
CREATE FUNCTION ledger_last_day(known text) RETURNS date LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT CASE length(known)
        WHEN 4 THEN make_date(known::integer, 12, 31)
        WHEN 7 THEN ((known || '-01')::date + interval '1 month' - interval '1 day')::date
        WHEN 10 THEN known::date
    END
$$;

-- The last protected day of one clock, as known at an instant (R3, R4).
CREATE FUNCTION ledger_clock(publication bigint, first_day date, number integer, unit text, instant timestamptz)
RETURNS date LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    pause record;
    days datemultirange := '{}';
    counted integer;
    began date;
    ended date;
    through date := ledger_period_after(first_day, number, unit);
BEGIN
    FOR pause IN
        SELECT s.at, coalesce(s.lifted_at, s.reinstated_at) AS ended_at
        FROM publications_suspension s
        JOIN publications_publication p ON p.id = publication
        WHERE (s.publication_id = p.id OR s.review_id = p.review_id) AND s.at <= instant
        ORDER BY s.at
    LOOP
        EXIT WHEN ledger_day(pause.at) > through;
        began := greatest(first_day, ledger_day(pause.at));
        ended := least(ledger_day(instant), ledger_day(coalesce(pause.ended_at, instant)));
        IF began <= ended THEN
            days := days + datemultirange(daterange(began, ended, '[]'));
        END IF;
        SELECT coalesce(sum(upper(r) - lower(r)), 0) INTO counted FROM unnest(days) AS r;
        through := ledger_period_after(first_day, number, unit) + counted;
    END LOOP;
    RETURN through;
END $$;

-- Whether it was on request at an instant, its clocks having ended on the day `protected` (R5).
CREATE FUNCTION ledger_had_left(publication bigint, protected date, instant timestamptz)
RETURNS boolean LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    said record;
    leaves boolean := false;
    kept date;
BEGIN
    IF protected IS NOT NULL AND ledger_day(instant) <= protected THEN
        RETURN false;
    END IF;
    IF EXISTS (
        SELECT FROM publications_listingdecision d
        WHERE d.publication_id = publication AND d.moves_now AND d.at <= instant
    ) THEN
        RETURN true;
    END IF;
    FOR said IN
        SELECT r.at, 0 AS rank, r.id, r.policy, NULL::date AS keep_until, true AS is_release
        FROM publications_release r
        WHERE r.publication_id = publication AND r.cancelled_at IS NULL AND r.at <= instant
        UNION ALL
        SELECT d.at, 1, d.id, d.policy, d.keep_until, false
        FROM publications_listingdecision d
        WHERE d.publication_id = publication AND d.at <= instant
        ORDER BY 1, 2, 3
    LOOP
        leaves := said.policy = 'move';
        IF NOT said.is_release THEN
            kept := said.keep_until;
        END IF;
    END LOOP;
    IF protected IS NULL OR NOT (leaves OR kept IS NOT NULL) THEN
        RETURN false;
    END IF;
    RETURN ledger_day(instant) > greatest(protected, coalesce(kept, protected));
END $$;

-- The last protected day of a publication: the latest of its clocks, but for corrections made when it was on
-- request already (R11). NULL before its first release.
CREATE FUNCTION ledger_protected_through(publication bigint, instant timestamptz)
RETURNS date LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    released record;
    running publications_release[] := '{}';
    clock publications_release;
    through date;
BEGIN
    FOR released IN
        SELECT r FROM publications_release r
        WHERE r.publication_id = publication AND r.cancelled_at IS NULL AND r.at <= instant
        ORDER BY r.at, r.id
    LOOP
        through := NULL;
        FOREACH clock IN ARRAY running LOOP
            through := greatest(through, ledger_clock(publication, coalesce(clock.counted_from, ledger_day(clock.at)),
                clock.period_number, clock.period_unit, (released.r).at));
        END LOOP;
        IF NOT ledger_had_left(publication, through, (released.r).at) THEN
            running := running || released.r;
        END IF;
    END LOOP;
    through := NULL;
    FOREACH clock IN ARRAY running LOOP
        through := greatest(through, ledger_clock(publication, coalesce(clock.counted_from, ledger_day(clock.at)),
            clock.period_number, clock.period_unit, instant));
    END LOOP;
    RETURN through;
END $$;

-- The state at an instant: the first that holds, in the order of R6.
CREATE FUNCTION ledger_state(publication bigint, instant timestamptz)
RETURNS text LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    announced text;
    was_released boolean;
    shown text;
    confirmed boolean;
    through date;
BEGIN
    SELECT a.state INTO announced FROM publications_announcement a
    WHERE a.publication_id = publication AND a.at <= instant ORDER BY a.at DESC, a.id DESC LIMIT 1;
    was_released := EXISTS (
        SELECT FROM publications_release r
        WHERE r.publication_id = publication AND r.cancelled_at IS NULL AND r.at <= instant
    ) OR EXISTS (
        SELECT FROM publications_listingdecision d
        WHERE d.publication_id = publication AND d.moves_now AND d.at <= instant
    );
    IF NOT was_released THEN
        shown := CASE WHEN EXISTS (
            SELECT FROM publications_release r WHERE r.publication_id = publication AND r.cancelled_at IS NULL
        ) THEN 'scheduled' ELSE coalesce(announced, 'draft') END;
        IF announced IS NULL THEN
            RETURN shown;
        END IF;
    END IF;
    SELECT bool_or(coalesce(s.confirmed_at <= instant, false)) INTO confirmed
    FROM publications_suspension s
    JOIN publications_publication p ON p.id = publication
    WHERE (s.publication_id = p.id OR s.review_id = p.review_id) AND s.at <= instant
        AND (coalesce(s.lifted_at, s.reinstated_at) IS NULL OR coalesce(s.lifted_at, s.reinstated_at) > instant);
    IF confirmed THEN
        RETURN 'withdrawn';
    ELSIF confirmed IS NOT NULL THEN
        RETURN 'suspended';
    ELSIF NOT was_released THEN
        RETURN shown;
    END IF;
    through := ledger_protected_through(publication, instant);
    IF ledger_had_left(publication, through, instant) THEN
        RETURN 'on_request';
    END IF;
    RETURN CASE WHEN through IS NOT NULL AND ledger_day(instant) <= through THEN 'protected' ELSE 'listed' END;
END $$;
