/** Web front door of kernel part `files`: uploads that survive a bad line. */
export { forgetUploads, uploadFile, type UploadOptions } from './web/upload-file.ts'
export { FileUpload, type FileUploadProps } from './web/file-upload.tsx'
