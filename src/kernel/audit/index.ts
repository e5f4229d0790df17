/** Front door of kernel part `audit`. Subjects are named `kind:id`; a person is `person:<bucket>:<id>`. */
export { lineOf, record } from './server/record.ts'
export { latestSeal, type Seal } from './server/seal.ts'
export { auditModule } from './server/module.ts'
