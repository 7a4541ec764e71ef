// Three small comforts; every page is complete without them: the switch between light and dark,
// copying a BibTeX entry, and filtering the list of publications.
(function () {
  "use strict";
  var page = document.documentElement;

  // What a visitor chose holds for later pages too. Storage may be forbidden: then it does not.
  function remembered(choice) {
    try {
      if (choice) localStorage.setItem("theme", choice);
      return localStorage.getItem("theme");
    } catch (refused) {
      return null;
    }
  }
  var chosen = remembered();
  if (chosen === "dark" || chosen === "light") page.setAttribute("data-theme", chosen);

  function element(name, attributes, text) {
    var made = document.createElement(name);
    Object.keys(attributes).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    if (text) made.textContent = text;
    return made;
  }

  function addSwitch() {
    var bar = document.querySelector(".bar");
    if (!bar) return;
    var label = document.body.getAttribute("data-theme-label");
    var button = element("button", { type: "button", "class": "switch", "aria-label": label, title: label });
    button.innerHTML = '<svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="8" fill="none" stroke="currentColor" stroke-width="2"/><path d="M12 4a8 8 0 0 1 0 16z" fill="currentColor"/></svg>';
    button.addEventListener("click", function () {
      var isDark = page.getAttribute("data-theme") === "dark" ||
        (!page.hasAttribute("data-theme") && matchMedia("(prefers-color-scheme: dark)").matches);
      var next = isDark ? "light" : "dark";
      page.setAttribute("data-theme", next);
      remembered(next);
    });
    bar.appendChild(button);
  }

  function addCopyButtons() {
    var words = document.body;
    document.querySelectorAll(".bibtex").forEach(function (box) {
      var button = element("button", { type: "button", "class": "copy", "aria-live": "polite" }, words.getAttribute("data-copy"));
      button.addEventListener("click", function () {
        var code = box.querySelector("code");
        var done = function () {
          button.textContent = words.getAttribute("data-copied");
          setTimeout(function () { button.textContent = words.getAttribute("data-copy"); }, 2000);
        };
        // Without a clipboard (plain http) the text is selected, ready for the reader's own keys.
        var select = function () {
          var range = document.createRange();
          range.selectNodeContents(code);
          getSelection().removeAllRanges();
          getSelection().addRange(range);
        };
        if (navigator.clipboard) navigator.clipboard.writeText(code.textContent).then(done, select);
        else select();
      });
      box.appendChild(button);
    });
  }

  function addFilter() {
    var box = document.querySelector("[data-filter]");
    if (!box) return;
    var papers = Array.prototype.slice.call(document.querySelectorAll(".publication"));
    var names = ["year", "kind", "person"].filter(function (name) { return values(name).length > 1; });
    if (!names.length) return;
    // A list of buttons longer than this is a list to choose from.
    var most = 24;
    // Pages of their own do the same without a script.
    var links = document.querySelector("[data-static-filter]");
    if (links) links.hidden = true;

    // Several people may have written one publication.
    function held(paper, name) {
      var value = paper.getAttribute("data-" + name) || "";
      return name === "person" ? value.split("|") : [value];
    }

    function values(name) {
      var seen = [];
      papers.forEach(function (paper) {
        held(paper, name).forEach(function (value) {
          if (value && seen.indexOf(value) < 0) seen.push(value);
        });
      });
      return name === "person" ? seen.sort(function (a, b) { return a.localeCompare(b); }) : seen;
    }
    // The choice lives in the fragment (#year=2024&kind=journal), so that it can be linked to.
    function wanted() {
      var state = {};
      location.hash.slice(1).split("&").forEach(function (pair) {
        var at = pair.indexOf("=");
        if (at < 1 || names.indexOf(pair.slice(0, at)) < 0) return;
        try {
          state[pair.slice(0, at)] = decodeURIComponent(pair.slice(at + 1));
        } catch (malformed) { /* A fragment that someone mistyped chooses nothing. */ }
      });
      return state;
    }
    function matches(paper, state) {
      return names.every(function (name) {
        return !state[name] || held(paper, name).indexOf(state[name]) >= 0;
      });
    }
    function changed(state, name, value) {
      var next = {};
      names.forEach(function (other) { if (state[other]) next[other] = state[other]; });
      if (value) next[name] = value; else delete next[name];
      return next;
    }
    function choose(name, value) {
      var next = changed(wanted(), name, value);
      var fragment = names.filter(function (key) { return next[key]; })
        .map(function (key) { return key + "=" + encodeURIComponent(next[key]); }).join("&");
      history.replaceState(null, "", fragment ? "#" + fragment : location.pathname + location.search);
      show();
    }

    var buttons = [];
    names.forEach(function (name) {
      var group = element("fieldset", {});
      group.appendChild(element("legend", {}, box.getAttribute("data-" + name)));
      var row = element("div", {});
      var all = [""].concat(values(name));
      var select = all.length > most ? element("select", { "aria-label": box.getAttribute("data-" + name) }) : null;
      if (select) {
        select.addEventListener("change", function () { choose(name, select.value); });
        row.appendChild(select);
      }
      all.forEach(function (value) {
        var button = select ? element("option", { value: value }) : element("button", { type: "button" });
        if (!select) button.addEventListener("click", function () { choose(name, value); });
        buttons.push({ button: button, name: name, value: value, select: select });
        (select || row).appendChild(button);
      });
      group.appendChild(row);
      box.appendChild(group);
    });
    var report = element("output", { "aria-live": "polite" });
    box.appendChild(report);

    function show() {
      var state = wanted();
      var shown = 0;
      papers.forEach(function (paper) {
        paper.hidden = !matches(paper, state);
        if (!paper.hidden) shown += 1;
      });
      document.querySelectorAll("ol.publications").forEach(function (list) {
        var isEmpty = !list.querySelector(".publication:not([hidden])");
        list.hidden = isEmpty;
        var heading = list.previousElementSibling;
        if (heading && heading.classList.contains("group-heading")) heading.hidden = isEmpty;
      });
      buttons.forEach(function (each) {
        var count = papers.filter(function (paper) {
          return matches(paper, changed(state, each.name, each.value));
        }).length;
        each.button.textContent = (each.value || box.getAttribute("data-all")) + " (" + count + ")";
        var isChosen = (state[each.name] || "") === each.value;
        if (!each.select) each.button.setAttribute("aria-pressed", String(isChosen));
        else if (isChosen) each.select.value = each.value;
      });
      report.textContent = shown + " / " + papers.length + " " + box.getAttribute("data-shown");
    }
    addEventListener("hashchange", show);
    box.hidden = false;
    show();
  }

  document.addEventListener("DOMContentLoaded", function () {
    addSwitch();
    addCopyButtons();
    addFilter();
  });
})();
