// Loads a component's script only on a page that has the component.
// The imports are written out, so that collecting static files can put their hashed names in (lscb_site/static_files.py).

const COMPONENTS = {
  "govuk-accordion": ["Accordion", () => import("../build/govuk/components/accordion/accordion.mjs")],
  "govuk-character-count": ["CharacterCount", () => import("../build/govuk/components/character-count/character-count.mjs")],
  "govuk-error-summary": ["ErrorSummary", () => import("../build/govuk/components/error-summary/error-summary.mjs")],
  "govuk-service-navigation": ["ServiceNavigation", () => import("../build/govuk/components/service-navigation/service-navigation.mjs")],
};

document.documentElement.classList.add("js-enabled");
document.body.classList.add("js-enabled", "govuk-frontend-supported");

for (const [name, [exported, load]] of Object.entries(COMPONENTS)) {
  const elements = document.querySelectorAll(`[data-module="${name}"]`);
  if (elements.length === 0) continue;
  load().then((module) => elements.forEach((element) => new module[exported](element)));
}
