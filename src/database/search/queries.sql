-- A query for any of these words; null if there are none. Words hold only letters and digits. ending: ':*' for prefixes.
CREATE OR REPLACE FUNCTION search.any_of(words text[], ending text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT string_agg(quote_literal(word) || ending, '|')::tsquery FROM unnest(words) AS word
$$;

-- One query for each of these words.
CREATE OR REPLACE FUNCTION search.each_of(words text[]) RETURNS tsquery[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ARRAY(SELECT quote_literal(word)::tsquery FROM unnest(words) AS word)
$$;

-- A query for any of these phrases, each by the beginnings of all its words; null if there are none.
CREATE OR REPLACE FUNCTION search.any_phrase(phrases text[]) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT string_agg('(' || array_to_string(ARRAY(
    SELECT quote_literal(word) || ':*' FROM string_to_table(phrase, ' ') AS word), '&') || ')', '|')::tsquery
  FROM unnest(phrases) AS phrase
$$;

-- Either query; null only if both are null.
CREATE OR REPLACE FUNCTION search.either(tsquery, tsquery) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce($1 || $2, $1, $2)
$$;

-- One query that needs all of them; null ones are skipped.
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
