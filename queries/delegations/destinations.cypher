// Which places are visited most? 到访最多的地方
MATCH (e:Event)-[h:HAPPENED_AT]->(z:Place)
WHERE e.kind IN ['visit', 'inspection'] AND e.modality = 'actual' AND h.`as` = 'area'
  AND (size($kinds) = 0 OR e.kind IN $kinds)
  AND e.confidence >= $min_confidence
  AND ($from IS NULL OR e.latest >= date($from))
  AND ($to IS NULL OR e.earliest <= date($to))
MATCH (x)-[r:PARTICIPATED]->(e)
WHERE NOT r.role IN ['host', 'organizer', 'recipient', 'subject']
  AND (size($person) = 0 OR x.id IN $person)
MATCH (z)-[:PART_OF*0..6]->(q:Place)
WHERE (($level IS NULL AND q.id = z.id) OR q.level = $level) AND (size($place) = 0 OR q.id IN $place)
MATCH (e)-[:EVIDENCED_BY]->(:Passage)-[:`IN`]->(w:Article)
RETURN q.name AS place, q.level AS level, count(DISTINCT e.id) AS visits, count(DISTINCT x.id) AS travellers,
       collect(DISTINCT x.name) AS visitors, min(e.date_text) AS since, max(e.date_text) AS until, q.id AS place_id,
       max(e.confidence) AS confidence, count(DISTINCT w.id) AS articles, collect(DISTINCT e.id) AS fact_ids
ORDER BY visits DESC, travellers DESC, place, place_id
LIMIT $limit
