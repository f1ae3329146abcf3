// A chart that moves: the drawing library and the chart's specification, fetched when asked for.

const OPTIONS = {
  ast: true,
  actions: false,
  defaultStyle: false,
  renderer: "svg",
  tooltip: { disableDefaultStyle: true },
};

let library;

const address = (path) => new URL(path, document.baseURI).href;

async function drawer(path) {
  library ??= import(address(path));
  await library;
  return window.vegaEmbed;
}

async function specification(path) {
  const answer = await fetch(address(path));
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}

function element(name, attributes, text = "") {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}

function panel(button) {
  const made = element("div", { class: "explorer", role: "group", tabindex: "-1" });
  made.setAttribute("aria-label", "The chart for exploring");
  const close = element("button", { class: "close", type: "button" }, "Close");
  const help = "Point at a mark for its words. An entry of the legend picks out its marks; "
    + "drag to move along, hold Shift and scroll to come nearer.";
  const stage = element("div", { class: "stage" });
  made.append(close, element("p", { class: "sub" }, help), stage);
  close.addEventListener("click", () => shut(button, made));
  made.addEventListener("keydown", (event) => {
    if (event.key === "Escape") shut(button, made);
  });
  button.after(made);
  return made;
}

function shut(button, made) {
  made.view?.finalize();
  made.remove();
  button.hidden = false;
  button.removeAttribute("aria-busy");
  button.focus();
}

/** Opens the chart below its button; says so in words if it can't be loaded. */
export async function open(button) {
  if (button.getAttribute("aria-busy") === "true") return;
  button.setAttribute("aria-busy", "true");
  const made = panel(button);
  const stage = made.querySelector(".stage");
  const fail = made.querySelector(".sub");
  try {
    const { library: path, spec } = button.dataset;
    const [embed, read] = await Promise.all([drawer(path), specification(spec)]);
    if (!made.isConnected) return;
    made.view = (await embed(stage, read, OPTIONS)).view;
    button.hidden = true;
    made.focus();
  } catch {
    library = undefined;
    fail.setAttribute("role", "status");
    fail.textContent = "The chart could not be loaded. Everything it shows stands in the table.";
    button.removeAttribute("aria-busy");
  }
}
