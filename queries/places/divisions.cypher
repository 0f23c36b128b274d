// Which divisions and venues lie in a place, of which time? 下辖区划
MATCH (z:Place)-[:PART_OF]->(w:Place)
WHERE (size($place) = 0 OR w.id IN $place) AND ($level IS NULL OR z.level = $level)
OPTIONAL MATCH (z)-[:SUCCEEDED_BY]->(n:Place)
WITH w, z, collect(DISTINCT n.name) AS later
RETURN w.name AS place, z.name AS division, z.level AS level, z.code AS code, z.valid_from AS valid_from,
       z.valid_to AS valid_to, later AS successors, w.id AS place_id, z.id AS division_id, [] AS fact_ids
ORDER BY place, place_id, level, coalesce(code, ''), division, coalesce(valid_from, 0), division_id
LIMIT $limit
