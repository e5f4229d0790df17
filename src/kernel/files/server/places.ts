import { join } from 'node:path'
import type { Config } from '#platform/config.ts'

/** Everything that was uploaded or made from it; what a backup takes along. */
export const filesFolder = (config: Pick<Config, 'dataFolder'>) => join(config.dataFolder, 'files')

/** Uploads under way, as tus keeps them. Not for a backup. */
export const incomingFolder = (config: Pick<Config, 'dataFolder'>) => join(config.dataFolder, 'incoming')

export const incomingPath = (config: Pick<Config, 'dataFolder'>, id: string) =>
  join(incomingFolder(config), id)

/** By the id's last two digits, which are random: 256 folders of even size. */
export const filePath = (config: Pick<Config, 'dataFolder'>, id: string) =>
  join(filesFolder(config), id.slice(-2), id)

/** Where a public file is fetched. */
export const fileAddress = (id: string) => `/api/files/${id}`
