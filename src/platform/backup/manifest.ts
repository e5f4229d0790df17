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
      /** Of a part of a partitioned table: no migration made it, so that a restore makes it first. */
      part: z
        .object({
          of: z.string().regex(/^[a-z_]+\.[a-z0-9_]+$/),
          bounds: z.string().regex(/^FOR VALUES FROM \('\d{1,19}'\) TO \('\d{1,19}'\)$/),
        })
        .optional(),
      rows: z.number().int(),
      bytes: z.number().int(),
      sha256: z.string(),
    }),
  ),
  files: z.array(z.object({ name: z.string(), bytes: z.number().int(), sha256: z.string() })),
})
export type Manifest = z.infer<typeof manifestShape>
