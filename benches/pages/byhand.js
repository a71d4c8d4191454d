// The same change of the screen as an edit makes, by hand: the state and the note of the chosen row, the pressed answer, and
// the bars with their figures. Tells what the frame took, in milliseconds, so often as it was asked.
const [count, done] = arguments;
const wait = () => new Promise((then) => setTimeout(then, 80));
const change = (i) => {
  const row = document.querySelector(".rows a[data-key][aria-current]");
  const state = row.querySelector(".row-state");
  state.firstChild.className = i % 2 ? "dot part-good" : "dot part-bad";
  state.lastChild.textContent = i % 2 ? "実施" : "未実施";
  row.querySelector(".row-note").textContent = `情報システム部 田中 · 2026-12-${10 + (i % 20)}`;
  const answers = document.querySelectorAll(".panel input[type=radio]");
  answers[i % answers.length].checked = true;
  for (const bar of document.querySelectorAll("svg.stack rect")) bar.setAttribute("width", String(1 + ((i * 7) % 30)));
  for (const figure of document.querySelectorAll(".legend li")) figure.lastChild.textContent = String(i);
  for (const words of document.querySelectorAll(".meter-words")) words.textContent = `${i} / 68`;
};
const one = (i) => new Promise((then) => {
  requestAnimationFrame(() => {
    const start = performance.now();
    const after = new MessageChannel();
    after.port1.onmessage = () => then(performance.now() - start);
    change(i);
    after.port2.postMessage(null);
  });
});
(async () => {
  const times = [];
  for (let i = 0; i < count; i++) {
    times.push(await one(i));
    await wait();
  }
  done(times);
})();
