// Which places were visited most, and by how many? 到访最多的地方
MATCH (x)-[v:VISITED]->(z:Place)
WHERE (size($place) = 0 OR z.id IN $place OR EXISTS { MATCH (z)-[:PART_OF*1..6]->(w:Place) WHERE w.id IN $place })
  AND v.confidence >= $min_confidence
  AND ($from IS NULL OR v.latest >= date($from))
  AND ($to IS NULL OR v.earliest <= date($to))
WITH z, count(DISTINCT v.fact_id) AS times, count(DISTINCT x.id) AS several, min(v.earliest) AS begun,
     max(v.latest) AS ended, max(v.confidence) AS surest, collect(DISTINCT v.fact_id) AS facts
RETURN z.name AS place, z.level AS level, times AS visits, several AS travellers, begun AS since, ended AS until,
       z.id AS place_id, surest AS confidence, facts AS fact_ids
ORDER BY visits DESC, travellers DESC, place, place_id
LIMIT $limit
