"use strict";

// What is said, as the page shows it: addresses and phone numbers to press, lists as lists.
// Everything is put in as text, never as markup.

const ADDRESS = /https?:\/\/\S*[^\s.,;:!?)\]"”]/;
const PHONE = /(?<![\d.,/])(?:\+84|0)\d{1,3}(?:[ .]?\d{2,4}){2,3}(?![\d/])|(?<![\d.,/])1[89]00(?: ?\d{2,4}){1,3}(?![\d/])/;
// Three digits are a number to call only where a message is about calling, and never where they count.
const SHORT = /(?<![\d.,/])(?:11[1345]|156)(?![\d/%]|[.,]\d| (?:người|thành viên|đồng|ngàn|nghìn|triệu|câu lạc bộ|members?|people|clubs?)(?!\p{L}))/u;
const CALLING = /gọi|công an|call|police/i;

function anchorTo(address, words) {
  const anchor = document.createElement("a");
  anchor.href = address;
  anchor.textContent = words;
  return anchor;
}

// A line of text with what can be pressed in it.
function putText(parent, text, calling) {
  const sought = [ADDRESS.source, PHONE.source, ...(calling ? [SHORT.source] : [])].join("|");
  let end = 0;
  for (const found of text.matchAll(new RegExp(sought, "gu"))) {
    const words = found[0];
    parent.append(text.slice(end, found.index));
    end = found.index + words.length;
    if (words.startsWith("http")) {
      const anchor = anchorTo(words, words);
      anchor.rel = "noopener noreferrer";
      parent.append(anchor);
    } else {
      const anchor = anchorTo("tel:" + words.replace(/[ .]/g, ""), words);
      anchor.className = "call";
      parent.append(anchor);
    }
  }
  parent.append(text.slice(end));
}

const MARKED = /^(?:[-–•·]|(\d{1,2})[.)]) +(?=\S)/;

// A message's words: paragraphs, and lists where lines begin with a dash or a number.
function putWords(parent, text) {
  const calling = CALLING.test(text);
  const lines = text.split("\n");
  const kindOf = (line) => {
    const found = MARKED.exec(line);
    return found ? (found[1] ? "ol" : "ul") : "p";
  };
  for (let at = 0; at < lines.length; ) {
    const kind = kindOf(lines[at]);
    let end = at + 1;
    while (end < lines.length && kindOf(lines[end]) === kind) end += 1;
    const block = document.createElement(kind);
    if (kind === "p") {
      putText(block, lines.slice(at, end).join("\n"), calling);
    } else {
      if (kind === "ol") block.start = Number(MARKED.exec(lines[at])[1]);
      for (const line of lines.slice(at, end)) {
        const item = document.createElement("li");
        putText(item, line.replace(MARKED, ""), calling);
        block.append(item);
      }
    }
    parent.append(block);
    at = end;
  }
}

// A table for everybody: a caption, heads of columns, and the second cell as the head of its row.
function putTable(parent, found) {
  const region = document.createElement("div");
  region.className = "wide";
  region.tabIndex = 0;
  region.setAttribute("role", "region");
  region.setAttribute("aria-label", found.caption);
  const table = document.createElement("table");
  table.createCaption().textContent = found.caption;
  const heads = table.createTHead().insertRow();
  for (const words of found.heads) {
    const head = document.createElement("th");
    head.scope = "col";
    head.textContent = words;
    heads.append(head);
  }
  const body = table.createTBody();
  for (const cells of found.rows) {
    const row = body.insertRow();
    cells.forEach((words, place) => {
      const cell = document.createElement(place === 1 ? "th" : "td");
      if (place === 1) cell.scope = "row";
      cell.textContent = words;
      row.append(cell);
    });
  }
  region.append(table);
  parent.append(region);
  if (found.more) {
    const more = document.createElement("p");
    more.textContent = found.more;
    parent.append(more);
  }
}
