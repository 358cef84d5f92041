// SPDX-License-Identifier: MIT
// The report as a browser shows it: whole without a script and under a strict policy, and what the
// script adds.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { folder, launch, open, removeFolder, report, root, serve, until, write } from "./report_page.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const kNotes = join(root, "fixtures/notes");
const kManyFacts = 4000;

let browser, server, address;

/** Two records of somebody who means harm, and who knows that Markdown drops markup. */
const hostileRecords = () => {
  const evil = "\\<script>window.harmed = 1\\</script>\\<img src=x onerror=\"window.harmed = 2\"> " +
    "]]> \u001b[31mred\u001b[0m \u202egnp.exe\u202c {{t.facts}} {{{script}}} ";
  const long = "数\\<a@".repeat(250_000);
  const record = (id, revenue, profit) => JSON.stringify({
    id: `${id} <b> "c"\u202e`,
    title: "<script>window.harmed = 3</script>",
    text: `${evil}\n\nBYD's revenue in 2024 was $${revenue} billion ${evil}.\n\n` +
      `BYD's net profit in 2024 was $${profit} billion ${long}\n`,
  });
  return `${record("a", 30, 3)}\n${record("b", 50, 5)}\n`;
};

const manyFacts = () => {
  const lines = [];
  for (let i = 0; i < kManyFacts; ++i)
    lines.push(`BYD's revenue in ${1990 + i % 36} was $${10 + i} billion, says source number${i}.`);
  return lines.join("\n\n") + "\n";
};

before(async () => {
  write("hostile/records.jsonl", hostileRecords());
  write("hostile/zero.md", "no text: \u0000");
  write("hostile/skipped.pdf", "no document");
  write("many/all.md", manyFacts());
  assert.equal(report(kNotes, "notes", "--lang", "en"), 0);
  assert.equal(report(kNotes, "zh", "--lang", "zh"), 0);
  assert.equal(report(kNotes, "linked", "--assets", "linked-assets", "--lang", "en"), 0);
  assert.equal(report("hostile", "hostile", "--lang", "en"), 2, "a zero byte is no text");
  assert.equal(report("many", "many", "--lang", "en", "--select", "impossible-value"), 0);
  browser = await launch();
  ({ server, address } = await serve());
});

after(async () => {
  await browser?.close();
  server?.close();
  removeFolder();
});

/** Opens a page of the server, hands it to `look`, and holds it to have complained of nothing. */
const visit = async (path, look, options) => {
  const { context, page, complaints } = await open(browser, `${address}/${path}`, options);
  await look(page, complaints);
  assert.deepEqual(complaints, []);
  await context.close();
};

/** What of the page a reader may rely on. */
const content = (page) => page.evaluate(() => ({
  findings: document.querySelectorAll(".finding").length,
  lines: document.querySelectorAll(".number-line svg").length,
  worst: document.querySelectorAll(".worst-item").length,
  facts: document.querySelectorAll("#fact-table tbody tr").length,
  documents: document.querySelectorAll("#documents tbody tr").length,
  marks: document.querySelectorAll("mark").length,
}));

const scrollsSideways = (page) => page.evaluate(() => {
  const { scrollWidth, clientWidth } = document.scrollingElement;
  return scrollWidth > clientWidth;
});

const textOf = (page, id) => page.evaluate((name) => document.getElementById(name).textContent, id);
const rows = (page) => page.evaluate(() => document.querySelectorAll("#fact-table tbody tr").length);
const status = (page, id, expected) => until(async () => await textOf(page, id) === expected);

test("the page is the same with JavaScript off, but for the tools", async () => {
  let whole;
  await visit("notes.html", async (page) => {
    whole = await content(page);
    assert.ok(await page.locator("#finding-tools").isVisible());
  });
  assert.equal(whole.worst, 5);
  assert.ok(whole.findings >= 15 && whole.lines >= 5 && whole.facts > 200 && whole.documents >= 14);
  await visit("notes.html", async (page) => {
    assert.deepEqual(await content(page), whole);
    assert.ok(!await page.locator("#finding-tools").isVisible());
    assert.ok(!await page.locator("#fact-tools").isVisible());
  }, { javaScriptEnabled: false });
});

