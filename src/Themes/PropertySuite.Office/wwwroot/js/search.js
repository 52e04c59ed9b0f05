import { Controller } from "../vendor/stimulus.js";
import { text, typing } from "./app.js";

const fold = value => value.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** The search box: Ctrl+K or / comes here; pages of the menu are offered while typing, Enter searches everything. */
export default class extends Controller {
  static targets = ["input", "list", "count"];

  connect() {
    this.pressed = event => this.onKey(event);
    document.addEventListener("keydown", this.pressed);
    this.inputTarget.setAttribute("role", "combobox");
    this.inputTarget.setAttribute("aria-expanded", "false");
    this.inputTarget.setAttribute("aria-controls", this.listTarget.id);
  }

  disconnect() {
    document.removeEventListener("keydown", this.pressed);
    this.close();
  }

  onKey(event) {
    const call = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
    if (call || (event.key === "/" && !typing(event))) {
      event.preventDefault();
      this.inputTarget.focus();
      this.inputTarget.select();
    }
  }

  find() {
    const wanted = fold(this.inputTarget.value.trim());
    if (!wanted) return this.close();
    const seen = new Set();
    const hits = [...document.querySelectorAll(".ps-nav a[href]:not([href^='#']), .ps-menu-list a[href]")]
      .filter(link => fold(link.textContent).includes(wanted) && !seen.has(link.href) && seen.add(link.href))
      .slice(0, 7);
    this.listTarget.replaceChildren(...hits.map((link, index) => this.option(link, index)));
    if (this.canSearch) this.listTarget.append(this.searchOption(hits.length));
    this.at = this.canSearch && hits.length === 0 ? 0 : -1;
    this.open(hits.length);
  }

  get canSearch() {
    return this.element.hasAttribute("action");
  }

  option(link, index) {
    const option = document.createElement("a");
    option.href = link.href;
    const icon = link.querySelector("svg")?.cloneNode(true);
    if (icon) option.append(icon);
    option.append(Object.assign(document.createElement("span"), { textContent: (link.querySelector("span") ?? link).textContent.trim() }));
    return this.asOption(option, index);
  }

  searchOption(index) {
    const option = document.createElement("button");
    option.type = "submit";
    option.className = "btn-link";
    option.textContent = text("searchFor", this.inputTarget.value.trim());
    return this.asOption(option, index);
  }

  asOption(element, index) {
    element.id = `${this.listTarget.id}-${index}`;
    element.setAttribute("role", "option");
    element.setAttribute("aria-selected", "false");
    element.tabIndex = -1;
    return element;
  }

  open(count) {
    this.listTarget.hidden = this.listTarget.children.length === 0;
    this.inputTarget.setAttribute("aria-expanded", String(!this.listTarget.hidden));
    this.choose(this.at);
    clearTimeout(this.speech);
    this.speech = setTimeout(() => { this.countTarget.textContent = text("pagesFound", count); }, 700);
  }

  close() {
    clearTimeout(this.speech);
    if (!this.hasListTarget) return;
    this.listTarget.hidden = true;
    this.inputTarget.setAttribute("aria-expanded", "false");
    this.inputTarget.removeAttribute("aria-activedescendant");
  }

  choose(index) {
    const options = [...this.listTarget.children];
    this.at = options.length === 0 ? -1 : Math.max(-1, Math.min(options.length - 1, index));
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
      case "ArrowUp": event.preventDefault(); this.choose(this.at - 1); break;
      case "Escape": this.close(); break;
      case "Enter": {
        const chosen = this.listTarget.hidden ? null : this.listTarget.children[this.at];
        if (chosen?.href) {
          event.preventDefault();
          if (event.ctrlKey || event.metaKey) open(chosen.href, "_blank");
          else chosen.click();
          this.close();
        } else if (!this.canSearch) {
          event.preventDefault();
        }
        break;
      }
    }
  }

  left(event) {
    if (!this.element.contains(event.relatedTarget)) this.close();
  }
}
