"use strict";

// For who sees or reads badly: larger letters, and the browser's own voice where it has one.

const SIZES = ["100", "125", "150", "200"];
const KEPT = "letters";

// The size that was chosen on this machine; a browser may refuse to keep anything.
function keptSize() {
  try {
    return localStorage.getItem(KEPT);
  } catch (error) {
    return null;
  }
}

function setSize(size) {
  document.documentElement.dataset.size = size;
  try {
    localStorage.setItem(KEPT, size);
  } catch (error) {
    // It holds as long as the page is open.
  }
  for (const button of document.querySelectorAll(".sizes button")) {
    const end = button.dataset.by === "1" ? SIZES.at(-1) : SIZES[0];
    button.setAttribute("aria-disabled", String(size === end));
  }
}

function sizeNow() {
  return SIZES.indexOf(document.documentElement.dataset.size);
}

// The two buttons that make letters smaller and larger.
function beginSizes() {
  for (const button of document.querySelectorAll(".sizes button")) {
    button.addEventListener("click", () => {
      const wanted = sizeNow() + Number(button.dataset.by);
      if (wanted >= 0 && wanted < SIZES.length) setSize(SIZES[wanted]);
    });
  }
  const kept = keptSize();
  setSize(SIZES.includes(kept) ? kept : SIZES[0]);
}

function nameSizes(words) {
  for (const button of document.querySelectorAll(".sizes button")) {
    const name = words[button.dataset.by === "1" ? "page.larger" : "page.smaller"];
    button.setAttribute("aria-label", name);
    button.title = name;
  }
}

// One voice for the page: what is read aloud stops when something else is.
const voice = {
  reading: null,

  of(language) {
    if (!window.speechSynthesis) return null;
    const all = window.speechSynthesis.getVoices();
    return all.find((each) => each.lang.toLowerCase().replace("_", "-").split("-")[0] === language) || null;
  },

  // Buttons are there only where somebody could read.
  look(language) {
    document.documentElement.classList.toggle("voiced", this.of(language) !== null);
  },

  stop() {
    if (this.reading === null) return;
    const { ended } = this.reading;
    this.reading = null;
    window.speechSynthesis.cancel();
    ended();
  },

  // Sentence by sentence: browsers break off in a long piece.
  read(words, language, ended) {
    this.stop();
    const chosen = this.of(language);
    const pieces = words.split(/(?<=[.!?…:])\s+|\n+/).filter((each) => each.trim());
    if (chosen === null || !pieces.length) return;
    const reading = { ended };
    this.reading = reading;
    pieces.forEach((piece, place) => {
      const said = new SpeechSynthesisUtterance(piece);
      said.voice = chosen;
      said.lang = chosen.lang;
      said.rate = 0.9;
      const over = () => {
        if (this.reading === reading) this.stop();
      };
      if (place === pieces.length - 1) said.addEventListener("end", over);
      said.addEventListener("error", over);
      window.speechSynthesis.speak(said);
    });
  },
};

window.addEventListener("pagehide", () => voice.stop());
