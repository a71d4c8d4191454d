// Finds what a person or a screen reader would: by role and name. Returns the first visible match, exact name first.
const [role, name, nth] = arguments;
const squash = (s) => (s || "").replace(/\s+/g, " ").trim();
const implicit = {
  A: (e) => (e.hasAttribute("href") ? "link" : ""),
  BUTTON: () => "button",
  SELECT: () => "combobox",
  TEXTAREA: () => "textbox",
  SUMMARY: () => "button",
  H1: () => "heading", H2: () => "heading", H3: () => "heading", H4: () => "heading",
  DIALOG: () => "dialog", NAV: () => "navigation", MAIN: () => "main", ARTICLE: () => "article",
  TR: () => "row", LI: () => "listitem", FIELDSET: () => "group", PROGRESS: () => "progressbar",
  INPUT: (e) => ({ checkbox: "checkbox", radio: "radio", file: "file", date: "date", submit: "button" })[e.type] || "textbox",
};
const roleOf = (e) => e.getAttribute("role") || (implicit[e.tagName] ? implicit[e.tagName](e) : "");
const nameOf = (e) => {
  if (e.hasAttribute("aria-label")) return squash(e.getAttribute("aria-label"));
  if (e.hasAttribute("aria-labelledby")) {
    return squash(e.getAttribute("aria-labelledby").split(" ").map((id) => document.getElementById(id)?.textContent).join(" "));
  }
  if (e.labels && e.labels.length) {
    return squash([...e.labels].map((l) => (l.querySelector(".label") || l).textContent).join(" "));
  }
  if (e.tagName === "FIELDSET") return squash(e.querySelector("legend")?.textContent);
  return squash(e.textContent);
};
const visible = (e) => e.type === "file" || e.checkVisibility({ visibilityProperty: true });
const found = [...document.querySelectorAll("*")].filter((e) => roleOf(e) === role && visible(e));
const exact = found.filter((e) => nameOf(e) === name);
const close = found.filter((e) => nameOf(e).includes(name));
return (exact.length ? exact : close)[nth] || null;
