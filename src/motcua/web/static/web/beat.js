// The heartbeat of a one-stop: once a minute ask the server for nothing, measure how long that takes, and tell it; what
// failed meanwhile is told with the next that came through, as seconds ago: this computer's clock need not be right.
"use strict";
(() => {
  const { ask, tell } = document.currentScript.dataset;
  const EVERY = 60000, PATIENCE = 20000, DAY = 86400000, MOST = 300, MOST_A_SLOT = 10, SLOT = 300000;
  const LAST = "motcua-beat", MISSED = "motcua-missed";
  const csrf = () => document.querySelector("input[name=csrfmiddlewaretoken]")?.value;
  let leaving = false;
  window.addEventListener("pagehide", () => { leaving = true; });
  window.addEventListener("pageshow", () => { leaving = false; });

  const kept = (key, fallback) => { try { return JSON.parse(localStorage.getItem(key)) ?? fallback; } catch { return fallback; } };
  const keep = (key, value) => { try { localStorage.setItem(key, JSON.stringify(value)); } catch { /* private window */ } };

  async function beat() {
    if (Date.now() - kept(LAST, 0) < EVERY - 1000) return; // another tab of this browser has just asked
    keep(LAST, Date.now());
    const begun = performance.now();
    try {
      const answer = await fetch(ask, { cache: "no-store", credentials: "omit", signal: AbortSignal.timeout(PATIENCE) });
      if (!answer.ok) throw new Error(answer.status);
    } catch {
      if (!leaving) keep(MISSED, [...kept(MISSED, []), Date.now()].slice(-MOST));
      return;
    }
    const latency = Math.round(performance.now() - begun), now = Date.now();
    const missed = bounded(kept(MISSED, []).filter((at) => at <= now && now - at < DAY));
    try {
      const answer = await fetch(tell, {
        method: "POST", headers: { "Content-Type": "application/json", "X-CSRFToken": csrf() },
        body: JSON.stringify({ latency_ms: latency, missed: missed.map((at) => Math.round((now - at) / 1000)) }),
        signal: AbortSignal.timeout(PATIENCE), redirect: "error",
      });
      if (answer.ok || answer.status === 422) keep(MISSED, []);
    } catch { /* signed out, or gone again: told next time */ }
  }

  // The server takes ten of a slot at the most; two slots may meet in one of the server's.
  function bounded(times) {
    const seen = {};
    return times.filter((at) => { const slot = Math.floor(at / SLOT); seen[slot] = (seen[slot] || 0) + 1; return seen[slot] <= MOST_A_SLOT / 2; });
  }

  setTimeout(beat, 2000);
  setInterval(beat, EVERY);
})();
