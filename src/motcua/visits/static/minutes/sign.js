// Signing the frozen minutes on the glass: each side has its own pad and its own form.
import SignaturePad from "../visits/vendor/signature_pad.js";

const MOST_POINTS = 3000; // of all strokes together

for (const form of document.querySelectorAll("form[data-sign]")) {
  const canvas = form.querySelector("canvas"), fault = form.querySelector("[data-fault]");
  form.hidden = false;
  // The canvas has as many points as it is drawn large, so that the pen stands under the finger.
  canvas.width = canvas.clientWidth;
  canvas.height = canvas.clientHeight;
  const pad = new SignaturePad(canvas);
  form.querySelector("[data-again]").addEventListener("click", () => pad.clear());
  form.addEventListener("submit", (event) => {
    const name = form.elements.namedItem("name");
    if (pad.isEmpty() || !name.value.trim()) {
      event.preventDefault();
      fault.hidden = false;
      (name.value.trim() ? canvas : name).focus();
      return;
    }
    form.elements.namedItem("strokes").value = JSON.stringify(strokes(pad, canvas));
  });
}

// In thousandths of the pad, thinned where there are more points than anybody can see.
function strokes(pad, canvas) {
  const part = (value, most) => Math.max(0, Math.min(1000, Math.round((value / most) * 1000)));
  const drawn = pad.toData().slice(0, 200), number = drawn.reduce((sum, stroke) => sum + stroke.points.length, 0);
  const step = Math.ceil(number / MOST_POINTS);
  return drawn.map((stroke) => stroke.points.filter((_point, place) => place % step === 0).slice(0, 2000).map((point) => [part(point.x, canvas.width), part(point.y, canvas.height)]));
}
