// Follows the room: when something changes, the page is fetched again and its
// main part replaced. Without this script everything works but that.
"use strict";

const versions = (root) =>
  new Map([...root.querySelectorAll("[data-id]")].map((e) => [e.dataset.id, e.dataset.version]));

let busy = false;
let again = false;

async function refresh() {
  if (busy) { again = true; return; }
  busy = true;
  try {
    const answer = await fetch(location.href);
    if (!answer.ok) return;
    const next = new DOMParser().parseFromString(await answer.text(), "text/html");
    document.getElementById("state").textContent = next.getElementById("state").textContent;
    if (!location.pathname.startsWith("/article")) replace(next.getElementById("main"));
  } catch { /* the server is away; the event source will notice */ } finally {
    busy = false;
    if (again) { again = false; refresh(); }
  }
}

function replace(next) {
  const main = document.getElementById("main");
  const before = versions(main);
  const href = document.activeElement?.getAttribute("href");
  for (const e of next.querySelectorAll("[data-id]")) {
    if (before.get(e.dataset.id) !== e.dataset.version) e.classList.add("fresh");
  }
  main.replaceChildren(...next.childNodes);
  if (href) main.querySelector(`a[href="${CSS.escape(href)}"]`)?.focus({ preventScroll: true });
}

const source = new EventSource("/events");
source.addEventListener("change", refresh);
source.addEventListener("open", () => document.body.classList.add("live"));
source.addEventListener("error", () => document.body.classList.remove("live"));
addEventListener("pagehide", () => source.close());

function step(by) {
  const stops = [...document.querySelectorAll("a.stop")];
  const at = stops.indexOf(document.activeElement);
  stops[at < 0 ? 0 : Math.min(Math.max(at + by, 0), stops.length - 1)]?.focus();
}

addEventListener("keydown", (e) => {
  if (e.ctrlKey || e.metaKey || e.altKey) return;
  const field = document.getElementById("q");
  if (document.activeElement === field) {
    if (e.key === "Escape") field.blur();
    return;
  }
  switch (e.key) {
    case "/": field.select(); break;
    case "j": step(1); break;
    case "k": step(-1); break;
    case "h": location.href = "/"; break;
    default: return;
  }
  e.preventDefault();
});
