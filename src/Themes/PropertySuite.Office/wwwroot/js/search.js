import { Controller } from "../vendor/stimulus.js";
import { text, typing } from "./app.js";

const sheet = () => document.querySelector(".ps-nav svg use, .ps-top svg use")?.getAttribute("href").split("#")[0];
const lastKey = "ps-opened";
const wait = 120;
const longestMemory = 5;

/** The palette: Ctrl+K or / opens it, what is found comes while typing, the first is chosen, Enter goes there. */
export default class extends Controller {
  static targets = ["box", "dialog", "input", "list", "say", "count"];
  static values = { url: String, page: String };

  connect() {
    this.pressed = event => this.onKey(event);
    document.addEventListener("keydown", this.pressed);
    this.known = new Map();
  }

  disconnect() {
    document.removeEventListener("keydown", this.pressed);
    this.request?.abort();
    clearTimeout(this.timer);
    if (this.hasDialogTarget && this.dialogTarget.open) this.dialogTarget.close();
  }

  onKey(event) {
    const call = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k";
    if (call || (event.key === "/" && !typing(event) && !document.querySelector("dialog[open]"))) {
      event.preventDefault();
      this.open();
    }
  }

  open(event) {
    if (event?.type === "keydown") event.preventDefault();
    if (!this.dialogTarget.open) {
      this.dialogTarget.showModal();
      this.inputTarget.value = this.boxTarget.value;
    }
    this.inputTarget.focus();
    if (event?.type !== "input") this.inputTarget.select();
    this.find();
  }

  close() {
    this.dialogTarget.close();
  }

  closed() {
    this.boxTarget.value = "";
    this.request?.abort();
    clearTimeout(this.timer);
    this.inputTarget.value = "";
  }

  outside(event) {
    if (event.target === this.dialogTarget) this.close();
  }

  find() {
    const wanted = this.inputTarget.value.trim();
    this.request?.abort();
    clearTimeout(this.timer);
    this.eager = false;
    if (!wanted) {
      this.waiting = false;
      const last = remembered();
      return this.show(last.length ? [{ heading: text("searchLast"), icon: "clock", hits: last }] : [], wanted, last.length ? "" : text("searchHint"));
    }
    if (this.known.has(wanted)) {
      this.waiting = false;
      return this.show(this.known.get(wanted), wanted);
    }
    this.waiting = true;
    this.timer = setTimeout(() => this.ask(wanted), wait);
  }

  async ask(wanted) {
    const request = this.request = new AbortController();
    try {
      const answer = await fetch(`${this.urlValue}?q=${encodeURIComponent(wanted)}`, { signal: request.signal, headers: { Accept: "application/json" } });
      if (!answer.ok || answer.redirected) throw new Error(answer.statusText);
      this.known.set(wanted, await answer.json());
      this.waiting = false;
      this.show(this.known.get(wanted), wanted);
      if (this.eager) this.go(this.eager === "tab");
    } catch {
      if (request.signal.aborted) return;
      this.waiting = false;
      this.show([], wanted, text("searchFailed"));
    }
  }

  show(groups, wanted, words) {
    let number = 0;
    const shown = groups.map(group => {
      const part = Object.assign(document.createElement("div"), { className: "ps-palette-group" });
      part.setAttribute("role", "group");
      part.setAttribute("aria-label", group.heading);
      part.dataset.t = group.heading;
      part.append(...group.hits.map(hit => this.option(hit, group.icon, wanted, number++)));
      return part;
    });
    if (wanted) shown.push(this.everything(wanted, number++));
    this.listTarget.replaceChildren(...shown);
    const found = number - (wanted ? 1 : 0);
    this.sayTarget.textContent = words ?? (found === 0 ? text("searchNone", wanted) : "");
    this.sayTarget.hidden = this.sayTarget.textContent === "";
    this.inputTarget.setAttribute("aria-expanded", String(number > 0));
    this.choose(wanted || number > 0 ? 0 : -1);
    clearTimeout(this.speech);
    this.speech = setTimeout(() => { this.countTarget.textContent = wanted ? text("searchFound", found) : ""; }, 700);
  }

