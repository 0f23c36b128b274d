// Who held office in a place, and in whatever lies in it? 地方官员
MATCH (z:Place)
WHERE size($place) = 0 OR z.id IN $place OR EXISTS { MATCH (z)-[:PART_OF*1..6]->(w:Place) WHERE w.id IN $place }
MATCH (z)<-[:IN_PLACE]-(b:Organization)<-[:POST_IN]-(o:Office)<-[:IN_OFFICE]-(t:Tenure)<-[:HAS_TENURE]-(p:Person)
WHERE t.confidence >= $min_confidence
  AND ($post IS NULL OR o.post = $post)
  AND ($from IS NULL OR coalesce(t.last_seen, t.earliest_end, t.latest_end) >= date($from))
  AND ($to IS NULL OR coalesce(t.first_seen, t.latest_begin, t.latest_end) <= date($to))
RETURN z.name AS place, b.name AS body, o.post AS post, p.name AS person, t.statuses AS statuses,
       t.first_seen AS first_seen, t.last_seen AS last_seen, z.id AS place_id, b.id AS body_id, p.id AS person_id,
       t.confidence AS confidence, t.articles AS articles, t.id AS fact_ids
ORDER BY place, place_id, body, body_id, post, coalesce(first_seen, date('9999-12-31')), person, fact_ids
LIMIT $limit
