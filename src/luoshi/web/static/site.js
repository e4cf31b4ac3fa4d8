// Small comforts: every page works without them.
(() => {
  "use strict";
  try { document.documentElement.dataset.theme = localStorage.getItem("luoshi-theme") ?? "auto"; } catch { /* no store */ }
  // On a phone the sections are one row that scrolls: the one that is open shall be in it.
  const open = document.querySelector("header.site nav [aria-current]"), row = open?.closest("ul");
  if (row) row.scrollLeft = open.offsetLeft - row.offsetLeft - 16;
  // Paper says where it is from, and of which day.
  const paper = document.getElementById("paper"), day = new Date();
  let address = location.href;
  try { address = decodeURI(address); } catch { /* as it is */ }
  const padded = [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, "0"));
  if (paper) paper.textContent = `${address.slice(0, 500)} · ${padded.join("-")}`;
})();
