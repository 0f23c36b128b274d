// What grew or fell most? 涨跌幅
MATCH (m:Measurement)
WHERE m.change IS NOT NULL AND ($change IS NULL OR m.change = $change) AND m.unit = $unit
  AND ($indicator IS NULL OR m.indicator CONTAINS $indicator)
  AND m.confidence >= $min_confidence
OPTIONAL MATCH (m)-[:ABOUT]->(x)
WITH m, x
WHERE size($about) = 0 OR x.id IN $about
MATCH (m)-[:EVIDENCED_BY]->(:Passage)-[:`IN`]->(w:Article)
WHERE ($from IS NULL OR coalesce(m.latest, w.latest) >= date($from))
  AND ($to IS NULL OR coalesce(m.earliest, w.earliest) <= date($to))
WITH m, x, min(w.date_text) AS told
RETURN m.change AS change, m.value AS value, m.unit AS unit, m.comparator AS comparator, m.indicator AS indicator,
       coalesce(x.name, m.about_text) AS about, m.date_text AS date, m.end_text AS until, m.base AS base,
       told AS reported, x.id AS about_id, m.confidence AS confidence, m.articles AS articles, m.id AS fact_ids
ORDER BY change, value DESC, indicator, coalesce(about, ''), coalesce(date, reported), fact_ids,
         coalesce(about_id, '')
LIMIT $limit
