// How many people did programmes reach, period by period? 历年人数
MATCH (g:Programme)
WHERE (size($programme) = 0 OR g.id IN $programme)
  AND (size($place) = 0
       OR EXISTS { MATCH (g)-[:RUN_BY|SET_IN]->(q:Place) WHERE q.id IN $place }
       OR EXISTS { MATCH (g)-[:RUN_BY]->(:Organization)-[:IN_PLACE]->(q:Place) WHERE q.id IN $place })
CALL {
  WITH g
  MATCH (g)-[s:SERVES]->(w:Group)
  WHERE s.value IS NOT NULL
  RETURN w.name AS thing, s.relation AS verb, s.value AS number, s.unit AS counted, null AS bound, null AS direction,
         s.date_text AS day, null AS last, g.earliest AS early, g.latest AS late, g.confidence AS sure,
         g.articles AS told, g.id AS fact
  UNION ALL
  WITH g
  MATCH (m:Measurement)-[:ABOUT]->(g)
  WHERE m.unit IN ['人', '人次', '名', '户', '个家庭', '对']
  RETURN m.indicator AS thing, 'measured' AS verb, m.value AS number, m.unit AS counted, m.comparator AS bound,
         m.change AS direction, m.date_text AS day, m.end_text AS last, m.earliest AS early, m.latest AS late,
         m.confidence AS sure, m.articles AS told, m.id AS fact
}
WITH g, thing, verb, number, counted, bound, direction, day, last, early, late, sure, told, fact
WHERE sure >= $min_confidence
  AND ($from IS NULL OR late >= date($from))
  AND ($to IS NULL OR early <= date($to))
RETURN g.name AS programme, day AS date, last AS until, thing AS what, verb AS relation, number AS value,
       counted AS unit, bound AS comparator, direction AS change, g.id AS programme_id, sure AS confidence,
       told AS articles, fact AS fact_ids
ORDER BY programme, programme_id, coalesce(date, '9999'), coalesce(until, ''), what, relation, value, fact_ids
LIMIT $limit
