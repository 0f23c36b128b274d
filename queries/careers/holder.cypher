// Who held an office on a day? 某日谁任某职
MATCH (p:Person)-[:HAS_TENURE]->(t:Tenure)-[:IN_OFFICE]->(o:Office)-[:POST_IN]->(b:Organization)
WHERE (size($body) = 0 OR b.id IN $body)
  AND (size($place) = 0 OR EXISTS { MATCH (b)-[:IN_PLACE]->(q:Place) WHERE q.id IN $place })
  AND ($post IS NULL OR o.post = $post)
  AND t.confidence >= $min_confidence
  AND ($from IS NULL OR coalesce(t.last_seen, t.earliest_end, t.latest_end) >= date($from))
  AND ($to IS NULL OR coalesce(t.first_seen, t.latest_begin, t.latest_end) <= date($to))
OPTIONAL MATCH (t)-[v:EVIDENCED_BY]->(:Passage)
WHERE v.`on` = date($on) AND v.status IN ['holds', 'acting', 'appointed', 'elected']
WITH p, t, o, count(v) > 0 AS named,
     CASE
       WHEN $on IS NULL THEN null
       WHEN t.latest_begin <= date($on) AND date($on) <= t.earliest_end THEN 'yes'
       WHEN date($on) < t.earliest_begin OR date($on) > t.latest_end THEN 'no'
       ELSE 'unknown'
     END AS held
RETURN p.name AS person, o.name AS office, held AS answer,
       CASE
         WHEN held = 'yes' AND (named OR date($on) = t.first_seen OR date($on) = t.last_seen) THEN 'attested'
         WHEN held = 'yes' AND t.first_seen < date($on) AND date($on) < t.last_seen THEN 'between'
         WHEN held IN ['yes', 'no'] THEN 'bounded'
       END AS basis,
       t.first_seen AS first_seen, t.last_seen AS last_seen,
       t.earliest_begin AS earliest_begin, t.latest_begin AS latest_begin,
       t.earliest_end AS earliest_end, t.latest_end AS latest_end,
       p.id AS person_id, t.confidence AS confidence, t.articles AS articles, t.id AS fact_ids
ORDER BY CASE answer WHEN 'yes' THEN 1 WHEN 'unknown' THEN 2 ELSE 3 END, office, person, fact_ids
LIMIT $limit
