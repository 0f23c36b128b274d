// Who travelled to which other country? 出访
MATCH (x)-[r:PARTICIPATED]->(e:Event)-[h:HAPPENED_AT]->(q:Place)
WHERE e.kind = 'visit' AND e.modality = 'actual' AND h.`as` = 'area' AND q.level = 'country'
  AND NOT r.role IN ['host', 'organizer', 'recipient', 'subject']
  AND (size($person) = 0 OR x.id IN $person)
  AND (size($place) = 0 OR q.id IN $place)
  AND e.confidence >= $min_confidence
  AND ($from IS NULL OR e.latest >= date($from))
  AND ($to IS NULL OR e.earliest <= date($to))
WITH DISTINCT x, e, q
OPTIONAL MATCH (x)-[:HAS_TENURE]->(:Tenure)-[:IN_OFFICE]->(:Office)-[:POST_IN]->(:Organization)-[:IN_PLACE]->(s:Place)
OPTIONAL MATCH (x)-[:SENT_BY]->(:Organization)-[:IN_PLACE]->(o:Place)
WITH x, e, q, collect(DISTINCT s.name) + collect(DISTINCT o.name) AS seats,
     collect(DISTINCT s.id) + collect(DISTINCT o.id) AS seat_ids
WHERE NOT q.id IN seat_ids AND (size($sender) = 0 OR any(one IN seat_ids WHERE one IN $sender))
RETURN e.date_text AS date, e.end_text AS until, x.name AS traveller, seats AS seated_in, q.name AS country,
       e.topic AS topic, x.id AS traveller_id, q.id AS country_id, e.confidence AS confidence,
       e.articles AS articles, e.id AS fact_ids
ORDER BY coalesce(date, '9999'), fact_ids, traveller, traveller_id, country, country_id
LIMIT $limit
