import '#ui/styles/index.css'
import { nextTask } from './next-task.ts'

/**
 * The pages begin in steps, and between two of them the browser answers a finger: together they would keep a cheap
 * phone busy for a quarter of a second.
 */
async function begin(): Promise<void> {
  await nextTask()
  readLanguages()
  await nextTask()
  await import('./libraries.ts')
  await nextTask()
  await import('./begin.tsx')
}

/** A browser reads its tables of dates in every language when it is first asked, half as long as all libraries take. */
function readLanguages() {
  Intl.DateTimeFormat.supportedLocalesOf('zh-CN')
}

void begin()