  option(hit, icon, wanted, number) {
    const option = Object.assign(document.createElement("a"), { href: hit.url, id: `palette-${number}`, tabIndex: -1 });
    option.setAttribute("role", "option");
    option.append(sign(icon), marked(hit.title, wanted));
    if (hit.detail) option.append(Object.assign(document.createElement("small"), { textContent: hit.detail }));
    option.addEventListener("click", () => { remember(hit); this.close(); });
    return option;
  }

  everything(wanted, number) {
    const part = Object.assign(document.createElement("div"), { className: "ps-palette-group" });
    part.setAttribute("role", "group");
    part.setAttribute("aria-label", text("searchFor", wanted));
    const option = Object.assign(document.createElement("a"), { href: `${this.pageValue}?q=${encodeURIComponent(wanted)}`, id: `palette-${number}`, tabIndex: -1 });
    option.setAttribute("role", "option");
    option.append(sign("search"), Object.assign(document.createElement("span"), { textContent: text("searchFor", wanted) }));
    option.addEventListener("click", () => this.close());
    part.append(option);
    return part;
  }

  get options() {
    return [...this.listTarget.querySelectorAll("[role=option]")];
  }

  choose(index) {
    const options = this.options;
    this.at = options.length === 0 || index < 0 ? -1 : (index + options.length) % options.length;
    options.forEach((option, i) => option.setAttribute("aria-selected", String(i === this.at)));
    if (this.at >= 0) {
      this.inputTarget.setAttribute("aria-activedescendant", options[this.at].id);
      options[this.at].scrollIntoView({ block: "nearest" });
    } else {
      this.inputTarget.removeAttribute("aria-activedescendant");
    }
  }

  move(event) {
    if (event.isComposing) return;
    switch (event.key) {
      case "ArrowDown": event.preventDefault(); this.choose(this.at + 1); break;
      case "ArrowUp": event.preventDefault(); this.choose(this.at < 0 ? this.options.length - 1 : this.at - 1 + this.options.length); break;
      case "Enter":
        event.preventDefault();
        // What was typed may be ahead of what was found: then the first of it is opened when it comes.
        if (this.waiting) this.eager = event.ctrlKey || event.metaKey ? "tab" : "here";
        else this.go(event.ctrlKey || event.metaKey);
        break;
    }
  }

  go(inTab) {
    const option = this.options[Math.max(0, this.at)];
    if (!option) return;
    if (inTab) {
      window.open(option.href, "_blank", "noopener");
      this.close();
    } else {
      option.click();
      this.close();
    }
  }
}

function sign(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "ps-i");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `${sheet()}#${name}`);
  svg.append(use);
  return svg;
}

// Accents, case and the hyphens of codes are not typed: b07 marks B-07 of B-07-C.
function marked(title, wanted) {
  const span = document.createElement("span");
  const bare = [], places = [];
  [...title].forEach((sign, at) => {
    for (const part of sign.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()) {
      if (/[\p{L}\p{N}]/u.test(part)) { bare.push(part); places.push(at); }
    }
  });
  const look = wanted.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  const from = look ? bare.join("").indexOf(look) : -1;
  if (from < 0) {
    span.textContent = title;
    return span;
  }
  const signs = [...title], first = places[from], last = places[from + look.length - 1] + 1;
  span.append(signs.slice(0, first).join(""), Object.assign(document.createElement("mark"), { textContent: signs.slice(first, last).join("") }), signs.slice(last).join(""));
  return span;
}

// For this tab alone: a desk is shared.
function remembered() {
  try {
    return JSON.parse(sessionStorage.getItem(lastKey) ?? "[]");
  } catch {
    return [];
  }
}

function remember(hit) {
  const rest = remembered().filter(other => other.url !== hit.url);
  sessionStorage.setItem(lastKey, JSON.stringify([hit, ...rest].slice(0, longestMemory)));
}
