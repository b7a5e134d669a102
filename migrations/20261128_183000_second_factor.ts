import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * What an account shows besides its password (docs/decisions/027-second-factor.md). In a schema of their own, as no
 * document of the CMS holds them: nothing of them can be read over REST.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
CREATE SCHEMA accounts;

-- An app's shared secret, sealed. \`last_step\`: the half minute of the last code that was taken, as a code is taken once.
CREATE TABLE accounts.totp (
  user_id integer PRIMARY KEY REFERENCES public.users (id) ON DELETE CASCADE,
  secret bytea NOT NULL,
  last_step bigint NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE accounts.passkeys (
  id text PRIMARY KEY,
  user_id integer NOT NULL REFERENCES public.users (id) ON DELETE CASCADE,
  public_key bytea NOT NULL,
  counter bigint NOT NULL,
  transports text[] NOT NULL,
  name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  used_at timestamptz
);
CREATE INDEX passkeys_user ON accounts.passkeys (user_id);

-- Keyed hashes; a code that was used is gone.
CREATE TABLE accounts.recovery_codes (
  user_id integer NOT NULL REFERENCES public.users (id) ON DELETE CASCADE,
  hash bytea NOT NULL,
  PRIMARY KEY (user_id, hash)
);

-- What an account is asked to sign or to confirm now. Without a reference, as it is written while the account is locked; not
-- logged, as nobody needs it after a crash.
CREATE UNLOGGED TABLE accounts.questions (
  user_id integer NOT NULL,
  kind text NOT NULL,
  asked text NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (user_id, kind)
);
`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw('DROP SCHEMA accounts CASCADE'))
}
