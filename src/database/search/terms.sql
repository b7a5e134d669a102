-- The first step of a search: what each word of the query stands for, and the queries that follow.

-- typed, plain: the words of the query, with æ ø å as ae oe aa and as the plain letters.
CREATE OR REPLACE FUNCTION search.terms(typed text[], plain text[]) RETURNS search.query LANGUAGE plpgsql STABLE AS $$
DECLARE
  asked search.query;
  term search.term;
  others record;
  synonyms text[];
  -- What the query finds as a whole.
  whole tsquery[];
BEGIN
  asked.written := array_to_string(typed, ' ');
  asked.words := '{}';
  FOR i IN 1..cardinality(typed) LOOP
    others := search.other_words(typed[i]);
    synonyms := search.synonyms(search.plainest(typed[i]));
    term.typed := typed[i];
    term.plain := plain[i];
    term.exact := search.any_of(ARRAY[typed[i]], '');
    term.beginning := search.any_of(ARRAY[typed[i]], ':*');
    term.spelling := search.any_of(ARRAY[typed[i], plain[i]], ':*');
    -- One or two letters begin too many words, so texts are searched for them as whole words.
    term.in_texts := CASE WHEN length(plain[i]) > 2 THEN term.spelling ELSE search.any_of(ARRAY[typed[i], plain[i]], '') END;
    term.other := search.either(search.any_of(others.words, ''), search.any_phrase(synonyms));
    term.inside := search.any_of(others.inside, '');
    asked.terms[i] := term;
    asked.words := asked.words || others.words || others.inside || search.phrase_words(synonyms);
  END LOOP;
  IF cardinality(typed) = 1 THEN
    whole := search.each_of(others.words || others.inside) || search.any_phrase(synonyms);
    asked.heads := term.spelling || whole;
    asked.texts := term.in_texts || whole;
  ELSE
    synonyms := search.synonyms(search.plainest(asked.written));
    asked.words := asked.words || search.phrase_words(synonyms);
    whole := ARRAY[search.any_of(ARRAY[array_to_string(typed, ''), array_to_string(plain, '')], ':*'),
                   search.any_phrase(synonyms)];
    asked.heads := search.all_of(ARRAY(SELECT search.either(search.either(spelling, other), inside) FROM unnest(asked.terms))) || whole;
    asked.texts := search.all_of(ARRAY(SELECT search.either(search.either(in_texts, other), inside) FROM unnest(asked.terms))) || whole;
  END IF;
  asked.heads := array_remove(asked.heads, NULL);
  asked.texts := array_remove(asked.texts, NULL);
  asked.pins := search.pins(search.plainest(asked.written));
  RETURN asked;
END $$;

-- The same query, also allowing one typing error in a word.
CREATE OR REPLACE FUNCTION search.with_typing_errors(asked search.query) RETURNS search.query LANGUAGE plpgsql STABLE AS $$
DECLARE
  near_words text[];
BEGIN
  asked.near := '{}';
  FOR i IN 1..cardinality(asked.terms) LOOP
    near_words := search.near_words(asked.terms[i].typed, asked.terms[i].plain);
    asked.terms[i].near := search.any_of(near_words, '');
    asked.near := asked.near || search.each_of(near_words);
    asked.words := asked.words || near_words;
  END LOOP;
  IF asked.near <> '{}' AND cardinality(asked.terms) > 1 THEN
    asked.near := ARRAY[search.all_of(ARRAY(
      SELECT search.either(search.either(search.either(in_texts, other), inside), near) FROM unnest(asked.terms)))];
  END IF;
  RETURN asked;
END $$;
