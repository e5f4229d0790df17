import { draftFigures } from './known-figures.ts'
import { publishDraft } from './publish-text.ts'
import { getText, listTexts } from './read-texts.ts'
import { exportText } from './text-file.ts'
import { verify } from './verify-text.ts'

export const textHandlers = { draftFigures, publishDraft, listTexts, getText, verify, exportText }
