// Starts Stimulus. The pages read and work without it; what is registered here only makes them quicker.
import { Application } from "../vendor/stimulus.js";

export const application = Application.start();
window.Stimulus = application;

export function register(controllers) {
  for (const [name, controller] of Object.entries(controllers)) application.register(name, controller);
}

/** A text of the theme in the reader's language, from the layout's `ps-texts`; what is between braces is filled in. */
export function text(name, ...values) {
  const found = document.getElementById("ps-texts")?.dataset[name] ?? "";
  return values.reduce((line, value, index) => line.replace(`{${index}}`, value), found);
}

/** True while the keys belong to a field. */
export function typing(event) {
  const element = event.target;
  return element.isContentEditable
    || /^(TEXTAREA|SELECT)$/.test(element.tagName)
    || (element.tagName === "INPUT" && !/^(checkbox|radio|button|submit|reset)$/.test(element.type));
}

/** Remembers a choice for a year, where the server can read it. */
export function remember(name, value, path = document.documentElement.dataset.psBase || "/") {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = value === null
    ? `${name}=; Path=${path}; Max-Age=0; SameSite=Lax${secure}`
    : `${name}=${encodeURIComponent(value)}; Path=${path}; Max-Age=31536000; SameSite=Lax${secure}`;
}
