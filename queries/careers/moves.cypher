// Who worked in one place and then in another? 异地任职
MATCH (p:Person)-[:HAS_TENURE]->(t:Tenure)-[:IN_OFFICE]->(o:Office)-[:POST_IN]->(:Organization)-[:IN_PLACE]->(x:Place)
WHERE (size($person) = 0 OR p.id IN $person) AND t.confidence >= $min_confidence
WITH p, t, o, x, coalesce(t.latest_begin, t.first_seen, t.latest_end) AS before
MATCH (p)-[:HAS_TENURE]->(u:Tenure)-[:IN_OFFICE]->(n:Office)-[:POST_IN]->(:Organization)-[:IN_PLACE]->(y:Place)
WHERE t.id <> u.id AND x.id <> y.id AND u.confidence >= $min_confidence
  AND (size($place) = 0 OR x.id IN $place OR y.id IN $place)
  AND (size($other_place) = 0 OR (x.id IN $other_place AND (size($place) = 0 OR y.id IN $place))
       OR (y.id IN $other_place AND (size($place) = 0 OR x.id IN $place)))
WITH p, t, o, x, before, u, n, y, coalesce(u.latest_begin, u.first_seen, u.latest_end) AS begun
WHERE (before < begun OR (before = begun AND t.id < u.id))
  AND ($from IS NULL OR begun >= date($from)) AND ($to IS NULL OR begun <= date($to))
RETURN p.name AS person, o.name AS office, x.name AS place, coalesce(t.last_seen, t.earliest_end, t.latest_end) AS last_seen,
       n.name AS next_office, y.name AS next_place, coalesce(u.first_seen, u.latest_begin, u.latest_end) AS first_seen,
       p.id AS person_id, x.id AS place_id, y.id AS next_place_id,
       CASE WHEN t.confidence < u.confidence THEN t.confidence ELSE u.confidence END AS confidence,
       t.articles + u.articles AS articles, [t.id, u.id] AS fact_ids
ORDER BY person, person_id, first_seen, t.id, u.id, place_id, next_place_id
LIMIT $limit
