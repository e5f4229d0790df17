// Longer than most: it is the text of the files that it writes, each as one reads it.
/** The files of a new programme: one noun, one query, one command, one page, one test; all of it runs. */
export function programmeFiles(id: string, today: string): Record<string, string> {
  const names = namesOf(id)
  return {
    'README.md': readme(names),
    'contract.ts': contract(names),
    'server/module.ts': module(names),
    'server/tables.ts': tables(names),
    'server/list-records.ts': listRecords(names),
    'server/create-record.ts': createRecord(names),
    [`server/${id}.test.ts`]: test(names),
    [`migrations/${today}-${id}.sql`]: migration(names),
    'web/index.tsx': pages(names),
    'web/records-page.tsx': page(names),
    'web/messages.ts': messages,
  }
}

type Names = { id: string; camel: string; schema: string }

const namesOf = (id: string): Names => ({
  id,
  camel: id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
  schema: id.replaceAll('-', '_'),
})

const readme = ({ id }: Names) => `# ${id}

What it is for, its words, its rules with their source, and who may do what: half a page.
`

const contract = ({ id, camel }: Names) => `import { z } from 'zod'
import { command, holding, instant, operations, paging, query, type Permissions } from '#platform/contract.ts'

export const ${camel}Permissions = {
  '${id}.read': { zh: '查看', en: 'see records', roles: ['city-officer', 'county-officer', 'auditor'] },
  '${id}.edit': { zh: '维护', en: 'keep records', roles: ['city-officer', 'county-officer'] },
} satisfies Permissions

export const ${camel} = operations('${id}', {
  listRecords: query({
    summary: { zh: '记录列表', en: 'Records within reach' },
    who: holding('${id}.read'),
    input: z.object({ ...paging }),
    output: z.object({
      rows: z.array(z.object({ id: z.uuid(), title: z.string(), createdAt: instant })),
      total: z.number().int(),
    }),
  }),
  createRecord: command({
    summary: { zh: '新建记录', en: 'Create a record of an organisation' },
    who: holding('${id}.edit'),
    input: z.object({ organisationId: z.uuid(), title: z.string().trim().min(2).max(80) }),
    output: z.object({ id: z.uuid() }),
  }),
})
`

const module = ({ id, camel }: Names) => `import { defineModule } from '#platform/module.ts'
import { ${camel}, ${camel}Permissions } from '../contract.ts'
import { createRecord } from './create-record.ts'
import { listRecords } from './list-records.ts'

export const ${camel}Module = defineModule({
  name: '${id}',
  title: { zh: '新项目', en: '${id}' },
  folder: new URL('../', import.meta.url),
  operations: ${camel},
  permissions: ${camel}Permissions,
  handlers: { listRecords, createRecord },
})
`

const tables = ({ schema }: Names) => `import type { Generated } from 'kysely'
import type { OrganisationsReadable } from '#kernel/organisations/index.ts'
import type { Context } from '#platform/context.ts'

type Tables = {
  '${schema}.record': {
    id: string
    organisation_id: string
    title: string
    created_at: Generated<Date>
  }
}

/** This programme's tables to read and write, and the federation's tree to join. */
export const tables = (at: Pick<Context, 'db'>) => at.db.withTables<Tables & OrganisationsReadable>()
`

const listRecords = ({ id, camel, schema }: Names) => `import { sql } from 'kysely'
import { reachOf } from '#platform/authorise.ts'
import type { Handler } from '#platform/module.ts'
import type { ${camel} } from '../contract.ts'
import { tables } from './tables.ts'

/** Newest first, of the organisations that the caller reaches. */
export const listRecords: Handler<typeof ${camel}.listRecords> = async (ctx, input) => {
  const reach = reachOf(ctx, '${id}.read')
  const records = tables(ctx)
    .selectFrom('${schema}.record as record')
    .innerJoin('organisations.organisation as unit', 'unit.id', 'record.organisation_id')
    .where(sql<boolean>\`unit.path <@ any(\${reach}::ltree[])\`)
  const { total } = await records.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await records
    .select(['record.id', 'record.title', 'record.created_at as createdAt'])
    .orderBy('record.id', 'desc')
    .limit(input.pageSize)
    .offset((input.page - 1) * input.pageSize)
    .execute()
  return { rows, total }
}
`

