import { Controller } from "../vendor/stimulus.js";
import { remember } from "./app.js";

/** A link to the preferences page that, with script, changes the language at once. */
export default class extends Controller {
  static values = { cookie: String };

  choose(event) {
    const culture = event.params.culture;
    event.preventDefault();
    remember(this.cookieValue, `c=${culture}|uic=${culture}`, "/");
    location.reload();
  }
}
