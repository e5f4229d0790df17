import { z } from 'zod'

export const BACKUP_FORMAT = 'zhenyi-backup-1'

/** First entry of every backup: what follows, in which order, and the digest of each part. It holds no keys. */
export const manifestShape = z.object({
  format: z.literal(BACKUP_FORMAT),
  madeAt: z.iso.datetime(),
  version: z.string(),
  database: z.object({ engine: z.enum(['embedded', 'server']), version: z.string() }),
  /** Migrations that had run, in order; a restore brings the schema to exactly here before it loads rows. */
  migrations: z.array(z.object({ name: z.string(), digest: z.string() })),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.number().int(),
      bytes: z.number().int(),
      sha256: z.string(),
    }),
  ),
  files: z.array(z.object({ name: z.string(), bytes: z.number().int(), sha256: z.string() })),
})
export type Manifest = z.infer<typeof manifestShape>
