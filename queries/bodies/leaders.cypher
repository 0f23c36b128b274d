// Who headed a body, one after the other? 历任负责人
MATCH (p:Person)-[:HAS_TENURE]->(t:Tenure)-[:IN_OFFICE]->(o:Office)-[:POST_IN]->(b:Organization)
WHERE o.single_seat = true
  AND (size($body) = 0 OR b.id IN $body)
  AND (size($place) = 0 OR EXISTS { MATCH (b)-[:IN_PLACE]->(q:Place) WHERE q.id IN $place })
  AND ($post IS NULL OR o.post = $post)
  AND t.confidence >= $min_confidence
  AND ($from IS NULL OR coalesce(t.last_seen, t.earliest_end, t.latest_end) >= date($from))
  AND ($to IS NULL OR coalesce(t.first_seen, t.latest_begin, t.latest_end) <= date($to))
RETURN b.name AS body, o.post AS post, p.name AS person, t.statuses AS statuses,
       t.first_seen AS first_seen, t.last_seen AS last_seen,
       t.earliest_begin AS earliest_begin, t.latest_begin AS latest_begin,
       t.earliest_end AS earliest_end, t.latest_end AS latest_end, b.id AS body_id, p.id AS person_id,
       t.confidence AS confidence, t.articles AS articles, t.id AS fact_ids
ORDER BY body, body_id, post, coalesce(latest_begin, first_seen, latest_end, date('9999-12-31')), person, fact_ids
LIMIT $limit
