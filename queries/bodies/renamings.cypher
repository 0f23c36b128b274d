// Which bodies and places were renamed or followed by others? 更名与沿革
MATCH (a:Organization|Place)-[:SUCCEEDED_BY]->(b)
WHERE (size($body) = 0 OR a.id IN $body OR b.id IN $body)
  AND (size($place) = 0 OR a.id IN $place OR b.id IN $place
       OR EXISTS { MATCH (a)-[:IN_PLACE]->(q:Place) WHERE q.id IN $place })
RETURN head(labels(a)) AS label, a.name AS former, b.name AS successor, a.valid_from AS former_from,
       a.valid_to AS former_to, b.valid_from AS successor_from, a.id AS former_id, b.id AS successor_id, [] AS fact_ids
ORDER BY label, coalesce(former_to, 9999), former, successor, former_id, successor_id
LIMIT $limit
