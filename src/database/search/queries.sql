-- Any of these words as a query, null for none; they hold letters and digits only. ending: ':*' for beginnings.
CREATE OR REPLACE FUNCTION search.any_of(words text[], ending text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT string_agg(quote_literal(word) || ending, '|')::tsquery FROM unnest(words) AS word
$$;

-- Each of these words as a query of its own.
CREATE OR REPLACE FUNCTION search.each_of(words text[]) RETURNS tsquery[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ARRAY(SELECT quote_literal(word)::tsquery FROM unnest(words) AS word)
$$;

-- Any of these phrases as a query: one with the beginnings of all its words. Null for none.
CREATE OR REPLACE FUNCTION search.any_phrase(phrases text[]) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT string_agg('(' || array_to_string(ARRAY(
    SELECT quote_literal(word) || ':*' FROM string_to_table(phrase, ' ') AS word), '&') || ')', '|')::tsquery
  FROM unnest(phrases) AS phrase
$$;

-- The one or the other; null only if both are.
CREATE OR REPLACE FUNCTION search.either(tsquery, tsquery) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce($1 || $2, $1, $2)
$$;

-- All of them as one query; those that are null ask for nothing.
CREATE OR REPLACE FUNCTION search.all_of(tsquery[]) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  word tsquery;
  result tsquery;
BEGIN
  FOREACH word IN ARRAY $1 LOOP
    result := coalesce(result && word, word);
  END LOOP;
  RETURN result;
END $$;
