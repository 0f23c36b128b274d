// Who received guests from which other country? 会见外宾
MATCH (x:Person)-[m:MET]-(y:Person)
WHERE (size($host) = 0 OR x.id IN $host) AND (size($guest) = 0 OR y.id IN $guest)
MATCH (e:Event)
WHERE e.id = m.fact_id AND e.modality = 'actual'
  AND e.confidence >= $min_confidence
  AND ($from IS NULL OR e.latest >= date($from))
  AND ($to IS NULL OR e.earliest <= date($to))
MATCH (x)-[r:PARTICIPATED]->(e)<-[s:PARTICIPATED]-(y)
WHERE s.role <> 'host'
WITH DISTINCT x, y, e, r.role = 'host' OR r.position < s.position AS in_order
MATCH (y)-[:HAS_TENURE]->(:Tenure)-[:IN_OFFICE]->(o:Office)-[:POST_IN]->(:Organization)-[:IN_PLACE]->(c:Place)
WHERE c.level = 'country' AND (size($country) = 0 OR c.id IN $country)
WITH x, y, e, in_order, c, collect(DISTINCT o.name) AS posts
MATCH (x)-[:HAS_TENURE]->(:Tenure)-[:IN_OFFICE]->(:Office)-[:POST_IN]->(:Organization)-[:IN_PLACE]->(k:Place)
WITH x, y, e, in_order, c, posts, collect(DISTINCT k.id) AS seats
WHERE NOT c.id IN seats
OPTIONAL MATCH (e)-[h:HAPPENED_AT]->(q:Place) WHERE h.`as` = 'area'
WITH x, y, e, in_order, c, posts, seats, collect(DISTINCT q.name) AS areas, collect(DISTINCT q.id) AS area_ids,
     count(q.code) > 0 AS in_china
WHERE NOT c.id IN area_ids AND NOT (in_china AND c.name = '中国')
  AND (in_order OR any(one IN area_ids WHERE one IN seats))
RETURN DISTINCT e.date_text AS date, x.name AS host, y.name AS guest, posts AS offices, c.name AS country,
       areas AS places, x.id AS host_id, y.id AS guest_id, e.confidence AS confidence, e.articles AS articles,
       e.id AS fact_ids
ORDER BY coalesce(date, '9999'), fact_ids, host, guest, country, host_id, guest_id
LIMIT $limit
