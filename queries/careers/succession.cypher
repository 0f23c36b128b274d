// Who followed whom in an office? 前后任
// Of one name twice nobody is made his own successor: two persons of one name in one seat are most likely one.
MATCH (q:Person)-[:HAS_TENURE]->(u:Tenure)-[:IN_OFFICE]->(o:Office)-[:POST_IN]->(b:Organization)
WHERE o.single_seat = true
  AND (size($office) = 0 OR o.id IN $office)
  AND (size($body) = 0 OR b.id IN $body)
  AND (size($place) = 0 OR EXISTS { MATCH (b)-[:IN_PLACE]->(z:Place) WHERE z.id IN $place })
  AND ($post IS NULL OR o.post = $post)
  AND u.confidence >= $min_confidence
WITH o, q, u, coalesce(u.latest_begin, u.first_seen, u.latest_end) AS begun
WHERE ($from IS NULL OR begun >= date($from)) AND ($to IS NULL OR begun <= date($to))
MATCH (o)<-[:IN_OFFICE]-(t:Tenure)<-[:HAS_TENURE]-(p:Person)
WHERE p.name <> q.name AND t.confidence >= $min_confidence
WITH o, q, u, begun, p, t, coalesce(t.latest_begin, t.first_seen, t.latest_end) AS before,
     coalesce(t.last_seen, t.earliest_end, t.latest_end, t.latest_begin) AS t_until,
     coalesce(u.last_seen, u.earliest_end, u.latest_end, u.latest_begin) AS u_until
WHERE before < begun OR (before = begun AND (t_until < u_until OR (t_until = u_until AND t.id < u.id)))
WITH o, q, u, p, t, before, t_until
ORDER BY before DESC, t_until DESC, t.id DESC
WITH o, q, u, head(collect(p)) AS p, head(collect(t)) AS t
RETURN o.name AS office, p.name AS predecessor, coalesce(t.last_seen, t.earliest_end, t.latest_end) AS last_seen,
       q.name AS successor, coalesce(u.first_seen, u.latest_begin, u.latest_end) AS first_seen,
       t.latest_end AS latest_end, u.earliest_begin AS earliest_begin,
       o.id AS office_id, p.id AS predecessor_id, q.id AS successor_id,
       CASE WHEN t.confidence < u.confidence THEN t.confidence ELSE u.confidence END AS confidence,
       t.articles + u.articles AS articles, [t.id, u.id] AS fact_ids
ORDER BY office, office_id, first_seen, u.id
LIMIT $limit
