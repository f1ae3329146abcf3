"use strict";
(() => {
  const mine = document.currentScript.dataset.build;
  let server = null;
  let shown = null;
  let last = null;
  let source = null;
  let leave = null;
  const strip = (text) => {
    const page = new DOMParser().parseFromString(text, "text/html");
    const sheets = [...page.querySelectorAll('link[rel="stylesheet"]')];
    const hrefs = sheets.map((sheet) => sheet.getAttribute("href"));
    sheets.forEach((sheet) => sheet.removeAttribute("href"));
    page.querySelectorAll("script[data-build]").forEach((old) => old.remove());
    return { hrefs, rest: page.documentElement.outerHTML, text };
  };
  const fetched = async () => strip(await (await fetch(location.href)).text());
  const before = fetched().catch(() => null);
  let current = mine;

  const swap = (hrefs) => {
    const sheets = document.querySelectorAll('link[rel="stylesheet"]:not([data-old])');
    sheets.forEach((sheet, index) => {
      if (sheet.getAttribute("href") === hrefs[index]) return;
      const next = sheet.cloneNode();
      next.setAttribute("href", hrefs[index]);
      next.addEventListener("load", () => sheet.remove());
      sheet.setAttribute("data-old", "");
      sheet.after(next);
    });
  };

  const update = async (build) => {
    current = build;
    const [old, now] = await Promise.all([before, fetched().catch(() => null)]);
    if (current !== build || !now) return;
    const known = old && old.text.includes(`data-build="${mine}"`);
    if (!known || old.rest !== now.rest || old.hrefs.length !== now.hrefs.length) location.reload();
    else swap(now.hrefs);
  };

  const show = (problems) => {
    if (shown) shown.remove();
    shown = null;
    if (!problems.length) return;
    shown = document.createElement("div");
    shown.setAttribute("role", "alert");
    const box = shown.attachShadow({ mode: "open" });
    const panel = document.createElement("div");
    Object.assign(panel.style, {
      position: "fixed", inset: "auto 0 0 0", maxHeight: "60vh", overflow: "auto", zIndex: "2147483647",
      padding: "1rem 1.25rem", font: "14px/1.5 ui-monospace, monospace", whiteSpace: "pre-wrap",
      color: "#fff", background: "#5b0f14", borderTop: "4px solid #e5484d",
    });
    const head = document.createElement("strong");
    head.textContent = "Not built. This is the last good site; it goes on when these are mended.\n\n";
    panel.append(head, problems.join("\n"));
    box.append(panel);
    document.body.append(shown);
  };

  const dismissed = "headcount-effect";
  let told = null;
  const tell = (effect) => {
    if (told) told.remove();
    told = null;
    if (!effect || sessionStorage.getItem(dismissed) === effect) return;
    told = document.createElement("div");
    told.setAttribute("role", "status");
    const box = told.attachShadow({ mode: "open" });
    const note = document.createElement("div");
    Object.assign(note.style, {
      position: "fixed", inset: "auto auto .75rem .75rem", maxWidth: "min(34rem, calc(100vw - 1.5rem))",
      maxHeight: "40vh", overflow: "auto", boxSizing: "border-box", zIndex: "2147483646", display: "flex",
      gap: ".75rem", alignItems: "start", padding: ".6rem .75rem", borderRadius: "6px",
      font: "13px/1.45 ui-monospace, monospace", color: "#f4f1ea", background: "#26221d",
      boxShadow: "0 1px 8px rgb(0 0 0 / .35)",
    });
    const words = document.createElement("div");
    Object.assign(words.style, { whiteSpace: "pre-wrap", overflowWrap: "anywhere" });
    words.textContent = effect.trimEnd();
    const button = document.createElement("button");
    button.setAttribute("aria-label", "Hide this note");
    button.textContent = "×";
    Object.assign(button.style, {
      font: "inherit", fontSize: "18px", lineHeight: "1", color: "inherit", background: "none",
      border: "0", padding: "4px 6px", minWidth: "28px", minHeight: "28px", cursor: "pointer",
    });
    button.addEventListener("click", () => {
      sessionStorage.setItem(dismissed, effect);
      told.remove();
      told = null;
    });
    note.append(words, button);
    box.append(note);
    document.body.append(told);
  };

  const hear = (state) => {
    last = state;
    if (server !== null && server !== state.server) { location.reload(); return; }
    server = state.server;
    show(state.problems);
    tell(state.problems.length ? "" : state.effect);
    if (state.build !== current) update(state.build);
  };

  // A browser opens six connections to one server: of its tabs, one listens and tells the others.
  const tabs = new BroadcastChannel("headcount");
  tabs.addEventListener("message", ({ data }) => {
    if (document.hidden) return;
    if (data !== "?") hear(data);
    else if (source && last) tabs.postMessage(last);
  });
  const listen = () => {
    source = new EventSource("/-/events");
    source.addEventListener("state", (event) => {
      const state = JSON.parse(event.data);
      tabs.postMessage(state);
      hear(state);
    });
  };
  const close = () => {
    if (source) source.close();
    if (leave) leave();
    source = leave = null;
  };
  const open = () => {
    if (leave || document.hidden) return;
    if (!navigator.locks) { leave = () => {}; listen(); return; }
    const away = new AbortController();
    leave = () => away.abort();
    tabs.postMessage("?");
    navigator.locks.request("headcount", { signal: away.signal }, () => new Promise((free) => {
      if (away.signal.aborted) { free(); return; }
      leave = free;
      listen();
    })).catch(() => {});
  };
  document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
  addEventListener("pagehide", close);
  addEventListener("pageshow", open);
})();
