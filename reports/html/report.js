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
    // Folded when it is first searched: a page may hold thousands.
    const findings = [...document.querySelectorAll(".finding")].map((element) => ({ element }));
    const textOf = (finding) => finding.text ??= fold(
      finding.element.closest(".group").querySelector("h3").textContent + " " + finding.element.textContent);
    const update = () => {
      const matches = matcher(search.value);
      const severities = toggles.filter((toggle) => toggle.getAttribute("aria-pressed") === "true")
        .map((toggle) => toggle.dataset.severity);
      let shown = 0;
      for (const finding of findings) {
        const { element } = finding;
        const wanted = severities.includes(element.dataset.severity) &&
          (search.value.trim() === "" || matches(textOf(finding)));
        if (element.hidden === wanted) element.hidden = !wanted;
        if (wanted) shown += 1;
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

  // --- facts

  // A fact as the table shows it: its cells as text, and the row, made when it is first looked at.
  const factsOfTable = (body) => [...body.rows].map((row) => ({
    get cells() {
      return this.texts ??= [...row.cells].map((cell) =>
        cell.querySelector(".none") ? "" : (cell.querySelector("bdi") || cell).textContent.trim());
    },
    row: () => row,
  }));

  const element = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  };

  const link = (href, text, className) => {
    const made = element("a", className, text);
    made.href = href;
    return made;
  };

  const kClasses = ["", "", "written", "value", "date", "", "path"];

  // A file is linked to at its line, a web page as it is.
  const placeOf = (anchor, line) => {
    const address = anchor.getAttribute("href");
    return address.includes("://") ? address : `${address}#L${line}`;
  };

  // Facts that stand as text, a line each.
  const factsOfList = (list) => {
    const name = list.dataset.document;
    const anchor = list.querySelector("a");
    return list.querySelector("pre").textContent.split("\n").filter(Boolean).map((line) => {
      const columns = line.split("\t");
      const cells = [...columns.slice(0, 6), `${name}:${columns[6]}`];
      return {
        cells,
        row() {
          if (this.made) return this.made;
          this.made = element("tr");
          cells.forEach((text, column) => {
            const cell = element("td", kClasses[column]);
            if (column === 0 && columns[7]) {
              const dot = link(`#finding-${columns[7]}`, "", `dot ${columns[8]}`);
              dot.title = columns[8];
              dot.append(element("span", "unseen", columns[8]));
              cell.append(dot);
            }
            if (text === "") cell.append(element("span", "none", "—"));
            else cell.append(column === 6 && anchor ? link(placeOf(anchor, columns[6]), text) : text);
            this.made.append(cell);
          });
          return this.made;
        },
      };
    });
  };

  const csvOf = (heads, facts) => {
    // What a table program would take for a formula is text.
    const field = (text) => {
      const harmless = /^[=+\-@\t\r]/.test(text) && !/^[+-]?[\d.,]+%?$/.test(text) ? `'${text}` : text;
      return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
    };
    return "\ufeff" + [heads, ...facts.map((fact) => fact.cells)]
      .map((cells) => cells.map(field).join(",")).join("\r\n") + "\r\n";
  };

  const setUpFacts = () => {
    const kStep = 200;
    const table = byId("fact-table");
    const body = table.tBodies[0];
    const lists = [...document.querySelectorAll(".fact-list")];
    const asText = lists.length > 0;
    let all = asText ? null : factsOfTable(body);
    let chosen = all;
    let shown = asText ? 0 : all.length;
    const heads = [...table.tHead.rows[0].cells].map((head) => head.textContent);
    const search = byId("fact-search");
    const more = byId("fact-more");
    byId("fact-tools").hidden = false;

    const load = () => {
      if (all) return;
      all = lists.flatMap(factsOfList);
      chosen = all;
      byId("fact-region").hidden = false;
      byId("fact-lists").hidden = true;
    };
    const show = () => {
      body.replaceChildren(...chosen.slice(0, shown).map((fact) => fact.row()));
      more.hidden = shown >= chosen.length;
      showCount(byId("fact-status"), chosen.length, all.length);
    };
    const choose = () => {
      load();
      const matches = matcher(search.value);
      chosen = search.value.trim() === "" ? all
        : all.filter((fact) => matches(fact.folded ??= fold(fact.cells.join(" "))));
      if (sorted.column !== null) sort();
      shown = asText ? kStep : all.length;
      show();
    };
    search.addEventListener("input", afterPause(choose));
    more.addEventListener("click", () => {
      shown += kStep;
      show();
    });

    const order = new Intl.Collator(document.documentElement.lang, { numeric: true });
    const sorted = { column: null, descending: false };
    const sort = () => {
      const { column, descending } = sorted;
      const sign = descending ? -1 : 1;
      chosen = [...chosen].sort((a, b) => sign * order.compare(a.cells[column], b.cells[column]));
    };
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const button = element("button", "", head.textContent);
      button.type = "button";
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        load();
        sorted.descending = head.getAttribute("aria-sort") === "ascending";
        sorted.column = column;
        for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", sorted.descending ? "descending" : "ascending");
        sort();
        show();
      });
    });

    byId("fact-csv").addEventListener("click", () => {
      load();
      if (asText && body.rows.length === 0) choose();
      const file = new Blob([csvOf(heads, chosen)], { type: "text/csv" });
      const anchor = link(URL.createObjectURL(file), "");
      anchor.download = "facts.csv";
      anchor.click();
      setTimeout(() => URL.revokeObjectURL(anchor.href), 10000);
    });
    if (asText) more.parentElement.hidden = true;
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
