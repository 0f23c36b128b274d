// Which meetings did a body hold, who chaired, who spoke? 会议记录
MATCH (e:Event)
WHERE e.kind = 'meeting' AND e.modality = 'actual'
  AND e.confidence >= $min_confidence
  AND ($from IS NULL OR e.latest >= date($from))
  AND ($to IS NULL OR e.earliest <= date($to))
OPTIONAL MATCH (b:Organization)-[k:PARTICIPATED]->(e) WHERE k.role = 'organizer'
WITH e, collect(DISTINCT b.name) AS organizers, collect(DISTINCT b.id) AS body_ids
WHERE size($body) = 0 OR any(one IN body_ids WHERE one IN $body)
OPTIONAL MATCH (e)-[h:HAPPENED_AT]->(q:Place)
WITH e, organizers, collect(DISTINCT q.name) AS seats, collect(DISTINCT q.id) AS seat_ids
WHERE size($place) = 0 OR any(one IN seat_ids WHERE one IN $place)
OPTIONAL MATCH (p:Person)-[r:PARTICIPATED]->(e)
RETURN e.date_text AS date, organizers AS bodies, e.topic AS topic, seats AS places,
       collect(DISTINCT CASE WHEN r.role = 'host' THEN p.name END) AS chaired_by,
       collect(DISTINCT CASE WHEN r.role = 'speaker' THEN p.name END) AS speakers,
       count(DISTINCT p.id) AS named, e.name AS meeting, e.confidence AS confidence, e.articles AS articles,
       e.id AS fact_ids
ORDER BY coalesce(date, '9999'), fact_ids
LIMIT $limit
