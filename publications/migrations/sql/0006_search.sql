-- Words as they are looked for: accents, case, apostrophes, ways of writing the same sign and English endings don't
-- count. No word is left out, so that "Child A" is found by its A; a question leaves out its own small words.

CREATE TEXT SEARCH DICTIONARY site_stem (TEMPLATE = pg_catalog.snowball, Language = english);

CREATE TEXT SEARCH CONFIGURATION site_words (COPY = pg_catalog.english);
ALTER TEXT SEARCH CONFIGURATION site_words
    ALTER MAPPING FOR asciiword, word, asciihword, hword, hword_asciipart, hword_part WITH unaccent, site_stem;
ALTER TEXT SEARCH CONFIGURATION site_words
    ALTER MAPPING FOR numword, numhword, hword_numpart WITH unaccent, pg_catalog.simple;

CREATE TEXT SEARCH CONFIGURATION site_exact (COPY = pg_catalog.simple);
ALTER TEXT SEARCH CONFIGURATION site_exact
    ALTER MAPPING FOR asciiword, word, asciihword, hword, hword_asciipart, hword_part WITH unaccent, pg_catalog.simple;

-- A text as words with single blanks between them, so that PostgreSQL's parser finds exactly one word in each run of
-- letters and figures (a name with a slash, a date with a dash and "word.Word" would be one to it). Its n-th word is
-- that of publications/folding.py, which marks them in results; {separators} is from there too.
CREATE FUNCTION search_text(given text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT regexp_replace(
        regexp_replace(
            normalize(translate(translate(given, U&'{removed}', ''), U&'{superscripts}', repeat(' ', 10)), NFKD),
            '[{marks}]', '', 'g'
        ),
        '[{separators}]+', ' ', 'g'
    )
$$;

-- The very words of a text, marked with "=": what spelling may be compared with.
CREATE FUNCTION search_exact(given text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT coalesce(array_agg(DISTINCT '=' || lexeme), '{}') FROM unnest(to_tsvector('site_exact', search_text(given)))
    WHERE lexeme ~ '^[a-z]{3,30}$'
$$;
