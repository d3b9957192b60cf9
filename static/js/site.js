// Loads a component's script only on a page that has the component.

const COMPONENTS = {
  "govuk-accordion": ["accordion/accordion.mjs", "Accordion"],
  "govuk-character-count": ["character-count/character-count.mjs", "CharacterCount"],
  "govuk-error-summary": ["error-summary/error-summary.mjs", "ErrorSummary"],
  "govuk-service-navigation": ["service-navigation/service-navigation.mjs", "ServiceNavigation"],
};
const BASE = new URL("../build/govuk/components/", import.meta.url);

document.documentElement.classList.add("js-enabled");
document.body.classList.add("js-enabled", "govuk-frontend-supported");

for (const [name, [path, exported]] of Object.entries(COMPONENTS)) {
  const elements = document.querySelectorAll(`[data-module="${name}"]`);
  if (elements.length === 0) continue;
  import(new URL(path, BASE)).then((module) => elements.forEach((element) => new module[exported](element)));
}
