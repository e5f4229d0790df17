import { addPhoto } from './add-photo.ts'
import { removePhoto } from './remove-photo.ts'

export const photoHandlers = { addPhoto, removePhoto }
