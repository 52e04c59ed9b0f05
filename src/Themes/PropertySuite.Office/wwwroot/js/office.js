// Entry of the Office theme.
import * as Turbo from "../vendor/turbo.js";
import { register } from "./app.js";
import copy from "./copy.js";
import countdown from "./countdown.js";
import dismiss from "./dismiss.js";
import filter from "./filter.js";
import form, { forgetSentDrafts } from "./form.js";
import language from "./language.js";
import nav from "./nav.js";
import picker from "./picker.js";
import print from "./print.js";
import queue from "./queue.js";
import refresh from "./refresh.js";
import search from "./search.js";
import share from "./share.js";
import tabs from "./tabs.js";
import theme from "./theme.js";
import toast from "./toast.js";
import watch from "./watch.js";

// base.css draws the bar of a slow visit from aria-busy; Turbo's own stays away.
Turbo.config.drive.progressBarDelay = 2 ** 31 - 1;

register({ copy, countdown, dismiss, filter, form, language, nav, picker, print, queue, refresh, search, share, tabs, theme, toast, watch });
document.addEventListener("turbo:load", forgetSentDrafts);
