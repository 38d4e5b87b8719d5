// What the screen needs of the browser besides the softphone: its keys, its heartbeat, its drafts.

let beat;
export function startBeat(target) {
  beat ??= new Worker('js/beat.js');
  beat.onmessage = () => target.invokeMethodAsync('OnBeat');
}

let bound = new Set();
export function bindKeys(target, combinations) {
  bound = new Set(combinations);
  window.removeEventListener('keydown', onKey, true);
  onKey.target = target;
  window.addEventListener('keydown', onKey, true);
}

function onKey(event) {
  if (event.isComposing) return;
  const combination = nameOf(event);
  if (!combination || !bound.has(combination)) return;
  if (isPlain(combination) && isTyping(event.target)) return;
  event.preventDefault();
  event.stopPropagation();
  if (!event.repeat) onKey.target.invokeMethodAsync('OnKey', combination);
}

function nameOf(event) {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  if (['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'Dead'].includes(key)) return null;
  const printable = key.length === 1;
  return (event.ctrlKey || event.metaKey ? 'Ctrl+' : '') + (event.altKey ? 'Alt+' : '')
    + (event.shiftKey && !printable ? 'Shift+' : '') + key;
}

const isPlain = combination => combination.length === 1;
const isTyping = element => element instanceof HTMLElement
  && (element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName));

export function focus(selector) {
  const element = document.querySelector(selector);
  element?.focus({ preventScroll: false });
  if (element instanceof HTMLInputElement) element.select();
}

export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

export function showModal(dialog) {
  if (!dialog.isConnected || dialog.open) return;
  dialog.showModal();
  dialog.querySelector('[data-first]')?.focus();
}

export function pickDate(selector) {
  document.querySelector(selector)?.showPicker();
}

export function scrollTo(selector) {
  document.querySelector(selector)?.scrollIntoView({ block: 'center', inline: 'nearest' });
}

// Where arrows lead from one thing to the next, they do not scroll as well.
const arrows = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End']);
window.addEventListener('keydown', event => {
  if (arrows.has(event.key) && !event.ctrlKey && !event.altKey && !event.metaKey && event.target.closest?.('[data-arrows]')) event.preventDefault();
});

const keptKey = name => `contactcenter.kept.${name}`;
export const keep = (name, value) => sessionStorage.setItem(keptKey(name), value);
export const kept = name => sessionStorage.getItem(keptKey(name));

// Drafts live as long as the tab does and are removed once the server has them.
const draftKey = id => `contactcenter.draft.${id}`;
export const keepDraft = (id, text) => sessionStorage.setItem(draftKey(id), text);
export const draft = id => sessionStorage.getItem(draftKey(id));
export const dropDraft = id => sessionStorage.removeItem(draftKey(id));
export function dropDrafts() {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(draftKey(''))) sessionStorage.removeItem(key);
}

export function notify(title, body) {
  if (document.hidden && 'Notification' in window && Notification.permission === 'granted') {
    const shown = new Notification(title, { body, tag: 'offer', icon: 'favicon.svg' });
    shown.onclick = () => { window.focus(); shown.close(); };
  }
}

export async function allowNotifications() {
  if ('Notification' in window && Notification.permission === 'default') await Notification.requestPermission();
}
