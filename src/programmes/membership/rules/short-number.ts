/** The last six characters of an id: what people say on the telephone about "the application 9F2C41". */
export const shortNumber = (id: string): string => id.replaceAll('-', '').slice(-6).toUpperCase()
