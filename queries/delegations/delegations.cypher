// Who travelled in which delegation, in the order of naming? 代表团名单
MATCH (d:Delegation)-[:PARTICIPATED]->(e:Event)
WHERE e.modality = 'actual'
  AND e.confidence >= $min_confidence
  AND ($from IS NULL OR e.latest >= date($from))
  AND ($to IS NULL OR e.earliest <= date($to))
OPTIONAL MATCH (d)-[:SENT_BY]->(b:Organization)
WITH d, e, collect(DISTINCT b.name) AS senders, collect(DISTINCT b.id) AS sender_ids
WHERE size($body) = 0 OR any(one IN sender_ids WHERE one IN $body)
OPTIONAL MATCH (e)-[h:HAPPENED_AT]->(q:Place) WHERE h.`as` = 'area'
WITH d, e, senders, collect(DISTINCT q.name) AS areas, collect(DISTINCT q.id) AS area_ids
WHERE size($place) = 0 OR any(one IN area_ids WHERE one IN $place)
OPTIONAL MATCH (g)-[k:PARTICIPATED]->(e) WHERE k.role = 'host'
WITH d, e, senders, areas, collect(DISTINCT g.name) AS hosts
OPTIONAL MATCH (p:Person)-[m:MEMBER_OF]->(d)
WITH d, e, senders, areas, hosts, p, m
WHERE size($person) = 0 OR p.id IN $person
RETURN e.date_text AS date, e.kind AS kind, d.name AS delegation, m.position AS position, p.name AS person,
       m.role AS role, senders AS sent_by, areas AS places, hosts AS received_by, d.id AS delegation_id,
       p.id AS person_id, e.confidence AS confidence, e.articles AS articles, e.id AS fact_ids
ORDER BY coalesce(date, '9999'), fact_ids, delegation, delegation_id, coalesce(position, 0), coalesce(person, ''),
         coalesce(person_id, ''), coalesce(role, '')
LIMIT $limit
