import { createContext } from 'solid-js';

/** What a field registers with its form. */
export interface RegisteredField {
  label: () => string;
  required: () => boolean;
  /** What is typed in it and cannot be taken as a value. */
  fault: () => string | undefined;
  /** It is chosen, not written: "Hãy chọn …". */
  chosen: boolean;
}

/** Links fields to the form around them; internal to the widgets. */
export const FormContext = createContext<{
  register(name: string, field: RegisteredField): () => void;
  /** Everything may be left out for now, so nothing is marked as optional. */
  allOptional: boolean;
}>();
