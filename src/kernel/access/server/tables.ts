import type { ColumnType, Generated } from 'kysely'
import type { OrganisationsReadable } from '#kernel/organisations/index.ts'
import type { Context } from '#platform/context.ts'

type AccountTable = {
  id: string
  phone_sealed: Buffer | null
  phone_index: Buffer | null
  created_at: Date
}

type AccountPersonTable = {
  account_id: string
  person_bk: number
  person_id: string
  since: Date
  until: ColumnType<Date | null, Date | null | undefined, Date | null>
}

type OidcIdentityTable = { issuer: string; subject: string; account_id: string; created_at: Date }

type SignInCodeTable = {
  id: string
  phone_index: Buffer
  address_hash: Buffer | null
  code_hash: Buffer
  asked_at: Date
  expires_at: Date
  attempts: Generated<number>
  used_at: ColumnType<Date | null, undefined, Date>
}

type ProofAttemptTable = { id: string; account_id: string; at: Date; succeeded: boolean }

export type SignInWay = 'code' | 'oidc' | 'persona'

type SessionTable = {
  id: string
  token_hash: Buffer
  account_id: string
  person_bk: number | null
  person_id: string | null
  way: SignInWay
  device: string
  created_at: Date
  last_seen_at: Date
  expires_at: Date
  ended_at: ColumnType<Date | null, undefined, Date>
  end_reason: ColumnType<string | null, undefined, string>
}

type RoleGrantTable = {
  id: string
  person_bk: number
  person_id: string
  role: string
  organisation_id: string
  valid_from: string
  valid_to: string | null
  granted_by_bk: number | null
  granted_by_id: string | null
  reason: string
  recorded_at: Generated<Date>
}

type RoleGrantEndTable = {
  grant_id: string
  ended_at: Date
  ended_by_bk: number | null
  ended_by_id: string | null
  reason: string
  recorded_at: Generated<Date>
}

type PartnerKeyTable = {
  id: string
  organisation_id: string
  name: string
  key_hash: Buffer
  hint: string
  operations: string[]
  created_at: Date
  created_by_bk: number | null
  created_by_id: string | null
  expires_at: Date
  last_used_at: ColumnType<Date | null, undefined, Date>
  replaces: string | null
  ended_at: ColumnType<Date | null, undefined, Date>
  end_reason: ColumnType<string | null, undefined, string>
}

type DemoPersonaTable = {
  id: string
  position: number
  title_zh: string
  title_en: string
  what_zh: string
  what_en: string
  account_id: string
  person_bk: number
  person_id: string
}

export type AccessTables = {
  'access.account': AccountTable
  'access.account_person': AccountPersonTable
  'access.oidc_identity': OidcIdentityTable
  'access.sign_in_code': SignInCodeTable
  'access.proof_attempt': ProofAttemptTable
  'access.session': SessionTable
  'access.role_grant': RoleGrantTable
  'access.role_grant_end': RoleGrantEndTable
  'access.partner_key': PartnerKeyTable
  'access.demo_persona': DemoPersonaTable
}

/** This part's tables to read and write, and the federation's tree to join. */
export const tables = (at: Pick<Context, 'db'>) => at.db.withTables<AccessTables & OrganisationsReadable>()