test("with --assets it is whole under a policy that forbids inline style and script", async () => {
  await visit("strict/linked.html", async (page, complaints) => {
    const blocked = complaints.splice(0);
    // The script is what the policy is there to stop; nothing else may be missing.
    for (const complaint of blocked) assert.match(complaint, /script/i);
    const shown = await content(page);
    assert.equal(shown.worst, 5);
    assert.ok(shown.facts > 200);
    const look = await page.evaluate(() => ({
      badge: getComputedStyle(document.querySelector(".badge")).borderRadius,
      bar: getComputedStyle(document.querySelector("rect.tolerance")).fill,
      drawing: document.querySelector(".number-line svg").getBoundingClientRect().height,
      tools: getComputedStyle(document.querySelector("#fact-tools")).display,
      inline: document.querySelectorAll("[style], style").length,
    }));
    assert.notEqual(look.badge, "0px");
    assert.notEqual(look.bar, "rgb(0, 0, 0)");
    assert.ok(look.drawing > 40);
    assert.equal(look.tools, "none");
    assert.equal(look.inline, 0);
  });
  await visit("linked.html", async (page) => {
    assert.ok(await page.locator("#finding-tools").isVisible(), "where scripts may run, it runs");
  });
});

test("findings are filtered, searched, and found again by their links", async () => {
  await visit("notes.html", async (page) => {
    const all = await page.locator(".finding").count();
    const errors = await page.locator(".finding.error").count();
    await page.click(".toggle.warning");
    await page.click(".toggle.note");
    await status(page, "finding-status", `${errors} / ${all}`);
    assert.equal(await page.locator(".finding.warning:visible").count(), 0);
    await page.fill("#finding-search", "寒武纪");
    await status(page, "finding-status", `1 / ${all}`);
    assert.equal(await page.locator(".finding:visible").getAttribute("data-severity"), "error");
    await page.fill("#finding-search", "no such words");
    await status(page, "finding-status", `0 / ${all}`);
    await page.evaluate((last) => { location.hash = `finding-${last}`; }, all);
    await status(page, "finding-status", "");
    assert.ok(await page.locator(`#finding-${all}`).isVisible());
  });
});

test("links lead to where they say, also where what is out of sight waits", async () => {
  for (const name of ["notes.html", "many.html"])
    await visit(name, async (page) => {
      const large = await page.evaluate(() => document.documentElement.classList.contains("large"));
      assert.equal(large, name === "many.html");
      for (const id of ["documents", "facts", "findings"]) {
        await page.evaluate((hash) => { location.hash = hash; }, id);
        await until(() => page.evaluate((section) => {
          const { top } = document.getElementById(section).getBoundingClientRect();
          const { scrollTop, clientHeight, scrollHeight } = document.scrollingElement;
          return Math.abs(top) < 40 || (top > 0 && scrollTop + clientHeight > scrollHeight - 2);
        }, id));
      }
    });
});

test("facts are searched, sorted and saved as CSV", async () => {
  await visit("notes.html", async (page) => {
    const column = (n) => page.$$eval(`#fact-table tbody td:nth-child(${n})`,
      (cells) => cells.map((cell) => cell.textContent.trim()));
    const all = (await column(1)).length;
    await page.fill("#fact-search", "tsmc revenue");
    await until(async () => await textOf(page, "fact-status") !== "");
    const found = (await column(1)).length;
    assert.ok(found > 0 && found < all);
    await page.click("#fact-table th:nth-child(5) button");
    assert.equal(await page.getAttribute("#fact-table th:nth-child(5)", "aria-sort"), "ascending");
    const ascending = (await column(5)).filter((text) => text !== "—");
    assert.deepEqual(ascending, [...ascending].sort());
    await page.click("#fact-table th:nth-child(5) button");
    assert.equal(await page.getAttribute("#fact-table th:nth-child(5)", "aria-sort"), "descending");
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("#fact-csv")]);
    const csv = readFileSync(await download.path(), "utf8");
    assert.equal(download.suggestedFilename(), "facts.csv");
    assert.equal(csv.trim().split("\r\n").length, found + 1);
    assert.match(csv, /^\ufeffSubject,Metric,/);
  });
});

