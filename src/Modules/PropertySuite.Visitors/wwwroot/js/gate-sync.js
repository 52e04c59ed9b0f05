import { all, drop, forget, put, settings } from "./gate-store.js";

const json = { Accept: "application/json" };

/** Fetches what the device needs for the time without a connection. Answers `ok`, `away` or `out` (signed out). */
export async function refresh(url) {
  let answer;
  try {
    answer = await fetch(url, { headers: json, redirect: "manual", cache: "no-store" });
  } catch {
    return "away";
  }
  if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) {
    await forget();
    return "out";
  }
  if (!answer.ok) return "away";

  const fresh = await answer.json();
  const before = await settings();
  await put("settings", {
    ...fresh,
    key: "gate",
    gateId: fresh.gateId ?? before?.gateId ?? null,
    until: Date.parse(fresh.validUntilUtc),
    // The device's clock may be wrong; the server's is the one that counts.
    ahead: Date.now() - Date.parse(fresh.nowUtc),
    fetchedAt: Date.now(),
  });
  return "ok";
}

/** Sends what waits, the oldest first. What is not answered stays and is sent again: the server books each key once. */
export async function send(url) {
  const token = (await settings())?.formToken;
  if (!token) return;
  for (const entry of (await all("queue")).sort((one, other) => one.at - other.at)) {
    let answer;
    try {
      answer = await fetch(url, {
        method: "POST",
        redirect: "manual",
        headers: { ...json, "Content-Type": "application/json", RequestVerificationToken: token },
        body: JSON.stringify({
          clientKey: entry.key, pass: entry.pass, atUtc: new Date(entry.at).toISOString(), gateId: entry.gateId, persons: entry.persons, seal: entry.seal,
        }),
      });
    } catch {
      return;
    }
    if (!await settle(entry, answer)) return;
  }
}

async function settle(entry, answer) {
  if (answer.ok) {
    const { outcome, sentence, visit } = await answer.json();
    if (outcome === "conflict") await put("answers", { key: entry.key, at: entry.at, gate: entry.gate, sentence, visit });
    await drop("queue", entry.key);
    return true;
  }

  // Refused for good, and said so. Anything else (signed out, restarting, changed meanwhile) is tried again.
  const problem = answer.status === 409 ? await answer.json().catch(() => null) : null;
  if (!problem?.type?.includes("visit.")) return false;
  await put("answers", { key: entry.key, at: entry.at, gate: entry.gate, sentence: problem.title, visit: null });
  await drop("queue", entry.key);
  return true;
}

/** Both, by one tab at a time. */
export async function synchronise(settingsUrl, sendUrl) {
  const work = async () => {
    const state = await refresh(settingsUrl);
    if (state === "ok") await send(sendUrl);
    return state;
  };
  return navigator.locks ? navigator.locks.request("ps-gate", work) : work();
}
