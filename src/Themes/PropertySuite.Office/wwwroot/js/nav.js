import { Controller } from "../vendor/stimulus.js";
import { remember, typing } from "./app.js";

/** The frame of a page: folding the side navigation, closing menus, keys of the page. */
export default class extends Controller {
  static targets = ["rail"];

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
