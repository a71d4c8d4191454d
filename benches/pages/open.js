// Goes to a page of the app. Tells the milliseconds to the end of the second frame after, and how many elements there are.
const [address, done] = arguments;
const frame = () => new Promise((then) => requestAnimationFrame(() => setTimeout(then)));
const start = performance.now();
location.hash = address;
frame().then(frame).then(() => {
  const time = performance.now() - start;
  setTimeout(() => done([time, document.querySelectorAll("*").length]), 300);
});
