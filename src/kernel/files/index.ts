/**
 * Front door of kernel part `files`. A module names what it takes uploads for in its manifest (`uploads`), takes a
 * file up by `getFile` and `claimFile`, and stores what it makes by `storeBytes` or `storePhoto`.
 */
export type { ModuleWithUploads, UploadPurpose } from './purpose.ts'
export type { FileKind } from './server/rules/file-kinds.ts'
export { claimFile, dropFile, getFile, openFile, withdrawFile, type StoredFile } from './server/get-file.ts'
export { storeBytes, type NewFile } from './server/store-bytes.ts'
export { tableFile, type ExportedTable } from './server/table-file.ts'
export { storePhoto, type StoredPhoto } from './server/store-photo.ts'
export { readCamera, type CameraNotes } from './server/read-camera.ts'
export { fileAddress, filesFolder } from './server/places.ts'
export { serveFiles } from './server/serve-files.ts'
export { requireVideo } from './server/video/require-video.ts'
export { hasFfmpeg, makePlayback, type Playback } from './server/video/make-playback.ts'
export { streamAddress } from './server/video/stream-address.ts'
export { serveStreams } from './server/video/serve-streams.ts'
export { serveUploads } from './server/serve-uploads.ts'
export { filesModule } from './server/module.ts'
