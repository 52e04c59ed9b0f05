import { Controller } from "../vendor/stimulus.js";
import { typing } from "./app.js";

/** A list by keyboard: J K move, X marks, Enter opens, Esc lets go. Marks show the bulk bar. */
export default class extends Controller {
  static targets = ["bulk", "count", "all"];

  connect() {
    this.pressed = event => this.onKey(event);
    this.changed = event => this.onChange(event);
    document.addEventListener("keydown", this.pressed);
    this.element.addEventListener("change", this.changed);
    this.sync();
  }

  disconnect() {
    document.removeEventListener("keydown", this.pressed);
    this.element.removeEventListener("change", this.changed);
  }

  get rows() {
    return [...this.element.querySelectorAll("tbody tr")];
  }

  mark(row) {
    return row.querySelector("input[type=checkbox].form-check-input");
  }

  onChange(event) {
    if (this.hasAllTarget && event.target === this.allTarget) {
      for (const row of this.rows) if (this.mark(row)) this.mark(row).checked = this.allTarget.checked;
    }
    this.sync();
  }

  sync() {
    let marked = 0;
    for (const row of this.rows) {
      const box = this.mark(row);
      if (!box) continue;
      row.setAttribute("aria-selected", String(box.checked));
      if (box.checked) marked++;
    }
    if (this.hasBulkTarget) this.bulkTarget.hidden = marked === 0;
    if (this.hasCountTarget) this.countTarget.textContent = marked;
  }

  letGo() {
    for (const row of this.rows) if (this.mark(row)) this.mark(row).checked = false;
    this.sync();
  }

  go(index) {
    const rows = this.rows;
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (!row) return;
    for (const other of rows) other.removeAttribute("data-cursor");
    row.setAttribute("data-cursor", "");
    (row.querySelector("a.ps-title") ?? row.querySelector("a, button"))?.focus();
  }

  onKey(event) {
    if (typing(event) || event.ctrlKey || event.altKey || event.metaKey) return;
    const rows = this.rows;
    const at = rows.findIndex(row => row.hasAttribute("data-cursor"));
    switch (event.key) {
      case "j": this.go(at + 1); break;
      case "k": this.go(at < 0 ? 0 : at - 1); break;
      case "x": {
        const box = at >= 0 ? this.mark(rows[at]) : null;
        if (box) { box.checked = !box.checked; this.sync(); }
        break;
      }
      case "Escape": this.letGo(); break;
    }
  }
}
