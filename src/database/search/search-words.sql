-- What editors have entered under »Søgeord«. Both functions name the collation of the index; with the caller's collation it
-- would not be used.

-- The synonyms of `typed` (from search.plainest): each is one or more folded words.
CREATE OR REPLACE FUNCTION search.synonyms(typed text) RETURNS text[] LANGUAGE sql STABLE AS $$
  WITH kept AS MATERIALIZED (
    SELECT parent_id FROM search_words_texts WHERE path = 'words' AND search.plainest(text) = typed COLLATE "default"
  )
  SELECT coalesce(array_agg(synonym), '{}') FROM (
    SELECT DISTINCT search.fold(text) AS synonym
    FROM kept JOIN search_words_texts USING (parent_id) WHERE path = 'synonyms'
    ORDER BY synonym LIMIT 20) AS found
  WHERE synonym <> ''
$$;

-- The documents that editors have pinned for `typed` (from search.plainest) as the whole query.
CREATE OR REPLACE FUNCTION search.pins(typed text) RETURNS search.pins LANGUAGE sql STABLE AS $$
  WITH kept AS MATERIALIZED (
    SELECT parent_id FROM search_words_texts WHERE path = 'words' AND search.plainest(text) = typed COLLATE "default"
  )
  SELECT array_agg(collection ORDER BY parent, place), array_agg(id ORDER BY parent, place) FROM (
    SELECT pin.collection, pin.id, min(pinned.parent_id) AS parent, min(pinned."order") AS place
    FROM kept
    JOIN search_words_rels pinned ON pinned.parent_id = kept.parent_id AND pinned.path = 'pins'
    CROSS JOIN LATERAL (VALUES
      ('pages', pinned.pages_id), ('departments', pinned.departments_id),
      -- A department that is found as its page.
      ('pages', (SELECT min(page) FROM search.pages_about(ARRAY[pinned.departments_id]))), ('press-contacts', pinned.press_contacts_id),
      ('contact-boxes', pinned.contact_boxes_id), ('aktindsigt-guidance', pinned.aktindsigt_guidance_id)
    ) AS pin (collection, id)
    WHERE pin.id IS NOT NULL
    GROUP BY pin.collection, pin.id ORDER BY parent, place LIMIT 10) AS found
$$;

-- The words that begin with any word of the phrases.
CREATE OR REPLACE FUNCTION search.phrase_words(phrases text[]) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT ARRAY(
    SELECT DISTINCT v.word FROM unnest(phrases) AS phrase, string_to_table(phrase, ' ') AS start
    CROSS JOIN LATERAL (SELECT word FROM search.vocabulary
      WHERE word >= start COLLATE "C" AND word < start || chr(1114111) COLLATE "C" LIMIT 20) AS v)
$$;
