/** Web front door of kernel part `files`: uploads that survive a bad line. */
export { uploadFile } from './web/upload-file.ts'
export { FileUpload } from './web/file-upload.tsx'
