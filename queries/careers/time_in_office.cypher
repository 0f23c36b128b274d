// How long was somebody in office, as far as it is proven? 任职时长
MATCH (p:Person)-[:HAS_TENURE]->(t:Tenure)-[:IN_OFFICE]->(o:Office)-[:POST_IN]->(b:Organization)
WHERE (size($person) = 0 OR p.id IN $person)
  AND (size($body) = 0 OR b.id IN $body)
  AND ($post IS NULL OR o.post = $post)
  AND t.first_seen IS NOT NULL AND t.last_seen IS NOT NULL
  AND t.confidence >= $min_confidence
  AND ($from IS NULL OR t.last_seen >= date($from))
  AND ($to IS NULL OR t.first_seen <= date($to))
RETURN p.name AS person, o.name AS office, duration.inDays(t.first_seen, t.last_seen).days + 1 AS proven_days,
       CASE WHEN t.earliest_begin <= t.latest_end
            THEN duration.inDays(t.earliest_begin, t.latest_end).days + 1 END AS most_days,
       t.first_seen AS first_seen, t.last_seen AS last_seen, t.earliest_begin AS earliest_begin,
       t.latest_end AS latest_end, p.id AS person_id, o.id AS office_id,
       t.confidence AS confidence, t.articles AS articles, t.id AS fact_ids
ORDER BY proven_days DESC, office, person, fact_ids
LIMIT $limit
