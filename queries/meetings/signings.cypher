// Who signed what, when, with whom? 签约
MATCH (e:Event)
WHERE e.kind = 'signing'
  AND ($topic IS NULL OR e.topic CONTAINS $topic)
  AND e.confidence >= $min_confidence
  AND ($from IS NULL OR e.latest >= date($from))
  AND ($to IS NULL OR e.earliest <= date($to))
OPTIONAL MATCH (x)-[r:PARTICIPATED]->(e)
WITH e, collect(DISTINCT x.id) AS actors, collect(DISTINCT CASE WHEN x:Person THEN x.name END) AS people,
     collect(DISTINCT CASE WHEN NOT x:Person THEN x.name END) AS parties
WHERE (size($person) = 0 OR any(one IN actors WHERE one IN $person))
  AND (size($body) = 0 OR any(one IN actors WHERE one IN $body))
OPTIONAL MATCH (e)-[:HAPPENED_AT]->(q:Place)
WITH e, people, parties, collect(DISTINCT q.id) AS place_ids, collect(DISTINCT q.name) AS where_it_was
WHERE size($place) = 0 OR any(one IN place_ids WHERE one IN $place)
RETURN e.date_text AS date, e.topic AS signed, parties AS bodies, people AS persons, where_it_was AS places,
       e.modality AS modality, e.id AS event_id, e.confidence AS confidence, e.articles AS articles, e.id AS fact_ids
ORDER BY coalesce(date, '9999'), event_id
LIMIT $limit
