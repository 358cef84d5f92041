// SPDX-License-Identifier: MIT
// What the tests of this folder share: reports made by the program, a server for them, a browser.
import { spawnSync } from "node:child_process";
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

export const root = normalize(join(dirname(fileURLToPath(import.meta.url)), "../.."));
export const folder = mkdtempSync(join(tmpdir(), "assay-browser-"));
const program = process.env.ASSAY ?? join(root, "build/release/assay");

/** Writes the report of a path as NAME.html into the test folder; returns the exit status. */
export const report = (path, name, ...words) =>
  spawnSync(program, ["report", path, "-o", `${name}.html`, ...words, "-q"], { cwd: folder }).status;

/** Writes a file of the test folder. */
export const write = (name, text) => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
};

/** The policy of viewers that show artifacts of CI runs. */
export const kStrictPolicy = "default-src 'none'; img-src 'self'; style-src 'self'";

const kTypes = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript" };

/** Serves the test folder on the loopback interface; what stands below /strict/ under the policy. */
export const serve = async () => {
  const server = createServer((request, response) => {
    if (request.url === "/favicon.ico") {
      response.statusCode = 204;
      response.end();
      return;
    }
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const strict = path.startsWith("/strict/");
    const name = normalize(strict ? path.slice("/strict".length) : path);
    try {
      const content = readFileSync(join(folder, name));
      response.setHeader("content-type", kTypes[extname(name)] ?? "text/plain; charset=utf-8");
      if (strict) response.setHeader("content-security-policy", kStrictPolicy);
      response.end(content);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, address: `http://127.0.0.1:${server.address().port}` };
};

export const launch = () => chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  // Containers have no user namespaces, and little shared memory.
  args: ["--no-sandbox", "--disable-dev-shm-usage"],
});

/** A page, and whatever it complains of. */
export const open = async (browser, address, options = {}) => {
  // A click may miss what still glides into view.
  const context = await browser.newContext(
    { viewport: { width: 1280, height: 900 }, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(new URL(address).origin) && !request.url().startsWith("blob:"))
      complaints.push(`request: ${request.url()}`);
  });
  await page.goto(address);
  return { context, page, complaints };
};

/** Waits until `holds` does. The page's own policy forbids what Playwright would wait with. */
export const until = async (holds) => {
  const end = Date.now() + 20_000;
  while (!await holds()) {
    if (Date.now() > end) throw new Error(`never held: ${holds}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

export const removeFolder = () => rmSync(folder, { recursive: true, force: true });
