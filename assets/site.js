// Without this file every citation is a link to its words and every filter a link to a page.
const page = document.body;
const all = (selector, root = page) => [...root.querySelectorAll(selector)];
const listen = (target, types, handle) => {
  for (const type of types.split(" ")) target.addEventListener(type, handle);
};
// With a key held, a click or an arrow is the browser's own.
const held = (event) => event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
const click = (selector, handle) => listen(page, "click", (event) => {
  const target = event.target.closest(selector);
  if (!target || held(event)) return;
  event.preventDefault();
  handle(target);
});
const make = (name, more) => Object.assign(document.createElement(name), more);
// The policy bars style attributes in markup, not properties set here.
const place = (box, x, y) => {
  const most = page.clientWidth - box.offsetWidth - 8;
  box.style.left = `${Math.max(8, Math.min(x, most)) + scrollX}px`;
  box.style.top = `${Math.max(8, y) + scrollY}px`;
};

const fetched = (node) => import(new URL(node.dataset.module, document.baseURI));

// The slip: a copy of the citation that a number points to.
const slip = make("div", {
  className: "slip",
  popover: "auto",
  tabIndex: -1,
  role: "dialog",
  ariaLabel: "Source",
});
const words = (link) => document.getElementById(link.hash.slice(1));
let opener;
if (slip.showPopover) {
  page.append(slip);
  for (const link of all("a.cite")) if (words(link)) link.ariaHasPopup = "dialog";
}
listen(slip, "toggle", (event) => opener.classList.toggle("on", event.newState == "open"));
click(".slip .close", () => slip.hidePopover());
click("a.cite[aria-haspopup]", (link) => {
  opener?.classList.remove("on");
  opener = link;
  slip.innerHTML = words(link).innerHTML + '<button class="close" aria-label="Close">×</button>';
  slip.removeAttribute("style");
  link.focus();
  slip.showPopover({ source: link });
  link.classList.add("on");
  if (matchMedia("(min-width: 48rem)").matches) {
    const { left, top, bottom } = link.getBoundingClientRect();
    const height = slip.offsetHeight + 8;
    place(slip, left, bottom + height > innerHeight && top > height ? top - height : bottom + 8);
  }
  slip.focus({ preventScroll: true });
});

// Charts: one stop of the Tab key each, a tooltip, and marks and rows that point at each other.
const tip = make("div", { className: "tip", hidden: true, ariaHidden: true });
const same = (node) => `[data-event="${node.dataset.event}"]`;
const marks = (plot) => all("a[aria-label]:not([hidden])", plot);
const rove = (plot, to = marks(plot)[0]) => {
  for (const mark of marks(plot)) mark.setAttribute("tabindex", mark == to ? 0 : -1);
};
page.append(tip);
listen(page, "mouseover mouseout focusin focusout", ({ target, type }) => {
  const on = /r$|n$/.test(type);
  const near = target.closest("a[data-event], .event");
  const plot = near?.closest(".plot");
  tip.hidden = !plot || !on;
  if (!near) return;
  for (const other of all(same(near))) other.classList.toggle("on", on);
  if (tip.hidden) return;
  tip.textContent = all(`${same(near)}[aria-label]`, plot)[0].ariaLabel;
  const { left, top } = near.getBoundingClientRect();
  place(tip, left, top - tip.offsetHeight - 8);
});
listen(page, "keydown", (event) => {
  if (event.key == "Escape") tip.hidden = true;
  const plot = event.target.closest(".plot");
  if (!plot || held(event)) return;
  const stops = marks(plot);
  const at = stops.indexOf(event.target);
  const arrows = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  const step = { ...arrows, Home: -at, End: -at - 1 }[event.key];
  if (step == null) return;
  event.preventDefault();
  const next = stops.at((at + step) % stops.length);
  rove(plot, next);
  next.focus();
});
for (const plot of all(".plot")) rove(plot);

// Exploring a chart: what it needs comes only when somebody reaches for it.
for (const button of all(".explore")) {
  const load = () => fetched(button);
  button.hidden = false;
  listen(button, "pointerenter focusin", load);
  listen(button, "click", async () => (await load()).open(button));
}

// Filters and search: the address says which events the list and the charts show.
const [form] = all(".search");
if (form) {
  const keys = ["kind", "unit", "year", "status", "disputed", "q"];
  const rows = all(".event");
  const links = all("[data-filter]");
  const [found] = all(".found");
  const box = form.q;
  let look = () => "";

  const asked = () => {
    const given = [...new URLSearchParams(location.search)];
    return new URLSearchParams(given.filter(([key, value]) => keys.includes(key) && value.trim()));
  };
  const fold = (text) => text.normalize("NFD").replace(/[\p{M}\u2060’',]/gu, "").replace(/–/g, "-").toLowerCase();
  const holds = (text, query) =>
    fold(query).split(" ").every((word) => fold(text).includes(word));
  const fits = (row, [key, value]) => {
    if (key == "q") return holds(row.textContent, value);
    return key == "disputed" ? key in row.dataset : row.dataset[key].split(" ").includes(value);
  };

  const show = () => {
    const query = [...asked()];
    const shown = rows.filter((row) => query.every((pair) => fits(row, pair)));
    for (const row of rows) {
      const out = !shown.includes(row);
      row.hidden = out && !shown.some((other) =>
        other.closest(".hung")?.previousElementSibling == row);
      row.classList.toggle("context", out && !row.hidden);
      for (const mark of all(`.plot ${same(row)}`)) mark.toggleAttribute("hidden", out);
    }
    for (const group of all(".hung, .year")) {
      group.hidden = !all(".event:not([hidden])", group).length;
    }
    for (const rest of all(".rest")) rest.hidden = query.length;
    for (const plot of all(".plot")) rove(plot);
    for (const link of links) {
      const [key, value] = link.dataset.filter.split("=");
      link.ariaCurrent = (key ? asked().get(key) == value : !query.length) || null;
    }
    const count = `${shown.length} of ${rows.length} events${look(asked().get("q"), rows)}`;
    found.textContent = query.length ? count : "";
  };
  const go = (query, replace) => {
    const address = location.pathname + (query.size ? `?${query}` : "");
    history[replace ? "replaceState" : "pushState"](0, "", address);
    show();
  };
  const back = () => {
    box.value = asked().get("q");
    show();
  };
  const load = async () => {
    try {
      const { searcher } = await fetched(form);
      look = await searcher(form, all(".hits")[0], holds);
    } catch {
      look = () => "; other pages can’t be searched now";
    }
    show();
  };

  listen(page, "focusin", ({ target }) => {
    target.closest(".filters a")?.scrollIntoView({ inline: "center", block: "nearest" });
  });
  click("[data-filter]", (link) => {
    const [key, value] = link.dataset.filter.split("=");
    const query = key ? asked() : new URLSearchParams();
    if (query.get(key) == value) query.delete(key);
    else if (key) query.set(key, value);
    go(query);
  });
  listen(form, "input submit", (event) => {
    event.preventDefault();
    const query = asked();
    const typing = query.has("q");
    query.delete("q");
    if (box.value.trim()) query.set("q", box.value);
    go(query, typing);
  });
  listen(window, "popstate", back);
  box.addEventListener("focus", load, { once: true });
  back();
  if (asked().has("q")) load();
}
