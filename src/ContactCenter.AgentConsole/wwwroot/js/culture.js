const key = 'contactcenter.culture';
const cultures = ['fr-FR', 'en-GB'];

export function chosenCulture() {
  const stored = localStorage.getItem(key);
  return cultures.includes(stored) ? stored : cultures[0];
}

export function chooseCulture(next) {
  if (!cultures.includes(next)) return;
  localStorage.setItem(key, next);
  document.documentElement.lang = next.slice(0, 2);
}
