/** What the client's code expects of a browser when it is loaded: a page that has a language. */
Object.assign(globalThis, { document: { documentElement: { lang: 'vi' } } });
