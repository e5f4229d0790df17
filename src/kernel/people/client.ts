/** The web's front door: words that other parts' pages show about people. */
export { documentWords } from './web/shared-words.ts'
