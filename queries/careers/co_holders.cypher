// Who held one office at the same time? 同职同任
MATCH (o:Office)-[:POST_IN]->(b:Organization)
WHERE (size($office) = 0 OR o.id IN $office)
  AND (size($body) = 0 OR b.id IN $body)
  AND ($post IS NULL OR o.post = $post)
MATCH (p:Person)-[:HAS_TENURE]->(t:Tenure)-[:IN_OFFICE]->(o)<-[:IN_OFFICE]-(u:Tenure)<-[:HAS_TENURE]-(q:Person)
WHERE t.id < u.id AND p.id <> q.id
  AND t.confidence >= $min_confidence AND u.confidence >= $min_confidence
  AND t.first_seen <= u.last_seen AND u.first_seen <= t.last_seen
WITH o, p, t, q, u,
     CASE WHEN t.first_seen > u.first_seen THEN t.first_seen ELSE u.first_seen END AS begun,
     CASE WHEN t.last_seen < u.last_seen THEN t.last_seen ELSE u.last_seen END AS ended
WHERE ($from IS NULL OR ended >= date($from)) AND ($to IS NULL OR begun <= date($to))
RETURN o.name AS office, CASE WHEN p.name <= q.name THEN p.name ELSE q.name END AS person,
       CASE WHEN p.name <= q.name THEN q.name ELSE p.name END AS other, begun AS since, ended AS until, o.id AS office_id,
       CASE WHEN p.name <= q.name THEN p.id ELSE q.id END AS person_id,
       CASE WHEN p.name <= q.name THEN q.id ELSE p.id END AS other_id,
       CASE WHEN t.confidence < u.confidence THEN t.confidence ELSE u.confidence END AS confidence,
       t.articles + u.articles AS articles, [t.id, u.id] AS fact_ids
ORDER BY office, since, person, other, t.id, u.id
LIMIT $limit
