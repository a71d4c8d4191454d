// Runs before a page's own scripts, and keeps when something first happened, in milliseconds since the page was asked for.
(() => {
  const marks = (window.tenkenMarks = {});
  const mark = (name) => { marks[name] ??= performance.now(); };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = function (...all) {
      mark("asked");
      return original.apply(this, all).then((done) => (mark("instantiated"), done));
    };
  }
  addEventListener("TrunkApplicationStarted", () => mark("started"));
  // Usable: something that a person can act on has its place on the screen.
  const look = () => {
    const usable = [...document.querySelectorAll("button, a[href], input")].some((e) => {
      const r = e.getBoundingClientRect();
      return r.width > 4 && r.height > 4 && r.top < innerHeight && r.bottom > 0;
    });
    if (usable) mark("usable");
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})();
