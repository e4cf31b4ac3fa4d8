// Asks every second what became of the files, until all are read.
(() => {
  "use strict";
  const progress = document.getElementById("progress");
  const list = document.getElementById("files");
  const ask = async () => {
    let told;
    try {
      const answer = await fetch(progress.dataset.status, { headers: { Accept: "application/json" } });
      if (!answer.ok) { location.reload(); return; }
      told = await answer.json();
    } catch { setTimeout(ask, 3000); return; }
    told.files.forEach((file, number) => {
      const item = list.children[number];
      if (!item) { location.reload(); return; }
      if (item.className === file.state) return;
      item.className = file.state;
      item.querySelector(".state").textContent = file.says;
      const what = item.querySelector("div");
      if (file.address) {
        const link = document.createElement("a");
        link.href = file.address;
        link.lang = "zh-Hans";
        link.textContent = file.title || file.name;
        what.append(" ", link);
        if (file.grade) {
          const grade = document.createElement("span");
          const letter = document.createElement("b");
          grade.className = `grade g${file.grade}`;
          letter.textContent = file.grade;
          grade.append(letter);
          what.append(" ", grade);
        }
      }
      if (file.what) {
        const why = document.createElement("p");
        why.className = "why";
        why.textContent = `${file.what} ${file.advice}`;
        what.append(why);
      }
    });
    if (told.open) {
      progress.textContent = progress.dataset.more.replace("#", told.open);
      setTimeout(ask, 1000);
    } else progress.textContent = progress.dataset.done;
  };
  ask();
})();
