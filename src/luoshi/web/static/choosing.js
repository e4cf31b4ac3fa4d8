// Filters and order take effect when they are chosen; without this a button does it.
(() => {
  "use strict";
  document.documentElement.classList.add("scripted");
  const wide = matchMedia("(min-width: 52.01rem)");
  const fold = document.querySelector(".filters > .fold");
  if (fold && !wide.matches) fold.open = false;
  wide.addEventListener("change", () => { if (fold && wide.matches) fold.open = true; });
  for (const form of document.querySelectorAll("form.filters, form.sort")) {
    form.addEventListener("change", () => form.requestSubmit());
    form.addEventListener("formdata", (event) => {
      for (const [name, value] of [...event.formData]) if (value === "") event.formData.delete(name);
    });
  }
})();
