// Which offices changed hands, how often? 职位更替
MATCH (o:Office)-[:POST_IN]->(b:Organization)
WHERE (size($body) = 0 OR b.id IN $body)
  AND (size($place) = 0 OR EXISTS { MATCH (b)-[:IN_PLACE]->(z:Place) WHERE z.id IN $place })
  AND ($post IS NULL OR o.post = $post)
  AND o.single_seat = true
MATCH (o)<-[:IN_OFFICE]-(t:Tenure)<-[:HAS_TENURE]-(p:Person)
WHERE t.confidence >= $min_confidence
  AND ($from IS NULL OR coalesce(t.last_seen, t.earliest_end, t.latest_end) >= date($from))
  AND ($to IS NULL OR coalesce(t.first_seen, t.latest_begin, t.latest_end) <= date($to))
WITH o, count(DISTINCT p.name) AS several, collect(DISTINCT p.name) AS names, min(t.first_seen) AS begun,
     max(t.last_seen) AS ended, max(t.confidence) AS surest, sum(t.articles) AS told, collect(DISTINCT t.id) AS facts
WHERE several >= $min_holders
RETURN o.name AS office, several AS holders, names AS persons, begun AS first_seen, ended AS last_seen,
       o.id AS office_id, surest AS confidence, told AS articles, facts AS fact_ids
ORDER BY holders DESC, office, office_id
LIMIT $limit
