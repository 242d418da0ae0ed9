// Screens before the checklist: setting the PIN, unlocking, forgetting.
import { button, h, notice, t } from "./dom.js";
import * as session from "./session.js";
import * as store from "./store.js";

const main = () => document.getElementById("main");

export function show(...children) {
  main().className = "tablet narrow";
  main().replaceChildren(...children);
  main().querySelector("h1")?.setAttribute("tabindex", "-1");
}

const field = (id, label) => h("div", { class: "field" }, h("label", { for: id }, label), h("input", { id, type: "password", autocomplete: "off", maxlength: 64 }));
const value = (id) => document.getElementById(id).value;

export function setPin(done) {
  const fault = h("div", {}), send = h("button", { class: "button main" }, t("keep_pin"));
  const form = h("form", { class: "stack-s", novalidate: true }, h("h1", {}, t("set_pin")), h("p", {}, t("why_pin")), field("pin", t("pin")), field("pin-again", t("pin_again")), fault, send);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const wrong = session.simple(value("pin")) ? "pin_short" : value("pin") !== value("pin-again") ? "pin_differs" : null;
    if (wrong) { fault.replaceChildren(notice("bad", t(wrong))); return; }
    send.disabled = true;
    try { await session.create(value("pin")); done(); } catch (broken) {
      send.disabled = false;
      fault.replaceChildren(notice("bad", t(store.isFull(broken) ? "full" : "no_browser")));
    }
  });
  show(form);
}

export function unlock(done) {
  const fault = h("div", {}), send = h("button", { class: "button main" }, t("unlock"));
  const form = h("form", { class: "stack-s", novalidate: true }, h("h1", {}, t("locked")), field("pin", t("pin")), fault, send);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    send.disabled = true;
    send.textContent = t("working");
    try { await session.unlock(value("pin")); done(); return; } catch (broken) {
      fault.replaceChildren(notice("bad", broken instanceof session.Wait ? t("wait", { n: broken.seconds }) : broken instanceof session.WrongPin ? t("wrong_pin") : t("not_kept")));
    }
    document.getElementById("pin").value = "";
    send.disabled = false;
    send.textContent = t("unlock");
    document.getElementById("pin").focus();
  });
  show(form, forget());
  document.getElementById("pin").focus();
}

function forget() {
  const sure = h("input", { type: "checkbox", id: "sure" });
  const act = button(t("forget"), async () => { if (sure.checked) { await store.destroy(); location.reload(); } else sure.focus(); }, { quiet: true });
  return h("details", {}, h("summary", {}, t("forgot")), h("div", { class: "stack-s" }, h("p", {}, t("forget_why")), h("div", { class: "choice" }, sure, h("label", { for: "sure" }, t("forget_sure"))), act));
}
