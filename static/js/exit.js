// "Exit this page": the links work without this script. With it the page is blanked at once, its entry in the
// history of this tab is replaced, and pressing Shift three times does the same as the button.

const PRESSES = 3;
const PATIENCE = 5000; // milliseconds between two presses
const SAID = ["", "Press Shift 2 more times to exit this page.", "Press Shift 1 more time to exit this page."];

let presses = 0;
let timer = 0;
let shiftAlone = false;

function exit(address) {
  document.documentElement.classList.add("app-blank");
  document.title = "";
  say("Leaving this page.");
  history.replaceState(null, "", "/");
  location.replace(address);
}

function say(words) {
  const status = document.querySelector("[data-exit-status]");
  if (status) status.textContent = words;
}

function forget() {
  presses = 0;
  say("");
}

function countShift() {
  presses += 1;
  clearTimeout(timer);
  if (presses === PRESSES) {
    exit(document.querySelector("[data-exit]").href);
  } else {
    say(SAID[presses]);
    timer = setTimeout(forget, PATIENCE);
  }
}

document.addEventListener("click", (event) => {
  const link = event.target.closest && event.target.closest("[data-exit]");
  if (!link) return;
  event.preventDefault();
  exit(link.href);
});

// Shift counts when it goes down and up with no other key between: typing capitals must not leave the page.
document.addEventListener("keydown", (event) => {
  if (event.repeat) return;
  shiftAlone = event.key === "Shift";
  if (!shiftAlone) forget();
});
document.addEventListener("keyup", (event) => {
  if (event.key === "Shift" && shiftAlone) countShift();
});

// A browser that keeps pages in memory would show a blank one on the way back.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) document.documentElement.classList.remove("app-blank");
});
