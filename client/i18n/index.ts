export { language, setLanguage, type Language } from './language';
export { defineWords, said, wordsFor } from './words';
export * from './dates';
export * from './numbers';
export { fold } from './fold';
