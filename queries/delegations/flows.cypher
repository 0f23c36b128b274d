// From which places do how many go where? 往来流向
MATCH (e:Event)-[h:HAPPENED_AT]->(z:Place)
WHERE e.kind IN ['visit', 'inspection'] AND e.modality = 'actual' AND h.`as` = 'area'
  AND (size($kinds) = 0 OR e.kind IN $kinds)
  AND e.confidence >= $min_confidence
  AND ($from IS NULL OR e.latest >= date($from))
  AND ($to IS NULL OR e.earliest <= date($to))
MATCH (z)-[:PART_OF*0..6]->(q:Place)
WHERE (($level IS NULL AND q.id = z.id) OR q.level = $level) AND (size($place) = 0 OR q.id IN $place)
WITH DISTINCT e, q
MATCH (x)-[r:PARTICIPATED]->(e)
WHERE NOT r.role IN ['host', 'organizer', 'recipient', 'subject']
WITH DISTINCT e, q, x
MATCH (e)-[:EVIDENCED_BY]->(:Passage)-[:`IN`]->(w:Article)
WITH DISTINCT e, q, x, w
CALL {
  WITH x, w
  MATCH (x)-[:SENT_BY]->(:Organization)-[:IN_PLACE]->(s:Place)
  RETURN s
  UNION
  WITH x, w
  MATCH (x)-[:HAS_TENURE]->(t:Tenure)-[:EVIDENCED_BY]->(:Passage)-[:`IN`]->(w)
  MATCH (t)-[:IN_OFFICE]->(:Office)-[:POST_IN]->(:Organization)-[:IN_PLACE]->(s:Place)
  RETURN s
}
WITH e, q, x, w, s
MATCH (s)-[:PART_OF*0..6]->(o:Place)
WHERE (($level IS NULL AND o.id = s.id) OR o.level = $level) AND (size($sender) = 0 OR o.id IN $sender)
  AND o.id <> q.id
RETURN o.name AS sender, q.name AS visited, count(DISTINCT e.id) AS visits, count(DISTINCT x.id) AS travellers,
       min(e.date_text) AS since, max(e.date_text) AS until, o.id AS sender_id, q.id AS visited_id,
       max(e.confidence) AS confidence, count(DISTINCT w.id) AS articles, collect(DISTINCT e.id) AS fact_ids
ORDER BY visits DESC, travellers DESC, sender, visited, sender_id, visited_id
LIMIT $limit
