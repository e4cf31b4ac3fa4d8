// Files are sent one by one, with progress; the server goes on reading when the page is left.
(() => {
  "use strict";
  const form = document.querySelector(".add-form");
  const panel = document.getElementById("sending");
  const drop = document.getElementById("drop");
  if (!form || !panel) return;
  const MOST = 100 * 1024 * 1024;
  const ENDINGS = /\.(txt|md|html?|pdf|docx)$/i;
  const list = panel.querySelector("ol");
  const waiting = [];
  let upload = "";
  let busy = false;
  let unsent = 0;

  const line = (name) => {
    const item = document.createElement("li");
    const state = document.createElement("span");
    const what = document.createElement("div");
    const title = document.createElement("span");
    const progress = document.createElement("progress");
    state.className = "state";
    title.className = "name";
    title.textContent = name;
    progress.max = 1;
    progress.value = 0;
    progress.setAttribute("aria-label", `${panel.dataset.sending} ${name}`);
    state.append(progress);
    what.append(title);
    item.append(state, what);
    list.append(item);
    return { item, state, what, progress };
  };

  const refuse = (row, why) => {
    unsent += 1;
    row.item.className = "failed";
    row.state.textContent = panel.dataset.refused;
    const told = document.createElement("p");
    told.className = "why";
    told.textContent = why;
    row.what.append(told);
  };

  const problem = (request) => {
    const page = new DOMParser().parseFromString(request.responseText, "text/html");
    const told = [...page.querySelectorAll(".fault h1, .fault h1 + p")].map((part) => part.textContent.trim());
    return told.join(" ") || panel.dataset.broken;
  };

  const send = () => {
    const next = waiting.shift();
    if (!next) {
      busy = false;
      if (upload && !unsent) location.assign(upload.address);
      else if (upload && !panel.querySelector("a.all")) {
        const link = document.createElement("a");
        link.className = "all";
        link.href = upload.address;
        link.textContent = panel.dataset.all;
        panel.append(link);
      }
      return;
    }
    busy = true;
    const { file, row } = next;
    if (file.size > MOST) { refuse(row, panel.dataset.large); send(); return; }
    const request = new XMLHttpRequest();
    const body = new FormData();
    const token = form.querySelector("[name=_csrf_token]").value;
    if (upload) body.append("upload", upload.id);
    body.append("files", file, file.name);
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("x-csrftoken", token);
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) row.progress.value = event.loaded / event.total;
    });
    request.addEventListener("load", () => {
      if (request.status === 201) {
        upload = JSON.parse(request.responseText);
        row.state.textContent = upload.files.at(-1).says;
      } else refuse(row, problem(request));
      send();
    });
    request.addEventListener("error", () => { refuse(row, panel.dataset.broken); send(); });
    request.send(body);
  };

  const take = (files) => {
    if (!files.length) return;
    panel.hidden = false;
    for (const file of files) waiting.push({ file, row: line(file.webkitRelativePath || file.name) });
    if (!busy) send();
  };

  form.addEventListener("submit", (event) => {
    const chosen = [...form.querySelectorAll("input[type=file]")].flatMap((input) => [...input.files]);
    if (!chosen.length) return;
    event.preventDefault();
    take(chosen);
    form.reset();
  });

  const folder = form.querySelector(".folder input");
  if ("webkitdirectory" in folder) {
    folder.disabled = false;
    form.querySelector(".folder").hidden = false;
    folder.addEventListener("change", () => {
      take([...folder.files].filter((file) => ENDINGS.test(file.name) && !/(^|\/)[.~]/.test(file.webkitRelativePath)));
      form.reset();
    });
  }

  const walk = async (entry) => {
    if (entry.isFile) return [await new Promise((give, fail) => entry.file(give, fail))];
    const reader = entry.createReader();
    const found = [];
    for (;;) {
      const some = await new Promise((give, fail) => reader.readEntries(give, fail));
      if (!some.length) break;
      found.push(...some);
    }
    const files = (await Promise.all(found.filter((each) => !/^[.~]/.test(each.name)).map(walk))).flat();
    return files.filter((file) => ENDINGS.test(file.name));
  };

  const hasFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  let depth = 0;
  addEventListener("dragenter", (event) => { if (hasFiles(event)) { depth += 1; drop.hidden = false; } });
  addEventListener("dragleave", (event) => { if (hasFiles(event) && (depth -= 1) <= 0) { depth = 0; drop.hidden = true; } });
  addEventListener("dragover", (event) => { if (hasFiles(event)) event.preventDefault(); });
  addEventListener("drop", async (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    depth = 0;
    drop.hidden = true;
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    const plain = [...event.dataTransfer.files];
    try {
      take(entries.length ? (await Promise.all(entries.map(walk))).flat() : plain);
    } catch {
      take(plain);
    }
  });
})();
