/* Sends files as they are, one after the other, and says how far they are; answers the buttons of both cards.
   The server checks everything again: what is refused here only spares the way. */
(() => {
  "use strict";
  const CARD = "data-upload";
  const PATH = "/uploads";
  const HEADER = "X-Upload-Token";
  const BYTES = 1e6;
  let token = "";
  let sending = false;
  let acted = false;

  const part = (name) => document.getElementById(`${CARD}-${name}`);
  const ask = (verb, name = "", given = "") =>
    window.dash_clientside.set_props(`${CARD}-asked`, { data: `${verb}\n${name}\n${given}\n${Date.now()}` });

  function made(tag, text, properties = {}) {
    return Object.assign(document.createElement(tag), { textContent: text }, properties);
  }

  function send(file, progress) {
    return new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.open("POST", `${PATH}?name=${encodeURIComponent(file.name)}`);
      request.setRequestHeader(HEADER, token);
      request.setRequestHeader("Content-Type", "application/octet-stream");
      request.upload.onprogress = (event) => progress(event.loaded);
      request.onload = () => resolve(request.status === 201 ? "" : request.responseText.split("\n")[0]);
      request.onerror = () => resolve("The connection was lost before the file was whole.");
      request.send(file);
    });
  }

  function bar(files) {
    const words = made("p", "");
    const progress = made("progress", "", { className: "nm-way", max: files.reduce((sum, file) => sum + file.size, 1), value: 0 });
    part("sending").replaceChildren(words, progress);
    return { words, progress };
  }

  function failed(found) {
    const list = made("ul", "", { className: "nm-obstacles" });
    list.append(...found.map(([name, why]) => made("li", `${name}: ${why}`)));
    part("sending")?.replaceChildren(...(found.length ? [list] : []));
  }

  // Of two files of one platform the later one counts, so the oldest goes first.
  async function sendAll(chosen) {
    const files = [...chosen].sort((one, other) => one.lastModified - other.lastModified);
    if (sending || !files.length) return;
    sending = true;
    const { words, progress } = bar(files);
    const found = [];
    let before = 0;
    for (const [place, file] of files.entries()) {
      words.textContent = `Sending ${file.name}, ${place + 1} of ${files.length}, ${(file.size / BYTES).toFixed(1)} MB`;
      progress.setAttribute("aria-label", words.textContent);
      const why = await send(file, (loaded) => (progress.value = before + loaded));
      if (why) found.push([file.name, why]);
      before += file.size;
    }
    sending = false;
    failed(found);
    ask("arrived");
  }

  function ready(given) {
    const place = part("field");
    token = given || token;
    if (!token || !place || place.firstChild) return;
    const field = made("input", "", { type: "file", multiple: true, id: `${CARD}-input`, accept: ".csv,.tsv,.txt,.xlsx" });
    field.addEventListener("change", () => {
      sendAll([...field.files]);
      field.value = "";
    });
    place.append(field);
  }

  // What a button did may take the button away: the focus then goes to the card, not to the top of the page.
  function settle() {
    requestAnimationFrame(() => {
      if (acted && document.activeElement === document.body) document.getElementById(CARD)?.focus();
    });
  }

  document.addEventListener("submit", (event) => {
    const { file } = event.target.closest?.(".nm-mapping")?.dataset ?? {};
    if (!file) return;
    event.preventDefault();
    acted = true;
    const fields = [...new FormData(event.target)].filter(([, value]) => value);
    ask("say", file, new URLSearchParams(fields).toString());
  });

  const zone = (event) => event.target.closest?.(".nm-dropzone");

  document.addEventListener("click", (event) => {
    const source = event.target.closest?.("[data-upload]");
    if (!source || source.getAttribute("aria-disabled") === "true") return;
    acted = true;
    ask(source.dataset.upload, source.dataset.file);
  });
  for (const kind of ["dragenter", "dragover"])
    document.addEventListener(kind, (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = zone(event) ? "copy" : "none";
      part("zone")?.classList.toggle("nm-over", Boolean(zone(event)));
    });
  for (const kind of ["dragleave", "drop"])
    document.addEventListener(kind, (event) => {
      part("zone")?.classList.remove("nm-over");
      if (kind !== "drop" || !zone(event)) return;
      event.preventDefault();
      sendAll([...event.dataTransfer.files]);
    });

  window.dash_clientside = Object.assign({}, window.dash_clientside, { upload: { ready, settle } });
})();
