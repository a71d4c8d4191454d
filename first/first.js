// Where nothing is saved yet, the first screen is there before the app. Links lead on by themselves; what is typed and
// pressed is handed over to the app, whose own screen then takes this one's place. A browser that cannot read this script
// cannot run the app either.
(() => {
  "use strict";
  const english = !/^ja/i.test(navigator.language || "ja");
  const isHome = () => /^(#\/?)?$/.test(location.hash);
  // The site's files do not load one another from a disk, so the app does not start there.
  const wrongFile = location.protocol === "file:" && "tenkenWasm" in window;
  const isKnown = () => {
    try {
      return Object.keys(localStorage).some((key) => key.startsWith("tenken/"));
    } catch {
      return true;
    }
  };
  if (window.tenkenFramed || wrongFile || !isHome() || isKnown()) return;

  const first = document.createElement("div");
  first.id = "first";
  first.append(document.getElementById(english ? "first-en" : "first-ja").content);
  document.body.append(first);
  if (english) document.documentElement.lang = "en";
  const [field, files] = first.querySelectorAll("input");

  // What the app has in an element's place.
  const twin = (element) => {
    if (!first.contains(element)) return element;
    const above = element.parentNode;
    const among = above === first ? document.querySelectorAll("body > .skip, body > .skip ~ *") : twin(above)?.children;
    const found = among?.[[...above.children].indexOf(element)];
    return found?.tagName === element.tagName && found.className === element.className ? found : undefined;
  };

  const carry = () => {
    const typed = twin(field);
    if (typed && !typed.value) typed.value = field.value;
  };

  let presses = [];
  const repeat = ({ event, chosen, value }) => {
    const element = twin(event.target);
    if (!element) return;
    // Another language makes every element anew.
    carry();
    setTimeout(carry);
    if (chosen) element.files = chosen;
    else if (element.tagName === "SELECT") element.value = value;
    element.dispatchEvent(new event.constructor(event.type, event));
  };
  const wait = () => first.setAttribute("aria-busy", "true");
  const remember = (event) => {
    const { files: chosen, value } = event.target;
    const press = { event, chosen, value };
    wait();
    // Files may be chosen in a dialogue that was opened before.
    if (presses) presses.push(press);
    else repeat(press);
  };
  // Nothing here can be pressed any more: it leads to another page.
  const leave = () => {
    first.inert = true;
    wait();
  };

  first.addEventListener("click", (event) => {
    if (event.target.type !== "button" && event.target.className !== "skip") return;
    event.preventDefault();
    remember(event);
  });
  first.addEventListener("change", (event) => {
    if (event.target !== field) remember(event);
  });
  first.addEventListener("submit", (event) => {
    event.preventDefault();
    remember(event);
    leave();
  });
  addEventListener("hashchange", () => isHome() || leave());
  addEventListener("keydown", (event) => {
    const search = event.key === "k" ? event.ctrlKey || event.metaKey : event.key === "/" && event.target !== field;
    if (!search || !first.isConnected) return;
    event.preventDefault();
    remember(event);
  });
  for (const type of ["dragover", "drop"]) {
    addEventListener(type, (event) => {
      if (!first.isConnected || !event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      if (type === "dragover") return;
      files.files = event.dataTransfer.files;
      files.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }

  // While a key or a button is down, or an input method has text of its own, the elements have to stay.
  const held = new Set();
  let isStarted = false;
  const takeOver = () => {
    if (!isStarted || held.size || !first.isConnected) return;
    const { activeElement: active, documentElement: page } = document;
    const { selectionStart, selectionEnd, selectionDirection } = field;
    const [focused, top] = [twin(active), page.scrollTop];
    carry();
    first.remove();
    document.getElementById("boot")?.remove();
    if (isHome()) {
      focused?.focus({ preventScroll: true });
      if (active === field) focused.setSelectionRange(selectionStart, selectionEnd, selectionDirection);
      page.scrollTop = top;
    } else document.getElementById("title")?.focus();
    // By then the app has its dialogues, too. Each press has a task of its own: what it changes is drawn before the next.
    requestAnimationFrame(() => setTimeout(() => {
      for (const press of presses) setTimeout(() => repeat(press));
      presses = undefined;
    }));
  };
  for (const [what, begin, ...ends] of [
    ["pointer", "pointerdown", "pointerup", "pointercancel", "contextmenu"],
    ["key", "keydown", "keyup"],
    ["text", "compositionstart", "compositionend"],
  ]) {
    addEventListener(begin, () => held.add(what));
    for (const end of ends) {
      addEventListener(end, () => {
        held.delete(what);
        // What the browser makes of it, such as a click, comes first.
        setTimeout(takeOver);
      });
    }
  }
  addEventListener("blur", () => {
    held.clear();
    takeOver();
  });
  addEventListener("TrunkApplicationStarted", () => {
    isStarted = true;
    takeOver();
  });
})();
