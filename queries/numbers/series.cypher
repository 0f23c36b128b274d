// How did an indicator develop? 指标序列
MATCH (m:Measurement)
WHERE ($indicator IS NULL OR m.indicator CONTAINS $indicator)
  AND ($unit IS NULL OR m.unit = $unit)
  AND m.confidence >= $min_confidence
OPTIONAL MATCH (m)-[:ABOUT]->(x)
WITH m, x
WHERE size($about) = 0 OR x.id IN $about
MATCH (m)-[:EVIDENCED_BY]->(:Passage)-[:`IN`]->(w:Article)
WHERE ($from IS NULL OR coalesce(m.latest, w.latest) >= date($from))
  AND ($to IS NULL OR coalesce(m.earliest, w.earliest) <= date($to))
WITH m, x, min(w.date_text) AS told
RETURN m.date_text AS date, m.end_text AS until, coalesce(x.name, m.about_text) AS about, m.indicator AS indicator,
       m.value AS value, m.unit AS unit, m.comparator AS comparator, m.change AS change, m.base AS base,
       told AS reported, x.id AS about_id, m.confidence AS confidence, m.articles AS articles, m.id AS fact_ids
ORDER BY coalesce(date, reported), coalesce(until, ''), indicator, coalesce(about, ''), fact_ids,
         coalesce(about_id, '')
LIMIT $limit