const createRecord = ({ id, camel, schema }: Names) => `import { requireAt } from '#platform/authorise.ts'
import { newId } from '#platform/ids.ts'
import type { Handler } from '#platform/module.ts'
import type { ${camel} } from '../contract.ts'
import { tables } from './tables.ts'

export const createRecord: Handler<typeof ${camel}.createRecord> = async (ctx, input) => {
  await requireAt(ctx, '${id}.edit', input.organisationId)
  const record = { id: newId(ctx.now.getTime()), organisation_id: input.organisationId, title: input.title }
  await tables(ctx).insertInto('${schema}.record').values(record).execute()
  ctx.auditNote.organisationId = input.organisationId
  ctx.auditNote.subjects = [\`${id}:\${record.id}\`]
  return { id: record.id }
}
`

const test = ({ camel, id }: Names) => `import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeWorld, type World } from '#tests/world.ts'
import { organisations } from '#kernel/organisations/contract.ts'
import { ${camel} } from '../contract.ts'

let world: World
beforeAll(async () => void (world = await makeWorld()))
afterAll(() => world.close())

test('${id}: a stranger sees nothing and makes nothing', async () => {
  await expect(world.nobody.call(${camel}.listRecords, {})).rejects.toMatchObject({ status: 401 })
  const organisationId = '00000000-0000-7000-8000-000000000000'
  await expect(world.nobody.call(${camel}.createRecord, { organisationId, title: '记录' })).rejects.toMatchObject({
    status: 401,
  })
})

test('${id}: a record needs an organisation that exists', async () => {
  expect(await world.system.call(organisations.listOrganisations, {})).toBeDefined()
  const organisationId = '00000000-0000-7000-8000-000000000000'
  await expect(world.system.call(${camel}.createRecord, { organisationId, title: '记录' })).rejects.toMatchObject({
    status: 404,
  })
})
`

const migration = ({
  schema,
}: Names) => `-- The first tables of the programme: say in a sentence what they hold and why so.
create schema ${schema};
grant usage on schema ${schema} to zhenyi_app;

create table ${schema}.record (
  id uuid primary key,
  organisation_id uuid not null references organisations.organisation,
  title text not null check (length(title) between 2 and 80),
  created_at timestamptz not null default now()
);
create index record_organisation on ${schema}.record (organisation_id);

grant select, insert on ${schema}.record to zhenyi_app;
`

const pages = ({ id }: Names) => `import type { Page } from '#platform/client/page.ts'

export const pages: readonly Page[] = [
  {
    path: '/staff/${id}',
    face: 'staff',
    title: { zh: '新项目', en: '${id}' },
    load: () => import('./records-page.tsx'),
    menu: {
      label: { zh: '新项目', en: '${id}' },
      icon: 'document',
      order: 500,
      permissions: ['${id}.read'],
    },
  },
]
`

const page = ({ camel }: Names) => `import { useAnswer } from '#platform/client/hooks.ts'
import { List, ListItem } from '#ui/data/list-item.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { ${camel} } from '../contract.ts'
import { messages } from './messages.ts'

export default function RecordsPage() {
  const t = useText()
  const format = useFormat()
  const answer = useAnswer(${camel}.listRecords, {})
  return (
    <>
      <PageHeader title={t(messages.title)} />
      <Answered to={answer}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState title={t(messages.empty)} />
          ) : (
            <List label={t(messages.title)}>
              {rows.map(({ id, title, createdAt }) => (
                <ListItem key={id} answer={format.date(createdAt)} title={title} />
              ))}
            </List>
          )
        }
      </Answered>
    </>
  )
}
`

const messages = `import { defineMessages } from '#ui/i18n/text.ts'

export const messages = defineMessages({
  title: { zh: '新项目', en: 'New programme' },
  empty: { zh: '还没有记录', en: 'No records yet' },
})
`
