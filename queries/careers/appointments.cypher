// Who was appointed, elected, nominated or removed, and when? 人事变动
MATCH (p:Person)-[:HAS_TENURE]->(t:Tenure)-[:IN_OFFICE]->(o:Office)-[:POST_IN]->(b:Organization)
WHERE (size($person) = 0 OR p.id IN $person)
  AND (size($body) = 0 OR b.id IN $body)
  AND (size($place) = 0 OR EXISTS { MATCH (b)-[:IN_PLACE]->(q:Place) WHERE q.id IN $place })
MATCH (t)-[v:EVIDENCED_BY]->(:Passage)-[:`IN`]->(a:Article)
WHERE v.status IN ['appointed', 'elected', 'nominated', 'removed', 'resigned']
  AND (size($statuses) = 0 OR v.status IN $statuses)
  AND v.confidence >= $min_confidence
  AND ($from IS NULL OR v.`on` >= date($from))
  AND ($to IS NULL OR v.`on` <= date($to))
WITH p, t, o, v.status AS said, v.on_text AS day, max(v.confidence) AS surest, count(DISTINCT a.id) AS told
RETURN day AS date, said AS status, p.name AS person, o.name AS office, p.id AS person_id, o.id AS office_id,
       surest AS confidence, told AS articles, t.id AS fact_ids
ORDER BY coalesce(date, '9999'), office, person, fact_ids, status
LIMIT $limit
