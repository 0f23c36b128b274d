// Which offices does a body have, and who was last seen in them? 机构职位
MATCH (o:Office)-[:POST_IN]->(b:Organization)
WHERE (size($body) = 0 OR b.id IN $body)
  AND (size($place) = 0 OR EXISTS { MATCH (b)-[:IN_PLACE]->(q:Place) WHERE q.id IN $place })
OPTIONAL MATCH (o)<-[:IN_OFFICE]-(t:Tenure)<-[:HAS_TENURE]-(p:Person)
WHERE t.confidence >= $min_confidence
  AND ($from IS NULL OR coalesce(t.last_seen, t.earliest_end, t.latest_end) >= date($from))
  AND ($to IS NULL OR coalesce(t.first_seen, t.latest_begin, t.latest_end) <= date($to))
WITH o, b, count(DISTINCT p.id) AS several, min(t.first_seen) AS begun, max(t.last_seen) AS ended,
     max(toString(t.last_seen) + ' ' + p.name) AS newest, max(t.confidence) AS surest, sum(coalesce(t.articles, 0)) AS told,
     collect(DISTINCT t.id) AS facts
RETURN b.name AS body, o.name AS office, o.post AS post, CASE WHEN o.single_seat THEN 'one' ELSE 'several' END AS seats,
       several AS holders, substring(newest, 11) AS latest_holder, begun AS first_seen, ended AS last_seen,
       b.id AS body_id, o.id AS office_id, surest AS confidence, told AS articles, facts AS fact_ids
ORDER BY body, body_id, office, office_id
LIMIT $limit
