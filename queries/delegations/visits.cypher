// Who went where, with whom, received by whom? 考察调研
MATCH (e:Event)<-[r:PARTICIPATED]-(x)
WHERE e.kind IN ['visit', 'inspection'] AND e.modality = 'actual'
  AND NOT r.role IN ['host', 'organizer', 'recipient', 'subject']
  AND (size($person) = 0 OR x.id IN $person)
  AND (size($body) = 0 OR x.id IN $body
       OR EXISTS { MATCH (x)-[:SENT_BY]->(b) WHERE b.id IN $body }
       OR EXISTS { MATCH (x)-[:HOLDS]->(:Office)-[:POST_IN]->(b) WHERE b.id IN $body })
  AND e.confidence >= $min_confidence
  AND ($from IS NULL OR e.latest >= date($from))
  AND ($to IS NULL OR e.earliest <= date($to))
OPTIONAL MATCH (e)-[h:HAPPENED_AT]->(q:Place) WHERE h.`as` = 'area'
WITH x, r, e, q
WHERE size($place) = 0 OR q.id IN $place
   OR EXISTS { MATCH (e)-[w:HAPPENED_AT]->(z:Place) WHERE w.`as` = 'site' AND z.id IN $place }
OPTIONAL MATCH (e)<-[s:PARTICIPATED]-(y)
WHERE y.id <> x.id AND NOT s.role IN ['host', 'organizer', 'recipient', 'subject']
WITH x, r, e, q, collect(DISTINCT y.name) AS others
OPTIONAL MATCH (e)<-[k:PARTICIPATED]-(g) WHERE k.role = 'host'
WITH x, r, e, q, others, collect(DISTINCT g.name) AS hosts
OPTIONAL MATCH (e)-[w:HAPPENED_AT]->(z:Place) WHERE w.`as` = 'site'
WITH x, r, e, q, others, hosts, collect(DISTINCT z.name) AS stops
RETURN e.date_text AS date, e.end_text AS until, e.kind AS kind, x.name AS traveller, r.position AS position,
       r.role AS role, q.name AS place, stops AS sites, others AS companions, hosts AS received_by,
       e.topic AS topic, x.id AS traveller_id, e.confidence AS confidence, e.articles AS articles, e.id AS fact_ids
ORDER BY coalesce(date, '9999'), fact_ids, coalesce(place, ''), coalesce(position, 0), traveller, traveller_id, role
LIMIT $limit
