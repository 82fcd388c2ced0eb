/** A file that waits on this device until the server has it. */
export interface KeptFile {
  /** Whose it is and where it belongs, ending in its hash: the same file twice in one place is one. */
  key: string;
  name: string;
  type: string;
  sha256: string;
  /** Bytes, not a Blob: Safari loses Blobs that it keeps. */
  bytes: ArrayBuffer;
  /** Milliseconds since 1970. */
  keptAt: number;
}

const database = 'soat.files';
const table = 'files';
/** As long as drafts. */
const longest = 60 * 24 * 60 * 60 * 1000;
let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open(database, 1);
    asked.addEventListener('upgradeneeded', () => asked.result.createObjectStore(table, { keyPath: 'key' }));
    asked.addEventListener('error', () => reject(asked.error ?? new Error('The browser keeps no files')));
    asked.addEventListener('success', () => {
      asked.result.addEventListener('versionchange', () => asked.result.close());
      resolve(asked.result);
    });
  }).catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

/** One request in a transaction of its own; settles when the transaction is written. */
async function ask<T>(mode: IDBTransactionMode, request: (files: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const transaction = (await open()).transaction(table, mode);
  const asked = request(transaction.objectStore(table));
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve(asked.result));
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('The browser keeps no files')));
  });
}

/** Keeps a file. @returns whether it is kept: private windows and full devices refuse */
export async function keepFile(file: KeptFile): Promise<boolean> {
  return ask('readwrite', (files) => files.put(file)).then(
    () => true,
    () => false,
  );
}

/** The files whose key begins so, the oldest first; those kept for more than sixty days are removed. */
export async function keptFiles(prefix: string): Promise<KeptFile[]> {
  const all = await ask(
    'readonly',
    (files) => files.getAll(IDBKeyRange.bound(prefix, `${prefix}\uffff`)) as IDBRequest<KeptFile[]>,
  ).catch(() => []);
  const isOld = ({ keptAt }: KeptFile) => Date.now() - keptAt > longest;
  for (const { key } of all.filter(isOld)) await dropFile(key);
  return all.filter((file) => !isOld(file)).sort((a, b) => a.keptAt - b.keptAt);
}

/** Whether a file is still kept: another window of the same device may have sent it. */
export async function isKept(key: string): Promise<boolean> {
  return ask('readonly', (files) => files.count(key)).then(
    (count) => count > 0,
    () => true,
  );
}

/** Removes a file that was sent, or that nobody wants any more. */
export async function dropFile(key: string): Promise<void> {
  await ask('readwrite', (files) => files.delete(key)).catch(() => undefined);
}
