// The runtime starts in the language chosen last; the words of both are loaded, so that it may change in mid-call.
import { chosenCulture } from './culture.js';

const culture = chosenCulture();
document.documentElement.lang = culture.slice(0, 2);
window.Blazor.start({
  applicationCulture: culture,
  configureRuntime: runtime => runtime.withConfig({ loadAllSatelliteResources: true }),
});
