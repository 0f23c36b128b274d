// What did a body do? 机构活动
MATCH (b:Organization)-[r:PARTICIPATED]->(e:Event)
WHERE (size($body) = 0 OR b.id IN $body)
  AND (size($kinds) = 0 OR e.kind IN $kinds)
  AND e.confidence >= $min_confidence
  AND ($from IS NULL OR e.latest >= date($from))
  AND ($to IS NULL OR e.earliest <= date($to))
OPTIONAL MATCH (e)-[:HAPPENED_AT]->(q:Place)
WITH b, r, e, collect(DISTINCT q.name) AS where_it_was
RETURN b.name AS body, e.date_text AS date, e.end_text AS until, e.kind AS kind, r.role AS role, e.name AS event,
       e.topic AS topic, where_it_was AS places, e.modality AS modality, b.id AS body_id,
       e.confidence AS confidence, e.articles AS articles, e.id AS fact_ids
ORDER BY coalesce(date, '9999'), fact_ids, body, body_id, role
LIMIT $limit
