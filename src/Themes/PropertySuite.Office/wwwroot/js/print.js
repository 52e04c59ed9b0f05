import { Controller } from "../vendor/stimulus.js";

/** Prints the page. */
export default class extends Controller {
  connect() {
    this.element.hidden = false;
  }

  now() {
    window.print();
  }
}
