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

  // A wedge scanner types faster than a hand: < 30 ms a key, then Enter. The line goes to the scan field.
  let burst = "", last = 0, keys = 0;
  document.addEventListener("keydown", (event) => {
    const field = $("[data-scan]");
    if (!field) return;
    const fast = event.timeStamp - last < 30;
    last = event.timeStamp;
    if (event.key === "Enter") {
      if (keys > 20 && burst.split("|").length >= 7) {
        event.preventDefault(); event.stopImmediatePropagation();
        take(field, event.target);
      }
      burst = ""; keys = 0;
    } else if (event.key.length === 1) {
      if (!fast) { burst = ""; keys = 0; }
      burst += event.key; keys += 1;
    }
  }, true);
  function take(field, where) {
    if (where !== field && "value" in where && where.value.endsWith(burst)) where.value = where.value.slice(0, -burst.length);
    field.value = burst;
    field.form.requestSubmit($("[data-scan-read]", field.form));
  }

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
