-- What a word of a query stands for besides words that begin with it: its inflections, and longer words with it inside.
-- For a number: the phone numbers that contain it.
CREATE OR REPLACE FUNCTION search.other_words(folded text) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT ARRAY(
    (SELECT word FROM search.vocabulary WHERE stem = search.stem(folded) AND folded !~ '^\d+$' LIMIT 48)
    UNION
    (SELECT word FROM search.vocabulary
     WHERE length(folded) >= 4 AND word LIKE '%' || folded || '%' AND (folded !~ '^\d+$' OR word ~ '^\d{8,}$')
     LIMIT CASE WHEN folded ~ '^\d+$' THEN 500 ELSE 48 END)
    UNION
    (SELECT word FROM search.vocabulary
     WHERE length(search.stem(folded)) >= 5 AND folded !~ '^\d+$' AND word LIKE '%_' || search.stem(folded) || '%' LIMIT 48))
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
