// Sets states that the page lets set, at the start of a frame each. Tells what the frame then took, in milliseconds:
// script, styles, layout and drawing.
const [count, done] = arguments;
const seen = (e) => e.getBoundingClientRect().width > 0;
const all = () => [...document.querySelectorAll("main select, main input[type=radio]")].filter(seen);
const set = (e) => {
  if (e.tagName !== "SELECT") return e.click();
  e.selectedIndex = (e.selectedIndex + 1) % e.options.length;
  e.dispatchEvent(new Event("change", { bubbles: true }));
};
const one = (i) => new Promise((then) => {
  const field = all()[(i * 7) % all().length];
  requestAnimationFrame(() => {
    const start = performance.now();
    const after = new MessageChannel();
    after.port1.onmessage = () => setTimeout(then, 80, performance.now() - start);
    set(field);
    after.port2.postMessage(null);
  });
});
(async () => {
  const times = [];
  for (let i = 0; i < count && all().length > 0; i++) times.push(await one(i));
  done(times);
})();
