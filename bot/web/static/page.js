"use strict";

// The bot's own page: one chat, whose account is the browser's session.

const chat = new Chat(document.body, "/chat", title);

function title() {
  document.documentElement.lang = chat.language;
  document.title = chat.words["page.title"];
  document.getElementById("title").textContent = chat.words["page.title"];
  nameSizes(chat.words);
}

async function begin() {
  beginSizes();
  const asked = new URLSearchParams(location.search).get("start");
  if (asked !== null) window.history.replaceState(null, "", "/");
  await chat.begin(asked);
  title();
  // On a phone the keyboard would cover what was said.
  if (matchMedia("(pointer: fine)").matches) chat.text.focus();
}

begin();
