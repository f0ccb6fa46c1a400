import type pg from 'pg';
import type { Roles } from './open.ts';
import { codeOf, Fault } from './place-fault.ts';

const ours: Roles = { app: 'tandem_app', auth: 'tandem_auth' };

type Login = { name: string; superuser: boolean; bypasses: boolean; makes: boolean };

/**
 * The roles that a database grants its tables to: Tandem's two, made when they are missing, or the login itself where it may not make
 * roles (tables force row-level security on their owner too). `before` is the choice of the first migration: later ones keep to it.
 * Refuses a login that could see across organisations.
 */
export async function prepareRoles(client: pg.Client, before: string | undefined): Promise<Roles> {
  const login = await loginOf(client);
  if (before !== undefined && before !== ours.app) return loginItself(login, before);
  if (await haveOurs(client, login)) return ours;
  if (before === undefined) return loginItself(login);
  throw new Fault(
    `The login ${login.name} may not act as ${ours.app} and ${ours.auth}: grant both roles to it.`,
  );
}

function loginItself(login: Login, before = login.name): Roles {
  if (before !== login.name) {
    throw new Fault(
      `The tables of this database were granted to ${before}: let DATABASE_URL name that login, not ${login.name}.`,
    );
  }
  if (login.superuser || login.bypasses) {
    throw new Fault(
      `The login ${login.name} passes over row-level security, which keeps organisations apart: give it CREATEROLE, or take SUPERUSER and BYPASSRLS from it.`,
    );
  }
  // The name goes into the text of migrations, also inside quotes.
  if (!/^[\w.@-]+$/.test(login.name)) {
    throw new Fault(
      `The login ${login.name} may not make roles, and its name cannot stand for them: use letters, digits, _ . @ and - only.`,
    );
  }
  return { app: login.name, auth: login.name };
}

async function loginOf(client: pg.Client): Promise<Login> {
  const { rows } = await client.query<Login>(
    `select rolname as name, rolsuper as superuser, rolbypassrls as bypasses, rolcreaterole or rolsuper as makes
     from pg_roles where rolname = current_user`,
  );
  return rows[0]!;
}

async function haveOurs(client: pg.Client, login: Login): Promise<boolean> {
  for (const role of [ours.app, ours.auth]) {
    if (!(await exists(client, role))) {
      if (!login.makes) return false;
      // Roles belong to the whole server: Tandem on another database of it may make the same one now.
      await tolerating(client, ['42710', '23505'], `create role ${role} nologin nosuperuser nobypassrls`);
    }
    if (await mayBe(client, role, login)) continue;
    await tolerating(client, ['42501', '23505', 'XX000'], `grant ${role} to ${JSON.stringify(login.name)}`);
    if (!(await mayBe(client, role, login))) return false;
  }
  return true;
}

async function exists(client: pg.Client, role: string): Promise<boolean> {
  const { rows } = await client.query<{ bypasses: boolean }>(
    'select rolsuper or rolbypassrls as bypasses from pg_roles where rolname = $1',
    [role],
  );
  if (rows[0]?.bypasses)
    throw new Fault(`The role ${role} passes over row-level security: take SUPERUSER and BYPASSRLS from it.`);
  return rows.length > 0;
}

async function mayBe(client: pg.Client, role: string, { superuser }: Login): Promise<boolean> {
  if (superuser) return true;
  // Since 16 a role's maker belongs to it without the right to act as it; trying is the one question that all versions answer.
  return tolerating(client, ['42501'], `set local role ${role}`);
}

/** Does a statement in a transaction of its own; false when it failed with one of the codes. */
async function tolerating(client: pg.Client, codes: string[], statement: string): Promise<boolean> {
  await client.query('begin');
  try {
    await client.query(statement);
    await client.query('commit');
    return true;
  } catch (error) {
    await client.query('rollback');
    if (codes.includes(codeOf(error))) return false;
    throw error;
  }
}
