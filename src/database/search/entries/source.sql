-- What search knows of the documents `ids` of a collection.
CREATE OR REPLACE FUNCTION search.source(wanted text, ids int[]) RETURNS TABLE (
  id int, part text, kind text, title text, line text, body text, phones text[], email text, slug text,
  acting boolean, page int, "position" text
) LANGUAGE plpgsql STABLE ROWS 10 AS $$
#variable_conflict use_column
BEGIN
  CASE wanted
  WHEN 'press-contacts' THEN RETURN QUERY
    SELECT d.id, '', 'contact', d.name::text, d.title::text,
           (SELECT string_agg(text, ', ' ORDER BY "order") FROM press_contacts_texts
            WHERE parent_id = d.id AND path = 'subjects'),
           ARRAY(SELECT number::text FROM press_contacts_phones WHERE _parent_id = d.id ORDER BY _order),
           d.email::text, d.slug::text, false, NULL::int, d._order::text
    FROM press_contacts d WHERE d.id = ANY(ids) AND d._status = 'published';
  WHEN 'contact-boxes' THEN RETURN QUERY
    SELECT d.id, '', 'box', d.name::text,
           concat_ws(', ', nullif(d.street, ''), nullif(concat_ws(' ', d.postal_code, d.city), '')),
           -- The headings over its hours are words that people search for.
           concat_ws(' ', d.note_title, d.note_text, search.rich_text(d.intro),
             CASE WHEN d.opening_hours_id IS NOT NULL THEN 'Åbningstider' END,
             CASE WHEN d.phone_hours_id IS NOT NULL THEN 'Telefontider' END),
           array_remove(ARRAY[d.phone::text], NULL), NULL::text, d.slug::text, false, NULL::int, d._order::text
    FROM contact_boxes d WHERE d.id = ANY(ids) AND d._status = 'published';
  WHEN 'departments' THEN RETURN QUERY
    -- A department is found on the page that shows it or a department above it; if no page does, it is not found.
    WITH RECURSIVE chain AS (
      SELECT id, id AS above FROM departments WHERE id = ANY(ids) AND _status = 'published'
      UNION
      SELECT chain.id, up.id
      FROM chain
      JOIN departments d ON d.id = chain.above
      JOIN departments up ON up.id = d.parent_id AND up._status = 'published'
    ), placed AS (
      SELECT DISTINCT ON (d.id) d.*, p.id AS page
      FROM chain
      JOIN departments d ON d.id = chain.id
      JOIN pages_blocks_department b ON b.department_id = chain.above
      JOIN pages p ON p.id = b._parent_id AND p._status = 'published'
      ORDER BY d.id, p._order COLLATE "C", p.id
    )
    SELECT d.id, '', 'department', d.name::text, '', search.rich_text(d.body), '{}'::text[], NULL::text, NULL::text,
           false, d.page, d._order::text
    FROM placed d
    -- Once: a page about it, or a contact box by its name, says more than a name in a list.
    WHERE d.id NOT IN (SELECT department FROM search.pages_about(ids))
      AND (search.rich_text(d.body) <> '' OR NOT EXISTS (
        SELECT FROM contact_boxes box WHERE box.name = d.name AND box._status = 'published'))
    UNION ALL
    SELECT d.id, a.id::text, 'leader', p.name::text, a.title || ', ' || d.name, '',
           array_remove(ARRAY[p.phone::text], NULL), p.email::text, NULL::text, coalesce(a.acting, false), d.page, d._order::text
    FROM placed d
    JOIN departments_appointments a ON a._parent_id = d.id
    JOIN people p ON p.id = a.person_id AND p._status = 'published';
  WHEN 'aktindsigt-guidance' THEN RETURN QUERY
    SELECT d.id, '', 'guidance', d.title::text, '', search.rich_text(d.body), '{}'::text[], NULL::text, NULL::text,
           false, NULL::int, d._order::text
    FROM aktindsigt_guidance d WHERE d.id = ANY(ids) AND d._status = 'published';
  WHEN 'grundfortaelling' THEN RETURN QUERY
    SELECT d.id, '', 'story', d.title::text, '', concat_ws(' ', d.promise, search.rich_text(d.body)), '{}'::text[],
           NULL::text, NULL::text, false, NULL::int, ''
    FROM grundfortaelling d WHERE d.id = ANY(ids) AND d._status = 'published';
  WHEN 'pejlemaerker' THEN RETURN QUERY
    SELECT d.id, '', 'principle', d.title::text, '', search.rich_text(d.body), '{}'::text[], NULL::text, NULL::text,
           false, NULL::int, d._order::text
    FROM pejlemaerker d WHERE d.id = ANY(ids) AND d._status = 'published';
  WHEN 'pages' THEN RETURN QUERY
    WITH texts AS (
      SELECT t.page, string_agg(t.text, ' ' ORDER BY t.block, t.item, t.text) AS body
      FROM search.page_texts(ids) t WHERE t.text <> '' GROUP BY t.page
    )
    -- The front page's summary tells what it lists: those pages are found.
    SELECT d.id, '', 'page', d.title::text,
           CASE WHEN d.slug = 'forside' AND d.parent_id IS NULL THEN '' ELSE coalesce(d.summary, '')::text END,
           coalesce(texts.body, ''), '{}'::text[],
           NULL::text, NULL::text, false, d.id, coalesce(d._order, '')::text
    FROM pages d LEFT JOIN texts ON texts.page = d.id WHERE d.id = ANY(ids) AND d._status = 'published'
    UNION ALL
    -- What unfolds is found by its own title.
    SELECT d.id, item.id::text, 'page', item.title::text, '', search.rich_text(item.body), '{}'::text[],
           NULL::text, NULL::text, false, d.id, coalesce(d._order, '')::text
    FROM pages d
    JOIN pages_blocks_accordion block ON block._parent_id = d.id
    JOIN pages_blocks_accordion_items item ON item._parent_id = block.id
    WHERE d.id = ANY(ids) AND d._status = 'published'
    UNION ALL
    -- The page that works a deadline out, if a page leads to it. Its words are fixed: a test holds them to those in src/domain/words.
    SELECT d.id, 'frist', 'guidance', 'Frist for svar på aktindsigt',
           'Beregn svarfristen, og se, hvornår du kan klage', '', '{}'::text[], NULL::text, NULL::text, false, d.id, '~'
    FROM pages d WHERE d.id = ANY(ids) AND d.id = (
      SELECT min(p.id) FROM pages_blocks_aktindsigt_deadline block
      JOIN pages p ON p.id = block._parent_id AND p._status = 'published');
  WHEN 'footer' THEN RETURN QUERY
    -- The municipality itself, as it stands at the foot of each page.
    SELECT d.id, '', 'box', d.name::text,
           concat_ws(', ', nullif(d.street, ''), nullif(concat_ws(' ', d.postal_code, d.city), ''), 'CVR-nummer ' || nullif(d.cvr, '')), '',
           array_remove(ARRAY[d.phone::text], NULL), NULL::text, NULL::text, false, NULL::int, ''
    FROM footer d WHERE d.id = ANY(ids);
  END CASE;
END $$;

-- The published pages that are about one of these departments: they show it and bear its name.
CREATE OR REPLACE FUNCTION search.pages_about(departments int[]) RETURNS TABLE (department int, page int) LANGUAGE sql STABLE AS $$
  SELECT d.id, p.id
  FROM departments d
  JOIN pages_blocks_department block ON block.department_id = d.id
  JOIN pages p ON p.id = block._parent_id AND p._status = 'published' AND p.title = d.name
  WHERE d.id = ANY(pages_about.departments)
$$;
