-- How many pages show a document that is saved: from where it is used now (uses.sql), and from there on.

-- What shows a document or global, as `departments:3`, besides pages: from there it is asked on.
CREATE OR REPLACE FUNCTION shown_by(target regclass, target_id int) RETURNS SETOF text LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN QUERY
  SELECT DISTINCT collection || ':' || id FROM uses_of(target, target_id)
  -- What lies below is shown by what is above, not the other way round; and some only find it, lead to it or hold for it.
  WHERE is_public AND collection NOT IN ('redirects', 'search_words', 'hours_exceptions')
    AND place NOT IN ('departments.parent_id', 'pages.parent_id', 'contact_boxes.department_id');
  CASE target::text
    WHEN 'departments' THEN
      RETURN QUERY SELECT 'departments:' || parent_id FROM departments WHERE id = target_id AND parent_id IS NOT NULL;
    WHEN 'hours_exceptions' THEN
      RETURN QUERY
      SELECT 'opening_hours:' || h.id FROM opening_hours h, hours_exceptions e
      WHERE e.id = target_id AND h._status = 'published' AND
        CASE e.applies_to::text WHEN 'calendar' THEN h.follows_calendar WHEN 'chosen' THEN EXISTS (
          SELECT FROM hours_exceptions_rels r WHERE r.parent_id = e.id AND r.opening_hours_id = h.id) END;
      RETURN QUERY
      WITH RECURSIVE chosen AS (
        SELECT r.contact_boxes_id, r.departments_id FROM hours_exceptions_rels r
        JOIN hours_exceptions e ON e.id = r.parent_id AND e.applies_to::text = 'boxes'
        WHERE e.id = target_id),
      closed AS (
        SELECT departments_id AS id FROM chosen WHERE departments_id IS NOT NULL
        UNION
        SELECT d.id FROM departments d JOIN closed ON d.parent_id = closed.id WHERE d._status = 'published')
      SELECT 'contact_boxes:' || b.id FROM contact_boxes b
      WHERE b._status = 'published'
        AND (b.id IN (SELECT contact_boxes_id FROM chosen) OR b.department_id IN (SELECT id FROM closed));
    WHEN 'calendar_days' THEN
      RETURN QUERY SELECT 'opening_hours:' || id FROM opening_hours WHERE _status = 'published' AND follows_calendar;
    -- Blocks that show a whole list, or what a global says.
    WHEN 'press_contacts' THEN
      RETURN QUERY SELECT 'pages:' || _parent_id FROM pages_blocks_contact_search;
    WHEN 'pejlemaerker' THEN
      RETURN QUERY SELECT 'pages:' || _parent_id FROM pages_blocks_principles;
    WHEN 'contact_boxes' THEN
      RETURN QUERY
      SELECT 'pages:' || b._parent_id FROM pages_blocks_contact_boxes b
      WHERE NOT EXISTS (SELECT FROM pages_rels r
        WHERE r.parent_id = b._parent_id AND r.path = b._path || '.' || b._order - 1 || '.boxes');
    WHEN 'press_duty' THEN
      RETURN QUERY SELECT 'pages:' || _parent_id FROM pages_blocks_press_duty;
    WHEN 'header', 'footer', 'labels' THEN
      RETURN QUERY SELECT 'pages:' || id FROM pages;
    ELSE
  END CASE;
END $$;

-- The published pages on which a document is seen; none if visitors do not see it. `is_whole` is false if it is used by so much
-- that not all was followed; then there are at least these.
CREATE OR REPLACE FUNCTION pages_showing(target regclass, target_id int, OUT pages int[], OUT is_whole boolean)
LANGUAGE plpgsql STABLE AS $$
DECLARE
  most constant int := 40;
  places text[] := ARRAY[target || ':' || target_id];
  asked int := 0;
  found text[] := '{}';
  next text[];
  is_public boolean := true;
BEGIN
  IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = target AND attname = '_status') THEN
    EXECUTE format('SELECT _status = ''published'' FROM %s WHERE id = $1', target) INTO is_public USING target_id;
  END IF;
  WHILE is_public AND asked < least(most, cardinality(places)) LOOP
    asked := asked + 1;
    next := ARRAY(SELECT shown_by(split_part(places[asked], ':', 1)::regclass, split_part(places[asked], ':', 2)::int));
    -- A page is where it ends.
    found := found || ARRAY(SELECT one FROM unnest(next) AS one WHERE one LIKE 'pages:%');
    places := places || ARRAY(
      SELECT DISTINCT one FROM unnest(next) AS one WHERE one NOT LIKE 'pages:%' AND one <> ALL (places));
  END LOOP;
  is_whole := is_public IS NOT TRUE OR asked = cardinality(places);
  pages := ARRAY(SELECT p.id FROM pages p WHERE p._status = 'published' AND 'pages:' || p.id = ANY (found));
END $$;

-- On how many pages that is. `pages` is null while visitors do not see the document, or a newer draft of it waits.
CREATE OR REPLACE FUNCTION shown_on(target regclass, target_id int, OUT pages int, OUT is_whole boolean)
LANGUAGE plpgsql STABLE AS $$
DECLARE
  is_newest boolean := true;
BEGIN
  IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = target AND attname = '_status') THEN
    EXECUTE format('SELECT d._status = ''published'' AND NOT EXISTS (
                      SELECT FROM %I v WHERE v.parent_id = d.id AND v.latest AND v.version__status <> ''published'')
                    FROM %s d WHERE d.id = $1', '_' || target || '_v', target) INTO is_newest USING target_id;
  END IF;
  IF is_newest IS NOT TRUE THEN RETURN; END IF;
  SELECT cardinality(s.pages), s.is_whole INTO pages, is_whole FROM pages_showing(target, target_id) s;
END $$;
