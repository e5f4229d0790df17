/** An ILIKE pattern for text that contains these words: what a person typed is text, not a pattern. */
export const containing = (words: string): string => `%${words.replaceAll(/[\\%_]/g, (mark) => `\\${mark}`)}%`
