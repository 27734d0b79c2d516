// The view of every lab: native controls, one picture, its caption and its table.
//
// The kernel computes and draws; this file asks and shows. One question is on its way at a time, and the
// newest values go next: a dragged slider floods nobody, and the picture it stops at is never a stale one.

const SETTLE_MS = 700; // quiet for so long: the saved still may follow
const WAIT_MS = 3000; // no answer for so long: say so

function make(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) node.setAttribute(key, "");
    else if (value !== false && value !== undefined) node.setAttribute(key, value);
  }
  node.append(...children);
  return node;
}

// JupyterLab takes arrow keys and letters for itself unless the input carries this.
const KEYS_STAY = { "data-lm-suppress-shortcuts": "true" };
// Every lab loads this file anew: names that a label points at must not be those of another lab.
const OWN = Math.random().toString(36).slice(2, 8);
let made = 0;
const newName = () => `tu-control-${OWN}-${++made}`;

function nearest(stops, value) {
  let best = 0;
  stops.forEach((stop, k) => {
    if (Math.abs(stop - value) < Math.abs(stops[best] - value)) best = k;
  });
  return best;
}

function described(control, id) {
  return make("span", { id: `${id}-help`, class: "tu-help" }, control.help);
}

// The places of a slider: its stops, or every whole number from 1 to `last`.
function places({ stops, words, last, unit }) {
  if (stops) {
    return { max: stops.length - 1, min: 0, lowest: stops[0], highest: stops.at(-1), from: (value) => nearest(stops, value), to: (place) => stops[place],
      say: (value) => (stops.includes(value) ? words[stops.indexOf(value)] : `${value} ${unit}`) };
  }
  return { min: 1, max: last, lowest: 1, highest: last, from: (value) => value, to: (place) => place, say: (value) => `${value} ${unit}`.trim() };
}

function slider(control, changed) {
  const at = places(control);
  const id = newName();
  const input = make("input", {
    id, type: "range", min: at.min, max: at.max, step: 1,
    "aria-describedby": `${id}-help`, ...KEYS_STAY,
  });
  const readout = make("output", { for: id });
  const exact = !control.exact ? null : make("input", {
    type: "number", min: at.lowest, max: at.highest, step: 1,
    "aria-label": `${control.label}, exact number`, class: "tu-exact", ...KEYS_STAY,
  });
  const set = (value) => {
    input.value = at.from(value);
    input.setAttribute("aria-valuetext", at.say(value));
    readout.value = exact ? control.unit : at.say(value);
    if (exact && document.activeElement !== exact) exact.value = value;
  };
  const to = (value) => { set(value); changed(control.name, value); };
  input.addEventListener("input", () => to(at.to(+input.value)));
  exact?.addEventListener("input", () => {
    const value = Math.round(+exact.value);
    if (exact.value && value >= +exact.min && value <= +exact.max) to(value);
  });
  const bounds = make("span", { class: "tu-bounds", "aria-hidden": "true" },
    make("span", {}, `${at.lowest}`.replace("-", "−")), make("span", {}, `${at.highest}`));
  const reading = make("span", { class: "tu-readout" }, ...(exact ? [exact] : []), readout);
  const head = make("span", { class: "tu-head" }, make("label", { for: id }, control.label), reading);
  return { node: make("div", { class: "tu-control" }, head, input, bounds, described(control, id)), set, inputs: [input, exact] };
}

function choice(control, changed) {
  const id = newName();
  const options = control.options.map(([value, words]) => make("option", { value }, words));
  const input = make("select", { id, "aria-describedby": `${id}-help`, ...KEYS_STAY }, ...options);
  input.addEventListener("change", () => changed(control.name, input.value));
  const node = make("div", { class: "tu-control" }, make("label", { for: id }, control.label), input, described(control, id));
  return { node, set: (value) => { input.value = value; }, inputs: [input] };
}

function toggle(control, changed) {
  const id = newName();
  const input = make("input", { id, type: "checkbox", "aria-describedby": `${id}-help`, ...KEYS_STAY });
  input.addEventListener("change", () => changed(control.name, input.checked));
  const head = make("label", { for: id, class: "tu-toggle" }, input, control.label);
  return { node: make("div", { class: "tu-control" }, head, described(control, id)), set: (value) => { input.checked = value; }, inputs: [input] };
}

function buttons(control, changed) {
  const inputs = control.options.map(([value, words, mark]) => {
    const chip = mark ? [make("span", { class: `tu-chip tu-chip-${value}`, "aria-hidden": "true" }, mark)] : [];
    const button = make("button", { type: "button", ...KEYS_STAY }, ...chip, words);
    button.addEventListener("click", () => {
      control.pressed = [...(control.pressed ?? []), value];
      changed(control.name, control.pressed);
    });
    return button;
  });
  const id = newName();
  const group = make("div", { role: "group", "aria-label": control.label, "aria-describedby": `${id}-help`, class: "tu-buttons" }, ...inputs);
  const node = make("div", { class: "tu-control tu-wide" }, group, described(control, id));
  return { node, set: (value) => { control.pressed = value; }, inputs };
}

