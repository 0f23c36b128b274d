// Who came back to the same place, how often? 多次到访
MATCH (x)-[r:PARTICIPATED]->(e:Event)-[h:HAPPENED_AT]->(q:Place)
WHERE e.kind IN ['visit', 'inspection'] AND e.modality = 'actual' AND h.`as` = 'area'
  AND NOT r.role IN ['host', 'organizer', 'recipient', 'subject']
  AND (size($person) = 0 OR x.id IN $person)
  AND (size($place) = 0 OR q.id IN $place)
  AND e.confidence >= $min_confidence
  AND ($from IS NULL OR e.latest >= date($from))
  AND ($to IS NULL OR e.earliest <= date($to))
MATCH (e)-[:EVIDENCED_BY]->(:Passage)-[:`IN`]->(w:Article)
WITH x, q, count(DISTINCT e.id) AS often, collect(DISTINCT e.date_text) AS days, collect(DISTINCT e.topic) AS matters,
     min(e.date_text) AS begun, max(e.date_text) AS ended, max(e.confidence) AS surest,
     count(DISTINCT w.id) AS told, collect(DISTINCT e.id) AS events
WHERE often >= $min_times
RETURN x.name AS traveller, q.name AS place, often AS times, days AS dates, matters AS topics, begun AS since,
       ended AS until, x.id AS traveller_id, q.id AS place_id, surest AS confidence, told AS articles,
       events AS fact_ids
ORDER BY times DESC, traveller, place, traveller_id, place_id
LIMIT $limit
