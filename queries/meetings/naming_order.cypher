// Where in the order of naming does a person stand? 排名次序
MATCH (p:Person)-[r:PARTICIPATED]->(e:Event)
WHERE e.modality = 'actual' AND r.position IS NOT NULL
  AND (size($person) = 0 OR p.id IN $person)
  AND (size($kinds) = 0 OR e.kind IN $kinds)
  AND e.confidence >= $min_confidence
  AND ($from IS NULL OR e.latest >= date($from))
  AND ($to IS NULL OR e.earliest <= date($to))
WITH p, e, min(r.position) AS place_in_row, collect(DISTINCT r.role) AS parts, min(r.as_written) AS written
OPTIONAL MATCH (x:Person)-[s:PARTICIPATED]->(e)
WHERE x.id <> p.id AND s.position IS NOT NULL
WITH p, e, place_in_row, parts, written,
     collect(DISTINCT CASE WHEN s.position < place_in_row THEN x.name END) AS ahead,
     collect(DISTINCT CASE WHEN s.position > place_in_row THEN x.name END) AS behind,
     count(DISTINCT x.id) + 1 AS named_in_all
WHERE size($other) = 0 OR EXISTS { MATCH (o:Person)-[:PARTICIPATED]->(e) WHERE o.id IN $other }
RETURN e.date_text AS date, p.name AS person, place_in_row AS position, named_in_all AS named, parts AS roles,
       written AS as_written, ahead AS named_before, behind AS named_after, e.kind AS kind, e.name AS event,
       p.id AS person_id, e.confidence AS confidence, e.articles AS articles, e.id AS fact_ids
ORDER BY coalesce(date, '9999'), fact_ids, position, person, person_id
LIMIT $limit
