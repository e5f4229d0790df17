import { defineModule } from '#platform/module.ts'
import { reachOf } from '#platform/authorise.ts'
import { files } from '../contract.ts'
import { purposesOf } from '../purpose.ts'
import { finishUpload } from './finish-upload.ts'
import { startUpload } from './start-upload.ts'
import { tables } from './tables.ts'
import { tidy } from './tidy.ts'

export const filesModule = defineModule({
  name: 'files',
  title: { zh: '文件', en: 'Files' },
  operations: files,
  handlers: {
    startUpload,
    finishUpload,
    listPurposes: async (ctx) => ({
      rows: purposesOf(ctx.modules)
        .filter(({ permission }) => permission === undefined || reachOf(ctx, permission).length > 0)
        .map(({ purpose, maxBytes, accepts }) => ({ purpose, maxBytes, accepts: [...accepts] })),
    }),
  },
  permissions: {},
  folder: new URL('../', import.meta.url),
  jobs: [{ name: 'tidy', everySeconds: 3600, run: tidy }],
  personColumns: [{ table: 'files.file', bk: 'person_bk', id: 'person_id' }],
  holdings: async (ctx, person) => {
    const { count } = await tables(ctx)
      .selectFrom('files.file')
      .select((select) => select.fn.countAll<number>().as('count'))
      .where('person_bk', '=', person.bk)
      .where('person_id', '=', person.id)
      .where('state', '=', 'ready')
      .executeTakeFirstOrThrow()
    return count === 0
      ? []
      : [
          {
            what: { zh: '您上传的文件', en: 'Files that you uploaded' },
            why: { zh: '作为业务记录的凭据', en: 'As evidence of the records that use them' },
            count,
          },
        ]
  },
})
