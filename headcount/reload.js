"use strict";
(() => {
  const script = document.currentScript;
  const mine = script.dataset.build;
  let server = null;
  let shown = null;
  let source = null;
  const strip = (text) => {
    const page = new DOMParser().parseFromString(text, "text/html");
    const sheets = [...page.querySelectorAll('link[rel="stylesheet"]')];
    const hrefs = sheets.map((sheet) => sheet.getAttribute("href"));
    sheets.forEach((sheet) => sheet.removeAttribute("href"));
    page.querySelectorAll("script[data-build]").forEach((old) => old.remove());
    return { hrefs, rest: page.documentElement.outerHTML, text };
  };
  const fetched = async () => strip(await (await fetch(location.href)).text());
  const before = fetched();
  let current = mine;

  const swap = (hrefs) => {
    const sheets = document.querySelectorAll('link[rel="stylesheet"]');
    sheets.forEach((sheet, index) => {
      if (sheet.getAttribute("href") === hrefs[index]) return;
      const next = sheet.cloneNode();
      next.setAttribute("href", hrefs[index]);
      next.addEventListener("load", () => sheet.remove());
      sheet.after(next);
    });
  };

  const update = async (build) => {
    current = build;
    const [old, now] = await Promise.all([before, fetched()]);
    const known = old.text.includes(`data-build="${mine}"`);
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

  const open = () => {
    if (source || document.hidden) return;
    source = new EventSource("/-/events");
    source.addEventListener("state", (event) => {
      const state = JSON.parse(event.data);
      if (server !== null && server !== state.server) { location.reload(); return; }
      server = state.server;
      show(state.problems);
      if (state.build !== current) update(state.build);
    });
  };
  const close = () => { if (source) source.close(); source = null; };
  document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
  addEventListener("pagehide", close);
  addEventListener("pageshow", open);
})();
