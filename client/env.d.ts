/** A CSS Module: class names as they stand in the file → names in the page. */
declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>;
  export default classes;
}

declare module '*.css' {}

interface ImportMetaEnv {
  /** True while developing; code behind it is not in the built files. */
  readonly DEV: boolean;
}

interface ImportMeta {
  readonly env: ImportMetaEnv;
}
