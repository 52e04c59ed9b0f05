// What the gate's device keeps: settings (keys, gates, the guard's seal), admissions that wait to be sent, and answers
// that the guard has not seen. No visitor's name, unit or plate is among it.
const base = document.documentElement.dataset.psBase || "/";
const stores = ["settings", "queue", "answers"];

let opened;

function open() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(`ps-gate:${base}`, 1);
    request.onupgradeneeded = () => stores.forEach(name => request.result.createObjectStore(name, { keyPath: "key" }));
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opened;
}

async function ask(name, mode, work) {
  const transaction = (await open()).transaction(name, mode);
  const request = work(transaction.objectStore(name));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}

export const put = (name, value) => ask(name, "readwrite", store => store.put(value));
export const drop = (name, key) => ask(name, "readwrite", store => store.delete(key));
export const all = name => ask(name, "readonly", store => store.getAll());
export const settings = () => ask("settings", "readonly", store => store.get("gate"));

/** At sign-out: what lets this device admit goes. What waits to be sent stays, since nobody else knows of it. */
export async function forget() {
  await ask("settings", "readwrite", store => store.clear());
  await ask("answers", "readwrite", store => store.clear());
}
