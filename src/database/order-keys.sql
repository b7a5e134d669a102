-- The keys of rows that editors drag (`a9`, `aa`, `ab`) compare byte by byte. By Danish rules `aa` is å and comes last, so
-- those columns must not follow the database's language. The set-up calls this each time, for new collections.
CREATE OR REPLACE FUNCTION compare_order_keys_by_byte() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  key record;
BEGIN
  FOR key IN
    SELECT table_name, column_name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name IN ('_order', 'version__order')
      AND data_type = 'character varying' AND collation_name IS DISTINCT FROM 'C'
  LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN %I TYPE varchar COLLATE "C"', key.table_name, key.column_name);
  END LOOP;
END $$;