function prediction(control, changed) {
  const name = newName();
  const radios = control.options.map(([value, words]) => {
    const radio = make("input", { type: "radio", name, value, ...KEYS_STAY });
    return make("label", { class: "tu-toggle" }, radio, words);
  });
  const lock = make("button", { type: "button", disabled: true, ...KEYS_STAY }, "Lock my prediction");
  const locked = make("p", { class: "tu-locked", hidden: true });
  const open = make("div", {}, ...radios, lock);
  const node = make("fieldset", { class: "tu-control tu-wide tu-prediction" }, make("legend", {}, control.label), open, locked);
  const picked = () => node.querySelector("input:checked")?.value;
  node.addEventListener("change", () => { lock.disabled = !picked(); });
  lock.addEventListener("click", () => changed(control.name, picked()));
  const set = (value) => {
    open.hidden = !!value;
    locked.hidden = !value;
    const words = control.options.find(([option]) => option === value)?.[1];
    locked.textContent = `Locked. You predict: ${words}.`;
  };
  return { node, set, inputs: [], gate: (value) => !value };
}

const KINDS = { slider, choice, toggle, buttons, prediction };

function tableOf({ head, rows }) {
  const cells = (name, words, more) => words.map((word) => make(name, more, word));
  return make("table", {},
    make("thead", {}, make("tr", {}, ...cells("th", head, { scope: "col" }))),
    make("tbody", {}, ...rows.map((row) => make("tr", {}, ...cells("td", row)))));
}

// What is on its way, what comes next, and when it is quiet.
function conversation(model, view, onWait) {
  let values = { ...model.get("picture").values };
  let newest = 0, asked = 0, pending = false, waiting, settling;
  const send = (settled) => {
    pending = true;
    asked = newest;
    clearTimeout(waiting);
    waiting = setTimeout(() => onWait(true), WAIT_MS);
    model.set("asked", { values: { ...values }, tick: newest, view, settled });
    model.save_changes();
  };
  const settleSoon = () => {
    clearTimeout(settling);
    settling = setTimeout(() => (pending ? settleSoon() : send(true)), SETTLE_MS);
  };
  return {
    values: () => values,
    change(name, value) {
      values[name] = value;
      newest += 1;
      settleSoon();
      if (!pending) send(false);
    },
    answered(picture) {
      const mine = picture.view === view;
      if (mine) {
        pending = false;
        clearTimeout(waiting);
        onWait(false);
      }
      if (newest > asked && !pending) send(false);
      else if (!pending) values = { ...picture.values, width: values.width ?? picture.values.width };
    },
    end() { clearTimeout(waiting); clearTimeout(settling); },
  };
}

function render({ model, el }) {
  const view = newName();
  const status = make("p", { class: "tu-status", role: "status" });
  const talk = conversation(model, view, (waits) => {
    status.textContent = waits ? "No answer from the kernel: it is busy, or it was stopped; then run this cell again. The picture shows the values before." : "";
    figure.toggleAttribute("data-stale", waits);
  });
  const controls = model.get("controls").map((control) => ({ name: control.name, ...KINDS[control.kind]({ ...control }, talk.change) }));
  const drawing = make("div", { class: "tu-drawing" });
  const caption = make("figcaption");
  const heard = make("div", { class: "tu-heard", "aria-live": "polite" });
  const table = make("div", { class: "tu-table", tabindex: 0, ...KEYS_STAY });
  const details = make("details", {}, make("summary", { ...KEYS_STAY }, "The same as a table"), table);
  const figure = make("figure", {}, drawing, caption);
  const title = make("div", { class: "tu-title", role: "heading", "aria-level": 3 }, model.get("title"));
  const root = make("section", { class: "tu-lab", "aria-label": `Lab: ${model.get("title")}` },
    title, make("div", { class: "tu-controls" }, ...controls.map((control) => control.node)), status, figure, details, heard);
  el.append(root);

  let saying;
  const show = () => {
    const picture = model.get("picture");
    talk.answered(picture);
    drawing.innerHTML = picture.svg;
    caption.textContent = picture.caption;
    drawing.dataset.tick = picture.tick;
    clearTimeout(saying);
    saying = setTimeout(() => { heard.textContent = picture.caption; }, SETTLE_MS);
    details.hidden = !picture.table.head.length;
    if (details.open) table.replaceChildren(tableOf(picture.table));
    const values = talk.values();
    const shut = controls.some((control) => control.gate?.(values[control.name]));
    for (const control of controls) {
      if (control.name in values) control.set(values[control.name]);
      for (const input of control.inputs) if (input) input.disabled = shut;
    }
    figure.hidden = shut;
  };
  details.addEventListener("toggle", () => { if (details.open) table.replaceChildren(tableOf(model.get("picture").table)); });
  const watcher = new ResizeObserver(([entry]) => {
    const width = Math.max(340, Math.min(1200, Math.floor(entry.contentRect.width / 20) * 20));
    if (entry.contentRect.width && width !== talk.values().width) talk.change("width", width);
  });
  model.on("change:picture", show);
  show();
  watcher.observe(root);
  return () => { model.off("change:picture", show); watcher.disconnect(); talk.end(); };
}

export default { render };
