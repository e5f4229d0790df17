import { fileURLToPath } from 'node:url'

/** Where the built pages lie. */
export const webFolder = fileURLToPath(new URL('../../dist/web/', import.meta.url))
