// Keeps the page true while the officer works on it: follows the stream of changes, fetches the page anew and puts in
// what differs, but never under the officer's hands. Without this script every page still works and is loaded anew.
"use strict";

const page = document.body;
const offline = document.getElementById("offline");
const EVERY = 15000; // what only the clock changes (late, silent) comes without an event

// What was just done is told once: whoever comes back to the page, or loads it anew, is not told again.
const address = new URL(location.href);
if (address.searchParams.has("done")) {
  address.searchParams.delete("done");
  history.replaceState(null, "", address);
}

// --- putting in what is new -------------------------------------------------------------------------------------------

const isBusy = (element) =>
  element.contains(document.activeElement) && document.activeElement.matches("input, textarea, select, button, summary") ||
  [...element.querySelectorAll("details[open] form")].some((form) => new FormData(form).get("note") || form.matches(":focus-within"));

function keepOpen(before, after) {
  for (const details of before.querySelectorAll("details[open][id]")) {
    after.querySelector(`#${CSS.escape(details.id)}`)?.setAttribute("open", "");
  }
  return after;
}

function replaceOne(old, fresh) {
  if (old.outerHTML === fresh.outerHTML || isBusy(old)) return old;
  keepOpen(old, fresh);
  if (old.outerHTML === fresh.outerHTML) return old;
  old.replaceWith(fresh);
  fresh.classList.toggle("is-new", told(old) !== told(fresh));
  return fresh;
}

// What a thing says, what merely ticks left out: a waiting time that grows is no news.
function told(element) {
  const copy = element.cloneNode(true);
  copy.querySelectorAll(".ticking").forEach((part) => part.remove());
  return copy.textContent;
}

// The children of a list keep their identity by id; the one that holds the focus never leaves its place in the document.
function replaceList(list, fresh) {
  const known = new Map([...list.children].map((child) => [child.id, child]));
  const held = [...list.children].find((child) => child.contains(document.activeElement));
  const wanted = [...fresh.children].map((child) => (known.has(child.id) ? replaceOne(known.get(child.id), child) : child));
  const place = wanted.indexOf(held);
  for (const child of [...list.children]) if (!wanted.includes(child) && child !== held) child.remove();
  if (place < 0) return void list.append(...wanted);
  wanted.slice(0, place).forEach((child) => held.before(child));
  wanted.slice(place + 1).reverse().forEach((child) => held.after(child));
}

function putIn(fresh) {
  for (const region of document.querySelectorAll("[data-live]")) {
    const other = fresh.getElementById(region.id);
    if (!other) continue;
    if (region.dataset.live === "list") replaceList(region, other);
    else {
      const said = region.textContent;
      const now = replaceOne(region, other);
      if (now.hasAttribute("data-announce") && now.textContent !== said) announce(now);
    }
  }
  const time = fresh.getElementById("clock");
  if (time) setClock(time);
  heed();
}

function announce(totals) {
  const words = [...totals.querySelectorAll(".tile")].map((tile) => tile.textContent.trim().replace(/\s+/g, " "));
  document.getElementById("news").textContent = words.join(", ");
}

// --- danger is heard ---------------------------------------------------------------------------------------------------
// What reports danger that nobody has dealt with bears `data-danger`: the title counts it, and a new one rings.

const dangers = () => [...document.querySelectorAll("[data-danger]")].map((element) => element.dataset.danger);
const title = document.title;
let known = new Set(dangers());
heed();

function heed() {
  const now = dangers();
  document.title = now.length ? `⚠ ${now.length} · ${title}` : title;
  if (now.some((danger) => !known.has(danger))) {
    document.getElementById("news").textContent = "Có báo sự cố mới";
    ring();
  }
  known = new Set(now);
}

function ring() {
  const sound = new AudioContext();
  for (const start of [0, 0.35, 0.7]) {
    const tone = new OscillatorNode(sound, { frequency: 880 });
    tone.connect(new GainNode(sound, { gain: 0.4 })).connect(sound.destination);
    tone.start(start);
    tone.stop(start + 0.2);
  }
  setTimeout(() => sound.close(), 2000);
}

let fetching = false;
let again = false;

// However much happens, the server is asked a third of the time at most: where it is slow, it has better things to do.
async function refresh() {
  if (fetching) return void (again = true);
  fetching = true;
  const began = performance.now();
  try {
    const answer = await fetch(location.href);
    if (answer.redirected && new URL(answer.url).pathname === "/login") return void location.reload();
    if (answer.ok) putIn(new DOMParser().parseFromString(await answer.text(), "text/html"));
    offline.hidden = answer.ok;
  } catch {
    offline.hidden = false;
  } finally {
    setTimeout(rested, Math.max(300, 2 * (performance.now() - began)));
  }
}

function rested() {
  fetching = false;
  if (again) {
    again = false;
    refresh();
  }
}

// --- following the stream ---------------------------------------------------------------------------------------------
// Each event bears the name of what was done, and EventSource hears only names that it was told; so the stream is read here.

let last = "";

async function follow() {
  for (;;) {
    try {
      await readStream(await fetch(page.dataset.events, { headers: last ? { "Last-Event-ID": last } : {} }));
    } catch {
      // the line broke; told below
    }
    offline.hidden = false;
    await new Promise((after) => setTimeout(after, 2000));
  }
}

async function readStream(answer) {
  if (answer.status === 401) return void location.reload();
  if (!answer.ok) return;
  offline.hidden = true;
  refresh();
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const events = (rest + part.value).split("\n\n");
    rest = events.pop();
    const ids = events.map((event) => /^id: (\d+)$/m.exec(event)?.[1]).filter(Boolean);
    if (ids.length) {
      last = ids.at(-1);
      refresh();
    }
  }
}

if (page.dataset.events && document.querySelector("main [data-live]")) {
  follow();
  setInterval(refresh, EVERY);
}

// --- a form goes once -------------------------------------------------------------------------------------------------
// A second press while the first is on its way is held back, but not for ever: the line may have broken meanwhile.

const HELD = 10000;

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.ariaBusy) return void event.preventDefault();
  form.ariaBusy = "true";
  setTimeout(() => (form.ariaBusy = null), HELD);
});

// --- the clock --------------------------------------------------------------------------------------------------------

const clock = document.getElementById("clock");
let started = { wall: Date.now(), here: Date.parse(clock.dateTime) };

function setClock(time) {
  started = { wall: Date.now(), here: Date.parse(time.dateTime) };
}

setInterval(() => {
  const now = new Date(started.here + (Date.now() - started.wall) * Number(clock.dataset.speed));
  const part = (options) => now.toLocaleString("vi-VN", { timeZone: "Asia/Ho_Chi_Minh", ...options });
  clock.textContent = `${part({ timeStyle: "medium", hourCycle: "h23" })} · ${part({ day: "numeric", month: "numeric", year: "numeric" })}`;
}, 1000);

// --- source and reading side by side ----------------------------------------------------------------------------------

function show(event) {
  const name = event.target.closest("[data-shows]")?.dataset.shows;
  for (const mark of document.querySelectorAll("mark.is-shown")) mark.classList.remove("is-shown");
  if (name) for (const mark of document.querySelectorAll(`mark[data-marks~="${name}"]`)) mark.classList.add("is-shown");
}

for (const kind of ["mouseover", "focusin", "click"]) document.querySelector(".reading, .problems")?.closest("main").addEventListener(kind, show);
