// How often does a person appear over time, in which part? 出席记录
MATCH (p:Person)-[r:PARTICIPATED]->(e:Event)
WHERE e.modality = 'actual' AND e.date_text IS NOT NULL
  AND (size($person) = 0 OR p.id IN $person)
  AND (size($kinds) = 0 OR e.kind IN $kinds)
  AND e.confidence >= $min_confidence
  AND ($from IS NULL OR e.latest >= date($from))
  AND ($to IS NULL OR e.earliest <= date($to))
WITH p, e, substring(e.date_text, 0, CASE WHEN $by = 'month' THEN 7 ELSE 4 END) AS period,
     max(CASE WHEN r.role IN ['host', 'leader'] THEN 1 ELSE 0 END) AS led,
     max(CASE WHEN r.role = 'speaker' THEN 1 ELSE 0 END) AS spoke
RETURN p.name AS person, period AS month_or_year, count(e) AS events, sum(led) AS led_or_chaired,
       sum(spoke) AS speeches, collect(DISTINCT e.kind) AS kinds, p.id AS person_id, max(e.confidence) AS confidence,
       sum(e.articles) AS articles, collect(e.id) AS fact_ids
ORDER BY person, person_id, month_or_year
LIMIT $limit
