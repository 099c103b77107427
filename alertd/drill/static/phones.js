"use strict";
// Shows new messages without a reload; leaves alone whatever telephone somebody is writing on.
const PAUSE = 1500;

function update(fresh) {
  for (const phone of fresh.querySelectorAll(".phone")) {
    const shown = document.getElementById(phone.id);
    if (shown === null) { document.getElementById("phones").append(phone); continue; }
    const input = shown.querySelector("input[name=words]");
    if (shown.contains(document.activeElement) || (input && input.value)) continue;
    if (shown.innerHTML !== phone.innerHTML) {
      const more = phone.querySelectorAll(".message").length > shown.querySelectorAll(".message").length;
      shown.innerHTML = phone.innerHTML;
      shown.classList.toggle("new", more);
      for (const screen of shown.querySelectorAll("section")) screen.scrollTop = screen.scrollHeight;
    }
  }
}

async function look() {
  try {
    const answer = await fetch("/phones/", { cache: "no-store" });
    if (answer.ok) update(new DOMParser().parseFromString(await answer.text(), "text/html"));
  } finally {
    setTimeout(look, PAUSE);
  }
}

for (const screen of document.querySelectorAll("section")) screen.scrollTop = screen.scrollHeight;
setTimeout(look, PAUSE);
