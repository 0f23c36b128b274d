// Which seats are two persons proven to hold at the same time? 一职两人
MATCH (o:Office)-[:POST_IN]->(b:Organization)
WHERE o.single_seat = true
  AND (size($body) = 0 OR b.id IN $body)
  AND (size($place) = 0 OR EXISTS { MATCH (b)-[:IN_PLACE]->(z:Place) WHERE z.id IN $place })
MATCH (p:Person)-[:HAS_TENURE]->(t:Tenure)-[:IN_OFFICE]->(o)<-[:IN_OFFICE]-(u:Tenure)<-[:HAS_TENURE]-(q:Person)
WHERE t.id < u.id AND p.id <> q.id
  AND t.confidence >= $min_confidence AND u.confidence >= $min_confidence
  AND t.first_seen <= u.last_seen AND u.first_seen <= t.last_seen
WITH o, p, t, q, u,
     CASE WHEN t.first_seen > u.first_seen THEN t.first_seen ELSE u.first_seen END AS begun,
     CASE WHEN t.last_seen < u.last_seen THEN t.last_seen ELSE u.last_seen END AS ended
WHERE ($from IS NULL OR ended >= date($from)) AND ($to IS NULL OR begun <= date($to))
RETURN o.name AS office, CASE WHEN p.name = q.name THEN 'one name twice' ELSE 'two names' END AS reason,
       p.name AS person, t.first_seen AS first_seen, t.last_seen AS last_seen,
       q.name AS other, u.first_seen AS other_first_seen, u.last_seen AS other_last_seen,
       p.id AS person_id, q.id AS other_id,
       CASE WHEN t.confidence < u.confidence THEN t.confidence ELSE u.confidence END AS confidence,
       t.articles + u.articles AS articles, [t.id, u.id] AS fact_ids
ORDER BY reason DESC, office, t.id, u.id
LIMIT $limit
