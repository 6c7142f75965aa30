export const pdfRules = {}
