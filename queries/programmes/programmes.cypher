// Which programmes does a place or a body run? 项目名录
MATCH (g:Programme)
WHERE ($kind IS NULL OR g.kind = $kind) AND g.confidence >= $min_confidence
  AND (size($place) = 0
       OR EXISTS { MATCH (g)-[:RUN_BY|SET_IN]->(q:Place) WHERE q.id IN $place }
       OR EXISTS { MATCH (g)-[:RUN_BY]->(:Organization)-[:IN_PLACE]->(q:Place) WHERE q.id IN $place })
  AND (size($body) = 0 OR EXISTS { MATCH (g)-[:RUN_BY]->(b:Organization) WHERE b.id IN $body })
MATCH (g)-[:EVIDENCED_BY]->(:Passage)-[:`IN`]->(w:Article)
WITH g, min(w.date_text) AS begun, max(w.date_text) AS ended, min(w.earliest) AS first_day, max(w.latest) AS last_day
WHERE ($from IS NULL OR last_day >= date($from)) AND ($to IS NULL OR first_day <= date($to))
OPTIONAL MATCH (g)-[:RUN_BY]->(o)
WITH g, begun, ended, collect(DISTINCT o.name) AS runners
OPTIONAL MATCH (g)-[:SET_IN]->(p:Place)
WITH g, begun, ended, runners, collect(DISTINCT p.name) AS sites
OPTIONAL MATCH (m:Measurement)-[:ABOUT]->(g)
RETURN g.name AS programme, g.kind AS kind, runners AS run_by, sites AS set_in, count(DISTINCT m.id) AS numbers,
       begun AS first_reported, ended AS last_reported, g.id AS programme_id, g.confidence AS confidence,
       g.articles AS articles, g.id AS fact_ids
ORDER BY articles DESC, numbers DESC, programme, programme_id
LIMIT $limit
