// SPDX-License-Identifier: MIT
// Comfort only: filter, sort, keys. The page is complete without it.
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const fold = (text) => text.normalize("NFKC").toLowerCase();

  // Calls `action` once typing pauses.
  const afterPause = (action) => {
    let timer = 0;
    return () => {
      clearTimeout(timer);
      timer = setTimeout(action, 120);
    };
  };

  // An item matches when it holds every word of the query.
  const matcher = (query) => {
    const words = fold(query).split(/\s+/).filter(Boolean);
    return (text) => words.every((word) => text.includes(word));
  };

  const showCount = (status, shown, all) => {
    status.textContent = shown === all ? "" : `${shown} / ${all}`;
  };

  const setUpFindings = () => {
    const tools = byId("finding-tools");
    if (!tools) return;
    tools.hidden = false;
    const search = byId("finding-search");
    const toggles = [...tools.querySelectorAll(".toggle")];
    const groups = [...document.querySelectorAll(".group")];
    const findings = [...document.querySelectorAll(".finding")].map((element) => ({
      element,
      text: fold(element.closest(".group").querySelector("h3").textContent + " " + element.textContent),
    }));
    const update = () => {
      const matches = matcher(search.value);
      const severities = toggles.filter((toggle) => toggle.getAttribute("aria-pressed") === "true")
        .map((toggle) => toggle.dataset.severity);
      let shown = 0;
      for (const { element, text } of findings) {
        element.hidden = !severities.includes(element.dataset.severity) || !matches(text);
        if (!element.hidden) shown += 1;
      }
      for (const group of groups) group.hidden = !group.querySelector(".finding:not([hidden])");
      showCount(byId("finding-status"), shown, findings.length);
    };
    search.addEventListener("input", afterPause(update));
    for (const toggle of toggles) {
      toggle.addEventListener("click", () => {
        toggle.setAttribute("aria-pressed", String(toggle.getAttribute("aria-pressed") !== "true"));
        update();
      });
    }
    // A link to a finding that the filter hides shows everything again.
    addEventListener("hashchange", () => {
      const target = byId(decodeURIComponent(location.hash.slice(1)));
      if (!target || !target.closest("[hidden]")) return;
      search.value = "";
      for (const toggle of toggles) toggle.setAttribute("aria-pressed", "true");
      update();
      target.scrollIntoView();
    });
  };

  const setUpFacts = () => {
    const table = byId("fact-table");
    const body = table.tBodies[0];
    const rows = [...body.rows].map((element) => ({ element, text: fold(element.textContent) }));
    byId("fact-tools").hidden = false;
    const search = byId("fact-search");
    search.addEventListener("input", afterPause(() => {
      const matches = matcher(search.value);
      let shown = 0;
      for (const { element, text } of rows) {
        element.hidden = !matches(text);
        if (!element.hidden) shown += 1;
      }
      showCount(byId("fact-status"), shown, rows.length);
    }));

    const order = new Intl.Collator(document.documentElement.lang, { numeric: true });
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const descending = head.getAttribute("aria-sort") === "ascending";
        for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", descending ? "descending" : "ascending");
        const key = (row) => row.element.cells[column].textContent.trim();
        const sorted = [...rows].sort((a, b) => order.compare(key(a), key(b)));
        if (descending) sorted.reverse();
        body.append(...sorted.map((row) => row.element));
      });
    });
  };

  const setUpKeys = () => {
    const move = (step) => {
      const findings = [...document.querySelectorAll(".finding:not([hidden])")];
      const now = findings.indexOf(document.activeElement.closest(".finding"));
      const next = findings[now < 0 && step < 0 ? findings.length - 1 : now + step];
      if (!next) return;
      next.focus({ preventScroll: true });
      next.scrollIntoView({ block: "start" });
    };
    addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.target.closest("input")) {
        if (event.key === "Escape") event.target.blur();
        return;
      }
      if (event.key === "j") move(1);
      if (event.key === "k") move(-1);
      const search = byId("finding-search") || byId("fact-search");
      if (event.key === "/" && search) {
        event.preventDefault();
        search.focus();
      }
    });
  };

  setUpFindings();
  setUpFacts();
  setUpKeys();
})();
