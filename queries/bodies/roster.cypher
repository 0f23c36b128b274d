// Who were a body's members on a day? 班子成员
MATCH (p:Person)-[:HAS_TENURE]->(t:Tenure)-[:IN_OFFICE]->(o:Office)-[:POST_IN]->(b:Organization)
WHERE (size($body) = 0 OR b.id IN $body)
  AND (size($place) = 0 OR EXISTS { MATCH (b)-[:IN_PLACE]->(q:Place) WHERE q.id IN $place })
  AND t.confidence >= $min_confidence
  AND ($from IS NULL OR coalesce(t.last_seen, t.earliest_end, t.latest_end) >= date($from))
  AND ($to IS NULL OR coalesce(t.first_seen, t.latest_begin, t.latest_end) <= date($to))
OPTIONAL MATCH (t)-[v:EVIDENCED_BY]->(:Passage)
WHERE v.`on` = date($on) AND v.status IN ['holds', 'acting', 'appointed', 'elected']
WITH p, t, o, b, count(v) > 0 AS named,
     CASE
       WHEN $on IS NULL THEN null
       WHEN t.latest_begin <= date($on) AND date($on) <= t.earliest_end THEN 'yes'
       WHEN date($on) < t.earliest_begin OR date($on) > t.latest_end THEN 'no'
       ELSE 'unknown'
     END AS held
WHERE held IS NULL OR held <> 'no'
RETURN b.name AS body, o.post AS post, p.name AS person, held AS answer,
       CASE
         WHEN held = 'yes' AND (named OR date($on) = t.first_seen OR date($on) = t.last_seen) THEN 'attested'
         WHEN held = 'yes' AND t.first_seen < date($on) AND date($on) < t.last_seen THEN 'between'
         WHEN held = 'yes' THEN 'bounded'
       END AS basis,
       t.first_seen AS first_seen, t.last_seen AS last_seen, b.id AS body_id, p.id AS person_id,
       t.confidence AS confidence, t.articles AS articles, t.id AS fact_ids
ORDER BY body, post, CASE answer WHEN 'yes' THEN 1 ELSE 2 END, person, fact_ids
LIMIT $limit