test("more facts than a table takes stand as text, and are a table with the script", async () => {
  await visit("many.html", async (page) => {
    const lines = await page.$eval(".fact-list pre", (list) => list.textContent.trim().split("\n"));
    assert.equal(lines.length, kManyFacts);
    assert.match(lines[0], /^BYD\trevenue\t\$10 billion\t/);
  }, { javaScriptEnabled: false });
  await visit("many.html", async (page) => {
    await page.fill("#fact-search", "$4009");
    await status(page, "fact-status", `1 / ${kManyFacts}`);
    assert.match(await page.textContent("#fact-table tbody"), /\$4009 billion/);
    assert.match(await page.getAttribute("#fact-table tbody .path a", "href"), /all\.md#L\d+$/);
    await page.fill("#fact-search", "byd");
    await until(async () => await rows(page) === 200);
    await page.click("#fact-more");
    assert.equal(await rows(page), 400);
  });
});

test("the keyboard reaches everything", async () => {
  await visit("notes.html", async (page) => {
    const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.className);
    await page.keyboard.press("Tab");
    assert.equal(await focused(), "skip");
    const [first, second] = await page.locator(".finding").evaluateAll((all) => all.map((one) => one.id));
    await page.keyboard.press("j");
    assert.equal(await focused(), first);
    await page.keyboard.press("j");
    assert.equal(await focused(), second);
    await page.keyboard.press("k");
    assert.equal(await focused(), first);
    await page.keyboard.press("/");
    assert.equal(await focused(), "finding-search");
    await page.keyboard.type("j");
    assert.equal(await focused(), "finding-search", "letters are typed, not obeyed");
    await page.keyboard.press("Escape");
    assert.notEqual(await focused(), "finding-search");
    await page.focus(".toggle.error");
    await page.keyboard.press("Space");
    assert.equal(await page.getAttribute(".toggle.error", "aria-pressed"), "false");
  });
});

test("nothing scrolls sideways on a phone", async () => {
  for (const name of ["notes.html", "zh.html", "hostile.html", "many.html"]) {
    await visit(name, async (page) => {
      assert.ok(!await scrollsSideways(page), name);
    }, { viewport: { width: 360, height: 740 }, isMobile: true, deviceScaleFactor: 2 });
  }
});

test("it prints", async () => {
  await visit("notes.html", async (page) => {
    const pdf = await page.pdf({ format: "A4" });
    assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
    const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
    assert.ok(pages > 5, `${pages} pages hold every finding`);
    await page.emulateMedia({ media: "print" });
    assert.ok(!await page.locator(".masthead").isVisible());
    assert.ok(!await page.locator("#finding-tools").isVisible());
    const last = page.locator(".group").last();
    assert.equal(await last.evaluate((node) => getComputedStyle(node).contentVisibility), "visible");
  });
});

test("it meets WCAG AA, in light and dark, in both languages", async () => {
  for (const [name, colorScheme] of [["notes.html", "light"], ["zh.html", "dark"], ["many.html", "dark"]]) {
    await visit(name, async (page) => {
      // Of many alike a few: each takes its time.
      await page.evaluate(() => {
        const kFew = 2;
        const alike = [".finding.error", ".finding.warning", ".finding.note", ".worst-item", ".index li",
          "#fact-table tbody tr", ".fact-list", ".time-chart", "#documents tbody tr"];
        for (const kind of alike)
          for (const node of [...document.querySelectorAll(kind)].slice(kFew)) node.remove();
        for (const node of document.querySelectorAll("details")) node.open = true;
      });
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => window.axe.run(document, {
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"], resultTypes: ["violations"] }));
      const told = violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)} ${nodes[0].failureSummary}`);
      assert.deepEqual(told, [], `${name} ${colorScheme}`);
    }, { colorScheme });
  }
});

test("a hostile note is text", async () => {
  await visit("hostile.html", async (page) => {
    const look = await page.evaluate(() => ({
      harmed: window.harmed,
      scripts: document.querySelectorAll("script").length,
      images: document.querySelectorAll("img").length,
      told: document.querySelector("#findings").textContent,
      unread: document.querySelector("#documents").textContent,
    }));
    assert.equal(look.harmed, undefined);
    assert.equal(look.scripts, 1);
    assert.equal(look.images, 0);
    assert.match(look.told, /<script>window\.harmed = 1<\/script>/);
    assert.match(look.unread, /skipped\.pdf/);
    assert.match(look.unread, /zero\.md/);
  });
  const page = readFileSync(join(folder, "hostile.html"), "utf8");
  for (const sequence of ["\u001b", "\u0000", "\u202e"])
    assert.ok(!page.includes(sequence), JSON.stringify(sequence));
  assert.ok(page.length < 1_000_000, "a line without end is cut");
});
