// Entry of the Residence theme: no Turbo, so that the whole of it stays small on a slow phone.
import { register } from "../../PropertySuite.Office/js/app.js";
import copy from "../../PropertySuite.Office/js/copy.js";
import countdown from "../../PropertySuite.Office/js/countdown.js";
import dismiss from "../../PropertySuite.Office/js/dismiss.js";
import form, { forgetSentDrafts } from "../../PropertySuite.Office/js/form.js";
import language from "../../PropertySuite.Office/js/language.js";
import nav from "../../PropertySuite.Office/js/nav.js";
import picker from "../../PropertySuite.Office/js/picker.js";
import print from "../../PropertySuite.Office/js/print.js";
import refresh from "../../PropertySuite.Office/js/refresh.js";
import share from "../../PropertySuite.Office/js/share.js";
import tabs from "../../PropertySuite.Office/js/tabs.js";
import theme from "../../PropertySuite.Office/js/theme.js";
import toast from "../../PropertySuite.Office/js/toast.js";

register({ copy, countdown, dismiss, form, language, nav, picker, print, refresh, share, tabs, theme, toast });
forgetSentDrafts();

// The site can be put on the home screen; without a connection it says so.
if ("serviceWorker" in navigator && window.isSecureContext) {
  const base = document.documentElement.dataset.psBase || "/";
  navigator.serviceWorker.register(`${base.endsWith("/") ? base : `${base}/`}app-worker.js`).catch(() => {});
}
