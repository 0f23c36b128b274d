// How do places compare in an indicator? 各地比较
MATCH (m:Measurement)-[:ABOUT]->(x:Place)
WHERE ($indicator IS NULL OR m.indicator CONTAINS $indicator)
  AND ($unit IS NULL OR m.unit = $unit)
  AND ($level IS NULL OR x.level = $level)
  AND m.confidence >= $min_confidence
WITH m, x
WHERE size($within) = 0 OR EXISTS { MATCH (x)-[:PART_OF*0..6]->(q:Place) WHERE q.id IN $within }
MATCH (m)-[:EVIDENCED_BY]->(:Passage)-[:`IN`]->(w:Article)
WHERE ($from IS NULL OR coalesce(m.latest, w.latest) >= date($from))
  AND ($to IS NULL OR coalesce(m.earliest, w.earliest) <= date($to))
WITH m, x, min(w.date_text) AS told
RETURN x.name AS place, x.level AS level, m.indicator AS indicator, m.value AS value, m.unit AS unit,
       m.comparator AS comparator, m.change AS change, m.date_text AS date, m.end_text AS until, told AS reported,
       x.id AS place_id, m.confidence AS confidence, m.articles AS articles, m.id AS fact_ids
ORDER BY unit, value DESC, place, place_id, indicator, coalesce(date, reported), fact_ids
LIMIT $limit
