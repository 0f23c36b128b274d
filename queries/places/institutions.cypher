// Which bodies are in a place, and in whatever lies in it? 当地机构
MATCH (z:Place)
WHERE size($place) = 0 OR z.id IN $place OR EXISTS { MATCH (z)-[:PART_OF*1..6]->(w:Place) WHERE w.id IN $place }
MATCH (z)<-[:IN_PLACE]-(b:Organization)
OPTIONAL MATCH (b)<-[:POST_IN]-(o:Office)
OPTIONAL MATCH (o)<-[:IN_OFFICE]-(:Tenure)<-[:HAS_TENURE]-(p:Person)
WITH z, b, count(DISTINCT o.id) AS posts, count(DISTINCT p.id) AS people
RETURN z.name AS place, b.name AS body, b.kind AS kind, posts AS offices, people AS persons, z.id AS place_id,
       b.id AS body_id, [] AS fact_ids
ORDER BY place, place_id, kind, body, body_id
LIMIT $limit
