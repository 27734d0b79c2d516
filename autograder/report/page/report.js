// Sorting and filtering. The page is whole without it.
for (const table of document.querySelectorAll("table.sortable")) {
  const heads = [...table.tHead.rows].at(-1).cells;
  [...heads].forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => sort(table, heads, column));
  });
}

function key(row, column) {
  const cell = row.cells[column], text = cell.textContent.trim();
  if (cell.dataset.v !== undefined) return Number(cell.dataset.v);
  if (text === "✓") return 1;
  if (text === "–") return -1;
  return text !== "" && !isNaN(parseFloat(text)) && isFinite(parseFloat(text)) && /^[\d.*\s%-]+$/.test(text) ? parseFloat(text) : text.toLowerCase();
}

function sort(table, heads, column) {
  const down = heads[column].getAttribute("aria-sort") === "ascending";
  for (const head of heads) head.removeAttribute("aria-sort");
  heads[column].setAttribute("aria-sort", down ? "descending" : "ascending");
  const body = table.tBodies[0];
  const rows = [...body.rows].map((row, place) => [key(row, column), place, row]);
  const order = (a, b) => (typeof a === typeof b ? (a < b ? -1 : a > b ? 1 : 0) : typeof a === "number" ? -1 : 1);
  rows.sort((a, b) => (down ? -1 : 1) * order(a[0], b[0]) || a[1] - b[1]);
  body.append(...rows.map((one) => one[2]));
}

const filter = document.getElementById("filter"), shown = document.getElementById("shown");
const rows = [...document.querySelectorAll("table.grid tbody tr")].map((row) => [row, row.textContent.toLowerCase()]);
filter.closest("[hidden]").hidden = false;
filter.addEventListener("input", () => {
  const wanted = filter.value.trim().toLowerCase();
  let count = 0;
  for (const [row, text] of rows) count += !(row.hidden = !text.includes(wanted));
  shown.textContent = wanted ? `${count} of ${rows.length} shown` : "";
});
