// Shows one row of a list after another and changes what its panel lets change, or the order and grouping of the list, at
// the start of a frame each. Tells what the frame then took, in milliseconds: script, styles, layout and drawing.
const [{ count, fields }, done] = arguments;
const seen = (e) => e.getBoundingClientRect().width > 0;
const all = (selector) => [...document.querySelectorAll(selector)].filter(seen);
const wait = () => new Promise((then) => setTimeout(then, 80));
const set = (e) => {
  if (e.tagName !== "SELECT") return e.click();
  e.selectedIndex = (e.selectedIndex + 1) % e.options.length;
  e.dispatchEvent(new Event("change", { bubbles: true }));
};
const one = (field) => new Promise((then) => {
  requestAnimationFrame(() => {
    const start = performance.now();
    const after = new MessageChannel();
    after.port1.onmessage = () => then(performance.now() - start);
    set(field);
    after.port2.postMessage(null);
  });
});
(async () => {
  const times = [];
  for (let i = 0; i < count; i++) {
    const rows = all(".rows a[data-key]");
    rows[(i * 7) % rows.length].click();
    await wait();
    const there = all(fields).filter((e) => !e.checked);
    if (there.length === 0) continue;
    times.push(await one(there[(i * 5) % there.length]));
    await wait();
  }
  done(times);
})();
