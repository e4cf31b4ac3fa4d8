// Small comforts: every page works without them.
(() => {
  "use strict";
  try { document.documentElement.dataset.theme = localStorage.getItem("luoshi-theme") ?? "auto"; } catch { /* no store */ }
  // On a phone the sections are one row that scrolls: the one that is open shall be in it.
  const open = document.querySelector("header.site nav [aria-current]"), row = open?.closest("ul");
  if (row) row.scrollLeft = open.offsetLeft - row.offsetLeft - 16;
})();
