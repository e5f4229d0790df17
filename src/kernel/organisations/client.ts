/** The web's front door: small pieces that other parts' forms use too. */
export { formRefusal } from './web/form-refusal.ts'
export { formText } from './web/form-text.ts'
export { creditCodeProblem, creditCodeSuggestions } from './rules/credit-code.ts'
export { kindWords } from './kinds.ts'
