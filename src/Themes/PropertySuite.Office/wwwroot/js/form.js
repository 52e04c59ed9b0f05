import { Controller } from "../vendor/stimulus.js";

const drafts = "ps-draft:";
const sent = "ps-sent";

/** A form is sent once, and with `data-form-draft-value` what was typed outlives errors, sign-outs and the back button. */
export default class extends Controller {
  static values = { draft: String };

  connect() {
    this.submitted = event => this.onSubmit(event);
    this.typed = () => this.save();
    this.again = () => this.release();
    this.element.addEventListener("submit", this.submitted);
    addEventListener("pageshow", this.again);
    this.element.addEventListener("turbo:submit-end", this.again);
    if (this.draftValue) {
      this.element.addEventListener("input", this.typed);
      if (!this.element.querySelector(".ps-errors, .validation-summary-errors")) this.restore();
    }
  }

  disconnect() {
    this.element.removeEventListener("submit", this.submitted);
    this.element.removeEventListener("input", this.typed);
    this.element.removeEventListener("turbo:submit-end", this.again);
    removeEventListener("pageshow", this.again);
    this.release();
  }

  onSubmit(event) {
    if (this.busy) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    if (event.defaultPrevented) return;
    this.busy = event.submitter ?? this.element.querySelector("[type=submit]");
    this.busy?.setAttribute("aria-busy", "true");
    if (this.draftValue) sessionStorage.setItem(sent, JSON.stringify({ key: this.draftValue, path: location.pathname }));
  }

  release() {
    this.busy?.removeAttribute("aria-busy");
    this.busy = null;
  }

  fields() {
    return [...this.element.elements].filter(field =>
      field.name && !field.name.startsWith("__") && !field.hasAttribute("data-form-private")
      && !/^(hidden|password|file|submit|button)$/.test(field.type));
  }

  save() {
    const values = this.fields().map(field => [field.name, field.value, /^(radio|checkbox)$/.test(field.type) ? field.checked : null]);
    sessionStorage.setItem(drafts + this.draftValue, JSON.stringify(values));
  }

  restore() {
    const kept = JSON.parse(sessionStorage.getItem(drafts + this.draftValue) ?? "[]");
    for (const field of this.fields()) {
      const choice = /^(radio|checkbox)$/.test(field.type);
      const value = kept.find(([name, was]) => name === field.name && (!choice || was === field.value));
      if (!value) continue;
      if (choice) field.checked = value[2];
      else if (!field.value) field.value = value[1];
    }
  }
}

/** A draft is done with once the page after sending is neither the form again nor the sign-in. */
export function forgetSentDrafts() {
  const last = JSON.parse(sessionStorage.getItem(sent) ?? "null");
  if (!last || last.path === location.pathname || /\/login/i.test(location.pathname)) return;
  sessionStorage.removeItem(drafts + last.key);
  sessionStorage.removeItem(sent);
}
