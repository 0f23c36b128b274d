
"use strict";
(function () {
  const data = JSON.parse(document.getElementById("data").textContent);
  const byId = (id) => document.getElementById(id);
  const panel = byId("panel"), content = byId("content"), query = byId("query"), found = byId("found");
  const facts = data.facts;
  // The sentences are what a reader came for: a long list of relations does not stand before them.
  const TIES_AT_ONCE = 8;
  const written = {};
  edges.forEach((edge) => { written[edge.id] = edge.label; });
  const around = {};
  data.order.forEach((id) => { around[id] = []; });
  Object.keys(data.edges).forEach((id) => {
    const edge = data.edges[id];
    around[edge.source].push(id);
    if (edge.target !== edge.source) { around[edge.target].push(id); }
  });

  // Everything from the graph reaches the page through here, as text.
  function element(tag, className, text) {
    const made = document.createElement(tag);
    if (className) { made.className = className; }
    if (text !== undefined) { made.textContent = text; }
    return made;
  }
  function append(parent, ...children) {
    children.forEach((child) => { if (child) { parent.appendChild(child); } });
    return parent;
  }
  function button(className, action, ...children) {
    const made = append(element("button", className), ...children);
    made.type = "button";
    made.addEventListener("click", action);
    return made;
  }

  function proofBlock(proof) {
    const quote = element("blockquote");
    append(quote, document.createTextNode(proof.before), element("mark", "", proof.quote),
      document.createTextNode(proof.after));
    const foot = element("footer");
    if (proof.headline) { append(foot, element("span", "headline", "《" + proof.headline + "》")); }
    const where = [proof.source, proof.date, proof.part, proof.status];
    if (proof.confidence) { where.push("置信度 " + proof.confidence); }
    append(foot, document.createTextNode(where.filter(Boolean).join(" · ")));
    return append(quote, foot);
  }
  function factBlock(id) {
    const fact = facts[id];
    const block = element("article", "fact");
    append(block, element("p", "said", fact.name));
    const line = [fact.kind, fact.modality, fact.date, fact.confidence && "置信度 " + fact.confidence];
    append(block, element("p", "facts-line", line.filter(Boolean).join(" · ")));
    fact.proofs.forEach((proof) => append(block, proofBlock(proof)));
    if (fact.more) { append(block, element("p", "more", "另有 " + fact.more + " 处原文未列")); }
    return block;
  }
  function factList(title, item) {
    const told = item.facts.filter((id) => facts[id]);
    if (!told.length) { return null; }
    const list = append(element("section", "facts"), element("h3", "", title + "（" + (told.length + item.more) + "）"));
    told.forEach((id) => append(list, factBlock(id)));
    if (item.more) { append(list, element("p", "more", "另有 " + item.more + " 条未列")); }
    return list;
  }
  function tieList(id) {
    if (!around[id].length) { return null; }
    const list = element("ul", "ties");
    const rest = around[id].length > TIES_AT_ONCE + 2 ? around[id].length - TIES_AT_ONCE : 0;
    around[id].forEach((edgeId, rank) => {
      const edge = data.edges[edgeId];
      const forward = edge.source === id;
      const other = data.nodes[forward ? edge.target : edge.source];
      const label = element("span", edge.derived ? "label derived" : "label", (forward ? "→ " : "← ") + edge.label);
      const item = append(element("li"), button("", () => openEdge(edgeId), label, element("span", "other", other.name)));
      item.hidden = rest > 0 && rank >= TIES_AT_ONCE;
      append(list, item);
    });
    let all = null;
    if (rest) {
      all = button("link more", () => {
        list.querySelectorAll("li").forEach((item) => { item.hidden = false; });
        all.remove();
      }, document.createTextNode("其余 " + rest + " 个关系"));
    }
    return append(element("section"), element("h3", "", "关系（" + around[id].length + "）"), list, all);
  }

  function show(...children) {
    content.replaceChildren(...children.filter(Boolean));
    panel.hidden = false;
    panel.scrollTop = 0;
  }
  function writeLabels(ids) {
    const on = new Set(ids);
    const changes = [];
    edges.forEach((edge) => {
      const wanted = on.has(edge.id) ? data.edges[edge.id].label : written[edge.id];
      if (edge.label !== wanted) { changes.push({ id: edge.id, label: wanted }); }
    });
    if (changes.length) { edges.update(changes); }
  }
  function openNode(id) {
    const node = data.nodes[id];
    const details = element("dl", "details");
    node.details.forEach((pair) => append(details, element("dt", "", pair[0]), element("dd", "", pair[1])));
    writeLabels(around[id]);
    network.selectNodes([id]);
    show(element("span", "kind", node.kind), element("h2", "", node.name),
      node.subtitle && element("p", "subtitle", node.subtitle),
      node.names.length ? element("p", "names", "又作：" + node.names.join("、")) : null,
      node.details.length ? details : null, tieList(id), factList("原文依据", node));
  }
  function openEdge(id) {
    const edge = data.edges[id];
    writeLabels([id]);
    network.selectEdges([id]);
    const ends = element("p", "ends");
    append(ends, button("link", () => focus(edge.source), document.createTextNode(data.nodes[edge.source].name)),
      document.createTextNode("　→　"),
      button("link", () => focus(edge.target), document.createTextNode(data.nodes[edge.target].name)));
    let note = null;
    if (edge.derived) {
      note = "这一关系由程序从下列事实推出，并非原文直接所说。";
    } else if (edge.structural) {
      note = "依据机构名称与行政区划得出，不出自某一句话；下列原文提到相关对象。";
    }
    show(element("span", edge.derived ? "kind derived" : "kind", edge.derived ? "推出的关系" : "关系"),
      element("h2", "", edge.label || edge.kind), ends, note && element("p", "note", note),
      factList(edge.derived ? "来自事实" : "原文依据", edge));
  }
  function focus(id) {
    nodes.update({ id: id, hidden: false });
    openNode(id);
    const scale = Math.max(network.getScale(), 0.9);
    network.focus(id, { scale: scale, offset: { x: -panel.offsetWidth / 2, y: 0 }, animation: false });
    fitLetters();
  }
  function close() {
    panel.hidden = true;
    network.unselectAll();
    writeLabels([]);
  }

  network.on("click", (event) => {
    if (event.nodes.length) { openNode(event.nodes[0]); }
    else if (event.edges.length) { openEdge(event.edges[0]); }
    else { close(); }
  });
  network.on("hoverNode", () => { document.body.style.cursor = "pointer"; });
  network.on("blurNode", () => { document.body.style.cursor = ""; });

  // Search: names first that begin with what was typed; Enter goes on to the next.
  let matches = [], at = -1, last = "";
  function lookFor(text) {
    const hits = [[], [], []];
    data.order.forEach((id) => {
      const node = data.nodes[id];
      const where = [node.name].concat(node.names).map((name) => name.toLowerCase().indexOf(text));
      if (where[0] === 0) { hits[0].push(id); }
      else if (where.some((found) => found >= 0)) { hits[1].push(id); }
      else if (node.subtitle.toLowerCase().includes(text)) { hits[2].push(id); }
    });
    return hits[0].concat(hits[1], hits[2]);
  }
  function search(step) {
    const text = query.value.trim().toLowerCase();
    if (!text) { found.textContent = ""; found.className = ""; last = ""; return; }
    if (text !== last) { matches = lookFor(text); at = -1; last = text; }
    found.className = matches.length ? "" : "none";
    if (!matches.length) { found.textContent = "没有找到"; return; }
    if (step) { at = (at + step + matches.length) % matches.length; focus(matches[at]); }
    found.textContent = at < 0 ? "找到 " + matches.length + " 个，回车查看" : (at + 1) + " / " + matches.length;
  }
  byId("search").addEventListener("submit", (event) => { event.preventDefault(); });
  query.addEventListener("input", () => search(0));
  query.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) { event.preventDefault(); search(event.shiftKey ? -1 : 1); }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { close(); }
    if (event.key === "/" && document.activeElement !== query) { event.preventDefault(); query.focus(); }
  });

  document.querySelectorAll("#legend button").forEach((item) => {
    item.addEventListener("click", () => {
      const shown = item.getAttribute("aria-pressed") !== "true";
      item.setAttribute("aria-pressed", String(shown));
      const kind = item.dataset.kind;
      nodes.update(data.order.filter((id) => data.nodes[id].kind === kind).map((id) => ({ id: id, hidden: !shown })));
    });
  });
  byId("close").addEventListener("click", close);
  // The captions that make a far view readable as a map must not shout in a near one.
  const sizes = nodes.get().map((node) => (node.font && node.font.size) || 0).filter((size) => size > 0);
  const letters = Math.min(...sizes);
  const signposts = nodes.get().filter((node) => node.font && node.font.size > letters)
    .map((node) => ({ id: node.id, font: node.font }));
  let drawnAt = 0;
  function fitLetters() {
    const scale = network.getScale();
    if (!signposts.length || Math.abs(scale - drawnAt) < 0.04 * drawnAt) { return; }
    drawnAt = scale;
    nodes.update(signposts.map((one) => ({ id: one.id,
      font: Object.assign({}, one.font, { size: Math.max(letters, Math.min(one.font.size, 15 / scale)) }) })));
  }
  network.on("zoom", fitLetters);
  const zoom = (factor) => { network.moveTo({ scale: network.getScale() * factor }); fitLetters(); };
  byId("in").addEventListener("click", () => zoom(1.3));
  byId("out").addEventListener("click", () => zoom(1 / 1.3));
  // The whole network between the legend and the panel, where that is open.
  function fit() {
    if (!data.order.length) { return; }
    const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
    data.order.forEach((id) => {
      const one = network.getBoundingBox(id);
      box.left = Math.min(box.left, one.left); box.right = Math.max(box.right, one.right);
      box.top = Math.min(box.top, one.top); box.bottom = Math.max(box.bottom, one.bottom);
    });
    const room = byId("mynetwork"), legend = byId("legend");
    // On a narrow screen the legend may lie on the network, beside it there is no room.
    const left = room.clientWidth > 900 ? legend.offsetLeft + legend.offsetWidth : 0;
    const taken = panel.hidden || panel.offsetWidth * 2 > room.clientWidth ? 0 : panel.offsetWidth;
    const scale = Math.min((room.clientWidth - taken - left - 30) / (box.right - box.left),
      (room.clientHeight - 30) / (box.bottom - box.top), 1.4);
    network.moveTo({ position: { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }, scale: scale,
      offset: { x: (left - taken) / 2, y: 0 } });
    fitLetters();
  }
  byId("fit").addEventListener("click", fit);
  if (data.centre) { openNode(data.centre); }
  // vis-network fits once by itself after its first drawing: ours comes after that.
  network.once("afterDrawing", () => setTimeout(fit, 0));
  network.redraw();
  window.addEventListener("resize", () => setTimeout(fit, 0));
})();
