"use strict";

// A chat: history from the server, new messages by server-sent events, typed words, presses and
// files to it. The page of the bot holds one, the demonstration's page two. Nothing is loaded
// from elsewhere.

function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

class Chat {
  // `root` holds the parts, by their classes; `base` is where the chat's requests go; `heard` is
  // called when the bot said something.
  constructor(root, base, heard = () => {}) {
    this.base = base;
    this.heard = heard;
    this.log = root.querySelector(".log");
    this.form = root.querySelector(".form");
    this.text = root.querySelector(".text");
    this.file = root.querySelector(".file input");
    this.state = root.querySelector(".state");
    this.main = root.querySelector(".scroll");
    this.welcome = root.querySelector(".welcome");
    this.parts = root;
    this.words = {};
    this.cursor = "";
    this.stream = null;
    this.leaving = new AbortController();
    const { signal } = this.leaving;
    this.form.addEventListener("submit", (event) => this.submit(event), { signal });
    this.text.addEventListener("keydown", (event) => this.key(event), { signal });
    this.file.addEventListener("change", () => this.chosen(), { signal });
    // Whoever reads the latest message goes on seeing it when the room for it changes.
    this.atEnd = true;
    this.main.addEventListener("scroll", () => this.scrolled(), { signal });
    this.room = new ResizeObserver(() => this.keepEnd());
    this.room.observe(this.main);
  }

  async loadWords() {
    const found = await (await fetch(this.base + "/words")).json();
    this.words = found.words;
    this.language = found.language;
    this.parts.lang = found.language;
    this.text.placeholder = this.words["page.write"];
    this.text.setAttribute("aria-label", this.words["page.write"]);
    this.parts.querySelector(".send").textContent = this.words["page.send"];
    this.parts.querySelector(".file-name").textContent = this.words["page.file"];
    // `full`: so many began to chat from this place that no more may for a while.
    this.full = found.full;
    this.welcome.hidden = !found.first_run && !found.full;
    this.welcome.textContent = found.full || this.words["page.first_run"];
  }

  // Only addresses become links, and only as text.
  link(parent, content) {
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

  show(message) {
    if (document.getElementById(message.id)) return;
    const item = document.createElement("li");
    item.id = message.id;
    item.className = message.from;
    const who = document.createElement("span");
    who.className = "hidden";
    who.textContent = (message.from === "me" ? this.words["page.you"] : this.words["page.bot"]) + ": ";
    item.append(who);
    this.link(item, message.text);
    for (const sent of message.files || []) {
      const anchor = document.createElement("a");
      anchor.href = sent.url;
      anchor.download = sent.name;
      anchor.textContent = sent.name;
      item.append(document.createElement("br"), anchor);
    }
    if (message.rows && message.rows.length) item.append(this.choices(message));
    this.log.append(item);
    this.main.scrollTop = this.main.scrollHeight;
  }

  scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.main;
    this.atEnd = scrollHeight - scrollTop - clientHeight < 40;
  }

  keepEnd() {
    if (this.atEnd) this.main.scrollTop = this.main.scrollHeight;
  }

  choices(message) {
    for (const old of this.log.querySelectorAll(".choices:not(.old)")) old.classList.add("old");
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
        button.addEventListener("click", () => this.press(message, choice));
        line.append(button);
      }
      choices.append(line);
    }
    return choices;
  }

  async post(address, options, id, shown) {
    if (shown) this.show({ id: "c" + id, from: "me", text: shown });
    // The same id again is the same message: sending twice does no harm.
    for (let attempt = 0; attempt < 5; attempt += 1) {
      try {
        const answer = await fetch(this.base + address, options);
        if (answer.ok) return true;
        if (answer.status < 500) break;
      } catch (error) {
        this.say(this.words["page.offline"]);
      }
      await new Promise((done) => setTimeout(done, 1000 * (attempt + 1)));
    }
    this.say(this.words["page.not_sent"]);
    return false;
  }

  send(body, shown) {
    const id = newId();
    const options = {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ id, ...body }),
    };
    return this.post("/messages", options, id, shown);
  }

  press(message, choice) {
    this.send({ press: choice.value, shown_in: message.outbox }, choice.label);
  }

  say(words) {
    this.state.textContent = words;
    this.state.hidden = !words;
  }

  listen() {
    if (this.stream) this.stream.close();
    this.stream = new EventSource(this.base + "/stream?after=" + encodeURIComponent(this.cursor));
    this.stream.addEventListener("open", () => this.say(""));
    this.stream.addEventListener("error", () => this.say(this.words["page.offline"]));
    this.stream.addEventListener("message", (event) => {
      this.cursor = event.lastEventId;
      this.show(JSON.parse(event.data));
      this.heard();
      this.loadWords();
    });
  }

  submit(event) {
    event.preventDefault();
    const typed = this.text.value.trim();
    if (!typed) return;
    this.text.value = "";
    this.send({ text: typed }, typed);
    this.text.focus();
  }

  key(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.form.requestSubmit();
    }
  }

  chosen() {
    const chosen = this.file.files[0];
    if (!chosen) return;
    const id = newId();
    const body = new FormData();
    body.append("id", id);
    body.append("file", chosen);
    this.post("/files", { method: "POST", body }, id, chosen.name);
    this.file.value = "";
  }

  // Show what was said, then what comes; `start` is the code of a link that was opened.
  async begin(start = null) {
    await this.loadWords();
    if (this.full) return;
    const history = await (await fetch(this.base + "/history")).json();
    if (this.leaving.signal.aborted) return;
    for (const message of history.messages) this.show(message);
    this.cursor = history.cursor;
    this.listen();
    if (start !== null) this.send({ start });
    else if (!history.messages.length) this.send({ start: "" });
  }

  // Somebody else takes this place.
  end() {
    this.leaving.abort();
    this.room.disconnect();
    if (this.stream) this.stream.close();
    this.log.replaceChildren();
    this.say("");
  }
}
