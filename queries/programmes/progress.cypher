// What was reported of a programme, day by day? 项目进展
MATCH (g:Programme)
WHERE (size($programme) = 0 OR g.id IN $programme)
  AND (size($place) = 0
       OR EXISTS { MATCH (g)-[:RUN_BY|SET_IN]->(q:Place) WHERE q.id IN $place }
       OR EXISTS { MATCH (g)-[:RUN_BY]->(:Organization)-[:IN_PLACE]->(q:Place) WHERE q.id IN $place })
CALL {
  WITH g
  MATCH (g)-[v:EVIDENCED_BY]->(t:Passage)-[:`IN`]->(w:Article)
  RETURN w, t, v.confidence AS sure, null AS thing, null AS number, null AS counted, null AS bound,
         g.articles AS told, g.id AS fact
  UNION ALL
  WITH g
  MATCH (m:Measurement)-[:ABOUT]->(g)
  MATCH (m)-[v:EVIDENCED_BY]->(t:Passage)-[:`IN`]->(w:Article)
  RETURN w, t, v.confidence AS sure, m.indicator AS thing, m.value AS number, m.unit AS counted,
         m.comparator AS bound, m.articles AS told, m.id AS fact
}
WITH g, w, t, sure, thing, number, counted, bound, told, fact
WHERE sure >= $min_confidence
  AND ($from IS NULL OR w.latest >= date($from))
  AND ($to IS NULL OR w.earliest <= date($to))
RETURN DISTINCT w.date_text AS published, g.name AS programme, thing AS indicator, number AS value, counted AS unit,
       bound AS comparator, t.quote AS passage, w.headline AS headline, g.id AS programme_id, w.id AS article_id,
       sure AS confidence, told AS articles, fact AS fact_ids
ORDER BY programme, programme_id, coalesce(published, '9999'), article_id, coalesce(indicator, ''),
         coalesce(value, -1.0), passage, fact_ids
LIMIT $limit
