/** Resolves in a task of its own, so that the browser may answer a finger before. */
export const nextTask = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve))
