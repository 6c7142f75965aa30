export const epubRules = {}
