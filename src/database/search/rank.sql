-- The last step of a search: the candidates in order, the best first.

-- Each candidate has a cost; the lowest comes first, after what editors have pinned. Equal costs keep the editors' order.
CREATE OR REPLACE FUNCTION search.rank(asked search.query, candidates search.key[], skip int, most int) RETURNS TABLE (
  place bigint, kind text, collection text, id int, part text, cost numeric
) LANGUAGE plpgsql STABLE ROWS 20 AS $$
#variable_conflict use_column
DECLARE
  -- For each word of the query, the first line that applies. The name is the title; for people also their job title.
  name_exact     constant numeric := 0;    -- The name holds exactly the word,
  name_beginning constant numeric := 1;    -- a word that begins with it,
  name_spelling  constant numeric := 2;    -- one that does if æ ø å are spelled another way,
  name_other     constant numeric := 5;    -- an inflection of it, a longer word that ends with it, or a synonym.
  line_spelling  constant numeric := 10;   -- The line under the title holds a word that begins with it,
  line_other     constant numeric := 15;   -- or an inflection, a longer word that ends with it, or a synonym.
  text_any       constant numeric := 30;   -- The text holds it in any of these ways.
  -- Inside a longer word it may mean something else (»rist« in »Kristine«): after all whole words.
  name_inside    constant numeric := 40;
  line_inside    constant numeric := 45;
  text_inside    constant numeric := 50;
  name_near      constant numeric := 100;  -- With one typing error: in the name,
  line_near      constant numeric := 110;  -- in the line,
  text_near      constant numeric := 130;  -- in the text.
  -- Instead of all these, if some word is not found by itself.
  whole_query    constant numeric := 20;   -- The words written as one, or a synonym of the whole query.
  -- Once for each result.
  same_title     constant numeric := -10;  -- The title is exactly what was typed.
  first_word     constant numeric := -0.5; -- The title begins with the first word.
  -- Once for each result, by its kind: hundredths only break ties.
  kind_contact    constant numeric := 0;
  kind_leader     constant numeric := 0.01;
  kind_department constant numeric := 0.02;
  kind_box        constant numeric := 0.03;
  kind_page       constant numeric := 0.04;
  kind_guidance   constant numeric := 0.05;
  kind_principle  constant numeric := 0.05;
  kind_story      constant numeric := 0.05;
BEGIN
  RETURN QUERY
  SELECT row_number() OVER (ORDER BY pin.place NULLS LAST, costs.cost, e.position, e.title, e.id, e.part),
         e.kind, e.collection, e.id, e.part, costs.cost
  FROM unnest(candidates) AS candidate
  JOIN search.entries e USING (kind, collection, id, part)
  LEFT JOIN unnest((asked.pins).collections, (asked.pins).ids) WITH ORDINALITY AS pin (collection, id, place)
    ON pin.collection = e.collection AND pin.id = e.id AND e.part = ''
  CROSS JOIN LATERAL (
    SELECT CASE WHEN count(word.cost) = count(*) THEN sum(word.cost) ELSE whole_query END
      + CASE WHEN e.folded = asked.written THEN same_title
             WHEN starts_with(e.folded, asked.terms[1].typed) THEN first_word ELSE 0 END
      + CASE e.kind
          WHEN 'contact' THEN kind_contact WHEN 'leader' THEN kind_leader WHEN 'department' THEN kind_department
          WHEN 'box' THEN kind_box WHEN 'page' THEN kind_page WHEN 'guidance' THEN kind_guidance
          WHEN 'principle' THEN kind_principle WHEN 'story' THEN kind_story END AS cost
    FROM unnest(asked.terms) AS term
    CROSS JOIN LATERAL (SELECT CASE
      WHEN e.names @@ term.exact THEN name_exact
      WHEN e.names @@ term.beginning THEN name_beginning
      WHEN e.names @@ term.spelling THEN name_spelling
      WHEN e.names @@ term.other THEN name_other
      WHEN e.head @@ term.spelling THEN line_spelling
      WHEN e.head @@ term.other THEN line_other
      -- What is left must be in the text: it need not be read unless it may be there in another way.
      WHEN (asked.near IS NULL AND term.inside IS NULL) OR e.words @@ search.either(term.spelling, term.other) THEN text_any
      WHEN e.names @@ term.inside THEN name_inside
      WHEN e.head @@ term.inside THEN line_inside
      WHEN asked.near IS NULL OR e.words @@ term.inside THEN text_inside
      WHEN e.names @@ term.near THEN name_near
      WHEN e.head @@ term.near THEN line_near
      WHEN e.words @@ term.near THEN text_near END AS cost) AS word
  ) AS costs
  ORDER BY 1 OFFSET skip LIMIT most;
END $$;
