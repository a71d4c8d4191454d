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
  // The app's script has to be read, too: after this is drawn. A page in a tab behind is not drawn before one looks.
  if (!document.hidden) window.tenkenDrawn = new Promise((then) => requestAnimationFrame(() => setTimeout(then)));
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

  const isOver = new AbortController();
  const on = (type, act) => addEventListener(type, act, { signal: isOver.signal });

  // While a key or a button is down, or an input method has text of its own, the elements have to stay.
  const held = new Set();
  const release = (what) => {
    // What the browser makes of it, such as a click, comes first.
    if (held.delete(what)) setTimeout(takeOver);
  };

  let isStarted = false;
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
    if (event.target === field) return;
    remember(event);
    // The press that opened a list of choices may have no end.
    release("pointer");
  });
  first.addEventListener("submit", (event) => {
    event.preventDefault();
    remember(event);
    leave();
  });
  on("hashchange", () => isHome() || leave());
  on("keydown", (event) => {
    const isTyping = event.target === field || event.target.tagName === "SELECT";
    const isSearch = /^k$/i.test(event.key) ? event.ctrlKey || event.metaKey : event.key === "/" && !isTyping;
    if (!isSearch) return;
    event.preventDefault();
    remember(event);
  });
  for (const type of ["dragover", "drop"]) {
    on(type, (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      if (type === "dragover") return;
      files.files = event.dataTransfer.files;
      files.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }

  const takeOver = () => {
    if (!isStarted || held.size || isOver.signal.aborted) return;
    isOver.abort();
    const { activeElement: active, documentElement: page } = document;
    const { selectionStart, selectionEnd, selectionDirection } = field;
    const [focused, top] = [twin(active), page.scrollTop];
    carry();
    first.remove();
    document.getElementById("boot")?.remove();
    if (isHome()) {
      focused?.focus({ preventScroll: true });
      if (active === field) focused.setSelectionRange(selectionStart, selectionEnd, selectionDirection);
    } else document.getElementById("title")?.focus();
    page.scrollTop = isHome() ? top : 0;
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
    on(begin, () => held.add(what));
    for (const end of ends) on(end, () => release(what));
  }
  on("pointermove", (event) => event.buttons || release("pointer"));
  on("blur", () => {
    held.clear();
    takeOver();
  });
  on("TrunkApplicationStarted", () => {
    isStarted = true;
    takeOver();
  });
})();
