/** The part of the import table that its test reads. */
declare const config: { forbidden: { name: string; comment: string }[] }
export default config
