// Signing on the glass, in a dialog.
import { sha256 } from "./boxes.js";
import { button, h, notice, t } from "./dom.js";
import { digestText } from "./merge.js";
import SignaturePad from "./vendor/signature_pad.js";

const WIDTH = 600, HEIGHT = 200, MOST_POINTS = 3000; // of all strokes together

// keep(value): says it; raises where it cannot be kept.
export function ask(entries, keep) {
  const canvas = h("canvas", { class: "pad", width: WIDTH, height: HEIGHT, "aria-label": t("draw"), role: "img", tabindex: 0 });
  const field = (name, label) => h("div", { class: "field" }, h("label", { for: `sign-${name}` }, label), h("input", { id: `sign-${name}`, maxlength: 200, autocomplete: "off" }));
  const side = h("select", { id: "sign-side" }, h("option", { value: "team" }, t("team")), h("option", { value: "unit" }, t("unit")));
  const fault = h("div", {}), name = field("name", t("name")), post = field("post", t("post"));
  const dialog = h("dialog", { class: "sign", "aria-labelledby": "sign-title" },
    h("form", { class: "stack-s", method: "dialog", novalidate: true },
      h("h2", { id: "sign-title" }, t("sign")), h("p", { class: "small muted" }, t("sign_why")),
      h("div", { class: "field" }, h("label", { for: "sign-side" }, t("side")), side), name, post,
      h("p", { class: "small" }, t("draw")), canvas, fault,
      h("div", { class: "line" }, button(t("keep_signature"), save, { main: true }), button(t("again"), () => pad.clear(), { quiet: true }), button(t("cancel"), () => dialog.close(), { quiet: true }))));
  const pad = new SignaturePad(canvas);
  dialog.addEventListener("close", () => { pad.off(); dialog.remove(); });
  document.body.append(dialog);
  dialog.showModal();
  fit(canvas, pad);

  async function save() {
    const who = name.querySelector("input").value.trim();
    if (!who || pad.isEmpty()) { fault.replaceChildren(notice("bad", t("sign_all"))); return; }
    const value = {
      side: side.value, name: who, title: post.querySelector("input").value.trim(), strokes: strokes(pad, canvas),
      of_digest: await sha256(digestText(entries())),
    };
    try { await keep(value); dialog.close(); } catch (words) { fault.replaceChildren(notice("bad", String(words.message))); }
  }
}

// The canvas has as many points as it is drawn large, so that the pen stands under the finger.
function fit(canvas, pad) {
  canvas.width = canvas.clientWidth;
  canvas.height = canvas.clientHeight;
  pad.clear();
}

// In thousandths of the pad, thinned where there are more points than anybody can see.
function strokes(pad, canvas) {
  const part = (value, most) => Math.max(0, Math.min(1000, Math.round((value / most) * 1000)));
  const drawn = pad.toData().slice(0, 200), number = drawn.reduce((sum, stroke) => sum + stroke.points.length, 0);
  const step = Math.ceil(number / MOST_POINTS);
  return drawn.map((stroke) => stroke.points.filter((_point, place) => place % step === 0).slice(0, 2000).map((point) => [part(point.x, canvas.width), part(point.y, canvas.height)]));
}
