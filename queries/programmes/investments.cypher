// Which projects cost how much? 项目投资
MATCH (m:Measurement)-[:ABOUT]->(g:Programme)
WHERE m.indicator CONTAINS '投资' AND m.change IS NULL AND ($unit IS NULL OR m.unit = $unit)
  AND ($kind IS NULL OR g.kind = $kind) AND (size($programme) = 0 OR g.id IN $programme)
  AND m.confidence >= $min_confidence
  AND (size($place) = 0
       OR EXISTS { MATCH (g)-[:RUN_BY|SET_IN]->(q:Place) WHERE q.id IN $place }
       OR EXISTS { MATCH (g)-[:RUN_BY]->(:Organization)-[:IN_PLACE]->(q:Place) WHERE q.id IN $place })
MATCH (m)-[:EVIDENCED_BY]->(:Passage)-[:`IN`]->(w:Article)
WHERE ($from IS NULL OR coalesce(m.latest, w.latest) >= date($from))
  AND ($to IS NULL OR coalesce(m.earliest, w.earliest) <= date($to))
OPTIONAL MATCH (g)-[:SET_IN]->(p:Place)
RETURN g.name AS programme, g.kind AS kind, collect(DISTINCT p.name) AS set_in, m.indicator AS indicator,
       m.value AS value, m.unit AS unit, m.comparator AS comparator, m.date_text AS date,
       min(w.date_text) AS reported, g.id AS programme_id, m.confidence AS confidence, m.articles AS articles, m.id AS fact_ids
ORDER BY unit, value DESC, programme, programme_id, indicator, fact_ids
LIMIT $limit
