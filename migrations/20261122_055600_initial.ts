import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_press_contacts_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__press_contacts_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_departments_kind" AS ENUM('administration', 'department', 'unit', 'staff');
  CREATE TYPE "public"."enum_departments_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__departments_v_version_kind" AS ENUM('administration', 'department', 'unit', 'staff');
  CREATE TYPE "public"."enum__departments_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_people_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__people_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_contact_boxes_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__contact_boxes_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_opening_hours_week_weekday" AS ENUM('1', '2', '3', '4', '5', '6', '7');
  CREATE TYPE "public"."enum_opening_hours_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__opening_hours_v_version_week_weekday" AS ENUM('1', '2', '3', '4', '5', '6', '7');
  CREATE TYPE "public"."enum__opening_hours_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_pages_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__pages_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_aktindsigt_guidance_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__aktindsigt_guidance_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_grundfortaelling_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__grundfortaelling_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_pejlemaerker_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__pejlemaerker_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum_users_role" AS ENUM('editor', 'administrator');
  CREATE TABLE "press_contacts_phones" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"number" varchar
  );
  
  CREATE TABLE "press_contacts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"_order" varchar,
  	"name" varchar,
  	"slug" varchar,
  	"title" varchar,
  	"email" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "enum_press_contacts_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "_press_contacts_v_version_phones" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"number" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_press_contacts_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"parent_id" integer,
  	"version__order" varchar,
  	"version_name" varchar,
  	"version_slug" varchar,
  	"version_title" varchar,
  	"version_email" varchar,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "enum__press_contacts_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean
  );
  
  CREATE TABLE "departments_appointments" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"person_id" integer,
  	"title" varchar,
  	"acting" boolean
  );
  
  CREATE TABLE "departments" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"_order" varchar,
  	"name" varchar,
  	"kind" "enum_departments_kind" DEFAULT 'unit',
  	"parent_id" integer,
  	"body" jsonb,
  	"units_heading" varchar,
  	"staff_heading" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "enum_departments_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "_departments_v_version_appointments" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"person_id" integer,
  	"title" varchar,
  	"acting" boolean,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_departments_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"parent_id" integer,
  	"version__order" varchar,
  	"version_name" varchar,
  	"version_kind" "enum__departments_v_version_kind" DEFAULT 'unit',
  	"version_parent_id" integer,
  	"version_body" jsonb,
  	"version_units_heading" varchar,
  	"version_staff_heading" varchar,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "enum__departments_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean
  );
  
  CREATE TABLE "people" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"phone" varchar,
  	"email" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "enum_people_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "_people_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"parent_id" integer,
  	"version_name" varchar,
  	"version_phone" varchar,
  	"version_email" varchar,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "enum__people_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean
  );
  
  CREATE TABLE "contact_boxes" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"_order" varchar,
  	"name" varchar,
  	"slug" varchar,
  	"to_confirm" varchar,
  	"department_id" integer,
  	"street" varchar,
  	"postal_code" varchar,
  	"city" varchar,
  	"phone" varchar,
  	"write_shown" boolean DEFAULT false,
  	"write_url" varchar,
  	"opening_hours_id" integer,
  	"phone_hours_id" integer,
  	"intro" jsonb,
  	"note_title" varchar,
  	"note_text" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "enum_contact_boxes_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "_contact_boxes_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"parent_id" integer,
  	"version__order" varchar,
  	"version_name" varchar,
  	"version_slug" varchar,
  	"version_to_confirm" varchar,
  	"version_department_id" integer,
  	"version_street" varchar,
  	"version_postal_code" varchar,
  	"version_city" varchar,
  	"version_phone" varchar,
  	"version_write_shown" boolean DEFAULT false,
  	"version_write_url" varchar,
  	"version_opening_hours_id" integer,
  	"version_phone_hours_id" integer,
  	"version_intro" jsonb,
  	"version_note_title" varchar,
  	"version_note_text" varchar,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "enum__contact_boxes_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean
  );
  
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
  
  CREATE TABLE "opening_hours" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"to_confirm" varchar,
  	"follows_calendar" boolean DEFAULT true,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "enum_opening_hours_status" DEFAULT 'draft'
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
  
  CREATE TABLE "_opening_hours_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"parent_id" integer,
  	"version_name" varchar,
  	"version_to_confirm" varchar,
  	"version_follows_calendar" boolean DEFAULT true,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "enum__opening_hours_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean
  );
  
  CREATE TABLE "calendar_days" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"date" timestamp(3) with time zone NOT NULL,
  	"name" varchar NOT NULL,
  	"to_confirm" varchar,
  	"closes_offices" boolean DEFAULT true,
  	"closes_from" varchar,
  	"counts_as_working_day" boolean DEFAULT false,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "pages_blocks_rich_text" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"heading" varchar,
  	"body" jsonb,
  	"block_name" varchar
  );
  
  CREATE TABLE "pages_blocks_accordion_items" (
  	"_order" integer NOT NULL,
  	"_parent_id" varchar NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"title" varchar,
  	"body" jsonb
  );
  
  CREATE TABLE "pages_blocks_accordion" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"heading" varchar,
  	"block_name" varchar
  );
  
  CREATE TABLE "pages_blocks_press_duty" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"link_to_page_id" integer,
  	"block_name" varchar
  );
  
  CREATE TABLE "pages_blocks_contact_search" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"heading" varchar,
  	"list_heading" varchar,
  	"block_name" varchar
  );
  
  CREATE TABLE "pages_blocks_contact_boxes" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"heading" varchar,
  	"block_name" varchar
  );
  
  CREATE TABLE "pages_blocks_aktindsigt_guidance" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"heading" varchar,
  	"folded" boolean DEFAULT false,
  	"block_name" varchar
  );
  
  CREATE TABLE "pages_blocks_department" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"heading" varchar,
  	"department_id" integer,
  	"block_name" varchar
  );
  
  CREATE TABLE "pages_blocks_organisation_chart" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"heading" varchar,
  	"department_id" integer,
  	"block_name" varchar
  );
  
  CREATE TABLE "pages_blocks_story" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"story_id" integer,
  	"block_name" varchar
  );
  
  CREATE TABLE "pages_blocks_principles" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"heading" varchar,
  	"intro" jsonb,
  	"block_name" varchar
  );
  
  CREATE TABLE "pages_blocks_facts_facts" (
  	"_order" integer NOT NULL,
  	"_parent_id" varchar NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"figure" varchar,
  	"text" varchar
  );
  
  CREATE TABLE "pages_blocks_facts" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"heading" varchar,
  	"block_name" varchar
  );
  
  CREATE TABLE "pages_blocks_link_list_links" (
  	"_order" integer NOT NULL,
  	"_parent_id" varchar NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"label" varchar,
  	"page_id" integer,
  	"url" varchar,
  	"description" varchar
  );
  
  CREATE TABLE "pages_blocks_link_list" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"heading" varchar,
  	"intro" jsonb,
  	"as_cards" boolean DEFAULT false,
  	"block_name" varchar
  );
  
  CREATE TABLE "pages_blocks_child_pages" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"heading" varchar,
  	"block_name" varchar
  );
  
  CREATE TABLE "pages_blocks_related_pages" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"heading" varchar,
  	"block_name" varchar
  );
  
  CREATE TABLE "pages_blocks_image" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"media_id" integer,
  	"caption" varchar,
  	"block_name" varchar
  );
  
  CREATE TABLE "pages" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"_order" varchar,
  	"title" varchar,
  	"summary" varchar,
  	"slug" varchar,
  	"parent_id" integer,
  	"in_menu" boolean DEFAULT true,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "enum_pages_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "pages_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"contact_boxes_id" integer,
  	"aktindsigt_guidance_id" integer,
  	"pages_id" integer
  );
  
  CREATE TABLE "_pages_v_blocks_rich_text" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"heading" varchar,
  	"body" jsonb,
  	"_uuid" varchar,
  	"block_name" varchar
  );
  
  CREATE TABLE "_pages_v_blocks_accordion_items" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"title" varchar,
  	"body" jsonb,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_pages_v_blocks_accordion" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"heading" varchar,
  	"_uuid" varchar,
  	"block_name" varchar
  );
  
  CREATE TABLE "_pages_v_blocks_press_duty" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"link_to_page_id" integer,
  	"_uuid" varchar,
  	"block_name" varchar
  );
  
  CREATE TABLE "_pages_v_blocks_contact_search" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"heading" varchar,
  	"list_heading" varchar,
  	"_uuid" varchar,
  	"block_name" varchar
  );
  
  CREATE TABLE "_pages_v_blocks_contact_boxes" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"heading" varchar,
  	"_uuid" varchar,
  	"block_name" varchar
  );
  
  CREATE TABLE "_pages_v_blocks_aktindsigt_guidance" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"heading" varchar,
  	"folded" boolean DEFAULT false,
  	"_uuid" varchar,
  	"block_name" varchar
  );
  
  CREATE TABLE "_pages_v_blocks_department" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"heading" varchar,
  	"department_id" integer,
  	"_uuid" varchar,
  	"block_name" varchar
  );
  
  CREATE TABLE "_pages_v_blocks_organisation_chart" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"heading" varchar,
  	"department_id" integer,
  	"_uuid" varchar,
  	"block_name" varchar
  );
  
  CREATE TABLE "_pages_v_blocks_story" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"story_id" integer,
  	"_uuid" varchar,
  	"block_name" varchar
  );
  
  CREATE TABLE "_pages_v_blocks_principles" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"heading" varchar,
  	"intro" jsonb,
  	"_uuid" varchar,
  	"block_name" varchar
  );
  
  CREATE TABLE "_pages_v_blocks_facts_facts" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"figure" varchar,
  	"text" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_pages_v_blocks_facts" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"heading" varchar,
  	"_uuid" varchar,
  	"block_name" varchar
  );
  
  CREATE TABLE "_pages_v_blocks_link_list_links" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"label" varchar,
  	"page_id" integer,
  	"url" varchar,
  	"description" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_pages_v_blocks_link_list" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"heading" varchar,
  	"intro" jsonb,
  	"as_cards" boolean DEFAULT false,
  	"_uuid" varchar,
  	"block_name" varchar
  );
  
  CREATE TABLE "_pages_v_blocks_child_pages" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"heading" varchar,
  	"_uuid" varchar,
  	"block_name" varchar
  );
  
  CREATE TABLE "_pages_v_blocks_related_pages" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"heading" varchar,
  	"_uuid" varchar,
  	"block_name" varchar
  );
  
  CREATE TABLE "_pages_v_blocks_image" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"_path" text NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"media_id" integer,
  	"caption" varchar,
  	"_uuid" varchar,
  	"block_name" varchar
  );
  
  CREATE TABLE "_pages_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"parent_id" integer,
  	"version__order" varchar,
  	"version_title" varchar,
  	"version_summary" varchar,
  	"version_slug" varchar,
  	"version_parent_id" integer,
  	"version_in_menu" boolean DEFAULT true,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "enum__pages_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean
  );
  
  CREATE TABLE "_pages_v_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"contact_boxes_id" integer,
  	"aktindsigt_guidance_id" integer,
  	"pages_id" integer
  );
  
  CREATE TABLE "aktindsigt_guidance" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"_order" varchar,
  	"title" varchar,
  	"body" jsonb,
  	"source" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "enum_aktindsigt_guidance_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "_aktindsigt_guidance_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"parent_id" integer,
  	"version__order" varchar,
  	"version_title" varchar,
  	"version_body" jsonb,
  	"version_source" varchar,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "enum__aktindsigt_guidance_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean
  );
  
  CREATE TABLE "grundfortaelling" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"title" varchar,
  	"body" jsonb,
  	"promise" varchar,
  	"source" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "enum_grundfortaelling_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "_grundfortaelling_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"parent_id" integer,
  	"version_title" varchar,
  	"version_body" jsonb,
  	"version_promise" varchar,
  	"version_source" varchar,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "enum__grundfortaelling_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean
  );
  
  CREATE TABLE "pejlemaerker" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"_order" varchar,
  	"title" varchar,
  	"body" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "enum_pejlemaerker_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "_pejlemaerker_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"parent_id" integer,
  	"version__order" varchar,
  	"version_title" varchar,
  	"version_body" jsonb,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "enum__pejlemaerker_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean
  );
  
  CREATE TABLE "media" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"alt" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"url" varchar,
  	"thumbnail_u_r_l" varchar,
  	"filename" varchar,
  	"mime_type" varchar,
  	"filesize" numeric,
  	"width" numeric,
  	"height" numeric,
  	"focal_x" numeric,
  	"focal_y" numeric,
  	"sizes_column_url" varchar,
  	"sizes_column_width" numeric,
  	"sizes_column_height" numeric,
  	"sizes_column_mime_type" varchar,
  	"sizes_column_filesize" numeric,
  	"sizes_column_filename" varchar
  );
  
  CREATE TABLE "redirects" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"from" varchar NOT NULL,
  	"page_id" integer,
  	"url" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "users_sessions" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"created_at" timestamp(3) with time zone,
  	"expires_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "users" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"role" "enum_users_role" DEFAULT 'editor' NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"email" varchar NOT NULL,
  	"reset_password_token" varchar,
  	"reset_password_expiration" timestamp(3) with time zone,
  	"salt" varchar,
  	"hash" varchar,
  	"reset_password_requested_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "payload_kv" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"key" varchar NOT NULL,
  	"data" jsonb NOT NULL
  );
  
  CREATE TABLE "payload_locked_documents" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"global_slug" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_locked_documents_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"press_contacts_id" integer,
  	"departments_id" integer,
  	"people_id" integer,
  	"contact_boxes_id" integer,
  	"opening_hours_id" integer,
  	"calendar_days_id" integer,
  	"pages_id" integer,
  	"aktindsigt_guidance_id" integer,
  	"grundfortaelling_id" integer,
  	"pejlemaerker_id" integer,
  	"media_id" integer,
  	"redirects_id" integer,
  	"users_id" integer
  );
  
  CREATE TABLE "payload_preferences" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"key" varchar,
  	"value" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_preferences_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"users_id" integer
  );
  
  CREATE TABLE "payload_migrations" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"batch" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "press_duty" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"contact_box_id" integer NOT NULL,
  	"reachable_id" integer NOT NULL,
  	"staff_id" integer NOT NULL,
  	"lead_id" integer,
  	"heading" varchar NOT NULL,
  	"staff_text" varchar NOT NULL,
  	"duty_text" varchar NOT NULL,
  	"closed_text" varchar NOT NULL,
  	"lead_label" varchar DEFAULT 'Ring først til' NOT NULL,
  	"phone_label" varchar DEFAULT 'Ring til pressevagten' NOT NULL,
  	"in_doubt" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "_press_duty_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"version_contact_box_id" integer NOT NULL,
  	"version_reachable_id" integer NOT NULL,
  	"version_staff_id" integer NOT NULL,
  	"version_lead_id" integer,
  	"version_heading" varchar NOT NULL,
  	"version_staff_text" varchar NOT NULL,
  	"version_duty_text" varchar NOT NULL,
  	"version_closed_text" varchar NOT NULL,
  	"version_lead_label" varchar DEFAULT 'Ring først til' NOT NULL,
  	"version_phone_label" varchar DEFAULT 'Ring til pressevagten' NOT NULL,
  	"version_in_doubt" varchar NOT NULL,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "header_sites" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"label" varchar NOT NULL,
  	"url" varchar NOT NULL
  );
  
  CREATE TABLE "header" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"site_name" varchar NOT NULL,
  	"sites_label" varchar NOT NULL,
  	"sites_button" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "_header_v_version_sites" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"label" varchar NOT NULL,
  	"url" varchar NOT NULL,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_header_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"version_site_name" varchar NOT NULL,
  	"version_sites_label" varchar NOT NULL,
  	"version_sites_button" varchar NOT NULL,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "footer_links" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"label" varchar NOT NULL,
  	"page_id" integer,
  	"url" varchar
  );
  
  CREATE TABLE "footer" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"street" varchar NOT NULL,
  	"postal_code" varchar NOT NULL,
  	"city" varchar NOT NULL,
  	"phone" varchar,
  	"cvr" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "_footer_v_version_links" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"label" varchar NOT NULL,
  	"page_id" integer,
  	"url" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_footer_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"version_name" varchar NOT NULL,
  	"version_street" varchar NOT NULL,
  	"version_postal_code" varchar NOT NULL,
  	"version_city" varchar NOT NULL,
  	"version_phone" varchar,
  	"version_cvr" varchar NOT NULL,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "labels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"shell_skip_link" varchar DEFAULT 'Spring til hovedindhold' NOT NULL,
  	"shell_menu" varchar DEFAULT 'Hovedmenu' NOT NULL,
  	"shell_home" varchar DEFAULT 'Hjem' NOT NULL,
  	"shell_breadcrumb" varchar DEFAULT 'Du er her' NOT NULL,
  	"shell_share" varchar DEFAULT 'Del indhold' NOT NULL,
  	"shell_share_mail" varchar DEFAULT 'Send siden i en e-mail' NOT NULL,
  	"shell_share_facebook" varchar DEFAULT 'Del på Facebook' NOT NULL,
  	"shell_share_linked_in" varchar DEFAULT 'Del på LinkedIn' NOT NULL,
  	"shell_updated" varchar DEFAULT 'Sidst opdateret' NOT NULL,
  	"shell_cvr" varchar DEFAULT 'CVR-nummer' NOT NULL,
  	"contact_contact" varchar DEFAULT 'Kontakt' NOT NULL,
  	"contact_call" varchar DEFAULT 'Ring til os' NOT NULL,
  	"contact_write" varchar DEFAULT 'Skriv til os' NOT NULL,
  	"contact_write_link" varchar DEFAULT 'Skriv til os her' NOT NULL,
  	"contact_write_by_post" varchar DEFAULT 'Send et brev til' NOT NULL,
  	"contact_opening_hours" varchar DEFAULT 'Åbningstider' NOT NULL,
  	"contact_phone_hours" varchar DEFAULT 'Telefontider' NOT NULL,
  	"contact_vcard" varchar DEFAULT 'Gem kontakt' NOT NULL,
  	"contact_leaders" varchar DEFAULT 'Ledelse' NOT NULL,
  	"contact_acting" varchar DEFAULT 'Konstitueret' NOT NULL,
  	"contact_phone" varchar DEFAULT 'Tlf.' NOT NULL,
  	"search_site_search" varchar DEFAULT 'Søg på aalborg.dk' NOT NULL,
  	"search_button" varchar DEFAULT 'Søg' NOT NULL,
  	"search_title" varchar DEFAULT 'Søg' NOT NULL,
  	"search_contact_title" varchar DEFAULT 'Søg pressekontakter' NOT NULL,
  	"search_contact_hint" varchar DEFAULT 'Skriv et navn, en titel eller et telefonnummer' NOT NULL,
  	"search_empty" varchar DEFAULT 'Skriv, hvad du leder efter, for eksempel et navn, et emne eller et telefonnummer.' NOT NULL,
  	"search_none" varchar DEFAULT 'Vi fandt ikke noget. Prøv med færre bogstaver eller et andet ord.' NOT NULL,
  	"search_none_help" varchar DEFAULT 'Du kan også ringe til os, så hjælper vi dig videre.' NOT NULL,
  	"search_many" varchar DEFAULT 'Der er mange resultater. Skriv et ord mere for at finde det rigtige.' NOT NULL,
  	"search_clear" varchar DEFAULT 'Vis alle' NOT NULL,
  	"search_contact" varchar DEFAULT 'kontakt' NOT NULL,
  	"search_contacts" varchar DEFAULT 'kontakter' NOT NULL,
  	"errors_not_found_title" varchar DEFAULT 'Siden findes ikke' NOT NULL,
  	"errors_not_found_text" varchar DEFAULT 'Adressen kan være skrevet forkert, eller siden kan være flyttet. Søg efter det, du mangler, eller begynd forfra.' NOT NULL,
  	"errors_not_found_link" varchar DEFAULT 'Gå til forsiden' NOT NULL,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "_labels_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"version_shell_skip_link" varchar DEFAULT 'Spring til hovedindhold' NOT NULL,
  	"version_shell_menu" varchar DEFAULT 'Hovedmenu' NOT NULL,
  	"version_shell_home" varchar DEFAULT 'Hjem' NOT NULL,
  	"version_shell_breadcrumb" varchar DEFAULT 'Du er her' NOT NULL,
  	"version_shell_share" varchar DEFAULT 'Del indhold' NOT NULL,
  	"version_shell_share_mail" varchar DEFAULT 'Send siden i en e-mail' NOT NULL,
  	"version_shell_share_facebook" varchar DEFAULT 'Del på Facebook' NOT NULL,
  	"version_shell_share_linked_in" varchar DEFAULT 'Del på LinkedIn' NOT NULL,
  	"version_shell_updated" varchar DEFAULT 'Sidst opdateret' NOT NULL,
  	"version_shell_cvr" varchar DEFAULT 'CVR-nummer' NOT NULL,
  	"version_contact_contact" varchar DEFAULT 'Kontakt' NOT NULL,
  	"version_contact_call" varchar DEFAULT 'Ring til os' NOT NULL,
  	"version_contact_write" varchar DEFAULT 'Skriv til os' NOT NULL,
  	"version_contact_write_link" varchar DEFAULT 'Skriv til os her' NOT NULL,
  	"version_contact_write_by_post" varchar DEFAULT 'Send et brev til' NOT NULL,
  	"version_contact_opening_hours" varchar DEFAULT 'Åbningstider' NOT NULL,
  	"version_contact_phone_hours" varchar DEFAULT 'Telefontider' NOT NULL,
  	"version_contact_vcard" varchar DEFAULT 'Gem kontakt' NOT NULL,
  	"version_contact_leaders" varchar DEFAULT 'Ledelse' NOT NULL,
  	"version_contact_acting" varchar DEFAULT 'Konstitueret' NOT NULL,
  	"version_contact_phone" varchar DEFAULT 'Tlf.' NOT NULL,
  	"version_search_site_search" varchar DEFAULT 'Søg på aalborg.dk' NOT NULL,
  	"version_search_button" varchar DEFAULT 'Søg' NOT NULL,
  	"version_search_title" varchar DEFAULT 'Søg' NOT NULL,
  	"version_search_contact_title" varchar DEFAULT 'Søg pressekontakter' NOT NULL,
  	"version_search_contact_hint" varchar DEFAULT 'Skriv et navn, en titel eller et telefonnummer' NOT NULL,
  	"version_search_empty" varchar DEFAULT 'Skriv, hvad du leder efter, for eksempel et navn, et emne eller et telefonnummer.' NOT NULL,
  	"version_search_none" varchar DEFAULT 'Vi fandt ikke noget. Prøv med færre bogstaver eller et andet ord.' NOT NULL,
  	"version_search_none_help" varchar DEFAULT 'Du kan også ringe til os, så hjælper vi dig videre.' NOT NULL,
  	"version_search_many" varchar DEFAULT 'Der er mange resultater. Skriv et ord mere for at finde det rigtige.' NOT NULL,
  	"version_search_clear" varchar DEFAULT 'Vis alle' NOT NULL,
  	"version_search_contact" varchar DEFAULT 'kontakt' NOT NULL,
  	"version_search_contacts" varchar DEFAULT 'kontakter' NOT NULL,
  	"version_errors_not_found_title" varchar DEFAULT 'Siden findes ikke' NOT NULL,
  	"version_errors_not_found_text" varchar DEFAULT 'Adressen kan være skrevet forkert, eller siden kan være flyttet. Søg efter det, du mangler, eller begynd forfra.' NOT NULL,
  	"version_errors_not_found_link" varchar DEFAULT 'Gå til forsiden' NOT NULL,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "press_contacts_phones" ADD CONSTRAINT "press_contacts_phones_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."press_contacts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_press_contacts_v_version_phones" ADD CONSTRAINT "_press_contacts_v_version_phones_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_press_contacts_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_press_contacts_v" ADD CONSTRAINT "_press_contacts_v_parent_id_press_contacts_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."press_contacts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "departments_appointments" ADD CONSTRAINT "departments_appointments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "departments_appointments" ADD CONSTRAINT "departments_appointments_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."departments"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "departments" ADD CONSTRAINT "departments_parent_id_departments_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."departments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_departments_v_version_appointments" ADD CONSTRAINT "_departments_v_version_appointments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_departments_v_version_appointments" ADD CONSTRAINT "_departments_v_version_appointments_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_departments_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_departments_v" ADD CONSTRAINT "_departments_v_parent_id_departments_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."departments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_departments_v" ADD CONSTRAINT "_departments_v_version_parent_id_departments_id_fk" FOREIGN KEY ("version_parent_id") REFERENCES "public"."departments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_people_v" ADD CONSTRAINT "_people_v_parent_id_people_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "contact_boxes" ADD CONSTRAINT "contact_boxes_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "contact_boxes" ADD CONSTRAINT "contact_boxes_opening_hours_id_opening_hours_id_fk" FOREIGN KEY ("opening_hours_id") REFERENCES "public"."opening_hours"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "contact_boxes" ADD CONSTRAINT "contact_boxes_phone_hours_id_opening_hours_id_fk" FOREIGN KEY ("phone_hours_id") REFERENCES "public"."opening_hours"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_contact_boxes_v" ADD CONSTRAINT "_contact_boxes_v_parent_id_contact_boxes_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."contact_boxes"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_contact_boxes_v" ADD CONSTRAINT "_contact_boxes_v_version_department_id_departments_id_fk" FOREIGN KEY ("version_department_id") REFERENCES "public"."departments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_contact_boxes_v" ADD CONSTRAINT "_contact_boxes_v_version_opening_hours_id_opening_hours_id_fk" FOREIGN KEY ("version_opening_hours_id") REFERENCES "public"."opening_hours"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_contact_boxes_v" ADD CONSTRAINT "_contact_boxes_v_version_phone_hours_id_opening_hours_id_fk" FOREIGN KEY ("version_phone_hours_id") REFERENCES "public"."opening_hours"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "opening_hours_week" ADD CONSTRAINT "opening_hours_week_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."opening_hours"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "opening_hours_exceptions_spans" ADD CONSTRAINT "opening_hours_exceptions_spans_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."opening_hours_exceptions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "opening_hours_exceptions" ADD CONSTRAINT "opening_hours_exceptions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."opening_hours"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_opening_hours_v_version_week" ADD CONSTRAINT "_opening_hours_v_version_week_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_opening_hours_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_opening_hours_v_version_exceptions_spans" ADD CONSTRAINT "_opening_hours_v_version_exceptions_spans_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_opening_hours_v_version_exceptions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_opening_hours_v_version_exceptions" ADD CONSTRAINT "_opening_hours_v_version_exceptions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_opening_hours_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_opening_hours_v" ADD CONSTRAINT "_opening_hours_v_parent_id_opening_hours_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."opening_hours"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "pages_blocks_rich_text" ADD CONSTRAINT "pages_blocks_rich_text_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "pages_blocks_accordion_items" ADD CONSTRAINT "pages_blocks_accordion_items_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."pages_blocks_accordion"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "pages_blocks_accordion" ADD CONSTRAINT "pages_blocks_accordion_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "pages_blocks_press_duty" ADD CONSTRAINT "pages_blocks_press_duty_link_to_page_id_pages_id_fk" FOREIGN KEY ("link_to_page_id") REFERENCES "public"."pages"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "pages_blocks_press_duty" ADD CONSTRAINT "pages_blocks_press_duty_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "pages_blocks_contact_search" ADD CONSTRAINT "pages_blocks_contact_search_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "pages_blocks_contact_boxes" ADD CONSTRAINT "pages_blocks_contact_boxes_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "pages_blocks_aktindsigt_guidance" ADD CONSTRAINT "pages_blocks_aktindsigt_guidance_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "pages_blocks_department" ADD CONSTRAINT "pages_blocks_department_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "pages_blocks_department" ADD CONSTRAINT "pages_blocks_department_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "pages_blocks_organisation_chart" ADD CONSTRAINT "pages_blocks_organisation_chart_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "pages_blocks_organisation_chart" ADD CONSTRAINT "pages_blocks_organisation_chart_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "pages_blocks_story" ADD CONSTRAINT "pages_blocks_story_story_id_grundfortaelling_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."grundfortaelling"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "pages_blocks_story" ADD CONSTRAINT "pages_blocks_story_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "pages_blocks_principles" ADD CONSTRAINT "pages_blocks_principles_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "pages_blocks_facts_facts" ADD CONSTRAINT "pages_blocks_facts_facts_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."pages_blocks_facts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "pages_blocks_facts" ADD CONSTRAINT "pages_blocks_facts_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "pages_blocks_link_list_links" ADD CONSTRAINT "pages_blocks_link_list_links_page_id_pages_id_fk" FOREIGN KEY ("page_id") REFERENCES "public"."pages"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "pages_blocks_link_list_links" ADD CONSTRAINT "pages_blocks_link_list_links_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."pages_blocks_link_list"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "pages_blocks_link_list" ADD CONSTRAINT "pages_blocks_link_list_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "pages_blocks_child_pages" ADD CONSTRAINT "pages_blocks_child_pages_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "pages_blocks_related_pages" ADD CONSTRAINT "pages_blocks_related_pages_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "pages_blocks_image" ADD CONSTRAINT "pages_blocks_image_media_id_media_id_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "pages_blocks_image" ADD CONSTRAINT "pages_blocks_image_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "pages" ADD CONSTRAINT "pages_parent_id_pages_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."pages"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "pages_rels" ADD CONSTRAINT "pages_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "pages_rels" ADD CONSTRAINT "pages_rels_contact_boxes_fk" FOREIGN KEY ("contact_boxes_id") REFERENCES "public"."contact_boxes"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "pages_rels" ADD CONSTRAINT "pages_rels_aktindsigt_guidance_fk" FOREIGN KEY ("aktindsigt_guidance_id") REFERENCES "public"."aktindsigt_guidance"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "pages_rels" ADD CONSTRAINT "pages_rels_pages_fk" FOREIGN KEY ("pages_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_pages_v_blocks_rich_text" ADD CONSTRAINT "_pages_v_blocks_rich_text_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_pages_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_pages_v_blocks_accordion_items" ADD CONSTRAINT "_pages_v_blocks_accordion_items_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_pages_v_blocks_accordion"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_pages_v_blocks_accordion" ADD CONSTRAINT "_pages_v_blocks_accordion_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_pages_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_pages_v_blocks_press_duty" ADD CONSTRAINT "_pages_v_blocks_press_duty_link_to_page_id_pages_id_fk" FOREIGN KEY ("link_to_page_id") REFERENCES "public"."pages"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_pages_v_blocks_press_duty" ADD CONSTRAINT "_pages_v_blocks_press_duty_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_pages_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_pages_v_blocks_contact_search" ADD CONSTRAINT "_pages_v_blocks_contact_search_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_pages_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_pages_v_blocks_contact_boxes" ADD CONSTRAINT "_pages_v_blocks_contact_boxes_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_pages_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_pages_v_blocks_aktindsigt_guidance" ADD CONSTRAINT "_pages_v_blocks_aktindsigt_guidance_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_pages_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_pages_v_blocks_department" ADD CONSTRAINT "_pages_v_blocks_department_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_pages_v_blocks_department" ADD CONSTRAINT "_pages_v_blocks_department_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_pages_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_pages_v_blocks_organisation_chart" ADD CONSTRAINT "_pages_v_blocks_organisation_chart_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_pages_v_blocks_organisation_chart" ADD CONSTRAINT "_pages_v_blocks_organisation_chart_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_pages_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_pages_v_blocks_story" ADD CONSTRAINT "_pages_v_blocks_story_story_id_grundfortaelling_id_fk" FOREIGN KEY ("story_id") REFERENCES "public"."grundfortaelling"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_pages_v_blocks_story" ADD CONSTRAINT "_pages_v_blocks_story_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_pages_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_pages_v_blocks_principles" ADD CONSTRAINT "_pages_v_blocks_principles_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_pages_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_pages_v_blocks_facts_facts" ADD CONSTRAINT "_pages_v_blocks_facts_facts_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_pages_v_blocks_facts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_pages_v_blocks_facts" ADD CONSTRAINT "_pages_v_blocks_facts_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_pages_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_pages_v_blocks_link_list_links" ADD CONSTRAINT "_pages_v_blocks_link_list_links_page_id_pages_id_fk" FOREIGN KEY ("page_id") REFERENCES "public"."pages"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_pages_v_blocks_link_list_links" ADD CONSTRAINT "_pages_v_blocks_link_list_links_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_pages_v_blocks_link_list"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_pages_v_blocks_link_list" ADD CONSTRAINT "_pages_v_blocks_link_list_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_pages_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_pages_v_blocks_child_pages" ADD CONSTRAINT "_pages_v_blocks_child_pages_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_pages_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_pages_v_blocks_related_pages" ADD CONSTRAINT "_pages_v_blocks_related_pages_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_pages_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_pages_v_blocks_image" ADD CONSTRAINT "_pages_v_blocks_image_media_id_media_id_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_pages_v_blocks_image" ADD CONSTRAINT "_pages_v_blocks_image_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_pages_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_pages_v" ADD CONSTRAINT "_pages_v_parent_id_pages_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."pages"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_pages_v" ADD CONSTRAINT "_pages_v_version_parent_id_pages_id_fk" FOREIGN KEY ("version_parent_id") REFERENCES "public"."pages"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_pages_v_rels" ADD CONSTRAINT "_pages_v_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_pages_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_pages_v_rels" ADD CONSTRAINT "_pages_v_rels_contact_boxes_fk" FOREIGN KEY ("contact_boxes_id") REFERENCES "public"."contact_boxes"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_pages_v_rels" ADD CONSTRAINT "_pages_v_rels_aktindsigt_guidance_fk" FOREIGN KEY ("aktindsigt_guidance_id") REFERENCES "public"."aktindsigt_guidance"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_pages_v_rels" ADD CONSTRAINT "_pages_v_rels_pages_fk" FOREIGN KEY ("pages_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_aktindsigt_guidance_v" ADD CONSTRAINT "_aktindsigt_guidance_v_parent_id_aktindsigt_guidance_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."aktindsigt_guidance"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_grundfortaelling_v" ADD CONSTRAINT "_grundfortaelling_v_parent_id_grundfortaelling_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."grundfortaelling"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_pejlemaerker_v" ADD CONSTRAINT "_pejlemaerker_v_parent_id_pejlemaerker_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."pejlemaerker"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "redirects" ADD CONSTRAINT "redirects_page_id_pages_id_fk" FOREIGN KEY ("page_id") REFERENCES "public"."pages"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "users_sessions" ADD CONSTRAINT "users_sessions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_locked_documents"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_press_contacts_fk" FOREIGN KEY ("press_contacts_id") REFERENCES "public"."press_contacts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_departments_fk" FOREIGN KEY ("departments_id") REFERENCES "public"."departments"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_people_fk" FOREIGN KEY ("people_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_contact_boxes_fk" FOREIGN KEY ("contact_boxes_id") REFERENCES "public"."contact_boxes"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_opening_hours_fk" FOREIGN KEY ("opening_hours_id") REFERENCES "public"."opening_hours"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_calendar_days_fk" FOREIGN KEY ("calendar_days_id") REFERENCES "public"."calendar_days"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_pages_fk" FOREIGN KEY ("pages_id") REFERENCES "public"."pages"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_aktindsigt_guidance_fk" FOREIGN KEY ("aktindsigt_guidance_id") REFERENCES "public"."aktindsigt_guidance"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_grundfortaelling_fk" FOREIGN KEY ("grundfortaelling_id") REFERENCES "public"."grundfortaelling"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_pejlemaerker_fk" FOREIGN KEY ("pejlemaerker_id") REFERENCES "public"."pejlemaerker"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_media_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_redirects_fk" FOREIGN KEY ("redirects_id") REFERENCES "public"."redirects"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_preferences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "press_duty" ADD CONSTRAINT "press_duty_contact_box_id_contact_boxes_id_fk" FOREIGN KEY ("contact_box_id") REFERENCES "public"."contact_boxes"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "press_duty" ADD CONSTRAINT "press_duty_reachable_id_opening_hours_id_fk" FOREIGN KEY ("reachable_id") REFERENCES "public"."opening_hours"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "press_duty" ADD CONSTRAINT "press_duty_staff_id_opening_hours_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."opening_hours"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "press_duty" ADD CONSTRAINT "press_duty_lead_id_press_contacts_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."press_contacts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_press_duty_v" ADD CONSTRAINT "_press_duty_v_version_contact_box_id_contact_boxes_id_fk" FOREIGN KEY ("version_contact_box_id") REFERENCES "public"."contact_boxes"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_press_duty_v" ADD CONSTRAINT "_press_duty_v_version_reachable_id_opening_hours_id_fk" FOREIGN KEY ("version_reachable_id") REFERENCES "public"."opening_hours"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_press_duty_v" ADD CONSTRAINT "_press_duty_v_version_staff_id_opening_hours_id_fk" FOREIGN KEY ("version_staff_id") REFERENCES "public"."opening_hours"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_press_duty_v" ADD CONSTRAINT "_press_duty_v_version_lead_id_press_contacts_id_fk" FOREIGN KEY ("version_lead_id") REFERENCES "public"."press_contacts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "header_sites" ADD CONSTRAINT "header_sites_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."header"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_header_v_version_sites" ADD CONSTRAINT "_header_v_version_sites_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_header_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "footer_links" ADD CONSTRAINT "footer_links_page_id_pages_id_fk" FOREIGN KEY ("page_id") REFERENCES "public"."pages"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "footer_links" ADD CONSTRAINT "footer_links_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."footer"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_footer_v_version_links" ADD CONSTRAINT "_footer_v_version_links_page_id_pages_id_fk" FOREIGN KEY ("page_id") REFERENCES "public"."pages"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_footer_v_version_links" ADD CONSTRAINT "_footer_v_version_links_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_footer_v"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "press_contacts_phones_order_idx" ON "press_contacts_phones" USING btree ("_order");
  CREATE INDEX "press_contacts_phones_parent_id_idx" ON "press_contacts_phones" USING btree ("_parent_id");
  CREATE INDEX "press_contacts__order_idx" ON "press_contacts" USING btree ("_order");
  CREATE UNIQUE INDEX "press_contacts_slug_idx" ON "press_contacts" USING btree ("slug");
  CREATE INDEX "press_contacts_updated_at_idx" ON "press_contacts" USING btree ("updated_at");
  CREATE INDEX "press_contacts_created_at_idx" ON "press_contacts" USING btree ("created_at");
  CREATE INDEX "press_contacts__status_idx" ON "press_contacts" USING btree ("_status");
  CREATE INDEX "_press_contacts_v_version_phones_order_idx" ON "_press_contacts_v_version_phones" USING btree ("_order");
  CREATE INDEX "_press_contacts_v_version_phones_parent_id_idx" ON "_press_contacts_v_version_phones" USING btree ("_parent_id");
  CREATE INDEX "_press_contacts_v_parent_idx" ON "_press_contacts_v" USING btree ("parent_id");
  CREATE INDEX "_press_contacts_v_version_version__order_idx" ON "_press_contacts_v" USING btree ("version__order");
  CREATE INDEX "_press_contacts_v_version_version_slug_idx" ON "_press_contacts_v" USING btree ("version_slug");
  CREATE INDEX "_press_contacts_v_version_version_updated_at_idx" ON "_press_contacts_v" USING btree ("version_updated_at");
  CREATE INDEX "_press_contacts_v_version_version_created_at_idx" ON "_press_contacts_v" USING btree ("version_created_at");
  CREATE INDEX "_press_contacts_v_version_version__status_idx" ON "_press_contacts_v" USING btree ("version__status");
  CREATE INDEX "_press_contacts_v_created_at_idx" ON "_press_contacts_v" USING btree ("created_at");
  CREATE INDEX "_press_contacts_v_updated_at_idx" ON "_press_contacts_v" USING btree ("updated_at");
  CREATE INDEX "_press_contacts_v_latest_idx" ON "_press_contacts_v" USING btree ("latest");
  CREATE INDEX "departments_appointments_order_idx" ON "departments_appointments" USING btree ("_order");
  CREATE INDEX "departments_appointments_parent_id_idx" ON "departments_appointments" USING btree ("_parent_id");
  CREATE INDEX "departments_appointments_person_idx" ON "departments_appointments" USING btree ("person_id");
  CREATE INDEX "departments__order_idx" ON "departments" USING btree ("_order");
  CREATE INDEX "departments_parent_idx" ON "departments" USING btree ("parent_id");
  CREATE INDEX "departments_updated_at_idx" ON "departments" USING btree ("updated_at");
  CREATE INDEX "departments_created_at_idx" ON "departments" USING btree ("created_at");
  CREATE INDEX "departments__status_idx" ON "departments" USING btree ("_status");
  CREATE INDEX "_departments_v_version_appointments_order_idx" ON "_departments_v_version_appointments" USING btree ("_order");
  CREATE INDEX "_departments_v_version_appointments_parent_id_idx" ON "_departments_v_version_appointments" USING btree ("_parent_id");
  CREATE INDEX "_departments_v_version_appointments_person_idx" ON "_departments_v_version_appointments" USING btree ("person_id");
  CREATE INDEX "_departments_v_parent_idx" ON "_departments_v" USING btree ("parent_id");
  CREATE INDEX "_departments_v_version_version__order_idx" ON "_departments_v" USING btree ("version__order");
  CREATE INDEX "_departments_v_version_version_parent_idx" ON "_departments_v" USING btree ("version_parent_id");
  CREATE INDEX "_departments_v_version_version_updated_at_idx" ON "_departments_v" USING btree ("version_updated_at");
  CREATE INDEX "_departments_v_version_version_created_at_idx" ON "_departments_v" USING btree ("version_created_at");
  CREATE INDEX "_departments_v_version_version__status_idx" ON "_departments_v" USING btree ("version__status");
  CREATE INDEX "_departments_v_created_at_idx" ON "_departments_v" USING btree ("created_at");
  CREATE INDEX "_departments_v_updated_at_idx" ON "_departments_v" USING btree ("updated_at");
  CREATE INDEX "_departments_v_latest_idx" ON "_departments_v" USING btree ("latest");
  CREATE INDEX "people_updated_at_idx" ON "people" USING btree ("updated_at");
  CREATE INDEX "people_created_at_idx" ON "people" USING btree ("created_at");
  CREATE INDEX "people__status_idx" ON "people" USING btree ("_status");
  CREATE INDEX "_people_v_parent_idx" ON "_people_v" USING btree ("parent_id");
  CREATE INDEX "_people_v_version_version_updated_at_idx" ON "_people_v" USING btree ("version_updated_at");
  CREATE INDEX "_people_v_version_version_created_at_idx" ON "_people_v" USING btree ("version_created_at");
  CREATE INDEX "_people_v_version_version__status_idx" ON "_people_v" USING btree ("version__status");
  CREATE INDEX "_people_v_created_at_idx" ON "_people_v" USING btree ("created_at");
  CREATE INDEX "_people_v_updated_at_idx" ON "_people_v" USING btree ("updated_at");
  CREATE INDEX "_people_v_latest_idx" ON "_people_v" USING btree ("latest");
  CREATE INDEX "contact_boxes__order_idx" ON "contact_boxes" USING btree ("_order");
  CREATE UNIQUE INDEX "contact_boxes_slug_idx" ON "contact_boxes" USING btree ("slug");
  CREATE INDEX "contact_boxes_department_idx" ON "contact_boxes" USING btree ("department_id");
  CREATE INDEX "contact_boxes_opening_hours_idx" ON "contact_boxes" USING btree ("opening_hours_id");
  CREATE INDEX "contact_boxes_phone_hours_idx" ON "contact_boxes" USING btree ("phone_hours_id");
  CREATE INDEX "contact_boxes_updated_at_idx" ON "contact_boxes" USING btree ("updated_at");
  CREATE INDEX "contact_boxes_created_at_idx" ON "contact_boxes" USING btree ("created_at");
  CREATE INDEX "contact_boxes__status_idx" ON "contact_boxes" USING btree ("_status");
  CREATE INDEX "_contact_boxes_v_parent_idx" ON "_contact_boxes_v" USING btree ("parent_id");
  CREATE INDEX "_contact_boxes_v_version_version__order_idx" ON "_contact_boxes_v" USING btree ("version__order");
  CREATE INDEX "_contact_boxes_v_version_version_slug_idx" ON "_contact_boxes_v" USING btree ("version_slug");
  CREATE INDEX "_contact_boxes_v_version_version_department_idx" ON "_contact_boxes_v" USING btree ("version_department_id");
  CREATE INDEX "_contact_boxes_v_version_version_opening_hours_idx" ON "_contact_boxes_v" USING btree ("version_opening_hours_id");
  CREATE INDEX "_contact_boxes_v_version_version_phone_hours_idx" ON "_contact_boxes_v" USING btree ("version_phone_hours_id");
  CREATE INDEX "_contact_boxes_v_version_version_updated_at_idx" ON "_contact_boxes_v" USING btree ("version_updated_at");
  CREATE INDEX "_contact_boxes_v_version_version_created_at_idx" ON "_contact_boxes_v" USING btree ("version_created_at");
  CREATE INDEX "_contact_boxes_v_version_version__status_idx" ON "_contact_boxes_v" USING btree ("version__status");
  CREATE INDEX "_contact_boxes_v_created_at_idx" ON "_contact_boxes_v" USING btree ("created_at");
  CREATE INDEX "_contact_boxes_v_updated_at_idx" ON "_contact_boxes_v" USING btree ("updated_at");
  CREATE INDEX "_contact_boxes_v_latest_idx" ON "_contact_boxes_v" USING btree ("latest");
  CREATE INDEX "opening_hours_week_order_idx" ON "opening_hours_week" USING btree ("_order");
  CREATE INDEX "opening_hours_week_parent_id_idx" ON "opening_hours_week" USING btree ("_parent_id");
  CREATE INDEX "opening_hours_exceptions_spans_order_idx" ON "opening_hours_exceptions_spans" USING btree ("_order");
  CREATE INDEX "opening_hours_exceptions_spans_parent_id_idx" ON "opening_hours_exceptions_spans" USING btree ("_parent_id");
  CREATE INDEX "opening_hours_exceptions_order_idx" ON "opening_hours_exceptions" USING btree ("_order");
  CREATE INDEX "opening_hours_exceptions_parent_id_idx" ON "opening_hours_exceptions" USING btree ("_parent_id");
  CREATE INDEX "opening_hours_updated_at_idx" ON "opening_hours" USING btree ("updated_at");
  CREATE INDEX "opening_hours_created_at_idx" ON "opening_hours" USING btree ("created_at");
  CREATE INDEX "opening_hours__status_idx" ON "opening_hours" USING btree ("_status");
  CREATE INDEX "_opening_hours_v_version_week_order_idx" ON "_opening_hours_v_version_week" USING btree ("_order");
  CREATE INDEX "_opening_hours_v_version_week_parent_id_idx" ON "_opening_hours_v_version_week" USING btree ("_parent_id");
  CREATE INDEX "_opening_hours_v_version_exceptions_spans_order_idx" ON "_opening_hours_v_version_exceptions_spans" USING btree ("_order");
  CREATE INDEX "_opening_hours_v_version_exceptions_spans_parent_id_idx" ON "_opening_hours_v_version_exceptions_spans" USING btree ("_parent_id");
  CREATE INDEX "_opening_hours_v_version_exceptions_order_idx" ON "_opening_hours_v_version_exceptions" USING btree ("_order");
  CREATE INDEX "_opening_hours_v_version_exceptions_parent_id_idx" ON "_opening_hours_v_version_exceptions" USING btree ("_parent_id");
  CREATE INDEX "_opening_hours_v_parent_idx" ON "_opening_hours_v" USING btree ("parent_id");
  CREATE INDEX "_opening_hours_v_version_version_updated_at_idx" ON "_opening_hours_v" USING btree ("version_updated_at");
  CREATE INDEX "_opening_hours_v_version_version_created_at_idx" ON "_opening_hours_v" USING btree ("version_created_at");
  CREATE INDEX "_opening_hours_v_version_version__status_idx" ON "_opening_hours_v" USING btree ("version__status");
  CREATE INDEX "_opening_hours_v_created_at_idx" ON "_opening_hours_v" USING btree ("created_at");
  CREATE INDEX "_opening_hours_v_updated_at_idx" ON "_opening_hours_v" USING btree ("updated_at");
  CREATE INDEX "_opening_hours_v_latest_idx" ON "_opening_hours_v" USING btree ("latest");
  CREATE UNIQUE INDEX "calendar_days_date_idx" ON "calendar_days" USING btree ("date");
  CREATE INDEX "calendar_days_updated_at_idx" ON "calendar_days" USING btree ("updated_at");
  CREATE INDEX "calendar_days_created_at_idx" ON "calendar_days" USING btree ("created_at");
  CREATE INDEX "pages_blocks_rich_text_order_idx" ON "pages_blocks_rich_text" USING btree ("_order");
  CREATE INDEX "pages_blocks_rich_text_parent_id_idx" ON "pages_blocks_rich_text" USING btree ("_parent_id");
  CREATE INDEX "pages_blocks_rich_text_path_idx" ON "pages_blocks_rich_text" USING btree ("_path");
  CREATE INDEX "pages_blocks_accordion_items_order_idx" ON "pages_blocks_accordion_items" USING btree ("_order");
  CREATE INDEX "pages_blocks_accordion_items_parent_id_idx" ON "pages_blocks_accordion_items" USING btree ("_parent_id");
  CREATE INDEX "pages_blocks_accordion_order_idx" ON "pages_blocks_accordion" USING btree ("_order");
  CREATE INDEX "pages_blocks_accordion_parent_id_idx" ON "pages_blocks_accordion" USING btree ("_parent_id");
  CREATE INDEX "pages_blocks_accordion_path_idx" ON "pages_blocks_accordion" USING btree ("_path");
  CREATE INDEX "pages_blocks_press_duty_order_idx" ON "pages_blocks_press_duty" USING btree ("_order");
  CREATE INDEX "pages_blocks_press_duty_parent_id_idx" ON "pages_blocks_press_duty" USING btree ("_parent_id");
  CREATE INDEX "pages_blocks_press_duty_path_idx" ON "pages_blocks_press_duty" USING btree ("_path");
  CREATE INDEX "pages_blocks_press_duty_link_to_page_idx" ON "pages_blocks_press_duty" USING btree ("link_to_page_id");
  CREATE INDEX "pages_blocks_contact_search_order_idx" ON "pages_blocks_contact_search" USING btree ("_order");
  CREATE INDEX "pages_blocks_contact_search_parent_id_idx" ON "pages_blocks_contact_search" USING btree ("_parent_id");
  CREATE INDEX "pages_blocks_contact_search_path_idx" ON "pages_blocks_contact_search" USING btree ("_path");
  CREATE INDEX "pages_blocks_contact_boxes_order_idx" ON "pages_blocks_contact_boxes" USING btree ("_order");
  CREATE INDEX "pages_blocks_contact_boxes_parent_id_idx" ON "pages_blocks_contact_boxes" USING btree ("_parent_id");
  CREATE INDEX "pages_blocks_contact_boxes_path_idx" ON "pages_blocks_contact_boxes" USING btree ("_path");
  CREATE INDEX "pages_blocks_aktindsigt_guidance_order_idx" ON "pages_blocks_aktindsigt_guidance" USING btree ("_order");
  CREATE INDEX "pages_blocks_aktindsigt_guidance_parent_id_idx" ON "pages_blocks_aktindsigt_guidance" USING btree ("_parent_id");
  CREATE INDEX "pages_blocks_aktindsigt_guidance_path_idx" ON "pages_blocks_aktindsigt_guidance" USING btree ("_path");
  CREATE INDEX "pages_blocks_department_order_idx" ON "pages_blocks_department" USING btree ("_order");
  CREATE INDEX "pages_blocks_department_parent_id_idx" ON "pages_blocks_department" USING btree ("_parent_id");
  CREATE INDEX "pages_blocks_department_path_idx" ON "pages_blocks_department" USING btree ("_path");
  CREATE INDEX "pages_blocks_department_department_idx" ON "pages_blocks_department" USING btree ("department_id");
  CREATE INDEX "pages_blocks_organisation_chart_order_idx" ON "pages_blocks_organisation_chart" USING btree ("_order");
  CREATE INDEX "pages_blocks_organisation_chart_parent_id_idx" ON "pages_blocks_organisation_chart" USING btree ("_parent_id");
  CREATE INDEX "pages_blocks_organisation_chart_path_idx" ON "pages_blocks_organisation_chart" USING btree ("_path");
  CREATE INDEX "pages_blocks_organisation_chart_department_idx" ON "pages_blocks_organisation_chart" USING btree ("department_id");
  CREATE INDEX "pages_blocks_story_order_idx" ON "pages_blocks_story" USING btree ("_order");
  CREATE INDEX "pages_blocks_story_parent_id_idx" ON "pages_blocks_story" USING btree ("_parent_id");
  CREATE INDEX "pages_blocks_story_path_idx" ON "pages_blocks_story" USING btree ("_path");
  CREATE INDEX "pages_blocks_story_story_idx" ON "pages_blocks_story" USING btree ("story_id");
  CREATE INDEX "pages_blocks_principles_order_idx" ON "pages_blocks_principles" USING btree ("_order");
  CREATE INDEX "pages_blocks_principles_parent_id_idx" ON "pages_blocks_principles" USING btree ("_parent_id");
  CREATE INDEX "pages_blocks_principles_path_idx" ON "pages_blocks_principles" USING btree ("_path");
  CREATE INDEX "pages_blocks_facts_facts_order_idx" ON "pages_blocks_facts_facts" USING btree ("_order");
  CREATE INDEX "pages_blocks_facts_facts_parent_id_idx" ON "pages_blocks_facts_facts" USING btree ("_parent_id");
  CREATE INDEX "pages_blocks_facts_order_idx" ON "pages_blocks_facts" USING btree ("_order");
  CREATE INDEX "pages_blocks_facts_parent_id_idx" ON "pages_blocks_facts" USING btree ("_parent_id");
  CREATE INDEX "pages_blocks_facts_path_idx" ON "pages_blocks_facts" USING btree ("_path");
  CREATE INDEX "pages_blocks_link_list_links_order_idx" ON "pages_blocks_link_list_links" USING btree ("_order");
  CREATE INDEX "pages_blocks_link_list_links_parent_id_idx" ON "pages_blocks_link_list_links" USING btree ("_parent_id");
  CREATE INDEX "pages_blocks_link_list_links_page_idx" ON "pages_blocks_link_list_links" USING btree ("page_id");
  CREATE INDEX "pages_blocks_link_list_order_idx" ON "pages_blocks_link_list" USING btree ("_order");
  CREATE INDEX "pages_blocks_link_list_parent_id_idx" ON "pages_blocks_link_list" USING btree ("_parent_id");
  CREATE INDEX "pages_blocks_link_list_path_idx" ON "pages_blocks_link_list" USING btree ("_path");
  CREATE INDEX "pages_blocks_child_pages_order_idx" ON "pages_blocks_child_pages" USING btree ("_order");
  CREATE INDEX "pages_blocks_child_pages_parent_id_idx" ON "pages_blocks_child_pages" USING btree ("_parent_id");
  CREATE INDEX "pages_blocks_child_pages_path_idx" ON "pages_blocks_child_pages" USING btree ("_path");
  CREATE INDEX "pages_blocks_related_pages_order_idx" ON "pages_blocks_related_pages" USING btree ("_order");
  CREATE INDEX "pages_blocks_related_pages_parent_id_idx" ON "pages_blocks_related_pages" USING btree ("_parent_id");
  CREATE INDEX "pages_blocks_related_pages_path_idx" ON "pages_blocks_related_pages" USING btree ("_path");
  CREATE INDEX "pages_blocks_image_order_idx" ON "pages_blocks_image" USING btree ("_order");
  CREATE INDEX "pages_blocks_image_parent_id_idx" ON "pages_blocks_image" USING btree ("_parent_id");
  CREATE INDEX "pages_blocks_image_path_idx" ON "pages_blocks_image" USING btree ("_path");
  CREATE INDEX "pages_blocks_image_media_idx" ON "pages_blocks_image" USING btree ("media_id");
  CREATE INDEX "pages__order_idx" ON "pages" USING btree ("_order");
  CREATE INDEX "pages_slug_idx" ON "pages" USING btree ("slug");
  CREATE INDEX "pages_parent_idx" ON "pages" USING btree ("parent_id");
  CREATE INDEX "pages_updated_at_idx" ON "pages" USING btree ("updated_at");
  CREATE INDEX "pages_created_at_idx" ON "pages" USING btree ("created_at");
  CREATE INDEX "pages__status_idx" ON "pages" USING btree ("_status");
  CREATE UNIQUE INDEX "parent_slug_idx" ON "pages" USING btree ("parent_id","slug");
  CREATE INDEX "pages_rels_order_idx" ON "pages_rels" USING btree ("order");
  CREATE INDEX "pages_rels_parent_idx" ON "pages_rels" USING btree ("parent_id");
  CREATE INDEX "pages_rels_path_idx" ON "pages_rels" USING btree ("path");
  CREATE INDEX "pages_rels_contact_boxes_id_idx" ON "pages_rels" USING btree ("contact_boxes_id");
  CREATE INDEX "pages_rels_aktindsigt_guidance_id_idx" ON "pages_rels" USING btree ("aktindsigt_guidance_id");
  CREATE INDEX "pages_rels_pages_id_idx" ON "pages_rels" USING btree ("pages_id");
  CREATE INDEX "_pages_v_blocks_rich_text_order_idx" ON "_pages_v_blocks_rich_text" USING btree ("_order");
  CREATE INDEX "_pages_v_blocks_rich_text_parent_id_idx" ON "_pages_v_blocks_rich_text" USING btree ("_parent_id");
  CREATE INDEX "_pages_v_blocks_rich_text_path_idx" ON "_pages_v_blocks_rich_text" USING btree ("_path");
  CREATE INDEX "_pages_v_blocks_accordion_items_order_idx" ON "_pages_v_blocks_accordion_items" USING btree ("_order");
  CREATE INDEX "_pages_v_blocks_accordion_items_parent_id_idx" ON "_pages_v_blocks_accordion_items" USING btree ("_parent_id");
  CREATE INDEX "_pages_v_blocks_accordion_order_idx" ON "_pages_v_blocks_accordion" USING btree ("_order");
  CREATE INDEX "_pages_v_blocks_accordion_parent_id_idx" ON "_pages_v_blocks_accordion" USING btree ("_parent_id");
  CREATE INDEX "_pages_v_blocks_accordion_path_idx" ON "_pages_v_blocks_accordion" USING btree ("_path");
  CREATE INDEX "_pages_v_blocks_press_duty_order_idx" ON "_pages_v_blocks_press_duty" USING btree ("_order");
  CREATE INDEX "_pages_v_blocks_press_duty_parent_id_idx" ON "_pages_v_blocks_press_duty" USING btree ("_parent_id");
  CREATE INDEX "_pages_v_blocks_press_duty_path_idx" ON "_pages_v_blocks_press_duty" USING btree ("_path");
  CREATE INDEX "_pages_v_blocks_press_duty_link_to_page_idx" ON "_pages_v_blocks_press_duty" USING btree ("link_to_page_id");
  CREATE INDEX "_pages_v_blocks_contact_search_order_idx" ON "_pages_v_blocks_contact_search" USING btree ("_order");
  CREATE INDEX "_pages_v_blocks_contact_search_parent_id_idx" ON "_pages_v_blocks_contact_search" USING btree ("_parent_id");
  CREATE INDEX "_pages_v_blocks_contact_search_path_idx" ON "_pages_v_blocks_contact_search" USING btree ("_path");
  CREATE INDEX "_pages_v_blocks_contact_boxes_order_idx" ON "_pages_v_blocks_contact_boxes" USING btree ("_order");
  CREATE INDEX "_pages_v_blocks_contact_boxes_parent_id_idx" ON "_pages_v_blocks_contact_boxes" USING btree ("_parent_id");
  CREATE INDEX "_pages_v_blocks_contact_boxes_path_idx" ON "_pages_v_blocks_contact_boxes" USING btree ("_path");
  CREATE INDEX "_pages_v_blocks_aktindsigt_guidance_order_idx" ON "_pages_v_blocks_aktindsigt_guidance" USING btree ("_order");
  CREATE INDEX "_pages_v_blocks_aktindsigt_guidance_parent_id_idx" ON "_pages_v_blocks_aktindsigt_guidance" USING btree ("_parent_id");
  CREATE INDEX "_pages_v_blocks_aktindsigt_guidance_path_idx" ON "_pages_v_blocks_aktindsigt_guidance" USING btree ("_path");
  CREATE INDEX "_pages_v_blocks_department_order_idx" ON "_pages_v_blocks_department" USING btree ("_order");
  CREATE INDEX "_pages_v_blocks_department_parent_id_idx" ON "_pages_v_blocks_department" USING btree ("_parent_id");
  CREATE INDEX "_pages_v_blocks_department_path_idx" ON "_pages_v_blocks_department" USING btree ("_path");
  CREATE INDEX "_pages_v_blocks_department_department_idx" ON "_pages_v_blocks_department" USING btree ("department_id");
  CREATE INDEX "_pages_v_blocks_organisation_chart_order_idx" ON "_pages_v_blocks_organisation_chart" USING btree ("_order");
  CREATE INDEX "_pages_v_blocks_organisation_chart_parent_id_idx" ON "_pages_v_blocks_organisation_chart" USING btree ("_parent_id");
  CREATE INDEX "_pages_v_blocks_organisation_chart_path_idx" ON "_pages_v_blocks_organisation_chart" USING btree ("_path");
  CREATE INDEX "_pages_v_blocks_organisation_chart_department_idx" ON "_pages_v_blocks_organisation_chart" USING btree ("department_id");
  CREATE INDEX "_pages_v_blocks_story_order_idx" ON "_pages_v_blocks_story" USING btree ("_order");
  CREATE INDEX "_pages_v_blocks_story_parent_id_idx" ON "_pages_v_blocks_story" USING btree ("_parent_id");
  CREATE INDEX "_pages_v_blocks_story_path_idx" ON "_pages_v_blocks_story" USING btree ("_path");
  CREATE INDEX "_pages_v_blocks_story_story_idx" ON "_pages_v_blocks_story" USING btree ("story_id");
  CREATE INDEX "_pages_v_blocks_principles_order_idx" ON "_pages_v_blocks_principles" USING btree ("_order");
  CREATE INDEX "_pages_v_blocks_principles_parent_id_idx" ON "_pages_v_blocks_principles" USING btree ("_parent_id");
  CREATE INDEX "_pages_v_blocks_principles_path_idx" ON "_pages_v_blocks_principles" USING btree ("_path");
  CREATE INDEX "_pages_v_blocks_facts_facts_order_idx" ON "_pages_v_blocks_facts_facts" USING btree ("_order");
  CREATE INDEX "_pages_v_blocks_facts_facts_parent_id_idx" ON "_pages_v_blocks_facts_facts" USING btree ("_parent_id");
  CREATE INDEX "_pages_v_blocks_facts_order_idx" ON "_pages_v_blocks_facts" USING btree ("_order");
  CREATE INDEX "_pages_v_blocks_facts_parent_id_idx" ON "_pages_v_blocks_facts" USING btree ("_parent_id");
  CREATE INDEX "_pages_v_blocks_facts_path_idx" ON "_pages_v_blocks_facts" USING btree ("_path");
  CREATE INDEX "_pages_v_blocks_link_list_links_order_idx" ON "_pages_v_blocks_link_list_links" USING btree ("_order");
  CREATE INDEX "_pages_v_blocks_link_list_links_parent_id_idx" ON "_pages_v_blocks_link_list_links" USING btree ("_parent_id");
  CREATE INDEX "_pages_v_blocks_link_list_links_page_idx" ON "_pages_v_blocks_link_list_links" USING btree ("page_id");
  CREATE INDEX "_pages_v_blocks_link_list_order_idx" ON "_pages_v_blocks_link_list" USING btree ("_order");
  CREATE INDEX "_pages_v_blocks_link_list_parent_id_idx" ON "_pages_v_blocks_link_list" USING btree ("_parent_id");
  CREATE INDEX "_pages_v_blocks_link_list_path_idx" ON "_pages_v_blocks_link_list" USING btree ("_path");
  CREATE INDEX "_pages_v_blocks_child_pages_order_idx" ON "_pages_v_blocks_child_pages" USING btree ("_order");
  CREATE INDEX "_pages_v_blocks_child_pages_parent_id_idx" ON "_pages_v_blocks_child_pages" USING btree ("_parent_id");
  CREATE INDEX "_pages_v_blocks_child_pages_path_idx" ON "_pages_v_blocks_child_pages" USING btree ("_path");
  CREATE INDEX "_pages_v_blocks_related_pages_order_idx" ON "_pages_v_blocks_related_pages" USING btree ("_order");
  CREATE INDEX "_pages_v_blocks_related_pages_parent_id_idx" ON "_pages_v_blocks_related_pages" USING btree ("_parent_id");
  CREATE INDEX "_pages_v_blocks_related_pages_path_idx" ON "_pages_v_blocks_related_pages" USING btree ("_path");
  CREATE INDEX "_pages_v_blocks_image_order_idx" ON "_pages_v_blocks_image" USING btree ("_order");
  CREATE INDEX "_pages_v_blocks_image_parent_id_idx" ON "_pages_v_blocks_image" USING btree ("_parent_id");
  CREATE INDEX "_pages_v_blocks_image_path_idx" ON "_pages_v_blocks_image" USING btree ("_path");
  CREATE INDEX "_pages_v_blocks_image_media_idx" ON "_pages_v_blocks_image" USING btree ("media_id");
  CREATE INDEX "_pages_v_parent_idx" ON "_pages_v" USING btree ("parent_id");
  CREATE INDEX "_pages_v_version_version__order_idx" ON "_pages_v" USING btree ("version__order");
  CREATE INDEX "_pages_v_version_version_slug_idx" ON "_pages_v" USING btree ("version_slug");
  CREATE INDEX "_pages_v_version_version_parent_idx" ON "_pages_v" USING btree ("version_parent_id");
  CREATE INDEX "_pages_v_version_version_updated_at_idx" ON "_pages_v" USING btree ("version_updated_at");
  CREATE INDEX "_pages_v_version_version_created_at_idx" ON "_pages_v" USING btree ("version_created_at");
  CREATE INDEX "_pages_v_version_version__status_idx" ON "_pages_v" USING btree ("version__status");
  CREATE INDEX "_pages_v_created_at_idx" ON "_pages_v" USING btree ("created_at");
  CREATE INDEX "_pages_v_updated_at_idx" ON "_pages_v" USING btree ("updated_at");
  CREATE INDEX "_pages_v_latest_idx" ON "_pages_v" USING btree ("latest");
  CREATE INDEX "version_parent_version_slug_idx" ON "_pages_v" USING btree ("version_parent_id","version_slug");
  CREATE INDEX "_pages_v_rels_order_idx" ON "_pages_v_rels" USING btree ("order");
  CREATE INDEX "_pages_v_rels_parent_idx" ON "_pages_v_rels" USING btree ("parent_id");
  CREATE INDEX "_pages_v_rels_path_idx" ON "_pages_v_rels" USING btree ("path");
  CREATE INDEX "_pages_v_rels_contact_boxes_id_idx" ON "_pages_v_rels" USING btree ("contact_boxes_id");
  CREATE INDEX "_pages_v_rels_aktindsigt_guidance_id_idx" ON "_pages_v_rels" USING btree ("aktindsigt_guidance_id");
  CREATE INDEX "_pages_v_rels_pages_id_idx" ON "_pages_v_rels" USING btree ("pages_id");
  CREATE INDEX "aktindsigt_guidance__order_idx" ON "aktindsigt_guidance" USING btree ("_order");
  CREATE INDEX "aktindsigt_guidance_updated_at_idx" ON "aktindsigt_guidance" USING btree ("updated_at");
  CREATE INDEX "aktindsigt_guidance_created_at_idx" ON "aktindsigt_guidance" USING btree ("created_at");
  CREATE INDEX "aktindsigt_guidance__status_idx" ON "aktindsigt_guidance" USING btree ("_status");
  CREATE INDEX "_aktindsigt_guidance_v_parent_idx" ON "_aktindsigt_guidance_v" USING btree ("parent_id");
  CREATE INDEX "_aktindsigt_guidance_v_version_version__order_idx" ON "_aktindsigt_guidance_v" USING btree ("version__order");
  CREATE INDEX "_aktindsigt_guidance_v_version_version_updated_at_idx" ON "_aktindsigt_guidance_v" USING btree ("version_updated_at");
  CREATE INDEX "_aktindsigt_guidance_v_version_version_created_at_idx" ON "_aktindsigt_guidance_v" USING btree ("version_created_at");
  CREATE INDEX "_aktindsigt_guidance_v_version_version__status_idx" ON "_aktindsigt_guidance_v" USING btree ("version__status");
  CREATE INDEX "_aktindsigt_guidance_v_created_at_idx" ON "_aktindsigt_guidance_v" USING btree ("created_at");
  CREATE INDEX "_aktindsigt_guidance_v_updated_at_idx" ON "_aktindsigt_guidance_v" USING btree ("updated_at");
  CREATE INDEX "_aktindsigt_guidance_v_latest_idx" ON "_aktindsigt_guidance_v" USING btree ("latest");
  CREATE INDEX "grundfortaelling_updated_at_idx" ON "grundfortaelling" USING btree ("updated_at");
  CREATE INDEX "grundfortaelling_created_at_idx" ON "grundfortaelling" USING btree ("created_at");
  CREATE INDEX "grundfortaelling__status_idx" ON "grundfortaelling" USING btree ("_status");
  CREATE INDEX "_grundfortaelling_v_parent_idx" ON "_grundfortaelling_v" USING btree ("parent_id");
  CREATE INDEX "_grundfortaelling_v_version_version_updated_at_idx" ON "_grundfortaelling_v" USING btree ("version_updated_at");
  CREATE INDEX "_grundfortaelling_v_version_version_created_at_idx" ON "_grundfortaelling_v" USING btree ("version_created_at");
  CREATE INDEX "_grundfortaelling_v_version_version__status_idx" ON "_grundfortaelling_v" USING btree ("version__status");
  CREATE INDEX "_grundfortaelling_v_created_at_idx" ON "_grundfortaelling_v" USING btree ("created_at");
  CREATE INDEX "_grundfortaelling_v_updated_at_idx" ON "_grundfortaelling_v" USING btree ("updated_at");
  CREATE INDEX "_grundfortaelling_v_latest_idx" ON "_grundfortaelling_v" USING btree ("latest");
  CREATE INDEX "pejlemaerker__order_idx" ON "pejlemaerker" USING btree ("_order");
  CREATE INDEX "pejlemaerker_updated_at_idx" ON "pejlemaerker" USING btree ("updated_at");
  CREATE INDEX "pejlemaerker_created_at_idx" ON "pejlemaerker" USING btree ("created_at");
  CREATE INDEX "pejlemaerker__status_idx" ON "pejlemaerker" USING btree ("_status");
  CREATE INDEX "_pejlemaerker_v_parent_idx" ON "_pejlemaerker_v" USING btree ("parent_id");
  CREATE INDEX "_pejlemaerker_v_version_version__order_idx" ON "_pejlemaerker_v" USING btree ("version__order");
  CREATE INDEX "_pejlemaerker_v_version_version_updated_at_idx" ON "_pejlemaerker_v" USING btree ("version_updated_at");
  CREATE INDEX "_pejlemaerker_v_version_version_created_at_idx" ON "_pejlemaerker_v" USING btree ("version_created_at");
  CREATE INDEX "_pejlemaerker_v_version_version__status_idx" ON "_pejlemaerker_v" USING btree ("version__status");
  CREATE INDEX "_pejlemaerker_v_created_at_idx" ON "_pejlemaerker_v" USING btree ("created_at");
  CREATE INDEX "_pejlemaerker_v_updated_at_idx" ON "_pejlemaerker_v" USING btree ("updated_at");
  CREATE INDEX "_pejlemaerker_v_latest_idx" ON "_pejlemaerker_v" USING btree ("latest");
  CREATE INDEX "media_updated_at_idx" ON "media" USING btree ("updated_at");
  CREATE INDEX "media_created_at_idx" ON "media" USING btree ("created_at");
  CREATE UNIQUE INDEX "media_filename_idx" ON "media" USING btree ("filename");
  CREATE INDEX "media_sizes_column_sizes_column_filename_idx" ON "media" USING btree ("sizes_column_filename");
  CREATE UNIQUE INDEX "redirects_from_idx" ON "redirects" USING btree ("from");
  CREATE INDEX "redirects_page_idx" ON "redirects" USING btree ("page_id");
  CREATE INDEX "redirects_updated_at_idx" ON "redirects" USING btree ("updated_at");
  CREATE INDEX "redirects_created_at_idx" ON "redirects" USING btree ("created_at");
  CREATE INDEX "users_sessions_order_idx" ON "users_sessions" USING btree ("_order");
  CREATE INDEX "users_sessions_parent_id_idx" ON "users_sessions" USING btree ("_parent_id");
  CREATE INDEX "users_updated_at_idx" ON "users" USING btree ("updated_at");
  CREATE INDEX "users_created_at_idx" ON "users" USING btree ("created_at");
  CREATE UNIQUE INDEX "users_email_idx" ON "users" USING btree ("email");
  CREATE UNIQUE INDEX "payload_kv_key_idx" ON "payload_kv" USING btree ("key");
  CREATE INDEX "payload_locked_documents_global_slug_idx" ON "payload_locked_documents" USING btree ("global_slug");
  CREATE INDEX "payload_locked_documents_updated_at_idx" ON "payload_locked_documents" USING btree ("updated_at");
  CREATE INDEX "payload_locked_documents_created_at_idx" ON "payload_locked_documents" USING btree ("created_at");
  CREATE INDEX "payload_locked_documents_rels_order_idx" ON "payload_locked_documents_rels" USING btree ("order");
  CREATE INDEX "payload_locked_documents_rels_parent_idx" ON "payload_locked_documents_rels" USING btree ("parent_id");
  CREATE INDEX "payload_locked_documents_rels_path_idx" ON "payload_locked_documents_rels" USING btree ("path");
  CREATE INDEX "payload_locked_documents_rels_press_contacts_id_idx" ON "payload_locked_documents_rels" USING btree ("press_contacts_id");
  CREATE INDEX "payload_locked_documents_rels_departments_id_idx" ON "payload_locked_documents_rels" USING btree ("departments_id");
  CREATE INDEX "payload_locked_documents_rels_people_id_idx" ON "payload_locked_documents_rels" USING btree ("people_id");
  CREATE INDEX "payload_locked_documents_rels_contact_boxes_id_idx" ON "payload_locked_documents_rels" USING btree ("contact_boxes_id");
  CREATE INDEX "payload_locked_documents_rels_opening_hours_id_idx" ON "payload_locked_documents_rels" USING btree ("opening_hours_id");
  CREATE INDEX "payload_locked_documents_rels_calendar_days_id_idx" ON "payload_locked_documents_rels" USING btree ("calendar_days_id");
  CREATE INDEX "payload_locked_documents_rels_pages_id_idx" ON "payload_locked_documents_rels" USING btree ("pages_id");
  CREATE INDEX "payload_locked_documents_rels_aktindsigt_guidance_id_idx" ON "payload_locked_documents_rels" USING btree ("aktindsigt_guidance_id");
  CREATE INDEX "payload_locked_documents_rels_grundfortaelling_id_idx" ON "payload_locked_documents_rels" USING btree ("grundfortaelling_id");
  CREATE INDEX "payload_locked_documents_rels_pejlemaerker_id_idx" ON "payload_locked_documents_rels" USING btree ("pejlemaerker_id");
  CREATE INDEX "payload_locked_documents_rels_media_id_idx" ON "payload_locked_documents_rels" USING btree ("media_id");
  CREATE INDEX "payload_locked_documents_rels_redirects_id_idx" ON "payload_locked_documents_rels" USING btree ("redirects_id");
  CREATE INDEX "payload_locked_documents_rels_users_id_idx" ON "payload_locked_documents_rels" USING btree ("users_id");
  CREATE INDEX "payload_preferences_key_idx" ON "payload_preferences" USING btree ("key");
  CREATE INDEX "payload_preferences_updated_at_idx" ON "payload_preferences" USING btree ("updated_at");
  CREATE INDEX "payload_preferences_created_at_idx" ON "payload_preferences" USING btree ("created_at");
  CREATE INDEX "payload_preferences_rels_order_idx" ON "payload_preferences_rels" USING btree ("order");
  CREATE INDEX "payload_preferences_rels_parent_idx" ON "payload_preferences_rels" USING btree ("parent_id");
  CREATE INDEX "payload_preferences_rels_path_idx" ON "payload_preferences_rels" USING btree ("path");
  CREATE INDEX "payload_preferences_rels_users_id_idx" ON "payload_preferences_rels" USING btree ("users_id");
  CREATE INDEX "payload_migrations_updated_at_idx" ON "payload_migrations" USING btree ("updated_at");
  CREATE INDEX "payload_migrations_created_at_idx" ON "payload_migrations" USING btree ("created_at");
  CREATE INDEX "press_duty_contact_box_idx" ON "press_duty" USING btree ("contact_box_id");
  CREATE INDEX "press_duty_reachable_idx" ON "press_duty" USING btree ("reachable_id");
  CREATE INDEX "press_duty_staff_idx" ON "press_duty" USING btree ("staff_id");
  CREATE INDEX "press_duty_lead_idx" ON "press_duty" USING btree ("lead_id");
  CREATE INDEX "_press_duty_v_version_version_contact_box_idx" ON "_press_duty_v" USING btree ("version_contact_box_id");
  CREATE INDEX "_press_duty_v_version_version_reachable_idx" ON "_press_duty_v" USING btree ("version_reachable_id");
  CREATE INDEX "_press_duty_v_version_version_staff_idx" ON "_press_duty_v" USING btree ("version_staff_id");
  CREATE INDEX "_press_duty_v_version_version_lead_idx" ON "_press_duty_v" USING btree ("version_lead_id");
  CREATE INDEX "_press_duty_v_created_at_idx" ON "_press_duty_v" USING btree ("created_at");
  CREATE INDEX "_press_duty_v_updated_at_idx" ON "_press_duty_v" USING btree ("updated_at");
  CREATE INDEX "header_sites_order_idx" ON "header_sites" USING btree ("_order");
  CREATE INDEX "header_sites_parent_id_idx" ON "header_sites" USING btree ("_parent_id");
  CREATE INDEX "_header_v_version_sites_order_idx" ON "_header_v_version_sites" USING btree ("_order");
  CREATE INDEX "_header_v_version_sites_parent_id_idx" ON "_header_v_version_sites" USING btree ("_parent_id");
  CREATE INDEX "_header_v_created_at_idx" ON "_header_v" USING btree ("created_at");
  CREATE INDEX "_header_v_updated_at_idx" ON "_header_v" USING btree ("updated_at");
  CREATE INDEX "footer_links_order_idx" ON "footer_links" USING btree ("_order");
  CREATE INDEX "footer_links_parent_id_idx" ON "footer_links" USING btree ("_parent_id");
  CREATE INDEX "footer_links_page_idx" ON "footer_links" USING btree ("page_id");
  CREATE INDEX "_footer_v_version_links_order_idx" ON "_footer_v_version_links" USING btree ("_order");
  CREATE INDEX "_footer_v_version_links_parent_id_idx" ON "_footer_v_version_links" USING btree ("_parent_id");
  CREATE INDEX "_footer_v_version_links_page_idx" ON "_footer_v_version_links" USING btree ("page_id");
  CREATE INDEX "_footer_v_created_at_idx" ON "_footer_v" USING btree ("created_at");
  CREATE INDEX "_footer_v_updated_at_idx" ON "_footer_v" USING btree ("updated_at");
  CREATE INDEX "_labels_v_created_at_idx" ON "_labels_v" USING btree ("created_at");
  CREATE INDEX "_labels_v_updated_at_idx" ON "_labels_v" USING btree ("updated_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "press_contacts_phones" CASCADE;
  DROP TABLE "press_contacts" CASCADE;
  DROP TABLE "_press_contacts_v_version_phones" CASCADE;
  DROP TABLE "_press_contacts_v" CASCADE;
  DROP TABLE "departments_appointments" CASCADE;
  DROP TABLE "departments" CASCADE;
  DROP TABLE "_departments_v_version_appointments" CASCADE;
  DROP TABLE "_departments_v" CASCADE;
  DROP TABLE "people" CASCADE;
  DROP TABLE "_people_v" CASCADE;
  DROP TABLE "contact_boxes" CASCADE;
  DROP TABLE "_contact_boxes_v" CASCADE;
  DROP TABLE "opening_hours_week" CASCADE;
  DROP TABLE "opening_hours_exceptions_spans" CASCADE;
  DROP TABLE "opening_hours_exceptions" CASCADE;
  DROP TABLE "opening_hours" CASCADE;
  DROP TABLE "_opening_hours_v_version_week" CASCADE;
  DROP TABLE "_opening_hours_v_version_exceptions_spans" CASCADE;
  DROP TABLE "_opening_hours_v_version_exceptions" CASCADE;
  DROP TABLE "_opening_hours_v" CASCADE;
  DROP TABLE "calendar_days" CASCADE;
  DROP TABLE "pages_blocks_rich_text" CASCADE;
  DROP TABLE "pages_blocks_accordion_items" CASCADE;
  DROP TABLE "pages_blocks_accordion" CASCADE;
  DROP TABLE "pages_blocks_press_duty" CASCADE;
  DROP TABLE "pages_blocks_contact_search" CASCADE;
  DROP TABLE "pages_blocks_contact_boxes" CASCADE;
  DROP TABLE "pages_blocks_aktindsigt_guidance" CASCADE;
  DROP TABLE "pages_blocks_department" CASCADE;
  DROP TABLE "pages_blocks_organisation_chart" CASCADE;
  DROP TABLE "pages_blocks_story" CASCADE;
  DROP TABLE "pages_blocks_principles" CASCADE;
  DROP TABLE "pages_blocks_facts_facts" CASCADE;
  DROP TABLE "pages_blocks_facts" CASCADE;
  DROP TABLE "pages_blocks_link_list_links" CASCADE;
  DROP TABLE "pages_blocks_link_list" CASCADE;
  DROP TABLE "pages_blocks_child_pages" CASCADE;
  DROP TABLE "pages_blocks_related_pages" CASCADE;
  DROP TABLE "pages_blocks_image" CASCADE;
  DROP TABLE "pages" CASCADE;
  DROP TABLE "pages_rels" CASCADE;
  DROP TABLE "_pages_v_blocks_rich_text" CASCADE;
  DROP TABLE "_pages_v_blocks_accordion_items" CASCADE;
  DROP TABLE "_pages_v_blocks_accordion" CASCADE;
  DROP TABLE "_pages_v_blocks_press_duty" CASCADE;
  DROP TABLE "_pages_v_blocks_contact_search" CASCADE;
  DROP TABLE "_pages_v_blocks_contact_boxes" CASCADE;
  DROP TABLE "_pages_v_blocks_aktindsigt_guidance" CASCADE;
  DROP TABLE "_pages_v_blocks_department" CASCADE;
  DROP TABLE "_pages_v_blocks_organisation_chart" CASCADE;
  DROP TABLE "_pages_v_blocks_story" CASCADE;
  DROP TABLE "_pages_v_blocks_principles" CASCADE;
  DROP TABLE "_pages_v_blocks_facts_facts" CASCADE;
  DROP TABLE "_pages_v_blocks_facts" CASCADE;
  DROP TABLE "_pages_v_blocks_link_list_links" CASCADE;
  DROP TABLE "_pages_v_blocks_link_list" CASCADE;
  DROP TABLE "_pages_v_blocks_child_pages" CASCADE;
  DROP TABLE "_pages_v_blocks_related_pages" CASCADE;
  DROP TABLE "_pages_v_blocks_image" CASCADE;
  DROP TABLE "_pages_v" CASCADE;
  DROP TABLE "_pages_v_rels" CASCADE;
  DROP TABLE "aktindsigt_guidance" CASCADE;
  DROP TABLE "_aktindsigt_guidance_v" CASCADE;
  DROP TABLE "grundfortaelling" CASCADE;
  DROP TABLE "_grundfortaelling_v" CASCADE;
  DROP TABLE "pejlemaerker" CASCADE;
  DROP TABLE "_pejlemaerker_v" CASCADE;
  DROP TABLE "media" CASCADE;
  DROP TABLE "redirects" CASCADE;
  DROP TABLE "users_sessions" CASCADE;
  DROP TABLE "users" CASCADE;
  DROP TABLE "payload_kv" CASCADE;
  DROP TABLE "payload_locked_documents" CASCADE;
  DROP TABLE "payload_locked_documents_rels" CASCADE;
  DROP TABLE "payload_preferences" CASCADE;
  DROP TABLE "payload_preferences_rels" CASCADE;
  DROP TABLE "payload_migrations" CASCADE;
  DROP TABLE "press_duty" CASCADE;
  DROP TABLE "_press_duty_v" CASCADE;
  DROP TABLE "header_sites" CASCADE;
  DROP TABLE "header" CASCADE;
  DROP TABLE "_header_v_version_sites" CASCADE;
  DROP TABLE "_header_v" CASCADE;
  DROP TABLE "footer_links" CASCADE;
  DROP TABLE "footer" CASCADE;
  DROP TABLE "_footer_v_version_links" CASCADE;
  DROP TABLE "_footer_v" CASCADE;
  DROP TABLE "labels" CASCADE;
  DROP TABLE "_labels_v" CASCADE;
  DROP TYPE "public"."enum_press_contacts_status";
  DROP TYPE "public"."enum__press_contacts_v_version_status";
  DROP TYPE "public"."enum_departments_kind";
  DROP TYPE "public"."enum_departments_status";
  DROP TYPE "public"."enum__departments_v_version_kind";
  DROP TYPE "public"."enum__departments_v_version_status";
  DROP TYPE "public"."enum_people_status";
  DROP TYPE "public"."enum__people_v_version_status";
  DROP TYPE "public"."enum_contact_boxes_status";
  DROP TYPE "public"."enum__contact_boxes_v_version_status";
  DROP TYPE "public"."enum_opening_hours_week_weekday";
  DROP TYPE "public"."enum_opening_hours_status";
  DROP TYPE "public"."enum__opening_hours_v_version_week_weekday";
  DROP TYPE "public"."enum__opening_hours_v_version_status";
  DROP TYPE "public"."enum_pages_status";
  DROP TYPE "public"."enum__pages_v_version_status";
  DROP TYPE "public"."enum_aktindsigt_guidance_status";
  DROP TYPE "public"."enum__aktindsigt_guidance_v_version_status";
  DROP TYPE "public"."enum_grundfortaelling_status";
  DROP TYPE "public"."enum__grundfortaelling_v_version_status";
  DROP TYPE "public"."enum_pejlemaerker_status";
  DROP TYPE "public"."enum__pejlemaerker_v_version_status";
  DROP TYPE "public"."enum_users_role";`)
}
