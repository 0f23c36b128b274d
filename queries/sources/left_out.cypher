// What does one paper say that another leaves out? 一家报道、另一家未报
MATCH (f)-[v:EVIDENCED_BY]->(:Passage)-[:`IN`]->(a:Article)-[:PUBLISHED_BY]->(s:Source)
WITH f, collect(DISTINCT s.id) AS papers, collect(DISTINCT s.name) AS names, min(a.date_text) AS told_on,
     min(a.earliest) AS first_day, max(a.latest) AS last_day
WHERE (size($source) = 0 OR any(paper IN papers WHERE paper IN $source))
  AND ((size($other) = 0 AND size(papers) = 1)
       OR (size($other) > 0 AND none(paper IN papers WHERE paper IN $other)))
  AND f.confidence >= $min_confidence
  AND ($from IS NULL OR last_day >= date($from))
  AND ($to IS NULL OR first_day <= date($to))
RETURN told_on AS date, head(labels(f)) AS label, f.name AS fact, names AS sources, f.confidence AS confidence,
       f.articles AS articles, f.id AS fact_ids
ORDER BY coalesce(date, '9999'), label, fact, fact_ids
LIMIT $limit
