// Starts the worker for one piece of work, and ends it after that, so that its memory is free again. `tenkenWorkerText`,
// which gives its script, is put in by the build: the site's page loads it then, the single file has it.
(() => {
  "use strict";
  const asBlob = (text) => URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  const rules = { createScriptURL: asBlob };
  // The app may be running before the end of the page has come, where the build puts the text or the way to it.
  const complete = new Promise((done) => addEventListener("DOMContentLoaded", done));
  const made = window.trustedTypes ? trustedTypes.createPolicy("tenken-worker", rules) : rules;
  let stop = () => {};

  window.tenkenWorker = {
    // `progress` gets percents. What is thrown is "broken", "stopped", or why the script could not be loaded.
    run: async (work, bytes, progress) => {
      // It can be stopped before there is a worker, too.
      const stopped = new Promise((_, failed) => {
        stop = () => failed("stopped");
      });
      stopped.catch(() => {});
      const text = await Promise.race([stopped, complete.then(() => window.tenkenWorkerText())]);
      const address = made.createScriptURL(text);
      const worker = new Worker(address);
      try {
        const answered = new Promise((done, failed) => {
          worker.onerror = (event) => {
            event.preventDefault();
            failed("broken");
          };
          worker.onmessage = ({ data }) => {
            if (data === "ready") worker.postMessage([work, bytes]);
            else if (typeof data === "number") progress(data);
            else done(data);
          };
        });
        return await Promise.race([stopped, answered]);
      } finally {
        worker.terminate();
        URL.revokeObjectURL(address);
      }
    },
    stop: () => stop(),
  };
})();
