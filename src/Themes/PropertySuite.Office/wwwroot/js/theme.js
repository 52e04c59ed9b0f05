import { Controller } from "../vendor/stimulus.js";
import { remember } from "./app.js";

/** Light or dark, remembered where the server reads it. A link to the preferences page without script. */
export default class extends Controller {
  toggle(event) {
    event.preventDefault();
    const root = document.documentElement;
    const now = root.dataset.bsTheme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
    root.dataset.bsTheme = now === "dark" ? "light" : "dark";
    remember("ps-theme", root.dataset.bsTheme);
  }
}
