// Who chaired which meetings? 主持会议
MATCH (p:Person)-[r:PARTICIPATED]->(e:Event)
WHERE e.kind = 'meeting' AND e.modality = 'actual' AND r.role = 'host'
  AND (size($person) = 0 OR p.id IN $person)
  AND e.confidence >= $min_confidence
  AND ($from IS NULL OR e.latest >= date($from))
  AND ($to IS NULL OR e.earliest <= date($to))
OPTIONAL MATCH (b:Organization)-[k:PARTICIPATED]->(e) WHERE k.role = 'organizer'
WITH p, r, e, collect(DISTINCT b.name) AS organizers, collect(DISTINCT b.id) AS body_ids
WHERE size($body) = 0 OR any(one IN body_ids WHERE one IN $body)
OPTIONAL MATCH (e)-[h:HAPPENED_AT]->(q:Place) WHERE h.`as` = 'area'
WITH p, r, e, organizers, collect(DISTINCT q.name) AS areas, collect(DISTINCT q.id) AS area_ids
WHERE size($place) = 0 OR any(one IN area_ids WHERE one IN $place)
RETURN e.date_text AS date, p.name AS person, r.as_written AS as_written, organizers AS bodies, e.topic AS topic,
       areas AS places, e.name AS meeting, p.id AS person_id, e.confidence AS confidence, e.articles AS articles,
       e.id AS fact_ids
ORDER BY coalesce(date, '9999'), fact_ids, person, person_id, coalesce(as_written, '')
LIMIT $limit
