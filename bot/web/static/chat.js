"use strict";

// A chat: history from the server, new messages by server-sent events, typed words, presses and
// files to it. The page of the bot holds one, the demonstration's page two. Nothing is loaded
// from elsewhere.

function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

const wait = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));

class Chat {
  // `root` holds the parts, by their classes; `base` is where the chat's requests go; `heard` is
  // called when the bot said something.
  constructor(root, base, heard = () => {}) {
    this.base = base;
    this.heard = heard;
    this.log = root.querySelector(".messages");
    this.form = root.querySelector(".form");
    this.text = root.querySelector(".text");
    this.file = root.querySelector(".file input");
    this.state = root.querySelector(".state");
    this.welcome = root.querySelector(".welcome");
    this.parts = root;
    this.words = {};
    this.cursor = "";
    this.day = "";
    this.stream = null;
    this.leaving = new AbortController();
    const { signal } = this.leaving;
    this.view = new View(root.querySelector(".scroll"), root.querySelector(".more"), signal);
    this.form.addEventListener("submit", (event) => this.submit(event), { signal });
    this.text.addEventListener("keydown", (event) => this.key(event), { signal });
    this.text.addEventListener("input", () => this.grow(), { signal });
    this.file.addEventListener("change", () => this.chosen(), { signal });
    // A machine that slept or lost its net holds a line that is dead without knowing it.
    window.addEventListener("online", () => this.listen(), { signal });
    document.addEventListener(
      "visibilitychange",
      () => {
        if (document.visibilityState === "visible" && this.stream) this.listen();
      },
      { signal },
    );
    if (window.speechSynthesis) {
      const look = () => voice.look(this.language);
      window.speechSynthesis.addEventListener("voiceschanged", look, { signal });
    }
  }

  async loadWords() {
    const found = await (await fetch(this.base + "/words")).json();
    this.words = found.words;
    this.language = found.language;
    this.today = found.today;
    this.parts.lang = found.language;
    this.text.placeholder = this.words["page.write"];
    this.text.setAttribute("aria-label", this.words["page.write"]);
    this.log.parentElement.setAttribute("aria-label", this.words["page.said"]);
    this.parts.querySelector(".send").textContent = this.words["page.send"];
    this.parts.querySelector(".file-name").textContent = this.words["page.file"];
    this.view.name(this.words);
    voice.look(this.language);
    // `full`: so many began to chat from this place that no more may for a while.
    this.full = found.full;
    this.welcome.hidden = !found.first_run && !found.full;
    this.welcome.textContent = found.full || this.words["page.first_run"];
  }

  show(message) {
    if (document.getElementById(message.id)) return null;
    this.showDay(message.day || this.today);
    const item = document.createElement("li");
    item.id = message.id;
    item.className = message.from;
    const who = document.createElement("span");
    who.className = "hidden";
    who.textContent = (message.from === "me" ? this.words["page.you"] : this.words["page.bot"]) + ": ";
    item.append(who);
    putWords(item, message.text);
    for (const sent of message.files || []) {
      const anchor = anchorTo(sent.url, sent.name);
      anchor.className = "sent-file";
      anchor.download = sent.name;
      item.append(anchor);
    }
    if (message.tables) item.append(this.tables(message.tables));
    if (message.rows && message.rows.length) item.append(this.choices(message));
    if (message.from === "bot") item.append(this.listenButton(message));
    this.log.append(item);
    return item;
  }

  // A day's name stands before its first message: "mai" is said of that day.
  showDay(day) {
    if (!day || day === this.day) return;
    this.day = day;
    const item = document.createElement("li");
    item.className = "day";
    item.textContent = day;
    this.log.append(item);
  }

  // A list that waits to be written, as tables: only the latest, and only while it waits.
  tables(address) {
    for (const old of this.log.querySelectorAll(".tables")) old.remove();
    const details = document.createElement("details");
    details.className = "tables";
    const summary = document.createElement("summary");
    summary.textContent = this.words["page.tables"];
    details.append(summary);
    this.loadTables(details, address);
    return details;
  }

