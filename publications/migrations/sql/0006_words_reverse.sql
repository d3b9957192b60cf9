DROP TRIGGER IF EXISTS search_pages_removed ON publications_pagetext;
DROP TRIGGER IF EXISTS search_pages_altered ON publications_pagetext;
DROP TRIGGER IF EXISTS search_pages_added ON publications_pagetext;
DROP FUNCTION IF EXISTS search_pages_changed();
DROP FUNCTION IF EXISTS search_index_file(bigint);
DROP FUNCTION IF EXISTS search_forget(text[]);
DROP FUNCTION IF EXISTS search_learn(text[]);
DROP FUNCTION IF EXISTS search_names(bigint);
DROP FUNCTION IF EXISTS search_record(text, text, text);
