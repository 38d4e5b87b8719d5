// The culture must be known before the runtime starts: it cannot be changed afterwards.
const key = 'contactcenter.culture';
const cultures = ['fr-FR', 'en-GB'];
const stored = localStorage.getItem(key);
const culture = cultures.includes(stored) ? stored : cultures[0];
document.documentElement.lang = culture.slice(0, 2);

export function chooseCulture(next) {
  if (!cultures.includes(next)) return;
  localStorage.setItem(key, next);
  location.reload();
}

window.Blazor.start({ webAssembly: { applicationCulture: culture } });
