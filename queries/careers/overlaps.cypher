// Who served in one body at the same time? 共事
MATCH (p:Person)-[:HAS_TENURE]->(t:Tenure)-[:IN_OFFICE]->(o:Office)-[:POST_IN]->(b:Organization)
WHERE (size($person) = 0 OR p.id IN $person)
  AND (size($body) = 0 OR b.id IN $body)
  AND t.confidence >= $min_confidence
MATCH (b)<-[:POST_IN]-(n:Office)<-[:IN_OFFICE]-(u:Tenure)<-[:HAS_TENURE]-(q:Person)
WHERE p.id <> q.id AND (size($person) > 0 OR p.id < q.id)
  AND (size($other) = 0 OR q.id IN $other)
  AND u.confidence >= $min_confidence
  AND t.first_seen <= u.last_seen AND u.first_seen <= t.last_seen
WITH p, t, o, q, u, n, b,
     CASE WHEN t.first_seen > u.first_seen THEN t.first_seen ELSE u.first_seen END AS begun,
     CASE WHEN t.last_seen < u.last_seen THEN t.last_seen ELSE u.last_seen END AS ended
WHERE ($from IS NULL OR ended >= date($from)) AND ($to IS NULL OR begun <= date($to))
RETURN p.name AS person, o.name AS office, q.name AS other, n.name AS other_office, b.name AS body,
       begun AS since, ended AS until, p.id AS person_id, q.id AS other_id,
       CASE WHEN t.confidence < u.confidence THEN t.confidence ELSE u.confidence END AS confidence,
       t.articles + u.articles AS articles, [t.id, u.id] AS fact_ids
ORDER BY since, body, person, other, t.id, u.id
LIMIT $limit
