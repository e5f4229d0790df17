type Words = { zh: string; en: string }

/** A start that cannot go on, in words for the person at the terminal. `code` is stable; the message holds both languages. */
export class EmbeddedDatabaseFailure extends Error {
  readonly code: string
  readonly zh: string
  readonly en: string

  constructor(code: string, words: Words, options?: ErrorOptions) {
    super(`${words.zh}\n${words.en}`, options)
    this.name = new.target.name
    this.code = code
    this.zh = words.zh
    this.en = words.en
  }
}

/** A living server already holds this data folder; `pid` is that server. */
export class DataFolderInUse extends EmbeddedDatabaseFailure {
  readonly pid: number

  constructor(dataFolder: string, pid: number) {
    super('data-folder-in-use', {
      zh: `数据目录 ${dataFolder} 正由另一个振翼服务使用（进程 ${pid}）。请先停止它，或用 DATA_DIR 指定别的目录。`,
      en: `The data folder ${dataFolder} is in use by another Zhenyi server (process ${pid}). Stop it first, or choose another folder with DATA_DIR.`,
    })
    this.pid = pid
  }
}
