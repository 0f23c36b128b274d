// Which posts did one person hold together? 兼任
MATCH (p:Person)-[:HAS_TENURE]->(t:Tenure)-[:IN_OFFICE]->(o:Office)
WHERE (size($person) = 0 OR p.id IN $person) AND t.confidence >= $min_confidence
MATCH (p)-[:HAS_TENURE]->(u:Tenure)-[:IN_OFFICE]->(n:Office)
WHERE t.id <> u.id AND (o.name < n.name OR (o.name = n.name AND t.id < u.id))
  AND u.confidence >= $min_confidence
  AND ($post IS NULL OR o.post = $post OR n.post = $post)
  AND t.first_seen <= u.last_seen AND u.first_seen <= t.last_seen
WITH p, t, o, u, n,
     CASE WHEN t.first_seen > u.first_seen THEN t.first_seen ELSE u.first_seen END AS begun,
     CASE WHEN t.last_seen < u.last_seen THEN t.last_seen ELSE u.last_seen END AS ended
WHERE ($from IS NULL OR ended >= date($from)) AND ($to IS NULL OR begun <= date($to))
RETURN p.name AS person, o.name AS office, n.name AS other_office, begun AS since, ended AS until, p.id AS person_id,
       CASE WHEN t.confidence < u.confidence THEN t.confidence ELSE u.confidence END AS confidence,
       t.articles + u.articles AS articles, [t.id, u.id] AS fact_ids
ORDER BY person, person_id, office, other_office, t.id, u.id
LIMIT $limit
