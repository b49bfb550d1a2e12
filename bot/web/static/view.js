"use strict";

// Which part of a chat is on the screen: what is new begins at the top, and whoever looks through
// what was said before isn't carried away from it.

const NEAR = 24;
const MARGIN = 8;

class View {
  constructor(main, more, signal) {
    this.main = main;
    this.more = more;
    // What is new and not read to its end begins with `fresh`; what came while somebody was
    // looking elsewhere begins with `below`.
    this.fresh = null;
    this.below = null;
    this.placed = 0;
    this.touched = false;
    this.words = {};
    for (const kind of ["wheel", "touchmove", "pointerdown", "keydown"]) {
      main.addEventListener(kind, () => { this.touched = true; }, { signal, passive: true });
    }
    main.addEventListener("scroll", () => this.look(), { signal, passive: true });
    more.addEventListener("click", () => this.on(), { signal });
    // The room for a chat changes with the keyboard, the size of letters, the header.
    this.room = new ResizeObserver(() => {
      if (!this.isAway()) this.place();
      this.look();
    });
    this.room.observe(main);
    for (const part of main.children) this.room.observe(part);
  }

  name(words) {
    this.words = words;
    this.look();
  }

  isAtEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.main;
    return scrollHeight - scrollTop - clientHeight < NEAR;
  }

  // Whether somebody moved the chat by hand and looks at something else than its end.
  isAway() {
    return this.touched && Math.abs(this.main.scrollTop - this.placed) > 4 && !this.isAtEnd();
  }

  // The top of what is new at the top of the screen, or the end where all of it has room.
  place() {
    const end = this.main.scrollHeight - this.main.clientHeight;
    const top = this.fresh && this.fresh.isConnected ? this.topOf(this.fresh) : end;
    this.main.scrollTop = Math.min(top, end);
    this.placed = this.main.scrollTop;
    this.touched = false;
    this.look();
  }

  topOf(item) {
    const { top } = item.getBoundingClientRect();
    return this.main.scrollTop + top - this.main.getBoundingClientRect().top - MARGIN;
  }

  open(first) {
    this.fresh = first;
    this.place();
  }

  toEnd() {
    this.fresh = null;
    this.below = null;
    this.place();
  }

  // A message came that isn't one's own.
  came(item) {
    if (this.isAway()) {
      this.below = this.below || item;
      this.look();
      return;
    }
    if (this.fresh === null || this.hasRead) this.fresh = item;
    this.hasRead = false;
    this.place();
  }

  // There is more below: a button says so.
  look() {
    if (this.touched && this.isAtEnd()) {
      this.below = null;
      this.hasRead = true;
    }
    this.more.hidden = this.isAtEnd();
    this.more.textContent = this.words[this.below ? "page.new_below" : "page.more"] || "";
  }

  on() {
    if (this.below) {
      this.open(this.below);
      this.below = null;
    } else {
      // A line of what was read stays in sight.
      this.touched = true;
      this.main.scrollTop += this.main.clientHeight * 0.8;
    }
    this.look();
  }

  end() {
    this.room.disconnect();
    this.more.hidden = true;
  }
}
