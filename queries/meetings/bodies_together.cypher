// Which bodies hold events together? 联合主办
MATCH (a:Organization)-[:PARTICIPATED]->(e:Event)<-[:PARTICIPATED]-(b:Organization)
WHERE a.id < b.id AND e.modality = 'actual'
  AND (size($body) = 0 OR a.id IN $body OR b.id IN $body)
  AND (size($kinds) = 0 OR e.kind IN $kinds)
  AND e.confidence >= $min_confidence
  AND ($from IS NULL OR e.latest >= date($from))
  AND ($to IS NULL OR e.earliest <= date($to))
WITH DISTINCT a, b, e
WITH a, b, count(e) AS often, collect(DISTINCT e.kind) AS sorts, collect(DISTINCT e.topic) AS matters,
     min(e.date_text) AS begun, max(e.date_text) AS ended, max(e.confidence) AS surest, sum(e.articles) AS told,
     collect(e.id) AS events
WHERE often >= $min_times
RETURN a.name AS body, b.name AS other, often AS times, sorts AS kinds, matters AS topics, begun AS since,
       ended AS until, a.id AS body_id, b.id AS other_id, surest AS confidence, told AS articles,
       events AS fact_ids
ORDER BY times DESC, body, other, body_id, other_id
LIMIT $limit
