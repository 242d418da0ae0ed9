// Một Cửa: keys, the scanner, and small comforts. Every page works without it.
"use strict";
(() => {
  const $ = (selector, root = document) => root.querySelector(selector);

  // Keys: F2 person, F4 file, Ctrl+Enter accept, J/K in lists. By event.code: input methods change the letters.
  document.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.code === "Enter" && event.ctrlKey) return press(event, "[data-key=accept]");
    if (event.code === "F2") return press(event, "[data-key=person]");
    if (event.code === "F4") return press(event, "[data-key=file]");
    if (event.code === "KeyK" && event.ctrlKey) return press(event, "[data-key=find]");
    if (event.target.closest("[data-list]") && !event.target.matches("input, select, textarea")) walk(event);
  });
  function press(event, selector) {
    const target = $(selector);
    if (!target) return;
    event.preventDefault();
    if (target.matches("button")) target.click(); else target.focus();
  }
  function walk(event) {
    const step = { KeyJ: 1, ArrowDown: 1, KeyK: -1, ArrowUp: -1 }[event.code];
    if (!step) return;
    const links = [...event.target.closest("[data-list]").querySelectorAll("a.cover")];
    const next = links[links.indexOf(document.activeElement) + step];
    if (next) { event.preventDefault(); next.focus(); }
  }

  // A wedge scanner is a keyboard: wherever the hand left the cursor, its line ends up in the scan field.
  const scan = $("[data-scan]");
  const types = (element) => element.matches("textarea, select, input:not([type=checkbox], [type=radio], [type=file])");
  if (scan) document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const where = event.target;
    if (event.code !== "Enter") {
      if (event.key.length === 1 && event.code !== "Space" && !types(where)) scan.focus();
      return;
    }
    if (where === scan) { event.preventDefault(); return read(); }
    if (where.matches("[data-search]")) { event.preventDefault(); return $("[data-search-go]").click(); }
    const line = types(where) && where.value.match(/\d{9,12}\|(?:[^|]*\|){5,}[^|]*$/);
    if (line) { event.preventDefault(); where.value = where.value.slice(0, -line[0].length); scan.value = line[0]; read(); }
  }, true);
  const read = () => scan.form.requestSubmit($("[data-scan-read]"));

  // After a swap the new heading, the errors or the marked place takes the focus; #say speaks.
  document.addEventListener("htmx:after:swap", () => { const spot = $("[data-focus]"); if (spot) { spot.removeAttribute("data-focus"); spot.focus(); } });
  const errors = $("#errors");
  if (errors) { document.title = (document.documentElement.lang === "en" ? "Error: " : "Lỗi: ") + document.title; errors.focus(); }

  // A press that takes long is not pressed twice.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.sent && Date.now() - form.dataset.sent < 5000) { event.preventDefault(); return; }
    if (!form.hasAttribute("data-again")) form.dataset.sent = Date.now();
  });
  window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent));

  // Print buttons, the code in the fragment of the receipt's QR, and fields that keep what was typed.
  document.addEventListener("click", (event) => { if (event.target.closest("[data-print]")) window.print(); });
  const lookup = $("[data-from-fragment]");
  if (lookup && location.hash.length > 1) {
    lookup.value = decodeURIComponent(location.hash.slice(1));
    history.replaceState(null, "", location.pathname);
    lookup.form.requestSubmit();
  }
  const auto = $("[data-open]");
  if (auto) window.open(auto.href, "_blank", "noopener");
})();
