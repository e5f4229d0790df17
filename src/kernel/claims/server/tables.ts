import type { ColumnType, Generated } from 'kysely'
import type { OrganisationsReadable } from '#kernel/organisations/index.ts'
import type { Context } from '#platform/context.ts'
import type { Text } from '#platform/text.ts'
import type { Relation } from '../relation-schema.ts'
import type { SaidDimension, Verdict, Why } from '../rules/relations/said.ts'

type Json<T> = ColumnType<T, string, never>

type Written = {
  made_by_bk: number | null
  made_by_id: string | null
  made_by: string
  recorded_at: Generated<Date>
}

type Versioned = Written & { version: number; state: 'standing' | 'withdrawn'; reason: string }

type ClaimTables = {
  'claims.source': Written & {
    id: string
    organisation_id: string
    medium: string
    title: string
    said_on: string
    href: string | null
    text_id?: string | null
  }
  'claims.claim_version': Versioned & {
    claim_id: string
    source_id: string
    topic_zh: string
    topic_en: string
    words: string
    value: number
    low: number
    high: number | null
    unit_zh: string
    unit_en: string
    dimension: SaidDimension
    of_day: string
    since: string | null
    figure_key: string | null
    repeats_id?: string | null
    text_version_id?: string | null
    paragraph?: number | null
    starts_at?: number | null
  }
  'claims.relation_version': Versioned & {
    relation_id: string
    organisation_id: string
    code: string | null
    title_zh: string
    title_en: string
    relation: Json<Relation>
  }
  'claims.judgement': {
    subject_kind: 'claim' | 'relation'
    subject_id: string
    no: number
    version: number
    verdict: Verdict
    why: Why | null
    lines: Json<Text[]>
    as_of: string
    judged_at: Generated<Date>
  }
  'claims.run': { id: string; looked_at: number; changed: number; ran_at: Generated<Date> }
}

export const tables = (at: Pick<Context, 'db'>) => at.db.withTables<ClaimTables & OrganisationsReadable>()
