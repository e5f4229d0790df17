/** Where somebody signs in and then comes back to `path`, a page of ours: `/stations/17`. */
export const signInAddress = (path: string): string => `/sign-in?returnTo=${encodeURIComponent(path)}`
