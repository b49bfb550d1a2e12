"use strict";

// The chat page: history from the server, new messages by server-sent events, typed words,
// presses and files to it. Nothing is loaded from elsewhere.

const log = document.getElementById("log");
const form = document.getElementById("form");
const text = document.getElementById("text");
const file = document.getElementById("file");
const state = document.getElementById("state");
const main = document.querySelector("main");
let words = {};
let cursor = "";
let stream = null;

async function loadWords() {
  const found = await (await fetch("/chat/words")).json();
  words = found.words;
  document.documentElement.lang = found.language;
  document.title = words["page.title"];
  document.getElementById("title").textContent = words["page.title"];
  document.getElementById("text-label").textContent = words["page.write"];
  text.placeholder = words["page.write"];
  document.getElementById("send").textContent = words["page.send"];
  document.getElementById("file-name").textContent = words["page.file"];
  const welcome = document.getElementById("welcome");
  welcome.hidden = !found.first_run;
  welcome.textContent = words["page.first_run"];
}

function link(parent, content) {
  // Only addresses become links, and only as text.
  for (const piece of content.split(/(https?:\/\/[^\s]+)/)) {
    if (/^https?:\/\//.test(piece)) {
      const anchor = document.createElement("a");
      anchor.href = piece;
      anchor.textContent = piece;
      anchor.rel = "noopener noreferrer";
      parent.append(anchor);
    } else {
      parent.append(piece);
    }
  }
}

function show(message) {
  if (document.getElementById(message.id)) return;
  const item = document.createElement("li");
  item.id = message.id;
  item.className = message.from;
  const who = document.createElement("span");
  who.className = "hidden";
  who.textContent = (message.from === "me" ? words["page.you"] : words["page.bot"]) + ": ";
  item.append(who);
  link(item, message.text);
  for (const sent of message.files || []) {
    const anchor = document.createElement("a");
    anchor.href = sent.url;
    anchor.download = sent.name;
    anchor.textContent = sent.name;
    item.append(document.createElement("br"), anchor);
  }
  if (message.rows && message.rows.length) {
    for (const old of log.querySelectorAll(".choices:not(.old)")) old.classList.add("old");
    const choices = document.createElement("div");
    choices.className = "choices";
    for (const row of message.rows) {
      const line = document.createElement("div");
      for (const choice of row) {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = choice.label;
        // The way back and the way out stand behind the answers.
        if (choice.value.endsWith("!")) button.className = "aside";
        button.addEventListener("click", () => press(message, choice));
        line.append(button);
      }
      choices.append(line);
    }
    item.append(choices);
  }
  log.append(item);
  main.scrollTop = main.scrollHeight;
}

function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function post(address, options, id, shown) {
  if (shown) show({ id: "c" + id, from: "me", text: shown });
  // The same id again is the same message: sending twice does no harm.
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      const answer = await fetch(address, options);
      if (answer.ok) return true;
      if (answer.status < 500) break;
    } catch (error) {
      say(words["page.offline"]);
    }
    await new Promise((done) => setTimeout(done, 1000 * (attempt + 1)));
  }
  say(words["page.not_sent"]);
  return false;
}

function send(body, shown) {
  const id = newId();
  const options = {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ id, ...body }),
  };
  return post("/chat/messages", options, id, shown);
}

function press(message, choice) {
  send({ press: choice.value, shown_in: message.outbox }, choice.label);
}

function say(words_) {
  state.textContent = words_;
  state.hidden = !words_;
}

function listen() {
  if (stream) stream.close();
  stream = new EventSource("/chat/stream?after=" + encodeURIComponent(cursor));
  stream.addEventListener("open", () => say(""));
  stream.addEventListener("error", () => say(words["page.offline"]));
  stream.addEventListener("message", (event) => {
    cursor = event.lastEventId;
    const message = JSON.parse(event.data);
    show(message);
    loadWords();
  });
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const typed = text.value.trim();
  if (!typed) return;
  text.value = "";
  send({ text: typed }, typed);
  text.focus();
});

text.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    form.requestSubmit();
  }
});

file.addEventListener("change", () => {
  const chosen = file.files[0];
  if (!chosen) return;
  const id = newId();
  const body = new FormData();
  body.append("id", id);
  body.append("file", chosen);
  post("/chat/files", { method: "POST", body }, id, chosen.name);
  file.value = "";
});

async function begin() {
  await loadWords();
  const history = await (await fetch("/chat/history")).json();
  for (const message of history.messages) show(message);
  cursor = history.cursor;
  listen();
  const asked = new URLSearchParams(location.search).get("start");
  if (asked !== null) {
    window.history.replaceState(null, "", "/");
    send({ start: asked });
  } else if (!history.messages.length) {
    send({ start: "" });
  }
  text.focus();
}

begin();
