// The culture must be known before the runtime starts: it cannot be changed afterwards.
import { chosenCulture } from './culture.js';

const culture = chosenCulture();
document.documentElement.lang = culture.slice(0, 2);
window.Blazor.start({ webAssembly: { applicationCulture: culture } });
