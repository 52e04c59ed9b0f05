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
    if (typing(event) || event.ctrlKey || event.altKey || event.metaKey) return;
    const wanted = [...document.querySelectorAll("[data-key]")].find(element => element.dataset.key === event.key.toLowerCase());
    if (wanted) {
      event.preventDefault();
      if (/^(INPUT|SELECT|TEXTAREA)$/.test(wanted.tagName)) wanted.focus();
      else wanted.click();
    }
  }
}
