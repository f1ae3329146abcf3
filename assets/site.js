// Without this file every citation is a link to its words and every filter a link to a page.
const body = document.body;
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const listen = (target, types, handler) =>
  types.split(" ").forEach((type) => target.addEventListener(type, handler));
const make = (html) => {
  body.insertAdjacentHTML("beforeend", html);
  return body.lastElementChild;
};

// Places `box` at x, y of the window, inside it; a style property passes the policy, markup doesn't.
const place = (box, x, y) => {
  const most = document.documentElement.clientWidth - box.offsetWidth - 8;
  box.style.left = `${Math.max(8, Math.min(x, most)) + scrollX}px`;
  box.style.top = `${Math.max(8, y) + scrollY}px`;
};

// 1. The slip: a copy of the citation that a number points to.
const slip = make('<div class="slip" popover tabindex="-1" role="dialog" aria-label="Source"></div>');
const citation = (link) => link?.hash && document.getElementById(link.hash.slice(1))?.closest(".citation");
let opener;

listen(slip, "toggle", (event) => opener?.classList.toggle("on", event.newState === "open"));
listen(body, "click", (event) => {
  const link = event.target.closest("a.cite");
  const words = citation(link);
  if (event.target.closest(".slip .close")) slip.hidePopover();
  if (!words || !slip.showPopover || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  opener?.classList.remove("on");
  opener = link;
  slip.innerHTML = `${words.innerHTML}<button type="button" class="close" aria-label="Close">×</button>`;
  slip.removeAttribute("style");
  link.focus({ preventScroll: true });
  slip.showPopover({ source: link });
  link.classList.add("on");
  if (matchMedia("(min-width: 48rem)").matches) {
    const { left, top, bottom } = link.getBoundingClientRect();
    const height = slip.offsetHeight + 8;
    place(slip, left, bottom + height > innerHeight && top > height ? top - height : bottom + 8);
  }
  slip.focus({ preventScroll: true });
});
for (const link of all("a.cite")) if (citation(link)) link.ariaHasPopup = "dialog";

// 2. Filters and search: the address says which events the list and the charts show.
const found = document.querySelector(".found");
const links = all("a[data-filter]");
const rows = all(".event[data-event]");
const marks = all(".plot a[data-event]");
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const texts = new Map();
const text = (row) => {
  if (!texts.has(row)) {
    const copy = row.cloneNode(true);
    all(".parts", copy).forEach((parts) => parts.remove());
    texts.set(row, fold(copy.textContent));
  }
  return texts.get(row);
};
const holds = (whole, query) => fold(query).split(/\s+/).every((word) => whole.includes(word));
const fits = (row, key, value) =>
  key === "q" ? holds(text(row), value) : key in row.dataset && (key === "disputed" || row.dataset[key].split(" ").includes(value));

if (found) {
  const keys = ["kind", "unit", "year", "status", "disputed", "q"];
  const form = document.querySelector("form.search");
  const box = form.elements.q;
  const hits = document.querySelector(".hits");
  let entries;
  let trouble = "";

  const wanted = () => [...new URLSearchParams(location.search)].filter(([key, value]) => keys.includes(key) && value.trim());

  const show = () => {
    const query = wanted();
    const shown = new Set(rows.filter((row) => query.every(([key, value]) => fits(row, key, value))));
    const ids = new Set([...shown].map((row) => row.dataset.event));
    for (const row of rows) {
      row.hidden = ![row, ...all(".event", row)].some((one) => shown.has(one));
      row.classList.toggle("context", !row.hidden && !shown.has(row));
    }
    for (const group of all(".parts, .year")) group.hidden = !group.querySelector(".event:not([hidden])");
    for (const rest of all(".rest")) rest.hidden = query.length > 0;
    const listed = new Set(rows.map((row) => row.dataset.event));
    for (const mark of marks) {
      const { event } = mark.dataset;
      mark.toggleAttribute("hidden", listed.has(event) && !ids.has(event));
    }
    for (const link of links) {
      const [key, value] = link.dataset.filter.split("=");
      const active = key ? query.some((pair) => pair[0] === key && pair[1] === value) : !query.length;
      link.ariaCurrent = active ? "true" : null;
    }
    const words = new URLSearchParams(query).get("q") ?? "";
    if (document.activeElement !== box) box.value = words;
    const others = words && entries ? entries.filter(([url, title, , more]) => !ids.has(url.split("/")[1]) && holds(fold(`${title} ${more}`), words)) : [];
    hits.replaceChildren(...others.slice(0, 12).map(([url, title, kind]) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = url;
      link.textContent = title;
      item.append(link, ` ${kind}`);
      return item;
    }));
    hits.hidden = !others.length;
    const count = links.length || rows.length ? `${ids.size} of ${listed.size} shown` : "";
    found.textContent = query.length ? [count, others.length && `${others.length} found elsewhere`, trouble].filter(Boolean).join("; ") : "";
    rove();
  };

  const go = (query, replace) => {
    const address = query.size ? `?${query}` : location.pathname;
    history[replace ? "replaceState" : "pushState"](null, "", address);
    show();
  };

  listen(body, "click", (event) => {
    const link = event.target.closest("a[data-filter]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const [key, value] = link.dataset.filter.split("=");
    const query = new URLSearchParams(key ? wanted() : []);
    if (query.get(key) === value) query.delete(key);
    else if (key) query.set(key, value);
    go(query);
  });
  listen(box, "input", () => {
    const query = new URLSearchParams(wanted());
    const had = query.has("q");
    query.delete("q");
    if (box.value.trim()) query.set("q", box.value);
    go(query, had);
  });
  listen(form, "submit", (event) => event.preventDefault());
  listen(window, "popstate", () => {
    box.value = new URLSearchParams(location.search).get("q") ?? "";
    show();
  });
  const load = async () => {
    try {
      const answer = await fetch(form.dataset.index);
      if (!answer.ok) throw answer;
      entries = await answer.json();
    } catch {
      trouble = "the search index can’t be loaded, so only this page is searched";
    }
    show();
  };
  box.addEventListener("focus", load, { once: true });
  queueMicrotask(show);
  if (new URLSearchParams(location.search).has("q")) load();
}

// 3. Charts: one stop of the Tab key each, a tooltip, and marks and rows that point at each other.
const tip = make('<div class="tip" aria-hidden="true" hidden></div>');
const stops = (plot) => all("a[data-event]:not([aria-hidden]):not([hidden])", plot);

function rove() {
  for (const plot of all(".plot")) {
    const [first, ...rest] = stops(plot);
    first?.setAttribute("tabindex", 0);
    for (const mark of rest) mark.setAttribute("tabindex", -1);
  }
}

const point = ({ target, type }) => {
  const on = type === "mouseover" || type === "focusin";
  const one = target.closest(".plot a[data-event], .event[data-event]");
  const plot = one?.closest(".plot");
  tip.hidden = !plot || !on;
  if (!one) return;
  const same = `[data-event="${one.dataset.event}"]`;
  for (const other of all(same)) other.classList.toggle("on", on);
  if (tip.hidden) return;
  const named = plot.querySelector(`${same}[aria-label]`);
  tip.textContent = named.getAttribute("aria-label");
  const { left, top } = (one.firstElementChild ? one : named).getBoundingClientRect();
  place(tip, left, top - tip.offsetHeight - 8);
};
listen(body, "mouseover mouseout focusin focusout", point);

listen(body, "keydown", (event) => {
  if (event.key === "Escape") tip.hidden = true;
  const mark = event.target.closest?.(".plot a[data-event]");
  if (!mark) return;
  const marks = stops(mark.closest(".plot"));
  const at = marks.indexOf(mark);
  const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  const next = marks.at(to % marks.length);
  mark.setAttribute("tabindex", -1);
  next.setAttribute("tabindex", 0);
  next.focus();
});
rove();

// 4. Exploring a chart: what it needs comes only when somebody reaches for it.
for (const button of all("button.explore")) {
  const load = () => import(new URL(button.dataset.module, document.baseURI));
  button.hidden = false;
  listen(button, "pointerenter focusin", load);
  listen(button, "click", async () => (await load()).open(button));
}
