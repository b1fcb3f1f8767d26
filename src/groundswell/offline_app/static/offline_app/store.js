// The phone's own database. Whatever is about people lies here sealed (vault.js).
//
// keys     one row a shift: its keys, which no script can read out
// rounds   rounds taken, sealed          marks    what is known of their doors, sealed
// batches  phone bank batches, sealed    waiting  records not yet acknowledged, sealed
// small    what is about nobody: the device's id, settings, places in a round

const STORES = { keys: "shift", rounds: "code", marks: "id", batches: "join_code", small: "name" };

let opening;

function database() {
  opening ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open("groundswell", 1);
    asked.onupgradeneeded = () => {
      for (const [name, keyPath] of Object.entries(STORES)) asked.result.createObjectStore(name, { keyPath });
      asked.transaction.objectStore("marks").createIndex("round", "round");
      const waiting = asked.result.createObjectStore("waiting", { keyPath: "place", autoIncrement: true });
      waiting.createIndex("id", "id", { unique: true });
    };
    asked.onsuccess = () => {
      asked.result.onclose = () => (opening = undefined);
      asked.result.onversionchange = () => asked.result.close();
      resolve(asked.result);
    };
    asked.onerror = () => reject(asked.error);
  });
  opening.catch(() => (opening = undefined));
  return opening;
}

// All that `act` asks of the stores, or nothing; resolved once it is on the disk ("strict"), because
// a battery may be flat the moment after.
export async function write(names, act) {
  const all = (await database()).transaction(names, "readwrite", { durability: "strict" });
  const done = new Promise((resolve, reject) => {
    all.oncomplete = () => resolve();
    all.onabort = () => reject(all.error);
  });
  act(...names.map((name) => all.objectStore(name)));
  return done;
}

export const read = (name, key) => request(name, (store) => store.get(key));

export const readAll = (name) => request(name, (store) => store.getAll());

export const readOf = (name, index, key) => request(name, (store) => store.index(index).getAll(key));

export const put = (name, row) => write([name], (store) => store.put(row));

export const drop = (name, key) => write([name], (store) => store.delete(key));

// A setting, or undefined.
export const small = async (name) => (await read("small", name))?.value;

export const keepSmall = (name, value) => put("small", { name, value });

async function request(name, ask) {
  const store = (await database()).transaction(name).objectStore(name);
  return new Promise((resolve, reject) => {
    const asked = ask(store);
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}
