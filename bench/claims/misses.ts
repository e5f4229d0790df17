import { labelled } from './labelled.ts'
import { scoreOf } from './score.ts'

// What the rules get wrong in the tuned part; those of the part set aside are never shown.
for (const { what, words, sentence } of scoreOf(labelled().filter(({ part }) => part === 'tuned')).misses)
  process.stdout.write(`${words}\t${what}\t${sentence}\n`)
