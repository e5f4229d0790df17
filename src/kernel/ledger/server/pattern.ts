/** What a person typed is text, not a pattern. */
export const pattern = (words: string) => `%${words.replaceAll(/[\\%_]/g, (mark) => `\\${mark}`)}%`
