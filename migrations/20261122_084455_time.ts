import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** Weeks become one value of seven days, exceptions documents of their own; nothing that was entered is lost. */
const moveHours = `
UPDATE opening_hours AS owner SET week = (
  SELECT jsonb_object_agg(day.name, COALESCE(entered.spans, '[]'))
  FROM (VALUES ('1', 'monday'), ('2', 'tuesday'), ('3', 'wednesday'), ('4', 'thursday'), ('5', 'friday'),
    ('6', 'saturday'), ('7', 'sunday')) AS day (number, name)
  LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('from', row."from", 'to', row."to",
      'nextDay', CASE WHEN row."to" <= row."from" THEN true END)) ORDER BY row."from") AS spans
    FROM opening_hours_week AS row
    WHERE row._parent_id = owner.id AND row.weekday::text = day.number
      AND row."from" IS NOT NULL AND row."to" IS NOT NULL
  ) AS entered ON true
);
UPDATE _opening_hours_v AS owner SET version_week = (
  SELECT jsonb_object_agg(day.name, COALESCE(entered.spans, '[]'))
  FROM (VALUES ('1', 'monday'), ('2', 'tuesday'), ('3', 'wednesday'), ('4', 'thursday'), ('5', 'friday'),
    ('6', 'saturday'), ('7', 'sunday')) AS day (number, name)
  LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('from', row."from", 'to', row."to",
      'nextDay', CASE WHEN row."to" <= row."from" THEN true END)) ORDER BY row."from") AS spans
    FROM _opening_hours_v_version_week AS row
    WHERE row._parent_id = owner.id AND row.weekday::text = day.number
      AND row."from" IS NOT NULL AND row."to" IS NOT NULL
  ) AS entered ON true
);
CREATE TEMPORARY TABLE moved ON COMMIT DROP AS
  SELECT nextval('hours_exceptions_id_seq')::integer AS id, nextval('_hours_exceptions_v_id_seq')::integer AS version_id,
    old.id AS old_id, old._parent_id AS schedule_id, old."from", old."to", old.reason, schedule._status::text AS status,
    CASE WHEN EXISTS (SELECT FROM opening_hours_exceptions_spans AS span WHERE span._parent_id = old.id)
      THEN 'spans' ELSE 'closed' END AS kind
  FROM opening_hours_exceptions AS old JOIN opening_hours AS schedule ON schedule.id = old._parent_id
  WHERE old."from" IS NOT NULL;
INSERT INTO hours_exceptions (id, "from", "to", kind, reason, applies_to, _status)
  SELECT id, "from", "to", kind::enum_hours_exceptions_kind, reason, 'chosen',
    status::enum_hours_exceptions_status FROM moved;
INSERT INTO hours_exceptions_spans (_order, _parent_id, id, "from", "to", next_day)
  SELECT span._order, moved.id, span.id, span."from", span."to", span."to" <= span."from"
  FROM opening_hours_exceptions_spans AS span JOIN moved ON moved.old_id = span._parent_id;
INSERT INTO hours_exceptions_rels ("order", parent_id, path, opening_hours_id)
  SELECT 1, id, 'schedules', schedule_id FROM moved;
INSERT INTO _hours_exceptions_v (id, parent_id, version_from, version_to, version_kind, version_reason,
    version_applies_to, version__status, version_updated_at, version_created_at, latest)
  SELECT version_id, id, "from", "to", kind::enum__hours_exceptions_v_version_kind, reason, 'chosen',
    status::enum__hours_exceptions_v_version_status, now(), now(), true FROM moved;
INSERT INTO _hours_exceptions_v_version_spans (_order, _parent_id, "from", "to", next_day, _uuid)
  SELECT span._order, moved.version_id, span."from", span."to", span."to" <= span."from", span.id
  FROM opening_hours_exceptions_spans AS span JOIN moved ON moved.old_id = span._parent_id;
INSERT INTO _hours_exceptions_v_rels ("order", parent_id, path, opening_hours_id)
  SELECT 1, version_id, 'version.schedules', schedule_id FROM moved;
`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_hours_exceptions_kind" AS ENUM('closed', 'closesFrom', 'spans');
  CREATE TYPE "public"."enum_hours_exceptions_applies_to" AS ENUM('calendar', 'chosen');
  CREATE TYPE "public"."enum_hours_exceptions_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__hours_exceptions_v_version_kind" AS ENUM('closed', 'closesFrom', 'spans');
  CREATE TYPE "public"."enum__hours_exceptions_v_version_applies_to" AS ENUM('calendar', 'chosen');
  CREATE TYPE "public"."enum__hours_exceptions_v_version_status" AS ENUM('draft', 'published');
  CREATE TABLE "opening_hours_later_weeks" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"from" timestamp(3) with time zone,
  	"week" jsonb DEFAULT '{"monday":[],"tuesday":[],"wednesday":[],"thursday":[],"friday":[],"saturday":[],"sunday":[]}'::jsonb
  );
  
  CREATE TABLE "_opening_hours_v_version_later_weeks" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"from" timestamp(3) with time zone,
  	"week" jsonb DEFAULT '{"monday":[],"tuesday":[],"wednesday":[],"thursday":[],"friday":[],"saturday":[],"sunday":[]}'::jsonb,
  	"_uuid" varchar
  );
  
  CREATE TABLE "hours_exceptions_spans" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"from" varchar,
  	"to" varchar,
  	"next_day" boolean
  );
  
  CREATE TABLE "hours_exceptions" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"from" timestamp(3) with time zone,
  	"to" timestamp(3) with time zone,
  	"kind" "enum_hours_exceptions_kind" DEFAULT 'closed',
  	"closes_from" varchar,
  	"reason" varchar,
  	"applies_to" "enum_hours_exceptions_applies_to" DEFAULT 'calendar',
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "enum_hours_exceptions_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "hours_exceptions_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"opening_hours_id" integer
  );
  
  CREATE TABLE "_hours_exceptions_v_version_spans" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"from" varchar,
  	"to" varchar,
  	"next_day" boolean,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_hours_exceptions_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"parent_id" integer,
  	"version_from" timestamp(3) with time zone,
  	"version_to" timestamp(3) with time zone,
  	"version_kind" "enum__hours_exceptions_v_version_kind" DEFAULT 'closed',
  	"version_closes_from" varchar,
  	"version_reason" varchar,
  	"version_applies_to" "enum__hours_exceptions_v_version_applies_to" DEFAULT 'calendar',
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "enum__hours_exceptions_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean
  );
  
  CREATE TABLE "_hours_exceptions_v_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"opening_hours_id" integer
  );
  
  CREATE TABLE "pages_blocks_aktindsigt_deadline" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"heading" varchar DEFAULT 'Hvornår modtog kommunen din anmodning?',
  	"intro" jsonb,
  	"block_name" varchar
  );
  
  CREATE TABLE "_pages_v_blocks_aktindsigt_deadline" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"heading" varchar DEFAULT 'Hvornår modtog kommunen din anmodning?',
  	"intro" jsonb,
  	"_uuid" varchar,
  	"block_name" varchar
  );
  
  ALTER TABLE "opening_hours" ADD COLUMN "week" jsonb DEFAULT '{"monday":[],"tuesday":[],"wednesday":[],"thursday":[],"friday":[],"saturday":[],"sunday":[]}'::jsonb;
  ALTER TABLE "_opening_hours_v" ADD COLUMN "version_week" jsonb DEFAULT '{"monday":[],"tuesday":[],"wednesday":[],"thursday":[],"friday":[],"saturday":[],"sunday":[]}'::jsonb;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "hours_exceptions_id" integer;
  ALTER TABLE "labels" ADD COLUMN "contact_week" varchar DEFAULT 'Ugens tider' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "contact_new_week" varchar DEFAULT 'Nye tider fra' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "contact_special_days" varchar DEFAULT 'Særlige dage' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "contact_calendar_feed" varchar DEFAULT 'Lukkedage til din kalender' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "deadline_title" varchar DEFAULT 'Frist for svar på aktindsigt' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "deadline_summary" varchar DEFAULT 'Se, hvornår kommunen senest skal svare på din anmodning om aktindsigt, og hvad du kan gøre, hvis du ikke får det svar, du håbede på.' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "deadline_received" varchar DEFAULT 'Dag, kommunen modtog din anmodning' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "deadline_received_hint" varchar DEFAULT 'Det er dagen, hvor din e-mail eller dit brev nåede frem til os.' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "deadline_complaint_group" varchar DEFAULT 'Har du klaget over et afslag?' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "deadline_complaint_group_hint" varchar DEFAULT 'Så regner vi også fristerne for klagen ud. Udfyld kun det, du ved.' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "deadline_complaint" varchar DEFAULT 'Dag, kommunen modtog din klage' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "deadline_appeal" varchar DEFAULT 'Dag, klageinstansen modtog klagen fra kommunen' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "deadline_button" varchar DEFAULT 'Beregn frist' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "deadline_again" varchar DEFAULT 'Beregn en anden frist' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "deadline_error_heading" varchar DEFAULT 'Ret datoen, så kan vi beregne fristen' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "deadline_answer_lead" varchar DEFAULT 'Kommunen skal svare senest' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "deadline_guidance" varchar DEFAULT 'Beregningen er vejledning og ikke en juridisk afgørelse. Den bygger på de helligdage, der står i kommunens kalender i dag.' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "deadline_complete" varchar DEFAULT 'Kalenderen er udfyldt til og med' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "deadline_timeline" varchar DEFAULT 'Sådan forløber det' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "deadline_by" varchar DEFAULT 'Senest' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "deadline_from" varchar DEFAULT 'Fra' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "deadline_received_title" varchar DEFAULT 'Kommunen modtager din anmodning' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "deadline_received_text" varchar DEFAULT 'Dagen tæller ikke med. Vi begynder at tælle den næste arbejdsdag.' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "deadline_answer_title" varchar DEFAULT 'Kommunen skal have svaret dig' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "deadline_answer_text" varchar DEFAULT 'Fristen er 7 arbejdsdage og løber til dagens slutning. Kan kommunen undtagelsesvis ikke nå det, skal den fortælle dig hvorfor, og hvornår du kan vente et svar (offentlighedsloven § 36, stk. 2).' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "deadline_delay_title" varchar DEFAULT 'Du kan klage over ventetiden' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "deadline_delay_text" varchar DEFAULT 'Er der gået 14 arbejdsdage uden et svar, kan du klage over, at sagen trækker ud (offentlighedsloven § 39).' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "deadline_refused" varchar DEFAULT 'Hvis du får helt eller delvist afslag' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "deadline_complaint_title" varchar DEFAULT 'Kommunen ser på din klage' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "deadline_complaint_length" varchar DEFAULT 'Inden 7 arbejdsdage fra kommunen har fået klagen' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "deadline_complaint_text" varchar DEFAULT 'Send klagen til kommunen, som gav afslaget. Kommunen beslutter, om den holder fast i afslaget. Gør den det, sender den klagen videre til klageinstansen (offentlighedsloven § 37).' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "deadline_appeal_title" varchar DEFAULT 'Klageinstansen afgør klagen' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "deadline_appeal_length" varchar DEFAULT 'Inden 20 arbejdsdage fra klageinstansen selv har fået klagen' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "deadline_appeal_text" varchar DEFAULT 'Det er hovedreglen. Fristen tæller fra den dag, klageinstansen får klagen, ikke fra den dag, du sendte den (offentlighedsloven § 37).' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "deadline_ombudsman_title" varchar DEFAULT 'Folketingets Ombudsmand' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "deadline_ombudsman_length" varchar DEFAULT 'Når du har brugt dine klagemuligheder' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "deadline_ombudsman_text" varchar DEFAULT 'Er du stadig utilfreds, kan du klage til Folketingets Ombudsmand. Det kan du også, hvis en myndighed har været for længe om sagen eller har vejledt dig forkert.' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "deadline_skipped" varchar DEFAULT 'Dage, vi har sprunget over' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "deadline_skipped_none" varchar DEFAULT 'Ingen helligdage falder i perioden.' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "deadline_weekends" varchar DEFAULT 'Lørdage og søndage tæller aldrig med.' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "deadline_reminder" varchar DEFAULT 'Gem fristen i din kalender' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "deadline_reminder_answer" varchar DEFAULT 'Frist for svar på aktindsigt' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "deadline_reminder_delay" varchar DEFAULT 'Du kan klage over ventetid på aktindsigt' NOT NULL;
  ALTER TABLE "labels" ADD COLUMN "deadline_back" varchar DEFAULT 'Læs mere om aktindsigt' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_contact_week" varchar DEFAULT 'Ugens tider' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_contact_new_week" varchar DEFAULT 'Nye tider fra' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_contact_special_days" varchar DEFAULT 'Særlige dage' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_contact_calendar_feed" varchar DEFAULT 'Lukkedage til din kalender' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_deadline_title" varchar DEFAULT 'Frist for svar på aktindsigt' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_deadline_summary" varchar DEFAULT 'Se, hvornår kommunen senest skal svare på din anmodning om aktindsigt, og hvad du kan gøre, hvis du ikke får det svar, du håbede på.' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_deadline_received" varchar DEFAULT 'Dag, kommunen modtog din anmodning' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_deadline_received_hint" varchar DEFAULT 'Det er dagen, hvor din e-mail eller dit brev nåede frem til os.' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_deadline_complaint_group" varchar DEFAULT 'Har du klaget over et afslag?' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_deadline_complaint_group_hint" varchar DEFAULT 'Så regner vi også fristerne for klagen ud. Udfyld kun det, du ved.' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_deadline_complaint" varchar DEFAULT 'Dag, kommunen modtog din klage' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_deadline_appeal" varchar DEFAULT 'Dag, klageinstansen modtog klagen fra kommunen' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_deadline_button" varchar DEFAULT 'Beregn frist' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_deadline_again" varchar DEFAULT 'Beregn en anden frist' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_deadline_error_heading" varchar DEFAULT 'Ret datoen, så kan vi beregne fristen' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_deadline_answer_lead" varchar DEFAULT 'Kommunen skal svare senest' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_deadline_guidance" varchar DEFAULT 'Beregningen er vejledning og ikke en juridisk afgørelse. Den bygger på de helligdage, der står i kommunens kalender i dag.' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_deadline_complete" varchar DEFAULT 'Kalenderen er udfyldt til og med' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_deadline_timeline" varchar DEFAULT 'Sådan forløber det' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_deadline_by" varchar DEFAULT 'Senest' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_deadline_from" varchar DEFAULT 'Fra' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_deadline_received_title" varchar DEFAULT 'Kommunen modtager din anmodning' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_deadline_received_text" varchar DEFAULT 'Dagen tæller ikke med. Vi begynder at tælle den næste arbejdsdag.' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_deadline_answer_title" varchar DEFAULT 'Kommunen skal have svaret dig' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_deadline_answer_text" varchar DEFAULT 'Fristen er 7 arbejdsdage og løber til dagens slutning. Kan kommunen undtagelsesvis ikke nå det, skal den fortælle dig hvorfor, og hvornår du kan vente et svar (offentlighedsloven § 36, stk. 2).' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_deadline_delay_title" varchar DEFAULT 'Du kan klage over ventetiden' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_deadline_delay_text" varchar DEFAULT 'Er der gået 14 arbejdsdage uden et svar, kan du klage over, at sagen trækker ud (offentlighedsloven § 39).' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_deadline_refused" varchar DEFAULT 'Hvis du får helt eller delvist afslag' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_deadline_complaint_title" varchar DEFAULT 'Kommunen ser på din klage' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_deadline_complaint_length" varchar DEFAULT 'Inden 7 arbejdsdage fra kommunen har fået klagen' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_deadline_complaint_text" varchar DEFAULT 'Send klagen til kommunen, som gav afslaget. Kommunen beslutter, om den holder fast i afslaget. Gør den det, sender den klagen videre til klageinstansen (offentlighedsloven § 37).' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_deadline_appeal_title" varchar DEFAULT 'Klageinstansen afgør klagen' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_deadline_appeal_length" varchar DEFAULT 'Inden 20 arbejdsdage fra klageinstansen selv har fået klagen' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_deadline_appeal_text" varchar DEFAULT 'Det er hovedreglen. Fristen tæller fra den dag, klageinstansen får klagen, ikke fra den dag, du sendte den (offentlighedsloven § 37).' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_deadline_ombudsman_title" varchar DEFAULT 'Folketingets Ombudsmand' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_deadline_ombudsman_length" varchar DEFAULT 'Når du har brugt dine klagemuligheder' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_deadline_ombudsman_text" varchar DEFAULT 'Er du stadig utilfreds, kan du klage til Folketingets Ombudsmand. Det kan du også, hvis en myndighed har været for længe om sagen eller har vejledt dig forkert.' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_deadline_skipped" varchar DEFAULT 'Dage, vi har sprunget over' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_deadline_skipped_none" varchar DEFAULT 'Ingen helligdage falder i perioden.' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_deadline_weekends" varchar DEFAULT 'Lørdage og søndage tæller aldrig med.' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_deadline_reminder" varchar DEFAULT 'Gem fristen i din kalender' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_deadline_reminder_answer" varchar DEFAULT 'Frist for svar på aktindsigt' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_deadline_reminder_delay" varchar DEFAULT 'Du kan klage over ventetid på aktindsigt' NOT NULL;
  ALTER TABLE "_labels_v" ADD COLUMN "version_deadline_back" varchar DEFAULT 'Læs mere om aktindsigt' NOT NULL;
  ALTER TABLE "opening_hours_later_weeks" ADD CONSTRAINT "opening_hours_later_weeks_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."opening_hours"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_opening_hours_v_version_later_weeks" ADD CONSTRAINT "_opening_hours_v_version_later_weeks_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_opening_hours_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "hours_exceptions_spans" ADD CONSTRAINT "hours_exceptions_spans_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."hours_exceptions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "hours_exceptions_rels" ADD CONSTRAINT "hours_exceptions_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."hours_exceptions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "hours_exceptions_rels" ADD CONSTRAINT "hours_exceptions_rels_opening_hours_fk" FOREIGN KEY ("opening_hours_id") REFERENCES "public"."opening_hours"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_hours_exceptions_v_version_spans" ADD CONSTRAINT "_hours_exceptions_v_version_spans_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_hours_exceptions_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_hours_exceptions_v" ADD CONSTRAINT "_hours_exceptions_v_parent_id_hours_exceptions_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."hours_exceptions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_hours_exceptions_v_rels" ADD CONSTRAINT "_hours_exceptions_v_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_hours_exceptions_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_hours_exceptions_v_rels" ADD CONSTRAINT "_hours_exceptions_v_rels_opening_hours_fk" FOREIGN KEY ("opening_hours_id") REFERENCES "public"."opening_hours"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "pages_blocks_aktindsigt_deadline" ADD CONSTRAINT "pages_blocks_aktindsigt_deadline_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_pages_v_blocks_aktindsigt_deadline" ADD CONSTRAINT "_pages_v_blocks_aktindsigt_deadline_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_pages_v"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "opening_hours_later_weeks_order_idx" ON "opening_hours_later_weeks" USING btree ("_order");
  CREATE INDEX "opening_hours_later_weeks_parent_id_idx" ON "opening_hours_later_weeks" USING btree ("_parent_id");
  CREATE INDEX "_opening_hours_v_version_later_weeks_order_idx" ON "_opening_hours_v_version_later_weeks" USING btree ("_order");
  CREATE INDEX "_opening_hours_v_version_later_weeks_parent_id_idx" ON "_opening_hours_v_version_later_weeks" USING btree ("_parent_id");
  CREATE INDEX "hours_exceptions_spans_order_idx" ON "hours_exceptions_spans" USING btree ("_order");
  CREATE INDEX "hours_exceptions_spans_parent_id_idx" ON "hours_exceptions_spans" USING btree ("_parent_id");
  CREATE INDEX "hours_exceptions_updated_at_idx" ON "hours_exceptions" USING btree ("updated_at");
  CREATE INDEX "hours_exceptions_created_at_idx" ON "hours_exceptions" USING btree ("created_at");
  CREATE INDEX "hours_exceptions__status_idx" ON "hours_exceptions" USING btree ("_status");
  CREATE INDEX "hours_exceptions_rels_order_idx" ON "hours_exceptions_rels" USING btree ("order");
  CREATE INDEX "hours_exceptions_rels_parent_idx" ON "hours_exceptions_rels" USING btree ("parent_id");
  CREATE INDEX "hours_exceptions_rels_path_idx" ON "hours_exceptions_rels" USING btree ("path");
  CREATE INDEX "hours_exceptions_rels_opening_hours_id_idx" ON "hours_exceptions_rels" USING btree ("opening_hours_id");
  CREATE INDEX "_hours_exceptions_v_version_spans_order_idx" ON "_hours_exceptions_v_version_spans" USING btree ("_order");
  CREATE INDEX "_hours_exceptions_v_version_spans_parent_id_idx" ON "_hours_exceptions_v_version_spans" USING btree ("_parent_id");
  CREATE INDEX "_hours_exceptions_v_parent_idx" ON "_hours_exceptions_v" USING btree ("parent_id");
  CREATE INDEX "_hours_exceptions_v_version_version_updated_at_idx" ON "_hours_exceptions_v" USING btree ("version_updated_at");
  CREATE INDEX "_hours_exceptions_v_version_version_created_at_idx" ON "_hours_exceptions_v" USING btree ("version_created_at");
  CREATE INDEX "_hours_exceptions_v_version_version__status_idx" ON "_hours_exceptions_v" USING btree ("version__status");
  CREATE INDEX "_hours_exceptions_v_created_at_idx" ON "_hours_exceptions_v" USING btree ("created_at");
  CREATE INDEX "_hours_exceptions_v_updated_at_idx" ON "_hours_exceptions_v" USING btree ("updated_at");
  CREATE INDEX "_hours_exceptions_v_latest_idx" ON "_hours_exceptions_v" USING btree ("latest");
  CREATE INDEX "_hours_exceptions_v_rels_order_idx" ON "_hours_exceptions_v_rels" USING btree ("order");
  CREATE INDEX "_hours_exceptions_v_rels_parent_idx" ON "_hours_exceptions_v_rels" USING btree ("parent_id");
  CREATE INDEX "_hours_exceptions_v_rels_path_idx" ON "_hours_exceptions_v_rels" USING btree ("path");
  CREATE INDEX "_hours_exceptions_v_rels_opening_hours_id_idx" ON "_hours_exceptions_v_rels" USING btree ("opening_hours_id");
  CREATE INDEX "pages_blocks_aktindsigt_deadline_order_idx" ON "pages_blocks_aktindsigt_deadline" USING btree ("_order");
  CREATE INDEX "pages_blocks_aktindsigt_deadline_parent_id_idx" ON "pages_blocks_aktindsigt_deadline" USING btree ("_parent_id");
  CREATE INDEX "pages_blocks_aktindsigt_deadline_path_idx" ON "pages_blocks_aktindsigt_deadline" USING btree ("_path");
  CREATE INDEX "_pages_v_blocks_aktindsigt_deadline_order_idx" ON "_pages_v_blocks_aktindsigt_deadline" USING btree ("_order");
  CREATE INDEX "_pages_v_blocks_aktindsigt_deadline_parent_id_idx" ON "_pages_v_blocks_aktindsigt_deadline" USING btree ("_parent_id");
  CREATE INDEX "_pages_v_blocks_aktindsigt_deadline_path_idx" ON "_pages_v_blocks_aktindsigt_deadline" USING btree ("_path");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_hours_exceptions_fk" FOREIGN KEY ("hours_exceptions_id") REFERENCES "public"."hours_exceptions"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "payload_locked_documents_rels_hours_exceptions_id_idx" ON "payload_locked_documents_rels" USING btree ("hours_exceptions_id");`)
  await db.execute(sql.raw(moveHours))
  await db.execute(sql`
  ALTER TABLE "opening_hours_week" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "opening_hours_exceptions_spans" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "opening_hours_exceptions" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_opening_hours_v_version_week" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_opening_hours_v_version_exceptions_spans" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_opening_hours_v_version_exceptions" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "opening_hours_week" CASCADE;
  DROP TABLE "opening_hours_exceptions_spans" CASCADE;
  DROP TABLE "opening_hours_exceptions" CASCADE;
  DROP TABLE "_opening_hours_v_version_week" CASCADE;
  DROP TABLE "_opening_hours_v_version_exceptions_spans" CASCADE;
  DROP TABLE "_opening_hours_v_version_exceptions" CASCADE;
  DROP TYPE "public"."enum_opening_hours_week_weekday";
  DROP TYPE "public"."enum__opening_hours_v_version_week_weekday";`)
}

