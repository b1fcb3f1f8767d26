// Modules tell each other what happened without knowing each other.

const bus = new EventTarget();

export const tell = (name, detail) => bus.dispatchEvent(new CustomEvent(name, { detail }));

// Returns what stops the listening.
export function hear(name, act) {
  const heard = (event) => act(event.detail);
  bus.addEventListener(name, heard);
  return () => bus.removeEventListener(name, heard);
}
