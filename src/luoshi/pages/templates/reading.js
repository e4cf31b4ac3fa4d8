// The page can be read without this: it joins words and cards, filters, switches and copies.
(() => {
  "use strict";
  const root = document.documentElement;
  const $ = (selector, within = document) => within.querySelector(selector);
  const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
  const data = JSON.parse($("#data").textContent);
  const article = $("article"), cards = $("#cards"), margin = $("#margin"), outline = $("#outline");
  const groups = $$(".group", cards), lines = $$(".line", article);
  const say = (pair) => pair[root.dataset.lang === "en" ? 1 : 0];
  const make = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  };
  const narrow = () => matchMedia("(max-width: 56rem)").matches;
  const remember = (key, value) => { try { localStorage.setItem(key, value); } catch { /* a file may have no store */ } };
  const recall = (key) => { try { return localStorage.getItem(key); } catch { return null; } };

  // Findings: a number is one finding; marks and cards carry their numbers in data-f.
  const cardOf = new Map();
  for (const card of $$(".card", cards)) for (const number of card.dataset.f.split(" ")) cardOf.set(+number, card);
  const numbers = [...cardOf.keys()].sort((one, other) => one - other);
  const marksOf = (number) => $$(`mark[data-f~="${number}"]`, article);
  const shownOf = (number) => marksOf(number).filter((mark) => !mark.dataset.q?.split(" ").includes(String(number)));  // not a row's other cells
  const kindOf = (card) => card.classList[1];
  const isShown = (card) => root.classList.contains("on-" + kindOf(card)) && !card.hidden;
  const anchorOf = (number, card) => {
    const id = card.firstElementChild.hash.slice(1);
    const all = card.dataset.f.split(" ");
    return (all[0] === String(number) ? document.getElementById(id) : null) || marksOf(number)[0] || document.getElementById(id);
  };
  let active = -1;

  const inView = (element) => {
    const box = element.getBoundingClientRect();
    return box.top > 70 && box.bottom < innerHeight - (narrow() && margin.classList.contains("open") ? innerHeight / 2 : 20);
  };

  function letGo() {
    for (const element of $$(".active")) element.classList.remove("active");
    for (const element of $$(".card .extra", cards)) element.remove();
    if (margin.classList.contains("peek")) drawer(margin, false);
    active = -1;
  }

  /** Show one finding: its words marked, its card open, each in view. */
  function activate(number, { from = "keys", history: record = true } = {}) {
    const card = cardOf.get(number);
    if (!card) return;
    letGo();
    active = number;
    const marks = marksOf(number), anchor = anchorOf(number, card);
    for (const mark of shownOf(number)) mark.classList.add("active");
    card.classList.add("active");
    card.append(details(number, marks, anchor));
    if (narrow() && from !== "card") { margin.classList.add("peek"); drawer(margin, true); }
    if (narrow() && from === "card") { margin.classList.add("peek"); }
    if (record && card.firstElementChild.hash && location.hash !== card.firstElementChild.hash) {
      history.pushState(null, "", card.firstElementChild.hash);
    }
    if (from !== "words" && anchor && !inView(anchor)) anchor.scrollIntoView({ block: "center" });
    hold = performance.now() + 400;
    if (from !== "card" || narrow()) {
      const top = anchor && !narrow() ? anchor.getBoundingClientRect().top : 200;
      const away = card.getBoundingClientRect().top - cards.getBoundingClientRect().top;
      cards.scrollTop += away - Math.max(8, Math.min(top - cards.getBoundingClientRect().top, cards.clientHeight - card.offsetHeight - 12));
    }
  }

  function details(number, marks, anchor) {
    const extra = make("div", "extra");
    const quote = quoteOf(marks);
    if (quote.length) extra.append(make("blockquote", "quote", quote.length > 160 ? quote.slice(0, 159) + "…" : quote));
    const place = placeOf(anchor, quote);
    extra.append(make("span", "where", place.where));
    const acts = make("div", "acts");
    for (const [words, text] of [[data.copy, place.plain], [data.gb, place.gb]]) {
      const button = make("button", "", say(words));
      button.type = "button";
      button.addEventListener("click", () => copy(text, button));
      acts.append(button);
    }
    extra.append(acts);
    return extra;
  }

  // Citations: the place's part is made beforehand for every node and page, the rest is the words.
  const clean = (fragment) => {
    for (const gone of fragment.querySelectorAll("s, .lost, .addr, .cuts, small")) gone.remove();
    return fragment.textContent;
  };
  function quoteOf(marks) {
    let text = "", line = null, cell = null;
    for (const mark of marks) {
      const here = mark.closest(".line");
      const box = mark.closest("td, th");
      if (line && here !== line) text += "\n";
      else if (cell && box !== cell) text += "\t".repeat(box.cellIndex - cell.cellIndex);
      line = here;
      cell = box;
      const part = document.createElement("div");
      part.append(mark.cloneNode(true));
      text += clean(part);
    }
    return text;
  }
  function placeOf(element, quote) {
    const at = element?.closest("[data-at]"), line = element?.closest(".line");
    const [item, page, gb] = data.wheres[at ? +at.dataset.at : 0] ?? [null, null, ""];
    const paragraph = line ? line.id.slice(1) : "1";
    const where = [item, page && `第${page}页`, `第${paragraph}段`].filter(Boolean).join("，");
    return { where, gb, plain: `${data.title}${where}：“${quote}”`, link: location.href.split("#")[0] + "#p" + paragraph };
  }
  async function copy(text, button) {
    let done = false;
    try { await navigator.clipboard.writeText(text); done = true; } catch {
      const area = make("textarea");
      area.value = text;
      (document.querySelector("dialog[open]") ?? document.body).append(area);
      area.select();
      try { done = document.execCommand("copy"); } catch { done = false; }
      area.remove();
    }
    const words = say(done ? data.copied : data.failed);
    $("#status").textContent = words;
    if (button) {
      const before = [...button.childNodes];
      button.replaceChildren(words);
      setTimeout(() => button.replaceChildren(...before), 1200);
    }
  }

  // Words clicked: the smallest finding there that is shown; clicked again, the next one around it.
  article.addEventListener("click", (event) => {
    const mark = event.target.closest("mark");
    if (!mark || !getSelection().isCollapsed) return;
    const here = mark.dataset.f.split(" ").map(Number).reverse();
    const shown = here.filter((number) => cardOf.has(number) && isShown(cardOf.get(number)));
    const choice = shown[(shown.indexOf(active) + 1) % (shown.length || 1)];
    if (choice !== undefined) activate(choice, { from: "words" });
  });
  cards.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link?.getAttribute("href").startsWith("#") || event.ctrlKey || event.metaKey) return; // others lead to another page
    event.preventDefault();
    const all = link.closest(".card").dataset.f.split(" ").map(Number);
    activate(all[(all.indexOf(active) + 1) % all.length], { from: "card" });
  });
  const light = (event, on) => {
    const card = event.target.closest?.(".card");
    if (card) for (const number of card.dataset.f.split(" ")) for (const mark of shownOf(number)) mark.classList.toggle("hover", on);
  };
  cards.addEventListener("mouseover", (event) => light(event, true));
  cards.addEventListener("mouseout", (event) => light(event, false));

  const byAddress = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const card = id && cardOf.size ? cards.querySelector(`a[href="#${CSS.escape(id)}"]`)?.closest(".card") : null;
    const mark = card ? null : id && document.getElementById(id)?.closest("mark");
    if (card) activate(+card.dataset.f.split(" ")[0], { history: false });
    else if (mark) for (const number of mark.dataset.f.split(" ")) if (cardOf.has(+number)) { activate(+number, { history: false }); break; }
  };
  addEventListener("hashchange", byAddress);
  addEventListener("popstate", byAddress);

  // What is in view: the margin keeps step with the text, the outline says where we are.
  let hold = 0, ticking = false;
  const paragraphs = groups.map((group) => +group.dataset.p);
  const heads = $$(".node", article);
  const links = new Map($$("a", outline).map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
  const lastBefore = (list, limit) => {
    let low = 0, high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle].getBoundingClientRect().top <= limit) low = middle + 1; else high = middle;
    }
    return low - 1;
  };
  function follow() {
    ticking = false;
    const top = 110;
    root.classList.toggle("past", $("h1").getBoundingClientRect().bottom < 50);
    let head = lastBefore(heads, top + 40), link;
    while (head >= 0 && !(link = links.get(heads[head].id))) head -= 1;
    const current = $("[aria-current]", outline);
    if (current !== (link ?? null)) {
      current?.removeAttribute("aria-current");
      if (link) {
        link.setAttribute("aria-current", "location");
        const box = link.getBoundingClientRect(), frame = outline.getBoundingClientRect();
        if (box.top < frame.top || box.bottom > frame.bottom) outline.scrollTop += box.top - frame.top - frame.height / 3;
      }
    }
    const first = Math.max(0, lastBefore(lines, top)), last = Math.max(first, lastBefore(lines, innerHeight));
    const from = lines[first] ? +lines[first].id.slice(1) : 1, to = lines[last] ? +lines[last].id.slice(1) : 1;
    groups.forEach((group, index) => group.classList.toggle("seen", paragraphs[index] >= from && paragraphs[index] <= to));
    if (performance.now() < hold || narrow() || cards.matches(":hover") || cards.contains(document.activeElement)) return;
    const next = groups.findIndex((group, index) => paragraphs[index] >= from && group.offsetHeight);
    if (next < 0) return;
    const group = groups[next], line = lines[first], box = line.getBoundingClientRect();
    const done = paragraphs[next] === from ? Math.min(1, Math.max(0, (top - box.top) / (box.height || 1))) : 0;
    const base = groups[0].offsetTop;
    cards.scrollTop = lines[0].getBoundingClientRect().top > top ? 0 : group.offsetTop - base + done * group.offsetHeight;
  }
  const soon = () => { if (!ticking) { ticking = true; requestAnimationFrame(follow); } };
  addEventListener("scroll", soon, { passive: true });
  addEventListener("resize", soon, { passive: true });

  // Filters
  const boxes = $$(".kinds input");
  const show = (box) => root.classList.toggle("on-" + box.value, box.checked);
  for (const box of boxes) box.addEventListener("change", () => { show(box); matches(); });
  const every = (on) => { for (const box of boxes) { box.checked = on; show(box); } matches(); };
  $("#all").addEventListener("click", () => every(true));
  $("#none").addEventListener("click", () => every(false));
  const search = $("#search");
  function matches() {
    const words = search.value.trim().toLowerCase();
    let any = !words && !boxes.length;
    for (const card of new Set(cardOf.values())) {
      card.hidden = Boolean(words) && !card.textContent.toLowerCase().includes(words);
      any ||= isShown(card);
    }
    for (const group of groups) group.hidden = ![...group.children].some(isShown);
    $("#nothing").hidden = any || !cardOf.size;
  }
  search.addEventListener("input", matches);
  for (const box of boxes) show(box);
  matches();

  // Switches
  const choose = (name, value) => { const box = $(`input[name=${name}][value=${value}]`); if (box) box.checked = true; };
  function view(value) {
    const keep = lines[Math.max(0, lastBefore(lines, 110))], before = keep?.getBoundingClientRect().top;
    root.dataset.view = value;
    choose("view", value);
    // the same words stay under the reader's eyes
    if (keep && scrollY > 0 && before < innerHeight) scrollBy(0, keep.getBoundingClientRect().top - before);
    soon();
  }
  function language(value) {
    root.dataset.lang = value;
    root.lang = value === "en" ? "en" : "zh-CN";
    choose("lang", value);
    for (const element of $$("[data-zh][data-en]")) {
      for (const name of ["aria-label", "placeholder", "title"]) if (element.hasAttribute(name)) element.setAttribute(name, element.dataset[value]);
    }
    for (const element of $$("[data-r]", article)) if (data.reasons[element.dataset.r]) element.title = say(data.reasons[element.dataset.r]);
    if (active >= 0) activate(active, { from: "words", history: false });
  }
  const isDark = () => root.dataset.theme === "dark" || (root.dataset.theme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
  function theme() {
    root.dataset.theme = isDark() ? "light" : "dark";
    remember("luoshi-theme", root.dataset.theme);
  }
  for (const box of $$("input[name=view]")) box.addEventListener("change", () => view(box.value));
  for (const box of $$("input[name=lang]")) box.addEventListener("change", () => language(box.value));
  $("#theme").addEventListener("click", theme);
  const seeking = new Map();
  for (const button of $$("[data-seek]")) button.addEventListener("click", () => {
    const all = $$(`[data-r="${CSS.escape(button.dataset.seek)}"]:not(u)`, article);
    if (!all.length) return;
    const index = ((seeking.get(button) ?? -1) + 1) % all.length;
    seeking.set(button, index);
    for (const element of $$(".found-here", article)) element.classList.remove("found-here");
    all[index].classList.add("found-here");
    all[index].scrollIntoView({ block: "center" });
  });

  // Drawers of narrow screens
  const veil = $("#veil");
  function drawer(panel, open) {
    panel.classList.toggle("open", open);
    if (!open) panel.classList.remove("peek");
    $("#open-" + panel.id).setAttribute("aria-expanded", String(open));
    veil.hidden = !$$("nav.open, .margin.open:not(.peek)").length;
  }
  for (const panel of [outline, margin]) {
    $("#open-" + panel.id).addEventListener("click", () => {
      const open = !panel.classList.contains("open") || panel.classList.contains("peek");
      panel.classList.remove("peek");
      drawer(panel, open);
      if (open) panel.focus();
    });
  }
  veil.addEventListener("click", () => { drawer(outline, false); drawer(margin, false); });
  outline.addEventListener("click", (event) => { if (event.target.closest("a")) drawer(outline, false); });

  // Selected words: cite
  const cite = $("#cite"), citation = $("#citation"), keys = $("#keys");
  const add = $("#add");  // only where a site takes additions
  let chosen = null;
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    const range = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    const inside = range && article.contains(range.commonAncestorContainer) && range.toString().trim();
    cite.hidden = !inside;
    if (add) add.hidden = !inside;
    if (!inside) return;
    chosen = range.cloneRange();
    const boxes = range.getClientRects(), box = boxes[boxes.length - 1];
    if (!box) return;
    cite.style.left = `${Math.min(scrollX + box.right + 6, scrollX + innerWidth - 110)}px`;
    cite.style.top = `${scrollY + box.bottom + 6}px`;
    if (add) { add.style.left = cite.style.left; add.style.top = `${scrollY + box.bottom + 44}px`; }
  });
  add?.addEventListener("mousedown", (event) => event.preventDefault());
  add?.addEventListener("click", () => {
    if (!chosen) return;
    const start = chosen.startContainer;
    const line = (start.nodeType === Node.TEXT_NODE ? start.parentElement : start).closest(".line");
    const words = clean(chosen.cloneContents()).trim();
    location.href = document.body.dataset.add + "?" + new URLSearchParams({ words, paragraph: line ? line.id.slice(1) : "" });
  });
  cite.addEventListener("mousedown", (event) => event.preventDefault());
  cite.addEventListener("click", () => {
    if (!chosen) return;
    const start = chosen.startContainer;
    const quote = clean(chosen.cloneContents()).replace(/\s*\n\s*/g, "\n").trim();
    const place = placeOf(start.nodeType === Node.TEXT_NODE ? start.parentElement : start, quote);
    $("#cite-plain").textContent = place.plain;
    $("#cite-gb").textContent = place.gb;
    $("#cite-link").textContent = place.link;
    citation.showModal();
  });
  for (const button of $$("[data-copy]")) button.addEventListener("click", () => copy($("#" + button.dataset.copy).textContent, button));
  $("#help").addEventListener("click", () => keys.showModal());

  // The keyboard
  function step(forward) {
    const order = forward ? numbers : [...numbers].reverse();
    let from = active;
    if (from < 0) {  // start at what is being read
      const line = lines[Math.max(0, lastBefore(lines, 110))];
      const limit = line ? line.getBoundingClientRect().top : 0;
      const next = order.find((number) => isShown(cardOf.get(number)) && marksOf(number).some((mark) =>
        forward ? mark.getBoundingClientRect().top >= Math.min(limit, 110) : mark.getBoundingClientRect().top < 110));
      if (next !== undefined) activate(next);
      return;
    }
    const next = order.find((number) => (forward ? number > from : number < from) && isShown(cardOf.get(number)));
    if (next !== undefined) activate(next);
  }
  function chapter(forward) {
    const here = lastBefore(heads, 120);
    const next = heads[Math.max(0, Math.min(heads.length - 1, here + (forward ? 1 : heads[here]?.getBoundingClientRect().top > 80 ? -1 : 0)))];
    next?.scrollIntoView({ block: "start" });
  }
  const open = (panel) => { if (getComputedStyle(panel).display === "none") drawer(panel, true); };
  const commands = {
    j: () => step(true), k: () => step(false), "]": () => chapter(true), "[": () => chapter(false),
    c: () => view(root.dataset.view === "found" ? "clean" : "found"),
    o: () => { open(outline); ($("[aria-current]", outline) ?? $("a", outline) ?? outline).focus(); },
    f: () => { open(margin); (($(".card.active a", cards) ?? $(".group.seen .card a", cards)) ?? margin).focus(); },
    "/": () => { open(margin); search.focus(); },
    y: () => $(".card.active .acts button", cards)?.click(),
    d: theme, l: () => language(root.dataset.lang === "en" ? "zh" : "en"),
    "?": () => keys.showModal(),
    Escape: () => { letGo(); drawer(outline, false); drawer(margin, false); if (document.activeElement !== document.body) document.activeElement.blur(); },
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    if (event.target.matches("input[type=search]") && event.key !== "Escape") return;
    const command = commands[event.key];
    if (command) { event.preventDefault(); command(); }
  });
  const opened = [];
  addEventListener("beforeprint", () => { for (const part of $$(".doubts details:not([open])")) { part.open = true; opened.push(part); } });
  addEventListener("afterprint", () => { for (const part of opened.splice(0)) part.open = false; });

  root.dataset.theme = recall("luoshi-theme") ?? "auto";
  root.classList.add("ready");
  byAddress();
  soon();
})();
