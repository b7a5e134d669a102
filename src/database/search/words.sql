-- What a word of a query stands for besides words that begin with it. words: its inflections, and longer words that end with
-- it or an inflection, as the last part of a Danish compound says what it is (»frist«: »svarfrist«); for a number: the phone
-- numbers that contain it. inside: longer words with it somewhere else inside (»rist«: »Kristine«).
CREATE OR REPLACE FUNCTION search.other_words(folded text, OUT words text[], OUT inside text[]) LANGUAGE sql STABLE AS $$
  WITH found AS (
    (SELECT word, stem FROM search.vocabulary WHERE stem = search.stem(folded) AND folded !~ '^\d+$' LIMIT 48)
    UNION
    (SELECT word, stem FROM search.vocabulary
     WHERE length(folded) >= 4 AND word LIKE '%' || folded || '%' AND (folded !~ '^\d+$' OR word ~ '^\d{8,}$')
     LIMIT CASE WHEN folded ~ '^\d+$' THEN 500 ELSE 48 END)
    UNION
    (SELECT word, stem FROM search.vocabulary
     WHERE length(search.stem(folded)) >= 5 AND folded !~ '^\d+$' AND word LIKE '%_' || search.stem(folded) || '%' LIMIT 48)
  ), judged AS (
    SELECT word, folded ~ '^\d+$' OR right(word, length(folded)) = folded OR right(stem, length(search.stem(folded))) = search.stem(folded)
      AS is_whole
    FROM found
  )
  SELECT coalesce(array_agg(word) FILTER (WHERE is_whole), '{}'), coalesce(array_agg(word) FILTER (WHERE NOT is_whole), '{}')
  FROM judged
$$;

-- Words that begin as typed with one letter missing, added, wrong or swapped with the next. Only for words of five letters
-- or more, counted as typed (plain), not as folded.
CREATE OR REPLACE FUNCTION search.near_words(folded text, plain text) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT ARRAY(
    SELECT v.word
    FROM unnest(ARRAY[folded, plain]) AS typed
    CROSS JOIN LATERAL (
      SELECT length(typed) AS size,
        array_agg(left(typed, at - 1) || substr(typed, at + 1, 1) || substr(typed, at, 1) || substr(typed, at + 2)) AS swapped
      FROM generate_series(1, length(typed) - 1) AS at) AS typing
    JOIN search.vocabulary v ON search.beginnings(v.word) && search.beginnings(typed)
    WHERE length(plain) >= 5 AND size <= 60 AND folded !~ '^\d+$'
      AND (levenshtein_less_equal(left(v.word, size), typed, 1) <= 1
        OR levenshtein_less_equal(left(v.word, size + 1), typed, 1) <= 1
        OR levenshtein_less_equal(left(v.word, size - 1), typed, 1) <= 1
        OR left(v.word, size) = ANY(swapped))
    GROUP BY v.word ORDER BY min(abs(length(v.word) - size)), v.word LIMIT 30)
$$;
