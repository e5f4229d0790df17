/** Web front door of kernel part `files`: uploads that survive a bad line, and files to take home. */
export { uploadFile } from './web/upload-file.ts'
export { megabytesOf } from './web/megabytes-of.ts'
export { FileUpload } from './web/file-upload.tsx'
export { saveAs, useDownload } from './web/use-download.ts'