  async loadTables(details, address) {
    const answer = await fetch(address);
    if (!answer.ok) {
      details.remove();
      return;
    }
    const found = await answer.json();
    for (const table of found.tables) putTable(details, table);
    details.open = true;
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

  // What is read aloud: the words, then what there is to choose.
  listenButton(message) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "listen";
    button.textContent = this.words["page.listen"];
    const labels = (message.rows || []).flat().map((choice) => choice.label + ".");
    const ended = () => {
      button.textContent = this.words["page.listen"];
      button.classList.remove("reading");
    };
    button.addEventListener("click", () => {
      if (button.classList.contains("reading")) {
        voice.stop();
        return;
      }
      voice.read([message.text, ...labels].join("\n"), this.language, ended);
      button.textContent = this.words["page.stop"];
      button.classList.add("reading");
    });
    return button;
  }

  // Send, again and again for a while: the same id is the same message, twice does no harm.
  async post(address, options, item) {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      try {
        const answer = await fetch(this.base + address, options);
        if (answer.ok) {
          this.say("");
          return;
        }
        if (answer.status < 500) break;
      } catch (error) {
        this.say(this.words["page.offline"]);
      }
      await wait(attempt + 1);
    }
    this.say("");
    this.notSent(item, () => this.post(address, options, item));
  }

  // What didn't go out says so itself, and is sent again with a press.
  notSent(item, again) {
    const note = document.createElement("div");
    note.className = "not-sent";
    note.setAttribute("role", "alert");
    note.append(this.words["page.not_sent"]);
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = this.words["page.again"];
    button.addEventListener("click", () => {
      note.remove();
      again();
    });
    note.append(button);
    if (item === null) {
      this.log.append(note);
    } else {
      item.append(note);
    }
    this.view.toEnd();
  }

  // Show one's own message, which goes out meanwhile; `shown` is empty for what nobody typed.
  showOwn(id, shown) {
    voice.stop();
    if (!shown) return null;
    const item = this.show({ id: "c" + id, from: "me", text: shown });
    this.view.toEnd();
    return item;
  }

  send(body, shown) {
    const id = newId();
    const options = {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ id, ...body }),
    };
    return this.post("/messages", options, this.showOwn(id, shown));
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
    const stream = new EventSource(this.base + "/stream?after=" + encodeURIComponent(this.cursor));
    this.stream = stream;
    stream.addEventListener("open", () => this.say(""));
    stream.addEventListener("error", () => {
      this.say(this.words["page.offline"]);
      // A refusal ends a stream for good, a lost line doesn't.
      if (stream.readyState === EventSource.CLOSED) this.listenLater(stream);
    });
    stream.addEventListener("message", (event) => {
      this.cursor = event.lastEventId;
      const item = this.show(JSON.parse(event.data));
      if (item) this.view.came(item);
      this.heard();
      this.loadWords();
    });
  }

  async listenLater(stream) {
    await wait(3);
    if (this.stream === stream && !this.leaving.signal.aborted) this.listen();
  }

  submit(event) {
    event.preventDefault();
    const typed = this.text.value.trim();
    if (!typed) return;
    this.text.value = "";
    this.grow();
    this.send({ text: typed }, typed);
    this.text.focus();
  }

  key(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.form.requestSubmit();
    }
  }

  // The field is as high as what is typed, within what the style allows.
  grow() {
    this.text.style.height = "auto";
    this.text.style.height = this.text.scrollHeight + 4 + "px";
  }

  chosen() {
    const chosen = this.file.files[0];
    if (!chosen) return;
    const id = newId();
    const body = new FormData();
    body.append("id", id);
    body.append("file", chosen);
    this.post("/files", { method: "POST", body }, this.showOwn(id, chosen.name));
    this.file.value = "";
  }

  // Show what was said, then what comes; `start` is the code of a link that was opened.
  async begin(start = null) {
    await this.loadWords();
    if (this.full) return;
    const history = await (await fetch(this.base + "/history")).json();
    if (this.leaving.signal.aborted) return;
    let first = null;
    let turn = null;
    for (const message of history.messages) {
      const item = this.show(message);
      // The last answer begins with its first message, what nobody asked for with itself.
      if (message.from !== "bot") turn = null;
      else if (message.turn === null || message.turn !== turn) [first, turn] = [item, message.turn];
    }
    this.view.open(first);
    this.cursor = history.cursor;
    this.listen();
    if (start !== null) this.send({ start });
    else if (!history.messages.length) this.send({ start: "" });
  }

  // Somebody else takes this place.
  end() {
    voice.stop();
    this.leaving.abort();
    this.view.end();
    if (this.stream) this.stream.close();
    this.log.replaceChildren();
    this.say("");
  }
}
