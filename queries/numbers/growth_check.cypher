// Which growth rates do not follow from the two values? 同比核算
MATCH (m:Measurement)-[:ABOUT]->(x)
WHERE m.unit <> '%' AND m.date_text IS NOT NULL AND m.comparator IS NULL AND m.change IS NULL
  AND ($indicator IS NULL OR m.indicator CONTAINS $indicator)
  AND (size($about) = 0 OR x.id IN $about)
  AND m.confidence >= $min_confidence
WITH x, m.indicator AS thing, m.unit AS counted, collect(m) AS values_told
WHERE size(values_told) > 1
UNWIND values_told AS m
UNWIND values_told AS f
WITH x, thing, counted, m, f
WHERE f.value <> 0.0 AND coalesce(f.end_text, f.date_text) < coalesce(m.end_text, m.date_text)
  AND substring(f.date_text, 4) = substring(m.date_text, 4)
  AND substring(coalesce(f.end_text, f.date_text), 4) = substring(coalesce(m.end_text, m.date_text), 4)
  AND ($from IS NULL OR m.latest >= date($from))
  AND ($to IS NULL OR m.earliest <= date($to))
MATCH (g:Measurement)-[:ABOUT]->(x)
WHERE g.unit = '%' AND g.change IN ['growth', 'decline'] AND g.date_text = m.date_text
  AND coalesce(g.end_text, '') = coalesce(m.end_text, '') AND g.base = coalesce(f.end_text, f.date_text)
  AND g.indicator STARTS WITH thing AND size(g.indicator) <= size(thing) + 4
MATCH (m)-[:EVIDENCED_BY]->(:Passage)-[:`IN`]->(w:Article)
WITH DISTINCT x, thing, counted, m, f, g, w
MATCH (g)-[:EVIDENCED_BY]->(:Passage)-[:`IN`]->(w)
WITH DISTINCT x, thing, counted, m, f, g, CASE g.change WHEN 'decline' THEN -g.value ELSE g.value END AS stated,
     floor((m.value - f.value) / f.value * 10000.0 + 0.5) / 100.0 AS computed
WITH x, thing, counted, m, f, g, stated, computed, floor((computed - stated) * 100.0 + 0.5) / 100.0 AS gap
WHERE gap > $tolerance OR gap < -$tolerance
RETURN x.name AS about, thing AS indicator, m.date_text AS date, m.end_text AS until, m.value AS value,
       f.value AS former, counted AS unit, g.base AS base, stated AS stated_growth, computed AS computed_growth,
       gap AS difference, x.id AS about_id, g.confidence AS confidence, g.articles AS articles,
       [g.id, m.id, f.id] AS fact_ids
ORDER BY about, about_id, indicator, date, coalesce(until, ''), value, former, stated_growth,
         fact_ids[0], fact_ids[1], fact_ids[2]
LIMIT $limit
