// Who received whom, how often? 接待
MATCH (x)-[r:PARTICIPATED]->(e:Event)<-[s:PARTICIPATED]-(y)
WHERE e.kind IN ['visit', 'inspection', 'talks'] AND e.modality = 'actual' AND r.role = 'host' AND x.id <> y.id
  AND NOT s.role IN ['host', 'organizer', 'recipient', 'subject']
  AND (size($host) = 0 OR x.id IN $host)
  AND (size($guest) = 0 OR y.id IN $guest)
  AND e.confidence >= $min_confidence
  AND ($from IS NULL OR e.latest >= date($from))
  AND ($to IS NULL OR e.earliest <= date($to))
OPTIONAL MATCH (x)-[m:MET]-(y) WHERE m.fact_id = e.id
WITH x, y, e, count(m) > 0 AS across
WHERE across OR e.kind <> 'talks' OR NOT (x:Person AND y:Person)
OPTIONAL MATCH (e)-[h:HAPPENED_AT]->(q:Place) WHERE h.`as` = 'area'
WITH x, y, e, q
WHERE size($place) = 0 OR q.id IN $place
MATCH (e)-[:EVIDENCED_BY]->(:Passage)-[:`IN`]->(w:Article)
RETURN x.name AS host, y.name AS guest, count(DISTINCT e.id) AS times, collect(DISTINCT e.kind) AS kinds,
       collect(DISTINCT q.name) AS places, min(e.date_text) AS since, max(e.date_text) AS until, x.id AS host_id,
       y.id AS guest_id, max(e.confidence) AS confidence, count(DISTINCT w.id) AS articles,
       collect(DISTINCT e.id) AS fact_ids
ORDER BY times DESC, host, guest, host_id, guest_id
LIMIT $limit
