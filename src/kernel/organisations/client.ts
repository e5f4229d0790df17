/** The web's front door: words and small pieces that other parts' pages show about organisations. */
export { kindWords } from './kinds.ts'
export { formRefusal, type FormRefusal } from './web/form-refusal.ts'
