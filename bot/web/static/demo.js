"use strict";

// The demonstration's page: two invented people side by side, and buttons that move the clock.

const PLACES = ["left", "right"];
const chats = {};
const chosen = {};
let words = {};
let people = [];

function part(id) {
  return document.getElementById(id);
}

async function load() {
  const found = await (await fetch("/demo/state")).json();
  words = found.words;
  const changed = JSON.stringify(people) !== JSON.stringify(found.people);
  people = found.people;
  document.documentElement.lang = found.language;
  document.title = words["demo.title"];
  part("title").textContent = words["demo.title"];
  part("more").textContent = words["demo.more"];
  part("about").textContent = words["demo.about"];
  part("now").textContent = found.now;
  part("clubs-title").textContent = words["demo.clubs"];
  part("clubs").replaceChildren(
    ...found.clubs.map((club) => {
      const line = document.createElement("li");
      line.textContent = club;
      return line;
    }),
  );
  nameSizes(words);
  document.querySelector(".clock").setAttribute("aria-label", words["demo.clock"]);
  document.querySelector(".tabs").setAttribute("aria-label", words["demo.who"]);
  for (const button of document.querySelectorAll(".clock button")) {
    button.textContent = words[button.dataset.days === "1" ? "demo.day" : "demo.week"];
  }
  // A list that somebody is looking through stays as it is unless it changed.
  if (changed) for (const place of PLACES) fill(place);
  return found;
}

// Who there is to choose; the last choice is somebody whom nobody knows yet.
function fill(place) {
  const select = part(place).querySelector(".who-select");
  part(place).querySelector(".who-label").textContent = words["demo.who"];
  const known = people.some((each) => each.id === chosen[place]);
  const shown = [...people];
  if (chosen[place] && !known) {
    shown.push({ id: chosen[place], name: words["demo.newcomer"], label: words["demo.newcomer"] });
  }
  select.replaceChildren(
    ...shown.map((each) => new Option(each.label, each.id)),
    new Option(words["demo.somebody_new"], ""),
  );
  if (chosen[place]) select.value = chosen[place];
  const found = shown.find((each) => each.id === chosen[place]);
  const name = found ? found.name : "";
  part(place).setAttribute("aria-label", found ? found.label : "");
  const tab = part("tab-" + place);
  const news = tab.classList.contains("news");
  tab.textContent = news ? "• " + name : name;
  tab.setAttribute("aria-label", news ? `${name}, ${words["demo.news"]}` : name);
}

function take(place, person, start = null) {
  if (chats[place]) chats[place].end();
  chosen[place] = person || "guest-" + newId();
  const address = new URLSearchParams(PLACES.map((each) => [each, chosen[each] || ""]));
  window.history.replaceState(null, "", "/?" + address);
  chats[place] = new Chat(part(place), "/demo/people/" + chosen[place], () => heard(place));
  fill(place);
  return chats[place].begin(start);
}

// Somebody may have got a name or a role meanwhile; a tab that is behind says that there is news.
function heard(place) {
  part("tab-" + place).classList.toggle("news", part(place).classList.contains("behind"));
  fill(place);
  load();
}

function front(place) {
  for (const each of PLACES) {
    part(each).classList.toggle("behind", each !== place);
    part("tab-" + each).setAttribute("aria-selected", String(each === place));
    part("tab-" + each).tabIndex = each === place ? 0 : -1;
  }
  part("tab-" + place).classList.remove("news");
  fill(place);
  if (chats[place]) chats[place].view.place();
}

async function move(days) {
  const buttons = document.querySelectorAll(".clock button");
  for (const button of buttons) button.disabled = true;
  part("now").textContent = words["demo.moving"];
  part("told").textContent = words["demo.moving"];
  try {
    const answer = await fetch("/demo/clock", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ days }),
    });
    if (!answer.ok) throw new Error(answer.statusText);
    const found = await load();
    part("told").textContent = found.now;
  } catch (error) {
    part("now").textContent = words["demo.not_moved"];
    part("told").textContent = words["demo.not_moved"];
  }
  for (const button of buttons) button.disabled = false;
}

async function begin() {
  beginSizes();
  for (const place of PLACES) {
    part(place).append(part("column").content.cloneNode(true));
    part(place).querySelector(".who-select").addEventListener("change", (event) => {
      take(place, event.target.value);
    });
    part("tab-" + place).addEventListener("click", () => front(place));
    part("tab-" + place).addEventListener("keydown", (event) => {
      if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
      const other = place === "left" ? "right" : "left";
      front(other);
      part("tab-" + other).focus();
    });
  }
  for (const button of document.querySelectorAll(".clock button")) {
    button.addEventListener("click", () => move(Number(button.dataset.days)));
  }
  const asked = new URLSearchParams(location.search);
  const found = await load();
  // A link with a code is opened by somebody new, on the right.
  const start = asked.get("start");
  const first = { left: found.first[0], right: found.first[1] };
  front("left");
  await take("left", asked.get("left") || first.left);
  await take("right", start === null ? asked.get("right") || first.right : "", start);
  setInterval(load, 30000);
}

begin();
