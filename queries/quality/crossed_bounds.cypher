// Which tenures are proven outside their own bounds? 起止矛盾
MATCH (p:Person)-[:HAS_TENURE]->(t:Tenure)-[:IN_OFFICE]->(o:Office)
WHERE (size($person) = 0 OR p.id IN $person) AND t.confidence >= $min_confidence
  AND ($from IS NULL OR t.last_seen >= date($from))
  AND ($to IS NULL OR t.first_seen <= date($to))
WITH p, t, o,
     [CASE WHEN t.last_seen > t.latest_end THEN 'seen after its end' END,
      CASE WHEN t.first_seen < t.earliest_begin THEN 'seen before its begin' END,
      CASE WHEN t.earliest_begin > t.latest_begin THEN 'begins after it has begun' END,
      CASE WHEN t.earliest_end > t.latest_end THEN 'ends before it can end' END] AS whys
UNWIND whys AS why
WITH p, t, o, why
WHERE why IS NOT NULL
RETURN p.name AS person, o.name AS office, why AS reason, t.first_seen AS first_seen, t.last_seen AS last_seen,
       t.earliest_begin AS earliest_begin, t.latest_begin AS latest_begin, t.earliest_end AS earliest_end,
       t.latest_end AS latest_end, p.id AS person_id, t.confidence AS confidence, t.articles AS articles, t.id AS fact_ids
ORDER BY reason, office, person, fact_ids
LIMIT $limit
