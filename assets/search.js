// What stands on other pages, looked up in an index that comes when somebody goes to the search.

const MOST = 12;

function item([href, title, kind]) {
  const made = document.createElement("li");
  const link = Object.assign(document.createElement("a"), { href, textContent: title });
  made.append(link, ` ${kind}`);
  return made;
}

/** Gives what lists the lines that hold `wanted` and whose events `here` doesn't show; that tells
 * how many there are. `holds`: whether a text has all words of a query. Fails without an index. */
export async function searcher(form, list, holds) {
  const answer = await fetch(new URL(form.dataset.index, document.baseURI));
  const lines = await answer.json();
  return (wanted, here) => {
    const known = new Set(here.map((row) => `events/${row.dataset.event}/`));
    const others = wanted ? lines.filter(([url]) => !known.has(url)) : [];
    const found = others.filter(([, ...told]) => holds(told.join(" "), wanted));
    list.replaceChildren(...found.slice(0, MOST).map(item));
    list.hidden = !found.length;
    if (!found.length) return "";
    const first = found.length > MOST ? `, the first ${MOST} listed` : "";
    return `; ${found.length} found on other pages${first}`;
  };
}
