// Filters, steps from finding to finding, and pages of rules in a window of their own.
// Without this script all is there to be read.
"use strict";
document.documentElement.classList.add("js");
document.addEventListener("DOMContentLoaded", () => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (id) => document.getElementById(id);
  const findings = all(".finding");
  const badges = all(".sheet [id^=mark-]");
  const marks = all("mark[data-findings]");
  const ranks = { error: 3, warning: 2, info: 1 };
  const kinds = new Map(); // the severity of each finding that is shown, by number
  const numberOf = (finding) => finding.id.slice("finding-".length);
  let current = null;

  // Filters
  const controls = one("controls");
  const boxes = (name) => all(`input[name=${name}]`, controls ?? document);
  const chosen = (name) =>
    new Set(boxes(name).filter((box) => box.checked).map((box) => box.value));

  function filter() {
    const severities = chosen("severity");
    const families = chosen("family");
    kinds.clear();
    for (const finding of findings) {
      const { severity, family } = finding.dataset;
      finding.hidden = !(severities.has(severity) && families.has(family));
      if (!finding.hidden) kinds.set(numberOf(finding), severity);
    }
    for (const badge of badges) badge.hidden = !kinds.has(badge.dataset.finding);
    for (const mark of marks) {
      const shown = mark.dataset.findings.split(" ").map((n) => kinds.get(n));
      const worst = shown.reduce((a, b) => ((ranks[b] ?? 0) > (ranks[a] ?? 0) ? b : a), "");
      mark.classList.remove(...Object.keys(ranks));
      if (worst) mark.classList.add(worst);
      if (mark.classList.contains("point")) mark.hidden = !worst;
    }
    for (const list of all(".sheet .findings")) {
      list.hidden = !list.querySelector(".finding:not([hidden])");
    }
    const codes = new Map();
    for (const finding of findings) {
      if (finding.hidden) continue;
      const code = finding.querySelector(".rule").hash;
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
    for (const page of all(".rule-page")) {
      const count = codes.get(`#${page.id}`) ?? 0;
      page.hidden = !count;
      page.querySelector(".count").textContent = count === 1 ? "1 finding" : `${count} findings`;
    }
    const total = findings.length;
    one("count").textContent =
      kinds.size < total
        ? `${kinds.size} of ${total} findings`
        : total === 1 ? "1 finding" : total ? `${total} findings` : "Nothing found";
    const off = boxes("family").filter((box) => !box.checked).length;
    if (one("chosen")) one("chosen").textContent = off ? `(${families.size} of ${families.size + off})` : "";
    if (current?.hidden) leave();
  }
  controls?.addEventListener("change", filter);
  controls?.addEventListener("submit", (event) => event.preventDefault());
  for (const button of all("[data-choose]")) {
    button.addEventListener("click", () => {
      for (const box of boxes("family")) box.checked = button.dataset.choose === "all";
      filter();
    });
  }
  document.addEventListener("click", (event) => {
    const open = one("families");
    if (open?.open && !open.contains(event.target)) open.open = false;
  });

  // The finding that is looked at
  function parts(finding) {
    const number = numberOf(finding);
    return [...badges, ...marks].filter((each) =>
      (each.dataset.finding ?? each.dataset.findings).split(" ").includes(number));
  }

  function leave() {
    if (!current) return;
    current.removeAttribute("aria-current");
    for (const each of parts(current)) each.classList.remove("current");
    current = null;
  }

  function look(finding) {
    if (finding.hidden) {
      for (const box of [...boxes("severity"), ...boxes("family")]) box.checked = true;
      filter();
    }
    leave();
    current = finding;
    finding.setAttribute("aria-current", "true");
    for (const each of parts(finding)) each.classList.add("current");
    finding.focus({ preventScroll: true });
    finding.scrollIntoView({ block: "nearest" });
    one(`mark-${numberOf(finding)}`)?.scrollIntoView({ block: "center" });
    const { top, bottom } = finding.getBoundingClientRect();
    if (top < 60 || bottom > innerHeight) finding.scrollIntoView({ block: "center" });
    address(`#${finding.id}`);
  }

  function address(hash) {
    try {
      history.replaceState(null, "", hash);
    } catch {
      // An address that cannot be changed is no loss.
    }
  }

  function step(by) {
    const shown = findings.filter((finding) => !finding.hidden);
    if (!shown.length) return;
    const at = shown.indexOf(current);
    const from = at < 0 ? beginning(shown, by) : at + by;
    look(shown[(from + shown.length) % shown.length]);
  }

  // With none looked at, it is the first below the head of the window, or the last above.
  function beginning(shown, by) {
    const below = shown.findIndex((finding) => finding.getBoundingClientRect().top > 60);
    return by > 0 ? Math.max(below, 0) : (below < 0 ? shown.length : below) - 1;
  }
  one("next")?.addEventListener("click", () => step(1));
  one("previous")?.addEventListener("click", () => step(-1));
  one("print")?.addEventListener("click", () => print());

  // Pages of rules
  const dialog = one("page");
  let back = null;

  function open(code, from) {
    const page = one(`rule-${code}`);
    if (!page) return;
    one("page-name").textContent = page.querySelector("h3 .rule").textContent;
    const text = dialog.querySelector(".page");
    text.replaceChildren(...page.querySelector(".page").cloneNode(true).childNodes);
    back = from;
    dialog.showModal();
    text.focus({ preventScroll: true });
    dialog.scrollTop = 0;
  }
  dialog.addEventListener("close", () => {
    back?.focus({ preventScroll: true });
    back = null;
  });
  for (const each of all("dialog")) {
    each.addEventListener("click", (event) => {
      if (event.target === each || event.target.closest("[data-close]")) each.close();
    });
  }
  const codeOf = (link) => link.hash.slice("#rule-".length);

  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest("a[href]");
    if (link?.classList.contains("rule")) {
      event.preventDefault();
      open(codeOf(link), link);
    } else if (link?.matches(".sheet [id^=mark-]")) {
      event.preventDefault();
      look(one(`finding-${link.dataset.finding}`));
    } else if (!link) {
      const mark = event.target.closest("mark[data-findings]");
      const finding = event.target.closest(".finding");
      if (!getSelection().isCollapsed) return;
      if (mark) {
        const number = mark.dataset.findings.split(" ").find((each) => kinds.has(each));
        if (number) look(one(`finding-${number}`));
      } else if (finding) {
        look(finding);
        open(codeOf(finding.querySelector(".rule")), finding);
      }
    }
  });

  // Keys
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (document.querySelector("dialog[open]")) return;
    if (event.key === "Escape" && one("families")?.open) {
      one("families").open = false;
      one("families").querySelector("summary").focus();
    }
    if (event.key === "Enter" && event.target.matches(".finding")) {
      open(codeOf(event.target.querySelector(".rule")), event.target);
      event.preventDefault();
    }
    if (!one("keys").checked || event.target.matches("input:not([type=checkbox]), textarea")) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "?") one("help").showModal();
    else return;
    event.preventDefault();
  });
  one("ask")?.addEventListener("click", () => one("help").showModal());

  // Addresses: #finding-3, #mark-3, #rule-OPN005
  function arrive() {
    const [, kind, name] = /^#(finding|mark|rule)-(.+)$/.exec(location.hash) ?? [];
    if (kind === "rule") open(name, one(`rule-${name}`)?.querySelector("h3"));
    else if (kind && one(`finding-${name}`)) look(one(`finding-${name}`));
  }
  addEventListener("hashchange", arrive);
  if (controls) filter();
  arrive();
});
