// What did programmes do, for whom, in numbers? 项目成效
MATCH (g:Programme)
WHERE (size($programme) = 0 OR g.id IN $programme)
  AND (size($place) = 0
       OR EXISTS { MATCH (g)-[:RUN_BY|SET_IN]->(q:Place) WHERE q.id IN $place }
       OR EXISTS { MATCH (g)-[:RUN_BY]->(:Organization)-[:IN_PLACE]->(q:Place) WHERE q.id IN $place })
OPTIONAL MATCH (g)-[:RUN_BY]->(o)
WITH g, collect(DISTINCT o.name) AS runners
CALL {
  WITH g
  MATCH (g)-[s:SERVES]->(w:Group)
  RETURN w.name AS thing, s.relation AS verb, s.value AS number, s.unit AS counted, null AS bound, null AS direction,
         s.date_text AS day, g.earliest AS early, g.latest AS late, g.confidence AS sure, g.articles AS told, g.id AS fact
  UNION ALL
  WITH g
  MATCH (m:Measurement)-[:ABOUT]->(g)
  RETURN m.indicator AS thing, 'measured' AS verb, m.value AS number, m.unit AS counted, m.comparator AS bound,
         m.change AS direction, m.date_text AS day, m.earliest AS early, m.latest AS late, m.confidence AS sure,
         m.articles AS told, m.id AS fact
}
WITH g, runners, thing, verb, number, counted, bound, direction, day, early, late, sure, told, fact
WHERE ($indicator IS NULL OR thing CONTAINS $indicator)
  AND sure >= $min_confidence
  AND ($from IS NULL OR late >= date($from))
  AND ($to IS NULL OR early <= date($to))
RETURN g.name AS programme, g.kind AS kind, thing AS what, verb AS relation, number AS value, counted AS unit,
       bound AS comparator, direction AS change, day AS date, runners AS run_by, g.id AS programme_id,
       sure AS confidence, told AS articles, fact AS fact_ids
ORDER BY programme, programme_id, what, coalesce(date, '9999'), relation, coalesce(value, -1.0), fact_ids
LIMIT $limit
