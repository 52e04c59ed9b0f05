import { Controller } from "../vendor/stimulus.js";
import { remember, typing } from "./app.js";

/** The frame of a page: folding the side navigation, closing menus, keys of the page. */
export default class extends Controller {
  static targets = ["rail", "menu"];

  connect() {
    this.pressed = event => this.onKey(event);
    this.clicked = event => this.closeMenus(event.target);
    document.addEventListener("keydown", this.pressed);
    document.addEventListener("click", this.clicked);
  }

  disconnect() {
    document.removeEventListener("keydown", this.pressed);
    document.removeEventListener("click", this.clicked);
  }

  /** On a phone the menu opens with the group of this page alone. */
  menuTargetConnected(menu) {
    if (!matchMedia("(max-width: 62rem)").matches || menu.querySelector(".ps-nav-group[data-current=true]") === null) return;
    for (const group of menu.querySelectorAll(".ps-nav-group[data-current=false]")) group.open = false;
  }

  /** Folds or unfolds a group for good. The others are kept as they were: one of them may be open only because it holds this page. */
  fold(event) {
    if (matchMedia("(max-width: 62rem)").matches) return;
    const group = event.currentTarget.parentElement;
    const closed = new Set((/(?:^|; )ps-groups=([^;]*)/.exec(document.cookie)?.[1] ?? "administration").split(".").filter(Boolean));
    if (group.open) closed.add(group.dataset.group);
    else closed.delete(group.dataset.group);
    remember("ps-groups", [...closed].join(".") || ".");
  }

  railTargetConnected(button) {
    button.hidden = false;
  }

  rail() {
    const folded = this.element.dataset.nav !== "rail";
    this.element.dataset.nav = folded ? "rail" : "full";
    this.railTarget.setAttribute("aria-expanded", String(!folded));
    remember("ps-nav", folded ? "rail" : null);
  }

  closeMenus(except) {
    for (const menu of document.querySelectorAll(".ps-menu[open]")) {
      if (!menu.contains(except)) menu.open = false;
    }
  }

  /** ? leads to the keys; G and a letter lead to the place of the menu that has it. */
  goes(event) {
    const key = event.key.toLowerCase();
    const waits = this.pressedG && event.timeStamp - this.pressedG < 1500;
    this.pressedG = key === "g" ? event.timeStamp : 0;
    const place = key === "?" ? this.element.querySelector('a[aria-keyshortcuts="?"]')
      : waits ? this.element.querySelector(`.ps-nav a[aria-keyshortcuts="g ${CSS.escape(key)}"]`) : null;
    if (!place) return false;
    event.preventDefault();
    place.click();
    return true;
  }

  onKey(event) {
    if (event.key === "Escape") {
      const menu = document.querySelector(".ps-menu[open]");
      if (menu) {
        menu.open = false;
        menu.querySelector("summary").focus();
      } else if (location.hash === "#nav") {
        location.hash = "main";
      }
      return;
    }
    if (typing(event) || event.ctrlKey || event.altKey || event.metaKey || document.querySelector("dialog[open]")) return;
    if (this.goes(event)) return;
    const wanted = [...document.querySelectorAll("[data-key]")].find(element => element.dataset.key === event.key.toLowerCase());
    if (wanted) {
      event.preventDefault();
      if (/^(INPUT|SELECT|TEXTAREA)$/.test(wanted.tagName)) wanted.focus();
      else wanted.click();
    }
  }
}
