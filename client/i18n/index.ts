export { language, languageChoices, setLanguage, type Language } from './language';
export { nameOf, otherTitleOf, textOf, titleOf } from './titles';
export { defineWords, said, wordsFor } from './words';
export * from './dates';
export * from './numbers';
export { fold } from './fold';
