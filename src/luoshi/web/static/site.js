// Small comforts: every page works without them.
(() => {
  "use strict";
  try { document.documentElement.dataset.theme = localStorage.getItem("luoshi-theme") ?? "auto"; } catch { /* no store */ }
})();
