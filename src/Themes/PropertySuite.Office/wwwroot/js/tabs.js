import { Controller } from "../vendor/stimulus.js";

/** Tabs of one page. Without script all panels stand below one another, each under its own heading. */
export default class extends Controller {
  static targets = ["tab", "panel"];

  connect() {
    this.show(this.tabTargets.find(tab => tab.getAttribute("aria-selected") === "true") ?? this.tabTargets[0]);
  }

  choose(event) {
    event.preventDefault();
    this.show(event.currentTarget);
  }

  move(event) {
    const tabs = this.tabTargets;
    const at = tabs.indexOf(event.currentTarget);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const tab = tabs[(next + tabs.length) % tabs.length];
    this.show(tab);
    tab.focus();
  }

  show(chosen) {
    for (const tab of this.tabTargets) {
      const on = tab === chosen;
      tab.setAttribute("aria-selected", String(on));
      tab.tabIndex = on ? 0 : -1;
      const panel = document.getElementById(tab.getAttribute("aria-controls"));
      if (panel) panel.hidden = !on;
    }
  }
}
