// Which groups of people are served, by how many programmes? 服务人群
MATCH (g:Programme)-[s:SERVES]->(w:Group)
WHERE (size($group) = 0 OR w.id IN $group) AND ($relation IS NULL OR s.relation = $relation)
  AND g.confidence >= $min_confidence
  AND ($from IS NULL OR g.latest >= date($from))
  AND ($to IS NULL OR g.earliest <= date($to))
  AND (size($place) = 0
       OR EXISTS { MATCH (g)-[:RUN_BY|SET_IN]->(q:Place) WHERE q.id IN $place }
       OR EXISTS { MATCH (g)-[:RUN_BY]->(:Organization)-[:IN_PLACE]->(q:Place) WHERE q.id IN $place })
RETURN w.name AS served, s.relation AS relation, count(DISTINCT g.id) AS programmes,
       collect(DISTINCT g.name) AS programme_names, max(coalesce(s.value, -1.0)) AS largest_number,
       collect(DISTINCT s.unit) AS units,
       w.id AS group_id, max(g.confidence) AS confidence, sum(g.articles) AS articles,
       collect(DISTINCT g.id) AS fact_ids
ORDER BY programmes DESC, served, group_id, relation
LIMIT $limit
