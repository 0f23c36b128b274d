// Which offices did a person hold, and when? 任职经历
MATCH (p:Person)-[:HAS_TENURE]->(t:Tenure)-[:IN_OFFICE]->(o:Office)-[:POST_IN]->(b:Organization)
WHERE (size($person) = 0 OR p.id IN $person)
  AND t.confidence >= $min_confidence
  AND ($from IS NULL OR coalesce(t.last_seen, t.earliest_end, t.latest_end) >= date($from))
  AND ($to IS NULL OR coalesce(t.first_seen, t.latest_begin, t.latest_end) <= date($to))
OPTIONAL MATCH (b)-[:IN_PLACE]->(q:Place)
WITH p, t, o, b, collect(DISTINCT q.name) AS where_it_is
RETURN p.name AS person, o.name AS office, b.name AS body, where_it_is AS places, t.statuses AS statuses,
       t.first_seen AS first_seen, t.last_seen AS last_seen,
       t.earliest_begin AS earliest_begin, t.latest_begin AS latest_begin,
       t.earliest_end AS earliest_end, t.latest_end AS latest_end,
       p.id AS person_id, t.confidence AS confidence, t.articles AS articles, t.id AS fact_ids
ORDER BY person, person_id,
         coalesce(latest_begin, first_seen, earliest_end, latest_end, date('9999-12-31')), office, fact_ids
LIMIT $limit