/** Weeks and exceptions are not carried back. */
export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_opening_hours_week_weekday" AS ENUM('1', '2', '3', '4', '5', '6', '7');
  CREATE TYPE "public"."enum__opening_hours_v_version_week_weekday" AS ENUM('1', '2', '3', '4', '5', '6', '7');
  CREATE TABLE "opening_hours_week" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"weekday" "enum_opening_hours_week_weekday",
  	"from" varchar,
  	"to" varchar
  );
  
  CREATE TABLE "opening_hours_exceptions_spans" (
  	"_order" integer NOT NULL,
  	"_parent_id" varchar NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"from" varchar,
  	"to" varchar
  );
  
  CREATE TABLE "opening_hours_exceptions" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"from" timestamp(3) with time zone,
  	"to" timestamp(3) with time zone,
  	"reason" varchar
  );
  
  CREATE TABLE "_opening_hours_v_version_week" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"weekday" "enum__opening_hours_v_version_week_weekday",
  	"from" varchar,
  	"to" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_opening_hours_v_version_exceptions_spans" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"from" varchar,
  	"to" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_opening_hours_v_version_exceptions" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"from" timestamp(3) with time zone,
  	"to" timestamp(3) with time zone,
  	"reason" varchar,
  	"_uuid" varchar
  );
  
  ALTER TABLE "opening_hours_later_weeks" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_opening_hours_v_version_later_weeks" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "hours_exceptions_spans" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "hours_exceptions" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "hours_exceptions_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_hours_exceptions_v_version_spans" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_hours_exceptions_v" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_hours_exceptions_v_rels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "pages_blocks_aktindsigt_deadline" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_pages_v_blocks_aktindsigt_deadline" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "opening_hours_later_weeks" CASCADE;
  DROP TABLE "_opening_hours_v_version_later_weeks" CASCADE;
  DROP TABLE "hours_exceptions_spans" CASCADE;
  DROP TABLE "hours_exceptions" CASCADE;
  DROP TABLE "hours_exceptions_rels" CASCADE;
  DROP TABLE "_hours_exceptions_v_version_spans" CASCADE;
  DROP TABLE "_hours_exceptions_v" CASCADE;
  DROP TABLE "_hours_exceptions_v_rels" CASCADE;
  DROP TABLE "pages_blocks_aktindsigt_deadline" CASCADE;
  DROP TABLE "_pages_v_blocks_aktindsigt_deadline" CASCADE;
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT IF EXISTS "payload_locked_documents_rels_hours_exceptions_fk";
  
  DROP INDEX "payload_locked_documents_rels_hours_exceptions_id_idx";
  ALTER TABLE "opening_hours_week" ADD CONSTRAINT "opening_hours_week_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."opening_hours"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "opening_hours_exceptions_spans" ADD CONSTRAINT "opening_hours_exceptions_spans_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."opening_hours_exceptions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "opening_hours_exceptions" ADD CONSTRAINT "opening_hours_exceptions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."opening_hours"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_opening_hours_v_version_week" ADD CONSTRAINT "_opening_hours_v_version_week_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_opening_hours_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_opening_hours_v_version_exceptions_spans" ADD CONSTRAINT "_opening_hours_v_version_exceptions_spans_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_opening_hours_v_version_exceptions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_opening_hours_v_version_exceptions" ADD CONSTRAINT "_opening_hours_v_version_exceptions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_opening_hours_v"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "opening_hours_week_order_idx" ON "opening_hours_week" USING btree ("_order");
  CREATE INDEX "opening_hours_week_parent_id_idx" ON "opening_hours_week" USING btree ("_parent_id");
  CREATE INDEX "opening_hours_exceptions_spans_order_idx" ON "opening_hours_exceptions_spans" USING btree ("_order");
  CREATE INDEX "opening_hours_exceptions_spans_parent_id_idx" ON "opening_hours_exceptions_spans" USING btree ("_parent_id");
  CREATE INDEX "opening_hours_exceptions_order_idx" ON "opening_hours_exceptions" USING btree ("_order");
  CREATE INDEX "opening_hours_exceptions_parent_id_idx" ON "opening_hours_exceptions" USING btree ("_parent_id");
  CREATE INDEX "_opening_hours_v_version_week_order_idx" ON "_opening_hours_v_version_week" USING btree ("_order");
  CREATE INDEX "_opening_hours_v_version_week_parent_id_idx" ON "_opening_hours_v_version_week" USING btree ("_parent_id");
  CREATE INDEX "_opening_hours_v_version_exceptions_spans_order_idx" ON "_opening_hours_v_version_exceptions_spans" USING btree ("_order");
  CREATE INDEX "_opening_hours_v_version_exceptions_spans_parent_id_idx" ON "_opening_hours_v_version_exceptions_spans" USING btree ("_parent_id");
  CREATE INDEX "_opening_hours_v_version_exceptions_order_idx" ON "_opening_hours_v_version_exceptions" USING btree ("_order");
  CREATE INDEX "_opening_hours_v_version_exceptions_parent_id_idx" ON "_opening_hours_v_version_exceptions" USING btree ("_parent_id");
  ALTER TABLE "opening_hours" DROP COLUMN "week";
  ALTER TABLE "_opening_hours_v" DROP COLUMN "version_week";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "hours_exceptions_id";
  ALTER TABLE "labels" DROP COLUMN "contact_week";
  ALTER TABLE "labels" DROP COLUMN "contact_new_week";
  ALTER TABLE "labels" DROP COLUMN "contact_special_days";
  ALTER TABLE "labels" DROP COLUMN "contact_calendar_feed";
  ALTER TABLE "labels" DROP COLUMN "deadline_title";
  ALTER TABLE "labels" DROP COLUMN "deadline_summary";
  ALTER TABLE "labels" DROP COLUMN "deadline_received";
  ALTER TABLE "labels" DROP COLUMN "deadline_received_hint";
  ALTER TABLE "labels" DROP COLUMN "deadline_complaint_group";
  ALTER TABLE "labels" DROP COLUMN "deadline_complaint_group_hint";
  ALTER TABLE "labels" DROP COLUMN "deadline_complaint";
  ALTER TABLE "labels" DROP COLUMN "deadline_appeal";
  ALTER TABLE "labels" DROP COLUMN "deadline_button";
  ALTER TABLE "labels" DROP COLUMN "deadline_again";
  ALTER TABLE "labels" DROP COLUMN "deadline_error_heading";
  ALTER TABLE "labels" DROP COLUMN "deadline_answer_lead";
  ALTER TABLE "labels" DROP COLUMN "deadline_guidance";
  ALTER TABLE "labels" DROP COLUMN "deadline_complete";
  ALTER TABLE "labels" DROP COLUMN "deadline_timeline";
  ALTER TABLE "labels" DROP COLUMN "deadline_by";
  ALTER TABLE "labels" DROP COLUMN "deadline_from";
  ALTER TABLE "labels" DROP COLUMN "deadline_received_title";
  ALTER TABLE "labels" DROP COLUMN "deadline_received_text";
  ALTER TABLE "labels" DROP COLUMN "deadline_answer_title";
  ALTER TABLE "labels" DROP COLUMN "deadline_answer_text";
  ALTER TABLE "labels" DROP COLUMN "deadline_delay_title";
  ALTER TABLE "labels" DROP COLUMN "deadline_delay_text";
  ALTER TABLE "labels" DROP COLUMN "deadline_refused";
  ALTER TABLE "labels" DROP COLUMN "deadline_complaint_title";
  ALTER TABLE "labels" DROP COLUMN "deadline_complaint_length";
  ALTER TABLE "labels" DROP COLUMN "deadline_complaint_text";
  ALTER TABLE "labels" DROP COLUMN "deadline_appeal_title";
  ALTER TABLE "labels" DROP COLUMN "deadline_appeal_length";
  ALTER TABLE "labels" DROP COLUMN "deadline_appeal_text";
  ALTER TABLE "labels" DROP COLUMN "deadline_ombudsman_title";
  ALTER TABLE "labels" DROP COLUMN "deadline_ombudsman_length";
  ALTER TABLE "labels" DROP COLUMN "deadline_ombudsman_text";
  ALTER TABLE "labels" DROP COLUMN "deadline_skipped";
  ALTER TABLE "labels" DROP COLUMN "deadline_skipped_none";
  ALTER TABLE "labels" DROP COLUMN "deadline_weekends";
  ALTER TABLE "labels" DROP COLUMN "deadline_reminder";
  ALTER TABLE "labels" DROP COLUMN "deadline_reminder_answer";
  ALTER TABLE "labels" DROP COLUMN "deadline_reminder_delay";
  ALTER TABLE "labels" DROP COLUMN "deadline_back";
  ALTER TABLE "_labels_v" DROP COLUMN "version_contact_week";
  ALTER TABLE "_labels_v" DROP COLUMN "version_contact_new_week";
  ALTER TABLE "_labels_v" DROP COLUMN "version_contact_special_days";
  ALTER TABLE "_labels_v" DROP COLUMN "version_contact_calendar_feed";
  ALTER TABLE "_labels_v" DROP COLUMN "version_deadline_title";
  ALTER TABLE "_labels_v" DROP COLUMN "version_deadline_summary";
  ALTER TABLE "_labels_v" DROP COLUMN "version_deadline_received";
  ALTER TABLE "_labels_v" DROP COLUMN "version_deadline_received_hint";
  ALTER TABLE "_labels_v" DROP COLUMN "version_deadline_complaint_group";
  ALTER TABLE "_labels_v" DROP COLUMN "version_deadline_complaint_group_hint";
  ALTER TABLE "_labels_v" DROP COLUMN "version_deadline_complaint";
  ALTER TABLE "_labels_v" DROP COLUMN "version_deadline_appeal";
  ALTER TABLE "_labels_v" DROP COLUMN "version_deadline_button";
  ALTER TABLE "_labels_v" DROP COLUMN "version_deadline_again";
  ALTER TABLE "_labels_v" DROP COLUMN "version_deadline_error_heading";
  ALTER TABLE "_labels_v" DROP COLUMN "version_deadline_answer_lead";
  ALTER TABLE "_labels_v" DROP COLUMN "version_deadline_guidance";
  ALTER TABLE "_labels_v" DROP COLUMN "version_deadline_complete";
  ALTER TABLE "_labels_v" DROP COLUMN "version_deadline_timeline";
  ALTER TABLE "_labels_v" DROP COLUMN "version_deadline_by";
  ALTER TABLE "_labels_v" DROP COLUMN "version_deadline_from";
  ALTER TABLE "_labels_v" DROP COLUMN "version_deadline_received_title";
  ALTER TABLE "_labels_v" DROP COLUMN "version_deadline_received_text";
  ALTER TABLE "_labels_v" DROP COLUMN "version_deadline_answer_title";
  ALTER TABLE "_labels_v" DROP COLUMN "version_deadline_answer_text";
  ALTER TABLE "_labels_v" DROP COLUMN "version_deadline_delay_title";
  ALTER TABLE "_labels_v" DROP COLUMN "version_deadline_delay_text";
  ALTER TABLE "_labels_v" DROP COLUMN "version_deadline_refused";
  ALTER TABLE "_labels_v" DROP COLUMN "version_deadline_complaint_title";
  ALTER TABLE "_labels_v" DROP COLUMN "version_deadline_complaint_length";
  ALTER TABLE "_labels_v" DROP COLUMN "version_deadline_complaint_text";
  ALTER TABLE "_labels_v" DROP COLUMN "version_deadline_appeal_title";
  ALTER TABLE "_labels_v" DROP COLUMN "version_deadline_appeal_length";
  ALTER TABLE "_labels_v" DROP COLUMN "version_deadline_appeal_text";
  ALTER TABLE "_labels_v" DROP COLUMN "version_deadline_ombudsman_title";
  ALTER TABLE "_labels_v" DROP COLUMN "version_deadline_ombudsman_length";
  ALTER TABLE "_labels_v" DROP COLUMN "version_deadline_ombudsman_text";
  ALTER TABLE "_labels_v" DROP COLUMN "version_deadline_skipped";
  ALTER TABLE "_labels_v" DROP COLUMN "version_deadline_skipped_none";
  ALTER TABLE "_labels_v" DROP COLUMN "version_deadline_weekends";
  ALTER TABLE "_labels_v" DROP COLUMN "version_deadline_reminder";
  ALTER TABLE "_labels_v" DROP COLUMN "version_deadline_reminder_answer";
  ALTER TABLE "_labels_v" DROP COLUMN "version_deadline_reminder_delay";
  ALTER TABLE "_labels_v" DROP COLUMN "version_deadline_back";
  DROP TYPE "public"."enum_hours_exceptions_kind";
  DROP TYPE "public"."enum_hours_exceptions_applies_to";
  DROP TYPE "public"."enum_hours_exceptions_status";
  DROP TYPE "public"."enum__hours_exceptions_v_version_kind";
  DROP TYPE "public"."enum__hours_exceptions_v_version_applies_to";
  DROP TYPE "public"."enum__hours_exceptions_v_version_status";`)
}
