// Which bodies belong to a body, directly or through others? 下属机构
MATCH (s:Organization)-[:PART_OF]->(m:Organization)-[:PART_OF*0..]->(b:Organization)
WHERE size($body) = 0 OR b.id IN $body
RETURN DISTINCT b.name AS body, s.name AS subordinate, s.kind AS kind, m.name AS parent, b.id AS body_id,
       s.id AS subordinate_id, m.id AS parent_id, [] AS fact_ids
ORDER BY body, body_id, parent, parent_id, subordinate, subordinate_id
LIMIT $limit
